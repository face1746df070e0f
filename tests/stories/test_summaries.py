"""The stories of a folder, each in a line."""

from reader.model.headline import Headline
from reader.stories.summaries import summaries


def headline(number: int, story: int, day: str = "", words: int = 100, outlet: str = "") -> Headline:
    return Headline(number, f"{number}.txt", f"Title {number}", date=day, words=words, outlet=outlet, story=story)


def test_a_story_has_the_title_of_its_fullest_version_and_its_first_and_last_day() -> None:
    (story,) = summaries(
        [
            headline(1, 7, "2021-04-09", 100, "Herald"),
            headline(2, 7, "2021-04-08", 300, "Courier"),
            headline(3, 7, "", 50, "Herald"),
        ]
    )
    assert (story.number, story.title, story.first, story.last) == (7, "Title 2", "2021-04-08", "2021-04-09")
    assert [version.number for version in story.versions] == [2, 1, 3]
    assert story.outlets == ("Courier", "Herald")


def test_stories_of_most_articles_come_first_and_of_equal_ones_the_newest() -> None:
    old = [headline(number, 1, "2021-04-01") for number in (1, 2)]
    new = [headline(number, 2, "2021-05-01") for number in (3, 4)]
    large = [headline(number, 3, "2020-05-01") for number in (5, 6, 7)]
    assert [story.number for story in summaries([*old, *new, *large])] == [3, 2, 1]


def test_an_article_alone_or_in_no_story_is_none() -> None:
    assert summaries([headline(1, 0), headline(2, 0), headline(3, 4)]) == []


def test_days_that_are_not_known_are_empty() -> None:
    (story,) = summaries([headline(1, 1), headline(2, 1)])
    assert (story.first, story.last, story.outlets) == ("", "", ())
