"""Invented articles, and a linker over them."""

from collections.abc import Sequence

from reader.model.article import Article, Block, BlockKind, Value
from reader.stories.profile import Profile, profile
from reader.stories.related import Found, Linker


def article(text: str, title: str = "", date: str = "", agency: str = "", content_hash: str = "") -> Article:
    """An article whose paragraphs are the lines of the text."""
    return Article(
        id="invented.txt",
        title=Value(title, "head line", 0.9) if title else Value(),
        date=Value(date, "crawl mark", 0.95) if date else Value(),
        agency=Value(agency, "in text", 0.7) if agency else Value(),
        blocks=tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n") if line),
        words=len(text.split()),
        content_hash=content_hash,
    )


def linker(articles: Sequence[Article]) -> Linker:
    """A linker over the articles, numbered from 1, whose profiles went through their bytes."""
    stored = {number: profile(one).to_bytes() for number, one in enumerate(articles, 1)}
    made = Linker(lambda number: Profile.from_bytes(stored[number]))
    made.extend((number, Profile.from_bytes(data)) for number, data in stored.items())
    return made


def link(articles: Sequence[Article], first: int = 1, second: int = 2) -> Found | None:
    """What the second is to the first."""
    return next((found for found in linker(articles).find(first) if found.number == second), None)


HARBOUR = """The old harbour bridge at Varnholt will be closed for fourteen months from the first of May, the port \
authority announced, because inspectors found deep cracks in two of its pylons.
Engineers working for Lindqvist Marine had warned for years that salt water was eating the steel, and a report \
written by Professor Ada Brenner asked the council to act before another winter passed.
Ferries are going to carry workers across the sound every twenty minutes while the pylons are replaced, and lorries \
must take the northern road through Kelmstad, which adds almost an hour to the journey.
Shopkeepers along the quay fear for their trade and have asked the Varnholt Chamber of Commerce to pay."""

HARBOUR_AGAIN = """A bridge across the harbour of Varnholt has to be shut until next summer after cracks were found \
in its pylons, officials at the port have confirmed.
Ada Brenner, whose study of the steel for Lindqvist Marine warned of the danger, called the closure overdue.
Workers will have ferries every twenty minutes, but lorries face a detour through Kelmstad.
The Varnholt Chamber of Commerce wants money for shopkeepers on the quay who expect to lose trade."""

ORCHESTRA = """The symphony orchestra of Pellworth opened its season with a concert that nobody there will forget, \
ending in applause which lasted a quarter of an hour.
Conductor Mirela Castor chose three neglected pieces for strings, and the young violinist Tomas Ekdal played them \
from memory, smiling at the front row.
Tickets for the remaining evenings are nearly gone, the box office said, although some seats behind the organ can be \
had at half price by students."""

RECIPE = """Wash the lentils under running water until it stays clear, then simmer them with bay leaf and cumin while \
the onions brown slowly in butter.
Stir both together, add lemon and plenty of parsley, and let the pan rest beneath a cloth for ten minutes so that the \
flavours marry.
Serve lukewarm with flat bread, olives and a spoon of thick yoghurt on top of every plate."""
