"""`copydesk records` lists, shows and counts what the store holds."""

from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from copydesk.article import Author
from copydesk.ledger import Kind, Span
from copydesk.record import FieldSource, Ingest, Keyphrase, Mention, Publisher, Quote, Record
from copydesk.sinks.base import Batch
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from tests.unit.cli.calls import Call

_MOMENT = datetime(2026, 11, 23, tzinfo=UTC)


def _record(number: int, headline: str, language: str, site: str, date: str) -> Record:
    body = f"The body of article {number}.\n\nIts end."
    return Record(
        id=f"id-{number}",
        schema_version=1,
        headline=headline,
        author=(Author(name="Ann Author"),),
        in_language=language,
        publisher=Publisher(domain=site),
        date_published=date,
        article_body=body,
        paragraphs=tuple(body.split("\n\n")),
        word_count=7,
        reading_time_seconds=2,
        fingerprint="v1:",
        removed=(
            Span(0, 4, Kind.SHARE, "share.word", 0.9),
            Span(30, 34, Kind.COMMENT_FORM, "form", 0.99),
            Span(34, 38, Kind.COMMENT_FORM, "form", 0.99),
        ),
        keyphrases=(Keyphrase("night ferry", 1.0), Keyphrase("harbour", 0.5)),
        mentions=(Mention(name="Ann Author", type="Person", spans=((0, 3), (9, 12)), score=0.9),),
        quotes=(Quote(text="It runs.", span=(4, 12), confidence=0.85, speaker="Ann Author", cue="said"),),
        field_source={"author": FieldSource("byline", 0.8)},
        ingest=Ingest(
            topic="r",
            partition=0,
            offset=number,
            timestamp=_MOMENT,
            processed_at=_MOMENT,
            pipeline_version="1",
        ),
    )


_RECORDS = (
    _record(0, "Ferry runs on batteries", "en", "example.org", "2026-11-19"),
    _record(1, "旧粮仓变身菜市场", "zh", "example.net", "2026-11-21"),
    _record(2, "Red\x1b[31m alert", "en", "example.net", "2026-11-20"),
)


@pytest.fixture(autouse=True)
def _store(tmp_path: Path) -> None:
    sink = SqliteSink(SqliteOptions(path=str(tmp_path / ".copydesk" / "articles.db")))
    sink.open()
    sink.write(Batch("s", 0, tuple(enumerate(_RECORDS)), 3))
    sink.close()


def test_records_are_listed_in_aligned_columns(call: Call) -> None:
    """One line per record, the latest first, wide characters aligned, control characters taken out."""
    result = call("records", "list")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "id    headline                 author      lang  words  removed",
        "id-1  旧粮仓变身菜市场         Ann Author  zh        7  share, 2 comment_form",
        "id-2  Red [31m alert           Ann Author  en        7  share, 2 comment_form",
        "id-0  Ferry runs on batteries  Ann Author  en        7  share, 2 comment_form",
    ]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (("--site", "example.net"), ["id-1", "id-2"]),
        (("--language", "en"), ["id-2", "id-0"]),
        (("--since", "2026-11-20"), ["id-1", "id-2"]),
        (("--query", "batteries"), ["id-0"]),
        (("--query", "body", "--language", "zh"), ["id-1"]),
        (("--limit", "1"), ["id-1"]),
        (("--site", "example.com"), []),
    ],
)
def test_filters_choose_and_json_prints_whole_records(
    call: Call, filters: tuple[str, ...], ids: list[str]
) -> None:
    """--json prints each record as it is in the topic, one per line; count agrees with list."""
    lines = [orjson.loads(line) for line in call("records", "list", "--json", *filters).stdout.splitlines()]
    assert [line["id"] for line in lines] == ids
    assert all(line["schemaVersion"] == 1 for line in lines)
    if "--limit" not in filters:
        assert call("records", "count", *filters).stdout == f"{len(ids)}\n"


def test_more_than_the_limit_is_told_on_stderr(call: Call) -> None:
    """The notice does not mix with the results."""
    result = call("records", "list", "--limit", "2")
    assert result.stderr == "2 of 3; --limit shows more.\n"
    assert orjson.loads(call("records", "count", "--json").stdout) == {"count": 3}


def test_a_record_is_shown_with_its_text_and_its_ledger(call: Call) -> None:
    """Fields tell how they were got; the text is whole; removed spans follow, and who is named and quoted."""
    lines = call("records", "show", "id-0").stdout.splitlines()
    assert "author      Ann Author               byline (0.80)" in lines
    assert "keyphrases  night ferry, harbour" in lines
    assert "Ann Author  Person  0.90       2" in lines
    assert "Ann Author  said  0.85  It runs." in lines
    assert "The body of article 0." in lines
    assert any(line.split() == ["30", "34", "comment_form", "form", "0.99"] for line in lines)
    assert (
        orjson.loads(call("records", "show", "id-0", "--json").stdout)["articleBody"]
        == _RECORDS[0].article_body
    )


def test_an_unknown_id_fails_with_a_sentence(call: Call) -> None:
    """Exit code 1, nothing on stdout."""
    result = call("records", "show", "nothing")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No record has the id nothing" in result.stderr


def test_a_store_that_is_not_there_fails_with_a_sentence(call: Call) -> None:
    """The file that was looked for is named, and is not made."""
    result = call("records", "list", "--data-dir", "elsewhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "elsewhere/articles.db" in result.stderr
    assert not Path("elsewhere").exists()


def test_a_since_that_is_no_date_is_wrong_usage(call: Call) -> None:
    """The form that is understood is told."""
    result = call("records", "list", "--since", "yesterday")
    assert result.exit_code == 2
    assert "'yesterday' is no date; write it as 2026-11-23." in result.stderr
