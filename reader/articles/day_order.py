"""Whether the day or the month stands first in dates such as 04/05/2021: what proves it, what makes it likely."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from reader.articles.dates import DAY_FIRST, MONTH_FIRST, figures
from reader.articles.draft import EARLY
from reader.articles.wordlists import marked_set
from reader.model.article import Article, Value

PROVED = 0.8
"""Confidence in an order that other dates of the same article, or of its outlet, prove."""
VOTED = 0.7
"""Confidence in an order that most dates of the folder have."""
BY_LANGUAGE = 0.6
CLEARLY = 2
"""So many times as many votes as for the other order decide."""

FIGURED = re.compile(r"\d[/-]\s?\d{1,2}[/-]\s?\d{4}")
WORD = re.compile(r"[a-z]{4,}")


def proved_order(text: str) -> str:
    """The order that the dates of a text prove, by a number above 12; empty where none does, or where they differ."""
    if not FIGURED.search(text):
        return ""
    orders = {found.order for found in figures(text) if found.order and found.other is None}
    return orders.pop() if len(orders) == 1 else ""


def usual_order(language: str, text: str) -> str:
    """The order that is usual where the text was written; empty where that cannot be told."""
    if language != "en":
        return DAY_FIRST if language else ""
    words = set(WORD.findall(text.casefold()))
    american, british = (len(words & marked_set("spellings", name)) for name in ("american", "british"))
    return MONTH_FIRST if american > british else DAY_FIRST if british > american else ""


def in_order(date: Value, order: str, confidence: float) -> Value:
    """A date that can be read both ways, its text with the day first, read in this order."""
    if order != MONTH_FIRST:
        return replace(date, confidence=confidence)
    return replace(date, text=date.other, other=date.text, confidence=confidence)


def not_ahead(date: Value, today: day) -> Value:
    """What a container says is the day of publication, in the reading that does not lie ahead; no date if none."""
    latest = (today + timedelta(EARLY)).isoformat()
    if not date or (date.text <= latest and (not date.other or date.other <= latest)):
        return date
    if date.text <= latest:
        return replace(date, other="")
    return replace(date, text=date.other, other="") if "" < date.other <= latest else Value()


def settled_by_text(date: Value, text: str, language: str) -> tuple[Value, str]:
    """The date as the article itself lets it be read, and the order that this is, or that its dates prove."""
    proved = proved_order(text)
    if not date.other:
        return date, proved
    if proved:
        return replace(in_order(date, proved, PROVED), other=""), proved
    usual = usual_order(language, text)
    return in_order(date, usual, BY_LANGUAGE if usual else date.confidence), usual or DAY_FIRST


def voted(votes: Mapping[str, int]) -> str:
    """The order that clearly more dates have than the other, or nothing."""
    day, month = votes.get(DAY_FIRST, 0), votes.get(MONTH_FIRST, 0)
    return DAY_FIRST if day > CLEARLY * month else MONTH_FIRST if month > CLEARLY * day else ""


def settled_by_vote(article: Article, day: str, confidence: float, voters: str) -> Article:
    """The article with the day that the dates of others make of its own; `voters` is `outlet` or `folder`."""
    rule = f"{article.date.rule}, day and month in the order of the {voters}"
    return replace(article, date=replace(article.date, text=day, other="", rule=rule, confidence=confidence))
