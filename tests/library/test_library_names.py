"""Who and what a folder is about: names merged over articles, and what the user makes of them."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import TODAY, Desk, desk, found, nothing, rewrite, write

from reader.errors import StateError
from reader.library import Library
from reader.model.name import NameCount, NameKind
from reader.names import articles_naming
from reader.query import NAMED, parse
from reader.store.naming import KINDS

TALKS = (
    "Foreign Minister Fuad Hussein received Secretary of State Antony Blinken in Baghdad on Wednesday, and both of them"
    " spoke of the water of the two rivers for more than an hour.\n\n"
    "Fuad Hussein thanked Antony Blinken for his visit. Hussein will travel to Washington in the summer, a spokesman"
    " of the ministry told reporters after the meeting in Baghdad.\n"
)
LETTER = (
    "A letter that Anthony Blinken wrote to Fuad Hussein was read aloud in the parliament of Iraq on Thursday evening,"
    " and the members who heard it asked for a copy of every page.\n"
)
HARBOUR = (
    "Engineers will look at the harbour wall of Baghdad before the autumn, said Ada Brenner, who has worked there for"
    " twenty years. Ada Brenner asked the council for money and for patience.\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """Three articles: two of them name one man in two spellings."""
    of_three = desk(tmp_path)
    write(of_three.folder, "talks.txt", TALKS, title="Talks about water", day="2021-04-07")
    write(of_three.folder, "letter.txt", LETTER, title="A letter is read", day="2021-05-08")
    write(of_three.folder, "harbour.txt", HARBOUR, title="The wall of the harbour", day="2021-05-09")
    return of_three


@pytest.fixture
def library(made: Desk) -> Iterator[Library]:
    opened = made.refreshed()
    yield opened
    opened.close()


def person(library: Library, text: str) -> NameCount:
    """The one person who is spelt so."""
    (name,) = library.names.named(text, (NameKind.PERSON,))
    return name


def people(library: Library) -> dict[str, int]:
    """How many articles name each person."""
    return {name.text: name.articles for name in library.names.top((NameKind.PERSON,), rare=True)}


def spellings(library: Library, name: NameCount) -> set[str]:
    return {variant.text for variant in library.names.account(name).variants}


def in_articles(library: Library, name: NameCount) -> list[str]:
    numbers = library.find(articles_naming(name)).numbers
    return sorted(headline.id for headline in library.headlines(numbers))


def test_names_are_counted_over_the_folder_with_their_spellings_merged(library: Library) -> None:
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 2, "Ada Brenner": 1}
    blinken = library.names.account(person(library, "Anthony Blinken"))
    assert {(variant.text, variant.count) for variant in blinken.variants} == {
        ("Antony Blinken", 2),
        ("Anthony Blinken", 1),
    }
    assert blinken.days == (("2021-04-07", 1), ("2021-05-08", 1))
    assert (blinken.first, blinken.last) == ("2021-04-07", "2021-05-08")
    hussein = library.names.account(person(library, "Fuad Hussein"))
    assert "Foreign Minister" in {role.text for role in hussein.roles}
    beside = {(other.text, other.articles) for other in hussein.companions}
    assert {("Antony Blinken", 2), ("Baghdad", 1)} <= beside
    assert "Fuad Hussein" not in {text for text, _ in beside}


def test_names_of_one_kind_are_listed_the_most_named_first(library: Library) -> None:
    places = library.names.top((NameKind.PLACE,))
    assert places[0].text == "Baghdad"
    assert places[0].articles == 2
    totals = library.names.totals(rare=True)
    assert totals[NameKind.PERSON] == 3


def test_a_name_that_stands_once_is_listed_only_on_demand(made: Desk) -> None:
    text = "The bridge was opened by Ilse Varga on Monday, before the ferry went back to the other side of the sound.\n"
    write(made.folder, "once.txt", text, title="A bridge opens")
    library = made.refreshed()
    assert "Ilse Varga" not in {name.text for name in library.names.top()}
    assert "Ilse Varga" in {name.text for name in library.names.top(rare=True)}
    library.close()


def test_a_part_of_any_spelling_finds_a_name(library: Library) -> None:
    assert [name.text for name in library.names.top(part="anthony")] == ["Antony Blinken"]
    assert [name.text for name in library.names.top(part="BLINK")] == ["Antony Blinken"]
    assert library.names.top(part="nobody") == []
    assert library.names.named("nobody") == []
    assert library.names.near("Blinker") == ("Antony Blinken",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('person:"anthony blinken"', ["letter.txt", "talks.txt"]),
        ("person:blinken", ["letter.txt", "talks.txt"]),
        ("person:hussein -person:blinken", []),
        ("person:bren*", ["harbour.txt"]),
        ('person:"Ada*"', ["harbour.txt"]),
        ("person:baghdad", []),
        ("place:baghdad", ["harbour.txt", "talks.txt"]),
        ("name:baghdad", ["harbour.txt", "talks.txt"]),
        ("name:brenner", ["harbour.txt"]),
        ("org:brenner", []),
        ("person:100%", []),
        ('person:"=Antony Blinken"', ["letter.txt", "talks.txt"]),
        ('person:"=Anthony Blinken"', []),
        ("person:*", ["harbour.txt", "letter.txt", "talks.txt"]),
    ],
)
def test_articles_are_found_by_whom_they_name(library: Library, text: str, expected: list[str]) -> None:
    assert sorted(found(library, text)) == expected


def test_a_place_of_writing_is_found_as_a_place_too(made: Desk) -> None:
    text = "PORT ELLARY (Reuters) - The market was closed for repairs on Tuesday, and stalls stood along the quay.\n"
    write(made.folder, "market.txt", text, title="Market closed")
    library = made.refreshed()
    assert found(library, 'place:"port ellary"') == ["market.txt"]
    library.close()


def test_a_split_variant_is_a_name_of_its_own_until_it_is_joined_again(library: Library) -> None:
    blinken = person(library, "Antony Blinken")
    apart = library.names.split(blinken, "Anthony Blinken")
    assert (apart.text, apart.articles) == ("Anthony Blinken", 1)
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 1, "Anthony Blinken": 1, "Ada Brenner": 1}
    assert in_articles(library, apart) == ["letter.txt"]
    assert in_articles(library, blinken) == ["talks.txt"]
    joined = library.names.join(person(library, "Antony Blinken"), apart)
    assert (joined.text, joined.articles) == ("Antony Blinken", 2)
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 2, "Ada Brenner": 1}


def test_the_spelling_that_all_stand_under_can_be_split_off_too(library: Library) -> None:
    apart = library.names.split(person(library, "Antony Blinken"), "Antony Blinken")
    assert (apart.text, apart.articles) == ("Antony Blinken", 1)
    assert people(library)["Anthony Blinken"] == 1


def test_a_surname_that_was_split_off_is_so_wherever_it_is_written(library: Library) -> None:
    apart = library.names.split(person(library, "Fuad Hussein"), "Hussein")
    assert (apart.text, apart.articles, apart.mentions) == ("Hussein", 1, 1)
    assert spellings(library, NameCount(NameKind.PERSON, "Fuad Hussein", 0, 0)) == {"Fuad Hussein"}
    assert people(library)["Fuad Hussein"] == 2


def test_names_that_are_joined_have_their_articles_together(library: Library) -> None:
    joined = library.names.join(person(library, "Ada Brenner"), person(library, "Antony Blinken"))
    assert (joined.text, joined.articles) == ("Ada Brenner", 3)
    assert people(library) == {"Ada Brenner": 3, "Fuad Hussein": 2}
    assert spellings(library, joined) == {"Ada Brenner", "Antony Blinken", "Anthony Blinken"}
    assert in_articles(library, joined) == ["harbour.txt", "letter.txt", "talks.txt"]
    assert sorted(found(library, "person:blinken")) == ["harbour.txt", "letter.txt", "talks.txt"]
    assert person(library, "Anthony Blinken") == joined
    last = library.names.join(person(library, "Fuad Hussein"), joined)  # and what was joined before goes along
    assert (last.text, last.articles) == ("Fuad Hussein", 3)
    assert people(library) == {"Fuad Hussein": 3}


def test_choices_survive_a_refresh_a_rebuilt_cache_and_a_restart(made: Desk) -> None:
    library = made.refreshed()
    library.names.split(person(library, "Antony Blinken"), "Anthony Blinken")
    library.names.join(person(library, "Fuad Hussein"), person(library, "Ada Brenner"))
    expected = {"Fuad Hussein": 3, "Antony Blinken": 1, "Anthony Blinken": 1}
    assert people(library) == expected
    rewrite(made.folder / "harbour.txt", "twenty years", "thirty years")
    library.refresh(nothing)
    assert people(library) == expected
    library.close()
    made.delete_cache()
    library = made.refreshed()
    assert people(library) == expected
    library.close()
    library = made.open()
    assert people(library) == expected
    library.close()


def test_a_choice_holds_for_a_name_that_was_away(made: Desk) -> None:
    library = made.refreshed()
    library.names.join(person(library, "Fuad Hussein"), person(library, "Ada Brenner"))
    harbour = (made.folder / "harbour.txt").read_text()
    (made.folder / "harbour.txt").unlink()
    library.refresh(nothing)
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 2}
    library.names.join(person(library, "Antony Blinken"), person(library, "Fuad Hussein"))
    (made.folder / "harbour.txt").write_text(harbour)
    library.refresh(nothing)
    assert people(library) == {"Antony Blinken": 3}
    library.close()


def test_choices_follow_a_folder_that_was_moved(made: Desk, tmp_path: Path) -> None:
    library = made.refreshed()
    library.set_read([library.number("talks.txt")], True)
    library.names.split(person(library, "Antony Blinken"), "Anthony Blinken")
    library.close()
    shutil.move(made.folder, tmp_path / "elsewhere")
    moved = Desk(replace(made.places, folder=tmp_path / "elsewhere", cache=tmp_path / "other cache"))
    library = moved.refreshed()
    assert people(library)["Anthony Blinken"] == 1
    library.close()


def test_choices_of_another_folder_do_not_count_here(made: Desk, tmp_path: Path) -> None:
    library = made.refreshed()
    library.names.split(person(library, "Antony Blinken"), "Anthony Blinken")
    library.close()
    shutil.copytree(made.folder, tmp_path / "copy")
    other = Desk(replace(made.places, folder=tmp_path / "copy", cache=tmp_path / "other cache"))
    library = other.refreshed()
    assert people(library)["Antony Blinken"] == 2
    library.close()


def test_what_cannot_be_joined_or_split_is_told_and_nothing_changes(library: Library) -> None:
    blinken, (baghdad,) = person(library, "Antony Blinken"), library.names.named("Baghdad")
    before = people(library)
    with pytest.raises(StateError, match="Baghdad is a place and Antony Blinken a person"):
        library.names.join(blinken, baghdad)
    with pytest.raises(StateError, match="is one name already"):
        library.names.join(blinken, blinken)
    with pytest.raises(StateError, match="no variant of Antony Blinken; its variants are"):
        library.names.split(blinken, "Tony Blinken")
    with pytest.raises(StateError, match="only variant"):
        library.names.split(person(library, "Ada Brenner"), "Ada Brenner")
    assert people(library) == before


def test_marks_of_an_older_broadsheet_that_cannot_be_written_hold_no_choices(made: Desk) -> None:
    made.refreshed().close()
    state = made.places.data / "state.sqlite3"
    with sqlite3.connect(state) as connection:
        connection.execute("DROP TABLE name_choice")
    connection.close()
    library = made.open()
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 2, "Ada Brenner": 1}
    assert library.names.account(person(library, "Antony Blinken")).name.articles == 2
    library.close()


def test_names_within_some_articles_are_counted_there_alone(library: Library) -> None:
    numbers = library.find(parse("after:2021-05", TODAY)).numbers
    within = {name.text: name.articles for name in library.names.within(numbers)}
    assert within["Ada Brenner"] == within["Fuad Hussein"] == within["Baghdad"] == 1
    assert "Washington" not in within


def test_names_go_with_the_articles_that_gave_them(made: Desk) -> None:
    library = made.refreshed()
    (made.folder / "harbour.txt").unlink()
    rewrite(made.folder / "letter.txt", "Anthony Blinken", "Marta Quill")
    library.refresh(nothing)
    assert people(library) == {"Fuad Hussein": 2, "Antony Blinken": 1, "Marta Quill": 1}
    assert spellings(library, person(library, "Antony Blinken")) == {"Antony Blinken"}
    library.close()


def test_every_field_that_asks_for_names_asks_for_some_kind_of_them() -> None:
    assert set(KINDS) == set(NAMED)
