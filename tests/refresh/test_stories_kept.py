"""The user's word on stories, new articles and damage: what stories look like in the catalogue after each."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, headline, nothing, rewrite, write

from reader.library import Library
from reader.model.headline import Story
from reader.refresh.relating import LINKS_FACT
from reader.store.catalogue import Catalogue
from reader.store.folder import identifier
from reader.store.identity import Identity
from reader.store.link_files import LinkFiles
from reader.store.state import State
from reader.store.story_list import StoryOrder
from reader.store.tables import Tables
from reader.stories.membership import ONE_STORY

TRAM = (
    "A tram left its rails near the market of Kelmstad on Monday and tore down a lamp post, the transport board said;"
    " nobody was hurt, but four lines stood still until evening.\n\n"
    "Inspector Maren Solheim blamed a worn switch that had been due for renewal since spring, and promised that every"
    " switch between the depot and the square will be looked at within a week.\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """Three versions of one event, two of another."""
    of_five = desk(tmp_path)
    for name, text in (("a", BRIDGE), ("b", BRIDGE.replace("old", "ancient")), ("c", f"{BRIDGE}More later.\n")):
        write(of_five.folder, f"{name}.txt", text, title=f"Bridge {name}", day="2021-04-08", outlet=f"Post {name}")
    write(of_five.folder, "d.txt", TRAM, title="Tram", day="2021-04-09", outlet="Mail")
    write(of_five.folder, "e.txt", TRAM.replace("torn", "ripped"), title="Tram again", day="2021-04-10", outlet="Mail")
    return of_five


def groups(library: Library) -> list[list[str]]:
    """The stories, each as the names of its articles."""
    found: dict[int, list[str]] = {}
    for name in sorted(path.name for path in library.folder.iterdir()):
        story = headline(library, name).story
        if story:
            found.setdefault(story, []).append(name.removesuffix(".txt"))
    return sorted(found.values())


def listed(made: Desk, order: StoryOrder = StoryOrder.NEWEST) -> list[Story]:
    """The stories as a list shows them."""
    asked = Tables(made.cache / "catalogue.sqlite3", made.places.data / "none", "")
    try:
        return asked.stories.stories(asked.stories.numbers(order))
    finally:
        asked.close()


def chosen(made: Desk, library: Library, first: str, second: str, *, together: bool) -> None:
    """Have the user say that two articles belong together, or do not."""
    identities = {}
    for name in (first, second):
        article = library.article(library.number(name))
        identities[name] = Identity(name, article.content_hash, article.title.text)
    state = State.open(made.places.data)
    try:
        folder = identifier(str(made.folder.resolve()))
        state.choose_stories(folder, [identities[first]], [identities[second]], together=together)
    finally:
        state.close()


def test_a_story_tells_its_title_days_outlets_and_texts(made: Desk) -> None:
    library = made.refreshed()
    tram, bridge = listed(made)
    assert (bridge.title, bridge.articles, bridge.texts, bridge.copies) == ("Bridge c", 3, 1, 2)
    assert set(bridge.outlets) == {"Post a", "Post b", "Post c"}
    assert (bridge.first, bridge.last, bridge.growth) == ("2021-04-08", "2021-04-08", (("2021-04-08", 3),))
    assert (tram.outlets, tram.first, tram.last) == (("Mail",), "2021-04-09", "2021-04-10")
    assert [story.number for story in listed(made, StoryOrder.LARGEST)] == [bridge.number, tram.number]
    assert headline(library, "a.txt").story == bridge.number
    library.close()


def test_a_story_keeps_its_number_when_it_grows_and_shrinks(made: Desk) -> None:
    library = made.refreshed()
    before = {name: headline(library, name).story for name in ("a.txt", "d.txt")}
    write(made.folder, "0.txt", BRIDGE, title="Bridge once more", day="2021-04-07")
    library.refresh(nothing)
    assert groups(library) == [["0", "a", "b", "c"], ["d", "e"]]
    (made.folder / "b.txt").unlink()
    library.refresh(nothing)
    assert groups(library) == [["0", "a", "c"], ["d", "e"]]
    assert {name: headline(library, name).story for name in before} == before
    assert listed(made)[1].first == "2021-04-07"
    library.close()


def test_the_number_of_a_story_that_ended_is_not_used_again(made: Desk) -> None:
    library = made.refreshed()
    ended = headline(library, "d.txt").story
    (made.folder / "d.txt").unlink()
    library.refresh(nothing)
    assert ended not in {story.number for story in listed(made)}
    write(made.folder, "f.txt", TRAM, title="Tram", day="2021-04-09")
    library.refresh(nothing)
    assert headline(library, "f.txt").story == headline(library, "e.txt").story != ended
    library.close()


def test_an_edited_article_leaves_its_story(made: Desk) -> None:
    path = made.folder / "c.txt"
    library = made.refreshed()
    rewrite(path, BRIDGE, TRAM)
    library.refresh(nothing)
    assert groups(library) == [["a", "b"], ["c", "d", "e"]]
    library.close()


def test_what_the_user_splits_stays_split_until_the_user_joins_it(made: Desk) -> None:
    library = made.refreshed()
    for other in ("a.txt", "b.txt"):
        chosen(made, library, "c.txt", other, together=False)
    library.refresh(nothing)
    assert groups(library) == [["a", "b"], ["d", "e"]]
    write(made.folder, "f.txt", TRAM, title="Tram", day="2021-04-09")
    made.delete_cache()
    library.close()
    library = made.refreshed()
    assert groups(library) == [["a", "b"], ["d", "e", "f"]]
    for other in ("a.txt", "b.txt"):
        chosen(made, library, "c.txt", other, together=True)
    library.refresh(nothing)
    assert groups(library) == [["a", "b", "c"], ["d", "e", "f"]]
    library.close()


def test_what_the_user_joins_is_one_story_with_all_that_belongs_to_both(made: Desk) -> None:
    library = made.refreshed()
    chosen(made, library, "a.txt", "d.txt", together=True)
    library.refresh(nothing)
    assert {"a", "d"} <= set(groups(library)[0])
    together = headline(library, "a.txt").story
    write(made.folder, "f.txt", BRIDGE, title="Bridge", day="2021-04-08")
    library.refresh(nothing)
    assert headline(library, "a.txt").story == headline(library, "d.txt").story == together
    library.close()


def test_a_later_refresh_uses_the_files_of_the_links_and_damaged_ones_are_built_again(made: Desk) -> None:
    library = made.refreshed()
    kept = sorted((made.cache / "links").glob("*.segment"))
    assert kept
    for damage in (b"", b"x" * 200, kept[0].read_bytes()[:-3]):
        for path in (made.cache / "links").glob("*.segment"):
            path.write_bytes(damage)
        write(made.folder, f"{len(damage)}.txt", BRIDGE, title="Bridge", day="2021-04-08")
        library.refresh(nothing)
        new = headline(library, f"{len(damage)}.txt")
        assert new.story == headline(library, "a.txt").story
        assert {"a.txt", "b.txt", "c.txt"} <= {link.headline.id for link in library.links(new.number)}
    library.close()


def test_files_of_another_catalogue_are_not_used(made: Desk) -> None:
    made.refreshed().close()
    catalogue = Catalogue.open(made.cache)
    token = catalogue.fact(LINKS_FACT)
    catalogue.close()
    assert sum(map(len, LinkFiles(made.cache, token).open())) == 5
    assert LinkFiles(made.cache, "another").open() == ()


def test_a_vanished_copy_is_no_longer_counted(made: Desk) -> None:
    library = made.refreshed()
    assert headline(library, "a.txt").copies == 2
    (made.folder / "c.txt").unlink()
    library.refresh(nothing)
    assert headline(library, "a.txt").copies == 1
    library.close()


def test_stories_do_not_depend_on_the_order_in_which_articles_arrive(made: Desk) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in made.folder.iterdir()}
    for order in ("adbec", "ecdab"):
        for path in made.folder.iterdir():
            path.unlink()
        if made.cache.exists():
            made.delete_cache()
        for name in order:
            (made.folder / f"{name}.txt").write_text(texts[f"{name}.txt"], encoding="utf-8")
            made.refresh()
        library = made.open()
        assert groups(library) == [["a", "b", "c"], ["d", "e"]]
        library.close()


def test_links_within_a_story_say_so(made: Desk) -> None:
    library = made.refreshed()
    (link,) = library.links(library.number("d.txt"))
    assert link.reasons[-1] == ONE_STORY
    library.close()
