"""The tables of the PostgreSQL sink, and how a schema is brought to them.

`articles` has a typed column per field that is asked for, and the whole record as `json`: unlike `jsonb`
it keeps the text as it came, so a record comes back exactly, with a NUL in its extra fields and numbers of
any size. What is queried inside is beside it as `jsonb`: reading a field out of `record` fails on a row
that holds a NUL anywhere, and with it the whole query. `offsets` says how far each partition was written,
`dead_letters` why messages died; the views are for people.
"""

from typing import Final

import asyncpg

from copydesk.sinks.base import SinkMisconfigured
from copydesk.sinks.postgres_options import PostgresOptions

OLDEST_SERVER: Final = 14
"""The oldest version that the PostgreSQL project still mends (2026)."""

STORED: Final = (
    (
        "id",
        'text COLLATE "C" PRIMARY KEY',
    ),  # "C": compares bytes, and outlives upgrades of the system's collations
    ("schema_version", "bigint NOT NULL"),
    ("url", "text"),
    ("canonical_url", "text"),
    ("headline", "text"),
    ("description", "text"),
    ("article_body", "text NOT NULL"),
    ("date_published", "text"),
    ("date_published_raw", "text"),
    ("date_published_precision", "text"),
    ("published_at", "timestamptz"),
    ("date_modified", "text"),
    ("modified_at", "timestamptz"),
    ("in_language", "text"),
    ("publisher_name", "text"),
    ("publisher_domain", "text"),
    ("article_section", "text"),
    ("image", "text"),
    ("word_count", "bigint NOT NULL"),
    ("reading_time_seconds", "bigint NOT NULL"),
    ("fingerprint", "text NOT NULL"),
    ("quality_score", "double precision"),
    ("author", "jsonb NOT NULL"),
    ("keywords", "jsonb NOT NULL"),
    ("removed", "jsonb NOT NULL"),
    ("field_source", "jsonb NOT NULL"),
    ("quality", "jsonb"),
    ("extra", "jsonb"),
    ("ingest_source", "text"),
    ("ingest_fetched_at", "timestamptz"),
    ("ingest_topic", "text"),
    ("ingest_partition", "bigint"),
    ("ingest_offset", "bigint"),
    ("ingest_timestamp", "timestamptz"),
    ("ingest_processed_at", "timestamptz"),
    ("ingest_pipeline_version", "text"),
    ("version_at", 'text COLLATE "C" NOT NULL'),
    ("version_offset", "bigint NOT NULL"),
    ("record", "json NOT NULL"),
)
"""Columns that are written, but for those that later migrations add."""

STORED_SINCE_2: Final = (("script", "text"), ("languages", "jsonb"), ("truncated", "jsonb"))
"""The same, that the second migration adds."""

STORED_SINCE_3: Final = (
    ("cluster_id", 'text COLLATE "C"'),
    ("cluster_role", "text"),
    ("cluster_similarity", "double precision"),
    ("cluster_first_seen", "timestamptz"),
)
"""The same, that the third adds."""

STORED_SINCE_4: Final = (("mentions", "jsonb NOT NULL"),)
"""The same, that the fourth adds."""

NAMES: Final = tuple(name for name, _ in STORED + STORED_SINCE_2 + STORED_SINCE_3 + STORED_SINCE_4)
"""Columns in the order of `postgres_rows.row_of`."""

QUOTES: Final = (
    ("article_id", 'text COLLATE "C" NOT NULL REFERENCES articles ON DELETE CASCADE'),
    ("number", "bigint NOT NULL"),
    ("speaker", "text"),
    ("cue", "text"),
    ("source", "text"),
    ("text", "text NOT NULL"),
    ("start", "bigint NOT NULL"),
    ('"end"', "bigint NOT NULL"),
    ("confidence", "double precision NOT NULL"),
)
"""Columns of `quotes`, in the order of `postgres_rows.quote_rows`."""

# A tsvector holds 1 MB. What is read of a text below 120,000 bytes always fits (twice over, were each word
# another one); a longer text is read whole where it fits, else its first half, and so on.
#
# The configuration is `simple`: words as they are written, in lower case. Stemming would have to be that of
# each article's language, and then a question would find only articles of the language it was asked in;
# 'ferr:*' does what a stem does.
#
# The column it fills is not a generated one: an upsert would compute that twice where it updates, and it is
# half of the cost of writing.
_SEARCH: Final = """
CREATE FUNCTION article_search(headline text, body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  title CONSTANT tsvector := setweight(to_tsvector('pg_catalog.simple', left(coalesce(headline, ''), 1000)), 'A');
  part text := body;
BEGIN
  IF octet_length(body) < 120000 THEN
    RETURN title || to_tsvector('pg_catalog.simple', body);
  END IF;
  LOOP
    BEGIN
      RETURN title || to_tsvector('pg_catalog.simple', part);
    EXCEPTION WHEN program_limit_exceeded THEN
      part := left(part, length(part) / 2);
    END;
  END LOOP;
END
$$
"""

