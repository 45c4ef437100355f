"""The index: which of the last articles are alike, found by the bands of their sketches.

A sketch has 42 bands of 3 slots. Two texts that share a share J of their shingles agree in one band with
1 - (1 - J^3)^42: 0.996 at 0.5, where similarity begins, 0.99999 at 0.63, which 5 % changed words leave; two
that share 2 % with 0.0003. *Source*: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4.

A band belongs to one partition by its hash, so each partition knows a part of the bands of all articles, and
every pair that agrees in a band meets in one place. A pair is told once: by the partition of the first band
in which it agrees.
"""

from collections.abc import Iterator

import xxhash
from msgspec import Struct

from copydesk.cluster.messages import Label
from copydesk.enrich.fingerprint import SLOTS, packed_similarity, packed_slots

BAND_SLOTS = 3
BANDS = SLOTS // BAND_SLOTS
_BAND_BYTES = 2 * BAND_SLOTS

SIMILARITY = 0.5
"""From which on two articles are alike. Texts with 5 % of their words changed have 0.63, with a standard error of 0.043."""

MOST_COMPARED = 64
"""Articles of a band that a new one is compared with, the latest: what many share is a template or one text in many copies.

Copies of one text stay connected, each with the latest before it."""


def band_keys(slots: bytes) -> list[int]:
    """Hash of each band of `packed_slots`; modulo the number of partitions it is the band's partition."""
    return [
        xxhash.xxh3_64_intdigest(slots[band * _BAND_BYTES : (band + 1) * _BAND_BYTES], band)
        for band in range(BANDS)
    ]


def partitions_of(fingerprint: str, partitions: int) -> set[int]:
    """Where a sketch is to be compared. Errors: ValueError when it is no fingerprint of this version."""
    return {key % partitions for key in band_keys(packed_slots(fingerprint))}


class _Entry(Struct, eq=False):
    label: Label
    slots: bytes
    at_s: float


class Index:
    """The bands that belong to one partition, of the articles within the window.

    Memory: one entry an article and one key a band; `make bench-clusters` measures it.
    """

    def __init__(self, partition: int, partitions: int, window_articles: int, window_s: float) -> None:
        self._partition = partition
        self._partitions = partitions
        self._most = window_articles
        self._window_s = window_s
        self._entries: dict[str, _Entry] = {}
        # One entry alone stands without a list: nearly all bands have one.
        self._bands: dict[int, _Entry | list[_Entry]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, label: Label, at_s: float) -> list[Label]:
        """Put an article in, in the place of its sketch of before; return those it is like.

        Units: `at_s` in Unix seconds, that of the message; what is older by the window is forgotten.
        """
        self._remove(label.id)
        self._forget(at_s)
        entry = _Entry(label, packed_slots(label.fingerprint), at_s)
        keys = band_keys(entry.slots)
        ours = [key for key in keys if key % self._partitions == self._partition]
        found = [other.label for other in self._compared(ours) if self._alike(entry.slots, other.slots, keys)]
        if ours:
            self._entries[label.id] = entry
        for key in ours:
            held = self._bands.setdefault(key, entry)
            if isinstance(held, list):
                held.append(entry)
            elif held is not entry:
                self._bands[key] = [held, entry]
        return found

    def _compared(self, keys: list[int]) -> Iterator[_Entry]:
        """Entries that share one of these bands, each once."""
        met: set[int] = set()
        for key in keys:
            held = self._bands.get(key)
            if held is None:
                continue
            for entry in held[-MOST_COMPARED:] if isinstance(held, list) else (held,):
                if id(entry) not in met:
                    met.add(id(entry))
                    yield entry

    def _alike(self, one: bytes, other: bytes, keys: list[int]) -> bool:
        for band, key in enumerate(keys):
            place = slice(band * _BAND_BYTES, (band + 1) * _BAND_BYTES)
            if one[place] == other[place]:
                return (
                    key % self._partitions == self._partition and packed_similarity(one, other) >= SIMILARITY
                )
        return False

    def _forget(self, now_s: float) -> None:
        while self._entries:
            oldest = next(iter(self._entries.values()))
            if len(self._entries) < self._most and oldest.at_s >= now_s - self._window_s:
                return
            self._remove(oldest.label.id)

    def _remove(self, article: str) -> None:
        entry = self._entries.pop(article, None)
        if entry is None:
            return
        for key in band_keys(entry.slots):
            held = self._bands.get(key)
            if held is entry:
                del self._bands[key]
            elif isinstance(held, list) and entry in held:
                held.remove(entry)
                if len(held) == 1:
                    self._bands[key] = held[0]
