"""Marks follow articles that were renamed or edited, or whose whole folder was moved."""

import os

from reader.store.state import State
from reader.store.tables import Tables


def follow(tables: Tables, state: State, name: str) -> int:
    """Have them do so; how many did. `name` is the folder's name in state. Raises StateError.

    Only when the catalogue is complete: while it is being built, an article may be missing that is still there.
    """
    if tables.fact("complete") != "1" or state.complaint:
        return 0
    moves = tables.lost_marks.moves()
    for folder in tables.lost_marks.folders():
        if not os.path.exists(folder):  # noqa: PTH110 - Path.exists raises where it may not look
            moved = tables.lost_marks.moves_from(folder)
            if moved:  # what was chosen for the whole of it comes with its articles
                state.follow_folder(name, folder)
            moves += moved
    if moves:
        state.follow(name, moves)
    return len(moves)
