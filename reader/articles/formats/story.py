"""Articles of the CNN and Daily Mail collection (`.story`): a text, then its summary in lines marked `@highlight`."""

from pathlib import PurePosixPath

from reader.articles.decode import one_line
from reader.articles.formats.fields import with_field
from reader.articles.formats.part import Part

RULE = "highlights"
CONFIDENCE = 0.97
MARK = "\n@highlight\n"
MOST = 10


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The text with its highlights as its standfirst; nothing where there are none."""
    start = text.find(MARK)
    if start < 0:
        return ()
    said = [one_line(each).rstrip(".") for each in text[start:].split(MARK, MOST)[1 : MOST + 1]]
    summary = " ".join(f"{each}." for each in said if each)
    return (Part(text[:start], fields=with_field({}, "standfirst", summary[:2000], RULE, CONFIDENCE)),)
