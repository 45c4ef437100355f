-- What the owner of the database runs once, before the first worker: two roles with nothing they do not need,
-- and the schema. Run by psql as a superuser, in the database that Copydesk is to use:
--
--   SINK_PASSWORD_FILE=... READER_PASSWORD_FILE=... psql -v ON_ERROR_STOP=1 -d copydesk -f init.sql
--
-- The official image runs it by itself from /docker-entrypoint-initdb.d when the data folder is new.
-- The tables are made by the first worker that opens the sink, and brought up to date by later versions.

\set ON_ERROR_STOP on
\set sink_password `cat "$SINK_PASSWORD_FILE"`
\set reader_password `cat "$READER_PASSWORD_FILE"`

BEGIN;

-- The sink: owns its schema, and may do nothing outside it.
CREATE ROLE copydesk LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'sink_password';

-- People and dashboards: read tables and views, those of later versions too.
CREATE ROLE copydesk_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'reader_password';

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"DBNAME" TO copydesk;  -- batches go through a temporary table
GRANT CONNECT ON DATABASE :"DBNAME" TO copydesk_reader;

CREATE SCHEMA copydesk AUTHORIZATION copydesk;
GRANT USAGE ON SCHEMA copydesk TO copydesk_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE copydesk IN SCHEMA copydesk GRANT SELECT ON TABLES TO copydesk_reader;
ALTER ROLE copydesk_reader IN DATABASE :"DBNAME" SET search_path = copydesk;
ALTER ROLE copydesk_reader IN DATABASE :"DBNAME" SET default_transaction_read_only = on;

COMMIT;
