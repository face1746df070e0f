"""Links, the editor, commands that print, and commands that read aloud."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from builders import Desk, write
from person import reading, settings

from reader.settings.config import Commands
from reader.ui.app import BroadsheetApp
from reader.ui.widgets.article_view import ArticleView


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    path = tmp_path / "browser"
    path.write_text('#!/bin/sh\nprintf "%s\\n" "$1" >> "$0.got"\n')
    path.chmod(0o755)
    return path


def with_links(made: Desk, count: int) -> None:
    text = "\n\n".join(f"Link https://herald.example/{number} stands here." for number in range(1, count + 1))
    write(made.folder, "links.txt", text, title="Links", day="2021-06-01")
    made.refresh()


async def test_a_link_is_opened_by_its_number(made: Desk, browser: Path) -> None:
    with_links(made, 3)
    async with reading(made, settings(commands=Commands(browser=str(browser)))) as person:
        await person.at("Links")
        await person.sees("Link https://herald.example/1")
        await person.press("o")
        await person.sees("open link", "1-3 by its number", "https://herald.example/2 [2]")
        await person.press("9")
        await person.sees("there is no link 9")
        await person.press("2")
        await person.sees("Opened https://herald.example/2 with browser.")
        await person.misses("[2]")
        assert browser.with_name("browser.got").read_text() == "https://herald.example/2\n"
        await person.press("o", "j", "escape")
        await person.misses("[1]")


async def test_of_more_than_nine_links_two_digits_are_typed(made: Desk, browser: Path) -> None:
    with_links(made, 12)
    async with reading(made, settings(commands=Commands(browser=str(browser)))) as person:
        await person.at("Links")
        await person.sees("Link https://herald.example/1")
        await person.press("o", "1")
        await person.sees("1 https://herald.example/1", "enter open it")
        await person.press("1")
        await person.sees("Opened https://herald.example/11 with browser.")
        await person.press("o", "1", "enter")
        await person.sees("Opened https://herald.example/1 with browser.")


async def test_the_only_link_is_opened_at_once_and_a_browser_that_fails_is_told(made: Desk) -> None:
    with_links(made, 1)
    async with reading(made, settings(commands=Commands(browser="false"))) as person:
        await person.at("Links")
        await person.sees("Link https://herald.example/1")
        await person.press("o")
        await person.sees("! false did not open the link: it ended with 1")
        assert "false opens" not in person.screen


@contextmanager
def lent(_: BroadsheetApp) -> Iterator[None]:
    yield


async def test_the_file_is_edited_and_read_again(made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BroadsheetApp, "suspend", lent)
    (tmp_path / "vim").write_text(
        '#!/bin/sh\nprintf "%s\\n" "$*" >> "$0.got"\nfor last; do :; done\necho "Mended." >> "$last"\n'
    )
    (tmp_path / "vim").chmod(0o755)
    parts = [
        json.dumps(
            {"title": f"Part {n}", "date": "2022-01-01", "text": f"Statement {n} of the council about the road."}
        )
        for n in (1, 2)
    ]
    (made.folder / "many.jsonl").write_text("\n".join(parts))
    made.refresh()
    async with reading(made, settings(commands=Commands(editor=f"{tmp_path}/vim"))) as person:
        await person.at("Part 1")
        await person.press("j", "e")
        await person.until((tmp_path / "vim.got").exists)
        assert (tmp_path / "vim.got").read_text() == f"+2 {made.folder / 'many.jsonl'}\n"
        await person.press("j")
        await person.at("The long report")
        await person.press("e")
        await person.until(lambda: "long.txt" in (tmp_path / "vim.got").read_text())
        await person.press("G")
        await person.press("R")
        await person.until(lambda: "Mended." in person.library.article(person.library.number("long.txt")).text)


async def test_a_compressed_file_is_not_edited(made: Desk) -> None:
    text = "---\ntitle: Packed\ndate: 2022-01-01\n---\nWords that were packed.\n"
    (made.folder / "packed.txt.gz").write_bytes(gzip.compress(text.encode()))
    made.refresh()
    async with reading(made, settings(commands=Commands(editor="true"))) as person:
        await person.at("Packed")
        await person.press("e")
        await person.sees("packed.txt.gz lies compressed (gzip)")


async def test_a_command_prints_over_the_article(made: Desk) -> None:
    async with reading(made, settings(commands=Commands(pipe="cat"))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("vertical_line")
        await person.sees("send to  cat")
        await person.press("ctrl+u")
        await person.type("head -c 40; printf '\\n\\033[31mred\\033[0m\\a'; echo $BROADSHEET_ID >&2; exit 2")
        await person.press("enter")
        await person.sees("ended with 2", "The long report", "red", "long.txt")
        assert any("│  red " in line for line in person.lines)
        await person.press("escape")
        await person.sees("Paragraph 1 of", "848 words")
        await person.press("vertical_line")
        await person.sees("send to  head -c 40")


async def test_a_command_that_hangs_is_stopped_by_escape(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("vertical_line")
        await person.type("echo begun; sleep 60")
        await person.press("enter")
        await person.sees("runs; esc stops it")
        await person.press("escape")
        await person.sees("begun", "· stopped")


async def test_an_article_is_read_aloud_until_the_same_key(made: Desk, tmp_path: Path) -> None:
    said, ended = tmp_path / "said", tmp_path / "ended"
    aloud = f"trap 'touch {ended}; exit' TERM; cat > {said}; sleep 60 & wait"
    async with reading(made, settings(commands=Commands(aloud=aloud))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("V")
        await person.sees("stops it")
        await person.until(lambda: said.exists() and "Paragraph 59" in said.read_text())
        assert said.read_text().startswith("The long report\n\nParagraph 0 of")
        await person.press("V")
        await person.sees("Stopped reading aloud.")
        await person.until(ended.exists)


async def test_reading_aloud_ends_with_the_program(made: Desk, tmp_path: Path) -> None:
    said, ended = tmp_path / "said", tmp_path / "ended"
    aloud = f"trap 'touch {ended}; exit' TERM; cat > {said}; sleep 60 & wait"
    async with reading(made, settings(commands=Commands(aloud=aloud))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("V")
        await person.until(said.exists)
        await person.press("Q")
        await person.until(ended.exists)


async def test_a_command_that_cannot_read_aloud_is_told(made: Desk) -> None:
    async with reading(made, settings(commands=Commands(aloud="no-such-speaker"))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("V")
        await person.sees("no-such-speaker ended with 127")
        assert person.app.screen.query_one(ArticleView).covered is False
