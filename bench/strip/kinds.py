"""Train the classifier that names removed blocks (`copydesk.strip.kinds`), from labelled blocks (`kind_labels.py`) and written lines.

Multinomial logistic regression by L-BFGS, from zero: the same blocks give the same weights.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import xxhash
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copydesk.ledger import Kind
from copydesk.strip.judged import Judged
from copydesk.strip.kinds import DOUBTFUL, TENTH, Kinds, KindWeights, Told
from copydesk.strip.matcher import Matcher
from copydesk.strip.naming import around_of, is_asked, wording
from copydesk.strip.rules.registry import RULES
from copydesk.strip.signs import PREFIXES, STAYS, Around, Shape, TextSigns, of_place, of_text

PENALTY: Final = 0.5
STEPS: Final = 60
MIN_SITES: Final = 3
"""Signs that fewer sites have tell more of the site than of the kind."""
MIN_TENTHS: Final = 3
"""Weights nearer to 0 are left out of the file."""
PARTS: Final = 2
"""What a block's neighbours are called is learnt from weights that have not seen its site: in so many parts."""


class Named(Struct, frozen=True):
    """An article with the kinds of some of its blocks that go."""

    site: str
    around: Around
    called: Sequence[str]
    """What is known of each block before: that it stays, the kind that a rule of wording tells; empty where nothing is."""
    shapes: Mapping[int, Shape]
    """Of the blocks of which nothing is known."""
    kinds: Mapping[int, Kind]


class Line(Struct, frozen=True):
    """A text by itself."""

    site: str
    text: str
    kind: Kind


def named(site: str, judged: Judged, kept: Sequence[bool], kinds: Mapping[int, Kind]) -> Named | None:
    """Return an article as the classifier learns from it, None where nothing of it stays or nothing is labelled."""
    if not kinds or not any(kept):
        return None
    around, matcher = around_of(judged, [at for at, stays in enumerate(kept) if stays]), _matcher()
    called, shapes = [], {}
    for at, (stays, verdict) in enumerate(zip(kept, judged.verdicts, strict=True)):
        worded = verdict is not None and not verdict.keep and not is_asked(judged, at, verdict)
        called.append(STAYS if stays else verdict.kind.value if verdict is not None and worded else "")
        if not stays:
            shapes[at] = around.shape(at, wording(around.seen[at], matcher))
    return Named(site, around, called, shapes, kinds)


@cache
def _matcher() -> Matcher:
    return Matcher(RULES)


def train(articles: Sequence[Named], lines: Sequence[Line]) -> KindWeights:
    """Return the weights of signs by kind.

    First those of blocks' own signs. Those of their neighbours come on top of what weights that have not seen a block's site say of
    it; such weights are surer than they are right, so that how much to believe them is learnt too.
    """
    kinds = tuple(
        sorted({*(kind for each in articles for kind in each.kinds.values()), *(line.kind for line in lines)})
    )
    alone, _ = _fitted(_own_signs(articles, lines, kinds))
    rows, sums = _Rows(kinds), []
    for part in range(PARTS):
        seen = [each for each in articles if _part_of(each.site) != part]
        weights, _ = _fitted(_own_signs(seen, [each for each in lines if _part_of(each.site) != part], kinds))
        others = Kinds(KindWeights(kinds, _in_tenths(weights)))
        for each in articles:
            if _part_of(each.site) == part:
                for at, own, beside in _beside(each, others):
                    rows.add(each.site, beside, each.kinds[at])
                    sums.append(own.sums)
    beside_weights, belief = _fitted(rows, np.array(sums) / TENTH)
    signs = _in_tenths({sign: belief * row for sign, row in alone.items()} | beside_weights)
    return KindWeights(kinds, signs, round(belief, 2))


def _part_of(site: str) -> int:
    return xxhash.xxh32_intdigest(site.encode(), seed=1) % PARTS


