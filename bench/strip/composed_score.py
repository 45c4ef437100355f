"""How stripping does on composed texts and pages, by language, with weights that were trained without their sites.

    python -m bench.strip.composed_score DIRECTORY    # as bench/strip/train.py --folds has filled it

Out of fold of the written sites too: a text's own lines were not learnt, others of its language were.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.strip.examples import Example, composed_pages, composed_texts
from bench.strip.pages import FOLDS, fold_of
from copydesk.strip.decide import decide
from copydesk.strip.model import Model
from copydesk.strip.verdict import Verdict

_Counts = list[int]
"""Lines of furniture and those of them that went, lines of articles and those of them that stayed."""


def counted(examples: Iterable[Example], models: Sequence[Model]) -> dict[str, _Counts]:
    """Count lines by language, and of all; `rules` are the same without the model."""
    counts: dict[str, _Counts] = defaultdict(lambda: [0, 0, 0, 0])
    for each in examples:
        language = each.site.split("-", 1)[1].rsplit("-", 1)[0]
        decided = decide(each.judged, models[fold_of(each.site)])
        for name, verdicts in (("all", decided), (language, decided), ("rules", each.judged.verdicts)):
            _add(counts[name], each.kept, verdicts)
    return counts


def _add(counts: _Counts, kept: Sequence[bool], verdicts: Sequence[Verdict | None]) -> None:
    for stays, verdict in zip(kept, verdicts, strict=True):
        gone = verdict is not None and not verdict.keep
        counts[2 if stays else 0] += 1
        counts[3 if stays else 1] += stays is not gone


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folds", type=Path)
    models = [Model.load(parser.parse_args().folds / f"{fold}.json.gz") for fold in range(FOLDS)]
    for name, examples in (("texts", composed_texts()), ("pages", composed_pages())):
        for language, (furniture, went, article, stayed) in counted(examples, models).items():
            print(
                f"{name} {language:8} removed {went / furniture:.3f} of {furniture}, kept {stayed / article:.3f} of {article}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
