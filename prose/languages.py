"""Languages of pieces: names for forms and for print, direction of writing, text search configuration.

Codes are BCP 47 (RFC 5646), as in the `lang` attribute.
"""

from dataclasses import dataclass
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Language:
    """One language: code, English name, PostgreSQL text search configuration, script (ISO 15924)."""

    code: str
    name: str
    search_configuration: str = "simple"
    script: str = "Latn"

    @property
    def direction(self) -> str:
        return "rtl" if self.script in _RIGHT_TO_LEFT else "ltr"


_RIGHT_TO_LEFT = {"Arab", "Hebr"}


_LANGUAGES = (
    Language("en", "English", "english"),
    Language("en-GB", "English (British)", "english"),
    Language("de", "German", "german"),
    Language("fr", "French", "french"),
    Language("es", "Spanish", "spanish"),
    Language("it", "Italian", "italian"),
    Language("pt", "Portuguese", "portuguese"),
    Language("nl", "Dutch", "dutch"),
    Language("sv", "Swedish", "swedish"),
    Language("da", "Danish", "danish"),
    Language("fi", "Finnish", "finnish"),
    Language("pl", "Polish"),
    Language("ru", "Russian", "russian", "Cyrl"),
    Language("uk", "Ukrainian", "simple", "Cyrl"),
    Language("tr", "Turkish", "turkish"),
    Language("ar", "Arabic", "arabic", "Arab"),
    Language("fa", "Persian", "simple", "Arab"),
    Language("he", "Hebrew", "simple", "Hebr"),
    Language("ja", "Japanese", "simple", "Jpan"),
    Language("ko", "Korean", "simple", "Kore"),
    Language("zh-Hans", "Chinese (simplified)", "simple", "Hani"),
    Language("zh-Hant", "Chinese (traditional)", "simple", "Hani"),
    Language("cs", "Czech"),
    Language("sk", "Slovak"),
    Language("sl", "Slovenian"),
    Language("hr", "Croatian"),
    Language("sr", "Serbian", "serbian", "Cyrl"),
    Language("bg", "Bulgarian", "simple", "Cyrl"),
    Language("mk", "Macedonian", "simple", "Cyrl"),
    Language("be", "Belarusian", "simple", "Cyrl"),
    Language("hu", "Hungarian", "hungarian"),
    Language("ro", "Romanian", "romanian"),
    Language("sq", "Albanian"),
    Language("el", "Greek", "greek", "Grek"),
    Language("nb", "Norwegian", "norwegian"),
    Language("is", "Icelandic"),
    Language("et", "Estonian"),
    Language("lv", "Latvian"),
    Language("lt", "Lithuanian", "lithuanian"),
    Language("ca", "Catalan", "catalan"),
    Language("gl", "Galician"),
    Language("eu", "Basque", "basque"),
    Language("id", "Indonesian", "indonesian"),
    Language("ms", "Malay"),
    Language("vi", "Vietnamese"),
    Language("hi", "Hindi", "hindi", "Deva"),
    Language("bn", "Bengali", "simple", "Beng"),
    Language("ur", "Urdu", "simple", "Arab"),
    Language("th", "Thai", "simple", "Thai"),
)
UNKNOWN_LANGUAGE = "und"
"""The code of a language that nobody has stated (BCP 47, ISO 639-2 "undetermined")."""
UNDETERMINED = f"{UNKNOWN_LANGUAGE}-"
"""What the codes of words begin with of which only the script is known: "und-Cyrl"."""
BY_CODE = {language.code: language for language in _LANGUAGES}
CHOICES = [(language.code, language.name) for language in _LANGUAGES]


def base(code: str) -> str:
    """The language of a code without its script and region: "en" of "en-GB"."""
    return code.partition("-")[0]


BASES = sorted({base(code) for code in BY_CODE})
"""Languages without scripts and regions."""


SEARCH_CONFIGURATIONS = sorted({f"desk_{language.search_configuration}" for language in _LANGUAGES})
"""Text search configurations of ours: those of PostgreSQL, without regard to accents. A migration made them."""


def search_configuration(code: str) -> str:
    """Text search configuration of a language code; "desk_simple" (no stemming) if there is none."""
    language = BY_CODE.get(code)
    return f"desk_{language.search_configuration if language else 'simple'}"


def direction(code: str) -> str:
    """ "ltr" or "rtl", for the `dir` attribute."""
    language = BY_CODE.get(code)
    return language.direction if language else "ltr"


def marks(language: str, around: str) -> SafeString:
    """The attributes of an element in a language inside text in another: `lang`, and `dir` where it differs.

    None where the text around is in the same language: "en" inside "en-GB" is. An unknown language ("") is marked as
    such, and its direction left to the browser.
    """
    if not language:
        return SafeString(' lang="" dir="auto"')
    if language in (around, base(around)):
        return SafeString("")
    own = direction(language)
    turned = f' dir="{own}"' if own != direction(around) else ""
    return format_html(' lang="{}"{}', language, SafeString(turned))


