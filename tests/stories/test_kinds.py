import pytest

from reader.model.headline import LinkKind
from reader.stories.kinds import Closeness, kind, shown_score
from reader.stories.overlap import Overlap
from reader.stories.reasons import distance


@pytest.mark.parametrize(
    ("containment", "run", "expected"),
    [
        (0.8, 60, LinkKind.COPY),
        (0.79, 60, LinkKind.EDITED_COPY),
        (0.5, 9, LinkKind.EDITED_COPY),
        (0.49, 9, LinkKind.SHARES_TEXT),
        (0.15, 9, LinkKind.SHARES_TEXT),
        (0.05, 25, LinkKind.SHARES_TEXT),
        (0.05, 24, None),
    ],
)
def test_the_share_of_common_text_makes_the_kind(containment: float, run: int, expected: LinkKind | None) -> None:
    assert kind(Closeness(0.01, Overlap(containment=containment, run=run))) is expected


@pytest.mark.parametrize(
    ("score", "days", "names", "expected"),
    [
        (0.25, None, 0, LinkKind.SAME_STORY),
        (0.24, 400, 0, LinkKind.BACKGROUND),
        (0.2, 3, 2, LinkKind.SAME_STORY),
        (0.2, -3, 2, LinkKind.SAME_STORY),
        (0.2, 4, 2, LinkKind.BACKGROUND),
        (0.2, 3, 1, LinkKind.BACKGROUND),
        (0.2, None, 2, LinkKind.BACKGROUND),
        (0.16, 0, 5, LinkKind.BACKGROUND),
        (0.07, 0, 5, None),
    ],
)
def test_score_days_and_names_make_a_story(
    score: float, days: int | None, names: int, expected: LinkKind | None
) -> None:
    assert kind(Closeness(score, days=days, rare_names=names)) is expected


def test_a_bulletin_with_other_figures_is_background_however_alike() -> None:
    bulletin = Overlap(containment=0.9, run=50, other_figures=True)
    assert kind(Closeness(0.8, bulletin, days=0, rare_names=3)) is LinkKind.BACKGROUND
    assert shown_score(0.8, bulletin) < 0.2


def test_a_copy_ranks_at_least_by_its_containment() -> None:
    assert shown_score(0.4, Overlap(containment=0.7)) == 0.7
    assert shown_score(0.9, Overlap(containment=0.7)) == 0.9
    assert shown_score(0.3, Overlap(containment=0.4)) == 0.3


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "same day"),
        (1, "next day"),
        (-1, "the day before"),
        (3, "3 days later"),
        (-3, "3 days earlier"),
        (90, "3 months later"),
        (-800, "2 years earlier"),
    ],
)
def test_the_distance_in_time_is_told_in_words(days: int, words: str) -> None:
    assert distance(days) == words
