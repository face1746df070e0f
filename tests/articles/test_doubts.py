"""What is doubtful about an article, what kind of trouble a reason tells of, what to do."""

import pytest

from reader.articles import parse
from reader.articles.doubts import advice, doubts, heading
from reader.articles.evidence import evidence
from reader.model.article import Article, Value

GUESSED = ("Der Bürgermeister von Köln sagte am Mittwoch, die Brücke müsse schließen. " * 4).encode("cp1252")


def test_a_guessed_encoding_is_a_doubt_and_mended_characters_are_none() -> None:
    assert doubts(parse(GUESSED, "a.txt")[0]) == ("its encoding was guessed (cp1252)",)
    mended = parse(
        b"The ferry\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s new timetable was read out in the council today.\n", "a.txt"
    )
    assert mended[0].notes
    assert doubts(mended[0]) == ()


def test_a_day_without_its_year_is_a_doubt_only_where_the_date_is_not_sure() -> None:
    article = Article("a.txt", notes=("its dateline names a day without a year",))
    assert doubts(article) == article.notes
    assert doubts(Article("a.txt", notes=article.notes, date=Value("2021-04-08", "x", 0.9))) == ()


def test_a_file_that_was_cut_is_doubtful() -> None:
    text = b"The council talked about the road until late in the evening and went home.\n\n" * 40
    assert doubts(parse(text, "a.txt", limit=1000)[0]) == ("only the first 1000 bytes were read",)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("a PDF file, not text: save its text as .txt", "a PDF file, not text"),
        ("its encoding was guessed (cp1252)", "its encoding was guessed"),
        ("may not be read; change its permissions", "may not be read"),
        ("empty", "empty"),
    ],
)
def test_a_reason_tells_of_its_kind(reason: str, kind: str) -> None:
    assert heading(reason) == kind


@pytest.mark.parametrize("reason", ["empty", "no letters", "under 30 characters", "binary file, not text"])
def test_a_bare_reason_has_advice(reason: str) -> None:
    assert advice(reason)


def test_a_reason_that_says_what_to_do_has_no_more_advice() -> None:
    assert advice("a PDF file, not text: save its text as .txt") == ""


# Evidence


def test_a_value_is_quoted_from_where_it_was_read() -> None:
    text = " date 2021-04-08 Ferry runs aground\n\nA ferry with 140 passengers on board ran aground, the guard said.\n"
    article = parse(text.encode(), "a.txt")[0]
    told = {each.field: each for each in evidence(article, {}, text)}
    date = told["date"]
    assert (date.text, date.why, date.sureness) == ("2021-04-08", "crawl mark at the top", "sure")
    assert (date.before, date.words) == (" date ", "2021-04-08")
    assert (told["outlet"].text, told["outlet"].why) == ("", "nothing in the file names it")


def test_words_that_do_not_hold_the_value_are_not_quoted() -> None:
    article = Article("a.txt", date=Value("2021-04-08", "mail header", 0.99, (0, 9)))
    assert evidence(article, {}, "c29tZSBiYXNlNjQ=")[1].words == ""


@pytest.mark.parametrize("words", ["April 8, 2021", "8.4.21", "2021年4月8日", "8 Apr"])
def test_a_date_is_recognised_in_its_words(words: str) -> None:
    article = Article("a.txt", date=Value("2021-04-08", "date line", 0.85, (0, len(words))))
    assert evidence(article, {}, words)[1].words == words


def test_a_corrected_value_tells_what_the_file_says() -> None:
    article = Article("a.txt", title=Value("Alder", "first line", 0.9))
    told = evidence(article, {"title": "Ash", "outlet": "Herald"}, "")
    assert (told[0].text, told[0].why) == ("Ash", "your correction; the file says Alder")
    assert (told[2].text, told[2].why) == ("Herald", "your correction; the file says nothing")
    assert told[0].corrected
    assert told[0].sureness == ""
