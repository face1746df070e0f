"""Lines of metadata before the prose, and menus among them: read, then taken out of the text or marked."""

import re
from dataclasses import replace

from reader.articles.draft import Draft, Piece
from reader.articles.kinds import CREDIT, glue_points, is_boilerplate, is_prose, is_run_together
from reader.articles.rules.bylines import state_byline
from reader.articles.rules.credits import with_credit
from reader.articles.rules.date_lines import state_date_line
from reader.articles.sentences import weight
from reader.articles.wordlists import section_word
from reader.model.article import BlockKind

ZONE = 14
"""A head is at most so many lines; what stands above them is the menu of a page."""
AFTER_LEAD = 3
"""So far below the first prose a line with date or writer still belongs to the head."""
LONGEST_STANDFIRST = 60
"""Words; a longer first paragraph is no standfirst."""

KEYED = re.compile(
    r"(?:category|section|rubrik|rubrique|sección|sezione|topic|channel)\s?:\s?(\S.{1,40})", re.IGNORECASE
)
SOURCE_LINE = re.compile(r"(?:source|quelle|fuente|fonte|via)\s?:\s?([^|:]{2,50})", re.IGNORECASE)


def metadata_lines(draft: Draft) -> Draft:
    """Dates, writers, sources and sections that have a line of their own leave the text."""
    above, zone = draft.head[:-ZONE], draft.head[-ZONE:]
    kept = [piece if is_prose(piece.text) else replace(piece, kind=BlockKind.BOILERPLATE) for piece in above]
    titled = False
    for piece in zone:
        read = read_line(draft, piece, titled)
        if read is None:
            kept.append(piece)
            titled = titled or could_be_title(piece)
        else:
            draft = read
    return below_lead(draft.with_head(kept), titled)


def read_line(draft: Draft, piece: Piece, titled: bool) -> Draft | None:
    """The draft with what a line of metadata says; None where the piece is none."""
    if piece.kind in (BlockKind.HEADING, BlockKind.QUOTATION):
        return None
    if not titled and len(piece.text.split()) <= 4 and section_word(piece.text):
        vague = piece.text.casefold().strip(" :|") in (
            "headlines",
            "news",
            "latest",
            "latest news",
            "top news",
            "top stories",
        )
        return draft.stated("section", piece.text.strip(" :|-»>"), "section line", 0.7 if vague else 0.9, piece.span)
    keyed = KEYED.fullmatch(piece.text)
    if keyed:
        return draft.stated("section", keyed[1].strip(), "section line", 0.9, piece.span)
    dated = state_byline(draft, piece) or state_date_line(draft, piece, titled)
    if dated:
        return dated
    source = SOURCE_LINE.fullmatch(piece.text)
    return with_credit(draft, source[1].strip(), "source line", 0.85, piece.span) if source else None


def could_be_title(piece: Piece) -> bool:
    """Whether a line is as long as titles are."""
    return 25 <= weight(piece.text) <= 160 and not is_boilerplate(piece.text)


def below_lead(draft: Draft, titled: bool) -> Draft:
    """Date and writer under the first paragraph, which is the standfirst then."""
    if not draft.body:
        return draft
    lead, *rest = draft.body
    found = draft
    last = 0
    for index, piece in enumerate(rest[:AFTER_LEAD]):
        read = None if is_prose(piece.text) else read_line(found, piece, True)
        if read:
            found, last = read, index + 1
    if not last or not any(is_prose(piece.text) for piece in rest[last:]):
        return draft
    between = [piece for piece in rest[:last] if read_line(draft, piece, True) is None]
    if any(is_prose(piece.text) for piece in between):
        return found.with_body((lead, *between, *rest[last:]))
    if titled and len(lead.text.split()) <= LONGEST_STANDFIRST and not found.value("standfirst"):
        found = found.stated("standfirst", lead.text, "before the date", 0.7, lead.span)
        return found.with_head((*draft.head, *between)).with_body(rest[last:])
    return found.with_head((*draft.head, *between)).with_body((lead, *rest[last:]))


def boilerplate(draft: Draft) -> Draft:
    """Menus and buttons above the prose are marked, so that none of them becomes a title."""
    return draft.with_head(marked(piece) for piece in draft.head)


def marked(piece: Piece) -> Piece:
    """The piece, typed if it is a menu, a button or a caption with a credit."""
    text = piece.text
    if piece.kind is None and (is_boilerplate(text) or is_run_together(text) or len(glue_points(text[:2000])) >= 2):
        return replace(piece, kind=BlockKind.BOILERPLATE)
    if piece.kind is None and len(text) <= 160 and CREDIT.search(text):
        return replace(piece, kind=BlockKind.CAPTION)
    return piece
