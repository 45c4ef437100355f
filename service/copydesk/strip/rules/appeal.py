"""Appeals of a paper to its readers: for money, for members, for a good word elsewhere."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

_PAPER = r"(?:journalism|reporting|newsroom|coverage|stories|articles|website|publication|magazine|newspaper|newsletter|podcast|blog)"
"""What only a paper has: of the others anybody may say that they are ours."""
_PRESS = (
    r"(?:independent|quality|local|public(?:[- ](?:service|interest|media))?|non-?profit|investigative|fearless|free|community|ethical|trusted)"
    r" (?:journalism|reporting|news|media|radio|broadcasting|press)"
)
_GIFT = r"(?:gift|donation|contribution|support|subscription|membership)"
_LIKED = r"(?:like|liked|enjoy|enjoyed|love|loved|value|valued|appreciate|appreciated|found|find)"
_ITEM = (
    r"(?:article|story|piece|post|column|essay|report|reporting|journalism|work|content|coverage|newsletter|podcast|episode|show|interview|recipe"
    r"|video|site|blog|magazine)"
)
_SHOW = (
    r"(?:(?: us| it| this(?: podcast| show| episode)?)?(?: (?:on|in|via|at|through)(?: .{1,40})?)? (?:apple podcasts|spotify|itunes|youtube|wherever you (?:get|listen|find)|google play|the app store)"
    r"|(?: to)? (?:our|the|this) (?:[\w'-]{2,20} ){0,2}(?:podcast|show|episode|channel)\b)"
)

RULES = (
    Rule(
        id="paywall-appeal",
        kind=Kind.PAYWALL,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            r"(?:(?:since|as|while|now) you(?:'re| are) (?:still )?here|before you (?:go|leave|close this (?:tab|page|window)))[,.:! -]{1,4}(?:we|i|can|could|please|will|would|if|help|support|consider|why|did|do|this) "
            + rest(600)
            + r"|(?:.{3,60}[,.:!-] )?(?:we|i)(?:'ve| have)(?: got)? an? (?:small |quick |little |tiny |big )?favou?r to ask"
            + rest(400)
            + rf"|(?:this is )?(?:all )?our (?:[\w-]{{2,20}} ){{0,3}}{_PAPER}(?: (?!in )[^.!?]{{2,60}})? (?:is|are) (?:only |entirely |largely |wholly |solely |fully |mostly |made |\d{{1,3}} ?% ){{0,4}}(?:possible|funded|supported|sustained|financed|paid for|powered|free (?:to read|for (?:all|every)|and open|of charge|thanks|because))"
            + rest(400)
            + rf"|(?:our (?:[\w-]{{2,20}} ){{0,3}}{_PAPER}|{_PRESS})(?: like (?:this|ours)| of this kind|[^.!?]{{2,40}})? (?:costs?(?: money| time)|takes? (?:a lot of )?(?:time|money|resources)|isn't (?:free|cheap)|is not (?:free|cheap)|doesn't come (?:free|cheap)|needs? (?:your|you\b|readers|help|support)|(?:depends?|relies|rely|runs?) on (?:our |the )?(?:readers|you\b|your|people like|support|generosity|donations|subscri|member|contribut|listeners)|would(?:n't| not) (?:be possible|exist) without)"
            + rest(400)
            + r"|(?:.{2,120}[.:!?] )?(?:please )?(?:help|support) (?:us |to )?(?:keep|make|protect|fund|sustain|save|grow|power|support|continue) (?:(?:our|this|the|quality|free|local|all of our) ){0,2}"
            + rf"(?:(?:{_PRESS}|{_PAPER}|independent)(?![\w'])|paywall|lights on|free (?:for|to read))"
            + rest(300)
            + rf"|(?:.{{2,160}}[.:!?] |if you (?:can|are able|value|like|enjoy|believe|rely)[^.!?]{{0,120}}, )?(?:please |so please |today,? )?(?:consider |support(?:ing)? |donat(?:e|ing) to |contribut(?:e|ing) to |giv(?:e|ing) to ){{1,2}}(?:{_PRESS}|our (?:[\w-]{{2,20}} ){{0,2}}(?:{_PAPER}|work|mission)|us (?:by|with|from|today|for|on|via|through)\b|(?:supporting|joining|helping) us)"
            + rest(300)
            + r"|(?:.{2,160}[.:!?] )?(?:please )?(?:consider )?(?:making|make|giving|give) (?:a|an|your|us a)(?: [\w-]{2,20}){0,3} (?:donation|contribution|gift|pledge)(?: (?:today|now|to (?:us|our|support|keep|help)|(?:and|so that) (?:help|support|keep|we)|that (?:helps|keeps)|via|through|online|here)\b"
            + rest(240)
            + r")?|(?:support .{2,30}\. )?(?:please )?(?:become|be) an? (?:[\w-]{2,20} ){0,2}(?:member|friend|supporter|subscriber|patron|sustainer|donor|backer)(?: of [\w' &-]{2,40})?(?: (?:for|from|at) (?:just |only |as little as )?[$£€]?\d.{0,160}| (?:today|now|here)\b.{0,160})"
            + rf"|your (?:[\w-]{{2,20}} ){{0,2}}{_GIFT}(?:,? (?:of|no matter|however|big|large|as little)[^.!?]{{2,50}},?)?(?: today| now)?(?: will| can| really| also| directly){{0,3}} (?:helps?|makes? (?:it possible|a (?:real |big )?difference|our|this|us|all)|keeps? (?:us|our|this|the (?:lights|site|news|paper))|(?:allows?|enables?|lets?) us|means? (?:we|our|that we|so much|a lot|everything)|supports? (?:us|our|independent|quality|local|the|this)|funds? (?:our|the|more)|goes? (?:directly|straight|towards?) |buys?|pays? for|ensures?|sustains?|powers?|protects?) "
            + rest(300)
            + r"|(?:every|any) (?:single )?(?:contribution|donation|gift|pound|dollar|euro|penny|cent|amount|subscription)(?:,? (?:however|no matter how|whether|big|large|small|of any size|you (?:give|can))[^.!?]{0,50}?,?)? (?:helps?|counts|makes a (?:real |big |huge )?difference|is (?:greatly |much |hugely )?appreciated|goes (?:directly|straight|towards|to(?:wards)? (?:our|support\w{0,3}|keep\w{0,3})))"
            + rest(240)
            + r"|if (?:every(?:one|body)|every (?:single )?(?:reader|listener|visitor)|each (?:reader|listener|of you)) (?:who|reading|of (?:our|you)|that)\b[^.!?]{2,120}(?:gave|gives|donat|chipp?ed|chips|contribut|support|subscrib|paid|pays)"
            + rest(240)
            + rf"|(?:.{{2,160}}[.:!?] )?(?:we (?:rely|depend) (?:solely |entirely |largely |heavily |primarily |only )?on (?:the )?(?:(?:support|generosity|contributions|donations|subscriptions) (?:of|from) (?:our |you\b|readers|people|members|listeners|individuals)|our (?:readers|members|listeners|supporters)|readers (?:like you|to)|reader (?:support|donations)|donations from|your (?:support|donations|generosity)|people like you|{_GIFT}s from)|[\w' -]{{2,40}} (?:relies|depends) (?:solely |entirely |largely |only )?on (?:readers (?:like you|to)|reader (?:support|donations)|your (?:support|donations|generosity)))"
            + rest(300)
            + r"|we (?:have|take|accept) no (?:paywalls?|billionaires?|shareholders|wealthy|corporate (?:owner|money|sponsor))"
            + rest(300)
            + r"|(?:please )?(?:buy|get) (?:me|us|the (?:author|writer)) an? (?:coffee|beer|cup of|ko-?fi).{0,160}|support (?:me|us|this (?:blog|site|work|podcast|newsletter)|my (?:work|writing|blog)|the author) (?:on|via|through|by (?:buying|becoming|subscribing|donating)) .{2,120}|(?:all )?(?:donations|contributions|gifts)(?: to .{2,60})? are (?:fully )?tax[- ]deductible.{0,160}"
        ),
        must_match=(
            "Since you're here, we have a small favour to ask.",
            "Before you go, can you help us keep the Example free for everyone?",
            "Our journalism is free to read because readers like you pay for it.",
            "Independent journalism costs money.",
            "If you can, please consider supporting us with a small gift.",
            "If you value what we do, please consider supporting us with a gift.",
            "Your donation today will help us report from Example Bay.",
            "Every contribution, however big or small, makes a difference.",
            "We rely on readers like you to fund our work.",
            "If everyone who reads this gave a pound, our appeal would be over today.",
            "Become a friend of the Example Review for £3 a month.",
            "Help us keep local news alive: support our newsroom.",
            "We have no shareholders and no paywall.",
        ),
        must_not_match=(
            "Since you are here, sit down, the doctor said to the man who had come for his wife.",
            "Before you go, pack a coat: the nights are cold.",
            "Your contribution to a pension is taxed when you draw it.",
            "Every penny of the fine goes to the Treasury.",
            "We rely on the river for everything, the farmers say.",
            "Our work in the valley is dangerous.",
            "Independent journalism died in the province that year.",
            "Make a donation box from an old jar and a lid.",
            "“Independent journalism costs money” is a line that no reader has ever quarrelled with.",
            "Become a member of a trade union on your first day, the leaflet advised.",
            "If every household gave up one flight a year, the airport would close.",
            "The museum relies on donations from visitors.",
            "The cooperative has no shareholders.",
            "They wash the dishes, help make the show, and leave.",
            "Our work is funded by the European Union.",
            "Help to make the blog's garden grow.",
        ),
    ),
    Rule(
        id="paywall-appeal-liked",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            rf"(?:did you|have you|if you(?:'ve)?|do you|you) {_LIKED}(?: (?:reading|what (?:you|we)|(?:this|our|the|my) (?:[\w-]{{2,20}} )?{_ITEM}))[^.!?]{{0,80}}[.,:;!?-]{{1,3}} ?(?:[^.!?]{{0,60}} )?(?:support (?:us|me|our|it by)|donat\w{{1,4}}|subscrib\w{{1,4}}|become an?|consider (?:supporting|donating|becoming|subscribing|making|joining|sharing|signing|buying (?:us|me)|an? )|contribut\w{{1,4}}|buy (?:us|me)|join (?:us|our)|help (?:us|me)|chip in|(?:we|i)(?:'d| would| have a))\b"
            + rest(300)
            + r"|if you (?:found|find) (?:this|it|my|our) (?:[\w-]{2,20} )?(?:useful|helpful|interesting|valuable)[,.:;!?-]{1,3} ?(?:[^.!?]{0,60} )?(?:support (?:us|me|our)|donat\w{1,4}|subscrib\w{1,4}|consider (?:supporting|subscribing|sharing|buying (?:us|me))|buy (?:us|me)|share it|follow (?:me|us)|sign up)\b"
            + rest(300)
            + rf"|(?:we|i) hope (?:that )?you(?:'ve)? {_LIKED} (?:reading )?(?:this|our|the) {_ITEM}"
            + rest(300)
        ),
        must_match=(
            "Did you like this article? Support us from 3 euros a month.",
            "We hope you enjoyed this article. We have no owners but our readers.",
            "If you enjoyed this story, please consider becoming a member.",
        ),
        must_not_match=(
            "If you like this recipe, serve it cold.",
            "You loved the show, and so did we, she told the cast.",
            "If you liked the film, consider the book it came from.",
        ),
    ),
    Rule(
        id="newsletter-rate-us",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"(?:subscribe|listen) to [\w' &-]{2,40} (?:on|via|in) (?:apple podcasts|spotify|itunes|youtube|audible).{0,160}|leave (?:us )?a (?:rating|review)(?:(?: and|,)(?: an?)? (?:rating|review|comment))?(?:[.!:,] .{2,160}| (?:on|in|for) .{2,60})?|"
            rf"(?:(?:and )?if you(?:'ve)? {_LIKED} .{{2,60}}[,.:!] )?(?:and )?(?:please |don't forget to |remember to |be sure to |make sure (?:to|you) |you can ){{0,2}}(?:rate|review|follow(?= us| and| &|,)|subscribe|like(?= us| and| &|,)|leave (?:us )?a (?:rating|review|comment)|give us (?:a|five|5)[\w -]{{2,20}})(?:(?:,| and| &| or|, and) (?:rate|review|follow|subscribe|share|like|comment|leave (?:us )?a (?:rating|review|comment))){{0,4}}{_SHOW}.{{0,160}}"
            rf"|(?:and )?if you(?:'ve)? {_LIKED} (?:this|the|our) (?:podcast|show|episode|video|channel)[,.:!] .{{0,80}}(?:rate|review|rating|follow|subscribe|tell (?:a|your) friend)s?.{{0,120}}|(?:listen|subscribe|follow)(?: and (?:subscribe|follow))?(?: for free)? (?:on|via|in|to us on) (?:apple podcasts|spotify|itunes|stitcher|google podcasts|overcast|pocket casts|amazon music|audible|deezer|acast).{{0,160}}"
        ),
        must_match=(
            "Please rate and review us wherever you get your podcasts.",
            "If you liked the show, leave us a review on Apple Podcasts.",
            "Listen and subscribe on Apple Podcasts, Spotify or Stitcher",
            "If you enjoyed this episode, please tell a friend and subscribe.",
            "Subscribe to Common Example on Apple Podcasts, Spotify or wherever you get your podcasts.",
            "Leave us a rating and a review. It really helps other people find the show!",
        ),
        must_not_match=(
            "Rate cuts and a review of Spotify's lease are on the agenda.",
            "Follow the river to the show ground.",
            "If you like the show, book early.",
            "Like the show, it begins with a death.",
            "Follow the channel north until you see the light.",
        ),
    ),
    Rule(
        id="paywall-appeal-label",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=8,
        pattern=label(
            r"before you go|since you're here|(?:just )?one (?:last|more) thing|a (?:small |quick )?favou?r to ask|an? appeal to (?:our )?readers|support (?:us|independent journalism)(?: today| now)?"
            r"|unterstützen sie uns|jetzt (?:spenden|unterstützen)|soutenez[- ]nous|faire un don|je (?:donne|soutiens)|apóyanos|haz una donación|sostienici|fai una donazione|apoie[- ]nos|faça uma doação|steun ons|doneer nu|wesprzyj nas|podpořte nás|stöd oss|støtt oss|støt os|поддержать (?:нас|редакцию|проект)|підтримати (?:нас|редакцію|проєкт)|destek ol|támogass minket"
        ),
        must_match=("Before you go...", "Unterstützen Sie uns", "Faire un don", "Поддержать редакцию"),
        must_not_match=("Before you go.", "Support us, they shouted."),
    ),
    Rule(
        id="paywall-appeal-other-languages",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=(
            r"(?:"
            r"(?:(?:wenn|falls) (?:ihnen|dir|euch) (?:dieser|unser|der|diese|unsere) (?:artikel|text|beitrag|recherche|arbeit|journalismus)|(?:ihnen|dir|euch) (?:hat|gefällt) (?:dieser|unser|der) (?:artikel|text|beitrag)|(?:hat|gefällt) (?:ihnen|dir|euch) (?:dieser|unser|der) (?:artikel|text|beitrag))[^.!?]{0,60}[,.!?]{1,2} ?[^.!?]{0,60}(?:unterstütz|abonnier|spend|mitglied|empfehl|newsletter)"
            r"|(?:mit|durch) (?:ihrer|deiner|eurer|einer) (?:spende|unterstützung|mitgliedschaft)|(?:unsere|diese) (?:arbeit|recherchen|redaktion|berichterstattung)[^.!?]{0,40} (?:wird|werden|ist|sind|lebt|finanzier)[^.!?]{0,60}(?:spenden|leser|mitglieder|abonnent|unterstütz)|(?:wir|unsere redaktion)[^.!?]{0,30} (?:sind|ist|finanzieren|leben)[^.!?]{0,40} (?:auf (?:ihre|deine|eure) (?:unterstützung|spende|hilfe)|durch (?:spenden|unsere leser|abos))|(?:werden sie|werde|werdet) (?:jetzt )?(?:mitglied|unterstützer|förder)\w{0,12}\b(?! (?:im|in|der|des|einer|eines)\b)|(?:dieser|unser) (?:artikel|text|beitrag|inhalt)[^.!?]{0,20} (?:ist|bleibt) (?:kostenlos|frei zugänglich|gratis)"
            r"|vous (?:appréciez|aimez) (?:notre (?:travail|journal|média|information)|cet article|ce que (?:vous lisez|nous faisons))|après (?:la )?(?:réduction|déduction) (?:d'impôts?|fiscale),? (?:un|votre) don|[\w' -]{2,40} est un média (?:indépendant|sans (?:publicité|actionnaire)|associatif|participatif|libre)"
            r"|cet article (?:vous a plu|vous a été utile|est en accès (?:libre|gratuit)|est gratuit|vous (?:est|a été) (?:offert|proposé))|(?:vous avez (?:aimé|apprécié)|vous aimez) (?:cet article|ce que vous lisez|notre travail)|(?:votre|vos|chaque) (?:dons?|soutien|contribution|abonnement)[^.!?]{0,40} (?:nous|permet|permettent|compte|finance|garanti|fait vivre)|(?:soutenez|faites un don|aidez|rejoignez)(?:-| )(?:nous|à notre|notre (?:rédaction|média|travail|journal)|la rédaction|une? (?:presse|média|information|journalisme)|l'information)|(?:nous|notre (?:média|journal|rédaction|site))[^.!?]{0,40} (?:avons|a|ne vit|vit|dépend|existe|est financé)[^.!?]{0,40} (?:besoin de (?:vous|votre)|vos dons|de (?:ses|nos) lecteurs|par (?:ses|nos) lecteurs|grâce (?:à vous|à vos|aux dons))"
            r"|(?:¿?(?:te|le|os) (?:ha gustado|gustó|interesa|ha interesado)|si (?:te|le|os) (?:ha gustado|gustó|gusta|interesa)) (?:est[ea]|nuestr[oa]|lo que) [^.!?]{0,60}[,.!?]{1,2} ?[^.!?]{0,50}(?:suscr|apoy|colabor|dona|ayúda|compart|hazte|sígu)|(?:tu|su|vuestr[oa]) (?:apoyo|donación|aportación|contribución|suscripción)[^.!?]{0,40} (?:hace|nos|permite|ayuda|es (?:fundamental|esencial|imprescindible))|(?:ayúdanos|apóyanos|ayúdenos|apóyenos) (?:a|con|para|y|hoy|desde)|colabora con (?:nosotr|nuestr|el periodismo|un medio)|(?:este|nuestro) (?:artículo|contenido|periodismo|medio|trabajo)[^.!?]{0,30} (?:es|se|existe|depende)[^.!?]{0,30} (?:gratuito gracias|gracias a (?:nuestr|las?|los|tu|ti)|financia con|de (?:nuestr|tu|sus lector))"
            r"|(?:(?:ti|vi|le) è piaciut[oa]|se (?:ti|vi|le) è piaciut[oa]) (?:quest|l'|il nostro|la nostra)[^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,50}(?:sosti|abbona|dona|condivid|iscriv|segui|aiuta)|(?:il tuo|il vostro|il suo|la tua|ogni) (?:contributo|sostegno|aiuto|donazione|abbonamento)[^.!?]{0,40} (?:ci|permette|è (?:importante|fondamentale|prezios)|aiuta|fa la differenza|conta)|(?:sostieni|aiuta|aiutaci|sostenete) (?:il nostro|la nostra|l'informazione|il giornalismo|un'informazione|a (?:continuare|mantenere|fare))"
            r"|(?:gostou|se gostou) (?:d[aeo]|dest[ae]|dess[ae]|do que|da) [^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,50}(?:apoi|assin|compartilh|partilh|contribu|do[ea]|sig|inscrev)|(?:a sua|o seu|a tua|o teu|sua|seu|cada) (?:contribuição|contributo|doação|apoio|assinatura)[^.!?]{0,40} (?:nos|permite|ajuda|é (?:fundamental|essencial|importante)|faz|mantém|garante)|(?:seja|torne-se) (?:um |uma )?(?:apoiador|assinante|sócio|membro|mecenas)[^.!?]{0,10}(?: (?:do|da|de|por|a partir|e|hoje|já)|!)|(?:apoie|ajude|contribua com) (?:o jornalismo|o nosso|a nossa|nosso|nossa|a imprensa|a (?:manter|financiar))"
            r"|(?:vond je|vindt u|vind je|vond u) (?:dit|ons|het) (?:artikel|verhaal|stuk|werk)[^.!?]{0,40}[,.!?]{1,2} ?[^.!?]{0,50}(?:steun|word|abonne|deel|doneer|help)|(?:jouw|uw|je) (?:steun|bijdrage|donatie|abonnement)[^.!?]{0,30} (?:maakt|helpt|is|zorgt|houdt|kunnen we)|(?:word|wordt) (?:ook )?(?:lid|donateur|vriend|abonnee)(?: van|,| voor| en) [^.!?]{0,60}(?:steun|€|euro|journalistiek|redactie)|(?:dit artikel|onze (?:artikelen|journalistiek))[^.!?]{0,30} (?:is|zijn|blijft|blijven) (?:gratis|vrij toegankelijk|mogelijk)[^.!?]{0,40}(?:dankzij|door|leden|donat|lezers)"
            r"|(?:(?:spodobał|podobał)[ao]? (?:ci|wam|państwu) się|jeśli (?:spodobał|podobał)[ao]? (?:ci|wam|się))[^.!?]{0,60}[,.!?]{1,2} ?[^.!?]{0,60}(?:wesprzy|wspieraj|wpła|udostępni|zapis|prenumer|subskryb|postaw)|(?:twoje|państwa|wasze) (?:wsparcie|wpłaty|darowizna)[^.!?]{0,40} (?:pozwala|pomaga|umożliwia|jest|daje|sprawia)|(?:wesprzyj|wspieraj|wspomóż) (?:naszą|nasze|nas|niezależn|wolne|pracę|rzetelne)|dziękujemy,? że (?:przeczytał|z nami|nas czyta|doczytał)|(?:líbil|líbí|páčil|páči) se (?:vám|ti)[^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,50}(?:podpoř|podpor|předpl|predpl|sdíl|přisp|prisp)|(?:podpořte|podporte|přispějte|prispejte)[^.!?]{0,20} (?:naši|našu|náš|nás|nezávislou|nezávislú|nezávislé|nezávislý|na (?:provoz|chod|činnost))|(?:váš|vaše|každý) (?:dar|příspěvek|príspevok|podpora)[^.!?]{0,30} (?:nám|pomáhá|pomáha|pomůže|umožní|umožň)"
            r"|(?:вам )?понравил(?:ась|ся|ось) (?:статья|материал|текст|публикация|то, что)[^.!?]{0,40}[,.!?]{1,2} ?[^.!?]{0,60}(?:поддерж|подпи|подели|оформ|помог|расскаж)|(?:ваша|ваше|ваши|любая) (?:поддержка|помощь|пожертвовани\w|донат\w?)[^.!?]{0,40} (?:нам|помога|позвол|важн|нужн|дела|необходим)|(?:поддержите|помогите) (?:нашу|наш|нам|независим|работу|журналист|проект|медиа)|(?:оформите|сделайте) (?:ежемесячное |разовое |регулярное )?(?:пожертвование|донат)|(?:сподобал(?:ась|ася|ося|ось|ося)|вам сподоба)[^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,60}(?:підтрим|підпи|поділ|допомож)|(?:підтримайте|допоможіть) (?:нашу|наш|нам|нас|незалежн|роботу|журналіст|редакцію|проєкт)|(?:ваша|ваш|кожен|кожна) (?:підтримка|допомога|внесок|донат)[^.!?]{0,40} (?:нам|допомага|дозвол|важлив)"
            r"|(?:ha )?(?:tetszett|hasznosnak (?:találta|tartja)|fontos (?:önnek|neked|számodra))[^.!?]{0,60}[,.!?]{1,2} ?[^.!?]{0,60}(?:támogas|támogat|előfizet|oszd meg|ossza meg|iratkoz)|(?:támogasd|támogassa|támogassátok) (?:a |az )?(?:munkánk|független|szerkesztőség|lap|újság|oldal)|adód? (?:egy|1) ?(?:százalék|%)|(?:bu )?(?:yazıyı|haberi|içeriği|makaleyi) beğendi[^.!?]{0,30}[,.!?]{1,2} ?[^.!?]{0,50}(?:destek|paylaş|abone|bağış)|(?:bağımsız|özgür) (?:gazeteci|haberci|medya)[^.!?]{0,40}(?:destek|katkı)|(?:desteğiniz|katkınız|bağışınız)[^.!?]{0,40} (?:bize|bizi|sayesinde|önemli|yardım)"
            r"|(?:gillade du|tyckte du om|likte du|kunne du lide)[^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,50}(?:stöd|støt|prenumer|abonn|del|bli|tips|swish|vipps)|(?:ditt|dit|hvert|varje) (?:stöd|bidrag|støtte|medlemskap|abonnement)[^.!?]{0,30} (?:gör|hjälp|gjør|hjelp|hjælp|betyder|betyr|gør|sikrer|bidrar)|(?:stöd|stötta|støtt|støt) (?:vår|vårt|oss|vores|den (?:fria|frie)|(?:oberoende|uavhengig|uafhængig|fri|lokal)\w{0,3}) ?[^.!?]{0,20}(?:journalist|arbet|arbeid|arbejde|redaktion|redaksjon|tidning|avis|med |via |genom )|(?:dacă )?(?:ți|v)-a plăcut[^.!?]{0,50}[,.!?]{1,2} ?[^.!?]{0,50}(?:susțin|sprijin|donea|abon|distribui)|(?:susține|sprijină|susțineți)[^.!?]{0,20} (?:jurnalism|presa|redacți|munca noastr|proiect)|(?:στηρίξτε|ενισχύστε) (?:την (?:ανεξάρτητη|έρευνα)|τη δημοσιογραφία|το έργο μας|μας|την προσπάθειά)|(?:tue|tukea) (?:meitä|riippumatonta|laadukasta|journalismi)"
            r"|(?:ادعم|ادعموا|ساهم|ساهموا|تبرع|تبرعوا)[^.!?]{0,20} (?:الصحافة|صحافتنا|عملنا|موقعنا|استقلال|لنا|الآن|في دعم)|(?:هل )?أعجبك (?:المقال|الموضوع|التقرير|هذا)|(?:תמכו|תרמו|הצטרפו)[^.!?]{0,20} (?:בעיתונות|בנו|לנו|בעבודה|כתומכים|בעיתון)|(?:אהבת|אהבתם) את (?:הכתבה|המאמר|מה שקראת)"
            r"|(?:如果|若)?(?:您|你)?(?:喜欢|覺得|觉得|喜歡|认同|認同).{0,20}(?:文章|本文|内容|內容|報導|报道).{0,30}(?:赞赏|打赏|支持|订阅|訂閱|分享|点赞|在看|贊助|转发)|(?:点击|长按|扫码)?.{0,8}(?:赞赏|打赏)(?:作者|支持|一下)?.{0,20}|(?:您|你)的(?:每一份)?(?:支持|捐款|贊助|订阅|訂閱).{0,30}(?:我们|我們)|(?:請|请)?(?:支持|贊助|捐款支持)(?:我们|我們|獨立媒體|独立媒体|優質新聞|好新聞).{0,40}"
            r"|(?:この|本)(?:記事|投稿|コラム)(?:が|を)?.{0,20}(?:気に入|面白|よかった|良かった|役に立|参考にな).{0,30}(?:サポート|フォロー|いいね|シェア|ご支援|応援|登録).{0,30}|.{0,20}(?:ご支援|ご寄付|寄付)(?:を|の).{0,20}(?:お願い|募集|受け付け|受付).{0,20}|(?:이|본)? ?(?:기사|글|콘텐츠)(?:가|를|이)? ?.{0,16}(?:마음에|도움이|좋으셨|유익|재미있).{0,30}(?:구독|후원|공유|응원|좋아요).{0,30}|.{0,30}(?:후원|정기후원)(?:해 ?주세요|하기|이 필요|으로 만들|을 부탁|이 큰 힘).{0,30}|.{0,30}(?:स्वतंत्र|निष्पक्ष|हमारी) (?:पत्रकारिता|मीडिया).{0,40}(?:सहयोग|समर्थन|मदद|सहायता|योगदान).{0,40}"
            r")" + rest(300)
        ),
        must_match=(
            "Hat Ihnen dieser Artikel gefallen? Unterstützen Sie uns mit einer Spende.",
            "Unsere Arbeit wird von Leserinnen und Lesern mit Spenden finanziert.",
            "Cet article vous a plu ? Soutenez-nous dès 1 € par mois.",
            "Votre don nous permet de rester indépendants.",
            "¿Te ha gustado este artículo? Hazte socio y apóyanos.",
            "Tu apoyo nos permite seguir informando.",
            "Ti è piaciuto questo articolo? Sostienici con una donazione.",
            "Gostou da reportagem? Apoie o nosso trabalho.",
            "Vond je dit artikel goed? Steun ons dan.",
            "Spodobał ci się tekst? Wesprzyj naszą redakcję.",
            "Líbil se vám článek? Podpořte nás.",
            "Вам понравился материал? Поддержите редакцию.",
            "Підтримайте нашу роботу",
            "Tetszett a cikk? Támogasd a munkánkat!",
            "Bu yazıyı beğendiniz mi? Destek olun.",
            "Gillade du artikeln? Stöd oss.",
            "如果您喜欢本文，欢迎点赞并分享",
            "この記事が気に入ったらサポートをお願いします",
            "이 기사가 마음에 드셨다면 후원해 주세요",
        ),
        must_not_match=(
            "Cet article du code pénal punit le vol de poules.",
            "Unsere Arbeit beginnt um sechs, sagt der Bäcker.",
            "Votre don pour le dessin est connu, lui dit le juge.",
            "Ваша поддержка в опросах падает, ответил депутат.",
            "Tu apoyo a la presa no cambia nada, le contestó la vecina.",
            "Werden Sie Mitglied im Verein, riet ihm der Arzt.",
            "Подделка вам понравилась, заметил судья.",
        ),
    ),
    Rule(
        id="paywall-own-voice",
        kind=Kind.PAYWALL,
        confidence=0.8,
        where=Where.ANYWHERE,
        cased=True,
        max_words=60,
        pattern=(
            r"(?:Hello|Hi|Hey)(?: there)?[,.!] (?:a |just a )?quick (?:word|note|message|favou?r|ask) (?:before|from|about)\b.{0,120}"
            r"|(?:The )?[A-Z][\w'’.&-]{1,24}(?: [A-Z][\w'’.&-]{0,24}){0,3} is (?:paid for|kept (?:going|alive|free)|bankrolled|sustained|funded) by (?:its |our |the |over |more than )?(?:[\d.,]{1,8} )?(?:readers|members|subscribers|supporters)\b(?!.{0,120}\b(?:said|says)\b).{0,300}"
            r"|(?:The |Ask )?[A-Z][\w'’.&-]{1,24}(?: [A-Z][\w'’.&-]{0,24}){0,3} is free (?:thanks to|because of) (?:our |its |your |paying )?(?:members|readers|supporters|subscribers|support)\b.{0,160}"
            r"|For (?:just |only )?[£$€] ?\d[\d.,]{0,5} a (?:month|year|week),? you (?:get|can|will|also|receive|become)\b.{2,260}"
            r"|Not ready to (?:pay|subscribe|join|commit|donate)\? .{2,160}"
        ),
        must_match=(
            "Hello, a quick word before you read on.",
            "Ask Example is free thanks to paying members. Join us.",
            "The Example is paid for by 2,140 readers. No owner, no adverts.",
            "For £7 a month you get every story, and we get to keep the lights on.",
            "Not ready to pay? Join our free mailing list.",
        ),
        must_not_match=(
            "Hello, she said, and a quick word followed.",
            "The Example is paid for by its readers, the minister said.",
            "Not ready to pay? Nobody was.",
        ),
    ),
    Rule(
        id="paywall-enjoying-this",
        kind=Kind.PAYWALL,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"if you(?:'re| are) enjoying (?:this|our) (?:article|story|piece|content|coverage|journalism), (?:please )?consider (?:supporting|subscribing|donating|becoming)\b"
            + rest(300)
            + r"|on supporting (?:science|local|independent) journalism"
        ),
        must_match=(
            "If you're enjoying this article, consider supporting our award-winning journalism by subscribing.",
            "On supporting science journalism",
        ),
        must_not_match=(
            "If you are enjoying this article of clothing, wash it cold.",
            "On supporting science, the minister said little.",
        ),
    ),
)
