"""What is wrong in a settings file, told with its place and the near spelling."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, or worth a remark, in a settings file; printed as `config.yaml:7: theem: no such setting`."""

    path: Path
    """The file."""
    line: int
    """The line, from 1; 0 where the whole file is meant."""
    key: str
    """The dotted name of the setting, empty where none is meant."""
    message: str
    """What is wrong and what to do about it."""
    instead: str = ""
    """What is used in its place by a program that starts; empty where the message says all."""

    def __str__(self) -> str:
        return self._told(self.path, self.whole_message)

    @property
    def whole_message(self) -> str:
        """What is wrong, and what is used in its place."""
        return "; ".join(filter(None, (self.message, self.instead)))

    def briefly(self, *, running: bool) -> str:
        """The same with the name of the file alone; for a program that is `running`, nothing is used in its place."""
        return self._told(self.path.name, self.message if running else self.whole_message)

    def _told(self, file: Path | str, message: str) -> str:
        place = f"{file}:{self.line}" if self.line else f"{file}"
        return ": ".join(part for part in (place, self.key, message) if part)


def near(word: str, known: Iterable[str]) -> str:
    """The known word nearest to `word`, whatever its case, or nothing where none is near."""
    from difflib import get_close_matches  # 6 ms, and needed only where something is wrong

    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold()[:100], by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


def alike(word: str, other: str) -> float:
    """How much two words have in common, whatever their case: 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word.casefold()[:100], other.casefold()).ratio()


def nearby(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known words that are somewhat like `word`, the nearest first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(word.casefold()[:100], list(known), n=3, cutoff=0.45))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as the end of a message, `; did you mean theme?`, or nothing where none is near."""
    nearest = near(word, known)
    return f"; did you mean {nearest}?" if nearest else ""
