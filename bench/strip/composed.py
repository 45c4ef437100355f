"""Training texts that are composed of written ones: articles in many languages among the furniture of news sites.

The development pages are mostly English. `written/TAG.txt` holds, of one language, what its news sites put around
their articles, by kind, and articles to tell it from, half of them about the very things that the furniture
names; all of it invented for this. An article and a tenth of the lines of every kind make a *site*, and a text is an article
of that site with a few of its lines where a page has them.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct

from copydesk.ledger import Kind

WRITTEN: Final = Path(__file__).with_name("written")
CORPUS: Final = "written"
ARTICLE: Final = "article"
KEPT: Final = "kept"
"""Headings of what stays: an article each, its first line the headline; and single lines of articles that look like furniture."""

KINDS: Final[Mapping[str, Kind]] = {
    "byline": Kind.BYLINE,
    "share": Kind.SHARE,
    "follow": Kind.SHARE,
    "newsletter": Kind.NEWSLETTER,
    "related": Kind.RELATED,
    "tags": Kind.TAGS,
    "navigation": Kind.NAVIGATION,
    "comments": Kind.COMMENTS,
    "comment_form": Kind.COMMENT_FORM,
    "comment_policy": Kind.COMMENT_POLICY,
    "reader_comment": Kind.COMMENTS,
    "author_bio": Kind.AUTHOR_BIO,
    "advertisement": Kind.ADVERTISEMENT,
    "cookie": Kind.COOKIE,
    "copyright": Kind.COPYRIGHT,
    "paywall": Kind.PAYWALL,
    "caption": Kind.CAPTION,
    "poll": Kind.OTHER,
    "donation": Kind.PAYWALL,
    "feedback": Kind.OTHER,
    "legal": Kind.OTHER,
    "editors_note": Kind.EDITORS_NOTE,
    "event": Kind.OTHER,
}
"""Headings of what goes."""

_HEAD: Final = (
    ("cookie", 0.1, 2),
    ("navigation", 0.3, 5),
    ("byline", 0.6, 3),
    ("share", 0.25, 2),
    ("caption", 0.25, 1),
)
"""Of the lines before an article: kind, how likely there are any, at most how many."""
_AMID: Final = (
    ("related", 0.35, 2), ("advertisement", 0.3, 4), ("newsletter", 0.25, 4), ("caption", 0.2, 1), ("follow", 0.1, 2), ("event", 0.1, 2),
    ("paywall", 0.08, 2), ("donation", 0.12, 4), ("share", 0.06, 1), ("poll", 0.05, 2),
)  # fmt: skip
"""The same of those between its paragraphs."""
_TAIL: Final = (
    ("paywall", 0.15, 2), ("byline", 0.15, 1), ("editors_note", 0.15, 1), ("author_bio", 0.35, 2), ("donation", 0.25, 4), ("share", 0.3, 3),
    ("tags", 0.3, 2), ("follow", 0.25, 2), ("newsletter", 0.3, 4), ("poll", 0.08, 2), ("feedback", 0.15, 1), ("advertisement", 0.15, 4),
    ("event", 0.1, 1), ("related", 0.45, 6), ("comments", 0.25, 2), ("reader_comment", 0.15, 3), ("comment_policy", 0.15, 2),
    ("comment_form", 0.25, 4), ("legal", 0.12, 1), ("navigation", 0.2, 4), ("copyright", 0.35, 2), ("cookie", 0.12, 2),
)  # fmt: skip
"""The same of those behind it, in the order in which sites have them."""
_PLAIN: Final = 0.1
"""So many texts have no furniture: most of what reaches a desk that gets text from a good extractor."""
_HEADLINE: Final = 0.4
_CUT: Final = 0.3
"""So many have only a part of the article's paragraphs."""
_KEPT: Final = (0.35, 2)
"""So many have lines of an article that look like furniture between their paragraphs or behind the last, and at most so many."""
_APART: Final = 0.25
"""So many end with a sentence on a line of its own."""
_RESIDUE: Final = (1, 1, 1, 2, 2, 3)
"""How many single lines a good extractor has left, each of these as likely as it stands here often."""
_RESIDUE_KEPT: Final = 0.35
"""So many of them are the article's own."""
_RESIDUE_END: Final = 0.5
"""And so many stand below the article, the others among its paragraphs if they are of a kind that does (`_AMID`)."""
_RESIDUE_NONE: Final = frozenset(("author_bio", "byline", "reader_comment"))
"""Kinds that no single line of a residue is of: alone they read as lines of the article about persons, which would go with them."""
_LAST_SENTENCE: Final = re.compile(
    r"(?<=[.!?।؟]) (?=[^ .!?]{2}[^.!?]{8,80}[.!?।؟]$)|(?<=[。！？])(?=[^。！？]{4,40}[。！？]$)"
)


