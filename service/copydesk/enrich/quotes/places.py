"""What stands around a quote: the rest of its sentence before and behind it, and whether it is a sentence of its own."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from copydesk.enrich.quotes.cues import Said
from copydesk.enrich.quotes.marks import Marked
from copydesk.enrich.sentences import BOUNDARY

STOPS: Final = frozenset(".!?…")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_TERM_WORDS: Final = 2
_AGAIN = re.compile(r"(\n\s*)[“„«»\"”]\s?")


class Place(Struct):
    """A pair of marks, its surroundings, and what is found out about it; `said` is the cue of its own sentence."""

    marked: Marked
    words: int
    before: str
    """Its sentence up to it, from the quote before on at most."""
    before_at: int
    after: str
    """Its sentence behind it, up to the next quote at most."""
    last_char: str
    """With what the words end: inside the marks news set the comma or the stop."""
    said: Said | None = None
    quoted: bool = False
    speaker: str | None = None
    cue: str | None = None
    source: str | None = None
    confidence: float = 0.0

    @property
    def stands_alone(self) -> bool:
        """Whether its sentence begins with it."""
        return not self.before.strip(" —–-")

    @property
    def lead(self) -> str:
        """The last character in front of it."""
        return self.before.rstrip()[-1:]

    @property
    def rest(self) -> str:
        """What is behind it, without space."""
        return self.after.lstrip(" \t\u00a0\u202f")

    def goes_on_with(self, previous: "Place") -> bool:
        """Say whether both are in one sentence: `“We asked,” she said, “and waited.”`."""
        return self.before_at == previous.marked.closes and not self.stands_alone


def read_places(body: str, marked: Sequence[Marked], paragraphs: Sequence[tuple[int, int]]) -> list[Place]:
    """Return the pairs that may be quotes with what stands around them; those that are a term belong to the text."""
    kept = [one for one in marked if not _is_term(body, one)]
    places = []
    for number, one in enumerate(kept):
        start, end = paragraphs[one.paragraph][0], paragraphs[one.last][1]
        if number:
            start = max(start, kept[number - 1].closes)
        if number + 1 < len(kept):
            end = min(end, kept[number + 1].opens)
        cut = start
        for match in BOUNDARY.finditer(body, start, one.opens):
            cut = match.end()
        stop = BOUNDARY.search(body, one.closes, end)
        places.append(
            Place(
                one,
                len(_WORD.findall(body, one.start, one.end)),
                body[cut : one.opens],
                cut,
                body[one.closes : stop.end() if stop else end],
                body[one.end - 1],
            )
        )
    return places


def _is_term(body: str, one: Marked) -> bool:
    """Say whether the words between marks are too few for a quote, and nothing says that they are one."""
    if len(_WORD.findall(body, one.start, one.end)) > _TERM_WORDS:
        return False
    before = body[max(0, one.opens - 2) : one.opens].rstrip()[-1:]
    behind = body[one.closes : one.closes + 1]
    said = behind == "," and (not before or before in STOPS)
    return not (body[one.end - 1] in ",.!?…" or before == ":" or said)


def blanked(body: str, places: Sequence[Place]) -> str:
    """Return the text with what is said in it blanked out, every place where it was."""
    pieces, at = [], 0
    for place in places:
        one = place.marked
        pieces += [body[at : one.start], "\u00b7" * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, body[at:]])


def text_of(body: str, one: Marked) -> str:
    """Return the words; the mark that a longer quote sets again at each paragraph is left out."""
    text = body[one.start : one.end]
    return text if one.last == one.paragraph else _AGAIN.sub(r"\1", text)
