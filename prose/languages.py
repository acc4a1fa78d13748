"""The languages a desk writes in: names for pickers, reading direction, and PostgreSQL's stemmer for each.

Codes are BCP 47 as a page's `lang` attribute takes them (RFC 5646).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language: its code, its English name, the text search configuration that stems it."""

    code: str
    name: str
    search_configuration: str = "simple"
    direction: str = "ltr"


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
    Language("ru", "Russian", "russian"),
    Language("uk", "Ukrainian"),
    Language("tr", "Turkish", "turkish"),
    Language("ar", "Arabic", "arabic", "rtl"),
    Language("fa", "Persian", "simple", "rtl"),
    Language("he", "Hebrew", "simple", "rtl"),
    Language("ja", "Japanese"),
    Language("ko", "Korean"),
    Language("zh-Hans", "Chinese (simplified)"),
    Language("zh-Hant", "Chinese (traditional)"),
)
BY_CODE = {language.code: language for language in _LANGUAGES}
CHOICES = [(language.code, language.name) for language in _LANGUAGES]


def search_configuration(code: str) -> str:
    """The text search configuration for a language code; "simple" (no stemming) where there is none."""
    language = BY_CODE.get(code)
    return language.search_configuration if language else "simple"


def direction(code: str) -> str:
    """ "ltr" or "rtl", for a page's `dir` attribute."""
    language = BY_CODE.get(code)
    return language.direction if language else "ltr"


def og_locale(code: str) -> str:
    """The `language_TERRITORY` form of the Open Graph protocol; a bare language stays bare."""
    return code.replace("-", "_")
