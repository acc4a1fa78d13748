"""Languages: their names in sentences ("in Korean", «на корейском»), and the language that a text is in."""

import re
from collections import Counter
from collections.abc import Iterator

from intake.patterns import Pattern
from prose.languages import BY_CODE, name_in
from prose.typography import fold

_MORE = {
    "chinese": "zh-Hans", "mandarin": "zh-Hans", "chinois": "zh-Hans", "chinesisch": "zh-Hans", "chino": "zh-Hans",
    "китайский": "zh-Hans", "китайского": "zh-Hans", "китайском": "zh-Hans", "الصينية": "zh-Hans", "중국어": "zh-Hans",
    "farsi": "fa", "inglés": "en", "alemán": "de", "francés": "fr", "español": "es", "castellano": "es",
    "italiano": "it", "portugués": "pt", "ruso": "ru", "árabe": "ar", "coreano": "ko", "japonés": "ja",
    "한글": "ko", "英語": "en", "日本語": "ja", "中文": "zh-Hans", "português": "pt", "türkçe": "tr", "polski": "pl",
    "українська": "uk", "українською": "uk", "nederlands": "nl", "svenska": "sv", "dansk": "da", "suomi": "fi",
    "עברית": "he", "فارسی": "fa",
}  # fmt: skip
_PRINTED_IN = ("en", "fr", "de", "ru", "ar", "ko")


def _names_and_codes() -> Iterator[tuple[str, str]]:
    for code in BY_CODE:
        for language in _PRINTED_IN:
            yield name_in(code, language), code
        yield name_in(code, "ru", case="from"), code
        yield f"{name_in(code, 'de')}en", code  # "aus dem Koreanischen"
        russian = name_in(code, "ru")
        if russian.endswith("ий"):
            yield f"{russian[:-2]}ом", code  # «на корейском»
    yield from _MORE.items()


CODES = {fold(name).casefold(): code for name, code in reversed(list(_names_and_codes()))}
"""Name in lower case -> code. Of two languages that share a name the first in the table."""
_ALL = sorted(CODES, key=len, reverse=True)
LANGUAGE = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _ALL) + ")"
"""Any language's name, for larger patterns, which add the word boundaries that they need."""
_JOINTS = Pattern(r"\s*(?:,|/|\||·|\band\b|\bund\b|\bet\b|\by\b|\bи\b|및)\s*", re.IGNORECASE)


def language_code(name: str) -> str:
    """Code of the language of this name; empty for other words."""
    return CODES.get(fold(name).casefold().strip(" ."), "")


def language_codes(text: str) -> tuple[str, ...]:
    """Codes of an enumeration of languages; empty if any part of it is no language."""
    codes = [language_code(part) for part in _JOINTS.split(text) if part]
    return tuple(dict.fromkeys(codes)) if codes and all(codes) else ()


_SMALL_WORDS = {
    "en": "the of and to in is that for it with as was on be by are this have from not but they which",
    "de": "der die und das ist nicht ein eine zu den mit von sich auf für dem im auch als wird es an bei",
    "fr": "le la les et des est une un dans que qui du pour pas sur au avec il ce sont par plus ne",
    "es": "el la los las y de que en un una es por con para no se del al como más su lo pero",
    "ru": "и в не на что с по как это из но а к у от за его для же все или так бы был была было они",
    "uk": "і в не на що з як це та але до у від за його для є або так був була вони який яка",
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع كان ما لا ولا كما بين وقد وفي ومن قد هو هي",
    "fa": "در از به که این را با است برای آن یک می های بود شده هم نیز",
}
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_LEAST_WORDS = 20
_KOREAN = Pattern(r"[가-힣]")


def language_of_text(text: str) -> str:
    """Code of the language a text is in, told by its commonest small words or its script.

    Empty if the text is too short or two languages come close.
    """
    start = text[:20_000].lower()
    words = re.findall(r"[^\W\d_]+", start)
    if len(words) < _LEAST_WORDS:
        return ""
    if len(_KOREAN.findall(start)) > sum(map(len, words)) / 2:
        return "ko"
    counts = Counter({code: sum(word in small for word in words) for code, small in _WORDS.items()})
    (first, most), (_, next_most) = counts.most_common(2)
    if most < len(words) * 0.12 or most < next_most * 1.4:
        return ""
    return first
