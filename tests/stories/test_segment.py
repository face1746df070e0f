import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.stories.segment import Entry, Segment, built, merged

WORDS = st.lists(st.integers(0, 40), max_size=12, unique=True)


def entry(number: int, terms: list[int], prints: list[int] = []) -> Entry:  # noqa: B006 - never changed
    counts = np.arange(1, len(terms) + 1, dtype=np.uint8)
    ordered = np.array(sorted(terms), np.uint32)
    return Entry(number, number + 100, ordered, counts, np.array(sorted(prints), np.uint32))


def holders(segment: Segment, term: int) -> dict[int, int]:
    at, _ = segment.holders(np.array([term], np.uint32))
    rows = segment.key_rows[at]
    return dict(zip(segment.numbers[rows].tolist(), segment.key_counts[at].tolist(), strict=True))


def facts(segment: Segment) -> list[object]:
    """What a segment says, in plain values."""
    rows = range(len(segment))
    return [
        segment.numbers.tolist(),
        segment.days.tolist(),
        [segment.terms[segment.slice(row)].tolist() for row in rows],
        [segment.counts[segment.slice(row)].tolist() for row in rows],
        [holders(segment, term) for term in range(41)],
        sorted(zip(segment.prints.tolist(), segment.numbers[segment.print_rows].tolist(), strict=True)),
    ]


def test_a_term_leads_to_the_articles_that_hold_it() -> None:
    segment = built([entry(9, [3, 5]), entry(4, [5])])
    assert holders(segment, 5) == {4: 1, 9: 2}
    assert holders(segment, 4) == {}
    assert (segment.row(9), segment.row(5)) == (1, -1)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=12), st.integers(0, 12), st.sets(st.integers(0, 11)))
def test_merging_is_building_from_all_that_live(
    texts: list[tuple[list[int], list[int]]], cut: int, gone: set[int]
) -> None:
    entries = [entry(number * 7 % 12, *text) for number, text in enumerate(texts)]
    parts = [built(entries[:cut]), built(entries[cut:])]
    alive = [np.array([number not in gone for number in part.numbers.tolist()], np.bool_) for part in parts]
    whole = built([one for one in entries if one.number not in gone])
    assert facts(merged(list(zip(parts, alive, strict=True)))) == facts(whole)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_a_segment_comes_back_from_its_bytes(texts: list[tuple[list[int], list[int]]]) -> None:
    segment = built([entry(number, *text) for number, text in enumerate(texts)])
    assert facts(Segment.from_buffer(segment.to_bytes())) == facts(segment)


def test_damage_is_noticed() -> None:
    data = bytearray(built([entry(1, [2, 3], [4])]).to_bytes())
    for broken in (data[:-9], b"", data[:20] + b"x" + data[21:], b"ABCD" + data[4:]):
        with pytest.raises(ValueError, match="links"):
            Segment.from_buffer(bytes(broken))
