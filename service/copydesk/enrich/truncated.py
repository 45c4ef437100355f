"""Whether a text is the whole article, or was cut off by a paywall, a teaser or a feed.

Looked at is how the text ends, what the strip stage removed behind it, and a notice of a paywall. The rules are
plain wording, so that what is not written is not seen: a text that ends at a full stop counts as whole.
"""

import re
from typing import Final

from copydesk.article import CleanArticle
from copydesk.ledger import Kind
from copydesk.record import Truncated

_TAIL_CHARS: Final = 200
_SHOWN_CHARS: Final = 80

_COUNTED = re.compile(r"\[\+?\s?\d{1,7} chars\]\s*$")
_PAYWALL = re.compile(
    r"\b(?:subscribe|register|sign (?:in|up)|log ?in)\b[^.!?\n]{0,40}\bto (?:continue|keep|read|unlock|view)\b"
    r"|\bto (?:continue|keep) reading\b|\bthis (?:article|story|content) is (?:for|only available to|reserved for|exclusive to) [^.\n]{0,30}(?:subscribers|members)\b"
    r"|\bréservée? (?:à nos|aux) abonnés\b|\b(?:jetzt|weiter) (?:weiter)?lesen mit\b|\bsolo para suscriptores\b|\bper continuare a leggere\b"
    r"|\bконтент доступен по подписке\b|会員限定|付费阅读|剩余\s?\d+%",
    re.IGNORECASE,
)
_SUBSCRIBERS = re.compile(
    r"already a (?:paid )?subscriber|exclusive to .{0,20}subscribers|subscribers only|continue reading|pozostało jeszcze \d+|bereits abonnent|déjà abonné",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:^|[\s.…\[(])(?P<more>read (?:more|the full (?:story|article)|on)|continue reading|keep reading|full story|weiterlesen|mehr lesen|lire la suite"
    r"|lire plus|leer más|seguir leyendo|sigue leyendo|leggi tutto|continua a leggere|leia mais|continue lendo|lees (?:meer|verder)|läs mer|les mer|læs mere"
    r"|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|阅读全文|閱讀全文|続きを読む|더 ?보기)\s*(?:\.{2,}|…|»|>+|→|\]|\))*\s*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\w[,;]?\s?(?:\.{3,}|…|\[(?:\.{3}|…)\])\s*$")


def find_truncated(clean: CleanArticle, body: str) -> Truncated | None:
    """Return the first sign, in the order of how sure it is, that the article goes on elsewhere; else None."""
    tail = body[-_TAIL_CHARS:]
    for rule, pattern, confidence in (
        ("counted-rest", _COUNTED, 0.99),
        ("paywall-words", _PAYWALL, 0.9),
        ("read-more-end", _MORE, 0.85),
        ("ellipsis-end", _CUT, 0.8),
    ):
        match = pattern.search(tail)
        if match:
            return Truncated(rule, _shown(tail[match.start() :]), confidence)
    return _removed(clean)


def _removed(clean: CleanArticle) -> Truncated | None:
    """Look behind the last kept text: a paywall notice there, or a bio that breaks off."""
    text = clean.article.text
    end = len(text)
    for span in reversed(clean.removed):
        if span.end < end:
            break  # kept text begins
        end = span.start
        words = text[span.start : span.end].strip()
        if span.kind is Kind.PAYWALL and (_PAYWALL.search(words) or _SUBSCRIBERS.search(words)):
            return Truncated("paywall-notice", _shown(words), 0.6)
        if span.kind is Kind.AUTHOR_BIO and _CUT.search(words[-_TAIL_CHARS:]):
            return Truncated("bio-cut", _shown(words[-30:].split(" ", 1)[-1]), 0.6)
    return None


def _shown(words: str) -> str:
    return " ".join(words.split())[:_SHOWN_CHARS]
