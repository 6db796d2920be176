"""Words that say when: every form is a window of days, or a refusal with the reason and the choices; what is no time stays a word of the question."""

from __future__ import annotations

import pytest

from tenor.ask.language.words import tokens
from tenor.ask.times.moments import Moment, Reader, Unclear
from tenor.dates import DAWN, FOREVER, day_number, iso, parse_day

#: A Thursday.
TODAY = parse_day("2026-11-26")
EVENTS = {
    ("zeta",): ("event:zeta", "2022-11-30", "2022-11-30"),
    ("zeta", "launch"): ("event:zeta", "2022-11-30", "2022-11-30"),
    ("may", "agreement"): ("acme/2025-05", "2025-05-01", "2025-05-31"),
}


def read(text: str, fiscal: tuple[int, int] | None = (6, 30)) -> tuple[list[Moment], list[str]]:
    """The moments of a text, and the words that are in none of them."""
    words = tokens(text)

    def named(i: int) -> tuple[int, int, int, str] | None:
        while i < len(words) and words[i].low in ("the", "a"):
            i += 1
        for name, (record, first, last) in sorted(EVENTS.items(), key=lambda e: -len(e[0])):
            if tuple(t.lemma for t in words[i : i + len(name)]) == name:
                return parse_day(first), parse_day(last) + 1, i + len(name), record
        return None

    found = Reader(words, TODAY, named, lambda: fiscal).read()
    used = {i for m in found for i in range(m.first, m.last + 1)}
    return found, [t.low for i, t in enumerate(words) if i not in used]


def span(text: str) -> str:
    """The one moment of ``who was it TEXT``, as its first and last day; nothing else may be left of it."""
    found, rest = read(f"who was it {text}")
    assert [w for w in rest if w != "the"] == ["who", "was", "it"], (rest, found)
    (moment,) = found
    return f"{iso(moment.start)} {iso(moment.end - 1) if moment.end < FOREVER else '..'}"


DAYS = {
    "on 2024-02-29": "2024-02-29", "on 27 April 2026": "2026-04-27", "on April 27, 2026": "2026-04-27", "on April 27th 2026": "2026-04-27",
    "on the 27th of April 2026": "2026-04-27", "on the 27th of April, 2026": "2026-04-27", "on 1 may 2020": "2020-05-01", "on 1st sept 2020": "2020-09-01",
    "on Sep 1 2020": "2020-09-01", "on 2020/9/1": "2020-09-01", "on 13/05/2026": "2026-05-13", "on 05/13/2026": "2026-05-13", "on 5/5/2026": "2026-05-05", "on Feb. 3, 2021": "2021-02-03", "on 2026 April 27": "2026-04-27", "on Monday 27 April 2026": "2026-04-27",
    "on Monday, April 27, 2026": "2026-04-27", "on Monday, 2026-04-27": "2026-04-27", "as of 2020-01-01": "2020-01-01", "at 2020-01-01": "2020-01-01",
    "by 2020-01-01": "2020-01-01", "by the end of 2020": "2020-12-31", "as of the end of March 2020": "2020-03-31", "today": "2026-11-26", "now": "2026-11-26",
    "right now": "2026-11-26", "currently": "2026-11-26", "at present": "2026-11-26", "at the moment": "2026-11-26", "as of today": "2026-11-26",
    "as of now": "2026-11-26", "these days": "2026-11-26", "nowadays": "2026-11-26", "to date": "2026-11-26", "yesterday": "2026-11-25",
    "tomorrow": "2026-11-27", "the day before yesterday": "2026-11-24", "the day after tomorrow": "2026-11-28", "the day before 2020-03-01": "2020-02-29",
    "the day after 2019-12-31": "2020-01-01", "the day after 31 December 2019": "2020-01-01", "on the day before 1 March 2020": "2020-02-29",
    "a day before 2020-03-01": "2020-02-29", "one day after 2020-02-28": "2020-02-29", "two days before 2020-03-01": "2020-02-28",
    "a week after 2020-01-01": "2020-01-08", "a year after 2019-02-28": "2020-02-28", "three months before 2020-05-31": "2020-02-29",
    "two years ago": "2024-11-26", "a month ago": "2026-10-26", "3 weeks ago": "2026-11-05", "10 years ago": "2016-11-26", "in two years": "2028-11-26",
    "in 3 months": "2027-02-26", "two years from now": "2028-11-26", "a year from today": "2027-11-26", "at the end of 2025": "2025-12-31",
    "at the start of 2025": "2025-01-01", "at the beginning of 2025": "2025-01-01", "at the close of 2025": "2025-12-31",
    "at the beginning of March 1990": "1990-03-01", "at the start of Q3 2025": "2025-07-01", "at year end 2025": "2025-12-31", "at year-end 2025": "2025-12-31",
    "at the end of February 2024": "2024-02-29", "at the end of last year": "2025-12-31", "at the end of the 1990s": "1999-12-31",
    "last Monday": "2026-11-23", "last Thursday": "2026-11-19", "next Monday": "2026-11-30",
    "on the first day of 2020": "2020-01-01", "on the last day of February 2020": "2020-02-29", "on the last day of 2019": "2019-12-31",
    "when Zeta launched": "2022-11-30", "on the day of Zeta launch": "2022-11-30", "on the day Zeta launched": "2022-11-30", "at the time of Zeta launch": "2022-11-30",
    "at the time Zeta launched": "2022-11-30", "the day before Zeta launch": "2022-11-29", "a year after Zeta launch": "2023-11-30",
    "two days after Zeta launched": "2022-12-02", "as of Zeta launch": "2022-11-30", "at Zeta launch": "2022-11-30", "in the year 871-01-01": "",
}  # fmt: skip
DAYS.pop("in the year 871-01-01")

