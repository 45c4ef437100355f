"""Cookie and consent notices."""

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule, Where, label, rest

RULES = (
    Rule(
        id="cookie-notice",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=90,
        pattern=(
            # A longer text that begins so and then speaks of none of what such notices speak of is an article about them.
            r"(?=.{0,100}$|.{0,600}(?:experi|erlebnis|acc?ept|akzept|acc?ett|aceit|akcept|agree|consen|einwillig|zustimm|privac|datenschutz|confidential|setting|einstell|param|ajust|configur|impostaz|polic|polít|richtlin|naviga|navega|improve|verbess|mejor|miglior|melhor|personal|analy|anali|traffic|technolog|third|audience|mesur|publici|reklam|werb|advert|\bads\b|ervaring|toestem|instell|voorkeur|zgod|ustawie|prywat|doświadcz|esperien|utilizz|funzion|funcion|fonction|function|nutzer|user|usuari|utilisat|utente|visitor|visit|besuch|browser|inform|statist|соглас|работ|политик|利用|同意|体验))"
            r"(?:we (?:and our partners |and our .{3,40} )?use (?:our own and third[- ]party |functional |necessary |essential |tracking )?cookies(?! in (?!accordance|order|line|connection|conjunction|(?:this|our|the) (?:web)?(?:site|page|app|service)))|(?:this|our) (?:web)?(?:site|page|service|platform) (?:uses|makes use of|places|requires) (?:.{0,30} )?cookies"
            r"|by (?:continuing|using|browsing|clicking|visiting|closing) .{0,80}(?:cookies?|privacy policy|terms)|cookies (?:help us|are used|allow us|enable us)|this content (?:is|was) (?:blocked|not available|hosted).{0,60}(?:cookies?|consent)|to (?:view|see|watch) this (?:content|video|embed).{0,60}cookies?"
            r"|(?:diese|unsere) (?:web)?(?:seite|site|website) (?:verwendet|nutzt|benutzt) cookies|wir (?:verwenden|nutzen|setzen) .{0,20}cookies|(?:ce|notre) site utilise des cookies|nous utilisons des cookies|en poursuivant votre navigation|(?:este|nuestro) sitio (?:web )?(?:usa|utiliza) cookies|(?:utilizamos|usamos) (?:cookies|os cookies)"
            r"|(?:questo|il nostro) sito (?:usa|utilizza) (?:i )?cookies?|(?:este|o nosso) site (?:usa|utiliza) cookies|(?:deze|onze) (?:web)?site (?:gebruikt|maakt gebruik van) cookies|wij gebruiken cookies|ta strona (?:używa|korzysta z)|(?:наш|этот) сайт использует (?:файлы )?cookie|мы используем (?:файлы )?cookie|当サイトでは.{0,20}cookie|本网站使用.{0,10}cookie)"
            + rest(500)
            + r"|(?:accept|allow|reject|manage|decline|agree to)(?: all)?(?: of)?(?: the| our)? cookies?|cookie (?:settings|preferences|policy|notice|consent|banner|declaration)|(?:cookie|privacy) (?:and|&) (?:cookie|privacy) (?:policy|settings|notice)|manage (?:consent|privacy|preferences|my preferences)|alle akzeptieren|tout accepter|aceptar (?:todas las )?cookies"
        ),
        must_match=(
            "We use cookies to improve your experience on our website.",
            "This site uses cookies. By continuing to browse you agree to our use of cookies.",
            "By clicking “Accept all”, you agree to the storing of cookies on your device.",
            "We use cookies. To go on, click “Accept all”",
            "Accept all cookies",
            "Cookie settings",
        ),
        must_not_match=(
            "Websites that use cookies must ask first, the court ruled.",
            "“We use cookies to improve your experience” was not a sentence that informs anybody of anything, the judges wrote.",
            "We use cookies. Three words that stand, by one estimate, on four out of five front pages, and from April they may cost money.",
            "We use cookies in this house as other people use money.",
            "“We use cookies to improve your visit”",
            "We use flour, butter and sugar to bake cookies, she said.",
        ),
    ),
    Rule(
        id="cookie-minors",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=60,
        pattern=(
            r"wenn sie unter 16 jahre alt sind und (?:ihre )?(?:zustimmung|einwilligung).{2,240}|(?:einige|manche) (?:services|dienste|anbieter|von ihnen) (?:verarbeiten|sind) (?:personenbezogene|essenziell).{2,300}|personenbezogene daten können verarbeitet werden \(z\.? ?b\.? .{2,240}|es folgt eine (?:liste|übersicht) der service-?gruppen.{2,160}|if you are under 16 and wish to give consent to optional services.{2,200}"
        ),
        must_match=(
            "Wenn Sie unter 16 Jahre alt sind und Ihre Zustimmung zu freiwilligen Diensten geben möchten, müssen Sie Ihre Erziehungsberechtigten um Erlaubnis bitten.",
        ),
        must_not_match=("Wenn Sie unter 16 Jahre alt sind, zahlen Sie die Hälfte.",),
    ),
    Rule(
        id="cookie-hidden",
        kind=Kind.COOKIE,
        confidence=0.9,
        where=Where.ANYWHERE,
        max_words=30,
        pattern=(
            r"this (?:content|post|video|tweet|embed) is not (?:available|shown|displayed) (?:due to|because of) your (?:privacy|cookie) (?:preferences|settings|choices).{0,120}"
            r"|update your (?:privacy |cookie |consent )?(?:settings|preferences|choices) (?:here )?to (?:see|view|watch|load|show) .{2,60}"
        ),
        must_match=(
            "This content is not available due to your privacy preferences.",
            "Update your settings here to see it.",
        ),
        must_not_match=("Update your passport to see the world.",),
    ),
    Rule(
        id="cookie-privacy-valued",
        kind=Kind.COOKIE,
        confidence=0.95,
        where=Where.ANYWHERE,
        max_words=8,
        cased=True,
        pattern=label(
            r"we (?:value|care about|respect) your privacy|your privacy (?:matters|is important)(?: to us)?|your privacy choices|privacy preference cent(?:er|re)|wir (?:schätzen|respektieren) ihre privatsphäre|nous respectons votre vie privée|votre vie privée nous (?:tient à cœur|importe)|valoramos (?:su|tu) privacidad|(?:su|tu) privacidad es importante(?: para nosotros)?|la tua privacy è importante(?: per noi)?|rispettiamo la tua privacy|a sua privacidade é importante(?: para nós)?|valorizamos (?:a )?sua privacidade|wij (?:respecteren|waarderen) (?:uw|jouw|je) privacy|cenimy (?:twoją |państwa )?prywatność|vi värnar om din integritet|vi respekterer dit privatliv"
        ),
        must_match=("We value your privacy", "Wir schätzen Ihre Privatsphäre", "Cenimy prywatność"),
        must_not_match=("We value your privacy, said the spy.", "Your privacy matters little to them."),
    ),
)
