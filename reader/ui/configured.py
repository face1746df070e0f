"""What an application does with the files of its settings: heeds them again while it runs, and says what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual import constants

from reader.errors import BroadsheetError
from reader.settings.choices import Choices
from reader.settings.edits import Edits
from reader.settings.faults import Fault
from reader.settings.keymap import keymap
from reader.ui.noticing import Notice
from reader.ui.screens.main import MainScreen
from reader.ui.terminal import Terminal
from reader.ui.themed import ThemedApp

CONFIGURATION = "configuration"
"""What notices of faults in the files of settings are about."""
CHECK = "broadsheet config check"
"""What tells all of them."""
EDIT_SECONDS = 1.0
"""How often it is looked whether a file was edited."""


class ConfiguredApp(ThemedApp):
    """An application that follows what the person sets, also while it runs."""

    def __init__(
        self,
        choices: Choices,
        terminal: Terminal,
        config_file: Path,
        keep_theme: Callable[[str], None],
        load_again: Callable[[], Choices] | None,
        watched: Sequence[Path],
    ) -> None:
        """`load_again` reads what the person set, and `watched` are the files and directories where that stands.

        Raises ThemeError.
        """
        super().__init__(choices, terminal, config_file, keep_theme)
        self._settings = choices.config
        self._load_again = load_again or (lambda: choices)
        self._edits = Edits(watched)

    @property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of every action."""
        config = self._choices.config
        return keymap(config.keys, [macro.action for macro in config.macros])[0]

    def _follow_edits(self) -> None:
        """Read the settings again when one of their files was edited, here or while another program had the screen."""
        self.app_resume_signal.subscribe(self, lambda _: self._look_for_edits())
        self.set_interval(EDIT_SECONDS, self._wait_for_edits)

    def _look_for_edits(self) -> None:
        if self._edits.changed:
            self.action_read_configuration()

    def _wait_for_edits(self) -> None:
        if self._edits.settled():
            self.action_read_configuration()

    def action_read_configuration(self) -> None:
        """Have what was changed in the configuration count, as far as it can at once, and tell the rest.

        A file with faults changes nothing.
        """
        from reader.settings.rereading import reread  # not needed for the first screen

        self._edits.note()
        try:
            choices = self._load_again()
        except BroadsheetError as fault:
            self.tell([Notice(str(fault), CONFIGURATION)], CONFIGURATION)
            return
        self._tell_faults(choices.faults, running=True)
        if any(fault.path == self._config_file for fault in choices.faults):
            self.answer("The settings stay as they were until the file is mended.")
            return
        outcome = reread(self._settings, choices.config)
        now = (*outcome.now, *(["themes"] if choices.themes != self._choices.themes else []))
        self._settings = outcome.config
        self._take_again(replace(choices, config=outcome.config), now)
        self.answer(_told(now, outcome.later))

    def _take_again(self, choices: Choices, now: Sequence[str]) -> None:
        """Show what can be shown of other choices at once; `now` are the settings that are others than before."""
        self._take(choices)
        if "theme" in now or self._chosen not in self.themes:
            self._chosen = choices.theme
        self._show_theme(self._chosen)
        if "themes" in now:
            self.refresh_css(animate=False)
        self._be_still()
        from reader.ui.screens.keyed_page import KeyedPage  # takes along what compares texts, 70 ms

        for screen in self.screen_stack:
            if isinstance(screen, MainScreen | KeyedPage):
                screen.take_configuration(self._choices.config, self._keys)

    def _be_still(self) -> None:
        self.animation_level = constants.TEXTUAL_ANIMATIONS if self._choices.config.animation else "none"

    def _tell_faults(self, faults: Sequence[Fault], *, running: bool) -> None:
        """Say what is wrong in the files of settings; what was said of them before is mended, or among it."""
        told = (Notice(fault.briefly(running=running), CONFIGURATION, CHECK) for fault in faults)
        self.tell(told, CONFIGURATION)


def _told(now: Sequence[str], later: Sequence[str]) -> str:
    """Which settings count now, and which ones later."""
    told = [f"Read again: {', '.join(now)}." if now else ""]
    told += [f"From the next start on: {', '.join(later)}." if later else ""]
    return " ".join(filter(None, told)) or "The settings are as they were."
