"""The word lists by which a name is told from what stands around it, as data."""

# fmt: off
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "president", "vice",
    "deputy", "prime", "minister", "premier", "chancellor", "secretary", "foreign", "defence", "defense",
    "interior", "finance", "health", "justice", "home", "king", "queen", "prince", "princess", "emperor", "pope",
    "senator", "sen", "rep", "representative", "congressman", "congresswoman", "gov", "governor", "mayor",
    "general", "gen", "colonel", "col", "lieutenant", "lt", "captain", "capt", "major", "maj", "sergeant", "sgt",
    "admiral", "commander", "brigadier", "marshal", "judge", "chief", "sheikh", "sheik", "ayatollah", "imam",
    "rabbi", "reverend", "rev", "father", "bishop", "archbishop", "cardinal", "ambassador", "envoy", "spokesman",
    "spokeswoman", "spokesperson", "chairman", "chairwoman", "chairperson", "chair", "director", "executive",
    "officer", "former", "ex", "acting", "attorney", "state", "police", "detective", "inspector", "superintendent",
    "constable", "coach",
})
"""Words that stand before a person's name and are no part of it."""

OFFICES = frozenset({"minister", "secretary", "commander", "director", "governor", "mayor", "head", "chief"})
"""Titles that may be followed by `of` and what the person is in charge of."""

PORTFOLIOS = frozenset({
    "state", "foreign", "affairs", "defence", "defense", "interior", "finance", "health", "justice", "education",
    "labour", "labor", "trade", "energy", "agriculture", "transport", "treasury", "commerce", "environment",
    "culture", "war", "economy", "planning", "internal", "external", "security", "homeland", "veterans", "housing",
    "development", "the", "and",
})
"""What a minister is minister of."""

DEMONYMS = frozenset({
    "afghan", "african", "albanian", "algerian", "american", "angolan", "arab", "argentine", "armenian", "asian",
    "australian", "austrian", "azerbaijani", "bahraini", "bangladeshi", "belarusian", "belgian", "bolivian",
    "bosnian", "brazilian", "british", "bulgarian", "burmese", "cambodian", "canadian", "chadian", "chilean",
    "chinese", "colombian", "congolese", "croatian", "cuban", "cypriot", "czech", "danish", "dutch", "egyptian",
    "english", "eritrean", "estonian", "ethiopian", "european", "filipino", "finnish", "french", "georgian",
    "german", "ghanaian", "greek", "haitian", "hungarian", "icelandic", "indian", "indonesian", "iranian", "iraqi",
    "irish", "israeli", "italian", "ivorian", "jamaican", "japanese", "jordanian", "kazakh", "kenyan", "korean",
    "kurdish", "kuwaiti", "kyrgyz", "latvian", "lebanese", "liberian", "libyan", "lithuanian", "malaysian",
    "malian", "maltese", "mexican", "moldovan", "mongolian", "moroccan", "mozambican", "nepalese", "nepali",
    "nicaraguan", "nigerian", "norwegian", "omani", "pakistani", "palestinian", "panamanian", "peruvian", "polish",
    "portuguese", "qatari", "romanian", "russian", "rwandan", "saudi", "scottish", "senegalese", "serbian",
    "singaporean", "slovak", "slovenian", "somali", "spanish", "sudanese", "swedish", "swiss", "syrian",
    "taiwanese", "tajik", "tanzanian", "thai", "tunisian", "turkish", "turkmen", "ugandan", "ukrainian",
    "uruguayan", "uzbek", "venezuelan", "vietnamese", "welsh", "yemeni", "zambian", "zimbabwean", "northern",
    "southern", "eastern", "western", "north", "south", "east", "west", "central", "muslim", "christian", "jewish",
    "catholic", "protestant", "sunni", "shia", "shiite", "buddhist", "hindu", "us", "uk", "eu", "un", "usa",
    "iraqis", "americans", "israelis", "palestinians", "russians",
})
"""Words that say whose something is, not who someone is."""

CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun",
})
"""Days and months: capitalised in English, and never names."""

CONNECTORS = frozenset({"of", "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "bin", "ibn", "la"})
"""Lower-case words that may stand inside a name."""
