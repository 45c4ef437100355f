"""Paywall and login notices."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="paywall-notice",
        kind=Kind.PAYWALL,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"(?:(?:please )?(?:subscribe|log ?in|sign in|sign up|register|join|become a (?:member|subscriber)|create (?:a|an|your) (?:free )?account|upgrade)(?: now| today| here| or (?:log ?in|subscribe|register|sign in|sign up)){0,2} (?:to|for|and) (?:continue|keep|read|access|unlock|view|see|full|unlimited|get (?:unlimited|full)|enjoy).{0,160}"
            r"|get (?:full |unlimited )?access to .{2,100}(?:for (?:as little as|just|only) .{2,60}|subscription (?:service|plan|offer)s?\b.{2,250})"
            r"|to (?:continue|keep) reading.{0,160}|(?:already|are you already) (?:a|an)? ?(?:subscriber|member|subscribed|registered|have an account)(?:\?.{0,80}|[ ,.!-]{1,3}(?:log|sign|please|click|activate|link|restore|access|continue).{0,60})?|not a (?:subscriber|member)(?: yet)?\?.{0,80}|don't have an account\?.{0,60}|(?:this|the full) (?:article|content|story|post|page|feature|video) is (?:only |exclusively )?(?:available |reserved |exclusive )?(?:only )?(?:for|to) (?:.{0,24})(?:subscribers|members|registered).{0,100}"
            r"|(?:subscriber|member|premium)s?[ -](?:only|exclusive)(?: content| article)?|(?:you have|you've) (?:reached|read|used|viewed|\d{1,2}) .{0,60}(?:free|articles?|limit|remaining).{0,100}|(?:you have )?\d{1,2} (?:free )?articles? (?:left|remaining).{0,60}|(?:this (?:article|story) is free(?: to read)?[.:!] )?support (?:our|independent|local|quality|this) (?:[\w-]{3,20} )?(?:journalism|work|reporting|newsroom|site|news).{0,160}|(?:please )?(?:consider )?(?:donate|donating|mak(?:e|ing) a donation|become a (?:supporter|member|patron)|support us)(?: now| today| here)?(?: (?:to (?:us|our|support|keep|help|this|sustain|fund|ensure)|and (?:help|support|get)|if you|via|through|online|monthly|so ).{0,120})?|forgot (?:your )?password|start your free trial.{0,80}|subscribe for (?:only )?[$£€]?\d.{0,80}|unlock this article.{0,60}"
            r"|(?:sie haben bereits ein|noch kein|jetzt) (?:abo|digitalabo|probeabo|abonnent).{0,80}|(?:weiterlesen mit|dieser artikel ist|dieser inhalt ist) .{0,30}(?:abo|abonnenten|plus).{0,80}|(?:cet article est|article) réservé aux abonnés.{0,80}|(?:déjà|pas encore) abonné.{0,60}|il vous reste .{0,60}|(?:contenido|artículo|noticia) (?:exclusivo|solo|sólo) para suscriptores.{0,60}|(?:conteúdo|matéria) exclusiv[ao] para assinantes.{0,60}|contenuto riservato agli abbonati.{0,60}|(?:voor|alleen voor) abonnees.{0,40}|登录后.{0,20}|この記事は(?:有料)?会員限定.{0,40})"
        ),
        must_match=(
            "Subscribe to continue reading",
            "Already a subscriber? Log in",
            "This article is for subscribers only.",
            "Get access to the country's fastest growing subscription service Example Pro for as little as 5 a month.",
            "You have 2 free articles remaining this month.",
            "Cet article est réservé aux abonnés",
        ),
        must_not_match=(
            "To continue the work, the town needs money.",
            "Subscribers left the paper in thousands.",
            "Already a member of the club at nineteen, he was its president at thirty.",
            "Donate blood today.",
            "Register offices were closed.",
        ),
    ),
    Rule(
        id="paywall-other-languages",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"(?:guter|unabhängiger|lokaler) journalismus (?:kostet|braucht|ist nicht) .{2,120}|(?:unterstützen sie|unterstütze) (?:uns|unsere arbeit|unseren journalismus) .{0,100}|(?:jetzt )?(?:\d{1,2} (?:wochen|monate?|tage)|den ersten monat) (?:kostenlos|gratis|für .{1,12}) (?:testen|lesen).{0,100}|(?:jetzt )?(?:weiterlesen|alle artikel lesen) mit .{2,40}(?:abo|plus|\+)|ihre vorteile: .{2,200}"
            r"|réservé (?:à nos|aux) abonnés.{0,120}|cet article vous est offert.{0,120}|(?:pour (?:lire la suite|soutenir .{2,40}),? )abonnez-vous.{0,80}|il (?:vous )?reste (?:à lire )?\d{1,3} ?%.{0,60}|(?:profitez|bénéficiez) de (?:notre|nos) offres?.{0,80}|soutenez (?:notre|le|un) (?:journal|journalisme|média|rédaction).{0,80}"
            r"|(?:apoya|apoye) (?:el|al|nuestro|este) (?:periodismo|medio|diario).{0,120}|hazte (?:socio|socia|suscriptor|suscriptora).{0,100}|(?:suscríbete|suscríbase) (?:para|y) (?:seguir|leer|continuar|accede|disfruta).{0,80}|(?:ya eres|¿ya eres|¿eres) suscriptor.{0,80}|(?:para|si quieres) (?:seguir|continuar) leyendo.{0,120}"
            r"|(?:abbonati|accedi) (?:per|e) (?:leggere|continuare|sostenere).{0,80}|sei già abbonato.{0,60}|sostieni (?:il|la|l'|il nostro|la nostra) ?(?:giornalismo|informazione|redazione|lavoro).{0,100}|(?:assine|subscreva|torne-se assinante) (?:para|e|já|agora) .{2,100}|(?:já é assinante|já tem conta|é assinante)\?.{0,60}|apoie o (?:jornalismo|nosso).{0,100}"
            r"|(?:steun|steunt u) (?:ons|onze|de onafhankelijke) (?:journalistiek|werk|redactie).{0,80}|al abonnee\?.{0,40}|lees verder met .{2,40}|(?:wesprzyj|wspieraj) (?:nas|naszą redakcję|niezależne).{0,80}|masz już (?:konto|subskrypcję|prenumeratę)\?.{0,40}|поддержите (?:нас|наше издание|редакцию|независимую).{0,80}|(?:чтобы читать дальше|для продолжения чтения).{2,80}|devamını okumak için (?:giriş|üye|abone).{2,40}"
            r"|(?:有料)?会員(?:登録|になる)(?:と|すると).{2,30}|会員の方は.{0,20}ログイン.{0,8}|ログインして続きを読む|残り.{1,12}文字.{0,30}|请(?:先)?登录.{0,10}(?:阅读|查看)(?:全文)?|(?:本文|此文)为付费(?:内容|文章).{0,30}|(?:로그인|구독) ?(?:하시면|후) .{2,40}(?:보실|읽으실|이용하실) 수 있습니다"
        ),
        must_match=(
            "Réservé aux abonnés : profitez de notre offre à 1 € le premier mois",
            "Guter Journalismus kostet Geld. Unterstützen Sie uns.",
            "Hazte socio por 5 euros al mes.",
            "有料会員になると続きをお読みいただけます。",
            "Já é assinante? Inicie sessão",
        ),
        must_not_match=(
            "Guter Wein kostet Geld, sagte der Wirt.",
            "Hazte a un lado, le gritaron los bomberos.",
            "Soutenez le mur avant de retirer l'échafaudage, prévient l'architecte.",
        ),
    ),
)
