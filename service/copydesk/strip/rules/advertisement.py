"""Advertisement labels and affiliate notices."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

RULES = (
    Rule(
        id="advertisement-label",
        kind=Kind.ADVERTISEMENT,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=14,
        pattern=(
            r"(?:ads?|adverts?|advertisements?|advertising|paid advertisement|sponsored|sponsor(?:ed)? (?:content|message|post|links?|stories)|paid (?:content|posts?|partner content)|promoted(?: content| stories)?|promotion|partner content|from our (?:partners|sponsors)|our sponsors?)(?: ?- ?scroll to continue(?: reading)?.{0,30}|[ -]{1,3}(?:continue|article continues|story continues|scroll).{0,60})?"
            r"|(?:the )?(?:story|article|post|text|content|interview|report) continues (?:below|after)?.{0,40}|continue reading (?:below(?: (?:our|the) (?:video|ad|advertisement)s?)?|the main story|after the ad.{0,10}|after this.{0,20})|scroll (?:down )?to (?:continue|keep reading).{0,30}|(?:remove|report|hide|skip|close) (?:this )?ads?|why am i seeing this ad|this is an advertisement|ad feedback|advertisements?: .{2,60}|(?:sponsored|presented|brought to you|powered) by:? ?[^,.]{0,60}"
            r"|- ?(?:anzeige|werbung) ?-|anzeige|werbung|(?:anzeige|werbung)[. -]{1,4}.{0,40}(?:weiter|scrollen).{0,30}|der artikel wird (?:nach|unter).{0,40}|publicité|la suite après (?:cette|la) publicité|publicidad|publicidade|continua (?:após|después|dopo) (?:a|de la|la) (?:publicidade|publicidad|pubblicità)|pubblicità|advertentie|reklama?|annons|annonse|annonce|mainos|inzerce|hirdetés|publicitate|διαφήμιση|quảng cáo|إعلان|פרסומת|광고|โฆษณา|विज्ञापन|реклама|广告|廣告|広告|スポンサー(?:ド)?リンク|reklam|iklan|advertisement below|scroll down for more"
        ),
        must_match=(
            "Advertisement",
            "Advertisement: The Lighthouse Calendar",
            "ADVERTISEMENT - SCROLL TO CONTINUE READING",
            "Story continues below advertisement",
            "Anzeige",
            "La suite après cette publicité",
            "广告",
        ),
        must_not_match=(
            "Advertisements for the lottery were banned in 1998.",
            "Powered by steam, the boat left at nine.",
            "Sponsored teams did better than the others.",
            "The story continues below ground, where three hundred miners work by the light of lamps they bought.",
        ),
    ),
    Rule(
        id="advertisement-continues",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=(
            r"(?:nach|unter) (?:der|dieser|dem) (?:anzeige|werbung|video) geht (?:es|der (?:artikel|text)) weiter|lesen sie nach der (?:anzeige|werbung) weiter|(?:artikel|text) geht (?:nach|unter) (?:der|dem|diesem) (?:anzeige|werbung|video|bild) weiter"
            r"|la suite (?:de (?:l'article|votre article|la vidéo) )?(?:après|sous|est sous) (?:cette |la )?(?:publicité|pub|vidéo)|(?:la noticia|el artículo|la nota|el texto|la información) (?:continúa|sigue) (?:después|debajo|tras|abajo)(?: del?)?(?: la| el| este| esta)? ?(?:publicidad|anuncio|v[ií]deo)?"
            r"|(?:l'articolo |la notizia |il testo )?(?:continua|prosegue)(?: a leggere| la lettura)? (?:dopo|sotto) (?:la |questa |il |l'|questo )(?:pubblicità|video|annuncio)|(?:o artigo |a notícia |a matéria |o texto |a reportagem )?continua (?:após|depois d|abaixo d)[aoe]?(?: a| o| este| esta)? (?:publicidade|anúncio|vídeo)"
            r"|(?:tekst|artikel|verhaal) gaat (?:verder|door) (?:onder|na) (?:de|het|deze|dit) (?:advertentie|reclame|video|foto|afbeelding|filmpje)|(?:dalsza część|dalszy ciąg|ciąg dalszy|reszta) (?:artykułu |tekstu |materiału )?(?:znajduje się )?(?:pod|poniżej|po) (?:materiał\w{1,12} wideo|wideo|reklam\w{1,12}|zdjęci\w{1,12}|film\w{1,12}|galeri\w{1,12}|ramk\w{1,12})"
            r"|(?:článek|článok|text) pokračuje (?:pod|za|po) (?:reklam\w{1,12}|inzerc\w{1,12}|vide\w{1,12}|fotografi\w{1,12}|galeri\w{1,12}|galéri\w{1,12})|(?:продолжение|продовження|читайте далее|читати далі) (?:статьи |текста |статті )?(?:после|після|под|під|ниже|нижче)(?: рекламы| рекламой| реклами| видео| відео)?|haberin devamı (?:reklamdan|videodan|ilandan|aşağıda)(?: sonra)?"
            r"|a cikk (?:a |folytatódik a )?(?:hirdetés|videó|kép) (?:után|alatt)(?: folytatódik)?|(?:artikeln|texten|artikkelen|saken|teksten|artiklen) (?:fortsätter|fortsetter|fortsætter) (?:efter|etter|under) (?:annonsen|annoncen|videon|videoen|bilden|bildet|billedet|reklamen)|(?:juttu|artikkeli|teksti) jatkuu (?:mainoksen|videon|kuvan) (?:jälkeen|alla|alapuolella)|articolul continuă (?:după|sub|mai jos)(?: publicitate| reclamă| video)?"
            r"|(?:το άρθρο|η είδηση) συνεχίζεται μετά (?:από )?τη διαφήμιση|η συνέχεια μετά τη διαφήμιση|(?:يستكمل|يتابع|يتبع|تابع|تتابع) (?:المقال|القراءة|الخبر)? ?بعد (?:هذا )?الإعلان|(?:הכתבה|הידיעה) ממשיכה (?:אחרי|לאחר|מתחת) ?(?:לפרסומת|הפרסומת|פרסומת)|המשך הכתבה (?:אחרי|לאחר|מתחת) ?(?:לפרסומת|הפרסומת|פרסומת)|bài viết tiếp tục sau quảng cáo|(?:artikel|berita|konten) (?:ini )?(?:berlanjut|dilanjutkan) (?:setelah|di bawah) (?:iklan|ini)"
            r"|(?:記事|本文)?[はの]?(?:続きは)?(?:広告|動画)の(?:後|あと|下)にも?続(?:きます|く)|(?:文章|正文|内容|全文)?在?广告之?后(?:继续|还有内容)|(?:文章|內文|新聞|內容)?在?廣告之?後(?:繼續|還有內容)|請繼續往下閱讀|(?:기사는|기사가|본문은)? ?광고 ?(?:뒤|후|아래)에 (?:계속|이어)(?:됩니다|집니다)"
        ),
        must_match=(
            "Nach der Anzeige geht es weiter",
            "La suite de l'article après cette publicité",
            "La noticia continúa después de la publicidad",
            "L'articolo continua dopo la pubblicità",
            "O artigo continua após o anúncio",
            "Tekst gaat verder onder de advertentie",
            "Dalsza część artykułu pod materiałem wideo",
            "Článek pokračuje pod reklamou",
            "Продолжение после рекламы",
            "Haberin devamı reklamdan sonra",
            "A cikk a hirdetés után folytatódik",
            "Artikeln fortsätter efter annonsen",
            "Juttu jatkuu mainoksen jälkeen",
            "הכתבה ממשיכה אחרי הפרסומת",
            "文章在广告后继续",
            "기사는 광고 뒤에 계속됩니다",
        ),
        must_not_match=(
            "La suite après la guerre fut plus longue.",
            "Продолжение переговоров ожидается в марте.",
            "Tekst gaat over de zee.",
            "Die Stadt lebt nach der Werbung weiter von ihren Gästen.",
            "L'articolo continua a far discutere dopo la condanna.",
        ),
    ),
    Rule(
        id="advertisement-affiliate",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=(
            r"(?:(?:this|our) (?:article|post|page|story|site|content|website|list|guide|review|stories)s? (?:may )?(?:contains?|includes?|has|have) (?:some )?(?:affiliate|amazon|sponsored|partner|commission) .{0,320}|(?:we|i|this site|the publisher|[\w ]{2,30} and its partners) (?:may|might|will|can) (?:earn|receive|get|make|collect) (?:a|an|some)? ?(?:small |affiliate |share of |portion of |referral )?(?:commission|fee|sales|revenue|compensation).{0,320}"
            r"|(?:when|if) you (?:buy|purchase|click|shop|make a purchase|use) .{0,120}(?:commission|affiliate|fee|earn).{0,240}|(?:by using|please note|disclosure|note|this means)[:,]? .{0,160}(?:earn|get|receive|make) (?:a|an) (?:small |affiliate )?commission.{0,200}|(?:the following|this) (?:content|article|story) is brought to you by .{2,200}|while (?:each|every) product .{2,160}(?:commission|paid promotion).{0,200}|(?:all )?products? (?:featured|recommended|mentioned|selected) .{0,120}(?:independently|editors?|commission).{0,240}|as an amazon associate.{0,200}|affiliate (?:links?|disclosure|disclaimer).{0,200}"
            r"|(?:editorial note|disclaimer|note|notice|heads up)[:!] .{0,80}(?:contains?|uses?|includes?|has) (?:some )?affiliate links.{0,240})"
        ),
        must_match=(
            "This post may contain affiliate links. Please read our disclosure.",
            "We may earn a commission if you buy through links on our site.",
            "Disclosure: If you buy through these links, we may earn a small commission, which pays for the lamps.",
            "As an Amazon Associate I earn from qualifying purchases.",
            "Editorial Note: Example may contain affiliate links on some articles.",
        ),
        must_not_match=(
            "The agent will earn a commission of 3 per cent on a sale that the city's auditors call a scandal, while the sellers wait for their money and the buyers for the keys to the house they paid for, and nobody at the ministry, which has had the file since March, would say why it was signed at all or who had asked for it in the first place.",
        ),
    ),
    Rule(
        id="advertisement-links",
        kind=Kind.ADVERTISEMENT,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=8,
        pattern=r"(?:sponsored|promoted|paid|recommended) (?:content|links?|stories|posts?) (?:by|from) (?:taboola|outbrain|revcontent|mgid|dianomi|zergnet|our (?:partners|sponsors)|.{2,20})|(?:promoted|sponsored|paid) links?|shop (?:the|this|our) (?:story|look|edit|article|post|collection|picks|range|guide)|(?:products|items) (?:featured|mentioned) in this (?:article|story|post)|(?:powered )?by (?:taboola|outbrain|revcontent|mgid|zergnet)",
        must_match=("Sponsored Content by Taboola", "Promoted Links", "by Outbrain", "Shop the story"),
        must_not_match=("Sponsored links between the two towns date from 1950.",),
    ),
    Rule(
        id="advertisement-buy",
        kind=Kind.ADVERTISEMENT,
        confidence=0.8,
        where=Where.TAIL,
        max_words=16,
        pattern=r"(?:buy|order|shop|pre-?order|get) [^.,]{2,80} (?:on|at|from|via) (?:amazon|ebay|etsy|bookshop\.org|itunes|walmart|target|best buy|(?:the|our) [\w' ]{2,20} (?:bookshop|shop|store))|(?:purchase|buy|order) (?:photos?|prints?|reprints?)(?: (?:from|of) (?:this|the) [\w ]{2,30}| here)?",
        must_match=("Buy The Lighthouse on Amazon", "Purchase photos from this game"),
        must_not_match=(
            "Buy bread on Monday and it is stale by Tuesday.",
            "Order was restored at noon.",
        ),
    ),
    Rule(
        id="advertisement-offer",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=(
            r"(?:open|get|create|start) (?:an?|your)(?: free| new)? (?:[\w'&-]{1,20} ){0,3}account (?:today|now|online (?:today|now|in)|in (?:minutes|under|just|less|only|\w{2,8} minutes?|\d{1,2} minutes?)|and (?:get|trade|earn|receive|save|start|enjoy)|with (?:just|no|as little)).{0,120}"
            r"|(?:use|enter|apply) (?:the |our |my )?(?:promo|discount|coupon|offer|voucher) code:? [\w-]{3,20}\b.{0,120}|(?:use|enter|apply) (?:the |our |my )?code:? [\w-]{3,20} (?:for|at|to|and|when|on)\b.{0,60}(?:\d ?%|checkout|discount|off (?:your|any)|free (?:shipping|delivery)|[$£€]\d).{0,60}|(?:get|save|take|enjoy) (?:up to |an? (?:extra )?)?\d{1,2} ?% off (?:your|everything|all|with|when|at|any|selected)\b.{0,120}"
            r"|(?:start|try|claim) (?:your|a|our) free (?:trial|quote|demo|consultation|sample)(?: (?:today|now|here|of|with|for|and)\b.{0,100})?|book (?:a|your) (?:free )?(?:demo|consultation|discovery call|strategy call)(?: (?:today|now|here|with)\b.{0,60})?"
        ),
        must_match=(
            "Open an Example account in four minutes and get 5% on your savings.",
            "Use code EXAMPLE10 for 10% off your first order",
            "Book a free demo today",
        ),
        must_not_match=(
            "Open an account of the siege and you find the same names.",
            "Get 20% off the ground and you have won, says the coach.",
            "Use the code of conduct as it was meant.",
            "Use code review to find what tests do not.",
        ),
    ),
    Rule(
        id="advertisement-message",
        kind=Kind.ADVERTISEMENT,
        confidence=0.8,
        where=Where.ANYWHERE,
        cased=True,
        max_words=7,
        pattern=label(
            r"an? (?:paid )?message from [\w &-]{2,40}|(?:in )?paid partnership(?: with [\w &-]{2,40})?|(?:today's|this week's) (?:newsletter|issue|edition|episode) is (?:sponsored|supported|brought to you|presented) by [\w &-]{2,40}|together with [\w &-]{2,30}:?"
        ),
        must_match=("A MESSAGE FROM EXAMPLE BANK", "Paid partnership with Example"),
        must_not_match=("A message from the sea.", "Together with his wife he ran the inn."),
    ),
    Rule(
        id="advertisement-betting",
        kind=Kind.ADVERTISEMENT,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"(?:(?:18|21)\+|over 18s?)(?: only)?[.,;:| ]{1,3}.{0,80}(?:gambl|t&cs?|terms|begambleaware|play responsibly).{0,160}|(?:please )?(?:gamble|bet|play) responsibly.{0,120}|(?:visit )?(?:www\.)?begambleaware.{0,120}|when the fun stops,? stop.{0,80}|(?:all )?odds (?:are )?(?:correct|accurate|subject|quoted).{0,100}"
            r"|bet [£$€]?\d{1,4}(?:,| and|:|;)? ?(?:&|get|win|receive) [£$€]?\d.{0,160}|(?:get|claim|grab|win) (?:up to |an? |your )?[£$€]?\d{1,4} ?[£$€]?(?: in| of| as)?(?: free| bonus| welcome| matched){1,2} (?:bets?|bonus|spins|credits?).{0,160}|(?:claim|get|grab) (?:your|this|the) (?:free bets?|welcome (?:bonus|offer)|free spins|bonus bets?).{0,120}|(?:new|existing) (?:uk |us |uk & ire )?customers only(?:[.,;:| ]{1,2}(?:t&|18|min|offer|terms|bet|place|deposit|void|gamble).{0,240})?"
            r"|(?:call (?:our|the) [\w ]{2,30}(?: now)?: ?.{0,40})?calls? (?:are )?(?:charged|costs?) (?:at )?[£$€]?\d.{0,140}|call (?:our|the) [\w ]{2,30}: ?[\d (+].{0,140}"
        ),
        must_match=(
            "18+ only. Gamble responsibly. BeGambleAware.org. Odds correct at time of publication.",
            "Bet £10 get £30 in free bets with Example",
            "New customers only. T&Cs apply.",
            "Call our psychics now: 0905 555 0100, calls cost £1.50 per minute. Over 18s only.",
        ),
        must_not_match=(
            "Gamble on the weather and you will lose, farmers say.",
            "Bet on rain and you win, the old men say.",
            "New customers only come when the road is open.",
            "Odds of one in nine do not frighten her.",
        ),
    ),
    Rule(
        id="advertisement-shop",
        kind=Kind.ADVERTISEMENT,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"(?:see|view|buy|shop) (?:it )?at [\w' .&-]{2,30}: ?[$£€] ?\d[\d.,]{0,9}|(?:from )?[$£€] ?\d[\d.,]{0,9} ?(?:[|·-] ?)?(?:view|see|check|shop|buy)(?: deal| price| it| now)? (?:at|on) [\w' .&-]{2,40}"
        ),
        must_match=(
            "$249 View at MegaShop",
            "See at Gamebarn: $39.99",
        ),
        must_not_match=("£20 was all he would see at the end.",),
    ),
    Rule(
        id="advertisement-stocks",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"should you invest \$[\d,]{3,9} in .{2,80} right now|before you (?:buy|invest in|consider) (?:(?:stock|shares) in )?.{2,80}, consider this.{0,200}|(?:[\w' ]{2,40} )?returns as of [a-z]{3,9}\.? \d{1,2}, \d{4}|our (?:analysts|experts|stock pickers)'? (?:top|best) .{2,60}: click here.{0,60}"
        ),
        must_match=(
            "Should you invest $1,000 in Example Toll Systems right now?",
            "Before you buy stock in Example, consider this: our team just named 10 better ones.",
            "*Stock Example returns as of April 24, 2023",
        ),
        must_not_match=(
            "Should you invest in a bigger boat?",
            "Before you buy a boat, ask its builder.",
        ),
    ),
    Rule(
        id="advertisement-paid",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"advertise (?:here|with us|on this (?:site|page)).{0,60}|how we make money: .{4,240}|the following (?:content|article|material|post) (?:is|was|has been) (?:provided|supplied|sponsored|paid for|written) by .{2,120}"
            r"|(?:promoted|paid post|partner content|paid partnership): .{2,120}|your (?:video|programme|program|stream|content|broadcast) will (?:resume|begin|start|continue) (?:after|in) .{2,60}"
        ),
        must_match=(
            "Advertise here! Call 555-0100",
            "How we make money: some links on this page earn us a commission.",
            "The following content is provided by Example Tools",
            "Promoted: order before Sunday",
            "Your video will resume after this ad",
        ),
        must_not_match=(
            "Advertise the dance, she told them.",
            "Promoted to captain, he left the sea.",
            "Your programme will be ready on Friday.",
        ),
    ),
    Rule(
        id="advertisement-reviewers",
        kind=Kind.ADVERTISEMENT,
        confidence=0.75,
        where=Where.EDGE,
        max_words=60,
        pattern=(
            r"our (?:expert |independent |team of )?(?:reviewers|experts|testers|editors|critics|review team) (?:spend|test|taste|try|compare|choose|pick|select|hand-?pick|rate|research|review)\b.{4,300}"
        ),
        must_match=("Our reviewers spend hours with every machine.",),
        must_not_match=("Our reviewers liked it.",),
    ),
    Rule(
        id="advertisement-placeholder",
        kind=Kind.ADVERTISEMENT,
        confidence=0.9,
        where=Where.ANYWHERE,
        cased=True,
        max_words=20,
        # What a template left where a banner was to stand.
        pattern=r"\{\{[^{}]{2,200}\}\}|\[[A-Z]{2,20}(?:_[A-Z0-9]{1,20}){1,4}\]|\[(?:ad|cta|banner|embed|newsletter|sc|shortcode)(?:[-_][\w-]{1,40})?(?: [\w-]{1,20}=[\"'][^\"'\]]{0,60}[\"']){0,6}\]",
        must_match=('{{hire-us="/banners/hire-us"}}', "[CTA_MODULE]", '[banner id="21"]'),
        must_not_match=("[SIC]", "{{ is how the template begins", "[ad hoc]"),
    ),
)
