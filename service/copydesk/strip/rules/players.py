"""Technical wordings around media and layout: players, galleries, embeds that wait or fail, contents, live pages."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

_NUMBER = r"(?:(?:ca|cca|circa|env(?:iron)?|aprox|approx|about|etwa|rund|noin|około|ok|около|приблизно|约|約|약|<|>|~|less than|under|menos de|moins de|meno di|weniger als) ?\.? ?)?[\d۰-۹٠-٩]{1,3}(?:[-:,.]\d{1,2})? ?-?"
_MINUTES = r"(?:min(?:ut[a-zăćęű]{0,4}|uuttia|s)?|perc|dk|dak(?:ika)?|мин(?:ут[аыу]?)?|хв(?:илин[аи]?)?|menit|phút|λεπτά|分钟|分鐘|分|분|دقائق|دقيقة|دقیقه|דקות|मिनट|นาที)\.?(?:,? (?:(?:and|und|et|e|y|og|och|en) )?\d{1,2} ?s(?:ec|ek)?[a-zó]{0,6}\.?)?"
_TIME = _NUMBER + _MINUTES
_LENGTH = rf"(?:[ :,|(\[·-]{{1,3}}(?:{_TIME}|\d{{1,2}}:\d\d(?: ?/ ?\d{{1,2}}:\d\d)?(?: min)?))?"
_OF = r"(?:of|von|sur|de|di|van|av|af|z|ze|из|з|din|od|/) ?"
_SITE = r"(?:youtube|x|x \(twitter\)|twitter|instagram|facebook|tiktok|spotify|soundcloud|vimeo|dailymotion|telegram|threads|bluesky|reddit|linkedin|apple (?:music|podcasts)|google maps)"

RULES = (
    Rule(
        id="byline-reading-time",
        kind=Kind.BYLINE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=(
            r"(?:(?:estimated |average |approx\.? )?(?:read|listen)(?:ing)? time|read|listen|time to read|(?:geschätzte |ungefähre |durchschnittliche )?(?:lesedauer|lesezeit|hördauer|hörzeit)|(?:temps|durée) (?:estimée? )?(?:de|pour la) lecture(?: estimée?)?|lecture|(?:durée d')?écoute|tiempo (?:estimado )?de (?:lectura|lectura estimado|escucha)|(?:lectura|lettura|leitura)(?: de| da)?|tempo (?:stimato )?di (?:lettura|ascolto)|tempo (?:estimado |médio )?de leitura(?: estimado)?|temps (?:estimat )?de lectura|leestijd|luistertijd|lästid|läsning|lyssningstid|læsetid|lesetid|lyttetid|lukuaika|kuunteluaika|(?:przybliżony )?czas czytania|(?:odhadovaná )?doba čtení|čas čtení|čas čítania|olvasási idő|okuma (?:süresi|zamanı)|(?:время|час) (?:на )?(?:чтени[ея]|прочтени[ея]|читання|прочитання)|читать|timp (?:estimat )?(?:de |pentru )?(?:citire|citit|lectură)|vreme čitanja|vrijeme čitanja|χρόνος ανάγνωσης|waktu (?:baca|membaca)|thời gian đọc|(?:预计|預計|本文)?(?:阅读|閱讀)(?:时间|時間|需要|需时|时长)|(?:読了|閲覧)(?:時間|目安)(?:の目安)?|읽는 ?데? ?(?:걸리는 )?시간|예상 읽기 시간|(?:مدة|وقت|زمن) (?:ال)?قراءة(?: المقال)?|زمان مطالعه|(?:זמן|משך) קריאה|पढ़ने का समय|ใช้เวลาอ่าน)(?: ?[:：|·-])? ?"
            + _TIME
            + r"|"
            + _NUMBER
            + _MINUTES
            + r"[ -](?:read(?:ing time| time)?|to read|listen|lesezeit|lesedauer|hörzeit|(?:de |à la )?lecture|de lectura|di lettura|de leitura|leestijd|läsning|lästid|att läsa|læsetid|lesetid|lukuaika|czytania|čtení|olvasás|okuma(?: süresi)?|(?:на )?чтени[ея]|на читання|читання|de citit)|less than (?:a|one|1) minute(?: read)?|ten tekst przeczytasz w "
            + _TIME
            + r"|本文约[\d,]{2,6}字[,，] ?(?:阅读|预计阅读)?(?:约|时间|需要?)?(?:约)?[\d.]{1,4}分钟|この記事は約? ?\d{1,3} ?分で読めます|\d{1,3} मिनट में पढ़ें"
        ),
        must_match=(
            "3 MIN. READ",
            "Lesedauer: 4 Minuten",
            "4 min de leitura",
            "阅读时间:约5分钟",
            "مدة القراءة: 4 دقائق",
            "4 मिनट में पढ़ें",
        ),
        must_not_match=(
            "Reading: 60 minutes",
            "Duration: 90 minutes",
            "Lesedauer und Lesefreude hängen zusammen.",
            "40 minutes to read the verdict.",
        ),
    ),
    Rule(
        id="navigation-listen",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=16,
        pattern=(
            r"(?:audio:? ?|play:? ?|▶ ?)?(?:(?:listen to|hear|play)(?: the| this)?(?: audio(?: version)?(?: of)?)?(?: the| this)? (?:article|story|post|page|column|report|piece)(?: now| here| instead| aloud)?|(?:listen|hear|read aloud|read this aloud|play audio|audio article|audio version)|(?:diesen |den |ganzen |jetzt )?(?:artikel|beitrag|text) (?:jetzt )?(?:an)?hören|(?:diesen |den )?(?:artikel|beitrag|text) vorlesen(?: lassen)?|vorlesen(?: lassen)?|audioversion(?: anhören)?|(?:écouter?|écoutez) (?:l'|cet |cette |la |le |l' )?(?:article|version audio(?: de (?:l'|cet ?)article)?|chronique|texte)|(?:escuchar?|escuchá|escuche|oír) (?:el |la |este |esta )?(?:artículo|nota|noticia|texto|versión en audio)(?: completa)?|(?:ascolta|ascoltare)(?: ora)? (?:l'|questo |il |la |questa )?(?:articolo|notizia|versione audio(?: dell'articolo)?)|(?:ouvir|ouça|escute|ouve) (?:o |a |este |esta |esse )?(?:artigo|conteúdo|matéria|notícia|reportagem|texto)|escolta (?:l'|aquest )article|luister naar (?:dit|het|de) (?:artikel|verhaal|tekst)|(?:dit )?artikel (?:beluisteren|voorlezen)|beluister (?:dit )?artikel|lyssna på (?:artikeln|texten|nyheten)|uppläsning av (?:artikeln|texten)|(?:lyt til|hør) (?:artiklen|historien|teksten)|(?:lytt til|hør(?: på)?) (?:saken|artikkelen|teksten)|få (?:artiklen|saken) (?:læst|lest) op|kuuntele (?:tämä )?(?:artikkeli|juttu|uutinen)|(?:posłuchaj|odsłuchaj|wysłuchaj)(?: tego)? (?:artykułu?|tekstu|materiału)|(?:poslechněte si|přehrát|poslechnout) (?:tento )?(?:článek|text)(?: v audioverzi)?|hallgassa meg a cikket|cikk meghallgatása|(?:haberi|makaleyi|yazıyı) (?:sesli )?dinle(?:yin)?|(?:ascultă|asculta) (?:articolul|știrea)|(?:про)?слушать (?:эту )?(?:статью|новость|текст|материал)|(?:про)?слухати (?:статтю|новину|текст)|听(?:文章|新闻|全文)|收听(?:本文|文章|全文)|语音播报|(?:聆聽|收聽|聽)(?:文章|新聞|本文|全文)|(?:この)?記事を(?:音声で)?(?:聴く|聞く|読み上げる)|音声で(?:聴く|聞く)|(?:기사|본문|뉴스) ?(?:음성으로 )?(?:듣기|읽어주기)|음성으로 듣기(?:를 지원하지 않는 브라우저입니다)?|استمع (?:إلى |ل)?(?:المقال|الخبر|المقالة)|dengarkan (?:artikel|berita)|nghe (?:đọc )?(?:bài(?: viết| báo)?|audio))"
            + _LENGTH
            + r"\)?|listen to (?:this |the )?(?:story|article)\. enjoy more (?:audio|podcasts)\b.{0,80}|this (?:article|story|text|page) can be read aloud(?:\. press play.{0,40})?|play audio\. duration:.{2,40}|listen (?:to article )?[·|(]? ?\d{1,2}[: ]\d{0,2} ?min\b.{0,100}|listen to [\w' &-]{2,40} live (?:at|on|from|every|each|weekdays?) [^.!?]{2,60}[ -]or (?:listen back|catch up)[^.!?]{2,30}|ouvir: ?\d\d:\d\d ?/ ?\d\d:\d\d"
        ),
        must_match=(
            "Listen to this article, 4 minutes",
            "Listen to The Morning Desk live at 8:15 on weekdays - or catch up here.",
            "Diesen Artikel vorlesen lassen (6 Min.)",
            "記事を音声で聞く",
        ),
        must_not_match=(
            "Listen to the story of the mill, she told them.",
            "Hear the article read by the man who hated it most.",
        ),
    ),
    Rule(
        id="editors-note-synthetic-voice",
        kind=Kind.EDITORS_NOTE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=r"(?:ai|artificially|automatically|machine)[- ]generated (?:audio|voice|narration)(?:[.:;] .{2,100})?|(?:this|the) (?:audio|narration|audio version|recording)(?: (?:of|for) this (?:article|story))? (?:is|was|has been) (?:auto|ai|computer|machine|artificially |automatically )?-?(?:generated|produced|created|read|narrated)(?: (?:by|with|using) (?:an? )?(?:artificial|automated|ai|synthetic|text-to-speech|computer|machine)\b[^.]{0,40})?(?:\. .{2,120})?|(?:(?:this|the) (?:article|story|text) is|this is an automated reading of the text|read) (?:read )?(?:aloud )?by an? (?:automated|synthetic|ai|computer|digital)[- ](?:[\w]{2,12} )?voice\b.{0,120}|diese[rs]? (?:audio|text|artikel|beitrag|audiobeitrag|podcast|aufnahme)(?: wurde| wird| ist)(?: automatisch)? (?:mit(?: einer)?|von einer|durch(?: eine)?|per|mithilfe von) (?:ki|künstliche[rn]? (?:intelligenz|stimme)|computerstimme|synthetische[rn]? stimme)\b.{0,140}|(?:die audioversion|der artikel|der text)(?: dieses artikels)? (?:wurde|wird) (?:künstlich|automatisch|mit ki|von (?:einer )?(?:künstlichen|computer)[ -]?stimme)\b.{0,100}|ki-generierte[sr]? (?:audio|stimme)|(?:cet|cette|le|l') ?(?:article|audio|texte|lecture|chronique) est (?:lue?|générée?|produite?) (?:par|avec|à l'aide de|grâce à) (?:une voix de synthèse|une voix synthétique|une intelligence artificielle|l'intelligence artificielle|l'ia|une ia)\b.{0,120}|(?:este |esta )?(?:audio|nota|texto|áudio|artículo|artigo|noticia)(?: es| está| fue| foi| é| ha sido)? (?:generad[oa]|leíd[oa]|producid[oa]|gerad[oa]|produzid[oa]|lid[oa]|cread[oa]|criad[oa]) (?:con|por|com|mediante|pela?|usando) (?:una? |uma? |la |a )?(?:voz (?:sintética|artificial)|inteligencia artificial|inteligência artificial|ia)\b.{0,120}|(?:questo )?(?:audio|articolo|testo)(?: è)?(?: stato)? (?:generato|letto|prodotto|creato) (?:con|da|dall'|tramite)(?: una)? ?(?:intelligenza artificiale|l'intelligenza artificiale|voce sintetica|ia|ai)\b.{0,100}|(?:dit artikel|deze tekst) wordt voorgelezen door een (?:computerstem|ai-stem|synthetische stem|digitale stem)\b.{0,120}|(?:artikeln|texten|artiklen|teksten|saken) (?:läses upp|leses opp|er læst op|læses op|är uppläst) (?:av|med) en? (?:(?:syntetisk|kunstig|konstgjord|ai|dator|maskin)[- ]?(?:röst|stemme)|robot)\b.{0,120}|listen to (?:this )?article \d{1,2} min this is an automated reading.{0,80}",
        must_match=(
            "AI-generated audio. Mispronunciations may occur.",
            "Dieser Audiobeitrag wurde mit einer Computerstimme erzeugt; es kann zu Fehlern kommen.",
            "Nota leída por una voz sintética. Puede contener errores.",
            "Teksten leses opp av en kunstig stemme og kan derfor inneholde feil uttale.",
        ),
        must_not_match=(
            "AI-generated audio has cost the actors half their work.",
            "The recording was produced in court on Friday.",
            "This audio was read by the author himself, in one night.",
        ),
    ),
    Rule(
        id="navigation-text-size",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=r"(?:(?:change|adjust|increase|decrease|reset|larger|smaller|bigger|enlarge|reduce) )?(?:the )?(?:(?:article )?(?:text|font|type)(?: size)|schriftgr(?:ö(?:ß|ss)e)(?:n)?(?: ändern| anpassen)?|textgr(?:ö(?:ß|ss)e)|taille (?:du|de) (?:texte|la police|police)|tamaño (?:de|del) (?:la )?(?:letra|texto|fuente)|dimension[ei] (?:del )?(?:testo|carattere)|tamanho (?:da|do|de) (?:fonte|texto|letra)|lettergrootte|tekstgrootte|textstorlek|tekststørrelse|skriftstørrelse|tekststr\.?|fonttikoko|tekstikoko|rozmiar (?:tekstu|czcionki)|wielkość (?:czcionki|tekstu)|velikost (?:písma|textu)|betűméret|(?:yazı|metin) boyutu|размер (?:шрифта|текста)|розмір (?:шрифту|тексту)|字号|字號|字体大小|字體大小|文字サイズ|(?:본문 )?글자 ?크기(?: 조정| 변경)?|حجم (?:الخط|النص)|cỡ chữ|mida del text)(?: ?[:：|-]? ?(?:a ?[-+]?[ /|]{0,3}){1,4}| ?[:：]? ?(?:small|s|klein|petit|大|小|작게)[ /|,·-]{1,3}(?:medium|m|normal|moyen|mittel|中|default)?[ /|,·-]{0,3}(?:large|l|gro(?:ß|ss)|grand|大|小|크게))?|(?:aa? ){0,4}(?:font|text) size:? ?.{0,24}|small(?:[ /|,]{1,3})medium(?:[ /|,]{1,3})large|(?:a[-+]?[ /|]{1,3}){1,3}a ?[-+]?|(?:text|schrift) (?:vergr(?:öß|öss)ern|verkleinern)|(?:agrandir|réduire|diminuer) (?:le texte|la police)|(?:aumentar|reducir|disminuir|diminuir) (?:el )?(?:tamaño (?:de|del) (?:letra|texto)|tamanho (?:da fonte|do texto)|(?:a )?fonte|(?:o )?texto|(?:la )?letra)|(?:zwiększ|zmniejsz) (?:kontrast|czcionkę|tekst)|версия для слабовидящих|людям із порушенням зору",
        must_match=("Increase text size", "Yazı boyutu: A- A+", "Schriftgröße ändern", "본문 글자 크기 조정"),
        must_not_match=("The text size was disputed.", "Reduce the type of waste in the sea."),
    ),
    Rule(
        id="navigation-picture",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=12,
        pattern=(
            r"(?:(?:view|see|open|launch|start|close) (?:the )?)?(?:full |photo |image |picture )?(?:gallery|slideshow)(?: ?[:|(-]? ?\d{1,3}(?: (?:images?|photos?|pictures?|slides?))?\)?| ?:? ?\d{1,3} of \d{1,3})?|(?:view|see|show) (?:all )?(?:\d{1,3} )?(?:images|photos|pictures)(?: in gallery)?|open (?:this )?(?:photo|image) in (?:the )?(?:gallery|lightbox)|(?:swipe|scroll)(?: (?:left|right|through|down))? (?:for|to see) more (?:photos|images|pictures)|(?:next|previous|prev) (?:image|photo|slide|picture)(?: ?[|/] ?(?:next|previous) (?:image|photo|slide|picture))?|\d{1,3} (?:photos|images|pictures|bilder|fotos|immagini|imagens|imágenes|kuvaa|zdjęć|zdjęcia|foto's|afbeeldingen|fotografií|fotek)|(?:photos?|pictures?|bild(?:e)?|billede|foto(?:graf[ií]a|ğraf)?|fotografie|image[nm]?|immagine|imatge|imagem|afbeelding|kuva|zdjęcie|obrázek|kép|фото|снимок|画像|写真|사진|图|圖)s? ?[:(]? ?\d{1,3} ?"
            + _OF
            + r"\d{1,3}枚?(?: show captions?)?|\d{1,3}/\d{1,3} show captions?|第 ?\d{1,3} ?张/共 ?\d{1,3} ?张|全 ?\d{1,3} ?枚|(?:zur |alle |mehr )?(?:bildergalerie|fotogalerie|fotostrecke|bilderstrecke|bilder|fotos)(?: ?[:(]? ?\d{1,3}(?: bilder)?\)?)? (?:ansehen|anzeigen|öffnen|starten|schließen)|zur (?:bildergalerie|fotogalerie|fotostrecke|bilderstrecke)|bildergalerie|galerie öffnen|(?:voir|ouvrir|lancer) (?:la galerie|le diaporama|toutes les (?:photos|images)|les \d{1,3} (?:photos|images))(?: photos?| complète?| \(\d{1,3}\))?|diaporama|(?:ver|abrir|veja|vea|mira|confira) (?:a |la |toda la |todas las )?(?:foto)?(?:galer[ií]a|fotos|imágenes|imagens)(?: de (?:fotos|imágenes|imagens))?(?: \(\d{1,3}\))?|ver (?:las |as )?\d{1,3} (?:fotos|imágenes|imagens)|galería de (?:fotos|imágenes)|galeria de (?:fotos|imagens)|(?:guarda|sfoglia|vai al|apri)l?a? (?:la |le |tutte le )?(?:photo)?(?:gallery|galleria|foto|fotogallery)(?: completa)?|bekijk (?:de fotoserie|de fotogalerij|alle foto's|de foto's)|visa (?:bildspel|alla bilder|fler bilder)|(?:se|vis) (?:bildeserien|billedserien|alle bilder|alle billeder|flere bilder|flere billeder)|avaa kuvien katselu|avaa kuvagalleria|(?:zobacz|otwórz|przejdź do) (?:galeri[ęi]|wszystkie zdjęcia)(?: zdjęć)?(?: \(\d{1,3}(?: zdjęć| zdjęcia)?\)?)?|galeria zdjęć|(?:zobrazit|prohlédněte si|otevřít) (?:foto)?galerii|(?:galéria megtekintése|tovább a galériára)(?: \(\d{1,3} kép)?|galeri(?:yi görüntüle|ye git)|(?:открыть галерею|смотреть все фото|все фото)(?: \(\d{1,3}\)?)?|图集|查看图集|写真一覧|写真を(?:もっと)?見る|عرض (?:المعرض|جميع الصور)|use the arrow keys to (?:move|navigate|browse) through .{0,60}|click through the (?:gallery|slideshow|photos)\b.{0,60}|mit den pfeiltasten blättern sie durch .{2,40}|(?:click|tap|press)(?: (?:on|here|on the|the|on this|this))?(?: (?:image|photo|picture|map|chart|graphic|poster|thumbnail)s?)? (?:to|for) (?:enlarge|zoom(?: in)?|expand|a larger (?:image|view|version)|view larger|(?:see|view) full size)(?: (?:image|photo|it|map|chart))?|(?:bild|foto|grafik|karte) vergr(?:öß|öss)ern|(?:zum vergr(?:öß|öss)ern|für gro(?:ß|ss)ansicht)(?: (?:bitte )?(?:auf das bild )?(?:an)?klicken)?|(?:an)?klicken (?:zum|um zu) vergr(?:öß|öss)ern|bild in vollbild|vollbild|cliqu(?:ez|er)(?: sur (?:l'image|la photo|la carte|le graphique))? pour (?:l'|la )?agrandir|agrandir (?:l'image|la photo)|plein écran|(?:haga|haz|hacer|hacé) clic(?:k)?(?: (?:en|sobre) la (?:imagen|foto))? para (?:ampliar|agrandar)(?: la imagen)?|(?:pinche|pulse|pincha|pulsa|clique)(?: (?:aquí|na (?:imagem|foto)|en la (?:imagen|foto)))? para ampliar|ampliar(?: (?:la )?(?:imagen|foto|imagem)| a imagem)?|clicca(?: (?:sull'immagine|sulla foto|qui))? per ingrandire|ingrandisci(?: (?:l'immagine|la foto))?|klik(?: (?:op|på) (?:de foto|de afbeelding|het beeld|billedet))? (?:om te|for at) (?:vergroten|forstørre)|klicka(?: på bilden)? för att förstora|klikk(?: på bildet)? for å forstørre|förstora bilden?|öppna bild i fullskärm|forstørr bildet|suurenna kuva|kliknij, aby powiększyć|powiększ (?:zdjęcie|obraz)|klikněte pro zvětšení|zvětšit (?:obrázek|foto)|kattintson a nagyításhoz|büyütmek için tıklayın|нажмите,? чтобы увеличить|увеличить(?: (?:фото|изображение))?|натисніть,? щоб збільшити|(?:点击|點擊|点开)(?:图片|圖片)?(?:查看大图|放大|放大圖片|看大图|看大圖)|查看原图|(?:写真|画像)(?:を|の)拡大|クリック(?:で|すると)拡大|(?:사진|이미지) ?(?:크게 ?보기|확대 ?보기|확대)|클릭하(?:면|시면) 확대(?:됩니다| 가능)?|اضغط لتكبير الصورة"
        ),
        must_match=(
            "View gallery 12 images",
            "Bild 3 von 12",
            "Bild vergrößern",
            "Haz clic para ampliar",
            "Zobacz galerię (12 zdjęć)",
            "写真を見る",
        ),
        must_not_match=(
            "Click to enlarge the reach of a lie, he warned.",
            "Photo 51 of the series made Franklin famous.",
            "12 photos of the mill were found in a drawer.",
        ),
    ),
    Rule(
        id="navigation-media-unavailable",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=r"(?:(?:we're |we are )?sorry,? (?:but )?)?(?:(?:this|embedded) (?:video|content|media|audio|clip|embed|livestream|player|tweet|post) (?:(?:is|are) (?:no longer|not|currently not|temporarily not) available|isn't (?:currently )?available|(?:is|are) (?:currently |temporarily )?unavailable|(?:could not|can't|cannot) be (?:loaded|played|displayed)|failed to load|has been (?:removed|deleted))|the (?:video|content|media|audio) (?:(?:could not|can't|cannot) be (?:loaded|played|displayed)|failed to load))(?: (?:in|for) (?:your|this) (?:country|region|location|area|device|territory)(?: (?:due to|because of) .{2,40})?| right now| at this time| on this device|,? (?:either )?because .{2,120})?|video (?:unavailable|failed to load|not available)(?: in your (?:country|region))?|an error occurred while (?:loading|playing) .{2,30}|no compatible source was found for this (?:media|video)|(?:our|this) (?:web)?site is (?:currently )?(?:unavailable|not available) in (?:most|your|some|the|all) .{2,30}(?:\. we are engaged.{2,120})?|unfortunately, our website is currently unavailable in .{2,200}|451: unavailable (?:due to|for) legal reasons|(?:dieses|dieser|der) (?:video|element|inhalt|beitrag|audio|tweet)(?: von .{1,20})? (?:ist|kann)(?: (?:in ihrem land|derzeit|leider|aktuell|aus rechtlichen gründen)){0,2} nicht(?: mehr)? (?:verfügbar|angezeigt werden|geladen werden|abgespielt werden)|ce(?:tte)? (?:vidéo|contenu|média|publication) (?:n'est (?:pas|plus) (?:disponible|accessible)|est (?:bloquée?|indisponible))(?: dans (?:votre|ce) (?:pays|région))?|est[ae] (?:contenido|v[ií]deo|conteúdo|publicación|publicação) (?:ya )?n(?:o|ão) está (?:disponible|disponível)(?: (?:en|no|na) (?:tu|su|sua|seu) (?:región|país|região))?|(?:questo )?(?:contenuto|video) non (?:è )?(?:più )?disponibile(?: nel tuo paese)?|deze (?:video|inhoud|content) (?:is (?:niet|niet meer) beschikbaar|kan niet worden (?:geladen|getoond|afgespeeld))(?: in (?:je|uw) (?:land|regio))?|(?:den här )?(?:videon|innehållet) (?:är inte(?: längre)? tillgängligt?|kan inte (?:visas|spelas)(?: upp)?)|(?:videoen|innholdet|indholdet) (?:er (?:ikke|ikke lenger|ikke længere) til(?:gjengelig|gængeligt?)|kan ikke (?:vises|afspilles|spilles av))|tämä (?:sisältö|video) ei ole saatavilla|treść niedostępna|to wideo jest niedostępne|видео недоступно(?: для просмотра)?|этот контент недоступен(?: в вашем регионе)?|この(?:動画|コンテンツ)は(?:お住まいの地域では)?(?:再生|視聴|表示)できません|동영상을 재생할 수 없습니다|该视频无法播放|(?:此|该)(?:视频|内容)(?:暂时)?(?:不可用|无法播放|已被删除)",
        must_match=(
            "This content is not available in your region.",
            "Dieses Video ist in Ihrem Land nicht verfügbar",
            "Cette vidéo n'est plus disponible",
            "この動画は再生できません",
        ),
        must_not_match=("The video is no longer available.", "The tweet has been deleted."),
    ),
    Rule(
        id="navigation-browser",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=r"(?:(?:to (?:view|watch|see|use|play|read) (?:this|the) .{2,40},?|you need to|you must|please) ){0,2}(?:enable|turn on|activate|switch on) javascript\b.{0,120}|this (?:site|page|video|feature|app|slideshow|gallery|form|map|game) (?:requires|needs|works best with|is best with) javascript.{0,60}|(?:your browser is|you are using an|you're using an) (?:out of date|outdated|unsupported|old)(?: browser)?\b.{0,120}|if the (?:(?:player|video|audio|chart|map|graphic|embed|form) (?:(?:does not|doesn't|fails to) (?:appear|load|display)|is not (?:showing|loading|visible|displaying)))(?: (?:correctly|properly|below|above|here))?(?:,? (?:please|try|click|tap|refresh|reload|you can|follow|use)\b.{2,100})?|(?:tap|click) here if (?:the|this) .{2,30} does(?:n't| not) (?:open|load|appear|display).{0,40}|one of your browser extensions seems to be blocking .{2,200}|some files on this page require .{2,100}|this page is optimi[sz]ed for mobile.{0,40}|(?:zur anzeige .{2,40} ist|für .{2,40} wird) javascript (?:erforderlich|benötigt)|bitte (?:aktivieren|schalten) sie javascript.{0,60}|(?:ihr|dein) browser (?:ist veraltet|unterstützt (?:dieses|diese|kein|das|leider|html)).{0,80}|veuillez activer javascript.{0,60}|(?:votre|ton) navigateur (?:ne (?:supporte|prend|permet)|est obsolète).{0,80}|(?:activa|active|habilita|habilite|ative|attiva|abilita|aktivera|aktiver|włącz|включите|увімкніть|zapněte|povolte)(?: (?:el|o|il|obsługę|поддержку))? javascript.{0,80}|(?:tu|su|seu|o seu|il tuo) (?:navegador|browser) (?:no |não |non )(?:soporta|admite|es compatible con|suporta|supporta).{2,80}|(?:je|uw) browser ondersteunt (?:deze|dit|geen|het).{2,60}|din (?:webbläsare|nettleser|browser) (?:stöder|støtter|understøtter) (?:inte|ikke).{2,60}|twoja przeglądarka nie obsługuje.{2,60}|váš prohlížeč nepodporuje.{2,60}|tarayıcınız .{2,40} desteklemiyor|ваш браузер (?:не (?:поддерживает|підтримує)|устарел|застарів).{0,80}|для (?:просмотра|работы) .{2,30} включите .{0,20}javascript.{0,40}|您的(?:浏览器|瀏覽器)(?:不支持|不支援|版本过低).{0,60}|(?:请|請)(?:启用|啟用|开启) ?javascript.{0,30}|(?:お使いの|ご利用の)ブラウザ.{2,40}|(?:このコンテンツ|この動画).{2,30}javascript.{2,40}|javascriptを有効に.{2,20}|이 브라우저는 .{2,30}지원하지 않습니다|자바스크립트를 활성화.{0,20}|متصفحك لا يدعم.{2,40}",
        must_match=(
            "Please turn on JavaScript to use this feature",
            "This slideshow requires JavaScript.",
            "If the player does not appear, try refreshing your browser.",
            "Ihr Browser ist veraltet und unterstützt dieses Videoformat leider nicht.",
            "您的浏览器不支持播放此视频,请升级浏览器后重试。",
        ),
        must_not_match=(
            "To turn on the heating, call the janitor.",
            "If the player is not fit by Sunday, Aston will field a junior.",
        ),
    ),
    Rule(
        id="navigation-player-state",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=r"(?:beginning|end) of dialog window(?:\. .{2,80})?|now playing(?: next video in .{2,20})?|(?:tap|click) to (?:un)?mute|playback (?:speed|rate)(?: .{1,20})?|seek (?:back |forward )?\d{1,2} seconds?|stream type live|(?:seek to live, )?currently (?:behind live|playing live)|remaining time ?-? ?\d{0,2}:?\d{0,2}|\d{1,3} seconds of (?:\d{1,3} minutes?,? ?)?(?:\d{1,2} seconds?)?(?: ?volume \d{1,3}%)?|loaded:? \d{1,3}(?:\.\d{1,2})?%(?: (?:progress|volume):? \d{1,3}(?:\.\d{1,2})?%)?|(?:toggle )?fullscreen mute.{0,30}|00:00 ?/ ?\d\d:\d\d|copy embed code|closed captions?|captions (?:off|on)|picture-in-picture|autoplay(?: next video| is (?:on|off))?|next video in \d{1,2} seconds?|video abspielen|wiedergabe (?:starten|pausieren)|video (?:starten|ansehen)|lire la vidéo|lancer la vidéo|reproducir (?:el )?v[ií]deo|reproduzir (?:o )?vídeo|ver v[ií]deo|guarda il video|riproduci (?:il )?video|speel video af|video afspelen|spela (?:upp )?video(?:n)?|afspil video|spill av video|toista video|odtwórz wideo|přehrát video|videoyu oynat|воспроизвести видео|смотреть видео|播放视频|播放影片|動画を再生(?:する)?|動画を見る|동영상 재생|영상 보기|تشغيل الفيديو|watch video|watch the video above|incorpora il video sul tuo sito",
        must_match=(
            "0 seconds of 1 minute, 14 seconds Volume 90%",
            "Loaded: 0% Progress: 0%",
            "Lire la vidéo",
        ),
        must_not_match=("Progress: 40%", "12 seconds of silence followed."),
    ),
    Rule(
        id="cookie-embed-consent",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=r"(?:please )?(?:accept|enable|allow|activate) (?:our )?(?:(?:marketing|all|third[- ]party|targeting|advertising|functional|statistics?|social media|additional|preference)[ -]?){0,2}(?:cookies|trackers) (?:to|in order to|for) (?:watch|view|see|display|load|play|listen to|access) (?:this|the|our|external|embedded|all|social) ?(?:\w{2,12} )?(?:content|videos?|posts?|map|tweets?|player|audio|media|page|site|feature|embed|podcast|chart)\b.{0,60}|(?:you have|you've) (?:not accepted|rejected|refused|turned off|disabled) (?:\w{2,12} )?cookies\b.{0,100}|to (?:display|view|see|watch|use|load|show|play) (?:this|our|the) (?:content|videos?|map|embed|post|tweet|audio|player)(?: and [\w ]{2,20})?(?: (?:from|by|on) [\w.()]{1,20})?,? you (?:must|need to|have to|should) (?:enable|accept|allow|agree to|consent|say yes)\b.{0,120}(?:cookie|tracker|tracking|consent|third[- ]part|privacy|measurement|setting)\w{0,4}\b.{0,60}|we (?:need|require|ask for) your (?:consent|permission) (?:to|before) (?:(?:we )?(?:load|display|show) (?:this (?:content|video|map|post|tweet|embed|\w{2,12} content)|external|the (?:content|video|map|post|tweet)|[\w.]{2,20} (?:content|comments|videos?))|anything is)\b.{0,120}|this content is hosted by a third party.{0,200}|(?:we are having|we're having) trouble loading this content because of your .{2,100}|this (?:tweet|post|video|map|content) can(?:'t|not) be (?:shown|displayed|loaded) because you (?:have|haven't|did)\b.{2,120}|manage (?:your )?(?:cookie|consent) (?:settings|preferences|choices)|(?:deine|ihre) (?:privatsphäre|datenschutz|cookie)-?einstellungen (?:verhindern|blockieren|erlauben).{2,160}|wir (?:benötigen|brauchen) (?:ihre|deine) (?:zustimmung|einwilligung),? um .{2,160}|um diese[ns]? .{2,40} zu (?:sehen|laden|nutzen|hören), (?:müssen|musst|bitte) .{0,120}(?:zustimm|cookie|akzeptier|erlaub|einwillig|aktivier)\w{0,8}.{0,60}|bitte (?:aktivieren|akzeptieren|erlauben) sie (?:[\w-]{0,20})-?cookies,? .{2,100}|dieses? (?:audio|video|inhalt|karte)r? wird von einem externen anbieter .{2,120}|inhalte von .{2,20} anzeigen|(?:vous devez|pour voir .{2,40} vous devez|veuillez) (?:accepter|autoriser) les (?:cookies|traceurs)\b.{0,100}|le lecteur .{2,20} est désactivé\. autorisez les .{2,120}|has desactivado los contenidos de .{2,140}|(?:acepta|acepte|debes aceptar|accetta|abilita|aceite|accepteer|hyväksy)(?: las| los| i| os| de)? (?:cookies?|evästeet|cookie) (?:para|per|om|nähdäksesi)\b.{2,80}|questo contenuto è ospitato da una terza parte.{0,140}|il post di .{2,20} non è visibile perché hai rifiutato.{2,100}|este conteúdo é de um site externo.{0,80}|a publicação d[oe] .{2,20} não aparece porque .{2,120}|(?:deze|dit|de) .{2,20} kan niet worden (?:geladen|getoond) omdat (?:je|u) .{0,20}cookies?\b.{2,60}|wegens je gekozen cookie-?instellingen .{2,80}|klik op de knop om deze .{2,20} te laden.{0,100}|cookie-?instellingen (?:aanpassen|wijzigen)|för att (?:se|visa|spela) (?:det här |detta |den här )?(?:innehållet|innehåll|videon|klippet) (?:behöver|måste) du (?:godkänna|acceptera|tillåta)\b.{2,80}|innehållet kommer från en extern tjänst.{0,120}|(?:du må|du skal|du må du) (?:godta|acceptere|godkjenne) .{0,20}(?:informasjonskapsler|cookies) for (?:å|at) .{2,60}|(?:vi kan ikke vise innholdet fordi|kortet kan ikke vises, fordi|dette indhold kan ikke vises, (?:da|fordi)) du .{2,80}|kartet hentes fra en ekstern leverandør.{0,80}|sisältöä ei voida näyttää, koska .{2,80}|muuta evästeasetuksia|aby zobaczyć (?:tę treść|ten materiał|to wideo), .{2,120}|ta (?:mapa|treść) jest ładowana z zewnętrznego .{2,100}|pro zobrazení obsahu povolte cookies|pentru a vedea acest .{2,20} trebuie să accepți .{2,80}|aquest contingut no es pot mostrar perquè .{2,80}|a tartalom megtekintéséhez fogadja el .{2,40}|bu (?:videoyu|içeriği) (?:izleyebilmek|görüntülemek|görüntüleyebilmek) için .{0,30}çerez.{2,100}|يتعذر عرض هذا المحتوى.{0,100}|동영상을 재생하려면 .{0,20}쿠키.{2,40}|このコンテンツを表示するには.{2,60}",
        must_match=(
            "Please accept marketing cookies to watch this video.",
            "Deine Privatsphäre-Einstellungen verhindern das Laden und Anzeigen aller externen Inhalte von YouTube.",
            "För att se det här innehållet behöver du godkänna cookies från tredje part.",
            "Aby zobaczyć ten materiał, musisz wyrazić zgodę na treści zewnętrzne z serwisu YouTube.",
        ),
        must_not_match=(
            "We need your consent to load the ship, the agent told the captain.",
            "Um diese Brücke zu sehen, müssen Sie früh aufstehen.",
            "Please accept cookies from the neighbours, our aunt wrote.",
            "Aby zobaczyć to jezioro, trzeba iść trzy godziny.",
        ),
    ),
    Rule(
        id="cookie-adblock-seen",
        kind=Kind.COOKIE,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=50,
        pattern=r"(?:it (?:looks|seems|appears) (?:like|that) |we(?:'ve| have)? (?:noticed|detected|see)(?: that)? )(?:you(?:'re| are)?|your browser is) (?:using|have|running|use) an? ad[- ]?block.{2,160}|wir haben (?:festgestellt|bemerkt|erkannt), dass (?:sie|du) einen (?:ad-?blocker|werbeblocker)\b.{2,160}|det ser ud til, at du bruger en ad[- ]?blocker.{0,80}|(?:detectamos|hemos detectado) que (?:usas|utilizas|usa|estás usando) un bloqueador de .{2,140}|votre bloqueur de publicités? (?:est activé|semble).{2,160}|stai usando un ad[- ]?blocker.{2,140}|het lijkt erop dat (?:je|u) een ad[- ]?blocker.{2,100}|vi ser at du bruker (?:annonseblokkering|adblock).{2,100}|parece que você usa um bloqueador de .{2,140}|du verkar använda en (?:annonsblockerare|adblocker).{2,100}",
        must_match=(
            "It looks like you are using an ad blocker. Please turn it off for this site.",
            "Wir haben festgestellt, dass Sie einen Adblocker verwenden. Bitte deaktivieren Sie ihn.",
            "Stai usando un ad blocker: disattivalo per questo sito.",
            "Du verkar använda en annonsblockerare, så delar av sidan kan se konstiga ut.",
        ),
        must_not_match=(
            "We noticed that you are using an adjective.",
            "Wir haben festgestellt, dass Sie einen Hund halten.",
        ),
    ),
    Rule(
        id="navigation-embed-open",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=10,
        pattern=rf"(?:view|watch|open|listen|see)(?: this)?(?: (?:post|video|tweet|map))? (?:on|in) {_SITE}|(?:always )?(?:load|show|display) (?:this |the )?(?:external )?(?:content|tweet|post|embed|video|map)|accept (?:&|and) (?:view|continue|load)|{_SITE} immer entsperren|(?:video|beitrag|inhalt|tweet|karte|externen? inhalte?) (?:laden|anzeigen)|(?:afficher|voir) (?:le tweet|la publication|le contenu)|bekijk (?:deze|dit) (?:video|bericht|tweet) op {_SITE}|(?:auf|sur|en|su|no|op|på|na) {_SITE} (?:ansehen|öffnen)|(?:voir|ver|guarda|bekijk|visa|se|zobacz) (?:sur|en|su|no|op|på|na) {_SITE}|här är en länk till ett inlägg på {_SITE}",
        must_match=("View on Instagram", "Load tweet", "YouTube immer entsperren", "Externen Inhalt laden"),
        must_not_match=("Show the world, he shouted.", "See on X how the row began, the paper wrote."),
    ),
    Rule(
        id="navigation-contents",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=8,
        pattern=r"(?:hide|show|toggle) (?:the )?(?:full )?(?:table of contents|index|contents)|contents(?: [\[(]?(?:hide|show)[\])]?)|show/hide|(?:next|previous) (?:article|story|post|page)(?: ?[|/] ?(?:next|previous) (?:article|story|post))?|back to (?:all (?:posts|news|articles)|the (?:live ?blog|top)|search results)|view (?:as single page|original article)|read in app|inhaltsverzeichnis|in diesem (?:artikel|beitrag|text)|zurück (?:nach oben|zum anfang|zur übersicht)|zum seitenanfang|(?:nächster|vorheriger|voriger) (?:artikel|beitrag)|(?:mehr|weniger) anzeigen|auf seite \d weiterlesen|artikel auf einer seite lesen|(?:masquer le )?sommaire|table des matières|dans cet article|(?:haut|retour en haut) de (?:la )?page|article (?:suivant|précédent)|aller au contenu principal|afficher la suite|tabla de contenidos|(?:ver )?índice (?:del artículo|do artigo)|en este artículo|volver (?:arriba|al inicio)|(?:artículo|noticia|nota) (?:anterior|siguiente)|(?:siguiente|próxim[oa]) (?:artículo|noticia|nota|artigo|matéria|notícia)|(?:artigo|notícia|matéria) (?:anterior|seguinte)|saltar al contenido|indice (?:dei contenuti|dell'articolo)|in questo articolo|torna (?:su|all'inizio)|vai al contenuto(?: principale)?|articolo (?:precedente|successivo)|prossimo articolo|neste artigo|voltar ao (?:topo|início)|(?:pular|ir) para o conteúdo|inhoudsopgave|in dit artikel|(?:terug )?naar boven|naar de inhoud|(?:volgende?|vorige?) artikel|innehållsförteckning|(?:tillbaka till|tilbake til|tilbage til) toppen|til toppen av siden|till sidans topp|(?:hoppa|hopp|gå|spring) (?:till|til) (?:innehåll(?:et)?|(?:hoved)?innhold(?:et)?|indhold(?:et)?)|(?:nästa|næste|neste|forrige|föregående) (?:artikel|artikkel|sak)|sisällysluettelo|siirry (?:pää)?sisältöön|(?:seuraava|edellinen) (?:artikkeli|juttu)|takaisin ylös|spis treści(?: [\[(]?(?:ukryj|pokaż)[\])]?)?|przejdź do treści|(?:następny|poprzedni) (?:artykuł|wpis)|obsah článku|zpět nahoru|(?:další|předchozí) článek|tartalomjegyzék|vissza a tetejére|(?:következő|előző) cikk|içindekiler|yukarı çık|sayfa başına dön|(?:sonraki|önceki) (?:haber|yazı)|содержание статьи|(?:следующая|предыдущая) (?:статья|новость)|(?:наступн[аи]й?|попередн[яі]й?) (?:стаття|новина|допис)|articolul (?:următor|anterior)|înapoi sus|(?:sledeća|prethodna) vest|povratak na vrh|(?:本文)?目录|(?:返回|回到)(?:顶部|頂部)|(?:上|下)一篇|展开全文|目次|ページ(?:トップ|の先頭)へ(?:戻る)?|次のページ(?:へ(?:続く)?)?|목차|맨 위로|위로 가기|(?:다음|이전) 기사|본문 바로가기|جدول المحتويات|المقال (?:التالي|السابق)|العودة إلى (?:الأعلى|أعلى)|daftar isi|mục lục",
        must_match=("Contents [hide]", "Nächster Artikel", "Próxima matéria", "Spis treści", "返回顶部"),
        must_not_match=("Next story up is the attic.", "In diesem Artikel steckt ein Fehler."),
    ),
    Rule(
        id="navigation-contents-short",
        kind=Kind.NAVIGATION,
        confidence=0.8,
        where=Where.EDGE,
        max_words=3,
        pattern=r"contents|expand(?: all)?|collapse(?: all)?|quick links|inhalt|zum anfang|au sommaire|[ií]ndice|i artikeln|indhold|til?l? toppen|do góry|obsah|nahoru|содержание|зміст|наверх|вгору|refresh|actualiser|externer? inhalt|fotogalerie|subtitles",
        must_match=("Contents", "Inhalt:", "Índice", "Till toppen", "Содержание"),
        must_not_match=("Contents of the chest", "Till toppen igen", "Collapse of a bridge"),
    ),
    Rule(
        id="navigation-chart",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=16,
        pattern=r"(?:download (?:the |this )?(?:chart|data|image|graphic|map|pdf|csv)|get the data|embed(?: this)?(?: (?:chart|graphic|map))?|(?:created|made) with (?:datawrapper|flourish|infogram|tableau)|a flourish (?:chart|map|data visuali[sz]ation)|interactive (?:chart|map|graphic)(?:: (?:tap|click|hover)(?: (?:to|on|over|for) .{2,60})?)?|download chart image(?: ?[|·•] ?chart data)?|(?:grafik|daten|karte) (?:herunterladen|einbetten)|télécharger les données|descargar (?:los )?datos|scarica i dati|hämta data|hent data|pobierz dane)(?: ?[|·•-]? ?(?:get the data|embed|download (?:image|data|chart)|created with (?:datawrapper|flourish)|(?:daten|grafik) (?:herunterladen|einbetten))){0,4}",
        must_match=(
            "Download chart image | Chart data",
            "Get the data • Embed • Download image",
            "Made with Flourish",
            "Daten herunterladen",
        ),
        must_not_match=("Download data fell by a third.", "Get the data first, she says, then the story."),
    ),
    Rule(
        id="navigation-live-state",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=r"(?:(?:this|the|our) live ?-?(?:blog|page|ticker|coverage)|this live ?-?(?:feed|stream|event))(?: is| has)?(?: now)? (?:closed|ended|over|finished|paused)\b(?:[.,;:] .{2,100})?|live (?:ended|reporting get involved.{0,60})|new updates available|(?:show|load) (?:more |new |newer |older )(?:posts|updates|entries)|pinned post|filter: all updates.{0,60}|(?:der|dieser|das|unser) (?:live-?(?:ticker|blog)|ticker) (?:ist|wird) (?:beendet|geschlossen|automatisch aktualisiert|an dieser stelle beendet)(?:\. vielen dank .{2,60})?|neue (?:beiträge|einträge) laden|(?:liveblog: )?neueste (?:beiträge )?zuerst(?: anzeigen)?|(?:le|ce) (?:direct|live) est (?:à présent |désormais |maintenant )?(?:terminé|fini|clos)(?:, merci .{2,60})?|fin (?:du direct|de la cobertura)|afficher les messages plus anciens|(?:el|este) directo ha (?:terminado|finalizado)|la diretta (?:è terminata|si chiude qui)|(?:het|dit) liveblog is (?:gesloten|afgelopen|beëindigd)|(?:live|direkt)rapporteringen är avslutad|visa äldre inlägg|last inn flere innlegg|liveblogg?(?:en)? (?:er )?afsluttet|koniec relacji|relacja zakończona|rozwiń całą relację|(?:трансляция|онлайн) заверш[её]н(?:а)?|直播已结束|canlı anlatım sona erdi",
        must_match=(
            "This live blog is now closed.",
            "Liveblog: Neueste Beiträge zuerst anzeigen",
            "Dit liveblog is gesloten",
        ),
        must_not_match=("The live coverage is over budget by a million.", "The live event has ended."),
    ),
)
