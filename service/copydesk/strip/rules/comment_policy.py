"""Comment policies: spam filters, captchas, moderation notices."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

RULES = (
    Rule(
        id="comment-policy-akismet",
        kind=Kind.COMMENT_POLICY,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"(?:(?:learn|find out|see)(?: more)?(?: about)? how your comment data is processed|(?:erfahre|erfahren sie|lerne) (?:mehr darüber, )?wie (?:deine|ihre) kommentardaten verarbeitet werden|en savoir plus sur (?:la façon dont |comment )les données de vos commentaires|(?:aprende|conoce|descubre|averigua|obtén más información sobre) cómo se (?:procesan|tratan) los datos de tus comentarios|scopri come vengono elaborati i dati derivati dai commenti|(?:saiba|fique a saber) como (?:são processados os dados|seus dados em comentários|os dados dos comentários)|bekijk hoe je reactie(?:-?gegevens)? worden verwerkt|dowiedz się więcej jak przetwarzane są dane komentarzy|lär dig (?:om )?hur din kommentarsdata bearbetas|zjistěte více o tom, jak jsou data z komentářů zpracovávána|узнайте, как обрабатываются ваши данные комментариев|yorum verilerinizin nasıl işlendiğini öğrenin"
            r"|this (?:web)?(?:site|blog|page) uses akismet|diese (?:website|seite|webseite) verwendet akismet|ce site utilise akismet"
            r"|(?:este|esta|aquest) (?:sitio|site|web|lloc)(?: web)? (?:usa|utiliza|utilitza)(?: o)? akismet|questo sito (?:usa|utilizza) akismet"
            r"|deze (?:web)?site gebruikt akismet|(?:ta )?(?:strona|witryna) (?:używa|wykorzystuje) akismet|denna webbplats använder akismet"
            r"|dette nettstedet bruker akismet|этот сайт использует akismet|bu site.{0,40}akismet|(?:本站|此站点|這個網站|这个站点|此網站)(?:使用|採用)了? ?akismet"
            r"|このサイトは.{0,30}akismet|이 사이트는.{0,30}(?:akismet|아키스밋)|tento web používá akismet|цей сайт використовує akismet)"
            + rest(160)
        ),
        must_match=(
            "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
            "Learn how your comment data is processed.",
            "Diese Website verwendet Akismet, um Spam zu reduzieren. Erfahre mehr darüber, wie deine Kommentardaten verarbeitet werden.",
            "Ce site utilise Akismet pour réduire les indésirables. En savoir plus sur la façon dont les données de vos commentaires sont traitées.",
        ),
        must_not_match=(
            "This site uses Akismet to reduce spam, runs the notice on her page, and she reads it aloud to her class.",
            "Akismet, the filter that thousands of blogs use against spam, was down for three hours on Monday.",
            "“This site uses Akismet” is by now one of the most frequent sentences on the web, and nobody reads the page behind it.",
            "The ministry's site used Akismet to reduce spam until the audit found that comment data left the country.",
        ),
    ),
    Rule(
        id="comment-policy-rules",
        kind=Kind.COMMENT_POLICY,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            r"comments: our rules|we want our comments to be"
            + rest(500)
            + r"|please report any comments? that (?:break|breach|violate).{0,160}|(?:read|see|view) (?:the|our) (?:full )?(?:rules here|(?:community|comment(?:ing)?) (?:rules|guidelines|standards|policy)(?: here)?)|(?:комментарии|отзывы) (?:публикуются|проходят|появляются) (?:только )?(?:после|на) .{2,80}"
        ),
        must_match=(
            "Comments: Our rules",
            "We want our comments to be a lively and valuable part of our community.",
            "Please report any comments that break our rules.",
        ),
        must_not_match=(
            "We want our comments back, the writers told the paper.",
            "Read the rules of the game.",
        ),
    ),
    Rule(
        id="comment-policy-captcha",
        kind=Kind.COMMENT_POLICY,
        confidence=0.9,
        where=Where.ANYWHERE,
        pattern=r"this (?:web)?(?:site|form|page) is protected by (?:re|h)captcha.{0,120}|(?:please )?(?:prove|confirm|verify) (?:that )?you(?:'re| are) (?:not a robot|human).{0,40}",
        must_match=(
            "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
        ),
        must_not_match=("The bank's site is protected by guards and cameras.",),
    ),
    Rule(
        id="comment-policy-moderation",
        kind=Kind.COMMENT_POLICY,
        confidence=0.8,
        where=Where.TAIL,
        max_words=80,
        pattern=(
            r"(?:all )?comments (?:are (?:pre-|post-)?moderated|will be moderated|are subject to (?:moderation|approval|our)|may be (?:edited|moderated|published)"
            r"|that (?:are|contain|include|violate)|containing|submitted|posted here|on this (?:site|article|post)).{0,400}"
            r"|(?:please )?(?:keep|ensure|make sure) (?:your |all )?comments? (?:are |is )?(?:civil|respectful|polite|clean|relevant|on[- ]topic|brief|short).{0,300}"
            r"|(?:please )?(?:read|see|review|note|follow|respect|observe) (?:that )?(?:our|the) (?:commenting|comments?|community|discussion|house|moderation) (?:policy|policies|guidelines|rules|standards).{0,200}"
            r"|by (?:submitting|posting|leaving) (?:a |your )?comments?,? you (?:agree|accept|acknowledge|consent).{0,300}"
            r"|we reserve the right to (?:remove|delete|edit|reject|moderate|close) (?:any |all )?(?:comments?|posts?|content).{0,300}"
            r"|(?:our |the )?(?:commenting|comments?|community|discussion) (?:policy|guidelines|rules|standards)(?: .{0,60})?"
            r"|(?:we (?:welcome|encourage|value|appreciate|invite)) (?:your |all |thoughtful |relevant |respectful )?comments?.{0,300}"
            r"|the comments? (?:posted|expressed|below|are) .{0,40}(?:opinions?|views?|responsibility|owned|those) .{0,200}"
            r"|your comment (?:is awaiting|will be|may be|has been) .{0,120}"
        ),
        must_match=(
            "Comments are moderated and may take a while to appear.",
            "Please read our commenting policy before posting.",
            "We reserve the right to remove any comments that are abusive or off-topic.",
        ),
        must_not_match=(
            "Comments from farmers, who were asked to write to the ministry, filled eleven folders.",
            "We reserve the right to strike, the union said on Friday.",
        ),
    ),
    Rule(
        id="comment-policy-other-languages",
        kind=Kind.COMMENT_POLICY,
        confidence=0.85,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"bitte (?:beachten|lesen) sie (?:dabei )?(?:unsere |die )(?:netiquette|kommentarregeln|community-?regeln|nutzungsbedingungen).{0,80}|(?:die )?kommentare (?:werden|geben) .{0,40}(?:moderiert|geprüft|freigeschaltet|meinung).{0,120}"
            r"|les commentaires (?:sont|n'engagent|ne reflètent|doivent).{2,160}|los comentarios (?:son|no|publicados|aquí|vertidos|expresan).{0,30} (?:responsabilidad|reflejan|representan|opinión|moderados).{0,120}|i commenti (?:sono|non|dei lettori|pubblicati) .{0,40}(?:moderati|rappresentano|riflettono|responsabilità|approvati).{0,120}"
            r"|os comentários (?:são|não|publicados|aqui) .{0,40}(?:responsabilidade|representam|refletem|moderados|opinião).{0,160}|reacties (?:worden|zijn) .{0,40}(?:gemodereerd|beoordeeld|verwijderd).{0,120}|(?:redakcja nie (?:odpowiada|ponosi)|komentarze są) .{2,160}|(?:редакция не несет|редакция не несёт|мнение редакции может не|комментарии проходят) .{2,160}"
            r"|(?:aten(?:ção|ción)[:!] ?)?(?:os |los )?coment[áa]rios .{3,160} (?:não serão|no serán) (?:aprovad|aprobad|publicad|aceit|acept)os.{0,80}"
            r"|.{0,60}(?:küfür|hakaret|büyük harf).{2,200}(?:onaylan|yayınlan|yayımlan)ma(?:maktadır|yacaktır|z).{0,40}|التعليقات (?:المنشورة|لا تعبر|تعبر|الواردة) .{2,160}|(?:免责声明|免責聲明)[:：].{2,200}|(?:本文|以上内容|文章)(?:仅|只)?(?:代表|为)作者(?:个人|本人)?观点.{0,60}"
        ),
        must_match=(
            "Bitte beachten Sie unsere Netiquette.",
            "Küfür, hakaret içeren yorumlar onaylanmamaktadır.",
            "免责声明：本文仅代表作者个人观点，与本网无关。",
            "Os comentários são de responsabilidade de seus autores.",
            "ATENÇÃO: Comentários que faltem com o respeito não serão aprovados pelo moderador.",
        ),
        must_not_match=(
            "Los comentarios son frecuentes en la plaza del pueblo.",
            "Les commentaires vont bon train dans le village.",
            "Küfür yasağı mecliste tartışıldı.",
        ),
    ),
    Rule(
        id="comment-policy-write",
        kind=Kind.COMMENT_POLICY,
        confidence=0.8,
        where=Where.TAIL,
        max_words=30,
        pattern=(
            r"(?:per scrivere (?:a|alla|al|ai|a questa) (?:rubrica|questa rubrica|redazione|questa pagina|lettori)|pour écrire à (?:cette|la|notre) (?:rubrique|rédaction|page)|para escribir a (?:esta|la|nuestra) (?:sección|columna|redacción|página)|para escrever (?:a|para) (?:esta|a|nossa) (?:coluna|seção|redação))\b.{0,160}"
            r"|[^.?!]{0,60}une (?:erreur|précision|coquille|faute)[^.?!]{0,60}\? (?:écrivez|signalez|contactez|alertez|merci).{2,160}"
        ),
        must_match=(
            "Per scrivere a questa rubrica",
            "Contribuer : une erreur, une précision ? Écrivez au médiateur.",
        ),
        must_not_match=(
            "Per scrivere alla madre usava una macchina.",
            "Est-ce une erreur ? demande le juge.",
        ),
    ),
    Rule(
        id="comment-policy-responsible",
        kind=Kind.COMMENT_POLICY,
        confidence=0.85,
        where=Where.EDGE,
        max_words=70,
        pattern=r"(?:all |reader |readers' |user )?comments (?:posted here )?(?:are|remain) the (?:sole )?(?:responsibility|opinions?|views?) of .{4,400}",
        must_match=("Reader Comments are the sole responsibility of the person posting them.",),
        must_not_match=("Comments are the opium of the people.",),
    ),
    Rule(
        id="comment-policy-letters-rules",
        kind=Kind.COMMENT_POLICY,
        confidence=0.8,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"letters (?:to the editor )?(?:should|must|may) (?:be )?(?:no (?:longer|more) than|not exceed|under) \d{2,4} words\b.{0,200}|we reserve the right to (?:cut|edit|shorten|trim|condense)(?: (?:all |any )?(?:letters|submissions))?|how to write to us"
        ),
        must_match=(
            "Letters should be no longer than 200 words and must carry a full postal address.",
            "We reserve the right to cut.",
            "How to write to us",
        ),
        must_not_match=(
            "Letters should be no longer than this one, he wrote.",
            "We reserve the right to cut the rope, the captain told them.",
        ),
    ),
)
