"""What was read of a story, what is new in its other versions, and which articles the user wants in one."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, headline, nothing, rewrite, write

from reader.errors import StateError
from reader.library import Library
from reader.stories.novelty import Status

FERRY = (
    "Nobody will have to pay for the ferry before the autumn, the mayor of Kelmstad promised in a statement that was"
    " read out on Friday evening."
)
KNOWN, NEW = Status.KNOWN, Status.NEW


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    made = desk(tmp_path)
    write(made.folder, "first.txt", BRIDGE, title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    write(made.folder, "second.txt", f"{BRIDGE}\n{FERRY}\n", title="Free ferry", day="2021-05-21", outlet="Daily")
    write(made.folder, "orchard.txt", "Apples are dear this year, all growers say, because it rained for weeks.\n")
    return made


def number(library: Library, identifier: str) -> int:
    return library.number(identifier)


def read(library: Library, identifier: str) -> None:
    """What the reader does when an article is opened."""
    opened = number(library, identifier)
    library.set_read([opened], True)
    library.keep_read(opened, library.passages(library.article(opened)))


def statuses(library: Library, identifier: str) -> list[Status]:
    asked = number(library, identifier)
    found = library.novelty(asked, library.article(asked))
    return [judgement.status for judgement in found.judgements] if found else []


def story_of(library: Library, identifier: str) -> list[str]:
    return sorted(each.id for each in library.stories.versions(number(library, identifier)))


def test_nothing_is_marked_as_new_while_nothing_was_read(made: Desk) -> None:
    library = made.refreshed()
    assert statuses(library, "second.txt") == []
    assert library.stories.unseen([number(library, "first.txt")]) == {}


def test_what_was_read_in_one_version_is_known_in_the_other(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    assert statuses(library, "second.txt") == [KNOWN, KNOWN, KNOWN, NEW]
    assert statuses(library, "orchard.txt") == []


def test_an_article_that_was_only_marked_as_read_counts_too(made: Desk) -> None:
    library = made.refreshed()
    library.set_read([number(library, "first.txt")], True)
    assert statuses(library, "second.txt") == [KNOWN, KNOWN, KNOWN, NEW]


def test_the_article_that_is_read_is_not_known_from_itself(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    assert statuses(library, "first.txt") == []


def test_an_article_is_not_known_from_itself_under_a_former_name(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    (made.folder / "first.txt").rename(made.folder / "renamed.txt")
    library.refresh(nothing)
    assert headline(library, "renamed.txt").marks.read
    assert statuses(library, "renamed.txt") == []
    assert statuses(library, "second.txt") == [KNOWN, KNOWN, KNOWN, NEW]


def test_what_was_read_is_known_after_its_file_has_vanished(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    (made.folder / "first.txt").unlink()
    library.refresh(nothing)
    assert statuses(library, "second.txt") == [KNOWN, KNOWN, KNOWN, NEW]


def test_what_was_read_is_known_after_the_cache_was_deleted(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    library.close()
    made.delete_cache()
    assert statuses(made.refreshed(), "second.txt") == [KNOWN, KNOWN, KNOWN, NEW]


def test_what_was_added_to_an_article_since_it_was_read_is_new(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    rewrite(made.folder / "first.txt", "Ferries are going", f"{FERRY}\n\nFerries are going")
    library.refresh(nothing)
    assert statuses(library, "first.txt") == [KNOWN, KNOWN, NEW, KNOWN]


def test_unseen_passages_of_a_story_are_counted_over_all_its_versions(made: Desk) -> None:
    library = made.refreshed()
    read(library, "first.txt")
    first, second = number(library, "first.txt"), number(library, "second.txt")
    assert library.stories.unseen([first, second]) == {first: 1, second: 1}
    read(library, "second.txt")
    assert library.stories.unseen([first]) == {first: 0}


def test_articles_of_one_event_are_versions_of_one_story_oldest_first(made: Desk) -> None:
    library = made.refreshed()
    versions = library.stories.versions(number(library, "second.txt"))
    assert [each.id for each in versions] == ["first.txt", "second.txt"]
    assert story_of(library, "orchard.txt") == ["orchard.txt"]


def test_a_story_that_was_split_stays_apart_whatever_happens_to_the_cache(made: Desk) -> None:
    library = made.refreshed()
    assert library.stories.split(number(library, "first.txt")) == 1
    library.refresh(nothing)
    assert story_of(library, "first.txt") == ["first.txt"]
    library.close()
    made.delete_cache()
    library = made.refreshed()
    assert story_of(library, "first.txt") == ["first.txt"]
    library.stories.join(number(library, "second.txt"), number(library, "first.txt"))
    library.refresh(nothing)
    assert story_of(library, "first.txt") == ["first.txt", "second.txt"]


def test_two_stories_are_joined_and_stay_together(made: Desk) -> None:
    library = made.refreshed()
    library.stories.join(number(library, "orchard.txt"), number(library, "first.txt"))
    library.refresh(nothing)
    everything = ["first.txt", "orchard.txt", "second.txt"]
    assert story_of(library, "second.txt") == everything
    write(made.folder, "third.txt", "A new tram line was opened in the north of Grelland, and nobody came to see it.\n")
    library.refresh(nothing)
    assert story_of(library, "second.txt") == everything
    assert headline(library, "orchard.txt").outlets == 2


def test_what_is_one_story_already_cannot_be_joined_nor_one_article_be_split(made: Desk) -> None:
    library = made.refreshed()
    with pytest.raises(StateError, match="in one story already"):
        library.stories.join(number(library, "first.txt"), number(library, "second.txt"))
    with pytest.raises(StateError, match="by itself already"):
        library.stories.split(number(library, "orchard.txt"))


def test_a_joined_story_is_taken_along_when_its_file_is_renamed(made: Desk) -> None:
    library = made.refreshed()
    library.stories.join(number(library, "orchard.txt"), number(library, "first.txt"))
    library.refresh(nothing)
    (made.folder / "orchard.txt").rename(made.folder / "apples.txt")
    library.refresh(nothing)
    library.refresh(nothing)
    assert "apples.txt" in story_of(library, "first.txt")
