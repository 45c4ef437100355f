"""Where settings are given: a TOML file, the environment, flags. Each is read into `Given` values and problems."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from copydesk.settings.fields import ENVIRONMENT_PREFIX, Field
from copydesk.settings.problems import Problem, did_you_mean, nearest
from copydesk.settings.toml_lines import key_lines

CONFIG_VARIABLE = "COPYDESK_CONFIG"
CONFIG_FILE = Path("copydesk.toml")

FROM_FILE, FROM_ENVIRONMENT, FROM_FLAG = 1, 2, 3
"""Ranks: of two values for one setting the higher one wins."""

# Kubernetes puts addresses of every Service into the environment of every pod; a Service named
# "copydesk" or "copydesk-kafka" gives these names, which are not meant for us.
_KUBERNETES_LINK = re.compile(
    r"(?:_SERVICE_HOST|_SERVICE_PORT(?:_[A-Z0-9_]{1,64})?|_PORT(?:_[0-9]{1,5}_(?:TCP|UDP|SCTP)(?:_[A-Z]{1,8})?)?)$"
)
_TOML_POSITION = re.compile(r" \(at line (\d{1,9}), column \d{1,9}\)$")


class Given(Struct, frozen=True, kw_only=True):
    """A value that somebody gave for a setting."""

    key: str
    value: Any
    where: str
    rank: int
    from_text: bool = True
    in_file: Path | None = None
    """The value is in this file instead (secrets of containers)."""


class Flag(Struct, frozen=True):
    """A value from the command line; `option` is how it was spelled there: "--broker"."""

    key: str
    value: str
    option: str


Read = tuple[list[Given], list[Problem]]


def process_environment() -> Mapping[str, str]:
    """Return the environment of this process: the one place that reads it."""
    return os.environ  # noqa: TID251  settings is the only reader; everybody else is given values


def config_file(
    explicit: Path | None, environ: Mapping[str, str], directory: Path
) -> tuple[Path, str] | None:
    """Return the file to read and who named it; None when none is named and none is there."""
    if explicit is not None:
        return explicit, "--config"
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named), CONFIG_VARIABLE
    default = directory / CONFIG_FILE
    return (default, "") if default.is_file() else None


def read_file(path: Path, named_by: str, known: Mapping[str, Field]) -> Read:
    """Read settings from a TOML file."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with NUL in it
        what = f"cannot be read ({getattr(error, 'strerror', None) or error})."
        fix = f"Correct the path given by {named_by}." if named_by else ""
        return [], [Problem(where=str(path), key="", what=what, fix=fix)]
    try:
        source = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [Problem(where=f"{path}:{line}", key="", what="is not UTF-8.", fix="Save it as UTF-8.")]
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return [], [_syntax_problem(path, source, str(error))]
    lines = key_lines(source)
    given: list[Given] = []
    problems: list[Problem] = []
    for parts, value in _settings_in(document, {field.section for field in known.values()} - {""}):
        where = f"{path}:{lines[parts]}"
        key = ".".join(parts)
        if key in known:
            given.append(Given(key=key, value=value, where=where, rank=FROM_FILE, from_text=False))
        else:
            problems.append(_unknown(where, key, value, known))
    return given, problems


def read_environment(environ: Mapping[str, str], known: Mapping[str, Field]) -> Read:
    """Read settings from the variables that start with COPYDESK_."""
    given: list[Given] = []
    problems: list[Problem] = []
    by_variable = {field.environment: field for field in known.values()}
    secret_files = {
        f"{field.environment}_FILE": field
        for field in known.values()
        if field.secret and f"{field.key}_file" not in known
    }
    for variable in sorted(environ):
        value = environ[variable]
        if not variable.startswith(ENVIRONMENT_PREFIX) or variable == CONFIG_VARIABLE:
            continue
        if variable in by_variable:
            key = by_variable[variable].key
            given.append(Given(key=key, value=value, where=variable, rank=FROM_ENVIRONMENT))
        elif variable in secret_files:
            key = secret_files[variable].key
            given.append(
                Given(key=key, value=None, where=variable, rank=FROM_ENVIRONMENT, in_file=Path(value))
            )
        elif not _KUBERNETES_LINK.search(variable):
            problems.append(_unknown_variable(variable, [*by_variable, *secret_files, CONFIG_VARIABLE]))
    return given, problems


def read_flags(flags: Sequence[Flag], known: Mapping[str, Field]) -> Read:
    """Read settings from the command line."""
    given = [
        Given(key=flag.key, value=flag.value, where=flag.option, rank=FROM_FLAG)
        for flag in flags
        if flag.key in known
    ]
    unknown = [_unknown(flag.option, flag.key, "", known) for flag in flags if flag.key not in known]
    return given, unknown


def _settings_in(document: Mapping[str, Any], sections: set[str]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, value in document.items():
        if name in sections and isinstance(value, dict):
            for inner, inner_value in value.items():
                yield (name, inner), inner_value
        else:
            yield (name,), value


def _unknown_variable(variable: str, known: Sequence[str]) -> Problem:
    # Compared without the prefix that all have: with it anything is like anything.
    short = [name.removeprefix(ENVIRONMENT_PREFIX) for name in known]
    close = nearest(variable.removeprefix(ENVIRONMENT_PREFIX), short)
    fix = "Variables are named COPYDESK_SECTION__NAME; `copydesk config` lists them."
    if close:
        fix = f"Did you mean {ENVIRONMENT_PREFIX}{close}?"
    return Problem(where=variable, key="", what="sets nothing we know.", fix=fix)


def _unknown(where: str, key: str, value: Any, known: Mapping[str, Field]) -> Problem:
    sections = sorted({field.section for field in known.values()} - {""})
    section, dot, name = key.rpartition(".")
    if not dot and key in sections:
        what = "is a section, not a setting."
        return Problem(where=where, key=key, what=what, fix=f"Write its settings under [{key}].")
    if not dot and isinstance(value, dict):
        return Problem(where=where, key=f"[{key}]", what="is no section.", fix=did_you_mean(key, sections))
    what = "is no setting."
    close = nearest(key, known)
    same_name = [other for other, field in known.items() if field.name == name]
    if section in sections:
        inside = {field.name: field.key for field in known.values() if field.section == section}
        close = inside.get(nearest(name, inside) or "") or (same_name[0] if same_name else None)
        fix = f"Did you mean {close}?" if close else f"[{section}] has: {', '.join(sorted(inside))}."
    elif same_name or close:
        fix = f"Did you mean {same_name[0] if same_name else close}?"
    else:
        fix = "`copydesk config` lists every setting."
    return Problem(where=where, key=key, what=what, fix=fix)


def _syntax_problem(path: Path, source: str, message: str) -> Problem:
    position = _TOML_POSITION.search(message)
    line = int(position[1]) if position else source.count("\n") + 1
    what = _TOML_POSITION.sub("", message).removesuffix(" (at end of document)")
    return Problem(where=f"{path}:{line}", key="", what=f"is not TOML: {what}.", fix="Correct this line.")
