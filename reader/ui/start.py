"""Open a library on the screen, with the first refresh under way before Textual is loaded."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import Library, Places
from reader.query import Query
from reader.settings.choices import Choices
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.refresh.process import Refreshing


def run(folder: Path, paths: Paths, choices: Choices, notices: Sequence[str] = (), *, samples: str = "") -> int:
    """Show the folder until the person leaves; the exit code. Raises FolderError or another error of ours.

    `samples` says that these are the sample articles, where nothing else was named. Who starts for the first time and
    has set nothing is shown around instead.
    """
    config = choices.config
    places = Places(
        folder, paths.cache_for(folder), paths.data_dir, paths.log_file, config.ignore, config.max_file_size
    )
    library = Library(places)
    try:
        # A first start has nothing to show: its refresh runs beside the import of Textual (300 ms). A later start
        # paints what it knows before it looks for news.
        under_way = None if library.find(Query()).numbers else _started(library)
        set_up = os.path.exists(paths.config_file)  # noqa: PTH110 - Path.exists raises where it may not look
        welcome = bool(samples) and not set_up and not library.was_visited()
        told = notices if welcome or not samples else [*notices, samples]
        from reader.ui.app import BroadsheetApp

        app = BroadsheetApp(library, choices, told, under_way, paths.config_file, welcome=welcome)
        app.run(mouse=config.mouse)
        return app.return_code or 0
    finally:
        library.close()


def _started(library: Library) -> "Refreshing | None":
    """The first refresh; none where no process can be started, which the application tells when it tries itself."""
    try:
        return library.start_refresh()
    except OSError:
        return None
