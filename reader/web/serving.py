"""The server that shows the reader in a browser. The only module that knows textual-serve and aiohttp.

textual-serve brings the terminal of the page and the protocol between it and a Textual application. Its own page asks a
font service of the network, takes the first host that comes, and leaves an application behind whose page was closed
while it wrote; so page, guard and life of the processes are ours.
"""

import asyncio
import html
import json
import os
import shlex
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from reader.errors import ServeError
from reader.web.address import Address

PAGE = Path(__file__).parent / "page"
TERMINAL = Path(textual_serve.__file__).parent / "static"
MOST_PAGES = 8
"""Readers that run at a time, at 60 to 90 MB each."""
GRACE = 2.0
"""Seconds that a reader has to end after its page was closed."""
MOST_CELLS = 1000
FONT_SIZES = range(8, 49)
USUAL_FONT_SIZE = 16
_HEADERS = {
    # The page loads nothing but what lies here, and no other page may hold it in a frame.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:;"
        " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def serve(words: Sequence[str], title: str, address: Address, ready: Callable[[Address], None]) -> None:
    """Start a program with these words for each page that is opened, until ctrl+c or a signal to end.

    `ready` is told where, once pages can be opened. Raises ServeError where nothing can be offered there.
    """
    with _listening(address) as listening:
        bound = Address(address.host, listening.getsockname()[1])
        pages = _Pages(f"exec {shlex.join(words)}", title, bound)

        async def started(_: web.Application) -> None:
            ready(bound)

        application = pages.application()
        application.on_startup.append(started)
        web.run_app(application, sock=listening, print=None, access_log=None, shutdown_timeout=GRACE)


def _listening(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        return socket.create_server((address.host, address.port), family=family)
    except PermissionError:
        message = "takes special rights; choose a port from 1024 with --port"
    except OverflowError:
        message = "is no port; choose one from 1024 to 65535 with --port"
    except socket.gaierror:
        raise ServeError(f"{address.host}: no host of this machine is called so; see --host") from None
    except OSError as fault:
        message = f"cannot be used ({os.strerror(fault.errno or 0)}); choose another with --port, or leave --host out"
    raise ServeError(f"port {address.port} of {address.host} {message}")


class _Reader(AppService):
    """The reader behind one page."""

    async def run(self) -> None:
        """Pass on what it draws until it ends; then the page is told."""
        await super().run()
        with suppress(ConnectionError):
            await self.remote_close()

    async def end(self) -> None:
        """Have it end: it is asked first, and then made to."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.stop(), GRACE)
        process = self._process
        if process is None or process.returncode is not None:
            return
        try:
            await asyncio.wait_for(process.wait(), GRACE)
        except TimeoutError:  # it writes, and nobody takes it
            process.kill()
            await process.wait()


class _Pages:
    """What the server answers."""

    def __init__(self, command: str, title: str, address: Address) -> None:
        self._command = command
        self._title = title
        self._address = address
        self._downloads = DownloadManager()
        self._open: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """All routes, guarded."""
        made = web.Application(middlewares=[self._guarded()])
        made.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._connected),
                web.static("/page", PAGE),
                web.static("/static", TERMINAL),
            ]
        )
        made.on_shutdown.append(self._close_all)
        return made

    def _guarded(self) -> Middleware:
        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            """Answer only who asks for us by a name that is ours."""
            if not self._address.answers_to(request.headers.get("Host", "")):
                raise web.HTTPForbidden(text=f"Broadsheet is not served under this name; open {self._address.url}\n")
            response = await handler(request)
            if not response.prepared:
                response.headers.update(_HEADERS)
            return response

        return guarded

    async def _page(self, request: web.Request) -> web.Response:
        asked = request.query.get("fontsize", "")
        size = int(asked) if asked.isascii() and asked.isdecimal() and int(asked) in FONT_SIZES else USUAL_FONT_SIZE
        page = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        text = page.substitute(title=html.escape(self._title), font_size=size)
        return web.Response(text=text, content_type="text/html")

    async def _connected(self, request: web.Request) -> web.StreamResponse:
        """A page is open: run a reader for it until one of both ends."""
        if request.headers.get("Origin") not in (f"http://{request.host}", f"https://{request.host}"):
            raise web.HTTPForbidden(text="only a page of this server may use it\n")  # any page may open a web socket
        if len(self._open) >= MOST_PAGES:
            raise web.HTTPServiceUnavailable(text=f"{MOST_PAGES} pages are open already; close one\n")
        page = web.WebSocketResponse(heartbeat=15)
        self._open.add(page)
        await page.prepare(request)
        reader = _Reader(
            self._command,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=lambda: _closed(page),
            download_manager=self._downloads,
        )
        try:
            await reader.start(_cells(request.query.get("width"), 80), _cells(request.query.get("height"), 24))
            async for message in page:
                if message.type is WSMsgType.TEXT:
                    await _pass_on(message.data, page, reader)
        finally:
            self._open.discard(page)
            await reader.end()
        return page

    async def _close_all(self, _: web.Application) -> None:
        await asyncio.gather(*(_closed(page) for page in tuple(self._open)))


async def _closed(page: web.WebSocketResponse) -> None:
    await page.close()


def _cells(asked: object, usual: int) -> int:
    """A width or a height that a page tells, within reason."""
    if isinstance(asked, str) and asked.isascii() and asked.isdecimal():
        asked = int(asked[:9])
    return max(1, min(asked, MOST_CELLS)) if isinstance(asked, int) else usual


async def _pass_on(text: str, page: web.WebSocketResponse, reader: AppService) -> None:
    """Hand on what a page tells of its person; what cannot be understood is nothing."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return
    match told:
        case ["stdin", str(typed)]:
            await reader.send_bytes(typed.encode("utf-8", "replace"))
        case ["resize", {"width": width, "height": height}]:
            await reader.set_terminal_size(_cells(width, 80), _cells(height, 24))
        case ["ping", str(sent)]:
            await page.send_json(["pong", sent])
        case ["blur"]:
            await reader.blur()
        case ["focus"]:
            await reader.focus()
