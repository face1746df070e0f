"""Marks whose article is no longer as it was: what it is now, as far as catalogue and marks together can tell."""

from reader.store.asking import Ask
from reader.store.identity import Identity, Move, former_id


class LostMarks:
    """The marks of one folder, and of others, beside the articles that there are now."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def moves(self) -> list[Move]:
        """Where marks have to follow: for every marked article that is no longer as it was, what it is now.

        The same text under another id is a rename, unless it stood there before another text took its place under the
        old id: that, like any other text under the same id, is an edit. Marks of an article that is nowhere to be found
        wait. A text that stands again where it was, while the one that its marks followed is still there, is a copy
        with marks of its own.
        """
        rows = self._ask(
            """SELECT s.key, s.id, s.hash, s.title, coalesce(a.content_hash, ''), coalesce(a.title, ''),
            coalesce(a.since, 0)
            FROM marks.article s LEFT JOIN article a ON a.id = s.id
            WHERE s.folder = :folder AND s.moved_to = '' AND (a.id IS NULL OR a.content_hash <> s.hash)"""
        )
        moves = self._returned()
        for key, identifier, content_hash, title, new_hash, new_title, since in rows:
            elsewhere = self._ask(
                "SELECT id FROM article WHERE content_hash = :hash AND id <> :former AND since >= :since"
                " ORDER BY number DESC LIMIT 1",
                hash=content_hash,
                former=former_id(identifier),
                since=since,
            )
            if elsewhere:
                moves.append(Move(key, Identity(elsewhere[0][0], content_hash, title), renamed=True))
            elif new_hash:
                moves.append(Move(key, Identity(identifier, new_hash, new_title), renamed=False))
        return moves

    def _returned(self) -> list[Move]:
        rows = self._ask(
            "SELECT s.key, s.id, s.hash, s.title FROM marks.article s"
            " JOIN article a ON a.id = s.id AND a.content_hash = s.hash"
            " JOIN article other ON other.id = s.moved_to AND other.content_hash = s.hash"
            " WHERE s.folder = :folder AND s.moved_to <> ''"
        )
        return [Move(key, Identity(*identity), renamed=False) for key, *identity in rows]

    def moves_from(self, folder: str) -> list[Move]:
        """The articles marked in another folder that stand here unchanged: for when a folder was moved."""
        rows = self._ask(
            "SELECT s.key, s.id, s.hash, s.title FROM marks.article s"
            " JOIN article a ON a.id = s.id AND a.content_hash = s.hash WHERE s.folder = :other AND s.moved_to = ''",
            other=folder,
        )
        return [Move(key, Identity(*identity), renamed=True) for key, *identity in rows]

    def folders(self) -> tuple[str, ...]:
        """Every other folder that has marks."""
        rows = self._ask("SELECT DISTINCT folder FROM marks.article WHERE folder <> :folder")
        return tuple(row[0] for row in rows)
