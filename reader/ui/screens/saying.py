"""What a linear screen says on its line of keys: marks that changed, and what went wrong, where a notice is missed."""

from collections.abc import Sequence

from reader.errors import BroadsheetError
from reader.model.headline import Marks
from reader.ui.screens.telling import Telling
from reader.ui.widgets.drawing import drawable


class Saying(Telling):
    """The same screen; where it is linear, every change is said in the one place that is always looked at."""

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere, and say those of the one that is looked at."""
        super().changed(numbers)
        if self.config.linear and self.marked in numbers:
            headline = self.headline(self.marked)
            if headline:
                self.answer(said(headline.marks))

    def complain(self, error: BroadsheetError) -> None:
        """Say what went wrong, in a notice and here."""
        super().complain(error)
        if self.config.linear:
            self.answer(drawable(str(error)))


def said(marks: Marks) -> str:
    """The marks of an article in words: `Read, favourite, tags iraq, oil`."""
    parts = ["Read" if marks.read else "Unread", "favourite" if marks.favourite else ""]
    parts.append(f"tags {', '.join(map(drawable, marks.tags))}" if marks.tags else "")
    return f"{', '.join(filter(None, parts))}."
