"""The persons of a text: what they are called in full, what calling and pronoun they have, and where they are named."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from copydesk.enrich.names import kind_of_name
from copydesk.enrich.quotes.runs import Run, is_title
from copydesk.enrich.quotes.words import Words
from copydesk.record import Mention

Gender = Literal["female", "male"]

REACH_CHARS: Final = 1500
"""A pronoun means nobody who was last named further back."""

_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|['\"”“’»]*\s)")
_APPOSITION = re.compile(r",\s(?:\d{2}\b|who\b|(?:an?|the|its|their|his|her|of)\s|[\w-]+(?:\s[\w-]+){0,3},)")
_WORD = re.compile(r"[\w-]+")
_BEGINS = re.compile(r"(?:^|[\n.!?:…“”\"«»„])\s*$")
_MONTH = re.compile(
    r"(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?:technologies|systems|labs|bank|airlines|motors|party|court|police|union|street|road|avenue|city|county|states?|kingdom|river|island|mountain|park|cup"
    r"|league|fc|united|awards?|festival|summit|day|war|act|house|senate|congress|parliament|commission|airport|north|south|east|west|new|company|corporation|corp|club|school|college|hospital|church|museum|hotel|games|york|zealand|britain|america|anfang|ende|mitte)\b",
    re.IGNORECASE,
)
"""Words of what is no person, though it is written like one."""

UNSURE_REACH_CHARS: Final = 600
"""The same for a name that nothing but its shape tells to be a person's."""

_CONTEXT_CHARS: Final = 40


class Person(Struct):
    """A person of the text; filled while it is read."""

    name: str
    roles: set[str]
    named: int = 0
    """How often the full name stands in the text."""
    sure: bool = False
    """Whether more than the shape of the name tells that it is a person's."""
    gender: Gender | None = None


class Named(Struct, frozen=True, gc=False):
    """A place where a person is named, or meant by a pronoun."""

    at: int
    name: str
    subject: bool
    """Whether it is the first person named in its sentence."""


def _looks_like_person(name: str) -> bool:
    """Say whether a name of several words is written like a person's and has no word of what is none."""
    other = _BODIES.search(name) or _MONTH.fullmatch(name.rsplit(maxsplit=1)[-1])
    return not other and kind_of_name(name) == "Person"


