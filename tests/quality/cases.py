"""Hard cases of stripping: texts and pages of our own writing, and what must come of them.

A case is a TOML file below `cases/`, in a folder named for what is hard about it; its id is its path there
without the ending. `python -m tests.quality.cases` prints the cases that fail, as `cases/known_failures.txt`
lists them, and what is wrong with each; with ids, these cases in full, block by block.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from copydesk.article import CleanArticle, NormalArticle, RawArticle
from copydesk.ledger import Kind, Span
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import Reason, RejectArticle
from copydesk.strip.stage import strip

FOLDER = Path(__file__).parent / "cases"
KNOWN_FAILURES = FOLDER / "known_failures.txt"
SHOWN_CHARS = 70


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One case. Lines are told by how they begin; a line that two editors would judge differently is in no list."""

    about: str
    """What is hard about it, in one sentence."""
    text: str = ""
    """Plain text; this or `html`."""
    html: str = ""
    headline: str | None = None
    """The headline, where the producer gave one."""
    author: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    """Beginnings of lines of the article: each is kept, and they are kept in this order."""
    must_not: tuple[str | tuple[str, str], ...] = ()
    """Beginnings of lines that go, each alone or with the kinds it may go as: ["Tags: rail", "tags|navigation"]."""
    absent: tuple[str, ...] = ()
    """Pieces of text that stand nowhere in the body: what is cut from the end of a paragraph."""
    kinds: tuple[Kind, ...] | None = None
    """The kinds of all removed spans in order, where they are beyond doubt."""
    rejected: Reason | None = None
    """Why there is no article."""


def paths() -> list[Path]:
    """Return the files of all cases, in the order of their ids."""
    return sorted(FOLDER.rglob("*.toml"))


def case_id(path: Path) -> str:
    """Return the id of the case in a file."""
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def read(path: Path) -> Case:
    """Return a case. Errors: msgspec.ValidationError for one of another shape."""
    return msgspec.toml.decode(path.read_bytes(), type=Case)


def known_failures() -> dict[str, str]:
    """Return the cases that are known to fail, by id, with the reason."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return {name.strip(): reason for name, reason in pairs}


def normal(case: Case) -> NormalArticle:
    """Return the case as the strip stage gets it. Errors: RejectArticle."""
    raw = RawArticle(
        kind="html" if case.html else "text",
        body=(case.html or case.text).strip().encode(),
        charset="utf-8",
        headline=case.headline,
        author=case.author,
    )
    return normalise(raw, NormaliseOptions())


def faults_of(case: Case) -> tuple[list[str], str]:
    """Run a case; return what is wrong, one sentence each, and the article block by block."""
    try:
        clean = strip(normal(case))
    except RejectArticle as reject:
        wrong = (
            [] if reject.reason is case.rejected else [f"rejected as {reject.reason.value}: {reject.detail}"]
        )
        return wrong, "(no article)"
    if case.rejected is not None:
        return [f"not rejected as {case.rejected.value}"], account(clean)
    return list(_faults(case, clean)), account(clean)


def _faults(case: Case, clean: CleanArticle) -> Iterator[str]:
    body = clean.body
    kept = body.split("\n")
    at = 0
    for line in case.must:
        found = next((index for index in range(at, len(kept)) if kept[index].startswith(line)), None)
        if found is not None:
            at = found + 1
        elif any(each.startswith(line) for each in kept):
            yield f"kept out of order: {line}"
        else:
            yield f"lost: {line}"
    for entry in case.must_not:
        line, kinds = (entry, "") if isinstance(entry, str) else entry
        if any(each.startswith(line) for each in kept):
            yield f"left in: {line}"
        elif kinds:
            wrong = {kind.value for kind in _kinds_of(clean, line)} - set(kinds.split("|"))
            if wrong:
                yield f"removed as {', '.join(sorted(wrong))}, not as {kinds}: {line}"
    yield from (f"left in the body: {piece}" for piece in case.absent if piece in body)
    given = tuple(span.kind for span in clean.removed)
    if case.kinds is not None and given != case.kinds:
        yield f"kinds {[kind.value for kind in given]}, not {[kind.value for kind in case.kinds]}"


def _kinds_of(clean: CleanArticle, line: str) -> Iterator[Kind]:
    for start, text in _lines(clean.article.text):
        if text.startswith(line) and (span := _span_at(clean.removed, start)) is not None:
            yield span.kind


def vacuous(case: Case) -> list[str]:
    """Return the entries that say nothing, because no line of the normalised text begins so."""
    try:
        article = normal(case)
    except RejectArticle:
        return []
    lines = article.text.split("\n")
    asked = [*case.must, *(entry if isinstance(entry, str) else entry[0] for entry in case.must_not)]
    unmet = [line for line in asked if not any(each.startswith(line) for each in lines)]
    return unmet + [piece for piece in case.absent if piece not in article.text]


def account(clean: CleanArticle) -> str:
    """Return the normalised text line by line, each with "keep" or its kind and rule."""
    told = []
    for start, line in _lines(clean.article.text):
        span = _span_at(clean.removed, start)
        verdict = f"{span.kind.value} ({span.rule})" if span else "keep"
        cut = any(each.start > start and each.end >= start + len(line) > each.start for each in clean.removed)
        told.append(f"{verdict + (', end cut' if cut else ''):<45} {line[:SHOWN_CHARS]}")
    return "\n".join(told)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield at, line
        at += len(line) + 1


def _span_at(removed: Sequence[Span], at: int) -> Span | None:
    return next((span for span in removed if span.start <= at < span.end), None)


def main(asked: Sequence[str]) -> int:
    """Print the failing cases, or the asked ones in full."""
    say = sys.stdout.write
    for path in paths():
        name = case_id(path)
        if asked and name not in asked:
            continue
        wrong, told = faults_of(read(path))
        if wrong:
            say(f"{name}: {'; '.join(each[:SHOWN_CHARS] for each in wrong)}\n")
        if asked:
            say(f"{told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
