"""The main screen: performs every action of the table, and opens the other screens."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from reader.errors import StoreError
from reader.library import Library
from reader.refresh.process import Refreshing
from reader.settings.config import Config, Start
from reader.settings.keys import Scope
from reader.settings.macros import PREFIX
from reader.told import counted
from reader.ui.screens.configuring import Configuring
from reader.ui.screens.listing import View
from reader.ui.widgets.drawing import drawable, glyphs
from reader.ui.widgets.lines import KeyLine

if TYPE_CHECKING:
    from reader.ui.screens.front import Wanted as WantedOfFront
    from reader.ui.screens.names import Wanted as WantedOfNames


class MainScreen(Configuring):
    """List, reader and related articles of one library."""

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        under_way: Refreshing | None = None,
    ) -> None:
        super().__init__(library, config, keys, under_way)
        self._left_names: WantedOfNames | None = None
        self._left_front: WantedOfFront | None = None

    @property
    def is_usual(self) -> bool:
        """Whether a start would show the same articles and panes, with nothing over them."""
        goes_on = self.config.resume and self.config.start is not Start.FRONT
        passing = self._band is not None or self.under_notice or bool(self.query_one(KeyLine).answer)
        return goes_on and not (passing or self.view.name or self.bar.text or self.has_class("-text-only"))

    def begin(self) -> None:
        """Do what the first screen can do without; the front page goes over it where that is wanted."""
        super().begin()
        if self.config.start is Start.FRONT:
            self.do_front_open()

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
        await self.listed()
        self.settled = True
        self.answer("")
        with self.faults_told():
            do = getattr(self, f"do_{action.replace('.', '_')}")
            waited_for = do(argument) if argument else do()
            if waited_for is not None:
                await waited_for
        if action != "search.accept" or self.bar.text:
            self.note(action)

    # Other screens

    def do_help_open(self) -> None:
        """Every key and mark."""
        from reader.ui.screens.help import PLACES_TOLD, HelpScreen, main_sections  # like every dialog: not at the start

        place = self.place
        signs = glyphs(self.config.ascii_marks, self.config.linear)
        sections = main_sections(self.actions, self.keys, place, signs)
        self.app.push_screen(HelpScreen(f"Keys {PLACES_TOLD[place]}", sections, self.config_file))

    def do_names_open(self) -> None:
        """Who and what the folder is about; the articles of a name that is chosen there."""
        from reader.ui.screens.names import NamesScreen

        left = self._left_names
        begin = (left.name, left.narrowed) if left else ()
        self.app.push_screen(NamesScreen(self.library, self.config, self.keys, *begin), self._open_name)

    def do_front_open(self) -> None:
        """What matters now, or on the day at which the page was left; what is chosen there."""
        from reader.ui.screens.front import FrontScreen

        self.app.push_screen(FrontScreen(self.library, self.config, self.keys, self._left_front), self._leave_front)

    def _leave_front(self, wanted: "WantedOfFront | None") -> None:
        if wanted is None:
            return
        self._left_front = wanted
        if wanted.query:
            self.show_view_from(View(wanted.name, wanted.query), self.do_front_open)
        elif wanted.action == "article.open":
            self.open_from(wanted.article, self.do_front_open)
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

    def _open_name(self, wanted: "WantedOfNames | None") -> None:
        if wanted is None:
            return
        self._left_names = wanted
        if wanted.article:
            self.open_from(wanted.article, self.do_names_open)
        else:
            self.list_name(wanted.name, self.do_names_open)

    def do_palette_open(self) -> None:
        """Any action by its words."""
        from reader.ui.dialogs.palette import Palette

        self.app.push_screen(Palette())

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of the panes, the person's own, every tag and every saved search, for the palette."""
        for action in self.actions:
            if action.scope.places & Scope.PANE.places and action.id != "palette.open":
                yield self.command(action.description, self.key(action.id), action.id)
        with self.faults_told():
            for tag in self.library.tags():
                show = partial(self.action_perform, "view.tag", tag.tag)
                yield SystemCommand(f"Tag {drawable(tag.tag)}", counted(tag.articles, "article"), show)
            for saved in self.library.saved_searches.all():
                show = partial(self.action_perform, "view.saved", saved.name)
                yield SystemCommand(f"Saved search {drawable(saved.name)}", drawable(saved.query), show)

    def do_article_boilerplate(self) -> None:
        """Unfold or fold the page furniture."""
        self.reader.toggle_boilerplate()

    def do_theme_choose(self, name: str = "") -> None:
        """Choose a theme while looking at it, or take the one named."""
        self.call_later(self.app.run_action, f"choose_theme({name!r})")

    def do_app_suspend(self) -> None:
        """To the shell."""
        self.call_later(self.app.run_action, "suspend_process")

    def do_app_repaint(self) -> None:
        """Everything again."""
        self.call_later(self.app.run_action, "repaint")

    def do_app_screenshot(self) -> None:
        """A picture of the screen."""
        try:
            self.answer(f"Saved {self.app.save_screenshot()}")
        except OSError as fault:
            self.complain(StoreError(f"the picture could not be saved: {fault.strerror}"))

    def do_app_quit(self) -> None:
        """Out."""
        self.leave()
