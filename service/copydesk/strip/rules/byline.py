"""Byline and date lines at the head or the foot of an article; sources, agencies and who reported, edited or translated."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

_MONTH = (
    r"(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il|ile)?|avr(?:il)?|may|mai|mayo|maggio|june?|juni|juin|junio|giugno|july?|juli|juillet|julio|luglio"
    r"|aug(?:ust|ustus)?|août|agosto|ago|sept?(?:ember|embre|iembre|tember)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?|январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь]"
    r"|januari|februari|maart|mei|maj|augusti|enero|febrero|abril|gennaio|febbraio|luglio|settembre|ottobre|fevereiro|maio|junho|julho|setembro"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)"
)
DATE = (
    r"(?:"
    + _WEEKDAY
    + r"\.?,? (?:the |den |le )?)?(?:"
    + _MONTH
    + r" \d{1,2}(?:st|nd|rd|th)?,? ?(?:\d{4})?|\d{1,2}(?:st|nd|rd|th|\.|er)?(?: de| of)? "
    + _MONTH
    + r"(?:,?(?: de)? \d{4})?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日(?: ?[（(][月火水木金土日][）)])?)"
)
"""A day as it is written, of a weekday and a year or not, in the folded core of a block."""
_TIME = r"(?:[ ,|·•tà@-]{0,3}(?:at|um|às|a las|alle|kl\.?|,)? ?\d{1,2}[:.h時时]\d\d分?(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?uhr)?(?: ?\(?(?:[a-z]{2,5}|[+-]\d\d:?\d\d)\)?){0,2})?"
_STAMP = DATE + _TIME

_HAN_NAME = r"[\u4e00-\u9fff·]{2,6}"
_MADE = r"(?:文|取材|撮影|写真|聞き手|構成|編集)(?:[・、と](?:文|取材|撮影|写真|聞き手|構成|編集)){0,3}"

_AGENCY = r"(?i:afp|afx|ansa|ap|apa|ats|belga|cna|cp|ctk|čtk|dpa|efe|epd|ips|itar|kna|lusa|mti|ntb|pap|pti|reuters|rtr|sda|sid|tass|tasr|tt|ukrinform|unian|uni|xinhua|yna|dapd|aap|ians|ani|dmt)"

RULES = (
    Rule(
        id="byline-date-line",
        kind=Kind.BYLINE,
        confidence=0.95,
        where=Where.EDGE,
        max_words=22,
        pattern=(
            r"(?:(?:first |originally |last |article |story |post )?(?:published|updated|posted|created|modified|revised|date|issued|time|stand|veröffentlicht|aktualisiert|publié(?: le)?|mis à jour(?: le)?|publicado(?: (?:el|em))?|actualizado(?: el)?|atualizado(?: em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|data|опубликовано|发布时间|发布|时间|更新|公開日?|更新日|投稿日)(?: (?:on|at|date|time|am|op|le|el|il|em))?[:：]? ?)?"
            + _STAMP
            + r"(?:[ ,|·•/-]{0,3}(?:\d{1,3} ?(?:min(?:ute)?s? read|comments?|min)|(?:by|von|par|por) .{2,50}|(?:last )?updated:? .{2,40}|in .{2,30}))?"
            r"|(?:(?:published|updated|posted|last updated|modified)[: ]{1,2})?(?:\d{1,3}|an?|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago|vor \d{1,3} (?:minuten|stunden|tagen)|il y a \d{1,3} .{2,10}|hace \d{1,3} .{2,10}"
            r"|posted by .{2,40} at \d{1,2}[:.]\d\d(?: ?[ap]\.?m)?|(?:estimated )?(?:read(?:ing)? time|time to read)[: ]{0,2}.{1,20}|(?:a )?\d{1,3}[ -]?min(?:ute)?s?(?: read)?|lesezeit.{0,20}|temps de lecture.{0,20}|(?:published|updated|posted|published on|posted on|posted in|posted by|published in|last updated|date)"
            r"|(?:.{3,60}[ ,|·•-]{1,3})?(?:published|updated|posted|last updated)(?: (?:on|at))?:? ?"
            + _STAMP
            + r".{0,40}"
            r"|(?:this (?:story|article) was )?(?:first |last )?(?:published|updated|posted)(?: at)?:? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\.?"
        ),
        must_match=(
            "Published April 23, 2018 at 10:02 am",
            "23.04.2018, 10:02 Uhr",
            "Last updated: 3 May 2019",
            "3 hours ago",
            "5 min read",
            "Posted by Anna Example at 21:14",
            "Updated at 1:23 p.m.",
            "UPDATED: 4:15 PM ET",
            "2018年4月23日",
            "2018年4月23日（月） 10時02分",
            "Montag, 23. April 2018",
            "lundi 23 avril 2018 à 10h02",
            "23 de abril de 2018 10:02",
            "segunda-feira, 23 de abril de 2018",
            "lunedì 23 aprile 2018",
            "maandag 23 april 2018",
            "poniedziałek, 23 kwietnia 2018, 10:02",
        ),
        must_not_match=(
            "May 3 was a bad day for the firm.",
            "Published studies disagree.",
            "Updated at 1:23 p.m., the list of the missing had grown to forty names.",
            "Montag, 23. April 2018 war ein schlechter Tag für die Firma.",
            "Three years ago the dam broke.",
        ),
    ),
    Rule(
        id="byline-name",
        kind=Kind.BYLINE,
        confidence=0.95,
        where=Where.HEAD,
        cased=True,
        max_words=16,
        pattern=(
            r"(?:(?:Story |Words |Text |Interview |Article |Written |Posted |Reviewed |Reported |Photographs? )?(?:[Bb]y|BY)|Von|VON|Par|PAR|Por|POR|Door|Di|Author|Autor|Auteur|Autore|Текст|Автор|(?:Text|Texte|Texto|Testo|Tekst|Words)(?: (?:och|und|et|y|e|en|og|i|&) (?:[Ff]oto|[Bb]ild))?:)[: ]{1,2}"
            r"(?:[A-ZÀ-ÖØ-ÞА-Я@][\w'’.@-]{0,30}|de|van|von|der|den|da|dos|la|le|and|und|et|y|e|&|of|the|for|in|\||,|-|–)(?:[ ,|]{1,3}(?:[A-ZÀ-ÖØ-ÞА-Я@][\w'’.@-]{0,30}|de|van|von|der|den|da|dos|la|le|and|und|et|y|e|&|of|the|for|in|\||-|–|\d{1,4},?|at|on)){0,14}"
        ),
        must_match=(
            "By Anna Example",
            "By ANNA EXAMPLE and John Sample",
            "Von Anna Beispiel",
            "By Anna Example, Staff Writer",
            "Par Anne Exemple",
        ),
        must_not_match=(
            "By noon the square was empty.",
            "By Monday, the firm had lost half its value and most of its customers.",
            "Von allen Seiten kam Kritik.",
        ),
    ),
    Rule(
        id="byline-east-asian",
        kind=Kind.BYLINE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=30,
        pattern=(
            r"（?本(?:报|刊|网|台|社)(?:见习|实习|特约)?(?:记者|通讯员)[ :：]{1,2}"
            + _HAN_NAME
            + r"(?:[ 、,/]{1,2}(?:(?:记者|通讯员|实习生)[ :：]{1,2})?"
            + _HAN_NAME
            + r"){0,5}）?|[(（]?(?:责任编辑|責任編輯|责编|编辑|审核|校对|监制|主编|作者|撰文|通讯员)[:：] ?"
            + _HAN_NAME
            + r"(?:[ 、,/]{1,2}"
            + _HAN_NAME
            + r"){0,4}[)）]?|（"
            + _MADE
            + r"[ :：＝=] ?[^。！？、]{1,24}）|"
            + _MADE
            + r"[:：＝=] ?[^。！？、]{1,16}"
            r"|(?:作者|文字?|编辑|记者|责编|摄影|来源|策划)[:：] ?[\w·]{2,16}(?:[ /|]{1,3}(?:作者|文字?|编辑|记者|责编|摄影|来源|策划|校对)[:：] ?[\w·]{2,16}){1,4}"
            r"|(?:\(.{2,12}\) ?)?[가-힣]{2,4} ?(?:선임|인턴|객원)?(?:기자|특파원)(?: ?[,/·|]? ?[\w.-]{1,40}@[\w.-]{3,40})?"
        ),
        must_match=(
            "本报记者 李示例",
            "本报记者 李示例 通讯员 王样本",
            "责任编辑：李示例",
            "（责任编辑：李示例）",
            "（文・写真 見本花子）",
            "김보기 기자 example@example.kr",
        ),
        must_not_match=(
            "本报记者走进了这座旧粮仓，看到人们正在排队。",
            "编辑：这本书为什么卖得这么好？",
            "记者：您好？",
            "김보기 기자는 그날 밤을 섬에서 보냈다.",
            "写真 を撮る人、絵を描く人が集まった。",
        ),
    ),
    Rule(
        id="byline-role",
        kind=Kind.BYLINE,
        confidence=0.9,
        where=Where.HEAD,
        max_words=8,
        pattern=r"(?:(?:staff|senior|contributing|news|sports?|business|city|managing|associate|assistant|deputy|freelance|special|features|political|chief|education|health|crime|environment|science|technology|economics) ){1,3}(?:writer|reporter|editor|correspondent|contributor|columnist)s?(?:(?:,| at| for| in) .{2,30})?",
        must_match=("Staff Writer", "Senior Political Correspondent", "Deputy News Editor, Example Post"),
        must_not_match=("Staff writers went on strike on Monday and were joined by the printers.",),
    ),
    Rule(
        id="byline-interview",
        kind=Kind.BYLINE,
        confidence=0.8,
        where=Where.EDGE,
        max_words=8,
        pattern=(
            r"(?:interview|words|as told) (?:conducted )?(?:by|to) [^.,:;!?]{4,50}|(?:das |die )?(?:gespräch|interview|fragen) (?:führten?|stellten?) .{4,60}|propos recueillis par .{4,60}|entrevista (?:de|por|realizada por) [^.,]{4,50}|intervista (?:di|a cura di) [^.,]{4,50}|(?:rozmawiał|rozmawiała|беседовал|беседовала) .{4,50}"
        ),
        must_match=(
            "Das Gespräch führte Anna Beispiel.",
            "Propos recueillis par Anne Exemple",
            "Interview by Anna Example",
        ),
        must_not_match=(
            "Interview by interview, the picture grew darker.",
            "Words by the hundred were cut from the speech.",
        ),
    ),
    Rule(
        id="byline-on-behalf",
        kind=Kind.BYLINE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=r"(?:written |posted )?on behalf of [^|]{2,80}(?: ?\| ?[^|]{2,60}){1,4}",
        must_match=("On Behalf of Example & Sample LLP | Apr 3, 2019 | Workers' Compensation",),
        must_not_match=("On behalf of the family, he thanked the nurses.",),
    ),
    Rule(
        id="byline-mail",
        kind=Kind.BYLINE,
        confidence=0.8,
        where=Where.EDGE,
        max_words=8,
        pattern=r"(?:from|von|sent|to|date): .{0,60}<?[\w.+-]{1,40}@[\w.-]{3,60}>?",
        must_match=("From: Example Times <news@example.org>",),
        must_not_match=("From: a friend of the theatre", "To: whom it may concern"),
    ),
    Rule(
        id="byline-source",
        kind=Kind.BYLINE,
        confidence=0.75,
        where=Where.TAIL,
        max_words=32,
        pattern=r"(?:source|via|sources|quelle|źródło|fuente|fonte|bron|источник|kaynak|nguồn)(?: ?[:|] ?| - ).{2,120}",
        must_match=("Source: Example Wire", "Źródło: PAP"),
        must_not_match=("Source of the river",),
    ),
    Rule(
        id="byline-credits",
        kind=Kind.BYLINE,
        confidence=0.6,
        where=Where.TAIL,
        max_words=45,
        pattern=r"\(?(?:additional |with )?(?:reporting|writing|compiled|edited|translated|editing|report) by .{2,240}|\(?(?:with (?:files|additional reporting|reporting|inputs?|input|agency inputs?|contributions?) (?:from|by) .{2,200})|(?:[\w'. -]{3,60} contributed (?:to this (?:report|article|story|post)|reporting).{0,60})",
        must_match=(
            "Reporting by Anna Example; editing by John Sample",
            "(Additional reporting by John Sample)",
            "Anna Example contributed to this report.",
        ),
        must_not_match=("Reporting the crime took three days.",),
    ),
    Rule(
        id="byline-written",
        kind=Kind.BYLINE,
        confidence=0.75,
        where=Where.TAIL,
        max_words=10,
        pattern=r"written by [a-zà-ž][\w'. -]{3,40}",
        must_match=("Written by Anna Example",),
        must_not_match=("Written by hand, in ink",),
    ),
    Rule(
        id="byline-agencies",
        kind=Kind.BYLINE,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=8,
        pattern=(
            r"(?=[^/]{1,5}/|SOURCE)(?:"
            rf"(?:[A-Za-z]{{2,5}} ?/ ?){{0,2}}{_AGENCY}(?: ?/ ?[A-Za-z]{{2,5}}){{1,3}}|(?:[A-Za-z]{{2,5}} ?/ ?){{1,2}}{_AGENCY}|[A-Za-z]{{2,4}} ?// ?[A-Za-z]{{2,4}}|[a-z]{{1,4}}(?: ?/ ?[a-z]{{1,4}}){{2,3}}"
            r"|SOURCE [\w.,'’ &-]{2,60})"
        ),
        must_match=(
            "SDA/sep",
            "AFS // MLS",
            "dp/lmc/rf",
            "SOURCE Example Inc.",
        ),
        must_not_match=("AI/ML", "Pub/Sub", "km/h", "Source of the river", "UI/UX/QA"),
    ),
    Rule(
        id="byline-with-agency",
        kind=Kind.BYLINE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=8,
        pattern=r"(?:avec|mit|con|com|z) (?:agences?|afp|reuters|ap|dpa|efe|ansa|lusa|pap|agenturmaterial|agencias|agências|agenzie)(?: .{0,40})?|(?:lusa|efe|pap|ansa)[ /.]{0,3}(?:fim|fin|fine)",
        must_match=("Avec AFP", "LUSA/Fim"),
        must_not_match=("Z Krakowa do Gdyni",),
    ),
)
