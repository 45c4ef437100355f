"""What the wordings of boilerplate are made of: their type, and pieces of regular expressions for dates and names."""

from typing import Final

from msgspec import Struct

MONTHS: Final = (
    r"(?:jan(?:uary?|uari|vier|eiro)?|feb(?:ruary?|ruari|brero|braio)?|märz|maart|marzo|março|mars|mar(?:ch)?|apr(?:ile?)?"
    r"|abr(?:il)?|ma[iyj]|mayo|maggio|maio|jun[ei]?|jun(?:io|ho)|jul[iy]?|jul(?:io|ho)|aug(?:ust(?:us)?|usti)?|agosto"
    r"|sept?(?:ember|iembre|tembre)?|setembro|okt(?:ober)?|oct(?:ober|ubre|obre)?|outubro|nov(?:ember|embre|iembre|embro)?"
    r"|de[cz](?:ember|embro)?|d[ée]cembre|diciembre|dicembre|f[ée]vr(?:ier)?|avril|juin|juillet|ao[uû]t|enero|ene|ago|dic"
    r"|gennaio|giugno|luglio|settembre|ottobre|янв\w*|фев\w*|мар\w*|апр\w*|ма[йя]|июн\w|июл\w|авг\w*|сен\w*|окт\w*|ноя\w*"
    r"|дек\w*)\b\.?"
)
DAYS: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|segunda|ter[çc]a"
    r"|quarta|quinta|sexta|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?"
)
DATE: Final = (
    rf"(?:(?:{DAYS})(?:-feira)?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|er|º)?\.?\s*(?:de\s+|of\s+)?{MONTHS},?\s*(?:de\s+)?"
    rf"(?:\d{{4}})?|{MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:\d{{4}})?|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}년\s*\d{1,2}월\s*\d{1,2}일)"
)
TIME: Final = (
    r"(?:[\s,|·•@–-]*(?:at|um|à|a las|kl\.?|às|alle)?\s*\d{1,2}(?:[:.h]\d{2}){1,2}\s*(?:uhr|h\b)?\s*"
    r"(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?)"
)
NAME: Final = r"(?-i:[A-ZÀ-ÞА-Я][\w'’.-]*)"
TWO_NAMES: Final = rf"{NAME}(?:\s+(?:(?:van|von|de|del|der|di|la)\s+)*{NAME}){{1,3}}"
NAMES: Final = (
    rf"{NAME}(?:(?:\s*,\s*|\s+(?:and|und|et|y|e|&)\s+|\s+(?:(?:van|von|de|del|der|di|la)\s+)*){NAME}){{0,7}}"
)
STAMP: Final = (
    r"(?:first\s+|originally\s+|last\s+|zuletzt\s+)?(?:published|posted|updated|modified|created|added|reviewed|edited"
    r"|ver[öo]ffentlicht|publiziert|aktualisiert|erstellt|stand|publi[ée]e?|mis à jour|modifié|publicado|actualizado"
    r"|atualizado|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|opdateret|udgivet|gepubliceerd"
    r"|bijgewerkt|opublikowano|aktualizacja|опубликовано|обновлено|dernière modification|발행|입력|기사입력|수정)"
)


class Wording(Struct, frozen=True):
    """How one kind of boilerplate is worded."""

    kind: str
    words: int
    whole: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
