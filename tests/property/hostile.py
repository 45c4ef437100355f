"""Hostile inputs: shapes that grow to any size, and small broken ones for a fuzzer to start from.

`python -m tests.property.hostile` writes `corpus/` anew: each shape at a small size, and `BROKEN` as it is. The end of
a file's name tells what it is to be read as: `.html` or `.txt`.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from copydesk.article import BodyKind, RawArticle
from copydesk.strip.rules.registry import RULES

CORPUS: Final = Path(__file__).parent / "corpus"
SEED_CHARS: Final = 1_000
"""Size of a shape in the corpus: what a fuzzer mutates should be small."""

SENTENCE: Final = (
    "The mill at Ekeby has found its stone, and nobody knows for certain who had rolled it into the pond. "
)
_WORDING: Final = [example for rule in RULES for example in rule.must_match]


def _repeat(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda chars: before + piece * max(1, chars // len(piece)) + after


def _nested(opening: str, closing: str = "") -> Callable[[int], str]:
    def shape(chars: int) -> str:
        depth = max(1, chars // (len(opening) + len(closing)))
        return opening * depth + f"<p>{SENTENCE}</p>" + closing * depth

    return shape


def _numbered(piece: str, after: str = "") -> Callable[[int], str]:
    """Repeat a piece whose "%d" is another number each time: what is remembered by its words never repeats."""
    return lambda chars: (
        "".join(piece.replace("%d", str(at)) for at in range(max(1, chars // len(piece)))) + after
    )


def _rules(joint: str) -> Callable[[int], str]:
    whole = joint.join(_WORDING) + joint
    return lambda chars: (whole * (chars // len(whole) + 1))[:chars]


_FOOT: Final = f"<p>{SENTENCE * 3}</p>"

SHAPES: Final[dict[str, Callable[[int], str]]] = {
    # plain text
    "one-line.txt": _repeat(SENTENCE),
    "one-word.txt": _repeat("a"),
    "paragraphs.txt": _repeat(SENTENCE * 4 + "\n\n"),
    "short-lines.txt": _repeat("So it was\n"),
    "wrapped-lines.txt": _repeat("The mill at Ekeby has found its stone, and nobody knows for certain\n"),
    "blank-lines.txt": _repeat("\n", after=SENTENCE),
    "forms.txt": _repeat("Leave a comment\n\n", before=SENTENCE),
    "wording.txt": _rules("\n\n"),
    "wording-and-sentences.txt": _repeat(f"{_WORDING[0]}\n\n{SENTENCE}\n\n"),
    "thread.txt": _repeat(
        f"2 Comments\n\nAnna says:\n\n{SENTENCE}\n\nReply\n\n", before=SENTENCE * 2 + "\n\n"
    ),
    "biographies.txt": _numbered(
        "Anna Example%d is a reporter who covers rail and roads for Example Daily.\n\n", SENTENCE
    ),
    "prefixes.txt": _repeat("sign up for " * 70 + "\n\n"),
    "names.txt": _repeat("A Name " * 80 + "is a\n\n"),
    "quotes.txt": _repeat('We use cookies "' + '"a" ' * 80 + "\n\n"),
    "read-more.txt": _repeat("He went home. Read more ", after="»"),
    "entities.txt": _repeat("&amp;&#13;&nbsp;&bogus;"),
    "mojibake.txt": _repeat("Itâ€™s the cafÃ© of GrÃ¼ndler. "),
    "accents.txt": _repeat("e\u0301\u0327"),
    "joiners.txt": _repeat("\u200d\u200b\ufeffx"),
    "chinese.txt": _repeat("城北的旧粮仓上周改成了一座图书馆，"),
    "thai.txt": _repeat("ตลาดน้ำแห่งสุดท้ายของเมืองเปิดอีกครั้ง"),
    "dates.txt": _repeat("May 3, 2021 at 10:14 am | 3 comments\n\n"),
    # pages
    "nested-div.html": _nested("<div>"),
    "nested-div-closed.html": _nested("<div class=a>", "</div>"),
    "nested-b.html": _nested("<b>"),
    "nested-table.html": _nested("<table><tr><td>"),
    "nested-list.html": _nested("<ul><li>x"),
    "nested-quote.html": _nested("<blockquote>"),
    "misnested.html": _repeat("<b><p><i></b></p>x</i>"),
    "sections.html": _repeat(f"<section><h2>Name</h2><p>{SENTENCE}</p></section>"),
    "forms.html": _repeat("<div><p>Share this article</p></div>", before=_FOOT),
    "wording.html": lambda chars: _FOOT + "<p>" + _rules("</p><p>")(chars) + "</p>",
    "links.html": _repeat('<li><a href="/x">Ten towns without a train</a></li>', before=_FOOT),
    "cells.html": _repeat("<td>9</td>", before="<table><tr>", after="</table>" + _FOOT),
    "breaks.html": _repeat("So it was<br>", before="<div>", after="</div>"),
    "bare-text.html": _repeat("So it was <div></div>"),
    "class-names.html": _numbered(f'<div class="c%d share-%d"><p>{SENTENCE}</p></div>'),
    "one-class.html": lambda chars: f'<div class="{"share a " * (chars // 8)}"><p>{SENTENCE}</p></div>',
    "attributes.html": lambda chars: (
        "<p " + " ".join(f"a{at}=1" for at in range(chars // 6)) + f">{SENTENCE}</p>"
    ),
    "comments.html": _repeat("<!-- x -->y"),
    "open-comments.html": _repeat("<!--", before=_FOOT),
    "open-tags.html": _repeat("<a<b ", before=_FOOT),
    "ampersands.html": _repeat("&amp;&lt;p&gt;", before="<p>"),
    "hidden.html": _repeat(f"<div hidden><p>{SENTENCE}</p></div>", before=_FOOT),
    "preformatted.html": _repeat("if x:\n    y()\n\n", before="<pre>", after="</pre>"),
    "metadata.html": _numbered(
        '<meta name="a%d" content="The old mill"><time datetime="2021-05-03">3 May</time>', _FOOT
    ),
    "linked-data.html": lambda chars: (
        '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
        + SENTENCE * (chars // len(SENTENCE) // 2)
        + '"}</script>'
        + f"<p>{SENTENCE}</p>" * (chars // len(SENTENCE) // 2)
    ),
    "linked-data-deep.html": lambda chars: (
        '<script type="application/ld+json">'
        + '{"@graph":[' * (chars // 22)
        + "]}" * (chars // 22)
        + f"</script>{_FOOT}"
    ),
    "title.html": lambda chars: f"<title>{'The mill - Ekeby | ' * (chars // 19)}</title>{_FOOT}",
    "scripts.html": _repeat("<script>var a = '<p>';</script>", before=_FOOT),
}
"""What grows: name to a function of the size in characters, about."""

BROKEN: Final[dict[str, bytes]] = {
    "nothing.txt": b"",
    "zero.txt": b"\x00",
    "all-bytes.txt": bytes(range(256)),
    "all-bytes.html": b"<p>" + bytes(range(256)) + b"</p>",
    "utf16-le.txt": b"\xff\xfe" + "The mill at Ekeby.".encode("utf-16-le"),
    "utf16-cut.html": b"\xfe\xff" + "<p>The mill</p>".encode("utf-16-be")[:-1],
    "utf32.txt": "The mill at Ekeby.".encode("utf-32"),
    "utf8-cut.txt": "Das Mühlrad – ".encode()[:-2],
    "overlong.txt": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf",
    "surrogates.html": b"<p>\xed\xa0\x80\xed\xb0\x80 a</p>",
    "gb18030.html": '<meta charset="gb18030"><p>城北的旧粮仓</p>'.encode("gb18030"),
    "charset-lies.html": '<meta charset="utf-8"><p>Mühle, Größe, Öl</p>'.encode("latin-1"),
    "charset-bogus.html": b'<meta charset="x-none"><p>The mill</p>',
    "right-to-left.txt": "\u202e\u2066מים\u2069 abc \u200f".encode(),
    "noncharacters.txt": "\ufffe\uffff\U0001fffe\ufdd0 a".encode(),
    "separators.txt": "a\u2028b\u2029c\x0bd\x0ce\x85f".encode(),
    "null-in-tag.html": b"<p\x00 class=\x00x>The mill<\x00/p>",
    "half-a-tag.html": b"<p>The mill</p><a href=",
    "end-tags.html": b"</p></div></body></html></table>The mill",
    "foreign.html": b"<svg><desc><p>The mill</desc><math><mtext><p>at Ekeby</mtext></math></svg>",
    "template.html": b"<template><p>The mill</p></template><plaintext><p>at Ekeby",
    "select.html": b"<select><option><p>The mill<table><tr><td>at Ekeby</select>",
    "frameset.html": b"<frameset><frame><noframes><p>The mill</noframes></frameset>",
    "json-ld-broken.html": b'<script type="application/ld+json">{"@type": ["NewsArticle", {}], "headline": [1, null], "articleBody": {}</script><p>The mill</p>',
    "json-ld-types.html": b'<script type="application/ld+json">[{"@graph": {"@graph": [[], 1, null, {"headline": 7, "author": [[["x"]]]}]}}, 1e400, "\\ud800"]</script><p>The mill</p>',
    "pdf.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "gzip.html": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
    "png.html": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
}
"""What is broken, small and as it is."""


def raw(name: str, body: bytes) -> RawArticle:
    """Return an input as a raw article, by the end of its name."""
    kind: BodyKind = "html" if name.endswith(".html") else "text"
    return RawArticle(kind=kind, body=body)


def corpus() -> dict[str, bytes]:
    """Return the files of the corpus by name."""
    return {path.name: path.read_bytes() for path in sorted(CORPUS.iterdir())}


def main() -> int:
    """Write the corpus anew."""
    CORPUS.mkdir(exist_ok=True)
    for path in CORPUS.iterdir():
        path.unlink()
    for name, shape in SHAPES.items():
        (CORPUS / f"shape-{name}").write_bytes(shape(SEED_CHARS).encode())
    for name, body in BROKEN.items():
        (CORPUS / f"broken-{name}").write_bytes(body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
