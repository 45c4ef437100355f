"""Hard cases written otherwise: what a sender's system does to a text changes nothing about it."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from copydesk.strip.stage import strip
from tests.quality.cases import Case, normal, paths, read

_CASES = [case for case in map(read, paths()) if case.text and case.rejected is None]


def _lines(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(line) if line.strip() else line for line in text.split("\n"))


_CHANGES: dict[str, Callable[[str], str]] = {
    "marks of direction": _lines(lambda line: f"\u200f{line}"),
    "embedded direction": _lines(lambda line: f"\u202b{line}\u202c"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "indented lines": _lines(lambda line: f"\u3000\u3000{line} \t"),
    "soft hyphens": lambda text: re.sub(r"([a-z]{4})(?=[a-z]{4})", "\\1\u00ad", text),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
}


def _body(case: Case) -> str:
    return strip(normal(case)).body


@pytest.mark.parametrize("name", _CHANGES)
def test_a_text_written_otherwise_is_the_same(name: str) -> None:
    """Marks that nobody sees, and spaces that look alike, change no verdict."""
    other = [
        case.about for case in _CASES if _body(replace(case, text=_CHANGES[name](case.text))) != _body(case)
    ]
    assert other == []
