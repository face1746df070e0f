"""Days that contradict each other, and the day that an article without one is no older than."""

from dataclasses import replace
from datetime import date, timedelta

from reader.articles.dates import find_dates
from reader.articles.draft import EARLY, Draft
from reader.articles.rules.tail import newest_tweet
from reader.model.article import BlockKind, Value

APART = 2
"""Days by which two dates may differ: time zones, papers of the next morning, a page that was moved."""
LIKELY_ENOUGH = 0.75
"""Confidence from which a day contradicts another. That of an update, of the page around the text, or one that can be
read both ways lies below."""
BOUND = 0.2
"""Confidence in the newest day that a text names."""


def differing_days(draft: Draft) -> Draft:
    """Of two days of publication the surer is kept, and a note tells of the other; so it does of a younger tweet."""
    kept = draft.value("date")
    if kept.other or kept.confidence < LIKELY_ENOUGH:
        return draft
    day = date.fromisoformat(kept.text)
    for told in draft.days:
        if told.confidence >= LIKELY_ENOUGH and abs((date.fromisoformat(told.text) - day).days) > APART:
            return draft.noted(f"two dates differ: {kept.text} ({kept.rule}) is kept, {told.text} ({told.rule}) is not")
    newest = newest_tweet(draft)
    if newest and (newest - day).days > APART:
        return draft.noted(f"two dates differ: {kept.text} ({kept.rule}) is kept, but it quotes a tweet of {newest}")
    return draft


def newest_day(draft: Draft) -> Draft:
    """The newest full date that the text of an undated article names, below which its own day hardly lies.

    It is never shown as the date. On crude pages, where comments and other articles stand around the text, it is too
    young for nearly half: of 33 such bounds on the 391 pages that the weights of titles were fitted to, 18 held.
    """
    if draft.value("date"):
        return draft
    latest = draft.today + timedelta(EARLY)
    newest = Value()
    for piece in draft.body:
        if piece.kind is BlockKind.BOILERPLATE:
            continue
        for found in find_dates(piece.text):
            day = found.day.isoformat()
            if found.other is None and found.day <= latest and day > newest.text:
                begin = piece.span[0]
                newest = Value(day, "newest day named", BOUND, (begin + found.span[0], begin + found.span[1]))
    return replace(draft, values={**draft.values, "not_before": newest}) if newest else draft
