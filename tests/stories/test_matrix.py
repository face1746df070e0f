"""Who has what: the passages of several versions in one order."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_texts import DAILY, WIRE, daily, report, wire

from reader.articles import parse
from reader.model.article import Article
from reader.stories.matrix import ABSENT, Matrix, fullest, matrix
from reader.stories.novelty import Status, novelty
from reader.stories.passages import passages
from reader.stories.reading import Read

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
LATE = "Late in the evening a spokesman for the governor said that the closure might begin a week earlier than planned."


def rows(found: Matrix) -> list[str]:
    return ["".join(found.row(version)) for version in range(len(found.columns[0].cells))]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")
def test_the_seeds_have_the_passages_that_are_listed() -> None:
    found = matrix([parse(path.read_bytes(), path.name)[0] for path in sorted(SEEDS.glob("*.txt"))])
    assert rows(found) == ["++▓·====·=······", "··▓▓====+=++++++"]
    assert found.fullest == 1


def test_the_fullest_version_gives_the_order_and_the_others_add_at_their_places() -> None:
    found = matrix([wire(), daily()])
    assert rows(found) == ["+▓=·=·", "·▓=+=+"]
    assert [column.blocks for column in found.columns] == [
        (0, ABSENT),
        (1, 0),
        (2, 1),
        (ABSENT, 2),
        (3, 3),
        (ABSENT, 4),
    ]


def test_the_order_of_the_versions_changes_only_the_order_of_the_rows() -> None:
    assert rows(matrix([daily(), wire()])) == list(reversed(rows(matrix([wire(), daily()]))))


def test_another_version_can_give_the_order() -> None:
    found = matrix([wire(), daily()], base=0)
    assert rows(found) == ["+▓=·=·", "·▓=+=+"]
    assert found.fullest == 0


def test_a_single_version_has_everything_alone() -> None:
    assert rows(matrix([wire()])) == ["++++"]


def test_no_versions_have_no_passages() -> None:
    assert matrix([]) == Matrix((), 0)
    assert fullest([]) == 0


def test_equal_versions_share_everything() -> None:
    assert rows(matrix([wire(), wire(), wire()])) == ["===="] * 3


def test_a_passage_at_the_end_stays_at_the_end_and_one_in_the_middle_between() -> None:
    longer = report(*WIRE, LATE, *DAILY[3:])
    other = report(*WIRE[:2], DAILY[3], *WIRE[2:])
    assert [column.blocks for column in matrix([longer, other]).columns] == [
        (0, 0),
        (1, 1),
        (2, 3),
        (3, 4),
        (4, ABSENT),
        (5, 2),
    ]


def test_what_a_version_adds_is_told() -> None:
    found = matrix([wire(), daily()])
    assert (found.added(0), found.added(1)) == ((0,), (2, 4))


def test_a_passage_of_two_versions_that_a_third_lacks_is_shared_by_the_two() -> None:
    found = matrix([report(*WIRE, *DAILY[3:]), report(WIRE[0], LATE), report(WIRE[1], LATE)])
    late = next(column for column in found.columns if column.holders == (1, 2))
    assert "".join(late.cells) == "·=="


def test_a_line_that_stands_very_often_is_counted_as_often() -> None:
    found = matrix([report(*[WIRE[1]] * 300), report(*[WIRE[1]] * 200)])
    assert sum(column.blocks[0] != ABSENT for column in found.columns) == 300
    assert sum(column.blocks[1] != ABSENT for column in found.columns) == 200


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_every_block_has_one_column_and_the_verdict_of_novelty(seed: int, count: int) -> None:
    chance = random.Random(seed)
    stock = [*WIRE, *DAILY, LATE, "Too short to rate."]
    versions = [report(*chance.sample(stock, chance.randint(1, len(stock)))) for _ in range(count)]
    found = matrix(versions)
    for version, article in enumerate(versions):
        cells = {column.blocks[version]: column.cells[version] for column in found.columns}
        cells.pop(ABSENT, None)
        assert sorted(cells) == list(range(len(article.blocks)))
        assert [cells[block] for block in sorted(cells)] == expected(versions, version)


def expected(versions: list[Article], version: int) -> list[str]:
    """The signs that the verdicts of novelty give; few words are only here, or shared where they were read."""
    others = Read(each for number, other in enumerate(versions) if number != version for each in passages(other))
    words = {text for number, other in enumerate(versions) if number != version for text in other.text.split("\n")}
    signs = {Status.NEW: "+", Status.PARTLY: "▓", Status.KNOWN: "="}
    return [
        signs.get(each.status, "=" if block.text in words else "+")
        for block, each in zip(versions[version].blocks, novelty(versions[version], others), strict=True)
    ]
