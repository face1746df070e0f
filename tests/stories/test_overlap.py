import numpy as np
import pytest
from article_builders import HARBOUR, ORCHESTRA, article

from reader.stories.overlap import overlap
from reader.stories.profile import profile

NONE = np.empty(0, np.uint32)


def test_containment_is_that_of_the_shorter() -> None:
    found = overlap(profile(article(HARBOUR)), profile(article(f"{HARBOUR}\n{ORCHESTRA}")), NONE)
    assert found.containment == 1
    assert found.mine == 1
    assert 0.5 < found.theirs < 0.75


def test_the_share_of_words_is_that_in_shared_runs_of_five() -> None:
    passage = " ".join(HARBOUR.split()[:10])
    filler = [f"filler{number}" for number in range(90)]
    other = [f"other{number}" for number in range(40)]
    found = overlap(profile(article(" ".join([passage, *filler]))), profile(article(" ".join([*other, passage]))), NONE)
    assert found.mine == pytest.approx(0.1)
    assert found.theirs == pytest.approx(0.2)
    assert found.run == 10


def test_turning_it_swaps_the_sides() -> None:
    one, other = profile(article(HARBOUR)), profile(article(f"{HARBOUR}\n{ORCHESTRA}"))
    assert overlap(one, other, NONE).turned() == overlap(other, one, NONE)


def test_a_passage_of_boilerplate_does_not_count() -> None:
    footer = " ".join(ORCHESTRA.split())
    one, other = (
        profile(article(f"{HARBOUR}\n{footer}")),
        profile(article(f"{footer}\n" + "quite other words here now " * 20)),
    )
    known = profile(article(footer)).fingerprints
    assert overlap(one, other, NONE).run > 40
    assert overlap(one, other, known).run < 10


def test_equal_hashes_are_equal_text() -> None:
    assert overlap(profile(article("Fog.", content_hash="a")), profile(article("Fog.", content_hash="a")), NONE).equal


def test_short_texts_share_nothing_unless_they_are_equal() -> None:
    brief = "The port of Varnholt is closed today because of ice on the river"
    assert overlap(profile(article(brief)), profile(article(brief)), NONE).equal
    assert overlap(profile(article(brief)), profile(article(f"{brief} and snow")), NONE).containment == 0


def test_two_reports_that_share_a_passage_are_no_bulletins_for_their_figures() -> None:
    one = profile(article(f"{HARBOUR}\nIt costs 31 million, and 12 lorries an hour pass, of 88 in all."))
    other = profile(article(f"{ORCHESTRA}\n{HARBOUR[:300]}\nThe hall has 400 seats, 20 boxes and 3 doors."))
    found = overlap(one, other, NONE)
    assert 0.15 < found.containment < 0.5
    assert not found.other_figures
