"""Common English forms of attribution (docs/wording-rows.md A, B and H)."""

from intake.lines.attribution_words import BY_ADVERB, DATE, HEADLINE, LANG, NAMES, OUTLET, form

_NOUN = (
    r"(?:(?:opinion |blog |think |guest |photo |policy )?(?:piece|post|article|column|essay|text|story|paper|report"
    r"|commentary|analysis|interview|op-?ed|opinion|contribution|editorial|letter|review|brief|work|excerpt|item"
    r"|dispatch|conversation|blog|explainer|q&a|publication|speech|chapter|podcast|transcript|perspective|note"
    r"|testimony|study))"
)
_THIS = rf"(?:(?:this|the\s+(?:above|following|preceding))\s+{_NOUN}|(?P<it>it|the\s+{_NOUN}))"
_HOW = r"(?:originally|previously|initially|(?P<first>first)|(?P<also>also))"
_ADVERB = rf"(?:{_HOW}\s+)"
_WAS = r"(?:(?:was|were|has\s+been|had\s+been|is)\s+)"
_VERB = r"(?:published|appeared|posted|printed|ran|run|featured|released|carried|issued)"
_PREPOSITION = r"(?:in|on|by|at|with)"
_WHERE = rf"{_PREPOSITION}\s+{OUTLET}"
_ON = rf"(?:(?:,?\s+(?:on|in|of)\s+|,\s+|\s+\(){DATE}\)?)?"
_TITLED = rf"(?:,?\s+(?:under\s+the\s+(?:headline|title)|as|titled|headlined),?\s+{HEADLINE}{_ON})?"
_IN_LANGUAGE = rf"(?:\s+in\s+{LANG})?"
_ON_FIRST = rf"(?:,?\s+on\s+{DATE},?)?"
_REPRINTED = r"re-?\s?(?:published|printed|posted|produced)"
_KIND_OF = r"(?:[\w-]+,?\s+){0,3}?"
_OFTEN = rf"(?:{LANG}(?:[- ]language)?\s+)?"
_RAN = rf"{_WAS}?{_ADVERB}?{_VERB}(?:\s+{_HOW})?{_IN_LANGUAGE}{_ON_FIRST}\s+{_WHERE}{_ON}{_TITLED}"
_BE = r"(?:is|was|are|were|has\s+been)\s+"

