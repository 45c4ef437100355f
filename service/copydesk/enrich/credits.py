"""The news agency that a dispatch credits in its first line: "LONDON (Reuters) - ", "新华社北京4月23日电"."""

import re
from typing import Final

from copydesk.article import Author
from copydesk.enrich.found import Found

CONFIDENCE: Final = 0.7
"""Judged: that the line credits the agency is plain, that nobody else had a hand in the text is not (2 development pages)."""

_LOOKED_AT_CHARS: Final = 160
_AGENCIES: Final = {
    "reuters": "Reuters",
    "ap": "Associated Press",
    "afp": "Agence France-Presse",
    "dpa": "dpa",
    "dpa-afx": "dpa-AFX",
    "apa": "APA",
    "sda": "SDA",
    "efe": "EFE",
    "ansa": "ANSA",
    "upi": "UPI",
    "tass": "TASS",
    "xinhua": "Xinhua",
    "ians": "IANS",
    "pti": "PTI",
    "ani": "ANI",
    "kyodo": "Kyodo",
    "bloomberg": "Bloomberg",
    "lusa": "Lusa",
    "ntb": "NTB",
    "pap": "PAP",
    "belga": "Belga",
    "cp": "The Canadian Press",
}
_DATELINE = re.compile(
    r"[^()\n]{0,60}\((?P<name>"
    + "|".join(sorted(_AGENCIES, key=len, reverse=True))
    + r")\)\s{0,2}(?:[-–—:.]|$)",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"[（(【]?(?P<name>新华社|中新社|中新网)[^，。\n]{0,20}电")


def find_credit(body: str) -> Found[tuple[Author, ...]] | None:
    """Return the agency credited where the body begins, an organisation; None where none is."""
    start = body[:_LOOKED_AT_CHARS]
    match = _DATELINE.match(start) or _CHINESE.match(start)
    if match is None:
        return None
    name = _AGENCIES.get(match["name"].casefold(), match["name"])
    return Found((Author(name=name, type="Organization"),), "wire_credit", CONFIDENCE)
