"""What an application does with notices: tells them above the line of keys, until a key or time takes them away."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import App, ScreenStackError
from textual.notifications import SeverityLevel
from textual.timer import Timer

from reader.ui.closing import ESCAPE
from reader.ui.pressing import Pressing, is_field

if TYPE_CHECKING:
    from reader.ui.widgets.notice_band import NoticeBand

NOTICE_SECONDS = 10.0
"""After which a notice goes by itself."""
UNSEEN_SECONDS = 1.0
"""Within which a key was pressed before the notice was seen: it takes nothing away."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that is not as it should be."""

    told: str
    """What it is, and what to do."""
    topic: str = ""
    """What it is about: it goes when that is told anew, or mended; empty where only a key or time takes it away."""
    more: str = ""
    """What tells it where there is no room for it."""


class NoticingApp(App[None]):
    """An application that tells what goes wrong in a band above the line of keys."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: tuple[Notice, ...] = ()
        self._noticed = 0.0
        self._noticing: Timer | None = None
        self._band: NoticeBand | None = None
        self.covered = False
        """Whether a notice is, or may still be, drawn over something."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",  # noqa: ARG002 - Textual's; all of ours say what went wrong
        timeout: float | None = None,  # noqa: ARG002
        markup: bool = True,  # noqa: ARG002 - never: texts of articles and files are told
    ) -> None:
        """Tell something, until a key or time takes it away."""
        self.tell([Notice(": ".join(filter(None, [title, message])))])

    def tell(self, notices: Iterable[Notice], topic: str = "") -> None:
        """Tell some things at once; what was told of `topic` before is told no longer."""
        kept = [notice for notice in self._notices if not topic or notice.topic != topic]
        self._notices = tuple(dict.fromkeys((*kept, *notices)))
        self._noticed = monotonic()
        if self._noticing:
            self._noticing.stop()
        self._noticing = self.set_timer(NOTICE_SECONDS, self.dismiss_notices) if self._notices else None
        self.call_later(self._refresh_notifications)

    def dismiss_notices(self) -> None:
        """Tell nothing any more of what was told."""
        self._notices = ()
        self._refresh_notifications()

    def answer(self, text: str, seconds: float = 0.0) -> None:
        """Tell what a key has led to: on the line of keys, for so many seconds if any; in a notice where there is none.

        The next key takes it away.
        """
        screen = self.screen
        if not isinstance(screen, Pressing):
            self.notify(text)
            return
        screen.answer(text)
        if seconds:
            self.set_timer(seconds, lambda: screen.forget_answer(text))

    async def on_event(self, event: events.Event) -> None:
        """Take notices away with any key, which does what it does as well; escape in a pane does no more than that."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._notices:
            seen = event.key == ESCAPE or monotonic() - self._noticed >= UNSEEN_SECONDS
            if seen:
                self.dismiss_notices()
            if event.key == ESCAPE and isinstance(self.screen, Pressing) and not is_field(self.focused):
                return
        await super().on_event(event)

    def on_notice_band_clicked(self) -> None:
        """Take notices away."""
        self.dismiss_notices()

    def _refresh_notifications(self) -> None:
        """Have the band say what is told, on the screen that is uppermost; Textual calls it when that is another."""
        try:
            screen = self.screen
        except ScreenStackError:  # before the first screen
            return
        if self._band and (not self._notices or self._band.screen is not screen):
            self._band.remove()
            self._band = None
            self.call_after_refresh(self._note_uncovered)
        if self._notices and screen.is_attached:
            from reader.ui.widgets.notice_band import NoticeBand  # a start has nothing to say

            self.covered = True
            if self._band is None:
                self._band = NoticeBand()
                screen.mount(self._band)
            self._band.notices = self._notices

    def _note_uncovered(self) -> None:
        self.covered = self._band is not None
