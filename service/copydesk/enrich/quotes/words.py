"""Words by which languages report speech: verbs of saying, "according to", pronouns, offices, what stands between them.

English verbs follow those of GenderGapTracker (Asr et al. 2021), shortened; the others were written down for this table.
A verb is listed in the forms in which news report speech.
"""

from typing import Final

from msgspec import Struct

from copydesk.enrich.stop_words import STOP_WORDS


class Words(Struct, frozen=True, kw_only=True):
    """The table of a language; each text is a regular expression, without groups unless said."""

    verbs: str
    naming: str = r"(?!)"
    """Verbs behind which a few words between marks are a name rather than a quote."""
    according: str
    he: str
    she: str
    they: str = r"(?!)"
    reader: str = r"(?!)"
    """The pronoun of whoever reads: "you could say" is nobody's saying."""
    weak: str = r"(?!)"
    """Verbs of thinking, which give way to one of saying in the same sentence."""
    inverted: str = r"(?!)"
    """A pronoun that is joined to its verb, as group `pro`."""
    article: str
    preposition: str
    stop: str
    """Words at which a noun phrase ends."""
    adverb: str = r"(?!)"
    told: str = r"(?!)"
    """Text right before the outlet that was told."""
    titles: str
    """Offices and callings: of a person whose name they stand before, or of somebody who has no name in the text."""
    office: str
    """Titles and bodies that speak without a name: "a spokesman", "the ministry"."""
    female: str = r"(?!)"
    male: str = r"(?!)"
    small: frozenset[str] = frozenset()
    """Words that have a capital only because a sentence begins with them."""
    nouns: bool = False
    """Whether all nouns have a capital, so that one alone tells no name."""
    subjectless: bool = False
    """A verb of saying without a subject goes on with the last speaker."""


