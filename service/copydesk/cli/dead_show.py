"""How `copydesk dead` prints: groups, letters, one letter, what became of letters."""

import base64
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import click

from copydesk.cli.output import notice, plain, print_json, print_table
from copydesk.dead.letters import Letter, grouped
from copydesk.dead.settle import LEFT, Settled
from copydesk.kafka.reading import Kept

_SHOWN_CHARS: Final = 1000
_SITES_TOLD: Final = 3


def print_groups(letters: Sequence[Letter], *, as_json: bool) -> None:
    """Print letters by reason and stage."""
    groups = grouped(letters)
    if as_json:
        for group in groups:
            print_json(group)
        return
    print_table(
        ("reason", "stage", "letters", "first", "last", "sites", "example"),
        [
            (
                group.reason, group.stage, group.letters, _time(group.first), _time(group.last), _sites(group.sites),
                group.example,
            )
            for group in groups
        ],
        numbers=("letters",),
    )  # fmt: skip


def print_letters(letters: Sequence[Letter], *, as_json: bool) -> None:
    """Print letters one by one."""
    if as_json:
        for letter in letters:
            print_json(_fields(letter))
        return
    print_table(
        ("letter", "died", "reason", "stage", "site", "article", "attempt", "bytes", "state", "detail"),
        [
            (
                letter.id, _time(letter.died_at), letter.why.reason.value, letter.why.stage.value, letter.site or "",
                letter.article or "", letter.attempt, letter.size, letter.state, letter.why.detail,
            )
            for letter in letters
        ],
        numbers=("attempt", "bytes"),
    )  # fmt: skip


def print_letter(letter: Letter, message: Kept, *, whole: bool, as_json: bool) -> None:
    """Print one letter: its fields, its own headers, and the original, cut unless `whole`."""
    headers = [(name, _text(value or b"")) for name, value in message.headers]
    if as_json:
        print_json(
            _fields(letter)
            | {"key": _json_bytes(message.key), "headers": headers, "value": _json_bytes(message.value)}
        )
        return
    fields = _fields(letter) | {"key": _text(message.key or b"")}
    print_table(
        ("field", "value"), [(name, value) for name, value in fields.items() if value not in (None, "")]
    )
    click.echo()
    print_table(("header", "value"), headers)
    click.echo()
    text = (message.value or b"").decode("utf-8", "replace")
    cut = len(text) > _SHOWN_CHARS and not whole
    click.echo("\n".join(plain(line) for line in (text[:_SHOWN_CHARS] if cut else text).splitlines()))
    if cut:
        notice(
            f"The first {_SHOWN_CHARS:,} of {len(text):,} characters; --whole shows all, --value the bytes."
        )


def print_settled(settled: Sequence[Settled], *, as_json: bool, dry_run: bool) -> int:
    """Print what became of letters; how many were left."""
    left = [one for one in settled if one.result == LEFT]
    if as_json:
        for one in settled:
            print_json(one)
    else:
        for one in left:
            click.echo(f"{one.letter}: left; it {one.why}.")
        counted = Counter(
            f"{'would be ' if dry_run else ''}{one.result}" + (f" to {one.to}" if one.to else "")
            for one in settled
            if one.result != LEFT
        )
        for what, number in counted.items():
            click.echo(f"{number} {what}.")
    return len(left)


def _fields(letter: Letter) -> dict[str, Any]:
    """Everything that is known of a letter, flat."""
    why, done = letter.why, letter.done
    return {
        "letter": str(letter.id),
        "state": letter.state,
        "note": done.note if done else None,
        "reason": why.reason.value,
        "stage": why.stage.value,
        "detail": why.detail,
        "diedAt": letter.died_at.isoformat().replace("+00:00", "Z"),
        "attempt": letter.attempt,
        "site": letter.site,
        "article": letter.article,
        "topic": why.topic,
        "partition": why.partition,
        "offset": why.offset,
        "timestamp": why.timestamp.isoformat().replace("+00:00", "Z"),
        "version": why.version,
        "bytes": letter.size,
    }


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _sites(sites: dict[str, int]) -> str:
    told = ", ".join(f"{site} {number}" for site, number in list(sites.items())[:_SITES_TOLD])
    return told + (f" and {len(sites) - _SITES_TOLD} more" if len(sites) > _SITES_TOLD else "")


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _json_bytes(value: bytes | None) -> Any:
    """Text where it is UTF-8, else {"base64": ...}; null where there is none."""
    if value is None:
        return None
    try:
        return value.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode()}
