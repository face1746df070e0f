"""What every field and every mark of a query asks for, in words: for help, manual and completion."""

from collections.abc import Mapping

FIELD_WORDS: Mapping[str, str] = {
    "title": "a word or a phrase of the title",
    "body": "a word or a phrase of the text without the title",
    "outlet": "who published the article",
    "agency": "the wire agency that it credits",
    "section": "the section that it stood in",
    "place": "where it was written",
    "person": "a person that it names; the last name will do",
    "org": "an organisation that it names",
    "name": "anything that it names",
    "tag": "a tag of yours",
    "id": "its id: the path of its file inside the folder",
    "language": "the language of its text, such as en",
    "is": "a mark of yours, or new",
    "has": "something of yours that hangs on it: has:note has:highlight",
    "date": "when it was published: a year, month or day, or two of them with .. between",
    "after": "published then or later",
    "before": "published before then",
    "newer": "published within so many days, weeks, months or years: newer:3d newer:2w",
    "older": "published longer ago than that",
}
"""What stands behind each field's colon, in the order of `reader.query.terms.FIELDS`."""

MARK_WORDS: Mapping[str, str] = {
    "unread": "not yet read",
    "read": "read",
    "favourite": "marked as favourite",
    "tagged": "carries a tag",
    "new": "came since you last looked at the folder",
}
"""What each mark of `is:` asks for."""

SYNTAX: tuple[tuple[str, str], ...] = (
    ("two words", "both, in any order"),
    ('"two words"', "a phrase"),
    ("one OR other", "either; OR is written large"),
    ("-word", "not that word; also before a field or a bracket: -tag:later"),
    ("( )", "what belongs together: ferry (fog OR storm)"),
    ("word*", "words that begin so"),
    ("word~", "words that are spelt nearly so"),
    ('outlet:"Cape Herald"', "a value with blanks stands in quotes"),
)
"""How words and fields are put together."""
