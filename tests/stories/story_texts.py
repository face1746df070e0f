"""An invented event as two outlets report it: shared, reworded and new paragraphs, in two spellings."""

from reader.model.article import Article, Block, BlockKind, Value

STANDFIRST = "The decision followed talks between the port authority of Varnholt and the engineers of Lindqvist Marine"
TWEET = (
    "It was a privilege to stand on the old bridge with Mayor Oskar Lund one last time. Thank you to everybody who"
    " walked across it with us this morning, it meant the world to me."
)
WIRE = (
    "Opposition leader Ada Brenner praised the courage of the inspectors at a breakfast for retired sailors and called"
    " on the council to listen to experts more often than it does.",
    "The harbour bridge will be closed for 14 months from May, because inspectors found cracks in two of its pylons,"
    " the port authority said in a report on Wednesday.",
    'The report, which was signed by Anthony Thorne, emphasized that counterterrorism barriers on the bridge "were not'
    ' to blame for the damage" and that salt water had eaten the steel over many winters.',
    "Ferries will carry workers across the sound every twenty minutes while the pylons are replaced, and lorries must"
    " take the northern road through Kelmstad, which adds almost an hour to the journey.",
)
"""The first outlet's paragraphs."""
DAILY = (
    "Cracks in two pylons mean that the bridge over the harbour will be closed for 16 months, the port authority told"
    " reporters, and inspectors found no other way.",
    "The report, which was signed by Antony Thorne, emphasised that counter-terrorism barriers on the bridge “were not"
    " to blame for the damage” and that salt water had eaten the steel over many winters.",
    "Ferries will carry workers across the sound every twenty minutes while the pylons are replaced, and lorries must"
    " take the northern road through Kelmstad, which adds almost an hour to the journey.",
    "Shopkeepers along the quay fear for their trade and have asked the chamber of commerce for a loan of four million"
    " crowns, which the opposition calls a gift to landlords.",
)
"""The second outlet's paragraphs; it has a tweet after the second."""


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


def report(*texts: str, name: str = "a.txt", day: str = "", standfirst: str = "", title: str = "") -> Article:
    """An article of these paragraphs."""
    return Article(
        id=name,
        title=Value(title, "head line", 0.9) if title else Value(),
        date=Value(day, "crawl mark", 0.95) if day else Value(),
        standfirst=Value(standfirst, "reports tail", 0.9) if standfirst else Value(),
        blocks=paragraphs(*texts),
        words=sum(len(text.split()) for text in texts),
    )


def wire() -> Article:
    return report(*WIRE, name="wire.txt", day="2021-04-08")


def daily() -> Article:
    article = report(*DAILY, name="daily.txt", day="2021-04-09", standfirst=STANDFIRST)
    tweet = Block(BlockKind.TWEET, TWEET, author="Mayor Oskar Lund", date="2021-04-08")
    blocks = (*article.blocks[:2], tweet, *article.blocks[2:])
    return Article("daily.txt", date=article.date, standfirst=article.standfirst, blocks=blocks, words=200)
