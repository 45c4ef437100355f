"""The settings one by one: name, type, unit, default, bounds and help, read from the options types."""

from collections.abc import Iterator
from math import isfinite
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Meta, Struct

ENVIRONMENT_PREFIX = "COPYDESK_"
REDACTED = "***"

_UNITS = {
    "_s": "seconds",
    "_bytes": "bytes",
    "_mib": "MiB",
    "_days": "days",
    "_chars": "characters",
    "_share": "share, 0 to 1",
    "_words": "words",
    "_records": "records",
}
_WORDS: dict[Any, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}


class Field(Struct, frozen=True, kw_only=True):
    """One setting; `section` is empty for those that stand outside any section."""

    section: str
    name: str
    type: Any
    """The type as annotated, bounds included: what msgspec converts to."""
    default: Any
    meta: Meta = Meta()

    @property
    def key(self) -> str:
        """The setting's full name, section.name."""
        return f"{self.section}.{self.name}" if self.section else self.name

    @property
    def environment(self) -> str:
        """The environment variable that sets it."""
        return ENVIRONMENT_PREFIX + self.key.upper().replace(".", "__")

    @property
    def secret(self) -> bool:
        """Whether its value may never be shown."""
        return bool((self.meta.extra_json_schema or {}).get("secret"))

    @property
    def optional(self) -> bool:
        """Whether it may be unset."""
        return NoneType in _members(self.type)

    @property
    def is_list(self) -> bool:
        """Whether it takes several values."""
        return any(get_origin(member) in {tuple, list, frozenset} for member in _members(self.type))

    def shown(self, value: Any) -> str:
        """`value` as a person reads it; a secret is redacted."""
        if value is None:
            return "unset"
        if self.secret:
            return REDACTED
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, tuple | list | frozenset):
            return ", ".join(str(item) for item in value) or "empty"
        return str(value)


class SettingDoc(Struct, frozen=True, kw_only=True):
    """One setting as the README and `copydesk config` show it, all in words."""

    key: str
    type: str
    default: str
    unit: str
    help: str
    environment: str
    secret: bool


def fields_of(model: type[Struct]) -> tuple[Field, ...]:
    """Every setting of `model`: its plain fields, and those of each section in it."""
    return tuple(_fields(model))


def describe(model: type[Struct]) -> tuple[SettingDoc, ...]:
    """Every setting of `model` in words, in the order of its sections."""
    return tuple(
        SettingDoc(
            key=field.key,
            type=wanted(field),
            default=field.shown(field.default),
            unit=unit_of(field.name),
            help=field.meta.description or "",
            environment=field.environment,
            secret=field.secret,
        )
        for field in fields_of(model)
    )


def unit_of(name: str) -> str:
    """Tell the unit that the end of a name tells; empty when it tells none."""
    return next((unit for ending, unit in _UNITS.items() if name.endswith(ending)), "")


def wanted(field: Field) -> str:
    """Say in words what values the setting takes: "whole number, 1 to 65535"."""
    bounds = _bounds(field.meta)
    return _type_words(field.type) + (f", {bounds}" if bounds else "")


def convert(field: Field, value: Any, *, from_text: bool) -> Any:
    """`value` as the type of the setting.

    `from_text` tells that it came from a place that has only text (environment, flag): numbers and
    truth values are then read from it, a list is separated by commas, and nothing means unset.
    Errors: msgspec.ValidationError or ValueError, whose text may hold the value: not for showing.
    """
    if from_text:
        if value == "" and field.optional:
            return None
        if field.is_list:
            value = [item.strip() for item in value.split(",") if item.strip()]
    converted = msgspec.convert(value, field.type, strict=not from_text)
    if isinstance(converted, float) and not isfinite(converted):
        raise ValueError("not a finite number")
    texts = converted if isinstance(converted, (tuple, list, frozenset)) else (converted,)
    if any(isinstance(text, str) and "\0" in text for text in texts):
        raise ValueError("NUL in text")  # no path, host or password can hold it
    return converted


def _fields(model: type[Struct], section: str = "") -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for info in msgspec.structs.fields(model):
        annotation = hints[info.name]
        if isinstance(annotation, type) and issubclass(annotation, Struct):
            if not section:
                yield from _fields(annotation, info.name)
            continue
        default = info.default
        if default is NODEFAULT:
            default = info.default_factory() if info.default_factory is not NODEFAULT else None
        yield Field(
            section=section,
            name=info.name,
            type=annotation,
            default=default,
            meta=_meta(annotation),
        )


_META_PARTS = (
    "description",
    "extra_json_schema",
    "ge",
    "gt",
    "le",
    "lt",
    "min_length",
    "max_length",
    "pattern",
)


def _meta(annotation: Any) -> Meta:
    """Collect what is said of a type at any depth, the outermost first: Annotated[Annotated[str, ...] | None, ...]."""
    said: dict[str, Any] = {}
    pending = [annotation]
    while pending:
        inner, *metas = get_args(one) if get_origin(one := pending.pop(0)) is Annotated else (one,)
        for meta in metas:
            parts = {part: getattr(meta, part, None) for part in _META_PARTS}
            said = {part: value for part, value in parts.items() if value is not None} | said
        if get_origin(inner) in {Union, UnionType}:
            pending += get_args(inner)
    return Meta(**said)


def _members(annotation: Any) -> tuple[Any, ...]:
    """List the alternatives of a type, without what annotates it."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(inner for member in get_args(annotation) for inner in _members(member))
    return (annotation,)


def _type_words(annotation: Any) -> str:
    return " or ".join(_member_words(member) for member in _members(annotation) if member is not NoneType)


def _member_words(member: Any) -> str:
    if get_origin(member) is Literal:
        *most, last = [str(value) for value in get_args(member)]
        return f"{', '.join(most)} or {last}" if most else last
    if get_origin(member) in {tuple, list, frozenset}:
        return f"several of: {_type_words(get_args(member)[0])}"
    return _WORDS.get(member) or str(getattr(member, "__name__", member))


def _bounds(meta: Meta) -> str:
    if meta.ge is not None and meta.le is not None:
        return f"{meta.ge} to {meta.le}"
    words = {
        "at least": meta.ge,
        "more than": meta.gt,
        "at most": meta.le,
        "less than": meta.lt,
        "matching": meta.pattern,
    }
    said = [f"{word} {value}" for word, value in words.items() if value is not None]
    if meta.min_length is not None:
        said.append("not empty" if meta.min_length == 1 else f"at least {meta.min_length} long")
    if meta.max_length is not None:
        said.append(f"at most {meta.max_length} long")
    return " and ".join(said)
