"""A file's bytes to articles: decode, open the container, split, apply the rules, type the blocks."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import PurePosixPath

from reader.articles import formats, rules
from reader.articles.blocks import pieces
from reader.articles.day_order import not_ahead, settled_by_text
from reader.articles.decode import Decoded, decode, folded, one_line
from reader.articles.draft import Draft, Piece
from reader.articles.formats import markup
from reader.articles.formats.compression import inner_path
from reader.articles.formats.part import Part
from reader.articles.furniture import without_rows
from reader.articles.kinds import caption, is_boilerplate, is_heading, is_prose, is_run_together, tweet
from reader.articles.languages import language
from reader.articles.markdown import in_words
from reader.articles.sentences import count_words
from reader.errors import ArticleError
from reader.model.article import Article, Block, BlockKind, Value

SHORTEST = 30
"""Characters below which a file is no article."""
MOST_LINES = 60_000
"""Lines of an article at most; two megabytes of prose have fewer."""
MOST_ARTICLES = 5000
"""Articles read from one file at most."""
GAP = 12
"""Lines of a menu that part two texts on one page."""
NOTICE = 0.25
"""Share of all prose on a page below which its first prose is a notice about cookies and the like."""
SURE_LETTERS = 200
"""Letters of prose, more than any title has."""
SURE_MARKUP = 200_000
LOOKED_AT = 4000
TAG = re.compile(r"<[^<>]{0,2000}>")
NO_ARTICLE = "no text of an article, only a head or a menu"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been opened."""

    decoded: Decoded
    """Its text and how that was read."""
    parts: tuple[Part, ...]
    """What may be an article each."""
    path: PurePosixPath
    """Its place in the folder, without what packing added."""
    today: date
    """The day on which it is read."""


def parse(data: bytes, path: str, limit: int = 2_000_000) -> tuple[Article, ...]:
    """The articles in a file's bytes.

    `path` is the file's path inside the folder, POSIX style; of a long file only the first `limit` bytes are read.
    Raises ArticleError, with the reason for the reader, where there is none.
    """
    source = opened(data, path, limit)
    if len(source.parts) == 1:
        return (replace(article(source.parts[0], source), id=path),)
    found = []
    reason = NO_ARTICLE
    for part in source.parts:
        try:
            found.append(article(part, source))
        except ArticleError as fault:
            reason = str(fault)
    if not found:
        raise ArticleError(reason)
    return tuple(replace(each, id=f"{path}#{number}") for number, each in enumerate(found, 1))


def parse_part(data: bytes, path: str, number: int, limit: int = 2_000_000) -> Article:
    """One of the articles that `parse` finds, by its place among them, from 0; the others are hardly looked at.

    Raises ArticleError where there are not so many.
    """
    source = opened(data, path, limit)
    if len(source.parts) == 1 and not number:
        return replace(article(source.parts[0], source), id=path)
    at = -1
    for part in source.parts if number >= 0 else ():
        found = None
        if at + 1 == number or not surely_text(part):
            try:
                found = article(part, source)
            except ArticleError:
                continue
        at += 1
        if found and at == number:
            return replace(found, id=f"{path}#{number + 1}")
    raise ArticleError("the file no longer holds this article; refresh the folder")


def opened(data: bytes, path: str, limit: int) -> Source:
    """A file read so far that its parts are known; raises ArticleError where it holds none."""
    decoded = decode(data, limit)
    refuse_empty(decoded.text)
    location = inner_path(PurePosixPath(path))
    found = formats.parts(decoded.text, location)
    if len(found) > MOST_ARTICLES:
        note = f"only the first {MOST_ARTICLES:,} articles of the file were read: split it to read the others"
        decoded = replace(decoded, notes=(*decoded.notes, note))
    return Source(decoded, found[:MOST_ARTICLES], location, datetime.now(UTC).date())


def surely_text(part: Part) -> bool:
    """Whether a part holds more prose than rules take for a title or a line of the page, so that it is an article."""
    if part.text.count("\n") > MOST_LINES or len(part.markup) > SURE_MARKUP:
        return False
    start = TAG.sub("\n", part.markup[:LOOKED_AT]) if part.markup else part.text[:LOOKED_AT]
    return sum(len(line) for line in start.split("\n") if is_prose(line.strip())) >= SURE_LETTERS


def refuse_empty(text: str) -> None:
    """Raise ArticleError for a text with too little in it."""
    bare = text.strip()
    if not bare:
        raise ArticleError("empty")
    if not any(map(str.isalpha, bare)):
        raise ArticleError("no letters")
    if len(bare) < SHORTEST:
        raise ArticleError("under 30 characters")


def article(part: Part, source: Source) -> Article:
    """One article, its id still to come; ArticleError where there is no text in the part."""
    if len(source.parts) > 1:
        refuse_empty(part.text or part.markup or "\n".join(piece.text for piece in part.pieces))
    draft = rules.apply(first_draft(part, source.path, source.today))
    blocks = typed(draft)
    if not any(block.kind is not BlockKind.BOILERPLATE for block in blocks) and not draft.value("standfirst"):
        raise ArticleError(NO_ARTICLE)
    notes = (*source.decoded.notes, *part.notes, *draft.notes)
    return completed(draft, blocks, part, replace(source.decoded, notes=notes))


