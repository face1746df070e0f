"""Screens that are worked with keys: what is pressed becomes actions of the table, with sequences and numbers."""

import asyncio
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from textual.app import SystemCommand
from textual.binding import Binding, BindingsMap
from textual.events import Key
from textual.screen import ScreenResultType
from textual.timer import Timer
from textual.widget import Widget

from reader.settings.keynames import DIGITS, key_words, writes
from reader.settings.keys import ACTIONS, action
from reader.settings.strokes import NOTHING, Heard, Strokes
from reader.ui.closing import Closing
from reader.ui.widgets.lines import KeyLine

COUNTING = frozenset(each.id for each in ACTIONS if each.counts)


class Pressing(Closing[ScreenResultType]):
    """Hears keys, and performs what they stand for in the pane that has them."""

    typed = 0
    """The number that was typed before the key of the action that is performed; 0 for none."""
    _strokes = Strokes(COUNTING)
    _wait = 0.0
    _resting: Timer | None = None
    _pending = False

    def listen(self, keys: Iterable[str], wait: int) -> None:
        """Hear these keys and sequences from now on; a digit waits so many milliseconds for more, 0 for no numbers."""
        self._strokes = Strokes(COUNTING, numbers=wait > 0)
        self._wait = wait / 1000
        single = dict.fromkeys(part for key in keys for part in key.split(" "))
        if wait:
            single.update(dict.fromkeys(DIGITS))
        # With priority, a key does what it does before the next one is looked at: several may come in one burst.
        heard = {key: [Binding(key, f"press({key!r})", show=False, priority=True)] for key in single}
        self._bindings = BindingsMap.from_keys({**self._bindings.copy().key_to_bindings, **heard})

    @property
    def times(self) -> int:
        """How often the action is wanted: once, where no number was typed."""
        return self.typed or 1

    @property
    def live(self) -> Mapping[str, str]:
        """The ids of the actions that can be performed now, by their keys."""
        raise NotImplementedError

    async def perform(self, action: str) -> None:
        """Do what an action of the table, or a macro, says."""
        raise NotImplementedError(action)

    def answer(self, text: str) -> None:
        """Tell what a key has led to."""
        raise NotImplementedError(text)

    def forget_answer(self, text: str) -> None:
        """Tell that no longer, if it is still what is told."""
        if any(line.answer == text for line in self.query(KeyLine)):
            self.answer("")

    @property
    def config_file(self) -> str:
        """Where a person sets keys, as short as can be."""
        path = getattr(self.app, "config_file", "the configuration")
        home = os.path.expanduser("~")  # noqa: PTH111 - a text, and not worth a path
        return f"~{path[len(home) :]}" if path.startswith(f"{home}/") else path

    @property
    def hyperlinks(self) -> bool:
        """Whether the terminal can be told that a text is a hyperlink."""
        return bool(getattr(self.app, "hyperlinks", False))

    @property
    def under_notice(self) -> bool:
        """Whether a notice is, or may still be, drawn over the screen."""
        return bool(getattr(self.app, "covered", False))

    def commands(self) -> Iterator[SystemCommand]:
        """What the palette finds by its words beside the themes."""
        raise NotImplementedError

    def command(self, description: str, key: str, name: str) -> SystemCommand:
        """An action of the table, or a macro, for the palette."""
        return SystemCommand(description, "  ".join(filter(None, [key, name])), partial(self._perform_found, name))

    def _perform_found(self, name: str) -> None:
        self.call_later(self.perform, name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key that means nothing here to the widget that has the keys."""
        if action != "press":
            return super().check_action(action, parameters)
        key = str(parameters[0])
        if writes(key) and is_field(self.focused):  # Textual leaves out six signs, `/` and `-` among them, when it asks
            return False
        return self._pending or self.hears(key)

    def hears(self, key: str) -> bool:
        """Whether a key is, or begins, something that can be done now."""
        if key in DIGITS and self._wait:
            return True
        return any(keys == key or keys.startswith(f"{key} ") for keys in self.live)

    async def action_press(self, key: str) -> None:
        """Hear a key; those of one burst behind the one that ends the application mean nothing any more."""
        if self.app._exit:
            return
        if self.focused and is_field(self.focused):
            await _settled(self.focused)
        await self._obey(self._strokes.press(key, self.live))

    async def on_key(self, event: Key) -> None:
        """Hear also what has no meaning at all, where a sequence has begun."""
        if self._pending and event.key not in self._bindings.key_to_bindings:
            event.stop()
            await self.action_press(event.key)

    def on_paste(self) -> None:
        """Say that pasted text is no keys; a field keeps it for itself."""
        self.answer("Nothing here takes pasted text; open a field for it first.")

    async def _rested(self) -> None:
        await self._obey(self._strokes.rest())

    async def _obey(self, heard: Heard) -> None:
        if self._resting:
            self._resting.stop()
            self._resting = None
        if self._pending or heard.pending or heard.unknown:
            self.answer(self._keys_told(heard))
        self._pending = bool(heard.pending)
        if heard.rests:
            self._resting = self.set_timer(self._wait, self._rested)
        for stroke in heard.strokes:
            self.typed = stroke.count
            try:
                await self.perform(stroke.action)
            finally:
                self.typed = 0

    def _keys_told(self, heard: Heard) -> str:
        """What was typed and what may follow; empty where it is over."""
        if heard.unknown:
            return f"{key_words(' '.join(heard.unknown))} means nothing here."
        if heard == NOTHING or not heard.pending:
            return ""
        digits = "".join(key for key in heard.pending if key in DIGITS)
        begun = " ".join(key for key in heard.pending if key not in DIGITS)
        following = [
            f"{key_words(keys.removeprefix(f'{begun} '))} {self.label(name)}"
            for keys, name in self.live.items()
            if begun and keys.startswith(f"{begun} ")
        ]
        typed = "".join(filter(None, [digits, key_words(begun) if begun else ""]))
        return "   ".join((f"{typed} …", *following))

    def label(self, name: str) -> str:
        """One or two words for an action."""
        return action(name).label


async def _settled(widget: Widget) -> None:
    """Wait until a widget has dealt with all that came to it before, such as letters that were typed into a field."""
    done = asyncio.Event()
    if widget.call_later(done.set):
        await done.wait()


def is_field(widget: Widget | None) -> bool:
    """Whether letters are typed into a widget; without Textual's fields, which a start can do without."""
    return widget is not None and widget.check_consume_key("a", "a")
