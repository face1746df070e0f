"""The table of all commands, and the way from a name to its code, which is imported only then."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reader.settings.paths import Paths

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.cli.parsing import Fill

Run: TypeAlias = "Callable[[Namespace, Paths], int]"
"""Does the command's work; gives the exit code. Raises any BroadsheetError."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word that can stand behind `broadsheet`."""

    name: str
    """The word."""
    summary: str
    """What it does, in a few words for the overview."""
    description: str
    """What it does, in a sentence or two."""
    example: str
    """A call as one might type it."""
    signed: bool = False
    """Whether a word that begins with one dash is a change and no option."""


COMMANDS = (
    Command(
        "index",
        "bring catalogue and index up to date",
        "Look for new, changed and vanished files, and bring catalogue, index and links up to date.",
        "broadsheet index --folder ~/articles",
    ),
    Command(
        "list",
        "list articles",
        "List the articles of the folder, or those that answer a query.",
        "broadsheet list is:unread newer:3d --sort outlet",
    ),
    Command(
        "search",
        "find articles, the best first",
        "Find articles, the best first, each with a piece of its text.",
        "broadsheet search 'ferry outlet:\"Cape Herald\" after:2021-04' --limit 10",
    ),
    Command(
        "show",
        "print one article",
        "Print one parsed article: any file, or an article of the folder by its id.",
        "broadsheet show world/0412.txt --json",
    ),
    Command(
        "related",
        "print what an article is related to",
        "Print what an article is related to, closest first, with the kind of the link and the reasons.",
        "broadsheet related --all --jsonl --limit 10",
    ),
    Command(
        "stories",
        "list the stories that several articles tell",
        "List the stories of the folder, those of most articles first, with their articles and outlets.",
        "broadsheet stories --limit 10",
    ),
    Command(
        "story",
        "print all that is told of one story",
        "Print a story as its page in the reader tells it: its versions and what each adds, who has which passage, "
        "what they say differently, the days, the names, and why they are one story.",
        "broadsheet story world/0412.txt",
    ),
    Command(
        "novelty",
        "tell what is new in an article for who has read others",
        "Tell of every paragraph of an article whether it is known, partly known or new to who has read others. Works "
        "on any files. The last one named is judged, all others were read.",
        "broadsheet novelty --read monday.txt tuesday.txt wednesday.txt",
    ),
    Command(
        "compare",
        "compare two articles word by word",
        "Compare two articles, any files or articles of the folder, paragraph by paragraph and word by word, and tell "
        "the figures, names and days in which the passages that both have differ; one article of the folder with its "
        "closest version.",
        "broadsheet compare world/0412.txt ~/other/0413.txt",
    ),
    Command(
        "timeline",
        "print what happened when in a story",
        "Print the days on which the articles of a story were published and those that they name, oldest first. "
        "Weekdays are found out from the day of publication and marked with ≈.",
        "broadsheet timeline world/0412.txt",
    ),
    Command(
        "names",
        "list who and what articles name",
        "List people, places, organisations and other names, those in most articles first, with the number of articles "
        "and of mentions; of all articles, or of those that answer a query.",
        "broadsheet names --kind person ferry after:2021-04",
    ),
    Command(
        "name",
        "print what is told of one name",
        "Print how a name is written, which offices it is given, when it is named, beside whom and in which articles. "
        "Spellings that were not recognised as one name can be joined, and wrongly merged ones split; that is kept.",
        "broadsheet name Antony Blinken --join 'Tony Blinken'",
    ),
    Command(
        "tag",
        "add and remove tags",
        "Add tags to articles and take others away; prints the marks that changed.",
        "broadsheet tag world/0412.txt +ferry -later",
        signed=True,
    ),
    Command(
        "favourite",
        "mark as favourite",
        "Mark articles as favourites; prints the marks that changed.",
        "broadsheet favourite --query 'tag:ferry is:unread' --dry-run",
    ),
    Command(
        "read",
        "mark as read",
        "Mark articles as read; prints the marks that changed.",
        "broadsheet read --query older:2w",
    ),
    Command(
        "unread",
        "mark as unread",
        "Mark articles as unread; prints the marks that changed.",
        "broadsheet unread world/0412.txt",
    ),
    Command(
        "correct",
        "correct what was found of an article",
        "Say what title, date, outlet, agency, section, place, byline, standfirst, url or language of an article is; "
        "FIELD= says that there is none. Prints the corrections that the article has.",
        "broadsheet correct world/0412.txt date=2021-04-08 outlet= --undo title",
    ),
    Command(
        "note",
        "write a note about an article",
        "Write a note about an article, in place of the one that it has; an empty text takes it off.",
        "broadsheet note world/0412.txt 'who counted the passengers?'",
    ),
    Command(
        "undo",
        "take back the last change of marks",
        "Take back the last change of marks that was made on purpose, here or in the reader; again for the one before. "
        "Marks that articles have only because they were opened stay.",
        "broadsheet undo",
    ),
    Command(
        "redo",
        "do again what undo took back",
        "Do again the change of marks that undo took back last, as long as no other mark was changed on purpose since.",
        "broadsheet redo",
    ),
    Command(
        "saved",
        "list, keep and forget saved searches",
        "List the saved searches with how many articles each finds now, keep a search under a name, or forget one.",
        "broadsheet saved add 'Ferry news' ferry newer:3d",
    ),
    Command("tags", "list tags", "List all tags, the most used first.", "broadsheet tags --json"),
    Command(
        "config",
        "print, check or begin the settings",
        "Print, check or begin the configuration file.",
        "broadsheet config init",
    ),
    Command(
        "themes",
        "list themes, or begin one of your own",
        "List the themes, the chosen one with a *, and what is wrong with theme files; or write a new one to change.",
        "broadsheet themes new mine --from sepia",
    ),
    Command("keys", "list keys", "List every action with its keys.", "broadsheet keys"),
    Command(
        "doctor",
        "tell what is wrong, and what to do",
        "Look at everything that Broadsheet needs: packages, terminal, colours, characters, clipboard, settings, "
        "folder, catalogue, index and marks. Changes nothing; exits with 1 where something does not work.",
        "broadsheet doctor --folder ~/articles",
    ),
    Command(
        "completion",
        "print what makes a shell complete words",
        "Print a script that makes a shell complete commands, options, paths and the fields of queries. Write it for "
        "bash to ~/.local/share/bash-completion/completions/broadsheet, for fish to "
        "~/.config/fish/completions/broadsheet.fish, for zsh to a file _broadsheet in a directory of fpath.",
        "broadsheet completion bash",
    ),
    Command(
        "serve",
        "open the reader in a browser",
        "Offer the reader as a page for the browser of this machine, until ctrl+c. Needs the package textual-serve: "
        "pip install 'broadsheet[web]'.",
        "broadsheet serve ~/articles --port 8010",
    ),
)
"""All commands, in the order of the overview."""

