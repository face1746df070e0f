"""The tables of state, in one place; each further script brings a file that was made before it up to date."""

FILE_NAME = "state.sqlite3"

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
)
"""`correction`: what the user says that a value of an article is, empty for "there is none". `name_choice`: the name
under which a spelling stands, where the user has split it from others or joined it to them."""
