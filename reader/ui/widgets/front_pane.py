"""The pane of the front page: entries of several lines, all of which come into view with the cursor."""

from reader.ui.widgets.entry_pane import EntryPane


class FrontPane(EntryPane, inherit_bindings=False):
    """Scrolls on to the last line of the entry under the cursor, as long as its first one stays."""

    def _show_cursor(self) -> None:
        super()._show_cursor()
        if not self._rows or not self.size.height:
            return
        first = last = self._rows[self.cursor]
        while last + 1 < len(self._lines) and self._lines[last + 1][0] == self.cursor:
            last += 1
        if last >= self.scroll_offset.y + self.size.height:
            self._scroll_lines_to(min(first, last + 1 - self.size.height))
