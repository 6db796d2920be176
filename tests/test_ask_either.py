"""Which of two it is, which of two is more or came first, who is left out, and what holds in a case: told where the records decide it, else refused."""

from __future__ import annotations

import pytest

from asking import answer as asked
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


DECIDED = [
    ("Did OpenAI commit 250 billion or 105 billion to Azure?", "250 billion: OpenAI has committed"),
    ("Did OpenAI commit $250 or $105 billion to Azure?", "$250 billion: OpenAI has committed"),
    ("Is Azure or AWS OpenAI's primary cloud?", "Azure: Microsoft (Azure) is OpenAI's primary cloud"),
    ("Is Microsoft's license exclusive or non-exclusive?", "Non-exclusive: Microsoft holds a license"),
    ("Does the revenue share end in 2030 or in 2032?", "In 2030: OpenAI pays Microsoft"),
    ("Is OpenAI's revenue share 20 or 15 percent?", "20 percent: OpenAI pays Microsoft"),
    ("Did OpenAI release ChatGPT in November or December 2022?", "November 2022: OpenAI released ChatGPT"),
    ("Is OpenAI's API hosted on Azure or AWS?", "Neither: OpenAI's API is not tied to one cloud"),
    ("Is Azure rather than AWS OpenAI's primary cloud?", "Yes. Microsoft (Azure)"),
    ("Is AWS rather than Azure OpenAI's primary cloud?", "No. Microsoft (Azure)"),
    ("Is Microsoft's license until 2030?", "No. Microsoft holds a license"),
    ("Did Nvidia not invest in Anthropic?", "It is false that Nvidia did not invest in Anthropic: NVIDIA's investment"),
    ("Does Microsoft not have a right of first refusal any longer?", "It is true that Microsoft does not have"),
    (
        "What happens to Microsoft's license when AGI is declared?",
        "Microsoft holds a license to OpenAI's models and products, not exclusively, from 27 April 2026",
    ),
    ("Is Anthropic's commitment to Azure larger than OpenAI's to Oracle?", "No. Anthropic has committed"),
    ("Which is bigger, the AWS contract or the Oracle one?", "It is the Oracle one."),
    ("Did OpenAI commit less to Oracle than to AWS?", "No. OpenAI"),
    ("Did Nvidia invest more in OpenAI than in Anthropic?", "Yes. NVIDIA's"),
    ("Is SoftBank's stake in OpenAI smaller than Microsoft's?", "Yes. SoftBank"),
    ("Was o1 released before ChatGPT?", "No. 12 September 2024"),
    ("Which was released first, ChatGPT or o1?", "It is ChatGPT."),
]


@pytest.mark.parametrize(("question", "starts"), DECIDED)
def test_what_the_records_decide_is_told(store: Store, question: str, starts: str) -> None:
    document = asked(store, question)
    assert document["status"] == "answered"
    assert document["text"].startswith(starts)


@pytest.mark.parametrize(
    "question",
    [
        "Is the AWS deal worth 38 billion or 100 billion?",  # one part is this, the other that
        "Did OpenAI commit to Oracle rather than AWS?",  # to both
        "Does OpenAI use Azure instead of AWS?",
        "Did Microsoft not invest 10 billion in OpenAI?",  # other sums are no yes
        "Is it not untrue that Azure is not exclusive?",
        "Has Nvidia invested more in Anthropic than Microsoft has?",  # each up to so much
        "Is OpenAI's commitment to Azure bigger than Anthropic's?",  # of one part the amount is not known
        "Did the CoreWeave deal come before the Oracle one?",  # each is several documents, in turns
        "Was o1 released before GPT-4o?",
        "Is AMD's deal with OpenAI smaller than Broadcom's?",
        "Is Microsoft larger than Amazon?",
        "What happens if a startup leaves the program?",
        "What happens to Microsoft's licence if somebody acquires OpenAI?",
    ],
)
def test_what_they_do_not_decide_is_refused(store: Store, question: str) -> None:
    assert asked(store, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "left", "there"),
    [
        ("Who besides Microsoft sells OpenAI's models?", {"microsoft"}, "amazon"),
        ("Which clouds other than Azure does OpenAI use?", {"microsoft"}, "oracle"),
        ("Except for Microsoft, who has a stake in OpenAI?", {"microsoft"}, "softbank"),
        ("Who else besides Azure sells Claude?", {"microsoft"}, "amazon"),
        ("Who besides Amazon, Google and Microsoft invested in Anthropic?", {"amazon", "google", "microsoft"}, "nvidia"),
    ],
)
def test_who_is_left_out_is_said_and_not_told(store: Store, question: str, left: set[str], there: str) -> None:
    document = asked(store, question)
    told = {a["holder"] for a in document["answers"]}
    assert document["text"].startswith("Other than ")
    assert there in told
    assert not left & told
