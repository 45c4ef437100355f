"""Train the classifier of spans: `python -m bench.enrich.entities.train SILVER`; writes the weights that the package ships.

Multinomial logistic regression on every span of every run of capitals: silver labels (`silver.py`) and the marked
passages, each as it is and varied. Seeded, one thread: the same data give the same file. Needs `requirements.txt`.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import orjson
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.enrich.entities.passages import HERE, Marked, passages
from bench.enrich.entities.varied import pools, varied
from copydesk.enrich.entities import model
from copydesk.enrich.entities.features import Words, sums_of
from copydesk.enrich.entities.known import german_nouns, german_particles, known_names
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of, written_in
from copydesk.enrich.entities.tables import TABLES, Tables

WEIGHTS: Final = Path(model.__file__).with_name(model.SHIPPED)
SEED: Final = 11
VARIATIONS: Final = 12
NOUN_VARIATIONS: Final = 36
"""In German, whose nouns are varied as well."""
SILVER_WEIGHT: Final = 0.25
"""A silver label is of another kind of text and often wrong."""
FORGOTTEN: Final = 0.35
"""So many of the known names are hidden, others in each variation: most names of tomorrow are not known."""
NOUNS_FORGOTTEN: Final = 0.1
"""So many nouns of German likewise."""
LEAST_SEEN: Final = 3
LEAST_WEIGHT: Final = 0.2
PENALTY: Final = 0.6


_BEHIND: Final = "\t"
"""Between the name of a table and a feature of it."""
_GATHERED: Final = Tables[tuple[str, ...]](
    {name: lambda key, _, name=name: (name + _BEHIND + key,) for name in TABLES},  # type: ignore[misc]
    (),
)


class Example(Struct, frozen=True):
    """A span: its features, the number of its class, its weight."""

    features: tuple[str, ...]
    wanted: int
    weight: float


def examples(
    passage: Marked,
    known: dict[str, str],
    weight: float,
    nouns: frozenset[str] = frozenset(),
) -> Iterator[Example]:
    """Yield every span of every run; `nouns` are given for German alone."""
    pieces = pieces_of(passage.text)
    distinct = set(pieces)
    gold = {(start, end): model.TYPES.index(kind) + 1 for start, end, kind in passage.names}
    capitals = capitals_of(distinct)
    if nouns:
        capitals -= german_particles()
    words = Words(_GATHERED, known, written_in(distinct), nouns)
    for run in runs_of(pieces, capitals):
        for start, sums in zip(run.starts, sums_of(run, words), strict=True):
            for end, features in zip(run.ends[-len(sums) :], sums, strict=True):
                yield Example(features, gold.get((start, end), 0), weight)


def _all(silver: Path) -> Iterator[Example]:
    known = known_names()
    source = random.Random(SEED)
    for line in silver.read_bytes().splitlines():
        row = orjson.loads(line)
        yield from examples(
            Marked(row["text"], tuple(map(tuple, row["names"]))), _hidden(known, source), SILVER_WEIGHT
        )
    drawn = pools(known)
    for path in sorted(HERE.glob("passages.*.txt")):
        nouns = sorted(german_nouns()) if path.suffixes[0] == ".de" else []
        for passage in passages(path):
            yield from examples(passage, known, 1.0, frozenset(nouns))
            for _ in range(NOUN_VARIATIONS if nouns else VARIATIONS):
                other = varied(passage, known, drawn, source, nouns)
                remembered = frozenset(source.sample(nouns, round(len(nouns) * (1 - NOUNS_FORGOTTEN))))
                yield from examples(other, _hidden(known, source), 1.0 / 3, remembered)


class _Hidden(dict[str, str]):
    """The known names without a share of them."""

    def __init__(self, known: Mapping[str, str], salt: int) -> None:
        super().__init__()
        self._known, self._salt = known, salt

    def get(self, name: str, default: Any = None) -> Any:
        kinds = self._known.get(name)
        if kinds is None or (
            (sum(map(ord, name)) * 7919 + self._salt) % 100 < FORGOTTEN * 100 and kinds not in "xwa"
        ):
            return default
        return kinds


def _hidden(known: Mapping[str, str], source: random.Random) -> dict[str, str]:
    return _Hidden(known, source.randrange(100))


def fit(rows: Sequence[Example]) -> tuple[list[str], Any]:
    """Return the features and their weights, one row a feature, one column a class."""
    seen = Counter(feature for row in rows for feature in row.features)
    numbers = {
        feature: at
        for at, feature in enumerate(sorted(name for name, times in seen.items() if times >= LEAST_SEEN))
    }
    indices: list[int] = []
    starts = [0]
    for row in rows:
        indices.extend(numbers[feature] for feature in row.features if feature in numbers)
        starts.append(len(indices))
    matrix = csr_matrix(
        (np.ones(len(indices), dtype=np.float64), np.array(indices), np.array(starts)),
        shape=(len(rows), len(numbers)),
    )
    across = matrix.T.tocsr()
    wanted = np.array([row.wanted for row in rows])
    weight = np.array([row.weight for row in rows])
    classes = len(model.TYPES) + 1
    hot = np.zeros((len(rows), classes))
    hot[np.arange(len(rows)), wanted] = 1.0

    def loss(flat: Any) -> tuple[float, Any]:
        table = flat.reshape(-1, classes)
        sums = matrix @ table
        sums -= sums.max(axis=1, keepdims=True)
        odds = np.exp(sums)
        odds /= odds.sum(axis=1, keepdims=True)
        value = -(weight * np.log(odds[np.arange(len(rows)), wanted] + 1e-12)).sum() + PENALTY / 2 * (
            flat @ flat
        )
        slope = across @ ((odds - hot) * weight[:, None])
        return float(value), slope.ravel() + PENALTY * flat

    found = minimize(
        loss, np.zeros(len(numbers) * classes), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    return list(numbers), found.x.reshape(-1, classes)


def write(names: Sequence[str], table: Any) -> None:
    """Write the weights that matter, in whole hundredths."""
    tables: dict[str, list[bytes]] = {name: [] for name in TABLES}
    for feature, numbers in zip(names, table, strict=True):
        if np.abs(numbers).max() >= LEAST_WEIGHT:
            name, _, key = feature.partition(_BEHIND)
            row = [round(float(number) * model.SCALE) for number in numbers]
            tables[name].append(orjson.dumps(key) + b":" + orjson.dumps(row))
    parts = [orjson.dumps(name) + b":{\n" + b",\n".join(rows) + b"}" for name, rows in tables.items()]
    WEIGHTS.write_bytes(b'{"format":%d,"tables":{\n' % model.FORMAT + b",\n".join(parts) + b"\n}}\n")
    kept = sum(map(len, tables.values()))
    sys.stdout.write(f"{kept} features of {len(names)}, {WEIGHTS.stat().st_size} bytes\n")


if __name__ == "__main__":
    made = list(_all(Path(sys.argv[1])))
    sys.stdout.write(f"{len(made)} spans, by class {sorted(Counter(row.wanted for row in made).items())}\n")
    write(*fit(made))
