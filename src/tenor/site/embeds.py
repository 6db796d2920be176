"""What other pages embed: a card for each clause, and its lane as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from tenor.site.articles import Articles
from tenor.site.chart import drawing
from tenor.site.data import Lane
from tenor.site.pages import File, Page, address
from tenor.site.svg import picture


class EmbedPages:
    """Cards and pictures of lanes."""

    def __init__(self, articles: Articles, base_url: str) -> None:
        self.articles = articles
        self.views = articles.views
        self.site = articles.site
        self.base_url = base_url
        self._pictures: dict[int, str] = {}

    def all(self) -> Iterator[Page | File]:
        """A card to embed for each clause, with the day through which it was checked."""
        for name, doc in self.site.of("clause").items():
            if doc.get("retracted"):
                continue
            path = f"embed/{name.replace('#', '/')}/"
            data = {
                "doc": doc, "label": self.site.title_of(name), "subject": self.site.party(doc["subject"]), "when": self.views.when(doc), "address": address(name),
                "hue": self.site.hues.get(doc["holder"] or "", "h0"), "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]),
                "attributed": self.articles.attributed(doc),
            }  # fmt: skip
            yield Page(
                path,
                "card.html",
                f"{data['label']}, {data['subject']}",
                self.site.told(doc)[:300],
                data=data,
                robots="noindex",
                canonical=address(name).partition("#")[0],
            )
            lane = self.site.lane_of.get(name)
            if lane:
                yield File(f"{path}lane.svg", self._lane_picture(lane))

    def _lane_picture(self, lane: Lane) -> str:
        """One lane as a picture to embed; the same for each of its clauses."""
        if lane.n not in self._pictures:
            label = str(self.site.term(lane.term)["label"])
            names = {lane.n: " and ".join(self.site.party(h) for h in (lane.holder or "").split("+") if h) or label}
            self._pictures[lane.n] = picture(
                self.views, [(self.site.party(lane.subject), [lane])], ", ".join(p for p in (label, lane.scope) if p),
                names=names, base_url=self.base_url, path=f"terms/{lane.term}/",
            )  # fmt: skip
        return self._pictures[lane.n]
