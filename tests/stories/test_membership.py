import pytest

from reader.model.headline import LinkKind
from reader.stories.membership import ADDED, ONE_STORY, shown


def test_one_story_adds_to_the_score_and_says_so() -> None:
    told = shown(0.5, LinkKind.SAME_STORY, ("next day",), 7, 7)
    assert told.score == pytest.approx(0.5 + ADDED * 0.5)
    assert told.reasons == ("next day", ONE_STORY)


def test_background_that_was_grouped_into_the_story_is_the_same_story() -> None:
    assert shown(0.2, LinkKind.BACKGROUND, (), 7, 7).kind is LinkKind.SAME_STORY


def test_what_was_grouped_into_another_story_is_not_the_same_one() -> None:
    assert shown(0.3, LinkKind.SAME_STORY, (), 7, 8) == (0.3, LinkKind.BACKGROUND, ())


def test_copies_stay_copies_whatever_the_stories() -> None:
    assert shown(0.9, LinkKind.COPY, (), 7, 8).kind is LinkKind.COPY
    assert shown(0.9, LinkKind.COPY, (), 7, 7).kind is LinkKind.COPY


def test_articles_without_a_story_are_shown_as_they_were_found() -> None:
    assert shown(0.3, LinkKind.SAME_STORY, ("a",), 0, 0) == (0.3, LinkKind.SAME_STORY, ("a",))
    assert shown(0.3, LinkKind.SAME_STORY, ("a",), 0, 8) == (0.3, LinkKind.SAME_STORY, ("a",))
