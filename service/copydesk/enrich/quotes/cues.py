"""Cues: who says it, read in the text around a quote.

Around a quote news write "said NAME", "NAME said", "she said", "according to NAME", "NAME, a baker, said:" and "NAME:".
Sieves after O'Keefe et al. 2012 and Muzny et al. 2017.
"""

from typing import Final

from msgspec import Struct

from copydesk.enrich.quotes.subjects import (
    Patterns,
    Subject,
    first_subject,
    pronoun_of,
    subject_after,
    subject_before,
)

_REACH_CHARS: Final = 240
"""So far from its quote a verb of saying is looked for."""


class Said(Struct, frozen=True, gc=False):
    """A cue: its verb and subject, and whether the verb may only give a name."""

    verb: str
    subject: Subject
    naming: bool = False


def read_after(text: str, base: int, patterns: Patterns) -> Said | None:
    """Read the rest of the sentence behind a quote: `, said Ann Lee`, `Ann Lee, a baker, said`, `according to Ann Lee`."""
    lead = len(text) - len(text.lstrip(" \t\u00a0\u202f,—–-"))
    text, base = text[lead : lead + _REACH_CHARS], base + lead
    if match := patterns.according.match(text):
        return _behind(match[0].strip(), text, match.end(), base, patterns)
    if (match := patterns.inverted.match(text)) and (pronoun := match["pro"] or match["pro2"]):
        return Said(match[0], pronoun_of(pronoun, base, patterns))
    match = patterns.verb.search(text)
    if not match:
        return None
    if match.start() == 0 or patterns.adverbs_end.fullmatch(text[: match.start()].rstrip()):
        return _behind(match[0], text, match.end(), base, patterns)
    subject = subject_before(text[: match.start()], base, patterns)
    return Said(match[0], subject) if subject else None


def _behind(verb: str, text: str, at: int, base: int, patterns: Patterns) -> Said | None:
    """Read the subject behind its verb; where there is none, some languages mean the last speaker."""
    subject = subject_after(text[at:], base + at, patterns)
    if subject is None or (subject.kind == "other" and not subject.text):
        if not patterns.words.subjectless:
            return Said(verb, Subject("other"))
        subject = Subject("same", at=base)
    return Said(verb, subject)


def read_before(text: str, base: int, patterns: Patterns) -> Said | None:
    """Read the sentence in front of a quote, up to it: `Ann Lee said: `, `she called it `, `Ann Lee, a nurse: `."""
    cut = max(0, len(text) - _REACH_CHARS)
    text, base = text[cut:], base + cut
    start = len(text) - len(text.lstrip())
    if match := patterns.according.match(text, start):
        subject = subject_after(text[match.end() :], base + match.end(), patterns)
        return Said(match[0].strip(), subject) if subject and subject.kind != "other" else None
    if said := _according_at_end(text, base, patterns):
        return said
    verbs = list(patterns.verb.finditer(text))
    if verbs:
        verb = next((one for one in reversed(verbs) if not patterns.weak.fullmatch(one[0])), verbs[-1])
        inverted = patterns.words.nouns and text[: verb.start()].rstrip().endswith(",")
        subject = None if inverted else subject_before(text[: verb.start()], base, patterns)
        if subject is None or subject.kind == "other":
            behind = subject_after(text[verb.end() :], base + verb.end(), patterns)
            subject = behind if behind and behind.kind in {"name", "pronoun", "office"} else subject
        if subject is None and inverted:
            subject = subject_before(text[: verb.start()], base, patterns)
        if subject is None and patterns.words.subjectless:
            subject = Subject("same", at=base)
        naming = bool(patterns.naming.fullmatch(verb[0]))
        return Said(verb[0], subject, naming) if subject else None
    if text.rstrip().endswith(":"):
        subject = first_subject(text.rstrip(" :"), base, patterns)
        return Said(":", subject) if subject else None
    return None


def _according_at_end(text: str, base: int, patterns: Patterns) -> Said | None:
    """Read "according to Ann Lee, " right before a quote."""
    matches = list(patterns.according.finditer(text))
    if not matches or not text.rstrip().endswith(",") or patterns.verb.search(text, matches[-1].end()):
        return None
    last = matches[-1]
    subject = subject_after(text[last.end() :], base + last.end(), patterns)
    return Said(last[0].strip(), subject) if subject and subject.kind == "name" else None
