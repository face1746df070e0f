"""Days told in the text: shown, but neither searched nor copied; and the file as it is, over the article."""

import re
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from reader.files import Raw
from reader.model.article import Article, Block, BlockKind, Value
from reader.model.headline import Headline
from reader.ui.widgets.article_layout import MOST_RAW_LINES, Manner, article_paragraphs, lines_of, raw_paragraphs
from reader.ui.widgets.days_told import day_from, with_days
from reader.ui.widgets.drawing import ASCII, UNICODE, Role, spans_of
from reader.ui.widgets.headline_rows import RowPainter
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.text_page import START, TextPage
from reader.ui.widgets.wrapping import chopped

THURSDAY = date(2021, 4, 8)
TEXT = "The ferry ran aground on Wednesday night and was freed on Thursday."
PARAGRAPH = Paragraph(Role.TEXT, TEXT, gap=False)


def told(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\xa0", " ")


def test_a_day_is_told_after_its_word() -> None:
    shown = with_days(PARAGRAPH, THURSDAY)
    assert told(shown) == "The ferry ran aground on Wednesday [7 Apr] night and was freed on Thursday [8 Apr]."
    assert shown.own_text == TEXT
    assert [shown.text[start:end] for start, end, role in shown.spans if role is Role.DETAIL] == [
        "\xa0[7\xa0Apr]",
        "\xa0[8\xa0Apr]",
    ]


def test_a_day_of_another_year_is_told_with_it() -> None:
    shown = with_days(Paragraph(Role.TEXT, "It sank on Thursday."), date(2021, 1, 1))
    assert told(shown) == "It sank on Thursday [31 Dec 2020]."


def test_nothing_is_told_without_a_day_to_look_from() -> None:
    assert with_days(PARAGRAPH, None) == PARAGRAPH


def test_the_day_after_a_late_publication_is_near() -> None:
    paragraph = Paragraph(Role.TEXT, "It sank on Friday.")
    article = Article("a", date=Value("2021-04-08", "date line", 0.9, time="23:26"))
    article = replace(article, blocks=(Block(BlockKind.PARAGRAPH, paragraph.text),))
    assert told(with_days(paragraph, THURSDAY)) == "It sank on Friday [2 Apr]."
    shown = article_paragraphs(article, None, UNICODE, Manner(anchor=THURSDAY, late=article.date.late))
    assert "It sank on Friday [9 Apr]." in [told(part) for part in shown]
    assert (day_from(""), day_from("2021"), day_from("2021-04-08")) == (None, None, THURSDAY)


def test_a_phrase_is_found_across_a_day_that_is_told() -> None:
    page = TextPage([with_days(PARAGRAPH, THURSDAY)])
    page.light(partial(spans_of, pattern=re.compile("Wednesday night|Apr|freed")))
    page.wrap(200)
    lit = ["".join(text for text, role in page.pieces(0, -1, None) if role is Role.MATCH)]
    assert lit == ["Wednesday [7 Apr] nightfreed"]


def test_what_is_told_is_not_copied() -> None:
    page = TextPage([with_days(PARAGRAPH, THURSDAY)])
    page.wrap(40)
    assert page.selected_text(Selection(None, None), 0) == TEXT
    part = Selection(Offset(9, 0), Offset(12, 1))
    assert "[" not in page.selected_text(part, 0)


def test_a_place_stays_at_its_words_when_days_are_told() -> None:
    text = " ".join([TEXT] * 20)
    before, after = TextPage([Paragraph(Role.TEXT, text)]), TextPage([with_days(Paragraph(Role.TEXT, text), THURSDAY)])
    before.wrap(40)
    after.wrap(40)
    place = before.place(15)
    there = after.moved(place, before)
    assert there[1] > place[1]
    assert after.moved(START, before) == START
    assert before.moved(there, after) == place


def test_a_tweet_is_seen_from_its_own_day() -> None:
    tweet = Block(BlockKind.TWEET, "It was freed yesterday.", author="Ida Holm", handle="@ida", date="2021-03-02")
    article = Article("a.txt", blocks=(tweet, Block(BlockKind.PARAGRAPH, "It sank yesterday.")))
    shown = [told(part) for part in article_paragraphs(article, None, UNICODE, Manner(anchor=THURSDAY))]
    assert "It was freed yesterday [1 Mar]." in shown
    assert "It sank yesterday [7 Apr]." in shown


# The file as it is


def test_lines_are_cut_after_a_blank_or_where_they_are_full_and_nothing_is_left_out() -> None:
    assert chopped("as it is, with blanks", 12) == [(0, 10), (10, 21)]
    assert chopped("        indented", 8) == [(0, 8), (8, 16)]
    assert chopped("  two  words ", 6) == [(0, 6), (6, 12), (12, 13)]
    assert chopped("", 6) == [(0, 0)]
    assert chopped("日本語日本語", 5) == [(0, 2), (2, 4), (4, 6)]


def test_every_line_of_the_file_is_a_paragraph_under_its_name() -> None:
    shown = raw_paragraphs(Raw("world/a.txt", "one\n\n\ttwo  \n", "cp1252 (guessed)"), UNICODE)
    assert [part.text.replace("\xa0", " ") for part in shown] == [
        "world/a.txt · as it is · cp1252 (guessed)",
        "one",
        "",
        "        two  ",
        "",
    ]
    assert len(lines_of(shown, 10)) > len(shown)


def test_a_file_of_a_million_lines_is_shown_in_part_and_that_is_said() -> None:
    shown = raw_paragraphs(Raw("a.txt", "ab\n" * 1_000_000, "utf-8"), UNICODE)
    assert len(shown) == MOST_RAW_LINES + 2
    assert "broadsheet show --raw" in shown[-1].text


# How sure a value is


def parts(article: Article, ascii_marks: bool = False) -> list[str]:
    shown = article_paragraphs(article, None, ASCII if ascii_marks else UNICODE)
    return [f"{part.first}{part.text}".replace("\xa0", " ") for part in shown]


@pytest.mark.parametrize(
    ("confidence", "marks", "shown"),
    [
        (0.9, False, "Herald"),
        (0.6, False, "≈Herald"),
        (0.4, False, "‹Herald›"),
        (0.6, True, "~Herald"),
        (0.4, True, "<Herald>"),
    ],
)
@pytest.mark.parametrize("field", ["title", "standfirst", "outlet", "agency", "place", "section", "byline"])
def test_every_value_shows_how_sure_it_is(field: str, confidence: float, marks: bool, shown: str) -> None:
    value = Value("Herald", "a rule", confidence)
    sure = Article("a.txt", title=Value("Title", "front matter", 0.99))
    text = parts(replace(sure, **{field: value}), marks)  # type: ignore[arg-type]
    assert ("By " if field == "byline" else "") + shown in text


def test_a_weak_value_is_dim() -> None:
    article = Article(
        "a.txt", place=Value("Tarn", "x", 0.3), outlet=Value("Herald", "x", 0.9), byline=Value("Tarn", "x", 0.3)
    )
    dim = [
        part.text[start:end]
        for part in article_paragraphs(article, None, UNICODE)
        for start, end, role in part.spans
        if role is Role.FAINT
    ]
    assert dim == ["‹Tarn›", "‹Tarn›"]


def test_a_row_shows_how_sure_title_and_outlet_are() -> None:
    headline = Headline(1, "a.txt", "Aground", title_confidence=0.75, outlet="Herald", outlet_confidence=0.5)
    title, details = RowPainter(60, UNICODE).row(headline, False, None)
    assert "≈Aground" in "".join(text for text, _ in title)
    assert ("≈Herald", Role.DETAIL) in details
    weak = replace(headline, title_confidence=0.4, outlet="", agency="Reuters", agency_confidence=0.3)
    title, details = RowPainter(60, ASCII).row(weak, False, None)
    assert "<Aground>" in "".join(text for text, _ in title)
    assert ("<via Reuters>", Role.FAINT) in details