ENGLISH = (
    form(BY_ADVERB, rf"{_THIS}\s+{_RAN}"),
    form(BY_ADVERB, rf"{_ADVERB}{_VERB}{_IN_LANGUAGE}{_ON_FIRST}\s+{_WHERE}{_ON}{_TITLED}"),
    form(
        "original",
        rf"(?:{_THIS}\s+{_BE})?{_REPRINTED}\s+(?:here\s+)?(?P<permission>(?:with|by)\s+(?:the\s+)?"
        rf"(?:kind\s+|express\s+|explicit\s+)?permission)\s+(?:from|of|by)\s+{OUTLET}{_ON}{_TITLED}",
    ),
    form(
        "original",
        rf"(?:{_THIS}\s+{_BE})?{_REPRINTED}\s+(?:here\s+)?(?:from|(?P<permission>courtesy\s+of))\s+{OUTLET}{_ON}{_TITLED}",
    ),
    form(
        "crossposted",
        rf"(?:{_THIS}\s+{_BE})?(?:also\s+)?cross-?\s?(?:posted|published)\s+"
        rf"(?:(?P<permission>with\s+permission)\s+)?(?:from|at|on|with|by)\s+{OUTLET}{_ON}",
    ),
    form(
        "part",
        rf"an?\s+{_OFTEN}{_KIND_OF}{_OFTEN}(?P<part>version|excerpt|extract|adaptation|translation)\s+of\s+"
        rf"(?:this\s+{_NOUN}|(?P<it>it))\s+{_RAN}",
    ),
    form(
        "excerpt",
        rf"(?:parts?|portions?|sections?|excerpts?|extracts?)\s+(?:of|from)\s+this\s+{_NOUN}\s+{_RAN}",
    ),
    form(
        "part here",
        rf"(?:{_THIS}|this)\s+is\s+an?\s+{_KIND_OF}(?P<part>version|excerpt|extract|adaptation|translation)\s+(?:of|from)"
        rf"\s+(?:an?|the)\s+{_KIND_OF}{_NOUN}\s+(?:that\s+|which\s+)?{_RAN}",
    ),
    form(
        "part here",
        rf"(?:{_THIS}\s+{_BE})?(?P<part>adapted|excerpted|extracted|translated)\s+from\s+(?:an?|the)\s+{_KIND_OF}"
        rf"{_NOUN}\s+(?:that\s+|which\s+)?(?:{_RAN}|{_WHERE}{_ON})",
    ),
    form(
        "translation",
        rf"{_THIS}\s+{_BE}(?:also\s+)?translated\s+into\s+{LANG}\s+(?:for|by|in)\s+{OUTLET}{_ON}",
    ),
    form(
        "forthcoming",
        rf"(?:{_THIS}\s+(?:is|are)\s+)?forthcoming{_IN_LANGUAGE}\s+(?:in|on|from|with|at)\s+{OUTLET}{_ON}",
    ),
    form(
        "forthcoming",
        rf"{_THIS}\s+(?:will|is\s+(?:due|scheduled|set)\s+to|is\s+to)\s+(?:also\s+|soon\s+)?(?:be\s+{_VERB}|appear|run)"
        rf"{_IN_LANGUAGE}{_ON_FIRST}\s+{_WHERE}{_ON}",
    ),
    form(
        "copublished",
        rf"(?:{_THIS}\s+{_BE})?(?:co-?published|(?:published|produced|presented)\s+(?:jointly|in\s+(?:co-?operation"
        rf"|collaboration|partnership|association|conjunction)))\s+(?:with|by)\s+{OUTLET}{_ON}",
    ),
    form(
        "also",
        rf"(?:{_THIS}\s+is\s+)?also\s+available\s+(?:in|on|at|from)\s+{OUTLET}{_ON}",
        needs_record=True,
    ),
    form(
        "rerun", rf"(?:{_THIS}\s+{_WAS})?(?:originally|first)\s+{_VERB}\s+(?:here\s+)?(?:on\s+|in\s+)?{DATE}"
    ),
    form(
        "",
        rf"(?:to\s+)?(?:read|see|continue\s+reading)\s+the\s+(?:full|complete|whole|entire|original|rest\s+of\s+the)\s+"
        rf"{_NOUN}\s+(?:in|on|at)\s+{OUTLET}{_ON}",
    ),
    form("", rf"{_VERB}\s+(?:in|on|by|at)\s+{OUTLET},?\s+(?:on\s+)?{DATE}"),
    form("", rf"(?:source|original\s+source)\s*:\s*{OUTLET}(?:,\s+{DATE}|\s+\({DATE}\))?"),
    form("", rf"{_VERB}\s+(?:in|on|by|at)\s+{OUTLET}", needs_record=True),
    form("", rf"via\s+{OUTLET}(?:,\s+{DATE})?", needs_record=True),
    form(
        "", rf"{OUTLET},\s+{DATE},\s+(?P<page>(?:pp?\.|pages?)\s*[A-Z]{{0,2}}\d{{1,5}}(?:\s?-\s?\d{{1,5}})?)"
    ),
    form("", rf"{OUTLET}\s*[,|·]\s*{DATE}", needs_record=True),
)
PEOPLE_THERE = (
    form(
        "original",
        rf"{NAMES}\s+(?:(?:is|are|was|were)\s+)?quoted\s+(?:in|by|on)\s+{OUTLET}{_ON}",
        expert_role="quoted",
    ),
    form(
        "original",
        rf"{NAMES}\s+(?:(?:is|are|was|were)\s+)?interviewed\s+(?:in|by|on|for)\s+{OUTLET}{_ON}",
        expert_role="interviewed",
    ),
    form("original", rf"(?:featuring|quoting)\s+{NAMES}\s+(?:via|in)\s+{OUTLET}{_ON}", expert_role="quoted"),
    form(
        "original", rf"interview\s+with\s+{NAMES}\s+(?:via|in|on)\s+{OUTLET}{_ON}", expert_role="interviewed"
    ),
)
"""Items in the media about people of the house, whose names are in the slot `names`."""
