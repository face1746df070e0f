"""What the names page shows: the list of names, and all that is told of the one under its cursor."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model.name import NameCount, NameKind
from reader.settings.config import Config
from reader.ui.screens.library_page import LibraryPage, PageFailed, PageRead
from reader.ui.screens.loading import PREVIEW_SECONDS
from reader.ui.widgets.drawing import drawable
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.lines import KeyLine, line
from reader.ui.widgets.name_lines import KIND_NAMES, Account, Entry, NameLines, Page, account_page

TWO_PANES, BESIDE, TALL = 60, 110, 18
"""Columns from which there are two panes, and they stand side by side; rows from which one stands over the other."""
AT_ONCE = 500
"""Names that are listed at first; twice as many when the cursor comes near their end."""
NEAR = 100
"""So near."""
MOST_HEADLINES = 30
"""Articles that are listed of one name."""
CHOICES: tuple[tuple[str, tuple[NameKind, ...]], ...] = (
    ("all", tuple(NameKind)),
    *((KIND_NAMES[kind][1], (kind,)) for kind in NameKind),
)
"""What the digits choose."""


class Narrowed(NamedTuple):
    """Which names are listed."""

    kind: int = 0
    """Which of the choices of kinds is made."""
    part: str = ""
    """What they all hold."""
    rare: bool = False
    """Whether what stands once in the folder is listed too."""


ALL_NAMES = Narrowed()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the main screen when the page closes."""

    name: NameCount
    """The name that the page showed."""
    article: int = 0
    """Number of one of its articles to open; 0 for listing them all."""
    narrowed: Narrowed = ALL_NAMES
    """Which names the page listed."""


@dataclass
class NamesListed(PageRead):
    """Names were looked up."""

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


