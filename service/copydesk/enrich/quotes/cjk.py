"""Quotes in Chinese and Japanese, which set no spaces: the speaker stands between a clause's mark and the verb."""

import re
from typing import Final

from copydesk.enrich.quotes.marks import Marked
from copydesk.enrich.quotes.places import text_of
from copydesk.record import Quote

_ZH_VERB = r"(?:笑着|接着|补充|補充)?(?:表示|说道|說道|说|說|称|稱|指出|认为|認為|强调|強調|透露|告诉记者|告訴記者|介绍|介紹|回应|回應|回答|解释|解釋|写道|寫道|坦言|直言|感叹|感嘆|质疑|質疑|呼吁|呼籲|补充道|補充道|坚称|堅稱|问道|問道|问|問|提到|宣布|宣佈|承认|承認|警告|评论|評論|补充|補充)"
_ZH_BEFORE = re.compile(
    rf"(?P<who>[^，。！？；：、“”「」\n]{{1,40}}?)(?P<verb>{_ZH_VERB})(?P<end>[：:，,]?\s*)$"
)
_ZH_EARLIER = re.compile(
    rf"(?:^|[。！？\n，])(?P<who>[^，。！？；：、“”「」\n]{{1,40}}?)(?P<verb>{_ZH_VERB})[，,]?[^，。！？；：“”「」\n]{{1,30}}$"
)
_ZH_AFTER = re.compile(
    rf"^[，,]?\s*(?P<who>[^，。！？；：“”「」\n]{{1,30}}?)(?P<verb>{_ZH_VERB})(?=[，。：！；\s]|$)"
)
_ZH_ASIDE = re.compile(
    r"(?:在[^，]{1,20}[上中时時里裡后後]|近日|昨日|今日|昨天|今天|则|則|也|还|還|又|曾|随后|隨後|同时|同時|周[一二三四五六日]|日前|对记者|對記者|向记者|向記者|告诉记者|[对向對](?:《[^》]+》|[^，。]{1,12}?)(?:杂志|报|電視台|电视台|记者|記者)?)+$"
)
_ZH_SOURCE = re.compile(
    r"(?:[对向對]|告诉|告訴|接受)(?:《(?P<title>[^》]{1,20})》|(?P<name>[^，。：“]{2,12}?(?:社|报|報|网|網|电视台|電視台|周刊|新闻|新聞)))"
)
_ZH_TITLE = re.compile(
    r".*(?:主席|创始人|創始人|董事长|董事長|总经理|總經理|经理|經理|总裁|總裁|首席执行官|执行官|CEO|投资人|投資人|居民|主任|镇长|鎮長|市长|市長|县长|縣長|省长|议员|議員|局长|局長|部长|部長|院长|院長|校长|校長|会长|會長|书记|書記|秘书长|秘書長|发言人|發言人|渔民|漁民|农民|農民|教授|博士|专家|專家|分析师|分析師|研究员|研究員|老板|老闆|常客|村民|市民|学生|學生|老师|老師|医生|醫生|律师|律師|导演|導演|演员|演員|歌手|作家|教练|教練|队长|隊長|球员|球員|司机|司機|记者|記者|负责人|負責人|总统|總統|总理|總理|首相|外长|外長|法官|检察官|檢察官|警方|家长|家長|顾客|顧客|店主|工程师|工程師)"
)
_ZH_OFFICE = re.compile(
    r"(?:发言人|發言人|警方|政府|公司|委员会|委員會|部门|部門|外交部|商务部|负责人|負責人|法院|公安局|官方)$"
)
_ZH_SURNAME = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金贾賈韦韋夏付方邹鄒熊白孟秦邱侯江尹薛闫雷段史陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武戴莫孔向汤湯习習温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單裴霍涂苗盛曲翁冉骆駱路游辛欧管柴蒙鲍鮑华華"
_ZH_NAME = re.compile(
    rf"(?:(?:欧阳|司马|上官|诸葛|歐陽|司馬|諸葛)[\u4e00-\u9fff]{{1,2}}|[{_ZH_SURNAME}][\u4e00-\u9fff]{{1,2}}|[{_ZH_SURNAME}](?:先生|女士|小姐)|[\u4e00-\u9fff]{{1,2}}(?:伯|叔|姨|婆)|[\u4e00-\u9fff]{{1,8}}·[\u4e00-\u9fff·]{{1,12}}|[A-Z][\w.]+(?:\s[A-Z][\w.]+)*)$"
)
_ZH_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,12}|[A-Z][\w.]+(?:\s[A-Z][\w.]+)*$")
_ZH_PRONOUN = re.compile(r"(?:^|[，])?(?:他|她|对方)(?:们|們)?$")

_JA_VERB = re.compile(
    r"^と(?P<aside>[^「」。]{0,40}?)(?P<verb>述べ|話し|話す|語っ|語る|説明し|説明する|コメントし|指摘し|指摘する|強調し|言っ|言う|答え|訴え|明かし|振り返|発表し|主張し|述懐|笑う|笑っ|打ち明け|し(?:た|て)|呼びかけ)"
)
_JA_WHO = re.compile(
    r"(?P<who>[^「」。、は]{1,25}?)(?P<honour>さん|氏|様|容疑者|被告|選手|監督|議員|知事|市長|町長|社長|首相|大臣|教授)?(?P<mark>は|が)"
)
_JA_ROLE = re.compile(
    r".*(?:町長|市長|知事|社長|会長|首相|大臣|監督|選手|教授|営む|勤める|住む|代表|部長|課長|議員|店主|の)(?=.)"
)
_JA_NAME = re.compile(
    r"[\u4e00-\u9fff々ヶ]{2,6}|[\u30a0-\u30ffー・]{2,20}|[\u4e00-\u9fff々]{1,3}[\u3040-\u309f]{1,4}"
)
_JA_OFFICE = re.compile(r"(?:担当者|省|庁|同社|広報|警察|署|会社|政府|市|県|関係者|当局)$")

