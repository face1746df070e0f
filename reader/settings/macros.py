"""Macros: actions of a person's own, each a few actions of the table one after another."""

from dataclasses import dataclass

from reader.settings.faults import did_you_mean
from reader.settings.keys import ACTIONS, Action, Scope, action
from reader.settings.values import UnfitError

PREFIX = "macro."
"""Before the name of a macro where an action's id stands."""
MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a macro."""

    action: str
    """The id."""
    argument: str = ""
    """What stands behind it; only some actions take something."""


@dataclass(frozen=True, slots=True)
class Macro:
    """An action of a person's own."""

    name: str
    """What it is called, without blanks."""
    keys: tuple[str, ...]
    """Its keys, as they are written."""
    steps: tuple[Step, ...]
    """What it does, in order."""
    description: str = ""
    """A sentence for the help and the palette; empty where the steps speak for themselves."""

    @property
    def action(self) -> Action:
        """What it is among the actions of the table."""
        return Action(f"{PREFIX}{self.name}", self.keys, self.name, self.description or self._steps_told, Scope.PANE)

    @property
    def _steps_told(self) -> str:
        return ", ".join(" ".join(filter(None, (step.action, step.argument))) for step in self.steps)


def step(written: str) -> Step:
    """A step as it is written: `article.tag +later`. Raises `UnfitError`."""
    name, _, argument = written.strip().partition(" ")
    known = {each.id for each in ACTIONS if each.scope.places & Scope.PANE.places}
    if name not in known:
        raise UnfitError(f"has a step {name[:40]!r} that is no action of the panes{did_you_mean(name, known)}")
    argument = argument.strip()
    if argument and not action(name).takes:
        takers = ", ".join(each.id for each in ACTIONS if each.takes)
        raise UnfitError(f"has a step {name!r} with something behind it; only {takers} take that")
    return Step(name, argument)
