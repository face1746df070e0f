"""The way to the clipboard: a program of the desktop, tmux, or the terminal itself."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

SECONDS = 2.0
"""How long a program may take to accept a text."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the clipboard."""

    told: str
    """How it is told: `with xclip`."""
    command: tuple[str, ...] = ()
    """The program that takes the text on its input; none where the terminal is asked itself."""


TERMINAL = Way("to the terminal (OSC 52)")
"""An escape sequence that most terminals obey, also at the other end of a connection; none says whether it did."""
_WAYLAND = Way("with wl-copy", ("wl-copy",))
_X11 = (Way("with xclip", ("xclip", "-selection", "clipboard")), Way("with xsel", ("xsel", "--clipboard", "--input")))
_MACOS = Way("with pbcopy", ("pbcopy",))
_TMUX = Way("with tmux", ("tmux", "load-buffer", "-w", "-"))


def is_far(environment: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine than this."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def ways(environment: Mapping[str, str], find: Callable[[str], str | None] = shutil.which) -> tuple[Way, ...]:
    """The ways that there are here, the best first; the last one is the terminal, which always is one.

    Over SSH a display of this machine is not the one that the person looks at, so that its programs are left out.
    Inside of tmux that passes the text on, because it obeys no sequence of programs in it unless it is told to.
    """
    return (*(way for way in _known(environment) if find(way.command[0])), TERMINAL)


def _known(environment: Mapping[str, str]) -> Iterator[Way]:
    if not is_far(environment):
        if environment.get("WAYLAND_DISPLAY"):
            yield _WAYLAND
        if environment.get("DISPLAY"):
            yield from _X11
        yield _MACOS
    if environment.get("TMUX"):
        yield _TMUX


def copied(text: str, usable: Sequence[Way]) -> Way:
    """Give the text to the first way that takes it, and say which; where that is the terminal, it is still to be asked.

    Takes `SECONDS` for each program at most.
    """
    return next((way for way in usable if way.command and _taken(text, way.command)), TERMINAL)


def _taken(text: str, command: Sequence[str]) -> bool:
    try:
        # They go on in the background for as long as they own the clipboard, also when the terminal is closed; what
        # they would say then must not come onto the screen, and nobody waits for the end of their output.
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
