"""What a piece of text is: prose, a tweet, a caption, boilerplate or a heading."""

import re
from functools import cache, lru_cache

from reader.articles.dates import find_dates
from reader.articles.draft import Piece
from reader.articles.languages import language
from reader.articles.sentences import weight
from reader.articles.wordlists import marked, marked_set
from reader.model.article import Block, BlockKind

LONGEST_CAPTION = 160
LONGEST_HEADING = 90
LONGEST_BOILERPLATE = 200
LONGEST_KEPT = 2000
"""Letters of a piece at most whose kind is kept in memory, since one rule after the other asks for it."""
VERB_WITHIN = 600
"""Letters among which running text has a verb."""

GLUE = re.compile(r"[a-zß-öø-ÿ](?=[A-ZÀ-ÖØ-Þ]\w)")
"""Where a small letter meets a capital: two lines run together."""
NAME_STARTS = frozenset({"Mc", "Mac", "De", "Le", "La", "Du", "Di", "Van", "Fitz", "O", "i", "e"})
"""First halves of names that have a capital inside."""
HALF_WORD = re.compile(r"[@#/.]?\w+$")
GLUED_NAMES = re.compile(
    r"\b(?:YouTube|LinkedIn|WhatsApp|TikTok|OpenAI|ChatGPT|DeepMind|PlayStation|GitHub|BuzzFeed|HuffPost|PayPal|FedEx|SpaceX|"
    r"UrduPoint|TheQuint|ThisDay|DeepSeek|BlackRock|BlackBerry|MasterCard|JavaScript|WordPress|AstraZeneca|GlaxoSmithKline|"
    r"BioNTech|LeBron|DiCaprio|McDonald|BitTorrent|CrowdStrike|SoundCloud|PowerPoint|HarperCollins|ExxonMobil|AccuWeather)"
)
TWEET = re.compile(
    r"(?:\s-{1,2}\s|\s*[—–]{1,2}\s*)(?P<name>[^()@—–]{1,60}?)\s?\(@\s?(?P<handle>\w{1,15})\)\s*(?P<date>\S.{5,38})$"
)
MEDIA = re.compile(r"\s*(?:https?://)?((?:pic\.twitter\.com|pic\.x\.com|t\.co)/\w{1,20})\s*$")
CREDIT = re.compile(
    r"\s*(?:\((?P<bracket>(?:(?:File )?Photo(?: by|: | courtesy| credit)?[^()]{0,60}|"
    r"File(?: photo| image| picture)?(?:[:/ ][^()]{0,40})?|"
    r"(?:Twitter|Facebook|Instagram|X|Reuters|REUTERS|AP|AFP|EPA|Getty(?: Images)?|Xinhua|ANI|PTI|"
    r"IANS|Shutterstock|Wikimedia(?: Commons)?|"
    r"Courtesy|Handout|Supplied|Image|Picture|Credit)(?:[:/ ][^()]{0,60})?))\)"
    r"|(?:Photo|Image|Picture|Photograph|Credit|Foto|Bild)(?: credit| by|s)?: ?(?P<label>[^()]{2,60}))\.?$"
)
CAPTION_START = re.compile(r"(?:FILE PHOTO|File photo|FILE|Photo|Image|Caption|PHOTO)\s?[:–-]\s")
FINAL_STOP = re.compile(r"[.!?…。！？؟۔:;][\"”’'»)\]]*$")
FREQUENT_VERBS = """
is are was were has have had will would can could may might must should said says told did does do been be
"""
VERBS = frozenset(FREQUENT_VERBS.split())
"""Those of `VERB` that are most frequent, for finding one quickly."""
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|told|tells|did|does|do|been|be|made|took|"
    r"went|came|began|became|held|led|left|met|won|lost|saw|gave|got|put|set|ran|rose|fell|grew|kept|found|brought|spoke|wrote|"
    r"it's|he's|she's|that's|there's|they're|we're|i'm|don't|won't|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
FIGURES_ALONE = re.compile(r"\d{1,3} ?(?:min(?:ute)?s? read|comments?(?:\(s\))?|shares?|views?|likes?)|[\d\W_]*")
"""What is left of buttons with a count, and of lines without a letter."""
ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|with|at|by|from)\b", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Whether a piece reads as running text and not as a title, a menu or a line of metadata."""
    return _kept_prose(text) if len(text) <= LONGEST_KEPT else _reads_as_prose(text)


