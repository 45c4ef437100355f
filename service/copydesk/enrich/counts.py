"""How long an article is: words, and seconds to read them.

Scripts without spaces: Chinese and Japanese characters count as words at the ratio of the IReST
reading study; of Thai, Lao, Burmese and Khmer, whose words need a dictionary, every fourth
character does (a rule of thumb of ours, not measured).
*Source*: Trauzettel-Klosinski and Dietz 2012, Investigative Ophthalmology 53:5452: Chinese was read
at 255 characters or 158 words a minute, so 1.6 characters a word; Japanese at 357 and 193, so 1.85.
"""

import math
from typing import Final

from copydesk.enrich.tokens import HAN_KANA, UNSPACED

CHINESE_CHARS_PER_WORD: Final = 1.6
JAPANESE_CHARS_PER_WORD: Final = 1.85
UNSPACED_CHARS_PER_WORD: Final = 4.0


def word_count(words: list[str], language: str | None) -> int:
    """Count the words of a text cut by `words_of`; at least 1 where there is any."""
    alone = "".join(word for word in words if len(word) == 1)
    characters, unspaced = 0, 0
    if not alone.isascii():
        characters, unspaced = len(HAN_KANA.findall(alone)), len(UNSPACED.findall(alone))
    per_word = JAPANESE_CHARS_PER_WORD if language == "ja" else CHINESE_CHARS_PER_WORD
    spaced = len(words) - characters - unspaced
    count = round(spaced + characters / per_word + unspaced / UNSPACED_CHARS_PER_WORD)
    return max(count, 1) if words else 0


def reading_time_seconds(count: int, words_per_minute: int) -> int:
    """Return the whole seconds it takes to read `count` words, rounded up."""
    return math.ceil(count * 60 / words_per_minute)
