"""From which day to which, as a newspaper writes it."""

from datetime import date

from reader.told import days_told
from reader.ui.widgets.drawing import Glyphs, shown_day


def shown_days(first: str, last: str, marks: Glyphs) -> str:
    """`20–22 May 2021`, `28 Apr – 3 May 2021`; one day where they are the same, or one of them is not known."""
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return shown_day(first or last)
    return days_told(begin, end, "to" if marks.words else "-" if marks.ellipsis.isascii() else "–", short=True)
