"""Finding words in the text on show, as they are typed."""

from reader.told import counted
from reader.ui.screens.inspecting import Inspecting


class Finding(Inspecting):
    """What is found is lit in place of the hits of the search, until escape."""

    def do_text_find(self) -> None:
        """Ask for words, and show where they stand while they are typed."""
        from reader.ui.dialogs.mode import FieldMode  # like every dialog: not needed for the first screen

        if not self.shown and not self.reader.covered:
            self.answer("There is no text to find something in.")
            return
        self.go_to_pane(self.reader)
        self.reader.begin_finding()
        hint = "words of this text · enter keeps · ↑ ↓ from one to the next · esc leaves"
        self.app.push_screen(FieldMode("find", hint, typed=self._find, stepped=self._step_to_hit), self._keep_found)

    def _find(self, wanted: str) -> str:
        self.reader.find(wanted)
        return self.hit_told() if wanted else ""

    def _step_to_hit(self, direction: int) -> str:
        if self.reader.finds:
            (self.reader.next_hit if direction > 0 else self.reader.previous_hit)()
        return self.hit_told() if self.reader.finds else ""

    def _keep_found(self, wanted: str | None) -> None:
        """Keep what was found lit, if something was."""
        if not wanted or not self.reader.hit_count:
            self.reader.end_finding(back=True)
        if wanted and self.reader.finds:
            following, before = self.key("search.next_hit"), self.key("search.previous_hit")
            self.answer(f"{self.hit_told()} · {following} next · {before} previous · esc ends")
        elif wanted:
            self.answer(f"“{wanted}” does not stand in this text.")

    def hit_told(self) -> str:
        """Which of the hits in the text is the current one; where there is none, that."""
        return super().hit_told() if self.reader.hit_count else "not in this text"

    def go_back(self) -> bool:
        """From what was found to what is lit otherwise, or one of the other steps back."""
        if self.reader.finds:
            self.reader.end_finding()
            self.answer(f"{counted(self.reader.hit_count, 'hit')} of the search." * bool(self.reader.hit_count))
            return True
        return super().go_back()
