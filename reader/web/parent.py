"""The end of a reader whose server is gone."""

import os
import signal
import threading
import time

SECONDS = 2.0
"""Between two looks."""


def end_with_parent() -> None:
    """Have this process told to end as soon as its parent is gone, however that ended.

    Textual takes the end of its input for a person who types nothing.
    """
    threading.Thread(target=_watch, args=(os.getppid(),), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
