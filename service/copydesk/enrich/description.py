"""The summary of an article: the page's own, else one sentence of the text, which is said."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, meta_text, name_of
from copydesk.record import Keyphrase

DESCRIPTION_MAX_CHARS: Final = 1000
"""Longer ones are the article over again; they are left out, not cut."""

CONFIDENCE: Final = 0.9
"""Judged, not measured: what a page calls its description is one; some sites describe themselves there."""


def find_description(article: NormalArticle) -> Found[str] | None:
    """Return og:description, the description meta element or JSON-LD's; None otherwise."""
    meta = article.page.meta
    texts = (
        ("meta:og:description", meta_text(meta, "og:description", DESCRIPTION_MAX_CHARS)),
        ("meta:description", meta_text(meta, "description", DESCRIPTION_MAX_CHARS)),
        *(
            ("json_ld", name_of(thing.get("description"), DESCRIPTION_MAX_CHARS))
            for thing in article_objects(article.page.json_ld)
        ),
        ("meta:twitter:description", meta_text(meta, "twitter:description", DESCRIPTION_MAX_CHARS)),
    )
    return first_found(Found(text, method, CONFIDENCE) if text else None for method, text in texts)


CONFIDENCE_EXTRACT: Final = 0.4
"""Judged, not measured: one sentence is seldom all that a summary says."""

EXTRACT_MIN_CHARS: Final = 60
EXTRACT_MAX_CHARS: Final = 400
_SENTENCES_MAX: Final = 8
_SENTENCE = re.compile(r"[^.!?。！？…]{1,600}[.!?。！？…]+[\"'”’»」]*(?=\s|$|[^\x00-\x7f])")


def extract_description(
    paragraphs: Sequence[str], headline: str | None, keyphrases: Sequence[Keyphrase]
) -> Found[str] | None:
    """Return the early sentence that says most of what the article is about, method "extract"; None where none is whole.

    A sentence weighs the keyphrases and words of the headline in it, less the later it stands; it is one of the
    text, word for word.
    """
    sentences = [
        found
        for paragraph in paragraphs[:_SENTENCES_MAX]
        for match in _SENTENCE.finditer(paragraph[:2000])
        if EXTRACT_MIN_CHARS <= len(found := match[0].strip()) <= EXTRACT_MAX_CHARS
    ][:_SENTENCES_MAX]
    if not sentences:
        return None
    told = [(phrase.text.casefold(), phrase.score) for phrase in keyphrases]
    title = {word for word in (headline or "").casefold().split() if len(word) > 3}

    def weight(at: int) -> float:
        low = sentences[at].casefold()
        named = sum(score for text, score in told if text in low)
        return (1 + named + 0.3 * sum(word in low for word in title)) / (1 + 0.35 * at)

    best = max(range(len(sentences)), key=weight)
    return Found(" ".join(sentences[best].split()), "extract", CONFIDENCE_EXTRACT)
