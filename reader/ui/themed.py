"""What an application does with themes: shows them, changes them, and follows a terminal that becomes light or dark."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual.filter import LineFilter

from reader.errors import ThemeError
from reader.settings.choices import Choices
from reader.settings.themes import AUTO
from reader.ui.driver import GroundTold, TerminalDriver
from reader.ui.noticing import NoticingApp
from reader.ui.terminal import FEW, NONE, Ground, Terminal
from reader.ui.themes import Colourless, textual_theme

MONOCHROME, SIXTEEN = "monochrome", "terminal"
"""The themes for terminals without colours and with few, whichever was chosen: others would be drawn in colours that
nobody chose."""


class ThemedApp(NoticingApp):
    """An application with the themes of the person's choices."""

    def __init__(
        self, choices: Choices, terminal: Terminal, config_file: Path, keep_theme: Callable[[str], None]
    ) -> None:
        """`keep_theme` keeps the name of a theme that was chosen here. Raises ThemeError."""
        super().__init__()
        self._config_file = config_file
        self._terminal = terminal
        self._keep_theme = keep_theme
        self._ground = terminal.ground
        self._chosen = choices.theme
        self._colourless = Colourless()
        self._take(choices)
        self._show_theme(self._chosen)
        self._styled = self.theme

    @property
    def config_file(self) -> str:
        """The configuration file."""
        return str(self._config_file)

    def _take(self, choices: Choices) -> None:
        """Have these choices count from now on, and their themes be there."""
        self._choices = replace(choices, config=choices.config.settled())
        self.themes: Mapping[str, str] = {
            AUTO: "light or dark, as the terminal is",
            **{theme.name: theme.description for theme in choices.themes},
        }
        """What can be chosen, with a few words about each."""
        self._monochrome = {theme.name for theme in choices.themes if theme.monochrome}
        for theme in choices.themes:
            self.register_theme(textual_theme(theme))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for Textual's own themes that do not know them."""
        if not hasattr(self, "_choices"):  # Textual asks before it has begun
            return {}
        return textual_theme(self._choices.named(self._choices.theme, dark=False)).variables

    def action_choose_theme(self, named: str = "") -> None:
        """Choose a theme while looking at it, or take the one that is named."""
        if named in self.themes:
            self.use_theme(named)
            return
        from reader.ui.dialogs.choice import ChoiceDialog

        before = self._chosen

        def settle(name: str | None) -> None:
            self._show_theme(before)
            if name:
                self.use_theme(name)

        self.push_screen(ChoiceDialog("Theme", list(self.themes.items()), before, self._show_theme), settle)

    def use_theme(self, name: str) -> None:
        """Change the colours, and keep that."""
        self._chosen = name
        self._show_theme(name)
        if name == AUTO and isinstance(self._driver, TerminalDriver):
            self._driver.ask()
        told = f"Theme {name}."
        try:
            self._keep_theme(name)
            told = f"Theme {name}, kept."
        except ThemeError as fault:
            self.notify(str(fault))
        # Later: where it was chosen in a dialog, that is still there.
        self.call_later(self.answer, " ".join(filter(None, [told, self._instead(name)])))

    def on_ground_told(self, message: GroundTold) -> None:
        """Follow the terminal, which has become light or dark."""
        self._ground = message.ground
        if self._chosen == AUTO:
            self._show_theme(AUTO)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line before it is written: colours are taken away where there shall be none."""
        if self._styled in self._monochrome:
            return [self._colourless]
        return super().get_line_filters()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything; until that is done after a change of theme, all is drawn as in the theme before."""
        self._styled = self.theme
        super().refresh_css(animate)

    def _show_theme(self, name: str) -> None:
        self.theme = self._fitting(name)

    def _fitting(self, name: str) -> str:
        """The theme of this name, or one that this terminal can show."""
        theme = self._choices.named(name, dark=self._ground is Ground.DARK)
        if self._terminal.colours == NONE:
            return MONOCHROME
        if self._terminal.colours == FEW and not (theme.monochrome or self.available_themes[theme.name].ansi):
            return SIXTEEN
        return theme.name

    def _instead(self, name: str) -> str:
        """Why another theme is shown; nothing where it is this one."""
        if self._fitting(name) == MONOCHROME != name:
            return f"{MONOCHROME} is shown: no colours here, or NO_COLOR is set."
        if self._fitting(name) == SIXTEEN != name:
            return f"{SIXTEEN} is shown: this terminal has sixteen colours."
        return ""
