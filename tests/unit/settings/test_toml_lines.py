"""The lines of TOML keys are found whatever stands around them."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from copydesk.settings.toml_lines import key_lines

_ODD = '''
# kafka = "a comment is no key"
title = "text with [brackets] = and # marks"

[kafka] # trailing comment
bootstrap_servers = "a:1"
note = """
[not_a_table]
fake = 1
ends in a quote \\""""
raw = \'\'\'
[neither]
\'\'\'
list = [
  1, # one
  "],",
  { deep = 2 },
]
"quoted.key" = true
inline = { one = 1, two = { three = "x = y" } }
dotted.inner.leaf = 2020-01-01T00:00:00Z
[[many]]
name = 'first'
[ spaced . out ]
last = 1e3'''


def test_finds_each_key_in_an_odd_document() -> None:
    """Comments, strings over lines, arrays, inline tables and dotted keys do not shift the lines."""
    tomllib.loads(_ODD)
    lines = {".".join(path): line for path, line in key_lines(_ODD).items()}
    assert lines == {
        "title": 3,
        "kafka": 5,
        "kafka.bootstrap_servers": 6,
        "kafka.note": 7,
        "kafka.raw": 11,
        "kafka.list": 14,
        "kafka.list.deep": 17,
        "kafka.quoted.key": 19,
        "kafka.inline": 20,
        "kafka.inline.one": 20,
        "kafka.inline.two": 20,
        "kafka.inline.two.three": 20,
        "kafka.dotted": 21,
        "kafka.dotted.inner": 21,
        "kafka.dotted.inner.leaf": 21,
        "many": 22,
        "many.name": 23,
        "spaced": 24,
        "spaced.out": 24,
        "spaced.out.last": 25,
    }


def test_windows_line_ends_count_once() -> None:
    """A file with CRLF line ends has the same lines."""
    assert key_lines("a = 1\r\n\r\n[b]\r\nc = 2\r\n")[("b", "c")] == 4


def test_an_escaped_key_is_found_by_its_meaning() -> None:
    """A quoted key with escapes is known under the name tomllib gives it."""
    source = '"tab\\there \\u00e9" = 1'
    assert set(key_lines(source)) == {(name,) for name in tomllib.loads(source)}


def _quoted(text: str) -> str:
    escaped = "".join(f"\\U{ord(letter):08x}" for letter in text)
    return f'"{escaped}"'


_VALUES = st.one_of(
    st.integers(-(2**60), 2**60).map(str),
    st.booleans().map(lambda value: str(value).lower()),
    st.text(max_size=20).map(_quoted),
    st.text("ab[]{}#=,.\n'\\", max_size=12).map(lambda text: f'"""{text}"""'.replace("\\", "\\\\")),
    st.lists(st.integers(), max_size=3).map(lambda items: "[\n" + ",\n".join(map(str, items)) + "]"),
    st.just("{ x = 1, 'y z' = [ { q = 2 } ] }"),
)
_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)


@given(st.dictionaries(_NAMES, st.dictionaries(_NAMES, _VALUES, max_size=4), max_size=4))
def test_every_key_of_any_document_has_the_line_it_was_written_on(
    tables: dict[str, dict[str, str]],
) -> None:
    """Whatever values stand between, each key is found on its own line."""
    lines: list[str] = []
    wanted: dict[tuple[str, ...], int] = {}
    for table, pairs in tables.items():
        lines += ["", f"[{_quoted(table)}]"]
        wanted[table,] = len(lines)
        for key, value in pairs.items():
            wanted[table, key] = len(lines) + 1
            lines += f"{_quoted(key)} = {value} # end".split("\n")
    source = "\n".join(lines)
    found = key_lines(source)
    assert {path: found[path] for path in wanted} == wanted
    assert _paths(tomllib.loads(source)) <= set(found)


def _paths(document: dict[str, Any], above: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    found = set()
    for key, value in document.items():
        found.add((*above, key))
        if isinstance(value, dict):
            found |= _paths(value, (*above, key))
    return found
