"""Common forms of attribution in German, French, Spanish, Russian, Arabic and Korean."""

from intake.lines.attribution_words import BY_ADVERB, DATE, LANG, OUTLET, form

_DE_FIRST = r"(?:(?:(?P<first>zuerst|erstmals|zunächst)|ursprünglich|(?P<also>auch))\s+)"
_DE_IN = r"(?:in|bei|auf|im|beim|von)\s+"
_DE_AM = rf"(?:(?:,?\s+(?:am|vom|im)\s+|,\s+|\s+\(){DATE}\)?)?"
_DE_LANGUAGE = rf"(?:auf\s+{LANG}\s+)?"
_DE_VERB = r"(?:erschienen|veröffentlicht|publiziert|abgedruckt)"
_DE_RAN = (
    rf"(?:ist|wurde|erschien)\s+{_DE_FIRST}?(?:am\s+{DATE}\s+)?{_DE_FIRST}?{_DE_LANGUAGE}{_DE_IN}{OUTLET}{_DE_AM}"
    rf"(?:\s+{_DE_LANGUAGE}{_DE_VERB})?(?:\s+worden)?"
)
GERMAN = (
    form("copublished", rf"veröffentlicht\s+in\s+(?:zusammenarbeit|kooperation)\s+mit\s+{OUTLET}{_DE_AM}"),
    form(BY_ADVERB, rf"(?:dieser?s?|der|die|das)\s+\w+\s+{_DE_RAN}"),
    form(BY_ADVERB, rf"{_DE_FIRST}?{_DE_VERB}\s+{_DE_LANGUAGE}{_DE_IN}{OUTLET}{_DE_AM}"),
    form("version", rf"eine\s+(?:\w+\s+){{0,2}}(?:fassung|version)\s+diese[sr]\s+\w+\s+{_DE_RAN}"),
    form("excerpt", rf"ein\s+auszug\s+(?:aus\s+)?diese[rsm]+\s+\w+\s+{_DE_RAN}"),
    form("translation", rf"eine\s+{LANG}?e?\s*übersetzung\s+diese[sr]\s+\w+\s+{_DE_RAN}"),
    form(
        "original",
        r"(?:(?:ab|nach)druck|veröffentlichung|wiedergabe)?\s*(?P<permission>mit\s+(?:freundlicher\s+)?genehmigung)"
        rf"\s+(?:der|des|von|durch)\s+{OUTLET}{_DE_AM}",
    ),
    form(
        "forthcoming",
        rf"(?:diese[rs]?\s+\w+\s+)?erscheint\s+(?:demnächst|in\s+kürze|am\s+{DATE})\s+{_DE_IN}{OUTLET}",
    ),
    form("copublished", rf"in\s+(?:zusammenarbeit|kooperation)\s+mit\s+{OUTLET}\s+{_DE_VERB}"),
    form("rerun", rf"(?:zuerst|ursprünglich)\s+{_DE_VERB}\s+am\s+{DATE}"),
    form("", rf"quelle\s*:\s*{OUTLET}(?:,\s+{DATE})?"),
)

