"""The keys of the table of actions, as Textual binds them on the main screen and behind a page's own."""

from collections.abc import Mapping

from textual.binding import Binding, BindingsMap

from reader.settings.keys import ACTIONS, Scope


def bindings(keys: Mapping[str, tuple[str, ...]], scope: Scope, others: BindingsMap) -> BindingsMap:
    """The keys of one scope, in front of the keys that a widget has by itself."""
    made = [
        Binding(key, f"screen.perform('{action.id}')", action.label, show=False, id=action.id)
        for action in ACTIONS
        if action.scope is scope
        for key in keys[action.id]
    ]
    taken = {binding.key for binding in made}
    kept = {key: held for key, held in others.copy().key_to_bindings.items() if key not in taken}
    for binding in made:
        kept.setdefault(binding.key, []).append(binding)
    return BindingsMap.from_keys(kept)


def with_same(own: BindingsMap, same: Mapping[str, str], keys: Mapping[str, tuple[str, ...]]) -> BindingsMap:
    """A page's own keys, and behind them those that the person has for the same on the main screen.

    `same` names actions of the table, each with the page's own name for it.
    """
    made = [binding for held in own.copy().key_to_bindings.values() for binding in held]
    taken = set(own.key_to_bindings)
    for name, action in same.items():
        for key in keys.get(name, ()):
            if key not in taken:
                taken.add(key)
                made.append(Binding(key, action, show=False))
    return BindingsMap(made)
