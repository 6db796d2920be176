"""Questions about what sources tell differently, which no other reading answers."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

READINGS = """
Why are there two prices for OpenAI's Oracle deal? | dispute:oracle-openai-price
Why don't the two reported prices of the Oracle deal, 30 billion a year and 300 billion over five years, fit together? | dispute:oracle-openai-price
Who leads in enterprise AI, Anthropic or OpenAI? The surveys seem to disagree. | dispute:enterprise-ai-leader
Which model did the Azure benchmark really test, GPT-5 or GPT-5.5? | dispute:azure-benchmark-model
How many jurors sat in the Musk trial, nine or twelve? | dispute:musk-trial-details
Was the AGI test $100 billion of profits or of revenue? | dispute:agi-profit-or-revenue
Some press says the $15 billion of Microsoft and NVIDIA for Anthropic is split evenly. Is that right? | dispute:microsoft-anthropic-split
Which is right: did Mustafa Suleyman or Sam Schillace raise his voice? | dispute:who-raised-his-voice
Was Azure's exclusivity extended to 2032 in October 2025? | dispute:exclusivity-to-2032
Did Microsoft and OpenAI change their contract again in July 2026? | dispute:july-2026-amendment
Did Microsoft and OpenAI change their contract in April 2026? | microsoft-openai/2026-04-27
Did Microsoft and OpenAI change their contract in August 2026? | -
Which condition was it that finally released Amazon's $35 billion to OpenAI? | dispute:amazon-openai-35b-reason
Which condition released Amazon's $35 billion to Anthropic? | -
Why do reports disagree on Anthropic's valuation? | dispute:amazon-anthropic-valuation
Two prices for Oracle's OpenAI contract are reported, $30bn a year and $300bn in all. Which one is right? | dispute:oracle-openai-price
Is Azure OpenAI's primary cloud until 2032? | dispute:primary-until-2032
Is the $35 billion still conditional? | dispute:amazon-openai-35b-pending
Was exclusivity extended to 2032? | dispute:exclusivity-to-2032
Are OpenAI models sold on Vertex AI? | dispute:openai-on-google-cloud
Can OpenAI's models be bought on Google's Vertex AI? | dispute:openai-on-google-cloud
Are OpenAI's models available on Google Cloud? | dispute:openai-on-google-cloud
Was exclusivity extended to 2030? | -
Was exclusivity extended to 2032 in April 2026? | -
Is the $38 billion still conditional? | -
Are OpenAI models sold on Cloudflare? | -
is gpt-5.5 the same price on bedrock as on openai's api | dispute:amazon-openai-price-parity
Do I pay the same for GPT-5.5 on Bedrock as at OpenAI directly? | dispute:amazon-openai-price-parity
is gpt-5.5 the same price on azure as on openai's api | -
is claude the same price on bedrock as on anthropic's api | -
are prices of gpt-5.6 on bedrock the same as on openai's api | -
Does Bedrock have the same models as OpenAI's API? | -
do you get all the same openai features on bedrock as on openai's own api? | amazon-openai/2026-06-01#feature-parity
Are Bedrock's features for OpenAI models the same as on OpenAI's own API? | amazon-openai/2026-06-01#feature-parity
Does Azure have the same features as OpenAI's own API? | -
does bedrock have the same features as before june 2026 | -
Is the April 2026 amendment good for Microsoft? | -
Was there a $200 billion partnership of Amazon and OpenAI? | -
Why are there two prices for OpenAI's Apple deal? | -
why did apple and google report different numbers | -
Is the weather in Abilene hot or cold? | -
Did Meta or Google buy Anthropic? | -
Is the revenue share 20 percent or 25 percent? | microsoft-openai/2026-04-27#revenue-share
How many jurors sat in the Musk trial, nine or ten? | -
"""


@pytest.mark.parametrize(("question", "record"), [line.split(" | ") for line in READINGS.strip().splitlines()])
def test_a_question_about_what_sources_tell_differently_is_answered_by_the_dispute(shipped: Store, question: str, record: str) -> None:
    told = answer(shipped, question)
    assert (told["answers"][0]["clause"] if told["answers"] else "-") == record


def test_what_is_preferred_says_yes_or_no(shipped: Store) -> None:
    told = answer(shipped, "Some press says the $15 billion of Microsoft and NVIDIA for Anthropic is split evenly. Is that right?")
    assert told["text"].startswith("No. Sources disagree")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was Azure's exclusivity extended to 2032 in October 2025?", "No."),
        ("Did Microsoft and Nvidia split their $15 billion for Anthropic evenly?", "No."),
        ("Did Microsoft and OpenAI change their contract again in July 2026?", "No."),
        ("Are model weights and code outside Microsoft's rights?", "No."),
        ("Is AWS the only third-party cloud for Frontier after 27 April 2026?", "Yes."),
        ("Was there a $188 billion partnership of Amazon and OpenAI?", "No."),
    ],
)
def test_a_dispute_says_what_its_own_question_is_answered_with(shipped: Store, question: str, said: str) -> None:
    assert answer(shipped, question)["text"].startswith(f"{said} Sources disagree")


@pytest.mark.parametrize("question", ["Was exclusivity extended to 2032?", "Can OpenAI's models be bought on Google's Vertex AI?"])
def test_a_dispute_that_no_side_of_is_said_is_told_without_yes_or_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("Sources disagree")


def test_whom_an_event_is_called_by_is_no_side(shipped: Store) -> None:
    assert [c["clause"] for c in answer(shipped, "Were there nine or twelve jurors in Musk v. Altman?")["answers"]] == ["dispute:musk-trial-details"]
    assert answer(shipped, "Were there nine or twelve jurors in Musk v. Google?")["status"] != "answered"
    assert answer(shipped, "Were there nine or ten jurors in Musk v. Altman?")["status"] != "answered"


def test_which_of_two_states_it_is_is_no_question_of_how_long(shipped: Store) -> None:
    told = {a["clause"] for a in answer(shipped, "Is GPT-5.5 in preview or generally available on Bedrock?")["answers"]}
    assert "dispute:amazon-openai-preview-length" not in told
    length = answer(shipped, "did the bedrock preview last five or eight weeks?")["answers"]
    assert "dispute:amazon-openai-preview-length" in {a["clause"] for a in length}
