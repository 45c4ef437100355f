"""Subjects of a verb of saying: a name without titles and appositions, a pronoun, an office, somebody else."""

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from copydesk.enrich.quotes.runs import Run, is_title, read_runs
from copydesk.enrich.quotes.words import Words

Kind = Literal["name", "pronoun", "office", "same", "reader", "other"]

_SEGMENT = re.compile(r"\s*,\s*|\s+[–—-]\s+")
_LEADING = re.compile(
    r"^(?:which|that|who|whom|and|but|while|as|because|so|then|when|also|yet|où|que|et|und|y|e|и|а|но|en|maar)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",\s(?:but|while|although|though|aber|doch|während|mais|tandis que|pero|mientras|mas|ma|mentre|maar|terwijl|но|а|ale)\s",
    re.IGNORECASE,
)
_LATIN_ADVERBIAL = re.compile(r"\w+(?:ing|ed)\b", re.IGNORECASE)


class Subject(Struct, frozen=True, gc=False):
    """Who a verb of saying has for its subject: a name, a pronoun, an office, the last speaker again, or somebody else."""

    kind: Kind
    text: str = ""
    at: int = 0
    definite: bool = False
    """Whether an article stands before somebody else."""
    gender: Literal["female", "male"] | None = None
    titles: tuple[str, ...] = ()


class Patterns(Struct, frozen=True):
    """The expressions made of a language's table."""

    words: Words
    verb: re.Pattern[str]
    naming: re.Pattern[str]
    weak: re.Pattern[str]
    according: re.Pattern[str]
    pronoun: re.Pattern[str]
    inverted: re.Pattern[str]
    article: re.Pattern[str]
    adverbs_end: re.Pattern[str]
    complement: re.Pattern[str]
    adverbial: re.Pattern[str]
    stop: re.Pattern[str]
    office: re.Pattern[str]


@lru_cache(maxsize=32)
def patterns_of(words: Words) -> Patterns:
    """Compile the table of a language."""
    pronouns = (
        rf"(?:(?P<he>{words.he})|(?P<she>{words.she})|(?P<they>{words.they})|(?P<reader>{words.reader}))"
    )
    return Patterns(
        words,
        verb=re.compile(rf"(?<![\w-])(?:{words.verbs})(?![\w-])"),
        naming=re.compile(words.naming),
        weak=re.compile(words.weak),
        according=re.compile(rf"(?:{words.according})\s*"),
        pronoun=re.compile(rf"{pronouns}(?!\w)"),
        inverted=re.compile(words.inverted),
        article=re.compile(rf"(?:{words.article})(?:\s+|(?<=['’]))"),
        adverbs_end=re.compile(rf"(?:(?:^|\s+)(?:{words.adverb}))+$"),
        complement=re.compile(
            rf"(?:^|\s)(?:{words.preposition})(?:\s+(?:{words.article}))?(?:\s+|(?<=['’]))$"
        ),
        adverbial=re.compile(rf"(?<!\w)(?:{words.preposition}|{words.stop})(?!\w)", re.IGNORECASE),
        stop=re.compile(rf"\s(?:{words.stop})(?!\w)|[;:!?(]"),
        office=re.compile(rf"(?<!\w)(?:{words.office})(?!\w)", re.IGNORECASE),
    )


def pronoun_of(word: str, at: int, patterns: Patterns) -> Subject:
    """Return the subject that a pronoun is."""
    match = patterns.pronoun.match(word)
    gender: Literal["female", "male"] | None = None
    if match and match["reader"]:
        return Subject("reader", word, at)
    if match:
        gender = "male" if match["he"] else "female" if match["she"] else None
    return Subject("pronoun", word, at, gender=gender)


def subject_after(text: str, base: int, patterns: Patterns) -> Subject | None:
    """Read a noun phrase at the beginning of a text."""
    lead = len(text) - len(text.lstrip())
    text, base = text[lead:], base + lead
    if match := patterns.pronoun.match(text):
        return pronoun_of(match[0], base, patterns)
    end = patterns.stop.search(text)
    segments = list(_segments(text[: end.start()] if end else text))[:2]
    for number, (start, segment) in enumerate(segments):
        if (
            number
            and not patterns.article.match(segments[0][1])
            and not _title_first(segments[0][1], patterns)
        ):
            break
        run = _head(segment, base + start, patterns)
        if run:
            return Subject("name", run.name, run.name_start, titles=run.titles)
    return _described(segments[0][1], base, patterns) if segments else None


def _title_first(segment: str, patterns: Patterns) -> bool:
    return bool(patterns.office.match(segment)) or any(
        not run.name for run in read_runs(segment, patterns.words)
    )


def _segments(text: str) -> list[tuple[int, str]]:
    """Cut a text at its commas and dashes; where each piece begins, and the piece."""
    pieces, at = [], 0
    for match in _SEGMENT.finditer(text):
        pieces.append((at, text[at : match.start()]))
        at = match.end()
    pieces.append((at, text[at:]))
    return pieces


