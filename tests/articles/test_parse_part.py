"""One of a file's many articles is the same whether it is read alone or with the others, and alone it is quick."""

import json
import time

import pytest
from format_samples import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import parse, parse_part
from reader.errors import ArticleError

PROSE = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
RECORD = st.sampled_from(
    [
        {"title": "A vote", "text": f"{PROSE}\n{PROSE}"},
        {"title": "A vote", "text": f"<p>{PROSE}</p><p>{PROSE}</p>"},
        {"title": "A menu", "text": "Home | World | Sport | Money | Weather | Travel | More"},
        {"title": "A page", "text": "<script>var a = 'a long script of no use to anybody';</script>"},
        {"title": PROSE, "text": PROSE},
        {"title": "Figures", "text": "1234567890 1234567890 1234567890 1234567890"},
        {"title": "A link", "url": "https://example.org"},
        {"title": "A note", "text": "Share this on the network of your choice, subscribe now"},
    ]
)


@given(st.lists(RECORD, min_size=1, max_size=8))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_part_is_what_it_is_among_the_others(records: list[dict[str, str]]) -> None:
    data = "\n".join(map(json.dumps, records)).encode()
    try:
        articles = parse(data, "a.jsonl")
    except ArticleError:
        return
    assert tuple(parse_part(data, "a.jsonl", number) for number in range(len(articles))) == articles


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_format_gives_its_parts_one_by_one(name: str) -> None:
    try:
        articles = parse(SAMPLES[name], name)
    except ArticleError:
        with pytest.raises(ArticleError):
            parse_part(SAMPLES[name], name, 0)
        return
    assert tuple(parse_part(SAMPLES[name], name, number) for number in range(len(articles))) == articles
    for number in (-1, len(articles)):
        with pytest.raises(ArticleError, match="no longer holds"):
            parse_part(SAMPLES[name], name, number)


def test_a_part_of_thousands_is_found_without_reading_them() -> None:
    records = ({"title": f"Vote number {number}", "text": f"{PROSE} {number} {PROSE}"} for number in range(3000))
    data = "\n".join(map(json.dumps, records)).encode()
    started = time.process_time()
    (parse(data, "a.jsonl"))
    whole = time.process_time() - started
    started = time.process_time()
    assert parse_part(data, "a.jsonl", 2000).title.text == "Vote number 2000"
    assert time.process_time() - started < 0.7 * whole, "about a fifth of it"
