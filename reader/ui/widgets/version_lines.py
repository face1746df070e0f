"""How the versions of a story look: who published each, when, how long it is, and what it adds to the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.model.article import LIKELY
from reader.model.headline import Headline
from reader.story_page import StoryPage, paragraphs_and_things
from reader.told import counted
from reader.ui.widgets.drawing import Glyphs, Piece, Role, bracketed, cut, drawable, shown_day, with_doubt
from reader.ui.widgets.entry_lines import hanging

LONGEST_TITLE = 48
"""Cells of a title that stands for an outlet."""
LONGEST_OUTLET = 24
"""Cells of an outlet in the margin or in a row of several."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The versions of a story with their numbers, by which they are told apart: outlets may be unknown or the same."""

    versions: tuple[Headline, ...]
    """The versions, oldest first."""
    marks: Glyphs
    """The signs to use."""
    addresses: Mapping[int, str] = field(default_factory=dict)
    """Where they stand in the web, by their numbers, as far as that is known."""

    def number(self, version: Headline) -> int:
        """Which version it is, from 1; 0 for one of another story."""
        return next((place for place, each in enumerate(self.versions, 1) if each.number == version.number), 0)

    @property
    def digits(self) -> int:
        """Cells of the highest number."""
        return len(str(len(self.versions)))

    def label(self, version: Headline, width: int = LONGEST_OUTLET, *, digits: int = 1) -> str:
        """Number and outlet: `2 Asian Lite News`; the number in so many `digits` at least."""
        number = self.number(version)
        told = outlet(version, self.marks, self.addresses.get(version.number, ""))
        told = f"{number:>{digits}} {told}" if number else told
        return told if self.marks.words else cut(told, width, self.marks.ellipsis)

    def named(self, version: Headline) -> str:
        """Number and outlet; where that is not known, also the title: `1 000.txt · Minister speaks`."""
        if version.outlet:
            return self.label(version)
        return f"{self.label(version)}{self.marks.dot}{title(version, LONGEST_TITLE, self.marks)}"

    def by_id(self, identifier: str) -> Headline | None:
        """The version with this id; None where there is none."""
        return next((each for each in self.versions if each.id == identifier), None)


def outlet(version: Headline, marks: Glyphs, address: str = "") -> str:
    """Who published it, with the mark of how sure that is; where that is not known, the host of its `address`.

    Without either, the name of its file: versions of one story bear like titles, and mostly lie in files of their own.
    """
    if version.outlet:
        return with_doubt(drawable(version.outlet), version.outlet_confidence, marks)
    return drawable(host(address)) or cut(drawable(version.id.rpartition("/")[2]), LONGEST_OUTLET, marks.ellipsis)


def host(address: str) -> str:
    """The site of an address, `example.org`; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def title(version: Headline, width: int, marks: Glyphs) -> str:
    """Its title, cut, with the mark of how sure that is."""
    shown = drawable(version.title).strip()
    if not shown:
        return cut(drawable(version.id), width, marks.ellipsis)
    if version.title_derived or version.title_confidence < LIKELY:
        return bracketed(shown, width, marks)
    return cut(with_doubt(shown, version.title_confidence, marks), width, marks.ellipsis)


def day(version: Headline, marks: Glyphs) -> str:
    """Its day, with the mark of how sure that is; empty where it is not known."""
    return with_doubt(shown_day(version.date), version.date_confidence, marks)


def origin(version: Headline, marks: Glyphs, address: str = "") -> tuple[str, ...]:
    """Outlet, day, the agency it credits, and its length."""
    agency = with_doubt(drawable(version.agency), version.agency_confidence, marks)
    parts = (outlet(version, marks, address), day(version, marks), f"credits {agency}" if agency else "")
    return tuple(part for part in (*parts, counted(version.words, "word")) if part)


def version_lines(
    numbered: Numbered, version: Headline, page: StoryPage | None, width: int
) -> Iterator[Sequence[Piece]]:
    """One version: its number and title, and below it where it comes from and what it adds."""
    marks, several = numbered.marks, len(numbered.versions) > 1
    column = len(str(len(numbered.versions))) + 1 if several else 0
    number = f" {numbered.number(version):>{column - 1}} " if several else " "
    sign = marks.unread if not version.marks.read else marks.favourite if version.marks.favourite else " "
    before = [(number, Role.DETAIL), (f"{sign} ", Role.FAVOURITE if sign == marks.favourite else Role.UNREAD)]
    indent = len(number) + len(sign) + 1
    role = Role.TITLE if version.marks.read else Role.UNREAD_TITLE
    if marks.words:
        spoken = "".join(text for text, _ in before)
        yield from hanging(title(version, 1000, marks), role, width - 1, first=spoken, first_role=Role.BAR)
    else:
        yield [*before, (title(version, max(1, width - indent - 1), marks), role)]
    told = [*origin(version, marks, numbered.addresses.get(version.number, "")), *_adds(version, page)]
    yield from hanging(marks.dot.join(told), Role.DETAIL, width - 1, first=" " * (len(number) + 2))


def adds(page: StoryPage, place: int) -> str:
    """What one of the texts adds to the others: `adds 5 paragraphs, a tweet, a picture`."""
    parts = [f"a {one}" if count == 1 else f"{count} {many}" for count, one, many in _things(page, place)]
    return f"adds {', '.join(parts)}" if parts else "adds nothing"


def _things(page: StoryPage, place: int) -> Sequence[tuple[int, str, str]]:
    return paragraphs_and_things(page.added(place))


def _adds(version: Headline, page: StoryPage | None) -> Iterator[str]:
    """What it adds, whether it is the fullest, or why neither is known."""
    if page is None or len(page.texts.versions) < 2:
        return
    reason = dict(page.texts.unreadable).get(version.number)
    if reason is not None:
        yield f"cannot be read: {drawable(reason)}"
        return
    numbers = [each.number for each in page.texts.read]
    if version.number not in numbers:
        yield "not compared"
        return
    if len(numbers) > 1:
        yield adds(page, numbers.index(version.number))
        if version.number == page.fullest.number:
            yield "the fullest"
