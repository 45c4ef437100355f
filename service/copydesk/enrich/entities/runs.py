"""Runs of capitalised words: where a name can stand in a script with capitals, and what stands around it."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from msgspec import Struct

WORDS_MAX: Final = 8
"""A longer run is a headline or a list: its words are taken eight by eight."""

_PIECE = re.compile(
    r" |[a-z]{2,}(?=[ ,])"  # most of a text, and quickly told
    r"|(?:\w\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Gen|Lt|Col|Capt|Sgt|Prof|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No|vs|Sra?|Mme|Mlle|Dra?)\."
    r"|\b(?:[DLdlnsjmtc]|qu|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|un)[’'](?=\w)"  # d'Estaing, l'Italia
    r"|[^\W\d_]\.(?=\s)"  # an initial
    r"|\w+(?:[’'-](?!(?:s|ve|re|ll|d|m)\b)\w+)*"
    r"|[’'](?:s|ve|re|ll|d|m)\b"
    r"|\n|[^\S\n]+|[^\w\s]"
)
_SMALL: Final = (
    "of",
    "of the",
    "and",
    "&",
    "for",
    "for the",
    "on",
    "the",
    "de",
    "de la",
    "de los",
    "de las",
    "del",
    "della",
    "delle",
    "dei",
    "degli",
    "di",
    "do",
    "da",
    "dos",
    "das",
    "du",
    "des",
    "la",
    "el",
    "von",
    "von der",
    "von dem",
    "van",
    "van der",
    "van den",
    "van de",
    "der",
    "zu",
    "für",
    "und",
    "et",
    "e",
    "y",
    "al",
    "bin",
    "ibn",
    "och",
    "af",
    "i",
    "и",
)
_GAPS: Final = {f"{one}{word}{one}": word for word in _SMALL for one in (" ", "\u00a0")} | {
    " ": "",
    "\u00a0": "",
    "": "",
    "’s ": "'s",
    "'s ": "'s",
    **{
        f" {word}{mark}": f"{word}'"
        for word in ("d", "l", "dell", "all", "nell", "sull", "dall")
        for mark in "’'"
    },
}
"""What may stand between two words of one run, as it is in the text: how it is called."""
_GAP_PIECES: Final = 6
_ENDS: Final = frozenset(".!?:…\n•“\"'‘«»„)]")
"""Marks behind which a capital tells nothing: a sentence, a quotation or a line begins."""
_TITLES: Final = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Prof",
        "Sir",
        "Dame",
        "Lord",
        "Lady",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Prof.",
        "Sen.",
        "Gov.",
        "Rep.",
        "Gen.",
        "Lt.",
        "Col.",
        "Capt.",
        "Sgt.",
        "Herr",
        "Frau",
        "Herrn",
        "M.",
        "Mme",
        "Mme.",
        "Mlle",
        "Sr.",
        "Sra.",
        "Señor",
        "Señora",
        "Don",
        "Doña",
        "Sr",
        "Sra",
        "Dr.ª",
        "Dra.",
        "Signor",
        "Signora",
        "Sig.",
        "I",
    ]
)
"""Words before a name that are no part of it, and the one that English always writes with a capital."""
_PREFIXES: Final = ("pro-", "anti-", "non-", "ex-", "mid-", "post-", "pre-", "re-", "un-", "trans-")


class Run(Struct, frozen=True, gc=False):
    """Capitalised words that follow one another, with at most a small word between two of them.

    *Shape*: `starts` and `ends` are code points of the text, one of each per word; `gaps[i]` is what stands between
    words i and i + 1, without spaces. `before` and `after` are the two nearest tokens on each side in lower case,
    the nearest first; `opens`: a sentence, a quotation or a line begins with the run.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    before: tuple[str, str]
    after: tuple[str, str]
    opens: bool


def pieces_of(text: str) -> list[str]:
    """Cut `text` into words, marks and spaces that together are the text."""
    return _PIECE.findall(text)


def runs_of(pieces: list[str]) -> Iterator[Run]:
    """Yield the runs of capitalised words of a text that `pieces_of` cut, in order; none of a script without capitals."""
    at = list(accumulate(map(len, pieces), initial=0))
    run: list[int] = []
    gaps: list[str] = []
    for here in [
        here
        for here, piece in enumerate(pieces)
        if not piece.islower() and piece[0].isalpha() and _capital(piece)
    ]:
        gap = (
            _GAPS.get("".join(pieces[run[-1] + 1 : here])) if run and here - run[-1] <= _GAP_PIECES else None
        )
        if run and (gap is None or len(run) == WORDS_MAX):
            yield _run(pieces, at, run, gaps)
            run, gaps = [], []
        elif run:
            gaps.append(gap or "")
        run.append(here)
    if run:
        yield _run(pieces, at, run, gaps)


def _capital(piece: str) -> bool:
    if piece in _TITLES or piece.endswith(("n't", "n’t")):
        return False
    return piece[0].isupper() or (
        piece[0].islower() and not piece.startswith(_PREFIXES) and any(map(str.isupper, piece))
    )


def _run(pieces: list[str], at: list[int], run: list[int], gaps: list[str]) -> Run:
    near, far = _around(pieces, run[0] - 1, -1)
    return Run(
        tuple([pieces[i] for i in run]),
        tuple([at[i] for i in run]),
        tuple([at[i + 1] for i in run]),
        tuple(gaps),
        (near, far),
        _around(pieces, run[-1] + 1, 1),
        near in _ENDS,
    )


def _around(pieces: list[str], here: int, step: int) -> tuple[str, str]:
    """Return the two tokens from `here` on, in lower case; the text's edge is a line's end."""
    found: list[str] = []
    while 0 <= here < len(pieces) and len(found) < 2:
        piece = pieces[here]
        if piece == "\n" or not piece.isspace():
            found.append(piece.lower())
        here += step
    return (found[0] if found else "\n", found[1] if len(found) > 1 else "\n")