def _own_signs(articles: Sequence[Named], lines: Sequence[Line], kinds: Sequence[Kind]) -> "_Rows":
    rows = _Rows(kinds)
    for line in lines:
        rows.add(line.site, written(of_text(line.text)), line.kind)
    for each in articles:
        for at, kind in each.kinds.items():
            if at in each.shapes:
                place = each.around.place(at)
                words, shape = written(of_text(each.around.seen[at].text)), each.shapes[at].signs()
                rows.add(each.site, [*words, *(of_place(*place) if place else ()), *shape], kind)
    return rows


def _beside(each: Named, kinds: Kinds) -> Iterator[tuple[int, Told, list[str]]]:
    """Yield labelled blocks with the sums of their own signs, and the signs of what stands beside them, as these weights call it."""
    own = {
        at: kinds.told(kinds.alone(each.around.seen[at].text, each.around.place(at), shape))
        for at, shape in each.shapes.items()
    }
    called = [known or own[at].called for at, known in enumerate(each.called)]
    for at in each.kinds:
        if at in own:
            beside = each.around.beside(at, called)
            yield at, own[at], [sign + DOUBTFUL for sign in beside] if own[at].in_doubt else beside


def written(signs: TextSigns) -> list[str]:
    """Return the signs of a text as the file of weights has them."""
    pairs = {" ".join(pair) for pair in signs.pairs}
    words = zip(PREFIXES, (signs.words, signs.beginnings, pairs, signs.first), strict=True)
    return [*(prefix + word for prefix, own in words for word in own), *signs.marks]


class _Rows:
    """Signs of blocks and their kinds."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = {kind: at for at, kind in enumerate(kinds)}
        self.sites: dict[str, set[str]] = defaultdict(set)
        """Which sites have a sign."""
        self.signs: list[Sequence[str]] = []
        self.labels: list[int] = []

    def add(self, site: str, signs: Sequence[str], kind: Kind) -> None:
        """Add a block."""
        self.signs.append(sorted(signs))  # they come out of sets, and sums hang on their order
        self.labels.append(self.kinds[kind])
        for sign in signs:
            self.sites[sign].add(site)


def _fitted(blocks: _Rows, before: Any = None) -> tuple[dict[str, Any], float]:
    """Return the weights of signs by kind, and how much to believe what is known of each block before (log-odds by kind)."""
    known = sorted(sign for sign, sites in blocks.sites.items() if len(sites) >= MIN_SITES)
    column = {sign: at for at, sign in enumerate(known)}
    cells = [(row, column[sign]) for row, each in enumerate(blocks.signs) for sign in each if sign in column]
    rows, columns = zip(*cells, strict=True)
    size, kinds = len(blocks.labels), len(blocks.kinds)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(size, len(known)))
    turned, every = table.T.tocsr(), np.arange(size)
    wanted = np.zeros((size, kinds))
    wanted[every, blocks.labels] = 1.0
    if before is None:
        before = np.zeros((size, kinds))

    def loss(flat: Any) -> tuple[float, Any]:
        belief, weights = flat[0], flat[1:].reshape(len(known), kinds)
        sums = belief * before + table @ weights
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums)
        total = shares.sum(axis=1, keepdims=True)
        told = -(sums[every, blocks.labels] - np.log(total[:, 0])).sum() + 0.5 * PENALTY * float(
            flat[1:] @ flat[1:]
        )
        wrong = shares / total - wanted
        return told, np.concatenate(([(wrong * before).sum()], (turned @ wrong + PENALTY * weights).ravel()))

    start = np.concatenate(([1.0], np.zeros(len(known) * kinds)))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return dict(zip(known, best[1:].reshape(len(known), kinds), strict=True)), float(best[0])


def _in_tenths(weights: Mapping[str, Any]) -> dict[str, list[int]]:
    """The weights as the model's file has them, without those near 0."""
    found = {}
    for sign, row in weights.items():
        tenths = [(at, round(float(weight) * TENTH)) for at, weight in enumerate(row)]
        kept = [number for at, weight in tenths if abs(weight) >= MIN_TENTHS for number in (at, weight)]
        if kept:
            found[sign] = kept
    return found
