"""Load the settings: every source read, every value checked, every problem told at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from copydesk.settings.checks import check
from copydesk.settings.fields import REDACTED, Field, convert, fields_of, wanted
from copydesk.settings.model import Settings
from copydesk.settings.problems import Problem, SettingsError
from copydesk.settings.sources import (
    Flag,
    Given,
    config_file,
    process_environment,
    read_environment,
    read_file,
    read_flags,
)

DEFAULT = "default"
_SHOWN_CHARS = 60
"""A wrong value is shown up to here: somebody may have pasted a certificate."""

Model = TypeVar("Model", bound=Struct)


class Loaded(Struct, frozen=True):
    """Settings, and where each of them comes from.

    Shape: `sources` maps "kafka.bootstrap_servers" to "default", "copydesk.toml:4",
    "COPYDESK_KAFKA__BOOTSTRAP_SERVERS" or "--broker".
    """

    settings: Settings
    sources: dict[str, str]
    file: Path | None


def load(
    *,
    config: Path | None = None,
    flags: Sequence[Flag] = (),
    environ: Mapping[str, str] | None = None,
    directory: Path = Path(),
) -> Loaded:
    """Load the settings; later sources win: defaults, TOML file, environment, flags.

    `environ` is that of this process unless given. Errors: SettingsError with every problem.
    """
    if environ is None:
        environ = process_environment()
    known = {field.key: field for field in fields_of(Settings)}
    found = config_file(config, environ, directory)
    reads = [read_environment(environ, known), read_flags(flags, known)]
    if found is not None:
        reads.insert(0, read_file(*found, known))
    given = [value for values, _ in reads for value in values]
    problems = [problem for _, some in reads for problem in some]
    settings, sources = assemble(Settings, given, problems)
    settings = settings.located()
    problems += check(settings, sources)
    if problems:
        raise SettingsError(problems)
    return Loaded(settings, sources, found[0] if found else None)


def assemble(
    model: type[Model], given: Sequence[Given], problems: list[Problem]
) -> tuple[Model, dict[str, str]]:
    """Make a `model` of the values given, the highest rank winning; what is wrong goes to `problems`.

    A wrong value is told even where another one overrides it. Return the model, wrong values
    left at their defaults, and the source of each setting.
    """
    known = {field.key: field for field in fields_of(model)}
    values: dict[str, Any] = {}
    ranks: dict[str, int] = {}
    sources = dict.fromkeys(known, DEFAULT)
    for one in sorted(given, key=lambda one: one.rank):
        field = known[one.key]
        try:
            values[one.key] = _value(field, one)
        except _NotUsableError as error:
            problems.append(
                Problem(where=one.where, key=one.key, what=error.what, fix=field.meta.description or "")
            )
            continue
        ranks[one.key] = one.rank
        sources[one.key] = one.where
    _read_twins(known, values, ranks, sources, problems)
    sections: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        sections.setdefault(known[key].section, {})[known[key].name] = value
    outside = sections.pop("", {})
    types = {info.name: info.type for info in msgspec.structs.fields(model)}
    inside: dict[str, Any] = {}
    for section, some in sections.items():
        try:
            inside[section] = types[section](**some)
        except ValueError as error:  # the room's own check of its options
            named = [name for name in some if name in str(error)] or list(some)
            key = f"{section}.{named[0]}"
            problems.append(Problem(where=sources[key], key=key, what=f"cannot be used: {error}."))
    return model(**outside, **inside), sources


class _NotUsableError(Exception):
    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def _value(field: Field, one: Given) -> Any:
    """Return the value given, as the setting's type; the error never shows a secret."""
    value = one.value if one.in_file is None else _secret_in(one.in_file)
    try:
        return convert(field, value, from_text=one.from_text)
    except (msgspec.ValidationError, ValueError, OverflowError):
        shown = REDACTED if field.secret else _shown(value)
        raise _NotUsableError(f"= {shown} must be: {wanted(field)}.") from None


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    text = repr(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "..."


def _secret_in(path: Path) -> str:
    """Read the secret that a file holds, without the newline that editors add.

    Errors: _NotUsableError, without anything of what the file holds.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with NUL in it
        why = getattr(error, "strerror", None) or error
        raise _NotUsableError(f"is to be read from {str(path)!r}, which cannot be read ({why}).") from None
    try:
        return content.decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise _NotUsableError(f"is to be read from {str(path)!r}, which is not UTF-8.") from None


def _read_twins(
    known: Mapping[str, Field],
    values: dict[str, Any],
    ranks: dict[str, int],
    sources: dict[str, str],
    problems: list[Problem],
) -> None:
    """Read secrets whose options type has a setting of its own for their file (`sasl_password_file`)."""
    for key, field in known.items():
        twin = f"{key}_file"
        path = values.get(twin)
        if not field.secret or not path or ranks.get(key, 0) > ranks[twin]:
            continue
        if ranks.get(key, 0) == ranks[twin]:
            what = f"and {twin} ({sources[twin]}) are both set."
            problems.append(Problem(where=sources[key], key=key, what=what, fix="Keep one of them."))
            continue
        try:
            values[key] = _secret_in(Path(path))
        except _NotUsableError as error:
            problems.append(Problem(where=sources[twin], key=key, what=error.what))
            continue
        sources[key] = sources[twin]
