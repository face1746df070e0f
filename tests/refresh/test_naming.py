"""Lone surnames are taken for the full name of their story; names are found with every refresh."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, nothing, write

from reader.articles import names as finding
from reader.library import Library
from reader.model.name import NameKind
from reader.model.refresh import Progress
from reader.refresh import naming

FULL = "Ada Brenner, the engineer who wrote the report, repeated her warning on Friday. Ada Brenner asked for time.\n"
LONE = "Mr Brenner repeated the warning on Friday in a letter to the council. Brenner asked for patience.\n"
OTHER = (
    "Otto Brenner sold the last of his paintings in a gallery far from the sea, and the buyers carried them home.\n\n"
    "The gallery of Otto Brenner will stay closed during the winter, its owner told those who came to look.\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """A story in two versions, and a namesake outside of it."""
    bridge = BRIDGE.replace("Professor Ada Brenner", "an engineer")
    of_three = desk(tmp_path)
    write(of_three.folder, "post.txt", bridge + "\n" + FULL, title="Harbour bridge to close", day="2021-04-08")
    write(of_three.folder, "mail.txt", bridge + "\n" + LONE, title="Varnholt bridge shut", day="2021-04-09")
    write(of_three.folder, "art.txt", OTHER, title="Paintings are sold", day="2021-04-09")
    return of_three


def articles_of(library: Library, text: str) -> list[str]:
    (name,) = (name for name in library.names.named(text, (NameKind.PERSON,)) if name.text == text)
    return sorted(headline.id for headline in library.headlines(library.names.account(name).numbers))


def test_a_lone_surname_goes_to_the_full_name_of_its_story(made: Desk) -> None:
    library = made.refreshed()
    assert articles_of(library, "Ada Brenner") == ["mail.txt", "post.txt"]
    assert articles_of(library, "Otto Brenner") == ["art.txt"]
    library.close()


def test_a_lone_surname_stands_for_itself_again_when_its_story_is_gone(made: Desk) -> None:
    made.refresh()
    (made.folder / "post.txt").unlink()
    write(made.folder, "more.txt", OTHER.replace("Otto", "Emil"), title="More of it")
    library = made.refreshed()
    assert articles_of(library, "Brenner") == ["mail.txt"]
    assert [name.text for name in library.names.named("Ada Brenner")] == []
    library.close()


def test_a_lone_surname_is_not_taken_for_the_only_full_name_of_another_story(made: Desk) -> None:
    (made.folder / "post.txt").unlink()
    library = made.refreshed()
    assert articles_of(library, "Brenner") == ["mail.txt"]
    assert articles_of(library, "Otto Brenner") == ["art.txt"]
    library.close()


def test_a_surname_with_two_full_names_in_its_story_stays(made: Desk) -> None:
    text = (
        (made.folder / "post.txt").read_text().replace("Ada Brenner asked", "Emil Brenner was ill. Emil Brenner asked")
    )
    (made.folder / "post.txt").write_text(text)
    library = made.refreshed()
    assert articles_of(library, "Brenner") == ["mail.txt"]
    library.close()


def test_nothing_is_lent_or_counted_twice_when_nothing_has_changed(made: Desk) -> None:
    library = made.refreshed()
    before = library.names.top(rare=True)
    version = library.version()
    library.refresh(nothing)
    assert library.version() == version
    write(made.folder, "new.txt", title="Nobody is named")
    library.refresh(nothing)
    assert library.names.top(rare=True) == before
    library.close()


def test_a_fault_in_finding_names_keeps_no_article_from_being_found(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> tuple[()]:
        raise ZeroDivisionError("names")

    monkeypatch.setattr(naming, "names", fail)
    told: list[Progress] = []
    library = made.open()
    library.refresh(told.append)
    assert library.counts().articles == 3
    assert library.names.top(rare=True) == []
    assert sum("its names cannot be told" in progress.message for progress in told) == 3
    library.close()
    assert finding.names is not fail
