"""Text that was pasted: told from keys where a terminal does not say so, and made fit for a field of one line."""

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal that was asked to puts around pasted text (xterm's bracketed paste)."""
LEAST = 24
"""Characters in one read, a line end among them, that count as pasted: so much nobody types at once, unless a slow
line has held it back."""
FOLLOWS_SECONDS = 0.1
"""How soon the next read must come to count as more of the same."""
ESCAPE = "\x1b"


class Pastes:
    """Tells what was pasted without brackets, read by read."""

    def __init__(self) -> None:
        self._bracketed = False
        self._tail = ""
        self._until = 0.0

    def told(self, text: str, now: float) -> bool:
        """Whether a read, made at a time in seconds, is such text. One with a key in it that writes nothing is not."""
        begun, self._bracketed = self._bracketed, self._within(text)
        if begun or self._bracketed or ESCAPE in text:
            return False
        several = len(text.splitlines()) > 1
        pasted = now < self._until or (several and len(text) >= LEAST)
        self._until = now + FOLLOWS_SECONDS if pasted else 0.0
        return pasted

    def _within(self, text: str) -> bool:
        """Whether text in brackets goes on behind this read; a bracket may be cut in two."""
        known = self._tail + text
        self._tail = known[1 - len(BEGIN) :]
        begin, end = known.rfind(BEGIN), known.rfind(END)
        return self._bracketed if begin == end else begin > end


def on_one_line(text: str) -> str:
    """Pasted text with its lines joined by blanks, and without what writes nothing."""
    lines = (line.strip() for line in text.splitlines())
    joined = " ".join(filter(None, lines)) if len(text.splitlines()) > 1 else text
    return "".join(each if each.isprintable() else " " for each in joined)
