"""The title, what stands right above and below it, and a title made from the text where there is none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.articles.decode import folded
from reader.articles.draft import Draft, Piece
from reader.articles.kinds import caption, is_boilerplate, tweet
from reader.articles.rules.credits import NAME, is_domain, is_person, known_agency, spoken_case, with_credit
from reader.articles.rules.dateline import after_prefix
from reader.articles.sentences import CJK, first_sentence, weight
from reader.articles.wordlists import agency_name, outlet_name, place_name, section_word
from reader.model.article import BlockKind

SHORTEST, LONGEST = 25, 160
"""Letters of a usual title."""
FEWEST_WORDS = 4
LONGEST_DERIVED = 90
SHORTEST_CLAUSE = 50

PREFIX = re.compile(r"([^|:]{2,40}?)\s?(\||:)\s+(\S.*)")
SITE_TAIL = re.compile(r"(.{15,}\S)\s+(?:\||[-–—»])\s+([^|–—»]{2,40})")
STOPPED = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bInc)(?<!\bJr)(?<!\bSr)(?<!\bCo)(?<!\bLtd)(?<!\.)\.[\"”’')]*$|[。;:,،]$"
)
ANAPHOR = re.compile(
    r"(?:The (?:decision|move|announcement|statement|news|report|development|incident|remarks?|comments?)|"
    r"The joint statement|"
    r"It|This|That|These|Those|He|She|They|His|Her|Their|Its|Meanwhile|However|But|And|Also|Earlier)\b"
)
SAID = re.compile(
    r",?\s+(?:according to [^,]{2,80}|(?:(?:an?|the|his|her|its|their)\s)?[^,]{0,80}?"
    r"\b(?:said|says|announced|reported|told [^,]{2,40}|stated|added|confirmed)"
    r"(?:\s+(?:on|in|late|early|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)\b[^,]{0,60})?)\.?$"
)
SUBORDINATE = re.compile(
    r",\s(?=(?:which|who|whose|where|when|after|while|as|but|because|although|though|since|following|amid)\s)|;\s|\s[–—]\s|\s--\s"
)
CLAUSE = re.compile(
    r"[,;:]\s|\s[–—-]{1,2}\s|\s(?=(?:outside|inside|after|before|as|while|when|where|which|who|whose|that|because|in|on|at|for|with|by|from|"
    r"over|amid|following|against|during|since|until|but|despite|within|across|near|under|through|between|among|around|toward|towards)\s)"
)


def first_line(draft: Draft) -> Draft:
    """The first line of the head that looks like a title."""
    draft = without_repeated_title(draft)
    if draft.value("title"):
        return draft
    found = candidates(draft.head)
    titles = found or short_titles(draft)
    if not titles:
        return draft
    title = titles[0]
    confidence = 0.7 if not found else 0.9 if len(found) == 1 or title.kind is BlockKind.HEADING else 0.75
    index = draft.head.index(title)
    draft = draft.with_head((*(unread(piece) for piece in draft.head[:index]), *draft.head[index:]))
    draft, cut = without_prefix(draft, title)
    draft, cut = without_site(draft, cut)
    draft = draft.stated("title", cut.text, "first line", confidence, cut.span)
    return draft.with_head(piece for piece in draft.head if piece is not title)


def unread(piece: Piece) -> Piece:
    """A line above the title that says nothing known is part of the page, if it is short."""
    short = piece.kind is None and len(piece.text.split()) <= FEWEST_WORDS and not outlet_words(piece.text)
    return replace(piece, kind=BlockKind.BOILERPLATE) if short else piece


def without_repeated_title(draft: Draft) -> Draft:
    """Text saved with metadata often repeats its title as the first line."""
    title = folded(draft.value("title").text).rstrip(".")
    if not title:
        return draft
    for pieces, replaced in ((draft.head[:3], draft.with_head), (draft.body[:1], draft.with_body)):
        for piece in pieces:
            line = folded(piece.text).rstrip(".")
            if line == title or (line.startswith(title) and SITE_TAIL.fullmatch(piece.text)):
                everything = draft.head if replaced == draft.with_head else draft.body
                return replaced(each for each in everything if each is not piece)
    return draft


def candidates(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines that look like titles; headings of Markdown, if there are any, before all others."""
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    return headings or [piece for piece in pieces if piece.kind is None and looks_like_title(piece.text)]


def looks_like_title(text: str) -> bool:
    """Whether a line has the length of a title and does not end like a sentence."""
    if not SHORTEST <= weight(text) <= LONGEST or STOPPED.search(text) or outlet_words(text):
        return False
    return (
        len(text.split()) >= FEWEST_WORDS or len(CJK.findall(text)) >= 6 or (len(text.split()) == 3 and len(text) >= 30)
    )


def short_titles(draft: Draft) -> list[Piece]:
    """Where nothing has the length of a title, a shorter first line has to do."""
    for piece in draft.head:
        letters = sum(map(str.isalpha, piece.text))
        if (
            piece.kind is None
            and letters >= 3
            and not STOPPED.search(piece.text)
            and weight(piece.text) <= LONGEST + 40
        ):
            return [] if outlet_words(piece.text) and len(draft.head) > 1 else [piece]
    return []


def without_prefix(draft: Draft, title: Piece) -> tuple[Draft, Piece]:
    """`Place | Headline` and `Section | Headline` without what precedes the bar; `Place: Headline` stays whole."""
    found = PREFIX.fullmatch(title.text)
    if not found:
        return draft, title
    before, mark, after = found.groups()
    place = place_name(before)
    if place and (mark == "|" or (len(after.split()) >= 5 and after[0] not in "\"'“‘«")):
        draft = draft.stated("place", place, "place prefix", 0.9 if mark == "|" else 0.6, title.span)
        return draft, title.cut(found.start(3)) if mark == "|" else title
    if mark == "|" and is_place_of_text(before, draft):
        return draft.stated("place", before, "place prefix", 0.7, title.span), title.cut(found.start(3))
    if mark == "|" and section_word(before):
        return draft.stated("section", before, "section line", 0.9, title.span), title.cut(found.start(3))
    return draft, title


