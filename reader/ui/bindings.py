"""The keys of the table of actions by the place where they work."""

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingsMap

from reader.settings.keys import ACTIONS, Action, Scope


def live_in(place: Scope, keys: Mapping[str, Sequence[str]], actions: Sequence[Action] = ACTIONS) -> dict[str, str]:
    """The ids of the actions that can be performed in a place, by their keys."""
    return {key: each.id for each in actions if place in each.scope.places for key in keys[each.id]}


def of_field(keys: Mapping[str, Sequence[str]], others: BindingsMap) -> BindingsMap:
    """The keys of the search, in front of those that a field has by itself."""
    made = {
        key: [Binding(key, f"screen.perform({name!r})", show=False)]
        for key, name in live_in(Scope.SEARCH, keys, [each for each in ACTIONS if each.scope is Scope.SEARCH]).items()
    }
    return BindingsMap.from_keys({**others.copy().key_to_bindings, **made})
