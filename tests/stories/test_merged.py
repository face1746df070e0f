"""One reading of all versions."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import DAILY, TWEET, WIRE, daily, report, wire

from reader.model.article import Article, Block, BlockKind
from reader.stories.merged import Piece, merged

LATE = "Late in the evening a spokesman for the governor said that the closure might begin a week earlier than planned."


def texts(*versions: Article) -> list[str]:
    return [versions[piece.version].blocks[piece.block].text for piece in merged(versions)]


def test_what_only_the_shorter_version_has_stands_at_its_place_in_the_fullest() -> None:
    assert merged([wire(), daily()]) == (
        Piece(0, 0, (0,), added=True),
        Piece(1, 0, (0, 1)),
        Piece(1, 1, (0, 1)),
        Piece(1, 2, (1,)),
        Piece(1, 3, (0, 1)),
        Piece(1, 4, (1,)),
    )
    assert TWEET in texts(wire(), daily())


def test_what_two_shorter_versions_have_is_taken_once_and_names_both() -> None:
    full, one, other = report(*WIRE, *DAILY[3:]), report(WIRE[0], LATE), report(WIRE[1], LATE, name="c")
    added = [piece for piece in merged([full, one, other]) if piece.added]
    assert added == [Piece(1, 1, (1, 2), added=True)]


def test_nothing_is_added_from_copies() -> None:
    assert texts(wire(), wire()) == list(WIRE)
    assert not any(piece.added for piece in merged([wire(), wire()]))


def test_headings_of_the_fullest_stay_and_boilerplate_goes() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, WIRE[0]),
        Block(BlockKind.HEADING, "The bridge"),
        Block(BlockKind.PARAGRAPH, WIRE[1]),
        Block(BlockKind.BOILERPLATE, "Also read: more of it"),
        Block(BlockKind.HEADING, "The end"),
    )
    full = Article("a", blocks=blocks, words=90)
    assert texts(full, report(WIRE[0])) == [WIRE[0], "The bridge", WIRE[1], "The end"]


def test_few_words_are_added_unless_the_fullest_has_them() -> None:
    full = report(*WIRE, "Nobody was hurt.")
    assert texts(full, report(WIRE[0], "Nobody was hurt.", "A man was hurt."))[-2:] == [
        "Nobody was hurt.",
        "A man was hurt.",
    ]


def test_one_version_is_read_as_it_is_and_none_as_nothing() -> None:
    assert texts(wire()) == list(WIRE)
    assert merged([]) == ()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_fullest_is_whole_and_nothing_is_said_twice(seed: int, count: int) -> None:
    chance = random.Random(seed)
    stock = [*WIRE, DAILY[3], LATE, TWEET]
    versions = [report(*chance.sample(stock, chance.randint(1, len(stock)))) for _ in range(count)]
    found = texts(*versions)
    assert len(found) == len(set(found))
    assert set(found) == {block.text for version in versions for block in version.blocks}
