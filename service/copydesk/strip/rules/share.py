"""Share and follow buttons."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|pinterest|reddit|e-?mail|telegram|messenger|tumblr|instagram|youtube|google\+?|google plus|flipboard|pocket"
    r"|threads|bluesky|mastodon|line|weibo|wechat|vk|vkontakte|ok|viber|skype|xing|sms|print|copy link|link|share|tweet|stumbleupon|digg|buffer|snapchat|tiktok|rss|more)"
)

RULES = (
    Rule(
        id="share-invitation",
        kind=Kind.SHARE,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=16,
        pattern=(
            r"(?:please )?(?:share|tweet|email|e-mail|print|like|save|bookmark) (?:this|the)(?: (?:on|via|with|to) .{1,60}|(?: (?:article|story|post|page|entry|video|image|content|item|news|link|recipe|with your .{1,30})){1,2}.{0,30})?"
            r"|(?:click (?:here )?to |opens? .{0,20})?(?:share|tweet|pin|post|email|send|print)(?: this| it| article| story| post| page)? (?:on|to|via|with|by) "
            + _NETWORK
            + r"(?: \(opens in (?:a )?new window\))?.{0,20}"
            r"|click to (?:tweet|share|print|email).{0,60}|sharing is caring|spread the (?:word|love)|copy (?:link|url)(?: to clipboard)?|(?:link )?copied(?: to clipboard)?"
            r"|pin (?:this|it)(?: recipe| image| post)? for later|pin (?:this|the) recipe|like this|(?:like this: )?like loading|loading|pin it|tweet this|retweet|\d{1,6} ?k? shares?|(?:shares?|tweets?|pins?|likes?):? ?\d{1,6}|gift (?:this )?article|listen to (?:this )?article"
            r"|share (?:this )?(?:post|update|entry|moment|live ?blog)(?:: .{2,100})?|share your (?:score|result)s?(?: with .{2,40})?|share (?:full )?article|share options|share using|share with (?:friends|others)|share (?:it|this on)|share with (?:a|your) (?:friend|colleague)s?(?: (?:or|and) (?:friend|colleague)s?)?"
            r"|(?:please |also )?follow .{2,40} on "
            + _NETWORK
            + r"(?:,? (?:and |or )?"
            + _NETWORK
            + r"){1,8}(?: for .{2,80})?"
        ),
        must_match=(
            "Share this article",
            "Share this update",
            "Click to share on Twitter (Opens in new window)",
            "Share on Facebook",
            "Like Loading...",
            "Copy link",
            "Share it!",
            "Share 214",
            "Pin this recipe for later!",
            "Follow Example Daily on Instagram, Facebook, Twitter and YouTube.",
        ),
        must_not_match=(
            "Follow the debate on X and you would think that the mill had burnt down.",
            "Share prices of the three banks fell.",
            "Share this with nobody, the spy told him, and burn the letter after you have read it twice at least.",
        ),
    ),
    Rule(
        id="share-networks",
        kind=Kind.SHARE,
        confidence=0.6,
        where=Where.ANYWHERE,
        max_words=14,
        pattern=_NETWORK + r"(?:[ ,|/•·-]{1,3}" + _NETWORK + r"){1,13}",
        must_match=("Facebook Twitter LinkedIn Email", "Tweet | WhatsApp"),
        must_not_match=("Facebook and Twitter said they would appeal.", "Reddit users disagree"),
    ),
    Rule(
        id="share-label",
        kind=Kind.SHARE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"(?:share(?: (?:this|it|on|via|with))?(?: (?:article|story|post|page|on|via))?|follow us(?: on)?|teilen(?: auf)?|partager(?: sur)?|compartir(?: en)?|condividi(?: su)?|compartilhar?|delen)"
            r" ?[:|] ?" + _NETWORK + r"(?:[ ,|/•·-]{1,3}" + _NETWORK + r"){0,13}"
        ),
        must_match=(
            "Share this: Facebook | X | WhatsApp | Email",
            "Share: Twitter",
            "Partager : Facebook, X",
        ),
        must_not_match=("Share this: we are all in debt.", "Share of voters on X: 40 percent"),
    ),
    Rule(
        id="share-word",
        kind=Kind.SHARE,
        confidence=0.95,
        where=Where.EDGE,
        max_words=6,
        pattern=(
            r"facebook|twitter|linkedin|whatsapp|pinterest|reddit|tumblr|instagram|youtube|tweet|telegram|shares?|sharing|email|e-mail|print|print this page|save|teilen|(?:artikel|beitrag) (?:teilen|drucken|merken)|drucken|merken|(?:auf|per|via) (?:facebook|twitter|x|whatsapp|e-mail|mail) teilen|partager|imprimer|partager sur .{1,30}|envoyer par .{1,20}"
            r"|comp[aá]rt[ae](?:lo)?|compartir(?: en .{1,30})?|imprimir|condividi(?: su .{1,20})?|stampa|compartilhe?|compartilhar|delen|deel dit artikel|deel via .{1,20}|udostępnij|dela|del|分享(?:到|至)?.{0,10}|分享到微信朋友圈|シェア(?:する)?|ツイート|поделиться|paylaş(?:ın)?|поділитися|sdílet|jaa|bagikan|chia sẻ|κοινοποίηση|distribuie|megosztás|공유(?:하기)?|แชร์|(?:शेयर|साझा) करें|مشاركة|شارك|اشتراک ?‌?گذاری|שתפו?|שיתוף"
        ),
        must_match=("Share", "Partager", "Teilen", "分享", "Sdílet", "Поділитися", "Bagikan", "शेयर करें"),
        must_not_match=("Shares fell", "Print is dead"),
    ),
    Rule(
        id="share-other-languages",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=20,
        pattern=(
            r"partage[rz] (?:cet article|cette page|l'article|l'info)(?: sur .{1,30})?|(?:diesen |den )?(?:artikel|beitrag) (?:teilen|weiterempfehlen)|compart[ei]r? (?:est[ea]|el|la) (?:artículo|noticia|nota)|condividi (?:quest'|l')articolo|compartilhe est[ea] (?:artigo|notícia|matéria)"
            r"|(?:分享(?:到|至|给)?|转发到?)[:：] ?.{1,40}|(?:この)?記事をシェア(?:する)?|شارك (?:هذا المقال|هذه الصفحة|المقال|الخبر|المقالة)(?: (?:على|عبر) .{1,20})?|שתפו? (?:את הכתבה|את הידיעה|בפייסבוק)|jaa (?:artikkeli|tämä)|dela (?:artikeln|den här artikeln)|sdílet článek|поділитися (?:статтею|новиною)"
        ),
        must_match=(
            "Partager cet article",
            "Diesen Artikel teilen",
            "分享到：微信 微博",
            "この記事をシェアする",
            "شارك هذا المقال",
            "שתפו את הכתבה",
        ),
        must_not_match=("Partager cet article de foi suppose du courage.", "分享到的经验让他受益。"),
    ),
    Rule(
        id="share-follow",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=40,
        pattern=(
            r"(?:please |also |you can (?:also )?)?(?:follow|like|find|join|connect with) (?:us|our page|our .{2,30}|@\w{2,30}|[\w' ]{2,40}) (?:on|at|via) (?:our )?(?:facebook|twitter|x|instagram|linkedin|youtube|telegram|whatsapp|google news|tiktok|pinterest|social media|apple news|flipboard|threads|bluesky|mastodon).{0,160}"
            r"|follow (?:us|@\w{2,30})|folge(?:n)? (?:sie )?uns (?:auf|bei) .{1,60}|suivez[- ]nous .{0,60}|síguenos .{0,60}|seguici .{0,60}|siga[- ]nos .{0,60}|volg ons .{0,60}|подписывайтесь на .{1,80}|关注我们.{0,20}"
        ),
        must_match=(
            "Follow us on Facebook and Twitter",
            "Follow @examplenews on Twitter",
            "Suivez-nous sur Facebook",
        ),
        must_not_match=(
            "Follow the river north and you reach the town of Lome on foot in a day.",
            "Find us on the beach at noon, the note said.",
        ),
    ),
    Rule(
        id="share-this-other-languages",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=20,
        pattern=(
            r"(?:jetzt )?(?:diesen? |den |die )?(?:artikel|beitrag|seite|meldung|nachricht) (?:versenden|empfehlen|(?:auf|bei|per|über) .{2,20} (?:teilen|versenden))|partage[rz] (?:cette|l'|la) ?(?:actualité|info|nouvelle|publication)"
            r"|comp[aá]rt(?:e|a|ir) (?:est[ea]|la|el|este) (?:noticia|artículo|nota|contenido|publicación)(?: (?:en|con) .{2,30})?|condividi (?:questo |questa |la |il )(?:articolo|notizia|post|pagina|contenuto)|(?:com)?partilh(?:e|a|ar) (?:est[ea] |o |a )?(?:artigo|notícia|matéria|página|conteúdo|publicação)"
            r"|deel (?:dit|deze|het|via|op) (?:artikel|bericht|nieuws|verhaal|pagina|facebook|whatsapp)|udostępnij (?:ten |to |tę |na )?(?:artykuł|wpis|stronę|facebooku|twitterze|znajomym)|поделиться (?:новостью|статьёй|статьей|ссылкой|с друзьями|в (?:социальных сетях|соцсетях|вконтакте|telegram))|поделитесь (?:с друзьями|новостью|статьей|в соцсетях)"
            r"|(?:bu )?(?:haberi|yazıyı|içeriği|sayfayı|habere) paylaş(?:ın)?|(?:facebook|twitter|whatsapp|x)'?[dt][ae] paylaş|شاركو?ا? ?(?:هذا |هذه )?(?:الخبر|المقال|المقالة|الموضوع|الصفحة|التقرير)(?: (?:على|عبر|مع) .{2,20})?|שתפו? (?:את )?(?:הכתבה|הידיעה|המאמר|העמוד|כתבה|בוואטסאפ|בטוויטר)|(?:इस )?(?:खबर|ख़बर|लेख|पोस्ट|इसे) (?:को )?(?:शेयर|साझा) (?:करें|कीजिए)"
            r"|扫一扫[,，]? ?分享.{0,12}|分享(?:本文|此文|文章|给朋友|到(?:微信|微博|朋友圈|qq.{0,4}))|(?:この)?(?:記事|ページ|ニュース)を(?:共有|ツイート|保存|印刷)(?:する)?|(?:이 )?(?:기사|뉴스|글)(?:를|을)? ?(?:공유|스크랩|인쇄|프린트)(?:하기)?|แชร์(?:ข่าว|บทความ|หน้า|เรื่อง)(?:นี้)?.{0,12}|chia sẻ (?:bài viết|bài|tin|lên|qua)(?: (?:này|facebook|zalo|twitter))?|bagikan (?:artikel|berita|ke|tulisan)(?: .{2,20})?"
        ),
        must_match=(
            "Comparte esta noticia",
            "شارك هذا الخبر",
            "Bu haberi paylaş",
            "แชร์ข่าวนี้",
            "Condividi questo articolo",
            "Поделиться с друзьями",
        ),
        must_not_match=(
            "Поделиться хлебом с соседями жители решили сами.",
            "Bu haberi paylaşan gazete özür diledi.",
            "Udostępnij znajomym samochód, a oszczędzisz, radzą eksperci.",
        ),
    ),
    Rule(
        id="share-channel",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=20,
        pattern=(
            r"(?:click here to |tap here to )?(?:join|follow|subscribe to|sign up (?:for|to)) (?:our|the) (?:[\w'&-]{1,20} ){0,3}(?:whatsapp|telegram|viber)(?: (?:channel|community|group|broadcast|chat)s?)?(?: (?:for|to|and|here|now)\b.{0,100})?|get (?:our |the latest |all (?:of )?the )?(?:[\w'-]{1,20} ){0,3}news (?:on|via|through) (?:whatsapp|telegram)"
            r"|(?:abonnieren sie|folgen sie|abonniere|folge|hier geht(?:'s| es) zu|jetzt) (?:unsere[nmr]? |dem |den )?(?:[\w-]{1,20} )?(?:whatsapp|telegram)[ -]?kan(?:al|äle).{0,80}|(?:rejoignez|suivez|retrouvez)(?:-nous)? (?:notre|la|sur notre) (?:chaîne|canal|groupe) (?:whatsapp|telegram).{0,80}|(?:clique aqui|siga|sigue|únete|entre|participe|inscreva-se|acesse)[^.!?]{0,60}(?:canal|grupo|comunidade|comunidad)[^.!?]{0,40}(?:whatsapp|telegram)(?: .{0,60})?|receba (?:as |nossas )?(?:principais )?notícias[^.!?]{0,40}(?:no|pelo) (?:seu )?whatsapp|(?:unisciti|segui|entra)[^.!?]{0,20}(?:nostro )?canale (?:whatsapp|telegram).{0,80}"
            r"|(?:meld je aan|abonneer je)[^.!?]{0,30}(?:whatsapp|telegram)(?:-kanaal)?.{0,40}|(?:dołącz|obserwuj|zapisz się)[^.!?]{0,30}(?:kanał\w{0,4}|grup\w{0,3})[^.!?]{0,20}(?:whatsapp|telegram)\w{0,3}.{0,40}|(?:sledujte|sleduj|přidejte se|pridajte sa|odebírejte|odoberajte)[^.!?]{0,30}(?:whatsapp|telegram)\w{0,3}.{0,40}|(?:підписуйтес[ья]|підпишіться|приєднуйтес[ья])[^.!?]{0,40}(?:telegram|телеграм|whatsapp|viber|вайбер).{0,80}"
            r"|(?:whatsapp|telegram) (?:kanalı|grubu)\w{0,6} (?:katıl|abone ol|takip et)\w{0,5}.{0,20}|google news'te takip et\w{0,4}.{0,20}|(?:انضم|انضموا|اشترك|اشتركوا)[^.!?]{0,30}(?:واتساب|واتس آب|تلغرام|تليغرام|تيليجرام).{0,40}|line(?:で|公式).{0,12}(?:友だち追加|登録).{0,20}|(?:bergabung(?:lah)?|gabung|ikuti)[^.!?]{0,30}(?:saluran|channel|grup|kanal) (?:whatsapp|telegram).{0,60}"
        ),
        must_match=(
            "Join our WhatsApp channel",
            "Join the WhatsApp channel for harbour news straight to your phone",
            "Abonnieren Sie unseren WhatsApp-Kanal",
            "Rejoignez notre chaîne WhatsApp",
            "Clique aqui para seguir o canal do jornal no WhatsApp",
            "Dołącz do naszego kanału na WhatsAppie",
            "Підписуйтесь на наш Telegram",
            "WhatsApp kanalımıza katılın",
            "انضم إلى قناتنا على واتساب",
            "LINEで友だち追加",
        ),
        must_not_match=(
            "Join the queue for WhatsApp's new office, which opens in May.",
            "Follow the Telegram messages of that night and you find the man who gave the order.",
            "Siga o conselho do médico, diz a mulher, que largou o WhatsApp.",
            "Get the latest news from the coast, says the mayor, and you will not sleep.",
        ),
    ),
    Rule(
        id="share-follow-other-languages",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=30,
        pattern=(
            r"(?:folge[nt]?|besuche[nt]?|finde[nt]?) (?:sie |du )?uns (?:auch )?(?:auf|bei|in|im) .{1,60}|suivez(?:-| )(?:nous|toute l'actualité).{0,100}|(?:retrouvez|rejoignez)-nous (?:sur|aussi) .{2,60}|(?:s[ií]gu[ea]nos|síguenos|síganos) (?:en|por|también|a través) .{1,80}|únete a (?:nuestro|nuestra) (?:canal|grupo|comunidad).{0,60}"
            r"|seguici (?:su|anche|sui) .{1,60}|segui (?:il nostro|la nostra|i nostri) (?:canale|pagina|profil[oi]).{0,60}|sig[ae](?:m)?(?:-nos| nos| (?:o|a) [^,.]{2,40}) (?:no|na|nas|em|pelo) (?:instagram|facebook|x|twitter|youtube|google|whatsapp|telegram|tiktok|redes).{0,60}|(?:clique aqui e|entre|participe|faça parte|receba) .{0,60}(?:grupo|canal|comunidade|notícias) (?:de notícias )?(?:no|do) (?:whatsapp|telegram).{0,40}"
            r"|volg (?:ons|[^,.]{2,30}) (?:ook )?(?:op|via) (?:facebook|instagram|twitter|x|linkedin|whatsapp|tiktok|youtube|google|sociale).{0,60}|(?:obserwuj|śledź|polub|znajdź) (?:nas|nasz|naszą) .{2,60}|dołącz do nas (?:na|w) .{2,40}|(?:подписывайтесь|подпишитесь|следите|присоединяйтесь|читайте) .{0,60}(?:telegram|телеграм|вконтакте|дзен|одноклассник|whatsapp|viber|соцсет|ютуб|youtube).{0,40}"
            r"|bizi .{2,60}(?:takip (?:edin|et)|takipte kalın).{0,20}|(?:تابعونا|تابعنا|تابعوا صفحتنا|تابع قناتنا).{0,60}|انضموا? إلى (?:قناتنا|صفحتنا|مجموعتنا).{0,60}|עקבו אחרינו.{0,40}|הצטרפו (?:אלינו|לערוץ|לקבוצת) .{2,60}|(?:हमें|हमसे) .{0,60}(?:फॉलो|फ़ॉलो|लाइक) (?:करें|कीजिए).{0,20}"
            r"|(?:关注|關注)(?:我们|我們|本报|本站).{0,20}|.{0,16}(?:请|敬请|欢迎)(?:扫码)?关注.{0,30}|(?:觉得好看|喜欢|如果喜欢).{0,12}(?:点个|点赞|在看|转发|收藏).{0,20}|bu haber(?:e|i) (?:tepkiniz|ne tepki|nasıl buldunuz).{0,40}|.{0,12}(?:长按|長按|识别|掃描|扫描|扫一扫|掃碼|扫码)[^。]{0,16}(?:二维码|二維碼|关注|關注|加入|添加).{0,20}|(?:扫码|扫描(?:下方)?二维码).{0,20}|.{0,16}(?:をフォロー(?:する)?|フォローする)|(?:チャンネル登録|友だち追加).{0,16}|.{0,20}(?:팔로우|채널 추가|친구 추가)(?:하기)?|(?:กด)?ติดตาม(?:เรา|ช่อง|เพจ|ข่าวสาร).{0,50}"
            r"|theo dõi (?:chúng tôi|[^,.]{2,30}) (?:trên|tại|qua) (?:facebook|google|zalo|youtube|tiktok|kênh).{0,40}|ikuti (?:kami|[^,.]{2,30}) di .{2,40}|links? in (?:my |our |the )?bio|(?:view|see) (?:this|more) (?:post|photo|video|content)s? (?:on|from) (?:instagram|facebook|x|twitter|tiktok|threads|bluesky)|follow @\w{2,30} (?:on .{2,20} )?for .{2,60}|e-?mail ?this ?blog ?this.{0,80}"
        ),
        must_match=(
            "تابعونا على فيسبوك وتويتر",
            "हमें फेसबुक और ट्विटर पर फॉलो करें",
            "ติดตามเราได้ที่เฟซบุ๊ก",
            "Siga o Portal do Exemplo no Instagram",
            "Bizi Instagram ve X'te takip edin",
            "Link in bio",
            "长按识别二维码，关注我们",
        ),
        must_not_match=(
            "Siga o rio e chegará à aldeia, no fim da tarde.",
            "ติดตามการประชุมอย่างใกล้ชิดเมื่อวันจันทร์",
            "Читайте медленно, советует учитель, и вы поймёте больше.",
            "Bizi kimse dinlemedi, dedi köylüler.",
        ),
    ),
    Rule(
        id="share-embedded",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=16,
        pattern=(
            r"View (?:this post|this photo|this video|this thread|profile|more) on [A-Z]\w{1,14}|A (?:post|photo|video|reel) (?:shared|posted) by .{1,60} ?\(@[\w.]{2,30}\)(?: on .{4,40})?|Replying to(?: @[\w.]{2,30}){1,4}"
        ),
        must_match=(
            "View this post on PhotoExample",
            "A post shared by Anna E (@annaexample)",
            "Replying to @annaexample",
        ),
        must_not_match=("Replying to the letter took her a year.",),
    ),
    Rule(
        id="share-print",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=20,
        pattern=(
            r"print (?:this )?recipe(?: [|·•] .{2,80})?|to print this (?:article|page|story),? open the file menu.{0,60}|imprimer cet article|recommander cet article à un(?:\(e\)|e)? ami(?:\(e\)|e)?"
        ),
        must_match=(
            "Print Recipe",
            "To print this article open the file menu and choose Print.",
            "Imprimer cet article",
            "Recommander cet article à un ami",
        ),
        must_not_match=("Print this recipe of misery on the wall, he said.",),
    ),
    Rule(
        id="share-counted",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=20,
        pattern=(
            r"(?:[\d.,]{1,9} ?[km]? ?(?:retweets?|reposts?|quote tweets?|quotes|likes?|bookmarks?|views|shares?|replies|comments)[ ·|•,]{0,3}){2,6}"
        ),
        must_match=("1,204 Retweets 88 Quote Tweets 9,310 Likes",),
        must_not_match=("Two likes and 31 comments later he gave up.",),
    ),
    Rule(
        id="share-pin",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=6,
        pattern=(
            r"(?:épingler|enregistrer) sur pinterest|auf pinterest (?:merken|speichern)|guardar en pinterest|salva su pinterest"
        ),
        must_match=(
            "Épingler sur Pinterest",
            "Auf Pinterest merken",
        ),
        must_not_match=("Épingler sur le mur",),
    ),
    Rule(
        id="share-made",
        kind=Kind.SHARE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=r"(?:did|have) you (?:make|made|try|tried|cook|cooked) (?:this|it|this one|this recipe)\?.{0,120}|(?:tried|made|cooked|baked) (?:this|it|this recipe)\? (?:tag|tell|rate|leave|share|let us)\b.{2,100}",
        must_match=(
            "Did you make this recipe? Tag @example on Instagram!",
            "Tried this recipe? Tag @example",
        ),
        must_not_match=(
            "Did you make this for your mother, the judge wanted to know.",
            "Tried this? she asked.",
        ),
    ),
)
