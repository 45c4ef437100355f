"""What asks readers to come by another way: links to copy, channels, broadcasts, addresses left, walls, print, more to read."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

RULES = (
    Rule(
        id="share-link-copied",
        kind=Kind.SHARE,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=9,
        pattern=r"copy (?:article |page |this )?link(?: to clipboard| to (?:this )?article)?(?: copied!?)?(?: shortlink)?|link copied(?: to clipboard)?|copy this link is external|link (?:kopieren|kopiert|wurde kopiert)|(?:in die zwischenablage )kopier(?:en|t)|copiar (?:el )?enlace|enlace copiado(?: al portapapeles)?|copiar (?:o )?link|link copiado|copia (?:il )?link|link copiato(?: negli appunti)?|copier le lien|lien copié(?: dans le presse-papiers)?|kopieer (?:de )?link|link gekopieerd|kopiér (?:artikel)?link(?:et)?|kopier lenken?|kopiera länk(?:en)?|skopiuj link|link skopiowany|скопировать ссылку|ссылка скопирована|скопіювати посилання|посилання скопійовано|kopírovat odkaz(?: do schránky)?|copia l'enllaç|αντιγραφή συνδέσμου|kopioi linkki|link másolása|copiază linkul|salin tautan|bağlantıyı kopyala|sao chép liên kết|คัดลอกลิงก์|(?:تم )?نسخ الرابط|لینک کوتاه|העתק קישור|लिंक कॉपी करें|复制链接|链接已复制|複製(?:連結|網址)|リンクを?コピー(?:する|しました)?|urlをコピー|url ?복사|링크 ?복사|링크가 복사되었습니다",
        must_match=("Copy article link", "Link copiato negli appunti!", "Enlace copiado", "Lien copié !"),
        must_not_match=("Copy the link into a mail to yourself.", "Copia il link della banca nel modulo."),
    ),
    Rule(
        id="share-gift-article",
        kind=Kind.SHARE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"gift this (?:article|story)(?: to a friend(?:: paying .{4,120})?)?|as an? (?:subscriber|member),? you (?:have|can|may) (?:give|gift|share|\d{1,3} gift|up to \d{1,3} gift)\b.{0,20}(?:articles?|stor(?:y|ies)|read)\b.{0,120}|(?:remember, )?gift links expire\b.{4,120}|this (?:article|story) (?:is a gift|has been (?:gifted|shared with you)) (?:to you )?(?:from|by) an? .{2,60}"
            r"|diesen artikel verschenken|als abonnent(?:in|en|innen)? können sie (?:pro monat |jeden monat )?\w{1,12} artikel (?:pro monat )?verschenken|(?:diesen artikel|diesen inhalt) können sie .{2,60}\bteilen\b.{0,120}|sie können diesen (?:inhalt|artikel|beitrag) .{0,60}(?:kostenlos|gratis) teilen|regala (?:este|esta|questo) (?:artículo|articolo|noticia|nota)|como (?:suscriptora?|assinante),? (?:puedes?|pode) (?:regalar|oferecer|presentear|compartir) .{4,120}|(?:este|esta) (?:artículo|texto|artigo|matéria) foi (?:liberad|oferecid)[oa] por um assinante|est(?:á|ás) (?:a ler|leyendo) um? artículo regalado .{2,60}|está a ler um artigo oferecido por .{2,60}|presentear matéria|oferecer este artigo"
            r"|offrir (?:l'|cet )article|contenu offert par un abonné|cet article vous est offert(?: par .{2,60})?|en tant qu'abonnée?,? vous pouvez offrir .{4,100}|sélectionnez un ami à qui offrir cet article\b.{0,100}|gli abbonati possono regalare .{4,100}|questo articolo ti è stato regalato da .{2,60}|(?:hai ancora|te quedan) .{2,30}(?:da regalare|de regalo) .{4,100}|geef dit artikel cadeau|je kunt deze maand nog \w{1,12} artikelen weggeven\b.{0,80}|gi bort (?:artikkelen|saken)|du kan gi bort inntil .{4,100}|ge bort artikeln|som prenumerant kan du (?:dela|ge bort) .{4,100}|som abonnent kan du (?:dele|give|gi bort) .{4,100}|podaruj (?:ten )?artykuł|tilaajana voit (?:lahjoittaa|jakaa) .{4,100}|この記事をプレゼント(?:する)?|有料会員は月に.{1,40}プレゼントできます|이 기사를? 선물하기|赠送此?文章|贈送(?:此|本)?文章"
        ),
        must_match=(
            "Gift this article",
            "As a subscriber, you have 10 gift articles to give each month. Anyone can read what you share.",
            "Como suscriptor puedes regalar 10 artículos al mes.",
            "En tant qu'abonné, vous pouvez offrir jusqu'à cinq articles par mois.",
        ),
        must_not_match=(
            "As a member, you have to share the article's costs, she said.",
            "Gift articles made up a third of the sales.",
            "As a member you can give notice at any time.",
        ),
    ),
    Rule(
        id="share-send-on",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=30,
        pattern=(
            r"(?:send|e-?mail|forward) this (?:article|page|story|item|post)? ?to (?:a|an|your|some(?:body|one)) ?(?:friend|mate|colleague|via e-?mail|by e-?mail)|(?:love|like|enjoyed?|enjoying) (?:this|what you(?:'ve| have)? (?:read|see))(?: article| post| story| recipe| piece)?\? ?(?:share|tell|please|pass|pin|send|spread)\b.{2,100}|do you like this (?:post|article|recipe)\? ?(?:please|share|pin|tell)\b.{2,80}|be the first of your friends to like this|to share this article with your friends, .{4,140}|think (?:somebody|someone) you know would (?:enjoy|like) this\? .{4,100}|show more sharing options(?: close .{2,40})?"
            r"|(?:gefällt (?:ihnen|dir|euch)|hat (?:ihnen|dir|euch)) (?:diese[rs]?|der|das) (?:beitrag|artikel|text|rezept)(?: gefallen)?\? ?(?:dann )?(?:teilen|teile|erzählen|empfehlen|sagen|merk)\b.{2,100}|2 klicks für mehr datenschutz: .{4,200}|stuur dit artikel door(?: naar .{2,40})?|(?:send artiklen|send artikkelen|tipsa) (?:til )?en (?:kollega|ven|venn|vän)\b.{0,30}|envoyer (?:cet article )?à un ami|enviar (?:a un amigo|por (?:correo|email|e-mail))|inoltra questo articolo(?: a .{2,40})?|poleć znajomemu|надіслати другові|отправить другу|arkadaşına gönder|أرسل(?: المقال)? إلى صديق.{0,30}|שלחו את הכתבה לחבר|이 글을 친구에게 메일로 보내기"
            r"|dacă ți-a plăcut (?:articolul|textul|rețeta), (?:dă|distribuie|trimite)\b.{2,80}|(?:sviđa vam se tekst|сподобалася стаття|подоба[єe]ться стаття|понравилась статья|понравился материал)\? ?(?:podelite|podijelite|поширте|поділіться|поделитесь|расскажите)\b.{2,80}|ha tetszett a cikk, (?:küldd|oszd)\b.{2,80}|¿?(?:te|le|os) ha gustado (?:este artículo|esta noticia|esta receta)\? ?(?:compárte|envía|díselo)\w{0,6}\b.{0,60}|(?:cet article|cette recette) vous a plu ?\? ?(?:partagez|faites)\b.{2,80}|(?:ti è piaciuto|ti è piaciuta) (?:questo articolo|questa ricetta)\? ?(?:condividi|inoltra)\w{0,3}\b.{0,60}|gostou (?:deste artigo|desta notícia|da matéria|da receita)\? ?(?:compartilhe|partilhe|envie)\b.{0,60}"
        ),
        must_match=(
            "Enjoyed this article? Tell a colleague.",
            "Gefällt Ihnen dieser Beitrag? Dann erzählen Sie Ihren Kollegen davon.",
            "Ha tetszett a cikk, küldd tovább egy barátodnak!",
            "Сподобалася стаття? Поширте її у Facebook.",
        ),
        must_not_match=(
            "Do you like this post? the sergeant asked him.",
            "Love this? Then you have not seen the rest of the hall.",
            "Send this to the court, the judge told the clerk.",
        ),
    ),
    Rule(
        id="share-saved-label",
        kind=Kind.SHARE,
        confidence=0.9,
        where=Where.EDGE,
        cased=True,
        max_words=9,
        pattern=label(
            r"save (?:(?:this )?(?:article |story )?for later|to (?:my |your )?(?:reading list|saved items|favou?rites))|add to (?:my )?(?:reading list|saved stories|favou?rites|bookmarks)|remove from my saved items|text size(?: a){0,4}|a{1,2}(?: a{1,2}){2,4} font size: .{2,30}|cite this (?:article|page)|rss feed|auf (?:die )?merkliste(?: setzen)?|zur merkliste hinzufügen|guardar para (?:leer )?más tarde|guardar para (?:ler )?mais tarde|descargar (?:nota|artículo) en pdf|(?:citar este artículo|como citar este artigo|citer cet article|come citare questo (?:contributo|articolo))(?: \(.{2,20}\))?|imprimer cette page|télécharger (?:la version pdf de )?cet article|salva l'articolo(?: tra i preferiti)?|aggiungi ai preferiti|ajouter à mes (?:favoris|articles)|bewaar artikel|lagre (?:saken|artikkelen)|spara artikeln?|gem artikl?en|zapisz na później|сохранить в закладки|将?此?文章?加入书签|將?此?文加入書籤|はてなブックマークに追加|lineで送る|用line傳送"
        ),
        must_match=(
            "Save for later",
            "Add to reading list",
            "Auf Merkliste setzen",
            "Guardar para leer más tarde",
        ),
        must_not_match=("Save for later.", "Add to favorites a pinch of salt."),
    ),
    Rule(
        id="share-app-alerts",
        kind=Kind.SHARE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"get the app: (?:available|now|download)\b.{2,60}|turn on (?:desktop |push |browser )?notifications for breaking\b.{2,40}|get notified when we publish\b.{2,60}|following this author will add\b.{2,60}|add [\w'&. ]{2,50} (?:as a|to your) preferred sources? on google|add this blog to your feedly|click here to join our whatsapp\b.{2,240}|we(?:'re| are) now on (?:telegram|whatsapp|google news|threads|bluesky|tiktok)\. (?:click|join|follow|scan)\b.{2,120}|[\w'& ]{2,40} is now on (?:telegram|whatsapp|tiktok|threads|bluesky)\. (?:click|join|follow|scan)\b.{2,80}"
            r"|(?:sie wollen|du willst|ihr wollt) keine nachrichten? mehr verpassen\? .{4,100}|jetzt auch als push-nachricht: .{4,80}|fügen sie .{2,60} bei google (?:news )?(?:zu ihren|als) bevorzugten? quellen? .{0,20}|alle nachrichten .{2,60} (?:auf|in) unserem whatsapp-kanal\b.{0,60}|(?:agrega|añade|adicione|aggiungi|ajoutez) .{2,60} (?:como fuente preferida|às suas fontes favoritas|como fonte favorita|come fonte preferita|à vos sources préférées) (?:en|no|em|su|sur) google|(?:descarga|descárgate|descarregue|baixe) (?:ya |gratis )?(?:nuestra|nossa|a nossa|o nosso) (?:app|aplicación|aplicação|aplicativo)\b.{2,120}|(?:scarica|scaricate) (?:la nostra|l'app)\b.{0,12} (?:gratis|gratuita|per|e)\b.{2,100}|(?:recevez|ne manquez) .{2,60} en téléchargeant (?:gratuitement )?notre application|téléchargez (?:gratuitement )?notre application\b.{0,100}|iscriviti al canale (?:whatsapp|telegram)\b.{2,100}|entra nell?a? nostr[ao] (?:community|canale|gruppo) (?:telegram|whatsapp)\b.{0,60}|activa las alertas de tu equipo\b.{0,120}|recibe las notificaciones de tu equipo"
            r"|download (?:de gratis|onze gratis|gratis de|onze) app\b.{0,50}\bontvang (?:push|meldingen|het laatste)\w{0,12}\b.{0,50}|lataa (?:ilmainen |maksuton )?sovellus\w{0,5} ja .{0,40}uuti.{0,50}|få nyhetsnotiser .{2,40}ladda ner vår app|zainstaluj naszą aplikację\b.{0,60}|(?:chcesz być na bieżąco|chcesz wiedzieć więcej)\b.{0,60}\? zainstaluj .{4,60}|читайте нас (?:у|в) (?:google news|telegram|телеграмі?|телеграм)|включите уведомления в браузере\b.{0,100}|добавьте .{2,60} в избранные источники\b.{0,60}|(?:whatsapp|telegram) kanalımıza katılın\b.{0,80}|.{0,60}google news'te bize abone olun|ikuti saluran whatsapp\b.{2,100}|simak berita .{2,40} di google news|حمّل (?:التطبيق|تطبيق).{2,60}|تابعو?ا? آخر أخبار\S{0,3} (?:عبر|على) google news|گوگل نیوز را? .{2,40}|गूगल न्यूज़ पर हमें फॉलो करें|앱을 설치하고 .{2,40}받아보세요|アプリなら速報を.{2,40}受け取れます|line公式アカウントで.{2,60}|加入.{2,12}line官方帳號.{0,20}|下載app看更多.{0,30}"
        ),
        must_match=(
            "We are now on Telegram. Click here to join our channel and stay updated.",
            "Add Sample Times as a preferred source on Google",
            "Agrega a Diario Ejemplo como fuente preferida en Google",
            "Zainstaluj naszą aplikację mobilną.",
        ),
        must_not_match=(
            "We are now on Telegram. The police are on it as well.",
            "Turn on the lights for the neighbours.",
            "Download onze app niet, waarschuwde de bank, en de klanten zijn dat gewend.",
        ),
    ),
    Rule(
        id="share-broadcast",
        kind=Kind.SHARE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=40,
        pattern=(
            r"listen live (?:at|on|to|via)\b.{4,160}|(?:watch|catch) [\w'& ]{2,40} (?:weeknights|weekdays|weekday mornings|every (?:night|weeknight)) (?:at|from) \d.{0,160}|tune in(?:to| to) [\w'& ]{2,60},? (?:weekdays|weeknights|every|daily|from|at|on)\b.{0,60} \d.{0,60}|hear (?:more|the (?:full|rest))\b.{0,60}\b(?:in|on) (?:the|our|this week's|today's) (?:latest )?(?:podcast|episode)\b.{0,120}|you can (?:hear|listen to|watch) the full (?:interview|episode|programme|show|conversation) .{2,160}|this interview (?:first )?aired on .{2,120}|(?:subscribe|listen|available) on:? (?:apple podcasts?|spotify|overcast)\b.{0,100}|like what you hear\? (?:leave|rate|subscribe)\b.{2,120}|our daily news podcast .{2,160} in your usual podcast app"
            r"|(?:escucha|puedes escuchar|ouça|oiça|ascolta|écoutez|retrouvez|luister naar|hør|hör|kuuntele|słuchaj|слушайте|слухайте) .{2,90}(?:spotify|apple podcasts?|podcast-?app|deezer|ivoox|podden|podkast|podcast favorit\w|poddar finns|podcasteja|на всех платформах|платформі|fm\b|l'appli|en replay)\b.{0,80}|(?:oiça|ouça) aqui o episódio completo|escucha aquí el (?:episodio|programa|pódcast) completo|(?:si te gustó el episodio|gostou do episódio|si cet épisode vous a plu|se l'episodio ti è piaciuto)\b.{2,140}|like the show\? (?:leave|rate|subscribe)\b.{2,100}|rivedi la puntata (?:integrale )?.{2,60}|radio [\w ]{2,30} è in onda (?:su|sui)\b.{2,60}|no te pierdas .{2,40}, de lunes a viernes\b.{2,60}|sintoniza .{2,40},? (?:de lunes|por|en)\b.{2,80}|(?:un|este es un|este) (?:podcast|pódcast) (?:produit|scritto|de|di|prodotto) .{4,140}|die sendung können sie .{2,40}nachhören\b.{0,80}|über dieses thema berichtete .{2,60}(?: um \d| in der sendung).{0,100}"
            r"|bekijk de hele uitzending terug\b.{0,60}|cały wywiad (?:do posłuchania|można obejrzeć)\b.{2,60}|nasze podcasty znajdziesz\b.{2,100}|všechny díly podcastu najdete\b.{2,100}|смотрите (?:полный )?выпуск\b.{2,80}youtube\S{0,10}|söyleşinin tamamını .{2,60} izleyebilirsiniz|شاهد الحلقة كاملة .{2,50}|番組の見逃し配信は.{2,40}|ポッドキャストで聴く.{0,40}|팟캐스트는 .{2,50}들으실 수 있습니다|点击收听本期播客.{0,10}|點我看完整影音"
        ),
        must_match=(
            "Listen live at 98.3 FM, on the free Sample Radio app, or ask your smart speaker.",
            "Hear more in the podcast.",
            "Watch Channel 0 News weeknights at 5, 6 and 10.",
            "Écoutez Radio Exemple en direct sur 98.4 FM et sur l'appli.",
        ),
        must_not_match=("Hear more of the rain than of the band.", "Listen live and learn."),
    ),
    Rule(
        id="newsletter-confirmed",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=r"invalid e-?mail(?: address)?|you(?:'re| are) all set|(?:success! )?(?:an e-?mail has been sent (?:with a link|to you\b|to your\b)|we(?:'ve| have) sent (?:you )?a confirmation e-?mail)(?: .{0,140}|\..{0,140})?|(?:please )?check your (?:inbox|e-?mail) (?:and|to|for)\b.{2,60}\b(?:confirm|complete|sign-?up|subscription)\b.{0,60}|error! there (?:was|has been) an error processing your request|oops, that (?:e-?mail )?address doesn't look right\b.{0,40}|you have been subscribed to\b.{4,160}|(?:thank you|thanks) for (?:signing up|subscribing)(?: to .{2,60})?|vielen dank für (?:ihre|deine) anmeldung\b.{0,160}|(?:bitte )?geben sie eine gültige e-?mail-?adresse ein|sie sind bereits für diesen newsletter angemeldet\b.{0,80}|(?:revisa|comprueba) tu (?:bandeja de entrada|correo) para confirmar\b.{0,40}|ya estás suscrito a est[ae] (?:boletín|newsletter)|merci ?! votre inscription .{4,60}|veuillez saisir une adresse e-?mail valide|controlla la tua (?:casella di posta|mail|email) e clicca\b.{2,60}|iscrizione avvenuta con successo|cadastro efetuado com sucesso\b.{0,80}|(?:enviámos|enviamos)-lhe um e-?mail de confirmação\b.{0,60}|bedankt voor je (?:aanmelding|inschrijving)\b.{0,80}|takk for påmeldingen\b.{0,120}|tack! kolla din inkorg\b.{0,100}|kiitos tilauksesta\b.{0,100}|prawie gotowe! sprawdź skrzynkę\b.{0,80}|спасибо! мы отправили вам письмо\b.{0,80}|ви успішно підписалися\b.{0,80}|us(?:p|pj)ešno ste se prijavili\b.{0,100}|kaydınız alındı\b.{0,80}|تم تسجيل بريدك.{0,60}|सब्सक्राइब करने के लिए धन्यवाद|입력하신 이메일로 .{2,30}발송되었습니다|登録ありがとうございます.{0,40}",
        must_match=(
            "We have sent a confirmation email. Please check your inbox and click the link.",
            "Vielen Dank für Ihre Anmeldung. Bitte bestätigen Sie diese über den Link in der E-Mail.",
            "Revisa tu bandeja de entrada para confirmar tu suscripción.",
            "Iscrizione avvenuta con successo",
        ),
        must_not_match=(
            "An email has been sent, police said, from the same address.",
            "Check your email for the third time today and you are an addict.",
            "Thank you for signing up, he told the recruits.",
        ),
    ),
    Rule(
        id="newsletter-consent",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=70,
        pattern=r"you can unsubscribe (?:at )?any ?time\b.{0,160}|by (?:providing|entering|submitting) your (?:phone|mobile|e-?mail)\b[^.]{0,20},? you (?:agree|consent)\b.{4,300}|i would like to (?:be e-?mailed|receive (?:e-?mails|news|offers))\b.{2,160}|i confirm that i am over \d{2} and\b.{2,120}|when you subscribe we will use the information you provide\b.{2,300}|(?:msg|message)s? (?:and|&) data rates may apply\b.{0,120}|eine abmeldung ist jederzeit .{2,60}möglich|(?:ja, )?ich (?:bin damit einverstanden, dass mir|willige ein, dass mir|möchte den .{2,60} erhalten)\b.{0,160}|der versand erfolgt über .{0,30}(?:dienstleister|mailchimp|cleverreach|brevo)\b.{0,200}|he leído y acepto la política de privacidad\b.{0,100}|votre adresse e-?mail est (?:uniquement )?utilisée (?:uniquement )?pour (?:vous (?:envoyer|adresser)|l'envoi)\b.{4,120}|vous pouvez vous (?:désabonner|désinscrire) à tout moment\b.{0,100}|ho letto l'informativa (?:sulla )?privacy\b.{0,120}|acconsento al trattamento dei miei dati\b.{0,100}|du kan til enhver tid (?:trække dit samtykke tilbage|melde deg av)\b.{0,60}|ja tak, jeg vil gerne modtage\b.{4,120}|ved å melde deg på godtar du\b.{4,140}|z odběru se můžete kdykoli(?:v)? odhlásit\b.{0,40}|tilaamalla uutiskirjeen hyväksyt\b.{4,100}|wyrażam zgodę na (?:otrzymywanie|przetwarzanie)\b.{4,160}|elolvastam és elfogadom az? (?:adatkezelési|adatvédelmi)\b.{0,40}|sunt de acord cu prelucrarea datelor\b.{4,120}|te poți dezabona oricând\b.{0,40}|ticari elektronik ileti almayı kabul ediyorum|dilediğiniz zaman listeden çıkabilirsiniz|dengan mendaftar, anda menyetujui\b.{2,60}|συμφωνώ με τους όρους χρήσης\b.{0,60}|بالضغط على زر الاشتراك.{2,80}|אני מאשר(?:/ת)? קבלת .{2,50}|개인정보 수집 및 이용에 동의합니다.{0,10}|수신을 원하지 않으시면 .{2,40}|您可以随时(?:点击邮件底部的链接)?取消订阅.{0,40}|ご登録いただいたメールアドレスは.{2,60}",
        must_match=(
            "You can unsubscribe at any time.",
            "By providing your phone number, you agree to receive automated text messages. Reply STOP to opt out.",
            "Eine Abmeldung ist jederzeit über den Link im Newsletter möglich.",
            "Vous pouvez vous désabonner à tout moment via le lien.",
        ),
        must_not_match=(
            "By entering your email, you set off a chain of machines.",
            "I would like to receive the truth, said the widow.",
            "Der Versand erfolgte über Hamburg und wurde nie bezahlt.",
        ),
    ),
    Rule(
        id="newsletter-reading-it",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.EDGE,
        max_words=50,
        pattern=r"you(?:'re| are) reading [\w'&: ]{2,50},? (?:our|the|a) [\w' -]{0,40}newsletter\b.{0,160}|this is an (?:extract|excerpt|edition) (?:from|of) (?:our|the) .{2,60}\b(?:e-?mail|newsletter)\b.{0,160}|join (?:more than |over )?\d[\d,.]{0,9}(?:\+|k\+?)? [\w' -]{3,40} who (?:get|receive|read|already)\b.{2,80}|start your day with .{4,80}\b(?:inbox|newsletter|by e-?mail)\b.{0,60}|subscribe to blog via e-?mail\b.{0,160}|(?:was this|were you) forwarded (?:this e-?mail|to you)\? .{4,60}|(?:schließen sie sich|únete a|junte-se a|rejoignez les) (?:más de |mais de )?\d[\d., ]{0,9}(?:mil )?[\w ]{3,50}(?: an und erhalten| que (?:ya )?recib\w{2,4}| que recebem| qui reçoivent)\b.{0,100}|(?:este texto (?:se publicó|saiu) primero? (?:en la carta|en la newsletter|en el boletín|na newsletter)|cet article est tiré de la newsletter|questo articolo proviene dalla newsletter|dit stuk verscheen eerder in onze nieuwsbrief|teksten har tidligere været bragt i nyhedsbrevet|krönikan har tidigare publicerats i nyhetsbrevet)\b.{4,160}|vous lisez le numéro \d{1,4} de .{2,100}|(?:on vous a transféré ce (?:message|mail)|recebeu este e-?mail de um amigo|se qualcuno ti ha inoltrato questa mail|si te han reenviado este correo)\b.{2,100}|elke (?:ochtend|vrijdag|week|dag) (?:het|de) (?:belangrijkste|beste|laatste) .{2,60}\bin je (?:mailbox|inbox)\b.{0,60}|(?:recibe en tu correo|ricevi gratis le nostre|ogni mattina nella tua casella di posta)\b.{4,90}|få (?:dagens|ugens|ukas|veckans) .{2,40}(?:indbakke|innboksen|inkorg)\b.{0,60}|meld deg på nyhetsbrevet\b.{0,80}|anmäl dig till vårt nyhetsbrev\b.{0,80}|tilaa uutiskirje\b.{2,80}|iratkozzon fel hírlevelünkre\b.{0,100}|prijavite se na naš newsletter\b.{0,100}|abonează-te la newsletter\b.{0,60}|e-bültenimize abone olun\b.{0,80}|отримуйте щотижневу .{2,50}на пошту|اشترك في نشرتنا.{0,60}|メールアドレスを入力して無料で購読する|訂閱電子報.{0,40}|지난 뉴스레터 보기",
        must_match=(
            "On vous a transféré ce message ? Abonnez-vous par ici.",
            "Join 45,000+ marketers who get our best tips every Tuesday.",
            "Cet article est tiré de la newsletter « Exemple », envoyée le vendredi.",
            "Iratkozzon fel hírlevelünkre, és minden reggel megkapja.",
        ),
        must_not_match=("Join 3,000 people who marched on Sunday.", "Start your day with a walk."),
    ),
    Rule(
        id="paywall-left-to-read",
        kind=Kind.PAYWALL,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=r"(?:you have|there is|there's) \d{1,3}(?:[.,]\d{1,2})? ?% of this (?:article|story|piece) (?:left|remaining)\b.{0,80}|\d{1,3}(?:[.,]\d{1,2})? ?% of this (?:article|story) remains\b.{0,60}|you(?:'ve| have) read \w{1,6} of (?:your )?\w{1,6} free\b.{0,80}|sie haben (?:noch )?\d{1,3}(?:,\d{1,2})? ?% (?:des|dieses) artikels\b.{0,100}|(?:te|le|os) queda (?:el |un )?\d{1,3}(?:[.,]\d{1,2})? ?% de est[ea] (?:artículo|noticia|texto|nota|reportaje|contenido)\b.{0,60}|il vous reste \d{1,3}(?:[.,]\d{1,2})? ?% de (?:cet article|cette \w{2,12}) à (?:lire|découvrir).{0,60}|hai letto il \d{1,3} ?% dell'articolo\b.{0,60}|(?:faltam|restam) \d{1,3} ?% dest[ea] (?:artigo|texto|matéria|notícia|conteúdo|reportagem)\b.{0,60}|você leu \d{1,2} de \d{1,2} (?:matérias|artigos|textos|notícias)\b.{0,40}|je hebt nog \d{1,3} ?% van dit artikel\b.{0,40}|pozostało (?:jeszcze |ci )?\d{1,3} ?% (?:treści )?(?:tego )?artykułu\b.{0,40}|zbývá vám přečíst \d{1,3} ?% článku|(?:остало|осталось) \d{1,3} ?% (?:текста|статьи)\b.{0,60}|до конца статьи осталось .{2,80}|残り\d{1,3} ?%(?:の文章|の記事|をお?読).{0,40}|(?:残り|あと)\d{2,5}文字(?: ?/ ?全.{2,10}文字)?|剩余\d{1,3} ?%内容.{0,20}|ai citit \d{1,2} din (?:cele )?\d{1,2} articole gratuite\b.{0,30}|you(?:'ve| have) (?:reached|hit|used(?: up)?) (?:your|the|all of your)(?=.{0,40}\b(?:articles?|stories)\b) (?:(?:monthly|weekly|free|article|\d{1,2}) ){0,3}(?:limit|articles?|stories)\b.{0,120}|it looks (?:as though|like) you've reached the end of your free stories\b.{0,120}|(?:has|ha) alcanzado (?:tu|el|su) límite de (?:artículos|noticias|lecturas)\b.{0,80}|hai raggiunto il limite di articoli\b.{0,60}|ihr (?:gratis|frei)-kontingent .{2,80}|vous avez (?:atteint|consommé) (?:la limite|vos|votre quota)\b.{0,40}\b(?:articles?|lectures)\b.{0,80}|je hebt je gratis artikelen .{2,100}|du har (?:brugt|lest|läst|brukt) (?:dine|månadens|månedens) .{2,20}gratis.{0,100}|olet lukenut kuukauden .{2,60}|wykorzystałeś limit .{2,60}|вы прочитали \w{1,8} бесплатн\w{2,3} стат\w{1,3}\b.{0,60}|bu ay okuyabileceğiniz ücretsiz .{2,40}|لقد استنفدت عدد المقالات.{2,80}|你已閱畢本月.{2,40}",
        must_match=(
            "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
            "Te queda el 68 % de este artículo por leer.",
            "You have 62% of this article left to read. The rest is for subscribers only.",
            "You've reached your monthly limit of free articles.",
        ),
        must_not_match=("Il vous reste 57 % de la somme à payer.", "Je hebt nog 75% van de tijd over."),
    ),
    Rule(
        id="paywall-only-for",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=r"(?:exclusive for|exclusively for) (?:subscribers|members)|subscriber-only (?:audio|story|content|benefit\b.{0,60})|keep reading with a \d{1,2}-day free trial\b.{0,160}|start your (?:free )?trial for (?:just |only )?[£$€₹].{1,140}|want full access\? .{4,60}|this is a (?:prime|premium|plus|members-only) (?:story|article): .{4,120}|exclusive for [\w-]{2,20} members: .{4,120}|we(?:'ve| have) (?:removed the paywall from|made) this (?:article|piece|story) (?:because|free (?:for everyone|to read)|available to everyone)\b.{0,160}|(?:kun )?for abonnenter|kun for abonnenter|(?:sie sind|du bist) bereits abonnent(?:in)?\? .{2,40}|erster monat (?:kostenlos|gratis|für \S{1,6})\b.{2,80}|(?:este|este contenido|este artículo|este conteúdo|este artigo) es? ?(?:é )?exclusiv[oa] para (?:suscriptores|socios|assinantes)\b.{0,80}|este (?:conteúdo|artigo) é exclusivo para assinantes\b.{0,80}|(?:lee|lea|leia) sin límites|(?:solo|sólo) para (?:socios|suscriptores)|tu suscripción se está usando en otro dispositivo\b.{0,80}|lecture du (?:journal|monde) en cours sur un autre appareil|vous pouvez lire (?:votre|le) \w{2,12} sur un seul appareil à la fois\b.{0,100}|vous souhaitez lire la suite ?\? .{4,100}|créez un compte gratuit pour (?:continuer|lire)\b.{0,40}|questo contenuto è riservato (?:agli|ai) (?:abbonati|soci|iscritti)\b.{0,60}|sblocca l'accesso (?:illimitato|a tutti)\b.{0,100}|stai leggendo (?:un contenuto|gratis)\b.{2,80}|per continuare a leggere (?:registrati|abbonati|accedi)\b.{0,40}|(?:cadastre-se|registe-se) (?:grátis )?para continuar (?:lendo|a ler)|para continuar a ler este artigo\b.{2,40}|exclusief voor abonnees|verder lezen\? (?:probeer|neem|word|log)\b.{2,80}|læs videre for \d{1,3} kr\b.{0,80}|läs vidare från \d{1,3} kr\w{0,4}\b.{0,80}|denne saken krever abonnement\b.{0,80}|den här artikeln är för dig som är prenumerant|vain tilaajille|tämä juttu on (?:vain )?tilaajille\b.{0,80}|tento článek je pouze pro předplatitele\b.{0,80}|odblokuj za \d{1,2} zł\b.{2,80}|материал доступен только по подписке|цей матеріал доступний лише .{2,50}|articol disponibil doar pentru abonați|contingut exclusiu per a subscriptors|ja ets subscriptor\? .{2,30}|a teljes cikket csak előfizetőink .{2,30}|bu içerik abonelerimize özeldir|abone misiniz\? (?:oturum|giriş)\b.{0,10}|ovaj je sadržaj dostupan samo pretplatnicima\b.{0,60}|artikel ini khusus untuk pelanggan\b.{0,100}|sudah punya akun\? masuk\b.{0,10}|هذا المحتوى متاح للمشتركين فقط.{0,50}|هل أنت مشترك؟.{2,25}|כתבה זו פתוחה למנויים בלבד.{0,60}|이 기사는 유료회원 전용 .{2,50}|이미 구독 중이신가요\? 로그인|ここから先は(?:有料|会員).{0,20}|本文為會員專屬.{0,30}",
        must_match=(
            "Subscriber-only audio",
            "Start your trial for £1 for 4 weeks, then £29 per month.",
            "Este contenido es exclusivo para suscriptores",
            "Questo contenuto è riservato agli abbonati",
        ),
        must_not_match=(
            "Start your trial for murder without a lawyer and it is over, he said.",
            "Verder lezen? Dat deed hij nooit.",
            "We have made this piece of land free of mines.",
        ),
    ),
    Rule(
        id="paywall-in-print",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.TAIL,
        max_words=40,
        pattern=r"retrouvez (?:cet article|ce dossier|cette enquête|cet entretien|l'intégralité de .{2,40}) (?:en intégralité |intégralement )?dans (?:le|notre) (?:numéro|magazine|hors-série|journal|dernier numéro)\b.{0,80}|(?:cet article|ce texte|cet entretien) (?:est paru|a paru|est extrait)\b.{0,30}(?:n°|numéro|magazine)\b.{0,60}|(?:den|das) vollständigen? (?:artikel|testbericht|bericht|interview|text) .{0,40}(?:lesen|finden) sie in (?:heft|ausgabe|der (?:aktuellen|gedruckten|nächsten)) .{1,120}|das e-paper schon am vorabend\b.{0,40}|lea la versión completa\b.{2,60}\bedición impresa\b.{0,30}|leia a (?:reportagem|entrevista) completa na edição impressa\b.{0,60}|l'articolo completo (?:lo trovi |è )?in edicola\b.{0,60}|lees (?:de|het) volledige \w{3,12} .{0,40}\bin het \w{2,12}nummer\b.{0,40}|les hele (?:testen|saken|intervjuet) i (?:utgave|nr)\b.{0,40}|hele testen kan læses i\b.{2,80}|testet i sin helhet finns i nummer\b.{0,60}|cał[yą] (?:felieton|tekst|rozmowę|wywiad|artykuł) (?:przeczytasz|przeczytacie|można przeczytać) w\b.{4,80}|полный текст интервью читайте в\b.{2,60}|повну версію .{2,30}читайте у\b.{2,60}|yazının devamını derginin .{2,40}|read the e-paper: .{4,100}|متن کامل این .{2,20} را در شماره .{2,80}|이 기사는 .{2,30}제\d{1,4}호에 실린 기사입니다.{0,40}|本稿は.{2,40}号の.{2,30}再構成したものです.{0,30}",
        must_match=(
            "Retrouvez cet article dans le numéro 412, en vente en kiosque.",
            "Leia a reportagem completa na edição impressa desta sexta-feira.",
            "Les hele testen i utgave 6/2012, som er i salg nå.",
            "Cały felieton przeczytasz w najnowszym numerze „Tygodnika Przykład”.",
        ),
        must_not_match=("Cet article est paru trop tard.", "Les hele saken i stillhet, ba dommeren."),
    ),
    Rule(
        id="paywall-appeal-gifts",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.TAIL,
        max_words=50,
        pattern=r"all gifts matched through\b.{2,30}|give today and your gift will be (?:doubled|matched)\b.{0,100}|funding for this (?:story|coverage|series|reporting) (?:came|comes) from\b.{4,140}|this (?:coverage|story|reporting) (?:is|has been) made possible (?:in part )?by (?:a grant|the support|support|funding) .{4,160}|[\w' ]{2,40} is a 501\(c\)\(3\) nonprofit (?:news|supported|funded)\w{0,12}\b.{2,120}|(?:to )?plant a tree or send flowers to the family of\b.{4,120}|please gift aid your donation\b.{0,120}|spendenkonto: .{4,140}|spendier (?:mir|uns) einen kaffee\b.{0,60}|diese recherche wurde durch ein stipendium\b.{4,140}|(?:invítame|offrici|buy (?:me|us)) (?:a un|un|a) (?:café|caffè|coffee)|grâce à la déduction fiscale, un don de\b.{4,80}|sostienici con una donazione|se (?:sei arrivato fin qui|chegou até aqui)\b.{4,60}(?:nosso trabalho|nostro lavoro|apprezzi|contribu|aiut).{0,100}|dona il tuo 5 ?x ?1000\b.{0,60}|faça uma doação via pix\b.{0,60}|torne-se (?:nosso apoiador|assinante)\b.{0,100}|waardeer dit artikel\b.{0,120}|dit verhaal kwam tot stand met steun van\b.{2,80}|postaw (?:nam|mi) kawę\b.{0,60}|przekaż 1,5 ?% podatku\b.{4,100}|redirecționează 3,5 ?% din impozit\b.{4,80}|swisha valfritt belopp\b.{0,60}|reportaget har gjorts med stöd från\b.{4,120}|reportasjen er støttet av\b.{4,100}|artiklen er blevet til med støtte fra\b.{2,60}|bliv medlem og støt (?:den uafhængige|vores|os)\b.{0,40}|jutun tekemiseen on saatu apurahaa\b.{2,60}|bli månadsgivare och\b.{2,60}|dukung jurnalisme independen\b.{2,80}|ساهم في دعم الصحافة.{0,20}|좋은 기사 원고료 주기|후원금은 .{2,20}세액공제.{2,20}|捐款可開立收據.{0,25}",
        must_match=(
            "All gifts matched through December 31.",
            "This coverage is made possible by a grant from the Sample Fund.",
            "Sostienici con una donazione",
            "Postaw nam kawę i wesprzyj niezależne dziennikarstwo.",
        ),
        must_not_match=(
            "This story is made possible by the weather.",
            "Se chegou até aqui, o time pode ir mais longe.",
            "Bliv medlem og støt, skrev partiet, og de var mange.",
        ),
    ),
    Rule(
        id="related-led",
        kind=Kind.RELATED,
        confidence=0.7,
        where=Where.ANYWHERE,
        max_words=34,
        pattern=r"(?:dive deeper|can also read|you can also read|also read|explore more|more on the topic|full coverage|previous coverage|see also|further reading|related documents): ?[^.!?]{4,120}|\[? ?also read ?\]?|(?:live updates): follow the latest\b.{2,60}|part \w{1,5} of \w{1,5}: read the rest\b.{0,40}|more on the topic|pay attention: (?:find the stories|click|share|follow)\b.{4,120}|for (?:the rest of the latest|more) [\w' ]{2,40},? (?:click here|head over to)\b.{0,60}|hier geht's zum (?:test|artikel|interview): .{4,80}|lire aussi ?: article réservé à nos abonnés.{4,160}|te recomendamos: ?.{4,100}|ver más: .{4,100}|(?:ler mais|leia mais|lue lisää|llegiu també|více o tématu): .{4,100}|طالع أيضا?ً?: ?.{4,80}|اقرأ في الحلقة القادمة.{4,60}|看更多[:：].{4,50}|推薦閱讀[:：].{4,60}|pisaliśmy o tym|więcej na ten temat|per approfondire|sullo stesso argomento|bunu da okuyun|haberin devamı için tıklayın(?:ız)?|ezt is olvasta már|pročitajte još|pe aceeași temă|что ещё почитать|у тему|aiheesta aiemmin|dans le même numéro|nello stesso fascicolo|halaman selanjutnya: .{4,80}|mời quý độc giả đón đọc\b.{4,80}|คลิกอ่านตอนที่แล้ว.{2,60}|(?:dieser artikel|dieser text) ist teil (?:unserer|der) serie\b.{4,140}|dit is deel \d{1,2} van een serie\b.{4,80}|(?:detta är|dette er) (?:den )?\w{4,8} (?:och sista |og siste )?del(?:en)? (?:i en|av) serie\w{0,3} om\b.{4,100}|artiklen er en del af en serie\b.{4,100}|artikel ini merupakan bagian dari serial\b.{2,60}|bisher erschienene folgen\b.{2,60}|alle bisher erschienenen folgen\b.{2,80}|yazı dizisinin ilk bölümünü okumak için\b.{0,20}",
        must_match=(
            "Lire aussi : Article réservé à nos abonnés L'écluse et la mairie",
            "Dive deeper: How grocers rethink private label",
            "[ Also read ]",
            "PAY ATTENTION: Click “See First” under the “Following” tab to see our news",
            "Te recomendamos: ¿Cuándo pagan el aguinaldo?",
        ),
        must_not_match=("See also how the light falls on the bay.", "Dit is deel van een serie tegenslagen."),
    ),
    Rule(
        id="related-shown-label",
        kind=Kind.RELATED,
        confidence=0.9,
        where=Where.EDGE,
        cased=True,
        max_words=8,
        pattern=label(
            r"recommended by(?: outbrain| taboola)?|other stories that caught our eye|local headlines for you|readers also viewed(?: these \w{4,12})?|top stories just in most popular|in case you missed it|auch spannend|meistgelesene artikel|weiterführende links(?: und literatur)?|contenido relacionado|historias recomendadas|noticias recomendadas|de interés|vous aimerez aussi|contenus sponsorisés|ces articles devraient vous plaire|ailleurs sur le web|approfondimenti|i più letti|le più lette|notizie correlate|ti potrebber(?:o|e) interessare|dal nostro archivio|recomendado para você|você pode gostar|fique por dentro|nesta edição|mest läst just nu|flere saker|tidligere afsnit|najczęściej czytane(?: w tym tygodniu)?|cele mai citite|recomandările redacției|najčitanije|povezane v(?:i)?jesti|δημοφιλέστερα|et pot interessar|el més llegit|notícies relacionades|popularni članci|популярні статті зараз|çok okunanlar|editörün seçtikleri|bunlar da ilginizi çekebilir|terpopuler|có thể bạn quan tâm|xem nhiều|บทความที่คุณอาจสนใจ|أخبار متعلقة|نرشح لك|مطالب پیشنهادی|עוד באותו נושא|यह भी देखें|こちらもおすすめ|함께 읽으면 좋은 글|지금 뜨는 뉴스|大家都在看|你可能还喜欢|往期回顾|你可能有興趣|更多報導"
        ),
        must_match=("Recommended by", "Vous aimerez aussi", "Notizie correlate", "Çok okunanlar"),
        must_not_match=("Recommended by doctors.", "De interés.", "I più letti sono i gialli."),
    ),
    Rule(
        id="tags-named",
        kind=Kind.TAGS,
        confidence=0.9,
        where=Where.EDGE,
        max_words=25,
        pattern=r"(?:companies|people|places) (?:mentioned )?in this article|mentioned in this article|show more tags|see all topics|(?:see more|more) on: [\w' -]{2,40}, [^.!?]{2,80}|(?:tickers|subjects|listed in): [^.!?]{2,100}|schlagworte zu diesem artikel|in diesem artikel erwähnte unternehmen|dieser beitrag wurde (?:unter|am) .{2,100}(?:abgelegt|verschlagwortet|veröffentlicht)\b.{0,120}|auf dieser seite finden sie alle artikel zum thema\b.{2,40}|(?:temas de esta nota|en esta nota|tópicos relacionados|argomenti trattati|thématiques associées|onderwerpen in dit artikel|ämnen i artikeln|emner i artiklen)|(?:temes|arxivat a|marcado como|classé dans|publicado en|plus d'articles sur|mai multe despre|daha fazla) ?: [^.!?]{2,100}|(?:témata|nøgleord|stikkord|emneord|aiheet|címkék|etichete|etiketter|topik|tagovi|ključne riječi|słowa kluczowe|ключевые слова|anahtar kelimeler|từ khóa|позначки|рубрики|рубрика|θέματα|هاشتاغ|टैग्स)[:：] ?[^.!?]{2,100}|dit bericht is geplaatst in\b.{4,140}|wpis został opublikowany w kategorii\b.{4,140}|inlägget publicerades i\b.{4,140}|كلمات دلالية|この記事に関するキーワード|この記事に登場する.{2,10}|文章標籤[:：].{2,40}|相關關鍵字|涉及个股|関連銘柄(?:・業種)?|관련 종목|이 글에 언급된 .{2,10}|แท็กที่เกี่ยวข้อง.{0,60}",
        must_match=(
            "Mentioned in this article",
            "Słowa kluczowe: pszenica, dopłaty",
            "Temas de esta nota:",
            "Classé dans : Tarte, Pique-nique",
        ),
        must_not_match=("More on: the lights. He switched them.", "Places in this article of faith are few."),
    ),
)
