"""The keys of the table of actions by the place where they work."""

from collections.abc import Mapping, Sequence

from reader.settings.keys import ACTIONS, Action, Scope


def live_in(place: Scope, keys: Mapping[str, Sequence[str]], actions: Sequence[Action] = ACTIONS) -> dict[str, str]:
    """The ids of the actions that can be performed in a place, by their keys."""
    return {key: each.id for each in actions if place in each.scope.places for key in keys[each.id]}
