"""Which names of a text are one: by full name and surname, by acronym, by "also known as".

*Source*: Schwartz and Hearst 2003 for acronyms in brackets; the name sieves of Lee et al. 2013 for the rest.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from copydesk.enrich.entities.model import NameType, Odds


class Found(Struct, frozen=True):
    """A name at one place of the text: its span, its type and the probability of each type, in the order of `TYPES`."""

    name: str
    start: int
    end: int
    type: NameType
    odds: Odds


_KNOWN_AS = re.compile(
    r",?\s\(?(?:(?:also|better|popularly|professionally|commonly)\sknown\s(?:as|by\sthe\sname)|a\.?k\.?a\.?|alias"
    r"|besser\sbekannt\sals|auch\sbekannt\sals|(?:plus|aussi|mieux)\sconnue?\s(?:sous\sle\snom\sd[e']|comme)"
    r"|(?:más|también)\sconocid[oa]\scomo|(?:più|anche)\snot[oa]\scome|(?:mais|também)\sconhecid[oa]\scomo)\s?[\"“'‘«]?",
    re.IGNORECASE,
)
_BETWEEN_MAX: Final = 40
"""Longer is none of the wordings."""
_BRACKETED: Final = re.compile(r"\s\(\s?[\"“]?")
_FORMS: Final = frozenset(
    [
        "inc",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "plc",
        "ag",
        "se",
        "sa",
        "gmbh",
        "group",
        "holdings",
        "holding",
        "nv",
        "spa",
        "ab",
        "oyj",
        "as",
        "motor",
        "motors",
    ]
)
"""Words of a firm's full name that its short name leaves out."""
_ACRONYM_MIN: Final = 2
_SURE: Final = 0.85


def gathered(text: str, found: Sequence[Found]) -> list[list[Found]]:
    """Put the places of `found`, in order of the text, that name the same together, each group in order."""
    groups = _Groups(len(found))
    bearers: dict[str, list[int]] = {}
    shorter: list[int] = []
    fuller: list[int] = []
    for at, one in enumerate(found):
        forms = _short_forms(one.name, one.type)
        for form in forms:
            bearers.setdefault(form, []).append(at)
        (fuller if forms else shorter).append(at)
    alone: dict[str, int] = {}

    def settle(at: int) -> None:
        key = found[at].name.casefold()
        whole = None
        if key in bearers:
            whole = _whole(at, [place for place in bearers[key] if _may_be(found[at], found[place])], groups)
        groups.join(alone.setdefault(key, at) if whole is None else whole, at)

    for at in fuller:
        settle(at)
    for at in _beside(text, found):
        groups.join(at, at + 1)
    for at in shorter:
        settle(at)
    return [[found[at] for at in group] for group in groups.members()]


def _whole(at: int, places: Sequence[int], groups: "_Groups") -> int | None:
    """Return the fuller name that a short one stands for, of those at `places` that bear it: the nearest before it.

    Where what was named before it are two or more, or nothing and two or more come later, it is neither of them.
    """
    before = [place for place in places if place < at]
    chosen = before or places
    return chosen[-1 if before else 0] if len(set(map(groups.lead, chosen))) == 1 else None


class _Groups:
    """Numbers that are joined to groups; the first of a group leads it."""

    def __init__(self, size: int) -> None:
        self._leaders = list(range(size))

    def lead(self, at: int) -> int:
        while self._leaders[at] != at:
            at = self._leaders[at]
        return at

    def join(self, one: int, other: int) -> None:
        if one != other:
            one, other = self.lead(one), self.lead(other)
            self._leaders[max(one, other)] = min(one, other)

    def members(self) -> Iterable[list[int]]:
        groups: dict[int, list[int]] = {}
        for at in range(len(self._leaders)):
            groups.setdefault(self.lead(at), []).append(at)
        return groups.values()


def _beside(text: str, found: Sequence[Found]) -> Iterator[int]:
    """Yield each place of which the text says that it and the next one name the same."""
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        if other.start - one.end > _BETWEEN_MAX:
            continue
        between = text[one.end : other.start]
        if _KNOWN_AS.fullmatch(between) or (
            _BRACKETED.fullmatch(between)
            and text[other.end : other.end + 1] in {")", ",", ";", "”", '"'}
            and (is_acronym(other.name, one.name) or is_acronym(one.name, other.name))
        ):
            yield at


def is_acronym(short: str, long: str) -> bool:
    """Say whether `short` can stand for `long`: its letters are in it, in order, the first one at the beginning of a word.

    As Schwartz and Hearst match them, from the end; the long form must then begin where its words do.
    """
    letters = [char for char in short.casefold() if char.isalnum()]
    if not (
        _ACRONYM_MIN <= len(letters) <= 10
        and short[0].isalnum()
        and sum(map(str.isupper, short)) * 2 >= len(letters)
    ):
        return False
    low = long.casefold()
    at = len(low)
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (low[at] != letters[number] or (number == 0 and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return False
    return at == 0 and " " in long and len(long.split()) <= min(len(letters) + 5, len(letters) * 2)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _may_be(one: Found, other: Found) -> bool:
    """Say whether a short name can be a full one's: Washington the city is not George Washington."""
    return one.type == other.type or max(one.odds) < _SURE


def overlooked(text: str, found: Sequence[Found], others: Iterable[tuple[int, int]]) -> Iterator[Found]:
    """Yield those of the other places where a name could stand that name what is found elsewhere in the text.

    By the same name, by a short form of it, or by its acronym in brackets behind it.
    """
    named: dict[str, Found] = {}
    ends = {one.end: one for one in found}
    first: dict[tuple[str, NameType], Found] = {}
    for one in found:
        first.setdefault((one.name, one.type), one)
    for one in first.values():
        for form in (one.name.casefold(), *_short_forms(one.name, one.type)):
            named.setdefault(form, one)
    for start, end in others:
        name = text[start:end]
        full = named.get(name.casefold())
        if full is None and text[start - 2 : start] == " (" and text[end : end + 1] == ")":
            full = ends.get(start - 2)
            if full is not None and is_acronym(name, full.name):
                named.setdefault(name.casefold(), full)
            else:
                full = None
        if full is not None:
            yield Found(name, start, end, full.type, full.odds)


def _short_forms(name: str, kind: NameType) -> Sequence[str]:
    """Return what a name of a kind is called for short, in lower case."""
    if name.isalpha():  # nearly half of them: one word
        return ()
    words = name.casefold().split()
    if len(words) == 1:
        return ()
    if kind == "Person":
        longer = (" ".join(words[1:]), f"{words[0]} {words[-1]}") if len(words) > 2 else ()
        return (words[-1], words[0], *longer)
    forms: list[str] = []
    if kind == "Organization":
        while len(words) > 1 and words[-1].strip(".,") in _FORMS:
            words.pop()
            forms.append(" ".join(words))
        if len(initials := _initials(name)) > _ACRONYM_MIN:
            forms.append(initials.casefold())
    return forms
