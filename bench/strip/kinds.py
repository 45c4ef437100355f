"""Train the classifier that names removed blocks (`copydesk.strip.kinds`); as a command, measure it.

    python -m bench.strip.kinds    # on written lines, each told by weights that were learnt without its site

Multinomial logistic regression by L-BFGS, from zero: the same lines give the same weights.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.strip.composed import Site, lines_of, read_sites
from bench.strip.pages import FOLDS, fold_of
from copydesk.ledger import Kind
from copydesk.strip.kinds import Kinds, kind_tokens

PENALTY: Final = 0.5
STEPS: Final = 80
MIN_LINES: Final = 2
"""Words of fewer lines have no weight."""
MIN_WEIGHT: Final = 0.35
"""Weights nearer to 0 are left out of the file."""

Weights = dict[str, dict[Kind, float]]


class Named(Struct, frozen=True):
    """A line of furniture, and what it is."""

    site: str
    text: str
    kind: Kind


def written(sites: Sequence[Site]) -> list[Named]:
    """Return what written sites name."""
    return [
        Named(site.name, line.text, line.kind)
        for site in sites
        for line in lines_of(site)
        if line.kind is not None
    ]


def train(lines: Sequence[Named]) -> Weights:
    """Return the weights of words by kind."""
    kinds = sorted({line.kind for line in lines}, key=lambda kind: kind.value)
    tokens = [sorted(set(kind_tokens(line.text))) for line in lines]
    counts = Counter(token for each in tokens for token in each)
    known = sorted(token for token, number in counts.items() if number >= MIN_LINES)
    found = _fitted(tokens, known, [kinds.index(line.kind) for line in lines], len(kinds))
    weights: Weights = {}
    for token, row in zip(known, found, strict=True):
        own = {
            kind: round(float(one), 2) for kind, one in zip(kinds, row, strict=True) if abs(one) >= MIN_WEIGHT
        }
        if own:
            weights[token] = own
    return weights


def _fitted(tokens: Sequence[Sequence[str]], known: Sequence[str], labels: Sequence[int], kinds: int) -> Any:
    column = {token: at for at, token in enumerate(known)}
    cells = [(row, column[token]) for row, each in enumerate(tokens) for token in each if token in column]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(tokens), len(known)))
    turned, every = table.T.tocsr(), np.arange(len(tokens))
    wanted = np.zeros((len(tokens), kinds))
    wanted[every, labels] = 1.0

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(len(known), kinds)
        sums = table @ weights
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums)
        total = shares.sum(axis=1, keepdims=True)
        told = -(sums[every, labels] - np.log(total[:, 0])).sum() + 0.5 * PENALTY * float(flat @ flat)
        return told, (turned @ (shares / total - wanted) + PENALTY * weights).ravel()

    start = np.zeros(len(known) * kinds)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return best.x.reshape(len(known), kinds)


def main() -> int:
    """Print how often a kind is told, and how often rightly."""
    lines = written(read_sites())
    told = right = 0
    for fold in range(FOLDS):
        kinds = Kinds(train([line for line in lines if fold_of(line.site) != fold]))
        for line in lines:
            if fold_of(line.site) == fold and (kind := kinds.of(line.text)) is not Kind.OTHER:
                told += 1
                right += kind is line.kind
    print(f"{len(lines)} lines: a kind told of {told / len(lines):.2f}, right {right / told:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