EN: Final = Words(
    verbs=(
        r"(?:was|were|is) quoted as saying|sa(?:id|ys?|ying)|told|tells?|tell(?:ing)?|add(?:s|ed)|ask(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)|explain(?:s|ed)"
        r"|argu(?:es|ed)|admit(?:s|ted)?|testif(?:ies|ied)|insist(?:s|ed)?|warn(?:s|ed|ing)?|claim(?:s|ed)?|not(?:es|ed)|declar(?:es|ed)|announc(?:es|ed)|writ(?:es)|wrote|tweet(?:s|ed)"
        r"|post(?:s|ed)|comment(?:s|ed)|confirm(?:s|ed)|continu(?:es|ed)|conclud(?:es|ed)|recall(?:s|ed)?|remember(?:s|ed)|jok(?:es|ed)|laugh(?:s|ed)|quip(?:s|ped)|thinks?|thought"
        r"|believ(?:es?|ed)|call(?:s|ed)?|describ(?:es?|ed)|dismiss(?:es|ed)|accus(?:es|ed)|prais(?:es|ed)|promis(?:es|ed)|den(?:ies|ied)|stat(?:es|ed)|stress(?:es|ed)|suggest(?:s|ed)"
        r"|observ(?:es|ed)|remark(?:s|ed)|predict(?:s|ed)|acknowledg(?:es|ed)|conced(?:es|ed)|emphasi[sz](?:es|ed)|reveal(?:s|ed)|report(?:s|ed)|vow(?:s|ed)|urg(?:es|ed)|complain(?:s|ed)"
        r"|beg(?:an|ins)|agree(?:s|d)|disagree(?:s|d)|reflect(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|cr(?:ies|ied)|sigh(?:s|ed)|point(?:s|ed) out|went on|goes on|spoke of|speaks of"
        r"|express(?:es|ed)|counter(?:s|ed)|maintain(?:s|ed)|pleaded|mused|exclaim(?:s|ed)|interject(?:s|ed)|summed up|sums up|character[iz|is]ed|criticis?z?ed|likened|tell us|lament(?:s|ed)|credit(?:s|ed)|cautioned|cautions|read"
    ),
    naming=r"call(?:s|ed)?|dub(?:s|bed)|nam(?:es|ed)|nicknam(?:es|ed)|read|thinks?|thought",
    according=r"[Aa]ccording to|in the words of|In the words of",
    he=r"[Hh]e",
    she=r"[Ss]he",
    they=r"[Tt]hey",
    small=STOP_WORDS["en"],
    reader=r"[Yy]ou",
    weak=r"thinks?|thought|believ(?:es?|ed)|read|agree(?:s|d)",
    article=r"[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne|[Aa]nother",
    preposition=r"of|for|at|from|in|on|to|with|by|near|as|about|against|into|after|before|over|under|during|outside",
    stop=r"who|which|that|whose|when|as|while|after|before|during|on|in|at|to|by|from|with|but|and|is|was|were|has|had|will|would|if|because|earlier|yesterday|today|of \w+day",
    adverb=r"has|had|have|also|later|then|once|now|never|always|often|recently|repeatedly|further|again|still|even|did|would|will|could|can|may|might|previously|earlier|simply|only|since|both|all|is|was|were|\w+ly|not|reportedly|who|went on to|to",
    told=r"(?:told|tells|telling|[Ss]peaking (?:to|with)|(?:[Ii]n an |an )?interview with|[Ii]nterviewed by|quoted as saying by|quoted by|(?:statement|note|email|e-mail|comments?|remarks|letter) to|seen by|wrote in|writing in|according to|spoke (?:to|with))(?: broadcaster| newspaper| magazine| news agency)?(?: the\b)?",
    titles=(
        r"minister|president|senator|governor|mayor|judge|justice|professor|prof|dr|doctor|mr|mrs|ms|miss|sir|dame|lord|lady|baroness|cllr|councillor|council member|member|rep|congressman|congresswoman|representative"
        r"|mp|chancellor|secretary|attorney|general|prime|deputy|vice|chief|executive|ceo|cto|cfo|coo|officer|director|founder|co-founder|cofounder|chairman|chairwoman|chairperson|chair|head|leader|coach|manager|captain"
        r"|striker|goalkeeper|midfielder|defender|trainer|player|detective|inspector|superintendent|sergeant|constable|commissioner|sheriff|lieutenant|colonel|major|commander|admiral|prosecutor|lawyer|analyst"
        r"|economist|researcher|scientist|author|biologist|astronomer|chef|writer|novelist|singer|actor|actress|artist|teacher|nurse|student|farmer|baker|king|queen|prince|princess|pope|bishop|father|rev|reverend|imam|rabbi"
        r"|spokesman|spokeswoman|spokesperson|resident|owner|finance|foreign|transport|health|interior|defence|defense|education|environment|justice|home|treasury|police|fire|opposition|regulator|first|former|then|acting|senior"
        r"|head teacher|headteacher|principal|dean|ambassador|premier|partner|lead|expert|official|officials|mother|son|daughter|wife|husband|widow|brother|sister|neighbour|neighbor|driver|trader|engineer|boss|agent|host|editor|reporter|correspondent|alderman|delegate|assemblyman|solicitor|barrister|counsel|photographer|critics?|painter|sculptor"
    ),
    office=(
        r"spokes(?:man|woman|person|people)|officials?|minist(?:er|ry)|government|compan(?:y|ies)|council|police|bank|operator|group|union|agency|department|office|club|team|university|hospital|court|board|committee|commission"
        r"|association|regulator|party|organi[sz]ation|institute|lawyers?|prosecutors?|investigators?|researchers|scientists|authorities|authority|firm|foundation|president|mayor|governor|judge|chairman|chairwoman|director|sculptor|representative|source|sources|army|military|charity|campaigners|manufacturer|retailer|airline|owner|developer|brand|studio|label|embassy|white house|kremlin|pentagon|archdiocese|church|diocese|school|district|report|campaign|startup|start-up"
    ),
    female=r"mrs|ms|miss|lady|baroness|dame|chairwoman|spokeswoman|councilwoman|congresswoman|mother|daughter|sister|wife|widow|aunt|grandmother|actress|queen|princess|woman|she|her|girl",
    male=r"mr|sir|lord|chairman|spokesman|councilman|congressman|father|son|brother|husband|widower|uncle|grandfather|actor|king|prince|man|he|boy",
)
DE: Final = Words(
    small=STOP_WORDS["de"],
    nouns=True,
    verbs=(
        r"sag(?:te|ten|t|en)|erklär(?:te|ten|t)|teilt(?:e|en)?|beton(?:te|ten|t)|räum(?:te|ten|t)|kritisier(?:te|ten|t)|bericht(?:ete|eten|et)|erzähl(?:te|ten|t)|mein(?:te|ten|t)|fand|findet|wett(?:erte|ert)"
        r"|begründ(?:ete|et)|kündig(?:te|ten|t)|entschuldig(?:te|ten|t)|schreib(?:t|en)|schrieb(?:en)?|antwort(?:ete|et)|warn(?:te|ten|t)|forder(?:te|ten|t)|beklag(?:te|ten|t)|prophezei(?:te|t)|sprach(?:en)?|spricht|nann(?:te|ten)"
        r"|nennt|äußer(?:te|t)|versicher(?:te|t)|füg(?:te|t)|ergänz(?:te|t)|gab|gibt|lob(?:te|t)|erinner(?:te|t)|freu(?:te|t)|scherz(?:te|t)|hieß es|heißt es|bestätig(?:te|t)|behaupt(?:ete|et)|mahn(?:te|t)|verspr(?:ach|icht)|vermut(?:ete|et)|bezeichn(?:ete|et)|urteil(?:te|t)|resümier(?:te|t)|twitter(?:te|t)|frag(?:te|t)|erläuter(?:te|t)|kommentier(?:te|t)|empf(?:ahl|iehlt)|schilder(?:te|t)|unterstr(?:ich|eicht)|bilanzier(?:te|t)|zitier(?:te|t)|habe|hält|so"
    ),
    naming=r"nann(?:te|ten)|nennt|hieß es|heißt es|habe|hält",
    according=r"[Ll]aut|[Nn]ach Angaben von|[Nn]ach Angaben des|[Nn]ach Angaben der|[Nn]ach den Worten von|[Zz]ufolge",
    he=r"[Ee]r|[Dd]er \d+-[Jj]ährige",
    she=r"[Ss]ie|[Dd]ie \d+-[Jj]ährige",
    article=r"[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Ee]in|[Ee]ine|[Ee]iner|[Ss]ein|[Ss]eine|[Ii]hr|[Ii]hre",
    preposition=r"von|vom|bei|beim|in|im|am|an|aus|für|gegen|mit|zu|zum|zur|nach|auf|über|unter|vor|während|seit|der|des|dem|den",
    stop=r"der|die|das|am|im|in|bei|mit|an|auf|zu|gegenüber|nach|vor|und|dass|als|während|seit|aus|über|sich|wenn|ein",
    adverb=r"auch|später|dann|dazu|zudem|außerdem|jedoch|aber|noch|nun|bereits|selbst|wiederum",
    told=r"(?:sagt(?:e|en)?|erklärte|(?:im )?(?:Gespräch|Interview) mit|gegenüber)[^.“„»«]{0,40}?\b(?:der|dem|mit|bei) [„»\"]?|bei (?=(?:Sky|RTL|ZDF|ARD|Twitter|MagentaTV|DAZN|n-tv|N-TV|SWR|NDR|WDR|BR|MDR|RBB|ORF|SRF)\b)",
    titles=(
        r"\w*minister(?:in)?|\w*präsident(?:in)?|\w*kanzler(?:in)?|\w*chef(?:in)?|\w*leiter(?:in)?|\w*sprecher(?:in)?|\w*politiker(?:in)?|\w*trainer(?:in)?|\w*meister(?:in)?|\w*direktor(?:in)?|\w*vorstand|\w*vorsitzende[rn]?|\w*führer(?:in)?"
        r"|\w*inhaber(?:in)?|\w*experte|\w*expertin|\w*forscher(?:in)?|\w*wissenschaftler(?:in)?|\w*ökonom(?:in)?|\w*loge|\w*login|\w*anwalt|\w*anwältin|\w*richter(?:in)?|\w*gründer(?:in)?|\w*kapitän(?:in)?|\w*stürmer(?:in)?|\w*torwart|\w*autor(?:in)?|\w*regisseur(?:in)?|\w*schauspieler(?:in)?"
        r"|\w*sänger(?:in)?|\w*bauer|\w*bäuerin|\w*landrat|\w*landrätin|\w*rat|\w*sekretär(?:in)?|\w*analyst(?:in)?|\w*beauftragte[rn]?|\w*abgeordnete[rn]?|\w*bischof|\w*bischöfin|\w*pfarrer(?:in)?|Dr|Prof|Professor(?:in)?|Herr|Frau|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Ehemann|Ehefrau|Anwohner(?:in)?|Nachbar(?:in)?|Chef(?:in)?|\w*manager(?:in)?|\w*spieler(?:in)?|\w*verteidiger(?:in)?|\w*händler(?:in)?|\w*arzt|\w*ärztin|\w*lehrer(?:in)?|\w*ingenieur(?:in)?|\w*berater(?:in)?|\w*viewer(?:in)?|\w*sieger(?:in)?|\w*kontrolleur(?:in)?|\w*journalist(?:in)?|\w*schüler(?:in)?|\w*student(?:in)?|\w*general|\w*korrespondent(?:in)?|\w*kollege|\w*kollegin"
    ),
    office=r"\w*[Ss]precher(?:in)?|\w*[Mm]inisterium|\w*[Pp]olizei|\w*[Vv]erband|\w*[Uu]nternehmen|\w*[Ff]irma|\w*[Bb]ehörde|\w*[Rr]egierung|\w*[Gg]ewerkschaft|\w*[Ff]euerwehr|\w*[Ss]taatsanwaltschaft|\w*[Vv]erein|\w*[Kk]onzern|\w*[Aa]mt|\w*[Ss]tadt|\w*[Pp]artei|\w*[Ff]raktion|\w*minister(?:in)?|\w*[Pp]räsident(?:in)?|\w*[Kk]ammer|\w*[Bb]undesamt|\w*[Aa]genturr?",
    female=r"\w*(?:minister|sprecher|politiker|trainer|chef|leiter|direktor|präsident|führer|meister|log|autor|forscher|schauspieler|regisseur|sänger|richter|anwält|gründer|ökonom|experti?|kanzler|inhaber)in|frau|tochter|mutter|schwester|ehefrau|witwe|sie",
    male=r"\w*(?:minister|sprecher|politiker|trainer|chef|leiter|direktor|präsident|führer|meister|loge|autor|forscher|schauspieler|regisseur|sänger|richter|anwalt|gründer|ökonom|experte|kanzler|inhaber)|herr|sohn|vater|bruder|ehemann|er",
)
FR: Final = Words(
    small=STOP_WORDS["fr"],
    verbs=(
        r"(?:a|ont|avait|avaient) (?:[a-zé]+ment )?(?:déclaré|affirmé|expliqué|indiqué|dit|assuré|ajouté|confié|reconnu|averti|dénoncé|plaisanté|estimé|souligné|précisé|annoncé|répondu|lancé|écrit|raconté|insisté|jugé|regretté|promis|rappelé|conclu|salué|martelé|réagi|commenté|témoigné|poursuivi|fait savoir)"
        r"|dit|disent|déclare|affirme|explique|indique|assure|ajoute|confie|reconnaît|avertit|dénonce|plaisante|estime|souligne|précise|annonce|répond|lance|écrit|raconte|insiste|juge|regrette|promet|rappelle|conclut|salue|martèle|sourit|soupire|évoque|parle|parlent|se dit|s'inquiète|s’inquiète|témoigne|poursuit|commente|résume|souffle|glisse|renchérit|se souvient|s'amuse|s’amuse|se réjouit|note|observe|prévient|espère|tempère|ironise|qualifie|a qualifié"
    ),
    naming=r"parle|parlent|appelle|appellent",
    according=r"[Ss]elon|[Dd]'après|[Dd]’après|[Pp]our",
    he=r"[Ii]l",
    she=r"[Ee]lle",
    they=r"[Ii]ls|[Ee]lles",
    inverted=r"(?:a|avait)-t-(?P<pro>il|elle)(?= \w)|\b\w+-(?:t-)?(?P<pro2>il|elle)\b",
    article=r"[Ll]e|[Ll]a|[Ll]es|[Ll]['’]|[Uu]ne?|[Ss]on|[Ss]a|[Ll]eur",
    preposition=r"de|du|des|d['’]|à|au|aux|en|dans|devant|chez|pour|par|sur|avec|contre|lors|après|avant",
    stop=r"qui|que|dont|lors|dans|devant|à|au|aux|en|sur|après|avant|avec|par|et|mais|quand|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche",
    adverb=r"aussi|également|ensuite|encore|toujours|ne|pas|n['’]a|a|se",
    told=r"\b(?:confié|déclaré|dit|expliqué|affirmé|assuré|indiqué|entretien|interview)\b[^.«»]{0,40}?\b(?:à la|à l['’]|aux?|à|avec|dans)(?: journal| quotidien| chaîne| magazine)? ?(?=[A-Z])",
    titles=(
        r"ministre|président|présidente|maire|député|députée|sénateur|sénatrice|adjoint|adjointe|directeur|directrice|délégué|déléguée|entraîneur|entraîneuse|buteur|gardien|capitaine|capitaine|analyste|docteur|dr|professeur|professeure|avocat|avocate|juge|procureur|procureure"
        r"|patron|patronne|pdg|fondateur|fondatrice|chef|cheffe|responsable|porte-parole|secrétaire|économiste|chercheur|chercheuse|auteur|autrice|écrivain|chanteur|chanteuse|acteur|actrice|réalisateur|réalisatrice|boulanger|boulangère|agriculteur|agricultrice|préfet|préfète|monsieur|madame|m|mme|père|mère|fils|fille|joueur|joueuse|attaquant|défenseur"
    ),
    office=r"porte-parole|ministère|mairie|gouvernement|préfecture|entreprise|société|syndicat|parquet|police|direction|association|groupe|fédération|région|banque|élysée|matignon|commission|parti|club|avocats?|ministre|président|présidente|procureur|procureure|maire",
    female=r"présidente|députée|sénatrice|adjointe|directrice|déléguée|avocate|procureure|patronne|fondatrice|cheffe|chercheuse|autrice|chanteuse|actrice|réalisatrice|boulangère|agricultrice|madame|mme|mère|fille|la ministre|la maire|elle|femme",
    male=r"président|député|sénateur|adjoint|directeur|délégué|entraîneur|buteur|avocat|procureur|patron|fondateur|chercheur|écrivain|chanteur|acteur|réalisateur|boulanger|monsieur|père|fils|le ministre|le maire|il|homme",
)