def right_to_left() -> list[str]:
    """The codes of the languages that are written from right to left."""
    return [code for code, language in BY_CODE.items() if language.direction == "rtl"]


def serves(form: str, page: str) -> bool:
    """True if words in the language `form` are at home on a page in `page`: "en" on "en-GB" and the other way round.

    Scripts do not serve each other: "zh-Hans" is foreign on a page in "zh-Hant".
    """
    return _without_region(form) == _without_region(page)


def script_of(code: str) -> str:
    """The script of a language (ISO 15924); Latin if the code is none of ours."""
    return BY_CODE[code].script if code in BY_CODE else "Latn"


def may_be_written_in(code: str, script: str) -> bool:
    """True if a name in the language may be written in a script (ISO 15924); Japanese and Korean ones also in Han."""
    own = script_of(code)
    return script == own or (script == "Hani" and own in ("Jpan", "Kore"))


def _without_region(code: str) -> str:
    """The code without a region, which is two capital letters (RFC 5646 §2.2.4): "en-GB" -> "en"."""
    language, _, region = code.rpartition("-")
    return language if language and len(region) == 2 and region.isupper() else code


def og_locale(code: str) -> str:
    """The code in the `language_TERRITORY` form of Open Graph; of one without a territory the largest that reads it."""
    language, _, part = code.partition("-")
    if len(part) == 2:
        return f"{language}_{part}"
    territory = _TERRITORIES.get(code, language.upper())
    return f"{language}_{territory}"


_TERRITORIES = {
    "en": "US", "sv": "SE", "da": "DK", "uk": "UA", "ar": "AR", "fa": "IR", "he": "IL", "ja": "JP", "ko": "KR",
    "zh-Hans": "CN", "zh-Hant": "TW", "cs": "CZ", "sl": "SI", "sr": "RS", "be": "BY", "sq": "AL", "el": "GR",
    "nb": "NO", "et": "EE", "ca": "ES", "gl": "ES", "eu": "ES", "ms": "MY", "vi": "VN", "hi": "IN",
    "bn": "IN", "ur": "PK",
}  # fmt: skip
"""Territories of the locales that Facebook lists, where they are not the language's own code in capitals."""

