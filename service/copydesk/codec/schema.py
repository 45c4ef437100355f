"""The published JSON Schemas, made from the types: `python -m copydesk.codec.schema DIRECTORY` writes them.

*Source*: JSON Schema 2020-12; names of the record's fields from schema.org.
"""

import sys
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any, Final

import msgspec
import orjson

from copydesk.codec.dead_letter import PREFIX
from copydesk.codec.raw_message import RawMessage
from copydesk.codec.schema_fields import FIELDS
from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.version import SCHEMA_VERSION

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_STRING_OF: Final = {
    "integer": {"type": "string", "pattern": "^[0-9]{1,19}$"},
    "date-time": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"},
}
"""Values that are text in a header."""


def render() -> dict[str, bytes]:
    """Return every schema file: path below `schemas/` to its content."""
    schemas = {
        "articles.raw/v1.schema.json": _raw(),
        f"articles.structured/v{SCHEMA_VERSION}.schema.json": _structured(),
        "articles.dead/v1.schema.json": _dead(),
    }
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return {
        path: orjson.dumps({"$schema": _DIALECT, "$id": path, **schema}, option=options)
        for path, schema in schemas.items()
    }


def _raw() -> dict[str, Any]:
    schema = _of(RawMessage)
    return schema | {
        "title": "Raw article",
        # Which of both is there is all that is asked for.
        "anyOf": [
            {"required": [name], "properties": {name: {"type": "string", "minLength": 1}}}
            for name in ("html", "text")
        ],
    }


def _structured() -> dict[str, Any]:
    schema = _of(Record) | {"title": "Structured article"}
    for name, one in {"Record": schema, **schema["$defs"]}.items():
        for field, (description, keywords) in FIELDS.get(name, {}).items():
            given = _without_null(one["properties"][field])
            if given == {"type": "string"} and "format" not in keywords:
                # Missing is absent, never "".
                given["minLength"] = 1
            one["properties"][field] = {"description": description, **given, **keywords}
    return schema


def _dead() -> dict[str, Any]:
    schema = _of(DeadLetter)
    properties = {PREFIX + name: _as_header(one) for name, one in _mapping(schema["properties"]).items()}
    description = (
        "Headers of a dead letter. Key, value and the message's own headers are as they came; these stand after "
        "them, and of a name that stands there more than once the last counts."
    )
    return schema | {
        "title": "Headers of a dead article",
        "description": description,
        "properties": properties,
        "required": list(properties),
    }


def _as_header(given: dict[str, Any]) -> dict[str, Any]:
    text = _STRING_OF.get(given.get("format", "")) or _STRING_OF.get(given.get("type", ""))
    if text:
        return {"description": given["description"], **text}
    given.pop("default", None)
    return given


def _mapping(value: Any) -> Mapping[str, dict[str, Any]]:
    assert isinstance(value, dict)
    return value


def _of(type_: type[msgspec.Struct]) -> dict[str, Any]:
    """Return a type's schema with its own definition at the top, and plain descriptions."""
    schema: dict[str, Any] = msgspec.json.schema(type_)
    definitions = {name: _tidy(one) for name, one in schema["$defs"].items()}
    own: dict[str, Any] = definitions.pop(type_.__name__)
    if definitions:
        own["$defs"] = definitions
    return own


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    tidy = dict(schema)
    if "description" in tidy:
        tidy["description"] = cleandoc(tidy["description"])
    if "properties" in tidy:
        tidy["properties"] = {name: _plain(one) for name, one in tidy["properties"].items()}
    return tidy


def _plain(field: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema without a default that only says "missing", its simple types in one list."""
    plain = {key: value for key, value in field.items() if key != "default" or value}
    branches = plain.get("anyOf", [])
    if branches and all(set(branch) == {"type"} for branch in branches):
        del plain["anyOf"]
        types = [branch["type"] for branch in branches]
        # Every integer is a number.
        plain["type"] = [one for one in types if not (one == "integer" and "number" in types)]
    return plain


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    """Return what the service emits: a missing field is absent, so that null never stands."""
    if isinstance(field.get("type"), list):
        kept = [one for one in field["type"] if one != "null"]
        return field | {"type": kept[0] if len(kept) == 1 else kept}
    branches: list[dict[str, Any]] = [one for one in field.get("anyOf", []) if one != {"type": "null"}]
    if len(branches) == 1:
        return {key: value for key, value in field.items() if key != "anyOf"} | branches[0]
    return dict(field)


def write(directory: Path) -> None:
    """Write every schema file below a directory."""
    for path, content in render().items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
