"""Navigation: skip links, menus, breadcrumbs, previous and next, the links of a footer, controls of recipes and live pages."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label

RULES = (
    Rule(
        id="navigation-footer-link",
        kind=Kind.NAVIGATION,
        confidence=0.95,
        where=Where.EDGE,
        max_words=14,
        pattern=(
            r"(?:(?:terms(?: of (?:use|service|sale))?|terms (?:and|&) conditions|privacy(?: policy| notice| statement)?|legal(?: notice)?|disclaimer|accessibility(?: statement)?|do not sell (?:or share )?my (?:personal )?(?:info|information|data)|ad ?choices|imprint|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|site map|help|reprints(?: & permissions)?|rights & permissions|permissions|request (?:reprint|permission).{0,30}|get rights and content)(?:[ ,|·•/-]{1,3}(?:and |& )?|$)){1,6}"
            r"|view (?:full|desktop|mobile) (?:site|version)|(?:ver )?versión completa|impressum|datenschutz(?:erklärung)?|agb|mentions légales|politique de confidentialité|aviso legal|política de privacidad|note legali|termos de uso|política de privacidade|algemene voorwaarden|privacyverklaring"
        ),
        must_match=(
            "About us",
            "Terms of Use",
            "Privacy Policy | Terms of Service",
            "Impressum",
            "Mentions légales",
        ),
        must_not_match=("FAQ", "Terms of the deal were not disclosed.", "Privacy matters"),
    ),
    Rule(
        id="navigation-control",
        kind=Kind.NAVIGATION,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=14,
        pattern=(
            r"(?:skip|jump|go|back|return) to (?:the )?(?:main |primary )?(?:content|navigation|search|menu|top|homepage|home page|home|site|article|comments|results|footer)(?: of .{2,20})?|jump to (?:recipe|review|section|video)|skip (?:ad|navigation|links)|toggle (?:navigation|menu|search)|open (?:menu|navigation|search|extended reader)|close (?:menu|search|dialog|modal|this)?|main (?:menu|navigation)|scroll (?:down|to (?:top|continue))"
            r"|(?:view|see|open|launch|start|show|enlarge|expand|hide|click to (?:enlarge|expand|view|zoom)) ?(?:the )?(?:full )?(?:image|gallery|photo|photos|slideshow|caption|captions|in gallery|fullscreen|all photos|photo gallery|larger image|this image|image in fullscreen)(?: \(\d{1,3}\))?|image \d{1,3} of \d{1,3}|\d{1,3} of \d{1,3}|enlarge|page \d{1,3}(?: of \d{1,3})?|slide \d{1,3}(?: of \d{1,3})?|(?:hide|show|toggle) (?:caption|transcript|more|less)"
            r"|(?:your browser|your device) does(?:n't| not) support .{2,80}|(?:please )?enable javascript.{0,80}|javascript (?:is|must be) .{2,80}|(?:play|pause|mute|unmute|replay|fullscreen|play video|play again|video player|volume|current time|duration)(?: \d{1,2}:\d\d)?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|loading(?!(?: times?| speeds?)? of )(?: .{2,20})?|(?:jump|skip) to(?: (?:a )?section)?|(?:in|on) this (?:article|page|guide|post|story)|(?:what's|what is) in this (?:article|guide|post)|table of contents|text size|font size|zum inhalt(?: springen)?|nach oben|zur startseite|aller au contenu|ir al contenido|retour en haut|zurück|weiter"
        ),
        must_match=(
            "Skip to main content",
            "Back to top",
            "Jump to Review",
            "Jump to:",
            "In this article",
            "Image 3 of 12",
            "Your browser does not support the video tag.",
            "0:00 / 2:31",
            "Enlarge",
        ),
        must_not_match=(
            "Loading time of your pages",
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
            r"home|menu|search|search for.{0,10}|news|sections?|homepage|next|previous|prev|back|go|ok|submit|sign (?:in|out|up)|log (?:in|out)|login|logout|register|my account|account|profile|settings|edition|all|top|world|politics|business|sports?|opinions?|columnists?|commentary|editorials?|obituaries|classifieds|local(?: news)?|world news|us news|uk news|entertainment|life(?:style)?|travel|podcasts?|newsletters?|education|environment|crime|arts|food|photos?|e-?paper|culture|technology|science|health|video|photos|weather"
            r"|(?:home|start(?:seite)?|accueil|inicio|news) ?[>»/›|] ?.{1,120}|menü|suche|suchen|startseite|accueil|rechercher|inicio|buscar|cerca|zoeken|поиск|главная|首页|ホーム|[>»›|/•·-]{1,3}|\d{1,4}|you are here.{0,80}"
        ),
        must_match=("Home > News > Local", "Menu", "Search", "Startseite", "首页"),
        must_not_match=("Home is where the strike began.", "Search teams found the boat."),
    ),
    Rule(
        id="navigation-recipe",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=24,
        pattern=(
            r"(?:jump to|print|rate|save|view|get|scale) (?:this |the )?recipe(?: ?[|·•-]? (?:jump to|print|rate|pin|save) (?:this |the )?(?:recipe|video)){0,3}(?: [☆★]{1,5})?|save to (?:favou?rites|recipe box|pinterest)|[0-5][.,]\d ?(?:stars? )?(?:from|\() ?\d{1,6} (?:votes?|ratings?|reviews?)\)?"
            r"|rezept (?:drucken|bewerten|speichern|teilen|merken)|(?:zum|direkt zum) rezept(?: springen)?|imprimer (?:la|cette) recette|note[rz] (?:la|cette) recette|imprimir (?:la |a )?rece(?:ta|ita)|(?:valora|puntúa|califica|avalie) (?:esta |la |a )?rece(?:ta|ita).{0,40}|stampa (?:la )?ricetta|vota (?:la|questa) ricetta|recept (?:printen|bewaren|opslaan)|wydrukuj przepis|распечатать рецепт"
        ),
        must_match=(
            "Jump to Recipe Print Recipe",
            "4.8 from 61 votes",
            "Imprimir receta",
            "Rezept drucken",
        ),
        must_not_match=(
            "Save the recipe for disaster for another year, the coach said.",
            "Print recipes were the magazine's main income until 2009.",
        ),
    ),
    Rule(
        id="navigation-live",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=16,
        pattern=(
            r"(?:sort by:? ?)?(?:(?:newest|latest|oldest|most recent)(?: (?:first|to oldest|to newest|posts?))(?: ?[|/·-]? (?:newest|latest|oldest)(?: first)?)?)|(?:(?:new|live) )?updates? (?:will appear automatically|(?:are )?not (?:loading|showing)\?? ?.{0,40})|(?:auto-?refresh|auto update)(?: (?:is )?(?:on|off))?|refresh (?:the|this) page(?: for (?:updates|more))?|(?:copy|get) (?:the )?(?:link|permalink) to (?:this )?(?:post|update|entry)|show (?:key|more|all) (?:events|posts|updates)(?: only)?|\d{1,3} new (?:posts?|updates?)"
        ),
        must_match=(
            "Newest first Oldest first",
            "New updates will appear automatically",
            "Copy link to post",
            "Updates are not loading? Refresh the page",
        ),
        must_not_match=(
            "Latest to fall was the mill at Aston, whose owner gave up in May.",
            "Newest of the seven bridges is the one that sways.",
        ),
    ),
    Rule(
        id="navigation-row",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.EDGE,
        max_words=24,
        pattern=(
            r"(?:[\w' &.-]{2,30} ?[|·•] ?){0,6}(?:print|e-?mail|terms|privacy|cookies?|contact|back to|sitemap|site map|advertis|permalink|place a|mentions|gestion|datenschutz|impressum|kontakt|aviso legal|política|note legali|реклама|контакты|联系我们|关于我们|お問い合わせ|利用規約)[\w' &.-]{0,30} ?[|·•] ?[\w' &.-]{2,30}(?: ?[|·•] ?[\w' &.-]{2,30}){0,6}"
            r"|(?:[\w' &.-]{2,30} ?[|·•] ?){1,7}(?:print|e-?mail|terms|privacy|cookies?|contact|back to|sitemap|site map|advertis|permalink|datenschutz|impressum|kontakt|política)[\w' &.-]{0,30}"
        ),
        must_match=(
            "Public notices | Place a notice | Terms of use",
            "Print this page | Email this page | Back to top",
            "Mentions légales | Politique de confidentialité | Gestion des cookies",
        ),
        must_not_match=(
            "Doors: 7pm | Tickets: £12 | Town Hall",
            "Print sales fell by a tenth.",
        ),
    ),
    Rule(
        id="navigation-page-state",
        kind=Kind.NAVIGATION,
        confidence=0.8,
        where=Where.EDGE,
        max_words=20,
        pattern=(
            r"(?:this |the )?page (?:was )?last (?:modified|updated|changed|reviewed)(?: on| by|:)? .{2,120}|(?:this site is )?best viewed (?:in|with|at|using) .{2,60}|you are visitor (?:no\.?|number|#) ?[\d,.]{1,12}|sie sind besucher (?:nr\.?|nummer) ?[\d.]{1,12}|(?:web ?design|website|site) by .{2,40}|if you (?:see|are seeing|can see) this page without .{2,60}|(?:live )?(?:quotes?|prices|(?:market )?data) (?:are |is )?(?:displayed .{0,40})?delayed (?:by )?(?:at least |up to )?\d{1,2} min.{0,120}|market data (?:is )?(?:provided|supplied|powered) by .{2,80}"
            r"|live feed|key events"
        ),
        must_match=(
            "This page was last modified on 04/11/2001",
            "Quotes delayed by at least 15 minutes.",
            "Best viewed in 1024x768",
        ),
        must_not_match=("Key events of the trial had been filmed.",),
    ),
    Rule(
        id="navigation-poll",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=5,
        pattern=r"(?:vote|submit|vote now|cast your vote(?: now)?|vote to (?:see|view) (?:the )?results|poll results|(?:view|see|show) (?:the )?results|vote[ |/]{1,3}(?:view|see) results|abstimmen|ergebnis (?:anzeigen|ansehen)|zagłosuj|zobacz wyniki|votar|ver resultados|voter|voir les résultats|vota(?: ora)?|vedi (?:i )?risultati|stem nu|проголосовать|oy ver|صوت الآن|투표하기|投票する)",
        must_match=("Vote", "Vote View results", "Zagłosuj", "Cast your vote"),
        must_not_match=("Vote results were delayed in three states.", "Submit or resist?"),
    ),
    Rule(
        id="navigation-platform",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.EDGE,
        max_words=16,
        pattern=(
            r"open in app|help status about (?:careers )?(?:press )?blog .{2,60}|text to speech|member-only story|(?:start writing|get the app)(?: get the app)?|substack is the home for .{2,30}|ready for more|share this post|(?:privacy ?[∙·|] ?terms ?[∙·|] ?)?collection notice|top latest discussions|no posts|\d{1,3}[.,]\d ?k|\d{1,4}(?:[.,]\d{1,3})? ?[km]? (?:followers?|likes?|restacks?|claps?|reads|views|subscribers|readers|people reading)"
            r"|(?:newer posts?|older posts?|home)(?: (?:newer posts?|older posts?|home)){1,2}|blog archive|view my complete profile|subscribe to:? (?:posts?|post comments|comments)(?: \(atom)?|(?:proudly )?powered by (?:blogger|wordpress|ghost|squarespace|wix|drupal|discourse|disqus|substack|medium|beehiiv|google)|δ|trackbacks?(?: (?:&|and) pingbacks?)?|pingback: .{2,120}|bookmark the permalink|post navigation"
            r"|printer[- ]friendly(?: version)?|add to (?:bookmarks|favou?rites)|send (?:to|by|via) (?:a )?(?:friend|e-?mail)|submitted by .{2,60} on .{4,40}|member discussion|upgrade now|sign (?:in|up) to (?:set|save|get|receive|follow|vote) .{2,40}|video player is loading.{0,60}|this is a modal window.{0,60}|all times (?:are )?subject to change.{0,60}|give this article|report (?:a|this) (?:problem|post)(?: with this page)?"
        ),
        must_match=(
            "Open in app",
            "Newer Post Older Post Home",
            "843 Followers",
            "1.2K",
            "Substack is the home for great culture",
            "Subscribe to: Post Comments (Atom)",
            "Printer-friendly version",
        ),
        must_not_match=(
            "843 followers of the sect were freed.",
            "Ready for more rain, the farmers waited.",
            "Powered by the wind, the mill ground again.",
        ),
    ),
    Rule(
        id="navigation-feedback",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=16,
        pattern=r"(?:was|is|did you find) this (?:article|page|information|content|answer|story|guide)(?: was)? (?:helpful|useful|interesting)(?:\? ?yes ?[|/]? ?no)?|[\d,]{1,9} (?:people|readers|users|of \d{1,6} people) found this (?:helpful|useful).{0,20}|(?:war|fanden sie) (?:dieser artikel|diesen artikel|diese seite) (?:hilfreich|interessant)(?:\? ?ja ?[|/]? ?nein)?|cet article vous a-t-il (?:été utile|plu|intéressé).{0,20}|¿te (?:ha sido|resultó|pareció) útil.{0,40}",
        must_match=("Was this article helpful? Yes No", "14 people found this helpful"),
        must_not_match=("Was this page torn out by the monk, the curators ask.",),
    ),
    Rule(
        id="navigation-neighbour",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.TAIL,
        cased=True,
        max_words=16,
        pattern=r"(?:[«‹←]|<<) ?[^«»<>]{3,90}|[^«»<>.!?]{3,90} ?[»›]",
        must_match=("« The great bridge census", "How to count bridges »", "← Older"),
        must_not_match=("« La mer monte », dit-il.", "A → B"),
    ),
    Rule(
        id="navigation-tool",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=40,
        pattern=(
            r"jump to:? ?.{1,40}(?:[|•·/] ?.{1,40}){1,8}|printer[- ]friendly(?: version| page| format)?|enter your (?:postcode|zip(?: code)?|location) .{2,60}"
        ),
        must_match=(
            "Jump to: Price | Design | Sound | Verdict",
            "Printer friendly version",
            "Enter your postcode for nearby news",
        ),
        must_not_match=("Jump to the left, he told the class.",),
    ),
    Rule(
        id="navigation-votes",
        kind=Kind.NAVIGATION,
        confidence=0.85,
        where=Where.ANYWHERE,
        max_words=20,
        pattern=(
            r"[\d,.]{1,9} votes? (?:so far|cast)|(?:notez|noter|rate|bewerten|bewerte|valora|vota) (?:cette|this|dieses|esta|questa|la) (?:recette|recipe|rezept|receta|ricetta)(?: [^a-z]{0,40}.{0,30})?"
        ),
        must_match=(
            "612 votes so far",
            "Notez cette recette ★★★★★ 4,6 (212)",
        ),
        must_not_match=("Rate this recipe a failure, the judge said, and bake it again.",),
    ),
    Rule(
        id="navigation-paging",
        kind=Kind.NAVIGATION,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=4,
        pattern=r"(?:previous|next|older|newer|prev) (?:articles?|posts?|story|stories|page|entry|entries|poem)|postagem mais (?:recente|antiga)|entrada (?:más reciente|antigua|siguiente|anterior)|article (?:précédent|suivant)|(?:vorheriger|nächster) (?:artikel|beitrag)|(?:poprzedni|następny) (?:artykuł|wpis)|(?:vorig|volgend) (?:artikel|bericht)",
        must_match=("Older Posts", "Next post", "Postagem mais antiga"),
        must_not_match=("Next story arc", "The previous page"),
    ),
    Rule(
        id="navigation-paging-titles",
        kind=Kind.NAVIGATION,
        confidence=0.7,
        where=Where.ANYWHERE,
        cased=True,
        max_words=32,
        pattern=label(
            r"(?:next|previous)(?: (?:article|post|story))?(?: ?[:|»>→]| [-–—] ) ?(?-i:[\"“‘«]?[^\W_a-zß-öø-ÿ]).{1,200}"
        )
        + r"[.!?\"”]{0,2}",
        must_match=("Previous post: Five games about soup", "Next → How to count bridges"),
        must_not_match=("Next: to the harbour we went.",),
    ),
)
