import random
from pathlib import Path

import pytest
from article_builders import HARBOUR, HARBOUR_AGAIN, ORCHESTRA, RECIPE, article, link, linker
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.parsing import parse
from reader.model.article import Article
from reader.model.headline import LinkKind
from reader.stories.clusters import stories
from reader.stories.profile import profile
from reader.stories.related import BACKGROUND, Linker

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
OTHERS = [article(ORCHESTRA), article(RECIPE)]
BULLETIN = """The farm board of Pellworth put the slaughter of cattle on Monday at {} thousand head, \
against {} thousand a week ago and {} thousand a year ago, \
and hogs at {} thousand head, against {} thousand a week ago and {} thousand a year ago. \
The estimates are compiled from reports of packers in all the counties and may be revised when the last count is out."""


def edited(text: str) -> str:
    """The text with every eighteenth word replaced."""
    return " ".join(f"other{place}" if place % 18 == 9 else word for place, word in enumerate(text.split()))


def test_equal_text_is_a_copy() -> None:
    found = link([article(HARBOUR, content_hash="a"), article(HARBOUR, content_hash="a"), *OTHERS])
    assert found
    assert (found.kind, found.score, found.reasons[0]) == (LinkKind.COPY, 1.0, "equal text")


def test_text_with_little_changed_is_a_copy() -> None:
    found = link([article(HARBOUR), article(HARBOUR.replace("fourteen", "thirteen")), *OTHERS])
    assert found
    assert found.kind is LinkKind.COPY
    assert found.reasons[0].endswith(" % same text")


def test_text_with_more_changed_is_an_edited_copy() -> None:
    found = link([article(HARBOUR), article(edited(HARBOUR)), *OTHERS])
    assert found
    assert found.kind is LinkKind.EDITED_COPY
    assert found.score >= 0.5


def test_one_passage_in_common_is_shared_text() -> None:
    passage = HARBOUR.split("\n")[1]
    found = link([article(f"{ORCHESTRA}\n{RECIPE}\n{passage}"), article(f"{HARBOUR_AGAIN}\n{passage}")])
    assert found
    assert found.kind is LinkKind.SHARES_TEXT
    assert found.reasons[0] != found.back_reasons[0]


def test_two_accounts_in_other_words_are_the_same_story() -> None:
    found = link([article(HARBOUR, date="2023-03-01"), article(HARBOUR_AGAIN, date="2023-03-02"), *OTHERS])
    assert found
    assert found.kind is LinkKind.SAME_STORY
    assert "Ada Brenner" in found.reasons[0]
    assert (found.reasons[-1], found.back_reasons[-1]) == ("next day", "the day before")


def test_days_apart_make_two_accounts_less_close() -> None:
    near = link([article(HARBOUR, date="2023-03-01"), article(HARBOUR_AGAIN, date="2023-03-01"), *OTHERS])
    far = link([article(HARBOUR, date="2023-03-01"), article(HARBOUR_AGAIN, date="2024-03-01"), *OTHERS])
    unknown = link([article(HARBOUR, date="2023-03-01"), article(HARBOUR_AGAIN), *OTHERS])
    assert near
    assert far
    assert unknown
    assert near.score == pytest.approx(2 * far.score)
    assert far.score < unknown.score < near.score
    assert (near.reasons[-1], far.reasons[-1]) == ("same day", "12 months later")


def test_unrelated_articles_are_not_linked() -> None:
    assert link([article(HARBOUR), article(RECIPE), article(ORCHESTRA)]) is None


def test_without_shared_names_the_terms_are_given_as_written() -> None:
    one = RECIPE.replace("lentils", "LENTILS")
    found = link(
        [
            article(one),
            article("Simmer lentils with cumin and butter; brown the onions, add lemon, parsley."),
            *OTHERS[:1],
        ]
    )
    assert found
    assert len(found.reasons[0].split(", ")) == 3


def test_who_credits_the_agency_is_told_from_both_sides() -> None:
    found = link([article(HARBOUR), article(edited(HARBOUR), agency="Xinhua"), *OTHERS])
    assert found
    assert found.reasons[1] == "credits Xinhua"
    assert found.back_reasons[1] == "same text, uncredited"


def test_a_bulletin_with_other_figures_is_no_copy() -> None:
    one = article(BULLETIN.format(121, 118, 125, 310, 305, 330))
    other = article(BULLETIN.format(119, 131, 127, 298, 311, 325))
    found = link([one, other, *OTHERS])
    assert found
    assert found.kind is LinkKind.BACKGROUND
    assert found.reasons[0] == "same bulletin, other figures"
    assert stories([(1, 2, found.score, found.kind)], [1, 2]) == []
    corrected = link([one, article(BULLETIN.format(121, 118, 125, 310, 305, 331)), *OTHERS])
    assert corrected
    assert corrected.kind in {LinkKind.COPY, LinkKind.EDITED_COPY}


def test_a_short_text_is_a_copy_of_its_equal_only() -> None:
    brief = "The ferry from Varnholt to Kelmstad is cancelled tonight because of heavy ice on the sound"
    found = {
        one.number: one.kind
        for one in linker([article(brief), article(brief), article(f"{brief} again"), *OTHERS]).find(1)
    }
    assert found[2] is LinkKind.COPY
    assert found[3] not in {LinkKind.COPY, LinkKind.EDITED_COPY, LinkKind.SHARES_TEXT}


def test_an_article_without_words_has_no_links() -> None:
    assert linker([Article("a.txt"), article(HARBOUR)]).find(1) == []


