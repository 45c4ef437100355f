"""The people, organisations and places that a text names: found place by place, then gathered over the whole text."""

import math
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from copydesk.enrich.entities.aliases import Found, links, overlooked
from copydesk.enrich.entities.features import features_of
from copydesk.enrich.entities.known import KINDS, known_names
from copydesk.enrich.entities.model import TYPES, names_in, shipped_weights
from copydesk.enrich.entities.runs import pieces_of, runs_of
from copydesk.enrich.entities.unspaced import LANGUAGES, names_unspaced
from copydesk.record import Mention

MENTIONS_MAX: Final = 60
TEXT_MAX_CHARS: Final = 24_000
"""So much of a body is read: the first 4,000 words."""
SCORE_MIN: Final = 0.5
_WORD: Final = KINDS["common"]


def find_mentions(body: str, language: str | None = "en") -> tuple[Mention, ...]:
    """Return the people, organisations and places of `body`, the most prominent first, at most `MENTIONS_MAX`.

    What goes by several names is one mention, its `name` the fullest of them. `score` is the mean probability of its
    type at its places; a mention is the more prominent the higher the sum of these.
    """
    text = body[:TEXT_MAX_CHARS]
    found = find_names(text, language)
    mentions = [(weight, mention) for group in _groups(text, found) for weight, mention in _mention(group)]
    mentions.sort(key=lambda pair: (-pair[0], pair[1].spans[0]))
    return tuple(mention for _, mention in mentions[:MENTIONS_MAX])


def find_names(text: str, language: str | None = "en") -> list[Found]:
    """Return every place where a name stands, in order; `language` is a BCP 47 tag."""
    found: list[Found] = []
    others: list[tuple[int, int]] = []
    weights, known = shipped_weights(), known_names()
    pieces = pieces_of(text)
    ordinary = {piece for piece in pieces if piece.islower()}
    for run in runs_of(pieces):
        if run.opens and len(run.words) == 1 and _ordinary(run.words[0].casefold(), known, ordinary):
            continue
        names = names_in(features_of(run, known, ordinary, language or ""), len(run.words), weights)
        if not names:
            others.append((run.starts[0], run.ends[-1]))
        for first, behind, scores in names:
            odds = tuple(map(math.exp, scores[1:]))
            start, end = run.starts[first], run.ends[behind - 1]
            found.append(Found(text[start:end], start, end, TYPES[odds.index(max(odds))], odds))
    found += list(overlooked(text, found, others))
    if (language or "").startswith(LANGUAGES):
        found += names_unspaced(text)
    return sorted(found, key=lambda one: one.start)


def _ordinary(word: str, known: dict[str, str], ordinary: Collection[str]) -> bool:
    """Say whether a word that opens a sentence is one that does so every day: no name that is known."""
    kinds = known.get(word)
    return kinds == _WORD or (kinds is None and word in ordinary)


def _groups(text: str, found: list[Found]) -> Iterable[list[Found]]:
    """Put together what `links` says is one."""
    leader = list(range(len(found)))

    def lead(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for one, other in links(text, found):
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    groups: dict[int, list[Found]] = {}
    for at, place in enumerate(found):
        groups.setdefault(lead(at), []).append(place)
    return groups.values()


def _mention(group: list[Found]) -> Iterator[tuple[float, Mention]]:
    sums = [sum(place.odds[number] for place in group) for number in range(len(TYPES))]
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
