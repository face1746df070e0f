"""Choose an article by part of its title, its outlet or its day."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from reader.model.headline import Headline
from reader.ui.dialogs.found import FoundDialog
from reader.ui.widgets.drawing import Glyphs
from reader.ui.widgets.version_lines import day, outlet, title


class HeadlineDialog(FoundDialog[Headline]):
    """Returns the article that was chosen, or nothing."""

    HINT = "type part of a title, or an outlet"

    def __init__(self, question: str, find: Callable[[str], Sequence[Headline]], marks: Glyphs, empty: str) -> None:
        """`find` gives the articles that go with what is typed, in a thread of its own; `empty` stands for none."""
        super().__init__(question, find)
        self._marks = marks
        self._empty = empty

    def described(self, each: Headline, room: int) -> Content:
        """Title, outlet and day."""
        who = outlet(each, self._marks) if each.outlet else ""  # the title beside tells it from the others
        about = self._marks.dot.join(filter(None, (who, day(each, self._marks))))
        if cell_len(about) > room // 2:
            about = ""
        shown = title(each, max(4, room - cell_len(about) - 2), self._marks)
        return Content.assemble(f"{shown}  ", (about, "$muted"))

    def nothing(self, part: str) -> Option:  # noqa: ARG002 - as the others
        """What stands for none."""
        return Option(Content(self._empty), disabled=True)
