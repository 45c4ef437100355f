"""The tables of the SQLite sink, and how a file is brought to them.

`articles` has a column per scalar field of the record, in snake_case, and the whole record as JSON;
the structured fields are columns computed from that JSON. Its full-text
index is kept by triggers, which are there while it is wanted; so are the rows of `quotes` and `article_mentions`. `offsets` says how far
each partition was written; `removed_spans` is the ledger as rows, `dead_letters` why messages died.
"""

import sqlite3
from typing import Final

from copydesk.sinks.base import SinkMisconfigured

APPLICATION_ID: Final = 0x436F7079
"""In the file's header, "Copy": this is a database of ours."""

OLDEST_SQLITE: Final = (3, 38, 0)
"""The first with the JSON functions always built in (2022); computed columns and upsert are older."""

STORED: Final = (
    ("id", "TEXT NOT NULL UNIQUE"),
    ("schema_version", "INTEGER NOT NULL"),
    ("url", "TEXT"),
    ("canonical_url", "TEXT"),
    ("headline", "TEXT"),
    ("description", "TEXT"),
    ("date_published", "TEXT"),
    ("date_published_raw", "TEXT"),
    ("date_published_precision", "TEXT"),
    ("date_modified", "TEXT"),
    ("in_language", "TEXT"),
    ("publisher_name", "TEXT"),
    ("publisher_domain", "TEXT"),
    ("article_section", "TEXT"),
    ("image", "TEXT"),
    ("word_count", "INTEGER NOT NULL"),
    ("reading_time_seconds", "INTEGER NOT NULL"),
    ("fingerprint", "TEXT NOT NULL"),
    ("quality_score", "REAL"),
    ("ingest_source", "TEXT"),
    ("ingest_fetched_at", "TEXT"),
    ("ingest_topic", "TEXT"),
    ("ingest_partition", "INTEGER"),
    ("ingest_offset", "INTEGER"),
    ("ingest_timestamp", "TEXT"),
    ("ingest_processed_at", "TEXT"),
    ("ingest_pipeline_version", "TEXT"),
    ("version_at", "TEXT NOT NULL"),
    ("version_offset", "INTEGER NOT NULL"),
    ("record", "TEXT NOT NULL"),
)
"""Columns that are written, in the order of `sqlite.row_of`."""

COMPUTED: Final = (
    ("article_body", "articleBody"),
    ("paragraphs", "paragraphs"),
    ("author", "author"),
    ("keywords", "keywords"),
    ("quality", "quality"),
    ("removed", "removed"),
    ("field_source", "fieldSource"),
    ("mentions", "mentions"),
    ("keyphrases", "keyphrases"),
    ("quotes", "quotes"),
    ("cluster", "cluster"),
    ("extra", "extra"),
)
"""Columns read out of the record's JSON: the body as text, the others as JSON."""

COMPUTED_SINCE_3: Final = (
    ("article_body_html", "articleBodyHtml"),
    ("article_body_markdown", "articleBodyMarkdown"),
)
"""The same, that the third migration adds."""

COMPUTED_SINCE_4: Final = (("script", "script"), ("languages", "languages"), ("truncated", "truncated"))
"""The same, that the fourth adds."""

COMPUTED_SINCE_6: Final = (
    ("cluster_id", "cluster.id", "TEXT"),
    ("cluster_role", "cluster.role", "TEXT"),
    ("cluster_similarity", "cluster.similarity", "REAL"),
    ("cluster_first_seen", "cluster.firstSeen", "TEXT"),
)
"""The same, that the sixth adds, with their types."""


def _computed(name: str, key: str, kind: str = "TEXT") -> str:
    return f"{name} {kind} GENERATED ALWAYS AS (json_extract(record, '$.{key}')) VIRTUAL"


_COLUMNS = ",\n  ".join(
    (
        "row INTEGER PRIMARY KEY",
        *(f"{name} {kind}" for name, kind in STORED),
        *(_computed(name, key) for name, key in COMPUTED),
    )
)

