"""What a configuration file gives, and how it says what is wrong."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ConfigError
from reader.settings.config import Commands, Config, Layout, Loaded, MarkRead, load
from reader.settings.keys import ACTIONS
from reader.settings.macros import Step
from reader.settings.table import SETTINGS
from reader.settings.writing import show, template


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def loaded(path: Path, text: str) -> Loaded:
    path.write_text(text, encoding="utf-8")
    return load(path)


def told(result: Loaded) -> list[str]:
    """The problems as a person sees them, without the directory."""
    return [str(problem).replace(f"{problem.path.parent}/", "") for problem in result.problems]


def test_a_missing_file_gives_the_defaults(path: Path) -> None:
    assert load(path) == Loaded(Config())
    assert load(path / "below" / "a file") == Loaded(Config())


def test_a_missing_file_that_was_named_is_an_error_that_says_what_to_do(path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.yaml: no such file; `broadsheet config init` writes one"):
        load(path, must_exist=True)


def test_every_setting_can_be_set(path: Path) -> None:
    text = """
        folder: /srv/clippings
        theme: harbour
        ignore: [drafts/, "*.bak"]
        max_file_size: 500 kB
        watch: no
        mark_read: preview
        mouse: off
        ascii_marks: yes
        layout:
          list_width: 40
          related_width: 20
          show_related: false
          measure: 66
        commands:
          editor: nano -w
          browser: "firefox --new-tab"
          pipe: wc -w
          aloud: espeak-ng -s 160
        keys:
          article.tag: W
          view.all: [1, f5]
          article.unread: []
    """
    assert loaded(path, text) == Loaded(
        Config(
            folder="/srv/clippings",
            theme="harbour",
            ignore=("drafts/", "*.bak"),
            max_file_size=500_000,
            watch=False,
            mark_read=MarkRead.PREVIEW,
            mouse=False,
            ascii_marks=True,
            layout=Layout(list_width=40, related_width=20, show_related=False, measure=66),
            commands=Commands("nano -w", "firefox --new-tab", "wc -w", "espeak-ng -s 160"),
            keys={"article.tag": ("W",), "article.unread": (), "view.all": ("1", "f5")},
        )
    )


def test_the_table_of_settings_covers_every_field(path: Path) -> None:
    groups = {"layout": Layout, "commands": Commands}
    expected = [field.name for field in fields(Config) if field.name not in (*groups, "keys", "macros")]
    expected += [f"{name}.{field.name}" for name, group in groups.items() for field in fields(group)]
    assert [setting.key for setting in SETTINGS] == expected


def test_everything_that_is_wrong_is_told_at_once_with_line_and_near_spelling(path: Path) -> None:
    result = loaded(
        path,
        "theem: harbour\n"
        "mouse: maybe\n"
        "layout:\n"
        "  list_with: 30\n"
        "  measure: 400\n"
        "measure: 70\n"
        "mark_read: opn\n"
        "ignore:\n"
        "  a: b\n"
        "max_file_size: 3 TB\n"
        "keys:\n"
        "  article.favorite: s\n"
        "  article.tag: [xyzzy]\n"
        "watch: false\n",
    )
    assert told(result) == [
        "config.yaml:1: theem: no such setting; did you mean theme?",
        "config.yaml:2: mouse: must be true or false, not 'maybe'; true is used",
        "config.yaml:4: layout.list_with: no such setting; did you mean list_width?",
        "config.yaml:5: layout.measure: must be a whole number from 40 to 120, not '400'; 72 is used",
        "config.yaml:6: measure: no such setting; did you mean layout.measure?",
        "config.yaml:7: mark_read: must be one of open, preview, never, not 'opn'; did you mean open?; open is used",
        'config.yaml:8: ignore: must be a list, not a mapping; [".*", "*~", node_modules] is used',
        "config.yaml:10: max_file_size: must be a size from 1 kB to 100 MB, not '3 TB'; 2 MB is used",
        "config.yaml:12: keys.article.favorite: no such action; did you mean article.favourite?",
        "config.yaml:13: keys.article.tag: no key is called 'xyzzy'",
    ]
    assert result.config == Config(watch=False)


def test_a_text_that_is_no_yaml_gives_the_defaults_and_the_line(path: Path) -> None:
    result = loaded(path, "theme: sepia\nignore: [a\nwatch: no\n")
    assert result.config == Config()
    assert told(result)[0].startswith("config.yaml:2: no valid YAML: ")
    assert told(result)[0].endswith("the defaults are used")


@pytest.mark.parametrize("text", ["harbour", "- theme\n- harbour\n"])
def test_a_file_without_settings_says_what_belongs_there(path: Path, text: str) -> None:
    result = loaded(path, text)
    assert told(result) == ["config.yaml:1: must hold settings such as `theme: harbour`; the defaults are used"]


def test_a_directory_in_place_of_the_file_is_a_problem_and_no_crash(path: Path) -> None:
    path.mkdir()
    result = load(path)
    assert result.config == Config()
    assert told(result) == ["config.yaml: is not a file; the defaults are used"]


def test_of_a_setting_that_stands_twice_the_last_counts(path: Path) -> None:
    result = loaded(path, "theme: sepia\nwatch: no\ntheme: forest\n")
    assert result.config.theme == "forest"
    assert told(result) == ["config.yaml:3: theme: stands here again after line 1; this counts"]


def test_a_setting_without_a_value_keeps_its_default(path: Path) -> None:
    assert loaded(path, "theme:\nlayout:\nkeys:\nignore: ~\n") == Loaded(Config())


def test_nothing_is_ignored_with_an_empty_list(path: Path) -> None:
    assert loaded(path, "ignore: []\n") == Loaded(Config(ignore=()))


def test_a_dotted_name_is_as_good_as_a_group(path: Path) -> None:
    assert loaded(path, "layout.measure: 60\n") == Loaded(Config(layout=Layout(measure=60)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("layout: 3\n", "config.yaml:1: layout: must hold settings of its own: list_width, related_width,"),
        ("keys: [j]\n", "config.yaml:1: keys: must hold actions with their keys, such as `article.tag: [t]`"),
        ("keys:\n  view.all:\n    a: b\n", "config.yaml:2: keys.view.all: must be a list, not a mapping; its usual"),
        ("keys:\n  view.all: [~, 1]\n", "config.yaml:2: keys.view.all: has an empty place"),
        (
            "keys:\n  help.open: [?]\n",
            'config.yaml:2: keys.help.open: holds ?, which must stand in quotes: "?"; its usual keys stay',
        ),
        (
            "keys:\n  help.open: [{}]\n",
            "config.yaml:2: keys.help.open: must be a single value, not a mapping; its usual keys stay",
        ),
        ("theme: [a]\n", "config.yaml:1: theme: must be a single value, not a list; auto is used"),
        ("ignore: ['']\n", "config.yaml:1: ignore: has an empty pattern"),
        ("ignore: ['!a']\n", "config.yaml:1: ignore: has a pattern that begins with !"),
        ("ignore: [a, [b]]\n", "config.yaml:1: ignore: must be a single value, not a list"),
        ('folder: "a\\0b"\n', "config.yaml:1: folder: has a zero character"),
        ('"\\e[31m": 1\n', "config.yaml:1: \\x1b[31m: no such setting"),
        ('commands: {pipe: "wc\\n-w"}\n', "config.yaml:1: commands.pipe: must be a command on one line"),
        ('watch: on\n"": 1\n', "config.yaml:2: no such setting"),
    ],
)
def test_a_value_of_the_wrong_shape_is_named(path: Path, text: str, problem: str) -> None:
    result = loaded(path, text)
    assert [line.startswith(problem) for line in told(result)] == [True], told(result)
    assert result.config == Config()


@pytest.mark.parametrize("written", ["40 - 50", "4e1", "40.5", "٤٠", "99999999999999999999", "-20"])
def test_only_plain_whole_numbers_are_numbers(path: Path, written: str) -> None:
    result = loaded(path, f'layout: {{list_width: "{written}"}}\n')
    assert result.config == Config()
    assert "must be a whole number from 15 to 70" in told(result)[0]


@pytest.mark.parametrize(
    ("written", "size"),
    [("2 MB", 2_000_000), ("1.5mb", 1_500_000), ("300000", 300_000), ("64kB", 64_000), ("0.1G", 10**8)],
)
def test_a_size_has_a_unit_or_is_in_bytes(path: Path, written: str, size: int) -> None:
    assert loaded(path, f"max_file_size: {written}\n") == Loaded(Config(max_file_size=size))


def test_panes_that_leave_no_room_for_the_text_have_their_usual_widths(path: Path) -> None:
    result = loaded(path, "layout:\n  list_width: 60\n  related_width: 40\n  measure: 66\n")
    assert result.config.layout == Layout(measure=66)
    assert told(result) == [
        "config.yaml:3: layout.related_width: list and related articles leave no room for the text: "
        "together at most 85; 36 and 22 are used"
    ]


def test_a_folder_is_found_from_the_home_directory_and_from_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    assert loaded(path, "folder: ~/news\n").config.folder == "/home/reader/news"
    assert loaded(path, "folder: news\n").config.folder == str(path.parent / "news")
    assert loaded(path, "folder: ''\n").config.folder == ""


def test_keys_come_without_clashes_so_that_the_screen_reports_nothing_twice(path: Path) -> None:
    result = loaded(path, "keys:\n  article.tag: [s]\n  view.all: [s]\n")
    assert result.config.keys == {"article.favourite": (), "article.tag": ("s",), "view.all": ()}
    assert [problem.line for problem in result.problems] == [3]
    assert [remark.line for remark in result.remarks] == [2]


def test_the_template_says_everything_and_gives_the_defaults(path: Path) -> None:
    assert loaded(path, template()) == Loaded(Config())
    for setting in SETTINGS:
        assert f"{setting.key.rpartition('.')[2]}: {setting.write(Config())}\n" in template()
        assert " ".join(setting.description.split()[:4]) in template()


def test_the_keys_of_the_template_are_those_of_the_table_when_they_are_uncommented(path: Path) -> None:
    head, _, keys = template().partition("\nmacros:\n")[0].partition("\nkeys:\n")
    text = f"{head}\nkeys:\n{keys.replace('  # ', '  ', 1).replace(chr(10) + '  # ', chr(10) + '  ')}"
    for each in ACTIONS:
        assert f"\n  {each.id}: [" in text
    assert loaded(path, text) == Loaded(Config())


def test_the_macro_of_the_template_works_when_it_is_uncommented(path: Path) -> None:
    text = template().replace("  # later", "  later").replace("  #   ", "    ")
    result = loaded(path, text)
    assert result.problems == ()
    (macro,) = result.config.macros
    assert (macro.name, macro.keys, macro.description) == ("later", ("x",), "Tag as later and go on")
    assert macro.steps == (Step("article.tag", "+later"), Step("move.down"))
    assert loaded(path, show(result.config)).config == result.config


@pytest.mark.parametrize(
    ("macro", "fault"),
    [
        ("{keys: [x]}", "macros.m: must do something: from 1 to 20 actions under `does`; it is left out"),
        ("{does: article.tga}", "has a step 'article.tga' that is no action of the panes; did you mean article.tag?"),
        ("{does: [move.down 3]}", "has a step 'move.down' with something behind it; only article.tag, search.open"),
        ("{does: page.split}", "has a step 'page.split' that is no action of the panes"),
        ("{does: move.down, kys: x}", "holds 'kys'; did you mean keys?; it can hold keys, does, description"),
        ("[x]", "must hold keys, does and description; it is left out"),
        ("{does: move.down, keys: [nokey]}", "no key is called 'nokey'"),
    ],
)
def test_what_is_wrong_with_a_macro_is_told(path: Path, macro: str, fault: str) -> None:
    (problem,) = loaded(path, f"theme: harbour\nmacros:\n  m: {macro}\n").problems
    assert fault in str(problem)
    assert str(problem).startswith(f"{path}:3: macros.m: ")


def test_macros_that_are_no_mapping_are_told(path: Path) -> None:
    (problem,) = loaded(path, "macros: [x]\n").problems
    assert "macros: must hold actions of your own" in str(problem)


def test_the_template_fits_into_a_terminal_but_for_the_keys() -> None:
    assert max(len(line) for line in template().partition("\nkeys:")[0].splitlines()) <= 90


def test_what_is_shown_gives_the_same_configuration_again(path: Path) -> None:
    config = Config(
        folder="/srv/no: such # folder",
        theme="null",
        ignore=("*~", "a b", "yes", "ü", "x\x85", '\\ "'),
        max_file_size=1_500_001,
        mark_read=MarkRead.NEVER,
        keys={"view.all": ("question_mark", "semicolon"), "article.unread": (), "help.open": ()},
    )
    assert loaded(path, show(config)) == Loaded(config)
    assert loaded(path, show(Config())) == Loaded(Config())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20), st.integers(1_000, 10**8))
def test_any_text_and_size_survives_being_shown(path: Path, text: str, size: int) -> None:
    config = Config(theme=text, ignore=(f"x{text}",), max_file_size=size)
    assert loaded(path, show(config)) == Loaded(config)


NAMES = [setting.key.rpartition(".")[2] for setting in SETTINGS] + ["layout", "keys", "article.tag", "view.all", "x"]
YAML_PIECES = st.sampled_from(
    [*NAMES, ": ", "\n", "  ", "[", "]", "- ", "{", "}", '"', "'", "#", "&a ", "*a", "3", "yes"]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(YAML_PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_no_text_makes_loading_fail(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    result = load(path)
    assert isinstance(result.config, Config)
    assert all(str(problem).isprintable() for problem in result.problems)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_bytes_make_loading_fail(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert isinstance(load(path).config, Config)


def test_reading_settings_takes_neither_textual_nor_yaml_along_before_a_file_is_read() -> None:
    program = (
        "import sys, reader.settings.choices, reader.settings.keys; "
        "print({'yaml', 'textual', 'rich', 'platformdirs', 'difflib'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"
