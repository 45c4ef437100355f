"""The tables that `make quality` prints."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from bench.strip.bars import Row
from bench.strip.line_scores import ALL, LineScore
from bench.strip.lines import PAGE
from bench.strip.own import NAME
from bench.strip.speed import Speed
from bench.strip.summary import GroupScore, KindShare, LeftoverShare
from bench.strip.worst import Reasons


def scores_table(title: str, groups: Iterable[GroupScore]) -> Table:
    """F1 by group and extractor; the difference is copydesk's less the row's, with its 95 % interval."""
    table = Table("", "extractor", "pages", "F1", "±", "P", "R", "exact", "copydesk less this", title=title)
    for one in groups:
        score = one.score
        less = f"{one.less.f1:+.3f} ({one.less.low:+.3f} {one.less.high:+.3f})" if one.less else ""
        table.add_row(
            one.group if one.extractor == NAME else "",
            one.extractor,
            str(score.pages),
            *(f"{value:.3f}" for value in (score.f1, one.f1_error, score.precision, score.recall)),
            f"{score.exact:.2f}",
            less,
            end_section=False,
        )
    return table


def any_table(shares: Sequence[LeftoverShare]) -> Table:
    """Pages with any leftover boilerplate, by extractor and corpus."""
    corpora = list(dict.fromkeys(one.corpus for one in shares))
    table = Table("extractor", *corpora, title="Pages with any boilerplate left")
    for name in dict.fromkeys(one.extractor for one in shares):
        mine = {one.corpus: one for one in shares if one.extractor == name}
        table.add_row(
            name, *(f"{100 * mine[at].any_share:.1f} % ± {100 * mine[at].any_error:.1f}" for at in corpora)
        )
    return table


def kinds_table(corpus: str, kinds: Sequence[KindShare]) -> Table:
    """Share of the pages having a kind that keep it, by extractor."""
    names = list(kinds[0].pages_keeping)
    table = Table("kind", "pages having it", *names, title=f"{corpus}: pages that keep it, of those")
    for one in kinds:
        having = max(1, one.pages_having)
        table.add_row(
            one.kind,
            str(one.pages_having),
            *(f"{100 * one.pages_keeping[name] / having:.0f} %" for name in names),
        )
    return table


def lines_table(scores: Sequence[LineScore]) -> Table:
    """Text mode by source and corpus."""
    table = Table(
        *("source", "corpus", "lines", "to keep", "keep all F1", "F1", "±", "perfect"),
        *("drop P", "drop R", "drop F1", "keep R", "drop F1 at keep R .99", "±"),
        title="Text mode",
    )
    for one in sorted(scores, key=lambda score: (score.source != PAGE, score.source, score.corpus == ALL)):
        figures = (one.keep_all, one.f1, one.f1_error, one.perfect)
        drops = (one.drop_precision, one.drop_recall, one.drop_f1, one.keep_recall)
        sure = (one.sure_drop_f1, one.sure_drop_error)
        table.add_row(
            *(one.source, one.corpus, str(one.lines), f"{100 * one.to_keep:.0f} %"),
            *(f"{value:.3f}" for value in figures + drops + sure),
        )
    return table


def speed_table(speeds: Iterable[Speed]) -> Table:
    """Speed beside the reference of the same run."""
    table = Table("", "pages", "pages/s", "trafilatura pages/s", "times", title="Speed, CPU time of one core")
    for one in speeds:
        table.add_row(
            one.name,
            str(one.pages),
            f"{one.pages_per_second:.0f}",
            f"{one.reference_pages_per_second:.0f}",
            f"{one.ratio:.2f} ({one.low:.2f} {one.high:.2f})",
        )
    return table


def bars_table(rows: Iterable[Row]) -> Table:
    """Each bar, what was reached, and the best other extractor on the same pages."""
    table = Table("measure", "copydesk", "±", "bar", "", "best other here", title="Against the bars")
    for one in rows:
        other = f"{one.best_other:.3f} {one.other}" if one.best_other is not None else ""
        error = f"{one.error:.3f}" if one.error is not None else ""
        sign = "reached" if one.reached else "missed"
        table.add_row(one.measure, f"{one.figure:.3f}", error, f"{one.bar:.3f}", sign, other)
    return table


def print_worst(console: Console, title: str, found: Reasons) -> None:
    """One page with its greatest faults."""
    console.print(title, style="bold", highlight=False, markup=False)
    told = [f"missed {found.missed_words} words", f"too much {found.extra_words}"]
    if found.not_on_page:
        told.append(f"{found.not_on_page} of the gold are in no block of the page")
    if found.rejected:
        told.append("rejected: nothing was kept")
    console.print("  " + ", ".join(told), highlight=False)
    for fault in found.faults:
        why = f"{fault.kind}, {fault.rule} {fault.confidence:.2f}" if fault.missed else "kept"
        sign = "-" if fault.missed else "+"
        console.print(f"  {sign} {fault.words} words ({why}): {fault.text}", highlight=False, markup=False)
