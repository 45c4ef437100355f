"""The forms of the text, made of what was found before."""

import pytest

from copydesk import library
from copydesk.enrich import stage as enriching
from copydesk.render import tree


def test_pictures_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enrichment and rendering take those of the pipeline; either finds them itself where it is given none."""

    def again(_: object) -> None:
        raise AssertionError("looked for a second time")

    monkeypatch.setattr(enriching, "find_figures", again)
    monkeypatch.setattr(tree, "find_figures", again)
    text = (
        "<p>The ferry left the jetty at ten, and the harbour was quiet again until the noon boat came in.</p>"
    )
    record = library.clean(
        f'<article>{text}<img src="https://x.example/a.jpg" alt="A jetty">{text}</article>'
    )
    assert record.image
    assert 'src="https://x.example/a.jpg"' in (record.article_body_html or "")