BY_NAME = {command.name: command for command in COMMANDS}


def work(name: str) -> "tuple[Fill, Run]":
    """What tells a parser the arguments of a command, and what does its work. Raises KeyError."""
    if name == "index":
        from reader.cli import indexing

        return indexing.fill_index, indexing.run_index
    if name in ("list", "search"):
        from reader.cli import listing

        return {
            "list": (listing.fill_list, listing.run_list),
            "search": (listing.fill_search, listing.run_search),
        }[name]
    if name == "show":
        from reader.cli import showing

        return showing.fill_show, showing.run_show
    if name == "related":
        from reader.cli import relating

        return relating.fill_related, relating.run_related
    if name in ("stories", "story", "novelty", "compare", "timeline"):
        return _of_stories(name)
    if name == "correct":
        from reader.cli import correcting

        return correcting.fill_correct, correcting.run_correct
    if name in ("names", "name"):
        from reader.cli import names

        return {"names": (names.fill_names, names.run_names), "name": (names.fill_name, names.run_name)}[name]
    if name in ("config", "themes", "keys", "doctor", "completion", "serve"):
        return _of_itself(name)
    return _of_marks(name)


def _of_marks(name: str) -> "tuple[Fill, Run]":
    """The same for what changes marks, lists them, or takes changes back."""
    if name in ("note", "undo", "redo"):
        from reader.cli import noting

        return {
            "note": (noting.fill_note, noting.run_note),
            "undo": (noting.fill_undo, noting.run_undo),
            "redo": (noting.fill_undo, noting.run_redo),
        }[name]
    if name == "saved":
        from reader.cli import saving

        return saving.fill_saved, saving.run_saved
    from reader.cli import marking

    return {
        "tag": (marking.fill_tag, marking.run_tag),
        "favourite": (marking.fill_favourite, marking.run_favourite),
        "read": (marking.fill_read, marking.run_read),
        "unread": (marking.fill_read, marking.run_unread),
        "tags": (marking.fill_tags, marking.run_tags),
    }[name]


def _of_stories(name: str) -> "tuple[Fill, Run]":
    """The same for what is asked about stories and their versions."""
    if name == "story":
        from reader.cli import story

        return story.fill_story, story.run_story
    from reader.cli import comparing, stories

    return {
        "stories": (stories.fill_stories, stories.run_stories),
        "novelty": (comparing.fill_novelty, comparing.run_novelty),
        "compare": (comparing.fill_compare, comparing.run_compare),
        "timeline": (stories.fill_timeline, stories.run_timeline),
    }[name]


def _of_itself(name: str) -> "tuple[Fill, Run]":
    """The same for what is asked about Broadsheet itself, whatever folder there is."""
    if name == "doctor":
        from reader.cli import doctor

        return doctor.fill_doctor, doctor.run_doctor
    if name == "completion":
        from reader.cli import completing

        return completing.fill_completion, completing.run_completion
    if name == "serve":
        from reader.cli import serving

        return serving.fill_serve, serving.run_serve
    from reader.cli import choosing

    return {
        "config": (choosing.fill_config, choosing.run_config),
        "themes": (choosing.fill_themes, choosing.run_themes),
        "keys": (choosing.fill_keys, choosing.run_keys),
    }[name]
