"""Numbers with what they count or measure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.stories.quantities import quantities


def told(text: str) -> list[str]:
    """Each quantity as it stands in the text, with what it counts behind a colon."""
    return [f"{text[slice(*each.span)]}:{each.subject}".removesuffix(":") for each in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fell about 60 metres (200 feet) from a ridge", ["60 metres (200 feet)"]),
        ("fell 60m/200ft, then 30 miles (about 48km)", ["60m/200ft", "30 miles (about 48km)"]),
        ("fell about 2, 000ft while climbing", ["2, 000ft"]),
        ("cost $5bn, US$3.5 million or £2m (€2.4m)", ["$5bn", "US$3.5 million", "£2m (€2.4m)"]),
        ("3,000 soldiers, Two men and 5m people", ["3,000:soldiers", "Two:men", "5m:people"]),
        ("36-year-old Ida is 36 years old", ["36:year-old", "36:years old"]),
        ("at 8: 44AM, 5 p.m. and 17:30", ["8: 44AM", "5 p.m.", "17:30"]),
        ("80%, 12 per cent and 170,000-square-foot", ["80%", "12 per cent", "170,000-square-foot"]),
        ("on June 12, on 12 June, in 2019", ["June 12", "12 June", "2019"]),
        ("the 11th floor of the 1950s", ["11th:floor", "1950s"]),
        ("20 °C (68 °F)", ["20 °C (68 °F)"]),
    ],
)
def test_a_quantity_is_a_number_with_its_unit(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "an AK-47 and an F16",
        "won 3-2 after a 10-15 minute break",
        "41 / 2 months",
        "call 555 2222",
        "closed 3. 9 percent down",
        "August 15, 200 came",
        "The Five and the Seven Network",
    ],
)
def test_codes_scores_ranges_and_torn_numbers_are_no_quantities(text: str) -> None:
    assert told(text) == []


def both(one: str, other: str) -> tuple[bool, bool]:
    """Whether two quantities are of one thing, and whether they say as much."""
    (first,), (second,) = quantities(one), quantities(other)
    return first.like(second), first.agrees(second)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("60 metres (200 feet)", "200ft", (True, True)),
        ("60 metres", "200ft", (True, True)),
        ("200 metres", "200ft", (True, False)),
        ("600 metres (2, 000 feet)", "2,000ft", (True, True)),
        ("5pm", "5:00 p.m.", (True, True)),
        ("5pm", "17:00", (True, True)),
        ("5pm", "6pm", (True, False)),
        ("£1 million", "€1 million", (False, False)),
        ("£1 million", "£1m", (True, True)),
        ("twelve men", "12 men", (True, True)),
        ("12 men", "12 women", (False, False)),
        ("three-point plays", "three points", (False, False)),
        ("1,000 kg", "1 tonne", (True, True)),
        ("Windows 7", "Office 8", (False, False)),
    ],
)
def test_only_like_units_are_compared_and_converted(one: str, other: str, expected: tuple[bool, bool]) -> None:
    assert both(f"so {one}", f"so {other}") == expected


@given(st.text(st.sampled_from("0123456789., :/-()$£% mfatpk°CIVXone"), max_size=60))
def test_any_text_has_quantities_in_order(text: str) -> None:
    spans = [each.span for each in quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
