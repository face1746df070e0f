"""What is doubtful about how an article was read, what kind of trouble a reason tells of, and what to do about it."""

import re

from reader.model.article import SURE, Article

HARMLESS = ("wrongly decoded characters were mended",)
"""Notes that say what went well."""
CONTRADICTORY = ("two dates differ",)
"""Notes that matter until the user has said what the date is."""
ABOUT_DATES = ("its dateline names a day without a year",)
"""Notes that matter only where the date is not known by other means."""

UNWANTED = "nothing to read here: delete it, or name it under `ignore` in the configuration"
UNREADABLE = "name it, or all files of its kind, under `ignore` in the configuration"
ADVICE = (
    ("only the first", "articles", "split the file into several"),
    ("only the first", "", "raise `max_file_size` in the configuration, or split the file"),
    ("its front matter refers to itself", "", "write the values out where they are missing"),
    ("its encoding was guessed", "", "look at accents and quotation marks; where they are wrong, save it as UTF-8"),
    ("its dateline names a day", "", "if you know the year, correct the date"),
    ("two dates", "", "look at the evidence of the date, and correct it there if need be"),
    ("the compressed file", "", "unpack it by hand, or copy it again from where it came"),
    ("a damaged compressed file", "", "copy it again from where it came"),
    ("empty", "", UNWANTED),
    ("no letters", "", UNWANTED),
    ("under 30 characters", "", UNWANTED),
    ("binary file", "", "save its text as .txt, or name it under `ignore` in the configuration"),
    ("a picture", "", UNREADABLE),
    ("a program", "", UNREADABLE),
    ("a database", "", UNREADABLE),
    ("a bookmark list", "", "save the pages themselves, as .html or .txt"),
    ("a table of links", "", "save the pages themselves, as .html or .txt"),
    ("no text of an article", "", "save the page again, with its text"),
    ("over ", "lines", "split it into its articles, or name it under `ignore` in the configuration"),
    ("has vanished", "", "mend the link, or delete it"),
)
"""How a reason begins, what else it holds, and what to do; a reason that is missing here says that itself."""


def doubts(article: Article) -> tuple[str, ...]:
    """Why a person should look at the file before trusting what is shown, a sentence each; usually none."""
    settled: tuple[str, ...] = HARMLESS
    if article.date.confidence >= SURE:
        settled += ABOUT_DATES
    if "date" in article.corrected:
        settled += CONTRADICTORY
    told = [note for note in article.notes if not note.startswith(settled)]
    name, guessed, _ = article.encoding.partition(" (guessed)")
    return (*told, f"its encoding was guessed ({name})") if guessed else tuple(told)


def heading(reason: str) -> str:
    """The kind of trouble: what a reason says before it tells of the one file, or of what to do."""
    return re.split("[:;(]", reason, maxsplit=1)[0].strip()


def advice(reason: str) -> str:
    """What to do about it; empty where the reason says so itself."""
    return next((told for begin, inside, told in ADVICE if reason.startswith(begin) and inside in reason), "")
