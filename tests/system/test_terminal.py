"""The real program in a real terminal: it starts, takes keys, keeps marks, and leaves the terminal as it was."""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import Desk, desk, write
from pseudoterminal import PATIENCE, READER, ROOT, Pseudoterminal, surroundings

COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:[34][0-7]|9[0-7]|10[0-7]|[34]8;[25];[\d;]+)(?:;[\d;]*)?m")
"""A change of colour, by ECMA-48 and xterm."""
MOST_BYTES = 4096
"""What one key may have drawn at 80x24: four seconds at 9,600 baud."""
CRASH = (
    "import sys\n"
    "from reader.__main__ import main\n"
    "from reader.ui.screens.main import MainScreen\n"
    "def fails(screen): raise RuntimeError('no such \\x1b[31mluck')\n"
    "MainScreen.do_article_favourite = fails\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


TEXTS = {
    "alpha": "Bakers sell bread of rye in the market.\n",
    "beta": "A keeper of lighthouses counted ships all night.\n",
    "gamma": "Seven students planted lemon trees near their school.\n",
}
"""Articles that have nothing to do with each other, by their names."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**surroundings(tmp_path), "PS1": "shell> "}


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    three = desk(tmp_path)
    for day, (name, text) in enumerate(TEXTS.items(), 1):
        write(three.folder, f"{name}.txt", text, title=f"About {name}", day=f"2021-05-0{day}")
    return three


@pytest.fixture
def words(made: Desk) -> list[str]:
    return [*READER, str(made.folder)]


def marked(made: Desk, environment: dict[str, str], query: str) -> str:
    command = [*READER, "list", "--folder", str(made.folder), query]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def index(folder: Path, environment: dict[str, str]) -> None:
    """Have a folder read before, so that nothing changes on the screen by itself."""
    command = [*READER, "index", "--folder", str(folder)]
    subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)


def settled(terminal: Pseudoterminal) -> str:
    """The screen when folder and article have been read."""
    terminal.until(lambda: terminal.lines[0].endswith("3 articles · 3 unread") and "lemon trees" in terminal.text)
    terminal.settles()
    return terminal.text


def test_a_session_keeps_its_marks_and_leaves_the_terminal_clean(
    made: Desk, environment: dict[str, str], words: list[str]
) -> None:
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma")
        terminal.type("j")
        terminal.type("\r")
        terminal.sees("2 unread")
        terminal.type("s")
        terminal.sees("★ About beta")
        assert terminal.modes >= {1000, 1003, 1006, 1049, 2004}
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched
        assert terminal.text.strip() == ""
    assert "About beta" in marked(made, environment, "is:favourite is:read")


def test_a_key_right_behind_escape_is_a_key_of_its_own(environment: dict[str, str], words: list[str]) -> None:
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma")
        terminal.type("?")
        terminal.sees("Keys in the list")
        terminal.type("\x1bs")
        terminal.sees("★ About gamma")
        terminal.type("a")
        terminal.sees("Note on")
        terminal.type("my words\x1bj")
        terminal.until(lambda: "Note on" not in terminal.text)
        terminal.type("s")
        terminal.sees("★ About beta")
        terminal.type("/about")
        terminal.sees("/ about")
        terminal.type("\x1bQ")
        assert terminal.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_end_leaves_the_terminal_clean_and_the_marks_set(
    made: Desk, environment: dict[str, str], words: list[str], number: signal.Signals
) -> None:
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma")
        terminal.type("s")
        terminal.sees("★ About gamma")
        terminal.send(number)
        assert terminal.ended() == 128 + number
        assert terminal.untouched
    assert "About gamma" in marked(made, environment, "is:favourite")


def test_a_terminal_that_is_gone_ends_the_program_though_nobody_takes_what_it_draws(
    environment: dict[str, str], words: list[str]
) -> None:
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma")
        for _ in range(40):
            # nobody reads: the terminal is full, then what waits to be written, then the program stands still
            terminal.type("jk" * 20)
            time.sleep(0.05)
        terminal.send(signal.SIGHUP)
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


def test_a_terminal_that_is_gone_ends_the_program_also_where_no_signal_tells_it(
    environment: dict[str, str], words: list[str]
) -> None:
    master, slave = pty.openpty()
    program = subprocess.Popen(
        words, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=ROOT, start_new_session=True
    )
    os.close(slave)
    end = time.monotonic() + PATIENCE
    drawn = b""
    while b"\x1b[?1049h" not in drawn and time.monotonic() < end:
        drawn += os.read(master, 65536) if select.select([master], [], [], 0.1)[0] else b""
    os.close(master)
    try:
        assert program.wait(PATIENCE) == 128 + signal.SIGHUP
    finally:
        program.kill()
        program.wait()


def test_ctrl_c_asks_and_the_second_one_quits(environment: dict[str, str], words: list[str]) -> None:
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma")
        terminal.type("?")
        terminal.sees("type to search")
        terminal.type("\x03")
        terminal.sees("Press ctrl+c again to quit.")
        assert terminal.process.poll() is None
        terminal.type("\x03")
        assert terminal.ended() == 128 + signal.SIGINT
        assert terminal.untouched


def test_a_bug_is_told_after_the_screen_is_gone_and_kept_in_the_log(
    made: Desk, environment: dict[str, str], tmp_path: Path
) -> None:
    with Pseudoterminal([sys.executable, "-c", CRASH, str(made.folder)], environment) as terminal:
        terminal.sees("About gamma")
        terminal.type("s")
        assert terminal.ended() == 1
        assert terminal.untouched
        flat = terminal.sent.decode().replace("\r\n", "")
        assert "Traceback (most recent call last)" in flat
        assert r"broadsheet: this should not have happened: RuntimeError: no such \x1b[31mluck; more in" in flat
        assert "Your marks are safe" in flat
        assert "\x1b[31mluck" not in flat
    assert "in fails" in (tmp_path / "data" / "broadsheet.log").read_text()


# Jobs


@pytest.fixture
def shell(made: Desk, environment: dict[str, str], words: list[str]) -> list[str]:
    """The words of a shell; the program is to be started in it."""
    index(made.folder, environment)
    if not shutil.which("bash"):
        pytest.skip("needs bash, for its jobs")
    environment["READER"] = " ".join(f"'{word}'" for word in words)
    return ["bash", "--norc", "--noprofile", "-i"]


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_everything_back(
    environment: dict[str, str], shell: list[str]
) -> None:
    with Pseudoterminal(shell, environment) as terminal:
        terminal.sees("shell>")
        of_shell = terminal.modes
        terminal.type('eval "$READER"\n')
        terminal.sees("About gamma")
        whole = settled(terminal)
        terminal.type("\x1a")
        terminal.sees("Stopped")
        assert "About gamma" not in terminal.text
        assert (terminal.modes, terminal.keyboards) == (of_shell, 0)
        terminal.type("stty -a\n")
        terminal.until(lambda: bool(re.search(r"(?<!-)isig (?<!-)icanon", terminal.text)))
        assert " -echo " not in terminal.text
        terminal.type("fg\n")
        assert settled(terminal) == whole
        assert terminal.modes >= {1000, 1049}
        terminal.type("\x1a")
        terminal.sees("Stopped")
        terminal.resize(100, 30)
        terminal.type("fg\n")
        terminal.until(lambda: "1/3" in terminal.lines[29] and "About gamma" in terminal.text)
        terminal.type("Q")
        terminal.until(lambda: "About gamma" not in terminal.text)
        terminal.until(lambda: (terminal.modes, terminal.keyboards) == (of_shell, 0))


def test_a_program_that_was_stopped_without_warning_goes_on(environment: dict[str, str], shell: list[str]) -> None:
    with Pseudoterminal(shell, environment) as terminal:
        terminal.sees("shell>")
        of_shell = terminal.modes
        terminal.type('eval "$READER"\n')
        terminal.sees("About gamma")
        whole = settled(terminal)
        job = subprocess.run(
            ["ps", "--ppid", str(terminal.process.pid), "-o", "pid="], capture_output=True, text=True, check=True
        )
        os.kill(int(job.stdout), signal.SIGSTOP)
        terminal.sees("Stopped")
        terminal.type("fg\n")
        assert settled(terminal) == whole
        terminal.type("j")
        terminal.sees("2/3")
        terminal.type("Q")
        terminal.until(lambda: (terminal.modes, terminal.keyboards) == (of_shell, 0))


def test_a_resize_at_any_moment_leaves_a_whole_screen(
    made: Desk, environment: dict[str, str], words: list[str]
) -> None:
    index(made.folder, environment)
    environment |= {"COLUMNS": "80", "LINES": "24"}  # as a shell may have said before
    with Pseudoterminal(words, environment) as terminal:
        for columns, rows in ((90, 20), (40, 10), (200, 60), (80, 24), (120, 40), (80, 24)):
            terminal.resize(columns, rows)
            terminal.type("jk")
            time.sleep(0.15)  # the moments, which are not to be waited for
            if columns == 120:
                terminal.until(lambda: "1/3" in terminal.lines[39])
        terminal.until(lambda: "1/3" in terminal.lines[23])
        before = settled(terminal)
        terminal.type("\x1b[24~")  # paints everything again
        terminal.settles()
        assert terminal.text == before


# Kinds of terminals


@pytest.mark.parametrize(
    "term", ["xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100", "unheard-of"]
)
def test_every_kind_of_terminal_will_do(environment: dict[str, str], words: list[str], term: str) -> None:
    with Pseudoterminal(words, {**environment, "TERM": term}) as terminal:
        terminal.sees("About gamma", "1/3")
        terminal.type("j\r")
        terminal.sees("counted ships")
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched
        assert bool(COLOUR.search(terminal.sent)) is (term != "vt100")
        assert (b"38;2;" in terminal.sent) is False
        assert (b";5;" in terminal.sent) is ("256" in term)


def test_no_color_is_obeyed_and_the_cursor_is_seen(environment: dict[str, str], words: list[str]) -> None:
    with Pseudoterminal(words, {**environment, "NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.sees("About gamma", "1/3")
        terminal.settles()
        assert not COLOUR.search(terminal.sent)
        assert terminal.screen.buffer[1][5].reverse
        assert not terminal.screen.buffer[3][5].reverse
        terminal.type("Q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("program", ["tmux", "screen"])
def test_multiplexers_will_do(environment: dict[str, str], words: list[str], program: str, tmp_path: Path) -> None:
    if not shutil.which(program):
        pytest.skip(f"needs {program}")
    inner = " ".join(f"'{word}'" for word in words)
    calls = {
        "tmux": ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", "new-session", inner],
        "screen": ["screen", "-c", "/dev/null", "sh", "-c", inner],
    }
    (tmp_path / "screens").mkdir(mode=0o700)
    with Pseudoterminal(calls[program], {**environment, "SCREENDIR": str(tmp_path / "screens")}) as terminal:
        terminal.sees("About gamma")
        terminal.type("j\r")
        terminal.sees("counted ships")
        terminal.type("\x1b[A")
        terminal.type("Q")
        terminal.ended()


@pytest.mark.parametrize("term", ["xterm-256color", "dumb", ""])
def test_without_a_terminal_there_is_one_line_and_an_exit_code(
    environment: dict[str, str], words: list[str], term: str
) -> None:
    if term == "xterm-256color":
        done = subprocess.run(
            words, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        told = done.stderr
    else:
        with Pseudoterminal(words, {**environment, "TERM": term}) as terminal:
            assert terminal.ended() == 2
            assert terminal.untouched
            told = terminal.sent.decode()
    assert len(told.strip().splitlines()) == 1
    assert "needs a terminal" in told


def test_without_mouse_the_terminal_keeps_it(environment: dict[str, str], words: list[str], tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("mouse: false\n")
    with Pseudoterminal(words, {**environment, "TEXTUAL_DISABLE_KITTY_KEY": "1"}) as terminal:
        terminal.sees("About gamma")
        assert terminal.modes.isdisjoint({1000, 1003, 1006, 1015})
        assert terminal.keyboards == 0
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched


# What the terminal tells

ASKED = b"\x1b]11;?\x1b\\\x1b[c"
IDENTITY = b"\x1b[?62;22c"
LIGHT, DARK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:1e/1e/2e\x07"


def ground(terminal: Pseudoterminal) -> str:
    """The colour behind an empty cell of the list."""
    return str(terminal.screen.buffer[9][20].bg)


def test_the_theme_follows_the_terminal_and_no_key_is_lost_meanwhile(
    made: Desk, environment: dict[str, str], words: list[str]
) -> None:
    environment["COLORTERM"] = "truecolor"
    index(made.folder, environment)
    with Pseudoterminal(words, environment, answers={ASKED: b"j" + DARK + b"j" + IDENTITY + b"k"}) as terminal:
        terminal.sees("About gamma", "2/3")
        terminal.settles()
        assert ground(terminal) == "191714"
        terminal.type("\x1b[?997;2n")
        terminal.until(lambda: ground(terminal) == "faf6ec")
        terminal.type(DARK.decode())
        terminal.until(lambda: ground(terminal) == "191714")
        assert "2/3" in terminal.text
        assert 2031 in terminal.modes
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched


def test_an_answer_that_comes_late_is_no_key(environment: dict[str, str], words: list[str]) -> None:
    environment["COLORTERM"] = "truecolor"
    with Pseudoterminal(words, environment) as terminal:
        terminal.sees("About gamma", "1/3")
        terminal.settles()
        assert ground(terminal) == "faf6ec"
        terminal.type(DARK.decode()[:9])
        terminal.settles()
        terminal.type(DARK.decode()[9:] + IDENTITY.decode())
        terminal.until(lambda: ground(terminal) == "191714")
        assert "1/3" in terminal.text


def test_a_theme_that_is_named_does_not_ask(environment: dict[str, str], words: list[str], tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("theme: sepia\n")
    with Pseudoterminal(words, environment, answers={ASKED: DARK + IDENTITY}) as terminal:
        terminal.sees("About gamma")
        assert ASKED not in terminal.sent


# A slow line

KEYS = (
    *(
        "j",
        "j",
        "k",
        "J",
        "\x1b[6~",
        "\x1b[5~",
        "G",
        "\x1b[H",
        "\r",
        "j",
        " ",
        "\t",
        "j",
        "\t",
        "s",
        "u",
        "2",
        "1",
        "l",
        "z",
        "z",
    ),
    *(
        "/",
        "f",
        "e",
        "\r",
        "\r",
        "n",
        "\x1b",
        "\x1b",
        "?",
        "\x1b",
        "S",
        "j",
        "\x1b",
        "0",
        "\x1b",
        "p",
        "\x1b",
        "t",
        "\x1b",
    ),
)
"""The keys of a usual session at 80x24, one after the other."""


def test_one_key_has_little_written_and_the_screen_stays_true(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("watch: false\n")
    environment["COLORTERM"] = "truecolor"
    index(ROOT / "sample_articles", environment)
    costly = costly_keys(environment)
    if costly:  # on a busy machine what one key leads to may be written with the next one, but hardly so twice
        costly = sorted(set(costly) & set(costly_keys(environment)))
    assert costly == []


def costly_keys(environment: dict[str, str]) -> list[tuple[int, str]]:
    """Which keys of a session, by their place in it, have too much written."""
    with Pseudoterminal([*READER, str(ROOT / "sample_articles")], environment) as terminal:
        terminal.sees("+2 versions", "/41")
        terminal.settles()
        costs = [(key, terminal.cost(key)) for key in KEYS]
        before = terminal.text
        terminal.cost("\x1b[24~")
        assert terminal.text == before
    return [(place, key) for place, (key, written) in enumerate(costs) if written > MOST_BYTES]


def linking(root: Path) -> Path:
    """A folder with an article that has links on every line."""
    folder = root / "linking"
    folder.mkdir()
    lines = [f"Line {count}: https://example.org/{'long-' * 8}{count}" for count in range(60)]
    write(folder, "links.txt", "\n\n".join(lines), title="Links", day="2021-05-01")
    return folder


@pytest.mark.parametrize(("term", "are"), [("xterm-256color", True), ("linux", False), ("vt220", False)])
def test_an_address_is_a_hyperlink_where_the_terminal_may_know_them(
    environment: dict[str, str], tmp_path: Path, term: str, are: bool
) -> None:
    environment["TERM"] = term
    with Pseudoterminal([*READER, str(linking(tmp_path))], environment, columns=120) as terminal:
        terminal.sees("Line 0:")
        terminal.settles()
        begun, ended = b"\x1b]8;;https://example.org/long-", b"\x1b]8;;\x1b\\"
        assert (begun in terminal.sent) is (ended in terminal.sent) is are
        assert terminal.sent.rindex(ended) > terminal.sent.rindex(begun) if are else b"\x1b]8" not in terminal.sent


def test_a_text_full_of_hyperlinks_costs_little_more_than_the_addresses(
    environment: dict[str, str], tmp_path: Path
) -> None:
    environment["COLORTERM"] = "truecolor"
    with Pseudoterminal([*READER, str(linking(tmp_path))], environment) as terminal:
        terminal.sees("Links")
        terminal.type("\r")
        terminal.sees("Line 3:")
        terminal.settles()
        costs = [(key, terminal.cost(key)) for key in "j   kG"]
        assert [(key, written) for key, written in costs if written > MOST_BYTES] == []
        before = terminal.text
        terminal.cost("\x1b[24~")
        assert terminal.text == before
