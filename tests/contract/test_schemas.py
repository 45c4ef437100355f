"""The published contracts: schemas follow the types, examples run through the service."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import orjson
import pytest
from jsonschema import Draft202012Validator

from copydesk.article import RawArticle
from copydesk.codec import raw_article, record, schema, schema_fields
from copydesk.codec.dead_letter import from_headers, to_headers
from copydesk.outcome import Accepted, Outcome, Reason, RejectArticle, Rejected
from copydesk.pipeline import process
from copydesk.version import SCHEMA_VERSION

VERSIONS: Final = {"articles.raw": 1, "articles.structured": SCHEMA_VERSION, "articles.dead": 1}
SCHEMAS: Final = Path(__file__).parents[2] / "schemas"

OUTCOMES: Final[dict[str, str]] = {
    "minimal": "accepted",
    "text": "accepted",
    "html": "accepted",
    "extras": "accepted",
    "german": "accepted",
    "chinese": "accepted",
    "bare-html": "accepted",
    "bare-text": "accepted",
    "rejected-no-body": Reason.INVALID_ARTICLE.value,
    "rejected-blank": Reason.EMPTY_BODY.value,
    "rejected-no-text": Reason.NO_TEXT.value,
}
"""What becomes of each example of `articles.raw`."""


def examples(topic: str) -> list[Path]:
    """Return the example messages of a topic."""
    return sorted((SCHEMAS / topic / "examples" / f"v{VERSIONS[topic]}").glob("*.json"))


def validator(topic: str) -> Any:
    """Return the validator of a topic's committed schema."""
    return Draft202012Validator(
        orjson.loads((SCHEMAS / topic / f"v{VERSIONS[topic]}.schema.json").read_bytes()),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def headers_of(example: dict[str, Any]) -> list[tuple[str, bytes]]:
    """Return the headers an example stands for."""
    return [(name, value.encode()) for name, value in example["headers"].items()]


def raw_of(path: Path) -> RawArticle:
    """Read an example of a raw message: the JSON itself, or headers and a bare body."""
    value = path.read_bytes()
    if path.stem.startswith("bare-"):
        example = orjson.loads(value)
        return raw_article.decode(example["body"].encode(), headers_of(example))
    return raw_article.decode(value)


def outcome_of(path: Path) -> Outcome | Reason:
    """Return what becomes of an example: an Outcome, or why it could not be decoded."""
    try:
        return process(raw_of(path))
    except RejectArticle as reject:
        return reject.reason


def properties(one: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema, of its definitions too."""
    for definition in (one, *one.get("$defs", {}).values()):
        yield from definition.get("properties", {}).items()


def test_committed_schemas_are_those_of_the_types() -> None:
    """A change of a type fails here until it is written; the failure names the command."""
    committed = {
        f"{topic}/v{version}.schema.json": (SCHEMAS / topic / f"v{version}.schema.json").read_bytes()
        for topic, version in VERSIONS.items()
    }
    assert committed == schema.render(), "schemas/ is not up to date: run `make schemas`."


@pytest.mark.parametrize("path", sorted(schema.render()))
def test_schemas_are_schemas_and_describe_every_field(path: str) -> None:
    """Each is valid JSON Schema 2020-12, has a title, and says of every field what it is."""
    rendered = orjson.loads(schema.render()[path])
    Draft202012Validator.check_schema(rendered)
    assert rendered["title"]
    assert "://" not in rendered["$id"]
    assert [name for name, one in properties(rendered) if not one.get("description")] == []


def test_described_fields_are_fields_there_are() -> None:
    """A field that went or was renamed leaves no description behind."""
    rendered = orjson.loads(schema.render()["articles.structured/v4.schema.json"])
    definitions = {"Record": rendered, **rendered["$defs"]}
    for name, fields in schema_fields.FIELDS.items():
        assert set(fields) == set(definitions[name]["properties"])


def test_every_raw_example_has_a_named_outcome() -> None:
    """An example without an expectation, or the other way about, is a mistake."""
    assert {path.stem for path in examples("articles.raw")} == set(OUTCOMES)


@pytest.mark.parametrize("path", examples("articles.raw"), ids=lambda path: path.stem)
def test_raw_examples_end_as_named(path: Path) -> None:
    """Each example of a raw message runs through the whole pipeline to its outcome."""
    outcome = outcome_of(path)
    expected = OUTCOMES[path.stem]
    match outcome:
        case Accepted():
            assert expected == "accepted"
        case Rejected(reason=reason):
            assert expected == reason.value
        case _:
            assert expected == outcome


@pytest.mark.parametrize(
    "path", sorted((SCHEMAS / "articles.raw/examples/v1").glob("[!b]*.json")), ids=lambda path: path.stem
)
def test_raw_examples_keep_to_the_schema(path: Path) -> None:
    """What the schema allows is what we show as JSON, and only what has no body at all breaks it."""
    assert validator("articles.raw").is_valid(orjson.loads(path.read_bytes())) is (
        path.stem != "rejected-no-body"
    )


@pytest.mark.parametrize(
    "path", [path for path in examples("articles.raw") if OUTCOMES[path.stem] == "accepted"], ids=lambda path: path.stem
)  # fmt: skip
def test_encoded_records_keep_to_the_schema(path: Path) -> None:
    """What the service makes of the examples validates, and reads back as the same record."""
    outcome = outcome_of(path)
    assert isinstance(outcome, Accepted)
    encoded = record.encode(outcome.record)
    assert [
        error.message for error in validator("articles.structured").iter_errors(orjson.loads(encoded))
    ] == []
    assert record.decode(encoded) == outcome.record


@pytest.mark.parametrize("path", examples("articles.structured"), ids=lambda path: path.stem)
def test_structured_examples_are_what_the_service_writes(path: Path) -> None:
    """Each validates, decodes, and is written again as it stands."""
    example = orjson.loads(path.read_bytes())
    assert [error.message for error in validator("articles.structured").iter_errors(example)] == []
    assert orjson.loads(record.encode(record.decode(path.read_bytes()))) == example


def test_the_full_example_shows_every_field() -> None:
    """One example has all fields of the record, those of later stages too."""
    rendered = orjson.loads(schema.render()["articles.structured/v4.schema.json"])
    full = orjson.loads((SCHEMAS / "articles.structured/examples/v4/full.json").read_bytes())
    assert set(full) == set(rendered["properties"])


@pytest.mark.parametrize(
    "path", sorted((SCHEMAS / "articles.structured/examples/v1").glob("*.json")), ids=lambda path: path.stem
)
def test_records_of_the_version_before_are_read(path: Path) -> None:
    """A sink may meet them on the topic: nothing is lost, and what is written again keeps to the newest schema."""
    older = orjson.loads(path.read_bytes())
    (SCHEMAS / "articles.structured/v1.schema.json").read_bytes()  # stays published
    read = orjson.loads(record.encode(record.decode(path.read_bytes())))
    assert [error.message for error in validator("articles.structured").iter_errors(read)] == []
    if "image" in older:
        assert read == older | {"schemaVersion": 2, "image": [{"url": older["image"]}]}
    else:
        assert read == older


@pytest.mark.parametrize("path", examples("articles.dead"), ids=lambda path: path.stem)
def test_dead_examples_round_trip(path: Path) -> None:
    """The headers of each validate, are read, and are written as they stand."""
    example = orjson.loads(path.read_bytes())
    assert [error.message for error in validator("articles.dead").iter_errors(example["headers"])] == []
    written = dict(to_headers(from_headers(headers_of(example))))
    own = {name: value for name, value in headers_of(example) if name.startswith("copydesk-")}
    assert written == own


def test_the_schema_refuses_what_the_service_never_writes() -> None:
    """Empty strings, null and a share above one are no values of a record."""
    minimal = orjson.loads((SCHEMAS / "articles.structured/examples/v4/minimal.json").read_bytes())
    check = validator("articles.structured")
    assert check.is_valid(minimal)
    for wrong in (
        {"headline": ""},
        {"headline": None},
        {"quality": {"score": 2, "signals": {}}},
        {"removed": None},
    ):
        assert not check.is_valid(minimal | wrong)