# The ledger stays inside its article, and `removed_spans` unfolds it: for 10,000 articles with 37 spans each the
# count by site and kind took 0.22 s, of one site 4 ms; rows of their own 0.09 s, but 40 MB where jsonb has 9, and
# as many rows to write and to delete again for each article.
_COLUMNS: Final = ",\n  ".join(f"{name} {kind}" for name, kind in STORED)

_FIRST: Final = (
    _SEARCH,
    (f"CREATE TABLE articles (\n  {_COLUMNS},\n  search tsvector NOT NULL\n)"),
    "CREATE INDEX articles_by_date ON articles (published_at DESC NULLS LAST)",
    "CREATE INDEX articles_by_site ON articles (publisher_domain, published_at DESC NULLS LAST)",
    "CREATE INDEX articles_by_language ON articles (in_language, published_at DESC NULLS LAST)",
    "CREATE INDEX articles_by_word ON articles USING gin (search)",
    (
        "CREATE TABLE offsets (topic text NOT NULL, partition bigint NOT NULL, next_offset bigint NOT NULL,"
        " PRIMARY KEY (topic, partition))"
    ),
    (
        'CREATE TABLE dead_letters (topic text NOT NULL, partition bigint NOT NULL, "offset" bigint NOT NULL,'
        " timestamp timestamptz NOT NULL, reason text NOT NULL, stage text NOT NULL, detail text NOT NULL,"
        ' version text NOT NULL, PRIMARY KEY (topic, partition, "offset"))'
    ),
    "CREATE INDEX dead_letters_by_time ON dead_letters (reason, timestamp)",
    (
        "CREATE VIEW removed_spans AS SELECT articles.id AS article_id, articles.publisher_domain AS site,"
        ' articles.published_at, span.kind, span.rule, span.start, span."end", span.confidence'
        " FROM articles, jsonb_to_recordset(articles.removed) AS span"
        ' (kind text, rule text, start bigint, "end" bigint, confidence double precision)'
    ),
    (
        "CREATE VIEW removed_by_site AS SELECT site, kind, count(*) AS spans,"
        ' count(DISTINCT article_id) AS articles, sum("end" - start) AS chars, avg(confidence) AS confidence'
        " FROM removed_spans GROUP BY site, kind"
    ),
    (
        "CREATE VIEW dead_letters_by_reason AS SELECT reason, stage, count(*) AS dead_letters,"
        " min(timestamp) AS first, max(timestamp) AS last FROM dead_letters GROUP BY reason, stage"
    ),
    (
        "CREATE VIEW articles_by_site_and_day AS SELECT publisher_domain AS site,"
        " (published_at AT TIME ZONE 'UTC')::date AS day, count(*) AS articles, sum(word_count) AS words"
        " FROM articles GROUP BY 1, 2"
    ),
)

# A record that was there before has its values in `record`, whose strings can only be read where none of them holds a
# NUL. Adding and filling are two statements that write the table anew, which an UPDATE would leave twice as large.
# Quotes are rows of their own, other than the ledger: who said what is asked by speaker, over all articles.
_READABLE: Final = r"strpos(record::text, '\u0000') = 0"
_ENRICHED: Final = (
    f"ALTER TABLE articles {', '.join(f'ADD COLUMN {name} {kind}' for name, kind in STORED_SINCE_2)}",
    (
        f"ALTER TABLE articles ALTER COLUMN script TYPE text USING CASE WHEN {_READABLE} THEN record ->> 'script' END, "
        + ", ".join(
            f"ALTER COLUMN {name} TYPE jsonb USING CASE WHEN {_READABLE} THEN (record -> '{name}')::jsonb END"
            for name in ("languages", "truncated")
        )
    ),
    f"CREATE TABLE quotes ({', '.join(f'{name} {kind}' for name, kind in QUOTES)}, PRIMARY KEY (article_id, number))",
    "CREATE INDEX quotes_by_speaker ON quotes (speaker)",
)

_CLUSTERS: Final = (
    f"ALTER TABLE articles {', '.join(f'ADD COLUMN {name} {kind}' for name, kind in STORED_SINCE_3)}",
    "CREATE INDEX articles_by_cluster ON articles (cluster_id) WHERE cluster_id IS NOT NULL",
    (
        "CREATE VIEW clusters AS SELECT cluster_id AS id, min(cluster_first_seen) AS first_seen, count(*) AS articles,"
        " count(DISTINCT publisher_domain) AS sites, min(cluster_similarity) AS least_similarity"
        " FROM articles WHERE cluster_id IS NOT NULL GROUP BY cluster_id"
    ),
)

