"""Why two articles are linked, in words, as seen from each of them."""

from collections.abc import Iterator, Sequence

from reader.model.headline import LinkKind
from reader.stories.kinds import COPIES, Closeness, same_bulletin
from reader.stories.overlap import Overlap
from reader.stories.profile import Profile

MOST_NAMES = 3
"""Names, or terms, that one reason lists at most."""
ALL_BUT = 0.75
"""Where each of two copies has more than a quarter of its words for itself, neither is the whole source of the other:
both may be made from a third."""
_MONTHS_FROM, _MONTH, _YEARS_FROM, _YEAR = 60, 30.44, 730, 365.25


def reasons(
    mine: Profile, theirs: Profile, kind: LinkKind, closeness: Closeness, common: Sequence[str]
) -> tuple[str, ...]:
    """Why theirs is linked to mine, strongest first; `common` are the names or terms shared, rarest first."""
    return tuple(_reasons(mine, theirs, kind, closeness, common))


def distance(days: int) -> str:
    """When the other appeared, such as `next day`, for so many days after this one."""
    if abs(days) <= 1:
        return {0: "same day", 1: "next day", -1: "the day before"}[days]
    count, unit = abs(days), "days"
    if count >= _YEARS_FROM:
        count, unit = round(count / _YEAR), "years"
    elif count >= _MONTHS_FROM:
        count, unit = round(count / _MONTH), "months"
    return f"{count} {unit} {'later' if days > 0 else 'earlier'}"


def _reasons(
    mine: Profile, theirs: Profile, kind: LinkKind, closeness: Closeness, common: Sequence[str]
) -> Iterator[str]:
    overlap = closeness.overlap
    if overlap.equal:
        yield "equal text"
    elif kind in COPIES or kind is LinkKind.SHARES_TEXT:
        yield f"{max(1, round(100 * overlap.mine))} % same text"
    elif same_bulletin(overlap):
        yield "same bulletin, other figures"
    if kind in COPIES:
        yield from _credit(mine.agency, theirs.agency, overlap)
    if common:
        yield ", ".join(common[:MOST_NAMES])
    if closeness.neighbours and kind in (LinkKind.SAME_STORY, LinkKind.BACKGROUND):
        yield f"both resemble {closeness.neighbours} {'others' if closeness.neighbours > 1 else 'other'}"
    if closeness.days is not None:
        yield distance(closeness.days)


def _credit(mine: str, theirs: str, overlap: Overlap) -> Iterator[str]:
    """Who credits whom: evidence of who copied, never a verdict."""
    if mine and mine == theirs:
        yield f"both credit {mine}"
    elif theirs:
        yield f"credits {theirs}"
    elif mine:
        yield "same text, uncredited"
    elif max(overlap.mine, overlap.theirs) < ALL_BUT:
        yield "common source likely"
