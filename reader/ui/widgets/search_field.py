"""Where a search is typed."""

from textual.widgets import Input


class SearchField(Input):
    """A field in which a blank, typed while all is selected, goes on with what stands there: nothing begins with it."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of what stands between two characters."""
        if text == " " and {start, end} == {0, len(self.value)}:
            start = end = len(self.value)
        super().replace(text, start, end)
