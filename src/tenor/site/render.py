"""Makes a page's HTML from its template: typeset, minified, with addresses relative to it; and says what it is made of."""

from __future__ import annotations

import re
import sys
from functools import cache
from hashlib import blake2b
from html.entities import html5
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import minify_html
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

import tenor
from tenor.dates import long_date
from tenor.errors import KnowledgeBaseError
from tenor.site.card import Card
from tenor.site.pages import STATUS, Page, address, relative, words
from tenor.site.views import Views

NAV = [
    ("Timeline", "", "home"), ("Deals", "deals/", "deals"), ("Terms", "terms/", "terms"), ("Ask", "ask/", "ask"), ("Compare", "compare/", "compare"),
    ("Sources", "sources/", "sources"), ("Data", "data/", "data"),
]  # fmt: skip
FOOT = [
    ("Parties", "parties/"), ("Events", "events/"), ("Disputes", "disputes/"), ("Commentary", "commentary/"), ("Observations", "observations/"),
    ("Changes to the record", "log/"), ("Method", "method/"), ("Data", "data/"), ("Search", "search/"), ("Atom", "feed.atom"), ("Calendar", "calendar.ics"),
]  # fmt: skip

#: Parts of a page that only some have.
OPTIONAL = dict.fromkeys(("questions", "dates", "compares", "table", "about", "related", "markdown", "pairs", "intro", "deal", "chart", "of"))


def theme_folder() -> Path:
    """The templates, style and script: those of the checkout, else those that ship with the program.

    Raises:
        KnowledgeBaseError: neither is there.
    """
    here = Path(__file__).resolve().parent
    for folder in (here.parents[2] / "site" / "theme", here.parent / "_shipped" / "theme"):
        if (folder / "base.html").is_file():
            return folder
    raise KnowledgeBaseError("the theme of the site is missing", where=str(here), hint="install tenor anew, or run it from its checkout")


def minified(html: str) -> str:
    """The page without the white space that nobody sees; elements and quotation marks that the standard asks for stay."""
    short = minify_html.minify(html, keep_closing_tags=True, keep_html_and_head_opening_tags=True, minify_doctype=False, keep_comments=False)
    # "Q&A;" reads like a character reference that does not exist: the standard wants its & escaped, and the library leaves it bare.
    return re.sub(r"&(?=(\w+;))", lambda found: "&" if found[1] in html5 else "&amp;", short)


def script(text: str) -> str:
    """A script without its comments and the white space that nobody reads."""
    return minify_html.minify(f"<script>{text}</script>", minify_js=True).removeprefix("<script>").removesuffix("</script>") + "\n"


#: Elements whose text is no prose.
_VERBATIM = ("pre", "code", "script")
_SPOKEN = re.compile(r"""\b(aria-label|data-[aq])="([^"]*)""")
_APOSTROPHE = re.compile(r"(?<=[\w)])(?:'|&#39;)(?=\w)|(?<=s)(?:'|&#39;)(?= )")
_QUOTED = re.compile(r'(?<![^\s(\[])(?:"|&#34;|&quot;)(?=\S)((?:(?!"|&#34;|&quot;).)*?\S)(?:"|&#34;|&quot;)')


def typeset(html: str) -> str:
    """The page with typographic apostrophes and quotation marks in its prose and in what is read aloud; code, addresses and data stay as they are."""
    head, *pieces = html.split("<")
    out = [_marks(head)]
    end = ""
    for piece in pieces:
        if not end and "'" not in piece and "&" not in piece and piece.rfind('"') < piece.find(">") and not piece.startswith(_VERBATIM):
            out.append(piece)  # nearly all have no mark
            continue
        tag, closed, text = piece.partition(">")
        if end and tag != end:
            out.append(piece)
            continue
        end = ""
        if tag.startswith(_VERBATIM) and (name := tag.partition(" ")[0]) in _VERBATIM:
            end = f"/{name}"
            out.append(piece)
            continue
        out.append(_SPOKEN.sub(lambda m: f'{m[1]}="{_marks(m[2])}', tag) + closed + _marks(text))
    return "<".join(out)


def _marks(text: str) -> str:
    return _QUOTED.sub(r"“\1”", _APOSTROPHE.sub("’", text))


def demoted(html: Markup) -> Markup:
    """Headings of a text that stands inside a section, two levels down."""
    for level in (4, 3, 2, 1):
        html = Markup(
            html.replace(f"<h{level}>", f"<h{level + 1 if level > 1 else 3}>").replace(f"</h{level}>", f"</h{level + 1 if level > 1 else 3}>")
        )
    return html


def digest(*parts: str | bytes) -> str:
    """A name for some texts that no others have."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(b"%d\0" % len(data))
        found.update(data)
    return found.hexdigest()


@cache
def program() -> str:
    """A digest of the code that runs, its own and that of the libraries which shape the bytes of a page."""
    home = Path(tenor.__file__).parent
    files = sorted(p for p in home.rglob("*.py") if p.is_file())
    libraries = ("citeproc-py", "icalendar", "jinja2", "markdown-it-py", "markupsafe", "minify-html", "pillow")
    return digest(*(x for p in files for x in (str(p.relative_to(home)), p.read_bytes())), sys.version, *map(version, libraries))


def look(base_url: str, *, offline: bool) -> str:
    """A digest of what shapes every page alike: the program, the theme, and where the site will stand."""
    theme = theme_folder()
    files = sorted(p for p in theme.rglob("*") if p.is_file())
    return digest(program(), *(x for p in files for x in (str(p.relative_to(theme)), p.read_bytes())), base_url, str(offline))


class Renderer:
    """Makes a page's HTML."""

    def __init__(self, views: Views, *, base_url: str, offline: bool) -> None:
        self.offline = offline
        self.base_url = base_url
        site = views.site
        self.checked = site.checked
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        self.environment = Environment(
            loader=FileSystemLoader(theme_folder()),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.environment.filters.update(
            address=address, words=words, day=long_date, demote=demoted, prose=lambda text: Markup(markdown.render(text or ""))
        )
        shared = {
            "title": site.title, "short": views.short, "version": site.meta["version"], "checked_words": long_date(site.checked),
            "license": site.meta["license"], "repository": site.meta["repository"], "focus": site.focus,
        }  # fmt: skip
        self.environment.globals.update(status_words=STATUS, nav=NAV, foot=FOOT, base_url=base_url, offline=offline, site=shared)
        self.look = digest(look(base_url, offline=offline), repr(shared))

    def made_from(self, item: Page | Card) -> str:
        """A digest of everything that the bytes of a page or card depend on: equal ones are the same bytes."""
        return digest(self.look, repr(item))

    def page(self, page: Page) -> str:
        """The page's HTML, with addresses relative to it."""

        @cache
        def here(target: str) -> str:
            if page.path == "404.html" and self.base_url and not self.offline:  # served for addresses at any depth
                return target if target.startswith(("http", "#")) else urlsplit(self.base_url).path + target
            return relative(page.path, target, offline=self.offline)

        template = self.environment.get_template(page.template)
        return minified(typeset(template.render(page=page, p={**OPTIONAL, **page.data}, u=here)))
