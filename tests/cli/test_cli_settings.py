"""`config`, `themes` and `keys`, and what every command says of a broken configuration."""

from pathlib import Path

import pytest
from cli_case import Case

from reader.settings.keys import ACTIONS
from reader.settings.remembered import keep

BROKEN = "theem: x\ntheme: harbor\nlayout:\n  measure: 1000\n"


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def configure(case: Case, text: str) -> None:
    case.config.parent.mkdir(exist_ok=True)
    case.config.write_text(text)


def test_path_prints_nothing_but_the_path(case: Case) -> None:
    assert case.bare("config", "path").text == f"{case.config}\n"
    assert list(case.bare("config", "path", "--json").json) == ["config", "themes", "data", "cache", "log"]


def test_check_lists_every_fault_at_once_and_is_1(case: Case) -> None:
    configure(case, BROKEN)
    outcome = case.bare("config", "check")
    assert (outcome.code, outcome.complaints) == (1, "")
    assert f"{case.config}:1: theem: no such setting; did you mean theme?" in outcome.text
    assert f"{case.config}:2: theme: no theme is called 'harbor'; did you mean harbour?" in outcome.text
    assert f"{case.config}:4: layout.measure: must be a whole number" in outcome.text
    faults = case.bare("config", "check", "--json").json
    assert [list(fault) for fault in faults] == [["path", "line", "key", "message", "remark"]] * 3


def test_a_key_that_is_taken_from_another_action_is_remarked_on_and_no_fault(case: Case) -> None:
    configure(case, "theme: harbour\nkeys:\n  article.tag: [j]\nmacros:\n  later: {keys: [s], does: move.down}\n")
    outcome = case.bare("config", "check")
    assert (outcome.code, outcome.complaints) == (0, "")
    assert outcome.text.splitlines() == [
        f"{case.config}:3: keys.article.tag: 'j' is taken from move.down, which keeps 'down' (a remark, no fault)",
        f"{case.config}:5: macros.later: 's' is taken from article.favourite, which has no other key; "
        "':' finds it by its words (a remark, no fault)",
        f"{case.config}: all is well",
    ]
    assert [each["remark"] for each in case.bare("config", "check", "--json").json] == [True, True]
    assert case.run("list").complaints == ""
    assert "all is well" in case.bare("doctor").text


def test_two_chosen_keys_in_each_others_way_are_a_fault(case: Case) -> None:
    configure(case, "keys:\n  article.tag: [x]\n  article.raw: [x]\n")
    outcome = case.bare("config", "check")
    assert outcome.code == 1
    assert "keys.article.raw: 'x' is taken by article.tag; it is left out here" in outcome.text


def test_check_of_a_good_file_and_of_none_is_0(case: Case) -> None:
    assert "no such file, so every setting has its default" in case.bare("config", "check").text
    configure(case, "theme: harbour\n")
    outcome = case.bare("config", "check")
    assert (outcome.code, outcome.text) == (0, f"{case.config}: all is well\n")
    assert case.bare("config", "check", "--json").json == []


def test_a_broken_configuration_is_told_by_every_command_and_stops_none(case: Case) -> None:
    configure(case, BROKEN)
    for words in (("list", "--jsonl"), ("show", "budget.txt", "--json"), ("keys", "--jsonl"), ("config", "show")):
        outcome = case.run(*words)
        assert outcome.code == 0
        assert outcome.text
        assert f"{case.config}:1: theem: no such setting; did you mean theme?" in outcome.complaints


def test_a_file_that_is_no_yaml_at_all_is_told_and_the_defaults_are_used(case: Case) -> None:
    configure(case, "theme: [\n")
    outcome = case.run("list", "--jsonl")
    assert (outcome.code, len(outcome.lines)) == (0, 3)
    assert "the defaults are used" in outcome.complaints


def test_init_writes_a_file_that_checks_and_does_not_replace_one(case: Case) -> None:
    assert case.bare("config", "init").code == 0
    assert case.bare("config", "check").code == 0
    case.config.write_text("theme: harbour\n")
    refused = case.bare("config", "init")
    assert (refused.code, refused.text) == (1, "")
    assert "there already; `broadsheet config init --force` replaces it" in refused.complaints
    assert case.config.read_text() == "theme: harbour\n"
    assert case.bare("config", "init", "--force").code == 0
    assert "layout:" in case.config.read_text()
    assert [each.name for each in case.config.parent.iterdir()] == ["config.yaml"]


