"""Offers that large outlets and platforms print around every article: newsletters, subscriptions, deals, their players."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

RULES = (
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
            + r"|(?:our (?:[\w' -]{2,40} )?(?:e-?mail|newsletter|briefing|round-?up) (?:breaks down|brings you|rounds up|keeps you|unpacks|delivers|sends you|helps you|is our guide)|the (?:[\w' -]{2,40} )?(?:newsletter|briefing|round-?up) (?:brings you|keeps you|sends you|helps you|is our guide))\b"
            + rest(200)
            + r"|stay (?:ahead|informed|updated|up to date|in the know|connected|tuned)(?: (?:with|on)(?: all)? (?:the|our) (?:latest|newest|most|top|best)[^.!?]{0,60}| with us)?|(?:enter|add) your email to (?:get|receive|read|continue).{0,80}|(?:you are|you're|you) (?:receiv(?:ed|ing)) (?:this|the) (?:[\w-]{2,20} )?(?:e-?mail|bulletin|newsletter|message|mailing|update) (?:because|as)\b"
            + rest(300)
            + r"|unsubscribe:? ?(?:https?:.{2,100}|here.{0,60}|from .{2,60}|at any time.{0,40})?|sign up here to receive .{2,160}|(?:wekelijks|dagelijks|elke (?:dag|week|ochtend)) [^.!?]{2,60}(?:mailbox|inbox|mail)\?{0,1}"
            r"|(?:mit (?:der|ihrer|deiner) (?:anmeldung|registrierung)|mit (?:dem )?(?:klick|absenden)[^.!?]{0,30}) (?:stimm|akzeptier|erklär|willig|bestätig)\w{1,5} (?:sie|du|ich)\b.{0,240}|en (?:vous inscrivant|cliquant|validant|renseignant|saisissant|soumettant)[^.!?]{0,60},? (?:vous|j')\s?(?:acceptez|consentez|accepte|reconnaissez).{0,240}|al (?:suscribirte|registrarte|suscribirse|registrarse|hacer clic|enviar)[^.!?]{0,60},? (?:aceptas?|consientes?).{0,240}|(?:iscrivendoti|registrandoti|cliccando|inviando)[^.!?]{0,60},? (?:accetti|dichiari|acconsenti).{0,240}"
            r"|ao (?:se )?(?:inscrever|cadastrar|clicar|subscrever|assinar|registar|enviar)(?:-se)?[^.!?]{0,60},? (?:você )?(?:concorda|aceita|autoriza).{0,240}|door (?:je|u) (?:hier )?(?:aan te melden|in te schrijven|te abonneren|te klikken)[^.!?]{0,40} (?:ga|stem|accepteer)\w{0,2} (?:je|u).{0,240}|(?:zapisując|rejestrując|klikając|podając)[^.!?]{0,60} (?:akceptujesz|wyrażasz|zgadzasz|potwierdzasz).{0,240}|administratorem (?:twoich|pani/pana|państwa|podanych) danych.{0,300}|(?:přihlášením|odesláním|kliknutím|registrací)[^.!?]{0,60} souhlas.{0,240}|genom att (?:anmäla|prenumerera|klicka|skriva|registrera)[^.!?]{0,60} (?:godkänner|accepterar|samtycker).{0,240}|(?:нажимая|подписываясь|оформляя)[^.!?]{0,60} (?:вы )?(?:соглаша|даёте|даете|принима).{0,240}|(?:abone|kayıt) ol(?:arak|makla)[^.!?]{0,60} (?:kabul|onay).{0,200}"
            r"|want to save this (?:recipe|article|post|guide|list)\?.{0,160}|únete a nuestro canal.{0,200}|(?:receba|receba no seu) [^.!?]{2,60}(?:e-?mail|newsletter|whatsapp).{0,80}|přihlaste se k odběru.{0,120}|zapisz się na (?:nasz|newsletter).{0,120}|网易号|订阅.{0,10}(?:公众号|频道).{0,20}|네이버에서 .{1,20}(?:구독|메인).{0,30}"
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
            "The email delivers a file that locks the machine.",
        ),
    ),
    Rule(
        id="paywall-standing",
        kind=Kind.PAYWALL,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:this is|you(?:'re| are) (?:reading|viewing)) (?:a |an |the )?(?:free )?(?:preview|excerpt|sample)\b.{0,120}(?:log|sign|subscri|read|unlock|full|continue).{0,120}|(?:this|the) (?:story|article|content|report) is (?:available|free|open|reserved|locked|exclusively)[^.!?]{0,30} (?:exclusively |only )?(?:to|for|in front) [^.!?]{0,40}(?:subscriber|member|insider|registered).{0,160}|(?:sorry, )?(?:you need|you must|you'll need) (?:to )?(?:be )?(?:an? )?(?:log(?:ged)? in|subscri\w{1,6}|register\w{0,2}|sign(?:ed)? in|account)(?: first)? to (?:continue|read|view|access|comment|post|see|unlock|watch)\b.{0,160}"
            r"|(?:unlock|get|enjoy) (?:a world of benefits|all access|full access|unlimited (?:digital )?access)\b.{0,200}|(?:cancel|pause) (?:or (?:pause|cancel) )?(?:at )?any ?time\b.{0,60}|(?:then )?[$£€]\d{1,3}(?:[.,]\d\d)? (?:a|per|every|for (?:the first|your first|\d{1,2})) ?(?:month|week|year|\d{1,2}|4 weeks).{0,60}(?:cancel|unless|thereafter|billed|renew|trial).{0,80}"
            r"|(?:support|back) [\w' ]{2,40}'s? (?:[\w-]{2,20} ){0,3}(?:journalism|reporting|newsroom)\b.{0,240}|(?:the )?[\w' ]{2,40} is a (?:non-?profit|reader-supported|member-supported) news(?:room| organi[sz]ation| outlet)|[\w' ]{2,40} is a (?:non-?profit|reader-(?:funded|supported)|member-(?:funded|supported)|listener-supported|independent) (?:[\w-]{2,20} ){0,2}(?:newsroom|news (?:organi[sz]ation|outlet|site)|publication|magazine|project|podcast)\b[^.!?]{0,120}[.!] ?(?:sign|support|subscri|donat|become|please|help|we rely|if you).{0,240}"
            r"|[£$€]\d{1,4} (?:a month |per month |can |could ){1,2}(?:pay|buy|give|fund|help|provide|keep|feed|train|support|cover)\b.{2,120}|(?:with|thanks to) your (?:help|support|donation)s?,? we (?:can|could|will|have been able).{2,200}|(?:set up|make|start|give) (?:a|your) (?:monthly|regular|one-off|one-time|single) (?:gift|donation|contribution).{0,80}|remind me in [a-z]{3,12}|(?:one[- ]time|monthly|annual|yearly|single) (?:gift|donation|contribution)(?: / (?:one[- ]time|monthly|annual))?"
            r"|(?:local |independent |good )?(?:news|journalism|reporting) (?:doesn't|does not) pay for itself.{0,200}|text [a-z]{3,12} to \d{4,6}\b.{0,160}|support for [\w' ]{2,40} (?:comes from|is provided by) .{2,160}|o jornalismo (?:independente|livre|de qualidade) (?:precisa|depende|vive) d.{2,200}|si has llegado hasta aquí[^.!?]{0,160}(?:importa|suscri|socio|apoy|periodismo).{0,200}|(?:ce|notre) (?:média|journal|site) est (?:indépendant|libre|gratuit|sans publicité).{0,300}|benefício d[oe] assinante.{0,60}|assinantes podem .{2,100}|(?:bu haberin devamı|haberin tamamı) .{2,60}|ten tekst (?:przeczytał|powstał|mogłeś)[^.!?]{0,40}(?:dzięki|bo).{2,120}|(?:conteúdo|matéria) (?:exclusiv[ao]|liberad[ao]) (?:para|por).{2,60}|(?:apúntate|regístrate|suscríbete)[^.!?]{0,20} (?:gratis |aquí )?(?:para|y) (?:seguir|leer|continuar).{0,80}|abbonati (?:ora|subito|adesso|da|a partire)\b.{0,80}|jetzt (?:abonnieren|testen|bestellen)(?: ?[:!,-] ?.{2,80}| für .{2,60}| ab .{2,60})?|abonnez-vous (?:dès|maintenant|à partir|pour seulement)\b.{0,100}|suscríbete (?:ya|ahora|por|desde|a partir)\b.{0,80}|assine (?:já|agora|por|a partir)\b.{0,80}|(?:neem|word) (?:nu )?(?:een )?(?:abonnement|abonnee)\b.{0,80}|(?:wykup|kup) (?:prenumeratę|subskrypcję|dostęp)\b.{0,80}|(?:bli prenumerant|prenumerera (?:nu|från|för)|få (?:obegränsad|full) tillgång)\b.{0,80}|předplaťte si\b.{0,80}|оформите подписку\b.{0,80}|(?:fizessen elő|előfizetek)\b.{0,80}|¿quieres añadir otro usuario a tu suscripción\?.{0,300}|si continúas leyendo en este dispositivo.{0,100}"
            r"|l'espace des contributions est réservé aux abonnés.{0,200}|(?:abonnez-vous|connectez-vous) pour (?:lire|accéder|continuer|poursuivre).{0,120}|(?:初月|初回|月額).{0,20}(?:無料|円).{0,20}(?:試|登録|購読|始め).{0,20}"
        ),
        must_match=(
            "This is a preview. Log in to continue.",
            "£10 could pay for a hot breakfast",
            "Set up a monthly gift",
            "Cancel anytime.",
            "Assinantes podem liberar 5 acessos por dia para conteúdos do Exemplo.",
            "Remind me in September",
            "Abbonati ora: il primo mese a 0,99 euro",
            "Local news doesn't pay for itself.",
            "Text EXAMPLE to 55501",
        ),
        must_not_match=(
            "With your help we could have saved him, she wrote to the captain.",
            "£10 was paid for the goat.",
            "You need to register by 5 May to vote.",
            "Get everything ready the night before.",
            "Monthly",
            "Make a monthly payment of £40.",
        ),
    ),
    Rule(
        id="advertisement-deals",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"today's best (?:[\w' +-]{2,40} )?deals?|(?:the )?best (?:[\w' +-]{2,40} )?deals? (?:today|right now|this week)|we check (?:over )?[\d,]{1,12} (?:million )?products .{2,80}|(?:view|see|check|get)(?: the)? (?:deals?|offers?|all prices|price|latest price|prices?|at amazon|on amazon|amazon)(?: \(\d{1,3} found\))?(?: (?:at|on|from) [\w .]{2,20})?|(?:claim|grab|redeem) (?:this |the |your )?(?:offer|deal|bonus|discount)(?: now| here| today)?|(?:low|out of) stock|preorder"
            r"|why (?:you can )?trust (?:us|[\w' ]{2,30})(?:\?|:) ?(?:our|we|when|all)\b.{4,300}|(?:this|today's) (?:episode|show|podcast|newsletter|edition|video) (?:is|was|comes) (?:brought|sponsored|supported|presented|to you)\b.{2,300}|(?:visit|go to|head to|check out) [\w-]{2,30}\.[a-z.]{2,12}(?:/[\w-]{1,30})? (?:and|to|for)\b.{2,120}(?:% off|percent off|discount|promo|code\b|free trial).{0,80}|book (?:your|a) (?:stay|room|table|tickets?)(?: now| here| today| online|: check availability.{0,60})|check availability(?: (?:now|here|at|on|in) .{2,40})?|(?:betting tips|free bets?)(?: (?:for|of)\b.{2,40})?|.{0,60}\bto (?:win|score|beat|draw|lift|qualify)\b.{0,50} (?:\d{1,3}/\d{1,3}|evens) (?:with|at|on|via) [\w' ]{2,24}"
        ),
        must_match=(
            "Today's best Example Arc deals",
            "View Deal",
            "We check over 250 million products every day for the best prices",
            "This episode is brought to you by Example & Co, makers of lamps.",
            "Carrick to win and both teams to score - 7/2 with Example",
            "Claim Offer",
        ),
        must_not_match=(
            "The best deals are made at night.",
            "Check the price of wheat.",
            "The shop is open 24/7 at King Street.",
            "Best deals in the market are made at night.",
            "Book your tickets early, the guide advises.",
            "Top tips for new owners",
            "Go to example.org and register by Friday.",
            "£40 at auction, and not a penny more.",
            "View from the bridge",
        ),
    ),
    Rule(
        id="advertisement-price",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=7,
        pattern=r"(?:.{0,24} )?[$£€]\d{1,5}(?:[.,]\d\d)? (?:at|from) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[A-Z][\w.&'’-]{2,20}(?: [A-Z][\w.&'’-]{1,20})?",
        must_match=("$89.99 at HomeExample", "£24 from Example"),
        must_not_match=("£12 at the door", "£40 at auction", "€5 from Monday"),
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
    Rule(
        id="paywall-trial",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"(?:or |and )?(?:support|join|back) us (?:from|for) (?:just |only |as little as )?[$£€]?\d{1,3}(?:[.,]\d\d)?(?:p|¢)? (?:a|per|each) (?:day|week|month|year)\b.{0,80}|(?:vier|4|sechs|6|acht|8) wochen (?:lang )?(?:für|um|gratis)(?: nur)? (?:\d{1,3}(?:[.,]\d\d)? ?(?:€|euro|franken|chf)|gratis|testen)\b.{0,80}|(?:der )?erste[rn]? monat (?:für|um) (?:nur )?\d{1,3}.{2,80}|pierwszy miesiąc za (?:tylko )?\d{1,3}.{1,80}|ten artykuł (?:przeczytasz|jest dostępny)[^.!?]{0,20} (?:w ramach|tylko|dla)\b.{2,80}|(?:le )?premier mois (?:à|pour) (?:seulement )?\d{1,3}.{2,80}|(?:el )?primer mes (?:por|a) (?:solo )?\d{1,3}.{2,80}|(?:il )?primo mese (?:a|per) (?:soli )?\d{1,3}.{2,80}|(?:o )?primeiro mês por (?:apenas )?.{0,4}\d{1,3}.{2,80}"
        ),
        must_match=(
            "Or support us from 99p a week, and read with fewer adverts.",
            "Vier Wochen für 1 Euro, danach 9,90 Euro im Monat",
            "Pierwszy miesiąc za 1,90 zł",
            "Ten artykuł przeczytasz w ramach prenumeraty cyfrowej",
        ),
        must_not_match=(
            "Vier Wochen für ein Haus sind wenig.",
            "Join us for a week, the monks say.",
        ),
    ),
    Rule(
        id="advertisement-bet",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"(?:bet|stake|deposit) (?:[a-z]{2,4} ?|[$£€₹₦])\d[\d,]{0,6} (?:and |& )?(?:get|claim|receive)\b.{2,160}|win [$£€]\d[\d,.]{0,9}(?:m| million)? for free\b.{0,80}"
        ),
        must_match=(
            "Bet KSh 50 and get a FREE bonus on your first deposit! Join now. 18+. T&Cs apply.",
            "Win £250,000 for free!",
        ),
        must_not_match=("Bet 50 on the grey, he told her, and get out.",),
    ),
    Rule(
        id="advertisement-desk",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"the [\w' ]{2,30} (?:team|desk) is independent (?:of|from) (?:the )?.{2,60}(?:newsroom|journalists|reporters|editorial)\b"
            + rest(240)
        ),
        must_match=("The Shopping Desk is independent of the Example newsroom. We may earn a commission.",),
        must_not_match=("The night team is independent of the hospital.",),
    ),
    Rule(
        id="advertisement-over",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=8,
        pattern=(
            r"now back to the (?:story|article|news)|(?:mainos|annons|reklama?|anzeige|publicité|advertisement|ad) (?:alkaa|päättyy|slut|koniec|ende|starts|ends|begins)"
        ),
        must_match=("Now back to the story.", "Mainos päättyy"),
        must_not_match=("Advertisement ends a century of habit.",),
    ),
)
