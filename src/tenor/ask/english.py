"""The English that every field shares: words that ask, words that say when, words that add nothing. All in lower case as typed."""

from __future__ import annotations

#: Words that may stand anywhere in a question and change nothing about what is asked.
FILLER = frozenset(
    """the a an of for to in on at by with from and or as it its their his her they them he she we our i me you your this that these those there
    be is are was were been being am do does did has have had having s
    please tell show give find exactly actually really just now then also so such which what who whom whose when where how
    about any anybody anyone someone somebody one ones according under into onto than between up out over still already ever
    currently current today record recorded records know known say says said
    can could may might will would shall should must get gets got
    """.split()
)

#: Every word of the grammar itself, for recognizing it in spite of a slip.
FRAME_WORDS = frozenset(
    """who what when where which whose does until since before after during between exclusive exclusively changed change much many long
    today currently still longer under first last year month quarter january february march april june july august september october november
    december between against share amount holder through throughout begin start started ended expire expires history compare difference
    """.split()
)