_FR_FIRST = (
    r"(?:(?:(?P<first>d'abord|pour\s+la\s+première\s+fois)|initialement|originellement"
    r"|à\s+l'origine|(?P<also>aussi|également))\s+)"
)
_FR_RAN = r"(?:publiée?s?|parue?s?)"
_FR_LE = rf"(?:(?:,?\s+(?:le|en)\s+|,\s+|\s+\(){DATE}\)?)?"
_FR_IN = rf"(?:en\s+{LANG}\s+)?(?:le\s+{DATE}\s+)?(?:dans|par|sur|en|chez)\s+{OUTLET}{_FR_LE}"
_FR_THIS = r"(?:ce(?:t|tte)?|l')\s*\w+"
_FR_WAS = r"(?:a|est|a\s+été)\s+"
FRENCH = (
    form(BY_ADVERB, rf"{_FR_THIS}\s+{_FR_WAS}(?:été\s+)?{_FR_FIRST}?(?:été\s+)?{_FR_RAN}\s+{_FR_FIRST}?{_FR_IN}"),
    form(BY_ADVERB, rf"{_FR_FIRST}?{_FR_RAN}\s+{_FR_FIRST}?{_FR_IN}"),
    form("version", rf"une\s+(?:[\w-]+\s+){{0,2}}version\s+(?:[\w-]+\s+)?de\s+{_FR_THIS}"
    rf"\s+{_FR_WAS}(?:été\s+)?{_FR_FIRST}?{_FR_RAN}\s+{_FR_FIRST}?{_FR_IN}"),
    form("excerpt", rf"un\s+extrait\s+de\s+{_FR_THIS}\s+{_FR_WAS}(?:été\s+)?{_FR_FIRST}?{_FR_RAN}"
    rf"\s+{_FR_FIRST}?{_FR_IN}"),
    form(
        "original",
        rf"(?:{_FR_THIS}\s+est\s+)?(?:reproduite?|republiée?|reprise?)\s+(?P<permission>avec\s+l'(?:aimable\s+)?"
        rf"autorisation)\s+(?:de\s+|du\s+|des\s+|d')(?P<outlet>[^\n]+?){_FR_LE}",
    ),
    form("forthcoming", rf"(?:{_FR_THIS}\s+est\s+)?à\s+paraître\s+(?:le\s+{DATE}\s+)?(?:dans|sur|en"
    rf"|chez)\s+{OUTLET}{_FR_LE}"),
    form("copublished", rf"(?:co-?publiée?|publiée?\s+en\s+(?:partenariat|collaboration"
    rf"|coopération))\s+avec\s+{OUTLET}{_FR_LE}"),
    form("rerun", rf"(?:initialement|d'abord)\s+{_FR_RAN}\s+le\s+{DATE}"),
)  # fmt: skip

_ES_FIRST = r"(?:(?:originalmente|(?P<first>primero|por\s+primera\s+vez)|(?P<also>también))\s+)"
_ES_EN = rf"(?:en\s+{LANG}\s+)?(?:en|por)\s+{OUTLET}(?:(?:,?\s+el\s+|,\s+){DATE})?"
_ES_RAN = rf"(?:se\s+publicó|fue\s+publicad[oa]|apareció)\s+{_ES_FIRST}?{_ES_EN}"
SPANISH = (
    form(BY_ADVERB, rf"est[ea]\s+\w+\s+{_ES_RAN}"),
    form(BY_ADVERB, rf"publicad[oa]\s+{_ES_FIRST}?{_ES_EN}"),
    form("version", rf"una\s+(?:\w+\s+)?versión\s+(?:\w+\s+)?de\s+est[ea]\s+\w+\s+{_ES_RAN}"),
    form("original", rf"reproducido\s+(?P<permission>con\s+(?:el\s+)?permiso)\s+de\s+{OUTLET}"),
    form("", rf"(?:fuente|fonte)\s*:\s*{OUTLET}(?:,\s+{DATE})?"),
)

_RU_FIRST = r"(?:(?:(?P<first>впервые)|изначально|первоначально|ранее|(?P<also>также))\s+)"
_RU_RAN = r"(?:опубликован[аоы]?|вышл[аои]|вышел|появил(?:ась|ся|ось))"
_RU_IN = rf"(?:на\s+{LANG}(?:\s+языке)?\s+)?(?:{DATE}\s+)?(?:в|на|изданием)\s+{OUTLET}(?:,?\s+\(?{DATE}\)?)?"
_RU_THIS = (
    r"(?:эт(?:а|от|о|ой|ого)\s+)?(?:стать[яи]|текста?|материала?|колонк[аи]|комментари[йя]|эссе|интервью)"
)
RUSSIAN = (
    form(BY_ADVERB, rf"{_RU_THIS}\s+(?:был[аои]?\s+)?{_RU_FIRST}?{_RU_RAN}\s+{_RU_FIRST}?{_RU_IN}"),
    form(BY_ADVERB, rf"{_RU_FIRST}?{_RU_RAN}\s+{_RU_FIRST}?{_RU_IN}"),
    form("version", rf"(?:\w+\s+)?версия\s+{_RU_THIS}\s+(?:был[аои]?\s+)?{_RU_FIRST}?{_RU_RAN}\s+{_RU_FIRST}?{_RU_IN}"),
    form("excerpt", rf"(?:отрывок|фрагмент)\s+(?:из\s+)?{_RU_THIS}\s+(?:был\s+)?{_RU_FIRST}?{_RU_RAN}"
    rf"\s+{_RU_FIRST}?{_RU_IN}"),
    form("original", rf"(?:перепечатано|публикуется|перепечатка)\s+(?P<permission>с\s+(?:любезного"
    rf"\s+)?разрешения)\s+{OUTLET}"),
    form("forthcoming", rf"(?:{_RU_THIS}\s+)?(?:скоро\s+)?(?:выйдет"
    rf"|готовится\s+к\s+публикации)\s+(?:{DATE}\s+)?в\s+{OUTLET}"),
    form("copublished", rf"(?:опубликовано|подготовлено|публикуется)\s+совместно\s+с\s+{OUTLET}"),
    form("rerun", rf"впервые\s+опубликован[ао]?\s+{DATE}"),
    form("", rf"источник\s*:\s*{OUTLET}(?:,\s+{DATE})?"),
)  # fmt: skip


