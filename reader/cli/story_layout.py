"""How a story looks as plain text: its versions, who has what, what differs, the days, the names, and why."""

import textwrap
from collections.abc import Iterator, Sequence

from reader.cli.layout import DOT, days, dotted
from reader.cli.output import cut
from reader.cli.stories_layout import entry_lines
from reader.model.headline import Headline
from reader.model.name import NameKind
from reader.stories.matrix import Cell
from reader.stories.membership import ONE_STORY
from reader.story_page import StoryPage, paragraphs_and_things
from reader.told import counted

NAMES_TOLD = 8
"""Names of a kind that are told."""
COLUMN = 12
"""Columns of the word before a line."""
SIGNS = {Cell.ONLY_HERE: "+", Cell.SHARED: "=", Cell.REWORDED: "~", Cell.LACKS: "."}
LEGEND = "+ only here   = shared   ~ reworded   . lacks"
_KINDS = {NameKind.PERSON: "people", NameKind.PLACE: "places", NameKind.ORGANISATION: "organisations"}


def story_lines(page: StoryPage, width: int) -> Iterator[str]:
    """The whole story, each part under its heading."""
    versions = page.texts.versions
    yield from textwrap.wrap(_title(page.fullest), width)
    outlets = {each.outlet.casefold() for each in versions if each.outlet}
    known = sorted(each.date for each in versions if each.date)
    period = days(known[0], known[-1]) if known else ""
    yield dotted((counted(len(versions), "version"), counted(len(outlets), "outlet") if outlets else "", period))
    yield ""
    for number, version in enumerate(versions, 1):
        yield from _version(page, number, version, width)
    for heading, lines in (
        (f"Who has what   {LEGEND}", _matrix(page, width)),
        (f"What differs{'   the fullest first' if page.disagreements else ''}", _differences(page, width)),
        ("Timeline", [line for entry in page.timeline for line in entry_lines(entry, len(versions), width)]),
        ("Names", _names(page, width)),
        ("Why grouped", _links(page, width)),
    ):
        told = list(lines)
        if told:
            yield from ("", heading, *told)


def _title(version: Headline) -> str:
    return f"‹{version.title}›" if version.title_derived else version.title or version.id


def _version(page: StoryPage, number: int, version: Headline, width: int) -> Iterator[str]:
    yield cut(f"{number:>3}  {_title(version)}", width)
    numbers = [each.number for each in page.texts.read]
    reason = dict(page.texts.unreadable).get(version.number, "")
    told = [version.outlet, version.date, f"credits {version.agency}" if version.agency else "", version.id]
    told += [counted(version.words, "word")]
    if reason:
        told.append(f"cannot be read: {reason}")
    elif version.number not in numbers:
        told.append("not compared")
    elif len(numbers) > 1:
        told.append(_adds(page, numbers.index(version.number)))
        told += ["the fullest"] * (version.number == page.fullest.number)
    yield from textwrap.wrap(dotted(told), width, initial_indent=" " * 5, subsequent_indent=" " * 5)


def _adds(page: StoryPage, place: int) -> str:
    parts = [f"a {one}" if count == 1 else f"{count} {many}" for count, one, many in _things(page, place)]
    return f"adds {', '.join(parts)}" if parts else "adds nothing"


def _things(page: StoryPage, place: int) -> Sequence[tuple[int, str, str]]:
    return paragraphs_and_things(page.added(place))


def _number(page: StoryPage, version: Headline) -> int:
    return 1 + [each.number for each in page.texts.versions].index(version.number)


def _matrix(page: StoryPage, width: int) -> Iterator[str]:
    """A line for each version, a sign for each passage."""
    if len(page.texts.read) < 2:
        return
    for place, version in enumerate(page.texts.read):
        signs = "".join(SIGNS[column.cells[place]] for column in page.matrix.columns)
        for begin in range(0, len(signs), width - 5):
            before = f"{_number(page, version):>3}  " if not begin else " " * 5
            yield f"{before}{signs[begin : begin + width - 5]}"


def _differences(page: StoryPage, width: int) -> Iterator[str]:
    before = ""
    for each in page.disagreements:
        found = each.difference
        word = str(found.kind) if str(found.kind) != before else ""
        before = str(found.kind)
        others = ", ".join(str(_number(page, page.texts.read[place])) for place in each.others)
        text = f"{found.a} / {found.b}{f' {found.subject}' if found.subject else ''}  ({others})"
        yield from _under(word, text, width)
    if len(page.texts.read) > 1:
        yield from textwrap.wrap(page.coverage, width, initial_indent="  ", subsequent_indent="  ")


def _names(page: StoryPage, width: int) -> Iterator[str]:
    for kind, word in _KINDS.items():
        names = page.named(kind)
        if names:
            told = DOT.join(f"{each.text} {each.articles}" for each in names[:NAMES_TOLD])
            more = f" and {len(names) - NAMES_TOLD} more" if len(names) > NAMES_TOLD else ""
            yield from _under(word, f"{told}{more}", width, COLUMN + 4)


def _links(page: StoryPage, width: int) -> Iterator[str]:
    for each in page.links:
        pair = f"{_number(page, each.one)} – {_number(page, each.link.headline)}"
        reasons = (reason for reason in each.link.reasons if reason != ONE_STORY)
        yield from _under(pair, dotted((str(each.link.kind), f"closeness {each.link.score:.2f} of 1", *reasons)), width)


def _under(word: str, text: str, width: int, column: int = COLUMN) -> list[str]:
    """A text behind a word, its further lines under itself."""
    begin = f"  {word}"
    return textwrap.wrap(
        text, width, initial_indent=f"{begin:{column}} ", subsequent_indent=" " * (column + 1), break_on_hyphens=False
    )