# Language names for use inside a sentence. Django's own are capitalised, and some are wrong ("Perse" for Persian).
# The fifth column is used after the Russian «с», "from".
_NAMES_IN = ("en", "fr", "de", "ru", "ru from", "ar", "ko")
_NAMES = {
    "en": ("English", "anglais", "Englisch", "английский", "английского", "الإنجليزية", "영어"),
    "en-GB": (
        "British English", "anglais britannique", "britisches Englisch", "британский английский",
        "британского английского", "الإنجليزية البريطانية", "영국 영어",
    ),
    "de": ("German", "allemand", "Deutsch", "немецкий", "немецкого", "الألمانية", "독일어"),
    "fr": ("French", "français", "Französisch", "французский", "французского", "الفرنسية", "프랑스어"),
    "es": ("Spanish", "espagnol", "Spanisch", "испанский", "испанского", "الإسبانية", "스페인어"),
    "it": ("Italian", "italien", "Italienisch", "итальянский", "итальянского", "الإيطالية", "이탈리아어"),
    "pt": (
        "Portuguese", "portugais", "Portugiesisch", "португальский", "португальского", "البرتغالية", "포르투갈어",
    ),
    "nl": (
        "Dutch", "néerlandais", "Niederländisch", "нидерландский", "нидерландского", "الهولندية", "네덜란드어",
    ),
    "sv": ("Swedish", "suédois", "Schwedisch", "шведский", "шведского", "السويدية", "스웨덴어"),
    "da": ("Danish", "danois", "Dänisch", "датский", "датского", "الدنماركية", "덴마크어"),
    "fi": ("Finnish", "finnois", "Finnisch", "финский", "финского", "الفنلندية", "핀란드어"),
    "pl": ("Polish", "polonais", "Polnisch", "польский", "польского", "البولندية", "폴란드어"),
    "ru": ("Russian", "russe", "Russisch", "русский", "русского", "الروسية", "러시아어"),
    "uk": ("Ukrainian", "ukrainien", "Ukrainisch", "украинский", "украинского", "الأوكرانية", "우크라이나어"),
    "tr": ("Turkish", "turc", "Türkisch", "турецкий", "турецкого", "التركية", "터키어"),
    "ar": ("Arabic", "arabe", "Arabisch", "арабский", "арабского", "العربية", "아랍어"),
    "fa": ("Persian", "persan", "Persisch", "персидский", "персидского", "الفارسية", "페르시아어"),
    "he": ("Hebrew", "hébreu", "Hebräisch", "иврит", "иврита", "العبرية", "히브리어"),
    "ja": ("Japanese", "japonais", "Japanisch", "японский", "японского", "اليابانية", "일본어"),
    "ko": ("Korean", "coréen", "Koreanisch", "корейский", "корейского", "الكورية", "한국어"),
    "zh-Hans": (
        "simplified Chinese", "chinois simplifié", "vereinfachtes Chinesisch", "упрощённый китайский",
        "упрощённого китайского", "الصينية المبسطة", "중국어 간체",
    ),
    "zh-Hant": (
        "traditional Chinese", "chinois traditionnel", "traditionelles Chinesisch", "традиционный китайский",
        "традиционного китайского", "الصينية التقليدية", "중국어 번체",
    ),
    "cs": ("Czech", "tchèque", "Tschechisch", "чешский", "чешского", "التشيكية", "체코어"),
    "sk": ("Slovak", "slovaque", "Slowakisch", "словацкий", "словацкого", "السلوفاكية", "슬로바키아어"),
    "sl": ("Slovenian", "slovène", "Slowenisch", "словенский", "словенского", "السلوفينية", "슬로베니아어"),
    "hr": ("Croatian", "croate", "Kroatisch", "хорватский", "хорватского", "الكرواتية", "크로아티아어"),
    "sr": ("Serbian", "serbe", "Serbisch", "сербский", "сербского", "الصربية", "세르비아어"),
    "bg": ("Bulgarian", "bulgare", "Bulgarisch", "болгарский", "болгарского", "البلغارية", "불가리아어"),
    "mk": ("Macedonian", "macédonien", "Mazedonisch", "македонский", "македонского", "المقدونية", "마케도니아어"),
    "be": ("Belarusian", "biélorusse", "Belarussisch", "белорусский", "белорусского", "البيلاروسية", "벨라루스어"),
    "hu": ("Hungarian", "hongrois", "Ungarisch", "венгерский", "венгерского", "الهنغارية", "헝가리어"),
    "ro": ("Romanian", "roumain", "Rumänisch", "румынский", "румынского", "الرومانية", "루마니아어"),
    "sq": ("Albanian", "albanais", "Albanisch", "албанский", "албанского", "الألبانية", "알바니아어"),
    "el": ("Greek", "grec", "Griechisch", "греческий", "греческого", "اليونانية", "그리스어"),
    "nb": ("Norwegian", "norvégien", "Norwegisch", "норвежский", "норвежского", "النرويجية", "노르웨이어"),
    "is": ("Icelandic", "islandais", "Isländisch", "исландский", "исландского", "الآيسلندية", "아이슬란드어"),
    "et": ("Estonian", "estonien", "Estnisch", "эстонский", "эстонского", "الإستونية", "에스토니아어"),
    "lv": ("Latvian", "letton", "Lettisch", "латышский", "латышского", "اللاتفية", "라트비아어"),
    "lt": ("Lithuanian", "lituanien", "Litauisch", "литовский", "литовского", "الليتوانية", "리투아니아어"),
    "ca": ("Catalan", "catalan", "Katalanisch", "каталанский", "каталанского", "الكتالانية", "카탈로니아어"),
    "gl": ("Galician", "galicien", "Galicisch", "галисийский", "галисийского", "الجليقية", "갈리시아어"),
    "eu": ("Basque", "basque", "Baskisch", "баскский", "баскского", "الباسكية", "바스크어"),
    "id": ("Indonesian", "indonésien", "Indonesisch", "индонезийский", "индонезийского", "الإندونيسية", "인도네시아어"),
    "ms": ("Malay", "malais", "Malaiisch", "малайский", "малайского", "الملايوية", "말레이어"),
    "vi": ("Vietnamese", "vietnamien", "Vietnamesisch", "вьетнамский", "вьетнамского", "الفيتنامية", "베트남어"),
    "hi": ("Hindi", "hindi", "Hindi", "хинди", "хинди", "الهندية", "힌디어"),
    "bn": ("Bengali", "bengali", "Bengali", "бенгальский", "бенгальского", "البنغالية", "벵골어"),
    "ur": ("Urdu", "ourdou", "Urdu", "урду", "урду", "الأردية", "우르두어"),
    "th": ("Thai", "thaï", "Thailändisch", "тайский", "тайского", "التايلندية", "태국어"),
}  # fmt: skip


def name_in(code: str, language: str, case: Literal["", "from"] = "") -> str:
    """Name of the language `code` inside a sentence in `language`: "Korean", "coréen"; in English if there is none.

    `case="from"`: the form after "from", where it differs (Russian: «с корейского»). An unknown code is returned
    as it is.
    """
    names = dict(zip(_NAMES_IN, _NAMES.get(code, ()), strict=False))
    spoken = base(language)
    return names.get(f"{spoken} {case}") or names.get(spoken) or names.get("en", code)


def has_names_in(language: str) -> bool:
    """True if `name_in` knows the names in this language; else they are English."""
    return base(language) in _NAMES_IN
