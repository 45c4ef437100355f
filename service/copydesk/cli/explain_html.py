"""An explained article as a web page of its own: no scripts, nothing from elsewhere, every text escaped."""

from collections.abc import Iterator
from html import escape
from itertools import count, groupby
from typing import Final

from copydesk.cli.explain_tables import Table, tables_of
from copydesk.cli.explain_terminal import COLOUR
from copydesk.cli.explained import Explained, Facts, Segment, run_summary

_COLOURS: Final = {
    # On white, on near black; all of them at least 4.5 to 1 against it (WCAG 2.2, 1.4.3).
    "magenta": ("#8e24aa", "#e19bf0"),
    "cyan": ("#00696f", "#67d3db"),
    "yellow": ("#7a5c00", "#e3c04b"),
    "blue": ("#1a56c4", "#8ab4ff"),
    "red": ("#b3261e", "#ff9a92"),
    "green": ("#2b6a2e", "#8fd694"),
    "white": ("#5f6368", "#b4b8bd"),
}

FOLDED_CHARS: Final = 1_500
"""A longer run of removed spans is folded: it would push the article off the screen."""

_STYLE: Final = """
:root { color-scheme: light dark; --back: #fff; --front: #1d1f22; --dim: #5f6368; --line: #dcdfe3; --soft: #f4f5f7; LIGHT }
@media (prefers-color-scheme: dark) {
  :root { --back: #15171a; --front: #e6e8ea; --dim: #a2a8ae; --line: #363a40; --soft: #1f2226; DARK }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 6rem; background: var(--back); color: var(--front);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
.dim { color: var(--dim); }
.failed { border-left: .3rem solid var(--red); padding: .4rem .8rem; background: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--dim); font-weight: 500; white-space: nowrap; }
table:not(.fields) th { width: 10rem; }
.fields td:nth-child(2) { min-width: 11.5rem; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: .6rem 0; font-size: .9rem; }
.kind { font-weight: 600; font-size: .8rem; }
.text { max-width: 44rem; margin-top: 1rem; }
.text p { margin: 0 0 1em; white-space: pre-line; }
.text p.cut { margin: 0 0 .6em; padding-left: .7rem; border-left: .2rem solid currentColor; font-size: .92rem; }
.text p.cut + p:not(.cut) { margin-top: 1em; }
del { position: relative; display: block; text-decoration-thickness: 1px; cursor: help; }
del:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.why { position: absolute; left: 0; top: 100%; z-index: 1; width: max-content; max-width: min(30rem, 85vw); padding: .35rem .6rem;
  display: inline-block; background: var(--front); color: var(--back); border-radius: .3rem; font-size: .85rem; opacity: 0;
  visibility: hidden; white-space: normal; }
del:hover .why, del:focus .why { opacity: 1; visibility: visible; }
details { margin: 0 0 1em; }
summary { cursor: pointer; color: var(--dim); font-size: .92rem; padding: .3rem 0; }
body:has(#only:checked) :is(.cut, .text details) { display: none; }
@media (max-width: 40rem) { .fields tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .fields thead { display: none; } .fields :is(td, th) { display: inline; border: 0; padding-right: .6rem; }
  .fields td:last-child { display: block; } }
@media print { .why { display: none; } }
"""


def page_of(explained: Explained) -> str:
    """Return the page. Its own policy forbids it to load or run anything."""
    title = escape(explained.origin)
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="robots" content="noindex">\n',
            f"<title>{title}: explained</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n",
            *_body(explained),
            "</main>\n</body>\n</html>\n",
        )
    )


def _style() -> str:
    light = " ".join(f"--{name}: {pair[0]};" for name, pair in _COLOURS.items())
    dark = " ".join(f"--{name}: {pair[1]};" for name, pair in _COLOURS.items())
    return _STYLE.replace("LIGHT", light).replace("DARK", dark)


def _body(explained: Explained) -> Iterator[str]:
    record = explained.record
    yield f"<h1>{escape((record and record.headline) or explained.origin)}</h1>\n"
    yield f'<p class="dim">{escape(explained.origin)}</p>\n'
    if explained.failure is not None:
        yield f'<p class="failed">This article was {escape(explained.outcome)}.</p>\n'
    for note in explained.notes:
        yield f"<p>{escape(note)}</p>\n"
    yield from _facts("Came in", explained.came)
    yield from _facts("Normalised", explained.normalised)
    if explained.segments:
        yield from _text(explained)
    for table in tables_of(explained):
        yield from _table(table)


def _facts(title: str, facts: Facts) -> Iterator[str]:
    if facts:
        yield f"<h2>{title}</h2>\n<table>\n"
        for name, value in facts:
            yield f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>\n'
        yield "</table>\n"


def _text(explained: Explained) -> Iterator[str]:
    told = "the text, of which nothing was kept" if explained.failure else explained.summary
    yield f"<h2>Stripped</h2>\n<p>{escape(told[0].upper() + told[1:])}.</p>\n"
    if explained.kinds:
        colours = {kind.value: colour for kind, colour in COLOUR.items()}
        yield '<ul class="legend" aria-label="Removed, by kind">\n'
        for kind, number in explained.kinds.items():
            yield f'<li><span class="kind" style="color: var(--{colours[kind]})">{kind}</span> {number}</li>\n'
        yield '</ul>\n<p class="dim"><label><input type="checkbox" id="only"> only what was kept</label></p>\n'
    yield '<div class="text">\n'
    numbers = count(1)
    for removed, run in groupby(explained.segments, key=lambda one: one.span is not None):
        segments = list(run)
        if not removed:
            yield from (_kept(one) for one in segments)
        elif sum(one.chars for one in segments) <= FOLDED_CHARS:
            yield from (_removed(one, next(numbers)) for one in segments)
        else:
            yield f"<details>\n<summary>{escape(run_summary(segments))}</summary>\n"
            yield from (_removed(one, next(numbers)) for one in segments)
            yield "</details>\n"
    yield "</div>\n"


def _kept(segment: Segment) -> str:
    return "".join(f"<p>{escape(part)}</p>\n" for part in (segment.text or "").split("\n\n") if part.strip())


def _removed(segment: Segment, number: int) -> str:
    """Return a removed span: struck through, its kind before it, rule and confidence on hover, on focus and for screen readers."""
    span = segment.span
    assert span is not None
    kind = span.kind.value
    text = (
        f"{segment.chars:,} characters"
        if segment.text is None
        else escape(segment.text.strip().replace("\n\n", "\n"))
    )
    why = escape(f"{kind}, rule {span.rule}, confidence {span.confidence:.2f}")
    return (
        f'<p class="cut" style="color: var(--{COLOUR[span.kind]})"><span class="kind">{kind}</span> '
        f'<del tabindex="0" aria-describedby="why{number}">{text}'
        f'<span class="why" role="tooltip" id="why{number}">{why}</span></del></p>\n'
    )


def _table(table: Table) -> Iterator[str]:
    """Yield a table; what a row is about stands in its first column."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.heads)
    yield f'<h2>{escape(table.title)}</h2>\n<table class="fields">\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
    for first, *cells in table.rows:
        yield f'<tr><th scope="row">{escape(first)}</th>'
        for name, cell in zip(table.heads[1:], cells, strict=True):
            kind = ' class="number"' if name in table.numbers else ""
            yield f"<td{kind}>{escape(cell)}</td>"
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"
