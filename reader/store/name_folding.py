"""How a name is folded for asking: without case, accents and the kind of its signs. No table, no state."""

import unicodedata

_SIGNS = str.maketrans("’‘‐‑‒–", "''----")


def folded_name(text: str) -> str:
    """The name in lower case without accents, its words parted by single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS).casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
