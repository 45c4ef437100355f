"""Invitations to subscribe: newsletters, alerts, apps, channels."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

RULES = (
    Rule(
        id="newsletter-invitation",
        kind=Kind.NEWSLETTER,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=(
            r"(?:want .{3,80}\? |like .{3,60}\? |enjoy.{3,60}\? |don't miss .{3,60}[.!] )?(?:please |to .{3,50}, |click here to |you can )?"
            r"(?:sign[- ]?up (?:for|to|here|now|today|below)|signup (?:for|to)|subscribe (?:to|for|now|today|here|below)|register for|join (?:our|the)|get|receive|opt in to)"
            r" .{0,120}(?:newsletters?|mailing list|e-?mail (?:list|alerts?|updates?|digest)|in(?:to)? your (?:e-?mail )?inbox|to your inbox|daily (?:digest|briefing|email)|weekly (?:digest|roundup|email)|alerts).{0,160}"
            r"|(?:sign[- ]?up|subscribe) (?:for|to) (?:our|the|my|your|this|free|daily|weekly) .{0,60}(?:channel|podcast|rss|feed|blog|magazine|updates?|bulletin|briefing|edition).{0,80}"
            r"|(?:sign[- ]?up|register|subscribe) (?:now|today) (?:and|to|for) .{2,80}|subscribe to (?:get|unlock|continue|keep) .{2,40}|was this (?:newsletter|e-?mail) forwarded to you.{0,100}|(?:enter|type|add|submit) your e-?mail(?: address)?.{0,120}|(?:your )?e-?mail address|(?:sign up|subscribe)(?: now| today| here| free| for free)?"
            r"|(?:sign up|subscribe) (?:by|via) e-?mail.{0,80}|(?:stay|keep) (?:up[- ]to[- ]date|informed|in the (?:loop|know)|connected|updated) .{0,80}(?:newsletter|inbox|e-?mail|sign up|subscri|follow us).{0,80}"
            r"|(?:thank you|thanks) for (?:subscribing|signing up).{0,80}|(?:you have|you've) (?:successfully )?(?:been )?(?:subscribed|signed up).{0,60}|(?:you can )?unsubscribe (?:at any ?time|anytime|here).{0,60}"
            r"|by (?:signing up|subscribing|clicking|submitting|registering|entering).{0,40},? (?:i|you) (?:agree|accept|consent|acknowledge|confirm)"
            + rest(240)
            + r"|never miss (?:a|an) (?:story|post|update|article|beat).{0,80}|(?:our |the )?(?:daily |weekly |free |email )?newsletters?(?: sign[- ]?up| signup)?"
            r"|(?:something went wrong|an error (?:has )?occurred)[.,]? .{0,60}(?:try again|later).{0,20}|download (?:our|the) .{0,30}app.{0,60}"
        ),
        must_match=(
            "Sign up for our daily newsletter and get the best stories in your inbox.",
            "Enter your email address",
            "Subscribe to get access",
            "Sign up today and make this your driest spring yet.",
            "Want more stories like this? Subscribe to our newsletter.",
            "Thank you for subscribing!",
        ),
        must_not_match=(
            "Subscribers to the newsletter were told on Monday that it would close.",
            "Get out of the house, the firefighters shouted, but nobody heard them.",
            "“By signing up you agree to receive offers from us” is not consent, the authority decided on Friday.",
            "Subscribe to that view and you will not be asked to the dance.",
            "He signed up for the army newsletter at seventeen.",
        ),
    ),
    Rule(
        id="newsletter-other-languages",
        kind=Kind.NEWSLETTER,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"(?:(?:jetzt |hier )?(?:den |unseren |zum |für den |für unseren )?.{0,30}newsletter (?:abonnieren|anmelden|bestellen|an)|(?:melden sie sich|abonnieren sie|melde dich|abonniere) .{0,80}newsletter.{0,80}"
            r"|(?:inscrivez-vous|abonnez-vous|s'inscrire|s'abonner|recevez) .{0,80}(?:newsletter|lettre d'information|infolettre|alertes).{0,60}"
            r"|(?:suscríb[ae](?:te|se)|apúnt[ae](?:te|se)|regístr[ae](?:te|se)|recib[ae]) .{0,80}(?:newsletter|boletín|boletines|bandeja).{0,60}|(?:iscriviti|abbonati|ricevi) .{0,60}newsletter.{0,60}"
            r"|(?:assine|inscreva-se|cadastre-se|receba) .{0,60}(?:newsletter|boletim).{0,60}|(?:meld je|schrijf je|abonneer je|ontvang) .{0,60}nieuwsbrief.{0,60}|zapisz się .{0,60}newsletter.{0,60}"
            r"|подпи(?:шитесь|саться|сывайтесь) на .{0,60}(?:рассылку|новости|канал|нас).{0,60}|订阅(?:我们|本站)?.{0,12}|підпишіться на .{0,60}(?:розсилку|новини|канал|нас).{0,60}|اشترك في (?:النشرة|نشرتنا|القائمة البريدية).{0,60}|הירשמו ל(?:ניוזלטר|רשימת התפוצה).{0,40}|뉴스레터 (?:구독|신청).{0,30}|odebírat newsletter|ニュースレターに登録.{0,20}|メルマガ登録.{0,20}|nyhetsbrev)"
        ),
        must_match=(
            "Jetzt unseren Newsletter abonnieren",
            "Inscrivez-vous à notre newsletter",
            "Suscríbete a nuestra newsletter",
            "Schrijf je in voor onze nieuwsbrief",
        ),
        must_not_match=(
            "Der Newsletter der Partei ging an 40.000 Leser.",
            "El boletín oficial publica hoy la ley.",
        ),
    ),
)
