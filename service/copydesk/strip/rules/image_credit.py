"""Picture credits that stand as a block of their own."""

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
            r"\(?(?:(?:featured|header|cover|top|lead|main|feature|title|hero|file|stock|all) )?(?:photo|image|picture|photograph|illustration|video|graphic|screenshot|screengrab|photography|artwork|map|chart|pic|photo/video|photo illustration)s?"
            r"(?:(?: (?:credits?|courtesy|source|supplied|provided|copyright))(?: of| by)?(?: ?[:/|] ?| )|(?: (?:by|via|from) | ?: ?| ?[|/©] ?)).{2,120}\)?"
            r"|\(?(?:credits?|courtesy(?: of| photo)?|source image)(?: ?[:/] ?| of ).{2,100}\)?|\(?.{0,80}[/|©,-] ?"
            + _AGENCY
            + r"(?: via .{2,40})?\)?|\(?(?:©|\(c\)|via) ?.{0,60}"
            + _AGENCY
            + r"\)?|"
            + _AGENCY
            + r"(?: ?[/|] ?"
            + _AGENCY
            + r"){0,2}"
        ),
        must_match=(
            "Photo: Anna Example",
            "Image credit: Example Agency",
            "Featured image via Unsplash",
            "Getty Images",
            "John Example/Getty Images",
            "Credit: Example University",
        ),
        must_not_match=(
            "Image matters to a party that lost three elections.",
            "Reuters reported on Monday that the deal was off.",
            "June 26 - Example Hall, Allentown, PA",
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
)
