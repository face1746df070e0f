"""The tables of the catalogue, in one place for those who write them and those who ask."""

FILE_NAME = "catalogue.sqlite3"
BEGUN_FACT = "begun"
"""Under which it is noted when the catalogue was begun, seconds since 1970."""

SCHEMA = (
    """
CREATE TABLE file (
    number INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    digest BLOB NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE problem (
    id TEXT PRIMARY KEY,
    file INTEGER REFERENCES file (number) ON DELETE CASCADE,
    reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX problem_file ON problem (file);
CREATE TABLE article (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL REFERENCES file (number) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    title_derived INTEGER NOT NULL,
    day TEXT NOT NULL,
    day_confidence REAL NOT NULL,
    outlet TEXT NOT NULL,
    agency TEXT NOT NULL,
    section TEXT NOT NULL,
    place TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    added REAL NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0,
    related INTEGER NOT NULL DEFAULT 0,
    story INTEGER NOT NULL DEFAULT 0,
    copies INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0,
    UNIQUE (file, part)
);
INSERT INTO sqlite_sequence (name, seq) VALUES ('article', CAST(strftime('%s', 'now') AS INTEGER) * 1000);
CREATE INDEX article_newest ON article (day DESC, added DESC, number);
CREATE INDEX article_id ON article (id);
CREATE INDEX article_hash ON article (content_hash);
CREATE INDEX article_unindexed ON article (number) WHERE indexed = 0;
CREATE INDEX article_unrelated ON article (number) WHERE related = 0;
CREATE INDEX article_story ON article (story) WHERE story > 0;
CREATE TABLE profile (article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE, data BLOB NOT NULL);
CREATE TABLE link (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    score REAL NOT NULL,
    kind TEXT NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX link_other ON link (other);
CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE unlisted (article INTEGER PRIMARY KEY);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
""",
    """
ALTER TABLE article ADD COLUMN corrected TEXT NOT NULL DEFAULT '';
CREATE INDEX article_corrected ON article (id) WHERE corrected <> '';
ALTER TABLE article ADD COLUMN title_confidence REAL NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN outlet_confidence REAL NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN agency_confidence REAL NOT NULL DEFAULT 1;
CREATE TABLE doubt (
    file INTEGER NOT NULL REFERENCES file (number) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    articles INTEGER NOT NULL,
    PRIMARY KEY (file, reason)
) WITHOUT ROWID;
CREATE INDEX doubt_article ON doubt (article);
""",
    """
CREATE TABLE spelling (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    key TEXT NOT NULL,
    name INTEGER NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0,
    notable INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, text)
);
CREATE INDEX spelling_key ON spelling (kind, key);
CREATE INDEX spelling_name ON spelling (name);
CREATE INDEX spelling_top ON spelling (kind, notable DESC, articles DESC, mentions DESC, text) WHERE articles > 0;
CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    name INTEGER NOT NULL,
    written INTEGER NOT NULL,
    count INTEGER NOT NULL,
    role TEXT NOT NULL,
    lent INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (article, name, written)
) WITHOUT ROWID;
CREATE INDEX mention_name ON mention (name, article);
CREATE INDEX mention_written ON mention (written, article);
CREATE TABLE unsettled (spelling INTEGER PRIMARY KEY);
CREATE TRIGGER mention_gone AFTER DELETE ON mention BEGIN INSERT OR IGNORE INTO unsettled VALUES (old.name); END;
""",
    """
CREATE TABLE story (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    outlets TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    growth TEXT NOT NULL
);
INSERT INTO sqlite_sequence (name, seq) VALUES ('story', CAST(strftime('%s', 'now') AS INTEGER) * 1000);
CREATE INDEX story_last ON story (last DESC, number DESC);
CREATE INDEX story_articles ON story (articles DESC, last DESC, number DESC);
CREATE TABLE regroup (story INTEGER PRIMARY KEY);
CREATE TABLE recount (article INTEGER PRIMARY KEY);
CREATE TRIGGER article_gone AFTER DELETE ON article WHEN old.story > 0 BEGIN INSERT OR IGNORE INTO regroup VALUES (old.story); END;
CREATE TRIGGER link_gone AFTER DELETE ON link WHEN old.kind IN ('copy', 'edited copy') BEGIN INSERT OR IGNORE INTO recount VALUES (old.article); END;
""",  # noqa: E501 - a statement with `;` inside stands on one line
    """
CREATE TABLE day_order (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    told TEXT NOT NULL,
    day_first TEXT NOT NULL,
    month_first TEXT NOT NULL,
    sure REAL NOT NULL,
    voters TEXT NOT NULL
);
CREATE INDEX day_order_open ON day_order (article) WHERE day_first <> '';
""",
    """
ALTER TABLE article ADD COLUMN arrived REAL NOT NULL DEFAULT 0;
CREATE INDEX article_arrived ON article (arrived) WHERE arrived > 0;
INSERT INTO fact (name, value) VALUES ('begun', (julianday('now') - 2440587.5) * 86400);
""",
    """
CREATE INDEX profile_article ON profile (article);
""",
)
"""A file of another version is set aside and built again: all of it is derived.

`file.complete` is 1 once every article of the file stands in the word index; `unlisted` holds the numbers of articles
that are gone from here but not yet from the word index; `article.since` counts the refresh in which this text was first
seen under this id, which tells an edited article that has an old copy from one that was renamed and replaced.

Numbers begin with the second in which the catalogue was made, times 1,000: a front end that still shows the numbers of
a catalogue that was built again can never mark another article by them.

`article.corrected` holds the user's corrections that are put into the row, as `reader.store.corrections.written` writes
them; `doubt` what is doubtful about the articles of a file, each reason once, with the first article that it is about
and how many of the file it is about.

`day_order.told` is the order of day and month that an article proves, which counts as a vote; where `day_first` and
`month_first` stand, the two readings of its own day, it is the order that the article alone makes likely. `voters` says
whose votes have settled it, `outlet` or `folder`, if any.

`article.arrived` is when the article was first entered, seconds since 1970, whatever becomes of its file after that; 0
for those that the folder held when it was first read to its end: these are no news.

A mention says that an article writes `written` and means what it writes most fully as `name`; `lent` is 1 where that is
known from its story alone. `spelling.name` is the spelling under which one stands in the folder: its own, or that of
the name it was merged with; of that one the counts are kept. `unsettled` are the spellings whose merging is to be done
again.

Of a story `article` is its fullest version, `texts` the number of its versions when copies are counted as one, `growth`
a line `YYYY-MM-DD count` for each day with articles. Numbers of stories are never used again. `regroup` holds stories
that have lost an article, `recount` articles that have lost a copy, since stories and copies were last counted."""
