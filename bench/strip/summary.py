"""The figures of a run: what `make quality` prints and writes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from bench.strip.bootstrap import Difference, difference, share_error, standard_error
from bench.strip.leftovers import KINDS
from bench.strip.measured import MeasuredPage
from bench.strip.metric import CorpusScore, score_corpus
from bench.strip.own import NAME

MIN_PAGES = 12
"""Languages of fewer pages are told together."""
OTHER_LANGUAGES = "other languages"


class GroupScore(Struct, frozen=True):
    """One extractor on the pages of one group: a corpus, or a language.

    `less` is copydesk's F1 less this extractor's; absent for copydesk itself.
    """

    group: str
    extractor: str
    score: CorpusScore
    f1_error: float
    less: Difference | None


class LeftoverShare(Struct, frozen=True):
    """Pages of a corpus on which an extractor left any boilerplate, with the standard error of the share."""

    corpus: str
    extractor: str
    pages: int
    any_share: float
    any_error: float


class KindShare(Struct, frozen=True):
    """Pages that show a kind outside their gold text, and by extractor on how many of them it is left."""

    corpus: str
    kind: str
    pages_having: int
    pages_keeping: Mapping[str, int]


def by_corpus(pages: Sequence[MeasuredPage]) -> list[GroupScore]:
    """Score every extractor on each corpus."""
    return _by(pages, lambda page: page.corpus)


def by_language(pages: Sequence[MeasuredPage]) -> list[GroupScore]:
    """Score every extractor on the pages of each language of the gold text, all corpora together."""
    counts = Counter(page.language for page in pages)
    return _by(pages, lambda page: page.language if counts[page.language] >= MIN_PAGES else OTHER_LANGUAGES)


def any_leftovers(pages: Sequence[MeasuredPage]) -> list[LeftoverShare]:
    """Count the pages on which any boilerplate is left, by corpus and extractor."""
    found = []
    for corpus, members in _groups(pages, lambda page: page.corpus).items():
        for name in members[0].left:
            count = sum(bool(page.left[name]) for page in members)
            found.append(
                LeftoverShare(
                    corpus, name, len(members), count / len(members), share_error(count, len(members))
                )
            )
    return found


def by_kind(pages: Sequence[MeasuredPage]) -> list[KindShare]:
    """Count the pages that have a kind, and those that keep it, by corpus."""
    found = []
    for corpus, members in _groups(pages, lambda page: page.corpus).items():
        for kind in KINDS:
            having = [page for page in members if kind in page.has]
            keeping = {name: sum(kind in page.left[name] for page in having) for name in members[0].left}
            found.append(KindShare(corpus, kind, len(having), keeping))
    return found


def _by(pages: Sequence[MeasuredPage], group_of: Callable[[MeasuredPage], str]) -> list[GroupScore]:
    found = []
    for group, members in sorted(_groups(pages, group_of).items(), key=lambda item: -len(item[1])):
        own = [page.scores[NAME] for page in members]
        for name in members[0].scores:
            scores = [page.scores[name] for page in members]
            less = None if name == NAME else difference(own, scores)
            found.append(GroupScore(group, name, score_corpus(scores), standard_error(scores), less))
    return found


def _groups(
    pages: Sequence[MeasuredPage], group_of: Callable[[MeasuredPage], str]
) -> dict[str, list[MeasuredPage]]:
    groups: dict[str, list[MeasuredPage]] = defaultdict(list)
    for page in pages:
        groups[group_of(page)].append(page)
    return groups
