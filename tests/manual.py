"""The manual page, the reference and the README's keys, made from the tables by `python tests/manual.py --write`.

Nothing in them is of this machine or of this moment, so that a test can compare them with what stands in the checkout.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout, whatever is installed

from reader import __version__  # noqa: E402
from reader.articles.corrections import FIELDS as CORRECTED  # noqa: E402
from reader.cli.tree import Branch, Taken, alone, shared, tree  # noqa: E402
from reader.query.described import FIELD_WORDS, MARK_WORDS, SYNTAX  # noqa: E402
from reader.settings.config import Config  # noqa: E402
from reader.settings.keynames import key_words  # noqa: E402
from reader.settings.keys import ACTIONS, PANES, Action, Scope  # noqa: E402
from reader.settings.paths import CACHE_VARIABLE, CONFIG_VARIABLE, DATA_VARIABLE  # noqa: E402
from reader.settings.scopes import by_scope  # noqa: E402
from reader.settings.table import KEYS, MACROS, SETTINGS  # noqa: E402
from reader.settings.themes import ROLES  # noqa: E402
from reader.settings.writing import KEYS_DESCRIPTION, MACROS_DESCRIPTION  # noqa: E402

PAGE = ROOT / "reader" / "manual" / "broadsheet.1"
REFERENCE = ROOT / "reader" / "manual" / "reference.md"
README = ROOT / "README.md"
KEYS_BEGIN, KEYS_END = "<!-- keys: made by tests/manual.py -->\n", "<!-- end of the keys -->\n"
SETTINGS_BEGIN, SETTINGS_END = "<!-- settings: made by tests/manual.py -->\n", "<!-- end of the settings -->\n"
AGAIN = "python tests/manual.py --write"

NAME = "read a folder of news articles in the terminal"
ABOUT = (
    "Broadsheet opens a folder of article files as a list with a reader and the related articles beside it. It finds "
    "articles by their words, dates, outlets and names, groups those that tell one story, says what is new in "
    "them, and keeps what you have read, marked and tagged. It never changes a file in the folder.",
    "Without a FOLDER the configured one is opened, and where none is configured the sample articles. A folder that is "
    "called like a command is written ./FOLDER.",
)
FILES = (
    ("~/.config/broadsheet/config.yaml", "The settings; `broadsheet config init` writes one with all of them."),
    ("~/.config/broadsheet/themes/", "Your own themes, one file each."),
    ("~/.local/share/broadsheet/state.sqlite3", "The marks: what cannot be made again. Worth a backup."),
    ("~/.cache/broadsheet/", "Catalogue and index of every folder. They can be deleted, and are then built again."),
    ("~/.local/state/broadsheet/log/broadsheet.log", "What went wrong."),
)
VARIABLES = (
    (CONFIG_VARIABLE, "Another file of settings."),
    (CACHE_VARIABLE, "Another directory of catalogues and indexes."),
    (DATA_VARIABLE, "Another directory of marks."),
    ("XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "Where the directories above lie."),
    ("NO_COLOR", "Show no colours. Every sign is told by its shape as well."),
    ("COLORTERM", "`truecolor`, where the terminal has 16.7 million colours."),
)
CODES = (
    ("0", "It worked."),
    ("1", "Nothing was found, or it did not work."),
    ("2", "What was asked for cannot be understood, or there is no terminal."),
    ("130", "It was ended with ctrl+c."),
)
EXAMPLES = (
    ("broadsheet ~/articles", "Open a folder."),
    ("broadsheet search 'ferry is:unread after:2021-04'", "Find unread articles about a ferry, from April 2021 on."),
    ("broadsheet related --all --jsonl | jq .id", "What every article is related to, for another program."),
    ("broadsheet tag --query 'outlet:\"Cape Herald\"' +cape", "Tag all that an outlet has published."),
)


# The manual page: troff with the macros of man(7)


def page() -> str:
    """The text of `broadsheet.1`."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield f'.\\" Made from the tables of Broadsheet by: {AGAIN}'
    yield f'.TH BROADSHEET 1 "" "Broadsheet {__version__}" "User Commands"'
    yield from (".SH NAME", f"broadsheet \\- {_roff(NAME)}")
    yield from (".SH SYNOPSIS", ".B broadsheet", "[\\fIFOLDER\\fR]", ".br", ".B broadsheet")
    yield from ("\\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]", ".SH DESCRIPTION")
    yield from _paragraphs(*ABOUT)
    yield from (".SH OPTIONS", *_paragraphs("All commands have these, before or after the command."))
    yield from _entries((_roff_option(taken), taken.purpose) for taken in (*shared(), *alone()))
    yield ".SH COMMANDS"
    for branch in tree():
        yield from _command(branch)
    yield from (
        ".SH QUERIES",
        *_paragraphs("A query filters lists, finds articles and names those that are to change."),
    )
    fields = ((f"{field}:", meaning) for field, meaning in FIELD_WORDS.items())
    marks = ((f"is:{mark}", meaning) for mark, meaning in MARK_WORDS.items())
    yield from _entries((_bold(written), meaning) for written, meaning in (*SYNTAX, *fields, *marks))
    yield from _keys_and_settings()
    for title, rows in (("FILES", FILES), ("ENVIRONMENT", VARIABLES), ("EXIT STATUS", CODES)):
        yield from (f".SH {title}", *_entries((_bold(name), meaning) for name, meaning in rows))
    yield ".SH EXAMPLES"
    for call, meaning in EXAMPLES:
        yield from (*_paragraphs(meaning), *_example(call))


