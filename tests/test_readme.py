"""What the README says of themes, commands and pictures is true; its keys and settings are tried with the manual."""

import re
from pathlib import Path

from reader.cli.commands import COMMANDS

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text()


def test_every_shipped_theme_is_named() -> None:
    assert [path.stem for path in (CHECKOUT / "themes").glob("*.yaml") if f"`{path.stem}`" not in README] == []


def test_every_command_is_named() -> None:
    assert [each.name for each in COMMANDS if not re.search(rf"`[^`]*\b{each.name}\b", README)] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((tests/pictures/[^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (CHECKOUT / picture).is_file()] == []
