"""What the places of a page are called, and how much running text a block holds."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.openings import any_of, opening

_W = r"[\s_/-]"
"""A hint word begins after this; class names are chained by hyphens and underscores. A word is searched with
a "_" before it, so that the engine may skip from one such character to the next."""

WRAPPER_SHARE: Final = 0.5
"""A hint word over this share of the page's running text belongs to a wrapper and names nothing."""
COMMENT_WRAPPER_SHARE: Final = 0.9
"""The same for words of comments and consent, which may well hold most of a page's text."""
PAID_SHARE: Final = 0.25
"""The same for words of a wall to pay at: offers are short, and the part of the article behind it is often named so too. An estimate."""
NEVER_BODY: Final = frozenset((Kind.COMMENTS, Kind.COOKIE))
"""Kinds of places that are not the article, even where they hold most of a page's text."""

PLACES: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        Kind.COMMENTS,
        re.compile(
            _W + r"(?:comments?(?!ary)(?:[\s_-]|list|area|section|body|$)|disqus|commentlist|cmts|discussion|replies|fb-comments|respond\b|kommentare?|coral|"
            r"(?:comentarios?|commentaires?|commenti|reacties|komentarz[ey]|komentare|hozzaszolas(?:ok)?|yorum(?:lar)?|talkbacks?|diskuze|diskuse|diskusia|leserkommentare|lesermeinungen|kommentarer|kommentit|keskustelu|komentari?|binh-?luan|pinglun)(?:[\s_-]|$))"
        ),
    ),
    (
        Kind.COOKIE,
        re.compile(_W + r"(?:cookies?|cli-\w+|privacy-overview|consent|gdpr|onetrust|cmp(?:-?(?:app|banner|consent|cookie|gdpr|layer|notice|overlay|popup|ui|wrapper|box)\w*)?(?:[\s_]|$)|cc-window|didomi|usercentrics)"),
    ),
    (
        Kind.NEWSLETTER,
        re.compile(_W + r"(?:newsletters?|subscri(?:be|ption)|(?:inline-?)?signup|sign-up|mailchimp|mc4wp|mailing|email-?capture|optin|nieuwsbrief|nyhetsbrev|hirlevel|infolettre)"),
    ),
    (
        Kind.SHARE,
        re.compile(_W + r"(?:shar(?:e|ing|ebar|edaddy)(?:[\s_-]|$)|social|addtoany|addthis|sharethis|follow-us|jp-relatedposts-share|(?:compartir|compartilhar?|partager?|teilen|condividi|condivisione|delen|dela|udostepnij|sdileni|megosztas|paylas|bagikan)(?:[\s_-]|$))"),
    ),
    (
        Kind.RELATED,
        re.compile(
            _W + r"(?:related|recommend\w*|recirc\w*|more-(?:stories|news|from|articles|on|posts)|read-?(?:more|next|also)|outbrain|taboola|trending|popular|most-?(?:read|viewed|popular)|also-?(?:like|read)|"
            r"jp-relatedposts|teasers?|promo|breaking-news|line-clamp-[1-4]|wp-block-post-excerpt|up-?next|latest|see-also|suggest(?!edanswer)\w*|carousel|zergnet|revcontent|yarpp|crp_related|post-navigation|nav-links|next-?(?:post|article)|prev-?post|onward|linklist|morenews|topstories|"
            r"(?:relacionad[oa]s?|a?-?lire-?aussi|lees-?ook|leia-?(?:mais|tambem)|veja-?(?:mais|tambem)|saiba-?mais|leggi-?anche|correlati|mehr-zum-thema|weitere-?artikel|meist-?gelesen|"
            r"verwandte|empfehlungen|lo-?mas|mas-?(?:leidas|vistas|noticias)|ultimas-noticias|kapcsolodo|powiazane|podobne|souvisejici|similare|ilgili|benzer|baca-?juga|terkait)(?:[\s_-]|$))"
        ),
    ),
    (
        Kind.NAVIGATION,
        re.compile(_W + r"(?:nav|navbar|navigation|menu|breadcrumbs?|masthead|pagination|pager|skip-?link|toolbar|topbar|site-header|siteheader|search-?form|(?:toc|table-of-contents)(?:\s|$)|banner$)"),
    ),
    (
        Kind.COPYRIGHT,
        re.compile(_W + r"(?:(?<!entry-)footer|site-footer|copyright|colophon|legal|contentinfo|disclaimer)(?:[\s_-]|$)"),
    ),
    (
        Kind.ADVERTISEMENT,
        re.compile(_W + r"(?:ads?|advert\w*|adsense|sponsor\w*|dfp|google-ad|ad-?slot|ad-?unit|commercial|affiliate|publicidade?|publicite|werbung|anzeigen?|anuncios?|reklam[ay]?|reclame|annons|iklan|pubblicita)(?:[\s_-]|$)"),
    ),
    (
        Kind.AUTHOR_BIO,
        re.compile(_W + r"(?:(?:author|autor|autore|auteur|writer)s?-?(?:bio|box|boxes|info|description|card|profile|about|block)|about-?(?:the-)?author|bio|biography|abh|post-author|molongui|saboxplugin|contributor-bio|author__bio)(?:[\s_-]|$)"),
    ),
    (
        Kind.TAGS,
        re.compile(_W + r"(?:tags|tag|tag-?(?:list|links|cloud)|tagcloud|topics?|keywords|cat-links|categories|entry-footer|etiquetas|etichette|argomenti|themen|tematy|onderwerpen|avainsanat|emneord|schlagworte|schlagwoerter|stichworte|mots-?cles|cimkek|etiketler)(?:\s|$)"),
    ),
    (
        Kind.BYLINE,
        re.compile(_W + r"(?:byline|by-line|dateline|author|authors|autor|autoren|autore|auteurs?|writer|contributors?|columnist|szerzo|posted-on|publish(?:ed)?-?date|timestamp|time-?stamp|entry-meta|post-meta|article-?meta|meta-?data|article-info|post-?info|date|entry-date|published)(?:[\s_-]|$)"),
    ),
    (
        Kind.PAYWALL,
        re.compile(_W + r"(?:paywall\w*|blocker|piano|regwall|login|meter|gate)(?:[\s_-]|$)"),
    ),
    (
        Kind.CAPTION,
        re.compile(_W + r"(?:captions?|wp-caption-text|figcaption|image-?credit|photo-?credit|credits?|image-?caption|photo-caption|media-?caption)(?:[\s_-]|$)"),
    ),
    (
        Kind.OTHER,
        re.compile(_W + r"(?:sidebar|side-bar|cta|widgets|widget-?area|widget_\w+|complementary|popup|modal|lightbox|tooltip|screen-reader-text|sr-only|visually-?hidden|print-only|noprint|d-none|video-fallback|video-player|infobox|factbox|rail|right-?col\w*|tertiary)(?:[\s_-]|$)"),
    ),
)  # fmt: skip
"""Words of class, id, role and the like that name a place which is not the article's text."""