_FIRST: Final = (
    f"CREATE TABLE articles (\n  {_COLUMNS}\n)",
    "CREATE INDEX articles_by_date ON articles (date_published)",
    "CREATE INDEX articles_by_site ON articles (publisher_domain, date_published)",
    "CREATE INDEX articles_by_language ON articles (in_language, date_published)",
    (
        "CREATE TABLE offsets (topic TEXT NOT NULL, partition INTEGER NOT NULL, next_offset INTEGER NOT NULL,"
        " PRIMARY KEY (topic, partition)) WITHOUT ROWID"
    ),
    (
        "CREATE VIRTUAL TABLE articles_fts USING fts5 (headline, article_body, content = 'articles', content_rowid = 'row',"
        ' tokenize = "unicode61 remove_diacritics 2")'
    ),
    (
        "CREATE VIEW removed_spans AS SELECT articles.id AS article_id, span.value ->> '$.kind' AS kind,"
        " span.value ->> '$.rule' AS rule, span.value ->> '$.start' AS start, span.value ->> '$.end' AS \"end\","
        " span.value ->> '$.confidence' AS confidence FROM articles, json_each(articles.record, '$.removed') AS span"
    ),
)

_TRIGGERS: Final = (
    (
        "CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN"
        " INSERT INTO articles_fts (rowid, headline, article_body) VALUES (new.row, new.headline, new.article_body); END"
    ),
    (
        "CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN"
        " INSERT INTO articles_fts (articles_fts, rowid, headline, article_body)"
        " VALUES ('delete', old.row, old.headline, old.article_body); END"
    ),
    (
        "CREATE TRIGGER articles_updated AFTER UPDATE ON articles BEGIN"
        " INSERT INTO articles_fts (articles_fts, rowid, headline, article_body)"
        " VALUES ('delete', old.row, old.headline, old.article_body);"
        " INSERT INTO articles_fts (rowid, headline, article_body) VALUES (new.row, new.headline, new.article_body); END"
    ),
)

_UNTRIGGERS: Final = tuple(f"DROP TRIGGER articles_{done}" for done in ("inserted", "deleted", "updated"))

_DEAD_LETTERS: Final = (
    (
        'CREATE TABLE dead_letters (topic TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL,'
        " timestamp TEXT NOT NULL, reason TEXT NOT NULL, stage TEXT NOT NULL, detail TEXT NOT NULL,"
        ' version TEXT NOT NULL, PRIMARY KEY (topic, partition, "offset")) WITHOUT ROWID'
    ),
    "CREATE INDEX dead_letters_by_reason ON dead_letters (reason, timestamp)",
)

_FORMS: Final = tuple(
    f"ALTER TABLE articles ADD COLUMN {_computed(name, key)}" for name, key in COMPUTED_SINCE_3
)

_ENRICHED: Final = tuple(
    f"ALTER TABLE articles ADD COLUMN {_computed(name, key)}" for name, key in COMPUTED_SINCE_4
)

# Rows of their own, other than the ledger: who said what is asked by speaker, over all articles.
_TELL_QUOTES: Final = (
    "INSERT INTO quotes SELECT {row}.id, quote.key, quote.value ->> '$.speaker', quote.value ->> '$.cue',"
    " quote.value ->> '$.source', quote.value ->> '$.text', quote.value ->> '$.span[0]', quote.value ->> '$.span[1]',"
    " quote.value ->> '$.confidence' FROM {source} json_each({row}.record, '$.quotes') AS quote"
)
_FORGET_QUOTES: Final = "DELETE FROM quotes WHERE article_id = old.id"
_QUOTES: Final = (
    (
        "CREATE TABLE quotes (article_id TEXT NOT NULL, number INTEGER NOT NULL, speaker TEXT, cue TEXT, source TEXT,"
        ' text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence REAL NOT NULL,'
        " PRIMARY KEY (article_id, number)) WITHOUT ROWID"
    ),
    "CREATE INDEX quotes_by_speaker ON quotes (speaker)",
    _TELL_QUOTES.format(row="articles", source="articles,"),
    f"CREATE TRIGGER quotes_inserted AFTER INSERT ON articles BEGIN {_TELL_QUOTES.format(row='new', source='')}; END",
    f"CREATE TRIGGER quotes_deleted AFTER DELETE ON articles BEGIN {_FORGET_QUOTES}; END",
    (
        f"CREATE TRIGGER quotes_updated AFTER UPDATE ON articles BEGIN {_FORGET_QUOTES};"
        f" {_TELL_QUOTES.format(row='new', source='')}; END"
    ),
)

