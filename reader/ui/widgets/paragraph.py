"""Some text that a pane wraps as one, and what in it is only shown."""

from dataclasses import dataclass

from reader.model.article import Span
from reader.ui.widgets.drawing import Role, RoleSpan


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text that is wrapped as one."""

    role: Role
    """What it is."""
    text: str
    """Its words, clean, with all marks that belong to them."""
    first: str = ""
    """Before its first line."""
    rest: str = ""
    """Before its other lines; as wide as `first`, or wider where they hang."""
    gap: bool = True
    """Whether a blank line stands above it."""
    spans: tuple[RoleSpan, ...] = ()
    """Parts of the text in other roles, in order and apart."""
    sign: str = ""
    """In the margin beside each of its lines: what it is to who has read others."""
    own_sign: str = ""
    """The same of what the user made of it; before the other sign, or in its place where there is room for one."""
    marked: tuple[RoleSpan, ...] = ()
    """The parts of the text that its own sign is about; empty for all of it."""
    passage: str = ""
    """The passage of the article that it shows, as it stands there; empty for what is none."""
    about: bool = False
    """Whether it tells about the article and is no part of it: that is copied only by itself."""
    verbatim: bool = False
    """Whether its lines are cut where they are full, with all their blanks, instead of between words."""
    inserted: tuple[Span, ...] = ()
    """Parts of the text that only explain it, in order: they are neither searched nor copied."""
    cells: tuple[Span, ...] = ()
    """Of a row of a table: where its cells stand, which are put below each other where the table is too wide."""
    across: int = 0
    """Of a row of a table: cells of the screen that the widest row takes."""

    @property
    def own_text(self) -> str:
        """The text without what is inserted."""
        kept, position = "", 0
        for start, end in self.inserted:
            kept += self.text[position:start]
            position = end
        return kept + self.text[position:]

    def own(self, place: int) -> int:
        """Where in its own text a character of the text stands."""
        return place - sum(min(place, end) - start for start, end in self.inserted if start < place)

    def shown(self, place: int, *, begins: bool = False) -> int:
        """Where in the text a character of its own text stands; where something is inserted, behind it if `begins`."""
        for start, end in self.inserted:
            if start < place or (begins and start == place):
                place += end - start
        return place