def _with_vowel_signs(words: str) -> str:
    """A pattern whose Arabic letters may each carry vowel signs."""
    return "".join(f"{sign}[\u064b-\u0652]*" if "\u0621" <= sign <= "\u064a" else sign for sign in words)


_AR_FIRST = _with_vowel_signs(r"(?:(?:أصلا|في الأصل|(?P<first>لأول مرة|أولا)|(?P<also>أيضا))\s+)")
_AR_RAN = _with_vowel_signs(r"(?:نشرت|نشر|ظهرت|ظهر)")
_AR_THIS = _with_vowel_signs(r"(?:هذا|هذه)\s+(?:المقال|المقالة|النص|التعليق|التحليل|الورقة)")
_AR_IN = (
    rf"(?:باللغة\s+{LANG}\s+)?" + _with_vowel_signs(r"(?:في|على|لدى)\s+(?:(?:صحيفة|مجلة|موقع|جريدة)\s+)?")
    + rf"{OUTLET}(?:،?\s+(?:بتاريخ|في|يوم)\s+{DATE})?"
)  # fmt: skip
ARABIC = (
    form(BY_ADVERB, rf"{_AR_RAN}\s+{_AR_THIS}\s+{_AR_FIRST}?{_AR_IN}"),
    form(BY_ADVERB, rf"{_AR_RAN}\s+{_AR_FIRST}?{_AR_IN}"),
    form(
        "version", _with_vowel_signs(r"(?:نشرت|ظهرت)\s+نسخة\s+من\s+") + rf"{_AR_THIS}\s+{_AR_FIRST}?{_AR_IN}"
    ),
    form("original", rf"أعيد\s+نشره\s+(?P<permission>بإذن)\s+من\s+{OUTLET}"),
    form("copublished", rf"نشر\s+بالتعاون\s+مع\s+{OUTLET}"),
    form("", rf"المصدر\s*:\s*{OUTLET}(?:،\s+{DATE})?"),
)

_KO_THIS = r"이\s*(?:글|기사|칼럼|논평|기고문|기고|에세이|글의\s*원문)(?:은|는|이|가)"
_KO_FIRST = r"(?:(?:원래|본래|(?P<first>처음|최초로|처음으로)|(?P<also>또한|도))\s+)"
_KO_RAN = r"(?:실렸|실린|게재되었|게재됐|게재된|발표되었|발표됐|발행되었|출판되었)[가-힣\s]{0,12}"
_KO_DATE = r"(?P<date>(?:\d{4}년\s?)?\d{1,2}월\s?\d{1,2}일|\d{4}년\s?\d{1,2}월)자?(?:에)?"
_KO_IN = rf"(?:{_KO_DATE}\s+)?{_KO_FIRST}?{OUTLET}(?:에서|에)\s+(?:{_KO_DATE}\s+)?(?:{LANG}로\s+)?{_KO_FIRST}?{_KO_RAN}"
KOREAN = (
    form(BY_ADVERB, rf"{_KO_THIS}\s+{_KO_FIRST}?{_KO_IN}"),
    form(
        "version",
        rf"이\s*(?:글|기사|칼럼|논평)의\s+(?:다른\s+|한\s+)?(?:버전|판본)(?:이|은)\s+{_KO_FIRST}?{_KO_IN}",
    ),
    form("original", rf"{OUTLET}의\s+(?P<permission>허가를?\s+받아)\s+(?:재게재|전재|옮겨)[가-힣\s]{{0,12}}"),
    form(
        "copublished", rf"{OUTLET}(?:와|과)\s+(?:공동|협력하여)\s*(?:으로\s+)?(?:게재|발행)[가-힣\s]{{0,12}}"
    ),
    form("", rf"출처\s*:\s*{OUTLET}(?:,\s+{DATE})?"),
)
FOREIGN = (*GERMAN, *FRENCH, *SPANISH, *RUSSIAN, *ARABIC, *KOREAN)
