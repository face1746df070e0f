"""Exports of press databases: split into their articles, each with its fields."""

import textwrap
import time
from contextlib import suppress

import pytest

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the long meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to the plan shown to residents."
WRAPPED = "\n\n".join(textwrap.fill(f"   {text}", 70) for text in (FIRST, SECOND))

LEXIS = f"""
                               %d of 2 DOCUMENTS


                      Copyright 2015 Guardian Newspapers Limited
                              All Rights Reserved

                             The Guardian (London)

                             July 1, 2015 Wednesday
                                 Final Edition

SECTION: GUARDIAN HOME PAGES; Pg. 12

LENGTH: 643 words

HEADLINE: Breakwater vote is won by a majority of one after
a long night

BYLINE: Ada Quill

DATELINE: OSLO

HIGHLIGHT: The vote was a close one.

BODY:

{WRAPPED}

GRAPHIC: The harbour

LOAD-DATE: July 3, 2019

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


"""
UNI = f"""Breakwater vote is won
The Guardian (London)
July 1, 2015 Wednesday

Copyright 2015 Guardian Newspapers Limited All Rights Reserved

Section: HOME PAGES; Pg. 12
Length: 643 words
Byline: Ada Quill

Body

{FIRST}

{SECOND}

Load-Date: July 3, 2019


End of Document


"""
TAGGED = f"""SE   Home
HD   Breakwater vote is won
BY   By Ada Quill
CR   Reuters
WC   643 words
PD   7 April 2021
ET   10:15
SN   Harbour News
SC   HARB
LA   English
CY   Copyright 2021. Harbour News.
LP
{FIRST}

TD
{SECOND}

NS   gcat : Political/General News
RE   norw : Norway
PUB   Harbour Media Ltd.
AN   Document HARB000020210407eh470000p

Document HARB000020210407eh470000p

"""
BARE = f"""Breakwater vote is won
By Ada Quill
643 words
7 April 2021
10:15
Harbour News
HARB
English
Copyright 2021. Harbour News.

{FIRST}

{SECOND}

Document HARB000020210407eh470000p

"""
RULER = "_" * 60
PROQUEST = f"""{RULER}

Breakwater vote is won

Author: Quill, Ada

Publication info: Harbour News ; Oslo [Oslo]. 07 Apr 2021: A.1.

Links: https://library.example.org/1

Full text: {FIRST}

{SECOND}

Subject: Harbours; Councils

Location: Oslo

Title: Breakwater vote is won

Publication title: Harbour News

Publication year: 2021

Publication date: Apr 7, 2021

Section: Home

ProQuest document ID: 123456789

Document URL: https://www.proquest.com/docview/123456789

Last updated: 2023-11-12

"""


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def both(text: str) -> tuple[Article, Article]:
    first, second = parse(text.encode("utf-8-sig"), "export.txt")
    return first, second


def test_lexisnexis() -> None:
    whole = (LEXIS % 1 + LEXIS % 2).replace("\n", "\r\n")
    first, second = both(whole)
    assert (first.id, second.id) == ("export.txt#1", "export.txt#2")
    assert first.title.text == "Breakwater vote is won by a majority of one after a long night"
    assert (first.title.rule, first.title.confidence) == ("LexisNexis", 0.97)
    assert (first.date.text, first.outlet.text, first.section.text) == (
        "2015-07-01",
        "The Guardian (London)",
        "GUARDIAN HOME PAGES",
    )
    assert (first.byline.text, first.place.text, first.standfirst.text) == (
        "Ada Quill",
        "OSLO",
        "The vote was a close one.",
    )
    assert texts(first) == texts(second) == [FIRST, SECOND]


