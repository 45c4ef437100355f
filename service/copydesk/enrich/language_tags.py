"""Language tags: what was written in one, made a BCP 47 language with its script."""

import re
from typing import Final

_TAG = re.compile(
    r"\s{0,4}([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4})(?![a-zA-Z]))?(?:[-_]([a-zA-Z]{2}|\d{3})(?![a-zA-Z\d]))?(?![a-zA-Z\d])"
)

_RENAMED: Final = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr", "nb": "no"}
"""Withdrawn codes to those of today (IANA language subtag registry); Bokmål as "no", as CLD2 has it."""

_THREE_LETTERS: Final = dict(
    pair.split("=")
    for pair in [
        "ara=ar",
        "bul=bg",
        "ces=cs",
        "cze=cs",
        "dan=da",
        "deu=de",
        "ger=de",
        "ell=el",
        "gre=el",
        "eng=en",
        "spa=es",
        "est=et",
        "fas=fa",
        "per=fa",
        "fin=fi",
        "fra=fr",
        "fre=fr",
        "heb=he",
        "hin=hi",
        "hrv=hr",
        "hun=hu",
        "ind=id",
        "ita=it",
        "jpn=ja",
        "kor=ko",
        "lit=lt",
        "lav=lv",
        "msa=ms",
        "may=ms",
        "nld=nl",
        "dut=nl",
        "nor=no",
        "nob=no",
        "pol=pl",
        "por=pt",
        "ron=ro",
        "rum=ro",
        "rus=ru",
        "slk=sk",
        "slo=sk",
        "slv=sl",
        "srp=sr",
        "swe=sv",
        "tha=th",
        "tur=tr",
        "ukr=uk",
        "vie=vi",
        "zho=zh",
        "chi=zh",
    ]
)
"""ISO 639-2 codes that pages write where BCP 47 wants the two-letter one."""

_TRADITIONAL: Final = frozenset(("TW", "HK", "MO"))
"""Where Chinese is written in traditional characters (CLDR likely subtags)."""

_NO_LANGUAGE: Final = frozenset(
    ("und", "mul", "mis", "zxx", "xx", "xxx", "un", "zzb", "zze", "zzh", "zzp", "tlh")
)
"""Registered for none or several; CLD2's jokes."""

_NEAR: Final = (
    frozenset(("id", "ms")),
    frozenset(("hr", "sr", "bs", "sr-ME")),
    frozenset(("no", "nn", "da")),
    frozenset(("zh", "zh-Hant")),
)

RELATED: Final[dict[str, frozenset[str]]] = {tag: group for group in _NEAR for tag in group}
"""Languages that text statistics mistake for one another, and the script of Chinese."""


def canonical_tag(tag: str) -> str | None:
    """Return language and, for Chinese, script of a declared tag ("en_US" is "en", "zh-TW" is "zh-Hant"), or None."""
    match = _TAG.match(tag[:40])
    if match is None:
        return None
    language = match[1].lower()
    language = _THREE_LETTERS.get(language, language)
    language = _RENAMED.get(language, language)
    if language in _NO_LANGUAGE:
        return None
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    if language == "zh" and (script == "Hant" or (not script and region in _TRADITIONAL)):
        return "zh-Hant"
    return language


def from_cld2(code: str) -> str | None:
    """Return the BCP 47 tag of a CLD2 code, or None for its "unknown", its jokes and mere scripts ("xx-Cyrl")."""
    if code in _NO_LANGUAGE or code.startswith("xx"):
        return None
    return _RENAMED.get(code, code)
