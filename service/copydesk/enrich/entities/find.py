"""The people, organisations and places that a text names: found place by place, then gathered over the whole text."""

from collections.abc import Collection, Iterator
from typing import Final

from copydesk.enrich.entities.aliases import Found, gathered, overlooked
from copydesk.enrich.entities.features import Spans, Words
from copydesk.enrich.entities.known import KINDS, german_nouns, known_names
from copydesk.enrich.entities.model import TYPES, names_in, shipped_weights
from copydesk.enrich.entities.runs import capitals_of, in_lower_case, pieces_of, runs_of
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
    capitals = capitals_of(distinct)
    nouns = german_nouns() if (language or "").startswith("de") else frozenset[str]()
    openers = {word for word in capitals if _ordinary(word.casefold(), known, distinct, german=bool(nouns))}
    others = {word for word in capitals if known.get(word.casefold()) in _NO_NAME}
    words = Words(shipped_weights(), known, distinct, nouns)
    for run in runs_of(pieces, capitals, openers, others):
        names = names_in(Spans(run, words).sum, len(run.words))
        if not names:
            missed.append((run.starts[0], run.ends[-1]))
        for first, behind, odds in names:
            start, end = run.starts[first], run.ends[behind - 1]
            found.append(Found(text[start:end], start, end, TYPES[odds.index(max(odds))], odds))
    found += list(overlooked(text, found, missed))
    if (language or "").startswith(LANGUAGES):
        found += names_unspaced(text)
    return sorted(found, key=lambda one: one.start)


def _ordinary(word: str, known: dict[str, str], pieces: Collection[str], *, german: bool) -> bool:
    """Say whether a word that opens a sentence is one that does so every day: no name that is known.

    In German what stands in the text in lower case too is not even a noun.
    """
    kinds = known.get(word)
    return kinds == _WORD or ((german or kinds is None) and in_lower_case(word, pieces))


def _mention(group: list[Found]) -> Iterator[tuple[float, Mention]]:
    sums = [sum(odds) for odds in zip(*[place.odds for place in group], strict=True)]
    best = max(sums)
    score = best / len(group)
    if score < SCORE_MIN:
        return
    forms: dict[str, int] = {}
    for place in group:
        forms[place.name] = forms.get(place.name, 0) + 1
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
