"""HTML elements by what they do to the text around them."""

from typing import Final

LEFT_OUT: Final = [
    "head", "script", "style", "template", "noscript", "svg", "iframe", "select", "option", "datalist", "object",
    "canvas", "audio", "video", "map", "textarea", "noembed", "noframes", "xmp", "plaintext", "progress", "meter",
]  # fmt: skip
"""Taken out of the tree with all that is in them: not text, or not visible, or raw text that the
serialised tree would not escape. A list, as the parser wants it."""

VOID: Final = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Serialised without an end tag (HTML standard, 13.3)."""

BLOCK: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Start and end a block of text; button too, whose words never continue the text around it."""

TEXTUAL: Final = frozenset(
    [
        "blockquote",
        "button",
        "caption",
        "dd",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "legend",
        "li",
        "listing",
        "p",
        "pre",
        "summary",
        "td",
        "th",
    ]
)
"""Elements that are themselves the block; in any other, bare text is a block inside it."""

CELL: Final = frozenset(("td", "th"))
PREFORMATTED: Final = frozenset(("pre", "listing"))
