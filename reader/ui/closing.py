"""What all screens have that lie over another: they close once, and hear nothing of a size that is no longer theirs."""

from dataclasses import replace

from textual.await_complete import AwaitComplete
from textual.binding import BindingsMap
from textual.events import Resize
from textual.screen import Screen, ScreenResultType

ESCAPE = "escape"


class Closing(Screen[ScreenResultType]):
    """To be named behind the kind of screen: Textual takes styles from the class that is named first."""

    _closes = False
    """Whether it has been closed: a second key of one burst may ask for that again."""

    @classmethod
    def _merge_bindings(cls) -> BindingsMap:
        """All keys, escape before any widget: what is typed right behind it is for the screen below."""
        bindings = super()._merge_bindings()
        first = [replace(each, priority=True) for each in bindings.key_to_bindings.get(ESCAPE, ())]
        return BindingsMap.from_keys({**bindings.key_to_bindings, **({ESCAPE: first} if first else {})})

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, and return this; the first answer counts."""
        if self._closes:
            return AwaitComplete()
        self._closes = True
        return super().dismiss(result)

    async def _on_resize(self, event: Resize) -> None:
        """Do nothing about a size that the screen has no longer.

        Textual tells a screen of the size that it has just laid it out for, so that two sizes in its queue would follow
        on one another for ever.
        """
        if event.size != self.app.size:
            event.prevent_default()
            event.stop()
