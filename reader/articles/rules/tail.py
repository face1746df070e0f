"""The end of a text: credits, tails of web pages, and the agency that the text itself mentions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from reader.articles.draft import EARLY, Draft, Piece
from reader.articles.kinds import is_tail_marker, tweet
from reader.articles.rules.credits import NAME_WORD, known_agency, with_credit
from reader.articles.wordlists import lines
from reader.model.article import BlockKind

LAST = 4
"""Credits stand among so many last pieces."""
LONG_PROSE = 200
"""Letters of a paragraph that a list of other articles does not have."""

REPORTING = re.compile(
    r"\(?(?:Additional )?(?:Reporting|Writing|Compiled)(?: and writing| and editing)? by ([^;.()]{3,120})",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\(?(?:source|quelle|fuente|fonte)\s?:\s?([^:|()]{2,60}?)[.)]*", re.IGNORECASE)
DASHED = re.compile(r"[-–—(]{1,2}\s?([A-Z][\w. /&-]{1,40}?)\)?\.?")
LAST_WORDS = re.compile(r"(?:\s[-–—]{1,2}\s?|[.”\"]\s?[-–—]\s?|\(|\s/|\.\s)([A-Z][\w. /-]{1,40}?)\)?\.?$")
LINK = re.compile(
    r"(?:url|link|address|permalink|original|read (?:the )?(?:full )?(?:story|article|more)(?: (?:at|on|here))?)\s?:\s?<?(https?://\S{3,1000}?)>?",
    re.IGNORECASE,
)
REPORTED = re.compile(r",?\s(?:news agency|agency|reported|reports|quoted|cited)\b")
TELLING = re.compile(r"(?:\btold|\baccording to|\breported by|\bcited by|\bquoted by)(?: the)? $", re.IGNORECASE)
CUES = ("(", "agency", "report", "quoted", "cited", "told", "according to")
"""One of these stands beside every agency that is named as a source: looked for first, as most paragraphs have none."""
UNLISTED = re.compile(rf"((?:{NAME_WORD}\s){{1,3}})news agency\b")


def cut_tail(draft: Draft) -> Draft:
    """From a line such as `TOP STORIES` on, everything is boilerplate, unless much of the text follows."""
    markers = [index for index, piece in enumerate(draft.body) if index and is_tail_marker(piece.text)]
    if not markers:
        return draft
    total = sum(len(piece.text) for piece in draft.body)
    last_prose = max((index for index, piece in enumerate(draft.body) if len(piece.text) > LONG_PROSE), default=0)
    for index in markers:
        before = sum(len(piece.text) for piece in draft.body[:index]) if index < last_prose else total
        if before >= 0.75 * total:
            rest = (replace(each, kind=BlockKind.BOILERPLATE) for each in draft.body[index:])
            return draft.with_body((*draft.body[:index], *rest))
    return draft


def credit_lines(draft: Draft) -> Draft:
    """`Reporting by …`, `- AP`, `Source: …` and `URL: …` among the last lines."""
    kept = [index for index, piece in enumerate(draft.body) if piece.kind is not BlockKind.BOILERPLATE]
    body = list(draft.body)
    for index in kept[-LAST:]:
        read = read_credit(draft, body[index]) if index and len(body[index].text) <= 300 else None
        if read:
            draft = read
            body[index] = replace(body[index], kind=BlockKind.BOILERPLATE)
    return draft.with_body(body)


def read_credit(draft: Draft, piece: Piece) -> Draft | None:
    """The draft with what a line of credits says; None where the piece is none."""
    found = REPORTING.match(piece.text)
    if found:
        names = re.split(r"\s+in\s+[A-Z]", found[1])[0].strip(" ,")
        return draft.stated("byline", names, "credit line", 0.8, piece.span)
    found = SOURCE.fullmatch(piece.text)
    if found:
        return with_credit(draft, found[1], "source line", 0.85, piece.span)
    found = DASHED.fullmatch(piece.text)
    name = (found[1] if found else piece.text).strip(" .") if len(piece.text) <= 50 else ""
    if name and name in (draft.value("agency").text, draft.value("outlet").text, draft.value("byline").text):
        return draft
    if known_agency(name):
        return draft.stated("agency", known_agency(name), "credit line", 0.8, piece.span)
    found = LINK.fullmatch(piece.text)
    return draft.stated("url", found[1], "link line", 0.8, piece.span) if found else None


def last_words(draft: Draft) -> Draft:
    """An agency after the last full stop."""
    prose = [piece for piece in draft.body if piece.kind is not BlockKind.BOILERPLATE]
    if not prose:
        return draft
    found = LAST_WORDS.search(prose[-1].text[-60:])
    names = [name for name in map(known_agency, re.split(r"\s?/\s?", found[1])) if name] if found else []
    return draft.stated("agency", names[0], "credit line", 0.8, prose[-1].span) if names else draft


@cache
def agencies() -> re.Pattern[str]:
    """All names of agencies, the longest first; case matters, else `AP` would be found in `ap`."""
    names = {name.strip() for line in lines("agencies") for name in line.split("=")}
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )


def in_text_agency(draft: Draft) -> Draft:
    """The first agency that the text says something is from."""
    if draft.value("agency").confidence >= 0.7:
        return draft
    for piece in draft.body:
        if piece.kind is not BlockKind.BOILERPLATE:
            for name, start, end in mentions(piece.text):
                span = (piece.span[0] + start, min(piece.span[1], piece.span[0] + end))
                return draft.stated("agency", name, "in-text agency", 0.7, span)
    return draft


def mentions(text: str) -> Iterator[tuple[str, int, int]]:
    """Agencies that a paragraph names as its source, outside quotations."""
    found: list[tuple[int, int, str]] = []
    small = text.lower()
    if not any(cue in small for cue in CUES):
        return
    for match in agencies().finditer(text):
        before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
        bracketed = before.endswith("(") and after.startswith(")")
        if bracketed or REPORTED.match(after) or TELLING.search(before):
            found.append((match.start(), match.end(), known_agency(match[0])))
    for match in UNLISTED.finditer(text) if "news agency" in text else ():
        name = match[1].strip()
        found.append((match.start(), match.end(), known_agency(name) or name))
    for start, end, name in sorted(found):
        if name and not in_quotation(text, start):
            yield name, start, end


def in_quotation(text: str, place: int) -> bool:
    """Whether a place stands between opening and closing quotation marks."""
    before = text[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def tweet_date(draft: Draft) -> Draft:
    """An article is no older than the newest tweet in it, and seldom much younger."""
    newest = newest_tweet(draft)
    return draft.stated("date", newest.isoformat(), "tweet date", 0.5) if newest else draft


def newest_tweet(draft: Draft) -> date | None:
    """The day of the newest tweet in the text that does not lie ahead."""
    found = (tweet(piece) for piece in draft.body if "(@" in piece.text)
    days = (date.fromisoformat(block.date) for block in found if block)
    return max((day for day in days if (day - draft.today).days <= EARLY), default=None)
