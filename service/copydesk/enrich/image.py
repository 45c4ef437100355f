"""The images of an article: the one its page asks to be shown by, then those that stand in its text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from copydesk.article import NormalArticle
from copydesk.enrich.figures import CAPTION_MAX_CHARS, Figure, absolute
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, items, tidy
from copydesk.record import ImageObject

CONFIDENCE: Final = 0.9
"""Judged, not measured: it is what the page asks to be shown by; a few sites give their logo."""
FIGURE_CONFIDENCE: Final = 0.7
"""Judged: a picture in the text, where the page names none."""

_SIZED: Final = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|w?\d{3,4}w?|scaled)(?=\.[a-z]{3,4}$|$)")
_NAME_MIN_CHARS: Final = 8
"""A shorter file name ("image.jpg") may be that of two pictures of a site."""


def find_images(article: NormalArticle, figures: Sequence[Figure]) -> Found[tuple[ImageObject, ...]] | None:
    """Return the images, the lead image first; the method is the lead's.

    Each picture comes once: where the lead stands in the text too, in whatever size, it takes the caption there.
    """
    lead = find_lead(article)
    of_text = [
        ImageObject(url=one.url, caption=one.caption, width=one.width, height=one.height) for one in figures
    ]
    if lead is None:
        return Found(tuple(of_text), "figure", FIGURE_CONFIDENCE) if of_text else None
    name = _name(lead.value.url)
    same = [one for one in of_text if _name(one.url) == name]
    caption = lead.value.caption or next((one.caption for one in same if one.caption), None)
    first = msgspec.structs.replace(lead.value, caption=caption)
    return Found((first, *(one for one in of_text if one not in same)), lead.method, lead.confidence)


def find_lead(article: NormalArticle) -> Found[ImageObject] | None:
    """Return the image of og:image, JSON-LD or twitter:image; absolute, http or https only."""
    base = article.page.base_url or article.canonical_url or article.url
    return first_found(
        Found(ImageObject(url=url, **about), method, CONFIDENCE) if (url := absolute(raw, base)) else None
        for method, raw, about in _candidates(article)
    )


def _candidates(article: NormalArticle) -> Iterator[tuple[str, object, dict[str, Any]]]:
    meta = article.page.meta
    for name in ("og:image:secure_url", "og:image", "og:image:url"):
        size = {side: _pixels(meta.get(f"og:image:{side}")) for side in ("width", "height")}
        yield f"meta:{name}", meta.get(name), size
    for thing in article_objects(article.page.json_ld):
        for item in items(thing.get("image")):
            if isinstance(item, Mapping):
                about: dict[str, Any] = {side: _pixels(item.get(side)) for side in ("width", "height")}
                about["caption"] = tidy(item.get("caption"), CAPTION_MAX_CHARS)
                for url in items(item.get("url") or item.get("contentUrl")):
                    yield "json_ld", url, about
            else:
                yield "json_ld", item, {}
    for name in ("twitter:image", "twitter:image:src", "parsely-image-url"):
        yield f"meta:{name}", meta.get(name), {}


def _pixels(value: object) -> int | None:
    """Return a size as it is written: 1200, "1200", "1200px", or a QuantitativeValue."""
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, str):
        digits = value.strip().removesuffix("px").strip()
        value = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 5 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 100_000:
        return None
    return int(value)


def _name(url: str) -> str:
    """Return what the sizes of one picture have in common: its file name, or its address where that says little."""
    address = url.partition("?")[0]
    name = _SIZED.sub("", address.rpartition("/")[2].lower())
    return name if len(name) >= _NAME_MIN_CHARS else address
