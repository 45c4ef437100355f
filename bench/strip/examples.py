"""Labelled texts and pages, as `train.py` learns from them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from bench.strip.composed import Line, Site, compose, compose_residue, read_sites
from bench.strip.composed_pages import page_of
from bench.strip.documents import read_documents
from bench.strip.kind_labels import NOTHING, Labels, labelled
from bench.strip.labels import label, words_of
from bench.strip.lines import PAGE, SOURCES, LabelledText, labelled_texts
from bench.strip.pages import normal, read_pages
from copydesk.article import NormalArticle, RawArticle
from copydesk.ledger import Kind
from copydesk.normalise.paragraphs import paragraphs
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.strip.blocks import Seen
from copydesk.strip.decide import to_ask
from copydesk.strip.judged import Judged
from copydesk.strip.repeats import is_long
from copydesk.strip.stage import judged
from copydesk.strip.vectors import candidates

SEED: Final = 7
SETTLED_WEIGHT: Final = 0.2
"""A block that the model is not asked about when it runs weighs less: it is an example of text all the same. On the development
pages, out of fold, this raised fundus from .960 to .962 and scrapinghub from .969 to .970 (means of three seeds)."""
BLOCK_WEIGHT: Final = 0.3
WORDS_WEIGHT: Final = 20.0
"""A block weighs by its share of the gold text, since that is what the metric counts, and a little for itself."""
LEAST_GOLD_WORDS: Final = 50
PART_LINES: Final = (2, 12)
"""Least and most lines of a text that is given in part."""
CORPUS_WEIGHT: Final = {"scrapinghub": 3.0, "fundus": 1.5, "wcxb": 1.0}
"""News pages count for more than the far larger corpus of articles of all sorts."""
TEXTS_A_SITE: Final = 4
PAGES_A_SITE: Final = 2
"""So many texts and pages are composed of each written site."""
RESIDUES_A_SITE: Final = 48
"""And of what a good extractor leaves of them, so that most of the written lines stand alone somewhere. With these, of furniture that was not learnt from
.79 instead of .65 goes as a single line below an article and .53 instead of .33 as one among its paragraphs, as many lines of articles as before."""
WRITTEN_TEXT_WEIGHT: Final = 0.2
WRITTEN_PAGE_WEIGHT: Final = 0.05
RESIDUE_WEIGHT: Final = 0.1
"""What blocks of these weigh, as CORPUS_WEIGHT."""
DOCUMENT_TEXT_WEIGHT: Final = 0.5
DOCUMENT_PAGE_WEIGHT: Final = 0.05
"""And those of whole written documents, which show more of what goes than composed texts do."""


class Example(Struct, frozen=True):
    """A labelled text or page: one of the development pages, what is left of one as plain text, or a composed one."""

    site: str
    weight: float
    """Of its corpus."""
    judged: Judged
    wanted: list[int]
    asked: frozenset[int]
    """Those of the wanted that the model decides about; of a text all."""
    kept: list[bool]
    gold_words: int
    kinds: Mapping[int, Kind]
    """Of blocks that go, as far as they are known."""
    learnt: frozenset[int]
    """Those of the wanted that tell what stays and what goes: not what is, or may be, the article's own though its gold text leaves it out."""


def html_examples() -> list[Example]:
    """Every development page that has text."""
    made = []
    for page in read_pages():
        article = normal(page)
        if article.blocks:
            seen = judged(article)
            kept = label([one.text for one in seen.seen], page.gold)
            known = labelled(page.id, [one.text for one in seen.seen])
            made.append(_example(page.site, CORPUS_WEIGHT[page.corpus], seen, kept, page.gold, known=known))
    return made


