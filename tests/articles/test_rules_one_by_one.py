"""The rules of the design by their numbers: what each sets from a text that it fits, under which name, and how surely.

Where two numbers of the design stand for one rule of ours, or a rule goes further, a comment says so.
"""

import os
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from builders import desk, headline

from reader.articles import parse
from reader.articles.doubts import advice, doubts
from reader.articles.evidence import evidence
from reader.model.article import Article, Value

TITLE = "Council votes to rebuild the northern pier"
PROSE = (
    "The town council voted on Monday to rebuild the northern pier, which was damaged by three storms last winter, "
    "officials said after the meeting.",
    "Work is expected to begin in the spring and to take two years, and the plan was shown to residents last week.",
    "Fishing crews have asked for a temporary quay, because the inner basin is too shallow for the larger boats.",
)
DERIVED = "The town council voted on Monday to rebuild the northern pier"
MARKED = f"{TITLE}\n\n{PROSE[0]}\n\n{PROSE[1]}\n"

Told = tuple[str, str, float]
"""Text, rule and confidence."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text that a rule fits."""

    rule: int
    """The number of the rule in the design."""
    text: str
    """All of the file."""
    expected: dict[str, Told]
    """What fields must be."""
    path: str = "article.txt"
    """Where the file stands."""

    def __str__(self) -> str:
        return f"rule {self.rule}: {' '.join(self.text.split())[:40]}"


