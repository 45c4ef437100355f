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
            r"|like this|(?:like this: )?like loading|loading|pin it|tweet this|retweet|\d{1,6} ?k? shares?|shares?: ?\d{1,6}|gift (?:this )?article|listen to (?:this )?article"
            r"|share (?:full )?article|share options|share using|share with (?:friends|others)|share (?:it|this on)|share with (?:a|your) (?:friend|colleague)s?(?: (?:or|and) (?:friend|colleague)s?)?"
            r"|(?:please |also )?follow .{2,40} on "
            + _NETWORK
            + r"(?:,? (?:and |or )?"
            + _NETWORK
            + r"){1,8}(?: for .{2,80})?"
        ),
        must_match=(
            "Share this article",
            "Click to share on Twitter (Opens in new window)",
            "Share on Facebook",
            "Like Loading...",
            "Copy link",
            "Share it!",
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
)
