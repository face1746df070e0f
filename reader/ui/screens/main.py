"""The main screen: performs every action of the table, and follows the refresh."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from reader.errors import BusyError, StoreError
from reader.grouping import Grouped
from reader.library import Found, Library
from reader.model import NameCount, Outcome, Progress
from reader.refresh.process import Refreshing
from reader.settings.config import Config, Start
from reader.settings.keys import Scope
from reader.settings.macros import PREFIX
from reader.ui.messages import Loaded, Refreshed, RefreshFailed
from reader.ui.refresher import Refresher
from reader.ui.screens.listing import View
from reader.ui.screens.telling import Telling
from reader.ui.visiting import Visiting
from reader.ui.widgets.drawing import cut, drawable
from reader.ui.widgets.lines import TitleLine, counted

if TYPE_CHECKING:
    from reader.ui.screens.front import Wanted as WantedOfFront
    from reader.ui.screens.names import Wanted

POLL_SECONDS = 0.5
"""How often the catalogue is asked whether another process has changed it: 0.02 ms each time."""
RETRY_SECONDS = 5.0
"""When to try again after another Broadsheet was at work on the same folder."""
BUSY = "updated by another Broadsheet"
LONGEST_NAME = 30
"""Cells of a name in the search bar."""


class MainScreen(Telling):
    """List, reader and related articles of one library."""

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        under_way: Refreshing | None = None,
    ) -> None:
        super().__init__(library, config, keys)
        self._under_way = under_way
        self._version = 0
        self._shares: dict[str, float] = {}
        self._named: NameCount | None = None
        self._left_front: WantedOfFront | None = None
        self._visiting = Visiting(library, self._later)

    def on_mount(self) -> None:
        """Begin to follow the folder, once there is something to look at."""
        self._version = self.library.version()
        self.settled = bool(self.numbers)
        self.refresher = Refresher(self.library, self.post_message, self._under_way)
        self.set_interval(POLL_SECONDS, self._poll)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._by_ourselves(self._visiting.begin)
        if self.config.start is Start.FRONT:
            self.do_front_open()
        if self._under_way is None:
            self.refresher.start()
        if self.config.watch:
            self.refresher.watch()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.refresher.stop()

    async def perform(self, action: str) -> None:
        """Do what an action of the table, or a macro, says."""
        if action.startswith(PREFIX):
            await self._perform_macro(action.removeprefix(PREFIX))
        else:
            await self.action_perform(action)

    async def _perform_macro(self, name: str) -> None:
        macro = next(each for each in self.config.macros if each.name == name)
        for step in macro.steps:
            await self.action_perform(step.action, step.argument)

    async def action_perform(self, action: str, argument: str = "") -> None:
        """Do what an action of the table says; where catalogue or marks fail meanwhile, say so and go on.

        What an action gives back is waited for: the keys behind it may be there already, and mean what it leads to.
        """
        self.settled = True
        self.answer("")
        with self.faults_told():
            do = getattr(self, f"do_{action.replace('.', '_')}")
            waited_for = do(argument) if argument else do()
            if waited_for is not None:
                await waited_for

    # The folder

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
            self.app.notify(progress.message, severity="warning", timeout=10, markup=False)

    def _end_refresh(self, outcome: Outcome) -> None:
        self.query_one(TitleLine).progress = ""
        self.refresher.ended()
        followed = self.library.follow()
        self._version = self.library.version()
        if outcome.differs or followed:
            self._show_news()
            self._reload_links()
        if followed and self.library.uncorrected():  # what was renamed is read once more, with what was said of it
            self.refresher.start()
        self.settled = True
        self._have_read()

    def _have_read(self) -> None:
        """Take note that all there is has been read, for what an empty list says."""
        self.reading = False
        self.count()
        if not self.numbers:
            self.tell_found(Found(self.numbers), Grouped(self.numbers))

    def on_refresh_failed(self, message: RefreshFailed) -> None:
        """Say why; after another process had the lock, try again."""
        self.refresher.ended()
        self._have_read()
        if isinstance(message.error, BusyError):
            self.query_one(TitleLine).progress = BUSY
            self.set_timer(RETRY_SECONDS, self.refresher.start)
        else:
            self.query_one(TitleLine).progress = ""
            self.complain(message.error)

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

    def _later(self, seconds: float, call: Callable[[], None]) -> None:
        """Note after a while that somebody is still there."""
        self.set_timer(seconds, lambda: self._by_ourselves(call))

    def _by_ourselves(self, write: Callable[[], None]) -> None:
        """Write something beside the marks that is no news from elsewhere."""
        with self.faults_told():
            known = self.library.version() == self._version
            write()
            if known:
                self._version = self.library.version()

    def on_loaded(self, message: Loaded) -> None:
        """Show the article; that it counts as read, with what it says, is no news from elsewhere."""
        message.prevent_default()  # or Textual would call the handlers of the bases again
        self._by_ourselves(lambda: super(MainScreen, self).on_loaded(message))
        self.look_for_unseen()

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them; who opens one is there."""
        super().load(number, opened=opened)
        if opened:
            self._by_ourselves(self._visiting.go_on)

    def _show_news(self) -> None:
        self._by_ourselves(self._visiting.go_on)
        self.count()
        self.list.changed_all()
        self.relist(keep=self.settled)

    def _reload_links(self) -> None:
        """Read the article on show and its links again: they may be others now."""
        if self.shown:
            self.load(self.shown, opened=self.opened == self.shown)

    # Other screens

    def do_help_open(self) -> None:
        """Every key."""
        from reader.ui.screens.help import PLACES_TOLD, HelpScreen, main_sections  # like every dialog: not at the start

        place = self.place
        sections = main_sections(self.actions, self.keys, place)
        self.app.push_screen(HelpScreen(f"Keys {PLACES_TOLD[place]}", sections))

    def do_names_open(self) -> None:
        """Who and what the folder is about; the articles of a name that is chosen there."""
        from reader.ui.screens.names import NamesScreen

        self.app.push_screen(NamesScreen(self.library, self.config, self.keys, self._named), self._open_name)

    def do_front_open(self) -> None:
        """What matters now, or on the day at which the page was left; what is chosen there."""
        from reader.ui.screens.front import FrontScreen

        self.app.push_screen(FrontScreen(self.library, self.config, self.keys, self._left_front), self._leave_front)

    def _leave_front(self, wanted: "WantedOfFront | None") -> None:
        if wanted is None:
            return
        self._left_front = wanted
        if wanted.query:
            self.show_view(View(wanted.name, wanted.query))
        elif wanted.action == "article.open":
            self.open_article(wanted.article)
        elif wanted.action:
            self._perform_at(wanted.article, wanted.action)

    def _perform_at(self, number: int, action: str) -> None:
        """Do what an action of the table says with an article that may not be listed."""
        if self.list.go_to(number):
            self.go_to_pane(self.list)
        else:
            self.load(number)
            self.go_to_pane(self.reader)
        self.call_after_refresh(self.action_perform, action)

    def _open_name(self, wanted: "Wanted | None") -> None:
        if wanted is None:
            return
        self._named = wanted.name
        if wanted.article:
            self.open_article(wanted.article)
        else:
            self.list_name(wanted.name)

    def list_name(self, name: NameCount) -> None:
        """List the articles of a name."""
        from reader.names import articles_naming  # not needed for the first screen

        self.show_view(View(f"{name.kind} {cut(drawable(name.text), LONGEST_NAME)}", articles_naming(name)))

    def do_palette_open(self) -> None:
        """Any action by its words."""
        from reader.ui.dialogs.palette import Palette

        self.app.push_screen(Palette(id="--command-palette"))

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of the panes, the person's own, and every tag, for the palette."""
        for action in self.actions:
            if action.scope.places & Scope.PANE.places and action.id != "palette.open":
                yield self.command(action.description, self.key(action.id), action.id)
        with self.faults_told():
            for tag in self.library.tags():
                show = partial(self.action_perform, "view.tag", tag.tag)
                yield SystemCommand(f"Tag {drawable(tag.tag)}", counted(tag.articles, "article", "articles"), show)

    def do_article_boilerplate(self) -> None:
        """Unfold or fold the page furniture."""
        self.reader.toggle_boilerplate()

    def do_theme_choose(self, name: str = "") -> None:
        """Choose a theme while looking at it, or take the one named."""
        self.call_later(self.app.run_action, f"choose_theme({name!r})")

    def do_app_screenshot(self) -> None:
        """A picture of the screen."""
        try:
            self.answer(f"Saved {self.app.save_screenshot()}")
        except OSError as fault:
            self.complain(StoreError(f"the picture could not be saved: {fault.strerror}"))

    def do_app_quit(self) -> None:
        """Out."""
        self.app.exit()
