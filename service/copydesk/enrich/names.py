"""Names of authors: cut out of a byline, and told from what is no name."""

import re
from collections.abc import Collection, Iterator
from typing import Final, Literal

from copydesk.enrich.page_data import tidy

NAME_MAX_CHARS: Final = 60
NAME_MAX_WORDS: Final = 6
FIELD_MAX_CHARS: Final = 300
"""A longer author field is no list of names."""
PARTS_MAX: Final = 20

_LEAD = re.compile(
    r"(?:(?:written|words|story|text|posted|published|reported|reviewed|report|analysis|opinion)\s{1,3})?"
    r"(?:by|about|von|par|por|di|da|door|av|af|przez|autor(?:en|in)?|author|auteur|autore|written by|от|автор|текст)(?:\s{0,2}:|\s)\s{0,3}"
    r"|(?-i:By(?=[A-Z][a-z]))|(?:文|作者|记者|記者|編輯|编辑|撰文|글|기자)\s?[/:／：]\s?"
    r"|[（(]?(?:本[报刊网台社]\w{0,2}(?:记者|通讯员)[\s:：]{0,2}|(?:记者|通讯员|实习生)\s{1,2})(?=[\u4e00-\u9fff]{2,4}[）)]?$)"
    r"|[（(](?:文|取材|構成)(?:[・、/／](?:文|写真|撮影|構成)){0,2}[\s:：＝=]{1,2}",
    re.IGNORECASE,
)
_OTHER_ROLE = re.compile(
    r"(?:medically\s|expert\s)?(?:reviewed|fact[- ]checked|edited|photos?|photographs?|video|illustrations?|translated|updated|sponsored)\b"
    r"|[（(]?(?:责编|责任编辑|責任編輯|写真|撮影)\s?[:：＝=]",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s{0,3}[,;|、，；•·\t\n]\s{0,3}|\s{1,2}(?=(?:记者|通讯员|实习生)\s)|\s{1,3}(?:and|und|et|y|e|og|och|en|i|и|with|&|\+|/)\s{1,3}"
)
_TAIL = re.compile(
    r"\s{1,3}(?:\(|\[|<|—|–|-\s|for\s(?:the\s)?[A-Z]|in\s[A-Z]|at\s[A-Z]|is\s|was\s|on\s[A-Z\d]|via\s|@|updated\b|published\b|posted\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_NAME = re.compile(
    r"[@{}<>=\\_#%:＝：]|https?:|www\.|\.(?:com|org|net|html?|co)\b|\d{2}|[!?]$|\.\.\.", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:reporter|editor|correspondent|writer|journalist|columnist|producer|photographer|contributor|analyst|director|professor"
    r"|manager|chief|head|ceo|cto|founder|co-founder|president|author|researcher|fellow|specialist|reviewer|executive|coordinator|dietitian|nutritionist|expert|consultant|engineer"
    r"|redakteurin|redakteur|redaktion|korrespondent|korrespondentin|journaliste|journalista|periodista|redactor|redacción|rédaction)s?\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:ph\.?d|m\.?d|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|jd|esq|rn|rd|cpa|mph|jr|sr|dds|do|pharmd|ii|iii)\.?",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    [
        "admin",
        "administrator",
        "staff",
        "editor",
        "editors",
        "editorial",
        "guest",
        "author",
        "authors",
        "contributor",
        "contributors",
        "anonymous",
        "unknown",
        "user",
        "webmaster",
        "team",
        "redaktion",
        "redaction",
        "rédaction",
        "redacción",
        "redazione",
        "redacao",
        "redação",
        "newsroom",
        "newsdesk",
        "desk",
        "none",
        "null",
        "by",
        "writer",
        "reporter",
        "subscribe",
        "follow",
        "share",
        "comments",
    ]
) | {
    "staff writer",
    "staff reporter",
    "staff report",
    "staff reports",
    "web desk",
    "news desk",
    "online desk",
    "guest author",
    "guest post",
    "guest contributor",
    "editorial team",
    "editorial staff",
    "editorial board",
    "the editors",
    "news team",
    "content team",
    "web team",
    "site admin",
    "super user",
    "view all posts",
    "read more",
    "learn more",
    "get in touch",
    "no comments",
    "sign in",
    "posted on",
    "posted in",
    "published on",
    "written by",
    "posted by",
    "reviewed by",
    "last updated",
    "about the author",
}
AGENCIES: Final = frozenset(
    (
        "reuters",
        "ap",
        "afp",
        "dpa",
        "pti",
        "ani",
        "ians",
        "ansa",
        "tass",
        "xinhua",
        "bloomberg",
        "apa",
        "sda",
        "upi",
        "pa media",
        "press association",
        "associated press",
        "the associated press",
        "agence france-presse",
        "canadian press",
        "the canadian press",
        "deutsche presse-agentur",
        "austria presse agentur",
        "anadolu ajansı",
        "anadolu agency",
        "aap",
        "belga",
        "cna",
        "kyodo",
        "kyodo news",
        "jiji press",
        "yonhap",
        "efe",
        "europa press",
        "interfax",
        "itar-tass",
        "lusa",
        "ntb",
        "pap",
        "ritzau",
        "tt",
        "stt",
        "新华社",
        "中新社",
        "共同通信",
        "時事通信",
        "연합뉴스",
    )
)
"""News agencies: an author when alone, an outlet to be cut off beside a person."""


