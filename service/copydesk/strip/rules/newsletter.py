"""Invitations to subscribe: newsletters, alerts, apps, channels."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

RULES = (
    Rule(
        id="newsletter-invitation",
        kind=Kind.NEWSLETTER,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"(?:want .{3,80}\? |like .{3,60}\? |enjoy.{3,60}\? |don't miss .{3,60}(?:[.!]| -) )?(?:please |to .{3,50}, |click here to |you can )?"
            r"(?:sign[- ]?up (?:for|to|here|now|today|below)|signup (?:for|to)|subscribe (?:to|for|now|today|here|below)|register for|join (?:our|the)|get|receive|opt in to)"
            r" .{0,120}(?:newsletters?|mailing list|e-?mail (?:list|alerts?|updates?|digest)|in(?:to)? your (?:e-?mail )?inbox|to your inbox|daily (?:digest|briefing|email)|weekly (?:digest|roundup|email)|alerts).{0,160}"
            r"|(?:(?:love|like|want) .{3,60}\? |enjoy.{3,60}\? )?join (?:over |more than )?\d[\d.,]{0,9}(?:k|m| million| thousand)?\+? (?:other .{2,60}|(?:[\w-]{2,16} )?(?:readers|subscribers|people|members|others|fans)\b.{0,120})"
            r"|(?:sign[- ]?up|subscribe) (?:for|to) (?:our|the|my|your|this|free|daily|weekly) .{0,60}(?:channel|podcast|rss|feed|blog|magazine|updates?|bulletin|briefing|edition).{0,80}"
            r"|(?:sign[- ]?up|register|subscribe) (?:now|today) (?:and|to|for) .{2,80}|subscribe to (?:get|unlock|continue|keep) .{2,40}|was this (?:newsletter|e-?mail) forwarded to you.{0,100}|(?:enter|type|add|submit) your e-?mail(?: address)?.{0,120}|(?:your )?e-?mail address|(?:sign up|subscribe)(?: now| today| here| free| for free)?"
            r"|(?:sign up|subscribe) (?:by|via) e-?mail.{0,80}|(?:stay|keep) (?:up[- ]to[- ]date|informed|in the (?:loop|know)|connected|updated) .{0,80}(?:newsletter|inbox|e-?mail|sign up|subscri|follow us|join (?:our|the)).{0,80}"
            r"|discover the latest in .{2,100}(?:subscribers|readers).{0,120}|the (?:news|stories|headlines) that matters? .{0,80}(?:delivered|every (?:morning|day|week|evening)|(?:in|to) your)\b.{0,80}"
            r"|(?:sign up|subscribe) (?:to|for) .{2,40} and (?:we(?:'ll| will)|get|receive) .{4,120}|our (?:web)?site is the place for the latest .{3,160}please bookmark .{3,200}"
            r"|(?:thank you|thanks) for (?:subscribing|signing up).{0,80}|(?:you have|you've) (?:successfully )?(?:been )?(?:subscribed|signed up).{0,60}|(?:you can )?unsubscribe (?:at any ?time|anytime|here).{0,60}"
            r"|by (?:signing up|subscribing|clicking|submitting|registering|entering).{0,40},? (?:i|you) (?:agree|accept|consent|acknowledge|confirm)"
            + rest(240)
            + r"|never miss (?:a|an) (?:story|post|update|article|beat).{0,80}|(?:our |the )?(?:daily |weekly |free |email )?newsletters?(?: sign[- ]?up| signup)?"
            r"|(?:something went wrong|an error (?:has )?occurred)[.,]? .{0,60}(?:try again|later).{0,20}|download (?:our|the) .{0,30}app.{0,60}"
        ),
        must_match=(
            "Sign up for our daily newsletter and get the best stories in your inbox.",
            "Enter your email address",
            "Subscribe to get access",
            "Sign up today and make this your driest spring yet.",
            "Want more stories like this? Subscribe to our newsletter.",
            "Thank you for subscribing!",
            "Sign up to The Example Tide and we will send you five stories at 6am.",
            "The news that matters to beekeepers, delivered every morning.",
            "Discover the latest in science with over 100,000 subscribers.",
            "Don’t miss a thing in Exampleton – get the Echo in your inbox at 7am",
            "Want new recipes in your inbox? Join 12,000 other bread lovers!",
            "Our website is the place for the latest news. Please bookmark example.com and sign up for our newsletter here.",
        ),
        must_not_match=(
            "Subscribers to the newsletter were told on Monday that it would close.",
            "Get out of the house, the firefighters shouted, but nobody heard them.",
            "“By signing up you agree to receive offers from us” is not consent, the authority decided on Friday.",
            "Subscribe to that view and you will not be asked to the dance.",
            "He signed up for the army newsletter at seventeen.",
        ),
    ),
    Rule(
        id="newsletter-named",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        cased=True,
        max_words=9,
        pattern=label(
            r"(?:sign up|subscribe)(?: now| today| here| for free)? (?:for|to) (?-i:(?:The|Our|Your) [A-Z][\w-]{1,20}(?: (?:[A-Z0-9][\w-]{0,20}|of|the|in|and|&)){0,4})"
            r"|(?:get|download|grab|claim|request)(?: your| my| our| the)? free (?:[\w-]{1,20} ){0,4}(?:guide|checklist|e-?book|cheat ?sheet|template|printables?|meal plan|recipe book|mini[- ]course|course|workbook|white ?paper|report|quiz|starter kit|newsletter)(?: (?:here|now|today|below))?"
        ),
        must_match=(
            "Sign up for The Example Brief",
            "Get my free 5-day bread course",
        ),
        must_not_match=(
            "Sign up for the first session by Friday.",
            "Get free legal advice from a guide.",
        ),
    ),
    Rule(
        id="newsletter-other-languages",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"(?:(?:jetzt |hier )?(?:den |unseren |zum |für den |für unseren )?.{0,30}newsletter (?:abonnieren|anmelden|bestellen|an)|(?:melden sie sich|abonnieren sie|melde dich|abonniere) .{0,80}newsletter.{0,80}"
            r"|(?:inscrivez-vous|abonnez-vous|s'inscrire|s'abonner|recevez) .{0,80}(?:newsletter|lettre d'information|infolettre|alertes).{0,60}"
            r"|(?:suscríb[ae](?:te|se)|apúnt[ae](?:te|se)|regístr[ae](?:te|se)|recib[ae]) .{0,80}(?:newsletter|boletín|boletines|bandeja).{0,60}|(?:iscriviti|abbonati|ricevi) .{0,60}newsletter.{0,60}"
            r"|(?:assine|inscreva-se|cadastre-se|receba) .{0,60}(?:newsletter|boletim).{0,60}|(?:meld je|schrijf je|abonneer je|ontvang) .{0,60}nieuwsbrief.{0,60}|zapisz się .{0,60}newsletter.{0,60}"
            r"|подпи(?:шитесь|саться|сывайтесь) на .{0,60}(?:рассылку|новости|канал|нас).{0,60}|订阅(?:我们|本站)?.{0,12}|підпишіться на .{0,60}(?:розсилку|новини|канал|нас).{0,60}|اشترك في (?:النشرة|نشرتنا|القائمة البريدية).{0,60}|הירשמו ל(?:ניוזלטר|רשימת התפוצה).{0,40}|뉴스레터 (?:구독|신청).{0,30}|odebírat newsletter|ニュースレターに登録.{0,20}|メルマガ登録.{0,20}|nyhetsbrev)"
        ),
        must_match=(
            "Jetzt unseren Newsletter abonnieren",
            "Inscrivez-vous à notre newsletter",
            "Suscríbete a nuestra newsletter",
            "Schrijf je in voor onze nieuwsbrief",
        ),
        must_not_match=(
            "Der Newsletter der Partei ging an 40.000 Leser.",
            "El boletín oficial publica hoy la ley.",
        ),
    ),
    Rule(
        id="newsletter-question",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"(?:enjoying|enjoyed|like|liked|love) this (?:article|story|piece|post)\? (?:get|try|buy|become|consider|take out) .{2,160}|(?:do you )?(?:like|love|enjoy|enjoying) (?:what you(?:'re| are)? (?:just )?(?:reading|seeing|read|see)|this (?:article|story|post|newsletter))(?:\? .{2,100}(?:subscribe|sign up|share|support|join|follow|newsletter|member).{0,60})?"
            r"|(?:our|the) [\w' &-]{2,40} newsletter (?:brings|delivers|sends|has|gives|will bring|rounds up|covers) .{2,120} (?:sign up|subscribe)(?: here| now| today| for free)?|(?:please )?(?:hit|smash|click|ring|tap) the (?:notification )?bell(?: icon)?.{0,60}|subscribe to (?:the|our|my) (?:youtube )?channel(?: and .{2,40})?"
        ),
        must_match=(
            "Like what you are reading?",
            "Enjoying this article? Get 12 issues for £20.",
            "Our climate newsletter brings you stories like this every Thursday. Sign up here.",
            "Subscribe to our channel and hit the bell",
        ),
        must_not_match=(
            "Do you like this story? she asked the child, who had fallen asleep at the wolf.",
            "Our village newsletter brings the dates of the jumble sales and the names of the dead.",
        ),
    ),
    Rule(
        id="newsletter-calls-other-languages",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.EDGE,
        max_words=30,
        pattern=(
            r"(?:suscríb[ae](?:te|se)|abonnez-vous|iscriviti|inscreva-se|abonniere[n]?(?: sie)?|abonneer je|zasubskrybuj|подпишитесь|đăng ký) (?:jetzt |gratis )?(?:al?|à|no|na|op|em|unseren|nasz|на)? ?(?:nuestr[oa]|notre|nostro|nosso|ons|наш|la|kênh)? ?(?:canal|canale|chaîne|kanal|канал|youtube).{0,60}"
            r"|(?:descarga|bájate|descargue) (?:nuestra|la) (?:app|aplicación).{0,60}|téléchargez (?:notre|l')? ?(?:app|appli|application)\b.{0,60}|(?:laden sie|lade|hol dir) .{0,30}\bapp\b.{0,40}|scarica (?:la nostra |l')app\b.{0,60}|baixe (?:o|nosso|o nosso) (?:app|aplicativo).{0,60}|download (?:de|onze) .{0,20}app\b.{0,40}|pobierz (?:naszą )?aplikację.{0,60}|скачайте (?:наше )?приложение.{0,60}|скачать приложение|uygulamamızı indir(?:in)?.{0,30}|حملوا? تطبيق.{0,60}|.{0,50}(?:ऐप|एप) (?:डाउनलोड करें|में पढ़ें).{0,16}"
            r"|下载.{0,16}(?:app|客户端).{0,12}|.{0,20}アプリ(?:をダウンロード|で読む).{0,12}|.{0,16}앱 (?:다운로드|설치)(?:하기)?|ดาวน์โหลดแอป.{0,40}|tải (?:ứng dụng|app) .{0,40}"
            r"|(?:สมัคร)?รับ(?:จดหมายข่าว|ข่าวสารทาง).{0,40}|đăng ký (?:nhận|theo dõi) (?:bản )?tin.{0,40}|.{0,30}bülten(?:e|imize|ine|imizi) (?:abone|kayıt|üye|ücretsiz).{0,30}|subscreva .{0,40}newsletter.{0,60}|receba as (?:notícias|principais notícias|últimas) .{2,60}(?:e-mail|whatsapp|telemóvel|celular).{0,30}|구독(?:하기|신청)|メール(?:マガジン|ニュース)(?:に|を)?登録.{0,12}|(?:actívate|activa) las (?:notificaciones|alertas).{0,40}|activez les (?:notifications|alertes).{0,40}|resta (?:sempre )?aggiornato.{0,80}|(?:nie przegap|bądź na bieżąco).{0,60}|rester? informé.{0,40}(?:newsletter|alertes|mail).{0,30}"
        ),
        must_match=(
            "Suscríbete a nuestro canal de YouTube",
            "ताजा खबरों के लिए हमारा ऐप डाउनलोड करें",
            "สมัครรับจดหมายข่าว",
            "Receba as notícias do dia no seu e-mail",
            "구독하기",
            "Scarica la nostra app",
        ),
        must_not_match=(
            "Laden Sie Freunde ein, riet der Bürgermeister, und sie kamen.",
            "Receba as visitas na sala, dizia a avó.",
            "Скачать приложение обязали всех водителей города с первого января.",
        ),
    ),
    Rule(
        id="newsletter-platform",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"thanks for reading(?: [^.!?]{2,60})?[.!] .{0,20}(?:subscribe|this post is public|share it|sign up|upgrade).{0,160}|[^.!?]{2,60} is a (?:reader|listener|member)-supported (?:publication|newsletter|podcast|site|project).{0,240}|sign up for more like this|great[,!] (?:you've|you have) successfully .{2,80}|subscribe to (?:our|the|my|this) (?:rss(?: feed)?|feed|podcast|[\w' ]{2,30} podcast)"
            r"|(?:get|grab|download) (?:the|my|our|your) (?:[\w-]{1,20} ){0,3}(?:guide|checklist|e-?book|cheat ?sheet|template|workbook|report|quiz|planner|printables?) ?[:,-]{1,2} (?:instant|free|immediate) (?:download|access)|get (?:the )?[\w' -]{2,40}(?: wherever you are| on your (?:phone|mobile)| on the go| first)[:.,-]{1,2} (?:download|get|install) .{2,60}|never miss .{2,60}[:.,-]{1,2} (?:download|get|install|sign up|subscribe).{2,80}|get the (?!.{0,40} right)[\w' -]{2,40} newsletter(?: .{2,60})?|(?:the )?[\w' -]{2,40},? (?:straight |direct |delivered )?(?:to|in) your inbox(?: .{2,60})?|get an e-?mail whenever .{2,60} publishes.{0,40}"
        ),
        must_match=(
            "GET THE CHECKLIST: INSTANT DOWNLOAD!",
            "Thanks for reading The Example! Subscribe for free to receive new posts.",
            "The Example is a reader-supported publication. To receive new posts, consider becoming a subscriber.",
            "Never miss a story: get the Example app",
            "The stories that matter, in your inbox every weekday at 6am.",
        ),
        must_not_match=(
            "Thanks for reading the riot act. The square was empty in an hour.",
            "Get the letter out of the archive first, and then we will talk, the judge told him.",
        ),
    ),
    Rule(
        id="newsletter-inbox-other-languages",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.EDGE,
        max_words=18,
        pattern=(
            r"(?:erhalten|lesen|die wichtigsten|das wichtigste|das beste|täglich|jeden|jede|alle|alles|kostenlos|unsere?) .{4,80} (?:direkt |kostenlos )?(?:in|per) (?:ihr|dein)(?:em|en)? (?:e-?mail-?)?(?:postfach|posteingang)(?: erhalten)?|(?:recevez|chaque|tous les|toutes les|toute l'|l'essentiel|le meilleur|retrouvez|nos) .{4,80} (?:dans|sur) (?:votre|ta|vos|ton) (?:boîte (?:mail|e-?mail|aux lettres|de réception)|messagerie|e-?mails?)|recevez (?:chaque|tous les|toutes les|nos|l'essentiel|le meilleur) .{4,100}|(?:recib[ae]|recíbel[ao]|toda) .{2,80} en (?:tu|su) (?:correo|bandeja|e-?mail|móvil|celular|whatsapp)(?: electrónico)?"
            r"|(?:ricevi|leggi) .{2,80} (?:nella|sulla) tua (?:casella|mail|e-?mail|posta)(?: .{2,20})?|(?:clique aqui e )?receba .{2,80} no (?:seu|teu) (?:e-?mail|celular|whatsapp|telemóvel)|(?:ontvang|krijg|elke|iedere|dagelijks|het (?:belangrijkste|laatste|beste|nieuws)|de (?:beste|belangrijkste)) .{4,80} in (?:je|uw) (?:mailbox|inbox|mail|postvak)|(?:få|ta emot|nyheter|det viktigaste|dagens|våra|alla) .{4,80} (?:i|till) (?:din )?(?:mejlen|mailen|mejl|inkorg|mejlkorg)|(?:få|motta|modtag|nyheter|nyheder|det viktigste|det vigtigste|dagens) .{4,80} (?:i|på|til) (?:din )?(?:innboks(?:en)?|indbakke|e-?post)"
            r"|(?:otrzymuj|odbieraj|codziennie|najważniejsze|najlepsze|zapisz|wyślemy|newsletter) .{2,60} na (?:twój|swój|twoją|swoją) (?:e-?mail|skrzynkę|adres).{0,20}|(?:otrzymuj|odbieraj|codziennie|najważniejsze|najlepsze) .{2,60} na maila|(?:получайте|главн|лучш|свеж|ежедневн|кажд|рассылк|дайджест|присылаем)\w{0,8} .{2,80} (?:на|в) (?:вашу |вашей |твою )?(?:электронную )?(?:почту|e-?mail)|(?:en|her|günün|haberler|bülten|gelişmeler) .{2,60} e-?posta(?:nıza| kutunuza).{0,30}"
        ),
        must_match=(
            "Få våra bästa texter direkt i mejlen",
            "Ontvang elke ochtend het nieuws in je mailbox",
            "Die wichtigsten Nachrichten direkt in Ihr Postfach",
            "Recevez chaque matin l'essentiel de l'actualité",
            "Receba as notícias no seu celular",
        ),
        must_not_match=(
            "Sie fand die Antwort in Ihrem Postfach, sagte sie, ein Jahr zu spät.",
            "De brief lag in je mailbox, zei hij tegen haar.",
            "Svaret kom i mejlen.",
            "Ответ пришёл на почту.",
        ),
    ),
)
