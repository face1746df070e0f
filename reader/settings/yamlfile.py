"""The one door to YAML: a file or text becomes a tree of nodes, or one error that names the line.

Most settings files are plain, and are read without the YAML library.
"""

from pathlib import Path

from reader.settings.nodes import Node, YamlError
from reader.settings.plain import plain

MAX_BYTES = 1_000_000
"""Size of the largest settings file that is read."""
TOO_LARGE = f"too large: a settings file may have {MAX_BYTES:,} bytes"


def load(path: Path) -> Node:
    """The tree of a file; an empty file is an empty mapping.

    Raises `YamlError`, whose message does not repeat the path, where the file cannot be read or understood.
    """
    return parse(_decoded(_content(path)))


def parse(text: str) -> Node:
    """The tree of a text; an empty text is an empty mapping. Raises `YamlError`."""
    if len(text) > MAX_BYTES:
        raise YamlError(TOO_LARGE)
    found = plain(text)
    if found is None:
        from reader.settings.yamltree import tree  # 26 ms, which a start with plain files can do without

        return tree(text)
    return found


def _content(path: Path) -> bytes:
    """The file's bytes; only a regular file is read, since a pipe would never end."""
    try:
        if path.exists() and not path.is_file():
            raise YamlError("is not a file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise YamlError(f"cannot be read: {reason}") from None
    if len(content) > MAX_BYTES:
        raise YamlError(TOO_LARGE)
    return content


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlError("not UTF-8: save the file in that encoding", line) from None
