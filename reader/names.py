"""Who and what a folder is about, as front ends ask: the catalogue's names and what the user has made of them."""

from collections.abc import Iterable, Sequence

from reader.errors import StateError
from reader.model.name import NameAccount, NameCount, NameKind
from reader.query import Match, Query
from reader.store.name_folding import folded_name
from reader.store.naming import EXACTLY, KINDS, Naming
from reader.store.state import State


class Names:
    """The names of one folder. Choices are made in the thread that opened the library."""

    def __init__(self, naming: Naming, state: State, folder: str) -> None:
        """`folder` is the folder's name in state."""
        self._naming = naming
        self._state = state
        self._folder = folder

    # What there is

    def top(
        self, kinds: Iterable[NameKind] = tuple(NameKind), part: str = "", *, rare: bool = False, limit: int = 500
    ) -> list[NameCount]:
        """The names in most articles, the most named first; those with `part` in a spelling where that is not empty.

        A name that stands once in the whole folder, without a title, is only listed with `rare`.
        """
        return self._naming.top(kinds, part, rare=rare, limit=limit)

    def totals(self, *, rare: bool = False) -> dict[NameKind, int]:
        """How many names of each kind there are."""
        return {kind: self._naming.total(kind, rare=rare) for kind in NameKind}

    def within(
        self, articles: Sequence[int], kinds: Iterable[NameKind] = tuple(NameKind), limit: int = 500
    ) -> list[NameCount]:
        """Who and what some articles name, the most named first."""
        return self._naming.within(articles, tuple(kinds), limit)

    def named(self, text: str, kinds: Iterable[NameKind] = tuple(NameKind)) -> list[NameCount]:
        """The names that are spelt so, the most named first."""
        return self._naming.named(text, tuple(kinds))

    def near(self, text: str) -> tuple[str, ...]:
        """Names that a person may have meant."""
        return self._naming.near(text)

    def containing(self, name: NameCount, limit: int = 5) -> list[NameCount]:
        """Other names that hold all words of a name and more, those in most articles first."""
        words = folded_name(name.text).split()
        longest = max(words, key=len, default="")
        found = self._naming.top(NameKind, longest, rare=True, limit=500) if longest else []
        return [each for each in found if set(words) < set(folded_name(each.text).split())][:limit]

    def account(self, name: NameCount) -> NameAccount:
        """All that the folder tells of a name."""
        return self._naming.account(name.kind, name.text)

    # What the user makes of it

    def join(self, name: NameCount, other: NameCount) -> NameCount:
        """Have all spellings of another name stand under this one from now on; the name as it is then.

        Raises StateError, and then nothing was changed.
        """
        if name.kind is not other.kind:
            raise StateError(f"{other.text} is {_a(other.kind)} and {name.text} {_a(name.kind)}: they cannot be joined")
        if name.text == other.text:
            raise StateError(f"{name.text} is one name already")
        spellings = self._naming.spellings(other.kind, other.text)
        chosen = dict.fromkeys((*spellings, *self._unambiguous(name), other.text), name.text)
        self._state.choose_names(self._folder, name.kind, chosen, other.text)
        return self._naming.count(name.kind, name.text)

    def split(self, name: NameCount, variant: str) -> NameCount:
        """Have a variant stand for itself from now on, wherever it is written; the name that it then is.

        Raises StateError, and then nothing was changed.
        """
        others = [each for each in self._naming.spellings(name.kind, name.text) if each != variant]
        variants = [each.text for each in self._naming.account(name.kind, name.text).variants]
        if variant not in variants:
            raise StateError(f"{variant} is no variant of {name.text}; its variants are {', '.join(variants)}")
        if len(variants) == 1:
            raise StateError(f"{variant} is the only variant of {name.text}: there is nothing to split it from")
        if variant == name.text and not others:
            raise StateError(f"the others are only written beside {variant}; split one of them off instead")
        rest = others[0] if variant == name.text else name.text
        chosen = {each: rest for each in others if each != name.text or each in self._unambiguous(name)}
        self._state.choose_names(self._folder, name.kind, chosen | {variant: variant})
        return self._naming.count(name.kind, variant)

    def _unambiguous(self, name: NameCount) -> tuple[str, ...]:
        """The name's own spelling, unless it is written for others too: a choice of it would take it from those."""
        return (name.text,) if self._naming.names_written(name.kind, name.text) == (name.text,) else ()


def articles_naming(name: NameCount) -> Query:
    """What finds the articles that name this very name."""
    field = next(field for field, kinds in KINDS.items() if kinds == (name.kind,) or len(kinds) > 1)
    match = Match(field, f"{EXACTLY}{name.text}")
    return Query("", match)


def _a(kind: NameKind) -> str:
    return {NameKind.OTHER: "something else", NameKind.ORGANISATION: "an organisation"}.get(kind, f"a {kind.value}")
