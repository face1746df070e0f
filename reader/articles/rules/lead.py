"""The first paragraph where it is a standfirst."""

import re

from reader.articles.draft import Draft
from reader.articles.rules.credits import is_person
from reader.articles.sentences import sentence_spans
from reader.articles.wordlists import outlet_name, section_word

REPORTS = re.compile(r"\s*(?:…|\.{2,4})\s*(reports?|writes)\s+((?:[A-Z][\w'’.&-]*\s?){1,6})\.?$")
LONGEST_LEAD = 45
"""Words of a first paragraph that sums an article up."""
SHORTEST_TEXT = 4
"""Paragraphs that an article on a news page has at least."""


def reports_tail(draft: Draft) -> Draft:
    """A first paragraph that ends `…reports OUTLET` is the standfirst."""
    pieces = (*draft.head, *draft.body[:1])
    for index, piece in enumerate(pieces):
        found = REPORTS.search(piece.text[-200:])
        if not found or (len(pieces) < 2 and len(draft.body) < 2):
            continue
        name = found[2].strip()
        written = found[1] == "writes" and is_person(name)
        draft = draft.stated(
            "byline" if written else "outlet", outlet_name(name) or name, "reports tail", 0.9, piece.span
        )
        cut = piece.cut(0, len(piece.text) - len(found[0]))
        draft = draft.stated("standfirst", cut.text, "reports tail", 0.9, cut.span)
        if index < len(draft.head):
            return draft.with_head((*draft.head[:index], *draft.head[index + 1 :]))
        return draft.with_body(draft.body[1:])
    return draft


def news_page(draft: Draft) -> Draft:
    """In a folder named for a section, a title and a first paragraph of one sentence are the page of a news site."""
    if (
        draft.head
        or draft.marked_up
        or set(draft.values) != {"title"}
        or len(draft.body) < SHORTEST_TEXT
        or not section_word(draft.path.parent.name)
    ):
        return draft
    lead = draft.body[0]
    if len(lead.text.split()) > LONGEST_LEAD or len(list(sentence_spans(lead.text))) != 1:
        return draft
    return draft.stated("standfirst", lead.text, "first paragraph", 0.7, lead.span).with_body(draft.body[1:])
