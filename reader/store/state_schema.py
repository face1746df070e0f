"""The tables of state, in one place; each further script brings a file that was made before it up to date."""

FILE_NAME = "state.sqlite3"

STANDS = "s.folder = :folder AND s.id = a.id AND (s.hash = a.content_hash OR s.moved_to = '')"
"""Which row `s` of state is about an article `a` of the catalogue; `:folder` is the folder's name in state.

A row whose marks have moved on counts only while the very text that was marked stands under its id."""
MARKED = f"LEFT JOIN marks.article s ON {STANDS}"
"""The articles `a` of the catalogue beside what is marked of them."""

SCHEMA = (
    """
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    title TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    favourite INTEGER NOT NULL DEFAULT 0,
    moved_to TEXT NOT NULL DEFAULT '',
    changed TEXT NOT NULL,
    UNIQUE (folder, id)
);
CREATE INDEX article_hash ON article (hash);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article (key),
    tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX tag_article ON tag (tag, article);
""",
    """
CREATE TABLE correction (
    article INTEGER NOT NULL REFERENCES article (key),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (article, field)
) WITHOUT ROWID;
CREATE TABLE name_choice (
    folder TEXT NOT NULL,
    kind TEXT NOT NULL,
    spelling TEXT NOT NULL,
    name TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (folder, kind, spelling)
) WITHOUT ROWID;
""",
    """
CREATE TABLE passage (
    article INTEGER NOT NULL REFERENCES article (key),
    digest INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (article, digest)
) WITHOUT ROWID;
CREATE INDEX passage_digest ON passage (digest, article);
CREATE TABLE story_choice (
    article INTEGER NOT NULL REFERENCES article (key),
    other INTEGER NOT NULL REFERENCES article (key),
    together INTEGER NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX story_choice_other ON story_choice (other);
CREATE TABLE visit (folder TEXT NOT NULL, begun REAL NOT NULL, seen REAL NOT NULL, PRIMARY KEY (folder, begun));
""",
    """
CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
""",
    """
CREATE TABLE note (
    article INTEGER PRIMARY KEY REFERENCES article (key),
    text TEXT NOT NULL,
    changed TEXT NOT NULL
);
CREATE TABLE highlight (
    article INTEGER NOT NULL REFERENCES article (key),
    digest INTEGER NOT NULL,
    words TEXT NOT NULL,
    note TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (article, digest)
);
CREATE TABLE saved_search (
    folder TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    query TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
CREATE TABLE change (number INTEGER PRIMARY KEY, folder TEXT NOT NULL, told TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX change_folder ON change (folder, number);
CREATE TABLE changed_mark (
    change INTEGER NOT NULL,
    article INTEGER NOT NULL,
    mark TEXT NOT NULL,
    name TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (change, article, mark, name)
) WITHOUT ROWID;
CREATE INDEX changed_mark_article ON changed_mark (article);
""",
    """
ALTER TABLE change ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;
DROP INDEX change_folder;
CREATE INDEX change_folder ON change (folder, undone, number);
""",
    """
ALTER TABLE highlight ADD COLUMN within TEXT NOT NULL DEFAULT '';
ALTER TABLE highlight ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
""",
)
"""`correction`: what the user says that a value of an article is, empty for "there is none". `name_choice`: the name
under which a spelling stands, where the user has split it from others or joined it to them. `passage`: what was read
of an article, a paragraph a row. `story_choice`: two articles that the user wants in one story, or not in one; the
smaller key is `article`. `visit`: when a folder was looked at, from and to, in seconds since 1970. `remembered`:
what is no mark, see `reader.store.remembered`. `note`: what the user wrote about an article. `highlight`: a passage
of it, or words that begin at a `place` `within` one, and what was written about that. `saved_search`: a query with a
name. `change` and `changed_mark`: what is needed to take changes back, the newest first: what a mark of a row (0
where it is of none) under a name was before, NULL for nothing; a row that marks have left is named there no more.
One that is `undone` was taken back: there it is what the mark was before that, so that the change can be done again."""
