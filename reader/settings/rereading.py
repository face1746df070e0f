"""What of an edited configuration counts at once, and what only from the next start."""

from dataclasses import dataclass, fields, replace

from reader.settings.config import Config

AT_START = frozenset(
    {"folder", "ignore", "max_file_size", "watch", "start", "resume", "mouse", "linear", "show_cursor"}
)
"""Settings that are looked at when Broadsheet starts: what is made of them then stays until it ends."""


@dataclass(frozen=True, slots=True)
class Reread:
    """An edited configuration, held against the one before."""

    config: Config
    """What counts now."""
    now: tuple[str, ...] = ()
    """The settings that are others than before, and count at once."""
    later: tuple[str, ...] = ()
    """Those that are others in the file, and count from the next start on."""


def reread(before: Config, edited: Config) -> Reread:
    """What is to be made of an edited configuration while Broadsheet runs."""
    changed = [each.name for each in fields(Config) if getattr(before, each.name) != getattr(edited, each.name)]
    now = tuple(name for name in changed if name not in AT_START)
    later = tuple(name for name in changed if name in AT_START)
    return Reread(replace(edited, **{name: getattr(before, name) for name in later}), now, later)
