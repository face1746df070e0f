"""The names page: who and what the folder is about, by how many articles; and all that is told of one of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model import Headline, NameAccount, NameCount, NameKind, Variant
from reader.settings.config import Config
from reader.settings.keynames import key_words
from reader.ui.screens.loading import PREVIEW_SECONDS
from reader.ui.widgets.drawing import cut, drawable, glyphs
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.lines import KeyLine, line
from reader.ui.widgets.name_lines import KIND_NAMES, Account, Entry, NameLines, Page, account_page

ALL_KINDS = 66
"""Columns from which the title tells all kinds and not only the chosen one."""
AT_ONCE = 500
"""Names that are listed at first; twice as many when the cursor comes near their end."""
NEAR = 100
"""So near."""
MOST_HEADLINES = 30
"""Articles that are listed of one name."""
CANDIDATES = 100
"""Names that are proposed for joining."""
POLL_SECONDS = 1.0
"""How often the page looks whether the catalogue has changed."""
CHOICES: tuple[tuple[str, tuple[NameKind, ...]], ...] = (
    ("all", tuple(NameKind)),
    *((KIND_NAMES[kind][1], (kind,)) for kind in NameKind),
)
"""What the digits choose."""
SPLIT = "{} is a name of its own now; + joins it again."
JOINED = "Joined under {}; x splits it again."
KEYS: tuple[tuple[str, str, str, str], ...] = (
    ("enter", "choose", "articles", "the articles of the name; on a variant or a companion, that name"),
    ("tab", "step", "pane", "from the list to the name and back"),
    ("x", "split", "split", "have a variant be a name of its own"),
    ("plus", "join", "join", "join another name with this one"),
    ("slash", "narrow", "narrow", "narrow the list by part of a name"),
    ("full_stop", "rare", "rare", "also list what stands once in the folder"),
    ("question_mark", "help", "keys", "all keys of this page"),
)
"""Keys of this page alone: key, action, label and what it does."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the main screen when the page closes."""

    name: NameCount
    """The name that the page showed."""
    article: int = 0
    """Number of one of its articles to open; 0 for listing them all."""


@dataclass
class NamesListed(Message):
    """Names were looked up."""

    request: int
    """Number of the request; an answer to an older one is dropped."""
    names: Sequence[NameCount]
    """The names."""
    totals: Mapping[NameKind, int]
    """How many there are of each kind."""


@dataclass
class NameTold(Message):
    """A name was looked up."""

    name: NameCount
    """Which."""
    account: Account
    """What is told of it."""


@dataclass
class NamesFailed(Message):
    """Something could not be looked up."""

    error: BroadsheetError
    """Why, in words."""


