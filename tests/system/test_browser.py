"""The reader in a browser: a real server, and a real Chromium where there is one."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from builders import desk, write
from pseudoterminal import surroundings

pytestmark = pytest.mark.skipif(find_spec("textual_serve") is None, reason="the extra [web] is not installed")

PATIENCE = 20.0
"""Seconds after which a condition that is waited for counts as failed."""
ROOT = Path(__file__).resolve().parents[2]


class Server:
    """`broadsheet serve` as a process."""

    def __init__(self, folder: Path, environment: dict[str, str], *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", "serve", str(folder), "--port", "0", *words],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout
        self.told = self.process.stdout.readline()
        found = re.search(r"http://\S+", self.told)
        assert found, self.told
        self.url = found[0]

    def readers(self) -> list[int]:
        """The processes of pages that are open."""
        told = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        pairs = (tuple(map(int, line.split())) for line in told.splitlines())
        return [process for process, parent in pairs if parent == self.process.pid]

    def ended(self, number: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Have it end; its exit code and what it complained of."""
        self.process.send_signal(number)
        _, complaints = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, complaints

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**surroundings(tmp_path), "TERM": "dumb"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles in a folder whose name a shell would take apart."""
    made = desk(tmp_path).folder.rename(tmp_path / 'it\'s "news" $(touch here); x')
    for day, name in enumerate(("alpha", "beta", "gamma"), 1):
        write(made, f"{name}.txt", title=f"About {name}", day=f"2021-05-0{day}")
    return made


@pytest.fixture
def server(folder: Path, environment: dict[str, str]) -> Iterator[Server]:
    started = Server(folder, environment)
    yield started
    started.close()


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{process}/stat")
    return state.is_file() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def refused(url: str, **headers: str) -> int:
    """The status of an answer that is none."""
    with pytest.raises(HTTPError) as told:
        urlopen(Request(url, headers=headers), timeout=PATIENCE)
    told.value.close()
    return told.value.code


async def test_the_list_paints_a_key_opens_an_article_and_search_works_with_no_other_host(
    server: Server, tmp_path: Path
) -> None:
    import browser

    if not browser.program():
        pytest.skip("there is no Chromium")
    async with browser.browsing(tmp_path / "profile") as page:
        await page.open(server.url)
        await page.until(lambda: "About gamma" in page.text and "3 unread" in page.text)
        assert "$(touch here)" in page.text
        assert await page.colours() > 100  # letters with soft edges: 1,100 were seen, an empty page has 1
        await page.press("j", 74)
        await page.press("Enter", 13)
        await page.until(lambda: "2 unread" in page.text)
        before = await page.picture()
        await page.press("/", 191)
        await page.until(lambda: "a phrase" in page.text)
        for letter in "alpha":
            await page.press(letter, ord(letter.upper()))
        await page.until(lambda: "1 found" in page.text)
        assert await page.picture() != before
        assert {address.split("/")[2] for address in page.asked} == {server.url.split("/")[2]}
        assert len(server.readers()) == 1
        readers = server.readers()
        await page.press("Escape", 27)
        await page.until(lambda: "1 found" not in page.text)
        await page.press("Q", 81)
        await page.until(lambda: is_gone(readers[0]))
        assert await page.evaluate("document.activeElement.textContent") == "Open it again"
    assert not (ROOT / "here").exists()
    assert server.ended() == (0, "")


async def test_a_reader_ends_with_its_page_and_with_its_server(server: Server) -> None:
    from aiohttp import ClientSession

    def gone(processes: list[int]) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not all(map(is_gone, processes)):
            time.sleep(0.05)
        return all(map(is_gone, processes))

    address = f"{server.url.replace('http', 'ws')}ws?width=80&height=24"
    origin = server.url.rstrip("/")
    async with ClientSession() as session:
        async with session.ws_connect(address, origin=origin) as page:
            await page.receive_bytes()
            readers = server.readers()
            assert len(readers) == 1
            for nonsense in ("", "[", "[]", '{"a": 1}', '["resize", {}]', '["resize", {"width": "x", "height": -1}]'):
                await page.send_str(nonsense)
            await page.send_json(["ping", "7"])
            while (message := await page.receive()).data != '["pong", "7"]':
                assert message.data is not None
        assert gone(readers)
        async with session.ws_connect(address, origin=origin) as page:
            await page.receive_bytes()
            readers = server.readers()
            server.process.kill()
            assert gone(readers)


def test_only_who_asks_by_a_name_of_ours_and_a_page_of_ours_is_let_in(server: Server) -> None:
    port = server.url.split(":")[2].rstrip("/")
    with urlopen(Request(server.url, headers={"Host": f"localhost:{port}"}), timeout=PATIENCE) as answer:
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "<title>Broadsheet: it&#x27;s &quot;news&quot; $(touch here); x</title>" in answer.read().decode()
    assert refused(server.url, Host="evil.example") == 403
    assert refused(f"{server.url}ws", Origin="http://evil.example") == 403
    assert refused(f"{server.url}ws") == 403
    assert refused(f"{server.url}static/") == 403
    assert server.readers() == []
    assert server.ended(signal.SIGTERM) == (0, "")


def test_others_are_let_in_only_when_told_so_and_with_a_warning(folder: Path, environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "reader", "serve", str(folder), "--host", "0.0.0.0", "--port", "0"]
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no password" in done.stderr
    assert "--allow-others" in done.stderr
    server = Server(folder, environment, "--host", "0.0.0.0", "--allow-others")
    code, complaints = server.ended()
    server.close()
    assert code == 0
    assert "changes its marks" in complaints
    assert "there is no password" in complaints


def test_a_port_that_is_taken_is_one_line(folder: Path, environment: dict[str, str], server: Server) -> None:
    port = server.url.split(":")[2].rstrip("/")
    words = [sys.executable, "-m", "reader", "serve", str(folder), "--port", port]
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert f"port {port} of 127.0.0.1 cannot be used (Address already in use); choose another" in done.stderr
