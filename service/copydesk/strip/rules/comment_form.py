"""Comment forms: the invitation to comment, the form's labels."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="comment-form-invitation",
        kind=Kind.COMMENT_FORM,
        confidence=0.95,
        where=Where.ANYWHERE,
        pattern=(
            r"(?:leave|post|add|write|submit|make) (?:a|an|your|new|the first) (?:public )?(?:reply|comment|response)"
            r"(?: (?:below|here|now|to [^,.]{1,60}|on (?:this|our|the (?:article|story|post|blog)|[\"']).{0,60}))?(?: cancel(?: reply)?)?"
            r"|cancel reply|post comment|submit comment|comment on this (?:story|article|post)"
            r"|click here to (?:cancel reply|comment|leave a comment)"
            r"|(?:be|you can be) the first (?:one )?to (?:comment|leave a comment|reply)(?: on this .{0,20})?"
            r"|join the (?:conversation|discussion)|start (?:the|a) (?:conversation|discussion)|have your say"
        ),
        must_match=(
            "Leave a comment",
            "Leave a Reply",
            "Leave a Reply to Anna Cancel reply",
            "Be the first to comment!",
        ),
        must_not_match=(
            "Leave a comment on the minister's door and you will be asked to leave, the guard joked.",
            "He asked the crowd to join the discussion, and hundreds did.",
            "She was the first to comment on the ruling.",
        ),
    ),
    Rule(
        id="comment-form-fields",
        kind=Kind.COMMENT_FORM,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"your email address will not be (?:published|shared).{0,80}|required fields are marked.{0,10}"
            r"|notify me (?:of|when|about|by|via) .{0,80}|save my name,? e-?mail.{0,100}"
            r"|you must be (?:logged|signed) in to (?:post a|leave a|add a)? ?(?:comment|reply|vote).{0,30}"
            r"|(?:please )?(?:log|sign|login|log-in|signin) ?in (?:or (?:register|sign up|create .{0,20}) )?to (?:post|leave|add|submit|join|write)?"
            r" ?(?:a |your |the )?(?:comments?|comment|reply|conversation|discussion)"
            r"|(?:sorry, )?comments (?:are|have been|for this (?:article|post|entry) are) (?:now )?(?:closed|disabled|turned off|off)(?: (?:for|on|at|to|in|until|after|due to|by) (?:this|the|that|our|these|new|now|all|moderation|admin).{0,50}| (?:now|here|today)|[.!,;:(-].{0,60})?"
            r"|this (?:post|article|entry|thread) is closed (?:to|for) (?:new )?comments"
            r"|comments? \*|(?:name|email|e-mail|website|your comment|your name|your email)(?: \*| \(required\)| \(will not be published\))"
            r"|(?:fields?|items) marked (?:with )?(?:an asterisk|\*).{0,40}|you may use these html tags.{0,160}"
        ),
        must_match=(
            "Your email address will not be published. Required fields are marked *",
            "Notify me of follow-up comments by email.",
            "You must be logged in to post a comment.",
            "Comments are closed.",
        ),
        must_not_match=(
            "Comments are closed circuits of opinion, the philosopher argues in her new book on public debate.",
            "Name and address of the winner will be given next week.",
        ),
    ),
    Rule(
        id="comment-form-asks",
        kind=Kind.COMMENT_FORM,
        confidence=0.9,
        where=Where.EDGE,
        pattern=(
            r"(?:add )?comment|add comments"
            r"|(?:leave|share|let us know|tell us|post|give us|drop|add|put) (?:your|what you think|us|a) ?.{0,60} in the comments?(?: section)?(?: below)?.{0,30}"
            r"|(?:what do you think|what are your thoughts|do you agree|have you .{3,60})\?.{0,60}(?:comments?|below|let us know).{0,40}"
            r"|tell us what you (?:think|thought)|(?:let us know|sound off|tell us|share your (?:thoughts|views|opinion)|comment) .{0,60}(?:comments?|below).{0,30}"
        ),
        max_words=30,
        must_match=("What do you think? Let us know in the comments below!", "Add comment"),
        must_not_match=("Comment is free, facts are sacred.",),
    ),
    Rule(
        id="comment-form-other-languages",
        kind=Kind.COMMENT_FORM,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"(?:schreiben? (?:sie |uns )?einen kommentar|kommentar (?:schreiben|verfassen|hinterlassen|abgeben)|antworten? abbrechen|jetzt kommentieren"
            r"|hinterlassen? (?:sie )?eine(?:n)? (?:antwort|kommentar)|(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht.{0,80}|diskutieren sie mit"
            r"|laisse[rz] (?:un|votre) commentaire|laisse[rz] une réponse|ajouter un commentaire|annuler la réponse|(?:publier|écrire|poster) (?:un|votre) commentaire"
            r"|votre adresse (?:e-mail|de messagerie) ne sera pas publiée.{0,80}|réagir à cet article"
            r"|deja (?:un comentario|una respuesta|tu comentario)|dejar un comentario|cancelar (?:la )?respuesta|tu dirección de correo electrónico no será publicada.{0,90}"
            r"|lascia (?:un commento|una risposta)|annulla risposta|il tuo indirizzo e-?mail non sarà pubblicato.{0,80}"
            r"|deix[ea]r? (?:um comentário|uma resposta|o seu comentário)|cancelar resposta|o seu endereço de e-?mail não será publicado.{0,80}"
            r"|geef een reactie|laat een reactie achter|plaats een reactie|(?:reactie|antwoord) annuleren|(?:je|uw|het) e-mailadres wordt niet gepubliceerd.{0,80}"
            r"|(?:do)?daj komentarz|dodaj komentarz|twój adres e-?mail nie zostanie opublikowany.{0,80}|lämna (?:en kommentar|ett svar)|skriv en kommentar|legg igjen en kommentar"
            r"|发表(?:评论|回复)|發表(?:評論|迴響|留言)|留下评论|添加评论|取消回复|我要评论|コメントを(?:残す|書く|投稿する?)|コメントする|(?:返信|コメント)をキャンセル|メールアドレスが公開されることはありません.{0,60}"
            r"|(?:добавить|оставить|написать) комментарий|отменить ответ|ваш (?:адрес )?e-?mail не будет опубликован.{0,80}|yorum yap(?:ın)?|댓글(?:을)? (?:쓰기|남기기|달기|입력)|답글 (?:남기기|취소)|이메일 주소는 공개되지 않습니다.{0,60}"
            r"|bir (?:yanıt|cevap) yazın|yanıtı iptal et|e-?posta (?:hesabınız|adresiniz) yayımlanmayacak.{0,80}|din e-postadress kommer (?:inte|ej) (?:att )?publiceras.{0,80}|din e-postadresse vil ikke bli publisert.{0,80}|din e-mailadresse vil ikke blive publiceret.{0,80}"
            r"|(?:jätä|kirjoita) (?:kommentti|vastaus)|sähköpostiosoitettasi ei julkaista.{0,80}|(?:napsat|přidat) komentář|zanechat (?:komentář|odpověď)|vaše e-mailová adresa nebude zveřejněna.{0,80}|hozzászólás (?:írása|küldése)|az e-mail címet nem tesszük közzé.{0,80}"
            r"|lasă un (?:comentariu|răspuns)|adresa ta de e-?mail nu va fi publicată.{0,80}|(?:залишити|додати|написати) (?:коментар|відповідь)|скасувати відповідь|ваша (?:e-mail|електронна) адреса не оприлюдн.{0,100}|αφήστε (?:μια|ένα) (?:απάντηση|σχόλιο)|προσθήκη σχολίου|η ηλ\. διεύθυνση σας δεν δημοσιεύεται.{0,80}"
            r"|(?:để lại|viết|gửi) (?:một )?(?:bình luận|phản hồi)|email của bạn sẽ không được hiển thị công khai.{0,80}|tinggalkan (?:balasan|komentar)|tulis komentar|alamat email anda tidak akan dipublikasikan.{0,80}|แสดงความคิดเห็น|ใส่ความเห็น|อีเมลของคุณจะไม่แสดงให้คนอื่นเห็น.{0,60}"
            r"|(?:اترك|أضف|اكتب) (?:تعليق(?:ا|ًا|اً)?|رد(?:ا|ًا|اً)?)|إلغاء الرد|لن يتم نشر عنوان بريدك الإلكتروني.{0,80}|دیدگاهتان را بنویسید|ارسال (?:نظر|دیدگاه)|نشانی ایمیل شما منتشر نخواهد شد.{0,80}|(?:כתיבת|השארת|הוספת) תגובה|האימייל לא יוצג באתר.{0,80}"
            r"|(?:अपनी )?(?:टिप्पणी|प्रतिक्रिया) (?:करें|दें|लिखें|छोड़ें)|आपका ईमेल पता प्रकाशित नहीं किया जाएगा.{0,80})"
        ),
        must_match=(
            "Schreiben Sie einen Kommentar",
            "Laisser un commentaire",
            "Deja una respuesta",
            "发表评论",
            "コメントを残す",
            "Добавить комментарий",
            "Din e-postadress kommer inte publiceras. Obligatoriska fält är märkta *",
            "اترك تعليقا",
            "כתיבת תגובה",
            "टिप्पणी करें",
            "Залишити коментар",
            "Napsat komentář",
        ),
        must_not_match=(
            "Der Minister wollte keinen Kommentar abgeben.",
            "Міністр відмовився залишити коментар для преси.",
            "Elle a refusé de laisser un commentaire au journal.",
        ),
    ),
    Rule(
        id="comment-form-calls-other-languages",
        kind=Kind.COMMENT_FORM,
        confidence=0.85,
        where=Where.EDGE,
        max_words=24,
        pattern=(
            r"bitte (?:melden sie sich|loggen sie sich) .{0,30}(?:an|ein),? um .{0,20}kommentieren.{0,12}|(?:vous devez être connecté|connecte[rz](?:-vous)?) (?:pour|afin de) .{0,20}(?:comment|réag|publier).{0,40}|soyez le premier à (?:commenter|réagir).{0,30}|(?:inicia sesión|accede|regístrate|identifícate) .{0,30}comentar.{0,30}|sé el primero en comentar.{0,20}|(?:escribe|envía|añade|publica|agrega) (?:tu|un) comentario"
            r"|(?:accedi|effettua il login|registrati) .{0,30}(?:commentare|commento).{0,30}|commenta (?:la notizia|l'articolo|per primo|questo articolo)|scrivi un commento|(?:inicie sessão|faça login|cadastre-se|registe-se) .{0,40}comentar.{0,30}|(?:escreva|faça|adicione) (?:o seu|seu|um) comentário|seja o primeiro a comentar.{0,20}|log in om .{0,30}rea(?:ctie|geren).{0,20}|reageren\? .{0,40}|wees de eerste (?:die|om) .{0,20}rea.{0,16}"
            r"|zaloguj się,? (?:aby|żeby|by) .{0,20}koment.{0,20}|dołącz do (?:dyskusji|rozmowy)|(?:napisz|zostaw) komentarz|skomentuj(?: artykuł)?|(?:войдите|авторизуйтесь|зарегистрируйтесь),? .{0,20}чтобы .{0,20}комментари.{0,20}|комментировать|yorum (?:yaz|ekle|gönder)(?:ın)?|yorum yapabilmek için .{2,50}|ilk yorumu (?:siz |sen )?(?:yapın|yaz|yazın)|(?:أضف|اكتب|اترك|شاركنا) (?:تعليقك|رأيك|بتعليقك|برأيك).{0,20}"
            r"|(?:הוסף|הוסיפו|כתבו|השאירו) תגובה|(?:अपनी |अपना )?(?:प्रतिक्रिया|टिप्पणी|कमेंट|राय) (?:ज़रूर |जरूर )?(?:दें|करें|लिखें|बताएं|जोड़ें)|登录后(?:发表|参与)?评论|ログインしてコメント.{0,10}|로그인 후 댓글.{0,20}|(?:댓글|의견) ?등록|répondre à cet article(?: \(\d{1,4}(?: messages?)?\)?)?|좋아요(?: \d{1,6})?|(?:이 )?기사를 추천합니다|ร่วมแสดงความคิดเห็น|(?:gửi|viết) (?:bình luận|ý kiến)(?: của bạn)?|hãy là người đầu tiên bình luận"
        ),
        must_match=(
            "הוסף תגובה",
            "Vous devez être connecté pour publier un commentaire",
            "अपनी राय बताएं",
            "Dołącz do dyskusji",
            "Yorum yapabilmek için giriş yapmalısınız.",
            "Inicie sessão ou registe-se para comentar",
            "Répondre à cet article (5 messages)",
        ),
        must_not_match=(
            "Комментировать решение министр отказался.",
            "Vous devez être connecté au réseau pour que la borne fonctionne.",
            "Napisz komentarz, mówiła nauczycielka, i nie podpisuj go nigdy cudzym nazwiskiem.",
        ),
    ),
    Rule(
        id="comment-form-discussion",
        kind=Kind.COMMENT_FORM,
        confidence=0.9,
        where=Where.EDGE,
        max_words=16,
        pattern=r"(?:join|start) the (?:discussion|conversation|debate)[:.!] ?.{2,80}|(?:have your say|your say)(?: .{2,40})?|discussion about this post|comments powered by .{2,30}|no comments(?: yet| have been (?:posted|made|left)(?: (?:to|on|for) this (?:article|story|post))?)?|(?:please )?(?:log|sign) ?in or (?:register|sign ?up) to (?:post|leave|write|add) (?:a )?comments?|please enable javascript to view the comments.{0,40}|what do you think\?? (?:tell us|let us know|join|have your say|leave|e-?mail).{0,80}",
        must_match=(
            "Join the discussion: have your say in our fan forum",
            "Discussion about this post",
            "Log in or register to post comments",
        ),
        must_not_match=(
            "Join the debate and lose your friends, he used to say.",
            "No comments came from the palace.",
        ),
    ),
    Rule(
        id="comment-form-required",
        kind=Kind.COMMENT_FORM,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=(
            r"(?:erforderliche|obligatorische) felder sind mit \* markiert|erforderliche felder sind(?: mit)?(?: markiert)?|les champs obligatoires sont indiqués(?: avec)?|los campos (?:obligatorios|necesarios) están marcados(?: con)?|i campi obbligatori sono contrassegnati(?: con)?|(?:os )?campos obrigatórios (?:são )?marcados(?: com)?|(?:vereiste|verplichte) velden zijn gemarkeerd(?: met)?|(?:wymagane pola są oznaczone|pola, których wypełnienie jest wymagane, są oznaczone)(?: symbolem)?|obligatoriska fält är märkta|obligatoriske felte?r? er (?:merket|markeret)(?: med)?|pakolliset kentät on merkitty"
            r"|vyžadované (?:informace|políčka|polia) (?:jsou|sú) označen[éáy]|обязательные поля помечены|обов.язкові поля позначені|a kötelező mezőket \* karakterrel jelöltük|câmpurile obligatorii sunt marcate(?: cu)?|gerekli alanlar \* ile işaretlenmişlerdir|τα υποχρεωτικά πεδία σημειώνονται(?: με)?|必填项已用 ?\* ?标注|必填欄位標示為|\*? ?が付いている欄は必須項目です|필수 (?:필드|항목)는 \* ?로 표시됩니다|các trường bắt buộc được đánh dấu|ruas yang wajib ditandai|الحقول الإلزامية مشار إليها بـ|שדות החובה מסומנים"
        ),
        must_match=(
            "I campi obbligatori sono contrassegnati *",
            "Erforderliche Felder sind mit * markiert",
            "必填项已用*标注",
        ),
        must_not_match=("Erforderliche Felder sind mit Weizen bestellt.",),
    ),
    Rule(
        id="comment-form-label",
        kind=Kind.COMMENT_FORM,
        confidence=0.85,
        where=Where.TAIL,
        max_words=3,
        pattern=(
            r"name|web ?site|your (?:name|e-?mail|comment|message)|e-?mail-adresse|nom|adresse e-?mail|site web|nombre|correo(?: electrónico)?|sitio web|nome|sito web|indirizzo e-?mail|naam|e-?mailadres|imię|adres e-?mail|namn|e-?post|navn|jméno|имя|сайт|электронная почта|ім'я|név|nume|isim|ad(?:ınız)?|e-?posta|όνομα|姓名|称呼|邮箱|名前|이름|이메일|웹사이트|الاسم|البريد الإلكتروني|שם|אימייל|नाम|ईमेल"
        ),
        must_match=("Name *", "Website", "Nom", "Имя *"),
        must_not_match=("Name the ship", "His name"),
    ),
    Rule(
        id="comment-form-memorial",
        kind=Kind.COMMENT_FORM,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"view (?:all )?\d{1,5} entries|(?:to )?plant (?:a )?(?:memorial )?trees? in memory of .{2,80} (?:visit|click|at|through|by)\b.{2,80}"
        ),
        must_match=(
            "View 114 entries",
            "Plant a tree in memory of Anna by visiting our Sympathy Store.",
        ),
        must_not_match=("Plant a tree and wait.",),
    ),
)