# `mentions @> '[{"name": "Tencent"}]'` and `'[{"aliases": ["Pony Ma"]}]'` go by the index.
_MENTIONS: Final = (
    "ALTER TABLE articles ADD COLUMN mentions jsonb",
    (
        "ALTER TABLE articles ALTER COLUMN mentions TYPE jsonb USING"
        f" coalesce(CASE WHEN {_READABLE} THEN (record -> 'mentions')::jsonb END, '[]'), ALTER COLUMN mentions SET NOT NULL"
    ),
    "CREATE INDEX articles_by_mention ON articles USING gin (mentions jsonb_path_ops)",
    (
        "CREATE VIEW article_mentions AS SELECT articles.id AS article_id, articles.publisher_domain AS site,"
        " articles.published_at, mention.name, mention.type, mention.score,"
        " jsonb_array_length(mention.spans) AS places, mention.aliases"
        " FROM articles, jsonb_to_recordset(articles.mentions) AS mention"
        " (name text, type text, score double precision, spans jsonb, aliases jsonb)"
    ),
)

# A mean of floats has digits at its end that nobody gave (0.9499999999999998). Replaced, not made anew: views of others
# may stand on it, and rights were given on it.
_ROUNDED: Final = (
    (
        "CREATE OR REPLACE VIEW removed_by_site AS SELECT site, kind, count(*) AS spans,"
        ' count(DISTINCT article_id) AS articles, sum("end" - start) AS chars,'
        " round(avg(confidence)::numeric, 4)::double precision AS confidence FROM removed_spans GROUP BY site, kind"
    ),
)

MIGRATIONS: Final = (_FIRST, _ENRICHED, _CLUSTERS, _MENTIONS, _ROUNDED)
"""Statements that lead from each version to the next; a schema's version is how many it has had."""


async def migrate(connection: asyncpg.Connection, options: PostgresOptions) -> None:
    """Bring the schema to the tables of this version, in one transaction; it is made where it is missing.

    Of two that come at once the second waits and finds it done. Errors: SinkMisconfigured for a schema of
    a newer version, or a server that is too old or cannot hold all characters; those of asyncpg.
    """
    encoding = connection.get_settings().server_encoding
    check_server(connection.get_server_version().major, encoding, options)
    if await version_of_schema(connection, options) == len(MIGRATIONS):
        return
    async with connection.transaction():
        # A change of a large table may take its time, and whoever waits for it waits.
        await connection.execute("SET LOCAL statement_timeout = 0", timeout=_NO_LIMIT_S)
        await connection.fetchval(
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
            f"copydesk schema {options.schema}",
            timeout=_NO_LIMIT_S,
        )
        if not await connection.fetchval(
            "SELECT count(*) FROM pg_namespace WHERE nspname = $1", options.schema
        ):
            await connection.execute(f'CREATE SCHEMA "{options.schema}"')
        version = await version_of_schema(connection, options)
        if version == 0:
            await connection.execute(
                "CREATE TABLE IF NOT EXISTS migrations"
                " (version bigint PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())"
            )
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                await connection.execute(statement, timeout=_NO_LIMIT_S)
            await connection.execute("INSERT INTO migrations (version) VALUES ($1)", number)


_NO_LIMIT_S: Final = 24 * 3600.0
"""A day, for what may not be cut short."""


def check_server(version: int, encoding: str, options: PostgresOptions) -> None:
    """See that a server of a major version, and a database of an encoding, can keep what we write.

    Errors: SinkMisconfigured.
    """
    if version < OLDEST_SERVER:
        raise SinkMisconfigured(
            f"PostgreSQL {options.place}: version {version} is too old; the postgres sink needs"
            f" {OLDEST_SERVER} or newer"
        )
    if encoding.upper() != "UTF8":
        raise SinkMisconfigured(
            f"PostgreSQL {options.place}: the database's encoding is {encoding}, which cannot hold every"
            " text; create one with ENCODING 'UTF8', and set postgres.database"
        )


async def version_of_schema(connection: asyncpg.Connection, options: PostgresOptions) -> int:
    """Return how many migrations the schema has had.

    Errors: SinkMisconfigured when they are more than we know; those of asyncpg.
    """
    table = f'"{options.schema}".migrations'
    if await connection.fetchval("SELECT to_regclass($1)", table) is None:
        return 0
    version = int(await connection.fetchval(f"SELECT coalesce(max(version), 0) FROM {table}"))  # noqa: S608  a checked name  # nosec B608
    if version > len(MIGRATIONS):
        raise SinkMisconfigured(
            f"PostgreSQL {options.place}: the version of schema {options.schema} is {version} and this Copydesk"
            f" knows {len(MIGRATIONS)}; install a newer Copydesk, or set postgres.schema to another"
        )
    return version
