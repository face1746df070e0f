"""The problems page: every file without an article and every doubtful one, why, and what to do."""

import sqlite3
from pathlib import Path

import pytest
from builders import Desk, desk, write
from person import reading, settings

CP1252 = "Der Bürgermeister von Köln sagte am Mittwoch, die Brücke über den Rhein müsse für längere Zeit schließen.\n"


@pytest.fixture
def spoilt(tmp_path: Path) -> Desk:
    made = desk(tmp_path)
    write(made.folder, "good.txt", title="All is well", day="2021-05-30")
    (made.folder / "picture.jpg").write_bytes(b"\xff\xd8\xff" + bytes(range(256)))
    for name in ("one", "two", "three"):
        (made.folder / f"{name}.txt").write_text("Too short.")
    (made.folder / "bruecke.txt").write_bytes((CP1252 * 4).encode("cp1252"))
    made.refresh()
    return made


async def test_both_sorts_are_grouped_and_counted_with_what_to_do(spoilt: Desk) -> None:
    async with reading(spoilt) as person:
        await person.press("exclamation_mark")
        await person.sees("4 files without an article · 1 doubtful", "under 30 characters  3", "a picture  1")
        await person.sees("doubtful: its encoding was guessed  1", "bruecke.txt", "→ nothing to read here")
        await person.press("up", "down", "down", "down")
        await person.sees("a picture (JPEG), not text")
        await person.press("down")
        await person.sees("its encoding was guessed (cp1252)", "save it as UTF-8")


async def test_a_doubtful_article_is_opened(spoilt: Desk) -> None:
    async with reading(spoilt) as person:
        await person.press("exclamation_mark", "pagedown", "pagedown", "enter")
        await person.misses("doubtful:")
        await person.sees("Bürgermeister von Köln")


async def test_a_file_without_an_article_is_shown_as_it_is_and_left_again(spoilt: Desk) -> None:
    async with reading(spoilt) as person:
        await person.sees("talked about the good")
        await person.press("exclamation_mark", "enter")
        await person.sees("one.txt · as it is", "Too short.")
        await person.press("escape")
        await person.misses("Too short.")
        await person.sees("talked about the good")


async def test_of_what_is_no_text_the_reason_is_told(spoilt: Desk) -> None:
    async with reading(spoilt) as person:
        await person.press("exclamation_mark")
        await person.type("jpg")
        await person.sees("1 file without an article")
        await person.press("enter")
        await person.sees("picture.jpg: a picture (JPEG)")


async def test_typing_narrows_the_list_by_name_and_reason(spoilt: Desk) -> None:
    async with reading(spoilt) as person:
        await person.press("exclamation_mark")
        await person.type("THREE")
        await person.sees("1 file without an article", "three.txt")
        assert "two.txt" not in person.screen
        await person.press("escape")
        await person.sees("4 files without an article")
        await person.type("nowhere")
        await person.sees("No such problem", "“nowhere” is found in none of them.")
        await person.press("enter", "escape", "escape")
        await person.misses("without an article")


async def test_a_folder_without_problems_says_so(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "good.txt")
    made.refresh()
    async with reading(made) as person:
        await person.press("exclamation_mark")
        await person.sees("No problems", "Every file of the folder was read.")
        await person.press("enter", "down", "up", "pagedown", "escape")
        await person.misses("No problems")


async def test_ten_thousand_problems_are_read_as_they_come_into_view(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "good.txt")
    made.refresh()
    with sqlite3.connect(made.cache / "catalogue.sqlite3") as writing:
        rows = ((f"file-{n:05}.txt", "empty" if n % 2 else "no letters") for n in range(10_000))
        writing.executemany("INSERT INTO problem VALUES (?, NULL, ?)", rows)
    writing.close()
    asked: list[tuple[int, int]] = []
    async with reading(made) as person:
        await person.until(lambda: "indexing" not in person.title)
        fetch = person.library.problems_of

        def counted(group: object, begin: int, count: int, part: str = "") -> object:
            asked.append((begin, count))
            return fetch(group, begin, count, part)  # type: ignore[arg-type]

        person.library.problems_of = counted  # type: ignore[method-assign,assignment]
        await person.press("exclamation_mark")
        await person.sees("10,000 files without an article", "empty  5,000", "file-00001.txt")
        await person.press(*["pagedown"] * 10)
        await person.misses("file-00001.txt")
        await person.type("file-09998")
        await person.sees("1 file without an article", "no letters  1", "file-09998.txt")
    assert sum(count for _, count in asked) < 1000


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (200, 60)])
async def test_it_fits_any_terminal(spoilt: Desk, size: tuple[int, int]) -> None:
    async with reading(spoilt, settings(ascii_marks=True), size=size) as person:
        await person.press("exclamation_mark", "down")
        await person.sees("three.txt")
        assert all(len(line) <= size[0] for line in person.lines)
