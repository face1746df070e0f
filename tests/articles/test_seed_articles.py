"""Two real articles, read exactly as the tables of the design list them."""

from pathlib import Path

import pytest

from reader.articles import parse
from reader.model.article import Article, BlockKind

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
FIRST, SECOND = "000_c4d47938a8aa6427.txt", "001_f296c458783725f1.txt"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seeds are another's text and are not part of the repository"
)


def seed(name: str) -> Article:
    (article,) = parse((SEEDS / name).read_bytes(), name)
    return article


def words(article: Article, kind: BlockKind) -> list[int]:
    return [len(block.text.split()) for block in article.blocks if block.kind is kind]


def test_the_first_seed_has_section_place_and_title() -> None:
    article = seed(FIRST)
    assert article.id == FIRST
    assert article.section.text == "World news"
    assert (article.section.rule, article.section.confidence) == ("section line", 0.9)
    assert article.place.text == "Iraq"
    assert (article.place.rule, article.place.confidence) == ("place prefix", 0.9)
    assert article.title.text == "Iraqi FM Stresses Government's Keenness to Enhance Partnership with US in all Fields"
    assert (article.title.rule, article.title.confidence) == ("first line", 0.9)
    assert not article.title_derived


def test_the_first_seed_has_no_date_and_nothing_else() -> None:
    article = seed(FIRST)
    assert not any((article.date, article.outlet, article.byline, article.agency, article.standfirst, article.url))
    assert (article.language, article.encoding, article.notes) == ("en", "utf-8", ())


def test_the_first_seed_has_eight_paragraphs() -> None:
    article = seed(FIRST)
    assert words(article, BlockKind.PARAGRAPH) == [35, 21, 47, 29, 40, 36, 43, 56]
    assert len(article.blocks) == 8
    assert len((SEEDS / FIRST).read_bytes()) == 2156
    assert article.blocks[0].text.startswith("Iraqi Foreign Minister Fuad Hussein stressed")
    assert article.blocks[-1].text.endswith("in the fight against the IS group.")
    assert (article.words, article.minutes) == (307, 1)


def test_the_second_seed_has_date_outlet_agency_and_standfirst() -> None:
    article = seed(SECOND)
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-04-08", "crawl mark", 0.95)
    assert (article.outlet.text, article.outlet.rule, article.outlet.confidence) == (
        "Asian Lite News",
        "reports tail",
        0.9,
    )
    assert (article.agency.text, article.agency.rule, article.agency.confidence) == ("Xinhua", "in-text agency", 0.7)
    assert article.standfirst.text == (
        "The decision was made following the US-Iraq Strategic Dialogue led by Minister of Foreign Affairs "
        "Fuad Hussein, while the US side was headed by Secretary of State Anthony Blinken"
    )
    assert (article.standfirst.rule, article.standfirst.confidence) == ("reports tail", 0.9)
    assert not any((article.section, article.byline, article.place, article.url))


def test_the_second_seed_gets_a_title_from_its_text() -> None:
    article = seed(SECOND)
    assert (
        article.title.text == "US and Iraq have agreed to redeploy the remaining Washington-led coalition combat troops"
    )
    assert (article.title.rule, article.title.confidence, article.title_derived) == ("derived", 0.35, True)


def test_the_second_seed_has_twelve_paragraphs_a_tweet_and_a_caption() -> None:
    article = seed(SECOND)
    assert words(article, BlockKind.PARAGRAPH) == [34, 19, 24, 40, 36, 43, 56, 49, 22, 38, 28, 29]
    kinds = [block.kind for block in article.blocks]
    assert len(kinds) == 14
    assert len((SEEDS / SECOND).read_bytes()) == 3358
    assert len(article.standfirst.text.split()) == 29
    assert kinds.index(BlockKind.TWEET) == 6
    assert kinds.index(BlockKind.CAPTION) == 10
    assert (article.words, article.minutes, article.language) == (473, 2, "en")


def test_the_tweet_of_the_second_seed_is_signed() -> None:
    tweet = seed(SECOND).blocks[6]
    assert tweet.text.startswith("It was a privilege")
    assert tweet.text.endswith("strategic partnership.")
    assert (tweet.author, tweet.handle, tweet.date) == ("Secretary Antony Blinken", "@SecBlinken", "2021-04-07")
    assert tweet.media == "pic.twitter.com/Z6HozvRZRk"


def test_the_caption_of_the_second_seed_is_parted_where_it_ran_together() -> None:
    caption = seed(SECOND).blocks[10]
    assert caption.text == "Fuad Hussein, Minister of Foreign Affairs, Republic of Iraq"
    assert caption.credit == "Twitter"


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_a_value_stands_where_its_span_says(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    article = seed(name)
    stated = () if article.title_derived else (article.title,)
    for value in (*stated, article.section, article.place, article.outlet, article.standfirst, article.agency):
        if value:
            assert value.text in text[value.span[0] : value.span[1]]
    if article.date:
        assert text[article.date.span[0] : article.date.span[1]] == article.date.text
    if article.title_derived:
        assert article.title.text in text[article.title.span[0] : article.title.span[1]]
    for block in article.blocks:
        assert text[block.span[0] : block.span[1]].startswith(block.text[:12])
