"""The key escape, told from the sign of that name with which terminals begin what they send for other keys.

Textual takes escape and a letter that follows it within a tenth of a second for alt and that letter, and some pairs for
the second key alone: who leaves a field and goes on typing, or has a slow line, would write into that field.
"""

import re
from collections.abc import Callable

from reader.ui.pastes import BEGIN, END, ESCAPE

_NEXT = re.compile(rf"(?P<paste>{re.escape(BEGIN)})|\x1b(?=\Z|\x1b(?![\[O])|(?P<key>[^\[O\]P_\\\x7f\x1b]))", re.DOTALL)
r"""The beginning of a paste, or an escape that begins nothing: not CSI, SS3, OSC, DCS, APC or their end ST (ECMA-48 5.3
and 5.6), nor alt and backspace; in rxvt another escape stands before the sequence of an arrow."""


class Escapes:
    """Parts what is typed, read by read."""

    def __init__(self) -> None:
        self.held = False
        """Whether an escape has come of which only time tells what it is."""
        self._pasting = False

    def told(self, text: str, with_alt: Callable[[], str] = str) -> list[str]:
        """The pieces of a read, `ESCAPE` alone for that key; `with_alt` tells which letters mean something with alt."""
        text, self.held = ESCAPE * self.held + text, False
        pieces = []
        while text:
            end, is_key = self._next(text, with_alt)
            if is_key:
                pieces += [text[: end - 1], ESCAPE]
            elif self.held:
                pieces.append(text[:-1])
            else:
                pieces.append(text[:end])
            text = text[end:]
        return [piece for piece in pieces if piece]

    def _next(self, text: str, with_alt: Callable[[], str]) -> tuple[int, bool]:
        """Where the first piece ends, and whether that is behind an escape that is a key."""
        if self._pasting:
            end = text.find(END)
            self._pasting = end < 0
            return (end + len(END) if end >= 0 else len(text)), False
        found = _NEXT.search(text)
        if not found:
            return len(text), False
        if found["paste"]:
            self._pasting = True
        elif found["key"] and found["key"] in with_alt():
            return found.end() + 1, False
        elif found.end() == len(text):
            self.held = True
        else:
            return found.end(), True
        return found.end(), False

    def over(self) -> bool:
        """Whether an escape was waited for in vain to be more: it is the key."""
        was, self.held = self.held, False
        return was
