"""Shows the site on this machine alone, and builds it anew when a record or the theme changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tenor.errors import TenorError, UsageError
from tenor.site.render import theme_folder
from tenor.store.locate import stamps

_RELOAD = """(() => {
  let seen;
  setInterval(async () => {
    try {
      const now = await (await fetch("/_version")).text();
      if (seen && now !== seen) location.reload();
      seen = now;
    } catch { /* the server is away; it may come back */ }
  }, 700);
})();
"""


class Preview:
    """A server on the loopback address for a folder that ``build`` fills, and a watcher of what it is made from.

    Raises:
        UsageError: the port is taken.
    """

    def __init__(self, folder: Path, build: Callable[[], None], root: Path | None, *, port: int = 8000, told: Callable[[str], None] = print) -> None:
        self.folder = folder
        self.root = root
        self.version = 0
        self._build = build
        self._told = told
        self._stop = threading.Event()
        try:
            self.server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, preview=self, directory=str(folder)))
        except OSError as error:
            raise UsageError(f"port {port} cannot be used: {error.strerror}", where="--port", hint="choose another one, or 0 for any") from error
        self.server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where the site can be seen."""
        return f"http://127.0.0.1:{self.server.server_port}/"

    def stamp(self) -> str:
        """Text that changes when a record or the theme changes."""
        records = stamps(str(self.root)) if self.root else ""
        return records + "".join(f"{p}\t{p.stat().st_mtime_ns}\n" for p in sorted(theme_folder().rglob("*")) if p.is_file())

    def watch(self, pause: float = 0.7) -> None:
        """Build again after each change, until stopped. A mistake in the records is told and waited out; the site before it stays."""
        before = self.stamp()
        while not self._stop.wait(pause):
            try:
                now = self.stamp()
            except OSError:  # an editor is writing
                continue
            if now == before:
                continue
            before = now
            started = time.monotonic()
            try:
                self._build()
            except TenorError as error:
                self._told(f"not built: {error.message}")
                continue
            self.version += 1
            self._told(f"built again in {time.monotonic() - started:.1f} s")

    def run(self) -> None:
        """Serve and watch until interrupted."""
        watcher = threading.Thread(target=self.watch, daemon=True)
        watcher.start()
        try:
            self.server.serve_forever(poll_interval=0.2)
        finally:
            self.stop()
            watcher.join(timeout=2)

    def stop(self) -> None:
        """End both."""
        self._stop.set()
        self.server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, preview: Preview, directory: str) -> None:
        self.preview = preview
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def do_GET(self) -> None:
        """A file of the site; pages get the script that reloads them."""
        path = self.path.partition("?")[0]
        if path in ("/_version", "/_reload.js"):
            self._send(str(self.preview.version) if path == "/_version" else _RELOAD, "text/plain" if path == "/_version" else "text/javascript")
            return
        target = Path(self.translate_path(path))
        page = target / "index.html" if target.is_dir() and path.endswith("/") else target
        if page.suffix == ".html" and page.is_file():
            self._send(page.read_text(encoding="utf-8").replace("</body>", '<script src="/_reload.js"></script></body>'), "text/html")
        else:
            super().do_GET()

    def _send(self, text: str, kind: str) -> None:
        data = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)
