"""The refresh as a process of its own: what it tells, and how it ends."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import Desk, desk, everything, nothing, write

from reader.errors import BusyError, FolderError, StoreError
from reader.model.refresh import Outcome, Progress
from reader.refresh.job import Job
from reader.refresh.process import Refreshing, start

PATIENCE = 20.0
"""Seconds after which a condition that is waited for counts as failed."""


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    twenty = desk(tmp_path)
    for count in range(20):
        write(twenty.folder, f"word{count}.txt")
    return twenty


def log(made: Desk) -> str:
    return made.places.log.read_text() if made.places.log.exists() else ""


def run(made: Desk) -> list[Progress | Outcome]:
    return list(start(made.job, made.places.log).reports())


def test_a_child_reports_its_progress_and_last_the_outcome(made: Desk) -> None:
    (made.folder / "picture.txt").write_bytes(b"\x89PNG" + bytes(100))
    *progress, outcome = run(made)
    assert isinstance(outcome, Outcome)
    assert (outcome.added, outcome.articles) == (21, 20)
    assert [problem.id for problem in outcome.failed] == ["picture.txt"]
    stages = [report.stage for report in progress if isinstance(report, Progress)]
    assert len(stages) == len(progress)
    assert stages[0] == "scanning"
    assert stages[-1] == "done"
    assert log(made) == ""


def test_a_job_crosses_the_pipe_whole() -> None:
    job = Job(Path(os.fsdecode(b"/a/caf\xe9")), Path("/cache"), ("*.log", "drafts/"), 1000)
    assert Job.from_json(job.to_json()) == job


def test_a_folder_whose_name_is_no_utf8_is_refreshed(tmp_path: Path) -> None:
    made = desk(tmp_path / os.fsdecode(b"caf\xe9"))
    write(made.folder, "a.txt")
    outcome = run(made)[-1]
    assert isinstance(outcome, Outcome)
    assert outcome.articles == 1
    library = made.open()
    assert everything(library) == ["a.txt"]
    library.close()


def test_that_another_process_is_at_it_crosses_the_pipe(made: Desk) -> None:
    made.refresh()
    with (made.cache / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BusyError, match="another Broadsheet"):
            run(made)


def test_an_error_of_the_folder_crosses_the_pipe_in_words(made: Desk) -> None:
    for path in made.folder.iterdir():
        path.unlink()
    made.folder.rmdir()
    with pytest.raises((StoreError, FolderError), match="no such folder"):
        run(made)


def test_modules_in_the_current_directory_do_not_take_the_place_of_ours(
    made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    for name in ("yaml", "reader", "json", "whoosh", "numpy", "sqlite3"):
        (trap / f"{name}.py").write_text("import pathlib; pathlib.Path(__file__).with_suffix('.sprung').touch()\n")
    monkeypatch.chdir(trap)
    outcome = run(made)[-1]
    assert isinstance(outcome, Outcome)
    assert outcome.articles == 20
    assert list(trap.glob("*.sprung")) == []


def test_a_child_that_is_told_to_stop_is_gone_and_no_error(made: Desk) -> None:
    for count in range(300):
        write(made.folder, f"more{count}.txt")
    refreshing = start(made.job, made.places.log)
    told = refreshing.reports()
    next(told)
    refreshing.stop()
    assert refreshing.process.poll() == -signal.SIGTERM
    assert not any(isinstance(report, Outcome) for report in told)
    assert made.refresh().articles == 320
    assert log(made) == ""


def test_a_child_that_is_killed_is_an_error_in_words(made: Desk) -> None:
    refreshing = start(made.job, made.places.log)
    os.kill(refreshing.process.pid, signal.SIGKILL)
    with pytest.raises(StoreError, match="stopped before its end"):
        list(refreshing.reports())


def test_half_a_report_is_no_report(made: Desk) -> None:
    child = subprocess.Popen(
        ["printf", '{"progress": {"stage": "scanning"}}\\n{"outco'], stdout=subprocess.PIPE, text=True
    )
    assert list(Refreshing(child).reports()) == [Progress("scanning")]


def test_a_child_ends_quietly_when_nobody_listens_any_more(made: Desk) -> None:
    for count in range(300):
        write(made.folder, f"more{count}.txt")
    refreshing = start(made.job, made.places.log)
    told = refreshing.reports()
    next(told)
    assert refreshing.process.stdout is not None
    refreshing.process.stdout.close()
    assert refreshing.process.wait(PATIENCE) == 1
    assert log(made) == ""
    assert made.refresh().articles == 320


def test_a_reader_sees_headlines_while_the_child_is_writing(made: Desk) -> None:
    for count in range(400):
        write(made.folder, f"more{count}.txt")
    library = made.open()
    before = library.version()
    refreshing = library.start_refresh()
    seen: set[int] = set()
    for report in refreshing.reports():
        seen.add(library.counts().articles)
        assert library.problems() == ()
        last = report
    assert isinstance(last, Outcome)
    assert library.counts().articles == 420
    assert len(seen) > 2  # it grew before our eyes
    assert library.version() != before
    library.close()


def test_what_a_refresh_says_on_standard_error_is_in_the_log(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.refresh.process._CHILD", "import sys; sys.exit('something broke')")
    with pytest.raises(StoreError, match="see the log"):
        run(made)
    assert "something broke" in log(made)


def test_a_child_that_is_asked_for_nothing_ends_quietly(made: Desk) -> None:
    child = subprocess.run(
        [sys.executable, "-c", "from reader.refresh.process import main; main()"],
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (child.returncode, child.stdout, child.stderr) == (1, "", "")


def test_only_one_of_two_children_does_the_work(made: Desk) -> None:
    for count in range(300):
        write(made.folder, f"more{count}.txt")
    first = start(made.job, made.places.log)
    told = first.reports()
    until = time.monotonic() + PATIENCE
    while getattr(next(told), "stage", "") != "reading":
        assert time.monotonic() < until
    with pytest.raises(BusyError):
        run(made)
    assert isinstance(list(told)[-1], Outcome)
    library = made.open()
    library.refresh(nothing)
    assert len(everything(library)) == 320
    library.close()


def test_a_log_that_cannot_be_written_does_not_keep_a_refresh_from_its_work(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt", title="Alpha")
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no directory")

    reports = list(start(made.job, in_the_way / "broadsheet.log").reports())

    outcome = reports[-1]
    assert isinstance(outcome, Outcome)
    assert outcome.added == 1
