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
            r"|to (?:continue|keep) reading.{0,160}|(?:already|are you already) (?:a|an)? ?(?:subscriber|member|subscribed|registered|have an account)(?:\?.{0,80}|[ ,.!-]{1,3}(?:log|sign|please|click|activate|link|restore|access|continue).{0,60})?|not a (?:subscriber|member)(?: yet)?\?.{0,80}|don't have an account\?.{0,60}|(?:this|the full) (?:article|content|story|post|page|feature|video) is (?:only |exclusively )?(?:available |reserved |exclusive )?(?:only )?(?:for|to) (?:.{0,24})(?:subscribers|members|registered).{0,100}"
            r"|(?:subscriber|member|premium)s?[ -](?:only|exclusive)(?: content| article)?|(?:you have|you've) (?:reached|read|used|viewed|\d{1,2}) .{0,60}(?:free|articles?|limit|remaining).{0,100}|(?:you have )?\d{1,2} (?:free )?articles? (?:left|remaining).{0,60}|support (?:our|independent|local|quality|this) (?:journalism|work|reporting|newsroom|site|news).{0,160}|(?:please )?(?:consider )?(?:donate|donating|mak(?:e|ing) a donation|become a (?:supporter|member|patron)|support us)(?: now| today| here)?(?: (?:to (?:us|our|support|keep|help|this|sustain|fund|ensure)|and (?:help|support|get)|if you|via|through|online|monthly|so ).{0,120})?|forgot (?:your )?password|start your free trial.{0,80}|subscribe for (?:only )?[$£€]?\d.{0,80}|unlock this article.{0,60}"
            r"|(?:sie haben bereits ein|noch kein|jetzt) (?:abo|digitalabo|probeabo|abonnent).{0,80}|(?:weiterlesen mit|dieser artikel ist|dieser inhalt ist) .{0,30}(?:abo|abonnenten|plus).{0,80}|(?:cet article est|article) réservé aux abonnés.{0,80}|(?:déjà|pas encore) abonné.{0,60}|il vous reste .{0,60}|(?:contenido|artículo|noticia) (?:exclusivo|solo|sólo) para suscriptores.{0,60}|(?:conteúdo|matéria) exclusiv[ao] para assinantes.{0,60}|contenuto riservato agli abbonati.{0,60}|(?:voor|alleen voor) abonnees.{0,40}|登录后.{0,20}|この記事は(?:有料)?会員限定.{0,40})"
        ),
        must_match=(
            "Subscribe to continue reading",
            "Already a subscriber? Log in",
            "This article is for subscribers only.",
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
)
