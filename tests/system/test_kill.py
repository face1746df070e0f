"""Broadsheet is killed at random instants, and nothing is lost. `tests/bench/kill.py` does it as often as one likes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(("what", "times"), [("indexing", 3), ("marking", 2), ("quitting", 2)])
def test_a_restart_after_a_kill_is_clean_and_no_mark_is_lost(what: str, times: int) -> None:
    script = ROOT / "tests" / "bench" / "kill.py"
    words = [sys.executable, str(script), "--what", what, "--times", str(times), "--articles", "60"]
    run = subprocess.run(
        words, capture_output=True, text=True, timeout=120, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert (run.returncode, run.stderr) == (0, ""), run.stdout + run.stderr
    assert run.stdout.endswith(" 0 faults\n")
    if what != "indexing":
        assert " 0 marks" not in run.stdout
