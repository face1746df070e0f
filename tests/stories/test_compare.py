"""Two articles side by side."""

import time
from pathlib import Path

import pytest
from story_texts import WIRE, daily, report, wire

from reader.articles import parse
from reader.model.article import Article
from reader.stories.compare import compare
from reader.stories.word_changes import Change

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")


def rows(a: Article, b: Article) -> list[tuple[str, int, int]]:
    """Status and the blocks of both, counted from 1; 0 for none."""
    return [(str(row.status), row.a + 1, row.b + 1) for row in compare(a, b).rows]


def differences(a: str, b: str) -> list[tuple[str, str]]:
    return [(str(each.kind), each.told) for each in compare(report(a), report(b)).differences]


def seeds() -> tuple[Article, Article]:
    first, second = (parse(path.read_bytes(), path.name)[0] for path in sorted(SEEDS.glob("*.txt")))
    return first, second


@needs_seeds
def test_the_seeds_are_aligned_as_listed() -> None:
    assert rows(*seeds()) == [
        ("only a", 1, 0),
        ("only a", 2, 0),
        ("reworked", 3, 1),
        ("reworked", 0, 2),
        ("shared", 4, 3),
        ("shared", 5, 4),
        ("shared", 6, 5),
        ("shared", 7, 6),
        ("only b", 0, 7),
        ("shared", 8, 8),
        *(("only b", 0, block) for block in range(9, 15)),
    ]


@needs_seeds
def test_the_seeds_differ_in_a_name_and_two_spellings() -> None:
    assert [(str(each.kind), each.told) for each in compare(*seeds()).differences] == [
        ("name", "Antony / Anthony Blinken"),
        ("spelling", "counterterrorism / counter-terrorism"),
        ("spelling", "emphasized / emphasised"),
    ]


@needs_seeds
def test_the_words_of_the_seeds_that_differ_are_those_listed() -> None:
    first, second = seeds()
    changed = [
        f"{each.change}{first.blocks[row.a].text[slice(*each.a)]}{second.blocks[row.b].text[slice(*each.b)]}"
        for row in compare(first, second).rows
        if row.a >= 4
        for each in row.words
        if each.change is not Change.SAME
    ]
    assert changed == ["-counterterrorism,", "+counter-terrorism,", "-emphasized", "+emphasised"]


def test_paragraphs_are_aligned_in_the_order_of_the_first() -> None:
    assert rows(wire(), daily()) == [
        ("only a", 1, 0),
        ("reworked", 2, 1),
        ("shared", 3, 2),
        ("only b", 0, 3),
        ("shared", 4, 4),
        ("only b", 0, 5),
    ]


def test_a_paragraph_that_moved_stands_where_the_first_has_it() -> None:
    a, b = report(*WIRE), report(WIRE[3], *WIRE[:3])
    assert rows(a, b) == [("shared", 1, 2), ("shared", 2, 3), ("shared", 3, 4), ("shared", 4, 1)]


def test_a_paragraph_split_in_two_is_no_news() -> None:
    first, second = WIRE[2].split(" and that salt")
    found = rows(report(*WIRE), report(*WIRE[:2], first, f"That salt{second}", WIRE[3]))
    assert {status for status, *_ in found} <= {"shared", "reworked"}
    assert ("only b", 0, 4) not in found


def test_articles_without_anything_in_common_have_only_their_own() -> None:
    assert rows(report(WIRE[0]), report(WIRE[3])) == [("only a", 1, 0), ("only b", 0, 1)]


def test_an_article_without_blocks_can_be_compared() -> None:
    assert rows(report(), report(WIRE[0])) == [("only b", 0, 1)]
    assert compare(report(), report()).rows == ()


BASE = "The ferry, which carried 3,000 soldiers from Port Ellary, sank off Skarra on Wednesday in thick fog, said {}."


@pytest.mark.parametrize(
    ("before", "after", "kind", "told"),
    [
        ("3,000", "2,500", "figure", "3,000 here, 2,500 there (soldiers)"),
        ("3,000", "nine", "figure", "3,000 here, nine there (soldiers)"),
        ("Wednesday", "Thursday", "date", "Wednesday / Thursday"),
        ("Wednesday", "June 12 or Wednesday", "", ""),
        ("Skarra", "Skara", "name", "Skarra / Skara"),
        ("Skarra", "Ostrel", "", ""),
        ("fog", "mist", "", ""),
        ("thick", "THICK", "", ""),
    ],
)
def test_what_differs_is_called_by_its_kind(before: str, after: str, kind: str, told: str) -> None:
    one = BASE.format("Ida Holm")
    assert differences(one, one.replace(before, after)) == ([(kind, told)] if kind else [])


