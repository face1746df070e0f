"""Pasted text goes into a field, all of it, and is never obeyed as keys."""

import pytest
from builders import Desk
from fields import FIELDS, field_after
from person import reading
from textual.events import Paste

from reader.ui.pastes import FOLLOWS_SECONDS, LEAST, Pastes, on_one_line

LINES = "the first line\r\nsecond and third\n"
JOINED = "the first line second and third"


@pytest.mark.parametrize("name", ["search", "note", "names"])
async def test_pasted_lines_are_joined_in_a_field(made: Desk, name: str) -> None:
    async with reading(made) as person:
        field = await field_after(person, FIELDS[name])
        person.app.post_message(Paste(LINES))
        await person.until(lambda: field.value == JOINED)


async def test_what_is_pasted_outside_a_field_is_not_obeyed(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        person.app.post_message(Paste("s\nq\nA"))
        await person.sees("Nothing here takes pasted text")
        assert person.row == "● The long report"
        await person.press("p")
        await person.sees("Varnholt")
        person.app.post_message(Paste("q"))
        await person.sees("Nothing here takes pasted text")


def test_one_line_stays_as_it_is_but_for_what_writes_nothing() -> None:
    assert on_one_line("  two  blanks ") == "  two  blanks "
    assert on_one_line("a\tb\x1b[31m\x07") == "a b [31m "
    assert on_one_line(" a \n\n\r\n b") == "a b"


def test_several_lines_in_one_read_were_pasted() -> None:
    pasted = "x" * LEAST + "\rs"
    assert Pastes().told(pasted, 5.0)
    assert not Pastes().told("x" * LEAST + "\r", 5.0)  # typed, and kept with enter
    assert not Pastes().told("orchard\rs", 5.0)
    assert not Pastes().told(pasted + "\x1b[A", 5.0)


def test_what_follows_at_once_belongs_to_it() -> None:
    pastes = Pastes()
    assert pastes.told("x" * LEAST + "\rs", 5.0)
    assert pastes.told("e\r", 5.0 + FOLLOWS_SECONDS / 2)
    assert not pastes.told("e\r", 5.0 + 2 * FOLLOWS_SECONDS)


def test_what_stands_in_brackets_is_left_to_them_however_it_is_cut() -> None:
    pastes, lines = Pastes(), "some lines\rthat are long enough\r"
    for read in ("\x1b[2", "00~" + lines, lines, lines + "\x1b[201", "~"):
        assert not pastes.told(read, 5.0)
    assert pastes.told(lines, 9.0)
