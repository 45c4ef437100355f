"""Links to other articles: "read more" lines, headings of link lists."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

_BRACKETED = r"[^\[\]|\n]{12,140} ?\[(?:INSIGHT|COMMENT|ANALYSIS|REVEAL(?:ED)?|VIDEO|PICTURES?|PICS|REACTION|OPINION|LATEST|INTERVIEW|EXCLUSIVE|REPORT|SPOTLIGHT|UPDATE|FORECAST|EXPLAINED|WATCH|LISTEN|PODCAST|GALLERY|MAP|LIVE)\]"

RULES = (
    Rule(
        id="related-prefix",
        kind=Kind.RELATED,
        confidence=0.7,
        where=Where.ANYWHERE,
        cased=True,
        max_words=32,
        pattern=label(
            r"(?:read more|read also|also read|read next|read|read this(?: next)?|see also|also see|see more|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|reading|links?|coverage|topics?|video))?|more (?:on this|from .{2,30})|must read|recommended(?: reading| for you)?"
            r"|further reading|you (?:may|might) also like|don't miss|in case you missed it|icymi|up next|watch(?: now| also| the video| live| more| next)?|listen(?: now)?|previously|also on .{2,30}|explore|opinion"
            r"|trending(?: now)?|most read|top stor(?:y|ies)|earlier|join our .{2,30})(?: ?[:|»>→]| [-–—] ) ?"
            r"(?-i:[\"“‘«]?[^\W_a-zß-öø-ÿ]).{1,200}"
        )
        + r"[.!?\"”]{0,2}",
        must_match=(
            "Read more: The bridge that was never built",
            "READ ALSO: Ten towns without a train",
            "Related: What the census says",
            "Watch: How the dam works",
            "» See also: ‘The dam is safe,’ says its owner.",
        ),
        must_not_match=(
            "Watch: that was all the defenders did when the third went in, from thirty metres.",
            "Next: the cup, on Wednesday.",
            "Related charges against two other men were dropped in May.",
            "Background: Apprentices report high levels of stress.",
            "See: “What the river is”",
        ),
    ),
    Rule(
        id="related-read",
        kind=Kind.RELATED,
        confidence=0.75,
        where=Where.ANYWHERE,
        max_words=32,
        pattern=(
            r".{10,150} \[(?:insight|video|reaction|analysis|comment|interview|opinion|exclusive|latest|report|revealed|spotlight|update|graphic|quiz|poll|pictures|live)"
            r"|read (?:our|the) full .{2,60}|also on [\w-]{2,30}\.(?:com|org|net|tv|news):? .{3,200}|(?:learn|find out|discover) more (?:about|on|from|at|here)(?: .{2,100})?|see more (?:on|about|from) .{2,80}|follow (?:the )?ap's .{0,20}coverage .{0,120}|read (?:more|the (?:full|original|whole|entire) (?:story|article|post|report|interview)|full (?:story|article)|next|the rest)(?: (?:here|at|on|about|of|from|in(?!to\b)|stories|articles|coverage|news)\b(?!.{0,80}, \w{2,12} (?:said|says|added|wrote|told)).{0,90})?"
        ),
        must_match=(
            "Read more about the drought here",
            "Read the full story",
            "Read next",
            "Read our full Lighthouse 3 review",
            "👉 Learn more about the mill from Example.",
            "Town furious at council over ferry jibe [INSIGHT]|",
            "Also on example.com Journalists threatened with arrest as the town purges its archive",
        ),
        must_not_match=(
            "Read more than one book a week, teachers told the class of 2009.",
            "Next week the council will vote on the plan.",
            "Learn more slowly, the teacher said, and forget less.",
            "Read more into one day at your peril, she added.",
            "He sent the tape on Monday [video] and waited for the reply.",
        ),
    ),
    Rule(
        id="related-heading",
        kind=Kind.RELATED,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=(
            r"(?:more|other links|explore further|explore more .{2,60}|more [\w-]{2,20} (?:articles|stories|posts)|related (?:reads?|[\w-]{2,20} topics|(?:articles|posts|stories) (?:and links|(?:that|from) .{2,60}))|read more|read also|also read|read next|see also|see more|more (?:stories|news|articles|posts|videos?|coverage|top stories|headlines|like this|reading|to read|to explore|info(?:rmation)?|details)|related|related (?:articles?|stor(?:y|ies)|posts?|news|content|reading|links?|coverage|topics?|items?|videos?)"
            r"|you (?:may|might|will|'ll|could) (?:also )?(?:like|be interested in|enjoy|love|have missed)(?: this| these)?|you (?:may|might|could) (?:also )?be interested(?: in)?(?: (?:the following|these|reading) .{2,40}|: .{2,80})|if you (?:liked|enjoyed) this (?:article|post|story),? you (?:may|might|will|'ll) .{2,60}|you'll (?:also )?(?:like|love)|recommended(?: (?:for you|reading|stories|articles|videos))?|suggested (?:for you|reading|stories|articles)"
            r"|if you (?:like|liked|love|enjoyed) .{2,40},? try (?:these|this)|trending(?: now| stories| news| topics| today)?|(?:today's |this week's )?(?:most|more) (?:read|popular|viewed|shared|commented|recent)|popular (?:stories|posts|articles|news|now)|what to read next|don't miss|editors?'?s? (?:'s )?(?:picks?|choice)"
            r"|top (?:stories|news|headlines|videos|articles)|latest (?:news|stories|articles|posts|headlines|videos?|updates?)|the latest|recent (?:posts|news|articles|stories|comments)|featured (?:stories|articles|posts|videos?|news)|other (?:stories|news|articles|posts)|in this (?:article|story|series|section)"
            r"|continue reading|keep reading|full story|from (?:around )?the web|around the web|show more|load more|view more|see all|view all|learn more|find out more|click here(?: for more| to read more| to see .{2,40})?|in pictures|watch (?:now|next|more|the video)"
            r"|(?:more|all) (?:posts|articles|stories) by .{2,60}|share your story|our (?:picks|top stories)|things to do)"
        ),
        must_match=(
            "Related Stories",
            "You may also like",
            "Most Read",
            "Recommended for you",
            "Editor's Picks",
            "Continue reading",
            "Learn more.",
            "More:",
            "Explore further",
            "Related topics",
            "You may also be interested in the following articles:",
            "If you liked this post you might also like:",
            "TODAY’S MOST VIEWED",
            "If you like Saltglass, try these",
        ),
        must_not_match=(
            "Most people disagree.",
            "More rain fell.",
            "You may be interested in the outcome, the judge told them.",
            "Trending topics were set by hand, the firm admitted.",
        ),
    ),
    Rule(
        id="related-heading-open",
        kind=Kind.RELATED,
        confidence=0.95,
        where=Where.ANYWHERE,
        cased=True,
        max_words=12,
        pattern=label(
            r"(?:more (?:from|on|in|about|by) .{2,60}|related stories from .{2,30}|recommended (?:by|from) .{2,20}|(?:most|more) (?:read|popular|viewed|shared|commented|recent) .{2,24}|popular (?:on|in) .{2,30}"
            r"|don't miss .{2,30}|latest (?:from .{2,40}|in .{2,30}|on .{2,30})|best of .{2,30}|also (?:in|on|from) .{2,40})"
        ),
        must_match=(
            "More from Politics",
            "Most read in Sport",
            "» Latest from the Example Daily",
            "Don’t miss our picks",
        ),
        must_not_match=(
            "More from the same mine was found a mile to the north, the court was told on Monday.",
            "More on Monday.",
            "Also on board were two dogs.",
            "Best of three, they agreed.",
        ),
    ),
    Rule(
        id="related-other-languages",
        kind=Kind.RELATED,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=28,
        pattern=(
            r"(?:(?:lesen sie (?:auch|hier|mehr|dazu|weiter|außerdem)|mehr (?:zum thema|dazu|lesen|artikel|zu diesem thema)|lesetipp|weiterlesen|das könnte (?:sie|dich) (?:auch )?interessieren"
            r"|(?:à )?lire (?:aussi|également|la suite|plus)|sur le même (?:sujet|thème)|à (?:voir|découvrir|écouter) (?:aussi|également)|voir aussi|les plus lus|articles? (?:liés|similaires|associés)"
            r"|le[ae] (?:también|más)|leer (?:también|más)|te puede interesar|(?:también )?te (?:puede|podría) interesar|ver también|mira también|sigue leyendo|seguir leyendo"
            r"|leggi (?:anche|tutto|di più)|potrebbe(?:ro)? interessarti(?: anche)?|ti potrebbe interessare|guarda anche|vedi anche|leia (?:também|mais|ainda)|veja (?:também|mais)|confira também"
            r"|lees (?:ook|meer|verder|hier)|bekijk ook|lees meer over|czytaj (?:też|także|więcej|dalej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|läs (?:också|mer|även)|les også|læs også|lue myös|číst dále|přečtěte si|olvassa el|citește și"
            r"|читайте также|читать далее|смотрите также|читайте ещё|см\. также|okumaya devam et|baca juga|simak juga|xem thêm|đọc thêm)(?: ?[:|»>→-] ?.{0,180}| .{0,90})?"
            r"|(?:i̇?lgili (?:haber|içerik|yazı|konu)(?:l[ae]r)?|bunları da okuyun|čtěte (?:také|též|dále|více)|mohlo by vás zajímat|související(?: články)?|čítajte aj|читайте також|дивіться також|читати далі|vezi și|te-ar putea interesa|kapcsolódó cikk(?:ek)?"
            r"|διαβάστε (?:επίσης|ακόμα|ακόμη|περισσότερα)|σχετικά (?:άρθρα|νέα)|artikel terkait|berita terkait|lihat juga|tin liên quan|bài viết liên quan|(?:ข่าว|บทความ)ที่เกี่ยวข้อง|อ่าน(?:เพิ่มเติม|ต่อ)|관련 ?(?:기사|뉴스)|많이 본 (?:기사|뉴스)"
            r"|اقرأ (?:أيضا|أيضًا|أيضاً|ايضا|المزيد)|(?:مواضيع|أخبار|مقالات) ذات صلة|قد يعجبك أيضا?ً?|الأكثر قراءة|(?:بیشتر|همچنین) بخوانید|(?:مطالب|اخبار|خبرهای) مرتبط|مزید پڑھیں|یہ بھی پڑھیں|متعلقہ خبریں|קראו (?:גם|עוד)|כתבות (?:נוספות|קשורות)|עוד בנושא"
            r"|(?:यह|ये|इसे) भी पढ़ें|(?:और|आगे) पढ़ें|संबंधित (?:खबरें|ख़बरें|समाचार|लेख))(?: ?[:|»>→-] ?.{0,180})?"
            r"|(?:相关(?:阅读|新闻|文章|报道|链接|推荐)|延伸阅读|推荐阅读|阅读更多|更多(?:新闻|精彩|内容|资讯)|上一篇|下一篇|热门(?:文章|新闻|推荐)|相關(?:新聞|文章|報導)|延伸閱讀|更多新聞|関連(?:記事|ニュース|リンク)|あわせて読みたい|合わせて読みたい|続きを読む|おすすめ記事|前の記事|次の記事|人気記事|관련기사)[:：]?.{0,60})"
        ),
        must_match=(
            "Lesen Sie auch: Zehn Orte ohne Zug",
            "À lire aussi",
            "Lea también",
            "Leggi anche",
            "Leia mais",
            "Lees ook: tien dorpen",
            "相关阅读",
            "関連記事",
            "Читайте также",
            "İlgili Haberler",
            "اقرأ أيضا: حكاية الساعة",
            "यह भी पढ़ें: पुल जो बह गया",
            "Читайте також: Місто без зупинок",
        ),
        must_not_match=(
            "Mehr als hundert Menschen kamen.",
            "Lire un livre par semaine, c'est possible.",
            "Ver la ciudad desde lejos.",
        ),
    ),
    Rule(
        id="related-label-other-languages",
        kind=Kind.RELATED,
        confidence=0.9,
        where=Where.ANYWHERE,
        cased=True,
        max_words=28,
        pattern=label(
            r"(?:auch interessant|passend dazu|zum thema|siehe auch|meistgelesen|weitere (?:artikel|nachrichten|themen|infos|meldungen)|verwandte (?:artikel|themen)|pour aller plus loin|notre dossier|en savoir plus"
            r"|noticias relacionadas|más información|lo más (?:leído|visto)|artículos relacionados|además|articoli correlati|approfondisci|saiba mais|notícias relacionadas|mais lidas|relacionadas?|confira"
            r"|zie ook|meer over|gerelateerd|zobacz więcej|(?:также )?по теме|подробнее|ранее)(?: ?[:|»>→-] ?.{0,180}| [^.!?]{1,60})?"
        ),
        must_match=(
            "Zum Thema",
            "→ Siehe auch: Zehn Orte ohne Zug",
            "Meer over Voorbeeldstad",
            "Ранее: мост закрыт",
            "En savoir plus",
        ),
        must_not_match=(
            "Weitere Themen waren der Haushalt und die Schule.",
            "Más información no quiso dar el portavoz.",
            "Ранее сообщалось, что мост закрыт.",
            "Además el alcalde pidió disculpas.",
            "Meer over de oorzaak wordt morgen bekend.",
        ),
    ),
    Rule(
        id="related-tail-link",
        kind=Kind.RELATED,
        confidence=0.75,
        where=Where.TAIL,
        max_words=32,
        pattern=(
            r"(?:for (?:more|the latest) .{3,120}(?:visit|click|go to|see|check out|follow|read|head to|here|sign up|at https?:).{0,100}|(?:to )?(?:read|see|view|find|learn|get|download|watch|check out|discover) .{3,90}(?:click|visit|here|website|www\.).{0,60}"
            r"|visit (?:our|the|https?:|www\.) .{0,100}|click here (?:to|for) .{2,120}|(?:the post|this post) .{3,160} (?:appeared first on|first appeared on) .{2,60}|h/t .{2,40})"
        ),
        must_match=(
            "For more stories like this, visit our science page.",
            "The post The bridge that never was appeared first on Example Daily.",
            "Click here to see the pictures",
        ),
        must_not_match=(
            "For more than a century the bridge stood.",
            "Click here, the screen said, and the bank account was empty.",
        ),
    ),
    Rule(
        id="related-calls-other-languages",
        kind=Kind.RELATED,
        confidence=0.85,
        where=Where.EDGE,
        max_words=24,
        pattern=(
            r"(?:mehr|weitere) (?:nachrichten|artikel|meldungen|news|themen|berichte) .{2,60} (?:finden|lesen|gibt es|sehen) (?:sie |du )?(?:hier|auf|unter|in der app|im).{0,40}|retrouvez (?:toute l'actualité|tous nos articles|l'intégralité) .{2,80}|la rédaction vous (?:conseille|recommande)|(?:más|mas) noticias (?:en|de|sobre) .{2,40}|te recomendamos|(?:te|le) puede interesar.{0,80}|noticia relacionada|ultime notizie|altre notizie.{0,30}|le notizie del giorno|(?:leggi|tutti) (?:tutti )?gli articoli .{2,40}|mais notícias .{2,40}|artigos relacionados"
            r"|meer nieuws(?: (?:uit|over) .{2,30})?|meest gelezen|(?:polecamy|polecane|najczęściej czytane|najnowsze)|новости партн[её]ров|материалы по теме|читать по теме.{0,100}|(?:главное|популярное) (?:за|сегодня).{0,20}|(?:son dakika|çok okunan|öne çıkan|diğer) haber(?:ler|leri)|(?:כתבות|ידיעות) נוספות.{0,30}|(?:אולי )?יעניין אתכם.{0,20}|مواضيع (?:متعلقة|مشابهة)|(?:المزيد من|آخر) الأخبار|猜你喜欢|(?:アクセス)?ランキング|【?(?:関連記事|関連リンク|あわせて読みたい)】?.{0,80}|(?:이 시각 )?(?:주요|추천) ?(?:뉴스|기사)|อ่าน(?:ข่าว)?(?:เพิ่มเติม|ต่อ|ข่าวอื่น).{0,60}|(?:tin|bài) (?:khác|mới nhất|nổi bật|đọc nhiều|cùng chuyên mục)"
        ),
        must_match=(
            "Mehr Nachrichten aus der Region finden Sie hier.",
            "כתבות נוספות שיעניינו אתכם",
            "อ่านข่าวเพิ่มเติม",
            "La rédaction vous conseille",
            "Новости партнёров",
        ),
        must_not_match=(
            "Weitere Artikel der Verfassung blieben unverändert.",
            "Polecane przez lekarza ćwiczenia nie pomogły.",
        ),
    ),
    Rule(
        id="related-others",
        kind=Kind.RELATED,
        confidence=0.85,
        where=Where.TAIL,
        max_words=50,
        pattern=(
            r"also (?:read|see) (?:from|on|in) .{2,40}: .{3,160}|from other (?:news )?sites|what others are (?:reading|saying|watching)|love [\w' -]{2,30}\? (?:try|check out|make|you'll|see) (?:my|our|these|this|out)\b.{2,160}|from the (?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?:/\w{3,9})? \d{4} issue\b.{0,80}"
        ),
        must_match=(
            "ALSO READ FROM THE EXAMPLE: Why I left the party",
            "What others are reading",
            "Love rhubarb? Try my rhubarb muffins next!",
            "From the Spring 2021 issue. Buy a copy here.",
        ),
        must_not_match=(
            "Love what you do? Try doing it at four in the morning.",
            "From the spring of 2021 on, nobody came.",
        ),
    ),
    Rule(
        id="related-bracketed",
        kind=Kind.RELATED,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=70,
        pattern=(
            r"(?:(?i:don't miss|read more|must read)[:.… ]{0,4})?"
            + _BRACKETED
            + rf"(?:[|\s]{{1,3}}{_BRACKETED}){{0,5}}\s?\|?"
        ),
        must_match=(
            "Harbour bridge to close for a fortnight in May [INSIGHT]",
            "Ferry prices to rise [REVEALED] Why the tunnel was never dug [ANALYSIS]",
        ),
        must_not_match=(
            "He spelled it out [sic] for the court.",
            "The minister spoke of “the [LATEST] figures”.",
            "The bridge [PICTURED] will close in May.",
        ),
    ),
    Rule(
        id="related-next",
        kind=Kind.RELATED,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=2,
        # In capitals it is the last heading of an agency's match report.
        pattern=r"Up [Nn]ext|Next [Uu]p",
        must_match=("Up next", "Next Up"),
        must_not_match=("UP NEXT",),
    ),
)
