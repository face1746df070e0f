"""The stories of a folder, each told in a line: its title, its articles, who reports it and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.headline import Headline


@dataclass(frozen=True, slots=True)
class StorySummary:
    """One story."""

    number: int
    """The catalogue's number of the story; not stable across a rebuild."""
    title: str
    """The title of its fullest version."""
    title_derived: bool
    """Whether that title was made from the text."""
    versions: tuple[Headline, ...]
    """Its articles, oldest first, those without a day last."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it, each once, the first first."""
        return tuple(dict.fromkeys(version.outlet for version in self.versions if version.outlet))

    @property
    def first(self) -> str:
        """The first day of publication, `YYYY-MM-DD`; empty where none is known."""
        return min((version.date for version in self.versions if version.date), default="")

    @property
    def last(self) -> str:
        """The last day of publication; empty where none is known."""
        return max((version.date for version in self.versions), default="")


def summaries(headlines: Iterable[Headline]) -> list[StorySummary]:
    """The stories of these articles, those of most articles first, of equal ones the newest; none of a single one."""
    members: dict[int, list[Headline]] = {}
    for headline in headlines:
        if headline.story:
            members.setdefault(headline.story, []).append(headline)
    found = [_summary(number, held) for number, held in members.items() if len(held) > 1]
    found.sort(key=lambda story: story.number)
    found.sort(key=lambda story: (len(story.versions), story.last), reverse=True)
    return found


def _summary(number: int, versions: Sequence[Headline]) -> StorySummary:
    fullest = max(versions, key=lambda version: (version.words, -version.number))
    ordered = sorted(versions, key=lambda version: (not version.date, version.date, version.added, version.number))
    return StorySummary(number, fullest.title, fullest.title_derived, tuple(ordered))
