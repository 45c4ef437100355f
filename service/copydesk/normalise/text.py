"""Regular text: NFC, no control characters, one space where there was any white space.

Pure and total: any str, lone surrogates included, gives text that can be written as UTF-8.
Everything here takes time linear in the text.
"""

import re
import unicodedata
from typing import Final

import ftfy

from copydesk.normalise.mojibake import looks_like_mojibake

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_DROPPED: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls; those that are white space become a space
    "\u00ad"  # soft hyphen: where a line might break
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: order on a screen, not text
    "\u2060-\u2065\u206a-\u206f"  # word joiner, invisible operators, deprecated shaping controls
    "\ufeff\ufff9-\ufffc"  # byte order mark, annotation anchors, a place for an object that is not there
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "]+"
)
"""Characters without meaning in an article. Kept although they are format characters: the signs of
Arabic, Syriac, Kaithi and Egyptian that show, the Mongolian vowel separator, joiners (below)."""

_WORDS_WITHOUT_SPACES: Final = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\uaa7f"
)
"""Thai, Lao, Tibetan, Myanmar, Khmer: there, a zero width space is how a writer marks a word's end."""

_ZERO_WIDTH: Final = re.compile("[\u200b-\u200d]")
_ZERO_WIDTH_SPACE: Final = re.compile(
    f"(?<![{_WORDS_WITHOUT_SPACES}])\u200b+|\u200b+(?![{_WORDS_WITHOUT_SPACES}\u200b])|(?<=\u200b)\u200b+"
)
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_ASTRAL_DROPPED: Final = re.compile(
    "[\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f"  # shorthand, music, language tag
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]+"
)
"""The same beyond the first plane; apart, since a class that reaches there is scanned far slower."""

_TAGS: Final = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f)|[\U000e0020-\U000e007f]+")
"""Tag characters spell the flags of England, Scotland and Wales; anywhere else they are hidden text."""

_IDLE_JOINER: Final = re.compile("(?:\\A|(?<=[\x00-\x7f\\s]))[\u200c\u200d]+")
"""Joiners shape Persian, Indic scripts and emoji; after ASCII, white space or nothing they only hide."""

_SPACE_RUN: Final = re.compile(r"[^\S ]\s*| \s+")
_LINE_END: Final = re.compile("[\n\r\x0b\x0c\u2028\u2029]")

_MAX_REPAIRS: Final = 8
"""Rounds of mojibake repair. Text spoilt twice is seen now and then, more often never; each round
shortens the text, so that the bound is only there for what nobody has thought of."""


def clean_block(text: str) -> str:
    r"""Return the text of one block made regular.

    NFC; controls and meaningless format characters gone; lone surrogates are U+FFFD; mojibake
    repaired; a run of white space is "\n" where it holds a line end, else one space; trimmed.

    Promise: `clean_block(clean_block(x)) == clean_block(x)`; no "\n\n" in it; encodable as UTF-8.
    """
    if text.isprintable() and "  " not in text and (text.isascii() or is_regular(text)):
        return text.strip()
    text = _LONE_SURROGATE.sub("\ufffd", text)
    for _ in range(_MAX_REPAIRS):
        repaired = ftfy.fix_encoding(text) if looks_like_mojibake(text) else text
        regular = _regular(repaired)
        if not looks_like_mojibake(regular) or regular == text:
            return regular
        text = regular
    return text


def is_regular(text: str) -> bool:
    """Tell whether printable text is left as it is: of the characters that are dropped one counts as printable."""
    return "\ufffc" not in text and unicodedata.is_normalized("NFC", text) and not looks_like_mojibake(text)


def clean_line(text: str) -> str:
    """Return the text of a field of one line (a headline, a name, a title) made regular."""
    return clean_block(text).replace("\n", " ")


def _regular(text: str) -> str:
    """NFC, drops, white space; applied twice it changes nothing more."""
    # NFC first: it turns the Kelvin sign into an ASCII K, which decides about a joiner after it.
    text = unicodedata.normalize("NFC", text)
    if not text.isascii():
        text = _DROPPED.sub("", text)
        if _ASTRAL.search(text):
            text = _TAGS.sub(r"\1", _ASTRAL_DROPPED.sub("", text))
        if _ZERO_WIDTH.search(text):
            text = _IDLE_JOINER.sub("", _ZERO_WIDTH_SPACE.sub("", text))
        # Again: what was dropped may have stood between a letter and its accent.
        text = unicodedata.normalize("NFC", text)
    else:
        text = _DROPPED.sub("", text)
    return _SPACE_RUN.sub(_one_space, text).strip()


def _one_space(run: re.Match[str]) -> str:
    return "\n" if _LINE_END.search(run[0]) else " "