class NamesDesk(LibraryPage["Wanted"]):
    """What is shown; the actions are in the class built on it."""

    CSS_PATH = Path(__file__).with_name("names.tcss")
    AUTO_FOCUS = "#names-list"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_PANES, "-two"), (BESIDE, "-three")]  # noqa: RUF012 - Textual's own
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]  # noqa: RUF012 - likewise

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        at: NameCount | None = None,
        narrowed: Narrowed = ALL_NAMES,
    ) -> None:
        """`at` is the name to begin with, and `narrowed` which ones are listed at first."""
        super().__init__(library, config, keys)
        self.kind, self.part, self.rare = narrowed
        self.limit = AT_ONCE
        """At most so many names are listed."""
        self._names: Sequence[NameCount] = ()
        self._totals: Mapping[NameKind, int] = {}
        self._looked = False
        self.at = at
        """The name that the cursor is to go to with the next list."""
        self.account: Account | None = None
        """What is shown of the name."""
        self.page = Page()
        """Its lines."""
        self.trail: list[NameCount] = []
        """Companions that were followed to, one from another."""
        self._rest: Timer | None = None
        if config.linear:
            self.HORIZONTAL_BREAKPOINTS = [(0, "-one")]  # Textual asks the screen itself

    def compose(self) -> ComposeResult:
        """A title, a field to narrow, the two panes, and the keys."""
        yield Static(id="names-title")
        in_use = "-in-use" if self.part else ""
        yield Input(self.part, id="names-part", placeholder="part of a name", compact=True, classes=in_use)
        yield Container(EntryPane(id="names-list"), EntryPane(id="names-account"), id="names-panes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Set up the panes."""
        for pane in (self.listed, self.told):
            pane.ascii_marks, pane.linear = self.config.ascii_marks, self.config.linear

    @staticmethod
    def is_one_pane(size: Size) -> bool:
        """Whether a screen of that size has one pane at a time."""
        return size.width < TWO_PANES or (size.width < BESIDE and size.height < TALL)

    @property
    def narrowed(self) -> Narrowed:
        """Which names are listed."""
        return Narrowed(self.kind, self.part, self.rare)

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
        if self.trail:
            return self.trail[-1]
        return self._names[self.listed.cursor] if self._names else None

    # Looking up

    def read_page(self) -> Callable[[int], NamesListed]:
        """The names of the kind and part that are chosen."""
        kinds, part, rare, limit = CHOICES[self.kind][1], self.part, self.rare, self.limit

        def read(request: int) -> NamesListed:
            names = self.library.names
            return NamesListed(request, names.top(kinds, part, rare=rare, limit=limit), names.totals(rare=rare))

        return read

    def on_names_listed(self, message: NamesListed) -> None:
        """Show the names; the cursor stays on its name where that is still listed."""
        if self.is_old(message):
            return
        at = self.at or self.name_shown
        self._looked, self._names, self._totals, self.at = True, message.names, message.totals, None
        places = {(name.kind, name.text): row for row, name in enumerate(self._names)}
        self._lay_out_list(places.get((at.kind, at.text), 0) if at and not self.trail else self.listed.cursor)
        self._tell_title()
        self._tell_place()
        self.tell_name()

    def _lay_out_list(self, cursor: int) -> None:
        pane = self.listed
        if not self._names:
            pane.tell(self._why_empty())
        elif pane.room:
            pane.show(
                NameLines(self._names, pane.room, self.marks, kinds=not self.kind), range(len(self._names)), cursor
            )

    def _why_empty(self) -> str:
        if not self._looked:
            return "Looking …"
        if self.part:
            return f"No name holds “{drawable(self.part)}”.\nesc shows all."
        if not self.rare and self.library.names.top(CHOICES[self.kind][1], rare=True, limit=1):
            return "Nothing here is named twice.\n. lists what is named once."
        if self.kind:
            return f"No {CHOICES[self.kind][0]} yet.\n1 shows all names."
        return "No names yet.\nThey are found as articles are read; esc goes back."

    def tell_name(self) -> None:
        """Look up the name to show."""
        name = self.name_shown
        if name is None:
            self.account, self.page = None, Page()
            self.told.tell("")
            return

        request = self._request

        def read() -> None:
            try:
                told = self.library.names.account(name)
                headlines = self.library.headlines(told.numbers[:MOST_HEADLINES])
            except BroadsheetError as fault:
                self.post_message(PageFailed(request, fault))
            else:
                if not get_current_worker().is_cancelled:
                    self.post_message(NameTold(name, Account(told, tuple(headlines))))

        self.run_worker(read, thread=True, exclusive=True, group="name", exit_on_error=False)

    def on_name_told(self, message: NameTold) -> None:
        """Show what is told of the name, unless it is another one by now."""
        shown = self.name_shown
        if shown is None or (shown.kind, shown.text) != (message.name.kind, message.name.text):
            return
        before = self.account.told.name if self.account else None
        self.account = message.account
        same = before is not None and (before.kind, before.text) == (shown.kind, shown.text)
        self._lay_out_account(self.told.cursor if same else 0)

    def _lay_out_account(self, cursor: int) -> None:
        pane = self.told
        if self.account and pane.room:
            self.page = account_page(self.account, pane.room, self.marks, ascii_marks=self.config.ascii_marks)
            pane.show(self.page.lines, self.page.rows, cursor)

    # What the panes report

    def on_entry_pane_resized(self) -> None:
        """Lay out what is shown for the new width."""
        self._lay_out_list(self.listed.cursor)
        self._lay_out_account(self.told.cursor)
        self._tell_title()
        self.query_one(KeyLine).keys = self.key_line()

    def on_entry_pane_highlighted(self, message: EntryPane.Highlighted) -> None:
        """Tell of another name as soon as the cursor rests."""
        if message.pane is not self.listed:
            return
        self.trail.clear()
        self.answer("")
        self._tell_place()
        if len(self._names) == self.limit and message.entry > self.limit - NEAR:
            self.limit *= 2
            self.look_up()
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(PREVIEW_SECONDS, self.tell_name)

    # The lines above and below

    @property
    def pane(self) -> EntryPane:
        """The pane that has the keys; the list while none has."""
        return self.told if self.told.has_focus else self.listed

    @property
    def entry(self) -> "Entry | None":
        """What is under the cursor of the name's pane."""
        entries = self.page.entries
        return entries[self.told.cursor] if self.told.cursor < len(entries) else None

    def _tell_title(self) -> None:
        width = self.query_one("#names-title").content_size.width
        name = f"{self.PAGE_NAME}  "
        folder = f"{drawable(self.library.folder.resolve().name)}  "
        choices = [(folder, self._kinds(True)), ("", self._kinds(True)), (folder, self._kinds()), ("", self._kinds())]
        begin, kinds = next(
            (each for each in choices if cell_len(name + each[0]) + _cells(each[1]) <= width),
            ("", self._kinds()[self.kind : self.kind + 1]),
        )
        title = line([(name, "bold $accent"), (begin, "bold")], kinds, width) if width else Content("")
        self.query_one("#names-title", Static).update(title)

    def _kinds(self, totals: bool = False) -> list[tuple[str, str]]:
        """The kinds with their digits, and how many there are of each; the one that is chosen in brackets."""
        kinds = []
        for number, (label, covered) in enumerate(CHOICES):
            total = f" {sum(self._totals.get(kind, 0) for kind in covered):,}" if totals else ""
            told = f"{number + 1} {label}{total}"
            kinds.append((f"[{told}]", "bold $ink") if number == self.kind else (f" {told} ", "$muted"))
        return kinds

    def _tell_place(self) -> None:
        row = self.listed.cursor + 1 if self._names else 0
        more = "+" if len(self._names) == self.limit else ""
        self.tell_place(f"{row:,}/{len(self._names):,}{more}")


def _cells(parts: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(text) for text, _ in parts)
