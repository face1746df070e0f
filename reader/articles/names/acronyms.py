"""Short forms that a text explains: `Islamic State (IS)`."""

import re
from collections.abc import Iterable

from reader.articles.names.lists import words as listed

_BRACKETED = re.compile(r"((?:[^\W\d_][\w'&.-]* ){1,8})\(([A-Z][A-Za-z]{0,7}[A-Z]s?)\)")


def definitions(lines: Iterable[str]) -> dict[str, str]:
    """Short forms and the long forms before them in brackets, whose first letters spell the short form."""
    found: dict[str, str] = {}
    for line in lines:
        if "(" in line:
            for match in _BRACKETED.finditer(line):
                long_form = _spelling(match[1].split(), match[2])
                if long_form:
                    found.setdefault(match[2], long_form)
    return found


def _spelling(words: list[str], short: str) -> str:
    """The last words whose first letters are the short form, small ones not counted."""
    skipped = listed("name_words", "skipped")
    letters = short.upper().rstrip("S") if short[-1] == "s" else short.upper()
    for start in range(len(words) - 1, -1, -1):
        initials = [word[0] for word in words[start:] if word.lower() not in skipped]
        spelt = "".join(initials).upper()
        if spelt == letters and words[start][0].isupper():
            return " ".join(words[start:])
        if len(spelt) > len(letters):
            return ""
    return ""
