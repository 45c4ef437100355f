"""What a text must begin with, or hold, for a pattern to match it: read from the pattern, so that few are tried.

A pattern is walked as the `re` module parsed it. What is not understood there leaves more texts that may match,
never fewer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from msgspec import Struct

# The parser of `re` has no public name; nothing else knows all that a pattern may hold.
_parse: Final = import_module("re._parser").parse
_op: Final = import_module("re._constants")
_REPEATS: Final = frozenset((_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT))
_NO_TEXT: Final = frozenset((_op.ASSERT, _op.ASSERT_NOT, _op.AT))

LENGTH: Final = 4
"""So many characters of a beginning are told apart."""
_DOTLESS: Final = {0x130: "i", 0x131: "i"}
"""The letters that `re` takes for an i and `casefold` does not."""
_MARKS: Final = frozenset("@#")
"""Signs that `blocks.fold` leaves as and where they are."""
_SIGNS: Final = re.compile(r"\W+")
_DIGITS: Final = re.compile(r"\d")

_Item = tuple[Any, Any]
_Prefixes = tuple[set[str], set[str]]
"""Beginnings that what follows may lengthen, and those that are as long as they get."""


class Opening(Struct, frozen=True):
    """A text that matches begins with one of `starts` or holds one of `pieces`; any text may where `is_open`.

    Shape: pieces are in lower case and hold no white space.
    """

    starts: frozenset[str]
    pieces: frozenset[str]
    is_open: bool


def start(text: str, *, cased: bool) -> str:
    """Return the beginning of a text as `Opening.starts` are written.

    Digits are all 0; for a cased pattern letters are folded and signs before the first letter left out.
    """
    if cased:
        signs = _SIGNS.match(text)
        at = signs.end() if signs else 0
        text = _folded(text[at : at + LENGTH])
    text = text[:LENGTH]
    return text if text.isalpha() else _DIGITS.sub("0", text)


@lru_cache(maxsize=1_024)
def opening(pattern: str, *, cased: bool) -> Opening:
    """Read a pattern that is matched with `re.DOTALL` against the whole of a text."""
    starts: set[str] = set()
    pieces: set[str] = set()
    is_open = False
    for way in _ways(list(_parse(pattern, re.DOTALL))):
        found = set().union(*_lengthened(way, {""}, cased))
        if "" not in found:
            starts |= found
            continue
        held = _held(way)
        pieces |= held
        is_open = is_open or not held
    return Opening(frozenset(starts), frozenset(pieces), is_open)


def _ways(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield the alternatives of a pattern, those of what it is all within too."""
    if len(items) == 1 and items[0][0] is _op.BRANCH:
        for way in items[0][1][1]:
            yield from _ways(list(way))
    elif len(items) == 1 and items[0][0] is _op.SUBPATTERN:
        yield from _ways(list(items[0][1][3]))
    else:
        yield items


def _lengthened(items: Iterable[_Item], before: set[str], cased: bool) -> _Prefixes:
    grow, done = set(before), set[str]()
    for op, given in items:
        long = {prefix for prefix in grow if len(prefix) >= LENGTH}
        grow -= long
        done |= {prefix[:LENGTH] for prefix in long}
        if not grow:
            break
        grow, more = _step(op, given, grow, cased)
        done |= more
    return grow, done


def _step(op: Any, given: Any, grow: set[str], cased: bool) -> _Prefixes:
    """Lengthen beginnings by one item of a pattern."""
    if op is _op.LITERAL:
        return _added(grow, [chr(given)], cased), set()
    if op is _op.IN:
        return _one_of(given, grow, cased)
    if op is _op.SUBPATTERN:
        return _lengthened(given[3], grow, cased)
    if op is _op.BRANCH:
        ways = [_lengthened(way, grow, cased) for way in given[1]]
        return set().union(*(way[0] for way in ways)), set().union(*(way[1] for way in ways))
    if op in _REPEATS:
        return _repeated(given, grow, cased)
    return (grow, set()) if op in _NO_TEXT else (set(), grow)


