"""The tables of `words` for Spanish, Portuguese, Italian, Dutch, Polish and Russian, and which language has which table."""

from typing import Final

from copydesk.enrich.quotes.words import DE, EN, FR, Words
from copydesk.enrich.stop_words import STOP_WORDS

ES: Final = Words(
    small=STOP_WORDS["es"],
    verbs=(
        r"dijo|dice|dicen|dijeron|ha dicho|afirm(?:ó|a|aron)|asegur(?:ó|a|aron)|explic(?:ó|a|aron)|señal(?:ó|a|aron)|declar(?:ó|a|aron)|añadi(?:ó|eron)|añade|agreg(?:ó|a)|indic(?:ó|a)|coment(?:ó|a)|record(?:ó|a)|recuerda|relat(?:ó|a)|cuenta|contó|manifest(?:ó|a)"
        r"|sostiene|sostuvo|subray(?:ó|a)|destac(?:ó|a)|advirti(?:ó|eron)|advierte|respond(?:ió|e)|contest(?:ó|a)|escrib(?:ió|e)|insist(?:ió|e)|reconoc(?:ió|e)|admit(?:ió|e)|lament(?:ó|a)|calific(?:ó|a)|neg(?:ó|aron)|niega|(?:se )?quej(?:ó|a)|opin(?:ó|a)|concluy(?:ó|e)|confes(?:ó|a)|bromea|bromeó|promet(?:ió|e)|anunció|anuncia|denunci(?:ó|a)|pidió|apuntó|apunta|detalló|matizó|zanjó|restó|quitó|puntualizó|expresó|describe|describió|llamó|tildó|explicaba|decía"
    ),
    naming=r"llam(?:a|ó)",
    according=r"[Ss]egún|[Pp]ara|[Dd]e acuerdo con",
    he=r"él|Él",
    she=r"ella|Ella",
    they=r"ellos|ellas",
    article=r"[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Uu]n|[Uu]na|[Ss]u",
    preposition=r"de|del|a|al|en|con|por|para|ante|contra|sobre|tras|desde|hasta",
    stop=r"que|quien|en|a|al|tras|ante|durante|con|por|para|y|pero|cuando|este|hoy|ayer|sobre|desde",
    adverb=r"también|luego|después|además|ya|no|ha|había|se|lo|la|le|les|nos|más tarde",
    told=r"\b(?:dijo|aseguró|afirmó|declaró|explicó|contó|señaló|entrevista|declaraciones|entrevistado)\b[^.«»“”]{0,40}?\b(?:a|al|con|por)(?: diario| periódico| la cadena)? (?=[A-Z])",
    titles=r"ministr[oa]|president[ea]|alcalde|alcaldesa|diputad[oa]|senador|senadora|portavoz|consejer[oa]|director|directora|entrenador|entrenadora|porter[oa]|capitán|capitana|delanter[oa]|aprendiz|economista|analista|doctor|doctora|dr|dra|profesor|profesora|abogad[oa]|juez|jueza|fiscal|jef[ea]|fundador|fundadora|vecin[oa]|secretari[oa]|gobernador|gobernadora|escritor|escritora|cantante|actor|actriz|investigador|investigadora|presidente|señor|señora|don|doña|líder|concejal|concejala|técnico|comisari[oa]|experto|experta|bióloga|biólogo",
    office=r"portavoz|ministerio|gobierno|policía|empresa|ayuntamiento|autoridad|autoridades|sindicato|compañía|fiscalía|fuentes|organización|asociación|partido|club|banco|federación|presidente|ministro|ministra|alcalde|alcaldesa|grupo|comisión|juez|jueza",
    female=r"ministra|alcaldesa|diputada|senadora|consejera|directora|entrenadora|portera|capitana|doctora|profesora|abogada|jueza|jefa|fundadora|vecina|secretaria|gobernadora|escritora|actriz|investigadora|señora|doña|presidenta|la \w+|ella",
    male=r"ministro|diputado|senador|consejero|director|entrenador|portero|capitán|doctor|profesor|abogado|jefe|fundador|vecino|secretario|gobernador|escritor|actor|investigador|señor|don|el \w+|él",
    subjectless=True,
)
PT: Final = Words(
    small=STOP_WORDS["pt"],
    verbs=(
        r"disse|diz|dizem|disseram|afirm(?:ou|a|aram)|explic(?:ou|a)|assegur(?:ou|a)|garant(?:iu|e)|reconhec(?:eu|e)|declar(?:ou|a)|acrescent(?:ou|a)|cont(?:ou|a)|lembr(?:ou|a)|respond(?:eu|e)|escrev(?:eu|e)|admit(?:iu|e)|critic(?:ou|a)|coment(?:ou|a)|avali(?:ou|a)|ressalt(?:ou|a)|destac(?:ou|a)|inform(?:ou|a)|conclu(?:iu|i)|lament(?:ou|a)|sublinh(?:ou|a)|revel(?:ou|a)|defend(?:eu|e)|alert(?:ou|a)|completou|completa|classific(?:ou|a)|referiu|refere|salient(?:ou|a)|brinc(?:ou|a)"
    ),
    according=r"[Ss]egundo|[Pp]ara|[Dd]e acordo com|[Cc]onforme",
    he=r"[Ee]le",
    she=r"[Ee]la",
    they=r"[Ee]les|[Ee]las",
    article=r"[Oo]|[Aa]|[Oo]s|[Aa]s|[Uu]ma?|[Ss]eu|[Ss]ua",
    preposition=r"de|do|da|dos|das|em|no|na|a|ao|à|com|por|para|sobre|após|contra",
    stop=r"que|quem|em|no|na|ao|à|após|durante|com|por|para|e|mas|quando|nesta|neste|hoje|ontem|sobre",
    adverb=r"também|depois|ainda|já|não|se|lhe",
    told=r"\b(?:disse|afirmou|declarou|contou|explicou|entrevista)\b[^.“”]{0,40}?\b(?:à|ao|a|com)(?: jornal| revista| TV)? (?=[A-Z])",
    titles=r"ministr[oa]|presidente|presidenta|prefeit[oa]|deputad[oa]|senador|senadora|diretor|diretora|treinador|treinadora|técnic[oa]|capitão|capitã|economista|analista|professor|professora|doutor|doutora|dr|dra|advogad[oa]|juiz|juíza|procurador|procuradora|chefe|fundador|fundadora|secretári[oa]|governador|governadora|escritor|escritora|cantor|cantora|ator|atriz|pesquisador|pesquisadora|porta-voz|vereador|vereadora|líder|delegad[oa]|dona|seu|senhor|senhora",
    office=r"porta-voz|ministério|governo|polícia|empresa|prefeitura|sindicato|companhia|associação|partido|clube|banco|presidente|ministro|ministra|câmara|federação|grupo",
    female=r"ministra|prefeita|deputada|senadora|diretora|treinadora|professora|doutora|advogada|juíza|fundadora|secretária|governadora|escritora|cantora|atriz|pesquisadora|senhora|a \w+|ela",
    male=r"ministro|prefeito|deputado|senador|diretor|treinador|professor|doutor|advogado|juiz|fundador|secretário|governador|escritor|cantor|ator|pesquisador|senhor|o \w+|ele",
    subjectless=True,
)
IT: Final = Words(
    small=STOP_WORDS["it"],
    verbs=(
        r"(?:ha|hanno|aveva) (?:detto|dichiarato|spiegato|affermato|aggiunto|raccontato|commentato|scritto|risposto|annunciato|sottolineato|assicurato|ribadito|ammesso|precisato|concluso|osservato)|dice|dicono|spiega|racconta|attacca|scherza|afferma|dichiara|aggiunge|commenta|scrive|risponde|annuncia|sottolinea|assicura|ribadisce|ammette|precisa|conclude|osserva|ricorda|sostiene|avverte|replica|definisce|parla|disse|spiegò|rispose|aggiunse|promette|prosegue|continua|sorride|sospira"
    ),
    according=r"[Ss]econdo|[Pp]er",
    he=r"lui|Lui",
    she=r"lei|Lei",
    article=r"[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e|[Ll]['’]|[Uu]n|[Uu]na|[Uu]n['’]",
    preposition=r"di|del|della|dello|dell['’]|dei|delle|degli|a|al|alla|in|nel|nella|con|da|dal|dalla|per|su|sul|contro|dopo|davanti",
    stop=r"che|chi|in|nel|nella|a|al|alla|dopo|durante|con|per|e|ma|quando|ieri|oggi|su|davanti",
    adverb=r"anche|poi|ancora|già|non|si|ha",
    told=r"\b(?:detto|dichiarato|spiegato|raccontato|intervista|dice)\b[^.«»“”]{0,40}?\b(?:a|al|alla|all['’]|con) ?(?=[A-Z])",
    titles=r"sindac[oa]|ministr[oa]|presidente|assessore|assessora|senatore|senatrice|deputat[oa]|direttore|direttrice|allenatore|allenatrice|capitano|portiere|avvocat[oa]|giudice|procuratore|professore|professoressa|dottor|dottore|dottoressa|don|monsignor|vescovo|segretari[oa]|fondatore|fondatrice|analista|economista|regista|scrittore|scrittrice|attore|attrice|cantante|ricercatore|ricercatrice|portavoce|premier|governatore|comandante|signor|signora|parroco",
    office=r"portavoce|ministero|governo|polizia|azienda|comune|sindacato|società|regione|procura|associazione|partito|banca|presidente|ministro|ministra|sindaco|sindaca|questura|carabinieri",
    female=r"sindaca|ministra|assessora|senatrice|deputata|direttrice|allenatrice|avvocata|professoressa|dottoressa|segretaria|fondatrice|scrittrice|attrice|ricercatrice|signora|lei|la \w+",
    male=r"sindaco|ministro|assessore|senatore|deputato|direttore|allenatore|capitano|avvocato|professore|dottore|segretario|fondatore|scrittore|attore|ricercatore|signor|don|lui|il \w+",
    subjectless=True,
)
NL: Final = Words(
    small=STOP_WORDS["nl"],
    verbs=r"zegt|zei|zeggen|zeiden|vertelt|vertelde|verklaart|verklaarde|meldt|meldde|schrijft|schreef|vindt|vond|reageert|reageerde|benadrukt|benadrukte|stelt|stelde|erkent|erkende|aldus|legt uit|vervolgt|antwoordt|antwoordde|waarschuwt|waarschuwde|noemt|noemde|spreekt|sprak|belooft|beloofde|denkt|lacht",
    naming=r"noemt|noemde|noemen",
    according=r"[Vv]olgens",
    he=r"[Hh]ij",
    she=r"[Zz]ij|[Zz]e",
    article=r"[Dd]e|[Hh]et|[Ee]en|[Zz]ijn|[Hh]aar",
    preposition=r"van|in|op|bij|uit|voor|tegen|met|aan|naar|over|na|door|te",
    stop=r"die|dat|in|op|bij|met|aan|tegen|over|na|en|maar|was|is|toen",
    adverb=r"ook|later|toen|dan|nog|al",
    told=r"tegen (?=[A-Z])",
    titles=r"wethouder|burgemeester|minister(?:-president)?|staatssecretaris|directeur|voorzitter|woordvoerder|woordvoerster|bewoner|bewoonster|trainer|coach|aanvoerder|hoogleraar|professor|dr|onderzoeker|onderzoekster|econoom|analist|advocaat|rechter|officier|oprichter|eigenaar|eigenaresse|schrijver|schrijfster|zanger|zangeres|acteur|actrice|boer|boerin|meneer|mevrouw|kamerlid|premier|topman|topvrouw|spits|doelman",
    office=r"woordvoerder|woordvoerster|ministerie|kabinet|politie|bedrijf|gemeente|vakbond|vereniging|partij|club|bank|openbaar ministerie|brandweer",
    female=r"woordvoerster|bewoonster|onderzoekster|eigenaresse|schrijfster|zangeres|actrice|boerin|mevrouw|topvrouw|zij|ze",
    male=r"meneer|topman|hij",
)
PL: Final = Words(
    verbs=r"powiedział[ay]?|mówi|mówił[ay]?|stwierdził[ay]?|dodał[ay]?|dodaje|podkreślił[ay]?|podkreśla|tłumaczył[ay]?|tłumaczy|wyjaśnił[ay]?|wyjaśnia|zapewnił[ay]?|zapewnia|napisał[ay]?|pisze|ocenił[ay]?|ocenia|przyznał[ay]?|przyznaje|zaznaczył[ay]?|zaznacza|poinformował[ay]?|informuje|oświadczył[ay]?|skomentował[ay]?|komentuje|opowiada|wspomina|apeluje|apelował[ay]?|odpowiedział[ay]?|odpowiada|twierdzi|uważa|żartuje|ostrzega|ostrzegł[ay]?",
    according=r"[Ww]edług|[Zz]daniem",
    he=r"on|On",
    she=r"ona|Ona",
    article=r"(?!)",
    preposition=r"w|we|z|ze|na|do|od|dla|przy|po|o|przez|za|pod|nad|przed",
    stop=r"w|we|z|na|do|po|przed|podczas|który|która|że|i|a|ale|gdy",
    adverb=r"też|także|później|nie|jednak",
    titles=r"prezydent|premier|minister|radny|radna|burmistrz|wójt|wojewoda|prezes|prezeska|dyrektor|dyrektorka|rzecznik|rzeczniczka|poseł|posłanka|senator|senatorka|trener|trenerka|kapitan|profesor|prof|dr|adwokat|mecenas|prokurator|sędzia|ekspert|ekspertka|ekonomista|ekonomistka|lekarz|lekarka|właściciel|właścicielka|reżyser|reżyserka|aktor|aktorka|pisarz|pisarka|pan|pani|marszałek|szef|szefowa|przewodniczący|przewodnicząca",
    office=r"rzecznik|rzeczniczka|ministerstwo|policja|firma|rząd|prokuratura|spółka|partia|związek|klub|bank|urząd",
    female=r"radna|prezeska|dyrektorka|rzeczniczka|posłanka|trenerka|ekspertka|ekonomistka|lekarka|właścicielka|reżyserka|aktorka|pisarka|pani|szefowa|ona",
    male=r"radny|prezes|rzecznik|poseł|trener|ekonomista|lekarz|właściciel|aktor|pisarz|pan|szef|on",
    subjectless=True,
)
RU: Final = Words(
    verbs=r"сказал[аи]?|говорит|говорят|говорил[аи]?|заявил[аио]?|сообщил[аио]?|отметил[аио]?|добавил[аи]?|пояснил[аи]?|объяснил[аи]?|рассказал[аи]?|подчеркнул[аи]?|признал[аи]?|признался|призналась|считает|считают|ответил[аи]?|написал[аи]?|пишет|напомнил[аи]?|уточнил[аи]?|предупредил[аи]?|утверждает|уверен|уверена|шутит|пошутил[аи]?|вспоминает|вспомнил[аи]?|согласился|согласилась|продолжил[аи]?|назвал[аи]?|обещает|пообещал[аи]?|отмечает|рассказывает|полагает|передаёт|передает|констатировал[аи]?|возразил[аи]?|посетовал[аи]?|заметил[аи]?|заключил[аи]?",
    naming=r"назвал[аи]?",
    according=r"[Пп]о словам|[Пп]о мнению|[Пп]о данным|[Сс]огласно",
    he=r"[Оо]н",
    she=r"[Оо]на",
    they=r"[Оо]ни",
    article=r"(?!)",
    preposition=r"в|во|на|из|от|для|при|у|к|ко|с|со|о|об|по|за|под|над|перед",
    stop=r"в|во|на|из|при|с|по|о|что|который|которая|и|а|но|когда|журналистам",
    adverb=r"также|позже|потом|ещё|еще|не|уже|журналистам",
    told=r"(?:сказал|заявил|рассказал|сообщил)[аио]? (?:в интервью |изданию |агентству |газете |телеканалу )*[«„\"]?(?=[А-Я])",
    titles=r"президент|премьер|министр|губернатор|мэр|депутат|сенатор|глава|директор|председатель|пресс-секретарь|представитель|представительница|тренер|капитан|нападающий|вратарь|режисс[её]р|режисс[её]ра|актёр|актер|актриса|актрисы|певец|певица|писатель|писательница|инженер|эксперт|аналитик|экономист|профессор|академик|доктор|врач|адвокат|прокурор|судья|следователь|пенсионер|пенсионерка|житель|жительница|основатель|владелец|хозяйка|команды|компании|начальник|спикер|секретарь|полковник|генерал",
    office=r"пресс-секретарь|пресс-служба|министерство|правительство|полиция|компания|представитель|власти|прокуратура|кремль|минобороны|мид|ведомство|администрация|совет|партия|клуб|банк|глава|министр|президент|губернатор|мэр",
    female=r"актриса|актрисы|певица|писательница|пенсионерка|жительница|представительница|хозяйка|она",
    male=r"актёр|актер|певец|писатель|пенсионер|житель|хозяин|он",
    subjectless=True,
)
TABLES: Final[dict[str, Words]] = {
    "en": EN, "de": DE, "fr": FR, "es": ES, "pt": PT, "it": IT, "nl": NL, "pl": PL, "ru": RU,
}  # fmt: skip
"""By language tag; Chinese and Japanese, which set no spaces, have rules of their own (`cjk`)."""
