"""Lines of one row with something at either end: the title line, and the line of keys."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.model.headline import Counts
from reader.told import counted
from reader.ui.widgets.drawing import cut, drawable

ROOMY = 100
"""Columns from which the keys stand further apart."""
Part = tuple[str, str]
"""Some text and its style."""


def line(left: Sequence[Part], right: Sequence[Part], width: int) -> Content:
    """One row of text; where both ends do not fit, parts of the left one give way, the last one first."""
    wanted = sum(cell_len(text) for text, _ in right)
    room = width - wanted
    kept: list[Part] = []
    for text, style in left:
        if cell_len(text) > room:
            if not kept and room > 1:
                kept.append((cut(text, room), style))
                room = 0
            break
        kept.append((text, style))
        room -= cell_len(text)
    return Content.assemble(*kept, " " * max(0, room), *right)


class TitleLine(Widget):
    """What is open, how much of it there is, and what is going on."""

    DEFAULT_CSS = """
    TitleLine { height: 1; background: $surface; color: $ink; padding: 0 1; text-style: $bar-style; }
    """

    folder: reactive[str] = reactive("")
    """Name of the folder."""
    counts: reactive[Counts | None] = reactive(None)
    """How many articles there are; None until that is known."""
    progress: reactive[str] = reactive("")
    """What is going on, in one or two words; empty when all is done."""

    def render(self) -> Content:
        """The row; on a narrow screen the counts are fewer."""
        told = self._told(self.counts) if self.counts else []
        right = [(" · ".join(told), "$muted"), (f"   {self.progress}" if self.progress else "", "$accent")]
        name = [("Broadsheet  ", "bold $accent")] if self.size.width >= 50 else []
        return line([*name, (drawable(self.folder), "bold")], right, self.size.width)

    def _told(self, counts: Counts) -> list[str]:
        told = [f"{counts.unread:,} unread"]
        if self.size.width >= 70:
            told.insert(0, counted(counts.articles, "article"))
        if self.size.width >= 90 and counts.stories:
            told.insert(1, counted(counts.stories, "story", "stories"))
        if counts.problems:
            told.append(counted(counts.problems, "problem"))
        return told


class KeyLine(Widget):
    """What the keys do here."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $surface; color: $muted; padding: 0 1; text-style: $bar-style; }
    """

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys and what they do, the most important first; the last one leads to all the others."""
    pane: reactive[str] = reactive("")
    """Which pane has the keys, in a word; empty where there is no other."""
    place: reactive[str] = reactive("")
    """Where the cursor is."""
    answer: reactive[str] = reactive("")
    """What the last key has led to, shown in place of the keys; empty for the keys."""

    def render(self) -> Content:
        """As many keys as there is room for, whole; or the answer to the last one."""
        pane = f"{self.pane}  " if self.pane and self.place else self.pane
        right, wanted = [(pane, "bold $accent"), (self.place, "$muted")], cell_len(f"{pane}{self.place}")
        if self.answer:
            if cell_len(self.answer) + 2 + wanted > self.size.width:
                right = []  # it is there again with the next key
            return line([(self.answer, "$ink")], right, self.size.width)
        gap = " " * (3 if self.size.width >= ROOMY else 2)
        left: list[Part] = []
        for key, label in self._fitting(self.size.width - wanted - 2, len(gap)):
            left += [(key, "bold $ink"), (f" {label}{gap}", "$muted")]
        return line(left, right, self.size.width)

    def _fitting(self, room: int, gap: int) -> list[Part]:
        """The keys there is room for, the last one always: it is the one that leads to all the others."""
        last = self.keys[-1:]
        room -= sum(cell_len(f"{key} {label}") for key, label in last)
        kept: list[Part] = []
        for key, label in self.keys[:-1]:
            room -= cell_len(f"{key} {label}") + gap
            if room < 0:
                break
            kept.append((key, label))
        return [*kept, *last]
