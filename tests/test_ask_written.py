"""What a text in hand says is asked as if it were said without that text; what only looks so is not."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.ask.phrasing.around import bare
from tenor.store.read import Store

SAYING = """
The draft says {}. Was it?
The draft says that {}. Is that right?
A sentence in our draft says {}. Correct?
The second paragraph of my story says {}; is that right?
According to our draft, {}. True?
In our draft, we say {}. Still true?
In the draft it says that {}. Is that so?
My text says: "{}". Is that accurate?
A caption reads "{}". Was it?
Draft: {}. OK?
The intern wrote that {}. Is that right?
We have written that {}. Was it?
Wikipedia says {}. Does it?
Is the sentence "{}" correct?
"""
CALLING = """
My paragraph calls Azure OpenAI's exclusive cloud on 3 March 2025. Was it?
The draft refers to Azure as OpenAI's exclusive cloud on 3 March 2025. Was it?
Our timeline has Azure as OpenAI's exclusive cloud on 3 March 2025. Right?
"""
STATEMENTS = [
    ("Azure was OpenAI's exclusive cloud on 3 March 2025", False),
    ("Azure was OpenAI's exclusive cloud on 3 March 2024", True),
    ("Microsoft does not have a board observer at OpenAI today", True),
    ("Amazon is Anthropic's primary cloud", True),
]
REFUSED = """
The draft says Apple is OpenAI's exclusive cloud. Is that right?
My boss wrote that DeepMind is OpenAI's exclusive cloud. True?
The draft says nothing about OpenAI's exclusive cloud. Is that right?
Our draft calls for an end to Azure exclusivity. Was it right?
Does our draft need to say when Azure exclusivity ended?
The headline "Microsoft loses Azure exclusivity" was published when?
The table shows Amazon as of 2023. Correct?
"""


@pytest.mark.parametrize("frame", SAYING.strip().splitlines())
@pytest.mark.parametrize(("statement", "so"), STATEMENTS)
def test_what_a_text_says_is_checked(shipped: Store, frame: str, statement: str, so: bool) -> None:
    document = answer(shipped, frame.format(statement))
    assert document["status"] == "answered", document["text"]
    assert {a["yes"] for a in document["answers"]} - {None} == {so}


@pytest.mark.parametrize("question", CALLING.strip().splitlines())
def test_what_a_text_calls_something_is_checked(shipped: Store, question: str) -> None:
    assert [(a["clause"], a["yes"]) for a in answer(shipped, question)["answers"]] == [("microsoft-openai/2025-01-21#cloud-exclusivity", False)]


@pytest.mark.parametrize("question", REFUSED.strip().splitlines())
def test_what_cannot_be_read_with_its_text_is_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_document_of_the_records_is_no_text_in_hand() -> None:
    asked = "What does the draft prospectus say about Microsoft?"
    assert bare(asked) == asked
    assert bare("The draft prospectus says it is so. Is that right?").endswith("The draft prospectus says it is so.")
