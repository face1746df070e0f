"""The real program, but for one thing: what a key asks for is written down, not done, except for what is let through.

python key_recorder.py RECORD LET,THROUGH FOLDER
"""

import sys
from pathlib import Path
from unittest.mock import patch

from reader.__main__ import main
from reader.ui.screens.keyed_page import KeyedPage
from reader.ui.screens.main import MainScreen

RECORD, LET, *WORDS = sys.argv[1:]
PERFORM = MainScreen.action_perform


def write(action: str) -> None:
    """Write down what was asked for."""
    with Path(RECORD).open("a") as record:
        record.write(f"{action}\n")


async def on_main_screen(screen: MainScreen, action: str, argument: str = "") -> None:
    """Write it down, and do it where that leads to what is tried."""
    if action in LET.split(","):
        await PERFORM(screen, action, argument)
    write(action)


async def on_page(_: KeyedPage[object], action: str) -> None:
    """Write it down."""
    write(action)


patch.object(MainScreen, "action_perform", on_main_screen).start()
patch.object(KeyedPage, "perform", on_page).start()
sys.argv[1:] = WORDS
sys.exit(main())