class Site(Struct, frozen=True):
    """An invented site."""

    name: str
    article: Sequence[str]
    kept: Sequence[str]
    furniture: Mapping[str, Sequence[str]]
    """Its lines by kind."""


class Line(Struct, frozen=True):
    """A line of a text, and what it is; None where it stays."""

    text: str
    kind: Kind | None


def read_sites(folder: Path = WRITTEN) -> list[Site]:
    """Return the sites of all languages.

    Errors: ValueError for a heading that is not known, or a line without one.
    """
    return [site for path in sorted(folder.glob("*.txt")) for site in _sites(path)]


def _sites(path: Path) -> Iterator[Site]:
    articles: list[list[str]] = []
    lines: dict[str, list[str]] = defaultdict(list)
    heading = None
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text or text.startswith("# "):
            continue
        if text.startswith("== "):
            heading = text.removeprefix("== ")
            if heading == ARTICLE:
                articles.append([])
            elif heading != KEPT and heading not in KINDS:
                raise ValueError(f"{path}: {heading!r} is no kind; known are {', '.join(KINDS)}")
        elif heading is None:
            raise ValueError(f"{path}: {text!r} stands before the first heading")
        else:
            (articles[-1] if heading == ARTICLE else lines[heading]).append(text)
    for at, article in enumerate(articles):
        own = {kind: lines[kind][at :: len(articles)] for kind in lines}
        kept = own.pop(KEPT, [])
        yield Site(f"{CORPUS}-{path.stem}-{at}", article, kept, own)


def lines_of(site: Site) -> Iterator[Line]:
    """Yield every line of a site once, the headline of its article left out."""
    for text in (*site.article[1:], *site.kept):
        yield Line(text, None)
    for heading, texts in site.furniture.items():
        for text in texts:
            yield Line(text, KINDS[heading])


def compose(site: Site, chance: random.Random) -> list[Line]:
    """Return a text: the article, or a part of it, with some of the site's furniture where sites have it."""
    paragraphs = [Line(text, None) for text in site.article[1:]]
    if chance.random() < _CUT:
        size = chance.randint(1, len(paragraphs))
        start = chance.randint(0, len(paragraphs) - size)
        paragraphs = paragraphs[start : start + size]
    if chance.random() < _APART:
        paragraphs[-1:] = [Line(text, None) for text in _LAST_SENTENCE.split(paragraphs[-1].text)]
    likely, most = _KEPT
    if site.kept and chance.random() < likely:
        for text in chance.sample(site.kept, min(len(site.kept), chance.randint(1, most))):
            paragraphs.insert(chance.randint(1, len(paragraphs)), Line(text, None))
    headline = [Line(site.article[0], Kind.HEADLINE)] if chance.random() < _HEADLINE else []
    if chance.random() < _PLAIN:
        return [*headline, *paragraphs]
    for box in _some(site, _AMID, chance):
        at = chance.randint(1, len(paragraphs))
        paragraphs[at:at] = box
    before, after = (list(chain.from_iterable(_some(site, kinds, chance))) for kinds in (_HEAD, _TAIL))
    if headline and before:
        before.insert(chance.randint(0, len(before)), headline[0])
        headline = []
    return [*headline, *before, *paragraphs, *after]


def compose_residue(site: Site, chance: random.Random) -> list[Line]:
    """Return what a good extractor leaves: some of the article's paragraphs in a row, and one to three single lines."""
    size = chance.randint(1, len(site.article) - 1)
    start = chance.randint(1, len(site.article) - size)
    paragraphs = [Line(text, None) for text in site.article[start : start + size]]
    end: list[Line] = []
    for _ in range(chance.choice(_RESIDUE)):
        below = chance.random() < _RESIDUE_END
        if site.kept and chance.random() < _RESIDUE_KEPT:
            line = Line(chance.choice(site.kept), None)
        else:
            kinds = site.furniture if below else [kind for kind, _, _ in _AMID]
            own = sorted(kind for kind in kinds if site.furniture.get(kind) and kind not in _RESIDUE_NONE)
            heading = chance.choice(own)
            line = Line(chance.choice(site.furniture[heading]), KINDS[heading])
        if below:
            end.append(line)
        else:
            paragraphs.insert(chance.randrange(len(paragraphs)), line)
    return [*paragraphs, *sorted(end, key=lambda line: line.kind is not None)]


def _some(site: Site, kinds: Sequence[tuple[str, float, int]], chance: random.Random) -> Iterator[list[Line]]:
    """Yield some lines of some of these kinds, those of one kind together."""
    for heading, likely, most in kinds:
        own = site.furniture.get(heading, ())
        if own and chance.random() < likely:
            yield [
                Line(text, KINDS[heading])
                for text in chance.sample(own, min(len(own), chance.randint(1, most)))
            ]
