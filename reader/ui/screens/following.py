"""The main screen follows the folder: the refresh, the watcher, and what other processes commit."""

import os
from collections.abc import Callable, Mapping, Sequence

from reader.errors import BroadsheetError, BusyError, FolderError
from reader.grouping import Grouped
from reader.library import Answer, Library
from reader.model.refresh import Outcome, Progress
from reader.refresh.process import Refreshing
from reader.settings.config import Config
from reader.ui.messages import Loaded, Refreshed, RefreshFailed
from reader.ui.refresher import Refresher
from reader.ui.screens.saying import Saying
from reader.ui.visiting import Visiting
from reader.ui.widgets.drawing import drawable
from reader.ui.widgets.lines import TitleLine

POLL_SECONDS = 0.5
"""How often the catalogue is asked whether another process has changed it: 0.02 ms each time."""
RETRY_SECONDS = 5.0
"""When to try again after another Broadsheet was at work on the same folder."""
BUSY = "updated by another Broadsheet"


class Following(Saying):
    """What is shown is what is there; what this screen writes itself is no news."""

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        under_way: Refreshing | None = None,
    ) -> None:
        """`under_way` is a refresh that was begun before there was a screen."""
        super().__init__(library, config, keys)
        self._under_way = under_way
        self._version = 0
        self._shares: dict[str, float] = {}
        self._visiting = Visiting(library, self.later)

    def on_mount(self) -> None:
        """Begin to follow the folder, once there is something to look at."""
        self._version = self.library.version()
        self.settled = bool(self.numbers)
        self.refresher = Refresher(self.library, self.post_message, self._under_way)
        self.set_interval(POLL_SECONDS, self._poll)
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Do what the first screen can do without."""
        self.by_ourselves(self._visiting.begin)
        if self._under_way is None:
            self.refresher.start()
        if self.config.watch:
            self.refresher.watch()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.refresher.stop()

    def do_app_refresh(self) -> None:
        """Look at the folder again."""
        self.refresher.start()

    def on_folder_changed(self) -> None:
        """Look at the folder again."""
        self.refresher.start()

    def on_refreshed(self, message: Refreshed) -> None:
        """Show how far the refresh is, and what it brought."""
        if isinstance(message.report, Progress):
            self._show_progress(message.report)
            self._poll()
            return
        with self.faults_told():
            self._end_refresh(message.report)

    def _show_progress(self, progress: Progress) -> None:
        if progress.stage == "scanning":
            self._shares = {"reading": 0.0, "indexing": 0.0}
        elif progress.stage in self._shares and progress.total:
            # Shards of both take turns: one figure for the two, or it would run back and forth.
            self._shares[progress.stage] = progress.done / progress.total
            self.query_one(TitleLine).progress = f"indexing {sum(self._shares.values()) * 50:.0f} %"
        elif progress.total:
            told = f"{progress.stage} {progress.done * 100 // progress.total} %"
            self.query_one(TitleLine).progress = "" if progress.stage == "done" else told
        if progress.message:
            self.app.notify(progress.message)

    def _end_refresh(self, outcome: Outcome) -> None:
        self.query_one(TitleLine).progress = ""
        self.refresher.ended()
        followed = self.library.follow()
        self._version = self.library.version()
        if outcome.differs or followed:
            self._show_news()
            self._reload_links()
        if followed and self.library.corrections.waiting():
            self.refresher.start()  # what was renamed is read once more, with what was said of it
        self.settled = True
        self._have_read()

    def _have_read(self) -> None:
        """Take note that all there is has been read, for what an empty list or related pane says."""
        self.reading = False
        self.tell_unrelated()
        self.count()
        if not self.numbers:
            self.tell_found(Answer(self.numbers), Grouped(self.numbers))

    def on_refresh_failed(self, message: RefreshFailed) -> None:
        """Say why; after another process had the lock, try again."""
        self.refresher.ended()
        self._have_read()
        if isinstance(message.error, BusyError):
            self.query_one(TitleLine).progress = BUSY
            self.set_timer(RETRY_SECONDS, self.refresher.start)
        else:
            self.query_one(TitleLine).progress = ""
            self.complain(self._of_folder(message.error))

    def _of_folder(self, error: BroadsheetError) -> BroadsheetError:
        """The error itself; where there is no folder any more, that."""
        if os.path.isdir(self.library.folder):  # noqa: PTH112 - Path.is_dir raises where it may not look
            return error
        looks = f"; {self.key('app.refresh')} looks for it again" if self.key("app.refresh") else ""
        return FolderError(f"The folder {drawable(str(self.library.folder))} is gone. What was read of it stays{looks}")

    def _poll(self) -> None:
        """Show what a refresh, ours or another process's, has committed meanwhile."""
        with self.faults_told():
            version = self.library.version()
            if version != self._version:
                self._version = version
                self._show_news()

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere; they are no news from elsewhere."""
        super().changed(numbers)
        self._version = self.library.version()

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Write something beside the marks after a while."""
        self.set_timer(seconds, lambda: self.by_ourselves(call))

    def by_ourselves(self, write: Callable[[], None]) -> None:
        """Write something beside the marks that is no news from elsewhere."""
        with self.faults_told():
            known = self.library.version() == self._version
            write()
            if known:
                self._version = self.library.version()

    def on_loaded(self, message: Loaded) -> None:
        """Show the article; that it counts as read, with what it says, is no news from elsewhere."""
        message.prevent_default()  # or Textual would call the handlers of the bases again
        self.by_ourselves(lambda: super(Following, self).on_loaded(message))
        self.look_for_unseen()

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them; who opens one is there."""
        super().load(number, opened=opened)
        if opened:
            self.by_ourselves(self._visiting.go_on)

    def _show_news(self) -> None:
        self.by_ourselves(self._visiting.go_on)
        self.count()
        self.list.changed_all()
        self.relist(keep=self.settled)

    def _reload_links(self) -> None:
        """Read the article on show and its links again: they may be others now."""
        if self.shown:
            self.load(self.shown, opened=self.opened == self.shown)