_LEAD: Final = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|summary|intro\w*|lead|leadtext|lead-?content|deck|dek|excerpt|description|sub-?title|subheadline|sub-?headline|subhead|sub-?heading|vorspann|chapo|chapeau|lede|sapo|abstract|entradilla|bajada|anrisstext|opening|preamble|sommario|linha-fina|bigode|ingress|strapline)(?:[\s_-]|$)|lead-?text|(?:intro|sub)-?text"
)
"""Words that name the place of an article's lead (deck, standfirst), which often stands outside its text."""

_BAD_TAGS: Final = {
    "nav": Kind.NAVIGATION,
    "menu": Kind.NAVIGATION,
    "footer": Kind.COPYRIGHT,
    "button": Kind.NAVIGATION,
    "legend": Kind.OTHER,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "figure": Kind.CAPTION,
    "dialog": Kind.OTHER,
    "aside": Kind.OTHER,
    "form": Kind.OTHER,
}


def place_kind(words: Iterable[str]) -> Kind | None:
    """Return what a place with these hint words is called, None where they do not tell."""
    best = min(map(place_rank, words), default=UNNAMED)
    return PLACES[best][0] if best < UNNAMED else None


PANEL: Final = "so-panel"
"""SiteOrigin's page builder makes a widget of every part of an article: there "widget_text" is a paragraph."""


