"""Biographies that no wording tells: of people whom the article does not name, below its text.

Somebody whom a text presents in its last line and nowhere else is not one of its subjects, but who wrote it.
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import MAX_CORE_CHARS, Seen, reads_like_text
from copydesk.strip.verdict import Verdict

STRANGER: Final = Verdict(Kind.AUTHOR_BIO, "author-bio-stranger", 0.8)
"""Of eight such lines of each second development page, and of what extractors leave of it, seven are not in the gold text."""

MOST_WORDS: Final = 70
MOST_PEOPLE: Final = 3
LEAST_PARAGRAPHS: Final = 2
"""So many others stay: of a shorter text the last line may be all that it says."""

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-ЯЁЄІЇҐ"
_WORD: Final = rf"[{_CAPITAL}][\w'’.-]{{1,24}}"
_NAME: Final = (
    r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?(?P<name>"
    rf"{_WORD}(?: (?:{_WORD}|[{_CAPITAL}]\.|de|del|van|von|der|den|bin|al|da|dos|la|le|di)){{1,4}})"
)
_IS: Final = (
    r"(?:,? (?:is|are) (?:currently |also |now )?(?:an?|the|our|[a-z]+ (?:of|at|in|for|with|on)|based|author)\b"
    r"|,? (?:writes|covers|lives|teaches|works|reports|serves|edits|blogs) (?:about|for|in|at|on|as|with|from|the|and)\b"
    r"|,? ist (?:[a-zäöüß]{1,20} ){0,2}[A-ZÄÖÜ][\w-]{0,40}?(?:in|er|or|ent|ist|eur|wirt|mann|frau|ant|loge|log)(?=[ ,.])"
    r"|,? (?:schreibt|arbeitet|lebt|lehrt|forscht) (?:als|für|über|in|an|und|seit)\b"
    r"|,? est (?!-)(?:une? |l['’]|le |la )?[a-zà-ÿ]|,? es (?:una? |el |la )?[a-zà-ÿ]|,? è (?:una? |il |la |un['’])?[a-zà-ÿ]|,? é (?:uma? |o |a )?[a-zà-ÿ]"
    r"|,? is (?:een |de )?[a-z]+(?: (?:en )?[a-z]+){0,2} (?:van|bij|aan|uit|voor|te)\b|,? (?:är|er) (?:en |ett |et )?[a-zà-ÿ]|,? jest [a-zà-ž]|,? este [a-zà-ž]| [—–] [а-яёіїєґ])"
)
_PRESENTED: Final = re.compile(_NAME + _IS)
_PRESENTED_LAST: Final = re.compile(_NAME + r" (?:\w+ ){1,8}\w+(?:[dt][ıiuü]r)\.")
"""In Turkish the verb is the end of the last word."""
_WRITER: Final = re.compile(
    r"Th(?:e|is) (?P<name>writer|author|columnist|reviewer|essayist)s? (?:is|are) (?:currently |also |now )?(?:an?|the|our) "
)
"""Without a name it is a biography where no writer is spoken of before."""
_NO_NAMES: Final = re.compile(
    r"(?:The|This|That|These|Those|It|There|Here|What|Who|One|In|At|On|For|As|But|And|If|When|While|An?|My|Our|Your|Some|Each|Every|Another|All|No|Not"
    r"|De[rnms]|Die|Das|Dies\w*|Eine?\w?|Jede\w?|Kein\w*|Mein\w*|Unser\w*|Im|Am|Les?|La|L|Une?|Des|Cet?t?e?s?|Chaque|Notre|Son|Sa|El|L[oa]s|Un[oa]?|Est[ea]s?|Cada|Nuestr[oa]|Il|Lo|Gli|Quest[oaie]|Ogni|Os?|As?|Um[a]?|Ess[ea]s?|Het|Een|Deze|Dit|Den|Det|Detta|Dette|Ta|To|Ten)\b"
)
_WORDS: Final = re.compile(r"\w+")


def without_strangers(seen: Sequence[Seen], verdicts: Sequence[Verdict | None]) -> list[Verdict | None]:
    """Return the verdicts, with those on the last lines that stay and present somebody new."""
    decided = list(verdicts)
    kept = [at for at, verdict in enumerate(verdicts) if verdict is None]
    people = {at: name for at in kept if (name := presented(seen[at])) is not None}
    first = len(kept)
    while first > 0 and kept[first - 1] in people:
        first -= 1
    last, about = kept[first:], kept[:first]
    if (
        not 0 < len(people) == len(last) <= MOST_PEOPLE
    ):  # one of many, or one in the midst, is the article's own
        return decided
    if sum(reads_like_text(seen[at]) for at in about) >= LEAST_PARAGRAPHS:
        known = {word for at in about for word in _WORDS.findall(seen[at].text)}
        for at in last:
            if known.isdisjoint(_WORDS.findall(people[at])):
                decided[at] = STRANGER
    return decided


def presented(one: Seen) -> str | None:
    """Return the name of the person whom a block presents, as it begins; None where it presents nobody."""
    text = one.text
    if one.words > MOST_WORDS or len(text) > MAX_CORE_CHARS:
        return None
    if _NO_NAMES.match(text):
        found = _WRITER.match(text)
    else:
        found = _PRESENTED.match(text) or _PRESENTED_LAST.fullmatch(text)
    return found["name"] if found else None
