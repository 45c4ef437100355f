"""Notices that large outlets and platforms print around every article, in one sentence that changes at most its names."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

RULES = (
    Rule(
        id="cookie-partners",
        kind=Kind.COOKIE,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            r"(?:(?:we(?:,)? (?:and|with) our (?:\d{1,4} )?(?:[\w()-]{2,20} ){0,2}(?:partners|vendors)(?: \(?\d{1,4}\)?)?|our (?:\d{1,4} )?partners and we),? (?:store|use|process|access|ask|need|may|can|do|will|would like|collect|carry out|work)"
            r"|(?:wir|wir,) (?:und|mit|sowie) unsere[rn]? (?:bis zu )?(?:\d{1,4} )?(?:[\w-]{2,20} )?partnern? (?:speichern|verarbeiten|verwenden|nutzen|greifen|benötigen|brauchen|bitten|möchten)|(?:mit (?:votre accord|votre consentement), )?nous(?:,)? (?:et|avec) nos (?:\d{1,4} )?(?:[\w-]{2,20} )?partenaires(?: \(?\d{1,4}\)?)?,? (?:stockons|utilisons|traitons|accédons|souhaitons|déposons|pouvons|demandons)"
            r"|(?:nosotros y|nosotros, junto con,?) nuestros (?:\d{1,4} )?(?:socios|proveedores|partners)(?: \(?\d{1,4}\)?)?,? (?:almacenamos|usamos|utilizamos|tratamos|procesamos|accedemos|necesitamos|podemos)|noi e (?:i nostri|terze parti)(?: \d{1,4})?(?: [\w-]{2,20}){0,2},? (?:archiviamo|memorizziamo|conserviamo|utilizziamo|trattiamo|usiamo|selezionat|elaboriamo)|nós e (?:os )?nossos (?:\d{1,4} )?(?:parceiros|fornecedores),? (?:armazenamos|usamos|utilizamos|processamos|tratamos)"
            r"|(?:wij|we) en onze (?:\d{1,4} )?(?:partners|leveranciers) (?:slaan|gebruiken|verwerken|willen|vragen|hebben)|my i nasi (?:\d{1,4} )?(?:zaufani )?partnerzy(?: \(?\d{1,4}\)?)?,? (?:przechowujemy|wykorzystujemy|przetwarzamy|uzyskujemy|stosujemy)|vi och våra (?:\d{1,4} )?partner (?:lagrar|använder|behandlar)|vi og våre (?:\d{1,4} )?(?:samarbeidspartnere|partnere) (?:lagrer|bruker|behandler)|vi og vores (?:\d{1,4} )?partnere (?:opbevarer|bruger|behandler|gemmer)|my a (?:naši|našich) (?:\d{1,4} )?partne(?:ři|ri),? (?:ukládáme|ukladáme|používáme|používame|zpracováváme|spracúvame))"
            + rest(500)
            + r"|(?:privacy notice: )?newsletters may contain (?:info(?:rmation)? about|ads|advertis)"
            + rest(300)
            + r"|we use google recaptcha to protect .{2,160}|this site is protected by (?:re|h)captcha.{0,160}|you can (?:change|withdraw) your (?:mind|settings|consent|preferences) (?:at any time|any time|by clicking).{0,200}"
        ),
        must_match=(
            "We and our 842 partners store and/or access information on a device, such as unique IDs in cookies to process personal data.",
            "Wir und unsere 203 Partner speichern Informationen auf einem Gerät.",
            "Nous et nos partenaires stockons et/ou accédons à des informations sur un appareil.",
            "My i nasi partnerzy przechowujemy informacje na urządzeniu.",
            "Privacy Notice: Newsletters may contain info about charities, online ads, and content funded by outside parties.",
        ),
        must_not_match=(
            "We and our partners at the mill were told in May.",
            "Nous et nos partenaires sociaux en avons parlé, dit le maire.",
        ),
    ),
    Rule(
        id="cookie-other-languages",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=80,
        pattern=(
            r"(?:(?:tento|tyto|tieto|táto) (?:web|stránk[ya]|webov[áé] stránk[ya])(?: [\w.]{2,20})? (?:používá|používa|používajú|využívá) (?:soubory |súbory )?cookies?|(?:na (?:tomto|našem) webu )?používáme (?:soubory )?cookies?|používame (?:súbory )?cookies?|vi (?:använder|bruker|bruger|anvender) (?:oss av )?(?:cookies|kakor|informasjonskapsler)|(?:den här|denna) (?:webbplatsen?|sajten?|sidan) använder (?:cookies|kakor)|(?:dette nettstedet|denne nettsiden|dette website|hjemmesiden) (?:bruker|bruger|anvender) (?:cookies|informasjonskapsler)|(?:käytämme|tämä (?:sivusto|verkkosivusto) käyttää) evästeitä"
            r"|(?:ez a|az) (?:oldal|weboldal|honlap) (?:cookie|süti)\w{0,6} használ|(?:sütiket|cookie-kat) használunk|(?:acest|site-ul nostru) (?:site |website )?(?:folosește|utilizează) cookie|(?:folosim|utilizăm) (?:module )?cookie|(?:αυτός ο|ο) ιστότοπος (?:μας )?χρησιμοποιεί cookies|χρησιμοποιούμε cookies|(?:bu|web) sitesi?(?:nde|miz)? .{0,30}çerez|çerez(?:ler)?(?:i|leri)? .{0,30}kullan|(?:цей|наш) сайт використовує (?:файли )?cookie|ми використовуємо (?:файли )?cookie|(?:используя|продолжая (?:использовать|пользоваться)) (?:этот |данный |наш(?:им)? )?сайт\w{0,3}[^.!?]{0,60}(?:cookie|соглаш)"
            r"|(?:نستخدم|يستخدم (?:هذا )?(?:الموقع|موقعنا)) (?:ملفات )?(?:تعريف الارتباط|الكوكيز|cookies?)|(?:אתר זה|האתר) (?:משתמש|עושה שימוש) ב(?:עוגיות|-?cookies?)|(?:이|본|저희) (?:웹)?사이트는 .{0,30}쿠키를|(?:我们|本站|本網站|我們)(?:会|會)?(?:使用|採用).{0,16}cookie|(?:kami|situs (?:web )?ini) menggunakan cookie|(?:chúng tôi|trang web này) sử dụng cookie|เว็บไซต์นี้.{0,20}คุกกี้|używamy (?:plików )?cookies|(?:utilizziamo|usiamo) (?:i )?cookie|(?:nós )?(?:utilizamos|usamos) cookies|we gebruiken (?:functionele |noodzakelijke )?cookies)"
            + rest(500)
        ),
        must_match=(
            "Tento web používá soubory cookies.",
            "Vi använder cookies för att förbättra din upplevelse.",
            "Używamy plików cookies",
        ),
        must_not_match=(
            "Vi använder mjöl.",
            "Çerez yiyenler güldü.",
        ),
    ),
    Rule(
        id="cookie-button",
        kind=Kind.COOKIE,
        confidence=0.85,
        where=Where.EDGE,
        cased=True,
        max_words=6,
        pattern=label(
            r"(?:accept(?: all)?|agree|ok|got it)(?: and|,| &) (?:continue|close|proceed)|accept (?:&|and) close|(?:continue|proceed) without (?:accepting|agreeing)|alle(?:s)? (?:akzeptieren|ablehnen|annehmen)|akzeptieren(?: und weiter)?|zustimmen(?: und weiter)?|einverstanden|einstellungen verwalten|(?:tout )?(?:accepter et (?:fermer|continuer)|refuser|accepter)|continuer sans accepter|(?:paramétrer|gérer) (?:les cookies|mes choix|les préférences)|aceptar y (?:continuar|cerrar)|(?:aceptar|rechazar) tod[ao]s?|configurar(?: cookies)?|(?:accetta|rifiuta) (?:tutti|e continua|e chiudi|tutto)|continua senza accettare|(?:aceitar|rejeitar|recusar) (?:todos|tudo|e (?:fechar|continuar))|(?:alles|alle cookies) (?:accepteren|weigeren|toestaan)|akkoord"
            r"|(?:zaakceptuj|akceptuj[ęe]?|odrzuć)(?: wszystkie)?|przejdź do serwisu|(?:přijmout|prijať|odmítnout|odmietnuť|povolit) v[šs]e(?:chny|tko)?|souhlasím|súhlasím|godkänn(?: alla)?|(?:godta|godkend|tillad|avvis|afvis) alle|hyväksy(?: kaikki)?|elfogadom|(?:accept|acceptă)(?: toate)?|de acord|αποδοχή(?: όλων)?|(?:tümünü )?kabul et|(?:принять|отклонить)(?: все)?|понятно|согласен|прийняти(?: всі)?|(?:全て|すべて)(?:の cookie を)?(?:許可|同意|拒否)(?:する)?|同意(?:する|して続ける)|(?:全部|所有)?(?:接受|拒绝|拒絕)(?:所有|全部)?|모두 (?:동의|허용|거부)|(?:أوافق|قبول|موافق)(?: (?:الكل|جميع الملفات))?|(?:מאשר|אישור|הבנתי)"
        ),
        must_match=("Aceptar y continuar", "Souhlasím", "Accept & close", "Alle akzeptieren", "同意する"),
        must_not_match=("Einverstanden.", "Aceptar la derrota no es fácil.", "Akkoord, zei hij."),
    ),
    Rule(
        id="cookie-embedded",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=(
            r"allow (?:twitter|x|facebook|instagram|google|youtube|tiktok|spotify|threads|bluesky) (?:content|youtube content)\??(?: this article .{2,300})?|this (?:article|page|story) contains content provided by .{2,300}|(?:this|the) (?:content|video|post|embed) (?:is|can)(?:not| not)? (?:be )?(?:hosted on an? (?:external|third)|(?:loaded|displayed|shown|available) (?:because|due|without|unless)).{0,60}(?:platform|cookies?|consent|third part).{0,160}"
            r"|empfohlener (?:redaktioneller inhalt|externer inhalt)|externe[rn]? inhalte?(?: (?:laden|anzeigen|aktivieren))?|(?:an dieser stelle|hier) (?:finden|findest) (?:sie|du) (?:einen |ergänzende )?(?:externe|relevante|weitere|ergänzende)\w{0,2} inhalte?"
            + rest(300)
            + r"|ich bin damit einverstanden, dass mir externe inhalte"
            + rest(300)
            + r"|(?:um|damit) (?:diesen inhalt|dieses element|dieses video|diesen beitrag|sie diesen inhalt)[^.!?]{0,60}(?:anzuzeigen|darzustellen|sehen|nutzen)"
            + rest(200)
            + r"|(?:mit|durch) (?:dem |einem |ihrem |den )?(?:klick|aktivieren|laden)[^.!?]{0,60}(?:stimmen sie|erklären sie|akzeptieren sie|willigen sie)"
            + rest(300)
            + r"|(?:pour (?:visualiser|afficher|voir|consulter) (?:ce|cette) (?:contenu|vidéo|publication)|ce contenu (?:est bloqué|n'est pas disponible|ne peut pas être affiché))[^.!?]{0,80}(?:cookies?|traceurs|accept|consent)"
            + rest(200)
            + r"|(?:para (?:ver|poder ver|visualizar) (?:este|esta) (?:contenido|vídeo|conteúdo)|este (?:contenido|conteúdo) (?:está bloqueado|no (?:está|se puede)))[^.!?]{0,80}cookies?"
            + rest(200)
            + r"|(?:per (?:vedere|visualizzare) questo (?:contenuto|video))[^.!?]{0,80}(?:cookies?|consens)"
            + rest(200)
            + r"|(?:om (?:deze|dit) (?:inhoud|content|video|bericht) te (?:kunnen )?(?:zien|tonen|bekijken|laden)|deze (?:inhoud|content) kan niet)[^.!?]{0,80}(?:cookies?|toestemming)"
            + rest(200)
        ),
        must_match=(
            "Empfohlener redaktioneller Inhalt",
            "An dieser Stelle finden Sie einen externen Inhalt von X, der den Artikel ergänzt.",
            "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
            "Allow Instagram content?",
            "Pour visualiser ce contenu, vous devez accepter les cookies.",
            "Om deze inhoud te tonen moet je toestemming geven voor cookies.",
        ),
        must_not_match=(
            "Externe Inhalte sind das Thema der Tagung am Freitag.",
            "Allow the dough to rest.",
            "Pour voir cette vidéo, il a traversé la ville.",
        ),
    ),
    Rule(
        id="editors-note-standing",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            r"(?:\(?(?:except|apart|other than)[^.!?]{0,10} (?:for |from )?the headline,? )?(?:this (?:story|article|report|copy|content|piece|news item) (?:has|was) (?:not|neither|only) been (?:edited|altered|modified|written|created|verified|changed) by|(?:this|the) (?:story|article|report|content) (?:has been |was |is )?(?:published|sourced|taken|auto-?generated|generated|picked up) (?:directly )?(?:from|by) (?:an? |the |our )?(?:third[- ]party|syndicated|wire|agency|news agency|unedited|feed|automat))"
            + rest(300)
            + r"|(?:[\w' ]{2,40} )?transcripts? (?:is|are|was|were|has been|have been|may|might) (?:created|generated|produced|auto-?generated|edited|lightly edited|machine|made|transcribed|provided|computer)[^.!?]{0,80}(?:rush deadline|automat|software|ai\b|clarity|length|contractor|errors|machine|speech)"
            + rest(400)
            + r"|(?:the |this )?(?:interview|conversation|q&a|transcript|essay|excerpt|discussion) (?:has|have) been (?:lightly |slightly )?(?:edited|condensed|shortened|abridged)(?: and (?:edited|condensed|shortened))?(?: (?:slightly|lightly))? for (?:length|clarity|brevity|concision|space|style)"
            + rest(120)
            + r"|(?:a version of )?this (?:article|story|essay|review|column|interview|piece) (?:also )?(?:appears?|appeared|ran|runs|was published) in (?:the )?[^.!?]{2,60}\b(?:edition|issue|print|magazine|newspaper|newsletter|collection)"
            + rest(200)
            + r"|a version of this (?:article|story|essay|review|column) (?:appears?|appeared|ran|runs|was published) (?:in|on)"
            + rest(300)
            + r"|(?:the )?[\w' ]{2,40} is committed to publishing a diversity of letters"
            + rest(300)
            + r"|(?:to (?:report|notify us of|flag|request) (?:an? )?(?:error|correction|mistake|inaccurac)\w{0,6}|(?:know|do you know|have you got|got|have) (?:more|anything|something|any information|a confidential tip|information)(?: (?:about|to (?:add|share|say)))[^.!?]{0,60}\?|see (?:a )?(?:spelling|grammar|typo)[^.!?]{0,60}\?|(?:do you|did you) (?:see|spot|notice) (?:an? )?(?:typo|error|mistake)[^.!?]{0,60}\?)"
            + rest(240)
            + r"|(?:\(?this (?:story|article|report) )?(?:originally )?appeared on [\w' .]{2,40}: ?.{2,160}|\(?(?:with|including) (?:additional )?(?:agency )?inputs? from (?:agencies|.{2,60})\)?|\(?(?:catch|track|read|get|follow|stay tuned (?:to|for)) (?:all )?(?:the )?(?:latest|breaking|business|live|more|all)[^.!?]{0,80}(?:news|updates|stories)[^.!?]{0,40} (?:on|at|here|from|with|live on|only on) [^.!?]{2,60}\.?(?: (?:download|follow|join|get|also|stay|for)[^!?]{2,200})?"
            r"|we acknowledge (?:the )?(?:aboriginal|traditional (?:owners|custodians)|first nations)"
            + rest(300)
            + r"|this service may include material from"
            + rest(300)
            + r"|[a-z]{3,4} ?= ?[\w ]{6,60}time which is .{2,80}|(?:the )?[\w' ]{0,40}(?:press|news|journalism|coverage|reporting)[\w' ]{0,20} (?:receives|gets) (?:financial )?support from (?:multiple|several|various) (?:private )?(?:foundations|donors|organi[sz]ations)"
            + rest(400)
            + r"|(?:the )?(?:bbc|site|publisher|[\w' ]{2,30}) is not responsible for the content of external (?:sites|links|internet sites).{0,100}"
            r"|(?:så (?:jobbar|arbetar) .{2,40} med journalistik|(?:uppgifter|det) som publiceras (?:ska|skall) vara).{0,300}|\W{0,3}特[别別]声明[:：].{2,200}|.{0,10}以上内容.{0,60}(?:自媒体|自媒體|平台|用户|用戶).{0,160}|(?:返回搜狐|返回.{2,8}首页).{0,20}|(?:海量资讯|更多.{0,10}资讯).{0,40}|[（(]?(?:原标题|原標題|文章来源|稿件来源)[:：].{1,40}[)）]?|.{0,20}(?:打开|下载).{0,10}(?:app|客户端).{0,20}(?:查看|阅读|看).{0,20}"
            r"|[▶▷■□◇◆*※ ]{0,4}(?:제보하기|제보는|기사 ?제보).{0,60}"
        ),
        must_match=(
            "(Except for the headline, this story has not been edited by Example staff and is published from a syndicated feed.)",
            "This transcript was generated automatically and may contain errors.",
            "Example Radio transcripts are created on a rush deadline by a contractor.",
            "This interview has been edited and condensed for clarity.",
            "A version of this article appears in print on May 3 with the headline: Example.",
            "To report an error, write to corrections@example.org.",
            "Know more about this story? Contact us.",
            "We acknowledge the Traditional Owners of the land.",
            "特别声明：以上内容为自媒体平台用户上传并发布",
            "（原标题：示例）",
        ),
        must_not_match=(
            "This story has not been told by anybody, she said, since he died.",
            "The transcripts are in the archive of the court.",
            "Know more about wine than your guests, and say nothing.",
            "This interview has been edited out of the film.",
            "编辑部的人都走了。",
        ),
    ),
    Rule(
        id="editors-note-programme",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"[\w' &-]{2,50} (?:is|was) (?:produced|hosted|recorded|presented|edited|written and produced|mixed)(?: and (?:edited|hosted|produced|presented|mixed))? by [^.!?]{2,100}\.? (?:our|the|original|special thanks|it|sound|editing|music|theme|additional|this|with)\b.{2,400}|(?:our |the )?(?:theme )?music (?:is|was|for this episode is) by .{2,160}|(?:original |theme )music (?:by|:) .{2,120}|[\w' &-]{2,50} is (?:produced|hosted) by [\w'.-]{2,20} [\w'.-]{2,20}(?:(?:,| and|, and) [\w'.-]{2,20} [\w'.-]{2,20}){0,4}|submissions (?:are|is) (?:now )?(?:open|closed)(?: (?:until|from|for|till)\b.{0,120})?|[\w' ]{2,40} (?:appears|is published) (?:every|each|weekly|fortnightly|monthly)\b[\w ,]{0,60}"
            r"|(?:autor(?:ka|em|ką)?|autork[aąę]) (?:je|jest) (?!ve |v |na |w )[^.!?]{4,160}|(?:text|článek|rozhovor|tekst|wywiad) (?:vyšel|vyšla|ukazał się|pochodzi|byl publikován) (?:v|w|z)\b.{2,160}|(?:dieser|der) (?:text|artikel|beitrag) (?:erschien|stammt|ist erschienen|wurde)[^.!?]{0,60} (?:in der|im|aus|zuerst|am)\b.{2,160}"
        ),
        must_match=(
            "Common Example is produced by Anna Sample. Our theme music is by The Examples.",
            "Submissions are open until 30 June. See our guidelines.",
            "Ask Anna appears every Thursday.",
            "Autorka je redaktorka kulturní rubriky.",
            "Text vyšel v tištěném čísle týdeníku Příklad 44/2026.",
        ),
        must_not_match=(
            "Autor je ve vězení.",
            "The boat is built by hand in Lome.",
            "The ferry runs every two hours.",
            "The film was produced by Anna Example.",
        ),
    ),
    Rule(
        id="editors-note-funding",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            r"[\w'.,& -]{3,120} (?:do|does) not (?:work for|consult|own shares|receive funding)[^.!?]{0,60}(?:consult|own shares|receive funding|would benefit|relevant affiliations)"
            + rest(400)
            + r"|(?:the )?[\w'.,& -]{3,80} provides? funding as an? (?:[\w-]{2,20} ){0,2}(?:member|partner) of .{2,80}"
        ),
        must_match=(
            "Anna Example does not work for, consult, own shares in or receive funding from any company that would benefit from this article.",
            "University of Example provides funding as a member of The Example.",
        ),
        must_not_match=(
            "The project receives funding from the Example Council.",
            "He does not work for the mill any more.",
        ),
    ),
    Rule(
        id="copyright-republish",
        kind=Kind.COPYRIGHT,
        confidence=0.85,
        where=Where.TAIL,
        max_words=80,
        pattern=(
            r"thank you for your interest in republishing.{0,300}|republish (?:this|our) (?:story|article|articles|work|stories|content)(?: for free| here)?(?:[,.:] ?.{2,200})?|(?:our|this) (?:stories|articles?|story|work) (?:may|can) be republished.{2,240}|you (?:have to|must|may|can't|cannot|can not|can|are free to|should) (?:not )?(?:credit|edit|sell|republish|link (?:to|back)|include|translate|place|put) (?:us|our|the|this|all|it|any|to|material|stories)\b.{2,240}"
            r"|if you(?:'re| are) (?:republishing|sharing).{2,240}|if you share (?:republished|our|the).{2,200}|(?:we|it's okay to) (?:do not|don't|put our|generally).{0,40}(?:translation|pages with ads|republi).{0,200}"
        ),
        must_match=(
            "Thank you for your interest in republishing this story. You are free to republish it so long as you do the following:",
            "You have to credit us in the byline.",
            "You can't edit our material, except to reflect changes in time.",
            "Republish This Story",
        ),
        must_not_match=("You must include an egg.", "You can't sell bread on a Sunday."),
    ),
    Rule(
        id="comment-form-condolence",
        kind=Kind.COMMENT_FORM,
        confidence=0.85,
        where=Where.EDGE,
        cased=True,
        max_words=12,
        pattern=label(
            r"light a (?:virtual )?candle|leave a (?:message of condolence|condolence|tribute|memory|message of support)|share (?:a|your) (?:memory|memories|condolences)|send (?:flowers|a gift)(?: to the family)?|order flowers|plant (?:a tree|memorial trees)(?: in memory.{0,40})?|(?:view |sign |online |visit )?(?:the )?guest ?book(?: \(\d{1,4}\))?|add (?:a|your) (?:memory|photo|tribute|condolences?)|(?:to )?place a (?:notice|death notice|tribute)(?: in .{2,60})?|offer (?:your )?condolences(?: for .{2,60})?|share (?:this )?obituary|view all (?:messages|tributes|condolences)|kondolenzbuch|kerze anzünden|déposer (?:une condoléance|un message)|laisser un message de condoléances|lascia un messaggio di cordoglio|envía(?:r)? (?:flores|tus condolencias)"
        ),
        must_match=("Light a candle", "Guest Book (3)", "Leave a message of condolence", "Send flowers"),
        must_not_match=("Light a candle and read.", "Send flowers on Friday."),
    ),
    Rule(
        id="advertisement-chosen-independently",
        kind=Kind.ADVERTISEMENT,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=(
            r"(?:[\w'&]{2,20} ){0,3}(?:editors|experts|reviewers|writers|team) (?:independently )?(?:select|choose|pick|review|test|research)(?: and (?:review|test|recommend))?(?: (?:the |all |every |best )?(?:products?|items?|deals?|everything)(?: we (?:feature|recommend))?)? ?(?:independently)?[.,;:-] ?[^\"]{0,60}(?:links?|commissions?|purchase)\b[^\"]{0,240}"
            r"|if you (?:buy|purchase|shop|click) [^.!?\"]{0,60}(?:affiliate |our )?links?[^.!?\"]{0,60},? we (?:may|might|could|can|will) (?:earn|receive|get|make)\b[^\"]{0,200}"
        ),
        must_match=(
            "Example editors select and review products independently. If you buy through affiliate links, we may earn commissions.",
            "If you purchase something through our links, we may earn a commission.",
        ),
        must_not_match=(
            "Our editors select the best letters.",
            "If you buy three links of chain, we may cut them to length, the smith says.",
        ),
    ),
)
