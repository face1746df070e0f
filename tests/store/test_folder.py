"""What the folder of articles tells, and what it cannot do to us."""

import os
import socket
from pathlib import Path

import pytest
from builders import desk, headline, nothing, write
from unprivileged import as_nobody, shared_directory

from reader.errors import ArticleError, FolderError
from reader.store.folder import Listing, check_folder, content, identifier, ignoring, listing


def listed(folder: Path, *patterns: str) -> list[str]:
    return [file.path for file in listing(folder, ignoring(patterns)).files]


def problems(found: Listing) -> dict[str, str]:
    return {problem.id: problem.reason for problem in found.problems}


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def test_files_are_found_at_any_depth_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.txt", "a/b/c/deep.txt", "a.txt")
    assert listed(tmp_path) == ["a.txt", "a/b/c/deep.txt", "a/z.txt", "b.txt"]


def test_a_file_is_listed_with_its_size_and_time(tmp_path: Path) -> None:
    put(tmp_path, "four")
    os.utime(tmp_path / "four", ns=(0, 1_234_567_890_123_456_789))
    (file,) = listing(tmp_path, ignoring(())).files
    assert (file.path, file.size, file.modified) == ("four", 4, 1_234_567_890_123_456_789)


def test_a_link_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "in/self").symlink_to(tmp_path / "in")
    found = listing(tmp_path, ignoring(()))
    assert [file.path for file in found.files] == ["in/a.txt"]
    assert found.problems == ()


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "snake").symlink_to("snake")
    assert "snake" in problems(listing(tmp_path, ignoring(())))


def test_a_directory_is_entered_once_and_by_its_own_name_where_it_has_one(tmp_path: Path) -> None:
    put(tmp_path, "zebra/deep/a.txt")
    for name in ("aardvark", "zz"):
        (tmp_path / name).symlink_to(tmp_path / "zebra")
    (tmp_path / "beetle").symlink_to(tmp_path / "zebra/deep")
    assert listed(tmp_path) == ["zebra/deep/a.txt"]


def test_a_directory_outside_is_entered_once_by_the_first_of_its_links(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    put(outside, "a.txt")
    inside.mkdir()
    for name in ("second", "first", "third"):
        (inside / name).symlink_to(outside)
    assert listed(inside) == ["first/a.txt"]


def test_a_linked_file_counts(tmp_path: Path) -> None:
    put(tmp_path, "outside/a.txt")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside/b.txt").symlink_to(tmp_path / "outside/a.txt")
    assert listed(tmp_path / "inside") == ["b.txt"]


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, "good.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    found = listing(tmp_path, ignoring(()))
    assert [file.path for file in found.files] == ["good.txt"]
    assert "leads nowhere" in problems(found)["lost.txt"]


def test_pipes_and_sockets_are_passed_over_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # the name of a socket may have 108 bytes
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        assert listed(tmp_path) == []


def test_reading_a_pipe_that_took_the_place_of_a_file_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="no regular file"):
        content(tmp_path, "pipe.txt", 100)


def test_a_directory_and_a_file_that_may_not_be_read_are_problems(tmp_path: Path) -> None:
    with shared_directory() as folder:
        put(folder, "good.txt", "closed/hidden.txt", "secret.txt")
        (folder / "closed").chmod(0)
        (folder / "secret.txt").chmod(0)

        def look() -> tuple[list[str], dict[str, str], str]:
            found = listing(folder, ignoring(()))
            try:
                content(folder, "secret.txt", 100)
            except ArticleError as fault:
                return [file.path for file in found.files], problems(found), str(fault)
            return [], {}, "it was read"

        files, told, secret = as_nobody(look)
        (folder / "closed").chmod(0o755)
    assert files == ["good.txt", "secret.txt"]
    assert "may not be read" in told["closed"]
    assert "may not be read" in secret


