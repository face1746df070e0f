"""How a story's page looks: its title, versions, who has what, what differs, the days, the names, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.headline import Headline
from reader.model.name import NameKind
from reader.stories.differences import DifferenceKind
from reader.stories.membership import ONE_STORY
from reader.story_page import Disagreement, InnerLink, StoryPage
from reader.told import counted
from reader.ui.widgets.day_spans import shown_days
from reader.ui.widgets.drawing import Glyphs, Piece, Role, drawable
from reader.ui.widgets.entry_lines import EntryLines, hanging
from reader.ui.widgets.matrix_lines import MatrixLines, legend, sentence
from reader.ui.widgets.name_lines import KIND_NAMES
from reader.ui.widgets.timeline_lines import chief, entry_line
from reader.ui.widgets.version_lines import Numbered, title, version_lines

DAYS_SHOWN = 6
"""Entries of the timeline that the page shows."""
NAMES_SHOWN = 8
"""Names of a kind that it shows."""
DIFFERENCES_SHOWN = 6
"""Differences of a kind that it shows."""
LINKS_SHOWN = 6
"""Links between versions that it shows; each version's closest ones come first."""
PLACES_SHOWN = 3
"""Places that stand under the title."""
_KINDS = {
    DifferenceKind.FIGURE: "figures",
    DifferenceKind.NAME: "names",
    DifferenceKind.DATE: "dates",
    DifferenceKind.SPELLING: "spellings",
}


class Part(StrEnum):
    """What an entry of the page belongs to."""

    VERSIONS = "Versions"
    MATRIX = "Who has what"
    DIFFERENCES = "What differs"
    TIMELINE = "Timeline"
    NAMES = "Names"
    LINKS = "Why grouped"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """What the cursor can stand on."""

    part: Part
    """Where it stands."""
    articles: tuple[int, ...] = ()
    """The articles that it is about."""
    band: int = 0
    """Of a row of the matrix: in which band it stands; elsewhere which entry of its part it is."""


Lines = EntryLines[StoryEntry]


def story_lines(versions: Sequence[Headline], page: StoryPage | None, width: int, marks: Glyphs) -> Lines:
    """The whole page for so many cells; of a story whose texts are still being read, its versions alone."""
    lines = Lines()
    numbered = Numbered(tuple(versions), marks, page.texts.addresses if page else {})
    _head(lines, numbered, page, width)
    _versions(lines, numbered, page, width)
    if page is None:
        lines.write(
            [], [(" Reading the texts …" if not marks.ellipsis.isascii() else " Reading the texts ...", Role.DETAIL)]
        )
        return lines
    if len(page.texts.read) > 1:
        _matrix(lines, numbered, page, width)
        _differences(lines, numbered, page, width)
    _timeline(lines, numbered, page, width)
    _names(lines, page, width, marks)
    if len(versions) > 1:
        _links(lines, numbered, page, width)
    return lines


def _heading(lines: Lines, part: Part, told: str = "") -> None:
    lines.write([], [(f" {part}", Role.HEADING), (f"   {told}" if told else "", Role.FAINT)])


def _head(lines: Lines, numbered: Numbered, page: StoryPage | None, width: int) -> None:
    """Title, how many versions and outlets, the days and the places."""
    versions, marks = numbered.versions, numbered.marks
    fullest = page.fullest if page else max(versions, key=lambda each: each.words)
    lines.write()
    lines.write(*hanging(title(fullest, 1000, marks), Role.UNREAD_TITLE, width - 1, first=" "))
    outlets = {each.outlet.casefold() for each in versions if each.outlet}
    days = sorted(each.date for each in versions if each.date)
    places = page.named(NameKind.PLACE)[:PLACES_SHOWN] if page else ()
    told = [
        counted(len(versions), "version"),
        counted(len(outlets), "outlet") if outlets else "",
        shown_days(days[0], days[-1], marks) if days else "",
        ", ".join(drawable(place.text) for place in places),
    ]
    lines.write(*hanging(marks.dot.join(filter(None, told)), Role.DETAIL, width - 1, first=" "))
    if len(versions) == 1:
        text = "No other article here tells this story. + joins it with another one."
        lines.write(*hanging(text, Role.DETAIL, width - 1, first=" "))


def _versions(lines: Lines, numbered: Numbered, page: StoryPage | None, width: int) -> None:
    left_out = page.texts.left_out if page else 0
    told = f"the {len(page.texts.read)} fullest are compared" if page and left_out else ""
    _heading(lines, Part.VERSIONS, told)
    for version in numbered.versions:
        lines.enter(StoryEntry(Part.VERSIONS, (version.number,)), version_lines(numbered, version, page, width))


def _matrix(lines: Lines, numbered: Numbered, page: StoryPage, width: int) -> None:
    if not page.matrix.columns:
        return
    read, marks = page.texts.read, numbered.marks
    digits = numbered.digits
    laid = MatrixLines(page.matrix, [numbered.label(each, digits=digits) for each in read], width, marks)
    _heading(lines, Part.MATRIX, counted(len(page.matrix.columns), "passage"))
    if marks.words:
        for place, version in enumerate(read):
            told = sentence(page.matrix, place, numbered.label(version))
            lines.enter(StoryEntry(Part.MATRIX, (version.number,)), hanging(told, Role.TITLE, width - 1, first=" "))
        return
    lines.write(*hanging(legend(marks), Role.DETAIL, width - 1, first=" "))
    for number, band in enumerate(laid.bands):
        if number:
            lines.write()
        lines.write(laid.ruler(band))
        for place, version in enumerate(read):
            row = laid.row(place, band, numbered.label(version, laid.label_width, digits=digits))
            lines.enter(StoryEntry(Part.MATRIX, (version.number,), number), [row])


