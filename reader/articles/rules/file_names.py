"""What folder, file name and web address say."""

import re

from reader.articles.dates import compact_date, find_dates
from reader.articles.draft import Draft
from reader.articles.wordlists import section_word, spellings

SLUG_WORD = re.compile(r"[a-zA-Z]{2,20}")
HEX = re.compile(r"[0-9a-f]{6,}|\d+")
FEWEST_WORDS = 3
ADDRESS_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
ADDRESS_SECTION = re.compile(r"^https?://[^/]{3,200}/(?:\d{4}/)?(?:\d{1,2}/)?(?:\d{1,2}/)?([a-z-]{2,30})/")
ADDRESS_SLUG = re.compile(r"/([a-z0-9]+(?:-[a-z0-9]+){2,30})(?:\.\w{2,5})?/?(?:[?#].*)?$", re.IGNORECASE)


def folder_section(draft: Draft) -> Draft:
    """A folder named for a part of a newspaper."""
    name = draft.path.parent.name.replace("_", " ").replace("-", " ")
    return (
        draft.stated("section", spellings("sections")[name.casefold()], "folder name", 0.7)
        if section_word(name)
        else draft
    )


def file_date(draft: Draft) -> Draft:
    """A date in the file's name."""
    name = re.sub(r"(?<=\d)_(?=\d)", "-", draft.path.stem[:200])
    words = re.split(r"[^0-9a-zA-Z-]+", name)
    compact = next(
        (found for part in re.split(r"[^0-9a-zA-Z]+", name) if len(part) == 8 and (found := compact_date(part))), None
    )
    days = [found for word in words for found in find_dates(re.sub(r"(?<=\d{4}-\d\d-\d\d)-", " ", word))]
    found = days[0] if days else compact
    return draft.dated(found, "file name", 0.75) if found else draft


def address(draft: Draft) -> Draft:
    """Date, section and title in the address of the article."""
    url = draft.value("url")
    if not url:
        return draft
    found = ADDRESS_DAY.search(url.text)
    days = find_dates("-".join(found.groups())) if found else []
    if days:
        draft = draft.dated(days[0], "address", 0.8, url.span)
    section = ADDRESS_SECTION.match(url.text)
    words = section[1].replace("-", " ") if section else ""
    if section_word(words):
        draft = draft.stated("section", spellings("sections")[words], "address", 0.6, url.span)
    slug = ADDRESS_SLUG.search(url.text)
    return draft.stated("title", slug_title(slug[1], draft), "address", 0.4, url.span) if slug else draft


def file_title(draft: Draft) -> Draft:
    """A file name made of the title's words."""
    return draft.stated("title", slug_title(draft.path.stem, draft), "file name", 0.4)


def slug_title(slug: str, draft: Draft) -> str:
    """The words of a slug as a title, if they are words and the text speaks of them; else nothing."""
    parts = [part for part in re.split(r"[\s_.+-]+", slug[:200]) if part and not HEX.fullmatch(part)]
    if len(parts) < FEWEST_WORDS or not all(SLUG_WORD.fullmatch(part) for part in parts):
        return ""
    text = " ".join(piece.text for piece in draft.body[:20])[:8000].casefold()
    telling = [part for part in parts if len(part) >= 4]
    if len(telling) < FEWEST_WORDS or sum(part.casefold() in text for part in telling) < 0.6 * len(telling):
        return ""
    words = " ".join(parts)
    return words[0].upper() + words[1:]
