"""Tables imported one after another: namesakes, everyday relations beside offices, and times told by who held what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from test_import_questions import Asked

if TYPE_CHECKING:
    from pathlib import Path

HEADS = """term,subject,holder,from,until
President,Freedonia,Ann Drew,1850-01-01,1860-01-01
President,Freedonia,William Cole,1860-01-01,1870-01-01
President,Freedonia,Lord Welby,1870-01-01,1880-01-01
"""
DEPUTIES = """term,subject,holder,from,until
Deputy President,Freedonia,Peter Cole,1852-01-01,1858-01-01
Deputy President,Freedonia,Jane Mott,1862-01-01,1868-01-01
"""
FACTS = """property,entity,object,start,end
capital,Freedonia,Welby,1850,1860-01-01
capital,Freedonia,Port Ruhm,1860-01-01,present
spouse,Ann Drew,Karl Ost,1840-05-01,1870-02-01
controlled by,Isle of Mar,Sylvania,1850-01-01,1870-01-01
chief executive officer,Acme,Lee Oda,2000-01-01,2005-01-01
chief executive officer,Acme,Ida Roth; Max Pohl,2005-01-01,2010-01-01
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    folder: Path = tmp_path_factory.mktemp("world")
    Asked(folder, HEADS, "heads.csv", people=True)
    Asked(folder, DEPUTIES, "deputies.csv", people=True)
    return Asked(folder, FACTS, "facts.csv", columns={"until": "end", "value": "object"})


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("who was capital of Freedonia in 1855", {"Welby"}),
        ("who was president in 1875", {"Lord Welby"}),
        ("who was deputy president before Mott?", {"Peter Cole"}),
        ("which president took office in 1860?", {"William Cole"}),
        ("who was sworn in as president in 1860", {"William Cole"}),
        ("who was the new president in 1860?", {"William Cole"}),
        ("who stopped being president in 1859?", {"Ann Drew"}),
        ("when Jane Mott became deputy president, who was president?", {"William Cole"}),
        ("who was president when Peter Cole was deputy president?", {"Ann Drew"}),
        ("who was president between Ann Drew and Lord Welby?", {"William Cole"}),
        ("who controlled the Isle of Mar in 1855?", {"Sylvania"}),
        ("who was in control of the Isle of Mar in 1855?", {"Sylvania"}),
        ("who was chief executive officer of Acme in 2003", {"Lee Oda"}),
        ("who was the very first president?", {"Ann Drew"}),
    ],
)
def test_who_it_was(world: Asked, question: str, holders: set[str]) -> None:
    assert world.names(question) == holders


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was Cole deputy president in 1855?", "Yes"),
        ("was Cole president in 1865?", "Yes"),
        ("was Cole president in 1855?", "No"),
        ("was Lee Oda the chief executive officer of Acme in 2003?", "Yes"),
        ("is it Ann Drew who was president in 1855?", "Yes"),
        ("did Ann Drew become president earlier than Lord Welby?", "Yes"),
    ],
)
def test_whether_it_was(world: Asked, question: str, lead: str) -> None:
    assert world.text(question).startswith(lead), world.text(question)


@pytest.mark.parametrize(
    "question",
    [
        "who ran for president in 1855?",
        "did William Cole run for president in 1865?",
        "who stood for president in 1855?",
        "who worked for the president in 1855?",
        "who served under the president in 1855?",
        "what party was the president in 1855?",
        "which party did the president belong to in 1855?",
        "what name did the president have in 1855?",
        "what was the job of Karl Ost in 1850?",
        "what was the official language of Freedonia in 1855?",
        "who governed Freedonia in 1855?",
        "who was president between William Cole and Ann Drew?",
    ],
)
def test_what_no_row_tells_is_not_answered(world: Asked, question: str) -> None:
    document = world(question)
    assert document["status"] != "answered", document["text"]
