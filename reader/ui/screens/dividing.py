"""Actions that divide the screen: wide, narrow and hidden panes, the measure; and the mouse that drags a rule."""

from textual import events
from textual.geometry import Offset

from reader.ui.arrangement import Arrangement, Panes, Part
from reader.ui.screens.hitting import Hitting
from reader.ui.widgets.pane import EDGE


class Dividing(Hitting):
    """What a person makes of the division is remembered."""

    _dragged: Part | None = None
    """The pane whose rule is being dragged."""

    # By keys

    def do_pane_wider(self) -> None:
        """Make the pane that has the keys wider, or higher."""
        self._widen(self.times)

    def do_pane_narrower(self) -> None:
        """Make it narrower, or less high."""
        self._widen(-self.times)

    def _widen(self, steps: int) -> None:
        if self.has_class("-text-only") or len(self.on_screen) == 1:
            self.answer("There is one pane on the screen, and it has all of it.")
            return
        changed = self.arrangement.wider(self.at, steps, self.room, self.at)
        if changed is self.arrangement:
            self.answer("It has all that the others can spare." if steps > 0 else "It cannot be less.")
            return
        self.rearrange(changed)
        room = self.room
        cells = changed.division(room, self.at).cells(self.at, room)
        self.answer(f"{cells} columns of {room.columns}" if room.panes is Panes.THREE else f"{cells} lines")

    def do_text_wider(self) -> None:
        """Longer lines of text."""
        self._set_measure(self.times)

    def do_text_narrower(self) -> None:
        """Shorter lines of text."""
        self._set_measure(-self.times)

    def _set_measure(self, steps: int) -> None:
        room, before = self.reader.room, self.arrangement
        changed = before.with_measure(steps, room)
        shown = min(changed.measure, room or changed.measure)
        if shown != min(before.measure, room or before.measure):
            self.rearrange(changed)
            self.answer(f"{shown} columns")
        else:
            self.answer(f"{shown} columns: {'the pane has no more' if shown == room else 'that is the limit'}.")

    def do_pane_usual(self) -> None:
        """Panes and text as the configuration has them."""
        self.rearrange(Arrangement.of(self.config.layout))
        self.answer("All sizes are as in the configuration.")

    # Hiding

    def do_pane_list(self) -> None:
        """Show or hide the list."""
        self._toggle(Part.LIST)

    def do_pane_text(self) -> None:
        """Show or hide the text."""
        self._toggle(Part.TEXT)

    def do_pane_related(self) -> None:
        """Show or hide the related articles."""
        self._toggle(Part.RELATED)

    def _toggle(self, part: Part) -> None:
        panes = self.room.panes
        self.remove_class("-text-only")
        if part in self.on_screen and panes is not Panes.ONE:
            self._hide(part)
            return
        if part not in self.arrangement.only_on_request(panes):
            self.rearrange(self.arrangement.with_hidden(part, panes, False))
        if part not in self.on_screen:
            self.go_to_pane(self.pane_of(part))

    def _hide(self, part: Part) -> None:
        panes = self.room.panes
        others = self.arrangement.wanted(panes) - {part}
        if not others:
            self.answer("No other pane is left to be shown.")
            return
        if self.at is part:
            self.go_to_pane(self.pane_of(min(others, key=list(Part).index)))
        if part not in self.arrangement.only_on_request(panes):
            self.rearrange(self.arrangement.with_hidden(part, panes, True))

    # By mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the rule between two panes."""
        part = self._edge(event.screen_offset) if event.button == 1 else None
        if part is not None:
            self.clear_selection()  # Textual has begun one
            self._dragged = part
            self.pane_of(part).capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the rule along, or show that it could be."""
        if self._dragged is None:
            self._show_edge(self._edge(event.screen_offset))
            return
        place = event.screen_offset - self.panes.region.offset
        cells = place.x if self.room.panes is Panes.THREE else place.y
        self.rearrange(self.arrangement.with_edge(self._dragged, cells, self.room, self.at))

    def on_leave(self, event: events.Leave) -> None:
        """Show it no longer, also where the mouse goes on to a scrollbar, which keeps its moves to itself."""
        if self._dragged is None and event.node.has_class(EDGE):
            self._show_edge(None)

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self._dragged is not None:
            self.pane_of(self._dragged).release_mouse()
            self._dragged = None

    def _edge(self, place: Offset) -> Part | None:
        """The pane whose rule is there."""
        for part in (Part.TEXT, Part.RELATED):
            pane = self.pane_of(part)
            beside = self.room.panes is Panes.THREE
            ruled = (pane.styles.border_left if beside else pane.styles.border_top)[0]
            if ruled and pane.display and pane.region.contains_point(place):
                first = pane.region.x == place.x if beside else pane.region.y == place.y
                return part if first else None
        return None

    def _show_edge(self, part: Part | None) -> None:
        for each in (Part.TEXT, Part.RELATED):
            self.pane_of(each).set_class(each is part, EDGE)