def _keys_and_settings() -> Iterator[str]:
    about = "The reader lists them under ?. The name of an action is what the settings call it."
    yield from (".SH KEYS", *_paragraphs(about))
    for place, actions in by_scope(ACTIONS):
        yield f".SS {_roff(place.capitalize())}"
        for action in actions:
            keys = ", ".join(_bold(key_words(key)) for key in action.keys) or "no key"
            yield from _entries([(keys, f"{_told(action)} ({action.id})")])
    yield from (
        ".SH SETTINGS",
        *_paragraphs("All stand in one YAML file; what is left out has the default shown here."),
    )
    for setting in SETTINGS:
        head = f"{_bold(setting.key)}: {_roff(setting.write(Config()))}"
        yield from _entries([(head, setting.description)])
    yield from _entries([(_bold(KEYS), KEYS_DESCRIPTION), (_bold(MACROS), MACROS_DESCRIPTION)])


def _command(branch: Branch) -> Iterator[str]:
    yield f".SS {_roff(branch.usage)}"
    yield _roff(branch.command.description)
    taken = (*branch.others, *branch.options)
    yield from _entries((_roff_option(each), each.purpose) for each in taken if each.purpose)
    yield from _example(branch.command.example)


def _paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (".PP", _roff(text))


def _entries(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Heads that are troff already, each with its text."""
    for head, text in rows:
        yield from (".TP", head, _roff(text))


def _example(call: str) -> tuple[str, ...]:
    return ".PP", ".RS 4", ".EX", _roff(call), ".EE", ".RE"


def _bold(text: str) -> str:
    return f"\\fB{_roff(text)}\\fR"


def _roff_option(taken: Taken) -> str:
    if not taken.option:
        return f"\\fI{_roff(taken.names[0])}\\fR"
    value = f" \\fI{_roff(taken.value)}\\fR" if taken.value else ""
    return ", ".join(f"\\fB{_roff(name)}\\fR{value}" for name in taken.names)


def _roff(text: str) -> str:
    """Text as troff takes it: nothing in it is a command, and ASCII alone."""
    signs = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}
    written = "".join(
        signs.get(sign, sign) if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in " ".join(text.split())
    )
    return f"\\&{written}" if written.startswith((".", "\\(aq")) else written


# The reference: Markdown


def reference() -> str:
    """The text of `reference.md`."""
    return "\n".join(_reference()) + "\n"


def _reference() -> Iterator[str]:
    yield from (
        "# Broadsheet: reference",
        "",
        f"Made from the tables by `{AGAIN}`, and compared with them in a test.",
        "",
    )
    yield "[Commands](#commands) · [Queries](#queries) · [Keys](#keys) · [Settings](#settings) · [Themes](#themes)"
    yield from ("", "## Commands", "", "`broadsheet [FOLDER]` opens the reader. All commands have these options:", "")
    yield from _table(("option", "what it does"), ((_code_of(taken), taken.purpose) for taken in shared()))
    for branch in tree():
        yield from (f"### {branch.command.name}", "", f"`{branch.usage}`", "", branch.command.description, "")
        taken = [each for each in (*branch.others, *branch.options) if each.purpose]
        if taken:
            yield from _table(("argument", "what it does"), ((_code_of(each), each.purpose) for each in taken))
        yield from ("```sh", branch.command.example, "```", "")
    yield from ("Fields that `correct` takes: " + ", ".join(f"`{field}`" for field in CORRECTED) + ".", "")
    yield from ("Exit codes: " + " ".join(f"**{code}** {meaning}" for code, meaning in CODES), "")
    yield from ("## Queries", "")
    yield from _table(("written", "finds"), ((_code(written), meaning) for written, meaning in SYNTAX))
    yield from _table(
        ("field", "what stands behind it"), ((_code(f"{name}:"), text) for name, text in FIELD_WORDS.items())
    )
    yield from _table(("mark", "asks for"), ((_code(f"is:{name}"), text) for name, text in MARK_WORDS.items()))
    yield from ("## Keys", "")
    for place, actions in by_scope(ACTIONS):
        yield from (f"### {place.capitalize()}", "")
        rows = ((_keys(action), _told(action), _code(action.id)) for action in actions)
        yield from _table(("keys", "what they do", "action"), rows)
    yield from ("## Settings", "")
    defaults = ((_code(each.key), _code(each.write(Config())), each.description) for each in SETTINGS)
    yield from _table(("setting", "default", "what it does"), defaults)
    yield from (f"`{KEYS}`: {KEYS_DESCRIPTION}", "", f"`{MACROS}`: {MACROS_DESCRIPTION}", "", "### Files", "")
    yield from _table(("file", "what is in it"), ((_code(name), text) for name, text in FILES))
    yield from ("### Environment", "")
    yield from _table(("variable", "what it does"), ((_code(name), text) for name, text in VARIABLES))
    yield from (
        "## Themes",
        "",
        "A theme is a YAML file with `description`, `dark` and `colours`: one for each of these.",
        "",
    )
    yield from _table(("colour", "where it is used"), ((_code(name), text) for name, text in ROLES.items()))


# The README: its keys and settings


def readme() -> str:
    """The README with the keys and settings as they are now; the rest stays."""
    text = README.read_text(encoding="utf-8")
    keys = [action for action in ACTIONS if action.scope.places.intersection((*PANES, Scope.SEARCH))]
    rows = ((_keys(action), action.description, _code(action.id)) for action in keys)
    table = "\n".join(_table(("keys", "do", "action"), rows))
    named = ", ".join(_code(each) for each in (*(setting.key for setting in SETTINGS), KEYS, MACROS))
    text = _between(text, KEYS_BEGIN, KEYS_END, f"\n{table}\n")
    return _between(text, SETTINGS_BEGIN, SETTINGS_END, f"\n{named}.\n\n")


def _between(text: str, begin: str, end: str, new: str) -> str:
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise LookupError(f"the README has no {begin!r} and {end!r}")
    return f"{before}{begin}{new}{end}{after}"


def _told(action: Action) -> str:
    return f"{action.description}; a number before it says how often" if action.counts else action.description


def _keys(action: Action) -> str:
    return " ".join(_code(key_words(key)) for key in action.keys) or "–"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _code_of(taken: Taken) -> str:
    value = f" {taken.value}" if taken.value else ""
    return ", ".join(_code(f"{name}{value}") for name in taken.names)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def main() -> int:
    """Write all, or say whether they are true; the exit code."""
    made = {PAGE: page(), REFERENCE: reference(), README: readme()}
    if sys.argv[1:] == ["--write"]:
        for path, text in made.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path} is not true any more; mend it with: {AGAIN}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
