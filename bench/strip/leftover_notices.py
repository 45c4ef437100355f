"""Wordings of what the site says for itself: adverts, rights, cookies, paywalls, ways around (see leftover_words.py)."""

from typing import Final

from bench.strip.leftover_shapes import Wording

NOTICES: Final = (
    Wording(
        "advert label",
        40,
        whole=(
            r"(?:continue reading below )?(?:paid |sponsored )?(?:advert(?:isement|ising)?s?|ads?|sponsored|promoted|advertorial)\W*(?:continue[sd]?.{0,40})?",
            (
                r"anzeige|werbung|publicité|passer la publicité|publicidade?d?|pubblicità|advertentie|annons(?:e|er)?|annonce|reklam[ae]?|реклама"
                r"|広告|广告|광고|إعلان|materiał promocyjny|paid content|sponsored (?:content|post|links?)|aangeboden door.{0,30}|skip ad"
            ),
        ),
        start=(
            r"(?:the )?(?:story|article|scroll|content|text) (?:continues?|resumes) (?:below|after|with|underneath)|(?:article|story) continues\b",
            r"advertisement\b(?:\s*[-–—:|]|\s+continue)|scroll to continue|continue reading below|this (?:post|article) (?:is|was) sponsored",
            r"der artikel (?:wird|geht) .{0,30}(?:anzeige|weiter)|l['’]article continue après",
        ),
        within=(
            r"\b(?:may|might|can|will) (?:earn|get|receive|contain) .{0,40}(?:commissions?|affiliate|share of the sale)\b",
            r"\baffiliate (?:links?|commissions?|partner|disclosure)\b|\bif you (?:buy|purchase) (?:something )?(?:through|via|using)\b",
        ),
    ),
    Wording(
        "copyright",
        70,
        whole=(
            r"©.{0,80}|\(c\)\s*\d{4}.{0,60}|(?:terms|privacy|legal)(?: (?:of (?:use|service)|policy|notice))?",
            r"impressum|datenschutz",
        ),
        start=(
            r"copyright\b.{0,30}(?:©|\(c\)|\d{4}|reserved|by\b)|©\s*(?:copyright\s*)?(?:\d{4}|(?-i:[A-Z]))|\(c\)\s*\d{4}",
        ),
        within=(
            (
                r"\ball rights? reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b"
                r"|\btodos os direitos reservados\b|\btutti i diritti riservati\b|\balle rechten voorbehouden\b|\bвсе права защищены\b"
                r"|無断転載|無断複製|版权所有|未经.{0,12}(?:授权|许可)|재배포\s*금지|무단\s*(?:전재|복제)"
            ),
            r"\b(?:may|must) not be (?:published|reproduced|broadcast|republished|redistributed)|\bnon-?commercial use only\b",
            r"\bthis (?:article|story|content|material) (?:was|is) (?:originally |first )?(?:published|produced|licensed|protected)\b.{0,40}(?:by|on|in|under)\b",
            r"\b(?:contents?|content) of this (?:web)?site (?:is|are)\b|\bcopyright ©|\bsyndicated\b.{0,30}\bby\b|\bvia syndigate",
        ),
    ),
    Wording(
        "cookie",
        90,
        whole=(
            r"(?:accept|manage|reject|allow)(?: all)? cookies?|cookie (?:settings|policy|preferences|notice)|wir verwenden cookies",
        ),
        within=(
            (
                r"\b(?:uses?|using|verwende[nt]|nutz(?:en|t)|utilise(?:ns|z)?|utiliza(?:mos)?|usa|usiamo|gebruik(?:t|en)|använder|bruger"
                r"|используе\w+)\b.{0,40}\b(?:cookies?|куки)\b"
            ),
            r"\b(?:accept|consent to|agree to|enable|disable|zustimmen|akzeptier\w+|accepte[rz]|aceptar?)\b.{0,50}\bcookies?\b",
            r"\bcookies? (?:help|allow|to|are|und|et|y|um|and (?:other|similar))\b.{0,60}(?:experience|site|track|erfahrung|zugriff|ads)",
        ),
    ),
    Wording(
        "paywall",
        60,
        whole=(
            r"(?:log|sign) in|already (?:a |an )?(?:subscribed?|subscriber|member)\?.{0,30}|(?:premium|subscriber|members?) (?:content|only|exclusive)",
            r"subscribe now|subscribers? only|anmelden|einloggen|sie haben kein|gültiges abo|log ind|allerede abonnent\?.{0,20}",
        ),
        start=(
            (
                r"(?:to (?:continue|read|access|keep)|continue) (?:reading|the (?:full|rest)|this (?:article|story|content))\b.{0,60}"
                r"(?:subscri|sign|log|regist|account|member)"
            ),
            r"(?:this|the rest of this) (?:article|story|content|post|feature) is (?:only |exclusively )?(?:available )?(?:for|to|reserved|only|exclusive|premium)",
            r"(?:already|not yet) (?:a |an )?(?:subscriber|member|registered|have an account)|you(?:'ve| have) (?:reached|read|used) (?:your|all|\d)",
            (
                r"(?:jetzt|weiterlesen|diesen artikel) .{0,30}(?:testen|abo\b|abonnieren|freischalten)|(?:cet )?article (?:est )?réservé"
                r"|(?:contenido|contenu) exclusi\w+|denne funktion kræver|bereits abonnent|déjà abonné|ya eres suscriptor|(?:för|kun for) (?:prenumeranter|abonnenter)"
            ),
            r"スクラップは会員限定|この記事は(?:有料|会員)|join nrplus|if you enjoyed this article,? (?:and were|we have)",
        ),
        within=(
            r"\b(?:subscribe|become a (?:member|subscriber)|sign up|register) (?:now |today )?(?:to|for|and) (?:\w+ ){0,3}(?:read|access|unlimited|full|continue|support)\b",
            r"\bget (?:unlimited )?access to\b.{0,60}(?:subscri|financial|member|\$|£|€|rs\b)|\bsubscriber agreement\b",
        ),
    ),
    Wording(
        "navigation",
        8,
        whole=(
            (
                r"(?:skip|jump|back|return|scroll|go) to (?:\w+ ?){1,3}|table of contents|inhaltsverzeichnis|contents|menu|search|home|close|top of page"
                r"|bottom of page|next|previous|next (?:article|post|page|story)|previous (?:article|post|page|story)|zur (?:sz-)?startseite|zurück zur übersicht"
                r"|(?:view|show|load|see) (?:all|more)|contact us|about us|schließen|pagetop|뒤로가기.{0,20}"
            ),
        ),
    ),
)
