"""The search bar: what is asked, which view it is asked of, how many were found, and what is wrong with it."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import AwaitMount
from textual.widgets import Static

from reader.ui.widgets.drawing import cut, drawable

if TYPE_CHECKING:
    from textual.widgets import Input

HINT = "a letter replaces it, a blank or an arrow keeps it"
"""What is said of a search that is selected whole, where there is room for it."""
SIGNS = 14
"""Cells of the row for the sign, the brackets of the view, and what lies between."""
LEAST_DOUBT = 24
"""Cells that a doubt about what is typed may take, however narrow the bar is."""
LEAST_BETWEEN = 4
"""Cells between the search and what is said beside it."""
EXAMPLES = 'words  "a phrase"  title:x  outlet:x  tag:x  is:unread  after:2021-04'
LEAST_BESIDE = 12
"""Cells that a fault has behind the sign that points at it, before it goes on in the next row."""


class SearchBar(Vertical):
    """One row, and a second one while the query is wrong."""

    DEFAULT_CSS = """
    SearchBar {
        height: auto; background: $paper; color: $ink; display: none;
        &.-in-use { display: block; }
        & Horizontal { height: 1; }
        & #search-sign { width: 3; color: $accent; text-style: bold; padding: 0 1; }
        & Input { width: 1fr; height: 1; border: none; padding: 0; background: $paper; color: $ink; }
        & Input:focus { background: $paper; background-tint: $paper 0%; }
        & Input > .input--placeholder { color: $muted; }
        & #search-status { width: auto; color: $muted; padding: 0 1 0 2; }
        & #search-fault { height: auto; color: $error; padding: 0 1 0 3; display: none; }
        &.-wrong #search-fault { display: block; }
    }
    """

    class Changed(Message):
        """The text is another one."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """What stands in the bar."""

    view: reactive[str] = reactive("")
    """Name of the view that is searched; empty for all articles."""
    found: reactive[str] = reactive("")
    """How many there are, in words."""
    doubt: reactive[str] = reactive("")
    """What cannot become right of what is being typed, in a few words; it is shown in place of how many there are."""
    fault: reactive[tuple[str, int]] = reactive(("", 0))
    """What is wrong with the query, and the place of the character where it is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._field: Input | None = None
        self._mounting: AwaitMount | None = None
        self._status = Static("", id="search-status")
        self._fault = Static("", id="search-fault")

    @property
    def field(self) -> "Input":
        """Where the query is typed."""
        return self._field or self._build()

    @property
    def text(self) -> str:
        """What stands in the bar."""
        return self._field.value if self._field else ""

    async def open(self) -> None:
        """Take the keys, before the next one is heard."""
        self.add_class("-in-use")
        field = self.field
        if self._mounting:
            await self._mounting
        self.screen.set_focus(field, scroll_visible=False)

    def _build(self) -> "Input":
        """Mount the row and the fault under it, when they are needed first: a start is 10 ms quicker without."""
        from reader.ui.widgets.search_field import SearchField

        field = SearchField(id="search", compact=True)
        self._field = field
        self.watch(field, "scroll_x", self._point, init=False)
        row = Horizontal(Static("/", id="search-sign"), field, self._status)
        self._mounting = self.mount(row, self._fault)
        self.watch(field, "selection", self._tell, init=False)
        return field

    def clear(self) -> None:
        """Empty the bar, without a message."""
        self.write("")

    def write(self, text: str) -> None:
        """Have a text stand in the bar, without a message."""
        if text or self._field:
            field = self.field
            with self.prevent(field.Changed):
                field.value = text
        self.fault, self.doubt = ("", 0), ""
        self._settle()

    def type(self, text: str) -> None:
        """Have a text stand in the bar as if it had been typed."""
        self.field.value = text
        self.field.cursor_position = len(text)

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Tell what stands there now."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_descendant_focus(self) -> None:
        """Say what may be typed."""
        self.field.placeholder = EXAMPLES
        self._tell()

    def on_descendant_blur(self) -> None:
        """Give way when there is nothing to show."""
        self.field.placeholder = ""
        self._tell()
        self._settle()

    def watch_view(self) -> None:
        """Show which view it is."""
        self._tell()
        self._settle()

    def watch_found(self) -> None:
        """Show how many there are."""
        self._tell()

    def watch_doubt(self) -> None:
        """Show what cannot become right, without a word about it elsewhere: it is only being typed."""
        self._tell()

    def watch_fault(self) -> None:
        """Show what is wrong."""
        message, _ = self.fault
        if not self._field and not message:
            return
        self.set_class(bool(message), "-wrong")
        self._point()

    def _point(self) -> None:
        """Point at the character that is wrong."""
        message, position = self.fault
        shown = position - (self._field.scroll_offset.x if self._field else 0)  # a long query is scrolled
        indent = max(0, min(shown, self.size.width - LEAST_BESIDE))
        self._fault.update(Content(f"{' ' * indent}^ {message}" if message else ""))

    def _tell(self) -> None:
        if not self._field:
            if not self.view:
                return
            self._build()
        chip = (f"[{self.view}]  ", "bold $accent") if self.view else ""
        told = cut(drawable(self.doubt), max(LEAST_DOUBT, self.size.width // 2)) or self.found
        self._status.update(Content.assemble(chip, f"{HINT}    {told}" if self._hints(told) else told))

    def _hints(self, told: str) -> bool:
        """Whether to say what becomes of the search: it is selected whole, and there is room beside it."""
        field = self._field
        if field is None or not field.value or not field.has_focus or field.selected_text != field.value:
            return False
        taken = sum(map(cell_len, (field.value, self.view, told, HINT)))
        return self.size.width >= taken + SIGNS + LEAST_BETWEEN

    def _settle(self) -> None:
        self.set_class(bool(self.view or self.text or self.has_focus_within), "-in-use")
        if self._field and not self.has_focus_within:
            self.call_after_refresh(self._show_beginning)

    def _show_beginning(self) -> None:
        """Show how the search begins, where nobody types into it."""
        if self._field and not self._field.has_focus:
            self._field.scroll_to(x=0, animate=False, force=True)