def text(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def titled(*blocks: str) -> str:
    return text(TITLE, *blocks, *PROSE)


def mail() -> str:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Quill <ada@example.org>", TITLE
    message["Date"] = "Thu, 08 Apr 2021 10:00:00 +0000"
    message.set_content(text(*PROSE))
    return message.as_string()


DATA = '{"@type": "NewsArticle", "datePublished": "2021-04-08"}'
ADDRESS = "https://example.org/2021/04/08/politics/council-rebuild-northern-pier"


def page(head: str) -> str:
    body = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
    return f"<!doctype html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"


LEXIS = f"""
                               1 of 1 DOCUMENTS

                              The Pier Gazette

                             July 1, 2015 Wednesday

SECTION: NEWS; Pg. 4

LENGTH: 60 words

HEADLINE: {TITLE}

BYLINE: Ada Quill

BODY:

{PROSE[0]}

{PROSE[1]}

LOAD-DATE: July 3, 2015
"""
PROQUEST = "_" * 60 + text(
    "\n\n" + TITLE, f"Title: {TITLE}", "Author: Quill, Ada", "Publication title: Pier Gazette",
    "Publication date: Apr 8, 2021", "Section: News", f"Full text: {PROSE[0]}", PROSE[1],
) + "_" * 60  # fmt: skip
FACTIVA = f"""   HD {TITLE}
   BY By Ada Quill
   WC 60 words
   PD 8 April 2021
   SN Pier Gazette
   LA English
   LP {PROSE[0]}
   TD {PROSE[1]}
Document PIER000020210408eh480001
"""
TWEET = "We will rebuild it together. — Ada Quill (@ada) April 8, 2021"

CASES = [
    Case(1, f"---\ntitle: {TITLE}\ndate: 2021-04-08\nsitename: Pier Gazette\nauthor: Ada Quill\n---\n\n{MARKED}", {
        "title": (TITLE, "front matter", 0.99), "date": ("2021-04-08", "front matter", 0.99),
        "outlet": ("Pier Gazette", "front matter", 0.99), "byline": ("Ada Quill", "front matter", 0.99),
    }, "a.md"),
    Case(1, f'{{"title": "{TITLE}", "date": "2021-04-08", "text": "{PROSE[0]}\\n{PROSE[1]}"}}', {
        "title": (TITLE, "json", 0.99), "date": ("2021-04-08", "json", 0.99),
    }, "a.json"),
    # What a page tells search engines is its own word; of its other metadata a day may be that of a change.
    Case(1, page("<meta property='article:published_time' content='2021-04-08T10:00:00Z'>"), {
        "date": ("2021-04-08", "page metadata", 0.95),
    }, "a.html"),
    Case(1, page(f'<script type="application/ld+json">{DATA}</script>'), {
        "date": ("2021-04-08", "page metadata", 0.99),
    }, "a.html"),
    Case(1, mail(), {"title": (TITLE, "mail header", 0.99), "date": ("2021-04-08", "mail header", 0.99)}, "a.eml"),
    Case(2, f" date 2021-04-08 {titled()}", {
        "date": ("2021-04-08", "crawl mark", 0.95), "title": (TITLE, "first line", 0.9),
    }),
    Case(3, f"Title: {TITLE}\nDate: 2021-04-08\nSource: Pier Gazette\nBy: Ada Quill\n\n{text(*PROSE)}", {
        "title": (TITLE, "header block", 0.97), "date": ("2021-04-08", "header block", 0.97),
        "outlet": ("Pier Gazette", "header block", 0.97),
    }),
    Case(4, LEXIS, {
        "title": (TITLE, "LexisNexis", 0.97), "date": ("2015-07-01", "LexisNexis", 0.97),
        "outlet": ("The Pier Gazette", "LexisNexis", 0.97), "byline": ("Ada Quill", "LexisNexis", 0.97),
    }),
    Case(4, FACTIVA, {"title": (TITLE, "Factiva", 0.97), "date": ("2021-04-08", "Factiva", 0.97)}),
    Case(4, PROQUEST, {"title": (TITLE, "ProQuest", 0.97), "date": ("2021-04-08", "ProQuest", 0.97)}),
    Case(5, text("World news", TITLE, *PROSE), {"section": ("World news", "section line", 0.9)}),
    Case(5, text("Headlines", TITLE, *PROSE), {"section": ("Headlines", "section line", 0.7)}),
    Case(5, text("News", TITLE, *PROSE), {"section": ("News", "section line", 0.7)}),
    Case(6, titled(), {"section": ("Business", "folder name", 0.7)}, "business/001.txt"),
    Case(7, text(f"Iraq | {TITLE}", *PROSE), {
        "place": ("Iraq", "place prefix", 0.9), "title": (TITLE, "first line", 0.9),
    }),
    # After a colon the place may as well be who speaks, so that the title keeps it.
    Case(7, text(f"Iraq: {TITLE}", *PROSE), {
        "place": ("Iraq", "place prefix", 0.6), "title": (f"Iraq: {TITLE}", "first line", 0.9),
    }),
    Case(7, text("Iraq: 'We will rebuild the northern pier'", *PROSE), {"place": ("", "", 0.0)}),
    Case(7, text("Iraq: pier is closed again", *PROSE), {"place": ("", "", 0.0)}),
    Case(8, titled("By Ada Quill"), {"byline": ("Ada Quill", "byline", 0.9)}),
    Case(8, titled("By Ada Quill and Tom Brandt"), {"byline": ("Ada Quill and Tom Brandt", "byline", 0.9)}),
    Case(8, titled("By Ada Quill in New York | chinadaily.com.cn | Updated: 2017-04-28 13:23"), {
        "byline": ("Ada Quill", "byline", 0.9), "place": ("New York", "byline", 0.7),
        "outlet": ("chinadaily.com.cn", "byline", 0.85), "date": ("2017-04-28", "date line", 0.7),
    }),
    Case(8, titled("By Ada Quill | 28 April 2017"), {"date": ("2017-04-28", "date line", 0.85)}),
    Case(8, titled("By IANS"), {"agency": ("IANS", "byline", 0.9), "byline": ("", "", 0.0)}),
    Case(9, titled("Source: Xinhua| 2018-02-05 22:26:24|Editor: pengying"), {
        "date": ("2018-02-05", "date line", 0.85), "agency": ("Xinhua", "source line", 0.85),
    }),
    Case(9, titled("Xinhua, April 8, 2021"), {
        "date": ("2021-04-08", "date line", 0.85), "agency": ("Xinhua", "date line", 0.85),
    }),
    Case(9, titled("2020/06/16 | 23:00 - Source: Shafaq News"), {
        "date": ("2020-06-16", "date line", 0.85), "outlet": ("Shafaq News", "source line", 0.85),
    }),
    Case(9, titled("Published: 8 April 2021"), {"date": ("2021-04-08", "date line", 0.85)}),
    Case(9, titled("Date: 8 April 2021"), {"date": ("2021-04-08", "date line", 0.85)}),
    Case(9, titled("Updated: 8 April 2021"), {"date": ("2021-04-08", "date line", 0.7)}),
    Case(10, titled(), {"title": (TITLE, "first line", 0.9)}),
    Case(10, text(TITLE, "Two more years of work before boats return", *PROSE), {"title": (TITLE, "first line", 0.75)}),
    # A file whose only line above the prose is shorter than a title has no better one.
    Case(10, text("Pier vote", *PROSE), {"title": ("Pier vote", "first line", 0.7)}),
    Case(11, titled("Three storms had damaged it; repairs take two years"), {
        "standfirst": ("Three storms had damaged it; repairs take two years", "under the title", 0.7),
    }),
    Case(12, text("The Guardian", TITLE, *PROSE), {"outlet": ("The Guardian", "outlet line", 0.8)}),
    Case(12, text("pier-gazette.com", TITLE, *PROSE), {"outlet": ("pier-gazette.com", "outlet line", 0.5)}),
    Case(13, titled("Ada Quill"), {"byline": ("Ada Quill", "name line", 0.6)}),
    Case(14, text(f" date 2021-04-08 {PROSE[1][:-1]}…reports Asian Lite News", *PROSE), {
        "outlet": ("Asian Lite News", "reports tail", 0.9), "standfirst": (PROSE[1][:-1], "reports tail", 0.9),
    }),
    Case(14, text(f"{PROSE[1][:-1]}... writes Pier Gazette News", *PROSE), {
        "standfirst": (PROSE[1][:-1], "reports tail", 0.9),
    }),
    Case(15, titled(f"BAGHDAD, April 7 (Xinhua) -- {PROSE[0]}"), {
        "place": ("Baghdad", "dateline", 0.9), "agency": ("Xinhua", "dateline", 0.95), "date": ("", "", 0.0),
    }),
    Case(15, titled(f"MOSCOW (Sputnik - 11th June, 2020) {PROSE[0]}"), {
        "agency": ("Sputnik", "dateline", 0.95), "date": ("2020-06-11", "dateline", 0.85),
    }),
    Case(15, titled(f"Beijing [China], December 26 (ANI): {PROSE[0]}"), {
        "place": ("Beijing", "dateline", 0.9), "agency": ("ANI", "dateline", 0.95),
    }),
    Case(15, titled(f"Washington, Oct 28 {PROSE[0]}"), {"place": ("Washington", "dateline", 0.9)}),
    Case(16, titled(f"Shafaq News / {PROSE[0]}"), {"outlet": ("Shafaq News", "outlet prefix", 0.85)}),
    Case(16, titled(f"(ThisDay | Iraq News Now )- Shafaq News / {PROSE[0]}"), {
        "outlet": ("Shafaq News", "outlet prefix", 0.85),
    }),
    Case(17, titled("", *PROSE, "Reporting by Ada Quill; Editing by Tom Brandt"), {
        "byline": ("Ada Quill", "credit line", 0.8),
    }),
    Case(17, titled("", *PROSE, "(Additional reporting by Ada Quill in Oslo; Editing by Tom Brandt)"), {
        "byline": ("Ada Quill", "credit line", 0.8),
    }),
    Case(17, titled("", *PROSE, "- AP"), {"agency": ("AP", "credit line", 0.8)}),
    Case(17, titled("", *PROSE, "Source: Xinhua"), {"agency": ("Xinhua", "source line", 0.85)}),
    Case(18, titled("The fees were raised twice in a year, Xinhua news agency reported on Monday, it was said."), {
        "agency": ("Xinhua", "in-text agency", 0.7),
    }),
    Case(18, titled("The fees were raised twice within a year, a spokesman told AFP after the vote was over."), {
        "agency": ("AFP", "in-text agency", 0.7),
    }),
    Case(18, titled("The fees were raised twice within a year, he said (Reuters), but nobody has paid them."), {
        "agency": ("Reuters", "in-text agency", 0.7),
    }),
    Case(18, titled("The fees were raised on an ap, according to ap makers who were asked about it on Monday."), {
        "agency": ("", "", 0.0),
    }),
    Case(19, text(*PROSE), {"title": (DERIVED, "derived", 0.35)}),
    Case(19, text(f"The decision was made late at night. {PROSE[2]}", *PROSE), {"title": (DERIVED, "derived", 0.35)}),
    Case(20, titled(), {"date": ("2021-04-08", "file name", 0.75)}, "2021-04-08-pier.txt"),
    Case(20, titled(), {"date": ("2021-04-08", "file name", 0.75)}, "20210408.txt"),
    Case(20, text(*PROSE), {
        "title": ("Council rebuild northern pier", "file name", 0.4),
    }, "council-rebuild-northern-pier.txt"),
    Case(20, text(*PROSE), {"title": (DERIVED, "derived", 0.35), "date": ("", "", 0.0)}, "001_f296c458783725f1.txt"),
    Case(21, f"---\nurl: {ADDRESS}\n---\n\n{text(*PROSE)}", {
        "date": ("2021-04-08", "address", 0.8), "title": ("Council rebuild northern pier", "address", 0.4),
    }, "a.md"),
    Case(21, f"---\nurl: {ADDRESS.replace('/04/08', '')}\n---\n\n{text(*PROSE)}", {
        "section": ("Politics", "address", 0.6),
    }, "a.md"),
    Case(22, titled(f"BAGHDAD, April 7 (Xinhua) -- {PROSE[0]}", TWEET), {
        "date": ("2021-04-07", "dateline and year", 0.6),
    }),
    Case(23, titled("", PROSE[0], TWEET, "Well said. — Tom Brandt (@tom) April 3, 2021"), {
        "date": ("2021-04-08", "tweet date", 0.5),
    }),
    Case(25, titled("He was chosen on 3 May 2019, and a second time on 5 January 2020, when few had voted for him."), {
        "date": ("", "", 0.0), "not_before": ("2020-01-05", "newest day named", 0.2),
    }),
]  # fmt: skip


def read(content: str, path: str = "article.txt") -> Article:
    (article,) = parse(content.encode(), path)
    return article


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_sets_its_values_and_says_how_surely(case: Case) -> None:
    article = read(case.text, case.path)
    values: dict[str, Value] = {field: getattr(article, field) for field in case.expected}
    assert {field: (value.text, value.rule, value.confidence) for field, value in values.items()} == case.expected


def test_every_rule_has_a_case_but_the_two_that_need_a_folder() -> None:
    assert {case.rule for case in CASES} == {*range(1, 27)} - {24, 26}


def test_rule_24_a_copy_that_is_surely_dated_lends_its_day(tmp_path: Path) -> None:
    made = desk(tmp_path)
    paragraphs = [
        f"The {word} of the town council voted on Monday to rebuild pier {count}, which was damaged by storms, and "
        f"{word} number {count} was asked to plan the work that will begin in spring."
        for count, word in enumerate(("chair", "clerk", "mayor", "deputy", "warden", "treasurer", "speaker", "officer"))
    ]
    (made.folder / "001.txt").write_text(f" date 2021-04-08 {text(TITLE, *paragraphs)}")
    (made.folder / "000.txt").write_text(text("Pier to be rebuilt in the spring of next year", *paragraphs))
    library = made.refreshed()
    lent = headline(library, "000.txt")
    library.close()
    assert (lent.date, lent.date_confidence) == ("2021-04-08", 0.5)


def test_rule_26_the_time_of_the_file_is_when_it_was_added_and_never_its_date(tmp_path: Path) -> None:
    made = desk(tmp_path)
    path = made.folder / "a.txt"
    path.write_text(titled())
    os.utime(path, (1_600_000_000, 1_600_000_000))
    library = made.refreshed()
    shown = headline(library, "a.txt")
    library.close()
    assert (shown.date, shown.added) == ("", 1_600_000_000)


# Precedence


def test_the_surest_value_wins_and_of_equal_ones_that_of_the_earlier_rule() -> None:
    article = read(titled("Published: 8 April 2021", "Published: 9 April 2021"), "2021-04-10.txt")
    assert (article.date.text, article.date.rule) == ("2021-04-08", "date line")
    assert read(titled("Updated: 9 April 2021"), "2021-04-08.txt").date.rule == "file name"


# Days that contradict each other

APART = f"---\ntitle: {TITLE}\ndate: 2021-04-08\n---\n\nPublished: {{day}}\n\n{text(*PROSE)}"


def test_of_two_days_that_differ_the_surer_is_kept_and_a_note_tells_of_the_other() -> None:
    article = read(APART.format(day="14 April 2021"), "a.md")
    assert article.date.text == "2021-04-08"
    assert article.notes == ("two dates differ: 2021-04-08 (front matter) is kept, 2021-04-14 (date line) is not",)
    assert doubts(article) == article.notes
    assert "correct" in advice(article.notes[0])


@pytest.mark.parametrize("day", ["8 April 2021", "10 April 2021", "6 April 2021"])
def test_two_days_between_dates_are_no_contradiction(day: str) -> None:
    assert not read(APART.format(day=day), "a.md").notes


@pytest.mark.parametrize(
    ("line", "path"),
    [("Updated: 28 April 2021", "a.txt"), ("Published: 8 April 2021", "20210409.txt"), (TWEET, "a.txt")],
)
def test_an_update_a_near_day_and_an_older_tweet_contradict_nothing(line: str, path: str) -> None:
    assert not read(titled("Published: 9 April 2021", PROSE[1], line), path).notes


def test_a_tweet_that_is_younger_than_the_article_is_a_contradiction() -> None:
    article = read(titled("Published: 2 April 2021", PROSE[0], TWEET))
    assert article.date.text == "2021-04-02"
    assert article.notes == ("two dates differ: 2021-04-02 (date line) is kept, but it quotes a tweet of 2021-04-08",)


def test_a_day_that_can_be_read_both_ways_contradicts_nothing() -> None:
    assert not read(titled("Published: 04/05/2021"), "2021-04-08-pier.txt").notes


def test_a_date_that_was_corrected_is_in_doubt_no_more() -> None:
    article = read(APART.format(day="14 April 2021"), "a.md")
    assert doubts(replace(article, corrected=("date",))) == ()


def test_the_newest_day_of_the_text_is_told_as_evidence_and_not_where_the_date_is_known() -> None:
    named = "He was chosen on 3 May 2019, and a second time on 5 January 2020, when few had voted for him."
    article = read(titled(named))
    date = next(each for each in evidence(article, {}, titled(named)) if each.field == "date")
    assert (date.text, date.why) == ("", "nothing in the file names it; the newest day in its text is 2020-01-05")
    assert not read(titled("Published: 8 April 2021", named)).not_before
    assert not read(titled("They will meet on 5 January 2950, it was agreed, and the pier will be old.")).not_before
