"""The containers that an article may come in; a new one is a module, a line here and a test."""

from collections.abc import Callable
from pathlib import PurePosixPath

from reader.articles.formats import (
    clippings,
    factiva,
    front_matter,
    header_block,
    lexis,
    mail,
    news_markup,
    page,
    plain,
    proquest,
    records,
    scraped,
    sheets,
    story,
    unread,
)
from reader.articles.formats.part import Part

Format = Callable[[str, PurePosixPath], tuple[Part, ...]]
"""Takes the decoded text and the path; gives no part where the text is of another format."""

FORMATS: tuple[Format, ...] = (
    front_matter.parts,
    clippings.parts,
    records.parts,
    mail.parts,
    scraped.parts,
    news_markup.parts,
    page.parts,
    sheets.parts,
    unread.parts,
    lexis.parts,
    factiva.parts,
    proquest.parts,
    story.parts,
    header_block.parts,
    plain.parts,
)
"""In the order in which they are asked; the last takes everything."""


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:
    """The articles that a text holds; raises ArticleError for a container that holds none."""
    for read in FORMATS:
        found = read(text, path)
        if found:
            return found
    return ()