def first_draft(part: Part, path: PurePosixPath, today: date) -> Draft:
    """The pieces of a part, split where the prose begins."""
    if max(len(part.pieces), part.text.count("\n")) > MOST_LINES:
        raise ArticleError(f"over {MOST_LINES:,} lines: a list or a log, not an article")
    found = part.pieces or (markup.pieces(part.markup) if part.markup else ())
    found = found or pieces(part.text, part.start, part.marked_up)
    if part.marked_up:
        found = tuple(words for words in map(in_words, found) if words)
    first = first_prose(found)
    values = {**part.fields, "date": not_ahead(part.fields.get("date", Value()), today)}
    known = {name: value for name, value in values.items() if value}
    return Draft(path, found[:first], found[first:], today, known, marked_up=part.marked_up)


def first_prose(found: tuple[Piece, ...]) -> int:
    """Where the text proper begins; after the first line where nothing reads as prose."""
    plain = [
        index
        for index, piece in enumerate(found)
        if piece.kind in (None, BlockKind.QUOTATION, BlockKind.LIST) and not is_boilerplate(piece.text)
    ]
    prose = [index for index in plain if is_prose(found[index].text) or tweet(found[index])]
    if prose:
        return main_text(found, prose)
    for index in plain:
        if len(found[index].text) >= 30 and found[index].text.endswith((".", "!", "?", "。", "”", '"')):
            return index
    return plain[1] if len(plain) > 1 else plain[0] if plain else 0


def main_text(found: tuple[Piece, ...], prose: list[int]) -> int:
    """Where the text begins: at the first prose, unless that is a notice far above a much longer text."""
    groups: list[list[int]] = []
    for index in prose:
        if groups and index - groups[-1][-1] <= GAP:
            groups[-1].append(index)
        else:
            groups.append([index])
    sizes = [sum(len(found[index].text) for index in group) for group in groups]
    if sizes[0] >= NOTICE * sum(sizes):
        return prose[0]
    return groups[sizes.index(max(sizes))][0]


def typed(draft: Draft) -> tuple[Block, ...]:
    """The pieces that are left as blocks, each of its kind."""
    head = [block(piece, inner=False, in_head=True) for piece in draft.head]
    last = len(draft.body) - 1
    body = [block(piece, inner=0 < index < last) for index, piece in enumerate(draft.body)]
    tweets = {folded(each.text) for each in body if each.kind is BlockKind.TWEET}
    if tweets:
        body = [
            replace(each, kind=BlockKind.BOILERPLATE)
            if each.kind is BlockKind.PARAGRAPH and folded(each.text) in tweets
            else each
            for each in body
        ]
    return tuple(each for each in (*head, *body) if each.text)


def block(piece: Piece, inner: bool, in_head: bool = False) -> Block:
    """One piece as a block; `inner` where others stand before and after it in the text."""
    if piece.kind is BlockKind.CAPTION or (inner and piece.kind is None):
        found = tweet(piece) or caption(piece)
        if found:
            return found
    if piece.kind is None and "(@" in piece.text:
        found = tweet(piece)
        if found:
            return found
    if piece.kind is not None:
        furniture = piece.kind is BlockKind.LIST and is_boilerplate(piece.text)
        return Block(BlockKind.BOILERPLATE if furniture else piece.kind, piece.text, piece.span)
    if not is_prose(piece.text) and (is_boilerplate(piece.text) or is_run_together(piece.text)):
        return Block(BlockKind.BOILERPLATE, piece.text, piece.span)
    heading = (inner or in_head) and is_heading(piece.text)
    return Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, piece.text, piece.span)


def completed(draft: Draft, blocks: tuple[Block, ...], part: Part, decoded: Decoded) -> Article:
    """The article with everything counted; all its words safe to show.

    Rows of links are part of the digest: marks find a renamed article by it, whatever is taken for the page by then.
    """
    values = {name: replace(value, text=one_line(value.text)) for name, value in draft.values.items()}
    standfirst = values.get("standfirst", Value())
    typed_blocks = tuple(each for each in map(safe, blocks) if each.text)
    digested = "\n".join(text for text in (standfirst.text, prose(typed_blocks)) if text)
    shown = without_rows(typed_blocks)
    running = prose(shown)
    whole = "\n".join(text for text in (standfirst.text, running) if text)
    date_words = decoded.text[slice(*values.get("date", Value()).span)]
    spoken = part.language or language(whole)
    published, order = settled_by_text(values.get("date", Value()), f"{date_words}\n{running}", spoken)
    return Article(
        id="",
        title=values.get("title", Value()),
        date=published,
        not_before=values.get("not_before", Value()),
        outlet=values.get("outlet", Value()),
        agency=values.get("agency", Value()),
        section=values.get("section", Value()),
        place=values.get("place", Value()),
        byline=values.get("byline", Value()),
        standfirst=standfirst,
        url=values.get("url", Value()),
        language=spoken,
        date_order=order,
        blocks=shown,
        words=count_words(running),
        content_hash=blake2b(folded(digested).encode(), digest_size=16).hexdigest(),
        encoding=decoded.encoding,
        notes=decoded.notes,
    )


def prose(blocks: tuple[Block, ...]) -> str:
    """The text of what belongs to the article, a block a line."""
    return "\n".join(each.text for each in blocks if each.kind is not BlockKind.BOILERPLATE)


def safe(found: Block) -> Block:
    """The block on one line, without anything that cannot be printed."""
    return found if found.text.isprintable() else replace(found, text=one_line(found.text))
