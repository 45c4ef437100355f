"""Runs of capitalised words: where a name can stand in a script with capitals, and what stands around it."""

import re
from collections.abc import Collection, Iterator
from itertools import accumulate, compress, filterfalse
from typing import Final

from msgspec import Struct

WORDS_MAX: Final = 8
"""A longer run is a headline or a list: its words are taken eight by eight."""

_PIECE = re.compile(
    r"(?:[a-z]++,? | )(?:[a-z]++,? )*+|[a-z]{3,}+(?=[.,\n])|[a-z]{2}(?=,)|[A-Z][a-z]++(?=[ ,\n])|[\n,.“”\"]"  # most of a text, and quickly told
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
GAPS: Final = frozenset(_GAPS.values())
_GAP_PIECES: Final = 6
_LONG: Final = 5
"""Letters of a word that has a capital wherever a line is written with capitals."""
_LONG_WORD: Final = re.compile(f"[a-z]{{{_LONG}}}").search
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
_NEGATED: Final = ("n't", "n’t")
_PREFIXES: Final = ("pro-", "anti-", "non-", "ex-", "mid-", "post-", "pre-", "re-", "un-", "trans-")


class Run(Struct, frozen=True, gc=False):
    """Capitalised words that follow one another, with at most a small word between two of them.

    *Shape*: `starts` and `ends` are code points of the text, one of each per word; `gaps[i]` is what stands between
    words i and i + 1, without spaces. `before` and `after` are the two nearest tokens on each side in lower case,
    the nearest first; `opens`: a sentence, a quotation or a line begins with the run; `titled`: its whole line is
    written in capitals or with capitals, as headings are.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    before: tuple[str, str]
    after: tuple[str, str]
    opens: bool
    titled: bool


def pieces_of(text: str) -> list[str]:
    """Cut `text` into words, marks and spaces that together are the text.

    Words of the letters a to z are one piece with those beside them and the spaces and commas between and around.
    """
    return _PIECE.findall(text)


def capitals_of(pieces: Collection[str]) -> set[str]:
    """Return those of `pieces` that are capitalised words."""
    return {
        piece
        for piece in filterfalse(str.islower, pieces)
        if piece[0].isalpha()
        and (piece[0].isupper() or _capital_inside(piece))
        and not piece.endswith(_NEGATED)
    } - _TITLES


def written_in(pieces: Collection[str]) -> set[str]:
    """Return `pieces` and each word of those that are several."""
    return {*pieces, *"".join([piece for piece in pieces if piece[-1] == " "]).replace(",", "").split()}


def runs_of(
    pieces: list[str],
    capitals: Collection[str],
    openers: Collection[str] = frozenset(),
    others: Collection[str] = frozenset(),
) -> Iterator[Run]:
    """Yield the runs of `capitals` in a text that `pieces_of` cut, in order; none of a script without capitals.

    Words that stand alone are left out where they are of `others`, or of `openers` and begin a sentence: they have
    their capital for that.
    """
    at = list(accumulate(map(len, pieces), initial=0))
    run: list[int] = []
    gaps: list[str] = []
    final = -_GAP_PIECES - 1
    line = _Line(pieces)
    for here in [*compress(range(len(pieces)), map(capitals.__contains__, pieces)), len(pieces)]:
        if here - final == 2:  # nearly always
            gap = _GAPS.get(pieces[final + 1])
        else:
            gap = _GAPS.get("".join(pieces[final + 1 : here])) if here - final <= _GAP_PIECES else None
        if gap is None or len(run) == WORDS_MAX or here == len(pieces):
            if gaps or (run and pieces[final] not in others):
                before = _around(pieces, run[0] - 1, -1)
                opens = before[0] in _ENDS
                if gaps or not opens or pieces[final] not in openers:
                    yield Run(
                        tuple([pieces[i] for i in run]) if gaps else (pieces[final],),
                        tuple([at[i] for i in run]) if gaps else (at[final],),
                        tuple([at[i + 1] for i in run]) if gaps else (at[final + 1],),
                        tuple(gaps),
                        before,
                        _around(pieces, final + 1, 1),
                        opens,
                        line.titled(run[0], final),
                    )
            run, gaps = [here], []
        else:
            gaps.append(gap)
            run.append(here)
        final = here


def _capital_inside(piece: str) -> bool:
    return piece[0].islower() and not piece.startswith(_PREFIXES) and any(map(str.isupper, piece))


class _Line:
    """The line of a text that was asked for last: where it ends, and where its first long word in lower case stands."""

    __slots__ = ("_end", "_long", "_pieces")

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._end = self._long = -1

    def titled(self, first: int, last: int) -> bool:
        """Say whether no long word of a line is in lower case, but for pieces `first` to `last`; asked in order."""
        while self._end < first:
            begins = self._end + 1
            try:
                self._end = self._pieces.index("\n", begins)
            except ValueError:
                self._end = len(self._pieces)
            if self._end > first:
                self._long = self._long_from(begins)
        if self._long <= last:
            return self._long > first and self._long_from(last + 1) == self._end
        return self._long == self._end

    def _long_from(self, here: int) -> int:
        """Return where the first long word in lower case from `here` on stands, or where the line ends."""
        for at in range(here, self._end):
            piece = self._pieces[at]
            if _LONG_WORD(piece) if piece[-1] == " " else len(piece) >= _LONG and piece.islower():
                return at
        return self._end


def _around(pieces: list[str], here: int, step: int) -> tuple[str, str]:
    """Return the two tokens from `here` on, in lower case; the text's edge is a line's end."""
    near = ""
    while 0 <= here < len(pieces):
        piece = pieces[here]
        here += step
        if piece[-1] == " ":
            words = piece.replace(",", " ,").split()[::step]
            if not words:
                continue
            if near:
                return near, words[0]
            if len(words) > 1:
                return words[0], words[1]
            near = words[0]
        elif piece == "\n" or not piece.isspace():
            if near:
                return near, piece.lower()
            near = piece.lower()
    return near or "\n", "\n"
