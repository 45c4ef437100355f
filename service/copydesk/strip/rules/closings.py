"""What sites of one sort print below their articles: science news, letters pages, agencies, old systems."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

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
            r"journal information: .{2,80}|citation: .{4,300}\(\d{4}, [a-z]{3,9} \d{1,2}\) retrieved .{4,200}|provided by (?:the )?(?:[\w.'&-]{2,30} ){0,5}(?:university|institute|institution|college|laboratory|observatory|academy|agency|society|council|foundation)(?: (?:of|for|at|in) [\w' ,&-]{2,60})?"
            r"|(?:this|the) (?:piece|article|column|essay|op-?ed|commentary|post|letter)s? (?:expresses|reflects|represents|gives|contains)(?: only| solely)? (?:the )?(?:personal )?(?:views?|opinions?) of (?:its|the|their) (?:authors?|writers?|contributors?)\b.{0,160}|all (?:articles|letters|posts|comments|opinions)(?: and (?:articles|letters|posts|comments|opinions))? published (?:on|in|by) .{2,60} (?:have been|are|were) (?:independently )?(?:written|submitted|contributed)\b.{0,300}"
            r"|\(?声明[:：] ?(?:转载|本文|本站|以上|此文).{2,200}"
        ),
        must_match=(
            "Citation: Bats like bells (2022, May 9) retrieved 10 May 2022 from https://news.example.org/2022-05-bats.html",
            "Provided by University of Example",
            "Journal information: Sample Biology",
            "This piece expresses the views of its author, separate from those of this publication.",
            "All articles and letters published on Example have been independently written by members of the community.",
            "声明：转载此文是出于传递更多信息之目的，并不代表本网赞同其观点。",
        ),
        must_not_match=(
            "Provided by the council, the buses run until midnight.",
            "Citation: the court quoted a judgment of 1926.",
            "The piece reflects the light of the harbour.",
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
        ),
        must_match=(
            "More EX college rowing: https://example.org/hub/rowing and https://example.org/hub/poll. Sign up for the Example newsletter.",
        ),
        must_not_match=("You can read it here: https://example.org/report",),
    ),
    Rule(
        id="author-bio-reached",
        kind=Kind.AUTHOR_BIO,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=40,
        pattern=(
            r"(?:(?i:contact|reach|call|e-?mail|write(?: to)?|message) (?:(?i:reporter|staff writer|columnist|editor|writer) )?(?!(?i:det|sgt|officer|sheriff|police|inspector|lt|capt|crime|pc|dc|investigator|agent)\w{0,12}\b)(?=[^@\d]{2,80} (?i:at|on|via|by) .{0,40}(?:[\w.+-]{1,40}@|\(?\d{3}\)?[ .-]\d{3}|@\w))[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3} (?i:at|on|via|by) .{4,160}"
            r"|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3} (?:can be reached|may be reached|is reachable|can be contacted|may be contacted) (?:at|on|via|by) [^!?]{0,20}(?:[\w.+-]{1,40}@|\(?\d{3}\)?[ .-]|@\w|e-?mail|phone)[^!?]{0,160})"
        ),
        must_match=(
            "Anna Example can be reached at (555) 555-0100, ext. 31, or aexample@example.org.",
            "Reach Anna Example at 555-555-0142 or aexample@example.org.",
            "CONTACT ANNA EXAMPLE AT 555-555-0133",
        ),
        must_not_match=(
            "Anna Example can be reached by ferry only, on Mondays.",
            "Call Detective Anna Example at 555-555-0142.",
            "Call Anna Example at noon.",
        ),
    ),
    Rule(
        id="editors-note-send-yours",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:please )?send (?:us )?your (?:[\w-]{2,16}(?:,| and| or)? ){1,5}to [\w.+-]{2,40}@.{3,160}"
        ),
        must_match=("Send your pictures and videos to yourstory@example.org or on WhatsApp.",),
        must_not_match=("Send your children to bed, she said.",),
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
        ),
        must_match=(
            "Letters should be no longer than 250 words and include a full name and a daytime telephone number.",
        ),
        must_not_match=("Letters must have taken a week to get here, she said.",),
    ),
    Rule(
        id="comment-form-letters",
        kind=Kind.COMMENT_FORM,
        confidence=0.85,
        where=Where.EDGE,
        max_words=80,
        pattern=(
            r"(?:do you )?(?:want|like|would you like|wish) to (?:respond|reply|write|contribute)(?: to this (?:article|piece|column|letter))?\? ?(?:send|submit|e-?mail|write|read|join|tell|share|get in touch|see|find)\b"
            + rest(240)
            + r"|(?:do you have|have you got|have|got) an? (?:[\w-]{2,20} ){0,2}(?:question|dilemma|problem|query|quandary)(?: (?:for|about|of) [^?]{2,60})?\? ?(?:send|submit|e-?mail|write|ask|let us|tell|get in touch|we)\b"
            + rest(240)
            + r"|to (?:submit|send|place|post|list) (?:an? |your )?(?:brief|letter|event|notice|news item|news tip|obituary|photo|listing|op-?ed|column)\b[^.!?]{0,20},? (?:send|e-?mail|click|visit|go to|fill|contact|use|write)\b.{0,200}"
            r"|submit (?:an? |your )(?:event|letter|news|photo|story|obituary|listing|tip)(?: here|: .{2,100})?"
        ),
        must_match=(
            "Do you want to respond? Send a letter of 250 words or fewer to letters@example.org.",
            "Do you have a legal question? Send it to ask@example.org with “Law” in the subject line.",
            "Have a problem? Write to Aunt Example at aunt@example.org.",
            "To submit a brief, send it to briefs@example.org by noon.",
            "Submit your event",
        ),
        must_not_match=(
            "Do you have a question? she asked the room.",
            "To send a letter to the moon costs nothing, he says.",
            "Submit your tax return by 31 January.",
        ),
    ),
    Rule(
        id="comment-form-write-to-us",
        kind=Kind.COMMENT_FORM,
        confidence=0.8,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"(?:we (?:welcome|want|invite) (?:your |readers' |all )?letters\b.{0,300}|send yours to .{2,120}|please include (?:your )?(?:full )?name,? (?:and |full )?(?:address|postcode|phone|e-?mail|town).{0,200}|letters to the editor, .{2,160}|send (?:in )?(?:us )?your (?:[\w-]{2,20} ){0,3}(?:reports?|photos?|pictures?|videos?|results|stories|story ideas|news)(?: and (?:[\w-]{2,20} ){0,2}(?:reports?|photos?|pictures?|videos?|results|stories|news))? to .{2,160}|scrivete a .{0,60}@.{2,60})|(?:send|email|e-mail|post|address) (?:us )?(?:your |all )?letters (?:to|at) .{2,160}|letters (?:to the editor )?(?:should|may|must|can|are) .{2,20}(?:sent|edited|include|be no|e-?mailed|addressed).{0,160}|we (?:may|reserve the right to) edit .{0,40}(?:length|clarity|space|letters).{0,60}|do you have an (?:opinion|view) on .{2,200}"
            r"|(?:have you|are you|do you|did you|were you) [^?]{2,100}\? (?:please )?(?:e-?mail|contact|get in touch|let us know|tell us|write to|send us|call us|message|whatsapp|share your).{2,200}|get in touch(?: with (?:us|our|the) .{0,60})?(?: (?:at|by|via|on) .{2,80})?|(?:drop us|send us) (?:a|an) (?:line|email|e-mail|message|note).{0,100}"
        ),
        must_match=(
            "Send your letters to letters@example.org. We may edit for length.",
            "We welcome letters from readers. Please include your address.",
            "Send your club reports and pictures to sport@example.org",
            "Have you been stuck in a lift? Email our newsdesk at news@example.org",
        ),
        must_not_match=(
            "Letters are the best part of the archive, its keeper thinks.",
            "Have you no shame? the widow asked, and nobody in the hall answered her for a while.",
        ),
    ),
)
