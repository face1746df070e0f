"""The names page: who and what the folder is about, by how many articles; and what can be done with a name."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.widgets import Input

from reader.errors import BroadsheetError
from reader.model.headline import Headline
from reader.model.name import NameAccount, NameCount, Variant
from reader.settings.keys import Scope
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.names_desk import AT_ONCE, NamesDesk, Wanted
from reader.ui.widgets.drawing import cut, drawable
from reader.ui.widgets.name_lines import Entry

__all__ = ["NamesScreen", "Wanted"]

CANDIDATES = 100
"""Names that are proposed for joining."""
SPLIT = "{} is a name of its own now; + joins it again."
JOINED = "Joined under {}; x splits it again."


class NamesScreen(NamesDesk):
    """A list of names, and beside, below or behind it the one under its cursor."""

    PAGE_NAME = "Names"
    PLACE = Scope.NAMES
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("page.choose", "choose", "articles", "List the articles of the name; go to a companion"),
        PageKey("page.part_next", "step", "pane", "Go from the list to the name and back"),
        PageKey("page.split", "split", "split", "Have a variant be a name of its own"),
        PageKey("page.join", "join", "join", "Join another name with this one"),
        PageKey("names.narrow", "narrow", "narrow"),
        PageKey("names.rare", "rare", "rare"),
        PageKey("page.part_previous", "step", told="Go from the list to the name and back"),
        PageKey("names.all", "kind(0)"),
        PageKey("names.people", "kind(1)"),
        PageKey("names.places", "kind(2)"),
        PageKey("names.organisations", "kind(3)"),
        PageKey("names.others", "kind(4)"),
        PageKey("article.open", "choose", told="List the articles of the name; go to a companion"),
        PageKey("article.next", "page(1)", told="A page on"),
        PageKey("names.open", "dismiss", told="Close the page of names"),
    )

    def key_line(self) -> tuple[tuple[str, str], ...]:
        """Keys and labels; where there is one pane, enter goes from the list to the name."""
        keys = super().key_line()
        one = self.config.linear or NamesDesk.is_one_pane(self.app.size)
        return tuple((key, "name" if one and label == "articles" else label) for key, label in keys)

    # Actions

    def action_step(self) -> None:
        """To the other pane."""
        at_list = self.pane is self.listed
        if at_list and self.account is None:
            return
        self.set_class(at_list, "-at-account")
        (self.told if at_list else self.listed).focus(scroll_visible=False)

    def action_choose(self) -> None:
        """The articles of the name; from the other pane, what is under the cursor there."""
        name = self.name_shown
        if name is None or self.account is None:
            return
        if self.pane is self.listed:
            if self.told.display:
                self.dismiss(Wanted(name, narrowed=self.narrowed))
            else:
                self.action_step()
            return
        self._follow(name, self.entry)

    def _follow(self, name: NameCount, entry: "Entry | None") -> None:
        match entry:
            case Headline():
                self.dismiss(Wanted(name, entry.number, self.narrowed))
            case NameAccount():
                self.dismiss(Wanted(name, narrowed=self.narrowed))
            case NameCount():
                self.trail.append(entry)
                self.tell_name()
            case Variant():
                self.answer(f"x has “{cut(drawable(entry.text), 40)}” be a name of its own.")

    def action_kind(self, choice: int) -> None:
        """Only names of one kind, or of all."""
        self.kind = choice
        self._anew()

    def action_rare(self) -> None:
        """What is named once too, or no longer."""
        self.rare = not self.rare
        self._anew()
        self.answer("Names that stand once in the folder are listed too." if self.rare else "")

    def action_narrow(self) -> None:
        """Give the keys to the field."""
        field = self.query_one(Input)
        field.add_class("-in-use")
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        if event.value.strip() != self.part:
            self.part = event.value.strip()
            self._anew()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.query_one(Input).set_class(bool(self.part), "-in-use")
        self._to_list()

    def _anew(self) -> None:
        self.trail.clear()
        self.limit = AT_ONCE
        self.answer("")
        self.look_up()

    def _to_list(self) -> None:
        self.remove_class("-at-account")
        self.listed.focus(scroll_visible=False)

    def action_back(self) -> None:
        """From a companion to the name before, to the list, from a part to all names, and out."""
        field = self.query_one(Input)
        if self.trail and self.pane is self.told:
            self.trail.pop()
            self.tell_name()
        elif self.pane is self.told and not field.has_focus:
            self.trail.clear()
            self._to_list()
            self.tell_name()
        elif field.has_focus or self.part:
            field.value = ""
            field.remove_class("-in-use")
            self._to_list()
        else:
            self.dismiss(None)

    # Splitting and joining

    def action_split(self) -> None:
        """Have a variant be a name of its own: the one under the cursor, or one to be chosen."""
        if self.account is None:
            return
        told, entry = self.account.told, self.entry
        if self.pane is self.told and isinstance(entry, Variant):
            self._change(lambda: self.library.names.split(told.name, entry.text), SPLIT, told.name)
        elif len(told.variants) < 2:
            self.answer(f"“{cut(drawable(told.name.text), 40)}” is written in one way only.")
        else:
            self._ask_variant(told)

    def _ask_variant(self, told: NameAccount) -> None:
        from reader.ui.dialogs.choice import ChoiceDialog

        def split(variant: str | None) -> None:
            if variant:
                self._change(lambda: self.library.names.split(told.name, variant), SPLIT, told.name)

        choices = [(variant.text, f"{variant.count:,} ×") for variant in told.variants]
        title = f"Split off from “{cut(drawable(told.name.text), 40)}”"
        self.app.push_screen(ChoiceDialog(title, choices, told.variants[-1].text), split)

    def action_join(self) -> None:
        """Have all spellings of another name stand under this one."""
        from reader.ui.dialogs.name import NameDialog

        name = self.name_shown
        if name is None:
            return

        def find(part: str) -> list[NameCount]:
            found = self.library.names.top((name.kind,), part, rare=True, limit=CANDIDATES)
            return [other for other in found if other.text != name.text]

        def join(other: NameCount | None) -> None:
            if other:
                self._change(lambda: self.library.names.join(name, other), JOINED)

        self.app.push_screen(NameDialog(f"Join with “{cut(drawable(name.text), 40)}”", find), join)

    def _change(self, change: Callable[[], NameCount], answer: str, at: NameCount | None = None) -> None:
        """Change names and show that, with the cursor on a name; where it cannot be kept, show that instead."""
        try:
            changed = change()
        except BroadsheetError as fault:
            self.tell_fault(str(fault))
            return
        self.trail.clear()
        self.at = at or changed
        self.note_version()
        self.look_up()
        self.answer(answer.format(f"“{cut(drawable(changed.text), 40)}”"))
