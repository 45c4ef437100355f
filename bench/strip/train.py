"""Train the classifier of blocks from the development pages: `make train`, or.

    python -m bench.strip.train                      # all pages: the weights that the package ships
    python -m bench.strip.train --folds DIRECTORY    # one file a fold, trained without its sites: for `make quality`

Seeded and single in its order: the same pages give the same file. Needs LightGBM (requirements-bench.lock).
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import lightgbm
import msgspec
import numpy as np
from msgspec import Struct

from bench.strip.labels import label, words_of
from bench.strip.lines import PAGE, SOURCES, LabelledText, labelled_texts
from bench.strip.pages import FOLDS, PAGES, fold_of, normal, read_pages
from bench.strip.words import WordCounts, kind_weights
from copydesk.article import NormalArticle
from copydesk.ledger import Kind
from copydesk.normalise.paragraphs import paragraphs
from copydesk.strip import model as shipped
from copydesk.strip.decide import to_ask
from copydesk.strip.judged import Judged
from copydesk.strip.model import FORMAT, Part, Tree, Weights
from copydesk.strip.stage import judged
from copydesk.strip.tokens import hint_tokens, text_tokens
from copydesk.strip.vectors import NAMES, candidates, rows

WEIGHTS: Final = Path(shipped.__file__).with_name(shipped.SHIPPED)

SEED: Final = 7
PARAMETERS: Final[dict[str, Any]] = {
    "objective": "binary",
    "learning_rate": 0.08,
    "min_data_in_leaf": 40,
    "lambda_l2": 10.0,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 127,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}


class Size(Struct, frozen=True):
    """How many trees of how many leaves, and after how many of them a sure row is left as it is (`model.Part.sure_trees`)."""

    trees: int
    leaves: int
    sure_trees: int = 0


PAGES_SIZE: Final = Size(200, 31, sure_trees=50)
"""Against 150 of 16, out of fold, fundus .962 to .963 (means of three seeds), the others within .001; leaving sure rows early costs none."""
TEXTS_SIZE: Final = Size(200, 31, sure_trees=50)
"""Against 150 of 16 all the way, out of fold, whole pages' text within .002 and what resiliparse leaves .001 to .004 better (two seeds)."""

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


class Example(Struct, frozen=True):
    """A labelled text: one of the development pages, or what is left of one as plain text."""

    site: str
    corpus: str
    judged: Judged
    wanted: list[int]
    asked: frozenset[int]
    """Those of the wanted that the model decides about; of a text all."""
    kept: list[bool]
    gold_words: int


def html_examples() -> list[Example]:
    """Every development page that has text."""
    made = []
    for page in read_pages():
        article = normal(page)
        if article.blocks:
            seen = judged(article)
            kept = label([one.text for one in seen.seen], page.gold)
            made.append(_example(page.site, page.corpus, seen, kept, page.gold))
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
        made.append(_example(each.site, each.corpus, judged(each.article), list(each.labels), each.gold))
        if each.source != PAGE and any(each.labels):
            made.append(_part(each, chance))
    return made


def _part(each: LabelledText, chance: random.Random) -> Example:
    """A few lines in a row, at least one of them kept, as a text of their own."""
    size = chance.randint(*PART_LINES)
    kept = chance.choice([at for at, label in enumerate(each.labels) if label])
    start = max(0, kept - chance.randrange(size))
    lines, labels = each.lines[start : start + size], each.labels[start : start + size]
    text, blocks = paragraphs("\n\n".join(lines))
    article = NormalArticle(id="", id_method="content", kind="text", text=text, blocks=blocks)
    labels = (
        labels
        if len(blocks) == len(labels)
        else tuple(label([text[b.start : b.end] for b in blocks], each.gold))
    )
    gold = " ".join(line for line, label in zip(lines, labels, strict=False) if label)
    return _example(each.site, each.corpus, judged(article), list(labels), gold)


def _example(site: str, corpus: str, seen: Judged, kept: list[bool], gold: str) -> Example:
    wanted = candidates(seen.seen, seen.region)
    asked = to_ask(seen, wanted).asked if seen.region.is_page else wanted
    return Example(
        site, corpus, seen, wanted, frozenset(asked), kept, max(LEAST_GOLD_WORDS, len(words_of(gold)))
    )


