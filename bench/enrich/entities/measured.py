"""How well names are found: precision, recall and F1, typed and of spans alone, on marked text."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from bench.enrich.entities.passages import Marked

Finder = Callable[[str], Iterable[tuple[int, int, str]]]
_UNER: Final = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


class Measured(Struct, frozen=True):
    """Counts of names: gold, told, told with the right span, with the right span and type."""

    gold: int
    told: int
    spans: int
    typed: int

    @property
    def span_f1(self) -> float:
        """F1 of spans whatever their type."""
        return 2 * self.spans / (self.gold + self.told)

    @property
    def typed_f1(self) -> float:
        """F1 of spans of the right type."""
        return 2 * self.typed / (self.gold + self.told)


def measure(texts: Iterable[Marked], find: Finder) -> Measured:
    """Compare what `find` tells of each text with its marks."""
    gold = told = spans = typed = 0
    for text in texts:
        wanted, found = set(text.names), set(find(text.text))
        gold += len(wanted)
        told += len(found)
        typed += len(wanted & found)
        spans += len({name[:2] for name in wanted} & {name[:2] for name in found})
    return Measured(gold, told, spans, typed)


def uner(path: Path) -> Iterator[Marked]:
    """Read sentences of Universal NER (IOB2 with a `# text` line)."""
    for block in path.read_text().split("\n\n"):
        lines = block.split("\n")
        text = next((line[len("# text = ") :] for line in lines if line.startswith("# text = ")), None)
        if text is None:
            continue
        names: list[tuple[int, int, str]] = []
        at = 0
        for line in lines:
            fields = line.split("\t")
            if len(fields) < 3 or not fields[0].isdigit():
                continue
            start = text.index(fields[1], at)
            at = start + len(fields[1])
            if fields[2].startswith("B-"):
                names.append((start, at, _UNER.get(fields[2][2:], "")))
            elif fields[2].startswith("I-") and names:
                names[-1] = (names[-1][0], at, names[-1][2])
        yield Marked(text, tuple(name for name in names if name[2]))