def test_days_of_a_month_and_years_are_dates() -> None:
    one = "The parliament of Vorland passed the law on June 12 after it had sent it back in 2019 for want of money."
    assert differences(one, one.replace("June 12", "June 13")) == [("date", "June 12 / June 13")]
    assert differences(one, one.replace("2019", "2018")) == [("date", "2019 / 2018")]


def test_a_figure_before_the_same_word_is_found_in_a_reworded_paragraph() -> None:
    found = compare(wire(), daily()).differences
    assert ("figure", "14 here, 16 there (months)") in [(str(each.kind), each.told) for each in found]


def test_the_same_figure_in_digits_and_words_is_no_difference() -> None:
    one = BASE.format("Ida Holm").replace("3,000", "14")
    assert differences(one, one.replace("14", "fourteen")) == []


def test_spellings_of_a_name_are_found_in_paragraphs_that_do_not_correspond() -> None:
    one = report(f"Foreign Minister Qasem Haddarin spoke. {WIRE[0]}", WIRE[1])
    other = report(f"{WIRE[3]} It was a good day for Qassem Haddarin.", WIRE[1])
    assert [each.told for each in compare(one, other).differences] == ["Qasem / Qassem Haddarin"]


def test_surnames_spelled_in_two_ways_are_told_whole() -> None:
    one = WIRE[1].replace("report", "report by Yusra Khatim")
    assert differences(one, one.replace("Khatim", "Khateem"))[0] == ("name", "Yusra Khatim / Yusra Khateem")


def test_two_persons_of_one_surname_are_no_two_spellings() -> None:
    one = WIRE[1].replace("report", "report by Ada Brenner")
    assert differences(one, one.replace("Ada", "Oskar")) == []


FALL = "On Friday the climber Duncan Raite died after slipping and falling about {} from a ridge near the hut."


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("60 metres (200 feet)", "200ft", []),
        ("60 metres (200 feet)", "700ft", [("figure", "60 metres (200 feet) here, 700ft there")]),
        ("600 metres (2, 000 feet)", "2,000ft", []),
        ("2, 000ft", "2,500ft", [("figure", "2, 000ft here, 2,500ft there")]),
        ("60m", "60 paces", []),
        ("£5m", "€6m", []),
        ("5pm", "5 p.m.", []),
    ],
)
def test_figures_differ_where_their_units_can_be_compared(here: str, there: str, told: list[tuple[str, str]]) -> None:
    assert differences(FALL.format(here), FALL.format(there)) == told


def test_a_name_spelled_differently_in_a_passage_is_told_with_the_first_name() -> None:
    one = FALL.format("60m")
    assert differences(one, one.replace("Raite", "Rait")) == [("name", "Duncan Raite / Duncan Rait")]
    assert differences(one, one.replace("Raite", "Raite's")) == []
    titled = one.replace("Duncan Raite", "Professor Adda Brenner")
    assert differences(titled, titled.replace("Adda", "Ada")) == [("name", "Adda / Ada Brenner")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the Iraqi army", "the Iraq army"),
        ("the Woodburn fire", "the Woodburn-area fire"),
        ("in Dec. 2002 there", "in December 2002 there"),
        ("on Friday there", "in February there"),
        ("the plan’s cost", "the plan cost"),
        ("the pool — and", "the pool-and"),
    ],
)
def test_other_words_are_no_differences(here: str, there: str) -> None:
    text = "The council of Varnholt said late in the evening that {} had been looked at by nobody in the old town hall."
    assert differences(text.format(here), text.format(there)) == []


def test_a_year_that_both_tell_is_no_difference() -> None:
    one = "She was given the medal of the town in 1998, and was elected to the board of the council in 1995 by all."
    other = "She was given the medal of the town in 1995, and was elected to the board of the council in 1995 by all."
    assert differences(one, other.replace("in 1995 by all", "then by all")) == []


def test_what_was_compared_is_told_and_what_was_not() -> None:
    assert compare(report(WIRE[3]), report(WIRE[3])).coverage == (
        "no figure, name or day differs in the one passage that both have"
    )
    assert compare(report(*WIRE), report(*WIRE[1:])).coverage == (
        "no figure, name or day differs in the 3 passages that both have; 1 other cannot be compared"
    )
    assert compare(wire(), daily()).coverage.startswith("compared: the 3 passages that both have; 3 others")
    assert compare(report(WIRE[0]), report(WIRE[3])).coverage == (
        "no passage has a counterpart, so figures, names and days cannot be compared"
    )


def test_very_long_articles_take_seconds() -> None:
    one = report(*[f"{text} It was number {number} of them all." for number in range(250) for text in WIRE])
    other = report(*[f"{text} That was the number {number} on the list." for number in range(250) for text in WIRE])
    begun = time.process_time()
    assert len(compare(one, other).rows) >= 1000
    assert time.process_time() - begun < 10
