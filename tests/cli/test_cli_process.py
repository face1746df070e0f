"""The command line as a process: pipes that close, signals, full disks, bugs, and what it imports."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_case import FERRY

from reader.cli.failures import UsageError, guarded
from reader.errors import BroadsheetError

HEAVY = ("textual", "rich", "whoosh", "numpy", "yaml", "sqlite3", "watchfiles", "ftfy", "charset_normalizer")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "BROADSHEET_CONFIG": str(tmp_path / "config.yaml"),
        "BROADSHEET_CACHE_DIR": str(tmp_path / "cache"),
        "BROADSHEET_DATA_DIR": str(tmp_path / "data"),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(FERRY.replace("140", str(number)))
    return folder


def broadsheet(environment: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(environment: dict[str, str], word: str) -> None:
    script = (
        "import sys; from reader.__main__ import main; code = main([sys.argv[1]]);"
        f"print(sorted(set({HEAVY}) & set(sys.modules)), code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, word], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[] 0"


def test_the_help_of_every_command_imports_nothing_heavy(environment: dict[str, str]) -> None:
    script = (
        "import sys; from reader.__main__ import main; from reader.cli.commands import COMMANDS;"
        "codes = {main([command.name, '--help']) for command in COMMANDS};"
        f"print(sorted(set({HEAVY}) & set(sys.modules)), codes)"
    )
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] {0}"


def test_no_command_imports_textual(environment: dict[str, str], folder: Path) -> None:
    script = (
        "import sys; from reader.__main__ import main\n"
        "for words in ('list', 'search fog', 'show 1.txt', 'related 1.txt', 'tag 1.txt +x', 'themes', 'keys'):\n"
        "    assert main(['--folder', sys.argv[1], *words.split()]) == 0, words\n"
        "print(sorted({'textual', 'rich', 'watchfiles'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("related", "--all", "--jsonl"), ("--help",)])
def test_a_pipe_that_is_closed_leaves_no_trace(
    environment: dict[str, str], folder: Path, words: tuple[str, ...]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "--folder", str(folder), *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaints) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [("list",), ("list", "--jsonl"), ("--version",), ("--help",)])
def test_a_full_disk_is_one_line_and_1(environment: dict[str, str], folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--folder", str(folder), *words],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "broadsheet: the output could not be written: No space left on device\n"


@pytest.mark.parametrize(
    ("closed", "words", "code", "complaint"),
    [(">&-", "list", 0, ""), ("<&-", "", 2, "needs a terminal"), ("<&- >&- 2>&-", "list", 0, "")],
)
def test_streams_that_the_shell_closed_do_no_harm(
    environment: dict[str, str], folder: Path, closed: str, words: str, code: int, complaint: str
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m reader {words} --folder "{folder}" {closed}'],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == bool(complaint)


def test_an_output_that_cannot_hold_a_character_has_it_escaped(environment: dict[str, str], folder: Path) -> None:
    environment |= {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert "\\u25cf  2021-04-08" in broadsheet(environment, "list", "--folder", str(folder)).stdout
    (folder / "accent.txt").write_text(FERRY.replace("Ferry runs", "Férry ● runs"))
    done = broadsheet(environment, "list", "--folder", str(folder), "--jsonl", "id:accent.txt")
    assert "F\\u00e9rry \\u25cf runs" in done.stdout


def test_a_bug_is_one_line_and_its_trace_is_in_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        return 1 // 0

    log = tmp_path / "deep" / "broadsheet.log"
    assert guarded(work, lambda: log) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError" in told
    assert str(log) in told
    assert "return 1 // 0" in log.read_text()


def test_a_bug_is_told_even_if_there_can_be_no_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")

    def work() -> int:
        raise RuntimeError("once more\x1b[2J")

    assert guarded(work, lambda: tmp_path / "file" / "log") == 1
    told = capsys.readouterr().err
    assert "RuntimeError: once more" in told
    assert "the log could not be written" in told
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (UsageError("no"), 2),
        (BroadsheetError("no"), 1),
        (KeyboardInterrupt(), 130),
        (SystemExit(3), 3),
        (SystemExit(), 0),
    ],
)
def test_every_error_has_its_exit_code(tmp_path: Path, fault: BaseException, code: int) -> None:
    def work() -> int:
        raise fault

    assert guarded(work, lambda: tmp_path / "log") == code
    assert not (tmp_path / "log").exists()


def in_terminal(
    environment: dict[str, str], *words: str, when: Callable[[bytes], bool] = lambda _: False
) -> tuple[int, str]:
    """Run in a terminal, pressing ctrl+c once `when` holds of what was printed; exit code and everything printed."""
    process, terminal = pty.fork()
    if not process:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # it is ignored where the tests run in the background of a script
        os.execve(sys.executable, [sys.executable, "-m", "reader", *words], environment)
    printed = b""
    pressed = False
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
        if not pressed and when(printed):
            pressed = True
            os.write(terminal, b"\x03")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), printed.decode()


def test_a_terminal_sees_progress_that_is_wiped_and_titles_cut_to_its_width(
    environment: dict[str, str], folder: Path
) -> None:
    for number in range(300):
        (folder / f"more-{number}.txt").write_text(FERRY.replace("140", f"{number} {'very ' * number}"))
    (folder / "0.txt").write_text(FERRY.replace("Ferry runs", f"Ferry {'really ' * 25}runs"))
    code, printed = in_terminal({**environment, "COLUMNS": "60"}, "list", "--folder", str(folder), "id:0.txt")
    assert code == 0
    assert " of " in printed
    bar, _, listed = printed.rpartition("\r\x1b[K")
    assert "░" in bar
    assert "░" not in listed
    title = listed.splitlines()[0]
    assert len(title) <= 60
    assert title.rstrip("›").endswith("…")


def test_ctrl_c_ends_an_index_with_130_and_no_trace(environment: dict[str, str], folder: Path) -> None:
    for number in range(300):
        (folder / f"more-{number}.txt").write_text(FERRY.replace("140", f"{number} {'very ' * number}"))
    code, printed = in_terminal(environment, "index", "--folder", str(folder), when=lambda told: b"reading" in told)
    assert code == 130
    assert "Traceback" not in printed
    again = broadsheet(environment, "list", "--jsonl", "--folder", str(folder))
    assert (again.returncode, len(again.stdout.splitlines())) == (0, 340)


def test_a_dumb_terminal_does_not_open_the_reader(environment: dict[str, str], folder: Path) -> None:
    code, printed = in_terminal({**environment, "TERM": "dumb"}, str(folder))
    assert code == 2
    assert printed.strip() == (
        "broadsheet: the reader needs a terminal; for text try: broadsheet list, or see: broadsheet --help"
    )


def test_a_missing_folder_in_a_terminal_is_one_line(environment: dict[str, str], tmp_path: Path) -> None:
    code, printed = in_terminal({**environment, "TERM": "xterm-256color"}, str(tmp_path / "nowhere"))
    assert code == 1
    assert "there is no such folder" in printed
    assert "Traceback" not in printed


def test_the_signal_of_ctrl_c_is_what_the_exit_code_tells() -> None:
    assert 128 + signal.SIGINT == 130