def _head(segment: str, base: int, patterns: Patterns) -> Run | None:
    """Return the name that a noun phrase is about, which is none behind a preposition ("mayor of London")."""
    for run in read_runs(segment, patterns.words, base):
        if not run.name:
            continue
        before = segment[: run.start - base]
        if segment[run.end - base :][:2] in {"'s", "’s", "' ", "’ "}:
            continue  # "Epstein's neighbour"
        if (behind := _called_behind(run, segment, base, patterns)) is not None:
            return behind
        if not run.titles and patterns.complement.search(before):
            tokens = run.name.split()
            if len(tokens) >= 3 and before.rstrip().endswith(("'", "’")):
                # "la ministre de l'Écologie Claire Dumoulin"
                skipped = len(tokens[0]) + 1
                return Run(run.start, run.end, (), run.name[skipped:], run.name_start + skipped)
            continue
        return run
    return None


def _called_behind(run: Run, segment: str, base: int, patterns: Patterns) -> Run | None:
    """Return the name behind a calling that a name stands before: "Redmere captain Ian Doyle"."""
    runs = read_runs(segment[run.end - base :], patterns.words, run.end)
    if not runs or not runs[0].name:
        return None
    between = segment[run.end - base : runs[0].start - base].split()
    titled = between and all(is_title(word, patterns.words.titles) for word in between)
    return runs[0] if titled else None


def _described(segment: str, base: int, patterns: Patterns) -> Subject | None:
    """Take a phrase without a name: an office that speaks, or somebody else."""
    segment = segment.strip(" .“”\"'«»")
    if not segment:
        return None
    article = patterns.article.match(segment)
    head = segment[article.end() :] if article else segment
    before_preposition = patterns.adverbial.split(head, maxsplit=1)[0] or head
    if patterns.office.search(before_preposition) and len(segment) <= 80:
        return Subject("office", segment, base)
    return Subject("other", segment, base, definite=article is not None)


def subject_before(text: str, base: int, patterns: Patterns) -> Subject | None:
    """Read the subject in front of a verb: right before it, or before the apposition that ends at it."""
    text = patterns.adverbs_end.sub("", text.rstrip())
    segments = _segments(text)
    start, last = segments[-1]
    start, last = start + len(last) - len(last.lstrip()), last.lstrip()
    lead = _LEADING.match(last)
    if lead:
        start, last = start + lead.end(), last[lead.end() :]
    if last.strip():
        subject = _ending(last, base + start, patterns)
        if subject is not None:
            return subject
    return first_subject(text, base, patterns)


def _ending(segment: str, base: int, patterns: Patterns) -> Subject | None:
    """Read the noun phrase at which a segment ends."""
    pronoun = None
    for pronoun in patterns.pronoun.finditer(segment):  # noqa: B007  the last one
        pass
    if pronoun and not segment[pronoun.end() :].strip() and segment[: pronoun.start()][-1:] in {"", " "}:
        return pronoun_of(pronoun[0], base + pronoun.start(), patterns)
    if (reader := patterns.pronoun.match(segment)) and reader["reader"]:
        return Subject("reader", reader[0], base)
    runs = read_runs(segment, patterns.words, base)
    if runs and runs[-1].name and runs[-1].end == base + len(segment.rstrip()):
        before = segment[: runs[-1].start - base]
        if runs[-1].titles or not patterns.complement.search(before):
            return Subject("name", runs[-1].name, runs[-1].name_start, titles=runs[-1].titles)
    if patterns.adverbial.match(segment):
        return None
    run = _head(segment, base, patterns)
    if run and not segment[: run.start - base].strip():
        return Subject("name", run.name, run.name_start, titles=run.titles)
    return _described(segment, base, patterns)


def first_subject(text: str, base: int, patterns: Patterns) -> Subject | None:
    """Read the first name, pronoun or office of a sentence, phrases that only lead up to it left out."""
    other = None
    if (clauses := list(_CLAUSE.finditer(text))) and len(text) > clauses[-1].end() + 3:
        cut = clauses[-1].end()
        text, base = text[cut:], base + cut
    for start, segment in _segments(text):
        lead = _LEADING.match(segment)
        at = start + (lead.end() if lead else 0)
        piece = segment[lead.end() :] if lead else segment
        if patterns.adverbial.match(piece) or (at == 0 and start == 0 and _LATIN_ADVERBIAL.match(piece)):
            continue
        if match := patterns.pronoun.match(piece):
            return pronoun_of(match[0], base + at, patterns)
        run = _head(piece, base + at, patterns)
        if run:
            return Subject("name", run.name, run.name_start, titles=run.titles)
        described = _described(piece, base + at, patterns)
        if described and described.kind == "office":
            other = other or described
        other = other or described
    return other
