"""The people, organisations and places that a text names: found place by place, then gathered over the whole text."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from copydesk.enrich.entities.aliases import Found, gathered, overlooked
from copydesk.enrich.entities.features import Words, sums_of
from copydesk.enrich.entities.known import KINDS, german_nouns, german_particles, known_names
from copydesk.enrich.entities.model import CUT, CUT_GERMAN, TYPES, names_in, shipped_weights
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of, written_in
from copydesk.enrich.entities.unspaced import LANGUAGES, names_unspaced
from copydesk.record import Mention

MENTIONS_MAX: Final = 60
TEXT_MAX_CHARS: Final = 24_000
"""So much of a body is read: the first 4,000 words."""
SCORE_MIN: Final = 0.5
_WORD: Final = KINDS["common"]
_NO_NAME: Final = frozenset((KINDS["adjective"], KINDS["other"]))
"""Kinds of words that are no name by themselves: nations' adjectives, days, months."""


def find_mentions(body: str, language: str | None = "en") -> tuple[Mention, ...]:
    """Return the people, organisations and places of `body`, the most prominent first, at most `MENTIONS_MAX`.

    What goes by several names is one mention, its `name` the fullest of them. `score` is the mean probability of its
    type at its places; a mention is the more prominent the higher the sum of these.
    """
    text = body[:TEXT_MAX_CHARS]
    found = find_names(text, language)
    mentions = [(weight, mention) for group in gathered(text, found) for weight, mention in _mention(group)]
    mentions.sort(key=lambda pair: (-pair[0], pair[1].spans[0]))
    return tuple(mention for _, mention in mentions[:MENTIONS_MAX])


def find_names(text: str, language: str | None = "en") -> list[Found]:
    """Return every place where a name stands, in order; `language` is a BCP 47 tag."""
    found: list[Found] = []
    missed: list[tuple[int, int]] = []
    known = known_names()
    pieces = pieces_of(text)
    distinct = set(pieces)
    capitals, written = capitals_of(distinct), written_in(distinct)
    nouns = frozenset[str]()
    if (language or "").startswith("de"):
        nouns, capitals = german_nouns(), capitals - german_particles()
    openers, others = _ordinary(capitals, known, written, german=bool(nouns))
    words = Words(shipped_weights(), known, written, nouns)
    for run in runs_of(pieces, capitals, openers, others):
        names = names_in(sums_of(run, words), CUT_GERMAN if nouns else CUT)
        if not names:
            missed.append((run.starts[0], run.ends[-1]))
        for first, behind, odds in names:
            start, end = run.starts[first], run.ends[behind - 1]
            found.append(Found(text[start:end], start, end, TYPES[odds.index(max(odds))], odds))
    found += list(overlooked(text, found, missed))
    if (language or "").startswith(LANGUAGES):
        found += names_unspaced(text)
    return sorted(found, key=lambda one: one.start)


def _ordinary(
    capitals: Iterable[str], known: Mapping[str, str], written: Collection[str], *, german: bool
) -> tuple[set[str], set[str]]:
    """Return the words that open sentences every day, no known names, and those that are no name by themselves anywhere.

    In German what stands in the text in lower case too is not even a noun.
    """
    openers, others = set(), set()
    for word in capitals:
        low = word.casefold()
        kinds = known.get(low)
        if kinds in _NO_NAME:
            others.add(word)
        elif kinds == _WORD or ((german or kinds is None) and low in written):
            openers.add(word)
    return openers, others


def _mention(group: list[Found]) -> Iterator[tuple[float, Mention]]:
    sums = (
        group[0].odds
        if len(group) == 1
        else [sum(odds) for odds in zip(*[place.odds for place in group], strict=True)]
    )
    best = max(sums)
    score = best / len(group)
    if score < SCORE_MIN:
        return
    forms: dict[str, int] = {}
    for place in group:
        forms[place.name] = forms.get(place.name, 0) + 1
    name = group[0].name
    if len(forms) > 1:
        name = max(forms, key=lambda form: (len(form.split()), forms[form]))
    yield (
        best,
        Mention(
            name=name,
            type=TYPES[sums.index(best)],
            spans=tuple((place.start, place.end) for place in group),
            score=round(score, 4),
            aliases=tuple(form for form in forms if form != name),
        ),
    )
