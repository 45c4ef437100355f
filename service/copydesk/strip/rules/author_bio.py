"""Author biographies at the foot of an article, and where to reach the author."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

NAME = (
    r"(?P<name>(?!(?:He|She|It|The|This|That|They|We|There|Here|What|Who|You|These|Those|His|Her|Their|Its|One|In|At|On|For|As|But|And|If|When|While|A|An|I|My|Our|Your|Some|Many|Most|Each|Every|Another)\b)(?:(?:Dr|Prof|Professor|Sir|Dame|Mr|Ms|Mrs)\.? )?[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,24}"
    r"(?: (?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,24}|de|del|van|von|der|den|bin|al|da|dos|la|le|di)){0,4})"
)
"""A person's name as written: one to five words, capitals but for particles."""
_FULL_NAME = NAME.replace("{0,4}", "{1,4}")
"""The same, of at least two words: "Snow covers the hills" is no biography."""

_ROLE = r"(?:reporter|journalist|editor|correspondent|writer|author|columnist|contributor|curator|blogger|photojournalist|photographer|producer|critic|newsletter editor|fact[- ]checker|intern|novelist|essayist|broadcaster|presenter|podcaster|videographer|staff writer|freelancer|editor-in-chief)s?"
_WEAK_ROLE = r"(?:professor|lecturer|fellow|researcher|analyst|historian|economist|scientist|director|founder|co-founder|CEO|consultant|attorney|lawyer|student|partner|president|chair|scholar|strategist|adviser|advisor|expert|entrepreneur|member|teacher|poet|activist)"