def _reads_as_prose(text: str) -> bool:
    length = weight(text)
    if length <= 60 or is_run_together(text):
        return False
    if length <= 120 and not is_stopped(text):
        return False
    start = text[:VERB_WITHIN]
    if not VERBS.isdisjoint(start.lower().split()):
        return True
    return bool(VERB.search(start)) or not ENGLISH.search(start) or language(text) not in ("", "en")


_kept_prose = lru_cache(maxsize=2000)(_reads_as_prose)


def is_stopped(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(FINAL_STOP.search(text[-12:]))


def is_run_together(text: str) -> bool:
    """Whether a piece is a menu whose items have lost the spaces between them."""
    return text.count("|") >= 3 or len(glue_points(text[:2000])) >= 3


def glue_points(text: str) -> list[int]:
    """Offsets at which two lines run into each other, names that are written so left out."""
    points = [found.end() for found in GLUE.finditer(text)]
    if not points:
        return []
    names = [found.span() for found in GLUED_NAMES.finditer(text)]
    return [
        point for point in points if not any(start < point < end for start, end in names) and parts_lines(text, point)
    ]


def parts_lines(text: str, point: int) -> bool:
    """Whether what stands before a capital is a word of its own and no beginning of a name, a tag or an address."""
    start = HALF_WORD.search(text[max(0, point - 40) : point])
    return start is not None and start[0] not in NAME_STARTS and start[0][0] not in "@#/."


def is_boilerplate(text: str) -> bool:
    """Whether a line belongs to the page and not to the article."""
    return len(text) <= LONGEST_BOILERPLATE and _is_furniture(text)


@lru_cache(maxsize=4000)
def _is_furniture(text: str) -> bool:
    bare = text.casefold().strip(" .|·•»«>-–—*")
    if bare in marked_set("boilerplate", "line") or bare.startswith(marked("boilerplate", "start")):
        return True
    return FIGURES_ALONE.fullmatch(bare) is not None


def is_tail_marker(text: str) -> bool:
    """Whether nothing after this line belongs to the article."""
    if len(text) > 80:
        return False
    bare = text.casefold().strip(" .|·•»«>-–—*")
    return bare.rstrip(": ") in marked_set("boilerplate", "tail") or bare.startswith(tail_starts())


@cache
def tail_starts() -> tuple[str, ...]:
    """Phrases of several words or with a colon, after which a line may go on."""
    return tuple(phrase for phrase in marked("boilerplate", "tail") if " " in phrase or phrase.endswith(":"))


def tweet(piece: Piece) -> Block | None:
    """The tweet that a piece is, if it ends in a signature and a day."""
    if "(@" not in piece.text:
        return None
    found = TWEET.search(piece.text)
    days = find_dates(found["date"]) if found else []
    if not found or not days:
        return None
    text = piece.text[: found.start()].strip()
    media = MEDIA.search(text)
    return Block(
        BlockKind.TWEET,
        text[: media.start()].strip() if media else text,
        piece.span,
        author=found["name"].strip(),
        handle=f"@{found['handle']}",
        date=days[0].day.isoformat(),
        media=media[1] if media else "",
    )


def caption(piece: Piece) -> Block | None:
    """The caption that a piece is, if it carries a credit or is two lines run together."""
    text = piece.text
    if len(text) > LONGEST_CAPTION:
        return None
    credit = CREDIT.search(text)
    bare = text[: credit.start()].rstrip() if credit else text
    if not credit and (is_stopped(bare) or not (glue_points(bare) or CAPTION_START.match(bare))):
        return None
    words = bare
    for point in reversed(glue_points(bare)):
        words = f"{words[:point]}, {words[point:]}"
    name = (credit["bracket"] or credit["label"] or "").strip() if credit else ""
    return Block(BlockKind.CAPTION, words or text, piece.span, credit=name)


def is_heading(text: str) -> bool:
    """Whether a line between paragraphs is a sub-heading."""
    if not 2 < weight(text) <= LONGEST_HEADING or is_stopped(text) or text.endswith((",", "-", "—")):
        return False
    first = text.lstrip("\"“‘'«(")[:1]
    return (
        len(text.split()) <= 12
        and not first.islower()
        and any(map(str.isalpha, text))
        and not text.startswith(("-", "•", "*"))
    )
