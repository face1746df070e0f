"""Spellings and mentions as the catalogue keeps them, without any finding of names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.article import Article, Value
from reader.model.name import Name, NameKind, Variant
from reader.query import Match
from reader.store.catalogue import Catalogue
from reader.store.folder import FileEntry
from reader.store.naming import Naming
from reader.store.state import State
from reader.store.tables import Tables

HOME = "/home/articles"
PERSON = NameKind.PERSON


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = State.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def naming(catalogue: Catalogue, state: State) -> Iterator[Naming]:
    tables = Tables(catalogue.path, state.path, HOME)
    yield tables.naming
    tables.close()


def person(text: str, *others: str, count: int = 1, role: str = "") -> Name:
    """Somebody who is named `count` times by the first spelling and once by each other."""
    return Name(PERSON, text, (Variant(text, count), *(Variant(other, 1) for other in others)), role)


def last_word(_: NameKind, text: str) -> str:
    return text.split()[-1]


def enter(catalogue: Catalogue, named: dict[str, tuple[Name, ...]], day: str = "2021-04-08") -> dict[str, int]:
    """Enter articles, by their ids, with what they name; their numbers."""
    numbers = {}
    with catalogue.batch():
        known = catalogue.files()
        for identifier in named:
            article = Article(identifier, Value(identifier), Value(day), content_hash=identifier)
            (numbers[identifier],) = catalogue.put(
                FileEntry(identifier, 1, 1), b"digest", (article,), known.get(identifier)
            )
        catalogue.names.put({numbers[identifier]: names for identifier, names in named.items()}, last_word)
    return numbers


def settle(catalogue: Catalogue, **heads: str) -> None:
    """Merge what is unsettled: each spelling under the one that `heads` gives for it, blanks as underscores."""
    with catalogue.batch():
        names: dict[int, int] = {}
        for _, members in catalogue.names.unsettled_groups():
            numbers = {member.text: member.number for member in members}
            for text, number in numbers.items():
                names[number] = numbers[heads.get(text.replace(" ", "_"), text)]
        catalogue.names.settle(names)


def counts(naming: Naming) -> dict[str, tuple[int, int]]:
    """Articles and mentions of every person."""
    return {name.text: (name.articles, name.mentions) for name in naming.top((PERSON,), "", rare=True, limit=100)}


def test_mentions_are_counted_for_the_spelling_that_stands_for_all(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Ann Lee", "Lee", count=3),), "b": (person("Anne Lee"), person("Bo Ek"))})
    settle(catalogue, Anne_Lee="Ann Lee")
    assert counts(naming) == {"Ann Lee": (2, 5), "Bo Ek": (1, 1)}
    account = naming.account(PERSON, "Ann Lee")
    assert account.variants == (Variant("Ann Lee", 3), Variant("Anne Lee", 1), Variant("Lee", 1))


def test_only_groups_that_have_changed_are_merged_again(catalogue: Catalogue) -> None:
    enter(catalogue, {"a": (person("Ann Lee"), person("Bo Ek"))})
    settle(catalogue)
    assert not catalogue.names.unsettled()
    enter(catalogue, {"b": (person("Anne Lee"),)})
    groups = [{member.text for member in members} for _, members in catalogue.names.unsettled_groups()]
    assert groups == [{"Ann Lee", "Anne Lee"}]


def test_an_article_that_is_gone_takes_its_mentions_with_it(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),), "b": (person("Ann Lee"), person("Bo Ek", "Ek"))})
    settle(catalogue)
    with catalogue.batch():
        catalogue.remove_files([catalogue.files()["b"].number])
    assert catalogue.names.unsettled()
    settle(catalogue)
    assert counts(naming) == {"Ann Lee": (1, 1)}
    assert naming.named("Bo Ek", NameKind) == []


def test_an_article_that_names_others_now_no_longer_names_the_former(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),)})
    settle(catalogue)
    enter(catalogue, {"a": (person("Bo Ek"),)})
    settle(catalogue)
    assert counts(naming) == {"Bo Ek": (1, 1)}


def test_one_spelling_can_be_a_person_and_a_place(catalogue: Catalogue, naming: Naming) -> None:
    place = Name(NameKind.PLACE, "Lincoln", (Variant("Lincoln", 2),))
    enter(catalogue, {"a": (person("Abe Lincoln", "Lincoln"), place), "b": (place,)})
    settle(catalogue)
    assert [(name.kind, name.text) for name in naming.named("Lincoln", NameKind)] == [(NameKind.PLACE, "Lincoln")]
    assert naming.count(NameKind.PLACE, "Lincoln").articles == 2
    assert len(naming.matching(Match("person", "Lincoln"))) == 1
    assert len(naming.matching(Match("place", "Lincoln"))) == 2
    assert len(naming.matching(Match("name", "Lincoln"))) == 2


def test_names_are_asked_for_without_regard_to_case_accents_and_signs(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Zoë O’Neill"), person("İlker Çelik")), "b": (person("习近平"), person("محمد علي"))})
    settle(catalogue)
    for asked in ("zoe o'neill", "ZOË O’NEILL", "o'neill", "ilker celik", "习近平", "محمد علي"):
        assert len(naming.matching(Match("person", asked))) == 1, asked
        assert len(naming.named(asked, NameKind)) == 1, asked
    assert naming.matching(Match("person", "100%_\\")) == set()


def test_a_role_makes_a_name_notable_and_so_do_two_mentions(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Ann Lee", role="Minister"), person("Bo Ek"), person("Cy Om", count=2))})
    settle(catalogue)
    assert {name.text for name in naming.top((PERSON,), "", rare=False, limit=9)} == {"Ann Lee", "Cy Om"}
    assert (naming.total(PERSON, rare=False), naming.total(PERSON, rare=True)) == (2, 3)
    assert naming.account(PERSON, "Ann Lee").roles == (Variant("Minister", 1),)


def test_a_choice_counts_at_once_and_only_in_its_folder(catalogue: Catalogue, naming: Naming, state: State) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),), "b": (person("Anna Li"), person("Bo Ek"))})
    settle(catalogue)
    state.choose_names("/elsewhere", PERSON, {"Bo Ek": "Ann Lee"})
    assert counts(naming) == {"Ann Lee": (1, 1), "Anna Li": (1, 1), "Bo Ek": (1, 1)}
    state.choose_names(HOME, PERSON, {"Anna Li": "Ann Lee"})
    assert counts(naming) == {"Ann Lee": (2, 2), "Bo Ek": (1, 1)}
    assert len(naming.matching(Match("person", "=Ann Lee"))) == 2
    assert len(naming.matching(Match("person", "Li"))) == 2
    state.choose_names(HOME, NameKind.PLACE, {"Bo Ek": "Ann Lee"})
    assert counts(naming) == {"Ann Lee": (2, 2), "Bo Ek": (1, 1)}


def test_a_choice_stands_when_the_merging_changes(catalogue: Catalogue, naming: Naming, state: State) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),), "b": (person("Anne Lee"),)})
    settle(catalogue, Anne_Lee="Ann Lee")
    state.choose_names(HOME, PERSON, {"Anne Lee": "Anne Lee", "Ann Lee": "Ann Lee"})
    assert counts(naming) == {"Ann Lee": (1, 1), "Anne Lee": (1, 1)}
    enter(catalogue, {"c": (person("Anne Lee"),), "d": (person("Anne Lee"), person("Ann Lie Lee"))})
    settle(catalogue, Ann_Lee="Anne Lee", Ann_Lie_Lee="Anne Lee")
    assert counts(naming) == {"Ann Lee": (1, 1), "Anne Lee": (3, 4)}


def test_a_chosen_name_that_no_article_writes_is_still_that_name(
    catalogue: Catalogue, naming: Naming, state: State
) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),)})
    settle(catalogue)
    state.choose_names(HOME, PERSON, {"Ann Lee": "Anna Leigh"})
    assert counts(naming) == {"Anna Leigh": (1, 1)}
    assert [name.text for name in naming.named("Anna Leigh", NameKind)] == ["Anna Leigh"]
    assert len(naming.matching(Match("person", "anna leigh"))) == 1
    assert naming.account(PERSON, "Anna Leigh").variants == (Variant("Ann Lee", 1),)


def test_companions_are_those_of_the_same_articles(catalogue: Catalogue, naming: Naming, state: State) -> None:
    enter(
        catalogue,
        {
            "a": (person("Ann Lee"), person("Bo Ek")),
            "b": (person("Ann Lee"), person("Bo Ek"), person("Cy Om")),
            "c": (person("Cy Om"), person("Di Ax")),
        },
    )
    settle(catalogue)
    beside = naming.account(PERSON, "Ann Lee").companions
    assert [(other.text, other.articles) for other in beside] == [("Bo Ek", 2), ("Cy Om", 1)]
    state.choose_names(HOME, PERSON, {"Bo Ek": "Cy Om"})
    beside = naming.account(PERSON, "Ann Lee").companions
    assert [(other.text, other.articles) for other in beside] == [("Cy Om", 2)]


def test_a_killed_settling_is_done_again(catalogue: Catalogue, naming: Naming) -> None:
    enter(catalogue, {"a": (person("Ann Lee"),)})

    def killed() -> None:
        with catalogue.batch():
            catalogue.names.settle({})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert catalogue.names.unsettled()
    settle(catalogue)
    assert counts(naming) == {"Ann Lee": (1, 1)}
