"""The fields of every JSON object that is printed: a contract with scripts. Fields are only ever added.

What is not known is null, never an empty text or a zero.
"""

from collections.abc import Iterable, Sequence

from reader.articles.corrections import RULE
from reader.model.article import Article, Block, BlockKind, Value
from reader.model.headline import Headline, Link
from reader.model.marking import Highlight
from reader.model.name import Name, NameKind
from reader.model.refresh import Outcome

Fields = dict[str, object]
"""One JSON object."""

METADATA = ("title", "date", "outlet", "agency", "section", "place", "byline", "standfirst", "url")
"""The parts of an article that a rule found."""

NAMED = {
    "people": NameKind.PERSON,
    "places": NameKind.PLACE,
    "organisations": NameKind.ORGANISATION,
    "other_names": NameKind.OTHER,
}
"""Under which field `show` tells names of which kind."""


def headline_fields(headline: Headline) -> Fields:
    """An article as `list` prints it."""
    return {
        "id": headline.id,
        "title": headline.title or None,
        "title_derived": headline.title_derived,
        "date": headline.date or None,
        "date_confidence": round(headline.date_confidence, 3) if headline.date else None,
        "outlet": headline.outlet or None,
        "section": headline.section or None,
        "place": headline.place or None,
        "words": headline.words,
        "read": headline.marks.read,
        "favourite": headline.marks.favourite,
        "tags": list(headline.marks.tags),
        "story": headline.story or None,
        "note": headline.marks.note or None,
        "highlights": headline.marks.highlights,
    }


def marks_fields(headline: Headline) -> Fields:
    """What the user set on an article, as every command prints it that changes marks."""
    marks = headline.marks
    return {
        "id": headline.id,
        "read": marks.read,
        "favourite": marks.favourite,
        "tags": list(marks.tags),
        "note": marks.note or None,
    }


def written_fields(article: Article, note: str, highlights: Sequence[Highlight]) -> Fields:
    """What the user wrote about an article, and highlighted in it; whether that still stands in the text."""
    from reader.notes import placed, texts_of

    lost = placed(texts_of(article), highlights).lost
    told = [
        {"text": each.text, "within": each.within or None, "note": each.note or None, "stands": each not in lost}
        for each in highlights
    ]
    return {"note": note or None, "highlights": told}


def article_fields(article: Article) -> Fields:
    """A parsed article, as `show` prints it."""
    values = {name: _value(article, name) for name in METADATA}
    if "language" in article.corrected:
        values["language"] = Value(article.language, RULE, 1.0)
    known = {name: value.text or None for name, value in values.items()}
    return {
        "id": article.id,
        "title": known["title"],
        "title_derived": article.title_derived,
        "date": known["date"],
        "outlet": known["outlet"],
        "agency": known["agency"],
        "section": known["section"],
        "place": known["place"],
        "byline": known["byline"],
        "standfirst": known["standfirst"],
        "language": article.language or None,
        "words": article.words,
        "minutes": article.minutes,
        "url": known["url"],
        "blocks": [_block_fields(block) for block in article.blocks],
        **_names_fields(article),
        "provenance": {name: _provenance(value) for name, value in values.items() if value or value.rule == RULE},
    }


def _names_fields(article: Article) -> Fields:
    """Who and what the article names, by kind, the most named first; merged within the article alone."""
    from reader.articles.names import names  # with its word lists: only when an article is printed

    found = sorted(names(article), key=lambda name: -name.count)
    return {field: [_one_name(name) for name in found if name.kind is kind] for field, kind in NAMED.items()}


def _one_name(name: Name) -> Fields:
    variants = [variant.text for variant in name.variants]
    return {"name": name.text, "variants": variants, "count": name.count, "role": name.role or None}


def link_fields(links: Iterable[Link]) -> list[Fields]:
    """How other articles relate to one, as `related` prints it."""
    return [
        {
            "id": link.headline.id,
            "score": round(link.score, 4),
            "kind": str(link.kind),
            "reasons": list(link.reasons),
        }
        for link in links
    ]


def outcome_fields(outcome: Outcome) -> Fields:
    """What a refresh did, as `index` prints it."""
    return {
        "added": outcome.added,
        "changed": outcome.changed,
        "removed": outcome.removed,
        "unchanged": outcome.unchanged,
        "failed": [{"path": problem.id, "problem": problem.reason} for problem in outcome.failed],
        "articles": outcome.articles,
        "seconds": outcome.seconds,
    }


def _value(article: Article, name: str) -> Value:
    value = getattr(article, name)
    return value if isinstance(value, Value) else Value()


def _provenance(value: Value) -> Fields:
    span = list(value.span) if value.span != (0, 0) else None
    return {"rule": value.rule or None, "confidence": round(value.confidence, 3), "span": span}


def _block_fields(block: Block) -> Fields:
    """A block with the keys of its kind."""
    fields: Fields = {"kind": str(block.kind), "text": block.text}
    if block.kind is BlockKind.TWEET:
        own = {"author": block.author, "handle": block.handle, "date": block.date, "media": block.media}
    elif block.kind is BlockKind.CAPTION:
        own = {"credit": block.credit}
    else:
        own = {}
    return fields | {name: text or None for name, text in own.items()}
