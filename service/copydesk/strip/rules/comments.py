"""Readers' comments: how many there are, in which order, and what stands where one was removed."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

RULES = (
    Rule(
        id="comments-show",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=6,
        pattern=r"(?:view|show|see|read|load|hide|open|jump to)(?: all| more| the)?(?: \d{1,6})? comments?(?: \(\d{1,6}\))?|voir les commentaires|コメントを(?:もっと)?見る|(?:댓글|의견) ?더?보기",
        must_match=("View all 23 comments", "Voir les commentaires", "コメントをもっと見る"),
        must_not_match=("Show comments to the judge",),
    ),
    Rule(
        id="comments-count",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.EDGE,
        max_words=30,
        pattern=(
            r"(?:\(?\d{1,6}\)? |no |one |0 )(?:reader |user |facebook )?(?:comments?|replies|responses)(?: yet| so far| off)?"
            r"|(?:reader |user |facebook )?(?:(?:comments?|replies|responses)(?: \(?\d{1,6}\)?|: ?\d{1,6}| so far| off)|comments|replies|responses)"
            r"|(?:\d{1,6}|one|no) (?:thoughts?|responses?|replies|comments?) (?:on|to) .{1,160}"
        ),
        must_match=("12 Comments", "Comments (3)", "Comments", "2 thoughts on “The bridge that never was”"),
        must_not_match=(
            "The agency received 12 comments on its proposal.",
            "No comments were offered by the ministry.",
            "Comment",
        ),
    ),
    Rule(
        id="comments-count-other-languages",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.EDGE,
        max_words=8,
        pattern=(
            r"(?:\(?\d{1,6}\)? )?(?:(?:leser)?kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarz(?:e|y)|komentarze|комментари(?:и|ев|й|я)|коментарі|yorum(?:lar)?|التعليقات|تعليقات|תגובות|टिप्पणि(?:याँ|यां|याँ)|कमेंट्स|(?:网友|全部|热门)?(?:评论|評論|留言)|コメント|댓글|ความคิดเห็น|bình luận|ý kiến(?: bạn đọc)?|komentar|kommentarer|kommentit|komentáře|komentáre|comentarii|σχόλια|hozzászólások)(?: ?[:：]? ?\(?\d{1,6}\)?)?|(?:diskuze|diskuse|diskusia|diskussion(?:en)?|réactions?|reaktionen|discussioni?|keskustelu|lesermeinungen) ?\(\d{1,6}\)?"
        ),
        must_match=(
            "תגובות (17)",
            "Komentarze (23)",
            "댓글 3",
            "Ý kiến bạn đọc (0)",
            "Комментарии 0",
            "Yorumlar",
            "Diskuze (12)",
        ),
        must_not_match=(
            "Kommentare zu dem Urteil gab es viele.",
            "Yorum yok, dedi bakan.",
            "评论员认为此举不妥。",
        ),
    ),
    Rule(
        id="comments-sorting",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.EDGE,
        max_words=14,
        pattern=r"(?:view|show|see|read|load|hide|expand)(?: all| more| previous| older| newer| other| \d{1,6}){0,3} (?:reader )?(?:comments?|repl(?:y|ies))(?: \(\d{1,6})?|\d{1,6} repl(?:y|ies)|comments \(\d{1,6}\) add yours|trackbacks(?: ?[/&-] ?pingbacks)?|sort(?:ed)? by:?(?: ?[|/,·]? ?(?:newest|oldest|latest|most (?:liked|recent|popular|relevant|recommended)|best|top|recommended|popular(?:ity)?|first|comments?|relevance)){1,6}|most (?:liked|recommended|replied)(?: comments?)?|(?:alle )?\d{1,6} kommentare (?:an)?zeigen|(?:neueste|älteste|beliebteste|beste) (?:kommentare )?zuerst|(?:sortieren|sortiert) nach:? (?:neueste|älteste|beliebt|empfehl|relevanz)\w{0,4}(?: zuerst)?|(?:ver|mostrar|ocultar)(?: todos)?(?: (?:los|os|más|mais|otras|outras))?(?: \d{1,5})? (?:comentarios|comentários|respuestas|respostas)(?: \(\d{1,6})?|ordenar por:? (?:(?:los |os )?(?:más|mais) \w{3,12}|relevanci?a)|(?:les|i|los|os) (?:plus|più|más|mais) (?:récents|recenti|recientes|recentes)(?: (?:en premier|prima|primero|primeiro))?|trier par ?:? (?:les )?plus .{3,60}|ordina per:? (?:dal )?(?:più|meno) .{3,20}|(?:mostra|visualizza)(?: tutti(?: i)?| altr[ei])?(?: \d{1,5})? (?:commenti|risposte)|(?:toon|bekijk) alle(?: \d{1,5})? reacties|meest recente reacties|(?:vis|visa|näytä) (?:alle|alla|flere|fler|kaikki) (?:kommentar\w{0,3}|kommentit)(?: \(\d{1,6})?|(?:pokaż|zobacz) wszystkie komentarze(?: \(\d{1,6})?|показати всі коментарі|показать все комментарии|(?:спочатку|сначала) (?:нові|новые|популярн[іы]е?|старые|старі)(?: ?/ ?(?:спочатку|сначала) \S{3,12})?|tüm yorumları (?:gör|göster)(?: \(\d{1,6})?|vezi toate comentariile(?: \(\d{1,6})?|最热评论(?: ?最新评论)?|もっと(?:返信|コメント)を見る|(?:공감순|최신순|과거순|추천순)(?: (?:공감순|최신순|과거순|추천순)){0,3}|شاهد (?:كل )?التعليقات(?: \(\d{1,6})?",
        must_match=(
            "View all comments (27)",
            "Sort by: Newest | Oldest | Most liked",
            "Tüm yorumları gör (58)",
            "공감순 최신순 과거순",
        ),
        must_not_match=("Show all comments to the judge.", "Most liked the ferry better."),
    ),
    Rule(
        id="comments-counted",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.TAIL,
        cased=True,
        max_words=9,
        pattern=label(
            r"this (?:article|story|post|page) has (?:received )?(?:\d{1,5}|no|one) comments?(?:\(s\))?"
        ),
        must_match=("This article has 3 comment(s)",),
        must_not_match=("This story has no comment from the ministry.",),
    ),
    Rule(
        id="comments-removed",
        kind=Kind.COMMENTS,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=r"(?:this|your) (?:comment|post|reply|message)(?: has been| is)? ?(?:(?:removed|deleted|hidden|blocked|deactivated) (?:by (?:an? |the |our )?(?:\w{3,12} )?(?:moderators?|administrator|author|staff|account owner|editors?)|because it .{4,80}|for (?:violating|breaching|breaking) .{4,60})|awaiting (?:moderation|approval))|comment (?:removed|deleted|deactivated|hidden)(?: by .{4,30})?|entfernt\. bitte (?:verzichten|bleiben|achten|formulieren|äußern|belegen) sie .{4,120}|comentario eliminado(?: por .{4,40})?|comentário (?:removido|excluído|eliminado)(?: p(?:or|ela|elo) .{4,40})?|commentaire supprimé(?: par (?:la modération|son auteur|un modérateur))?|questo commento è stato (?:rimosso|eliminato)(?: d.{4,30})?|deze reactie is verwijderd(?: (?:om|we|door|wegens).{4,60})?|(?:report|flag|denunciar|reportar|signaler|segnala|melden)(?: (?:this|the|as|este|ce|questo|un))? ?(?:comment|inappropriate|comentario|comentário|commentaire|commento)|reply,? report(?: abuse)?|find this comment offensive\?.{4,140}|reason for reporting: .{4,120}",
        must_match=(
            "This comment has been removed by a moderator.",
            "Comment deactivated by account owner",
            "Questo commento è stato rimosso dallo staff",
            "Report comment",
        ),
        must_not_match=("This message has been removed from the quay.", "Entfernt. Bitte warten."),
    ),
)
