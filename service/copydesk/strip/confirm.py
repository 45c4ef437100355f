"""What a page says of its article outside its text: the body in its data, descriptions, authors."""

import re
from typing import Any, Final

from copydesk.article import NormalArticle
from copydesk.strip.blocks import fold

MIN_ARTICLE_BODY_CHARS: Final = 400
"""A shorter articleBody is a summary."""
CONFIRMING_WORDS: Final = 5
"""A block is in articleBody if its first five words are, in a row: comparing whole blocks would be quadratic."""
CONFIRMING_CHARS: Final = 200
LEAD_CHARS: Final = 50
MAX_DESCRIPTION_CHARS: Final = 2_000

_WORD: Final = re.compile(r"\w+")
_DESCRIPTIONS: Final = ("og:description", "description")
_LAST_DESCRIPTION: Final = "twitter:description"
"""After what JSON-LD says: the order in which the record takes them."""
_AUTHORS: Final = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_MIN_NAME_CHARS: Final = 3


class BodyWords:
    """The article's text as the page's data have it."""

    def __init__(self, text: str) -> None:
        words = fold(text).split()
        self.size = len(words)
        """Words of the text."""
        self._runs = frozenset(zip(*(words[at:] for at in range(CONFIRMING_WORDS)), strict=False))
        self._words = frozenset(words)

    def holds(self, text: str) -> bool:
        """Tell whether the first words of a block stand there in a row."""
        return tuple(_beginning(text)) in self._runs

    def share(self, core: str) -> float:
        """How much of a block's beginning stands there: 1 in a row, up to 0.5 word by word."""
        words = _beginning(core)
        if tuple(words) in self._runs:
            return 1.0
        return sum([word in self._words for word in words]) / len(words) / 2 if words else 0.0


def _beginning(text: str) -> list[str]:
    return fold(text[:CONFIRMING_CHARS]).split()[:CONFIRMING_WORDS]


def body_words(article: NormalArticle) -> BodyWords | None:
    """Return the longest articleBody of the page's JSON-LD, None where there is none of a body's length."""
    longest = max(_texts(article, "articleBody"), key=len, default="")
    return BodyWords(longest) if len(longest) >= MIN_ARTICLE_BODY_CHARS else None


def descriptions_of(article: NormalArticle) -> list[str]:
    """Return what the page gives as its description; the first is the record's."""
    meta = article.page.meta
    given = [*map(meta.get, _DESCRIPTIONS), *_texts(article, "description"), meta.get(_LAST_DESCRIPTION)]
    return [text for text in given if text and len(text) < MAX_DESCRIPTION_CHARS]


def descriptions(article: NormalArticle) -> frozenset[str]:
    """Return the folded beginnings of what the page gives as its description."""
    return frozenset(fold(text)[:LEAD_CHARS] for text in descriptions_of(article))


def authors_of(article: NormalArticle) -> frozenset[str]:
    """Return the folded words of the authors' names, as producer and page give them."""
    named = [*article.author, *(article.page.meta.get(key) or "" for key in _AUTHORS)]
    for item in article.page.json_ld:
        given = item.get("author")
        for each in given if isinstance(given, list) else [given]:
            name: Any = each.get("name") if isinstance(each, dict) else each
            if isinstance(name, str):
                named.append(name)
    words = (word for name in named if len(name) < 200 for word in _WORD.findall(fold(name)))
    return frozenset(word for word in words if len(word) >= _MIN_NAME_CHARS)


def _texts(article: NormalArticle, key: str) -> list[str]:
    return [value for item in article.page.json_ld if isinstance(value := item.get(key), str)]
