"""The band of the welcome: how far one is, what the last key led to, and what to try next."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.ui.widgets.lines import Part, line


class WelcomeBand(Static):
    """One line where all has room in it; else what was stands over what is next."""

    DEFAULT_CSS = """
    WelcomeBand { height: auto; max-height: 3; background: $surface; color: $ink; padding: 0 1; }
    """

    told: reactive[tuple[str, str, str]] = reactive(("", "", ""), layout=True)
    """How far one is, what the last key led to, what to try next."""
    leaving: reactive[str] = reactive("", layout=True)
    """How the welcome is left, in words."""

    def render(self) -> Content:
        """How far, what was, what is next, and at the end of the first line how to leave."""
        progress, before, after = self.told
        width = max(1, self.app.size.width - 2)
        start: list[Part] = [(f"{progress}  ", "bold $accent")] if progress else []
        told: list[Part] = [(f"{before}  ", "$muted")] if before else []
        asked, leave = (after, "bold"), (f"  {self.leaving}" if self.leaving else "", "$muted")
        if sum(cell_len(text) for text, _ in (*start, *told, asked, leave)) <= width:
            return line([*start, *told, asked], [leave], width)
        return Content.assemble(line([*start, *told], [leave], width), "\n", asked)
