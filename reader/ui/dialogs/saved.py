"""Choose one of the saved searches, with how many articles each finds now; or take one off."""

from collections.abc import Callable, Sequence

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.worker import get_current_worker

from reader.model.marking import SavedSearch
from reader.ui.dialogs.choice import Choice, ChoiceDialog, nothing_holds


class SavedDialog(ChoiceDialog):
    """Returns the name of the search that was chosen, or an empty text."""

    KEYS = "enter show · ctrl+x remove · ↑ ↓ move · esc leave"
    BINDINGS = [Binding("ctrl+x", "take_off", "Take it off", priority=True)]  # noqa: RUF012 - Textual's own declaration

    class Counted(Message):
        """It is known how many articles one of them finds."""

        def __init__(self, name: str, count: str) -> None:
            super().__init__()
            self.name = name
            """Its name."""
            self.count = count
            """How many, in words."""

    def __init__(
        self, saved: Sequence[SavedSearch], count: Callable[[str], str], take_off: Callable[[str], bool]
    ) -> None:
        """`count` says in words how many articles a query finds, in a thread of its own; `take_off` takes one off."""
        super().__init__("Saved searches", [(each.name, each.query) for each in saved])
        self._saved = {each.name: each.query for each in saved}
        self._count = count
        self._take_off = take_off
        self._counts: dict[str, str] = {}

    def on_mount(self) -> None:
        """Begin to count."""
        self.run_worker(self._count_all, thread=True, exit_on_error=False)

    def on_saved_dialog_counted(self, message: Counted) -> None:
        """Show the count."""
        self._counts[message.name] = message.count
        self._show()

    def action_take_off(self) -> None:
        """Take the one under the cursor off."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None and self._take_off(option.id):
            del self._saved[option.id]
            if self._saved:
                self._show()
            else:
                self.dismiss("")

    def _count_all(self) -> None:
        for name, query in list(self._saved.items()):
            if get_current_worker().is_cancelled:
                return
            self.post_message(self.Counted(name, self._count(query)))

    def _show(self) -> None:
        """List what there is now, with the cursor in its row."""
        listed = self.query_one(OptionList)
        row = listed.highlighted or 0
        self._choices: Sequence[Choice] = [
            (name, " · ".join(filter(None, [self._counts.get(name, ""), query]))) for name, query in self._saved.items()
        ]
        found = self._options(self.query_one(Input).value)
        listed.clear_options()
        listed.add_options(found or [nothing_holds(self.query_one(Input).value)])
        listed.highlighted = min(row, len(found) - 1) if found else None