class People:
    """The persons of a text, by the last word of their names."""

    def __init__(
        self, body: str, runs: Sequence[Run], words: Words, mentions: Sequence[Mention] = ()
    ) -> None:
        """Read the persons of a text; `mentions`, the most prominent first, tell of what they name whether it is one."""
        self._words = words
        self._kinds = {name: one.type for one in reversed(mentions) for name in (one.name, *one.aliases)}
        self._known_as = {
            alias: one.name for one in reversed(mentions) if one.type == "Person" for alias in one.aliases
        }
        self._body = body
        self._persons: dict[str, Person] = {}
        self._by_word: dict[str, list[str]] = {}
        self._first: dict[str, int] = {}
        self._places: list[Named] = []
        for run in runs:
            if " " in run.name and self._is_person(run.name):
                self._learn(body, run)
        for run in runs:
            if run.titles and run.name and " " not in run.name and run.name not in self._by_word:
                self._learn(body, run)
        self._place(body, runs)

    def _is_person(self, name: str) -> bool:
        kind = self._kinds.get(name)
        return _looks_like_person(name) if kind is None else kind == "Person"

    def _learn(self, body: str, run: Run) -> None:
        name = run.name
        person = self._persons.setdefault(name, Person(name, set()))
        first, last = name.split()[0], name.split()[-1]
        self._first.setdefault(name, run.start)
        for word in {last, first}:
            held = self._by_word.setdefault(word, [])
            if name not in held:
                held.append(name)
        before = body[max(0, run.start - _CONTEXT_CHARS) : run.start]
        before = _SENTENCE_END.split(before)[-1]
        near = _WORD.findall(before)[-3:]
        near_title = bool(near) and before[-1:] in {" ", "'", "’"} and is_title(near[-1], self._words.titles)
        after = body[run.end : run.end + _CONTEXT_CHARS]
        apposition = _APPOSITION.match(after)
        titled = bool(run.titles) or near_title
        apposed = bool(apposition) or (before.endswith(", ") and after[:1] == ",")
        known = self._kinds.get(name) == "Person"
        person.sure = person.sure or known or titled or (apposed and not self._words.nouns)
        person.named += 1
        called = (
            [*run.titles, *near[-2:]] if near_title or before.rstrip().endswith(",") else list(run.titles)
        )
        if apposition:
            called += _WORD.findall(after.split(".")[0])[:6]
        self._call(person, called, near)

    def _call(self, person: Person, called: Sequence[str], near: Sequence[str]) -> None:
        for word in called:
            low = word.rstrip(".").casefold()
            if is_title(low, self._words.titles):
                person.roles.add(low)
                person.gender = person.gender or self._gender_of(low)
        if person.gender is None and len(near) > 1:
            person.gender = self._gender_of(" ".join(near[-2:]).casefold())

    def _gender_of(self, word: str) -> Gender | None:
        if is_title(word, self._words.female):
            return "female"
        return "male" if is_title(word, self._words.male) else None

    def _place(self, body: str, runs: Sequence[Run]) -> None:
        ends = [match.end() for match in _SENTENCE_END.finditer(body)]
        last_sentence = -1
        for run in runs:
            name = self.full(run.name, run.start)
            person = self._persons.get(name)
            if person is None:
                continue
            person.sure = person.sure or (name != run.name and not self._words.nouns)
            sentence = bisect_left(ends, run.start + 1)
            self._places.append(Named(run.name_start, name, sentence != last_sentence))
            last_sentence = sentence

    def full(self, name: str, at: int) -> str:
        """Return the full name that a surname or a first name at a place stands for; else the name as it is.

        Of several with the name it is who bears it as a surname, and of those who is named in full most often.
        """
        if " " in name and (known_as := self._known_as.get(name)) in self._persons:
            return str(known_as)
        if name in self._persons or not name:
            return name
        words = name.split()
        known = self._by_word.get(words[-1])
        if known is None:
            return name
        if len(words) > 1:
            known = [one for one in known if words[0] == one.split()[0]]
        known = [one for one in known if one.endswith(words[-1])] or known
        known = [one for one in known if self._kinds.get(one) == "Person"] or known
        before = [one for one in known if self._first[one] <= at]
        return max(before, key=self._prominence) if before else (known or [name])[0]

    def _prominence(self, name: str) -> tuple[int, int]:
        return self._persons[name].named, self._first[name]

    def called(self, name: str, at: int) -> str | None:
        """Return what to call a subject at a place; None for a single word that has its capital of its place alone."""
        full = self.full(name, at)
        if _MONTH.fullmatch(full):
            return None
        if self._words.nouns and " " not in full and full not in self._persons and not full.isupper():
            return None
        if " " in full or full in self._persons or not _BEGINS.search(self._body, max(0, at - 4), at):
            return full
        again = re.compile(rf"[^\W\d_],? {re.escape(full)}(?!\w)")
        return full if again.search(self._body) else None

    def said(self, at: int, name: str, gender: Gender | None = None) -> None:
        """Note that a person speaks at a place, so that a pronoun behind it may mean them."""
        person = self._persons.get(name)
        if person is None:
            return
        person.sure = True
        person.gender = person.gender or gender
        place = Named(at, name, subject=True)
        self._places.insert(self._before(at), place)

    def meant(self, at: int, gender: Gender | None) -> str | None:
        """Return who a pronoun at a place means: the nearest person before it who leads a sentence and whom it fits."""
        near = self._places[self._before(at - REACH_CHARS) : self._before(at)]
        near = [one for one in near if self._fits(one.name, gender)]
        sure = [one for one in near if self._persons[one.name].sure]
        fits = sure or [one for one in near if one.at > at - UNSURE_REACH_CHARS]
        leading = [one for one in fits if one.subject]
        return (leading or fits)[-1].name if fits else None

    def _before(self, at: int) -> int:
        """Return how many mentions are before a place."""
        return bisect_left(self._places, at, key=lambda one: one.at)

    def _fits(self, name: str, gender: Gender | None) -> bool:
        person = self._persons[name]
        return person.gender is None or gender is None or person.gender == gender

    def in_role(self, phrase: str) -> str | None:
        """Return the one person whose calling is the last word of a phrase like "the minister"; None for none or several."""
        words = _WORD.findall(phrase.casefold())
        if not words:
            return None
        named = [person.name for person in self._persons.values() if words[-1] in person.roles]
        return named[0] if len(named) == 1 else None

    def leading(self, start: int, end: int) -> str | None:
        """Return who leads the last sentence that names a person between two places."""
        named = [one for one in self._places[self._before(start) : self._before(end)] if one.subject]
        return named[-1].name if named and self._persons[named[-1].name].sure else None