class NamesScreen(Screen[Wanted]):
    """A list of names, and beside, below or behind it the one under its cursor."""

    CSS_PATH = Path(__file__).with_name("names.tcss")
    AUTO_FOCUS = "#names-list"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (60, "-two"), (110, "-three")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]  # noqa: RUF012 - likewise
    BINDINGS: ClassVar = [
        *(Binding(key, action, label, show=False) for key, action, label, _ in KEYS),
        *(Binding(str(number), f"kind({number - 1})", show=False) for number in range(1, len(CHOICES) + 1)),
        Binding("shift+tab", "step", show=False),
        Binding("escape", "back", show=False),
        Binding("q", "back", show=False),
    ]
    MOVES: ClassVar = {
        "move.down": "move(1)",
        "move.up": "move(-1)",
        "move.page_down": "page(1)",
        "move.page_up": "page(-1)",
        "move.top": "end(-1)",
        "move.bottom": "end(1)",
        "app.back": "back",
        "app.leave": "back",
        "names.open": "dismiss",
        "app.quit": "app.quit",
    }
    """What the person's own keys do here too."""

    def __init__(
        self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]], at: NameCount | None = None
    ) -> None:
        """`at` is the name to begin with."""
        super().__init__()
        self._library = library
        self._config = config
        self._kind = 0
        self._part = ""
        self._rare = False
        self._limit = AT_ONCE
        self._names: Sequence[NameCount] = ()
        self._totals: Mapping[NameKind, int] = {}
        self._looked = False
        self._at = at
        self._account: Account | None = None
        self._page = Page()
        self._trail: list[NameCount] = []
        self._request = 0
        self._version = 0
        self._rest: Timer | None = None
        self._bindings = _with_moves(self._bindings, keys)

    def compose(self) -> ComposeResult:
        """A title, a field to narrow, the two panes, and the keys."""
        yield Static(id="names-title")
        yield Input(id="names-part", placeholder="part of a name", compact=True)
        yield Container(EntryPane(id="names-list"), EntryPane(id="names-account"), id="names-panes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look up the names."""
        for pane in (self.listed, self.told):
            pane.ascii_marks = self._config.ascii_marks
        self.query_one(KeyLine).keys = tuple((key_words(key), label) for key, _, label, _ in KEYS)
        self._version = self._library.version()
        self._look_up()
        self.set_interval(POLL_SECONDS, self._poll)

    @property
    def listed(self) -> EntryPane:
        """The list."""
        return self.query_one("#names-list", EntryPane)

    @property
    def told(self) -> EntryPane:
        """What is told of one name."""
        return self.query_one("#names-account", EntryPane)

    @property
    def name_shown(self) -> NameCount | None:
        """The name under the list's cursor, or the one that was followed to from there."""
        if self._trail:
            return self._trail[-1]
        return self._names[self.listed.cursor] if self._names else None

    # Looking up

    def _look_up(self) -> None:
        self._request += 1
        request, kinds, part, rare, limit = self._request, CHOICES[self._kind][1], self._part, self._rare, self._limit

        def find() -> None:
            try:
                names = self._library.names
                found = names.top(kinds, part, rare=rare, limit=limit)
                self.post_message(NamesListed(request, found, names.totals(rare=rare)))
            except BroadsheetError as fault:
                self.post_message(NamesFailed(fault))

        self.run_worker(find, thread=True, exclusive=True, group="names", exit_on_error=False)

    def on_names_listed(self, message: NamesListed) -> None:
        """Show the names; the cursor stays on its name where that is still listed."""
        if message.request != self._request:
            return
        at = self._at or self.name_shown
        self._looked, self._names, self._totals, self._at = True, message.names, message.totals, None
        places = {(name.kind, name.text): row for row, name in enumerate(self._names)}
        self._lay_out_list(places.get((at.kind, at.text), 0) if at and not self._trail else self.listed.cursor)
        self._tell_title()
        self._tell_place()
        self._tell_name()

    def _lay_out_list(self, cursor: int) -> None:
        pane = self.listed
        if not self._names:
            pane.tell(self._why_empty())
        elif pane.room:
            marks = glyphs(self._config.ascii_marks)
            pane.show(NameLines(self._names, pane.room, marks, kinds=not self._kind), range(len(self._names)), cursor)

    def _why_empty(self) -> str:
        if not self._looked:
            return "Looking …"
        if self._part:
            return f"No name holds “{drawable(self._part)}”.\nesc shows all."
        if not self._rare and self._library.names.top(CHOICES[self._kind][1], rare=True, limit=1):
            return "Nothing here is named twice.\n. lists what is named once."
        if self._kind:
            return f"No {CHOICES[self._kind][0]} yet.\n1 shows all names."
        return "No names yet.\nThey are found when the folder is read."

    def _tell_name(self) -> None:
        """Look up the name to show."""
        name = self.name_shown
        if name is None:
            self._account, self._page = None, Page()
            self.told.tell("")
            return

        def read() -> None:
            try:
                told = self._library.names.account(name)
                headlines = self._library.headlines(told.numbers[:MOST_HEADLINES])
            except BroadsheetError as fault:
                self.post_message(NamesFailed(fault))
            else:
                if not get_current_worker().is_cancelled:
                    self.post_message(NameTold(name, Account(told, tuple(headlines))))

        self.run_worker(read, thread=True, exclusive=True, group="name", exit_on_error=False)

    def on_name_told(self, message: NameTold) -> None:
        """Show what is told of the name, unless it is another one by now."""
        shown = self.name_shown
        if shown is None or (shown.kind, shown.text) != (message.name.kind, message.name.text):
            return
        before = self._account.told.name if self._account else None
        self._account = message.account
        same = before is not None and (before.kind, before.text) == (shown.kind, shown.text)
        self._lay_out_account(self.told.cursor if same else 0)

    def _lay_out_account(self, cursor: int) -> None:
        pane = self.told
        if self._account and pane.room:
            ascii_marks = self._config.ascii_marks
            self._page = account_page(self._account, pane.room, glyphs(ascii_marks), ascii_marks=ascii_marks)
            pane.show(self._page.lines, self._page.rows, cursor)

    def on_names_failed(self, message: NamesFailed) -> None:
        """Say what went wrong."""
        self.app.notify(str(message.error), severity="error", timeout=10, markup=False)

    def _poll(self) -> None:
        """Look again where a refresh, or another Broadsheet, has changed anything."""
        try:
            version = self._library.version()
        except BroadsheetError as fault:
            self.post_message(NamesFailed(fault))
            return
        if version != self._version:
            self._version = version
            self._look_up()

    # What the panes report

    def on_entry_pane_resized(self) -> None:
        """Lay out what is shown for the new width."""
        self._lay_out_list(self.listed.cursor)
        self._lay_out_account(self.told.cursor)
        self._tell_title()

    def on_entry_pane_highlighted(self, message: EntryPane.Highlighted) -> None:
        """Tell of another name as soon as the cursor rests."""
        if message.pane is not self.listed:
            return
        self._trail.clear()
        self._answer("")
        self._tell_place()
        if len(self._names) == self._limit and message.entry > self._limit - NEAR:
            self._limit *= 2
            self._look_up()
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(PREVIEW_SECONDS, self._tell_name)

    def on_entry_pane_chosen(self) -> None:
        """Do what enter does."""
        self.action_choose()

    # Actions

    def action_move(self, entries: int) -> None:
        """A row down or up."""
        self._pane.move(entries)

    def action_page(self, direction: int) -> None:
        """A page down or up."""
        self._pane.page(direction)

    def action_end(self, direction: int) -> None:
        """To the end or the beginning."""
        if direction > 0:
            self._pane.bottom()
        else:
            self._pane.top()

    def action_step(self) -> None:
        """To the other pane."""
        at_list = self._pane is self.listed
        if at_list and self._account is None:
            return
        self.set_class(at_list, "-at-account")
        (self.told if at_list else self.listed).focus(scroll_visible=False)

    def action_choose(self) -> None:
        """The articles of the name; from the other pane, what is under the cursor there."""
        name = self.name_shown
        if name is None or self._account is None:
            return
        if self._pane is self.listed:
            if self.told.display:
                self.dismiss(Wanted(name))
            else:
                self.action_step()
            return
        self._follow(name, self._entry)

    def _follow(self, name: NameCount, entry: "Entry | None") -> None:
        match entry:
            case Headline():
                self.dismiss(Wanted(name, entry.number))
            case NameAccount():
                self.dismiss(Wanted(name))
            case NameCount():
                self._trail.append(entry)
                self._tell_name()
            case Variant():
                self._answer(f"x has “{cut(drawable(entry.text), 40)}” be a name of its own.")

    def action_kind(self, choice: int) -> None:
        """Only names of one kind, or of all."""
        self._kind = choice
        self._anew()

    def action_rare(self) -> None:
        """What is named once too, or no longer."""
        self._rare = not self._rare
        self._anew()
        self._answer("Names that stand once in the folder are listed too." if self._rare else "")

    def action_narrow(self) -> None:
        """Give the keys to the field."""
        field = self.query_one(Input)
        field.add_class("-in-use")
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        if event.value.strip() != self._part:
            self._part = event.value.strip()
            self._anew()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.query_one(Input).set_class(bool(self._part), "-in-use")
        self._to_list()

    def _anew(self) -> None:
        self._trail.clear()
        self._limit = AT_ONCE
        self._answer("")
        self._look_up()

    def _to_list(self) -> None:
        self.remove_class("-at-account")
        self.listed.focus(scroll_visible=False)

    def action_back(self) -> None:
        """From a companion to the name before, to the list, from a part to all names, and out."""
        field = self.query_one(Input)
        if self._trail and self._pane is self.told:
            self._trail.pop()
            self._tell_name()
        elif self._pane is self.told and not field.has_focus:
            self._trail.clear()
            self._to_list()
            self._tell_name()
        elif field.has_focus or self._part:
            field.value = ""
            field.remove_class("-in-use")
            self._to_list()
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        """All keys of this page."""
        from reader.ui.dialogs.page_keys import PageKeys

        digits = (f"1-{len(CHOICES)}", ", ".join(name for name, _ in CHOICES))
        self.app.push_screen(
            PageKeys("Keys of the names page", [*((key_words(key), told) for key, _, _, told in KEYS), digits])
        )

    # Splitting and joining

    def action_split(self) -> None:
        """Have a variant be a name of its own: the one under the cursor, or one to be chosen."""
        if self._account is None:
            return
        told, entry = self._account.told, self._entry
        if self._pane is self.told and isinstance(entry, Variant):
            self._change(lambda: self._library.names.split(told.name, entry.text), SPLIT, told.name)
        elif len(told.variants) < 2:
            self._answer(f"“{cut(drawable(told.name.text), 40)}” is written in one way only.")
        else:
            self._ask_variant(told)

    def _ask_variant(self, told: NameAccount) -> None:
        from reader.ui.dialogs.choice import ChoiceDialog

        def split(variant: str | None) -> None:
            if variant:
                self._change(lambda: self._library.names.split(told.name, variant), SPLIT, told.name)

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
            found = self._library.names.top((name.kind,), part, rare=True, limit=CANDIDATES)
            return [other for other in found if other.text != name.text]

        def join(other: NameCount | None) -> None:
            if other:
                self._change(lambda: self._library.names.join(name, other), JOINED)

        self.app.push_screen(NameDialog(f"Join with “{cut(drawable(name.text), 40)}”", find), join)

    def _change(self, change: Callable[[], NameCount], answer: str, at: NameCount | None = None) -> None:
        """Change names and show that, with the cursor on a name; where it cannot be kept, show that instead."""
        try:
            changed = change()
        except BroadsheetError as fault:
            self.on_names_failed(NamesFailed(fault))
            return
        self._trail.clear()
        self._at = at or changed
        self._version = self._library.version()
        self._look_up()
        self._answer(answer.format(f"“{cut(drawable(changed.text), 40)}”"))

    # The lines above and below

    @property
    def _pane(self) -> EntryPane:
        return self.told if self.told.has_focus else self.listed

    @property
    def _entry(self) -> "Entry | None":
        entries = self._page.entries
        return entries[self.told.cursor] if self.told.cursor < len(entries) else None

    def _tell_title(self) -> None:
        width = self.query_one("#names-title").content_size.width
        parts = [("Names  ", "bold $accent")]
        if width >= 60:
            parts.append((f"{drawable(self._library.folder.resolve().name)}  ", "bold"))
        kinds = []
        for number, (label, covered) in enumerate(CHOICES):
            total = sum(self._totals.get(kind, 0) for kind in covered)
            told = f"{number + 1} {label} {total:,}" if width >= 76 else f"{number + 1} {label}"
            chosen = number == self._kind
            if chosen or width >= ALL_KINDS:
                kinds.append((f"[{told}]" if chosen else f" {told} ", "bold $ink" if chosen else "$muted"))
        self.query_one("#names-title", Static).update(line(parts, kinds, width) if width else Content(""))

    def _tell_place(self) -> None:
        row = self.listed.cursor + 1 if self._names else 0
        more = "+" if len(self._names) == self._limit else ""
        self.query_one(KeyLine).place = f"{row:,}/{len(self._names):,}{more}"

    def _answer(self, text: str) -> None:
        self.query_one(KeyLine).answer = text


def _with_moves(own: BindingsMap, keys: Mapping[str, tuple[str, ...]]) -> BindingsMap:
    """The page's own keys, and behind them those that the person has for the same in the main screen."""
    taken = set(own.key_to_bindings)
    moves = [
        Binding(key, action, show=False)
        for name, action in NamesScreen.MOVES.items()
        for key in keys.get(name, ())
        if key not in taken
    ]
    return BindingsMap([*(binding for held in own.key_to_bindings.values() for binding in held), *moves])
