"""Open a library on the screen, with the first refresh under way before Textual is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import Library, Places
from reader.query import Query
from reader.settings.choices import Choices
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.refresh.process import Refreshing


def run(folder: Path, paths: Paths, choices: Choices, notices: Sequence[str] = ()) -> int:
    """Show the folder until the person leaves; the exit code. Raises FolderError or another error of ours."""
    config = choices.config
    places = Places(
        folder, paths.cache_for(folder), paths.data_dir, paths.log_file, config.ignore, config.max_file_size
    )
    library = Library(places)
    try:
        # A first start has nothing to show: its refresh runs beside the import of Textual (300 ms). A later start
        # paints what it knows before it looks for news.
        under_way = None if library.find(Query()).numbers else _started(library)
        from reader.ui.app import BroadsheetApp

        app = BroadsheetApp(library, choices, notices, under_way, paths.config_file)
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
