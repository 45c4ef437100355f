"""Tag and topic lists."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="tags-line",
        kind=Kind.TAGS,
        confidence=0.95,
        where=Where.EDGE,
        max_words=40,
        pattern=(
            r"(?:tags?|tagged(?: (?:with|in|as|under))?|topics?|categor(?:y|ies)|filed (?:under|in|to)|keywords?|related (?:tags|topics)|posted in|labels?|in this story|more about|(?:more on|follow|in) (?:this topic|these topics|the topics in this (?:article|story))|topics in this (?:article|story)|explore more on (?:this|these) topics?|archivado en|más sobre(?: este tema| esto)?|lees meer over|meer over(?: dit onderwerp)?|läs mer om|mais sobre(?: este tema)?|więcej na temat|sur les? mêmes? (?:thèmes?|sujets)|mehr zu|schlagw(?:ort|örter|orte)|stichw(?:ort|orte|örter)|themen?|mots[- ]clés|thèmes?|étiquettes?|etiquetas?|temas?|palabras clave|palavras-chave|assuntos?|argomenti|tag|onderwerpen|trefwoorden|tagi|ämnen"
            r"|štítky|etiketler|ετικέτες|ключові слова|תגיות|كلمات (?:مفتاحية|دلالية)|टैग|الوسوم|برچسب‌?ها|태그|แท็ก|теги|метки|темы|标签|標籤|关键词|タグ|キーワード|カテゴリー?)(?: ?[:：#|] ?.{1,240})?|this entry was (?:posted|written|published|filed) (?:in|on|by|under) .{2,200}|(?:filed under|posted in(?! the\b)|tagged(?: with| as)?) .{2,200}|#?[\w-]{2,40}(?:,? ?#[\w-]{2,40}){1,14}"
        ),
        must_match=(
            "Tags: rail, bridges, Example Town",
            "Filed Under: Science",
            "#rail #bridges",
            "Topics",
            "标签：铁路",
            "Schlagworte: Bahn",
            "Follow the topics in this article",
            "Archivado en",
            "This entry was posted in Interviews and tagged moss, spam. Bookmark the permalink.",
        ),
        must_not_match=(
            "Tags on the goods were changed, the court heard.",
            "Topics such as migration were left out.",
            "Posted in the wild since about 2006, the trap remains the cheapest filter there is.",
        ),
    ),
)
