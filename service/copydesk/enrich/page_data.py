"""Total readers of what a page says about itself: its JSON-LD and its meta elements.

JSON-LD comes from anybody and may hold anything at any depth: every reader here accepts any JSON
value, looks at a bounded part of it, and answers None or nothing rather than raise.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

OBJECTS_MAX: Final = 60
"""JSON-LD objects looked at per page; of 996 development pages the largest held fewer that mattered."""

ITEMS_MAX: Final = 100
"""Items of one JSON value looked at."""

DEPTH_MAX: Final = 4
"""Lists in lists, and names of names, are followed so far."""

_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")  # soft hyphens and the like stand inside words
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_PAGE_TYPES = re.compile(r"(?:^|[/#:])(?:Web|Item|About|Medical\w{0,3}|MedicalWeb)Page$")
_ARTICLE_TYPES = re.compile(
    r"(?:^|[/#:])(?:[A-Za-z]{0,30}Article|(?:Blog|LiveBlog|SocialMedia|DiscussionForum)Posting|BlogPost|Report|Review)$"
)


def tidy(value: object, limit: int, *, markup: bool = True) -> str | None:
    """Return `value` as one line of NFC text, or None if it is no text, empty, or longer than `limit`.

    With `markup`, character references and tags that were written into the text are resolved, which
    is what JSON-LD and many meta elements hold.
    """
    if not isinstance(value, str) or len(value) > limit * 4:
        return None
    if markup and "&" in value:
        value = html.unescape(value)
    if markup and "<" in value:
        value = _TAG.sub(" ", value)
    text = unicodedata.normalize("NFC", " ".join(_UNWANTED.sub(" ", _INVISIBLE.sub("", value)).split()))
    return (
        text if text and len(text) <= limit and text.casefold() not in {"none", "null", "undefined"} else None
    )


def meta_text(meta: Mapping[str, str], name: str, limit: int) -> str | None:
    """Return the tidied content of the meta element `name`, or None."""
    return tidy(meta.get(name), limit)


def items(value: object) -> Iterator[Any]:
    """Yield the items of a JSON value, at most `ITEMS_MAX`: itself, or those of a list, lists in lists flattened."""
    return islice(_flat(value, 0), ITEMS_MAX)


def _flat(value: object, depth: int) -> Iterator[Any]:
    if not isinstance(value, list | tuple):
        yield value
    elif depth < DEPTH_MAX:
        for item in value[:ITEMS_MAX]:
            yield from _flat(item, depth + 1)


def name_of(value: object, limit: int, keys: Sequence[str] = ("name", "@value", "headline")) -> str | None:
    """Return the first text a JSON value stands for: a string, or the name of an object."""
    for item in items(value):
        if isinstance(item, str):
            text = tidy(item, limit)
        elif isinstance(item, Mapping):
            text = next((found for key in keys if (found := _inner(item.get(key), limit))), None)
        else:
            text = None
        if text:
            return text
    return None


def _inner(value: object, limit: int) -> str | None:
    return next((text for item in items(value) if (text := tidy(item, limit))), None)


def article_objects(json_ld: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the objects that describe an article, in document order: schema.org's Article and its subtypes.

    Behind them come those that describe the page; many sites give author and date there alone.
    """
    articles, pages = [], []
    for thing in json_ld[:OBJECTS_MAX]:
        kinds = [kind[:100] for kind in items(thing.get("@type")) if isinstance(kind, str)]
        if any(map(_ARTICLE_TYPES.search, kinds)):
            articles.append(thing)
        elif any(map(_PAGE_TYPES.search, kinds)):
            pages.append(thing)
    return (*articles, *pages)