def of_panels(words: AbstractSet[str]) -> frozenset[str]:
    """Return the words that name a place also where all around is a widget in a panel."""
    return frozenset([word for word in words if not word.startswith("widget")])


def say_nothing(weights: Mapping[str, float], total: float) -> set[str]:
    """Return the words that name no place on this page, since most of its text stands in them, and their longer forms.

    A column is a "widget-area-2-3" where all of them are a "widget-area". Shape: running text of each word, and of the page.
    """
    common = {
        word
        for word, mass in weights.items()
        if mass > (PAID_SHARE if place_kind((word,)) is Kind.PAYWALL else WRAPPER_SHARE) * total
    }
    common -= {
        word
        for word in common
        if place_kind((word,)) in NEVER_BODY and weights[word] < COMMENT_WRAPPER_SHARE * total
    }
    return common | {
        word
        for word in weights
        if place_kind((word,)) is Kind.OTHER
        and any(sign == "-" and word[:at] in common for at, sign in enumerate(word))
    }


@lru_cache(maxsize=16_384)
def place_rank(word: str) -> int:
    """Return the position in PLACES of the first kind that a hint word names, `UNNAMED` where it names none.

    Words repeat from page to page, so that what they name is remembered. A "with-sidebar" or "has-rail-right" names none:
    it is the column of the text, which says what stands beside it.
    """
    word = f"_{_OF_A_STATE.split(word, 1)[0]}"
    if not _MAY_NAME.search(word):
        return UNNAMED
    return min([found.lastindex or 0 for found in _ANY_PLACE.finditer(word)], default=UNNAMED + 1) - 1


@lru_cache(maxsize=16_384)
def names_lead(word: str) -> bool:
    """Return whether a hint word names the place of a lead."""
    return _LEAD.search(word) is not None


UNNAMED: Final = len(PLACES)
OF_ACCESS: Final = r"(?<![\w-])subscribers?[_-](?:only|preview|premium|content)(?![\w-])"
"""Who may read a paragraph: local papers' systems say it of each of an article's."""
_OF_A_STATE: Final = re.compile(
    r"(?:^|[_-])(?:has|with|without|no)[_-]|^[\w-]{0,60}[_-](?:enabled|disabled)(?![^_-])"
    r"|^(?:[\w-]{0,60}[_-])?content[_-]sidebar(?![^_-])|^cs-sidebar-(?:left|right)$"
    f"|{OF_ACCESS}"
)
"""How a wrapper says what the page has beside its text ("has-rail"), that it may be there ("sidebar-enabled"), or names both columns at once."""
_ANY_PLACE: Final = re.compile(
    f"{_W}(?={'|'.join(f'({pattern.pattern.removeprefix(_W)})' for _, pattern in PLACES)})"
)
"""All of them at once, each as a group; nothing is taken but what stands before a word, so that all words are met."""
_STARTS: Final = [opening(pattern.pattern.removeprefix(_W), cased=False).starts for _, pattern in PLACES]
_MAY_NAME: Final = re.compile(_W + any_of(sorted(frozenset().union(*_STARTS))).replace("0", r"\d"))
"""How their words begin: next to nothing to look for, and two of three words that name nothing are told by it."""


@lru_cache(maxsize=4_096)
def tag_kind(path: str, wrappers: frozenset[str] = frozenset()) -> Kind | None:
    """Return what the tags on the way down say of the place, None where they do not tell.

    Shape: `wrappers` are tags that say nothing on this page, because most of its text is in them.
    """
    for tag in path.split("/"):
        if tag in _BAD_TAGS and tag not in wrappers:
            return _BAD_TAGS[tag]
    return None


def text_mass(one: Seen) -> float:
    """How much running text a block holds, in words: outside links, past what labels have.

    A block of up to eight words counts nothing, one that does not close a sentence half.
    """
    if one.words <= LABEL_WORDS:
        return 0.0
    mass = (one.words - LABEL_WORDS / 2) * max(0.0, 1.0 - 1.5 * one.link_share)
    return mass if one.ends_sentence else mass / 2


LABEL_WORDS: Final = 8
