"""The trained classifier of blocks: how likely each is a part of the article, and what else it would be.

Boosted trees over the numbers of vectors.py, with weights of words (tokens.py). The weights are a file that
`bench/strip/train.py` makes and this package ships; MODEL_CARD.md beside it says from what and how well.
No training library is needed here: trees become one Python function when they are loaded.
"""

import gzip
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from copydesk.strip.kinds import Kinds, KindWeights
from copydesk.strip.tokens import Tokens
from copydesk.strip.vectors import NAMES

FORMAT: Final = 5
"""Of the file; a file of another is refused."""
SHIPPED: Final = "weights.json.gz"
HUNDREDTH: Final = 100

SURE_ODDS: Final = 2.0
"""A row whose log-odds are beyond this after a part's `sure_trees` is left at that: the others would say the same of it more loudly.
Of blocks of pages six of ten are; on the development pages, out of fold, no corpus' F1 is lower for it."""

Row: TypeAlias = Sequence[float]


class Tree(Struct, frozen=True, array_like=True):
    """One tree, its inner nodes in preorder.

    Shape: a row goes left where its number `features[i]` is at most `thresholds[i]`. A child that is not
    negative is an inner node's index, `-1 - i` is leaf i.
    """

    features: Sequence[int]
    thresholds: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]
    leaves: Sequence[float]


class Part(Struct, frozen=True):
    """What is trained for one kind of input."""

    features: Sequence[str]
    """Names of the numbers that the trees' indexes mean, of vectors.NAMES."""
    trees: Sequence[Tree]
    bias: float
    tokens: Mapping[str, int]
    """Weights of words in hundredths."""
    sure_trees: int = 0
    """After so many trees it is looked whether a row needs the others; 0: they are all asked."""


class Weights(Struct, frozen=True):
    """The file of weights."""

    format: int
    html: Part
    text: Part
    kinds: KindWeights = KindWeights()


class Scorer:
    """Scores blocks of one kind of input.

    Errors: ValueError where the weights were trained on numbers that vectors.py does not make.
    """

    def __init__(self, part: Part) -> None:
        unknown = sorted(set(part.features) - set(NAMES))
        if unknown:
            raise ValueError(f"the weights want what this version does not compute: {', '.join(unknown)}")
        self.tokens = Tokens({token: weight / HUNDREDTH for token, weight in part.tokens.items()})
        """Weights of words, for the rows."""
        at = {name: index for index, name in enumerate(NAMES)}
        self._sum = _compiled(part, [at[name] for name in part.features])

    def scores(self, rows: Sequence[Row]) -> list[float]:
        """Return the log-odds of each row being a block of the article."""
        return list(map(self._sum, rows))


def unpacked(file: bytes) -> Weights:
    """Return the weights in the bytes of a file: JSON, compressed by gzip.

    Errors: ValueError where it is no file of weights of this format.
    """
    try:
        weights = msgspec.json.decode(gzip.decompress(file), type=Weights)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"no file of weights: not in the format of gzip ({error})") from error
    if weights.format != FORMAT:
        raise ValueError(f"weights of format {weights.format}, but this version reads format {FORMAT}")
    return weights


class Model:
    """The classifier as it was trained."""

    def __init__(self, weights: Weights) -> None:
        self.html = Scorer(weights.html)
        self.text = Scorer(weights.text)
        self.kinds = Kinds(weights.kinds)

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a file of weights.

        Errors: ValueError, as `unpacked`.
        """
        return cls(unpacked(path.read_bytes()))


@lru_cache(maxsize=1)
def shipped() -> Model:
    """Return the model that the package ships."""
    return Model(unpacked((files(__package__) / SHIPPED).read_bytes()))


def _compiled(part: Part, at: Sequence[int]) -> Callable[[Iterable[float]], float]:
    """Return the sum of the trees as one function of a row: five times as fast as following nodes in a loop.

    A row's numbers become local variables. They are floats: comparing those is what the interpreter is best at.
    """
    lines = ["def score(row):", f" {', '.join(f'x{index}' for index in range(len(NAMES)))} = row"]
    lines.append(f" s = {float(part.bias)!r}")
    for number, tree in enumerate(part.trees, start=1):
        lines.append(f" s += {_written(tree, 0 if tree.features else -1, at)}")
        if number == part.sure_trees:
            lines.append(f" if s > {SURE_ODDS!r} or s < {-SURE_ODDS!r}: return s")
    lines.append(" return s")
    made: dict[str, Callable[[Iterable[float]], float]] = {}
    # The source holds numbers only: every one has passed through int() or float().
    exec(compile("\n".join(lines), "<weights>", "exec"), made)  # noqa: S102  # nosec B102
    return made["score"]


def _written(tree: Tree, node: int, at: Sequence[int]) -> str:
    if node < 0:
        return repr(float(tree.leaves[-1 - node]))
    left, right = _written(tree, tree.left[node], at), _written(tree, tree.right[node], at)
    return f"({left} if x{int(at[tree.features[node]])} <= {float(tree.thresholds[node])!r} else {right})"
