"""The heads that article files of the real world carry, written around an invented text."""

import json
from collections.abc import Callable
from datetime import date

from invented_press import MONTHS, Event, Version


def _long(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _short(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.day}"


def _body(version: Version, before: str = "") -> str:
    return before + "\n\n".join(map(" ".join, version.paragraphs)) + "\n"


def _crawl_category(event: Event, version: Version) -> str:
    stamp = f"Category: {event.section}\n\nDate: {version.day.isoformat()}T16:33:31+0000\n\n"
    return f" date {version.day.isoformat()} {version.title}\n\n{stamp}{_body(version)}"


def _crawl_title(event: Event, version: Version) -> str:
    dateline = f"{event.place.upper()} ({version.agency}) - "
    return f" date {version.day.isoformat()} {version.title}\n\n{_body(version, dateline)}"


def _crawl_bare(_event: Event, version: Version) -> str:
    return f" date {version.day.isoformat()} {_body(version)}"


def _title_line(event: Event, version: Version) -> str:
    dateline = f"{event.place.upper()}, {_short(version.day)} ({version.agency}) -- "
    return f"{version.title}\n\n{version.agency}, {_long(version.day)}\n\n{_body(version, dateline)}"


def _updated_line(_event: Event, version: Version) -> str:
    return f"{version.title}\n\nBy {version.agency} | Updated: {_long(version.day)} 14:35 IST\n\n{_body(version)}"


def _front_matter(event: Event, version: Version) -> str:
    head = {"title": version.title, "date": version.day.isoformat(), "sitename": version.outlet}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in (head | {"categories": event.section}).items())
    return f"---\n{lines}---\n\n{_body(version)}"


def _header_block(_event: Event, version: Version) -> str:
    head = f"Title: {version.title}\nDate: {version.day.isoformat()}\nSource: {version.outlet}\n\n"
    return head + "\n\n".join(_wrapped(" ".join(part)) for part in version.paragraphs) + "\n"


def _place_headline(event: Event, version: Version) -> str:
    return f"{event.section}\n\n{event.place} | {version.title}\n\n{_body(version)}"


def _wrapped(text: str, width: int = 72) -> str:
    lines: list[str] = []
    while len(text) > width:
        cut = text.rfind(" ", 0, width)
        lines.append(text[:cut])
        text = text[cut + 1 :]
    return "\n".join([*lines, text])


LAYOUTS: tuple[tuple[str, Callable[[Event, Version], str], tuple[str, ...]], ...] = (
    ("crawl mark, category", _crawl_category, ("title", "date", "section")),
    ("crawl mark, title", _crawl_title, ("title", "date", "agency", "place")),
    ("crawl mark only", _crawl_bare, ("date",)),
    ("title line", _title_line, ("title", "date", "agency", "place")),
    ("updated line", _updated_line, ("title", "date", "agency")),
    ("front matter", _front_matter, ("title", "date", "outlet", "section")),
    ("header block, wrapped", _header_block, ("title", "date", "outlet")),
    ("place and headline", _place_headline, ("title", "place", "section")),
)
"""Name, writer, and what a reader can find in such a file."""
