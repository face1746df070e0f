"""What is told of one thing by who looks over everything: the doctor."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How well it is."""

    OK = "ok"
    """Well."""
    WARNING = "warning"
    """It works, though not as it could."""
    FAULT = "fault"
    """Something does not work."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found about one thing."""

    subject: str
    """One word for what was looked at."""
    level: Level
    """How well it is."""
    told: str
    """What was found, in words."""
    advice: str = ""
    """What to do; empty where there is nothing to do."""
