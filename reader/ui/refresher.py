"""Keep the library in line with its folder: run refreshes one at a time, and watch the folder."""

from collections.abc import Callable
from threading import Event, Thread

from textual.message import Message

from reader.errors import BroadsheetError, StoreError
from reader.library import Library
from reader.refresh.process import Refreshing
from reader.ui.messages import FolderChanged, Refreshed, RefreshFailed

DEBOUNCE = 200
"""Milliseconds without further changes before a change of the folder is told; many files may arrive at once."""
AGAIN_SECONDS = 0.5
"""How long a watch pauses that the name of a file has ended."""
UNDECODABLE = "Unable to decode path"
"""What watchfiles 1.x says of a file whose name is no UTF-8."""


class Refresher:
    """Runs in the main thread; its two threads only wait, and tell what they hear by message."""

    def __init__(self, library: Library, post: Callable[[Message], bool], under_way: Refreshing | None = None) -> None:
        """`under_way` is a refresh that was started before there was a screen."""
        self._library = library
        self._post = post
        self._refreshing: Refreshing | None = None
        self._again = False
        self._stopped = Event()
        if under_way:
            self._follow(under_way)

    @property
    def busy(self) -> bool:
        """Whether a refresh is under way."""
        return self._refreshing is not None

    def start(self) -> None:
        """Begin a refresh, or have another one follow the one that is under way."""
        if self._refreshing:
            self._again = True
            return
        try:
            self._follow(self._library.start_refresh())
        except OSError as fault:
            self._post(RefreshFailed(StoreError(f"no process could be started: {fault.strerror}")))

    def ended(self) -> None:
        """Take note that the refresh has come to its end; begin the next one where there was news meanwhile."""
        self._refreshing = None
        if self._again:
            self._again = False
            self.start()

    def watch(self) -> None:
        """Begin to watch the folder."""
        Thread(target=self._watch, name="watch", daemon=True).start()

    def stop(self) -> None:
        """End everything now."""
        self._stopped.set()
        if self._refreshing:
            self._refreshing.stop()

    def _follow(self, refreshing: Refreshing) -> None:
        self._refreshing = refreshing
        Thread(target=self._listen, args=(refreshing,), name="refresh", daemon=True).start()

    def _listen(self, refreshing: Refreshing) -> None:
        try:
            for report in refreshing.reports():
                self._post(Refreshed(report))
        except BroadsheetError as fault:
            self._post(RefreshFailed(fault))

    def _watch(self) -> None:
        while not self._stopped.is_set():
            try:
                self._watch_on()
            except (OSError, RuntimeError) as fault:
                if UNDECODABLE not in str(fault):
                    self._tell_unwatched(fault)
                    return
                # Whatever happens to such a file ends the watch, even that it is read: look, and watch again.
                self._stopped.wait(AGAIN_SECONDS)
                self._post(FolderChanged())

    def _watch_on(self) -> None:
        """Tell the changes of the folder until the end."""
        from watchfiles import watch  # 40 ms, and not needed before the first screen

        for changes in watch(
            self._library.folder,
            watch_filter=None,
            debounce=DEBOUNCE,
            step=50,
            rust_timeout=1000,
            stop_event=self._stopped,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if any(self._library.looks_at(path) for _, path in changes):
                self._post(FolderChanged())

    def _tell_unwatched(self, fault: Exception) -> None:
        if not self._stopped.is_set():
            self._post(
                RefreshFailed(
                    StoreError(f"the folder cannot be watched ({fault}); what changes in it shows after a refresh")
                )
            )
