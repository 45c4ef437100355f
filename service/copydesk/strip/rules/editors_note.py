"""Editor's notes and disclaimers: what the newsroom says about the article, not in it."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

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
        id="editors-note-submit-other-languages",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.TAIL,
        max_words=40,
        pattern=(
            r"(?:(?:haben|hast|kennen|kennst|wissen) (?:sie|du) (?:einen (?:tipp|hinweis)|hinweise|mehr|informationen|ein thema|fragen)[^?]{0,60}\? ?(?:dann )?(?:schreib|mailen|maile|melde|kontaktieren)|(?:vous avez|avez-vous) (?:une |des |un )?(?:informations?|témoignages?|info|question|remarque)[^?]{0,60}\? ?(?:écrivez|contactez|envoyez|témoignez)|¿?(?:tienes|tiene|conoces|sabes)[^?]{0,40}(?:informaci|pista|historia|denuncia|sugerencia)[^?]{0,40}\? ?(?:escríbe|escribe|contácta|cuéntanos|envía)"
            r"|(?:hai|avete|conosci)[^?]{0,40}(?:segnalazion|notizi|informazion|storia)[^?]{0,40}\? ?(?:scriv|invia|contatta|manda|segnala)|(?:tem|você tem|conhece|viu|presenciou|flagrou)[^?]{0,60}(?:sugest|pauta|informaç|denúncia|história|notícia|cidade|bairro)[^?]{0,40}\? ?(?:envie|mande|escreva|fale|entre em contato|conte)|(?:máte|víte|viete)[^?]{0,40}(?:tip|víc|viac|informac|námět)[^?]{0,40}\? ?(?:napište|pošlete|napíšte|pošlite|ozvěte)|(?:знаете|стали (?:свидетел|очевидц)|есть новост|у вас есть|маєте|знаєте)[^?!]{0,60}[?!] ?(?:напишите|пишите|пришлите|присылайте|расскажите|сообщите|напишіть|пишіть|надсилайте)"
            r"|har du (?:et |ett |noe |något )?(?:tips|tip)[^?]{0,40}\? ?(?:skriv|kontakt|ta kontakt|send|mejla|hör av|tips)|(?:haberiniz|bilginiz|ihbarınız)[^?]{0,20} var\?|(?:מכירים|יש לכם|יודעים)[^?]{0,40}\? ?(?:כתבו|שלחו|ספרו|פנו)|제보(?:는|하기|를)?.{0,60}(?:카카오톡|전화|이메일|@)|情報提供(?:は|を).{0,40}(?:まで|お待ち|フォーム))"
            rf"{rest(120)}"
        ),
        must_match=(
            "Haben Sie einen Tipp? Schreiben Sie uns: hinweise@bote.example",
            "Vous avez une information à nous transmettre ? Écrivez-nous.",
            "¿Tienes alguna información? Escríbenos",
            "Hai una segnalazione? Scrivici",
            "Máte tip? Napište nám",
            "Знаете подробности? Напишите нам",
            "מכירים סיפור דומה? כתבו לנו",
            "제보는 카카오톡 @일보, 전화 033-000-0000",
        ),
        must_not_match=(
            "Haben Sie mehr erwartet? Nein, sagt der Wirt, und ich auch nicht.",
            "¿Tienes miedo? No, dice, pero escribo cartas.",
            "Знаете ли вы, кто это написал? Никто не знает.",
            "Vous avez une question, dit-il, et moi la réponse.",
        ),
    ),
    Rule(
        id="editors-note-disclaimer-other-languages",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"(?:(?:les|ces|cette) (?:tribunes?|opinions?|propos|points? de vue|textes?|chroniques?|analyses?)[^.!?]{0,80}(?:n'engage(?:nt)? que|ne reflète(?:nt)? (?:pas|en rien))|(?:die (?:hier |in diesem \w{1,30} )?(?:geäußerte|vertretene|wiedergegebene|dargestellte)n? (?:meinung(?:en)?|ansichten?)|die (?:meinung|ansicht|sicht|position)(?:en)? (?:des|der) (?:autor|verfasser|gast)[\w*:/ -]{0,30}|(?:der|dieser|dieses?) (?:beitrag|text|kommentar|gastbeitrag|gastkommentar|artikel|kolumne) (?:gibt|spiegelt)|(?:gastbeiträge|gastkommentare|kolumnen|namentlich gekennzeichnete (?:beiträge|artikel)))[^.!?]{0,80}(?:redaktion|meinung (?:des|der) (?:autor|verfasser))"
            r"|las opiniones (?:expresadas|vertidas|emitidas|contenidas|aquí|de (?:los|las) (?:autores|columnistas|colaboradores))[^.!?]{0,160}(?:autor|responsabilidad|no (?:necesariamente )?(?:reflejan|representan|coinciden))|(?:este|el) (?:artículo|texto|contenido) (?:de opinión )?(?:es (?:de )?(?:exclusiva )?responsabilidad|no (?:necesariamente )?(?:refleja|representa|expresa) (?:necesariamente )?(?:la|el) (?:opinión|posición|postura|punto))|le opinioni (?:espresse|contenute|riportate)[^.!?]{0,160}(?:autor|redazione|testata)|(?:as )?opiniões (?:expressas|emitidas|aqui|contidas)[^.!?]{0,160}(?:autor|jornal|redação|veículo)|(?:este|o) (?:texto|artigo) (?:não )?(?:reflete|representa|expressa)[^.!?]{0,60}(?:opinião|autor)"
            r"|(?:de mening|de opinie|de visie|de standpunten|deze column|dit opiniestuk)[^.!?]{0,80}(?:niet|geen)[^.!?]{0,40}(?:redactie|krant)|(?:opini[ea]|pogląd[yu]|tez[ya]|tekst) (?:wyrażon\w{1,12}|zawart\w{1,12}|przedstawion\w{1,12}|autor\w{0,12}|publicyst\w{1,12}|wyraża)[^.!?]{0,100}(?:redakcj|autor)|(?:мнение|точка зрения|позиция|взгляды|думка|погляди|позиція) (?:автора|авторов|авторів|колумниста|колумніста)[^.!?]{0,60}(?:не совпада|не отража|не збіга|не відобража)|názory? (?:autor\w{0,12}|vyjádřené|vyjadrené|publikované|komentátor\w{0,12})[^.!?]{0,80}(?:redakc|nemus|nevyjadř)"
            r"|(?:yazar(?:ın|ların)|köşe yazılarının|yazılardaki|makaledeki|bu yazıdaki)[^.!?]{0,60}(?:görüş|sorumlulu)[^.!?]{0,80}(?:yansıt|ait|bağla)|(?:det här|detta) är en (?:debattartikel|insändare|krönika|opinionstext)|dette er (?:et debattinnlegg|en kronikk|et leserbrev|et debatindlæg|en kronik|et læserbrev)[^.!?]{0,60}(?:skribent|holdning|regning|udtryk)|opiniile exprimate[^.!?]{0,160}(?:autor|redac)|a (?:cikkben|szerző|írásban)[^.!?]{0,80}(?:vélemény|álláspont)[^.!?]{0,80}szerkesztőség|οι απόψεις[^.!?]{0,100}(?:δεν (?:εκφράζουν|απηχούν|αντιπροσωπεύουν)|του συντάκτη|των συντακτών)"
            r"|(?:الآراء|المقالات?|ما ورد|ما ينشر)[^.!?]{0,80}(?:لا (?:تعبر|يعبر|تعكس|تمثل)|عن رأي (?:كاتب|صاحب))|(?:הדעות|האמור|הדברים|הכתוב)[^.!?]{0,60}(?:אינ(?:ן|ם|ו) (?:משקפ|מייצג)|דעת(?:ו|ה|ם)? (?:של|האישית))|(?:本|この)(?:コラム|記事|寄稿|論考|稿)[はの].{0,20}(?:筆者|著者|執筆者|個人).{0,20}(?:見解|意見)|(?:외부 ?(?:필자|기고)|본 ?(?:칼럼|기고)|이 ?(?:글|칼럼))[은의]?.{0,40}(?:편집 ?방향|견해|의견|입장)"
            rf"){rest(200)}"
        ),
        must_match=(
            "Les tribunes publiées n'engagent que leurs auteurs et ne reflètent pas l'opinion de la rédaction.",
            "Die Meinung der Autorin muss nicht der Meinung der Redaktion entsprechen.",
            "Las opiniones vertidas en esta columna no reflejan la postura del diario.",
            "Le opinioni espresse sono dell'autore e non riflettono quelle della redazione.",
            "As opiniões expressas neste texto são do autor.",
            "De mening van de auteur is niet noodzakelijk die van de redactie.",
            "Opinie wyrażone w tekście nie muszą odzwierciedlać stanowiska redakcji.",
            "Мнение автора может не совпадать с позицией редакции",
            "Názory autora se nemusí shodovat s názory redakce.",
            "الآراء الواردة في هذا المقال لا تعبر بالضرورة عن رأي الصحيفة.",
            "本コラムは筆者の個人的見解です。",
            "외부 필자의 기고는 본지의 편집 방향과 다를 수 있습니다.",
        ),
        must_not_match=(
            "Les opinions des pêcheurs comptent peu dans cette affaire.",
            "Die Meinung der Anwohner hat niemand eingeholt, sagt der Bürgermeister.",
            "Las opiniones de los vecinos se dividen desde entonces.",
            "Мнение автора проекта никто не спросил.",
            "Le opinioni sul ponte sono tre, una per ogni arcata.",
            "Názory starosty a občanů se rozcházejí.",
            "De mening van de schipper telt voor twee.",
        ),
    ),
    Rule(
        id="editors-note-tips",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        max_words=45,
        pattern=(
            r"(?:(?:do you have (?:a |any )?(?:story|tip|information|news|question).{2,200}|(?:got|have) (?:a|any) (?:(?:news |story )?tips?|stor(?:y|ies)|questions?).{0,30}\?.{0,160}|(?:send|email|e-mail) (?:us )?(?:your )?(?:tips|story|letters|comments|feedback|news|questions).{0,160}|(?:contact|reach|email|e-mail) (?:us|the (?:author|editor|writer|reporter|newsroom)).{0,160}|(?:write|talk|speak) to us:? .{0,30}[\w.-]{1,40}@[\w.-]{3,40}.{0,60}))"
        ),
        must_match=(
            "Got a tip? Email us.",
            "Write to us: letters@example.org",
        ),
        must_not_match=(
            "Contact with the ship was lost at noon.",
            "Contact us, we say at the foot of every page, and we mean it.",
        ),
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
        id="editors-note-issue",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"(?:a version of )?(?:this|the) (?:article|story|piece|essay|column|report|interview|review|post|poem|feature) (?:first |originally )?(?:appeared|ran|was (?:first |originally )?(?:published|printed)|is taken|was taken) (?:in|from) (?:the|our) .{2,60} (?:issue|edition|number)(?: of .{2,80})?"
            r"|appeared in the [a-z]{3,9}\.? \d{1,2}, \d{4},? (?:print )?edition(?: as .{2,160})?"
        ),
        must_match=(
            "This article first appeared in the August 2014 issue of Example Monthly.",
            "Appeared in the April 10, 2024, print edition as 'Bats Like Bells'.",
        ),
        must_not_match=(
            "This article first appeared in the air of a bar, he says.",
            "The story ran in the village for years.",
        ),
    ),
    Rule(
        id="editors-note-desk",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.EDGE,
        cased=True,
        max_words=16,
        pattern=r"\((?:إعداد|تحرير|شارك في (?:التغطية|الإعداد)) [^()]{2,160}\)|(?:EDS|EDITORS)(?: NOTE)?: .{2,100}|(?:[A-Z]{2,5}[/ -]){1,4}\d{4} ?GMT(?: .{2,12})?",
        must_match=("EDS: ADDS AIRPORT", "MGNA RK/DS 1142GMT", "(إعداد سارة المثال - تحرير نادر النموذج)"),
        must_not_match=("The ship left port at 1142 GMT", "Eds: adds airport"),
    ),
    Rule(
        id="editors-note-position",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.TAIL,
        max_words=60,
        pattern=(
            r"[\w'. -]{2,60} (?:has|have|holds?|owns?|does not (?:own|hold)) (?:no (?:financial )?(?:position|shares|stake)s?|(?:a )?(?:long |short )?positions?|any shares|shares) in any (?:of the )?(?:stocks?|securit(?:y|ies)|shares|compan(?:y|ies)|funds)\b.{0,200}"
            r"|[\w' ]{2,40} recommends .{2,200}(?: and has|[.] we have|[.] it has) a disclosure policy"
        ),
        must_match=(
            "Anna Example has no position in any of the stocks mentioned.",
            "The Example recommends Sample Inc. and has a disclosure policy.",
            "The Example recommends Sample Foods. We have a disclosure policy.",
        ),
        must_not_match=("The union has no position in any of the talks.",),
    ),
    Rule(
        id="editors-note-release",
        kind=Kind.EDITORS_NOTE,
        confidence=0.8,
        where=Where.TAIL,
        cased=True,
        max_words=8,
        pattern=r"View original content(?: to download multimedia)?:?(?: ?https?:.{5,200})?|(?:Logo|Photo|Infographic|Video) [-–] ?https?:.{5,200}",
        must_match=("View original content: https://example.org/1", "Logo - https://example.org/logo.png"),
        must_not_match=("View original content in the archive.",),
    ),
)
