"""What a newsletter that came by mail says of itself: how to see it in a browser, why one gets it, how to be rid of it."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="newsletter-mail",
        kind=Kind.NEWSLETTER,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:(?:trouble|problems?|having trouble|can't|unable to) (?:viewing|reading|see|view) .{2,60}\? ?)?(?:click here to )?(?:view|read|open|see|display) (?:(?:this|the|it) ?(?:e-?mail|message|newsletter|issue)?(?: online)? ?)?in (?:your |a |the )?(?:web )?browser.{0,20}|view (?:this )?(?:e-?mail|message|newsletter) online"
            r"|(?:you(?:'re| are) (?:receiving|getting)|you (?:have )?received|we sent you) this (?:e-?mail|message|newsletter) (?:because|as|since) (?:you|your|we)\b.{2,300}|this (?:e-?mail|message|newsletter) was sent to .{2,160}"
            r"|was this (?:e-?mail|newsletter|message|issue)? ?(?:forwarded|sent on) to you\b.{0,100}|(?:did )?(?:someone|a friend|somebody) forward(?:ed)? (?:you )?this .{0,100}"
            r"|(?:manage|update|change) (?:your )?(?:e-?mail |newsletter |subscription )?(?:preferences|subscriptions?)(?: (?:or|and|\|) .{2,60})?|unsubscribe(?: (?:from (?:this|these|our|all)|here|instantly|in one click)\b.{0,60})?|to (?:unsubscribe|leave (?:the|this|our) (?:mailing )?list|be removed from (?:the|this|our) (?:mailing )?list)(?: from .{2,40})?,? (?:please |simply |just )?(?:click|reply|visit|write|send|use|follow|go to|e-?mail).{2,120}|(?:if you )?no longer (?:wish|want) to receive (?:these|this|our) .{2,120}|(?:please )?add .{2,60} to your (?:address book|contacts|safe senders).{0,60}"
            r"|(?:if you (?:enjoy|like|love|value) [^.!?]{2,60}, )?(?:please )?consider (?:becoming|upgrading to) an? (?:paid |paying )?(?:subscriber|member|supporter|patron|subscription)\b.{0,80}"
        ),
        must_match=(
            "View this email in your browser",
            "You are receiving this email because you signed up at example.com.",
            "Was this forwarded to you? Sign up here.",
            "Update your preferences or unsubscribe from this list",
            "Unsubscribe",
            "If you enjoy The Example, consider becoming a paid subscriber.",
        ),
        must_not_match=(
            "You are receiving this email because nobody else would read it, he wrote to his son.",
            "To unsubscribe took her four months and a lawyer, the court heard.",
            "Unsubscribe, the screen said, but there was nothing to click on, and so she stayed.",
        ),
    ),
    Rule(
        id="newsletter-mail-other-languages",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.EDGE,
        max_words=50,
        pattern=(
            r"(?:(?:diese|die|den) )?(?:e-?mail|mail|nachricht|newsletter) (?:im|in (?:ihrem|deinem)) browser (?:ansehen|anzeigen|öffnen|lesen)|im browser (?:ansehen|anzeigen|öffnen|lesen)|wird (?:diese|der) .{2,30} nicht (?:richtig|korrekt) (?:angezeigt|dargestellt).{0,80}|(?:sie erhalten|du erhältst|sie bekommen|du bekommst) (?:diese|diesen) (?:e-?mail|mail|newsletter|nachricht),? (?:weil|da) (?:sie|du|ihre|deine) .{2,200}|(?:newsletter |hier )?(?:abmelden|abbestellen)"
            r"|(?:voir|lire|consulter|afficher|ouvrir) (?:cet|ce|cette|l'|la) ?(?:e-?mail|courriel|message|newsletter|infolettre) (?:dans (?:votre|un|le) navigateur|en ligne)|(?:vous recevez|vous avez reçu) (?:cet|ce|cette) (?:e-?mail|courriel|message|newsletter|lettre|infolettre) (?:car|parce que) vous .{2,200}|se (?:désabonner|désinscrire)(?: de .{2,50})?|pour vous (?:désabonner|désinscrire),? .{2,120}"
            r"|(?:ver|abrir|leer) (?:este|el) (?:correo|e-?mail|mensaje|boletín)(?: electrónico)? en (?:el|tu|su) navegador|(?:recibes|estás recibiendo|ha recibido|has recibido) este (?:correo|e-?mail|mensaje|boletín)(?: electrónico)? porque .{2,200}|dar(?:se|te) de baja(?: .{2,50})?|(?:visualizza|apri|leggi) (?:questa|la) (?:e-?mail|newsletter|mail) nel (?:tuo )?browser|(?:ricevi|hai ricevuto|stai ricevendo) questa (?:e-?mail|newsletter|mail) perché .{2,200}|(?:disiscriviti|annulla l'iscrizione)(?: .{2,50})?"
            r"|(?:ver|abrir|visualizar) (?:este|esta|o) (?:e-?mail|mensagem|newsletter) no (?:seu )?navegador|(?:você )?(?:está recebendo|recebeu|recebe) est[ea] (?:e-?mail|mensagem|newsletter) porque .{2,200}|cancelar (?:a )?(?:inscrição|subscrição)|(?:bekijk|open|lees) (?:deze|de) (?:e-?mail|mail|nieuwsbrief) in (?:je|uw|de|een) browser|(?:je|u) ontvangt deze (?:e-?mail|mail|nieuwsbrief) omdat .{2,200}|uitschrijven"
            r"|(?:zobacz|otwórz|wyświetl) (?:(?:tę )?wiadomość |newsletter )?w przeglądarce|otrzymujesz (?:tę wiadomość|tego maila|ten newsletter),? ponieważ .{2,200}|wypisz się(?: z .{2,40})?|(?:läs|visa|öppna) (?:(?:mejlet|nyhetsbrevet|detta mejl) )?i (?:din )?webbläsare[n]?|du får (?:det här|detta) (?:mejlet|mejl|nyhetsbrevet|nyhetsbrev) (?:eftersom|för att) .{2,200}|(?:avregistrera|avprenumerera)(?: .{2,40})?"
            r"|(?:открыть|посмотреть|читать) (?:это )?(?:письмо )?в браузере|вы получили это (?:письмо|сообщение),? (?:потому что|так как|поскольку) .{2,200}|отписаться(?: от рассылки)?|(?:bu )?e-?postayı tarayıcı\w{0,8} (?:görüntüle|aç)\w{0,6}|abonelikten (?:çık|ayrıl)\w{0,4}|(?:在|用)浏览器(?:中)?(?:查看|打开).{0,8}|(?:您|你)收到(?:此|这封|本)(?:邮件|信).{0,50}|退订.{0,6}|ブラウザで(?:見る|表示)(?:する)?|(?:この|本)メールは.{2,80}(?:配信|お送り)して(?:います|おります)|配信停止.{0,30}|브라우저에서 보기|웹에서 보기|수신 ?거부.{0,30}"
            r"|(?:عرض|افتح) (?:هذه )?(?:الرسالة|النشرة) في المتصفح|(?:وصلتك|تصلك|تلقيت) هذه (?:الرسالة|النشرة) لأن.{2,160}|إلغاء الاشتراك|(?:यह|इस) ईमेल (?:को )?ब्राउज़र में (?:देखें|खोलें)|आपको यह ईमेल .{2,120}"
        ),
        must_match=(
            "E-Mail im Browser ansehen",
            "Vous recevez cette newsletter car vous êtes inscrit sur exemple.fr",
            "Recibes este correo porque te suscribiste en ejemplo.es",
            "Je ontvangt deze nieuwsbrief omdat je je hebt ingeschreven.",
            "Отписаться от рассылки",
            "ブラウザで表示する",
        ),
        must_not_match=(
            "Abmelden muss man den Hund im Rathaus, und zwar persönlich.",
            "Отписаться от рассылки банка ей удалось через суд.",
            "Uitschrijven kon alleen op dinsdag, en dan was het loket dicht.",
        ),
    ),
)
