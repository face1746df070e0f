"""Open a library on the screen, with the first refresh under way before Textual is loaded."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import Library, Places
from reader.query import Query
from reader.settings.choices import Choices
from reader.settings.paths import Paths
from reader.settings.remembered import keep
from reader.settings.themes import AUTO
from reader.ui.first_frame import Frame, shown
from reader.ui.terminal import ALL, MANY, PLAIN_KEYBOARDS, Terminal, looked_up

if TYPE_CHECKING:
    from reader.refresh.process import Refreshing


SAMPLES = "These are the sample articles. Yours: broadsheet FOLDER"
"""What is told where no folder was named."""


@dataclass
class _Files:
    """The files in which a person has set something."""

    load: Callable[[], Choices]
    """Reads them."""
    data: Path
    """The directory where a theme is kept that was chosen on the screen."""
    choices: Choices
    """What stood there when they were read last."""

    def load_again(self) -> Choices:
        """What stands there now. Raises ConfigError or ThemeError."""
        self.choices = self.load()
        return self.choices

    def keep_theme(self, name: str) -> None:
        """Keep the choice of a theme, until another stands in the configuration. Raises ThemeError."""
        keep(self.data, name, self.choices.config.theme)


def run(
    folder: Path,
    paths: Paths,
    load: Callable[[], Choices],
    choices: Choices,
    *,
    samples: bool = False,
) -> int:
    """Show the folder until the person leaves; the exit code. Raises FolderError or another error of ours.

    `choices` are what `load` read first. `samples` says that these are the sample articles, as nothing else
    was named. Who starts so for the first time and has set nothing is shown around.
    """
    config = choices.config
    places = Places(
        folder, paths.cache_for(folder), paths.data_dir, paths.log_file, config.ignore, config.max_file_size
    )
    frame = Frame(places.cache, places.data, os.environ, (choices.theme, config))
    last, drawing = frame.kept(), ""  # before anything is opened, which may write
    library = Library(places)
    try:
        with shown(last) as hand_over:
            # A first start has nothing to show: its refresh runs beside the import of Textual (300 ms). A later start
            # paints what it knows before it looks for news.
            terminal = looked_up(os.environ, asking=choices.theme == AUTO)
            _tell_textual(terminal)
            under_way = None if library.find(Query()).numbers else _started(library)
            set_up = os.path.exists(paths.config_file)  # noqa: PTH110 - Path.exists raises where it may not look
            welcome = samples and not set_up and not library.was_visited()
            from reader.ui.app import BroadsheetApp

            files = _Files(load, paths.data_dir, choices)
            app = BroadsheetApp(
                library,
                choices,
                under_way,
                paths.config_file,
                terminal,
                files.keep_theme,
                load_again=files.load_again,
                watched=(paths.config_file, paths.themes_dir),
                welcome=welcome,
            )
            app.hand_over = hand_over
            app.greeting = SAMPLES if samples and not welcome else ""
            app.run(mouse=config.mouse)
        if app.failure:
            raise app.failure
        drawing = app.left_as
        return app.return_code or 0
    finally:
        library.close()
        frame.keep(drawing)


def _tell_textual(terminal: Terminal) -> None:
    """Have Textual, which reads this when it is imported, make of the terminal what we do."""
    systems = {ALL: "truecolor", MANY: "256"}
    os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", systems.get(terminal.colours, "standard"))
    if os.environ.get("TERM", "").startswith(PLAIN_KEYBOARDS):
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    if "TEXTUAL_DRIVER" not in os.environ:  # where there is one, as behind a page of a browser, it goes by these
        for size in ("COLUMNS", "LINES"):  # what a shell said of the terminal once; its size now is for that to tell
            os.environ.pop(size, None)
    if not os.environ.get("NO_COLOR", "1"):
        del os.environ["NO_COLOR"]  # empty it means nothing, https://no-color.org


def _started(library: Library) -> "Refreshing | None":
    """The first refresh; none where no process can be started, which the application tells when it tries itself."""
    try:
        return library.start_refresh()
    except OSError:
        return None
