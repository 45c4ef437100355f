"""What differs between a stored record and what is made now is told exactly, with its kind."""

from msgspec.structs import replace

from copydesk.ledger import Kind, Span
from copydesk.record import Record
from copydesk.stream.difference import Change, compare

TEXT = "First.\n\nSecond.\n\nShare this\n\nLeave a reply"


def record(*spans: Span, text: str = TEXT) -> Record:
    """A record of a text with these spans removed."""
    body = text
    for span in reversed(spans):
        body = body[: span.start] + body[span.end :]
    return Record(
        id="a", schema_version=2, article_body=body, paragraphs=tuple(body.split("\n\n")), word_count=1,
        reading_time_seconds=1, fingerprint="v1:", removed=spans,
    )  # fmt: skip


def span(piece: str, kind: Kind, rule: str, text: str = TEXT) -> Span:
    """The span of a piece, with the separator before it."""
    at = text.index(piece)
    return Span(at - 2 if at else 0, at + len(piece), kind, rule, 0.9)


SHARE, REPLY = span("Share this", Kind.SHARE, "share"), span("Leave a reply", Kind.COMMENT_FORM, "reply")


def test_equal_ledgers_are_the_same() -> None:
    """Nothing is told where nothing differs, whatever rule decided."""
    renamed = replace(SHARE, rule="other")
    assert compare(record(SHARE, REPLY), record(renamed, REPLY), TEXT).state == "same"


def test_what_is_removed_now_is_told_by_the_new_rule() -> None:
    """A piece that was kept."""
    told = compare(record(SHARE), record(SHARE, REPLY), TEXT)
    assert (told.state, told.kept) == ("changed", ())
    assert told.removed == (Change("Leave a reply", "comment_form", "reply"),)


def test_what_is_kept_now_is_told_by_the_old_rule() -> None:
    """A piece that was removed."""
    told = compare(record(SHARE, REPLY), record(REPLY), TEXT)
    assert (told.removed, told.kept) == ((), (Change("Share this", "share", "share"),))


def test_spans_that_overlap_differ_in_their_ends_only() -> None:
    """A span that grew is told by what it grew."""
    wide = Span(SHARE.start, REPLY.end, Kind.OTHER, "model", 0.9)
    told = compare(record(SHARE), record(wide), TEXT)
    assert told.removed == (Change("Leave a reply", "other", "model"),)


def test_another_text_is_compared_by_paragraphs() -> None:
    """Where the page was read otherwise, spans mean nothing beside one another."""
    text = TEXT.replace("First.", "First one.")
    share = span("Share this", Kind.SHARE, "share", text)
    told = compare(record(REPLY), record(share, text=text), text)
    assert Change("Share this", "share", "share") in told.removed
    assert Change("Leave a reply", "?", "?") in told.kept


def test_fields_and_new_articles_are_told() -> None:
    """By their names; of what is not stored there is nothing to compare."""
    told = compare(record(SHARE), replace(record(SHARE), headline="Now", in_language="en"), TEXT)
    assert (told.state, told.fields) == ("changed", ("headline", "in_language"))
    assert compare(None, record(SHARE), TEXT).state == "new"
