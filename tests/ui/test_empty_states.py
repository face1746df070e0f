"""Where there is nothing, one or two lines say why and what to do, with the keys as they are now."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from builders import Desk, desk
from person import reading, settings

from reader.library import Unknown
from reader.model.headline import Counts
from reader.refresh.process import Refreshing
from reader.ui.empty_list import Emptiness, why_empty

KEYS = {
    "pane.next": "tab",
    "view.all": "1",
    "article.favourite": "s",
    "app.back": "esc",
    "app.refresh": "R",
    "problems.open": "!",
}
FULL = Emptiness("clippings", Counts(articles=9))
EMPTY = Emptiness("clippings", Counts())


@pytest.mark.parametrize(
    ("empty", "told"),
    [
        (EMPTY, "No articles in “clippings” yet.\nPut files into it: they appear by themselves."),
        (replace(EMPTY, watched=False), "No articles in “clippings” yet.\nPut files into it; R looks for them."),
        (
            replace(EMPTY, view="unread"),
            "No articles in “clippings” yet.\nPut files into it: they appear by themselves.",
        ),
        (
            replace(EMPTY, counts=Counts(problems=2)),
            "2 files here are no articles.\n! tells why, and what to do.",
        ),
        (replace(EMPTY, reading=True), "Reading the folder …"),
        (
            replace(EMPTY, reading=True, view="unread"),
            "Nothing is unread here.\nThe folder is still being read.\n1 shows all articles.",
        ),
        (replace(FULL, view="unread"), "You have read everything.\n1 shows all articles."),
        (replace(FULL, view="favourites"), "No favourites yet.\ns makes an article one.\n1 shows all articles."),
        (replace(FULL, view="tag oil"), "No articles under “tag oil”.\n1 shows all articles."),
        (replace(FULL, searched=True), "Nothing found.\nesc clears the search."),
        (
            replace(FULL, searched=True, view="unread"),
            "Nothing found among “unread”.\n1 searches all articles.\nesc clears the search.",
        ),
        (
            replace(FULL, searched=True, near=(("fery", "ferry"),)),
            "Nothing found.\nSpelt differently here: fery → ferry\ntab searches for that.\nesc clears the search.",
        ),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(empty: Emptiness, told: str) -> None:
    assert why_empty(empty, lambda action: KEYS.get(action, "")) == told


def test_an_empty_list_tells_which_values_there_are() -> None:
    unknown = (Unknown("outlet", "fox\x1b[2J", ("Fox News", "Fox Sports")), Unknown("tag", "zzz"))
    told = why_empty(replace(FULL, searched=True, unknown=unknown), lambda action: KEYS.get(action, ""))
    assert "“fox [2J”:\nFox News, Fox Sports?\nNo tag is called “zzz”.\ntab completes it.\nesc clears" in told


def test_an_empty_list_names_no_key_that_is_not_there() -> None:
    assert why_empty(replace(FULL, view="favourites"), lambda _: "") == "No favourites yet."
    assert why_empty(replace(FULL, searched=True), lambda _: "") == "Nothing found.\nesc clears the search."


def test_a_name_of_a_folder_is_harmless() -> None:
    told = why_empty(replace(EMPTY, folder="a\x1b[2J" + "b" * 99), lambda _: "")
    assert "\x1b" not in told
    assert max(map(len, told.split("\n"))) < 70


EVERYWHERE = {
    "": "No articles in “articles” yet.",
    "2": "No articles in “articles” yet.",
    "4": "No tags yet; t gives some.",
    "r": "There is no article to relate",
    "S": "No article, so no story.",
    "0": "There is nothing to tell here yet.",
    "p": "No names yet.",
    "!": "No problems",
    "z": "There is no text to show.",
}


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_an_empty_folder_says_so_on_every_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    made = desk(tmp_path)
    made.refresh()
    async with reading(made, settings(watch=True), size=size, refreshed=True) as person:
        for key, told in EVERYWHERE.items():
            if key:
                await person.press("exclamation_mark" if key == "!" else key)
            await person.until(lambda told=told: told in " ".join(person.screen.split()))  # type: ignore[misc]
            await person.press("escape")
            await person.press("1")


async def test_an_article_without_relations_leads_back(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Nothing in this")
        assert "goes back" not in person.screen  # the keys are in the list
        await person.press("r")
        await person.sees("Nothing in this", "r goes back to")


async def test_the_related_pane_says_that_the_folder_is_still_being_read_and_the_way_only_in_it(
    made: Desk,
) -> None:
    command = [sys.executable, "-S", "-E", "-c", "import sys; sys.stdin.read()"]
    busy = Refreshing(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
    with patch("person.refresh_without_news", lambda: busy):
        async with reading(made) as person:
            await person.sees("it so far: the", "folder is still")
            assert "goes back" not in person.screen
            await person.press("r")
            await person.sees("r goes back to the")
            await person.press("r")
            await person.misses("goes back")


async def test_what_is_said_of_nothing_related_changes_when_all_is_read(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Nothing in this")
        assert "is still" not in person.screen
