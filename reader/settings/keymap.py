"""The key map: which keys every action has, after a person's own choices, without clashes in any place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.settings.faults import did_you_mean
from reader.settings.keynames import key_words, reason_against, sequence_name
from reader.settings.keys import ACTIONS, Action, Scope


@dataclass(frozen=True, slots=True)
class KeyFault:
    """What is wrong with the keys that were given to one action."""

    action: str
    """The id, as it was written."""
    message: str
    """What is wrong, and what is done instead."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One key, or sequence of keys, that two actions want in the same place."""

    key: str
    """The key that the second one wants."""
    first: str
    """The id of the action that comes first."""
    second: str
    """The id of the action that wants it too."""
    held: str
    """The key that the first one has: the same, or one of which either is the beginning of the other."""


def keymap(
    chosen: Mapping[str, Sequence[str]], macros: Sequence[Action] = ()
) -> tuple[dict[str, tuple[str, ...]], tuple[KeyFault, ...]]:
    """The keys of every action, and what is wrong with those that were chosen.

    An action that is not named in `chosen` has the keys of the table; an empty list leaves an action without a key.
    `macros` are the person's own actions: their keys are chosen ones. Where two actions want one key, a chosen key
    beats one of the table, and the action named first beats the other. The result never holds a clash, nor a key that
    no terminal sends.
    """
    known = {each.id: each for each in (*ACTIONS, *macros)}
    faults = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, keys in (*chosen.items(), *((macro.id, macro.keys) for macro in macros)):
        if name in known:
            wanted[name], wrong = _checked(known[name], keys)
            faults.extend(wrong)
        else:
            faults.append(KeyFault(name, f"no such action{did_you_mean(name, known)}"))
    table = {each.id: each.keys for each in ACTIONS if each.id not in wanted}
    complete = {**wanted, **table}
    for clash in clashes(complete, known):
        complete[clash.second] = tuple(key for key in complete[clash.second] if key != clash.key)
        faults.append(_clash_fault(clash, wanted))
    return {name: complete[name] for name in known}, tuple(faults)


def clashes(keys: Mapping[str, Sequence[str]], known: Mapping[str, Action] | None = None) -> tuple[Clash, ...]:
    """Every key that two actions want in places that overlap; the one named first in `keys` has it.

    A key that begins a sequence of another action clashes with that: it would never be over.
    """
    actions = known or {each.id: each for each in ACTIONS}
    found = []
    owners: dict[str, list[tuple[str, str]]] = {}
    for name, names in keys.items():
        for key in dict.fromkeys(names):
            others = owners.setdefault(key.partition(" ")[0], [])
            scope = actions[name].scope
            taken = ((held, other, actions[other].scope) for held, other in others)
            clashing = next(_clashing(key, name, taken, scope), None)
            if clashing:
                found.append(clashing)
            else:
                others.append((key, name))
    return tuple(found)


def _clashing(key: str, name: str, others: Iterable[tuple[str, str, Scope]], scope: Scope) -> Iterator[Clash]:
    for held, other, place in others:
        same = held == key or held.startswith(f"{key} ") or key.startswith(f"{held} ")
        if same and not place.places.isdisjoint(scope.places) and (other != name or held != key):
            yield Clash(key, other, name, held)


def _checked(subject: Action, keys: Iterable[str]) -> tuple[tuple[str, ...], list[KeyFault]]:
    """The usable ones of the chosen keys under Textual's names, and what is wrong with the others.

    Where none is usable the keys of the table stay.
    """
    usable = []
    faults = []
    for written in keys:
        against = reason_against(written, typing=subject.scope is Scope.SEARCH)
        if against:
            faults.append(KeyFault(subject.id, against))
        else:
            usable.append(sequence_name(written))
    table = () if subject.id.startswith("macro.") else subject.keys
    return tuple(dict.fromkeys(usable or (table if faults else ()))), faults


def _clash_fault(clash: Clash, chosen: Mapping[str, object]) -> KeyFault:
    """The fault, told at the action that the person wrote down: that is the place where it can be mended."""
    words = key_words(clash.key)
    if clash.second in chosen:
        held = "" if clash.held == clash.key else f" (its {key_words(clash.held)!r})"
        return KeyFault(clash.second, f"{words!r} is taken by {clash.first}{held}; it is left out here")
    advice = "give that one another key, or [] for none"
    if clash.held == clash.key:
        return KeyFault(clash.first, f"{words!r} belongs to {clash.second}, which loses it; {advice}")
    held = key_words(clash.held)
    return KeyFault(clash.first, f"{held!r} is in the way of {words!r}, which {clash.second} loses; {advice}")
