"""Copyright lines, reproduction notices, terms in whole sentences."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, rest

RULES = (
    Rule(
        id="copyright-line",
        kind=Kind.COPYRIGHT,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=80,
        pattern=(
            r"(?:copyright|©|\(c\)|copyright ?(?:©|\(c\)|&copy;)|(?:©|\(c\)) ?copyright|all (?:content|material|contents|images) (?:copyright|©))(?:[: ].{0,20}|)(?:19|20)\d\d.{0,300}|(?:©|\(c\)|copyright(?! (?:is|are|was|were|in|laws?|has|have|claims?|cases?|protection|holders?|may|can|will|does|office|complexity|infringement|trolls?|wars?|reform|and|or|issues?|questions?|rules?|rights?|disputes?|lawsuits?|suits?|exceptions?|terms?|expires?|expired|lasts?|for)\b)) [^.]{2,80}(?:[,.] all rights reserved.{0,120})?"
            r"|© [^.]{2,60} (?:ltd|inc|llc|co|corp|plc|pty|gmbh|bv|sa|srl)\b\.?.{0,80}"
            r"|(?:.{0,60}[ ,.-])?all rights (?:are )?reserved.{0,400}|(?:this |the )?(?:material|content|article|story|report|text|information)s? (?:may|must|can|should) ?not be (?:published|reproduced|copied|used|republished|distributed|reprinted).{0,200}"
            r"|(?:no part of|reproduction (?:of|in|or|without|is)|republication|unauthori[sz]ed (?:reproduction|use|copying)).{0,200}(?:prohibited|permission|consent|reproduced|forbidden).{0,100}|(?:this (?:work|article|story|post)|.{2,40}) is licensed under (?:a )?creative commons.{0,160}"
            r"|(?:alle rechte vorbehalten|tous droits (?:de reproduction )?(?:réservés|et de représentation)|reproduction (?:interdite|totale)|(?:todos los |reservados todos los )derechos(?: reservados)?|prohibida (?:la|su) reproducción|tutti i diritti (?:sono )?riservati|riproduzione (?:riservata|vietata)|© riproduzione riservata|todos os direitos reservados|proibida a reprodução|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|tüm hakları saklıdır|[ву]сі права захищені|všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate|alla rättigheter förbehållna|kaikki oikeudet pidätetään|hak cipta dilindungi|सर्वाधिकार सुरक्षित|جميع الحقوق محفوظة|(?:تمامی|کلیه) حقوق .{0,60}(?:محفوظ|متعلق)|כל הזכויות שמורות|무단 ?전재|저작권자 ?[©ⓒ(]|สงวนลิขสิทธิ์)"
            + rest(160)
            # A sentence about rights quotes a notice, or stands behind another sentence.
            + r"|[^。\"「『]{0,30}(?:版权(?:所有|声明|归)|版權(?:所有|聲明|歸)|未经(?:书面)?授权|未經(?:書面)?授權|(?:禁止|请勿|不得)转载|(?:禁止|請勿|不得)轉載|無断(?:転載|複製|使用)|著作権(?:は|法).{0,30}(?:帰属|有し|所有|保護))[^\"「」『』]{0,80}"
        ),
        must_match=(
            "© 2018 Example Media. All rights reserved.",
            "Copyright 2019 Example Daily",
            "©Copyright 2001-2024. This site is part of a network of local newspapers.",
            "© Example Bugle Ltd. Registered in England 01234567",
            "All rights reserved",
            "This material may not be published, broadcast, rewritten or redistributed.",
            "Alle Rechte vorbehalten",
            "版权所有 示例网",
            "جميع الحقوق محفوظة",
            "כל הזכויות שמורות",
            "무단전재 및 재배포 금지",
            "Усі права захищені",
            "未经授权，请勿转载。",
            "本站内容版权归示例网所有，转载请注明出处",
            "無断転載を禁じます。",
            "記事の著作権は例新聞社に帰属します。",
        ),
        must_not_match=(
            "「轉載須註明。」她說。但報社認為，未經授權就是未經授權。",
            "判決書には「無断転載を禁じます」という注意書きが引かれた。",
            "会社は社員向けに著作権の研修を行う。",
            "„Minden jog fenntartva, ez állt a kottán is, nem csak a lemezen” – emlékeztetett a felperes ügyvédje.",
            "Copyright law changes next year, and publishers are nervous about what it will mean for them in court, in parliament and abroad.",
            "All rights activists were released on Sunday.",
            "Copyright Complexity in a Fragmented World",
            "Copyright Office Weighs In on Machines",
        ),
    ),
    Rule(
        id="copyright-press-standards",
        kind=Kind.COPYRIGHT,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=80,
        pattern=(
            r"(?:(?:this|the|our|all) (?:[\w-]{2,20} ){0,2}(?:web ?sites?|newspapers?|publications?|titles?|papers?)(?:,? and (?:its |our |their )?(?:associated )?(?:newspapers?|titles?|publications?))?|we|[\w' ]{2,40}) (?:adheres?|subscribes?|(?:is|are) (?:an? )?(?:members?|regulated|governed|bound)|compl(?:y|ies)|abides?) (?:to|by|of|with) (?:the )?(?:[\w' ]{2,40} )?(?:independent press standards|ipso\b|impress\b|press council|editors' code|pressekodex|code of practice for (?:the )?press)"
            + rest(400)
            + r"|if you (?:have a complaint|are (?:dissatisfied|not satisfied)|wish to complain|would like to complain|want to (?:complain|make a complaint)) .{2,120}(?:editorial|ipso|editor|contact (?:us|the))"
            + rest(300)
            + r"|.{2,60} is a registered charity (?:in (?:england|scotland|wales|northern ireland|ireland|the uk|australia|new zealand|canada)\b|\(|no\b|number\b).{0,160}|registered charity(?:,? (?:no|number|in|reg)\b.{0,160})?"
        ),
        must_match=(
            "Registered Charity No. 0000417.",
            "This website and associated newspapers adhere to the Independent Press Standards Organisation's Editors' Code of Practice.",
            "If you have a complaint about the editorial content which relates to inaccuracy or intrusion, then please contact the editor here.",
        ),
        must_not_match=(
            "The paper is a member of the group that owns the bridge.",
            "If you want to complain, do it now, the clerk said.",
        ),
    ),
)
