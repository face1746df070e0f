"""Searches that were kept with enter, to be found again with a key."""

from dataclasses import dataclass

MOST = 100
"""So many are remembered, the latest ones."""
LONGEST = 1000
"""Characters of a search that is remembered."""


@dataclass(frozen=True, slots=True)
class Searches:
    """Earlier searches, and at which of them somebody is."""

    texts: tuple[str, ...] = ()
    """All of them, the latest one last; no two are the same."""
    at: int = 0
    """Index of the one that stands in the search bar; that behind the last one where something else does."""
    begun: str = ""
    """What stood there before."""

    def kept(self, text: str) -> "Searches":
        """With one more, which is the latest from now on; at none of them."""
        text = " ".join(text.split())
        others = [each for each in self.texts if each != text]
        texts = tuple([*others, text] if 0 < len(text) <= LONGEST else self.texts)[-MOST:]
        return Searches(texts, len(texts))

    def left(self) -> "Searches":
        """At none of them."""
        return Searches(self.texts, len(self.texts))

    def gone(self, steps: int, text: str) -> "Searches":
        """At one earlier where `steps` is negative, or later, as far as there is one; `text` stands in the bar."""
        texts, at = self.texts, self.at + steps
        begun = self.begun if text == self.text else text  # an earlier one that was changed is begun anew
        while 0 <= at < len(texts) and texts[at] == text:  # it stands there already
            at += steps
        if not 0 <= at <= len(texts):
            return self
        return Searches(texts, at, begun)

    @property
    def text(self) -> str:
        """What is to stand in the bar."""
        return self.texts[self.at] if self.at < len(self.texts) else self.begun

    @property
    def written(self) -> str:
        """All of them, to be remembered."""
        return "\n".join(self.texts)


def read(written: str) -> Searches:
    """What was remembered; whatever that is."""
    searches = Searches()
    for text in written.split("\n")[-MOST:]:
        searches = searches.kept(text)
    return searches
