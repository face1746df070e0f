"""A folder of three articles with a command line around it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main

FERRY = """\
Ferry runs aground off Cape Tarn
By Ida Holm
8 April 2021

A ferry with 140 passengers on board ran aground off Cape Tarn on Thursday, the coastguard said.

Rescuers under Marta Quill brought everybody ashore before nightfall at the village of Tarn Bay.

The operator, Tarn Lines, cancelled all sailings until further notice and opened a telephone line.

Divers will look at the hull of the Saint Orla, which struck the Hog's Back reef in thick fog.
"""
COPY = FERRY.replace("Ferry runs aground off Cape Tarn", "Tarn ferry strikes reef in fog").replace("Ida", "Ada")
BUDGET = """\
Parliament sends the budget back
9 April 2021

Parliament sent the budget of Vorland back to its treasury on Friday after a debate of eleven hours.

Ministers had asked for a loan of four million crowns, which the opposition called a gift to the banks.
"""


@dataclass(frozen=True)
class Outcome:
    """What one call did."""

    code: int
    text: str
    complaints: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.text.splitlines()]


class Case:
    """Runs the command line in this process, on a folder and directories of its own."""

    def __init__(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.root = tmp_path
        self.config = tmp_path / "settings" / "config.yaml"
        self.data = tmp_path / "data"
        self.folder = tmp_path / "news"
        for name, text in {"world/ferry.txt": FERRY, "copy.txt": COPY, "budget.txt": BUDGET}.items():
            self.put(name, text)

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def bare(self, *words: str) -> Outcome:
        """Run with exactly these words."""
        self.capsys.readouterr()
        code = main(words)
        printed = self.capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    def run(self, *words: str) -> Outcome:
        """Run on the folder, the shared options before the words; they come from the environment otherwise."""
        return self.bare("--folder", str(self.folder), *words)

    def settle(self, monkeypatch: pytest.MonkeyPatch) -> "Case":
        monkeypatch.setenv("BROADSHEET_CONFIG", str(self.config))
        monkeypatch.setenv("BROADSHEET_CACHE_DIR", str(self.root / "cache"))
        monkeypatch.setenv("BROADSHEET_DATA_DIR", str(self.data))
        return self
