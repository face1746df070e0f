"""Ask for the tags of an article, or for those that several have in common."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import cut, drawable

MOST_SHOWN = 8
"""Known tags that are listed under the field."""


class TagSuggester(Suggester):
    """Completes the tag that is being typed, the last of a list with commas."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The whole field with its last tag completed."""
        found = completions(value, self._known)
        typed = _last(value)
        return value + found[0][len(typed) :] if typed and found else None


class TagsDialog(Dialog["frozenset[str] | None"]):
    """Returns the tags as they should be, or None when they are to stay as they are."""

    BINDINGS = [("escape", "dismiss_unchanged", "Leave")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, of: str, tags: Sequence[str], known: Sequence[str], others: Sequence[str] = ()) -> None:
        """`of` says whose tags they are; `others` only some of several articles have: they are left alone."""
        super().__init__()
        self._of = of
        self._others = others
        self._tags = tags
        self._known = known

    def compose(self) -> ComposeResult:
        """A field with the tags, and the known ones below."""
        with Vertical(classes="dialog"):
            yield Label(Content(f"Tags of {cut(drawable(self._of), 58)}"), classes="dialog-title")
            yield Input(
                ", ".join(self._tags) + (", " if self._tags else ""),
                placeholder="tags, with commas between",
                suggester=TagSuggester(self._known),
                select_on_focus=False,
                compact=True,
            )
            if self._others:
                told = f"only some have: {', '.join(map(drawable, self._others))}; that stays so"
                yield Static(Content(told), classes="dialog-told")
            yield Static("", id="known-tags")
            yield KeysTold("enter keep · → complete · commas between tags · esc leave")

    def on_mount(self) -> None:
        """Show the known tags."""
        self._show_known(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the known tags that go with what is typed."""
        self._show_known(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the tags."""
        event.stop()
        self.dismiss(frozenset(_split(event.value)))

    def action_dismiss_unchanged(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _show_known(self, value: str) -> None:
        found = completions(value, self._known)[:MOST_SHOWN]
        told = f"known: {', '.join(map(drawable, found))}" if found else ""
        self.query_one("#known-tags", Static).update(Content(told))


def completions(value: str, known: Sequence[str]) -> list[str]:
    """The known tags that begin with the last tag of a field and are not yet in it, in the order of `known`."""
    typed, given = _last(value), {tag.casefold() for tag in _split(value.rpartition(",")[0])}
    return [tag for tag in known if tag.casefold().startswith(typed.casefold()) and tag.casefold() not in given]


def _split(value: str) -> list[str]:
    tags = {" ".join(part.split()).casefold(): " ".join(part.split()) for part in value.split(",")}
    return [tag for tag in tags.values() if tag]


def _last(value: str) -> str:
    return value.rpartition(",")[2].lstrip()
