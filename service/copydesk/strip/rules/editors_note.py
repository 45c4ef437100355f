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
        pattern=r"(?:editor'?s?'? ?'?s? note|author'?s note|publisher'?s note|notes? (?:to readers|(?:to|from|for) (?:the )?editors?)|corrections?|clarification|disclaimer|disclosures?|full disclosure|trigger warning|content warning|spoiler (?:alert|warning))(?: ?[:,.-] ?|\).{0,3}| \().{2,700}",
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
        id="editors-note-label-other-languages",
        kind=Kind.EDITORS_NOTE,
        confidence=0.7,
        where=Where.TAIL,
        max_words=70,
        pattern=(
            r"(?:rättelse|förtydligande|rettelse|presisering|præcisering|oikaisu|berichtigung|richtigstellung|korrektur(?:hinweis)?|(?:anmerkung|hinweis) der redaktion|anm\. ?d\. ?red|transparenzhinweis|rectificati(?:f|e)|erratum|errata|note de la rédaction|ndlr|fe de erratas?|corrección|rectificación|aclaración|nota (?:de la redacción|del editor|della redazione|da redação|do editor)|errata corrige|rettifica|precisazione|ndr|correção|correctie|(?:noot|naschrift) (?:van de )?redactie"
            r"|sprostowanie|od redakcji|исправление|поправка|уточнение|(?:примечание|от) редакции|виправлення|від редакції|düzeltme|editörün notu|更正|编者按|編者按|訂正|編集部注|정정(?:보도)?|편집자 ?주|تصحيح|تنويه|ملاحظة (?:المحرر|التحرير)|सुधार|संपादकीय नोट)(?: \([^)]{2,40}\)| \d{1,2}[./ ][\w. ]{1,20})? ?[:：] ?.{4,600}"
        ),
        must_match=(
            "Rättelse: I en tidigare version stod fel namn.",
            "Berichtigung: In einer früheren Fassung stand ein falsches Jahr.",
            "Nota de la redacción: el texto se ha actualizado.",
            "訂正：初出時の年に誤りがありました。",
        ),
        must_not_match=(
            "Berichtigung der Karten ist eine Arbeit für den Winter.",
            "Поправка к закону принята вчера.",
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
    Rule(
        id="editors-note-submit",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=40,
        pattern=(
            r"to (?:have|get|see) your [\w' -]{2,40} (?:listed|included|published|featured|considered|printed),? (?:please )?(?:e-?mail|contact|send|visit|call|write|go to|submit).{2,160}|(?:to )?(?:submit|place|send us|send in) (?:a|an|your) (?:letter|notice|event|obituary|obit|classified|announcement|photo|news tip|tip)s?(?: to the editor)?(?:,? (?:please )?(?:e-?mail|contact|visit|call|write|click|go to|at|to|here).{0,160})?"
            r"|know (?:somebody|someone|anyone|of someone) (?:we|who|that) .{2,60}\? .{2,100}|(?:drop us a line|report an? (?:error|typo|mistake|correction)(?: in this (?:story|article))?|spotted (?:an?|something) (?:error|mistake|typo|wrong).{0,100}|see (?:an|something) (?:error|wrong)\?.{0,80}|suggest (?:a|an) (?:correction|edit))"
            r"|haben sie (?:einen )?fehler (?:gefunden|entdeckt).{0,100}|fehler (?:gefunden|entdeckt|melden)(?:\? (?:schreiben|melden|teilen|mailen|sagen) .{2,80})?|signaler une (?:erreur|faute).{0,40}|(?:informar|reportar|reporta) (?:de )?un error.{0,40}|segnala un (?:errore|refuso).{0,40}|(?:comunicar|reportar) erro.{0,40}|(?:нашли|заметили) (?:ошибку|опечатку).{0,120}|(?:masz|widziałeś|znalazłeś) .{2,40}\? (?:napisz|wyślij|zgłoś).{2,80}|(?:heb je|heeft u) een (?:tip|fout|opmerking).{2,120}"
        ),
        must_match=(
            "To have your event listed, email events@example.org by noon.",
            "Report an error in this story",
            "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
            "Signaler une erreur",
        ),
        must_not_match=(
            "Submit a letter and it will be read by nobody, the clerk warned.",
            "Fehler gefunden haben die Prüfer in elf von zwölf Fällen.",
        ),
    ),
    Rule(
        id="editors-note-contact",
        kind=Kind.EDITORS_NOTE,
        confidence=0.7,
        where=Where.TAIL,
        max_words=12,
        pattern=(
            r"(?:media|press|investor|news media)(?: relations)? (?:contacts?|inquiries|enquiries)(?: ?:.{0,100})?|for (?:media|press) (?:inquiries|enquiries)(?: ?[:,] ?.{0,100})?|(?:pressekontakt|contact(?:o)? (?:presse|de prensa|per la stampa|stampa)|ufficio stampa|perscontact|kontakt dla mediów)(?: ?:.{0,100})?"
            r"|(?:e-?mail[ .:]{1,3}|e[ .:]{1,3})?[\w.-]{1,40}@[\w-]{1,40}\.[\w.-]{2,20}|(?:(?:phone|tel|telephone|mobile|t|m)[ .:]{1,3}\+?|\+)[\d(][\d ()./-]{6,22}\d|\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}|notes? to editors?"
        ),
        must_match=("Media Contact:", "press@example.org", "+31 10 555 0182", "Pressekontakt"),
        must_not_match=("Media contact with the prisoners was cut.", "1914-1918", "2:1"),
    ),
    Rule(
        id="editors-note-write-to-us",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"(?:send|email|e-mail|post|address) (?:us )?(?:your |all )?letters (?:to|at) .{2,160}|letters (?:to the editor )?(?:should|may|must|can|are) .{2,20}(?:sent|edited|include|be no|e-?mailed|addressed).{0,160}|we (?:may|reserve the right to) edit .{0,40}(?:length|clarity|space|letters).{0,60}|do you have an (?:opinion|view) on .{2,200}"
            r"|(?:have you|are you|do you|did you|were you) [^?]{2,100}\? (?:please )?(?:e-?mail|contact|get in touch|let us know|tell us|write to|send us|call us|message|whatsapp|share your).{2,200}|get in touch(?: with (?:us|our|the) .{0,60})?(?: (?:at|by|via|on) .{2,80})?|(?:drop us|send us) (?:a|an) (?:line|email|e-mail|message|note).{0,100}"
            r"|(?:avec|mit|con|com|z) (?:agences?|afp|reuters|ap|dpa|efe|ansa|lusa|pap|agenturmaterial|agencias|agências|agenzie)(?: .{0,40})?|(?:lusa|efe|pap|ansa)[ /.]{0,3}(?:fim|fin|fine)|[a-z]{2,4} ?/{1,2} ?[a-z]{2,4}(?: ?/{1,2} ?[a-z]{2,4}){0,3}"
        ),
        must_match=(
            "Send your letters to letters@example.org. We may edit for length.",
            "Have you been stuck in a lift? Email our newsdesk at news@example.org",
            "Avec AFP",
            "AFS // MLS",
        ),
        must_not_match=(
            "Letters are the best part of the archive, its keeper thinks.",
            "Have you no shame? the widow asked, and nobody in the hall answered her for a while.",
            "Z Krakowa do Gdyni",
        ),
    ),
)
