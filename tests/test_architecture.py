"""The floors of the house: who may import whom, where each dependency lives, and what a start does not load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from builders import desk, write

ROOT = Path(__file__).parent.parent
FLOORS = (
    ("reader.__main__",),
    ("reader.cli", "reader.ui"),
    ("reader.library", "reader.web"),
    (
        "reader.search",
        "reader.opened",
        "reader.article_files",
        "reader.corrections",
        "reader.moved_marks",
        "reader.saved_searches",
        "reader.names",
        "reader.notes",
        "reader.mark_words",
        "reader.hits",
        "reader.files",
        "reader.grouping",
        "reader.front",
        "reader.spelling",
        "reader.health",
        "reader.story",
        "reader.story_page",
    ),
    ("reader.refresh",),
    ("reader.store",),
    ("reader.articles", "reader.stories"),
    ("reader.settings", "reader.query"),
    (
        "reader.model",
        "reader.errors",
        "reader.diagnosis",
        "reader.words",
        "reader.clipboard",
        "reader.whole_files",
        "reader.told",
    ),
)
"""From top to bottom; a module imports from its own package and from lower floors alone."""

HOMES = {
    "textual": ("reader/ui/*",),
    "rich": ("reader/ui/*",),
    "whoosh": ("reader/store/index.py", "reader/store/index_words.py"),
    "sqlite3": ("reader/store/*",),
    "yaml": ("reader/settings/yamltree.py", "reader/articles/formats/front_matter.py"),
    "watchfiles": ("reader/ui/refresher.py",),
    "numpy": ("reader/stories/*",),
    "ftfy": ("reader/articles/decode.py",),
    "charset_normalizer": ("reader/articles/characters.py",),
    "platformdirs": ("reader/settings/paths.py",),
    "textual_serve": ("reader/web/serving.py",),
    "aiohttp": ("reader/web/serving.py",),
}
"""Where each dependency may be imported; `*` stands for a directory with all that is in it."""

NETWORK = ("socket", "ssl", "urllib", "http", "ftplib", "smtplib", "xmlrpc", "socketserver", "requests", "httpx")
HARMLESS = ("urllib.parse",)
"""Takes addresses apart and asks nobody."""


@dataclass(frozen=True)
class Import:
    """One import in one module."""

    importer: str
    """The module that imports, dotted."""
    path: PurePosixPath
    """Its file, from the root."""
    imported: str
    """The module that is imported, dotted."""
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line} imports {self.imported}"


def dotted(path: PurePosixPath) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> list[PurePosixPath]:
    return sorted(PurePosixPath(path.relative_to(ROOT).as_posix()) for path in (ROOT / "reader").rglob("*.py"))


KNOWN = {dotted(path) for path in modules()}


def imports_of(path: PurePosixPath, source: str) -> Iterator[Import]:
    """All imports of a module, wherever they stand: at its head, in a function, for the type checker alone."""
    importer = dotted(path)
    package = importer if path.name == "__init__.py" else importer.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (Import(importer, path, alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [base])])
            for alias in node.names:
                named = f"{base}.{alias.name}"
                yield Import(importer, path, named if named in KNOWN else base, node.lineno)


def all_imports() -> list[Import]:
    return [one for path in modules() for one in imports_of(path, (ROOT / path).read_text(encoding="utf-8"))]


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def floor(module: str) -> int:
    for height, packages in enumerate(FLOORS):
        if any(within(module, package) for package in packages):
            return height
    raise AssertionError(f"{module} stands on no floor; give it a place in FLOORS")


def top(module: str) -> str:
    return next(package for packages in FLOORS for package in packages if within(module, package))


def breach_of_floors(one: Import) -> bool:
    if one.imported == "reader" or not within(one.imported, "reader") or one.importer == "reader":
        return False
    if top(one.importer) == top(one.imported):
        return False
    if floor(one.importer) == floor(one.imported):
        return (top(one.importer), top(one.imported)) not in BESIDE
    return floor(one.importer) > floor(one.imported)


BESIDE = {
    ("reader.library", "reader.hits"),
    ("reader.notes", "reader.mark_words"),
    ("reader.article_files", "reader.files"),
    ("reader.opened", "reader.search"),
    ("reader.saved_searches", "reader.mark_words"),
    ("reader.story", "reader.grouping"),
    ("reader.story", "reader.story_page"),
    ("reader.settings", "reader.query"),
    ("reader.stories", "reader.articles"),
}
"""Neighbours of one floor of which the first may ask the second."""


def breach_of_homes(one: Import) -> bool:
    homes = HOMES.get(one.imported.split(".")[0])
    return homes is not None and not any(one.path.is_relative_to(home.removesuffix("/*")) for home in homes)


BEHIND = (
    "reader.article_files",
    "reader.corrections",
    "reader.moved_marks",
    "reader.opened",
    "reader.refresh",
    "reader.saved_searches",
    "reader.search",
    "reader.store",
)
"""What front ends reach through the library alone."""
SEEN = ("reader.refresh.process", "reader.store.catalogue_schema", "reader.store.state_schema")
"""Of that, what they know all the same: a refresh that is under way, and the names of the files."""


def breach_of_door(one: Import) -> bool:
    inside = any(within(one.imported, package) for package in BEHIND) and one.imported not in SEEN
    return inside and top(one.importer) in ("reader.ui", "reader.cli", "reader.web")


SERVER = PurePosixPath("reader/web")
"""Waits to be asked by the network, where it is told to, and asks nobody."""


def breach_of_network(one: Import) -> bool:
    return (
        not one.path.is_relative_to(SERVER) and one.imported.split(".")[0] in NETWORK and one.imported not in HARMLESS
    )


@pytest.mark.parametrize("breach", [breach_of_floors, breach_of_homes, breach_of_door, breach_of_network])
def test_no_import_breaks_the_rules(breach: object) -> None:
    assert callable(breach)
    assert [str(one) for one in all_imports() if breach(one)] == []


@pytest.mark.parametrize(
    ("path", "source", "breach"),
    [
        ("reader/store/bad.py", "import reader.library", breach_of_floors),
        ("reader/store/bad.py", "from reader import library", breach_of_floors),
        ("reader/store/bad.py", "from ..refresh import work", breach_of_floors),
        ("reader/cli/bad.py", "def f():\n    from reader.ui import app", breach_of_floors),
        ("reader/ui/bad.py", "if TYPE_CHECKING:\n    from reader.cli.session import Session", breach_of_floors),
        ("reader/model/article.py", "from reader.errors import StoreError", breach_of_floors),
        ("reader/stories/bad.py", "import sqlite3", breach_of_homes),
        ("reader/cli/bad.py", "from rich.text import Text", breach_of_homes),
        ("reader/library.py", "from whoosh.query import And", breach_of_homes),
        ("reader/store/index_files.py", "import whoosh", breach_of_homes),
        ("reader/ui/bad.py", "from reader.search import Search", breach_of_door),
        ("reader/cli/bad.py", "from reader.store import tables", breach_of_door),
        ("reader/store/bad.py", "import urllib.request", breach_of_network),
        ("reader/articles/bad.py", "from http import client", breach_of_network),
    ],
)
def test_a_breach_of_the_rules_is_noticed(path: str, source: str, breach: object) -> None:
    assert callable(breach)
    assert any(breach(one) for one in imports_of(PurePosixPath(path), source))


def test_what_the_rules_allow_is_no_breach() -> None:
    source = (
        "from urllib.parse import quote\nimport sqlite3\nfrom reader.errors import StoreError\nfrom . import database"
    )
    found = list(imports_of(PurePosixPath("reader/store/good.py"), source))
    assert len(found) == 4
    assert not any(breach_of_floors(one) or breach_of_homes(one) or breach_of_network(one) for one in found)


def test_every_module_has_a_floor() -> None:
    for module in KNOWN - {"reader"}:
        floor(module)


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path in modules() if not ast.get_docstring(ast.parse((ROOT / path).read_text("utf-8")))]
    assert silent == []


def test_modules_and_functions_are_of_a_size_to_be_read() -> None:
    too_long = []
    for path in modules():
        source = (ROOT / path).read_text("utf-8")
        if source.count("\n") > 400:
            too_long.append(str(path))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0].end_lineno if ast.get_docstring(node) else node.lineno
                if (node.end_lineno or 0) - (first or 0) > 50:
                    too_long.append(f"{path}: {node.name}")
    assert too_long == []


def bare_writes(path: PurePosixPath, source: str) -> list[str]:
    """Calls that write over a file where it stands, so that whoever is interrupted leaves half of it."""
    writes = ("write_text", "write_bytes")
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        f"{path}:{call.lineno}" for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in writes
    ]


def test_files_are_written_whole() -> None:
    assert [found for path in modules() for found in bare_writes(path, (ROOT / path).read_text("utf-8"))] == []
    assert bare_writes(PurePosixPath("reader/bad.py"), "\npath.write_text('half of it')") == ["reader/bad.py:2"]


# What really is loaded


def loaded_modules(program: str, *words: str) -> set[str]:
    """The modules that a process has loaded at its end."""
    told = f"{program}\nimport sys; print('\\nLOADED', *sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", told, *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stdout.rpartition("LOADED ")[2].split())


def loaded(program: str, *words: str) -> set[str]:
    """The packages that a process has loaded at its end."""
    return {name.split(".")[0] for name in loaded_modules(program, *words)}


HEAVY = {"textual", "rich", "whoosh", "numpy", "yaml", "ftfy", "charset_normalizer", "watchfiles", "aiohttp"}


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(word: str) -> None:
    program = "import sys\nfrom reader.__main__ import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass"
    assert loaded(program, word) & (HEAVY | {"sqlite3"}) == set()


OPEN = """
import sys
from pathlib import Path
from reader.library import Library, Places
from reader.query import Query
root = Path(sys.argv[1])
library = Library(Places(root / "articles", root / "cache", root / "data", root / "log"))
assert len(library.find(Query()).numbers) == 1
"""


LATER = (
    "reader.articles.parsing",
    "reader.articles.sentences",
    "reader.model.marking",
    "reader.model.name",
    "reader.refresh.work",
    "reader.settings.reading",
    "reader.settings.table",
    "reader.stories.compare",
    "reader.stories.passages",
    "reader.stories.timeline",
    "reader.store.index",
    "reader.store.lost_marks",
    "reader.store.naming",
    "reader.store.problems",
    "reader.ui.dialogs",
    "reader.ui.screens.help",
    "reader.ui.screens.keyed_page",
)
"""What the first screen does not need, with all that is in it: it is imported where it is used."""


def test_a_start_loads_nothing_that_the_first_screen_does_not_need() -> None:
    names = loaded_modules("import reader.ui.start, reader.ui.app")
    assert "reader.ui.screens.main" in names
    assert sorted(name for name in names if any(within(name, later) for later in LATER)) == []


def test_opening_a_library_and_listing_it_loads_neither_index_nor_links(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt")
    made.refresh()
    assert loaded(OPEN, str(tmp_path)) & HEAVY == set()


def test_a_refresh_without_news_loads_neither_index_nor_links(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt")
    made.refresh()
    assert loaded(f"{OPEN}library.refresh(lambda report: None)", str(tmp_path)) & HEAVY == set()


def test_a_search_by_marks_and_dates_does_not_load_the_index(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt")
    made.refresh()
    program = f"{OPEN}import datetime\nfrom reader.query import parse\n"
    program += "assert library.find(parse('is:unread', datetime.date(2021, 6, 1))).numbers"
    assert loaded(program, str(tmp_path)) & HEAVY == set()


def test_the_command_line_can_be_loaded_without_the_screen() -> None:
    names = [name for name in sorted(KNOWN) if within(name, "reader.cli")]
    assert names
    program = "\n".join(f"import {name}" for name in names)
    assert loaded(program) & {"textual", "rich"} == set()
