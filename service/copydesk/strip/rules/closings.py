"""What sites of one sort print above and below their articles: science news, old systems, letters pages, agencies, forums."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

RULES = (
    Rule(
        id="copyright-document",
        kind=Kind.COPYRIGHT,
        confidence=0.9,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"this (?:document|article|report|story|page) is subject to copyright"
            + rest(300)
            + r"|(?:this )?(?:poem|story|essay|excerpt|extract) (?:is )?(?:copyright|©) ?(?:©|\(c\))? ?\d{4} (?:by )?.{2,300}|.{0,120}\b(?:reprinted|reproduced|republished) (?:here )?(?:by|with) (?:the )?(?:kind )?permission(?: (?:of|from) .{2,160})?"
        ),
        must_match=(
            "This document is subject to copyright. Apart from any fair dealing for private study, no part may be reproduced.",
            "Poem copyright ©2021 by Anna Example, “Oars,” from Sample Songs (Example Press, 2021).",
            "From Sample Songs by Anna Example, reprinted by permission of the publisher.",
        ),
        must_not_match=(
            "This document is subject to an order of the court.",
            "The map was reproduced with great care.",
        ),
    ),
    Rule(
        id="editors-note-citation",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"citation: .{4,300}\(\d{4}, [a-z]{3,9} \d{1,2}\) retrieved .{4,200}|provided by (?:the )?(?:[\w.'&-]{2,30} ){0,5}(?:university|institute|institution|college|laboratory|observatory|academy|agency|society|council|foundation)(?: (?:of|for|at|in) [\w' ,&-]{2,60})?"
            r"|(?:this|the) (?:piece|article|column|essay|op-?ed|commentary|post|letter)s? (?:expresses|reflects|represents|gives|contains)(?: only| solely)? (?:the )?(?:personal )?(?:views?|opinions?) of (?:its|the|their) (?:authors?|writers?|contributors?)\b.{0,160}|all (?:articles|letters|posts|comments|opinions)(?: and (?:articles|letters|posts|comments|opinions))? published (?:on|in|by) .{2,60} (?:have been|are|were) (?:independently )?(?:written|submitted|contributed)\b.{0,300}"
            r"|\(?声明[:：] ?(?:转载|本文|本站|以上|此文).{2,200}|[(（]?责任编辑[:：] ?[\w·]{2,8}[)）]?"
        ),
        must_match=(
            "Citation: Bats like bells (2022, May 9) retrieved 10 May 2022 from https://news.example.org/2022-05-bats.html",
            "Provided by University of Example",
            "This piece expresses the views of its author, separate from those of this publication.",
            "All articles and letters published on Example have been independently written by members of the community.",
            "声明：转载此文是出于传递更多信息之目的，并不代表本网赞同其观点。",
            "（责任编辑：李示例）",
        ),
        must_not_match=(
            "Provided by the council, the buses run until midnight.",
            "Citation: the court quoted a judgment of 1926.",
            "The piece reflects the light of the harbour.",
        ),
    ),
    Rule(
        id="comment-policy-letters",
        kind=Kind.COMMENT_POLICY,
        confidence=0.85,
        where=Where.EDGE,
        max_words=80,
        pattern=(
            r"letters (?:to the editor )?(?:should|must|may|can) (?:be )?(?:no (?:longer|more)|not exceed|under|sent|include|up to|kept|e-?mailed)\b"
            + rest(300)
            + r"|(?:do you )?(?:want|like|would you like|wish) to (?:respond|reply|write|contribute)(?: to this (?:article|piece|column|letter))?\? ?(?:send|submit|e-?mail|write|read|join|tell|share|get in touch|see|find)\b"
            + rest(240)
            + r"|(?:do you|have you)(?: have| got)? an? (?:[\w-]{2,20} ){0,2}(?:question|dilemma|problem|query|quandary)(?: (?:for|about) [^?]{2,60})?\? ?(?:send|submit|e-?mail|write|ask|let us|tell|get in touch|we)\b"
            + rest(240)
            + r"|to (?:submit|send|place|post|list) (?:an? |your )?(?:brief|letter|event|notice|news item|news tip|obituary|photo|listing|op-?ed|column)\b[^.!?]{0,20},? (?:send|e-?mail|click|visit|go to|fill|contact|use|write)\b.{0,200}"
            r"|submit (?:an? |your )(?:event|letter|news|photo|story|obituary|listing|tip)(?: here|: .{2,100})?"
        ),
        must_match=(
            "Letters should be no longer than 250 words and include a full name and a daytime telephone number.",
            "Do you want to respond? Send a letter of 250 words or fewer to letters@example.org.",
            "Do you have a legal question? Send it to ask@example.org with “Law” in the subject line.",
            "To submit a brief, send it to briefs@example.org by noon.",
            "Submit your event",
        ),
        must_not_match=(
            "Letters must have taken a week to get here, she said.",
            "Do you have a question? she asked the room.",
            "To send a letter to the moon costs nothing, he says.",
            "Submit your tax return by 31 January.",
        ),
    ),
    Rule(
        id="related-agency-hub",
        kind=Kind.RELATED,
        confidence=0.9,
        where=Where.TAIL,
        max_words=50,
        pattern=(
            r"(?:(?:more|follow) [\w'& ]{2,60}: https?://\S{4,100}|[a-z]{2,12} [\w'& ]{2,40}: https?://[\w.]{3,40}/hub/\S{2,60})(?: and https?://\S{4,100}){0,3}\.?(?: (?:sign up|get|follow)\b.{2,160})?"
            r"|also (?:read|see) (?:from|on|in) .{2,40}: .{3,160}|from other (?:news )?sites|what others are (?:reading|saying|watching)|love [\w' -]{2,30}\? (?:try|check out|make|you'll|see) (?:my|our|these|this|out)\b.{2,160}|from the (?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?:/\w{3,9})? \d{4} issue\b.{0,80}"
        ),
        must_match=(
            "More EX college rowing: https://example.org/hub/rowing and https://example.org/hub/poll. Sign up for the Example newsletter.",
            "ALSO READ FROM THE EXAMPLE: Why I left the party",
            "What others are reading",
            "Love rhubarb? Try my rhubarb muffins next!",
            "From the Spring 2021 issue. Buy a copy here.",
        ),
        must_not_match=(
            "You can read it here: https://example.org/report",
            "Love what you do? Try doing it at four in the morning.",
            "From the spring of 2021 on, nobody came.",
        ),
    ),
    Rule(
        id="author-bio-reached",
        kind=Kind.AUTHOR_BIO,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=40,
        pattern=(
            r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3} (?:can be reached|may be reached|is reachable|can be contacted|may be contacted) (?:at|on|via|by) [^!?]{0,20}(?:[\w.+-]{1,40}@|\(?\d{3}\)?[ .-]|@\w|e-?mail|phone)[^!?]{0,160}"
        ),
        must_match=("Anna Example can be reached at (555) 555-0100, ext. 31, or aexample@example.org.",),
        must_not_match=("Anna Example can be reached by ferry only, on Mondays.",),
    ),
    Rule(
        id="paywall-trial",
        kind=Kind.PAYWALL,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"(?:or |and )?(?:support|join|back) us (?:from|for) (?:just |only |as little as )?[$£€]?\d{1,3}(?:[.,]\d\d)?(?:p|¢)? (?:a|per|each) (?:day|week|month|year)\b.{0,80}|(?:vier|4|sechs|6|acht|8) wochen (?:lang )?(?:für|um|gratis)(?: nur)? (?:\d{1,3}(?:[.,]\d\d)? ?(?:€|euro|franken|chf)|gratis|testen)\b.{0,80}|(?:der )?erste[rn]? monat (?:für|um) (?:nur )?\d{1,3}.{2,80}|pierwszy miesiąc za (?:tylko )?\d{1,3}.{1,80}|ten artykuł (?:przeczytasz|jest dostępny)[^.!?]{0,20} (?:w ramach|tylko|dla)\b.{2,80}|(?:le )?premier mois (?:à|pour) (?:seulement )?\d{1,3}.{2,80}|(?:el )?primer mes (?:por|a) (?:solo )?\d{1,3}.{2,80}|(?:il )?primo mese (?:a|per) (?:soli )?\d{1,3}.{2,80}|(?:o )?primeiro mês por (?:apenas )?.{0,4}\d{1,3}.{2,80}"
        ),
        must_match=(
            "Or support us from 99p a week, and read with fewer adverts.",
            "Vier Wochen für 1 Euro, danach 9,90 Euro im Monat",
            "Pierwszy miesiąc za 1,90 zł",
            "Ten artykuł przeczytasz w ramach prenumeraty cyfrowej",
        ),
        must_not_match=(
            "Vier Wochen für ein Haus sind wenig.",
            "Join us for a week, the monks say.",
        ),
    ),
    Rule(
        id="advertisement-bet",
        kind=Kind.ADVERTISEMENT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=(
            r"(?:bet|stake|deposit) (?:[a-z]{2,4} ?|[$£€₹₦])\d[\d,]{0,6} (?:and |& )?(?:get|claim|receive)\b.{2,160}|win [$£€]\d[\d,.]{0,9}(?:m| million)? for free\b.{0,80}|the [\w' ]{2,30} (?:team|desk) is independent (?:of|from) (?:the )?.{2,60}(?:newsroom|journalists|reporters|editorial)\b"
            + rest(240)
            + r"|now back to the (?:story|article|news)|print (?:this )?recipe(?: [|·•] .{2,80})?|to print this (?:article|page|story),? open the file menu.{0,60}|(?:mainos|annons|reklama?|anzeige|publicité|advertisement|ad) (?:alkaa|päättyy|slut|koniec|ende|starts|ends|begins)"
        ),
        must_match=(
            "Bet KSh 50 and get a FREE bonus on your first deposit! Join now. 18+. T&Cs apply.",
            "Win £250,000 for free!",
            "The Shopping Desk is independent of the Example newsroom. We may earn a commission.",
            "Now back to the story.",
            "To print this article open the file menu and choose Print.",
            "Mainos päättyy",
        ),
        must_not_match=(
            "Bet 50 on the grey, he told her, and get out.",
            "The night team is independent of the hospital.",
            "Print this recipe of misery on the wall, he said.",
        ),
    ),
    Rule(
        id="comment-form-counted",
        kind=Kind.COMMENT_FORM,
        confidence=0.9,
        where=Where.TAIL,
        cased=True,
        max_words=9,
        pattern=label(
            r"this (?:article|story|post|page) has (?:received )?(?:\d{1,5}|no|one) comments?(?:\(s\))?|répondre à cet article(?: \(\d{1,4}(?: messages?)?\))?|recommander cet article à un(?:\(e\)|e)? ami(?:\(e\)|e)?|imprimer cet article"
        ),
        must_match=(
            "This article has 3 comment(s)",
            "Répondre à cet article (5 messages)",
            "Imprimer cet article",
        ),
        must_not_match=("This story has no comment from the ministry.",),
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
        id="related-next",
        kind=Kind.RELATED,
        confidence=0.85,
        where=Where.ANYWHERE,
        cased=True,
        max_words=2,
        # In capitals it is the last heading of an agency's match report.
        pattern=r"Up [Nn]ext|Next [Uu]p",
        must_match=("Up next", "Next Up"),
        must_not_match=("UP NEXT",),
    ),
    Rule(
        id="cookie-minors",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"wenn sie unter 16 jahre alt sind und (?:ihre )?(?:zustimmung|einwilligung).{2,240}|(?:einige|manche) (?:services|dienste|anbieter|von ihnen) (?:verarbeiten|sind) (?:personenbezogene|essenziell).{2,300}|personenbezogene daten können verarbeitet werden \(z\.? ?b\.? .{2,240}|es folgt eine (?:liste|übersicht) der service-?gruppen.{2,160}|if you are under 16 and wish to give consent to optional services.{2,200}"
        ),
        must_match=(
            "Wenn Sie unter 16 Jahre alt sind und Ihre Zustimmung zu freiwilligen Diensten geben möchten, müssen Sie Ihre Erziehungsberechtigten um Erlaubnis bitten.",
        ),
        must_not_match=("Wenn Sie unter 16 Jahre alt sind, zahlen Sie die Hälfte.",),
    ),
)