def split_names(field: str, outlets: Collection[str] = (), *, byline: bool = False) -> tuple[str, ...]:
    """Return the names in an author field or byline, in order, once each; () where there is none.

    `outlets` are case-folded names of the site, which are never an author. A `byline` is visible text:
    there a name must also be written like one, each of its words with a capital or in a script without.
    """
    line = tidy(field, FIELD_MAX_CHARS)
    if line is None:
        return ()
    if byline and _OTHER_ROLE.match(line):
        return ()
    lead = _LEAD.match(line)
    line = line[lead.end() :] if lead else line
    names: dict[str, str] = {}
    for part in _SPLIT.split(line, maxsplit=PARTS_MAX)[:PARTS_MAX]:
        name = _clean(part)
        degree = (
            names and name.isupper() and name.isascii() and len(name) <= 5 and name.casefold() not in AGENCIES
        )
        if name and not degree and is_name(name, outlets, byline=byline):
            names.setdefault(name_key(name), name)
    people = [name for key, name in names.items() if key not in AGENCIES]
    return tuple(people or names.values())


def _clean(part: str) -> str:
    lead = _LEAD.match(part)
    part = _TAIL.sub("", part[lead.end() :] if lead else part).strip(" ,.;:|-–—/'\"“”（）()")
    return "" if _DEGREE.fullmatch(part) else part


def is_name(name: str, outlets: Collection[str] = (), *, byline: bool = False) -> bool:
    """Say whether `name` can be a person's or an organisation's: short, letters, no address, no role, not the site."""
    words = name.split()
    if not 2 <= len(name) <= NAME_MAX_CHARS or len(words) > NAME_MAX_WORDS or _NOT_NAME.search(name):
        return False
    low = name.casefold()
    if (
        low in _NOBODY
        or words[-1].casefold() in {"admin", "administrator"}
        or low in outlets
        or _ROLE.search(name)
        or not any(map(str.isalpha, name))
    ):
        return False
    return not byline or ((len(words) > 1 or not name.isascii()) and all(_capital(word) for word in words))


_PARTICLES: Final = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "of",
        "y",
        "e",
    ]
)


def _capital(word: str) -> bool:
    first = next((char for char in word if char.isalpha()), "")
    return bool(first) and (not first.islower() or word in _PARTICLES or word[1:2] in {"'", "’"})


_GROUP = re.compile(
    r"\b(?:team|staff|newsroom|news|desk|media|press|agency|agentur|redaktion|rédaction|redacción|redazione|redação|editors|magazine|times|post|online"
    r"|inc|llc|ltd|gmbh|group|university|institute|association|society|foundation|center|centre|council|committee|department|ministry)\b|\.\w{2,4}$",
    re.IGNORECASE,
)


def kind_of_name(name: str, outlets: Collection[str] = ()) -> Literal["Person", "Organization"] | None:
    """Tell whether a name is a person's or an organisation's: by agencies, the site's names, words of organisations, shape.

    A person's has two to four words, each with a capital or a particle; None for other shapes ("whova", "李明").
    """
    if name.casefold() in AGENCIES or name.casefold() in outlets or _GROUP.search(name):
        return "Organization"
    words = name.split()
    if 2 <= len(words) <= 4 and all(map(_capital, words)) and not name.isupper():
        return "Person"
    return None


def name_key(name: str) -> str:
    """Return what two spellings of one name share."""
    return " ".join(name.casefold().replace(".", " ").split())


def surname_key(name: str) -> str:
    """Return the last word of a name, as `name_key` writes it."""
    return name_key(name).rpartition(" ")[2]


def each_name(
    fields: Collection[str], outlets: Collection[str] = (), *, byline: bool = False
) -> Iterator[str]:
    """Yield the names of several fields, in order, once each."""
    seen: set[str] = set()
    for field in fields:
        for name in split_names(field, outlets, byline=byline):
            if name_key(name) not in seen:
                seen.add(name_key(name))
                yield name