def test_asking_for_an_unknown_number_is_an_error() -> None:
    with pytest.raises(KeyError):
        linker([article(HARBOUR)]).find(9)


def test_articles_close_to_both_are_a_reason_only_where_they_count() -> None:
    two = [article(HARBOUR, date="2023-03-01"), article(HARBOUR_AGAIN, date="2023-03-02")]
    alone = link([*two, *OTHERS])
    third = article(HARBOUR_AGAIN.replace("lorries", "trucks"), date="2023-03-02")
    joined = link([*two, third, *OTHERS])
    assert alone
    assert joined
    assert not any("in common" in reason for reason in alone.reasons)
    assert joined.reasons[-2:] == ("both resemble 1 other", "next day")


def test_two_uncredited_texts_that_each_have_more_point_to_a_common_source() -> None:
    shared = HARBOUR.replace("\n", " ")
    found = link([article(f"{shared}\n{ORCHESTRA}"), article(f"{shared}\n{RECIPE}")])
    assert found
    assert found.kind is LinkKind.EDITED_COPY
    assert found.reasons[1] == found.back_reasons[1] == "common source likely"


def test_background_is_not_listed_without_end() -> None:
    subject = "harbour council votes quay ferry tariff budget"
    made = [article(f"{subject} " + " ".join(f"w{number}x{place}" for place in range(12))) for number in range(60)]
    kinds = [found.kind for found in linker(made).find(1)]
    assert kinds.count(LinkKind.BACKGROUND) <= BACKGROUND


def test_the_limit_keeps_the_closest() -> None:
    made = linker(
        [article(HARBOUR, content_hash="a"), article(HARBOUR_AGAIN), article(HARBOUR, content_hash="a"), *OTHERS]
    )
    assert [found.number for found in made.find(1, limit=1)] == [3]


def invented(seed: int, count: int = 24) -> list[Article]:
    """Articles of random words, some of which repeat passages of others."""
    chance = random.Random(seed)
    made: list[str] = []
    for _ in range(count):
        text = [f"w{int(chance.paretovariate(0.6)) % 900}" for _ in range(60)]
        if made and chance.random() < 0.5:
            start = chance.randrange(30)
            text[10:10] = chance.choice(made).split()[start : start + 40]
        made.append(" ".join(text))
    return [article(text, date=f"2023-03-{chance.randint(1, 28):02}") for text in made]


def answers(made: Linker, count: int) -> dict[tuple[int, int], tuple[float, LinkKind]]:
    """Score and kind of every pair that is linked."""
    numbers = [number for number in range(1, count + 1) if number in made]
    return {(number, one.number): (one.score, one.kind) for number in numbers for one in made.find(number)}


def assert_same(
    one: dict[tuple[int, int], tuple[float, LinkKind]], other: dict[tuple[int, int], tuple[float, LinkKind]]
) -> None:
    assert one
    assert one.keys() == other.keys()
    for pair, (score, kind) in one.items():
        assert other[pair][0] == pytest.approx(score, abs=1e-5)
        assert other[pair][1] is kind


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_adding_makes_no_difference(seed: int) -> None:
    profiles = {number: profile(one) for number, one in enumerate(invented(seed), 1)}
    order = list(profiles)
    first = Linker(profiles.__getitem__)
    first.extend(profiles.items())
    random.Random(seed).shuffle(order)
    second = Linker(profiles.__getitem__)
    for number in order:
        second.add(number, profiles[number])
        second.find(number)
    assert_same(answers(first, 24), answers(second, 24))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 1000))
def test_a_link_is_the_same_from_both_sides(seed: int) -> None:
    made = linker(invented(seed, count=20))
    found = {(number, one.number): one for number in range(1, 21) for one in made.find(number)}
    assert found
    for (number, other), one in found.items():
        back = found[other, number]
        assert back.score == pytest.approx(one.score, abs=1e-5)
        assert back.kind is one.kind
        assert (len(back.reasons), back.reasons[-1]) == (len(one.back_reasons), one.back_reasons[-1])


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 1000), st.lists(st.integers(1, 24), min_size=1, max_size=10, unique=True))
def test_taking_articles_out_restores_the_answer_without_them(seed: int, removed: list[int]) -> None:
    profiles = {number: profile(one) for number, one in enumerate(invented(seed), 1)}
    made = Linker(profiles.__getitem__)
    made.extend(profiles.items())
    for number in removed:
        made.remove(number)
    fresh = Linker(profiles.__getitem__)
    fresh.extend((number, one) for number, one in profiles.items() if number not in removed)
    assert_same(answers(made, 24), answers(fresh, 24))


def test_many_replacements_leave_the_answers_right() -> None:
    profiles = {number: profile(one) for number, one in enumerate(invented(3), 1)}
    made = Linker(profiles.__getitem__)
    made.extend(profiles.items())
    before = answers(made, 24)
    for _ in range(15):
        made.extend(profiles.items())
    assert len(made) == 24
    assert_same(answers(made, 24), before)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_the_seeds_are_an_edited_copy_with_its_reasons() -> None:
    found = link([parse(path.read_bytes(), path.name)[0] for path in sorted(SEEDS.glob("*.txt"))])
    assert found
    assert found.kind is LinkKind.EDITED_COPY
    assert abs(int(found.reasons[0].split()[0]) - 64) <= 6
    assert abs(int(found.back_reasons[0].split()[0]) - 44) <= 6
    assert (found.reasons[1], found.back_reasons[1]) == ("credits Xinhua", "same text, uncredited")
    assert "Fuad Hussein" in found.reasons[2]
