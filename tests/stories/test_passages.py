"""Paragraphs as they are compared and remembered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import STANDFIRST, daily

from reader.model.article import Article, Block, BlockKind
from reader.stories.passages import Passage, paragraph_numbers, passage, passages, sound


def test_equal_words_have_one_digest_however_they_are_written() -> None:
    one, other = (
        passage("The U.S. side “agreed” to counter-terrorism."),
        passage('The US side "agrees" to counterterrorism'),
    )
    assert one.digest == other.digest
    assert one.digest != passage("The US side agreed to nothing").digest
    assert -(2**63) <= one.digest < 2**63


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_a_passage_survives_its_bytes(text: str) -> None:
    one = passage(text)
    again = Passage.from_bytes(one.to_bytes())
    assert again == one
    assert (again.digest, again.pairs, again.triples, again.content) == (
        one.digest,
        one.pairs,
        one.triples,
        one.content,
    )


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x01\xff\xff\xff\xff", b"\x02\0\0\0\0", b"\x01\0\0\0\0abc"])
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        Passage.from_bytes(data)


def test_the_standfirst_is_a_passage_and_boilerplate_is_none() -> None:
    article = daily()
    assert next(passages(article)) == passage(STANDFIRST)
    assert len(list(passages(article))) == 6
    assert list(passages(Article("a", blocks=(Block(BlockKind.BOILERPLATE, "Also read this"),)))) == []


def test_only_paragraphs_of_the_body_are_counted() -> None:
    assert paragraph_numbers(daily()) == (1, 2, 0, 3, 4)


@pytest.mark.parametrize(
    ("one", "other"), [("Antony", "Anthony"), ("Qasem", "Qassem"), ("Fuad", "Fouad"), ("Khatim", "Khateem")]
)
def test_spellings_of_a_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Lund", "Lind"), ("Brenner", "Bremer"), ("Iraq", "Iran")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)
