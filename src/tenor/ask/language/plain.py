"""Words of everyday English that say nothing of which right, whose, how much or when.

Beside a term that is clearly named they may stay unread. A word that can select (a name, a place, an ordinal, "other", "audited") or turn a sentence
round (a negation, "ended") is never among them. Only questions that nothing else reads look in here.
"""

from __future__ import annotations

from tenor.ask.language.words import Token, lemma

PLAIN = frozenset(
    lemma(word)
    for word in """
    actually basically essentially effectively legally publicly officially formally reportedly allegedly apparently supposedly specifically precisely
    simply merely perhaps maybe roughly approximately nowadays lately recently eventually finally originally ultimately meanwhile again once soon back
    away too either even quite rather fairly truly indeed certainly definitely clearly obviously namely thus hence therefore anyway overall generally usually
    normally typically afterwards thereafter beforehand though although while whereas because since regarding concerning considering given using based
    following including likewise similarly accordingly altogether straight directly explicitly expressly openly right far much very just ever here there
    return retrieve fetch display print output lookup look find identify specify determine state describe mention note
    confirm verify quote cite recall remind clarify help need want wish like love try seem appear happen occur turn become remain stay keep
    continue go going run running operate work function stand sit lie fall belong come arrive take make put bring carry bear let leave allow permit entitle
    authorize empower able possible can obtain receive acquire gain secure earn enjoy have use utilize employ cover extend stretch concern affect
    involve relate rely count matter mean imply amount total decide choose pick fix define call label treat regard consider deem view see
    understand think believe expect suppose assume plan intend aim hope propose undertake promise pledge agree commit arrange negotiate strike ink seal
    sign announce unveil reveal declare publish release disclose report claim entail feature figure
    thing way kind sort type form case fact point side respect basis ground situation position status detail info information data number amount sum level
    size scale extent scope moment stage phase name word wording language record document documentation paper source text page entry ready
    deal agreement contract arrangement accord pact partnership relationship tie alliance cooperation collaboration venture bond link
    company firm business corporation organization party entity player partner provider supplier vendor outfit giant maker
    somebody someone anybody anyone everybody everyone person guy folk people themselves itself himself herself oneself whoever whatever whichever whenever
    some any certain particular given respective main key major important notable mutual relevant good nice real true correct full complete whole
    present existing ongoing underlying famous supposed expected planned intended agreed stated
    foreseen attached public starting judging chunk slice hey trace version course grown going family laid anything resource
    my our worth value cash money payable due force effect sense idea news story question answer issue topic subject matter purpose
    year month week day time date period today now currently force forth behind beside along upon onto toward regard according
    """.split()
)


def plain_positions(tokens: list[Token], question: str) -> set[int]:
    """Positions of plain words; one that is written like a name in the middle of a sentence is none."""
    shouting = question.istitle() or question.isupper()
    return {i for i, t in enumerate(tokens) if t.lemma in PLAIN and (i == 0 or shouting or not t.text[:1].isupper())}