def test_lexisnexis_in_german() -> None:
    text = (
        "Dokument 1 von 1\n\nHafenblatt\n\n1. Juli 2015 Mittwoch\n\nDie Mole wird neu gebaut\n\nAUTOR: Ada Quill\n\n"
        f"RUBRIK: POLITIK; S. 3\n\nLÄNGE: 643 Wörter\n\n{FIRST}\n\n{SECOND}\n\nUPDATE: 3. Juli 2019\n\n"
        "SPRACHE: GERMAN; DEUTSCH\n"
    )
    (article,) = parse(text.encode(), "a.txt")
    assert (article.date.text, article.outlet.text, article.byline.text) == ("2015-07-01", "Hafenblatt", "Ada Quill")
    assert article.section.text == "POLITIK"
    assert texts(article) == [FIRST, SECOND]


def test_nexis_uni_with_its_page_of_contents() -> None:
    first, second = both(f"Documents (2)\n\n1. Breakwater vote is won\n\n2. Breakwater vote is won\n\n\n{UNI}{UNI}")
    for article in (first, second):
        assert (article.title.text, article.outlet.text, article.date.text) == (
            "Breakwater vote is won",
            "The Guardian (London)",
            "2015-07-01",
        )
        assert (article.section.text, article.byline.text) == ("HOME PAGES", "Ada Quill")
        assert texts(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "record",
    [
        TAGGED,
        BARE,
        TAGGED.replace("Document HARB", "Dokument HARB").replace("   ", "\t"),
        TAGGED.replace("\n\nDocument HARB000020210407eh470000p\n", "\n"),
    ],
    ids=["labels", "none", "German, with tabs", "its number only beside AN"],
)
def test_factiva_with_and_without_labels(record: str) -> None:
    for article in both(f"{record}\f{record}"):
        assert (article.title.text, article.title.rule) == ("Breakwater vote is won", "Factiva")
        assert (article.date.text, article.outlet.text, article.byline.text) == (
            "2021-04-07",
            "Harbour News",
            "Ada Quill",
        )
        assert texts(article) == [FIRST, SECOND]


def test_the_bare_title_of_a_proquest_record_that_states_none() -> None:
    record = PROQUEST.replace("Title: Breakwater vote is won\n\n", "")
    for article in both(f"{record}{record}{RULER}\n"):
        assert (article.title.text, article.title.rule) == ("Breakwater vote is won", "ProQuest")


def test_proquest_and_its_notice_of_rights() -> None:
    for article in both(
        f"{PROQUEST}{PROQUEST}{RULER}\n\nContact us at: https://example.org Copyright 2021 ProQuest LLC.\n"
    ):
        assert (article.title.text, article.title.rule) == ("Breakwater vote is won", "ProQuest")
        assert (article.date.text, article.outlet.text, article.byline.text) == (
            "2021-04-07",
            "Harbour News",
            "Ada Quill",
        )
        assert article.url.text == "https://www.proquest.com/docview/123456789"
        assert texts(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        f"Only 2 of 5 documents were shown\n\n{FIRST}\n\n{SECOND}\n",
        f"The report\n\n{FIRST}\n\nDocument 12 was not shown to residents, and nobody said why that should be so.\n",
        f"A form\n\n{RULER}\n\n{FIRST}\n",
        f"Body\n\n{FIRST}\n\nEnd of document\n",
    ],
)
def test_prose_that_looks_a_little_like_an_export_is_prose(text: str) -> None:
    (article,) = parse(text.encode(), "a.txt")
    assert article.title.rule not in ("LexisNexis", "Factiva", "ProQuest")


@pytest.mark.parametrize(
    "hostile",
    [
        "1 of 2 DOCUMENTS\n" * 110_000,
        "1 of 2 DOCUMENTS\n" + "BODY:\n" * 300_000,
        "Body\n" + "\nEnd of Document\n" * 110_000,
        "\nDocument HARB000020210407eh470000p\n" * 50_000,
        "HD   a\nLP   b\n" * 130_000 + "\nDocument HARB000020210407eh470000p\n",
        f"\nPublication title:\n{RULER}\n" * 24_000,
        f"{RULER}\nPublication title:\n" + "Full text:\n" * 170_000,
    ],
    ids=range(7),
)
def test_hostile_exports_take_no_more_than_seconds(hostile: str) -> None:
    started = time.process_time()
    with suppress(ArticleError):
        parse(hostile.encode(), "a.txt")
    assert time.process_time() - started < 4
