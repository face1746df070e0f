"""What happened when."""

from dataclasses import replace
from pathlib import Path

import pytest
from story_texts import report

from reader.articles import parse
from reader.model.article import Article, Block, BlockKind, Value
from reader.stories.timeline import Entry, timeline

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
CLOSED = "The bridge was closed on Wednesday after a report of January 5, 2020."


def told(*articles: Article) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(entry.when, str(entry.source), entry.articles) for entry in timeline(articles)]


def lit(entry: Entry) -> str:
    return entry.sentence[slice(*entry.span)]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")
def test_the_days_of_the_seeds_are_those_listed() -> None:
    first, second = (parse(path.read_bytes(), path.name)[0] for path in sorted(SEEDS.glob("*.txt")))
    found = timeline([first, second])
    assert [(entry.when, str(entry.source), entry.found_out) for entry in found] == [
        ("2008", "mentioned", False),
        ("2020-01-03", "mentioned", False),
        ("2020-01-05", "mentioned", False),
        ("2020-06-12", "mentioned", True),
        ("2021-04-07", "mentioned", True),
        ("2021-04-07", "mentioned", False),
        ("2021-04-08", "published", False),
    ]
    assert found[0].articles == (first.id, second.id)
    assert lit(found[3]) == "last June 12"
    inferred = replace(first, date=Value("2021-04-08", "copy", 0.5))
    wednesday = [entry for entry in timeline([inferred, second]) if entry.when == "2021-04-07" and entry.found_out]
    assert {each for entry in wednesday for each in entry.articles} == {first.id, second.id}


def test_a_weekday_is_found_out_from_the_day_of_publication() -> None:
    found = timeline([report(CLOSED, day="2021-04-08")])
    assert [(entry.when, lit(entry), entry.found_out) for entry in found] == [
        ("2020-01-05", "January 5, 2020", False),
        ("2021-04-07", "Wednesday", True),
        ("2021-04-08", "", False),
    ]


def test_what_was_published_late_may_be_of_the_next_day() -> None:
    article = report("A gull visited the station about half past twelve on Friday.", day="2021-04-08")
    late = replace(article, date=replace(article.date, time="23:26"))
    assert [timeline([each])[0].when for each in (article, late)] == ["2021-04-02", "2021-04-08"]
    assert [(entry.when, entry.found_out) for entry in timeline([late])][-1] == ("2021-04-09", True)


def test_without_a_day_of_publication_no_weekday_is_told() -> None:
    assert told(report(CLOSED)) == [("2020-01-05", "mentioned", ("a.txt",))]


def test_of_an_unlikely_day_of_publication_nothing_is_found_out() -> None:
    article = replace(report(CLOSED), date=Value("2021-04-08", "file name", 0.4))
    assert told(article) == [("2020-01-05", "mentioned", ("a.txt",))]


def test_sentences_that_say_the_same_of_one_day_are_one_entry() -> None:
    one = report("The parliament passed a resolution on January 5, 2020, that ends the presence of troops.", name="one")
    other = report("On January 5, 2020 parliament passed a resolution that ends the presence of troops.", name="other")
    third = report("A lighthouse keeper called Hedda Lyng retired on January 5, 2020 to grow leeks.", name="third")
    assert told(one, other, third) == [
        ("2020-01-05", "mentioned", ("one", "other")),
        ("2020-01-05", "mentioned", ("third",)),
    ]


def test_the_sentence_is_the_one_that_names_the_day() -> None:
    (entry,) = timeline([report("It rained. The law of March 2020 was passed by Mr. Lund. It was cold.")])
    assert (entry.when, entry.sentence, lit(entry)) == (
        "2020-03",
        "The law of March 2020 was passed by Mr. Lund.",
        "March 2020",
    )


def test_a_year_stands_before_its_months_and_these_before_their_days() -> None:
    text = "It began on 3 March 2020. In March 2020 it rained. It was built in 2020. It ended on 1 January 2021."
    assert [when for when, *_ in told(report(text))] == ["2020", "2020-03", "2020-03-03", "2021-01-01"]


def test_articles_of_one_day_are_published_together_after_what_happened_on_it() -> None:
    one = report("The bridge was closed on Thursday.", name="one", day="2021-04-08", title="Bridge closed")
    other = report("Nothing is told of any day here.", name="other", day="2021-04-08")
    assert told(one, other) == [("2021-04-08", "mentioned", ("one",)), ("2021-04-08", "published", ("one", "other"))]
    assert timeline([one, other])[-1].sentence == "Bridge closed"


@pytest.mark.parametrize("start", ["VARNHOLT, April 8 (Danube Press) -- ", "Varnholt, April 8 (ANI): "])
def test_the_day_of_a_dateline_is_not_told_twice(start: str) -> None:
    assert told(report(f"{start}Two swans were seen.", day="2021-04-08")) == [("2021-04-08", "published", ("a.txt",))]


def test_the_day_of_a_tweet_is_told() -> None:
    tweet = Block(BlockKind.TWEET, "What a day.", date="2021-04-07")
    (entry,) = timeline([Article("a", blocks=(tweet,))])
    assert (entry.when, entry.sentence, entry.span) == ("2021-04-07", "What a day.", (0, 0))


def test_boilerplate_tells_no_days_and_the_standfirst_does() -> None:
    article = report("Nothing is told of any day here.", standfirst="The law passed on 3 March 2020")
    spam = Block(BlockKind.BOILERPLATE, "Updated on 5 May 2020")
    assert told(replace(article, blocks=(*article.blocks, spam))) == [("2020-03-03", "mentioned", ("a.txt",))]


def test_a_number_is_no_year() -> None:
    assert told(report("About 2020 people came, 1,998 of them on foot, and paid 2021 crowns.")) == []


def test_no_articles_have_no_days() -> None:
    assert timeline([]) == ()


def test_a_weekday_counted_from_an_inferred_day_is_uncertain_unless_another_article_is_sure() -> None:
    sure = report(CLOSED, name="sure", day="2021-04-08")
    inferred = replace(report(CLOSED, name="inferred"), date=Value("2021-04-08", "file name", 0.6))
    assert [(entry.when, entry.uncertain) for entry in timeline([inferred])] == [
        ("2020-01-05", False),
        ("2021-04-07", True),
        ("2021-04-08", False),
    ]
    assert not any(entry.uncertain for entry in timeline([inferred, sure]))
