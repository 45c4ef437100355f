"""What is wrong with the settings: where it stands, what it is, what to do."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct

_CLOSE_ENOUGH = 0.6
"""difflib's own default: "bootstrap_server" finds "bootstrap_servers", "foo" finds nothing."""


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong.

    `where` is "copydesk.toml:12", the name of an environment variable or a flag; `key` is the
    setting as far as it was understood. No field ever holds the value of a secret.
    """

    where: str
    key: str
    what: str
    fix: str = ""

    def __str__(self) -> str:
        key = f"{self.key} " if self.key else ""
        return f"{self.where}: {key}{self.what}" + (f" {self.fix}" if self.fix else "")


class SettingsError(Exception):
    """The settings cannot be used; `problems` has everything that is wrong with them."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = "A setting is wrong:" if count == 1 else f"{count} settings are wrong:"
        super().__init__("\n  ".join([head, *(str(problem) for problem in self.problems)]))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word most like `word`; None when none is like it."""
    found = get_close_matches(word, list(known), n=1, cutoff=_CLOSE_ENOUGH)
    return found[0] if found else None


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Name the nearest known word, else list what is known."""
    close = nearest(word, known)
    return f"Did you mean {close}?" if close else f"Known: {', '.join(sorted(known))}."
