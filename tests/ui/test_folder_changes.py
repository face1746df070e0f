"""A folder that changes while it is read: what arrives, changes or vanishes shows, and the cursor stays."""

import asyncio
import os
from pathlib import Path

import pytest
from builders import Desk, desk, later, rewrite, write
from person import reading, settings

from reader.store.writer_lock import lock

WATCHED = settings(watch=True)


async def test_files_that_come_change_and_go_show_by_themselves(made: Desk) -> None:
    async with reading(made, WATCHED, refreshed=True) as person:
        await person.press("j", "s")
        await person.at("Bridge shut")
        await person.until(lambda: not person.app.screen.refresher.busy)  # type: ignore[attr-defined]
        await asyncio.sleep(0.5)  # the watcher tells nobody when it has begun
        write(made.folder, "late.txt", title="Late news", day="2021-05-31")
        await person.sees("1 new article", "35 articles")
        await person.at("Bridge shut")
        await person.press("g", "g")
        await person.sees("Late news")
        await person.press("j", "j")
        rewrite(made.folder / "late.txt", "Late news", "Later news")
        await person.sees("Later news")
        (made.folder / "bridge-2.txt").rename(made.folder / "bridge-3.txt")
        await person.until(lambda: "Late" in person.screen and "35 articles" in person.screen)
        (made.folder / "late.txt").unlink()
        await person.misses("Later news")
        await person.sees("34 articles", "★ Bridge shut")  # the mark went along with its file


async def test_the_first_index_shows_rows_as_they_come_and_takes_keys(made: Desk) -> None:
    fresh = desk(made.folder.parent / "other")
    write(fresh.folder, "a.txt", title="First of all", day="2021-05-01")
    async with reading(fresh, refreshed=True, size=(80, 24)) as person:
        await person.press("j", "s", "space", "slash", "escape")
        await person.sees("First of all", "1 article")


async def test_a_search_that_finds_nothing_while_the_folder_is_read_says_so(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("xyzzyq")
        await person.sees("Nothing found.")
        person.app.screen.reading = True  # type: ignore[attr-defined]
        await person.type("q")
        await person.sees("Nothing found yet.", "The folder is still being read.")


async def test_leaving_while_the_folder_is_read_ends_everything(made: Desk) -> None:
    fresh = desk(made.folder.parent / "other")
    for count in range(60):
        write(fresh.folder, f"{count}.txt")
    async with reading(fresh, refreshed=True) as person:
        await person.press("Q")
        await person.until(lambda: not person.app.is_running)
    with lock(fresh.cache):  # BusyError if the child were still at it
        pass


async def test_a_second_broadsheet_reads_along(made: Desk) -> None:
    with lock(made.cache):
        async with reading(made, refreshed=True) as person:
            await person.sees("The long report", "updated by another Broadsheet")
            await person.press("j")
            await person.sees("more than a year")
            path = write(made.folder, "late.txt", title="Late news", day="2021-05-31")
            later(path)


async def test_what_another_process_brings_is_shown(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.at("Bridge shut")
        write(made.folder, "late.txt", title="Late news", day="2021-05-31")
        made.refresh()
        await person.sees("35 articles", "3/35")
        await person.at("Bridge shut")


async def test_marks_of_the_command_line_are_shown(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        other = made.open()
        other.change_tags([other.number("long.txt")], ["from afar"], [])
        other.close()
        await person.sees("from afar")


@pytest.mark.parametrize("view", ["1", "2"])
async def test_a_refresh_on_request_keeps_the_cursor(made: Desk, view: str) -> None:
    async with reading(made) as person:
        await person.press(view, "j", "j")
        await person.at("Bridge to close")
        write(made.folder, "late.txt", title="Late news", day="2021-05-31")
        await person.press("R")
        await person.sees("1 new article", "4/35")
        await person.at("Bridge to close")


async def test_a_file_whose_name_is_no_utf_8_does_not_end_the_watch(made: Desk) -> None:
    odd = Path(os.fsdecode(os.fsencode(made.folder) + b"/caf\xe9.txt"))
    odd_text = "Oddly named news\n\n1 June 2021\n\nNobody could say how this file had come by its name.\n"

    def told(path: Path, count: int) -> bool:
        path.touch()  # again and again: the watcher tells nobody when it has begun
        return f"{count} articles" in person.screen

    async with reading(made, WATCHED, refreshed=True) as person:
        odd.write_text(odd_text)
        await person.until(lambda: told(odd, 35))
        late = write(made.folder, "late.txt", title="Late news", day="2021-05-31")
        await person.until(lambda: told(late, 36))
        await person.misses("cannot be watched")
        await person.press("g", "g")
        await person.sees("Late news", "Oddly named news")


async def test_a_folder_that_is_gone_while_it_is_open_is_told_and_what_was_read_stays(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        made.folder.rename(made.folder.with_name("elsewhere"))
        await person.press("R")
        await person.sees("R looks for it again")
        assert "The long report" in person.screen
