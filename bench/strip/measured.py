"""Every page through every extractor: scores and leftovers, on the same pages with the same metric."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from bench.strip.extractors import language_name, outputs
from bench.strip.leftovers import Gold, leftovers
from bench.strip.lines import visible_text
from bench.strip.metric import PageScore, score_page
from bench.strip.own import NAME, Own
from bench.strip.pages import DevelopmentPage

COMPARED = (
    "trafilatura",
    "trafilatura precision",
    "readability-lxml",
    "resiliparse",
    "newspaper4k",
    "jusText",
)


class MeasuredPage(Struct, frozen=True):
    """One page: what it is, and by extractor how right its text was and which kinds of boilerplate it held.

    Shape: `has` are the kinds that the page shows outside its gold text; `left[extractor]` maps a kind to the
    segments of it that are left.
    """

    id: str
    corpus: str
    site: str
    url: str
    language: str
    scores: Mapping[str, PageScore]
    has: Sequence[str]
    left: Mapping[str, Mapping[str, Sequence[str]]]


def measure(pages: Iterable[DevelopmentPage], own: Own, compared: Iterable[str]) -> Iterator[MeasuredPage]:
    """Yield the pages measured; the other extractors' outputs come from the cache where it has them."""
    others = outputs(compared)
    try:
        for page in pages:
            texts = {NAME: own.text(page)} | {name: other.text(page) for name, other in others.items()}
            gold = Gold(page.gold)
            yield MeasuredPage(
                page.id,
                page.corpus,
                page.site,
                page.url,
                language_name(page.gold),
                {name: score_page(page.gold, text) for name, text in texts.items()},
                sorted(leftovers(visible_text(page), gold)),
                {name: leftovers(text, gold) for name, text in texts.items()},
            )
    finally:
        for other in others.values():
            other.close()
