"""The welcome on the main screen: a band that follows what the person does, and is left at any point."""

from typing import TYPE_CHECKING

from reader.settings.keynames import key_words
from reader.ui.screens.following import Following
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.lines import KeyLine

if TYPE_CHECKING:
    from reader.ui.welcome import Tour
    from reader.ui.widgets.welcome_band import WelcomeBand


class Welcoming(Following):
    """Nothing of it is loaded before it is wanted."""

    _tour: "Tour | None" = None
    _band: "WelcomeBand | None" = None
    _leaving_key = ""

    def do_welcome_open(self) -> None:
        """Begin the welcome, or begin it anew."""
        from reader.ui.welcome import Tour, leaving_key
        from reader.ui.widgets.welcome_band import WelcomeBand

        self._tour = Tour(self.key)
        if self._band is None:
            self._band = WelcomeBand()
            self._leaving_key = leaving_key([key.split(" ")[0] for live in self._live.values() for key in live])
            if self._leaving_key:
                self._bindings.bind(self._leaving_key, "leave_welcome", show=False)
                self._band.leaving = f"{key_words(self._leaving_key)} leaves"
            self.mount(self._band, before=self.query_one(KeyLine))
        self._tell()
        self.go_to_pane(self.list)

    def action_leave_welcome(self) -> None:
        """End the welcome, wherever it is."""
        if self._band is not None:
            self._band.remove()
            self._bindings.key_to_bindings.pop(self._leaving_key, None)
        self._tour = self._band = None
        self.answer(f"{self.key('palette.open')} welcome shows it again." if self.key("palette.open") else "")

    def note(self, action: str) -> None:
        """Take note of what was done, for the welcome."""
        if self._tour is None or action == "welcome.open":
            return
        if self._tour.ended:
            self.action_leave_welcome()
        elif self._tour.note(action):
            self._tell()

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        """Another way to go down is to click; Textual calls the handler of the base by itself."""
        if message.number and self.list.cursor:
            self.note_reached("move.down")

    def open_article(self, number: int) -> None:
        """Show an article as one that is read now; that may have been by a click."""
        super().open_article(number)
        if number:
            self.note_reached("article.open")

    def note_reached(self, action: str) -> None:
        """Take note of what an action would have led to; at the end of the welcome that does not end it."""
        if self._tour is not None and not self._tour.ended:
            self.note(action)

    def _tell(self) -> None:
        if self._tour is not None and self._band is not None:
            self._band.told = (self._tour.progress, self._tour.told, self._tour.asks)