def is_place_of_text(name: str, draft: Draft) -> bool:
    """Whether the text speaks of being in, at or from what the words name."""
    if not NAME.fullmatch(name) or len(name.split()) > 3 or section_word(name):
        return False
    spoken = re.compile(rf"\b(?:in|at|from|near|off|to|of|on|outside)\s{re.escape(name)}\b")
    return any(spoken.search(piece.text) for piece in draft.body[:20])


def without_site(draft: Draft, title: Piece) -> tuple[Draft, Piece]:
    """`Headline | Site` and `Headline - Site` without the site, if it is one that is known or is named after a bar."""
    found = SITE_TAIL.fullmatch(title.text)
    if not found:
        return draft, title
    site = found[2].strip()
    barred = "|" in title.text[found.end(1) : found.start(2)] and len(site.split()) <= 4 and site[0].isupper()
    if not (barred or outlet_words(site) or agency_name(site)):
        return draft, title
    return with_credit(draft, site, "title tail", 0.8 if outlet_words(site) else 0.6, title.span), title.cut(
        0, found.end(1)
    )


def outlet_words(text: str) -> bool:
    """Whether a line is the name of an outlet or of a web site."""
    return bool(outlet_name(text)) or is_domain(text)


def outlet_line(draft: Draft) -> Draft:
    """The name of an outlet or site on a line of its own."""
    for piece in draft.head:
        if len(piece.text.split()) > 4 or piece.kind not in (None, BlockKind.BOILERPLATE):
            continue
        known = outlet_name(piece.text)
        if known or is_domain(piece.text):
            draft = draft.stated("outlet", known or piece.text, "outlet line", 0.8 if known else 0.5, piece.span)
            return draft.with_head(each for each in draft.head if each is not piece)
        if piece.text[:1].isupper() and known_agency(piece.text):
            draft = draft.stated("agency", known_agency(piece.text), "agency line", 0.8, piece.span)
            return draft.with_head(each for each in draft.head if each is not piece)
    return draft


def byline_line(draft: Draft) -> Draft:
    """Two to four capitalised words below the title are its writer."""
    if not draft.value("title"):
        return draft
    below = draft.value("title").span[1]
    for piece in draft.head:
        if piece.kind is None and piece.span[0] >= below and is_person(piece.text) and len(piece.text) <= 40:
            draft = draft.stated("byline", spoken_case(piece.text), "name line", 0.6, piece.span)
            return draft.with_head(each for each in draft.head if each is not piece)
    return draft


def standfirst(draft: Draft) -> Draft:
    """A sentence between the title and the prose."""
    if not draft.value("title") or draft.value("standfirst"):
        return draft
    below = draft.value("title").span[1]
    for piece in draft.head:
        words = len(piece.text.split())
        if piece.kind is None and piece.span[0] >= below and 6 <= words <= 60 and weight(piece.text) >= 30:
            draft = draft.stated("standfirst", piece.text, "under the title", 0.7, piece.span)
            return draft.with_head(each for each in draft.head if each is not piece)
    return draft


def derived(draft: Draft) -> Draft:
    """A title made from the first paragraph that stands on its own, where nothing better is known."""
    if draft.value("title").confidence >= 0.35:
        return draft
    prose = [piece for piece in draft.body[:12] if is_usable(piece)]
    chosen = next((piece for piece in prose if not ANAPHOR.match(after_prefix(piece.text))), None)
    if chosen is None and draft.value("standfirst"):
        chosen = Piece(draft.value("standfirst").text, draft.value("standfirst").span)
    chosen = chosen or next(iter(prose or draft.body or draft.head), None)
    return draft.stated("title", derived_title(chosen.text), "derived", 0.35, chosen.span) if chosen else draft


def is_usable(piece: Piece) -> bool:
    """Whether a paragraph can lend its words to a title."""
    if piece.kind not in (None, BlockKind.PARAGRAPH) or is_boilerplate(piece.text):
        return False
    return len(piece.text) >= 20 and not tweet(piece) and not caption(piece)


def derived_title(text: str) -> str:
    """The first sentence without dateline, source and full stop, cut at the end of a clause."""
    sentence = first_sentence(after_prefix(text)) or text
    without_source = SAID.sub("", sentence) if len(sentence) < 1000 else sentence
    sentence = without_source if len(without_source) >= SHORTEST else sentence
    sentence = re.sub(r"^The (?=[A-Z])", "", sentence)
    if len(sentence) > LONGEST_DERIVED:
        sentence = cut_at_clause(sentence)
    bare = sentence.strip(" .,;:–—-")
    return (
        bare.strip('"“”')
        if bare[:1] in '"“' and bare.count('"') + bare.count("“") == 1
        else bare or text[:LONGEST_DERIVED]
    )


def cut_at_clause(sentence: str) -> str:
    """The words before the last clause that goes beyond the length of a title."""
    start = sentence[: LONGEST_DERIVED + 12]
    for pattern in (SUBORDINATE, CLAUSE):
        fitting = [
            found.start() for found in pattern.finditer(start) if SHORTEST_CLAUSE <= found.start() <= LONGEST_DERIVED
        ]
        if fitting:
            return sentence[: fitting[-1]]
    return shortened(sentence)


def shortened(sentence: str) -> str:
    """The words that fit, with the sign that more follow."""
    cut = sentence[: LONGEST_DERIVED - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
