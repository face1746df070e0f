"""The key map: which keys every action has, after a person's own choices, without clashes in any place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.settings.faults import alike, near, nearby
from reader.settings.keynames import key_words, reason_against, sequence_name, written_key
from reader.settings.keys import ACTIONS, Action, Scope, action

PALETTE = "palette.open"
"""The way to all actions that have no key."""


@dataclass(frozen=True, slots=True)
class KeyFault:
    """What is wrong with the keys that were given to one action."""

    action: str
    """The id, as it was written."""
    message: str
    """What is wrong, and what is done instead."""
    remark: bool = False
    """Whether it is as the person wants it, and worth knowing all the same."""


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
    """The keys of every action, and what is wrong, or worth a remark, with those that were chosen.

    An action that is not named in `chosen` has the keys of the table; an empty list leaves an action without a key.
    `macros` are the person's own actions: their keys are chosen ones. Where two actions want one key, a chosen key
    beats one of the table, which is worth a remark, and of two chosen ones that of the action named first, which is a
    fault. The result never holds a clash, nor a key that no terminal sends.
    """
    known = {each.id: each for each in (*ACTIONS, *macros)}
    faults = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, keys in (*chosen.items(), *((macro.id, macro.keys) for macro in macros)):
        if name in known:
            wanted[name], wrong = _checked(known[name], keys)
            faults.extend(wrong)
        else:
            faults.append(KeyFault(name, _unknown(name, keys, known)))
    table = {each.id: each.keys for each in ACTIONS if each.id not in wanted}
    complete = {**wanted, **table}
    found = clashes(complete, known)
    for clash in found:
        complete[clash.second] = tuple(key for key in complete[clash.second] if key != clash.key)
    faults.extend(_clash_fault(clash) if clash.second in wanted else _taken(clash, complete) for clash in found)
    return {name: complete[name] for name in known}, tuple(faults)


def _unknown(name: str, keys: Sequence[str], known: Mapping[str, Action]) -> str:
    """What is wrong with something that is no action: it may be a key that stands in the place of one."""
    nearest = _meant(name, known)
    meant = [key if key in known else _meant(key, known) for key in keys if reason_against(key) or not nearest]
    if any(meant) and not reason_against(name):
        key = written_key(sequence_name(name))
        shown = key if key.replace("+", "").replace(" ", "").isalnum() else f'"{key}"'
        first = next(filter(None, meant))
        return f"this is a key; an action stands first, and its keys behind it: `{first}: {shown}`"
    if nearest:
        return f"no such action; did you mean {nearest}?"
    close = ", ".join(nearby(name, known))
    return f"no such action; close to it are {close}" if close else "no such action; the help (?) has all of them"


def _meant(name: str, known: Iterable[str]) -> str:
    """The action that is most likely meant by something that is none, or nothing: its id may lack what stands first."""
    ids = list(known)
    by_last = {each.rpartition(".")[2]: each for each in reversed(ids)}
    whole, last = near(name, ids), near(name, by_last)
    if last and ("." not in name and alike(name, last) >= alike(name, whole)):
        return by_last[last]
    return whole


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


def _clash_fault(clash: Clash) -> KeyFault:
    """The fault where two chosen keys are in each other's way."""
    held = "" if clash.held == clash.key else f" (its {key_words(clash.held)!r})"
    return KeyFault(clash.second, f"{key_words(clash.key)!r} is taken by {clash.first}{held}; it is left out here")


def _taken(clash: Clash, complete: Mapping[str, tuple[str, ...]]) -> KeyFault:
    """What is told where a chosen key takes one of the table away, at the action that the person wrote down.

    The person wants that, and what has no key is still found in the palette; where it is not, that is a fault.
    """
    key = key_words(clash.key)
    told = f"{key!r} is taken from {clash.second}, which "
    if clash.held != clash.key:
        told = f"{key_words(clash.held)!r} is in the way of {key!r}: {clash.second} loses it, and "
    if kept := complete[clash.second]:
        return KeyFault(clash.first, f"{told}keeps {' and '.join(repr(key_words(each)) for each in kept)}", remark=True)
    told += "has no other key"
    ways = complete[PALETTE] if action(clash.second).scope is not Scope.SEARCH else ()
    if ways:
        return KeyFault(clash.first, f"{told}; {key_words(ways[0])!r} finds it by its words", remark=True)
    return KeyFault(clash.first, f"{told}, and nothing else leads to it; give it one")
