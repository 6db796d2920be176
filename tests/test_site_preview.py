"""``tenor site serve``: this machine alone sees the site, and a change of a record builds it again."""

from __future__ import annotations

import threading
import urllib.request
from pathlib import Path

from tenor.site.serve import Preview


def test_the_preview_serves_this_machine_alone_and_builds_again_after_a_change(tmp_path: Path) -> None:
    root, site = tmp_path / "kb", tmp_path / "site"
    root.mkdir()
    (root / "tenor.toml").write_text('title = "a"\n')
    site.mkdir()
    (site / "index.html").write_text("<body>one</body>")
    again = threading.Event()

    def rebuild() -> None:
        (site / "index.html").write_text("<body>two</body>")
        again.set()

    preview = Preview(site, rebuild, root, port=0, told=lambda _: None)
    thread = threading.Thread(target=preview.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    watcher = threading.Thread(target=preview.watch, args=(0.05,), daemon=True)
    thread.start()
    try:
        assert preview.address.startswith("http://127.0.0.1:")
        first = urllib.request.urlopen(preview.address, timeout=5).read().decode()
        assert "one" in first
        assert "/_reload.js" in first
        watcher.start()
        threading.Event().wait(0.2)
        (root / "tenor.toml").write_text('title = "changed"\n')
        assert again.wait(5)
        assert "two" in urllib.request.urlopen(preview.address, timeout=5).read().decode()
    finally:
        preview.server.shutdown()
        preview.stop()
