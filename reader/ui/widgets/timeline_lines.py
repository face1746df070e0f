"""How a timeline looks: each day, month or year with what is said of it, and who says so."""

from collections.abc import Iterator, Sequence

from reader.stories.timeline import Entry, Source
from reader.told import month_told
from reader.ui.widgets.drawing import Piece, Role, cut, drawable, shown_day
from reader.ui.widgets.entry_lines import hanging
from reader.ui.widgets.version_lines import Numbered

WHEN = 14
"""Cells of a day with the mark that it was found out, and the blanks around it."""
WIDEST = 100
"""Cells of a line at most."""
NARROW = 50
"""Cells up to which the day stands on a line of its own."""
NAMED = 3
"""Versions that are named; of more the number is told."""
UNCERTAIN = "reckoned from an inferred day of publication"
"""Said of a day that was found out from a day that was found out."""


def shown_when(when: str) -> str:
    """A day as `8 Apr 2021`, a month as `Apr 2021`, a year as it is."""
    if len(when) == len("YYYY-MM") and when[5:].isdecimal() and 1 <= int(when[5:]) <= 12:
        return f"{month_told(int(when[5:]), short=True)} {when[:4]}"
    return shown_day(when)


def entry_lines(entry: Entry, numbered: Numbered, width: int) -> Iterator[Sequence[Piece]]:
    """One entry: the day, what is said of it with the words that name it, and below it who says so, and any doubt."""
    marks = numbered.marks
    width = min(width, WIDEST)
    when = f" {marks.about if entry.found_out else ' '}{shown_when(entry.when)}"
    first = f"{when} " if len(when) >= WHEN else f"{when:{WHEN}}"
    if width < NARROW:
        yield [(when, Role.HEADING)]
        first = "   "
    text, spans = _said(entry)
    yield from hanging(text, Role.TEXT, width - 1, first=first, first_role=Role.HEADING, spans=spans)
    told = marks.dot.join(filter(None, (who(entry, numbered), UNCERTAIN if entry.uncertain else "")))
    if told:
        yield from hanging(told, Role.FAINT, width - 1, first=" " * len(first))


def entry_line(entry: Entry, numbered: Numbered, width: int) -> list[Piece]:
    """The same in one line, the sentence cut."""
    marks = numbered.marks
    first = f" {marks.about if entry.found_out else ' '}{shown_when(entry.when)}"
    first = f"{first:{WHEN}}" if len(first) < WHEN else f"{first} "
    text, _ = _said(entry)
    return [(first, Role.DETAIL), (cut(text, max(1, width - 1 - len(first)), marks.ellipsis), Role.TEXT)]


def who(entry: Entry, numbered: Numbered) -> str:
    """Who says so; empty in a story of one article."""
    versions = [found for each in entry.articles if (found := numbered.by_id(each))]
    if len(numbered.versions) < 2 or not versions:
        return ""
    if len(versions) == len(numbered.versions):
        return f"{numbered.marks.dash} {'both' if len(versions) == 2 else f'all {len(versions)}'} versions"
    named = ", ".join(map(numbered.named, versions[:NAMED]))
    more = f" and {len(versions) - NAMED} more" if len(versions) > NAMED else ""
    return f"{numbered.marks.dash} {named}{more}"


def chief(timeline: Sequence[Entry], count: int) -> list[Entry]:
    """So many entries in order: those that most versions tell, of equal ones those that name a day."""
    ranked = sorted(timeline, key=lambda entry: (-len(entry.articles), -len(entry.when)))
    chosen = {id(entry) for entry in ranked[:count]}
    return [entry for entry in timeline if id(entry) in chosen]


def _said(entry: Entry) -> tuple[str, list[tuple[int, int, Role]]]:
    """What is said, with the words that name the day; those are not marked where cleaning has moved them."""
    text = drawable(entry.sentence)
    if entry.source is Source.PUBLISHED:
        return f"published: {text}", []
    if not entry.span[1] or len(text) != len(entry.sentence):
        return text, []
    return text, [(*entry.span, Role.UNREAD_TITLE)]
