"""Quotes of an article: which words between marks were said, and by whom.

First the pairs of marks, then for each the cue in its own sentence, then what quotes without a cue take from their
neighbours. Told in the languages of `words_south.TABLES`, and in Chinese and Japanese; elsewhere nothing is guessed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from copydesk.enrich.quotes.cjk import find_cjk
from copydesk.enrich.quotes.cues import Said, read_after, read_before
from copydesk.enrich.quotes.marks import find_marked
from copydesk.enrich.quotes.outlets import find_source
from copydesk.enrich.quotes.people import People
from copydesk.enrich.quotes.places import STOPS, Place, blanked, read_places, text_of
from copydesk.enrich.quotes.runs import read_runs
from copydesk.enrich.quotes.subjects import Patterns, patterns_of
from copydesk.enrich.quotes.words_south import TABLES
from copydesk.enrich.sentences import BOUNDARY
from copydesk.record import Mention, Quote

QUOTES_MAX: Final = 200
TEXT_MAX_CHARS: Final = 100_000
"""So much of a body is read: 15,000 words."""

_CJK: Final = frozenset(("zh", "ja"))
_PARAGRAPH = re.compile(r"[^\n]+")
_OPEN_ENDS: Final = frozenset(",?!…-—–")
_FRAGMENT_WORDS: Final = 3
_NAMED_WORDS: Final = 5
"""From so many words on what somebody calls a thing is a quote, even with an article at its beginning."""

_TITLE = re.compile(r"(?:[A-Z][\w'’-]*|\W+|\w{1,3}\b)+")
_DEFINITE = re.compile(r"(?:the|der|die|das|le|la|les|el|il|lo|o|os|de|het)\s", re.IGNORECASE)
_INCISE = re.compile(r",\s")


def find_quotes(body: str, language: str | None, mentions: Sequence[Mention] = ()) -> tuple[Quote, ...]:
    """Return the quotes of a text in order, at most `QUOTES_MAX`; () in languages without a table.

    `mentions` are those of the text, which tell persons from what is written like them; they count in English, which
    they are trained on. The span is that of the words, without their marks. A quote whose speaker the text does not name has none.
    """
    tag = (language or "").partition("-")[0]
    if tag not in TABLES and tag not in _CJK:
        return ()
    body = body[:TEXT_MAX_CHARS]
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(body)]
    marked = find_marked(body, paragraphs)
    if not marked:
        return ()
    if tag in _CJK:
        return find_cjk(body, marked, paragraphs, tag)[:QUOTES_MAX]
    places, patterns = read_places(body, marked, paragraphs), patterns_of(TABLES[tag])
    runs = read_runs(blanked(body, places), patterns.words)
    people = People(body, runs, patterns.words, mentions if tag == "en" else ())
    return _Reader(body, places, paragraphs, patterns, people).read()


class _Reader:
    """Reads the quotes of one text."""

    def __init__(
        self,
        body: str,
        places: list[Place],
        paragraphs: list[tuple[int, int]],
        patterns: Patterns,
        people: People,
    ) -> None:
        self._body = body
        self._patterns = patterns
        self._paragraphs = paragraphs
        self._places = places
        self._people = people
        self._last: Place | None = None
        """The last quote."""

    def read(self) -> tuple[Quote, ...]:
        """Judge every place in order, then give speakers to those that wait for the next cue."""
        quotes: list[Place] = []
        previous = None
        for place in self._places:
            self._judge(place, previous)
            if place.quoted:
                quotes.append(place)
                self._last = place
            if len(quotes) == QUOTES_MAX:
                break
            previous = place
        self._look_ahead(quotes)
        return tuple(self._quote(place) for place in quotes)

    def _judge(self, place: Place, previous: Place | None) -> None:
        """Try the sieves one after another: behind, the same sentence, before, inside, the neighbours."""
        if self._open(place):
            said = read_after(place.after, place.marked.closes, self._patterns)
            if said and said.subject.kind != "reader":
                self._take(place, said, 0.95)
                return
        if previous and previous.quoted and place.goes_on_with(previous):
            self._follow(place, previous)
            return
        said = None
        if not place.stands_alone:
            said = read_before(place.before, place.before_at, self._patterns)
        if said and self._reported(place, said):
            self._take(place, said, 0.9)
            return
        if (said is None and self._inside(place)) or not place.stands_alone:
            return
        if place.last_char in STOPS:
            self._alone(place, previous)

    def _open(self, place: Place) -> bool:
        """Say whether the sentence goes on behind the mark, so that its cue may stand there."""
        rest, end = place.rest, place.last_char
        if not rest or (place.words < _FRAGMENT_WORDS and not place.stands_alone):
            return False
        if end == "," or rest[0] in ",—–-":
            return True
        if not place.stands_alone:
            return False
        if end == ".":
            return rest[0].islower() and bool(self._patterns.verb.match(rest))
        return end in _OPEN_ENDS or rest[0].islower() or end.isalnum()

    def _reported(self, place: Place, said: Said) -> bool:
        """Say whether a cue in front of the marks makes what is between them a quote."""
        kind = said.subject.kind
        if kind == "reader":
            return False
        if kind == "name" and self._people.called(said.subject.text, said.subject.at) is None:
            kind = "other"
        if said.verb == ":" and place.words < _FRAGMENT_WORDS:
            return place.last_char in STOPS
        if place.lead in ":,":
            return kind != "other" or (place.words >= _FRAGMENT_WORDS and said.subject.definite)
        return kind != "other" and place.words >= _FRAGMENT_WORDS and self._speech(place, said)

    def _speech(self, place: Place, said: Said) -> bool:
        """Say whether words inside a sentence are said rather than a title, or what somebody calls a thing."""
        one = place.marked
        if self._patterns.words is not TABLES["de"] and _TITLE.fullmatch(self._body, one.start, one.end):
            return False
        if not said.naming or place.words >= _NAMED_WORDS:
            return True
        return said.subject.kind != "office" and not _DEFINITE.match(self._body, one.start)

    def _inside(self, place: Place) -> bool:
        """Read a cue between commas inside the marks, as French sets it; say whether there is one."""
        if self._patterns.words is not TABLES["fr"]:
            return False
        one = place.marked
        for match in _INCISE.finditer(self._body, one.start, one.end):
            rest = self._body[match.end() : one.end]
            if self._patterns.verb.match(rest) or self._patterns.inverted.match(rest):
                said = read_after(rest.partition(",")[0], match.end(), self._patterns)
                if said and said.subject.kind != "other":
                    self._take(place, said, 0.9)
                    return True
        return False

    def _alone(self, place: Place, previous: Place | None) -> None:
        """Bind a whole sentence without a cue: it goes on with the speaker before it, or is who leads the text there."""
        if previous and previous.quoted and previous.marked.last == place.marked.paragraph:
            self._follow(place, previous)
            leading = self._people.leading(previous.marked.closes, place.marked.opens)
            if leading and previous.speaker not in {None, leading} and self._new_sentence(place, previous):
                place.speaker, place.cue, place.source, place.confidence = leading, None, None, 0.6
        elif place.words >= _FRAGMENT_WORDS and (leading := self._leading(place)):
            place.quoted, place.speaker, place.confidence = True, leading, 0.6

    def _new_sentence(self, place: Place, previous: Place) -> bool:
        """Say whether a whole sentence lies between two quotes, so that another person may have the word."""
        between = self._body[previous.marked.closes : place.marked.opens]
        ended = previous.last_char in STOPS and bool(between.strip())
        return ended or len(BOUNDARY.findall(between)) > 1

    def _leading(self, place: Place) -> str | None:
        """Return whom the paragraph is about up to a quote; at its beginning the paragraph before, or the last speaker."""
        number, opens = place.marked.paragraph, place.marked.opens
        start = self._paragraphs[number][0]
        leading = self._people.leading(start, opens)
        if leading or not number or self._body[start:opens].strip():
            return leading
        leading = self._people.leading(self._paragraphs[number - 1][0], start)
        if leading is None and self._last and self._last.marked.last == number - 1:
            return self._last.speaker
        return leading

    def _take(self, place: Place, said: Said, confidence: float) -> None:
        """Bind the subject of a cue to a speaker; the confidences are judged; README.md has how many are right."""
        subject, people = said.subject, self._people
        name: str | None = None
        if subject.kind == "name":
            name = people.called(subject.text, subject.at)
        elif subject.kind == "pronoun":
            name = people.meant(min(subject.at, place.marked.opens), subject.gender)
            confidence = 0.8
        elif subject.kind == "same":
            name, confidence = self._same(place), 0.75
        elif subject.kind == "office":
            name, confidence = people.in_role(subject.text) or subject.text, 0.85
        elif len(subject.text.split()) <= 2:
            name, confidence = people.in_role(subject.text), 0.85
        if name is None:
            confidence = 0.7
        elif subject.kind in {"name", "pronoun"}:
            people.said(subject.at, name, subject.gender)
        place.quoted, place.speaker, place.said = True, name, said
        place.cue = said.verb if said.verb != ":" else None
        place.source = find_source(f"{place.before} {place.after}", self._patterns.words, name)
        place.confidence = confidence

    def _same(self, place: Place) -> str | None:
        """Return who is meant by a verb without a subject: who leads the text since the last quote, else its speaker."""
        opens, last = place.marked.opens, self._last
        if last is None:
            return self._people.meant(opens, None)
        return self._people.leading(last.marked.closes, opens) or last.speaker

    @staticmethod
    def _follow(place: Place, previous: Place) -> None:
        place.quoted = True
        place.speaker, place.source, place.cue = previous.speaker, previous.source, previous.cue
        place.confidence = round(previous.confidence * 0.9, 2)

    def _look_ahead(self, quotes: list[Place]) -> None:
        """Give the first of two quotes in a paragraph the speaker of the second, where only that one has a cue."""
        for place, following in pairwise(quotes):
            between = self._body[place.marked.closes : following.marked.opens]
            waits = place.said is None and place.speaker is None and following.said is not None
            if waits and "\n" not in between and not between.strip():
                place.speaker, place.cue, place.source = following.speaker, following.cue, following.source
                place.confidence = 0.8

    def _quote(self, place: Place) -> Quote:
        one = place.marked
        return Quote(
            text=text_of(self._body, one),
            span=(one.start, one.end),
            confidence=place.confidence,
            speaker=place.speaker,
            cue=place.cue,
            source=place.source,
        )
