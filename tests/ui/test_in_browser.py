"""In a browser the reader runs no program: whoever looks through it may be anybody."""

import pytest
from builders import Desk
from person import reading, settings

from reader.settings.config import Commands
from reader.ui.app import BroadsheetApp


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("e", "Files are edited only in a terminal"),
        ("vertical_line", "Text is sent to commands only in a terminal"),
        ("V", "Text is read aloud only in a terminal"),
    ],
)
async def test_no_program_is_run(made: Desk, monkeypatch: pytest.MonkeyPatch, key: str, told: str) -> None:
    monkeypatch.setattr(BroadsheetApp, "is_web", True)
    ran = made.folder / "ran"
    commands = Commands(editor=f"touch {ran}", pipe=f"touch {ran}", aloud=f"touch {ran}")
    async with reading(made, settings(commands=commands)) as person:
        await person.sees("Paragraph 0 of")
        await person.press(key)
        await person.until(lambda: told in person.foot)
    assert not ran.exists()


async def test_what_is_copied_goes_to_the_browser(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BroadsheetApp, "is_web", True)
    copied: list[str] = []
    monkeypatch.setattr(BroadsheetApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("y")
        await person.until(lambda: copied == [str(made.folder / "long.txt")])
