from collections import Counter

import pytest

from reader.model.article import Article, Block, BlockKind
from reader.stories.names_shared import names_in, shared_names


def found(*paragraphs: str) -> Counter[str]:
    return names_in(Article(id="a.txt", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was led by Minister of Foreign Affairs Fuad Hussein on Monday.", "Fuad Hussein"),
        ("A talk with Iraqi Foreign Minister Dr. Fuad Hussein followed.", "Fuad Hussein"),
        ("It killed Abu Mahdi al-Muhandis in the night.", "Abu Mahdi al-Muhandis"),
        ("They met US Secretary of State Antony Blinken there.", "Antony Blinken"),
        ("He joined the University of Kelmstad in spring.", "University of Kelmstad"),
        ("They asked Ursula von der Leyen about it.", "Ursula von der Leyen"),
        ("It fell under the Strategic Framework Agreement signed then.", "Strategic Framework Agreement"),
        ("He praised Mr. O'Brien’s work.", "O'Brien"),
    ],
)
def test_a_name_is_found_without_its_title(text: str, name: str) -> None:
    assert set(found(text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Engineers warned of it.",
        "An Iraqi asked on Wednesday in April.",
        "Minister Says Bridge Will Be Closed",
        "BRIDGE WILL BE CLOSED AGAIN",
        "He said: Nothing works.",
        "The US and the UK agreed.",
    ],
)
def test_what_is_no_name_gives_none(text: str) -> None:
    assert not found(text)


def test_names_are_counted() -> None:
    assert found("They saw Ada Brenner. Later Ada Brenner left.")["Ada Brenner"] == 2


def test_two_spellings_of_a_person_are_one_name() -> None:
    assert shared_names(["Antony Blinken"], ["Anthony Blinken"]) == ["Antony Blinken"]


def test_different_people_of_one_surname_are_not_shared() -> None:
    assert shared_names(["Ada Brenner"], ["Karl Brenner"]) == []


def test_a_lone_surname_is_merged_into_the_full_name() -> None:
    both = ["Fuad Hussein", "Hussein"]
    assert shared_names(both, both) == ["Fuad Hussein"]


def test_variants_within_one_article_are_listed_once() -> None:
    both = ["Anthony Blinken", "Antony Blinken"]
    assert len(shared_names(both, both)) == 1


def test_a_short_form_and_its_full_first_name_are_one_name() -> None:
    assert shared_names(["Bill Clinton"], ["William Clinton"]) == ["Bill Clinton"]
