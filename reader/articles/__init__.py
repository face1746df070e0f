"""Articles from the bytes of files: pure, no disk, no clock but today's date."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import Article

__all__ = ["parse", "parse_part", "raw_text"]


def parse(data: bytes, path: str, limit: int = 2_000_000) -> "tuple[Article, ...]":
    """The articles in a file's bytes; ids are `path`, with `#n` where the file holds several.

    `path` is POSIX style, inside the folder: its folder may name a section, its name a date. Of a longer file the first
    `limit` bytes are read, which the notes of the article say. Raises `reader.errors.ArticleError`, with the reason,
    where there is no article in it, and nothing else for any bytes.
    """
    from reader.articles import parsing

    return parsing.parse(data, path, limit)


def parse_part(data: bytes, path: str, number: int, limit: int = 2_000_000) -> "Article":
    """One of the articles that `parse` finds in a file's bytes, by its place among them, from 0.

    Of a file with thousands that takes hardly longer than finding where each of them begins. Raises
    `reader.errors.ArticleError` where the file holds no article, or fewer.
    """
    from reader.articles import parsing

    return parsing.parse_part(data, path, number, limit)


def raw_text(data: bytes) -> str:
    """All of a file as text, nothing cut or mended, controls shown as pictures.

    Raises `reader.errors.ArticleError` for what is no text.
    """
    from reader.articles import decode

    return decode.raw(data).text
