"""What is new to who has read other articles: verdicts, figures, marks on the word."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import DAILY, STANDFIRST, TWEET, WIRE, daily, paragraphs, report, wire

from reader.articles import parse
from reader.model.article import Article, Block, BlockKind
from reader.stories.novelty import Status, novelty
from reader.stories.passages import paragraph_numbers, passage, passages
from reader.stories.reading import Read

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
FIRST, SECOND = "000_c4d47938a8aa6427.txt", "001_f296c458783725f1.txt"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")


def statuses(article: Article, *read: Article) -> list[str]:
    known = Read(each for other in read for each in passages(other))
    return [str(each.status) for each in novelty(article, known)]


def judged(text: str, *read: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[str, float, list[str]]:
    """Status, novelty and the marked words of one paragraph."""
    (found,) = novelty(Article("a", blocks=(Block(kind, text),)), Read(map(passage, read)))
    return str(found.status), found.novelty, [text[start:end] for start, end in found.marked]


def seed(name: str) -> Article:
    return parse((SEEDS / name).read_bytes(), name)[0]


@needs_seeds
@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        (FIRST, SECOND, "new new partly known known known known known"),
        (SECOND, FIRST, "partly partly known known known known known new new new new new"),
    ],
)
def test_every_paragraph_of_the_seeds_is_judged_as_listed(name: str, other: str, expected: str) -> None:
    article = seed(name)
    numbers = paragraph_numbers(article)
    found = statuses(article, seed(other))
    assert [status for status, number in zip(found, numbers, strict=True) if number] == expected.split()


@needs_seeds
def test_the_tweet_and_the_caption_of_the_second_seed_are_new() -> None:
    article = seed(SECOND)
    found = dict(zip((block.kind for block in article.blocks), statuses(article, seed(FIRST)), strict=True))
    assert (found[BlockKind.TWEET], found[BlockKind.CAPTION]) == ("new", "new")


def test_shared_reworded_and_new_paragraphs_are_told_apart_from_both_sides() -> None:
    assert statuses(wire(), daily()) == ["new", "partly", "known", "known"]
    assert statuses(daily(), wire()) == ["partly", "known", "new", "known", "new"]


def test_a_text_that_was_read_is_known_whole() -> None:
    assert set(statuses(daily(), daily())) == {"known"}
    assert [each.novelty for each in novelty(wire(), Read(passages(wire())))] == [0.0] * 4


def test_who_has_read_nothing_finds_everything_new() -> None:
    found = novelty(daily(), Read())
    assert {each.status for each in found} == {Status.NEW}
    assert {each.novelty for each in found} == {1.0}


def test_what_the_standfirst_told_is_not_new_below_it() -> None:
    repeated = f"{STANDFIRST}, who had warned for years that the steel was in a bad state."
    elsewhere = "Nothing of the kind was heard in the capital, where the cabinet sat until late in the evening."
    assert statuses(report(repeated, standfirst=STANDFIRST), report(elsewhere)) == ["partly"]
    assert statuses(report(repeated), report(elsewhere)) == ["new"]


def test_quotes_dots_hyphens_and_british_spelling_make_no_difference() -> None:
    american = 'The U.S. defense program "emphasized" counterterrorism labor at the center of United States\' efforts.'
    british = "The US defence programme “emphasised” counter-terrorism labour at the centre of US’ efforts."
    assert judged(british, american) == ("known", 0.0, [])
    assert judged(american, british) == ("known", 0.0, [])


def test_sentences_in_another_order_are_known() -> None:
    first, second = "Divers looked at the hull of the ferry on Friday.", "They found a hole as long as a car in it."
    assert judged(f"{second} {first}", f"{first} {second}")[0] == "known"


def test_a_paragraph_put_together_from_two_that_were_read_is_known() -> None:
    assert judged(f"{WIRE[1]} {WIRE[3]}", *WIRE)[0] == "known"


def test_a_long_known_paragraph_with_a_new_sentence_is_only_partly_known() -> None:
    known = " ".join(WIRE)
    added = f"{known} Two swans were seen asleep beneath the arch at noon yesterday."
    status, new, _ = judged(added, known)
    assert (status, new < 0.2) == ("partly", True)


def test_a_paragraph_that_holds_a_short_one_which_was_read_is_not_new() -> None:
    short = "Two swans were seen asleep beneath the third arch of the bridge."
    long = f"{short} {DAILY[3]} {WIRE[0]}"
    assert judged(long, short)[0] == "partly"


def test_few_words_are_not_rated_unless_they_are_a_tweet_or_caption() -> None:
    assert judged("He did not want to say more.", "He did not want to say more.")[0] == "unrated"
    assert judged("Oskar Lund on the bridge", *WIRE, kind=BlockKind.CAPTION) == ("new", 1.0, [])
    assert judged("Oskar Lund on the bridge", "Oskar Lund on the bridge", kind=BlockKind.CAPTION)[0] == "known"


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.BOILERPLATE])
def test_headings_and_boilerplate_are_not_rated(kind: BlockKind) -> None:
    assert judged(WIRE[1], WIRE[1], kind=kind) == ("unrated", 0.0, [])


def test_a_new_figure_in_a_known_paragraph_is_marked() -> None:
    assert judged(WIRE[1].replace("14 months", "3,000 days"), WIRE[1])[2] == ["3,000"]
    assert judged(WIRE[1].replace("two of", "seven of"), WIRE[1])[2] == ["seven"]


def test_a_figure_in_words_is_the_figure_in_digits() -> None:
    assert judged(WIRE[1].replace("14 months", "fourteen months"), WIRE[1])[2] == []


def test_a_new_name_in_a_known_paragraph_is_marked_as_one() -> None:
    assert judged(WIRE[3].replace("Kelmstad", "the town of New Ostrel Bay"), WIRE[3])[2] == ["New Ostrel Bay"]


def test_another_spelling_of_a_name_is_no_new_name() -> None:
    status, new, marked = judged(WIRE[2].replace("Anthony", "Antony"), WIRE[2])
    assert (status, marked) == ("known", [])
    assert 0 < new < 0.1


def test_days_and_the_first_words_of_sentences_are_no_names() -> None:
    changed = WIRE[3].replace("Ferries will", "Boats on Friday will")
    assert judged(changed, WIRE[3])[2] == []


def test_a_new_figure_is_marked_where_it_stands_first() -> None:
    texts = [WIRE[1].replace("14", "16"), WIRE[3].replace("twenty", "16")]
    found = novelty(Article("a", blocks=paragraphs(*texts)), Read(map(passage, WIRE)))
    assert [len(each.marked) for each in found] == [1, 0]


def test_nothing_is_marked_in_a_new_paragraph() -> None:
    assert judged(DAILY[3], *WIRE)[2] == []
    assert judged(TWEET, *WIRE, kind=BlockKind.TWEET)[2] == []


def test_the_nouns_of_german_are_no_names() -> None:
    text = "Die Brücke am alten Hafen bleibt wegen gefährlicher Risse in zwei Pfeilern für vierzehn Monate gesperrt."
    article = Article("a", language="de", blocks=paragraphs(text.replace("Monate", "Wochen")))
    (found,) = novelty(article, Read([passage(text)]))
    assert (str(found.status), found.marked) == ("known", ())


def test_texts_without_blanks_between_words_are_compared_by_character() -> None:
    text = "伊拉克外交部长星期三表示两国将继续加强安全合作并在下个月举行新的会谈"
    assert judged(text, text)[0] == "known"
    assert judged("球队昨晚在主场以三比零获胜后升至积分榜第二位球迷们彻夜庆祝", text)[0] == "new"


def test_what_was_read_can_be_kept_as_bytes() -> None:
    stored = [each.to_bytes() for each in passages(daily())]
    kept = Read.from_bytes([*stored, b"", b"\x07damaged", stored[0][:-2]])
    assert novelty(wire(), kept) == novelty(wire(), Read(passages(daily())))
    assert max(map(len, stored)) < 250


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4), st.lists(st.text(max_size=120), max_size=4))
def test_any_text_is_judged_and_marks_lie_in_it(texts: list[str], read: list[str]) -> None:
    found = novelty(Article("a", blocks=paragraphs(*texts)), Read(map(passage, [*read, *texts[:1]])))
    assert len(found) == len(texts)
    for text, each in zip(texts, found, strict=True):
        assert 0 <= each.novelty <= 1
        assert all(0 <= start < end <= len(text) for start, end in each.marked)
