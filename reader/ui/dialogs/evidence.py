"""Why an article is shown as it is, value by value, and what the user says instead."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from reader.articles.evidence import Evidence
from reader.errors import BroadsheetError
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import cut, drawable, glyphs, shown_day

Correct = Callable[[str, str], Sequence[Evidence]]
"""Says what a field is; gives what there is to be shown then. Raises an error of ours where it cannot be that."""
TakeBack = Callable[[str], Sequence[Evidence]]
"""Lets a field be what was found; gives what there is to be shown then."""
KEYS = "enter correct · x take back · ↑ ↓ move · esc leave"
KEYS_FIXED = "↑ ↓ move · esc leave"
KEYS_EDITING = "enter keep · empty for none · esc leave"


class EvidenceDialog(Dialog[None]):
    """A line or more for each value; the one under the cursor can be corrected."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape", "leave", "Leave"),
        Binding("q,i", "dismiss", "Close"),
        Binding("enter", "edit", "Correct"),
        Binding("x,delete", "take_back", "Take back"),
        Binding("down,j", "move(1)", "Down"),
        Binding("up,k", "move(-1)", "Up"),
        Binding("pagedown,space", "move(5)", "Page down"),
        Binding("pageup", "move(-5)", "Page up"),
        Binding("home,g", "move(-99)", "First"),
        Binding("end,G", "move(99)", "Last"),
    ]

    def __init__(
        self,
        title: str,
        evidence: Sequence[Evidence],
        correct: Correct,
        take_back: TakeBack,
        *,
        ascii_marks: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._evidence = evidence
        self._correct = correct
        self._take_back = take_back
        self._marks = glyphs(ascii_marks)
        self._cursor = 0
        self._editing = False

    def compose(self) -> ComposeResult:
        """The values, and below them room for a correction."""
        with Vertical(classes="dialog wide", id="evidence"):
            yield Label(Content(f"Evidence of “{cut(drawable(self._title), 60)}”"), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                for each in self._evidence:
                    with Horizontal(classes="evidence"):
                        yield Static(classes="evidence-name")
                        yield Static(_told(each), classes="evidence-told")
            yield Static(id="evidence-fault")
            yield Input(compact=True, select_on_focus=False, id="evidence-value")
            yield KeysTold()

    def on_mount(self) -> None:
        """Begin at the first value."""
        self._show_input(editing=False)
        self._show()

    def action_move(self, values: int) -> None:
        """Move the cursor."""
        if not self._editing:
            self._cursor = max(0, min(len(self._evidence) - 1, self._cursor + values))
            self._tell_fault("")
            self._show()

    def action_edit(self) -> None:
        """Let the value under the cursor be corrected."""
        here = self._here
        if not here.correctable:
            self._tell_fault("This is not a value that can be corrected.")
            return
        field = self.query_one(Input)
        field.value = here.text
        field.placeholder = f"no {here.field}"
        self._show_input(editing=True)
        field.cursor_position = len(field.value)

    def action_take_back(self) -> None:
        """Let the value under the cursor be again what was found."""
        here = self._here
        if here.corrected:
            self._change(lambda: self._take_back(here.field))
        else:
            self._tell_fault("Nothing to take back: this is as it was found.")

    def action_leave(self) -> None:
        """Leave the value as it is, or close."""
        if self._editing:
            self._show_input(editing=False)
        else:
            self.dismiss()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed; where it cannot be, say why and let it be typed again."""
        event.stop()
        here, text = self._here, event.value
        if text.strip() == here.text or self._change(lambda: self._correct(here.field, text)):
            self._show_input(editing=False)

    def on_click(self) -> None:
        """Nothing: what is below the dialog is not meant."""

    @property
    def _here(self) -> Evidence:
        return self._evidence[self._cursor]

    def _change(self, change: Callable[[], Sequence[Evidence]]) -> bool:
        """Make a change and show it; where it cannot be made, say why."""
        try:
            self._evidence = change()
        except BroadsheetError as fault:
            self._tell_fault(str(fault))
            return False
        self._tell_fault("")
        for told, each in zip(self.query(".evidence-told").results(Static), self._evidence, strict=False):
            told.update(_told(each))
        self._show()
        return True

    def _show(self) -> None:
        """Put the cursor where it is, and name the keys that do something there."""
        for index, (row, each) in enumerate(zip(self.query(".evidence"), self._evidence, strict=False)):
            here = index == self._cursor
            row.set_class(here, "-here")
            edge = self._marks.cursor if here else " "
            row.query_one(".evidence-name", Static).update(Content(f"{edge} {each.field}"))
            if here:
                self.call_after_refresh(self._go_to, row)
        if not self._editing:
            self.query_one(KeysTold).told = KEYS if self._here.correctable else KEYS_FIXED

    def _go_to(self, row: Widget) -> None:
        """Bring a value into view, and the terminal's own cursor to it."""
        row.scroll_visible(animate=False, immediate=True)
        if not self._editing:
            self.app.cursor_position = row.region.offset
            row.refresh()

    def _show_input(self, *, editing: bool) -> None:
        self._editing = editing
        field = self.query_one(Input)
        field.display = field.can_focus = editing
        if editing:
            field.focus()
            self.query_one(KeysTold).told = KEYS_EDITING
        else:
            self.set_focus(None)
            self._tell_fault("")
            self._show()

    def _tell_fault(self, fault: str) -> None:
        told = self.query_one("#evidence-fault", Static)
        told.display = bool(fault)
        told.update(Content(fault))


def _told(evidence: Evidence) -> Content:
    """The value, how sure it is and why, and the words where it was read."""
    if not evidence.text:
        return Content.assemble(("none", "bold"), (f": {drawable(evidence.why)}", "$muted"))
    value = drawable(evidence.text)
    if evidence.field == "date":
        value = f"{value}  {shown_day(evidence.text, weekday=True)}"
    parts: list[str | tuple[str, str]] = [(value, "bold")]
    figure = f"{evidence.confidence:.2f}".removeprefix("0") if evidence.sureness else ""
    sure = f"{evidence.sureness} {figure}, " if figure else ""
    if evidence.why:
        parts.append((f"\n{sure}{drawable(evidence.why)}", "$muted"))
    if evidence.words:
        parts += [
            ("\n“", "$muted"),
            (drawable(evidence.before), "$muted"),
            (drawable(evidence.words), "underline"),
            (f"{drawable(evidence.after)}”", "$muted"),
        ]
    return Content.assemble(*parts)
