"""The names of two real articles, exactly as the tables of the design list them."""

from pathlib import Path

import pytest

from reader.articles import parse
from reader.articles.names import countries_of, names
from reader.model.name import Name, NameKind

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
FIRST, SECOND = "000_c4d47938a8aa6427.txt", "001_f296c458783725f1.txt"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seeds are another's text and are not part of the repository"
)


def names_of(file: str, kind: NameKind) -> list[Name]:
    (article,) = parse((SEEDS / file).read_bytes(), file)
    return [name for name in names(article) if name.kind is kind]


def spelt(name: Name) -> dict[str, int]:
    return {variant.text: variant.count for variant in name.variants}


def test_the_people_of_the_first_seed() -> None:
    hussein, blinken = names_of(FIRST, NameKind.PERSON)
    assert (hussein.text, spelt(hussein)) == ("Fuad Hussein", {"Fuad Hussein": 2, "Hussein": 1})
    assert hussein.role == "Foreign Minister"
    assert (blinken.text, spelt(blinken)) == ("Anthony Blinken", {"Anthony Blinken": 1, "Antony Blinken": 1})
    assert blinken.role == "Secretary of State"


def test_the_places_of_the_first_seed() -> None:
    states, iraq = names_of(FIRST, NameKind.PLACE)
    assert (states.text, spelt(states)) == ("United States", {"U.S.": 6, "US": 4, "United States": 1})
    assert (iraq.text, spelt(iraq)) == ("Iraq", {"Iraq": 6})


def test_the_organisations_and_other_names_of_the_first_seed() -> None:
    (state,) = names_of(FIRST, NameKind.ORGANISATION)
    assert (state.text, spelt(state)) == ("Islamic State", {"Islamic State": 1, "IS": 2})
    others = names_of(FIRST, NameKind.OTHER)
    assert {name.text for name in others} == {"Strategic Framework Agreement", "U.S.-Iraq Strategic Dialogue"}


def test_the_people_of_the_second_seed() -> None:
    people = names_of(SECOND, NameKind.PERSON)
    assert [(name.text, spelt(name), name.role) for name in people] == [
        ("Fuad Hussein", {"Fuad Hussein": 4}, "Minister of Foreign Affairs"),
        ("Anthony Blinken", {"Anthony Blinken": 2, "Antony Blinken": 1}, "Secretary of State"),
        ("Qasem Soleimani", {"Qasem Soleimani": 1}, "former commander of the Quds Force"),
        ("Abu Mahdi al-Muhandis", {"Abu Mahdi al-Muhandis": 1}, "deputy chief of Hashd Shaabi"),
    ]


def test_the_places_of_the_second_seed() -> None:
    assert [spelt(name) for name in names_of(SECOND, NameKind.PLACE)] == [
        {"US": 12, "U.S.": 1},
        {"Iraq": 11},
        {"Baghdad": 3},
        {"Washington": 2},
        {"Iran": 1},
        {"Green Zone": 1},
    ]


def test_the_organisations_of_the_second_seed() -> None:
    organisations = {name.text: spelt(name) for name in names_of(SECOND, NameKind.ORGANISATION)}
    assert organisations.pop("Islamic State") == {"Islamic State": 1, "IS": 3}
    assert set(organisations) == {
        "Quds Force",
        "Islamic Revolution Guards Corps",
        "Hashd Shaabi",
        "Iraqi parliament",
        "Xinhua",
        "Asian Lite News",
    }


@pytest.mark.parametrize(("file", "named", "demonyms"), [(FIRST, 6, 9), (SECOND, 11, 9)])
def test_words_for_a_people_count_for_its_country(file: str, named: int, demonyms: int) -> None:
    (article,) = parse((SEEDS / file).read_bytes(), file)
    assert countries_of(article)["Iraq"] == named + demonyms
