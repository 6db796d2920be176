"""Built sites for tests: that of the records that ship and those of the examples, each built once a run, and a server that shows one under a sub-path."""

from __future__ import annotations

import gzip
import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

import pytest

from tenor.site.build import build
from tenor.site.data import Site
from tenor.store.build import build as compile_kb
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
#: Where the sites say that they will stand; the server of the tests shows them under the same path.
BASE = "https://bakery.example/kb/"

EXAMPLES = ("contracts", "office-holders")

#: Which kind of page stands at which address.
KINDS = {
    "home": r"",
    "deal": r"deals/[^/]+/",
    "deal on a day": r"deals/[^/]+/on/[^/]+/",
    "compare": r"deals/[^/]+/compare/[^/]+/",
    "compare any": r"(deals/[^/]+/)?compare/",
    "instrument": r"deals/[^/]+/\d[^/]*/",
    "clause": r"deals/[^/]+/\d[^/]*/[^/]+/",
    "card": r"embed/.+/",
    "term": r"terms/[^/]+/",
    "party": r"parties/[^/]+/",
    "source": r"sources/.+/",
    "event": r"events/[^/]+/",
    "dispute": r"disputes/[^/]+/",
    "observation": r"observations/[^/]+/",
    "commentary": r"commentary/[^/]+/",
    "ask": r"ask/",
    "answered": r"ask/[^/]+/",
    "log": r"log/",
    "data": r"data/",
    "method": r"method/",
    "search": r"search/",
    "missing": r"404\.html",
    "list": r"(deals|terms|parties|sources|events|disputes|observations|commentary)/",
    "group": r"[^/]+/",
}


@dataclass(frozen=True)
class Built:
    """A site as a build left it."""

    name: str
    store: Store
    root: Path | None
    folder: Path

    @cached_property
    def site(self) -> Site:
        """What its pages were made of."""
        return Site(self.store)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of every page by its address in the site."""
        found = {str(p.relative_to(self.folder)): p.read_text(encoding="utf-8") for p in sorted(self.folder.rglob("*.html"))}
        return {path.removesuffix("index.html"): html for path, html in found.items()}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The longest page of each kind that the site has."""
        longest: dict[str, str] = {}
        for path, html in self.pages.items():
            if "http-equiv=refresh" in html:
                continue
            kind = kind_of(path)
            if kind not in longest or len(html) > len(self.pages[longest[kind]]):
                longest[kind] = path
        return longest


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = found.get("name") or found.get("property") or found.get("http-equiv") or "charset"
            self.metas.setdefault(name.lower(), []).append(found.get("content", ""))
        if tag == "link":
            self.links.setdefault(found["rel"], []).append(found["href"])


def head(html: str) -> _Head:
    """What the head of a page says: ``metas`` and ``links``, each with all its values."""
    reader = _Head()
    reader.feed(html.partition("<body")[0])
    return reader


def kind_of(path: str) -> str:
    """The kind of the page at an address."""
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path))


def _site(name: str, root: Path | None, store: Store, folder: Path) -> Built:
    build(store, folder / "kb", root=root, base_url=BASE)
    return Built(name, store, root, folder / "kb")


@pytest.fixture(scope="session")
def whole(shipped: Store, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the records that ship."""
    return _site("shipped", ROOT / "kb", shipped, tmp_path_factory.mktemp("site-shipped"))


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The sites of the examples of other fields."""
    made = {}
    for name in EXAMPLES:
        folder, root = tmp_path_factory.mktemp(f"site-{name}"), ROOT / "examples" / name
        assert compile_kb(str(root), str(folder / "kb.db")).written
        made[name] = _site(name, root, Store(str(folder / "kb.db")), folder)
    return made


@pytest.fixture(scope="session", params=EXAMPLES)
def example(request: pytest.FixtureRequest, examples: dict[str, Built]) -> Built:
    """The site of an example, one after the other."""
    return examples[request.param]


@pytest.fixture(scope="session")
def village(town: Store, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the records that have something of everything, in few pages."""
    return _site("town", None, town, tmp_path_factory.mktemp("site-town"))


class _Pages(SimpleHTTPRequestHandler):
    """A static host as the site is made for: files, compressed where they are text, and ``404.html`` where none is."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        kind = self.guess_type(str(file))
        if "gzip" not in self.headers.get("Accept-Encoding", "") or not file.is_file() or not kind.startswith("text/"):
            return super().send_head()
        data = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", str(len(data)))):
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "kb" / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None


@contextmanager
def serving(built: Built) -> Iterator[str]:
    """The address of the site on this machine, served until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(built.folder.parent)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/kb/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def served(whole: Built) -> Iterator[str]:
    """The address under which the site of the records that ship can be visited."""
    with serving(whole) as address:
        yield address


@pytest.fixture
def serve() -> Iterator[Callable[[Built], str]]:
    """Serve any site until the test ends."""
    with ExitStack() as stack:
        yield lambda built: stack.enter_context(serving(built))
