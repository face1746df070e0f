"""What a person writes as a mark, as it is kept: tags, notes, names of saved searches."""

from reader.errors import StateError

LONGEST_NAME = 60
"""Characters of a tag or of the name of a saved search."""
LONGEST_NOTE = 4000
"""Characters of a note: some two pages."""

JOINERS = "\u200c\u200d"
"""Signs without a width that belong to the spelling of words, in Persian and Hindi among others."""


def tag_kept(tag: str) -> str:
    """A tag as it is kept: blanks in a row are one. Raises StateError for one that cannot be asked for again."""
    plain = " ".join(tag.split())
    if not plain or not plain.isprintable() or '"' in plain or "," in plain or len(plain) > LONGEST_NAME:
        raise StateError(
            f"{tag!r} is no tag: a tag has 1 to {LONGEST_NAME} characters, without commas and quotation marks"
        )
    return plain


def name_kept(name: str) -> str:
    """The name of a saved search as it is kept. Raises StateError for what is no name."""
    plain = " ".join(name.split())
    if not plain or not plain.isprintable() or len(plain) > LONGEST_NAME:
        raise StateError(f"{name!r} is no name: a saved search is called by 1 to {LONGEST_NAME} characters")
    return plain


def note_kept(text: str) -> str:
    """A note as it is kept, on one line and without controls. Raises StateError for one that is too long."""
    plain = "".join(each for each in " ".join(text.split()) if each.isprintable() or each in JOINERS)
    if len(plain) > LONGEST_NOTE:
        raise StateError(f"this note has {len(plain):,} characters; one of at most {LONGEST_NOTE:,} can be kept")
    return plain