def text_examples() -> list[Example]:
    """What reaches a desk that gets text: the whole visible text of a page, or what an extractor left of it.

    Of the largest corpus every other one, which is enough and half as slow. Each text an extractor left is also
    given in part, since short texts reach a desk too and pages are long.
    """
    made = []
    chance = random.Random(SEED)
    for at, each in enumerate(labelled_texts()):
        # Every other one: a page's whole text and one extractor's, or those of the other two.
        turn = (at // len(SOURCES) + at) % 2 == 0 or each.corpus != "wcxb"
        if not turn or each.article is None or not each.article.blocks:
            continue
        known = labelled(each.page_id, each.lines)
        weight, named = CORPUS_WEIGHT[each.corpus], each.source == PAGE
        made.append(
            _example(
                each.site,
                weight,
                judged(each.article),
                list(each.labels),
                each.gold,
                known=known,
                named=named,
            )
        )
        if each.source != PAGE and any(each.labels):
            made.append(_part(each, known, chance))
    return made


def _part(each: LabelledText, known: Labels, chance: random.Random) -> Example:
    """A few lines in a row, at least one of them kept, as a text of their own."""
    size = chance.randint(*PART_LINES)
    kept = chance.choice([at for at, label in enumerate(each.labels) if label])
    start = max(0, kept - chance.randrange(size))
    lines, labels = each.lines[start : start + size], each.labels[start : start + size]
    text, blocks = paragraphs("\n\n".join(lines))
    article = NormalArticle(id="", id_method="content", kind="text", text=text, blocks=blocks)
    known = Labels(
        {at - start: kind for at, kind in known.kinds.items() if start <= at < start + size},
        frozenset(at - start for at in known.own if start <= at < start + size),
    )
    if len(blocks) != len(labels):
        labels, known = tuple(label([text[b.start : b.end] for b in blocks], each.gold)), NOTHING
    gold = " ".join(line for line, label in zip(lines, labels, strict=False) if label)
    return _example(
        each.site, CORPUS_WEIGHT[each.corpus], judged(article), list(labels), gold, known=known, named=False
    )


def composed_texts() -> list[Example]:
    """Texts of our own writing, in many languages."""
    return [
        _composed(site.name, lines, _plain(lines), WRITTEN_TEXT_WEIGHT)
        for site, lines in _lines(TEXTS_A_SITE)
    ]


def residues() -> list[Example]:
    """What a good extractor leaves of such texts: an article and a line or two. They teach no kinds."""
    chance = random.Random(SEED)
    return [
        _composed(site.name, lines, _plain(lines), RESIDUE_WEIGHT, named=False)
        for site in read_sites()
        for lines in (compose_residue(site, chance) for _ in range(RESIDUES_A_SITE))
    ]


def composed_pages() -> list[Example]:
    """The same as pages."""
    chance = random.Random(SEED)
    return [
        _composed(site.name, lines, _page(page_of(lines, chance)), WRITTEN_PAGE_WEIGHT)
        for site, lines in _lines(PAGES_A_SITE)
    ]


def document_texts() -> list[Example]:
    """Whole texts of our own writing."""
    return [
        _composed(each.name, each.lines, _plain(each.lines), DOCUMENT_TEXT_WEIGHT)
        for each in read_documents()
    ]


def document_pages() -> list[Example]:
    """The same as pages."""
    chance = random.Random(SEED)
    return [
        _composed(each.name, each.lines, _page(page_of(each.lines, chance)), DOCUMENT_PAGE_WEIGHT)
        for each in read_documents()
    ]


def _lines(each: int) -> Iterator[tuple[Site, list[Line]]]:
    chance = random.Random(SEED)
    for site in read_sites():
        for _ in range(each):
            yield site, compose(site, chance)


def _composed(
    name: str, lines: Sequence[Line], raw: RawArticle, weight: float, *, named: bool = True
) -> Example:
    """Errors: ValueError where a line is not a block of its own, and so without its label."""
    article = normalise(raw, NormaliseOptions())
    if len(article.blocks) != len(lines):
        raise ValueError(f"{name}: {len(lines)} lines became {len(article.blocks)} blocks")
    kept = [line.kind is None for line in lines]
    gold = " ".join(line.text for line in lines if line.kind is None)
    kinds = {at: line.kind for at, line in enumerate(lines) if line.kind is not None}
    return _example(name, weight, judged(article), kept, gold, known=Labels(kinds, frozenset()), named=named)


def _plain(lines: Sequence[Line]) -> RawArticle:
    return RawArticle(kind="text", body="\n\n".join(line.text for line in lines).encode(), charset="utf-8")


def _page(html: str) -> RawArticle:
    return RawArticle(kind="html", body=html.encode(), charset="utf-8")


def _example(
    site: str,
    weight: float,
    seen: Judged,
    kept: list[bool],
    gold: str,
    *,
    known: Labels = NOTHING,
    named: bool = True,
) -> Example:
    """Return the example; without `named` it teaches no kinds, as the same blocks do in their page's own text."""
    wanted = candidates(seen.seen, seen.region)
    asked = to_ask(seen, wanted).asked
    size = max(LEAST_GOLD_WORDS, len(words_of(gold)))
    kinds = known.kinds | dict.fromkeys(known.own, Kind.OTHER) if named else {}
    doubtful = known.own | unread(kept, known) | copies(seen.seen, kept)
    learnt = frozenset(at for at in wanted if kept[at] or at not in doubtful)
    return Example(site, weight, seen, wanted, frozenset(asked), kept, size, kinds, learnt)


def copies(seen: Sequence[Seen], kept: Sequence[bool]) -> set[int]:
    """Return the blocks that go though they read as one that stays: the page prints it twice, its gold text once."""
    texts = {one.text for one, stays in zip(seen, kept, strict=True) if stays and is_long(one)}
    return {at for at, one in enumerate(seen) if not kept[at] and one.text in texts}


def unread(kept: Sequence[bool], known: Labels) -> set[int]:
    """Return the blocks that nobody has read and that are most likely the article's own too: those below its own.

    Where a gold text breaks off, as after the first of twenty products, only two dozen blocks below it were read.
    """
    found = set()
    below_own = False
    for at, stays in enumerate(kept):
        if stays or at in known.kinds or at in known.own:
            below_own = not stays and at in known.own
        elif below_own:
            found.add(at)
    return found


def weight(each: Example, at: int) -> float:
    """What a block weighs in training."""
    share = min(each.judged.seen[at].words, 300) / each.gold_words
    asked = 1.0 if at in each.asked else SETTLED_WEIGHT
    return asked * (BLOCK_WEIGHT + WORDS_WEIGHT * share) * each.weight