_CLUSTERS: Final = (
    *(f"ALTER TABLE articles ADD COLUMN {_computed(*column)}" for column in COMPUTED_SINCE_6),
    "CREATE INDEX articles_by_cluster ON articles (cluster_id) WHERE cluster_id IS NOT NULL",
    (
        "CREATE VIEW clusters AS SELECT cluster_id AS id, min(cluster_first_seen) AS first_seen, count(*) AS articles,"
        " count(DISTINCT publisher_domain) AS sites, min(cluster_similarity) AS least_similarity"
        " FROM articles WHERE cluster_id IS NOT NULL GROUP BY cluster_id"
    ),
)

# The same for names: which articles name somebody is asked over all of them.
_TELL_MENTIONS: Final = (
    "INSERT INTO article_mentions SELECT {row}.id, mention.key, mention.value ->> '$.name', mention.value ->> '$.type',"
    " mention.value ->> '$.score', json_array_length(mention.value, '$.spans'), mention.value ->> '$.aliases'"
    " FROM {source} json_each({row}.record, '$.mentions') AS mention"
)
_FORGET_MENTIONS: Final = "DELETE FROM article_mentions WHERE article_id = old.id"
_MENTIONS: Final = (
    (
        "CREATE TABLE article_mentions (article_id TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,"
        " type TEXT NOT NULL, score REAL NOT NULL, places INTEGER NOT NULL, aliases TEXT,"
        " PRIMARY KEY (article_id, number)) WITHOUT ROWID"
    ),
    "CREATE INDEX article_mentions_by_name ON article_mentions (name, type)",
    _TELL_MENTIONS.format(row="articles", source="articles,"),
    f"CREATE TRIGGER mentions_inserted AFTER INSERT ON articles BEGIN {_TELL_MENTIONS.format(row='new', source='')}; END",
    f"CREATE TRIGGER mentions_deleted AFTER DELETE ON articles BEGIN {_FORGET_MENTIONS}; END",
    (
        f"CREATE TRIGGER mentions_updated AFTER UPDATE ON articles BEGIN {_FORGET_MENTIONS};"
        f" {_TELL_MENTIONS.format(row='new', source='')}; END"
    ),
)

MIGRATIONS: Final = (_FIRST, _DEAD_LETTERS, _FORMS, _ENRICHED, _QUOTES, _CLUSTERS, _MENTIONS)
"""Statements that lead from each version to the next; a file's version is how many it has had."""


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring a file to the tables of this version, in one transaction; an empty file is made ours.

    Errors: SinkMisconfigured for a file of a newer version or of another program; sqlite3.Error.
    """
    check_ours(connection, path, may_be_empty=True)
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _number(connection, "user_version")
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def set_full_text(connection: sqlite3.Connection, *, wanted: bool) -> None:
    """Begin or cease to keep the full-text index, which is filled or emptied at once; nothing when it is so already.

    Errors: sqlite3.Error.
    """
    if has_full_text(connection) == wanted:
        return
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TRIGGERS if wanted else _UNTRIGGERS:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO articles_fts (articles_fts) VALUES (?)", ("rebuild" if wanted else "delete-all",)
    )
    connection.execute("COMMIT")


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Say whether the full-text index of a file is kept."""
    sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name = 'articles_inserted'"
    return bool(connection.execute(sql).fetchone()[0])


def check_ours(connection: sqlite3.Connection, path: str, *, may_be_empty: bool) -> None:
    """See that a file is a database of this program and not of a newer version.

    Errors: SinkMisconfigured; sqlite3.Error when it cannot be read.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        wanted = ".".join(map(str, OLDEST_SQLITE))
        raise SinkMisconfigured(
            f"SQLite {sqlite3.sqlite_version} is too old: the sqlite sink needs {wanted} or newer"
        )
    ours = _number(connection, "application_id") == APPLICATION_ID
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not ours and not (may_be_empty and empty):
        raise SinkMisconfigured(
            f"database {path}: it is not one of Copydesk's; set sqlite.path to another file"
        )
    version = _number(connection, "user_version")
    if version > len(MIGRATIONS):
        raise SinkMisconfigured(
            f"database {path}: its version is {version} and this Copydesk knows {len(MIGRATIONS)};"
            " install a newer Copydesk, or set sqlite.path to another file"
        )


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