SPANS = {
    "in 2Q26": "2026-04-01 2026-06-30", "in 1H2025": "2025-01-01 2025-06-30",
    "in 2026": "2026-01-01 2026-12-31", "during 2026": "2026-01-01 2026-12-31", "throughout 2026": "2026-01-01 2026-12-31", "2026": "2026-01-01 2026-12-31",
    "in the year 2026": "2026-01-01 2026-12-31", "in the whole of 2026": "2026-01-01 2026-12-31", "in all of 2026": "2026-01-01 2026-12-31",
    "within 2026": "2026-01-01 2026-12-31", "over 2026": "2026-01-01 2026-12-31", "for 2026": "2026-01-01 2026-12-31", "in the year 871": "0871-01-01 0871-12-31",
    "in 871": "0871-01-01 0871-12-31", "in 871 AD": "0871-01-01 0871-12-31", "in AD 871": "0871-01-01 0871-12-31", "in 1066 CE": "1066-01-01 1066-12-31",
    "in May 2026": "2026-05-01 2026-05-31", "may 2026": "2026-05-01 2026-05-31", "in march 2026": "2026-03-01 2026-03-31", "in 2026-05": "2026-05-01 2026-05-31",
    "in Feb 2024": "2024-02-01 2024-02-29", "in May of 2026": "2026-05-01 2026-05-31", "in May, 2026": "2026-05-01 2026-05-31",
    "in the month of May 2026": "2026-05-01 2026-05-31", "in Q2 2026": "2026-04-01 2026-06-30", "in 2026 Q2": "2026-04-01 2026-06-30",
    "in 2026-Q2": "2026-04-01 2026-06-30", "in Q2 of 2026": "2026-04-01 2026-06-30", "in the second quarter of 2026": "2026-04-01 2026-06-30",
    "in the 2nd quarter of 2026": "2026-04-01 2026-06-30", "in the last quarter of 2026": "2026-10-01 2026-12-31", "in H1 2026": "2026-01-01 2026-06-30",
    "in the first half of 2026": "2026-01-01 2026-06-30", "in the second half of 2026": "2026-07-01 2026-12-31", "in spring 2026": "2026-03-01 2026-05-31",
    "in the summer of 2026": "2026-06-01 2026-08-31", "in fall 2026": "2026-09-01 2026-11-30", "in autumn 2026": "2026-09-01 2026-11-30",
    "in winter 2025": "2025-12-01 2026-02-28", "in early 2026": "2026-01-01 2026-04-30", "in mid-2026": "2026-05-01 2026-08-31",
    "in mid 2026": "2026-05-01 2026-08-31", "in the middle of 2026": "2026-05-01 2026-08-31", "in late 2026": "2026-09-01 2026-12-31",
    "in late May 2026": "2026-05-21 2026-05-31", "in early May 2026": "2026-05-01 2026-05-10", "in mid-May 2026": "2026-05-11 2026-05-20",
    "early in 2026": "2026-01-01 2026-04-30", "late in 2026": "2026-09-01 2026-12-31", "in the 1990s": "1990-01-01 1999-12-31",
    "in the 1900s": "", "in the early 1990s": "1990-01-01 1993-12-31", "in the late 1990s": "1997-01-01 1999-12-31",
    "in the nineties": "", "in the 19th century": "1801-01-01 1900-12-31", "in the nineteenth century": "1801-01-01 1900-12-31",
    "in the 21st century": "2001-01-01 2100-12-31", "last year": "2025-01-01 2025-12-31", "this year": "2026-01-01 2026-12-31",
    "next year": "2027-01-01 2027-12-31", "in the previous year": "2025-01-01 2025-12-31", "last month": "2026-10-01 2026-10-31",
    "last autumn": "2025-09-01 2025-11-30", "last summer": "2026-06-01 2026-08-31", "this spring": "2026-03-01 2026-05-31",
    "last winter": "2025-12-01 2026-02-28", "next summer": "2027-06-01 2027-08-31",
    "next month": "2026-12-01 2026-12-31", "this month": "2026-11-01 2026-11-30", "this quarter": "2026-10-01 2026-12-31",
    "last quarter": "2026-07-01 2026-09-30", "last week": "2026-11-16 2026-11-22", "this week": "2026-11-23 2026-11-29", "next week": "2026-11-30 2026-12-06",
    "so far this year": "2026-01-01 2026-11-26", "this year so far": "2026-01-01 2026-11-26", "the year before last": "2024-01-01 2024-12-31",
    "in the last two years": "2024-11-27 2026-11-26", "in the past 3 months": "2026-08-27 2026-11-26", "over the past year": "2025-11-27 2026-11-26",
    "during the last 10 days": "2026-11-17 2026-11-26", "in the next two years": "2026-11-27 2028-11-26", "in the first three months of 2020": "2020-01-01 2020-03-31",
    "in the last two weeks of 2020": "2020-12-18 2020-12-31", "in the first week of May 2020": "2020-05-01 2020-05-07",
    "from 2024 to 2026": "2024-01-01 2026-12-31", "between 2024 and 2026": "2024-01-01 2026-12-31", "from March 2024 through June 2025": "2024-03-01 2025-06-30",
    "between March and June 2025": "2025-03-01 2025-06-30", "from March to June 2025": "2025-03-01 2025-06-30", "2024-2026": "2024-01-01 2026-12-31",
    "2024 - 2026": "2024-01-01 2026-12-31", "2024–2026": "2024-01-01 2026-12-31", "in 2024–26": "2024-01-01 2026-12-31", "in 2024-2025": "2024-01-01 2025-12-31",
    "2024 to 2026": "2024-01-01 2026-12-31", "from 2024-01-05 until 2024-03-01": "2024-01-05 2024-02-29", "from 2024-01-05 to 2024-03-01": "2024-01-05 2024-03-01",
    "from 2024-01-05 through 2024-03-01": "2024-01-05 2024-03-01", "from 5 to 9 May 2024": "2024-05-05 2024-05-09", "between 5 and 9 May 2024": "2024-05-05 2024-05-09",
    "between May 5 and May 9, 2024": "2024-05-05 2024-05-09", "from May 5 to June 9, 2024": "2024-05-05 2024-06-09", "2024-01-05/2024-03-01": "2024-01-05 2024-03-01",
    "from 2024 to today": "2024-01-01 2026-11-26", "from 2024 until now": "2024-01-01 2026-11-26", "between 2024 and now": "2024-01-01 2026-11-26",
    "from Zeta launch to 2024": "2022-11-30 2024-12-31", "between Zeta launch and the May agreement": "2022-11-30 2025-05-31",
    "before 2024": ".. 2023-12-31", "before 5 May 2024": ".. 2024-05-04", "before Zeta launch": ".. 2022-11-29", "prior to 2024": ".. 2023-12-31",
    "earlier than 2024": ".. 2023-12-31", "up to 2024": ".. 2024-12-31", "until 2024-05-05": ".. 2024-05-04", "until the end of 2024": ".. 2024-12-31",
    "until 2024": ".. 2024-12-31", "through 2024": ".. 2024-12-31", "after 2024": "2025-01-01 ..", "after 5 May 2024": "2024-05-06 ..",
    "following Zeta launch": "2022-12-01 ..", "later than 2024": "2025-01-01 ..", "since 2024": "2024-01-01 2026-11-26", "since May 2024": "2024-05-01 2026-11-26",
    "ever since 2024": "2024-01-01 2026-11-26", "since last year": "2025-01-01 2026-11-26", "since Zeta launch": "2022-11-30 2026-11-26",
    "since Zeta launched": "2022-11-30 2026-11-26", "from 2024 on": "2024-01-01 ..", "from 2024 onwards": "2024-01-01 ..", "from May 2024 onward": "2024-05-01 ..",
    "under the May agreement": "2025-05-01 2025-05-31", "in fiscal 2026": "2025-07-01 2026-06-30", "in FY2026": "2025-07-01 2026-06-30", "in FY26": "2025-07-01 2026-06-30",
    "in fiscal year 2026": "2025-07-01 2026-06-30", "in Q1 FY2026": "2025-07-01 2025-09-30", "in the first quarter of fiscal 2026": "2025-07-01 2025-09-30",
    "in H2 FY26": "2026-01-01 2026-06-30", "by 2026": "2026-12-31", "before the end of 2024": ".. 2024-12-30", "after the start of 2024": "2024-01-02 ..",
    "after mid-2024": "2024-09-01 ..", "since early 2024": "2024-01-01 2026-11-26", "a few years ago": "", "before the 1990s": ".. 1989-12-31",
}  # fmt: skip
for _none in ("in the 1900s", "in the nineties", "a few years ago", "by 2026"):
    SPANS.pop(_none)


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_days(text: str, day: str) -> None:
    assert span(text) == f"{day} {day}"


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_spans(text: str, days: str) -> None:
    assert span(text) == days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 2026-02-30", "does not exist"),
        ("on Feb 30, 2026", "February 2026 has 28 days"),
        ("on 29 February 2026", "February 2026 has 28 days"),
        ("on February 29 1900", "February 1900 has 28 days"),
        ("on 31 June 2024", "June 2024 has 30 days"),
        ("on 0 May 2024", ""),
        ("on 2026-13-01", "no month 13"),
        ("in 2026-13", "no month 13"),
        ("on 2026-00-10", "no month 00"),
        ("in 0000", "years start at 0001"),
        ("in year 0", "years start at"),
        ("on 4/5/26", ""),
        ("on 04/05/2026", "two ways"),
        ("on 13/13/2026", ""),
        ("in April", "of which year"),
        ("on 5 April", "of which year"),
        ("on April 5", "of which year"),
        ("on April 5th", "of which year"),
        ("in Q3", "of which year"),
        ("in the third quarter", "of which year"),
        ("in the first half", "of which year"),
        ("in summer", "of which year"),
        ("in Q5 2026", "four quarters"),
        ("in H3 2026", "two halves"),
        ("in the fifth quarter of 2026", "four quarters"),
        ("on Monday", "which Monday"),
        ("on Tuesday, 27 April 2026", "was a Monday"),
        ("in the nineties", "which nineties"),
        ("in the 90s", "which"),
        ("in the 1900s", "1900-01-01 to 1909"),
        ("in 44 BC", "before the year 1"),
        ("in 500 BCE", "before the year 1"),
        ("a few years ago", "how many"),
        ("some years ago", "how many"),
        ("between 2026 and 2024", "ends"),
        ("from 2026-05-05 to 2026-05-01", "ends"),
        ("since 2027", "has not come yet"),
        ("in the 32nd of May 2020", ""),
        ("on May 32, 2020", "May 2020 has 31 days"),
        ("at 5pm on 2020-05-01", "days, not hours"),
        ("at 10:30 on 2020-05-01", "days, not hours"),
        ("on 20200501", "2020-05-01"),
        ("in '98", "1998"),
    ],
)
def test_what_is_no_time_or_two_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(Unclear) as refused:
        read(f"who was it {text}")
    said = " ".join((refused.value.reason, *refused.value.choices))
    assert words in said


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("may Acme sell", ["may", "acme", "sell"]),
        ("who may march", ["who", "may", "march"]),
        ("how much is 2000 dollars", ["how", "much", "is", "2000", "dollar"]),
        ("what are 2048 chips", ["what", "are", "2048", "chips"]),
        ("$2024 million", ["$", "2024", "million"]),
        ("is it a second hand deal", ["is", "it", "a", "second", "hand", "deal"]),
        ("who came before Acme", ["who", "came", "before", "acme"]),
        ("the fall of the house", ["the", "fall", "of", "the", "house"]),
        ("does it last", ["does", "it", "last"]),
        ("when did it start", ["when", "did", "it", "start"]),
        ("who is president of 20 clubs", ["who", "is", "president", "of", "20", "clubs"]),
        ("since when", ["since", "when"]),
        ("until when", ["until", "when"]),
        ("the end of the deal", ["the", "end", "of", "the", "deal"]),
        ("no longer now", ["no", "longer"]),
    ],
)
def test_what_is_no_time_stays_a_word_of_the_question(text: str, left: list[str]) -> None:
    _, rest = read(text)
    assert [w.rstrip("s") if w == "dollars" else w for w in rest] == left


def test_a_fiscal_year_of_nobody_is_refused() -> None:
    with pytest.raises(Unclear, match="whose fiscal year"):
        read("in FY2026", fiscal=None)


def test_every_day_of_many_years_reads_as_itself() -> None:
    for day in range(day_number(1995, 1, 1), day_number(2030, 1, 1), 97):
        (moment,), _ = read(f"on {iso(day)}")
        assert (moment.start, moment.end) == (day, day + 1)


def test_windows_are_never_empty_nor_turned_round() -> None:
    for text in (*DAYS, *SPANS):
        (moment,), _ = read(f"who was it {text}")
        assert DAWN <= moment.start < moment.end <= FOREVER
