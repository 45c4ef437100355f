"""What the newsroom says about an article's state and making: still developing, old, translated, corrected, part of a series."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

_ART = r"(?:article|story|report|piece|post|page|column|essay|review|interview|feature|episode|video|podcast|transcript|live ?blog|item|factbox|analysis|op-?ed|news ?letter)"
_NUM = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ORD = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|latest|\d{1,2}(?:st|nd|rd|th))"
_THEN = r"(?:(?:,? (?:and|but)|,| -|[.;!]) ?(?:then |later |it |has |was |been |is ){0,3}(?:reviewed|checked|edited|verified|approved|vetted|may|might|can|could|please|read|see|click|learn|how we|errors?|mispronunciations|for more|let us|some|a human|human|our)\b[^\"]{0,200})?"

_LABEL = (
    r"(?:(?:first |originally |last |date )?(?:published|updated|posted|modified|revised|filed)(?: date| on| at)?|publish(?:ed|ing)? date|last update|created|publicado|creado|actualizado|última actualización|fecha de publicación|publié|mis à jour|modifié|mise à jour|dernière mise à jour|mise en ligne|rédigé|veröffentlicht|aktualisiert|zuletzt aktualisiert|stand|erstellt|update|artikel vom|online seit|pubblicato|aggiornato|ultimo aggiornamento|modifica|ultima modifica|publicada|criado|atualizad[oa]|actualizad[ao]|última atualização|última modificação|gepubliceerd|bijgewerkt|laatste update|laatst bijgewerkt|publisert|sist oppdatert|oppdatert|publiceret|opdateret|sidst opdateret|publicerad|uppdaterad|senast uppdaterad|julkaistu|päivitetty"
    r"|data utworzenia|data publikacji|aktualizacja|opublikowano|zaktualizowano|ostatnia aktualizacja|publikováno|aktualizováno|vydáno|zverejnené|aktualizované|publicat|actualizat|data publicării|ultima actualizare|objavljeno|ažurirano|poslednja izmena|frissítve|megjelent|δημοσίευση|τελευταία ενημέρωση|опубликовано|обновлено|дата публикации|создано|опубліковано|оновлено|giriş tarihi|güncelleme tarihi|son güncelleme|oluşturulma tarihi|yayınlanma(?: tarihi)?|güncellenme|פורסם|עודכן(?: לאחרונה)?|نُشر في|آخر تحديث|تاريخ النشر|تم التحديث|تاریخ انتشار|เผยแพร่|ปรับปรุง|입력|수정|기사입력|최종수정|등록|승인|발행)"
)  # fmt: skip
_PIECE = (
    r"(?:[\d٠-٩۰-۹]{1,4}(?:st|nd|rd|th|h\d{0,2}|º|er)?|jan\w{0,7}|feb\w{0,7}|mar(?:ch|s|zo|ço|et|tie|ca)?|märz|apr\w{0,4}|avr\w{0,3}|abr\w{0,3}|may|mai|mayo|maio|maj|maja|mag\w{0,4}|mei|ma[iy]u|jun\w{0,3}|jul\w{0,4}|juin|juil\w{0,4}|giu\w{0,4}|lug\w{0,4}|aug\w{0,4}|août|ago\w{0,4}|sep\w{0,7}|set\w{0,6}|oct\w{0,5}|okt\w{0,5}|ott\w{0,4}|out\w{0,4}|nov\w{0,6}|dec\w{0,6}|dez\w{0,5}|dic\w{0,6}|déc\w{0,5}|gen\w{0,4}|ene\w{0,3}"
    r"|stycznia|lutego|marca|kwietnia|czerwca|lipca|sierpnia|września|października|listopada|grudnia|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|(?:ιαν|φεβρ|μαρτ|απρ|μα|ιουν|ιουλ|αυγ|σεπτ|οκτ|νο|δεκ)[α-ω]{1,8}|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|مهر|آبان|آذر|دی|بهمن|اسفند|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
    r"|yesterday|today|ago|hoy|ayer|hace|horas?|hier|il y a|heures?|heute|gestern|seit|vor|stunden?|minut(?:e[sn]?|os?|i)|oggi|ieri|ore|há|hoje|ontem|igår|idag|i dag|i går|eilen|tänään|dzisiaj|wczoraj|сегодня|вчера|uhr|at|on|of|the|a las|a|às|as|à|le|el|em|de|del|il|alle|om|op|am|pm|um|den|d|kl|klo|u|ora|в|о|г|ở|hrs?|hours?|[ap]|m|gmt|utc|es?t|edt|[cmp][ds]t|ist|wib|cest|cet|bst|aes?t|wat|eat|sast|pkt|ص|م|في الساعة|بتوقيت غرينتش|ก\.พ|ม\.ค)"
)  # fmt: skip
_SEP = r"[ ,.:：|/()·•~-]{1,4}"

RULES = (
    Rule(
        id="byline-stamp-labels",
        kind=Kind.BYLINE,
        confidence=0.9,
        where=Where.EDGE,
        max_words=26,
        pattern=rf"(?=[^\d٠-٩۰-۹]{{2,40}}[\d٠-٩۰-۹]){_LABEL}(?:{_SEP}(?:{_LABEL}|{_PIECE})(?![\w])){{2,26}}|(?=[\d\w., :|()-]{{3,60}}(?:update|aktuali|actuali|aggiorn|modific|atualiz|обновлен|оновлен|frissítve|oppdatert|opdateret|uppdaterad))(?:\d{{1,4}}|\w{{3,12}}(?=,? \d))(?:{_SEP}(?:{_LABEL}|{_PIECE})(?!\w)){{3,26}}|(?:入力|登録|更新|公開日?|更新日|配信|掲載|更新时间|发布时间|最新更新|出版|发表于|發佈時間)[:： ]{{1,2}}[\d年月日/.:： ()（）月火水木金土日時分-]{{6,30}}(?:(?:更新|更新日|公開|修正|最終更新)[:： ]{{0,2}}[\d年月日/.:： ()（）月火水木金土日時分-]{{6,30}})?",
        must_match=(
            "Atualizada às 18h30",
            "Zuletzt aktualisiert: vor 3 Stunden",
            "Aggiornato alle 18:47 del 3 novembre 2022",
            "Publié le 14 mars 2023 à 18h42, modifié le 15 mars 2023 à 09h10",
        ),
        must_not_match=("Published in 2018, the novel sold well.", "Stand 4 hat den besten Fisch."),
    ),
    Rule(
        id="byline-made-by",
        kind=Kind.BYLINE,
        confidence=0.85,
        where=Where.EDGE,
        cased=True,
        max_words=18,
        pattern=r"[(*\[]{0,2}(?i:(?:written|edited|curated|reported|compiled|translated|fact[- ]checked|medically reviewed|reviewed|narrated|researched|contributed|submitted) by|traducción(?: de|:)|traduzione(?: di| a cura di|:)|tradução(?: de|:)|traduction(?: de|:)|traduit d[eu] (?:l'|l’)?\w{4,12} par|(?:aus dem \w{4,16} )?übersetz(?:t von|ung:)|opracowanie:|oprac\.|redigerad av|vertaald door|vertaling:|přeložil[a]?:?|tłumaczenie:|перевод:|переклад:|derleyen(?: ve çeviren)?:|çeviri:|story and photos by|text and photos by|words by|entrevista (?:conduzida|realizada) por|entretien réalisé par|propos recueillis par|cobertura minuto a minuto:):? (?:(?i:dr|prof|don)\.? )?[A-ZÀ-ÞŁŚŽČА-Я][\w.'’-]{0,24}(?: (?:de |la |van |von |da |bin |al-)?[A-ZÀ-ÞŁŚŽČА-Я][\w.'’-]{0,24}){1,3}(?:(?:, | (?:and|y|e|et|und|i|og|och) )(?:(?i:written|edited|produced|published|reported) (?i:by):? )?[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){1,3}){0,3}[.)\]]{0,2}",
        must_match=(
            "Traducción de Beatriz Ejemplo",
            "Fact checked by Corin Example",
            "Traduit de l'anglais par Solène Exemple",
            "Aus dem Englischen übersetzt von Tjark Beispiel",
        ),
        must_not_match=("Traducción de la Biblia", "Reviewed by the council in May, the plan was dropped."),
    ),
    Rule(
        id="editors-note-developing",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=rf"(?:(?:breaking|developing)[:,] )?this is (?:a |an )?(?:developing|breaking|evolving|fast-moving)(?:,? (?:and )?(?:developing|breaking))? (?:news )?(?:story|report|news event|live ?blog|{_ART})(?:(?:[.,;:!]| -| and| that| which) ?(?:it |we'll|we will|we are|please|check|stay|refresh|more (?:details|information|updates|to)|details will|updates|follow|come back|return to|this {_ART} (?:will|may|is being)|will be|may be)\b[^\"]{{0,240}})?|(?:please )?(?:check|come) back (?:here |later |soon |often |with us |regularly ){{0,2}}for (?:more |further |the latest |any |additional )?(?:updates?|details|information|developments)(?: (?:as|on|when|throughout|to) [^\"]{{2,80}})?|(?:developing|breaking)(?: news)?(?: story)?[:,;.-]{{1,2}} ?(?:more|updates|details|check back)\b(?: details| information| updates)? ?(?:to (?:come|follow)|soon|coming|shortly|for updates)|more (?:details |information |updates )?(?:to (?:come|follow)|coming soon|will follow shortly)|(?:please )?refresh (?:this|the|your) (?:page|browser|screen)(?: regularly| often)? (?:for|to) (?:the latest|updates|see|get)[^\"]{{0,80}}|this (?:breaking |developing )?(?:news )?{_ART} (?:will be|is being) (?:(?:continually|continuously|constantly|regularly|frequently|live) )?updated(?: (?:as|when|if|with|throughout|regularly|shortly|once)\b[^\"]{{0,120}})?|our earlier (?:report|story) is below|what we know is changing quickly\. some early reports[^\"]{{2,120}}|noticia (?:de última hora,? )?en (?:desarrollo|construcción|ampliación|elaboración)(?:[.:;,] ?(?:en breve|habrá|estamos|seguimos|pronto|recarg|actualiz|más)[^\"]{{0,120}})?|(?:en breve|próximamente),? (?:se )?(?:ampliaremos|habrá|ampliará)(?: más)?(?: esta| la)?(?: información| noticia)?|(?:habrá|seguirá) ampliación|(?:plus d'informations|davantage d'informations|plus de détails) (?:à venir|à suivre|dans quelques instants|suivent)|(?:article|information|dépêche|actualité) en cours (?:d'actualisation|de mise à jour|d'écriture)|(?:dieser|der) (?:artikel|text|beitrag|ticker) wird (?:laufend|fortlaufend|ständig|regelmäßig|kontinuierlich) (?:aktualisiert|ergänzt|erweitert)|diese (?:meldung|nachricht) wird (?:laufend )?(?:aktualisiert|ergänzt)|(?:weitere|mehr) (?:informationen|details|infos|einzelheiten) (?:folgen|in kürze|folgen in kürze)|mehr in kürze|(?:notizia|articolo|servizio) in (?:aggiornamento|evoluzione)|in aggiornamento|(?:notícia|reportagem|matéria|texto) em (?:ac?tualização|desenvolvimento|construção)|esta (?:reportagem|matéria|notícia) (?:está em|será) (?:atualiza|actualiza)\w{{2,4}}(?: .{{2,60}})?|dit (?:bericht|artikel|liveblog|nieuws) wordt (?:nog |continu |steeds )?(?:aangevuld|bijgewerkt|geüpdatet|geactualiseerd)(?: zodra .{{2,60}})?|(?:saken|artikkelen|sagen|artiklen|nyheden) (?:oppdateres|opdateres|blir oppdatert|bliver opdateret)(?: løbende| fortløpende)?|(?:artikeln|texten|nyheten) uppdateras(?: löpande)?|(?:juttua|uutista|artikkelia) (?:päivitetään|täydennetään)(?: .{{2,40}})?|(?:juttu|uutinen) päivittyy|(?:tekst|artykuł|materiał) (?:aktualizujemy|jest aktualizowany)(?: na bieżąco)?(?:,? odśwież .{{2,80}})?|więcej informacji wkrótce|(?:článek|zprávu|text|správu|článok) (?:průběžně |dále |ďalej |priebežne )?(?:aktualizujeme|doplňujeme|dopĺňame)|(?:новость|материал|статья|текст|заметка) (?:дополняется|обновляется|будет (?:дополнен|обновл[её]н)а?)|новина (?:доповнюється|оновлюється)|(?:vest|vijest)(?: se)? (?:se )?(?:dopunjuje|nadopunjuje|ažurira)|вест се допуњава|(?:cikkünk|hírünk) (?:folyamatosan )?frissül|(?:știre|știrea) (?:în curs de actualizare|se actualizează)|το (?:ρεπορτάζ|άρθρο|θέμα) ενημερώνεται(?: διαρκώς| συνεχώς)?|(?:bu )?haber güncelle(?:niyor|nmektedir|necektir)|(?:ayrıntılar|detaylar) (?:birazdan|geliyor)|הידיעה מתעדכנת|berita ini (?:masih|akan)(?: terus)? (?:di-?update|diperbarui|dikembangkan)(?: .{{2,60}})?|(?:持续|持續)更新中?|(?:この記事|本記事)は(?:随時)?更新(?:します|されます|中です)",
        must_match=(
            "More to follow",
            "Dieser Artikel wird laufend aktualisiert.",
            "This is a developing story. Check back for updates.",
            "Noticia en desarrollo. En breve, ampliaremos la información.",
        ),
        must_not_match=(
            "This is a developing story of love and loss.",
            "“This is a breaking story,” the editor shouted across the room.",
            "Der Artikel wird ständig zitiert.",
        ),
    ),
    Rule(
        id="editors-note-age",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=34,
        pattern=rf"this {_ART} is (?:more than |over |at least |about |now )?{_NUM} (?:year|month)s? old(?: and (?:some |its |the )?(?:information|may|content|might|details)\b.{{2,100}}|\. (?:some |the |its )?(?:information|it may|content|details)\b.{{2,120}})?|(?:note: )?this (?:page|{_ART}) is (?:no longer|not) being updated|(?:hinweis: )?diese seite wird nicht mehr aktualisiert|from (?:our|the) (?:online )?archives?|this was published under the (?:\d{{4}} to \d{{4}} )?.{{2,40}} government|(?:dieser|der) (?:artikel|inhalt|beitrag|text) ist (?:mehr als|über|älter als|schon) .{{1,12}} (?:jahre?|monate?)(?: alt)?(?: und .{{2,80}})?|denne (?:artikkelen|saken|artikel|artiklen) er (?:over|mer enn|mere end|eldre enn|ældre end) .{{1,10}} (?:år|måneder)(?: gammel|gammelt)?(?:,? og .{{2,80}})?|(?:den här|denna) artikeln är (?:mer än|över|äldre än) .{{1,10}} år(?: gammal)?|dit artikel is (?:meer dan|ouder dan|al) .{{1,10}} (?:jaar|maanden)(?: oud)?|cet article (?:date d'il y a plus|a plus|est paru il y a plus) d[e'] ?.{{1,10}} (?:ans?|mois)|(?:este artículo|esta noticia) (?:tiene|se publicó hace) más de .{{1,10}} (?:años?|meses)(?: de antigüedad)?|(?:este artigo|esta notícia) (?:tem|foi publicad[ao] há) mais de .{{1,10}} (?:anos?|meses)|questo articolo (?:ha|è stato pubblicato) più di .{{1,10}} (?:anni|anno|mesi)(?: fa)?|(?:juttu|artikkeli) on yli .{{1,10}} (?:vuotta|vuoden) vanha",
        must_match=(
            "From our online archive",
            "This article is more than 6 years old",
            "Dieser Artikel ist mehr als 5 Jahre alt.",
            "This story is over one year old. Some information may be out of date.",
        ),
        must_not_match=(
            "This story is 200 years old and still told in every pub.",
            "This story is more than 100 years old, the guide says.",
            "From the archives of the port come two letters.",
        ),
    ),
    Rule(
        id="editors-note-machine",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=rf"(?:this|the) (?:above |following )?(?:summary|translation|audio|text|content|headline|key points|image|version|{_ART})s? (?:was|were|has been|have been|is|are|may be) (?:(?:automatically|initially|partly|partially|originally|machine|auto|ai)[- ]?)?(?:translated|generated|read|created|written|summari[sz]ed|narrated|transcribed|produced)(?: automatically)? (?:by|with|using|from|through|via)[^.!?\"]{{0,60}}(?:\bai\b|artificial intelligence|machine|automated|speech recognition|synthetic|computer-generated|language model|translation (?:tool|software|service))(?:[ -](?:voice|tools?|system|technology|software|translation|model|assistance|generated|service))?{_THEN}|this {_ART} (?:was|has been|is) (?:automatically|machine)[- ]translated(?: from .{{2,24}})?{_THEN}|(?:ai|automatically|machine|auto)[- ](?:generated|translated|assisted)(?: by)? (?:audio|summary|translation|content|text|voice|article|image|transcript|key points){_THEN}|our experimental ai [^\"]{{4,200}}|summary (?:generated|created|written) (?:by|with|using) .{{0,20}}\b(?:ai|artificial intelligence){_THEN}|(?:dieser|der|die|das|diese|dieses) (?:artikel|text|beitrag|zusammenfassung|inhalt|übersetzung|audio) (?:wurde|ist|wird) [^.!?\"]{{0,60}}(?:\bki\b|künstlicher? intelligenz|maschinell|automatisch)[^.!?\"]{{0,40}}(?:erstellt|übersetzt|generiert|vorgelesen|zusammengefasst|verfasst)(?: und .{{2,100}})?|.{{0,24}}kernpunkte .{{2,30}} mit ki zusammengefasst|(?:ce|cet|cette|le) (?:résumé|article|audio|traduction|contenu|texte) (?:a été|est|peut être) (?:automatiquement )?(?:généré|lu|traduit|résumé|créé|réalisé|rédigé|produit)e?(?: automatiquement)? [^.!?\"]{{0,30}}(?:intelligence artificielle|\bia\b|voix de synthèse|voix synthétique|machine)(?: (?:et|puis) (?:relu|vérifié|validé)e?.{{0,60}})?|(?:este|esta|el|nota) (?:resumen|texto|artículo|audio|noticia|traducción|teletipo|leída) ?(?:fue|ha sido|está)? ?(?:generad|elaborad|traducid|cread|redactad|leíd)?[oa]? ?[^.!?\"]{{0,20}}(?:inteligencia artificial|\bia\b|de forma automática|voz sintética)(?: y .{{2,80}}|\. puede .{{2,80}})?|(?:il|questo|la|l')? ?(?:riassunto|articolo|audio|traduzione|testo|sintesi) (?:è stat[oa] |è |viene )?(?:generat|lett|tradott|cread|realizzat|creat)[oa] [^.!?\"]{{0,20}}(?:intelligenza artificiale|\bia\b|voce sintetica)(?: e .{{2,80}})?|(?:este |esta )?(?:resumo|texto|áudio|tradução|conteúdo|artigo) (?:foi )?(?:gerad|traduzid|produzid|criad)[oa] [^.!?\"]{{0,40}}(?:inteligência artificial|\bia\b|voz sintética)(?: .{{2,80}})?|(?:dit artikel|deze tekst|deze samenvatting) is [^.!?\"]{{0,40}}\b(?:ai|kunstmatige intelligentie)\b.{{0,80}}|(?:artiklen|artikeln|artikkelen|sammanfattningen|sammendraget|oppsummeringen|texten|resuméet) (?:er|är) [^.!?\"]{{0,40}}(?:\bai\b|\bki\b|kunstig intelligens)(?: (?:og|och) .{{2,80}})?|tekst powstał przy wsparciu sztucznej inteligencji.{{0,80}}|(?:articol|text) tradus cu ajutorul inteligenței artificiale.{{0,80}}|bu (?:metin|haber|özet) yapay zek[âa] .{{4,100}}|переклад виконано за допомогою ші.{{0,60}}|(?:以上|本文|本)?(?:内容|摘要|總結|内容)由ai(?:自[动動])?(?:生成|總結|总结)[,，]?.{{0,30}}|※?この要約は(?:生成)?aiが.{{2,40}}|ai가 (?:자동 )?요약한 .{{2,80}}|(?:تُرجم|تمت ترجمة) هذا (?:النص|المقال) .{{0,20}}(?:الذكاء الاصطناعي).{{0,60}}",
        must_match=(
            "AI-generated audio. Mispronunciations may occur.",
            "This article was automatically translated. Read the original version.",
            "This summary was generated by AI and reviewed by a journalist before publication.",
            "This audio is generated by an automated voice. Please let us know if you have feedback.",
        ),
        must_not_match=(
            "The article was written by artificial intelligence, the court found on Monday.",
            "“This story was written by AI,” the teacher said.",
            "AI-generated content has filled the shops of the town.",
        ),
    ),
    Rule(
        id="editors-note-names-changed",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=r"(?:note: )?(?:some |all |certain |the |her |his |their ){0,2}(?:first )?names?(?: and (?:some )?(?:other |identifying ){0,2}details)?(?: (?:of|in) (?:some |all |the |this )?(?:people|victims?|patients?|children|child|women|men|interviewees|sources?|individuals|contributors|participants|students?|families|survivors|story|article|piece|report))? (?:has|have) been (?:changed|altered|withheld|omitted|modified)(?: (?:to (?:protect|preserve|maintain|ensure|respect)|(?:for|at|on|due to|because of) (?:reasons of |legal |security |privacy|safety|confidential|anonymity|their|his|her|the (?:request|privacy|safety)|request|personal)|by request|upon request)[^.!?\"]{0,100})?|names? (?:changed|withheld)(?: (?:by|on|at|upon|to|for) .{2,60})?|not (?:his|her|their) real names?|(?:alle |die |der |einige )?namen?(?: (?:aller|der|des) .{2,40})?(?: wurden?| ist| sind)?(?: von der redaktion| zum schutz .{2,40}){1,2} (?:geändert|verändert|anonymisiert)|(?:alle )?namen?(?: sind)? geändert|(?:le|les|certains|tous les|son|leurs)? ?prénoms?(?: .{2,40})? (?:a|ont) été (?:modifié|changé)s?(?: (?:à|pour|afin|par|sur) .{2,80})?|(?:le|les) noms?(?: .{2,30})? (?:a|ont) été (?:modifié|changé)s? (?:à la demande|pour (?:préserver|protéger|garantir|des raisons)).{2,80}|prénoms? d'emprunt|(?:los |el |algunos |todos los )?nombres?(?: de (?:la|los|las) .{2,30})? (?:ha|han|fue|fueron)(?: sido)? (?:cambiado|modificado)s? (?:para (?:proteger|preservar|resguardar)|por (?:seguridad|razones|motivos|petición)|a petición).{0,80}|nombres? (?:ficticios?|supuestos?)|(?:i nomi|il nome|nomi|nome) (?:sono|è) (?:di fantasia|inventat[oi])|nomi? di fantasia|nomes? fictícios?|(?:os )?nomes?(?: .{2,30})? (?:foi|foram) (?:alterado|trocado)s? (?:para (?:preservar|proteger)|a pedido|por).{2,80}|(?:om privacyredenen )?(?:is |zijn )?(?:de )?na(?:am|men)(?: [\w ]{2,40})? (?:is |zijn )?(?:gefingeerd|gewijzigd om .{2,40})(?:[;,] .{2,60})?|(?:fotnot: ?)?[\w-]{2,20}(?: [\w-]{2,20}){0,2} (?:heter egentligen något annat|heter egentlig noe annet|hedder egentlig noget andet)(?:,? (?:men|och) .{2,80})?|[\w-]{2,20} rigtige navn er redaktionen bekendt|haastatelt(?:avan|avien|ujen) nim(?:i|et) on muutettu(?: .{2,60})?|imi(?:ę|ona)(?: [\w ]{2,40})? został[oy] zmienion[eay](?: .{2,60})?|имена(?: и фамилии)?(?: (?:героев|героинь|собеседников|участников|всех|некоторых)(?: \w{3,14})?)? изменены(?: (?:по|в|из) .{2,60})?|(?:ім'я|імена)(?: \w{3,14})? змінен[оі](?: (?:з|на|за) .{2,60})?|(?:güvenlik nedeniyle )?(?:[\w ]{2,30} )?(?:isimleri|adları|ismi) değiştirilmiştir|(?:جرى|تم) تغيير أسماء .{2,60}|bukan nama sebenarnya|tên (?:các )?nhân vật (?:trong bài )?đã được thay đổi|(?:หมายเหตุ ?: ?)?ชื่อบุคคลในเรื่องเป็นนามสมมติ|(?:应受访者要求[,，])?文中(?:人物|受访者|姓名|名字)?均?为化名|(?:為保護當事人[,，])?文中(?:人物|姓名|受訪者){1,2}(?:均為化名|[^。]{0,10}經過改寫)|(?:本文中|文中)?[^。]{0,14}(?:名前|氏名|人物名)はすべて仮名です|(?:기사|글|본문)[^.]{0,24} 이름은[^.]{0,24}가명(?:입니다|으로 적었습니다|이다)",
        must_match=(
            "*Name has been changed",
            "*Le prénom a été modifié.",
            "*Name von der Redaktion geändert",
            "Some names have been changed to protect the privacy of the people in this story.",
        ),
        must_not_match=(
            "The name has been changed for the third time in ten years.",
            "The names of the streets have been changed to honour poets.",
        ),
    ),
    Rule(
        id="editors-note-content-warning",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=45,
        pattern=rf"(?:(?:content |trigger |spoiler )?(?:warning|caution|note|alert)[:!.-]{{0,2}} ?)?(?:this|the following) {_ART} (?:contains?|includes?|has|discusses|mentions|describes|features|deals with)[^.!?\"]{{3,140}}(?:(?:some |that |which )?(?:readers|viewers|people|listeners|survivors|you|audiences) (?:may|might|could) find (?:\w{{2,12}} )?(?:distressing|upsetting|disturbing|triggering|offensive|sensitive|difficult)|(?:may|might|could) (?:be |prove )?(?:distressing|upsetting|disturbing|triggering|upset|distress|offend)(?: (?:to|for))?(?: (?:some )?\w{{4,12}})?|(?:reader|viewer|listener) discretion is advised)(?:\. [^\"]{{2,120}})?|(?:(?:content |trigger |spoiler )?(?:warning|caution|note|alert)[:!.-]{{0,2}} ?)?(?:this|the following) {_ART} (?:contains?|includes?|has) (?:(?:major|mild|minor|some|massive|heavy|full|big|light|possible|plot) ){{0,3}}spoilers(?: (?:for|about|from|of) [^\"]{{2,80}})?|(?:content |trigger |spoiler )?(?:warning|caution|alert)[:!-] ?(?:contains?|graphic|some (?:readers|viewers)|spoilers|major spoilers|distressing|strong language|discussion of|mentions? of|descriptions? of)\b[^\"]{{0,140}}|(?:reader|viewer|listener) discretion is advised|(?:contains? )?(?:(?:major|mild|minor) )?spoilers (?:ahead|below|follow)|aboriginal and torres strait islander (?:readers|people|viewers|listeners|audiences)(?: and [\w ]{{4,24}})? (?:are|should be) (?:advised|warned|aware)[^\"]{{4,200}}|(?:achtung|vorsicht|warnung|triggerwarnung|spoilerwarnung)[:,!]{{0,2}} ?(?:dieser|der|folgender|spoiler|enthält)[^\"]{{0,120}}|(?:dieser|der folgende|der) (?:artikel|text|beitrag) enthält (?:\w{{3,12}} )?(?:spoiler|(?:schilderungen|beschreibungen|darstellungen) von (?:gewalt|suizid|missbrauch))[^\"]{{0,120}}|(?:attention|avertissement)[ :,!]{{0,3}}(?:spoilers?|(?:cet article|ce texte|la suite) (?:contient|dévoile|révèle|peut))[^\"]{{0,120}}|(?:atención|aviso|advertencia|alerta|ojo)[:,! ]{{1,3}}(?:spoilers?|contiene spoilers|(?:este|esta|el siguiente) (?:artículo|texto|nota|crítica|noticia) contiene)[^\"]{{0,120}}|(?:attenzione|avvertenza)[:,! ]{{1,3}}(?:spoiler|(?:questo|l') ?(?:articolo|testo|recensione) contiene)[^\"]{{0,120}}|(?:atenção|alerta|aviso)[:,! ]{{1,3}}(?:spoilers?|contém spoilers|(?:este|esta|o|a) (?:texto|artigo|matéria|reportagem|crítica) contém)[^\"]{{0,120}}|(?:let op|waarschuwing)[:,! ]{{1,3}}(?:spoilers?|dit (?:artikel|stuk|verhaal) bevat)[^\"]{{0,120}}|(?:uwaga|ostrzeżenie)[:,! ]{{1,3}}(?:spoilery?|(?:tekst|artykuł|recenzja) zawiera)[^\"]{{0,120}}|(?:осторожно|внимание)[:,! ]{{1,3}}(?:спойлер|(?:в тексте|материал|текст|статья) (?:есть|содерж))[^\"]{{0,120}}|※?この記事(?:に)?は[^。]{{0,40}}(?:ネタバレ|結末に触れ)[^。]{{0,24}}|이 기사는[^.]{{0,30}}(?:결말|스포일러)[^.]{{0,12}}포함[^.]{{0,12}}",
        must_match=(
            "Achtung, Spoiler!",
            "This review contains mild spoilers.",
            "Warning: Contains spoilers for the season finale.",
            "This article contains references to suicide that some readers may find distressing.",
        ),
        must_not_match=(
            "This story contains three deaths and one wedding.",
            "Warning: the river is rising, said the loudspeaker.",
        ),
    ),
    Rule(
        id="editors-note-transcript",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.EDGE,
        max_words=60,
        pattern=r"(?:the following|what follows|below|this) is (?:a |an |the )?(?:(?:edited|lightly|rush|condensed|full|rough|partial|machine-generated|slightly|complete|unedited|and|,) ?){0,4}(?:transcript|transcription|version of (?:our|the) (?:interview|conversation))\b[^\"]{0,300}|(?:this|the|our|their) (?:interview|transcript|conversation|q&a|discussion|exchange|interviews|podcast)s? (?:has|have|was|were) (?:been )?(?:lightly |slightly )?(?:edited|condensed|translated|shortened|abridged)(?:(?:,| and|, and) (?:lightly |slightly )?(?:edited|condensed|translated|shortened|abridged)){0,2}(?: (?:for|to|from) [^\"]{2,100})?|(?:lightly )?(?:edited|condensed)(?: and (?:edited|condensed))? for (?:length|clarity|brevity|style)(?:,? (?:and )?(?:length|clarity|brevity|style)){0,2}|esta (?:entrevista|conversación) (?:ha sido|fue|está) editada (?:por|para) .{2,80}|transcripción automática: puede .{2,120}|(?:cet entretien|cette interview|les propos) (?:a|ont) été (?:édité|condensé|remanié|raccourci|retranscrit|légèrement)\w{0,3}[^\"]{0,100}|das (?:interview|gespräch) wurde (?:redaktionell |zur besseren .{2,20} |für .{2,30} |leicht |aus .{2,30} )?(?:gekürzt|bearbeitet|übersetzt|redigiert)(?: und .{2,40})?|questa (?:intervista|conversazione) è stata (?:modificata|editata|condensata|tradotta|abbreviata)[^\"]{0,80}|(?:a|esta) entrevista foi editada (?:por|para) .{2,80}|dit (?:interview|gesprek) is (?:ingekort|bewerkt|geredigeerd)[^\"]{0,60}|wywiad nie był autoryzowany|wywiad został (?:skrócony|zredagowany)[^\"]{0,60}|(?:mezititulky jsou redakční|śródtytuły(?: i skróty)? (?:pochodzą )?od redakcji|орфография и пунктуация автора сохранены|стиль і правопис автора(?: листа)? збережено|本文中の肩書(?:・年齢|き)?は(?:取材|掲載)当時のものです)",
        must_match=(
            "Edited for length and clarity",
            "Esta entrevista ha sido editada por brevedad y claridad.",
            "Das Interview wurde gekürzt und redaktionell bearbeitet.",
            "This interview has been edited and condensed for clarity.",
        ),
        must_not_match=("The transcript was read out in court.", "This interview was the first he gave."),
    ),
    Rule(
        id="editors-note-first-appeared",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=50,
        pattern=rf"(?:from (?:the|our) archives?: )?this {_ART} (?:was |is |has been )?(?:(?:co-|re)?(?:published|produced|reported|written)|syndicated|supported|reprinted)(?: here)?(?: (?:in|as) (?:partnership|collaboration|co-?operation|association|conjunction|part)| under a creative commons| with (?:the )?(?:kind )?permission)\b{rest(200)}|this {_ART} is (?:a (?:collaboration|partnership|co-publication|joint project)|the result of a (?:collaboration|partnership)|part of a (?:collaboration|partnership)) (?:between|with|by|of) .{{2,160}}|this {_ART} was (?:written|reported) by .{{2,80}} and (?:edited|produced|published|distributed) by .{{2,80}}|(?:co-)?(?:published|produced) in (?:partnership|collaboration|association) with .{{2,80}}|from (?:the|our) archives: this {_ART} was (?:first|originally) published .{{2,60}}|this is (?:a guest (?:post|column|article|essay)|an? (?:(?:edited |abridged |shortened )?(?:extract|excerpt)|edited version|abridged version)) (?:by|from|of) .{{4,160}}|(?:copyright .{{2,40}}\. )?first (?:printed|aired|broadcast) in .{{2,60}}\d{{4}}.{{0,30}}|the english (?:rendering|translation|version) of this {_ART} is by .{{2,160}}|(?:dieser|der|dieses) (?:artikel|text|beitrag|interview) (?:ist|erschien|wurde) (?:zuerst|zunächst|ursprünglich|erstmals) .{{2,80}}|cet? (?:article|texte|entretien)(?: a été| est)? (?:(?:initialement|d'abord|originellement) (?:publié|paru)|republié|extrait d|paru dans le (?:n|magazine))[^\"]{{2,160}}|(?:este|esta) (?:artículo|texto|nota|entrevista|reportaje) (?:fue|se) public(?:ad[oa]|ó) (?:originalmente|originariamente|por primera vez|primero) .{{2,160}}|este artículo forma parte de (?:una|un|la|el) (?:investigación|serie|proyecto|especial) .{{2,160}}|(?:questo|l') ?(?:articolo|testo|intervista) è (?:stat[oa] )?(?:(?:originariamente )?(?:pubblicat[oa]|uscit[oa])) (?:originariamente|per la prima volta|in origine|sul numero).{{2,120}}|(?:este )?(?:artigo|texto|reportagem) (?:foi )?publicad[oa] originalmente .{{2,120}}|(?:dit|deze) (?:artikel|verhaal|column|interview) (?:verscheen|is) (?:eerder|oorspronkelijk|eerst) .{{2,100}}|(?:teksten|artikkelen|artiklen|artikeln|texten) (?:ble|er|blev|var|publicerades|har) (?:først|opprinnelig|oprindeligt|ursprungligen|tidigare)(?: (?:publisert|bragt|trykt|publiceret|publicerats?))? .{{2,80}}|(?:artykuł|tekst|wywiad) ukazał się (?:pierwotnie )?(?:w numerze|w \d|na łamach).{{2,80}}|(?:az interjú|a cikk|az írás) eredetileg .{{2,80}} jelent meg|(?:το (?:κείμενο|άρθρο)) δημοσιεύτηκε για πρώτη φορά .{{2,80}}|(?:этот|данный) (?:текст|материал) впервые (?:вышел|опубликован|был опубликован) .{{2,140}}|bu (?:yazı|makale|haber) ilk olarak .{{2,80}} yayımlan(?:mıştır|dı)|نُشرت هذه المقالة للمرة الأولى .{{2,80}}|本文(?:首发于|首發於|原载于|原載於|转载自|轉載自).{{2,60}}|原文刊於.{{2,60}}|※?(?:この|本)記事は.{{2,40}}(?:より転載|に公開されたものを).{{0,40}}|이 글은 .{{2,40}}(?:실린|게재된) 글을 .{{2,40}}|riceviamo e (?:volentieri )?pubblichiamo|riproduciamo,? per gentile concessione .{{2,100}}|(?:pré-publicação|publicado) .{{0,40}}por cortesia da editora",
        must_match=(
            "This story was produced in partnership with Example News.",
            "Dieser Artikel ist zuerst beim Beispielkurier erschienen.",
            "This story was written by Anna Example and produced by Sample Wire.",
            "This is a guest post by Nils Example, who runs operations for a brewery.",
        ),
        must_not_match=(
            "This is a version of events few believe.",
            "The report was reprinted with permission.",
        ),
    ),
    Rule(
        id="editors-note-changed",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=50,
        pattern=r"(?:artiklen|artikeln|artikkelen|saken|sagen|teksten|texten) (?:er|har|är|ble|blev) (?:blitt |blevet )?(?:opdateret|oppdatert|uppdaterats|rettet|endret|rättats|uppdaterad|ændret) .{2,140}|(?:cet )?article (?:a été )?(?:mis à jour|modifié|corrigé|actualisé) (?:le|à|après|avec|pour|ce) .{2,140}|le titre de cet article a été modifié .{2,140}|(?:el titular|el título de est[ea] (?:artículo|noticia)) (?:fue|ha sido) (?:modificado|cambiado|corregido) .{2,140}|o título dest[ea] (?:notícia|artigo|reportagem|texto) foi (?:alterado|corrigido) .{2,140}|il titolo(?: di questo articolo)? è stato (?:cambiato|modificato|corretto) dopo la pubblicazione.{0,140}|dieser (?:artikel|text|beitrag) wurde (?:am|um|nach|zuletzt|nachträglich) .{2,40} (?:aktualisiert|korrigiert|ergänzt)(?:(?: und|[.:;]) .{2,100})?|(?:notícia|artigo|reportagem|texto) (?:ac?tualizad|corrigid)[oa] às \d.{2,100}|материал (?:дополнен|обновл[её]н|исправлен) .{2,100}|článek jsme (?:doplnili|opravili|aktualizovali) o? ?.{2,100}|aquest article s'ha (?:modificat|actualitzat|corregit) .{2,100}|corrects (?:spelling|name|date|style|headline|typo|title|byline|figure|attribution)\b.{0,100}|catatan redaksi: judul .{4,160}",
        must_match=(
            "Artiklen er opdateret kl. 16.20 med udtalelser fra borgmesteren.",
            "Le titre de cet article a été modifié après publication.",
            "Corrects spelling of surname in sixth paragraph.",
            "Материал дополнен комментарием пресс-службы.",
        ),
        must_not_match=(
            "Der Artikel wurde am Montag geändert, sagt sie.",
            "Le titre de cet article a fait rire.",
        ),
    ),
    Rule(
        id="editors-note-series",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=40,
        pattern=rf"(?!.{{4,120}}\b(?:starts?|begins?|airs?|was|were|will|ends?|won|said)\b)(?:(?:this is )?part {_NUM} (?:of|in) (?:a |an |our )?{_NUM}(?:[- ]part)?(?: series| parts)?(?: (?:on|about|exploring|looking at) .{{2,100}})?|(?:this is )?(?:the )?(?:part {_NUM}|{_ORD}) (?:of|in|{_ART} in|instalment of) (?:a |an |our |the )(?:{_NUM}-part |\w{{4,12}} )?series(?: (?:of|on|about|exploring|looking|in|by) .{{2,160}})?|(?:this {_ART}|it) is part of (?:a|an|our|the) (?:[\w'-]{{2,16}} ){{0,4}}series(?: .{{2,120}})?|(?:read|next|previous|coming (?:up|next))[,:]? part {_NUM}(?: (?:here|tomorrow|next week))?|to be continued|next in (?:this|the) series: .{{2,80}}|(?:folge|teil) \d{{1,2}} (?:von|unserer|der|einer) .{{1,60}}|(?:épisode|volet|partie|chapitre) \d{{1,2}} ?(?:sur|/|de) ?\d{{1,2}}|(?:parte|capítulo|entrega|puntata|episodio) \d{{1,2}} ?(?:de|di|/) ?\d{{1,2}}|(?:primera|segunda|tercera|cuarta|quinta|última|primeira|terceira|quarta) (?:de|entrega de|parte de) (?:una serie de )?(?:dos|tres|cuatro|cinco|seis|duas|três|quatro|seis)(?: (?:partes|entregas|artículos|artigos|reportagens|reportajes))?|(?:prima|seconda|terza|quarta|quinta|ultima) puntata(?: ?[-,] ?continua)?|próxima entrega: .{{2,60}}|deel \d{{1,2}} van (?:een serie|de serie|\d).{{0,60}}|część \d{{1,2}} z \d{{1,2}}|(?:\d[- ]{{1,3}})?(?:fortsetzung folgt|wird fortgesetzt|à suivre|continuará|wordt vervolgd|ciąg dalszy nastąpi|далі буде|devam edecek|fortsættes|fortsättning följer|fortsettelse følger|pokračování příště|folytatjuk)|未完待续|未完待續|<?다음 편에 계속|يتبع في الجزء .{{2,12}})",
        must_match=(
            "Part 2 of 4",
            "Fortsetzung folgt",
            "Segunda de cinco partes",
            "This is part two of a three-part series on the river.",
        ),
        must_not_match=("This is part of a plan.", "The last of the series was lost."),
    ),
    Rule(
        id="editors-note-feed",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=rf"(?:except for the headline,? |barring the headline,? |apart from the headline,? )?(?:this|the) {_ART} (?:has|have) not been (?:edited|written|created|altered|modified) by .{{2,60}}(?:staff|team|editors?|desk|newsroom)\b{rest(160)}|(?:with the exception of|except for|apart from) the headline, .{{2,160}}|this {_ART} (?:has been|is|was) (?:sourced|auto-?generated|auto-?published|published|taken|received) (?:directly )?(?:from|by|through) (?:an? )?(?:unedited |third[- ]party |auto-generated |news )?(?:and )?(?:syndicated|agency|wire|third[- ]party|computer|news agency)(?: news)?\b{rest(200)}|only the (?:headline|head)(?: and (?:the )?(?:picture|image|photo)s?)? of this {_ART} may have been reworked .{{2,80}}|published from a syndicated feed.{{0,60}}|not been edited by our staff|this is a (?:contributed|sponsored|paid|partnered) (?:article|post|content)\. .{{4,160}}|the following (?:press|news|media) release (?:was|is|has been) (?:issued|provided|sent|published) .{{2,160}}|inputs from (?:our|the|agenc)[^.!?\"]{{2,60}}|\(?इस खबर को .{{2,40}}(?:टीम|संपादकीय) ने संपादित नहीं किया.{{0,100}}|bu haber ajanslar tarafından .{{4,160}}|(?:este teletipo|esta noticia|este contenido) (?:ha sido|fue) (?:elaborad|generad|publicad)[oa] (?:de forma )?autom[^\"]{{4,120}}|(?:diese meldung|dieser text) (?:wurde|ist) (?:automatisch|unverändert|unbearbeitet) (?:von|aus|übernommen)[^\"]{{2,120}}|pressemeddelelsen er udsendt automatisk .{{2,100}}|(?:この|本)記事は.{{2,30}}(?:から|より)(?:配信|提供)(?:された|されて).{{0,30}}",
        must_match=(
            "This story has been sourced from a third party syndicated feed, agencies.",
            "(Only the headline and picture of this report may have been reworked by the Example team.)",
            "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
            "The following press release was issued by the Sheriff's Office and is published here unedited.",
        ),
        must_not_match=("The report has not been written yet.", "Only the headline of this report is true."),
    ),
    Rule(
        id="editors-note-own-views",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=50,
        pattern=rf"(?:these|the above) are (?:the (?:author|writer|columnist)'s|his|her|their|my) (?:own |personal ){{1,2}}(?:views|opinions)(?: and .{{2,100}})?|i wrote this article myself,? and it expresses my own opinions.{{0,200}}|(?:the )?(?:opinions|views) (?:here |above |in this {_ART} )?are (?:the (?:author|writer)'s|his|her|their|my)(?: own)?(?: alone)?(?: and (?:do not|not) .{{2,100}})?|(?:kolumni|kirjoitus) on kirjoittajan henkilökohtainen .{{2,30}}|(?:detta|det här) är en (?:åsiktstext|ledarartikel)\b[^\"]{{0,120}}|dette er en (?:kommentar|leder|kronikk)\b\.? ?(?:innlegget|kommentaren|teksten|lederen|kronikken) (?:gir|er)? ?(?:uttrykk|utrykk)[^\"]{{2,80}}|analyse: artiklen er udtryk for .{{2,60}}|ये लेखक के निजी विचार हैं|isi tulisan ini menjadi tanggung jawab penulis.{{0,20}}|(?:本文)?(?:仅|僅|只)?(?:代表|反映)作者(?:个人|個人|本人)?(?:观点|觀點|意見|立场|立場)[,，]?[^。]{{0,40}}|本文(?:仅|僅|只|不)代表(?:作者|本报|本報|本站|本刊)(?:个人|個人|本人)?(?:观点|觀點|意見|立场|立場)[,，]?[^。]{{0,40}}|namentlich gekennzeichnete beiträge [^\"]{{4,120}}|in unregelmäßigen abständen kommen in der rubrik .{{4,160}}|stavovi (?:izneti|izneseni|izraženi) u [^\"]{{2,60}}(?:ne odražavaju|su stavovi)[^\"]{{2,80}}|nội dung bài viết thể hiện quan điểm riêng của tác giả.{{0,80}}|az itt megjelenő írás a szerző véleményét tükrözi.{{0,100}}|думка,? висловлена автором[^\"]{{2,100}}|yayımlanan köşe yazılarının sorumluluğu yazarlarına aittir|este articol de opinie[^\"]{{2,80}}",
        must_match=(
            "These are the author's own views.",
            "I wrote this article myself, and it expresses my own opinions. I am not receiving compensation for it.",
            "Kolumni on kirjoittajan henkilökohtainen näkemys asiasta.",
            "本文仅代表作者个人观点，不代表本刊立场。",
        ),
        must_not_match=("The views are his best argument.", "Namentlich bekannt sind nur zwei."),
    ),
    Rule(
        id="editors-note-code-of-conduct",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.TAIL,
        max_words=60,
        pattern=rf"[\w'. -]{{2,50}} (?:is|are) (?:a member of|regulated by|accredited by|a signatory (?:to|of)|bound by) (?:the )?(?:independent |\w{{3,16}} )?(?:press|media) (?:complaints|standards|council|ombudsman|self-regulat|regulat)\w{{0,8}}{rest(240)}|(?:we|[\w' ]{{2,40}}) (?:subscribes?|adheres?|is committed|are committed|abides?) (?:to|by) the (?:[\w' ]{{2,40}})?(?:press council|editors' code|code of (?:conduct|ethics|practice)|press code){rest(240)}|complaints that cannot be resolved with us .{{4,160}}|[\w ]{{2,40}} is committed to accuracy\. (?:submit|report|send|please|if|to)[^\"]{{4,120}}|[\w ]{{2,40}} (?:er redigert etter|arbeider etter|redigeres etter|arbejder efter) (?:redaktørplakaten|vær varsom-plakaten|de presseetiske|reglene)[^\"]{{0,120}}|ansvarig utgivare: [\w .'-]{{4,40}}|ansvarlig redaktør: [\w .'-]{{4,40}}|(?:conforme a los criterios de|conforme aux critères de|conforme ai criteri di) .{{2,40}}|(?:reader's|readers') editor: .{{4,200}}",
        must_match=(
            "The Example is regulated by the Independent Press Complaints Body. If you have a complaint, please contact the editor here.",
            "The Daily Example is a member of the Press Council.",
            "We adhere to the Editors' Code of Practice.",
            "Eksempelet arbeider etter Vær Varsom-plakatens regler for god presseskikk.",
        ),
        must_not_match=("The harbour is regulated by the council.", "He is a member of the press at last."),
    ),
    Rule(
        id="editors-note-produced-by",
        kind=Kind.EDITORS_NOTE,
        confidence=0.85,
        where=Where.EDGE,
        max_words=70,
        pattern=(
            r"this (?:story|article|report|piece|project|investigation|content)(?: about [^.!?\"]{2,80})? (?:was|is) (?:originally )?(?:written|reported|produced|developed|created|supported|funded)\b[^.!?\"]{0,120}\b(?:non-?profit|news organi[sz]ation|newsroom|news service|foundation|fellowship|reporting fund|in (?:partnership|collaboration) with|branded content)\b[^\"]{0,240}"
        ),
        must_match=(
            "This story about school buses was written by Ann Example and produced by The Slate Report, a nonprofit, independent news organization focused on schools.",
            "This article was produced in partnership with the Example Investigations Lab.",
            "This project was supported by the Example Foundation.",
        ),
        must_not_match=(
            "This story was written by a nun in 1840.",
            "This project was supported by three of the five councillors.",
        ),
    ),
)
