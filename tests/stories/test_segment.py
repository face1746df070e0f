import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.stories.profile import Hashes
from reader.stories.segment import ABOUT, COUNT, POSTED, Entry, Segment, Weights, built, merged

WORDS = st.lists(st.integers(0, 40), max_size=12, unique=True)


def weigh(entries: Hashes) -> Weights:
    return (entries & COUNT).astype(np.float32)


def entry(number: int, terms: list[int], prints: list[int] = []) -> Entry:  # noqa: B006 - never changed
    counts = np.arange(1, len(terms) + 1, dtype=np.uint8)
    ordered = np.array([term << 8 for term in sorted(terms)], np.uint32)
    return Entry(number, number + 100, ordered, counts, np.array(sorted(prints), np.uint32), number % 5)


def holders(segment: Segment, term: int) -> dict[int, float]:
    """The articles to which a term leads, and about what it weighs there."""
    at, _ = segment.holders(np.array([term << 8], np.uint32))
    held = segment.key_rows[at]
    return dict(zip(segment.numbers[held >> 2].tolist(), ABOUT[held & 3].tolist(), strict=True))


def sharers(segment: Segment, number: int) -> list[int]:
    begins, lengths = segment.holding(np.array([number], np.uint32))
    return sorted(segment.numbers[segment.print_rows[begins[0] : begins[0] + lengths[0]]].tolist())


def facts(segment: Segment) -> list[object]:
    """What a segment says, in plain values."""
    rows = range(len(segment))
    return [
        segment.numbers.tolist(),
        segment.days.tolist(),
        segment.languages.tolist(),
        segment.lengths.tolist(),
        [segment.entries[segment.slice(row)].tolist() for row in rows],
        dict(zip(segment.keys.tolist(), segment.frequencies.tolist(), strict=True)),
        [holders(segment, term) for term in range(41)],
        sorted(zip(segment.prints().tolist(), segment.numbers[segment.print_rows].tolist(), strict=True)),
    ]


def test_a_term_leads_to_the_articles_that_hold_it() -> None:
    segment = built([entry(9, [3, 5]), entry(4, [5])], weigh)
    assert holders(segment, 5) == {4: 1, 9: pytest.approx(1 + np.log(2))}
    assert holders(segment, 4) == {}
    assert (segment.row(9), segment.row(5)) == (1, -1)


def test_only_the_strongest_terms_of_an_article_lead_to_it_but_all_are_counted() -> None:
    segment = built([entry(1, list(range(POSTED + 6))), entry(2, [1])], weigh)
    leading = [term for term in range(POSTED + 6) if 1 in holders(segment, term)]
    assert leading == list(range(6, POSTED + 6))
    assert segment.frequencies[:3].tolist() == [1, 2, 1]
    assert holders(segment, 1) == {2: 1}


def test_a_fingerprint_leads_to_the_articles_that_hold_it_however_many_there_are() -> None:
    common, beside = 7 << 16 | 5, [7 << 16 | 3, 7 << 16 | 9]
    segment = built([entry(number, [], [common, *beside[: number % 3]]) for number in range(400)], weigh)
    assert sharers(segment, common) == list(range(400))
    assert sharers(segment, beside[1]) == [number for number in range(400) if number % 3 == 2]
    assert sharers(segment, 7 << 16 | 6) == sharers(segment, 5) == sharers(segment, 9 << 16 | 5) == []
    few = built([entry(number, [], [common, *beside[: number % 3]]) for number in range(9)], weigh)
    assert sharers(few, common) == list(range(9))
    assert sharers(few, beside[0]) == [1, 2, 4, 5, 7, 8]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=12), st.integers(0, 12), st.sets(st.integers(0, 11)))
def test_merging_is_building_from_all_that_live(
    texts: list[tuple[list[int], list[int]]], cut: int, gone: set[int]
) -> None:
    entries = [entry(number * 7 % 12, *text) for number, text in enumerate(texts)]
    parts = [built(entries[:cut], weigh), built(entries[cut:], weigh)]
    alive = [np.array([number not in gone for number in part.numbers.tolist()], np.bool_) for part in parts]
    whole = built([one for one in entries if one.number not in gone], weigh)
    assert facts(merged(list(zip(parts, alive, strict=True)), weigh)) == facts(whole)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_a_segment_comes_back_from_its_bytes(texts: list[tuple[list[int], list[int]]]) -> None:
    segment = built([entry(number, *text) for number, text in enumerate(texts)], weigh)
    assert facts(Segment.from_buffer(segment.to_bytes())) == facts(segment)


def test_damage_is_noticed() -> None:
    data = bytearray(built([entry(1, [2, 3], [4])], weigh).to_bytes())
    for broken in (data[:-9], b"", data[:20] + b"x" + data[21:], b"ABCD" + data[4:]):
        with pytest.raises(ValueError, match="links"):
            Segment.from_buffer(bytes(broken))