RULES = (
    Rule(
        id="author-bio-heading",
        kind=Kind.AUTHOR_BIO,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=5,
        pattern=(
            r"about the (?:author|writer|reporter|contributor|columnist)s?|(?:sobre|acerca de) (?:el|la|los|o|a|os) (?:autora?e?s?|firma)|sobre la firma|(?:à propos|au sujet) de l'(?:auteure?|autrice)|(?:zum|zur|über den|über die) autor(?:en|in|innen)?|l'autore|l'autrice|chi è l'aut(?:ore|rice)|over de (?:auteur|schrijver|journalist)s?|o (?:autorze|autorce|autorech|autorovi|autorce|autoroch)|om (?:författaren|skribenten|forfatteren|journalisten)|despre autor(?:ul|oare)?|a szerzőről|tietoa kirjoittajasta|σχετικά με τον συγγραφέα"
            r"|об авторе|об авторах|про авторк?[ау]|yazar hakkında|عن (?:الكاتبة?|المؤلفة?)|درباره نویسنده|על ה(?:כותבת?|מחברת?)|लेखक के बारे में|作者(?:简介|介绍|簡介|介紹)|关于作者|關於作者|(?:著者|筆者|執筆者)(?:について|プロフィール|紹介)|(?:필자|저자|기자) (?:소개|약력)|về tác giả|tentang penulis|เกี่ยวกับผู้เขียน"
        ),
        must_match=(
            "About the Author",
            "About the authors:",
            "Sobre la firma",
            "Yazar hakkında",
            "Про авторку",
        ),
        must_not_match=("About the author nothing is known.", "About the writers' strike"),
    ),
    Rule(
        id="author-bio-role",
        kind=Kind.AUTHOR_BIO,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=90,
        pattern=(
            r"(?:About the [Aa]uthor:? ?|ABOUT THE AUTHOR:? ?|Author:? |Bio:? )?"
            + NAME
            + r"(?:,? \(?@\w{2,30}\)?|, [^.,]{2,40},)?,? (?:is|was|has been|works as|serves as|worked as) (?:currently |also |now )?(?:an?|the|our|one of|on|[A-Z][\w'’.&-]{1,30}['’]s?)\b[^.!?]{0,110}\b"
            + _ROLE
            + r"\b.{0,700}"
        ),
        must_match=(
            "Frank Sample is a Beijing-based tech reporter who's been coming to China since 2001. Get in...",
            "Anna Example is a senior editor at Example Daily. Follow her @annaexample.",
            "Anna Sample is Example's deal curator and spends a quarter of her pay on what she posts.",
            "María del Ejemplo is an award-winning journalist who covers science.",
        ),
        must_not_match=(
            "The reporter is a witness in the case.",
            "Frank Sample said the reporter who asked was right.",
        ),
    ),
    Rule(
        id="author-bio-covers",
        kind=Kind.AUTHOR_BIO,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=80,
        pattern=(
            _FULL_NAME
            + r"(?:,? \(?@\w{2,30}\)?)?,? (?:covers|writes (?:about|for|on)|reports (?:on|for|from)|contributes to|blogs (?:about|at|for)|edits|is based in|joined [A-Z][\w ]{2,40} (?:in|as)|has (?:written|covered|worked|reported) (?:for|about|as)"
            r"|is [^.!?]{0,80}(?:author of|writes about|specializing in|specialising in|covering|at @)|is an? [^.!?]{2,80}\. This is (?:her|his|their) (?:first|last|second) (?:article|column|contribution|essay|piece|report|review|story)).{0,600}"
        ),
        must_match=(
            "Anna Example covers rail and roads for Example Daily.",
            "John Sample writes about technology. He lives in Example Town.",
            "Anna Example is a captain on the Sample line. This is her first article.",
        ),
        must_not_match=("The plan covers rail and roads.", "Snow covers the hills above the town."),
    ),
    Rule(
        id="author-bio-expert",
        kind=Kind.AUTHOR_BIO,
        confidence=0.7,
        where=Where.TAIL,
        cased=True,
        max_words=60,
        pattern=NAME
        + r" (?:is|was) (?:currently |also |now )?(?:an?|the|our)\b[^.!?]{0,70}\b"
        + _WEAK_ROLE
        + r"\b[^.!?]{0,80}\b(?:at|of|in|for|with)\b.{0,400}",
        must_match=(
            "Anna Example is a professor of transport at Example University and the author of Rails.",
        ),
        must_not_match=("The professor is a member of the board.", "He is a fellow of the academy."),
    ),
    Rule(
        id="author-bio-contact",
        kind=Kind.AUTHOR_BIO,
        confidence=0.9,
        where=Where.TAIL,
        max_words=40,
        pattern=(
            r"(?:about the (?:authors?|writer|reporter)s?(?:: .{0,500})?|(?:you can |please )?(?:follow|reach|contact|email|e-mail|find|tweet|connect with|read more (?:from|by)|more (?:from|by)|write to) (?:him|her|them|the (?:author|reporter|writer)|me|[\w'.-]{2,20} [\w'.-]{2,20}|[\w'.-]{2,20}) (?:on (?:twitter|facebook|instagram|linkedin|x|mastodon|bluesky)|at [\w.-]{2,40} ?[@(\[]|via e-?mail|by e-?mail|@\w{2,30}|on @|here|at @).{0,200}"
            r"|(?:follow|tweet) @\w{2,30}.{0,80}|(?:e-?mail|twitter|contact|tel|phone|instagram)[: ]{1,2}(?:@\w{2,30}|[\w.-]{1,40}@[\w.-]{3,40}).{0,100}|[\w.-]{1,40}@[\w-]{2,40}\.[\w.]{2,20}|@\w{2,30}|view all posts(?: by .{2,60})?|(?:see|all|more|view) (?:posts|articles|stories) by .{2,60}|über (?:den autor|die autorin|die autoren).{0,400}|à propos de l'auteur.{0,400}|sobre (?:el|la|o|a) (?:autora?).{0,400}|作者(?:简介|介绍)[:：]?.{0,200}|об авторе.{0,200}|get in touch.{0,80})"
        ),
        must_match=(
            "About the author",
            "Follow her on Twitter @annaexample",
            "Contact John Sample at john@example.org",
            "View all posts by Anna",
            "@annaexample",
        ),
        must_not_match=(
            "Follow the river to the sea.",
            "Contact sports are banned at school.",
            "About the author nothing is known, the curator said of the letter found under the floor.",
        ),
    ),
    Rule(
        id="author-bio-other-languages",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=70,
        pattern=(
            NAME
            + r",? (?:(?:ist|arbeitet als|schreibt als) [^.!?]{0,60}(?:Redakteur(?:in)?|Journalist(?:in)?|Autor(?:in)?|Korrespondent(?:in)?|Reporter(?:in)?|Volontär(?:in)?|Kolumnist(?:in)?)\b.{0,400}|schreibt (?:seit|über|für) .{4,300}"
            r"|est [^.!?]{0,60}(?:journaliste|rédact(?:eur|rice)|correspondante?|auteure?|chroniqueu(?:r|se)|reporter)\b.{0,400}|es [^.!?]{0,60}(?:periodista|redactora?|editora?|corresponsal|columnista|escritora?)\b.{0,400}"
            r"|è [^.!?]{0,60}(?:giornalista|redatt(?:ore|rice)|corrispondente)\b.{0,400}|é [^.!?]{0,60}(?:jornalista|repórter|editora?|colunista|correspondente)\b.{0,400}|is [^.!?]{0,60}(?:redacteur|verslaggever|journaliste|correspondent)\b.{0,300})"
        ),
        must_match=(
            "Anna Beispiel ist Redakteurin im Ressort Wirtschaft.",
            "Anne Exemple est journaliste au service société.",
            "Ana Ejemplo es periodista y escribe sobre ciencia.",
        ),
        must_not_match=("Der Journalist ist frei.", "Une journaliste est arrivée hier."),
    ),
    Rule(
        id="author-bio-nameless",
        kind=Kind.AUTHOR_BIO,
        confidence=0.75,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"(?:the|this) (?:writer|author|reporter|columnist|reviewer)s? (?:(?:is|are) (?:currently )?(?:an?|the|our|based)\b[^.]{0,80}\b(?:reporter|journalist|editor|correspondent|columnist|contributor|critic|professor|lecturer|fellow|researcher|director|freelance|staff|in (?:london|new york|paris|delhi|berlin))|covers (?!(?:her|his|their|up)\b)|writes (?:about|for|on)|teaches at|can be reached|blogs|tweets).{0,400}"
            r"|(?:der autor|die autorin) (?:ist|schreibt|lehrt|arbeitet) .{4,300}|(?:l'auteure?|l'autrice) est [^.]{0,60}(?:journaliste|professeure?|chercheu(?:r|se)|écrivaine?).{0,300}|(?:el autor|la autora) es [^.]{0,60}(?:periodista|profesora?|escritora?|investigadora?|catedrátic[oa]).{0,300}|(?:l'autore|l'autrice) è .{4,300}|(?:o autor|a autora) é [^.]{0,60}(?:jornalista|professora?|escritora?|investigadora?).{0,300}|de auteur is .{4,300}"
            r"|（?(?:本文)?作者(?:系|为|是|单位)[:：]?[^。]{2,60}|(?:alle|weitere) (?:artikel|beiträge) von .{3,40}|tous les articles de .{3,40}|todos los artículos de .{3,40}|(?:leggi )?tutti gli articoli di .{3,40}"
        ),
        must_match=(
            "The writer covers the environment from the Example Bay bureau.",
            "The author is a professor of law at Example University.",
            "（作者系某大学城市规划系教授）",
            "Alle Artikel von Anna Beispiel",
        ),
        must_not_match=(
            "The writer is in prison, and his book is in the shops.",
            "The author covers her face when she reads.",
            "作者的名字已经没有人记得。",
        ),
    ),
    Rule(
        id="author-bio-more-languages",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=60,
        pattern=(
            r"(?P<name>[^\W\d_a-zß-ÿа-яё][\w'’.-]{1,24}(?: (?:[^\W\d_a-zß-ÿа-яё][\w'’.-]{0,24}|von|af|de|da|dos)){1,3})(?: \([^)]{3,40}\))?,? ?"
            r"(?:är (?:en |vår |frilansande )?[^.!?]{0,40}(?:journalist|skribent|krönikör|författare|redaktör|reporter|kolumnist|poet)\b|er (?:en |vår |vores )?[^.!?]{0,40}(?:journalist|skribent|forfatter|redaktør|kommentator|spaltist|klummeskribent)\b|on [^.!?]{0,40}(?:toimittaja|kirjailija|kolumnisti)\b"
            r"|(?:ist|lehrt|forscht) [^.!?]{0,60}(?:Schriftsteller(?:in)?|Publizist(?:in)?|Professor(?:in)?|Historiker(?:in)?|Soziolog(?:e|in))\b|est [^.!?]{0,60}(?:écrivaine?|romanci(?:er|ère)|essayiste|historienne?|professeure?|sociologue|chercheu(?:r|se)|philosophe)\b|es [^.!?]{0,60}(?:poeta|novelista|ensayista|historiadora?|profesora?|catedrátic[oa]|filósof[oa]|investigadora?)\b"
            r"|è [^.!?]{0,60}(?:scrit(?:tore|trice)|saggista|storic[oa]|docente|professor(?:e|essa))\b|é [^.!?]{0,60}(?:escritora?|poeta|cronista|ensaísta|professora?|historiadora?|pesquisadora?)\b|is [^.!?]{0,60}(?:schrijver|schrijfster|columnist|hoogleraar|historicus|dichter|publicist)\b|jest [^.!?]{0,40}(?:dziennikar(?:ką|zem)|pisar(?:ką|zem)|publicyst(?:ką|ą)|redaktor(?:ką|em)|autor(?:ką|em)|profesor(?:ką|em))\b"
            r"|(?:—|–|-) [^.!?]{0,40}(?:журналист(?:ка)?|писател(?:ь|ьница)|обозревател(?:ь|ьница)|колумнист(?:ка)?|корреспондент(?:ка)?|публицист|журналістка?|письменни(?:к|ця)|оглядач(?:ка)?|авторка?)(?!\w)|je [^.!?]{0,40}(?:novinářk?a?|spisovatelk?a?|redaktork?a?|publicistk?a?)\b|[^.!?]{0,30}(?:gazeteci|yazar|köşe yazarı|akademisyen)\b)[^?]{0,500}"
        ),
        must_match=(
            "Anna Exempel är frilansskribent och bor i Exempelstad.",
            "Anna Przykład jest dziennikarką i pisze o kolei.",
            "Анна Примерова — писательница и журналистка. Живёт в Примерске.",
            "Anne Exemple est historienne, professeure à l’université d’Exempleville.",
        ),
        must_not_match=("Boken är skriven av en journalist.", "Це — журналістка, сказав він."),
    ),
    Rule(
        id="author-bio-uncased",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=60,
        pattern=(
            r"[\u30a0-\u30ff\u4e00-\u9fff]{2,8}[ \u3000]?[（(][\u3040-\u30ff・ \u3000=＝]{3,24}[）)][ \u3000:：]?.{0,160}(?:生まれ|ライター|エッセイスト|作家|記者|教授|著書|研究者|編集者|出身).{0,200}"
            r"|[\u4e00-\u9fff·]{2,8}[，,].{0,24}(?:作家|学者|诗人|记者|评论员|专栏作者|专栏作家|编辑|教授|研究员|撰稿人)[，,。].{0,40}(?:现居|著有|任教|出版|供职|就职).{0,160}"
            r"|[\u0620-\u064a]{2,12}(?: [\u0620-\u064a]{2,12}){1,2}[،,]? (?:كاتب|كاتبة|صحفي|صحفية|صحافي|صحافية|روائي|روائية|باحث|باحثة)(?: و| |،|\.).{4,300}"
        ),
        must_match=(
            "見本花子（みほん・はなこ）　1980年、東京都生まれ。エッセイスト。",
            "李示例，作家，现居南京，著有《样本集》。",
            "سارة المثال كاتبة وباحثة في تاريخ المدن.",
        ),
        must_not_match=(
            "見本花子（みほん・はなこ）は駅前で待っていた。",
            "李示例，昨天在会上说，粮食够了。",
        ),
    ),
    Rule(
        id="author-bio-first-person",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        max_words=70,
        pattern=(
            r"(?:about me:? |über mich:? |sobre m[íi]m?:? |à propos de moi ?:? |over mij:? )?(?:(?:hi|hello|hey|hallo|moin|hola|ciao|olá|bonjour|salut|hoi)[,!]? )?(?:there[,!] )?(?:i'm|i am|my name is|ich bin|ich heiße|je m'appelle|moi c'est|me llamo|mi chiamo|me chamo|ik ben)(?: die| der)? [^\W\d_]{2,20}(?:[,.!]| and | und | et | y | e | en ).{4,400}\b(?:find me|follow me|buy me a coffee|my blog|this blog|contact me|read more about me|blogge|diesem blog|mein(?:em)? blog|mon blog|ce blog|mi blog|este blog|mio blog|questo blog|meu blog|deze blog|mijn blog)\b.{0,200}"
        ),
        must_match=(
            "I'm Anna, a retired teacher in Example Town. I write about hedges here. You can find me on Instagram.",
            "Über mich: Ich bin Anna, koche gern und blogge seit 2012.",
        ),
        must_not_match=(
            "I am Anna, she told the guard, and he let her through without a word.",
            "My name is on the list, said the clerk.",
        ),
    ),
    Rule(
        id="author-bio-heading-me",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=4,
        pattern=label(
            r"about (?:me|the blogger)|über mich|sobre (?:mí|mim)|over mij|à propos de moi|chi sono|om mig|o mnie|обо мне|hakkımda"
        ),
        must_match=("About me", "Über mich"),
        must_not_match=("Über mich.", "About me he knew nothing."),
    ),
    Rule(
        id="author-bio-work",
        kind=Kind.AUTHOR_BIO,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=40,
        pattern=NAME
        + r" (?:(?:edits|runs|oversees|looks after|heads) (?:the|our|its) [^.!?]{2,50}(?:desk|section|pages?|column|newsletter|magazine|coverage)\b"
        r"|has been (?:reviewing|writing about|covering|reporting on|testing|editing|photographing) [^.!?]{2,60} (?:for|since)\b"
        r"|(?:has )?joined (?:the )?[A-Z][^.!?]{1,60}\b(?:newsroom|news team|news staff|bureau|"
        + _ROLE
        + r")\b).{0,300}",
        must_match=(
            "Desmond edits the letters desk",
            "Bo has been reviewing headphones for eleven years and owns forty pairs.",
            "Anna Example joined the WEXQ news team in 2019 after four years in Sample City.",
        ),
        must_not_match=(
            "The council runs the letters desk",
            "The town joined the Example League in 1931.",
        ),
    ),
)
