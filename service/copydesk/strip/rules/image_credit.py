"""Picture credits that stand as a block of their own, and captions that end with one."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

_AGENCY = r"(?:getty(?: images)?|reuters|ap(?: photo)?|afp|associated press|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|epa(?:-efe)?|efe|dpa|pa (?:wire|media|images)|bloomberg|xinhua|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?|imago(?: images)?|picture alliance|keystone|tass|ansa|rex(?: features)?|zuma(?: press)?|depositphotos|adobe ?stock|nurphoto|anadolu(?: agency)?)"

RULES = (
    Rule(
        id="image-credit-label",
        kind=Kind.IMAGE_CREDIT,
        confidence=0.75,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=(
            r"\(?(?:(?:featured|header|cover|top|lead|main|feature|title|hero|file|stock|all) )?(?:photo|image|picture|photograph|illustration|video(?! ?: ?\d)|graphic(?!s)|screenshot|screengrab|photography|artwork|map|chart|pic|photo/video|photo illustration)s?"
            r"(?:(?: (?:credits?|courtesy|source|supplied|provided|copyright))(?: of| by)?(?: ?[:/|] ?| )|(?: (?:by|via|from) | ?: ?| ?[|/©] ?)).{2,120}\)?"
            r"|\(?(?:credits?|courtesy(?: of| photo)?|source image)(?: ?[:/] ?| of ).{2,100}\)?|\(?.{0,80}[/|©,-] ?"
            + _AGENCY
            + r"(?: via .{2,40})?\)?|\(?(?:©|\(c\)|via) ?.{0,60}"
            + _AGENCY
            + r"\)?|"
            + _AGENCY
            + r"(?: ?[/|] ?"
            + _AGENCY
            + r"){0,2}|"
            + _AGENCY
            + r" ?[/|] ?[\w.,'& -]{2,40}"
        ),
        must_match=(
            "Photo: Anna Example",
            "Image credit: Example Agency",
            "Featured image via Unsplash",
            "Getty Images",
            "John Example/Getty Images",
            "Getty Images / Anna B. Example",
            "Credit: Example University",
        ),
        must_not_match=(
            "Image matters to a party that lost three elections.",
            "Reuters reported on Monday that the deal was off.",
            "June 26 - Example Hall, Allentown, PA",
            "Video: 4K/30p, FHD 120p",
            "Graphics: Example 620 with two gigabytes",
            "Picture a town without a single shop, the mayor said, and then add a thousand people.",
        ),
    ),
    Rule(
        id="image-credit-other-languages",
        kind=Kind.IMAGE_CREDIT,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=20,
        pattern=(
            r"\(?(?:fotos?|bild(?:er|quelle|rechte|nachweis)?|symbolbild|archivbild|foto de archivo|crédits?(?: photo)?|photo d'(?:archives?|illustration)|quelle|imagen|imagem|crédito|beeld|zdjęcie|zdj\.|fot\.|kuva|фото|иллюстрация|foto (?:di|de|van|von)|getty)(?: ?[:/|©] ?| \() ?.{1,110}"
            r"|(?:фото )?(?:из )?личн(?:ый|ого) архива?(?: [^.,]{2,50})?"
            r"|(?:图片来源|圖片來源|图源|图片|图\d{0,2}|圖|写真|画像|撮影|摄影|사진)[:：/|＝=].{1,60}|（(?:图片来源|图源|写真|撮影)[:：＝=]?.{1,40}）"
        ),
        must_match=(
            "Foto: Anna Beispiel",
            "Bildquelle: Beispiel GmbH",
            "Crédit photo : Agence Exemple",
            "личный архив Анны Примеровой",
            "图片来源：示例社",
        ),
        must_not_match=(
            "Fotos zeigen das Ausmaß der Schäden.",
            "Bild und Ton stimmen nicht überein.",
            "Личный архив писателя купила библиотека, сообщил директор.",
        ),
    ),
    Rule(
        id="image-credit-caption",
        kind=Kind.CAPTION,
        confidence=0.95,
        where=Where.ANYWHERE,
        cased=True,
        max_words=60,
        pattern=(
            r".{10,500}[.!?”\"’»)。] (?:Photos?|Pictures?|Images?|Fotos?|Bild|Foto (?:de|di|van|von)|Crédits?(?: photo)?|Photo [Cc]redits?|Image [Cc]redits?|Credits?|Photograph|Fot\.|Zdjęcie|Kuva|Фото)(?: ?[:/|©] ?)[^.!?:]{2,60}\.?"
            r"|.{10,500} \((?:Photos?|Images?|Fotos?|Bild|AP Photo|Pictures?|Credits?|Photo [Cc]redits?|Image [Cc]redits?|Illustration|Фото)(?: by|:|/| courtesy) ?[^()]{2,70}\)\.?"
            r"|.{10,500}[.!?”\"’] \((?:[A-ZÀ-Þ][\w.'’-]{0,30} ){1,3}[A-ZÀ-Þ][\w.'’-]{1,30}/[A-ZÀ-Þ][\w .'’&-]{1,40}\)\.?"
        ),
        must_match=(
            "The mayor cuts the ribbon in front of the new station on Friday. Photo: Anna Example",
            "Prince and dog leave the hall (Image: Getty)",
            "Anna Example checks the ice at Example Bay on Jan. 18. (John Sample/The Example Record)",
            "Die Brücke war am Montag noch gesperrt. Foto: dpa",
        ),
        must_not_match=(
            "She looked at the wall. Photos: hundreds of them. None was of her.",
            "The list names a gardener (annual/perennial) and two cooks.",
            "He had one wish. Picture this: a town without a single car, and in it a man who sells horns.",
        ),
    ),
    Rule(
        id="caption-marked",
        kind=Kind.CAPTION,
        confidence=0.8,
        where=Where.ANYWHERE,
        cased=True,
        max_words=50,
        pattern=(
            r"[▲△▼▽] ?.{2,200}(?:사진|ⓒ|©|제공|출처|写真|撮影).{0,60}"
            r"|(?i:image|media|video|picture|photo) caption,? .{4,300}"
            r"|\[\d{1,2}/\d{1,2}\] .{10,400}|\d{1,2} .{10,300}\w Credits?: ?[^.!?:]{2,60}|.{10,300}[.!?] \| [A-ZÀ-Þ]{2}[A-ZÀ-Þ ,/&’'-]{0,60}"
            r"|[^。＝]{4,90}＝[^。＝]{4,60}撮影|[^。]{4,120}。 ?[\u4e00-\u9fff·]{2,6} ?摄|.{10,300}[.!?”\"’»)] (?:Fot\. [^.!?:]{2,60}|(?<=\. )/ [A-ZÀ-Þ][\w.'’&-]{1,30} [A-ZÀ-Þ][\w.'’&-]{1,30})"
            r"|.{10,300}[.!?”\"’»)] \| (?:Photos?|Images?|Photograph|Video) (?:by|courtesy(?: of)?|from|via) [A-ZÀ-Þ][^.!?|]{2,60}"
            r"|.{10,300}\((?:PRNewsfoto|ภาพ ?|تصوير|صورة|الصورة|צילום|تصویر|عکس)[:/].{2,60}\)\.?"
            r"|(?:Above|Left|Right|From left|Clockwise from (?:top(?: left)?|left))(?:(?:,| and) [a-z ]{3,12})?: (?=[A-Z\"“‘])[^:]{4,300}"
        ),
        must_match=(
            "▲ 우체부가 김치통을 싣고 있다. 사진=견본 기자",
            "Media caption, Watch: Drone footage shows the ferry in dry dock",
            "Above: No. 14 at the shed. Photo A.E.",
            "[1/2] A trader looks at a screen in Sampleton, October 3. EXAMPLE/Anna Sample",
            "4 Kerry seconds before the attack Credit: Example Pictures",
            "La boîte, vidée chaque lundi. | OUEST EXEMPLE",
            "針が止まった時計＝9日午前、見本市で、見本太郎撮影",
            "图为示例路线图。李示例 摄",
            "Łoś między regałami. Fot. Biblioteka w Przykładowie",
            "Ejemplo, en los estudios de la emisora. / Onda Ejemplo",
            "ต้นกล้วยในสวน (ภาพ: ผู้สื่อข่าว)",
            "Example’s system (PRNewsfoto/Example)",
            "المركب عند الرصيف (تصوير: سارة المثال)",
            "Left: The bell that calls the ferry.",
            "Loaves cool behind the counter at dawn. | Photo by Anna Example",
        ),
        must_not_match=(
            "▲ 첫째 안건은 통과됐다",
            "Left: 23, right: 12.",
            "4 Tutorial credits: none",
            "Above: nothing.",
        ),
    ),
)
