"""How good stripping is, out of fold, beside other extractors: `make quality`, and `make quality-quick`.

The whole form runs every development page through every extractor and prints F1 with standard errors and paired
differences by corpus and by language, what boilerplate is left by kind, text mode, speed beside trafilatura in
the same process, and the ten worst pages with the reasons; it writes it all as JSON. The quick form measures a
fixed sample and fails below the floors. bench/README.md says how to read both.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import orjson
from rich.console import Console

from bench.strip import bars, floors
from bench.strip.bootstrap import page_f1
from bench.strip.extractors import EXTRACTORS
from bench.strip.line_scores import line_scores
from bench.strip.lines import labelled_texts
from bench.strip.measured import COMPARED, MeasuredPage, measure
from bench.strip.own import NAME, Own
from bench.strip.pages import PAGES, read_pages
from bench.strip.printed import (
    any_table,
    bars_table,
    kinds_table,
    lines_table,
    print_worst,
    scores_table,
    speed_table,
)
from bench.strip.speed import REFERENCE, speeds
from bench.strip.summary import any_leftovers, by_corpus, by_kind, by_language
from bench.strip.worst import Reasons, reasons

WORST = 10
WIDTH = 150
SPEED_EVERY = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    options = _options(arguments)
    console = Console(width=WIDTH)
    if not PAGES.is_dir():
        sys.stderr.write(f"No development pages at {PAGES}: nothing can be measured.\n")
        return 1
    own = Own(options.folds)
    seen = (
        "out of fold"
        if own.out_of_fold
        else "as the package ships it (no --folds): may have been trained on these pages"
    )
    console.print(f"{NAME} is measured {seen}.", highlight=False)
    if options.quick:
        return _quick(console, own, options)
    return _whole(console, own, options)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a fixed sample against the floors")
    parser.add_argument(
        "--folds", type=Path, metavar="DIR", help="weights by fold, from bench.strip.train --folds DIR"
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each N-th page only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file")
    floor = parser.add_mutually_exclusive_group()
    floor.add_argument(
        "--raise-floors", action="store_true", help="with --quick: raise floors to what is reached"
    )
    floor.add_argument(
        "--lower-floors",
        type=Path,
        metavar="PAGE",
        help="with --quick: lower them, as this decision page says",
    )
    options = parser.parse_args(arguments)
    if (options.raise_floors or options.lower_floors) and not options.quick:
        parser.error("floors are those of --quick")
    return options


def _quick(console: Console, own: Own, options: argparse.Namespace) -> int:
    figures, set_floors = floors.reached(own), floors.read_floors()
    missed = floors.below(figures, set_floors)
    for name, figure in figures.items():
        sign = "BELOW" if name in missed else "ok"
        console.print(
            f"{sign:6}{name:24}{figure:.3f}  floor {set_floors.get(name, 0.0):.3f}  {floors.MEANINGS[name]}",
            highlight=False,
        )
    _write(options.json, {"reached": figures, "floors": set_floors, "below": missed})
    if options.raise_floors:
        floors.write_floors(floors.raised(figures, set_floors))
        return 0
    if options.lower_floors:
        try:
            floors.write_floors(floors.lowered(figures, set_floors, options.lower_floors))
        except ValueError as error:
            sys.stderr.write(f"Not lowered: {error}\n")
            return 1
        return 0
    return 1 if missed else 0


def _whole(console: Console, own: Own, options: argparse.Namespace) -> int:
    versions = {EXTRACTORS[name].package: EXTRACTORS[name].version for name in COMPARED}
    console.print("beside " + ", ".join(f"{name} {at}" for name, at in versions.items()), highlight=False)
    pages = list(measure(read_pages(options.every), own, COMPARED))
    corpora, languages = by_corpus(pages), by_language(pages)
    shares, kinds = any_leftovers(pages), by_kind(pages)
    console.print(scores_table("Web pages, by corpus", corpora), any_table(shares))
    for corpus in dict.fromkeys(one.corpus for one in kinds):
        console.print(kinds_table(corpus, [one for one in kinds if one.corpus == corpus]))
    console.print(scores_table("Web pages, by language of the gold text", languages))
    lines = line_scores(labelled_texts(read_pages(options.every)), own)
    console.print(lines_table(lines))
    fast = speeds(read_pages(options.every * SPEED_EVERY), own)
    console.print(speed_table(fast))
    against = bars.rows(corpora, shares, lines, fast)
    console.print(bars_table(against))
    worst = _worst(pages, own)
    console.print(f"\nThe {len(worst)} worst pages (- missed, + too much)", style="bold")
    for page, why in worst:
        ours, theirs = page_f1(page.scores[NAME]), page_f1(page.scores[REFERENCE])
        print_worst(console, f"{page.id} F1 {ours:.2f} ({REFERENCE} {theirs:.2f}) {page.url}", why)
    figures = {
        "out_of_fold": own.out_of_fold,
        "versions": versions,
        "bars": against,
        "by_corpus": corpora,
        "by_language": languages,
        "any_leftovers": shares,
        "by_kind": kinds,
        "text_mode": lines,
        "speed": fast,
        "worst": [{"id": page.id, "url": page.url, "reasons": why} for page, why in worst],
        "pages": pages,
    }
    _write(options.json, figures)
    return 0


def _worst(pages: Sequence[MeasuredPage], own: Own) -> list[tuple[MeasuredPage, Reasons]]:
    ordered = sorted(pages, key=lambda page: page_f1(page.scores[NAME]))[:WORST]
    chosen = {page.id: page for page in ordered}
    why = {page.id: reasons(page, own) for page in read_pages() if page.id in chosen}
    return [(page, why[page.id]) for page in ordered]


def _write(path: Path | None, figures: dict[str, Any]) -> None:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(orjson.dumps(msgspec.to_builtins(figures), option=orjson.OPT_INDENT_2))


if __name__ == "__main__":
    sys.exit(main())
