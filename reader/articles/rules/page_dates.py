"""The day of publication on a crude web page, where menus and other articles stand around the text."""

from collections.abc import Sequence

from reader.articles.draft import Draft, Piece
from reader.articles.rules.date_lines import DateLine, is_beside, is_credit, read_date_line

LABELLED, ALONE, NEAR = 0.8, 0.7, 0.6
"""Confidence in a line that says it is the day of publication, in a page's only day, in the day nearest to its text."""
NEAREST = 8
"""Lines between such a day and the text at most."""

Found = tuple[int, Piece, DateLine]


def page_date(draft: Draft) -> Draft:
    """Where the head has no date: the labelled day, else the page's only one, else the one right above the text."""
    if draft.value("date").confidence >= ALONE:
        return draft
    found = list(date_lines(draft))
    labelled = [each for each in found if each[2].labelled and not each[2].updated]
    for group, confidence in ((labelled, LABELLED), (found, ALONE)):
        if len({each[2].day.day for each in group}) == 1:
            return stated(draft, group[0], confidence)
    start = len(draft.head)
    near = [each for each in labelled or found if start - NEAREST <= each[0] < start]
    return stated(draft, near[-1], NEAR) if near and not draft.value("date") else draft


def date_lines(draft: Draft) -> Sequence[Found]:
    """Lines that say little besides a day no later than today."""
    found = []
    for index, piece in enumerate((*draft.head, *draft.body)):
        line = read_date_line(piece.text)
        if line is None or (line.day.day - draft.today).days > 2 or line.day.day.year < 1990:
            continue
        bare = not line.rest or is_credit(line.rest) or is_beside(line.rest, piece.text)
        if bare or (line.labelled and len(line.rest.split()) <= 8):
            found.append((index, piece, line))
    return found


def stated(draft: Draft, found: Found, confidence: float) -> Draft:
    """The draft with this day."""
    begin = found[1].span[0]
    start, end = found[2].day.span
    return draft.dated(found[2].day, "page line", confidence, (begin + start, begin + end))
