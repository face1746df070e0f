"""What the door to YAML lets in, and how it refuses the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.settings import yamlfile, yamltree
from reader.settings.nodes import Mapping, Node, Scalar, Sequence, YamlError
from reader.settings.plain import plain

SHIPPED = Path(__file__).parents[2] / "themes"


def value_of(tree: Node, name: str) -> Node:
    assert isinstance(tree, Mapping)
    return {key.text: value for key, value in tree.entries}[name]


def refusal(text: str) -> YamlError:
    with pytest.raises(YamlError) as caught:
        yamlfile.parse(text)
    return caught.value


def test_every_value_knows_its_line_and_column() -> None:
    tree = yamlfile.parse('theme: harbour\nlayout:\n  measure: 70\nignore:\n  - "*.bak"\n')
    layout = value_of(tree, "layout")
    assert value_of(tree, "theme") == Scalar("harbour", 1, 8)
    assert value_of(layout, "measure") == Scalar("70", 3, 12)
    assert value_of(tree, "ignore") == Sequence((Scalar("*.bak", 5, 5, quoted=True),), 5, 3)


@pytest.mark.parametrize("word", ["no", "n", "1", "08", "2001-01-01", "1e3", "0x10"])
def test_a_value_stays_as_it_is_written(word: str) -> None:
    value = value_of(yamlfile.parse(f"key: {word}"), "key")
    assert isinstance(value, Scalar)
    assert value.text == word


@pytest.mark.parametrize(("written", "empty"), [("", True), ("~", True), ("null", True), ('""', False), ("'~'", False)])
def test_only_an_unquoted_nothing_is_empty(written: str, empty: bool) -> None:
    value = value_of(yamlfile.parse(f"key: {written}"), "key")
    assert isinstance(value, Scalar)
    assert value.empty is empty


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~", "\ufeff# a byte order mark\n"])
def test_an_empty_text_is_an_empty_mapping(text: str) -> None:
    tree = yamlfile.parse(text)
    assert isinstance(tree, Mapping)
    assert tree.entries == ()


def test_an_alias_stands_for_a_single_value_at_its_own_place() -> None:
    tree = yamlfile.parse('accent: &red "#800"\nunread: *red\n')
    assert value_of(tree, "unread") == Scalar("#800", 2, 9, quoted=True)


def test_an_alias_for_a_list_is_refused_so_that_no_file_grows_without_end() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    error = refusal("\n".join(lines))
    assert error.line == 2
    assert "*a0 stands for no single value" in str(error)


def test_an_alias_to_itself_is_refused() -> None:
    assert refusal("a: &a [*a]").line == 1


def test_deep_nesting_is_refused() -> None:
    error = refusal("a:\n  " + "[" * 100 + "]" * 100)
    assert (error.line, str(error)) == (2, "nested deeper than 16 levels")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_an_error_and_no_crash(opening: str) -> None:
    assert refusal("a:\n " + opening * 100_000).line in (1, 2)


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = yamltree.MAX_DEPTH
    assert isinstance(yamlfile.parse("[" * depth + "]" * depth), Sequence)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("ok: 1\nignore: [*~]\n", 2, "must stand in quotes"),
        ("keys:\n  help.open: ?\n", 2, "must stand in quotes"),
        ("a: 1\nb: !keep\n", 2, "tags such as '!keep'"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tags such as"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\n\tb: 2\n", 2, "no valid YAML"),
        ("? [a, b]\n: c\n", 1, "cannot be the name"),
        ("a: b: c\n", 1, "no valid YAML"),
        ("a: 1\nb: \x00\n", 2, "'\\x00'"),
        ("a: 1\nb: \x1b[31m\n", 2, "'\\x1b'"),
        ("a: \ud800\n", 1, "'\\ud800'"),
        ("a: 'never closed\n", 2, "no valid YAML"),
    ],
)
def test_a_refusal_names_the_line_and_what_to_do(text: str, line: int, words: str) -> None:
    error = refusal(text)
    assert error.line == line
    assert words in str(error)


@pytest.mark.parametrize("text", ["'", '"\\UFFFFFFFF"', "a: \x00", "a: \ud800", "[" * 5000, "a: [*~]"])
def test_without_the_quick_parser_a_refusal_is_the_same_kind_of_error(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    refusal(text)


def test_without_the_quick_parser_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x 'q'\nb:\n  - *x\n  - {c: no}\n"
    tree = yamlfile.parse(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert yamlfile.parse(text) == tree


def test_a_file_is_read_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(b"\xef\xbb\xbftheme: sepia\r\n")
    assert value_of(yamlfile.load(path), "theme") == Scalar("sepia", 1, 8)


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(b"theme: sepia\nfolder: caf\xe9\n")
    with pytest.raises(YamlError, match="not UTF-8") as caught:
        yamlfile.load(path)
    assert caught.value.line == 2


def test_a_large_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(YamlError, match="too large"):
        yamlfile.load(path)


def test_a_pipe_or_directory_is_no_settings_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(YamlError, match="is not a file"):
            yamlfile.load(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(YamlError, match="No such file"):
        yamlfile.load(tmp_path / "config.yaml")


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_themes_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain(text) == yamltree.tree(text)


PIECES = ("theme", "layout", "a.b", ":", ": ", ": ", "  ", " ", "\n", "\n", "\n", "\n  ", "# c", '"', '"#fff"', "'x'")
RARE = ("no", "~", "\t", "é", "\\", "&a", "*a", "|", ">", "{", "]", ", ", "?", "%", "---", "...", "\r", "=", "<<", "- ")
VALUES = ("", "", "harbour", '"#fff"', "8", "no", "1e3", "a-", '""', "# c", "x # c", "it's, so", "a - b", "a -")


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES + RARE), max_size=14).map("".join))
@example('a: 1\nb:\n  c: "x"\n\n# d\n  e: no\nf: 2')
@example("a:\n  b: 1\n   c: 2")
@example("a:\nb: 1")
@example("a: 1\n  b: 2")
@example("a: b\n  # c\n  d")
@example("null: 1\na: 1\na: 2")
def test_a_plain_text_is_read_as_the_library_reads_it(text: str) -> None:
    found = plain(text)
    if found is not None:
        assert found == yamltree.tree(text)


LINES = st.builds(
    "{}{}:{}{}".format,
    st.sampled_from(["", "", "  ", "   "]),
    st.sampled_from(["theme", "layout", "y", "null"]),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from(VALUES),
)


@settings(deadline=None)
@given(st.lists(st.one_of(LINES, st.sampled_from(["", "# c", "  # c", " "])), max_size=6).map("\n".join))
def test_plain_lines_are_read_as_the_library_reads_them(text: str) -> None:
    found = plain(text)
    if found is not None:
        assert found == yamltree.tree(text)


def test_a_start_with_a_plain_configuration_and_theme_does_without_the_library() -> None:
    script = (
        "import sys; from reader.settings import yamlfile; yamlfile.parse('theme: sepia'); print('yaml' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert told == "False\n"