def train_part(examples: Sequence[Example], size: Size) -> Part:
    """Train the trees and the weights of words for one kind of input."""
    counts = WordCounts()
    for each in examples:
        for at in each.wanted:
            one = each.judged.seen[at]
            counts.add(each.site, _tokens(one.text, one.words, one.block.hints), each.kept[at])
    counts.close()
    numbers, labels, weights = [], [], []
    for each in examples:
        left_out: Any = counts.without(each.site)
        numbers += rows(each.judged, left_out, each.wanted)
        labels += [each.kept[at] for at in each.wanted]
        weights += [_weight(each, at) for at in each.wanted]
    table = np.array(numbers, dtype=np.float64)
    telling = [at for at in range(len(NAMES)) if np.ptp(table[:, at]) > 0]  # a text has no elements
    names = [NAMES[at] for at in telling]
    data = lightgbm.Dataset(table[:, telling], np.array(labels), weight=np.array(weights))
    booster = lightgbm.train(PARAMETERS | {"num_leaves": size.leaves}, data, size.trees)
    dumped = booster.dump_model()
    return Part(
        features=names,
        trees=[_tree(each["tree_structure"]) for each in dumped["tree_info"]],
        bias=0.0,
        tokens=counts.weights(),
        sure_trees=size.sure_trees,
    )


def train_kinds(examples: Iterable[Example]) -> dict[str, dict[Kind, float]]:
    """Weights of words by kind, from removed blocks that rules or places have named."""
    named = []
    for each in examples:
        for one, verdict, kept in zip(each.judged.seen, each.judged.verdicts, each.kept, strict=True):
            if verdict is not None and not kept and verdict.kind is not Kind.OTHER:
                named.append((each.site, _tokens(one.text, one.words, one.block.hints), verdict.kind))
    return msgspec.convert(kind_weights(named), dict[str, dict[Kind, float]])


def _tokens(text: str, words: int, hints: str) -> list[str]:
    return [*text_tokens(text, words), *hint_tokens(hints.split())]


def _weight(each: Example, at: int) -> float:
    share = min(each.judged.seen[at].words, 300) / each.gold_words
    asked = 1.0 if at in each.asked else SETTLED_WEIGHT
    return asked * (BLOCK_WEIGHT + WORDS_WEIGHT * share) * CORPUS_WEIGHT[each.corpus]


def _tree(root: dict[str, Any]) -> Tree:
    """LightGBM's tree as ours: the boosters' sum has no bias of its own, it is in the first tree's leaves."""
    features: list[int] = []
    thresholds: list[float] = []
    left: list[int] = []
    right: list[int] = []
    leaves: list[float] = []

    def walk(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 5))
            return -len(leaves)
        at = len(features)
        features.append(node["split_feature"])
        thresholds.append(float(f"{node['threshold']:.9g}"))
        left.append(0)
        right.append(0)
        left[at] = walk(node["left_child"])
        right[at] = walk(node["right_child"])
        return at

    walk(root)
    return Tree(features, thresholds, left, right, leaves)


def train(html: Sequence[Example], text: Sequence[Example]) -> bytes:
    """Train everything; the bytes of the file."""
    weights = Weights(FORMAT, train_part(html, PAGES_SIZE), train_part(text, TEXTS_SIZE), train_kinds(html))
    return msgspec.json.encode(weights)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=Path, metavar="DIRECTORY", help="train without each fold in turn")
    parser.add_argument("--only", type=int, help="with --folds: this fold alone")
    options = parser.parse_args()
    if not PAGES.is_dir():
        sys.stderr.write(f"No development pages at {PAGES}.\n")
        return 1
    began = time.monotonic()
    html, text = html_examples(), text_examples()
    print(f"{len(html)} pages, {len(text)} texts labelled after {time.monotonic() - began:.0f} s", flush=True)
    if options.folds is None:
        WEIGHTS.write_bytes(train(html, text))
        print(f"{WEIGHTS} after {time.monotonic() - began:.0f} s")
        return 0
    options.folds.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS) if options.only is None else (options.only,):
        made = train(
            [each for each in html if fold_of(each.site) != fold],
            [each for each in text if fold_of(each.site) != fold],
        )
        (options.folds / f"{fold}.json").write_bytes(made)
        print(f"fold {fold} after {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