def test_init_by_force_writes_through_a_link(case: Case, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.yaml"
    kept.write_text("theme: harbour\n")
    case.config.parent.mkdir()
    case.config.symlink_to(kept)
    case.bare("config", "init", "--force")
    assert case.config.is_symlink()
    assert "layout:" in kept.read_text()


def test_init_says_what_to_do_where_it_cannot_write(case: Case, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    outcome = case.bare("config", "init", "--config", str(tmp_path / "file" / "config.yaml"))
    assert (outcome.code, outcome.text) == (1, "")
    assert "name another file with --config" in outcome.complaints


def test_show_prints_the_settings_in_force(case: Case) -> None:
    configure(case, "theme: harbour\nkeys:\n  article.tag: [x]\n")
    text = case.bare("config", "show").text
    assert "theme: harbour\n" in text
    assert "  article.tag: [x]\n" in text
    told = case.bare("config", "show", "--json").json
    assert (told["theme"], told["layout"]["measure"], told["keys"]) == ("harbour", 72, {"article.tag": ["x"]})


@pytest.mark.parametrize("words", [("list",), ("config", "check"), ("config", "show")])
def test_a_named_configuration_that_is_not_there_is_an_error(case: Case, words: tuple[str, ...]) -> None:
    outcome = case.bare(*words, "--config", "nowhere.yaml")
    assert (outcome.code, outcome.text) == (1, "")
    assert "no such file; `broadsheet config init` writes one" in outcome.complaints


def test_themes_are_listed_the_chosen_one_with_a_sign(case: Case) -> None:
    configure(case, "theme: harbour\n")
    lines = case.bare("themes").text.splitlines()
    assert [line[2:].split()[0] for line in lines if line.startswith("*")] == ["harbour"]
    assert len(lines) >= 8


def test_the_theme_that_was_chosen_on_the_screen_has_the_sign(case: Case) -> None:
    configure(case, "theme: harbour\n")
    keep(case.data, "sepia", "harbour")
    lines = case.bare("themes").text.splitlines()
    assert [line[2:].split()[0] for line in lines if line.startswith("*")] == ["sepia"]


def test_a_theme_of_ones_own_is_begun_from_another_and_never_written_over(case: Case) -> None:
    outcome = case.bare("themes", "new", "mine", "--from", "sepia")
    path = case.config.parent / "themes" / "mine.yaml"
    assert outcome.code == 0
    assert f"{path}: written, from sepia" in outcome.text
    assert f"theme: mine  into {case.config}" in outcome.text
    assert "  # What is read\n" in path.read_text()
    path.write_text(path.read_text().replace("#3a2c1c", "#000000"))
    assert "mine" in case.bare("themes").text
    again = case.bare("themes", "new", "mine")
    assert (again.code, again.text) == (1, "")
    assert "mine.yaml: there already; take another name, or delete it first" in again.complaints
    assert "#000000" in path.read_text()


def test_a_new_theme_begins_with_the_one_that_counts(case: Case) -> None:
    configure(case, "theme: harbour\n")
    assert case.bare("themes", "new", "mine", "--json").json == {
        "name": "mine",
        "path": str(case.config.parent / "themes" / "mine.yaml"),
        "from": "harbour",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new",), "name the theme"),
        (("new", "a b"), "name the theme"),
        (("new", "auto"), "name the theme"),
        (("list", "mine"), "a name and --from go with new"),
        (("new", "mine", "--from", "sepai"), "no theme is called 'sepai'; did you mean sepia?"),
    ],
)
def test_a_new_theme_needs_a_name_and_a_theme_to_begin_with(case: Case, words: tuple[str, ...], told: str) -> None:
    outcome = case.bare("themes", *words)
    assert outcome.code in (1, 2)
    assert told in outcome.complaints
    assert not (case.config.parent / "themes").exists()


def test_a_theme_file_that_cannot_be_used_is_listed_with_its_reasons(case: Case) -> None:
    own = case.config.parent / "themes"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text("dark: perhaps\n")
    themes = {each["name"]: each for each in case.bare("themes", "--json").json}
    assert list(themes["mine"]) == ["name", "dark", "description", "valid", "problems"]
    assert (themes["mine"]["valid"], themes["harbour"]["valid"], themes["harbour"]["problems"]) == (False, True, [])
    assert any("dark: must be true or false" in problem for problem in themes["mine"]["problems"])
    outcome = case.bare("themes")
    assert outcome.code == 0
    assert "mine.yaml:1: dark: must be true or false" in outcome.complaints


def test_keys_are_those_in_force(case: Case) -> None:
    configure(case, "keys:\n  article.tag: [x, '?']\n  help.open: [f1]\n  article.unread: []\n")
    keys = {each["id"]: each for each in case.bare("keys", "--json").json}
    assert list(keys) == [action.id for action in ACTIONS]
    assert list(keys["article.tag"]) == ["id", "keys", "label", "description", "scope"]
    assert keys["article.tag"]["keys"] == ["x", "question_mark"]
    assert keys["article.unread"]["keys"] == []
    assert any(line.startswith("x, ? ") and "article.tag" in line for line in case.bare("keys").text.splitlines())
