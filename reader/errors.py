"""The errors that a person can meet; each message says what is wrong and what to do."""


class BroadsheetError(Exception):
    """Any error whose message is meant for the person at the keyboard."""


class FolderError(BroadsheetError):
    """The folder of articles is missing, is no folder, or may not be read."""


class ArticleError(BroadsheetError):
    """One file gave no article, or cannot be read now."""


class QueryError(BroadsheetError):
    """A query that cannot be understood."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position
        """Index in the query's text of the character where the fault lies."""


class ConfigError(BroadsheetError):
    """A configuration file that cannot be used at all."""


class ThemeError(BroadsheetError):
    """A theme file that cannot be used."""


class StoreError(BroadsheetError):
    """Catalogue or index cannot be opened, read or written."""


class DamagedError(StoreError):
    """A file of ours holds what we never wrote; what is derived is set aside and built again."""


class BusyError(StoreError):
    """Another process is already bringing this folder's index up to date."""


class StateError(BroadsheetError):
    """The marks cannot be read or written."""


class CorrectionError(BroadsheetError):
    """A value that a field of an article cannot have."""


class ServeError(BroadsheetError):
    """The reader cannot be shown in a browser."""