def _one_of(given: Sequence[_Item], grow: set[str], cased: bool) -> _Prefixes:
    chars = _chars(given)
    if chars is not None:
        return _added(grow, chars, cased), set()
    return (grow, set()) if cased and grow == {""} and _is_signs(given) else (set(), grow)


def _repeated(given: tuple[int, int, Sequence[_Item]], grow: set[str], cased: bool) -> _Prefixes:
    least, most, items = given
    so_far, done = (set(grow), set[str]()) if least == 0 else (set[str](), set[str]())
    for times in range(1, min(most, LENGTH) + 1):
        longer, more = _lengthened(items, grow, cased)
        done |= more
        if times >= least:
            so_far |= longer
        if longer <= grow:
            break
        grow = longer
    if most > LENGTH:
        done |= grow
    return so_far, done


def _added(grow: set[str], chars: Iterable[str], cased: bool) -> set[str]:
    digits_alike = ["0" if char.isdecimal() else char for char in chars]
    written = [_folded(char) if cased else char for char in digits_alike]
    return {
        prefix if cased and not prefix and _SIGNS.fullmatch(char) else prefix + char
        for prefix in grow
        for char in written
    }


def _folded(text: str) -> str:
    return text.translate(_DOTLESS).casefold()


def _chars(given: Sequence[_Item]) -> list[str] | None:
    """The characters of a class, None where it cannot be told or they are many."""
    chars: list[str] = []
    for op, value in given:
        if op is _op.LITERAL:
            chars.append(chr(value))
        elif (op is _op.CATEGORY and value is _op.CATEGORY_DIGIT) or (
            op is _op.RANGE and value[0] >= ord("0") and value[1] <= ord("9")
        ):
            chars.append("0")
        else:
            return None
    return chars


def _is_signs(given: Sequence[_Item]) -> bool:
    """Whether a class has no letters: what is no word character, and maybe less."""
    return given[0][0] is _op.NEGATE and (_op.CATEGORY, _op.CATEGORY_WORD) in given


def _held(items: Sequence[_Item]) -> frozenset[str]:
    """Return pieces of which every text that matches holds one, none where there are no good ones."""
    found: list[frozenset[str]] = []
    run = ""
    for op, given in items:
        char = chr(given) if op is _op.LITERAL else " "
        if char.isalpha() or char in _MARKS:
            run += char.lower()
            continue
        found.append(frozenset((run,)))
        run = ""
        if op is _op.SUBPATTERN:
            found.append(_held(given[3]))
        elif op is _op.BRANCH:
            ways = [_held(way) for way in given[1]]
            found.append(frozenset().union(*ways) if all(ways) else frozenset())
        elif op in _REPEATS and given[0] > 0:
            found.append(_held(given[2]))
    found.append(frozenset((run,)))
    good = [pieces for pieces in found if pieces and all(map(_rarity, pieces))]
    return max(good, key=lambda pieces: (min(map(_rarity, pieces)), -len(pieces)), default=frozenset())


def _rarity(piece: str) -> int:
    """How good a piece is at telling texts apart: one letter stands in every text, a mark in few."""
    return len(piece) * (1 if piece.isalpha() else 5) if len(piece) > 1 or not piece.isalpha() else 0


def any_of(pieces: Iterable[str]) -> str:
    """Return a pattern for any of these strings, the shorter first: what begins alike is written once."""
    tree: dict[str, Any] = {}
    for piece in pieces:
        at = tree
        for char in piece:
            at = at.setdefault(char, {})
        at[""] = {}
    return _written(tree)


def _written(tree: dict[str, Any]) -> str:
    if "" in tree:
        return ""
    return f"(?:{'|'.join(re.escape(char) + _written(below) for char, below in tree.items())})"
