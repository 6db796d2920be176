"""The page to ask on, and a page for each question that the vocabulary names."""

from __future__ import annotations

from collections.abc import Iterator

from tenor.ask.answering import ask
from tenor.site.articles import Articles
from tenor.site.chart import drawing
from tenor.site.data import Document, slug, stamped
from tenor.site.formats import dumps
from tenor.site.pages import File, Page, asked


class QuestionPages:
    """Questions answered by the same program that answers on the command line."""

    def __init__(self, articles: Articles) -> None:
        self.articles = articles
        self.views = articles.views
        self.site = articles.site

    def all(self) -> Iterator[Page | File]:
        """The questions that the vocabulary names, answered by the same program that answers on the command line; and the page to ask on."""
        site = self.site
        done: dict[str, tuple[str, str]] = {}
        for term in site.of("term").values():
            for question in term["questions"]:
                name = slug(question["ask"])[:80]
                if name in done or not name:
                    continue
                document = ask(site.store, question["ask"], today=site.checked)
                if document["status"] != "answered":
                    continue
                done[name] = (question["ask"], str(term["group"] or "Terms"))
                yield from self._answered(name, question["ask"], document)
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, (question, group) in done.items():
            groups.setdefault(group, []).append((asked(question), f"ask/{name}/"))
        yield Page(
            "ask/",
            "pages/ask.html",
            "Ask",
            "Questions answered from dated, sourced clauses, and from nothing else.",
            section="ask",
            data={"groups": groups},
            scripts=("ask.js",),
        )

    def _answered(self, name: str, question: str, document: Document) -> Iterator[Page | File]:
        path = f"ask/{name}/"
        rows = []
        for doc in document["answers"]:
            clause = doc["clause"]
            rows.append(
                {
                    "clause": clause, "text": doc["text"], "status": doc["status"], "when": self.views.when(doc) if clause and doc.get("observed") is not None else "",
                    "hue": self.site.hues.get(doc["holder"] or "", "h0"), "yes": doc.get("yes"),
                    "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]) if clause else "unrecorded",
                    "sources": [self.articles.cited(c) for c in doc["citations"][:2]],
                }
            )  # fmt: skip
        also = [{"text": a["text"], "clause": a["clause"]} for a in document["also"] if a.get("clause")]
        title = asked(question)
        data = {"answer": document["text"], "rows": rows, "also": also, "command": f'tenor ask "{question}"'}
        yield Page(path, "pages/answered.html", title, str(document["text"])[:300], section="ask", data=data, twins=[("JSON", f"{path}index.json")])
        yield File(f"{path}index.json", dumps(stamped(self.site, document)))
