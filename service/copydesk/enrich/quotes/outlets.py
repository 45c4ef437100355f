"""To whom it was said: outlets and agencies that are told, quoted or written in."""

import re
from functools import lru_cache
from typing import Final

from copydesk.enrich.names import AGENCIES
from copydesk.enrich.quotes.runs import RUN
from copydesk.enrich.quotes.words import Words

_OUTLET: Final = re.compile(
    r"\b(?:times|post|journal|news|guardian|telegraph|herald|tribune|chronicle|standard|observer|gazette|mail|mirror|sun|star|globe|today|week|radio|tv|television|magazine|press|review|daily|weekly"
    r"|zeitung|handelsblatt|spiegel|zeit|welt|bild|rundschau|anzeiger|nachrichten|kurier|presse|sky|deutschlandfunk|tagesspiegel|tagesschau|\w*blatt"
    r"|monde|figaro|libération|parisien|echos|inter|express|humanité|croix|país|mundo|vanguardia|nación|universal|cadena|razón|periódico|expansión"
    r"|corriere|repubblica|stampa|messaggero|folha|globo|estado|público|expresso|telegraaf|volkskrant|gazeta|wyborcza|коммерсантъ|ведомости|известия|риа|интерфакс|независимая)\b"
    r"|^(?:techcrunch|wired|yle|politico|axios|vox|variety|bloomberg|reuters|forbes|fortune|cnbc|yonhap|xinhua)\b",
    re.IGNORECASE,
)
_CAPITALS: Final = re.compile(r"[A-Z]{2,5}|[A-Z]{2,4} (?:News|Radio|Sport)")


@lru_cache(maxsize=16)
def _told(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.told})\s*[“„«\"]?")


def find_source(text: str, words: Words, speaker: str | None) -> str | None:
    """Return the outlet that a sentence says it was told to; None where it names none, or a person."""
    for match in _told(words).finditer(text):
        rest = text[match.end() : match.end() + 60]
        name = RUN.match(rest)
        if name and name[0] != speaker and is_outlet(name[0]):
            return name[0]
    return None


def is_outlet(name: str) -> bool:
    """Say whether a name is an outlet's or an agency's, by the words of such names, or all in capitals."""
    low = name.casefold()
    return low in AGENCIES or bool(_OUTLET.search(name)) or bool(_CAPITALS.fullmatch(name))
