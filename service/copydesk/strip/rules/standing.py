"""What large outlets and platforms print around every article, in one sentence that changes at most its names."""

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
        id="cookie-embedded",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=(
            r"allow (?:twitter|x|facebook|instagram|google|youtube|tiktok|spotify|threads|bluesky) (?:content|youtube content)\??(?: this article .{2,300})?|this (?:article|page|story) contains content provided by .{2,300}|(?:this|the) (?:content|video|post|embed) (?:is|can)(?:not| not)? (?:be )?(?:hosted|loaded|displayed|shown|available) (?:on|by|because|due|without|unless).{0,60}(?:platform|cookies?|consent|third part).{0,160}"
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
            + r"|[a-z]{3,4} ?= ?[\w ]{6,60}time which is .{2,80}|(?:the )?[\w' ]{2,40} (?:receives|gets) (?:financial )?support from (?:multiple|several|various) (?:private )?(?:foundations|donors|organi[sz]ations)"
            + rest(400)
            + r"|(?:the )?(?:bbc|site|publisher|[\w' ]{2,30}) is not responsible for the content of external (?:sites|links|internet sites).{0,100}"
            r"|\W{0,3}特[别別]声明[:：].{2,200}|.{0,10}以上内容.{0,60}(?:自媒体|自媒體|平台|用户|用戶).{0,160}|(?:返回搜狐|返回.{2,8}首页).{0,20}|(?:海量资讯|更多.{0,10}资讯).{0,40}|[（(]?(?:原标题|原標題|文章来源|稿件来源)[:：].{1,40}[)）]?|.{0,20}(?:打开|下载).{0,10}(?:app|客户端).{0,20}(?:查看|阅读|看).{0,20}"
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
            r"[\w' &-]{2,50} (?:is|was) (?:produced|hosted|recorded|presented|edited|written and produced|mixed)(?: and (?:edited|hosted|produced|presented|mixed))? by [^.!?]{2,100}\.? (?:our|the|original|special thanks|it|sound|editing|music|theme|additional|this|with)\b.{2,400}|(?:our |the )?(?:theme )?music (?:is|was|for this episode is) by .{2,160}|(?:original |theme )music (?:by|:) .{2,120}|submissions (?:are|is) (?:now )?(?:open|closed)(?: (?:until|from|for|till)\b.{0,120})?|[\w' ]{2,40} (?:appears|runs|is published) (?:every|each|weekly|fortnightly|monthly|on) [\w ,]{3,60}"
            r"|(?:autor(?:ka|em|ką)?|autork[aąę]) (?:je|jest) (?!ve |v |na |w )[^.!?]{4,160}|(?:text|článek|rozhovor|tekst|wywiad) (?:vyšel|vyšla|ukazał się|pochodzi|byl publikován) (?:v|w|z)\b.{2,160}|(?:dieser|der) (?:text|artikel|beitrag) (?:erschien|stammt|ist erschienen|wurde)[^.!?]{0,60} (?:in der|im|aus|zuerst|am)\b.{2,160}"
        ),
        must_match=(
            "Common Example is produced by Anna Sample. Our theme music is by The Examples.",
            "Submissions are open until 30 June. See our guidelines.",
            "Ask Anna appears every Thursday.",
            "Autorka je redaktorka kulturní rubriky.",
            "Text vyšel v tištěném čísle týdeníku Příklad 44/2026.",
        ),
        must_not_match=("Autor je ve vězení.", "The boat is produced by hand in Lome."),
    ),
    Rule(
        id="newsletter-standing",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:article continues )?after newsletter promotion|(?:the next issue|a welcome email|a confirmation email|an? (?:confirmation|verification) (?:e-?mail|link)) (?:of [\w' ]{2,40} )?(?:will soon be|is on its way|has been sent).{0,160}|if you don't see it,? (?:please )?check your (?:junk|spam).{0,60}|we encountered an issue signing you up.{0,60}|(?:receive|contact me with|send me) (?:e-?mails? from us|news and offers|special offers|marketing|offers|updates)[^.!?]{0,40}(?:from|on behalf of|about) (?:other|our|trusted|selected|us)\b.{0,100}"
            r"|we(?:'ll| will)? (?:also )?(?:use your (?:sign-up|e-?mail)|treat our community members|only (?:use|send)|never (?:share|sell|spam))\b"
            + rest(300)
            + r"|(?:our |the )?(?:[\w' -]{2,40} )?(?:e-?mail|newsletter|briefing|morning e-?mail|round-?up) (?:breaks down|brings you|rounds up|keeps you|unpacks|delivers|sends you|helps you|is our guide)\b"
            + rest(200)
            + r"|stay (?:ahead|informed|updated|up to date|in the know|connected|tuned)(?: (?:with|on)(?: all)? (?:the|our) (?:latest|newest|most|top|best)[^.!?]{0,60}| with us)?|(?:enter|add) your email to (?:get|receive|read|continue).{0,80}|(?:you are|you're|you) (?:receiv(?:ed|ing)) (?:this|the) (?:[\w-]{2,20} )?(?:e-?mail|bulletin|newsletter|message|mailing|update) (?:because|as)\b"
            + rest(300)
            + r"|unsubscribe:? ?(?:https?:.{2,100}|here.{0,60}|from .{2,60}|at any time.{0,40})?|sign up here to receive .{2,160}|(?:wekelijks|dagelijks|elke (?:dag|week|ochtend)) [^.!?]{2,60}(?:mailbox|inbox|mail)\?{0,1}"
            r"|únete a nuestro canal.{0,200}|(?:receba|receba no seu) [^.!?]{2,60}(?:e-?mail|newsletter|whatsapp).{0,80}|přihlaste se k odběru.{0,120}|zapisz się na (?:nasz|newsletter).{0,120}|网易号|订阅.{0,10}(?:公众号|频道).{0,20}|네이버에서 .{1,20}(?:구독|메인).{0,30}"
        ),
        must_match=(
            "after newsletter promotion",
            "Our morning email breaks down the key stories of the day, telling you what's happening and why it matters",
            "Receive email from us on behalf of our trusted partners or sponsors",
            "Stay ahead with the latest updates!",
            "You are receiving this bulletin because you signed up at our stall.",
            "A welcome email is on its way.",
            "Únete a nuestro canal ¡El Ejemplo ya está en WhatsApp!",
        ),
        must_not_match=(
            "Stay ahead of the herd, he told the girl, and you will eat no dust.",
            "The email brings the total to nine, the prosecutor said.",
        ),
    ),
    Rule(
        id="paywall-standing",
        kind=Kind.PAYWALL,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:this is|you(?:'re| are) (?:reading|viewing)) (?:a |an |the )?(?:free )?(?:preview|excerpt|sample)\b.{0,120}(?:log|sign|subscri|read|unlock|full|continue).{0,120}|(?:this|the) (?:story|article|content|report) is (?:available|free|open|reserved|locked|exclusively)[^.!?]{0,30} (?:exclusively |only )?(?:to|for|in front) [^.!?]{0,40}(?:subscriber|member|insider|registered).{0,160}|(?:sorry, )?(?:you need|you must|you'll need) (?:to )?(?:be )?(?:an? )?(?:log(?:ged)? in|subscri\w{1,6}|register\w{0,2}|sign(?:ed)? in|account)\b.{0,160}"
            r"|(?:unlock|get|enjoy) (?:a world of benefits|all access|full access|unlimited (?:digital )?access|everything)\b.{0,200}|(?:cancel|pause) (?:or (?:pause|cancel) )?(?:at )?any ?time\b.{0,60}|(?:then )?[$£€]\d{1,3}(?:[.,]\d\d)? (?:a|per|every|for (?:the first|your first|\d{1,2})) ?(?:month|week|year|\d{1,2}|4 weeks).{0,60}(?:cancel|unless|thereafter|billed|renew|trial).{0,80}"
            r"|(?:support|back) [\w' ]{2,40}'s? (?:[\w-]{2,20} ){0,3}(?:journalism|reporting|newsroom)\b.{0,240}|[\w' ]{2,40} is a (?:non-?profit|reader-(?:funded|supported)|member-(?:funded|supported)|listener-supported|independent) (?:[\w-]{2,20} ){0,2}(?:newsroom|news (?:organi[sz]ation|outlet|site)|publication|magazine|project|podcast)\b[^.!?]{0,120}[.!] ?(?:sign|support|subscri|donat|become|please|help|we rely|if you).{0,240}"
            r"|[£$€]\d{1,4} (?:a month |per month |can |could |will |would ){1,2}(?:pay|buy|give|fund|help|provide|keep|feed|train|support|cover)\b.{2,120}|(?:with|thanks to) your (?:help|support|donation)s?,? we (?:can|could|will|have been able).{2,200}|(?:set up|make|start|give) (?:a|your) (?:monthly|regular|one-off|one-time|single) (?:gift|donation|payment|contribution).{0,80}|remind me in [a-z]{3,12}|(?:one[- ]time|monthly|annual|yearly|single)(?: (?:gift|donation|contribution))?(?: / (?:one[- ]time|monthly|annual))?"
            r"|benefício d[oe] assinante.{0,60}|assinantes podem .{2,100}|(?:bu haberin devamı|haberin tamamı) .{2,60}|ten tekst (?:przeczytał|powstał|mogłeś)[^.!?]{0,40}(?:dzięki|bo).{2,120}|(?:conteúdo|matéria) (?:exclusiv[ao]|liberad[ao]) (?:para|por).{2,60}|(?:apúntate|regístrate|suscríbete)[^.!?]{0,20} (?:gratis |aquí )?(?:para|y) (?:seguir|leer|continuar).{0,80}|¿quieres añadir otro usuario a tu suscripción\?.{0,300}|si continúas leyendo en este dispositivo.{0,100}"
            r"|l'espace des contributions est réservé aux abonnés.{0,200}|(?:abonnez-vous|connectez-vous) pour (?:lire|accéder|continuer|poursuivre).{0,120}|(?:初月|初回|月額).{0,20}(?:無料|円).{0,20}(?:試|登録|購読|始め).{0,20}"
        ),
        must_match=(
            "This is a preview. Log in to continue.",
            "£10 could pay for a hot breakfast",
            "Set up a monthly gift",
            "Cancel anytime.",
            "Assinantes podem liberar 5 acessos por dia para conteúdos do Exemplo.",
            "Remind me in September",
        ),
        must_not_match=(
            "With your help we could have saved him, she wrote to the captain.",
            "£10 was paid for the goat.",
        ),
    ),
    Rule(
        id="advertisement-deals",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"(?:today's |the )?best (?:[\w' +-]{2,40} )?deals?(?: (?:today|right now|this week|on|from|in)\b[^.!?]{0,50})?|we check (?:over )?[\d,]{1,12} (?:million )?products .{2,80}|(?:view|see|check|get)(?: the)? (?:deals?|offers?|all prices|price|latest price|prices?|at amazon|on amazon|amazon)(?: \(\d{1,3} found\))?(?: (?:at|on|from) [\w .]{2,20})?|(?:claim|grab|redeem) (?:this |the |your )?(?:offer|deal|bonus|discount)(?: now| here| today)?|[$£€]\d{1,5}(?:[.,]\d\d)? (?:at|from|on) [A-Za-z][\w' .&-]{2,24}(?: .{0,12})?|(?:low|out of) stock|preorder"
            r"|why (?:you can )?trust (?:us|[\w' ]{2,30})(?:\?|:) ?(?:our|we|when|all)\b.{4,300}|(?:this|today's) (?:episode|show|podcast|newsletter|edition|video) (?:is|was|comes) (?:brought|sponsored|supported|presented|to you)\b.{2,300}|(?:visit|go to|head to|check out) [\w-]{2,30}\.[a-z.]{2,12}(?:/[\w-]{1,30})? (?:and|to|for)\b.{2,160}|(?:book your (?:stay|tickets?|trip|room|table)|check availability)(?:[:,]| now| here| at| with| today)?.{0,80}|(?:best bets?|betting tips|free bets?|top tips)(?: (?:for|of)\b.{2,40})?|.{4,80} (?:\d{1,3}/\d{1,3}|evens|[+-]\d{3,4}) (?:with|at|on|via) [\w' ]{2,24}"
        ),
        must_match=(
            "Today's best Example Arc deals",
            "$89.99 at HomeExample",
            "View Deal",
            "We check over 250 million products every day for the best prices",
            "This episode is brought to you by Example & Co, makers of lamps.",
            "Carrick to win and both teams to score - 7/2 with Example",
            "Claim Offer",
        ),
        must_not_match=(
            "The best deals are made at night.",
            "Check the price of wheat.",
            "£40 at auction, and not a penny more.",
            "View from the bridge",
        ),
    ),
    Rule(
        id="navigation-player",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=8,
        pattern=label(
            r"listen duration.{0,20}|add to (?:playlist|queue|library|favou?rites)|listen to (?:the author|this (?:story|article))(?: read this (?:story|article))?|(?:audio|video) duration.{0,16}|download (?:audio|mp3|episode)|play (?:episode|audio)|view (?:transcript|full transcript)|hide transcript|embed(?: code)?|popout player|open in app|(?:article|story) content|this advertisement has not loaded yet.{0,60}|(?:more|recent|other|latest|previous|related) episodes|haberin devamı|skip advertisement|supported by"
        ),
        must_match=("Listen duration 4′ :12″", "Add to playlist", "Recent episodes", "Article content"),
        must_not_match=("Add to playlist after playlist the same song.", "Previous episodes were shorter."),
    ),
)