def test_a_name_that_is_no_utf8_is_listed_read_and_shown_with_escapes(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("espresso")
    (file,) = listing(tmp_path, ignoring(())).files
    assert content(tmp_path, file.path, 100).data == b"espresso"
    assert identifier(file.path) == "caf\\xe9.txt"


COMPOSED, DECOMPOSED = "caf\xe9.txt", "cafe\u0301.txt"
"""One name as eyes see it; two for most file systems."""


def test_names_that_only_look_alike_are_two_files(tmp_path: Path) -> None:
    (tmp_path / COMPOSED).write_text("one")
    (tmp_path / DECOMPOSED).write_text("two")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system takes both for one name")
    assert sorted(listed(tmp_path)) == sorted((COMPOSED, DECOMPOSED))
    assert [content(tmp_path, name, 100).data for name in (COMPOSED, DECOMPOSED)] == [b"one", b"two"]


def test_marks_follow_a_file_whose_name_another_system_wrote_in_another_form(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, COMPOSED)
    library = made.refreshed()
    library.change_tags([library.number(COMPOSED)], ["keep"], [])
    (made.folder / COMPOSED).rename(made.folder / DECOMPOSED)
    library.refresh(nothing)
    assert headline(library, DECOMPOSED).marks.tags == ("keep",)
    library.close()


def test_devices_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    assert listed(tmp_path) == ["a.txt"]
    with pytest.raises(ArticleError, match="no regular file"):
        content(tmp_path, "null.txt", 100)


def test_a_name_cannot_write_to_the_terminal() -> None:
    shown = identifier("two\nlines\x1b[31mred\x9b\u202e.txt")
    assert shown == "two\\x0alines\\x1b[31mred\\x9b\\x202e.txt"
    assert shown.isprintable()


def test_an_ordinary_name_is_its_own_id() -> None:
    assert identifier("Città/日本/ärger 1.txt") == "Città/日本/ärger 1.txt"


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("*.log", ["a.txt", "drafts/b.txt", "drafts/old/c.txt", "old/d.txt"]),
        ("drafts", ["a.txt", "e.log", "old/d.txt"]),
        ("old/", ["a.txt", "drafts/b.txt", "e.log"]),
        ("/old", ["a.txt", "drafts/b.txt", "drafts/old/c.txt", "e.log"]),
        ("drafts/old", ["a.txt", "drafts/b.txt", "e.log", "old/d.txt"]),
        ("drafts/*.txt", ["a.txt", "drafts/old/c.txt", "e.log", "old/d.txt"]),
        ("a.txt/", ["a.txt", "drafts/b.txt", "drafts/old/c.txt", "e.log", "old/d.txt"]),
        ("drafts/old/", ["a.txt", "drafts/b.txt", "e.log", "old/d.txt"]),
        ("drafts/b.txt/", ["a.txt", "drafts/b.txt", "drafts/old/c.txt", "e.log", "old/d.txt"]),
        ("**/old", ["a.txt", "drafts/b.txt", "e.log"]),
        ("drafts/**/c.txt", ["a.txt", "drafts/b.txt", "e.log", "old/d.txt"]),
        ("[ab].txt", ["drafts/old/c.txt", "e.log", "old/d.txt"]),
    ],
)
def test_what_a_pattern_names_is_not_looked_at(tmp_path: Path, pattern: str, kept: list[str]) -> None:
    put(tmp_path, "a.txt", "drafts/b.txt", "drafts/old/c.txt", "old/d.txt", "e.log")
    assert listed(tmp_path, pattern) == kept


def test_an_ignored_directory_is_not_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "keep/a.txt", "skip/b.txt")
    entered: list[str] = []
    scan = os.scandir

    def watched(path: Path) -> object:
        entered.append(Path(path).name)
        return scan(path)

    monkeypatch.setattr(os, "scandir", watched)
    listed(tmp_path, "skip/")
    assert "keep" in entered
    assert "skip" not in entered


def test_of_a_huge_file_only_its_beginning_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.write(b"beginning")
        file.truncate(50_000_000_000)  # no disk space is taken
    found = content(tmp_path, "huge.txt", 5)
    assert found.data == b"beginn"  # one byte more than the limit tells that there is more


def test_files_that_differ_beyond_the_limit_in_length_alone_have_different_digests(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    (tmp_path / "b").write_bytes(b"x" * 101)
    assert content(tmp_path, "a", 10).digest != content(tmp_path, "b", 10).digest


def test_a_file_that_vanished_after_it_was_listed_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="vanished"):
        content(tmp_path, "gone.txt", 100)


def test_a_folder_that_is_missing_or_a_file_or_closed_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="no such folder"):
        check_folder(tmp_path / "nowhere")
    put(tmp_path, "file.txt")
    with pytest.raises(FolderError, match="broadsheet show"):
        check_folder(tmp_path / "file.txt")
    with pytest.raises(FolderError, match="no such folder; a part of its path is a file"):
        check_folder(tmp_path / "file.txt" / "inside")


def test_a_folder_that_may_not_be_read_says_so() -> None:
    with shared_directory() as folder:
        (folder / "closed").mkdir(0)

        def look() -> str:
            try:
                check_folder(folder / "closed")
            except FolderError as fault:
                return str(fault)
            return "it was read"

        assert "may not be read" in as_nobody(look)
        (folder / "closed").chmod(0o755)
