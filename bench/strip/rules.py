"""Measure each rule: how many blocks it removed from the development pages, and how many were not in the gold text.

`python -m bench.strip.rules`. The share is what `Rule.confidence` states (rounded down to .05, from 20 blocks on).
"""

import re
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from bench.strip.pages import normal, read_pages
from copydesk.outcome import RejectArticle
from copydesk.strip.select import HIDDEN, LABEL, LINK, OUTSIDE, PLACE
from copydesk.strip.stage import strip

_WORD = re.compile(r"\w+")
MIN_WORDS = 4
"""Regions are counted from this size on: shorter texts stand in most gold texts by chance."""
STRUCTURAL = frozenset((OUTSIDE, HIDDEN, LABEL, PLACE, LINK, "tail-between"))


def main() -> int:
    """Run from the command line."""
    removed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for page in read_pages():
        gold = " ".join(_WORD.findall(page.gold))
        article = normal(page)
        try:
            clean = strip(article)
        except RejectArticle:
            continue
        for span in clean.removed:
            words = " ".join(_WORD.findall(article.text[span.start : span.end]))
            if span.rule in STRUCTURAL and words.count(" ") < MIN_WORDS - 1:
                continue
            if words:
                removed[span.rule] += 1
                right[span.rule] += f" {words} " not in f" {gold} "
    table = Table("rule", "blocks", "not in gold")
    for rule, count in removed.most_common():
        table.add_row(rule, str(count), f"{right[rule] / count:.3f}")
    Console(width=80).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
