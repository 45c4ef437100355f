"""What commands print: results on stdout, notices on stderr; tables for a terminal or for a pipe."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text


def notice(text: str) -> None:
    """Tell something on stderr."""
    click.echo(text, err=True)


def program() -> str:
    """How this program is called from here: by its name where that finds it, else by its path."""
    called = Path(sys.argv[0])
    if called.name != "copydesk":
        return f"{Path(sys.executable).name} -m copydesk"
    found = shutil.which("copydesk")
    if found and Path(found).resolve() == called.resolve():
        return "copydesk"
    # As it was typed: `make demo` calls .venv/bin/copydesk, which works from the same directory.
    return str(called)


def print_json(value: Any) -> None:
    """Print one value as one line of JSON on stdout."""
    click.echo(msgspec.json.encode(value).decode())


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def plain(text: object) -> str:
    """Text on one line without control characters: what an article says must not steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in str(text))


def print_table(
    heads: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[str] = (), title: str = ""
) -> None:
    """Print a table: drawn on a terminal, plain aligned columns when piped.

    `numbers` names the columns that are set to the right.
    """
    lines = [[plain(cell) for cell in row] for row in rows]
    if on_terminal():
        _drawn(heads, lines, numbers, title)
    else:
        _aligned(heads, lines, numbers)


def _drawn(heads: Sequence[str], lines: list[list[str]], numbers: Sequence[str], title: str) -> None:
    table = Table(title=title or None, title_justify="left", header_style="bold")
    for head in heads:
        table.add_column(head, justify="right" if head in numbers else "left", overflow="fold")
    for line in lines:
        table.add_row(*(Text(cell) for cell in line))
    Console().print(table)


def _aligned(heads: Sequence[str], lines: list[list[str]], numbers: Sequence[str]) -> None:
    table = [list(heads), *lines]
    widths = [max(cell_len(line[column]) for line in table) for column in range(len(heads))]
    for line in table:
        cells = [
            _padded(cell, width, right=head in numbers)
            for cell, width, head in zip(line, widths, heads, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())


def _padded(cell: str, width: int, *, right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if right else cell + space
