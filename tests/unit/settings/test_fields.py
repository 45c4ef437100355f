"""Settings are described in words and read from text."""

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta, Struct, field

from copydesk.settings.fields import Field, convert, describe, fields_of, unit_of


class _Inner(Struct, frozen=True, kw_only=True):
    wait_s: Annotated[float, Meta(gt=0, le=9, description="How long.")] = 1.5
    words: Annotated[tuple[str, ...], Meta(description="Some words.")] = field(default_factory=tuple)
    mode: Literal["a", "b", "c"] | None = None
    flag: bool = False
    code: Annotated[str, Meta(min_length=2, max_length=3, pattern="^x")] = "xy"
    count: Annotated[int, Meta(lt=5)] = 1


class _Outer(Struct, frozen=True, kw_only=True):
    inner: _Inner = _Inner()
    top: int = 3


_FIELDS: dict[str, Field] = {one.key: one for one in fields_of(_Outer)}


def test_settings_are_described_in_words() -> None:
    """Type, bounds, unit, default and variable are read from the options type."""
    docs = {doc.key: doc for doc in describe(_Outer)}
    assert docs["inner.wait_s"].type == "number, more than 0 and at most 9"
    assert docs["inner.wait_s"].unit == "seconds"
    assert docs["inner.wait_s"].environment == "COPYDESK_INNER__WAIT_S"
    assert docs["inner.words"].type == "several of: text"
    assert docs["inner.words"].default == "empty"
    assert docs["inner.mode"].type == "a, b or c"
    assert docs["inner.mode"].default == "unset"
    assert docs["inner.flag"].default == "false"
    assert docs["inner.code"].type == "text, matching ^x and at least 2 long and at most 3 long"
    assert docs["inner.count"].type == "whole number, less than 5"
    assert docs["top"].environment == "COPYDESK_TOP"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("inner.wait_s", "2", 2.0),
        ("inner.words", "a, b ,,c", ("a", "b", "c")),
        ("inner.words", "", ()),
        ("inner.mode", "", None),
        ("inner.mode", "b", "b"),
        ("inner.flag", "true", True),
        ("inner.flag", "0", False),
        ("top", "-4", -4),
    ],
)
def test_values_are_read_from_text(key: str, text: str, value: object) -> None:
    """Where there is only text, numbers, truth values, lists and nothing are read from it."""
    assert convert(_FIELDS[key], text, from_text=True) == value


@pytest.mark.parametrize(
    ("key", "value", "from_text"),
    [("top", "3", False), ("inner.flag", "maybe", True), ("inner.wait_s", "nan", True), ("top", "3.5", True)],
)
def test_other_values_are_refused(key: str, value: object, *, from_text: bool) -> None:
    """Text is no number in a file that has numbers, and nothing is rounded."""
    with pytest.raises((msgspec.ValidationError, ValueError)):
        convert(_FIELDS[key], value, from_text=from_text)


def test_units_are_told_by_the_end_of_the_name() -> None:
    """A name without a unit has none."""
    assert [unit_of(name) for name in ("drain_s", "chunk_bytes", "port")] == ["seconds", "bytes", ""]
