"""Links, stories and dates, as they stand in the catalogue after a refresh."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, headline, nothing, rewrite, write

from reader.library import Library
from reader.model.headline import LinkKind

ORCHESTRA = (
    "The symphony orchestra of Pellworth opened its season with a concert that nobody there will forget, ending in"
    " applause which lasted a quarter of an hour.\n\n"
    "Conductor Mirela Castor chose three neglected pieces for strings, and the young violinist Tomas Ekdal played them"
    " from memory, smiling at the front row.\n"
)

SHOPS = (
    "Shopkeepers along the quay fear for their trade and have asked the Chamber of Commerce to pay for the months in"
    " which nobody will pass their doors.\n"
)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """Two versions of one event and something else."""
    of_three = desk(tmp_path)
    write(of_three.folder, "post.txt", BRIDGE, title="Harbour bridge to close", day="2021-04-08", outlet="Post")
    write(
        of_three.folder,
        "mail.txt",
        BRIDGE.replace("fourteen months", "more than a year").partition("Ferries")[0] + SHOPS,
        title="Varnholt bridge shut",
        day="2021-04-09",
        outlet="Mail",
    )
    write(of_three.folder, "concert.txt", ORCHESTRA, title="Season opens", day="2021-04-08")
    return of_three


def linked(library: Library, identifier: str) -> dict[str, LinkKind]:
    return {link.headline.id: link.kind for link in library.links(library.number(identifier))}


def test_links_are_seen_from_both_sides(made: Desk) -> None:
    library = made.refreshed()
    assert linked(library, "post.txt") == {"mail.txt": LinkKind.EDITED_COPY}
    assert linked(library, "mail.txt") == {"post.txt": LinkKind.EDITED_COPY}
    (here,), (there,) = (library.links(library.number(name)) for name in ("post.txt", "mail.txt"))
    assert here.score == there.score > 0.5
    assert here.reasons
    assert there.reasons
    assert linked(library, "concert.txt") == {}
    library.close()


def test_versions_of_one_event_are_a_story_and_count_their_copies(made: Desk) -> None:
    library = made.refreshed()
    post, mail, concert = (headline(library, name) for name in ("post.txt", "mail.txt", "concert.txt"))
    assert post.story == mail.story > 0
    assert concert.story == 0
    assert (post.copies, mail.copies, concert.copies) == (1, 1, 0)
    assert library.counts().stories == 1
    library.close()


def test_the_links_of_an_article_that_vanished_are_gone(made: Desk) -> None:
    library = made.refreshed()
    (made.folder / "mail.txt").unlink()
    library.refresh(nothing)
    assert linked(library, "post.txt") == {}
    post = headline(library, "post.txt")
    assert (post.story, post.copies) == (0, 0)
    assert library.counts().stories == 0
    library.close()


def test_the_links_of_an_article_that_became_another_are_gone(made: Desk) -> None:
    library = made.refreshed()
    write(made.folder, "mail.txt", ORCHESTRA + SHOPS, day="2021-04-09")
    library.refresh(nothing)
    assert linked(library, "post.txt") == {}
    assert set(linked(library, "concert.txt")) == {"mail.txt"}
    assert headline(library, "post.txt").story == 0
    assert headline(library, "mail.txt").story == headline(library, "concert.txt").story > 0
    library.close()


def test_an_article_that_arrives_later_joins_the_story(made: Desk) -> None:
    library = made.refreshed()
    story = headline(library, "post.txt").story
    write(made.folder, "late.txt", BRIDGE, title="Bridge closed for repairs", day="2021-04-10")
    library.refresh(nothing)
    assert set(linked(library, "late.txt")) == {"post.txt", "mail.txt"}
    assert linked(library, "post.txt")["late.txt"] is LinkKind.COPY
    assert {headline(library, name).story for name in ("late.txt", "post.txt", "mail.txt")} == {story}
    assert headline(library, "post.txt").copies == 2
    library.close()


def test_a_renamed_article_keeps_its_links(made: Desk) -> None:
    library = made.refreshed()
    (made.folder / "mail.txt").rename(made.folder / "post office.txt")
    library.refresh(nothing)
    assert linked(library, "post.txt") == {"post office.txt": LinkKind.EDITED_COPY}
    library.close()


def test_an_undated_copy_takes_the_day_of_a_dated_one(made: Desk) -> None:
    write(made.folder, "undated.txt", BRIDGE.replace("an hour", "sixty minutes"), title="Bridge")
    library = made.refreshed()
    undated = headline(library, "undated.txt")
    assert undated.date in ("2021-04-08", "2021-04-09")
    assert 0 < undated.date_confidence <= 0.5
    assert library.article(undated.number).date.text == ""
    library.close()


def test_an_undated_article_takes_the_day_of_a_copy_that_arrives_later(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "undated.txt", BRIDGE, title="Bridge")
    library = made.refreshed()
    assert headline(library, "undated.txt").date == ""
    write(made.folder, "dated.txt", BRIDGE.replace("an hour", "sixty minutes"), title="A bridge", day="2021-04-08")
    library.refresh(nothing)
    assert headline(library, "undated.txt").date == "2021-04-08"
    library.close()


def test_an_article_loses_its_inferred_day_when_it_is_rewritten(made: Desk) -> None:
    path = write(made.folder, "undated.txt", BRIDGE, title="Bridge")
    library = made.refreshed()
    assert headline(library, "undated.txt").date
    rewrite(path, BRIDGE, ORCHESTRA)
    library.refresh(nothing)
    assert headline(library, "undated.txt").date == ""
    library.close()
