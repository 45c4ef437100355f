"""Editor's notes and disclaimers: what the newsroom says about the article, not in it."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="editors-note-label",
        kind=Kind.EDITORS_NOTE,
        confidence=0.6,
        where=Where.EDGE,
        max_words=90,
        pattern=r"(?:editor'?s?'? ?'?s? note|author'?s note|publisher'?s note|note (?:to readers|from the editors?)|corrections?|clarification|disclaimer|disclosures?|full disclosure|trigger warning|content warning|spoiler (?:alert|warning))(?: ?[:,.-] ?|\).{0,3}| \().{2,700}",
        must_match=(
            "Editor's note: An earlier version of this article gave the wrong year.",
            "Disclaimer: The author holds shares in the company.",
            "Correction: The mayor's name is Anna Example.",
        ),
        must_not_match=(
            "Editor's notes were found in the archive.",
            "Correction fluid was used on the ballot.",
        ),
    ),
    Rule(
        id="editors-note-disclaimer",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=90,
        pattern=(
            r"(?:(?:the )?(?:views?|opinions?|statements)(?:,? (?:and |& )?(?:opinions?|views?|thoughts|analys[ei]s))? (?:and opinions )?(?:expressed|contained|presented|in this|of the author|are).{0,500}|this (?:article|story|post|report|piece|column|essay|interview|review|content|page|op-?ed|version)(?: was| has been| is| may have been)? (?:first |originally |also |been |also been )?(?:published|appeared|posted|updated|corrected|amended|edited|adapted|syndicated|republished|produced|provided|written|created|shortened|translated|sponsored|auto-?generated|part of|excerpted|reprinted|supported|made possible).{0,500}"
            r"|(?:a|an earlier|the original|a previous) version of this (?:article|story|post|report|piece|column).{0,500}|(?:this (?:article|content|information|material)|nothing (?:in|on) this .{2,30}|(?:the )?(?:information|content)s? (?:in|on|contained|provided).{2,60}) (?:is |are |should |does |constitutes? )?(?:for |not |intended |provided |be ).{0,40}(?:informational|information|advice|constitute|educational|purposes).{0,500}|for informational purposes only.{0,200}|disclosure statement|.{2,80} (?:receives (?:.{0,20} )?funding from|(?:do|does) not work for, consult,? (?:or )?own shares in).{0,600}"
            r"|(?:originally|first) (?:published|appeared) (?:in|on|at|by) .{2,120}|(?:story|article|materials?|text) (?:provided|courtesy) (?:by|of) .{2,120}|(?:our|the) standards: ?.{2,80}|note: ?(?:content|this|the above|materials?) .{2,200}|(?:reprinted|republished|reproduced|adapted) (?:from|with|by|courtesy).{2,200})"
        ),
        must_match=(
            "The views expressed in this article are the author's own.",
            "This story was originally published on 3 May.",
            "An earlier version of this article misspelt a name.",
            "Anna Example receives funding from the Example Council.",
            "Anna Example and John Sample do not work for, consult, own shares in or receive funding from any company that would benefit from this article.",
        ),
        must_not_match=(
            "The views from the tower are the best in town.",
            "This article of faith was never tested.",
            "Anyone who receives the funding must say so.",
        ),
    ),
    Rule(
        id="editors-note-credits",
        kind=Kind.EDITORS_NOTE,
        confidence=0.6,
        where=Where.TAIL,
        max_words=45,
        pattern=(
            r"(?:\(?(?:additional |with )?(?:reporting|writing|compiled|edited|translated|editing|report) by .{2,240}|\(?(?:with (?:files|additional reporting|reporting|inputs?|input|agency inputs?|contributions?) (?:from|by) .{2,200})|(?:[\w'. -]{3,60} contributed (?:to this (?:report|article|story|post)|reporting).{0,60})"
            r"|(?:do you have (?:a |any )?(?:story|tip|information|news|question).{2,200}|(?:got|have) (?:a|any) (?:(?:news |story )?tips?|stor(?:y|ies)|questions?).{0,30}\?.{0,160}|(?:send|email|e-mail) (?:us )?(?:your )?(?:tips|story|letters|comments|feedback|news|questions).{0,160}|(?:contact|reach|email|e-mail) (?:us|the (?:author|editor|writer|reporter|newsroom)).{0,160}|(?:write|talk|speak) to us:? .{0,30}[\w.-]{1,40}@[\w.-]{3,40}.{0,60}))"
        ),
        must_match=(
            "Reporting by Anna Example; editing by John Sample",
            "(Additional reporting by John Sample)",
            "Got a tip? Email us.",
            "Write to us: letters@example.org",
            "Anna Example contributed to this report.",
        ),
        must_not_match=("Reporting the crime took three days.", "Contact with the ship was lost at noon."),
    ),
)
