"""What the user stories share: a folder that is read once, and a copy of it for each."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Desk
from person import copy_of, folder_of_articles


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Python close the files of the word index that the threads of an application had open when it ended."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))


def pytest_collection_finish() -> None:
    """Leave the thousands of collected tests out of every later collection of garbage, also that of other folders."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return folder_of_articles(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def made(ready: Desk, tmp_path: Path) -> Desk:
    return copy_of(ready, tmp_path)


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test puts anything on the clipboard of whoever runs it, nor opens a browser or an editor of theirs."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "SSH_TTY", "BROWSER", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