def _differences(lines: Lines, numbered: Numbered, page: StoryPage, width: int) -> None:
    _heading(lines, Part.DIFFERENCES, "the fullest first" if page.disagreements else "")
    several = len(page.texts.read) > 2
    for kind, word in _KINDS.items():
        found = [each for each in page.disagreements if each.difference.kind is kind]
        for place, each in enumerate(found[:DIFFERENCES_SHOWN]):
            first = f" {word if not place else '':<10} "
            other = page.texts.read[each.others[0]]
            entry = StoryEntry(Part.DIFFERENCES, (page.fullest.number, other.number), place)
            told = [f"{numbered.label(page.texts.read[place])}" for place in each.others[:2]] if several else []
            lines.enter(entry, _difference(each, told, first, width, numbered.marks))
        if len(found) > DIFFERENCES_SHOWN:
            rest = counted(len(found) - DIFFERENCES_SHOWN, "more", "more")
            lines.write([(f" {'':<10} {numbered.marks.ellipsis} {rest}", Role.FAINT)])
    lines.write(*hanging(page.coverage, Role.DETAIL, width - 1, first=" "))


def _difference(
    each: Disagreement, others: Sequence[str], first: str, width: int, marks: Glyphs
) -> Iterator[Sequence[Piece]]:
    """`3,000 / 2,500 soldiers`, and who says the second."""
    found = each.difference
    text = drawable(f"{found.a} / {found.b}{f' {found.subject}' if found.subject else ''}")
    more = len(each.others) - len(others)
    by = f"{marks.dot}{', '.join(others)}{f' and {more} more' if more and others else ''}" if others else ""
    spans = [(len(text), len(text + by), Role.FAINT)]
    yield from hanging(text + by, Role.TITLE, width - 1, first=first, spans=spans)


def _timeline(lines: Lines, numbered: Numbered, page: StoryPage, width: int) -> None:
    if not page.timeline:
        return
    shown = chief(page.timeline, DAYS_SHOWN)
    rest = len(page.timeline) - len(shown)
    _heading(lines, Part.TIMELINE, f"T all {len(page.timeline)}" if rest else "T with all that is said")
    for place, entry in enumerate(shown):
        numbers = tuple(found.number for each in entry.articles if (found := numbered.by_id(each)))
        lines.enter(StoryEntry(Part.TIMELINE, numbers, place), [entry_line(entry, numbered, width)])


def _names(lines: Lines, page: StoryPage, width: int, marks: Glyphs) -> None:
    kinds = [kind for kind in (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION) if page.named(kind)]
    if not kinds:
        return
    _heading(lines, Part.NAMES, "p all of them")
    for place, kind in enumerate(kinds):
        names = page.named(kind)
        several = len(page.texts.versions) > 1
        told = [f"{drawable(each.text)}{f' {each.articles}' if several else ''}" for each in names[:NAMES_SHOWN]]
        more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        first = f" {KIND_NAMES[kind][1]:<14}"
        text = marks.dot.join(told) + more
        lines.enter(StoryEntry(Part.NAMES, (), place), hanging(text, Role.TITLE, width - 1, first=first))


def _links(lines: Lines, numbered: Numbered, page: StoryPage, width: int) -> None:
    shown = _closest(page.links)
    scores = [each.link.score for each in page.links]
    told = (
        f"{len(shown)} of {counted(len(scores), 'link')}" if len(shown) < len(scores) else counted(len(scores), "link")
    )
    if len(scores) > 1:
        told += f", closeness {sum(scores) / len(scores):.2f} of 1 on average"
    _heading(lines, Part.LINKS, told if scores else "")
    for place, each in enumerate(shown):
        entry = StoryEntry(Part.LINKS, (each.one.number, each.link.headline.number), place)
        lines.enter(entry, _link(each, numbered, width))
    if page.unlinked:
        labels = ", ".join(numbered.label(version) for version in page.unlinked)
        text = f"No link ties {labels} to the others: joined by hand, or by a text that has changed since."
        lines.write(*hanging(text, Role.DETAIL, width - 1, first=" "))


def _closest(links: Sequence[InnerLink]) -> list[InnerLink]:
    """The links to show: the closest one of every version, and then others, as far as there is room."""
    tied: set[int] = set()
    first: list[InnerLink] = []
    rest: list[InnerLink] = []
    for each in links:
        pair = {each.one.number, each.link.headline.number}
        (rest if pair <= tied else first).append(each)
        tied |= pair
    return first + rest[: max(0, LINKS_SHOWN - len(first))]


def _link(each: InnerLink, numbered: Numbered, width: int) -> Iterator[Sequence[Piece]]:
    """Which two, what they are to each other, how close, and why."""
    marks = numbered.marks
    pair = f"{numbered.label(each.one)} {marks.dash} {numbered.label(each.link.headline)}"
    figures = f"{marks.dot}{each.link.kind}{marks.dot}closeness {each.link.score:.2f}"
    spans = [(len(pair), len(pair + figures), Role.DETAIL)]
    yield from hanging(pair + figures, Role.TITLE, width - 1, first=f" {marks.entry} ", spans=spans)
    reasons = marks.dot.join(drawable(reason) for reason in each.link.reasons if reason != ONE_STORY)
    yield from hanging(reasons, Role.FAINT, width - 1, first="   ")
