"""Names in written dates: months of some 25 languages, and zones that name one offset.

*Source* of the months: the Unicode CLDR's wide and abbreviated forms, both where a language
declines them. Left out are words that are a month in one language and another month elsewhere.
"""

from typing import Final

_MONTH_WORDS: Final = (
    # English, German, French, Spanish, Italian, Portuguese, Dutch | Scandinavian, Finnish | Slavonic | the rest
    (
        "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu"
        " stycznia styczeń sty ledna leden januára января январь янв січня січень ocak oca ianuarie ian január ιανουαρίου"
        " ιανουάριος يناير كانون janv"
    ),
    (
        "february feb februar feber février févr fév febrero febbraio fevereiro fev februari helmikuuta helmikuu lutego luty lut"
        " února únor februára февраля февраль фев февр лютого лютий şubat şub februarie február φεβρουαρίου φεβρουάριος فبراير شباط febr"
    ),
    (
        "march mar märz mrz mär mars marzo março maart mrt marts maaliskuuta maaliskuu marca marzec března březen марта март мар"
        " березня березень mart martie március márc μαρτίου μάρτιος maret مارس آذار"
    ),
    (
        "april apr avril avr abril abr aprile april huhtikuuta huhtikuu kwietnia kwiecień kwi dubna duben apríla апреля апрель апр"
        " квітня квітень nisan nis aprilie április ápr απριλίου απρίλιος أبريل ابريل نيسان"
    ),
    (
        "may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja května květen mája мая май травня травень mayıs mayis május"
        " máj μαΐου μάιος μαϊου مايو أيار"
    ),
    (
        "june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června červen júna июня июнь июн"
        " червня червень haziran haz iunie június jún ιουνίου ιούνιος يونيو حزيران"
    ),
    (
        "july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července červenec júla июля июль"
        " июл липня липень temmuz tem iulie július júl ιουλίου ιούλιος يوليو تموز"
    ),
    (
        "august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie srpna srpen augusta августа август"
        " авг серпня серпень ağustos ağu augusztus αυγούστου αύγουστος agustus أغسطس اغسطس"
    ),
    (
        "september sep sept septembre septiembre setiembre settembre set setembro syyskuuta syyskuu września wrzesień wrz září"
        " septembra сентября сентябрь сен сент вересня вересень eylül eyl septembrie szeptember szept σεπτεμβρίου σεπτέμβριος سبتمبر أيلول"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź října říjen"
        " októbra октября октябрь окт жовтня жовтень ekim eki octombrie október οκτωβρίου οκτώβριος أكتوبر اكتوبر"
    ),
    (
        "november nov novembre noviembre novembro marraskuuta marraskuu listopada listopadu novembra ноября ноябрь ноя нояб"
        " листопада листопад kasım kasim kas noiembrie νοεμβρίου νοέμβριος نوفمبر"
    ),
    (
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuuta joulukuu grudnia grudzień"
        " gru prosince prosinec decembra декабря декабрь дек грудня грудень aralık aralik ara decembrie δεκεμβρίου δεκέμβριος desember ديسمبر"
    ),
)

MONTHS: Final[dict[str, int]] = {
    word.casefold(): number
    for number, words in enumerate(_MONTH_WORDS, start=1)
    for word in words.split()
    if word != "كانون"
}
"""Case-folded month word to 1-12. Levantine "kanun" is two months, told apart by a second word: not read."""

_HOURS_EAST: Final = {
    0: "UTC GMT WET",
    1: "CET MEZ WEST WAT",
    2: "CEST MESZ EET CAT SAST",
    3: "EEST MSK EAT",
    5: "PKT",
    7: "WIB",
    8: "HKT AWST WITA",
    9: "JST KST",
    10: "AEST",
    11: "AEDT",
    12: "NZST",
    13: "NZDT",
    -4: "EDT",
    -5: "EST",
    -6: "MDT",
    -7: "MST PDT",
    -8: "PST AKDT",
    -9: "AKST",
    -10: "HST",
}

ZONES: Final[dict[str, int]] = {
    name: hours * 60 for hours, names in _HOURS_EAST.items() for name in names.split()
} | {"ACST": 570, "ACDT": 630}
"""Zone name to minutes east of UTC, where a newspaper that writes it means one offset.

*Source*: the abbreviations of the IANA time zone database, and RFC 5322 for the American ones. Left
out are those in use for several offsets: CST and CDT (Chicago, Shanghai, Havana), IST (India, Israel,
Ireland), BST (Britain, Bangladesh), AST (Atlantic, Arabia), and ET, CT, MT, PT, which change with the season.
"""
