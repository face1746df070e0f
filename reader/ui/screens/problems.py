"""The files that gave no article and those that gave a doubtful one, with the reason and what to do."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, Static

from reader.articles.doubts import advice
from reader.errors import BroadsheetError
from reader.model.refresh import Problem, ProblemGroup
from reader.told import counted
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import drawable
from reader.ui.widgets.problem_list import ProblemList

Groups = Callable[[str], Sequence[ProblemGroup]]
"""The kinds of trouble of the files in which a text is found."""
Files = Callable[[ProblemGroup, int, int, str], Sequence[Problem]]
"""Files of a group in which a text is found, from which on and how many."""


class ProblemsScreen(Dialog[Problem]):
    """Returns the file that was chosen to be looked at."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape", "leave", "Close"),
        Binding("down", "move(1)", "Down"),
        Binding("up", "move(-1)", "Up"),
        Binding("pagedown", "page(1)", "Page down"),
        Binding("pageup", "page(-1)", "Page up"),
    ]

    def __init__(self, groups: Groups, files: Files, *, ascii_marks: bool = False) -> None:
        super().__init__()
        self._groups = groups
        self._files = files
        self._ascii_marks = ascii_marks
        self._part = ""

    def compose(self) -> ComposeResult:
        """A field that narrows the list, the list, and what is the matter with the file under the cursor."""
        with Vertical(classes="dialog wide", id="problems"):
            yield Label("", classes="dialog-title")
            yield Input(placeholder="type to narrow: a name, a reason …", compact=True)
            yield ProblemList(self._fetch)
            yield Static(id="problem-reason")
            yield KeysTold("enter show · ↑ ↓ move · esc leave")

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(ProblemList).ascii_marks = self._ascii_marks
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the files in which that is found."""
        self._part = event.value.strip()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the file under the cursor."""
        event.stop()
        problem = self.query_one(ProblemList).problem
        if problem:
            self.dismiss(problem)

    def on_problem_list_highlighted(self) -> None:
        """Say what is the matter, and what to do."""
        problem = self.query_one(ProblemList).problem
        told = self.query_one("#problem-reason", Static)
        told.update(_told(problem) if problem else Content(""))

    def action_move(self, files: int) -> None:
        """Move the cursor."""
        self.query_one(ProblemList).move(files)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self.query_one(ProblemList).page(direction)

    def action_leave(self) -> None:
        """Forget what was typed, or return nothing."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
        else:
            self.dismiss(None)

    def _show(self) -> None:
        groups: Sequence[ProblemGroup] = ()
        empty = f"“{self._part}” is found in none of them." if self._part else "Every file of the folder was read."
        try:
            groups = self._groups(self._part)
        except BroadsheetError as fault:
            empty = str(fault)
        self.query_one(Label).update(Content(_title(groups, self._part)))
        self.query_one(ProblemList).show(groups, empty)

    def _fetch(self, group: ProblemGroup, begin: int, count: int) -> Sequence[Problem]:
        try:
            return self._files(group, begin, count, self._part)
        except BroadsheetError as fault:
            self.app.notify(str(fault))
            return ()


def _title(groups: Sequence[ProblemGroup], part: str) -> str:
    """How many files there are of either sort."""
    without = sum(group.files for group in groups if not group.doubtful)
    doubtful = sum(group.files for group in groups if group.doubtful)
    told = [counted(without, "file without an article", "files without an article")] if without else []
    if doubtful:
        told.append(f"{doubtful:,} doubtful")
    return " · ".join(told) or ("No such problem" if part else "No problems")


def _told(problem: Problem) -> Content:
    """The reason, and what to do."""
    parts: list[str | tuple[str, str]] = [(f"{drawable(problem.id)}\n", "bold"), drawable(problem.reason)]
    if to_do := advice(problem.reason):
        parts.append((f"\n→ {to_do}", "$accent"))
    return Content.assemble(*parts)
