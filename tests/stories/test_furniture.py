"""What pages of a site share beside their articles links nothing, and what articles share links them all the same."""

from collections.abc import Iterable

import pytest
from article_builders import HARBOUR, HARBOUR_AGAIN, ORCHESTRA, RECIPE, article, link, linker

from reader.model.headline import LinkKind
from reader.stories.related import Found

COOKIES = """We and our partners keep small files on your device to remember what you chose, to measure which pages \
are opened and to show offers that suit you.
You may refuse all of them or some of them, change your mind whenever you like under settings, and read there who \
our partners are and for how long they keep what they learn."""
COMPLAINTS = """The Morning Lantern belongs to Lantern Newspapers Limited, registered in Brackwater under number \
40718, and follows the code of the board of editors.
Whoever thinks that we were wrong may write to the complaints desk within four months, and if that does not help, to \
the board itself."""
SPORT = """Marwick beat Osterby by two goals to nothing on a pitch so wet that the ball stopped dead in front of an \
empty net twice before half time.
Both goals came from the left boot of Jonas Prell, who had not played since his knee was mended in spring, and who was \
carried off by the crowd.
Osterby have now lost five in a row and will look for a new trainer, their chairman said in the car park."""
COPIES = {LinkKind.COPY, LinkKind.EDITED_COPY}


def filler(number: int, words: int = 60) -> str:
    """Text that shares no word with any other."""
    return " ".join(f"w{number}x{place}" for place in range(words))


def kinds(found: Iterable[Found]) -> dict[int, LinkKind]:
    return {one.number: one.kind for one in found}


@pytest.mark.parametrize("place", ["above", "below"])
def test_two_pages_that_share_their_furniture_alone_are_not_linked(place: str) -> None:
    texts = [f"{COOKIES}\n{text}" if place == "above" else f"{text}\n{COOKIES}" for text in (ORCHESTRA, SPORT)]
    made = [article(texts[0], title="Applause in Pellworth"), article(texts[1], title="Prell strikes twice")]
    assert link([*made, article(HARBOUR), article(RECIPE)]) is None


def test_two_pages_without_titles_are_not_linked_by_their_footer() -> None:
    made = [article(f"{ORCHESTRA}\n{COOKIES}"), article(f"{SPORT}\n{COOKIES}"), article(HARBOUR), article(RECIPE)]
    assert link(made) is None


def test_a_report_is_a_copy_whatever_the_pages_add_to_it() -> None:
    made = [
        article(f"{HARBOUR}\n{below}", title="Harbour bridge at Varnholt to close")
        for below in (f"{COOKIES}\n{filler(1)}", f"{COMPLAINTS}\n{filler(2)}", ORCHESTRA, RECIPE, SPORT, filler(3))
    ]
    assert kinds(linker(made).find(1)) == dict.fromkeys((2, 3, 4, 5, 6), LinkKind.EDITED_COPY)


def test_a_report_without_a_title_is_a_copy_whatever_the_pages_add_to_it() -> None:
    made = [article(f"{HARBOUR}\n{below}") for below in (ORCHESTRA, RECIPE, SPORT)]
    assert kinds(linker(made).find(1)) == dict.fromkeys((2, 3), LinkKind.EDITED_COPY)


def test_two_reports_of_one_event_that_share_a_footer_are_one_story_and_no_copies() -> None:
    pages = [article(f"{text}\n{COOKIES}\n{COMPLAINTS}") for text in (HARBOUR, HARBOUR_AGAIN, ORCHESTRA, RECIPE, SPORT)]
    bare = link([article(HARBOUR), article(HARBOUR_AGAIN), article(ORCHESTRA), article(RECIPE), article(SPORT)])
    found = link(pages)
    assert found
    assert bare
    assert found.kind is LinkKind.SAME_STORY
    assert found.score == pytest.approx(bare.score, abs=0.05)
    assert kinds(linker(pages).find(1)) == {2: LinkKind.SAME_STORY}


def test_a_later_article_shows_what_is_furniture() -> None:
    pages = [article(f"{text}\n{COOKIES}\n{COMPLAINTS}") for text in (HARBOUR, HARBOUR_AGAIN)]
    before = link(pages)
    after = link(
        [*pages, article(f"{ORCHESTRA}\n{COOKIES}\n{COMPLAINTS}"), article(f"{SPORT}\n{COOKIES}\n{COMPLAINTS}")]
    )
    assert before
    assert before.kind in COPIES
    assert after
    assert after.kind is LinkKind.SAME_STORY


def test_what_one_article_of_another_subject_quotes_stays_common_to_the_versions_of_a_report() -> None:
    quoted = HARBOUR.split("\n")[1]
    versions = [article(HARBOUR), article(f"{HARBOUR}\nNobody was hurt.")]
    alone, quoting = link(versions), link([*versions, article(f"{ORCHESTRA}\n{quoted}\n{SPORT}")])
    assert alone
    assert quoting
    assert (quoting.kind, quoting.reasons[0]) == (alone.kind, alone.reasons[0])


def test_a_footer_of_very_many_pages_links_none_of_them() -> None:
    pages = [article(f"{filler(number)}\n{COOKIES}\n{COMPLAINTS}") for number in range(230)]
    assert linker(pages).find(1) == []
    assert linker(pages[:20]).find(1) == []


def test_a_report_in_very_many_outlets_is_no_furniture() -> None:
    outlets = [article(f"{HARBOUR}\n{filler(number, 50)}", title="Harbour bridge to close") for number in range(230)]
    found = linker(outlets).find(1)
    assert len(found) >= 20
    assert {one.score > 0.5 for one in found} == {True}