_STOPS: Final = frozenset("。！？…")
_FRAGMENT_CHARS: Final = 6


def find_cjk(
    body: str, marked: list[Marked], paragraphs: list[tuple[int, int]], language: str
) -> tuple[Quote, ...]:
    """Return the quotes of a Chinese or Japanese text, given its pairs of marks; see `find.find_quotes`."""
    read = _chinese if language == "zh" else _japanese
    found: list[Quote] = []
    names: list[str] = []
    for number, one in enumerate(marked):
        start, end = paragraphs[one.paragraph][0], paragraphs[one.last][1]
        previous = marked[number - 1] if number else None
        if previous and previous.closes > start:
            start = previous.closes
        if number + 1 < len(marked):
            end = min(end, marked[number + 1].opens)
        quote = read(body, one, body[start : one.opens], body[one.closes : end], (found, names))
        if quote:
            found.append(quote)
            if quote.speaker:
                names.append(quote.speaker)
    return tuple(found)


def _chinese(
    body: str, one: Marked, before: str, after: str, told: tuple[list[Quote], list[str]]
) -> Quote | None:
    found, names = told
    inner = body[one.start : one.end]
    opened = inner[-1] in "，,？！…" or after[:1] in "，,"
    match = _ZH_AFTER.match(after) if opened else None
    if match and inner[-1] not in "，,？！…" and len(inner) < _FRAGMENT_CHARS:
        match = None
    if match is None:
        match = _ZH_BEFORE.search(before)
        if match and not match["end"].strip() and len(inner) < _FRAGMENT_CHARS:
            match = None
    if match is None and len(inner) >= _FRAGMENT_CHARS:
        match = _ZH_EARLIER.search(before)
    if match:
        speaker, confidence = _zh_speaker(match["who"], names)
        around = _ZH_SOURCE.search(f"{before[-40:]} {after[:40]}")
        source = (around["title"] or around["name"]) if around else None
        return _quote(body, one, speaker, (match["verb"], source), confidence)
    return _carried(body, one, before, found)


def _zh_speaker(who: str, names: list[str]) -> tuple[str | None, float]:
    """Cut the name out of what stands before the verb."""
    who = _ZH_ASIDE.sub("", who.strip()) or who
    if _ZH_PRONOUN.search(who):
        return (names[-1] if names else None), 0.8
    titled = _ZH_TITLE.match(who)
    if titled and (rest := who[titled.end() :]):
        return rest, 0.9
    if (match := _ZH_NAME.search(who)) and (
        match.start() == 0 or titled or who[match.start() - 1] in "的是日、"
    ):
        return match[0], 0.9
    if _ZH_OFFICE.search(who):
        return who, 0.8
    if match:
        return match[0], 0.7
    return None, 0.6


def _japanese(
    body: str, one: Marked, before: str, after: str, told: tuple[list[Quote], list[str]]
) -> Quote | None:
    found, names = told
    match = _JA_VERB.match(after)
    if not match:
        return _carried(body, one, before, found)
    who = None
    for text in (match["aside"], before.rsplit("。", 1)[-1]):
        who = who or _JA_WHO.search(text)
    speaker = _ja_speaker(who["who"], who["honour"] or "") if who else (names[-1] if names else None)
    return _quote(body, one, speaker, (match["verb"], None), 0.9 if who else 0.6)


def _ja_speaker(who: str, honour: str) -> str | None:
    if not honour and _JA_OFFICE.search(who):
        return who
    role = _JA_ROLE.match(who)
    name = who[role.end() :] if role else who
    found = _JA_NAME.findall(name)
    return found[-1] if found else (name.strip() or None) if honour and len(name.strip()) == 1 else None


def _carried(body: str, one: Marked, before: str, found: list[Quote]) -> Quote | None:
    """Go on with the speaker of the quote before, where only a comma or nothing lies between the cue and this one."""
    if not found:
        return None
    last = found[-1]
    between = body[last.span[1] + 1 : one.opens]
    inner = body[one.start : one.end]
    joined = "\n" not in between and len(between) < 60 and between == before
    if (
        joined
        and (before.rstrip().endswith(("，", "：", ",")) or not before.strip("。 "))
        and inner[-1] in _STOPS
    ):
        return _quote(body, one, last.speaker, (last.cue, last.source), round(last.confidence * 0.9, 2))
    return None


def _quote(
    body: str, one: Marked, speaker: str | None, told: tuple[str | None, str | None], confidence: float
) -> Quote:
    """Make a quote; `told` are its cue and its source."""
    return Quote(
        text=text_of(body, one),
        span=(one.start, one.end),
        confidence=confidence,
        speaker=speaker,
        cue=told[0],
        source=told[1],
    )
