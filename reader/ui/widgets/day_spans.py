"""From which day to which, as a newspaper writes it."""

from datetime import date

from reader.ui.widgets.drawing import Glyphs, shown_day


def shown_days(first: str, last: str, marks: Glyphs) -> str:
    """`20–22 May 2021`, `28 Apr – 3 May 2021`; one day where they are the same, or one of them is not known."""
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return shown_day(first or last)
    if begin == end:
        return shown_day(first)
    dash = "to" if marks.words else "-" if marks.ellipsis.isascii() else "–"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}{f' {dash} ' if marks.words else dash}{shown_day(last)}"
    begins = shown_day(first).removesuffix(f" {begin.year}") if begin.year == end.year else shown_day(first)
    return f"{begins} {dash} {shown_day(last)}"
