"""Language tags: what was written in one, made a BCP 47 language with its script."""

import re
from typing import Final

from copydesk.enrich.tokens import plain_letters

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

HARDLY_TOLD: Final = frozenset(("hr", "bs", "id", "ms"))
"""Told apart from their neighbours on fewer than nine of ten sentences: of no use without a declaration."""

_ALPHABETS: Final = (
    ("mk", frozenset("ѓќѕЃЌЅ")),
    ("uk", frozenset("їєґЇЄҐ")),
    ("be", frozenset("ўЎ")),
    ("ru", frozenset("ыэЫЭ")),
    ("bg", frozenset("щъюяйЩЪЮЯЙ")),
)
_SERBIAN: Final = frozenset("ђћЂЋ")


def by_alphabet(tag: str | None, text: str) -> str | None:
    """Return Serbian in Cyrillic as the language whose letters the text has and Serbian has not; else `tag`.

    The detector takes short Macedonian, Bulgarian and Russian for Serbian: 198 of 3,000 sentences.
    """
    if tag != "sr" or (letters := frozenset(text)) & _SERBIAN:
        return tag
    return next((language for language, own in _ALPHABETS if letters & own), tag)


_SCRIPTS: Final = (
    ("Latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
    ("Cyrl", "\u0400-\u052f"),
    ("Grek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Arab", "\u0600-\u06ff\u0750-\u077f"),
    ("Hebr", "\u0590-\u05ff"),
    ("Armn", "\u0530-\u058f"),
    ("Geor", "\u10a0-\u10ff"),
    ("Deva", "\u0900-\u097f"),
    ("Beng", "\u0980-\u09ff"),
    ("Guru", "\u0a00-\u0a7f"),
    ("Gujr", "\u0a80-\u0aff"),
    ("Taml", "\u0b80-\u0bff"),
    ("Telu", "\u0c00-\u0c7f"),
    ("Knda", "\u0c80-\u0cff"),
    ("Mlym", "\u0d00-\u0d7f"),
    ("Sinh", "\u0d80-\u0dff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Laoo", "\u0e80-\u0eff"),
    ("Mymr", "\u1000-\u109f"),
    ("Khmr", "\u1780-\u17ff"),
    ("Ethi", "\u1200-\u137f"),
    ("Hang", "\uac00-\ud7a3\u1100-\u11ff"),
    ("Kana", "\u3041-\u30ff"),
    ("Hani", "\u3400-\u4dbf\u4e00-\u9fff"),
)
_SCRIPT_LETTERS: Final = tuple((name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS)
_SCRIPT_CHARS: Final = 1000


def script_of(text: str, tag: str | None) -> str | None:
    """Return the ISO 15924 code of the script that most letters of the text's beginning are in; None without letters.

    Chinese is Hans or Hant by its language, Japanese is Jpan and Korean Kore, the mixtures that they are.
    """
    sample = text[:_SCRIPT_CHARS]
    if 2 * len(plain_letters(sample)) > len(sample):
        return "Latn"
    counts = {name: len(letters.findall(sample)) for name, letters in _SCRIPT_LETTERS}
    script = max(counts, key=counts.__getitem__)
    if not counts[script]:
        return None
    if script in {"Kana", "Hani"}:
        return "Jpan" if script == "Kana" or tag == "ja" else "Hant" if tag == "zh-Hant" else "Hans"
    return "Kore" if script == "Hang" else script


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
