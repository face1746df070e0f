"""A Chromium without a window, told what to do through its DevTools protocol.

The protocol: chromedevtools.github.io/devtools-protocol.
"""

import asyncio
import base64
import json
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

PATIENCE = 20.0
"""Seconds after which a condition that is waited for counts as failed."""
COLUMNS, LINES = 400, 200
"""More than any page has, so that nothing is lost of what is drawn at its edges."""
COUNT_COLOURS = """
(async () => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,%s';
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    return new Set(new Uint32Array(data.buffer)).size;
})()
"""


def program() -> str:
    """The path of a Chromium of this machine, empty where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return next(filter(None, map(shutil.which, names)), "")


class Browser:
    """One page: what it asked of whom, and what its terminal was told to draw."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.asked: list[str] = []
        self._socket = socket
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._listening = asyncio.create_task(self._listen())

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    async def call(self, method: str, **values: object) -> dict[str, Any]:
        self._number += 1
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[self._number] = answer
        await self._socket.send_json({"id": self._number, "method": method, "params": values})
        return await asyncio.wait_for(answer, PATIENCE)

    async def open(self, url: str) -> None:
        for domain in ("Page", "Network", "Runtime"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=url)

    async def evaluate(self, script: str) -> object:
        told = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    async def press(self, key: str, code: int = 0) -> None:
        """A key by the name that browsers give it; `code` is the number of one that writes nothing."""
        text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            event = {"type": kind, "key": key, "windowsVirtualKeyCode": code, **(text if kind == "keyDown" else {})}
            await self.call("Input.dispatchKeyEvent", **event)

    async def until(self, condition: Callable[[], bool]) -> None:
        end = asyncio.get_running_loop().time() + PATIENCE
        while not condition():
            assert asyncio.get_running_loop().time() < end, f"waited in vain; in the page:\n{self.text}"
            await asyncio.sleep(0.05)

    async def picture(self) -> bytes:
        """The page as it is painted, a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])

    async def colours(self) -> int:
        """How many colours there are in the page as it is painted."""
        found = await self.evaluate(COUNT_COLOURS % base64.b64encode(await self.picture()).decode())
        assert isinstance(found, int)
        return found

    async def close(self) -> None:
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening

    async def _listen(self) -> None:
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                continue
            told = json.loads(message.data)
            values = told.get("params", {})
            match told.get("method"):
                case None:
                    self._answers.pop(told["id"]).set_result(told.get("result", told))
                case "Network.requestWillBeSent" if not values["request"]["url"].startswith("data:"):
                    self.asked.append(values["request"]["url"])
                case "Network.webSocketCreated":
                    self.asked.append(values["url"])
                case "Network.webSocketFrameReceived" if values["response"]["opcode"] == 2:
                    self._stream.feed(base64.b64decode(values["response"]["payloadData"]))


@asynccontextmanager
async def browsing(directory: Path, width: int = 1280, height: int = 800) -> AsyncIterator[Browser]:
    """A browser with one empty page; it and all its processes are gone at the end."""
    process = subprocess.Popen(
        [
            program(),
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions"),
            *("--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-dev-shm-usage"),
            *(f"--window-size={width},{height}", "--remote-debugging-port=0", f"--user-data-dir={directory}"),
            "about:blank",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        async with ClientSession() as session:
            port = await _port(directory / "DevToolsActivePort")
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = await answer.json()
            address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                browser = Browser(socket)
                yield browser
                await browser.close()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


async def _port(told: Path) -> str:
    """The port of the protocol, as soon as Chromium has written it down."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < end:
        with suppress(FileNotFoundError):
            if lines := told.read_text().splitlines():
                return lines[0]
        await asyncio.sleep(0.05)
    raise AssertionError("Chromium did not start")
