"""Navigation: skip links, menus, breadcrumbs, page numbers, controls of players and galleries."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where

RULES = (
    Rule(
        id="navigation-control",
        kind=Kind.NAVIGATION,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=14,
        pattern=(
            r"(?:skip|jump|go|back|return) to (?:the )?(?:main |primary )?(?:content|navigation|search|menu|top|homepage|home page|home|site|article|comments|results|footer)(?: of .{2,20})?|jump to (?:recipe|review|section|video)|skip (?:ad|navigation|links)|toggle (?:navigation|menu|search)|open (?:menu|navigation|search|extended reader)|close (?:menu|search|dialog|modal|this)?|main (?:menu|navigation)|scroll (?:down|to (?:top|continue))"
            r"|(?:view|see|open|launch|start|show|enlarge|expand|hide|click to (?:enlarge|expand|view|zoom)) ?(?:the )?(?:full )?(?:image|gallery|photo|photos|slideshow|caption|captions|in gallery|fullscreen|all photos|photo gallery|larger image|this image|image in fullscreen)(?: \(\d{1,3}\))?|image \d{1,3} of \d{1,3}|\d{1,3} of \d{1,3}|enlarge|page \d{1,3}(?: of \d{1,3})?|slide \d{1,3}(?: of \d{1,3})?|(?:hide|show|toggle) (?:caption|transcript|more|less)"
            r"|(?:your browser|your device) does(?:n't| not) support .{2,80}|(?:please )?enable javascript.{0,80}|javascript (?:is|must be) .{2,80}|(?:play|pause|mute|unmute|replay|fullscreen|play video|play again|video player|volume|current time|duration)(?: \d{1,2}:\d\d)?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|loading(?: .{2,20})?|table of contents|text size|font size|zum inhalt(?: springen)?|nach oben|zur startseite|aller au contenu|ir al contenido|retour en haut|zurück|weiter"
        ),
        must_match=(
            "Skip to main content",
            "Back to top",
            "Jump to Review",
            "Image 3 of 12",
            "Your browser does not support the video tag.",
            "0:00 / 2:31",
            "Enlarge",
        ),
        must_not_match=(
            "View",
            "10 / 10",
            "Back to work, the minister said.",
            "Page after page was blank.",
            "Play was stopped by rain.",
        ),
    ),
    Rule(
        id="navigation-menu",
        kind=Kind.NAVIGATION,
        confidence=0.7,
        where=Where.EDGE,
        max_words=16,
        pattern=(
            r"home|menu|search|search for.{0,10}|news|sections?|homepage|next|previous|prev|more|back|go|ok|submit|sign (?:in|out|up)|log (?:in|out)|login|logout|register|my account|account|profile|settings|edition|all|top|world|politics|business|sports?|opinion|culture|technology|science|health|video|photos|weather"
            r"|(?:home|start(?:seite)?|accueil|inicio|news) ?[>»/›|] ?.{1,120}|menü|suche|suchen|startseite|accueil|rechercher|inicio|buscar|cerca|zoeken|поиск|главная|首页|ホーム|[>»›|/•·-]{1,3}|\d{1,4}|you are here.{0,80}"
        ),
        must_match=("Home > News > Local", "Menu", "Search", "Startseite", "首页"),
        must_not_match=("Home is where the strike began.", "Search teams found the boat."),
    ),
)
