"""Wordings of boilerplate, for the detector in leftovers.py.

Written for measuring, from what is left in the texts of all extractors, and apart from the rules of strip: who
marks must not use the words of who is marked. Each wording is a regular expression for a segment of text
without its bullet, case ignored; `whole` ones are the whole segment, `start` ones its beginning, `within` ones
stand anywhere in it. A segment of more words than `words` is none of that kind.
"""

from typing import Final

from bench.strip.leftover_notices import NOTICES
from bench.strip.leftover_shapes import DATE, DAYS, NAME, NAMES, STAMP, TIME, TWO_NAMES, Wording

WORDINGS: Final = (
    Wording(
        "author bio",
        120,
        whole=(
            r"(?:about|meet) the (?:author|writer)s?",
            r"über den autor|über die autor(?:in|en)|zur person",
        ),
        start=(
            r"(?:about|meet) the authors?\b",
            r"à propos de l['’]auteur|sobre (?:el|o) autor|sull['’]autore|об авторе|o autorze|over de auteur",
            r"(?:contact|reach|follow|write to|e-?mail) (?:the (?:author|reporter|writer)s?|him|her)\b",
            rf"(?:contact|reach|write to|e-?mail) {NAMES} (?:at|on|via|@|by)\b",
            rf"follow {TWO_NAMES} (?:on|@)",
            (
                rf"{TWO_NAMES}(?: \([^)]*\))? (?:is|was|ist) (?:\w+[’']?s? ){{0,6}}?(?:reporter|correspondent|editor|journalist"
                r"|columnist|writer|author|contributor|freelancer?|blogger|professor|curator|redakteur(?:in)?"
                r"|autor(?:in)?|korrespondent(?:in)?|fellow|co-?founder|photographer|storyteller)\b"
            ),
            (
                rf"{TWO_NAMES}(?: also)? (?:covers|writes (?:about|for|on)|reports on|has (?:been writing|written|worked|covered"
                r"|reported)|joined (?:the|us)|schreibt|berichtet)\b"
            ),
            r"(?:senior |staff |deputy |managing |news )?(?:editor|reporter|writer|correspondent) at \w+",
        ),
        within=(
            (
                r"\bis (?:a|an|the) (?:\w+[ -]){0,5}(?:reporter|correspondent|columnist|staff writer|freelance writer"
                r"|contributing \w+|contributor|editor) (?:at|for|with|of|from|who|based|covering|specialising|specializing)\b"
            ),
            r"\b(?:follow|find|reach|contact) (?:him|her|them|me) (?:on|at|via)\b",
            r"\b(?:his|her|their) (?:work|writing|articles|books?) (?:has|have) (?:been|appeared)\b",
        ),
    ),
    Wording(
        "related",
        40,
        whole=(
            (
                r"(?:most|weitere|more|latest|top|recent|popular|similar|further|featured|trending|recommended|related|other)"
                r" (?:\w+ )?(?:articles?|posts?|stories|news|reading|content|topics?|links?|videos?|coverage|headlines|read"
                r"|viewed|popular|artikel|themen|meldungen)"
            ),
            r"related|recommended|trending|read more|more|see also|up next|read next|continue reading|explore further",
            r"don['’]?t miss|must[- ]reads?|more on this(?: story| topic)?|keep reading|editors?['’]? picks?|next article",
            r"(?:das )?könnte (?:sie|dich|euch) auch interessieren|mehr zum thema|zum (?:selben )?thema|auch interessant",
            (
                r"lesen sie auch|mehr (?:dazu|lesen)|weiterlesen|lire aussi|à lire (?:aussi|également)|sur le même sujet"
                r"|articles? (?:liés|similaires)|voir aussi|lee también|te puede interesar|(?:más|noticias) relacionad[ao]s?"
                r"|artículos relacionados|leia (?:também|mais)|veja (?:também|mais)|leggi anche|potrebbe interessarti"
                r"|lees (?:ook|meer|verder)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|czytaj (?:też|także|więcej)"
                r"|polecane|zobacz (?:też|także)|читайте также|материалы по теме|похожие (?:статьи|новости)|ilgili haberler"
                r"|関連記事|あわせて読みたい|おすすめ記事|相关(?:新闻|阅读|文章)|관련\s?기사|주요\s?뉴스"
            ),
        ),
        start=(
            r"(?:read|see|watch|learn|find|view|get) (?:more|also|next|the full (?:story|article))\b[^.]{0,3}(?:[:|»>-]|$|on\b|about\b)",
            r"read (?:also|our|the (?:full|latest|rest)|this next)\b",
            (
                r"(?:\W*)(?:related|recommended|also read|see also|also see|see more|also on|more from|more on|more in|more stories)\b"
                r"(?=\s*[:|»>-]|\s+(?:post|article|stor|read|cont|video|cover|topic|link|tag|news|this|from)|\s+(?-i:[A-Z\d\"“‘]))"
            ),
            r"you (?:may|might) (?:also )?(?:like|enjoy|be interested|want to read)\b",
            r"(?:if you (?:liked|enjoyed) this|enjoyed this|like this story|check out (?:our|these|more|the)|don['’]t miss)\b",
            r"(?:browse|explore|discover|view|see|show) (?:all|more|our|other)\b(?:[^.]{0,60})$",
            r"follow [\w' ]{2,40}['’]s? (?:full |complete |live )?coverage\b",
            r"(?:lesen|hören|sehen) sie (?:auch|mehr|hier|dazu|weiter)\b|mehr (?:zum|zu|über|aus|von)\b[^.]{0,60}$",
            r"(?:lire|voir|à lire|a lire|à voir) (?:aussi|également|plus)\b|(?:lee|leer|lea|ver|leia|veja) (?:también|más|mais|também)\b",
            (
                r"(?:leggi|vedi) anche\b|lees (?:ook|meer)\b|(?:läs|les|læs) (?:också|även|mer|mere|også)\b|czytaj (?:też|także|więcej)\b"
                r"|читайте (?:также|еще|ещё)\b|(?:関連|あわせて読みたい|相关)(?:記事|新闻|阅读)?[:：]"
            ),
        ),
        within=(r"\[(?:related|insight|video|reaction|analysis|read more|latest|update|report)\b",),
    ),
    Wording(
        "comment form",
        45,
        whole=(
            (
                r"\(?\d*\)?\s*(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarz[ey]?"
                r"|комментари[йея]\w*|kommentarer|コメント|评论|댓글)(?:\s*\(?[\d+]*\)?)?"
            ),
            r"discuss(?:ion)?|join the (?:discussion|conversation)|no comments(?: yet)?|post comment|(?:be the first to )comment",
            r"(?:view|show|see|read|load|write|hide) (?:all |more |the )?(?:\d+ )?comments?|partager discussion|teilen kommentare?",
            r"share comments?|.{0,30}(?:article|artikel teilen)\s?(?:comments?|kommentare?)",
        ),
        start=(
            r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|review)\b",
            r"(?:comments?|commenting|trackbacks?|pings?) (?:are|is|has been|have been) (?:closed|disabled|off|moderated|currently)\b",
            r"be the first to (?:comment|reply|review|leave)|join the (?:discussion|conversation)\b",
            r"(?:your )?e-?mail address will not be published|required fields are marked|notify me of (?:new|follow)",
            r"(?:log|sign) in to (?:leave|post|comment|reply)|you must (?:be logged in|log in) to|save my name, e-?mail",
            r"(?:what do you think|tell us what you think|let us know (?:what you think )?in the comments|have your say|share your thoughts)\b",
            r"(?:permalink )?\d+ (?:comments?|replies|responses|kommentare?|commentaires|komentarzy)\b",
            r"(?:schreiben sie|schreib|verfassen sie|hinterlass\w*) (?:einen|ihren|deinen) (?:kommentar|beitrag)|diskutieren sie mit",
            (
                r"laisse[rz] un commentaire|deja (?:un|tu) (?:comentario|respuesta)|deixe (?:um|seu) (?:comentário|comment)|lascia un commento"
                r"|plaats (?:een )?reactie|dodaj komentarz|оставить комментарий|добавить комментарий|コメントを(?:書く|残す|する)|发表评论"
            ),
            r"this field is for validation purposes",
        ),
        within=(
            r"\bcomentários com textos\b|\b(?:in|to) the comments? (?:section )?below\b|\bcommunity guidelines\b",
            r"\buses akismet\b|\bcomment(?:s|ing)? (?:policy|guidelines|rules)\b|\b(?:사용 가능한 필명|댓글을? (?:작성|입력))",
        ),
    ),
    Wording(
        "newsletter",
        70,
        whole=(
            r"(?:get |our |free |daily |weekly |weitere )*(?:the )?(?:[\w ]{0,20})newsletters?(?: sign-?up)?|subscribe|sign up(?: now| here| today)?",
            r"(?:enter )?(?:your )?e-?mail(?: address)?|delivered by feedburner|stay (?:connected|informed|updated|in the loop|ahead)\W*",
        ),
        start=(
            r"(?:please )?(?:subscribe|sign[- ]?up|register|opt in) (?:to|for|now|today|here|and|with|via|by|below)\b",
            r"(?:get|receive|want) (?:[\w’'-]+ ){0,9}?(?:in your|to your|straight to|delivered|by e-?mail|newsletters?|inbox)\b",
            r"(?:join|never miss) (?:our|the|an?|thousands|over|\d)\b.{0,60}(?:mailing list|newsletter|subscribers|update|post|story|beat)\b",
            r"(?:enter|type|provide) your (?:e-?mail|address)|thank you for (?:subscribing|signing up)|you(?:'ve| have) (?:successfully )?subscribed",
            r"by (?:signing up|subscribing|submitting (?:your|this)|clicking [\"“]?(?:subscribe|sign up|submit))\b",
            r"thank you! your submission has been received|oops! something went wrong",
            r"(?:jetzt )?(?:newsletter|rundbrief) (?:abonnieren|bestellen|anmelden)|abonnieren sie|melden sie sich",
            (
                r"(?:abonnez|inscrivez)-vous|recevez (?:nos|notre|la)|suscr[íi]be(?:te|tse)|reg[íi]strate|inscreva-se|assine (?:a|nossa)"
                r"|iscriviti|schrijf je in|meld je aan|prenumerera|abonner på|tilmeld dig|zapisz się|подпи(?:шитесь|сывайтесь|саться)"
            ),
        ),
        within=(
            r"\bnewsletters?\b.{0,60}(?:sign up|subscri|inbox|join|abonn|anmeld|informiert|erhalten|boîte|inscri|correo|privacy)",
            r"(?:sign|subscri|join|get|deliver|abonn|anmeld|inscri|suscri|sent)\w*\b.{0,60}\b(?:newsletter|mailing list|rundbrief)s?\b",
            r"\b(?:unsubscribe|opt out) (?:at )?any ?time\b|\bstraight to your inbox\b|\bin your inbox\b",
            r"\bmagazine delivered\b|delivered (?:through your letterbox|to your (?:door|inbox))",
        ),
    ),
    Wording(
        "share",
        25,
        whole=(
            (
                r"(?:\d+[km]? )?shares?|share (?:this|on|via|it|with|by|article|story|post|now|link|options?)?.{0,25}|sharing is caring|teilen|partager"
                r"|compartir|compartilhar|condividi|delen|dela|del|udostępnij|поделиться|paylaş|シェア(?:する)?|分享|공유(?:하기)?|شارك"
            ),
            (
                r"(?:(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|e-?mail|print|copy link|pin|tweet|buffer"
                r"|pocket|messenger|share)(?:\W|\d|x\b|on\b|and\b)*){1,12}"
            ),
            r"(?:click to )?tweet(?: this)?|(?:copy|link) (?:link|copied)(?: to clipboard)?|pin it.{0,12}|save(?: article)?|print(?: article)?|text size",
            r"like this|like loading|teile[n]? (?:sie )?(?:diesen|den) (?:artikel|beitrag)|(?:diesen )?artikel (?:teilen|drucken|merken)",
            r"partager cet article|compartir (?:este|esta) (?:artículo|noticia)|기사 url이 복사되었습니다|링크 복사|thanks for sharing",
        ),
        start=(
            r"share (?:this|on|via|it (?:on|with))\b|follow (?:us|our|me)\b|(?:like|find|join|connect with|visit) us on\b|like this story\?",
            r"follow [\w@.' ]{2,30} on (?:instagram|facebook|twitter|x|youtube|linkedin|tiktok|google|telegram|threads|social)\b",
            r"folgen sie uns|suivez[- ](?:nous|.{0,25}sur)|s[íi]guenos|siga[- ]nos|seguici|volg ons|följ oss|подпис\w+ на (?:наш )?(?:канал|telegram)",
            r"click to (?:share|tweet|e-?mail|print)\b|order reprints|print article|e-?mail (?:this )?(?:article|to a friend)|this article has been sent",
        ),
        within=(
            r"\bshare it with (?:a|your) friends?\b|\b(?:order|for) (?:re)?prints\b|order presentation-ready copies",
        ),
    ),
    Wording(
        "tags",
        25,
        whole=(
            (
                r"tags?|topics?|categor(?:y|ies)|keywords?|labels?|filed (?:under|in)|(?:related|more) topics|themen|schlagw[oö]rter|stichw[oö]rter"
                r"|теги|метки|タグ|标签|etiquetas|etichette|tagi|in this (?:story|article)|topics in this (?:story|article)"
            ),
        ),
        start=(
            (
                r"(?:tags?|tagged(?: (?:as|with|in))?|filed (?:under|in)|posted in|categor(?:y|ies)|categorized|topics?|keywords?|schlagw[oö]rter"
                r"|stichw[oö]rter|themen|mots[- ]clés|étiquettes|etiquetas|теги|метки|tagi|etichette|onderwerpen|ämnen|タグ|标签)\s*[:：|]"
            ),
            r"(?:filed under|tagged (?:as|with)|posted in)\b|tags\s+(?-i:[A-Z#])",
        ),
        within=(r"^(?:#[^\W\d]\w+[,\s]*){2,}$",),
    ),
    Wording(
        "byline",
        18,
        whole=(
            rf"(?:{DATE})(?:{TIME})?(?:\W+(?:{DATE}))?(?:{TIME})?\W*(?:{NAME}\W*)?",
            rf"(?:{DAYS})?,?\s*(?:{DATE}){TIME}.{{0,12}}",
            r"(?:by|von|par|por|di|av|text|words by|written by|reported by|posted by|reviewed by|edited by|author|autor(?:in)?|auteur|автор|текст)",
            (
                r"(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|leestid|leestijd|lästid)?\W*\d+(?:\s*-\s*\d+)?"
                r"\s*(?:min|mins|minutes?|minuten|minutos|minuti|мин)\.?(?:\s*(?:read|lesezeit|de lecture|de lectura|to read))?"
            ),
            r"\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago|vor \d+ (?:minuten|stunden|tagen)|il y a \d+ \w+|hace \d+ \w+",
        ),
        start=(
            rf"\W*(?:written |posted |reported |reviewed |edited |fact[- ]checked |words |story |text )?by\W{{1,3}}(?:{TWO_NAMES}|{NAMES}(?=.*\d))(?:\s*(?:,|and|&)\s*{NAMES})?(?=\s*$|\s*[|,•·–—/(-]|\s+(?:on|for|in|at|{DATE}))",
            rf"(?:von|par|por|di|av|af|door|text:|текст:|автор:?|autor(?:in)?:|auteur:|författare:) {NAMES}(?=\s*$|\s*[|,•·–—/(-])",
            rf"{STAMP}\s*[:|]?\W*(?:on |am |le |el |em |il |den |vom |at )?(?:{DATE}|{DAYS}\b|\d|\[)",
            rf"{STAMP}\s*[:|]?$",
            rf"{NAMES}\s*[-–—|•·/]\s*(?:{DATE})",
            rf"(?:{DATE})(?:{TIME})?\s*[-–—|•·/]\s*(?:by |von )?{NAMES}",
            r"(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura)\b",
            r"기사입력|[가-힣]{2,4} ?기자\b",
        ),
    ),
    *NOTICES,
)
