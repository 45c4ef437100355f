"""An article for the tests of `copydesk explain`, its store, and how a removed span is headed in the terminal."""

from copydesk.ledger import Span
from copydesk.record import Record
from copydesk.sinks.base import Batch
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions

KEPT = "The last ferry of the evening left the jetty at ten, and the harbour was quiet again, for the first time."
BIO = (
    "Maren Okafor is the maritime correspondent of the Harbour Post. She has written about ships since 2009."
)
TEXT = f"{KEPT}\n\n{BIO}\n\nLeave a comment"


def head(span: Span) -> str:
    """The line above a removed span."""
    return f"- {span.kind.value}  {span.rule}  {span.confidence:.2f}"


def store(records: list[Record]) -> None:
    """Write records where the command looks for them."""
    sink = SqliteSink(SqliteOptions(path=".copydesk/articles.db"))
    sink.open()
    sink.write(Batch("s", 0, tuple(enumerate(records)), len(records)))
    sink.close()
