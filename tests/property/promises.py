"""What holds of any article, for the property tests and the fuzzer."""

from copydesk.article import RawArticle
from copydesk.ledger import kept_spans
from copydesk.pipeline import trace


def keeps_or_removes_all(article: RawArticle) -> None:
    """Assert that there is an outcome, and that what is kept and what is removed are the normalised text, piece by piece."""
    traced = trace(article)
    assert traced.outcome is not None
    if traced.clean is None:
        return
    text, removed = traced.clean.article.text, traced.clean.removed
    pieces = [*kept_spans(removed, len(text)), *((span.start, span.end) for span in removed)]
    assert "".join(text[start:end] for start, end in sorted(pieces)) == text
    assert all(start < end for start, end in pieces)
