import subprocess
import sys

import numpy as np
import pytest
from article_builders import HARBOUR, article
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.article import Article, Value
from reader.stories.profile import Profile, profile


def same(one: Profile, other: Profile) -> bool:
    return one.to_bytes() == other.to_bytes()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60), st.sampled_from(["", "2021-04-08"]))
def test_a_profile_survives_its_bytes(text: str, title: str, date: str) -> None:
    made = profile(article(text, title=title, date=date, agency="Xinhua", content_hash="ab"))
    read = Profile.from_bytes(made.to_bytes())
    assert same(read, made)
    assert (read.names, read.surfaces, read.date, read.agency) == (made.names, made.surfaces, made.date, made.agency)
    assert len(read.surfaces) == len(read.terms) == len(read.weights)


def test_every_damaged_byte_is_noticed() -> None:
    data = profile(article(HARBOUR)).to_bytes()
    for place in range(0, len(data), 37):
        with pytest.raises(ValueError):
            Profile.from_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
    for length in (0, 5, 30, len(data) - 1):
        with pytest.raises(ValueError):
            Profile.from_bytes(data[:length])


def test_a_profile_is_the_same_in_every_process() -> None:
    imports = "import sys; sys.path[:0] = eval(sys.argv[1])\nfrom article_builders import *\n"
    code = f"{imports}print(profile(article(HARBOUR)).to_bytes().hex())"
    printed = subprocess.run(
        [sys.executable, "-c", code, repr(sys.path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    ).stdout.strip()
    assert printed == profile(article(HARBOUR)).to_bytes().hex()


def test_a_profile_is_small() -> None:
    assert len(profile(article(HARBOUR)).to_bytes()) < 2300


def test_words_of_addresses_count_but_have_nothing_to_be_told_by() -> None:
    text = "Lorries queue at the quay. See https://news.example.org/quay/ferry and mail desk@harbour-post.example.org."
    surfaces = set(profile(article(text)).surfaces)
    assert {"Lorries", "queue", "quay", "mail"} <= surfaces
    assert not {"https", "example", "org", "ferry", "desk", "post"} & surfaces
    assert len(profile(article(text)).terms) > len(surfaces)


def test_words_of_the_title_and_the_lead_count_twice() -> None:
    made = profile(article("quay " * 70 + "lorry", title="Bridge"))
    weights = dict(zip(made.surfaces, made.weights.tolist(), strict=True))
    assert weights["Bridge"] == pytest.approx(1 + np.log(2))
    assert weights["lorry"] == pytest.approx(1)


def test_a_derived_title_adds_nothing() -> None:
    plain = article("The bridge is closed.")
    derived = Article(plain.id, title=Value("The bridge", "derived", 0.35), blocks=plain.blocks)
    assert profile(derived).counts.tolist() == profile(plain).counts.tolist()


def test_a_weak_date_takes_no_part() -> None:
    made = profile(Article("a.txt", date=Value("2021-04-08", "guess", 0.3)))
    assert (made.date, made.date_confidence) == ("", 0.0)


def test_shingles_stand_in_the_order_of_the_text() -> None:
    whole = profile(article("one two three four five six seven eight")).shingles
    tail = profile(article("three four five six seven eight")).shingles
    assert whole[2:].tolist() == tail.tolist()
    assert len(whole) == 4


def test_several_datelines_make_a_round_up() -> None:
    assert profile(article("CAIRO (AP) -- It rained.\nNAIROBI, Kenya (AP) — It snowed.\nLONDON - Fog.")).round_up
    assert not profile(article("CAIRO (AP) -- It rained.\nThen it stopped.")).round_up


def test_an_article_without_words_has_a_profile() -> None:
    empty = profile(Article("empty.txt"))
    assert (len(empty.terms), empty.words, empty.surfaces, empty.names) == (0, 0, (), ())
    assert same(Profile.from_bytes(empty.to_bytes()), empty)


def test_a_date_that_is_no_whole_day_takes_no_part() -> None:
    assert profile(Article("a.txt", date=Value("2021-04", "front matter", 0.99))).date == ""
