"""The real program in a real terminal: without colours it never writes any, whatever opens or closes."""

import re
from pathlib import Path

import pytest
from builders import Desk, desk, write
from pseudoterminal import READER, Pseudoterminal, surroundings

COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:[349][0-7]|10[0-7]|[34]8;[25][;\d]*)(?:;[\d;]*)?m")
"""A change of colour: one of the sixteen, one of the 256, or any."""
F9, ESCAPE = "\x1b[20~", "\x1b"


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    one = desk(tmp_path)
    write(one.folder, "alpha.txt", "Bakers sell bread of rye.\n", title="About alpha")
    return one


@pytest.mark.parametrize("no_color", [False, True])
def test_no_colour_is_written_while_the_dialog_of_themes_opens_and_closes(
    made: Desk, tmp_path: Path, no_color: bool
) -> None:
    environment = {**surroundings(tmp_path), "COLORTERM": "truecolor", **({"NO_COLOR": "1"} if no_color else {})}
    Path(environment["BROADSHEET_CONFIG"]).write_text(f"theme: {'auto' if no_color else 'monochrome'}\n")
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.sees("About alpha", "? help")
        for key in (F9, ESCAPE, "?", ESCAPE, ":", ESCAPE):
            terminal.type(key)
            terminal.settles()
        assert COLOUR.findall(terminal.sent) == []
        terminal.type(F9)
        terminal.settles()
        terminal.type("sepia\r")
        terminal.sees("Theme sepia, kept.")
        terminal.settles()
        assert bool(COLOUR.findall(terminal.sent)) is not no_color  # or what is looked for is never found
