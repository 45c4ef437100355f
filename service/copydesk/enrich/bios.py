"""Author biographies that were removed from the text: whose they are."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.article import Author, CleanArticle
from copydesk.enrich.names import is_name
from copydesk.enrich.page_data import tidy
from copydesk.ledger import Kind

BIO_MAX_CHARS: Final = 1500
"""A longer bio is not taken over as a description."""
BIOS_MAX: Final = 10

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŠŞȘŤŢȚŪŮŰŹŻŽΑ-ΩА-ЯЁЄІЇ"
_WORD = rf"[{_UPPER}][\w'’.-]{{0,24}}"
_NAME = rf"(?:Dr\.? |Prof\.? )?({_WORD}(?: (?:{_WORD}|van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|al)){{1,4}})"
_VERB = (
    r"(?:,? who\b|,? is\b|,? was\b|,? has\b|’s\b|'s\b| covers\b| writes\b| wrote\b| reports\b| works\b| worked\b| joined\b| serves\b| edits\b"
    r"| leads\b| studies\b| teaches\b| spent\b| lives\b| specialises\b| specializes\b| focuses\b| contributes\b| holds\b| earned\b"
    r"| graduated\b| founded\b| hosts\b| began\b| started\b| ist\b| war\b| schreibt\b| arbeitet\b| berichtet\b| est\b| écrit\b| couvre\b"
    r"| es\b| escribe\b| cubre\b| è\b| scrive\b| é\b| escreve\b| jest\b| är\b| er\b)"
)
_OPENING = re.compile(
    rf"(?:(?:About|Über|À propos de|Sobre|Su)(?: (?:the )?(?:author|writer|autor|auteur|autore|Autor|Autorin))?\s{{0,2}}[:–—-]?\s{{0,2}})?{_NAME}{_VERB}"
)
_TITLE = re.compile(r"(?:About|Written by|By|Author|About the author|Von|Par|Por)\s?:?\s", re.IGNORECASE)

ROLE_MAX_CHARS: Final = 120
_OCCUPATION = (
    r"reporter|editor|correspondent|writer|journalist|columnist|producer|photographer|contributor|analyst|director|professor|lecturer|manager"
    r"|founder|president|author|researcher|fellow|critic|broadcaster|blogger|historian|economist|scientist|engineer|consultant|lawyer|chief"
    r"|Redakteur(?:in)?|Korrespondent(?:in)?|Reporter(?:in)?|Journalist(?:in)?|Autor(?:in)?|journaliste|rédact(?:eur|rice)|périodiste|periodista|redactora?"
)
_ROLE = re.compile(
    rf",? (?:who )?(?:is|was|ist|est|es|è|é)(?: currently| now)? (?:an?|the|one of|eine?|une?|una) ((?:[^\s.,;]+ ){{0,6}}?(?:{_OCCUPATION})s?"
    r"(?: (?:at|for|of|with|bei|des?|du|von) (?:the )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})?)(?![\w-])",
)


def find_bios(clean: CleanArticle) -> Iterator[Author]:
    """Yield who the removed author bios are about, with the bio's text as description.

    A bio names its author by opening with the name and a verb ("Jane Doe is a reporter"), or by a line of
    the name alone above it.
    """
    seen = 0
    for span in clean.removed:
        if span.kind is Kind.AUTHOR_BIO and seen < BIOS_MAX:
            seen += 1
            author = _author_of(clean.article.text[span.start : span.end])
            if author:
                yield author


def _author_of(bio: str) -> Author | None:
    text = tidy(bio, BIO_MAX_CHARS, markup=False)
    opening = _OPENING.match(bio.lstrip()[:400])
    if opening and is_name(opening[1], byline=True):
        name = opening[1].removesuffix("'s").removesuffix("’s")
        return Author(
            name=name, type="Person", job_title=_role(bio.lstrip()[opening.end(1) :]), description=text
        )
    first, _, rest = bio.strip().partition("\n")
    lead = _TITLE.match(first)
    name = tidy(first[lead.end() :] if lead else first, 80, markup=False)
    if name and is_name(name, byline=True):
        return Author(name=name, description=tidy(rest, BIO_MAX_CHARS, markup=False))
    return None


def _role(rest: str) -> str | None:
    """Return what a bio says its author is: "a Beijing-based tech reporter", without the article."""
    role = _ROLE.match(rest[: ROLE_MAX_CHARS * 2])
    return tidy(role[1], ROLE_MAX_CHARS, markup=False) if role else None
