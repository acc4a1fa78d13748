"""The words that join facts on a page, in the page's language: the usual ones, and what a house says instead.

The usual words come from this app's own message catalogues (`locale/`), where a position's name is the context of
its English words. A language without a catalogue has the English ones; `has_words` says so beforehand.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from django.utils import translation

from disclaimers.models.style import HouseStyle, article_in
from disclaimers.positions import NOTHING, POSITIONS
from prose.languages import BY_CODE

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "de", "ru", "ar", "ko")
"""Those whose usual words we have; a regional form ("en-GB") has those of its language."""

_JOINS_NEXT = frozenset("و")  # the Arabic “and” is written with the word that follows it


def has_words(language: str) -> bool:
    """Whether the usual words exist in this language."""
    return _base(language) in LANGUAGES


def usual(position: str, language: str) -> str:
    """What is usually said at a position; "" where usually nothing is."""
    return usual_words(language)[position]


@lru_cache(maxsize=64)
def usual_words(language: str) -> Mapping[str, str]:
    """The usual words of every position, looked up once for each language."""
    english = {name: position.usual for name, position in POSITIONS.items()}
    base = _base(language)
    if base == ENGLISH or base not in LANGUAGES:
        return MappingProxyType(english)
    with translation.override(base):
        said = {name: translation.pgettext(name, text) if text else "" for name, text in english.items()}
    return MappingProxyType(said)


def words(style: HouseStyle | None, language: str) -> dict[str, str]:
    """Every position's text for print, "" where nothing is printed: the style's own words over the usual ones.

    With a style the usual words are those of the style's language, so that one page never mixes two.
    """
    said = dict(usual_words(style.language if style else language))
    for phrase in style.phrases.all() if style else ():
        said[phrase.position] = printed(phrase.text)
    return said


def printed(text: str) -> str:
    """A phrase as it prints: the sign for nothing prints nothing."""
    return "" if text == NOTHING else text


def usual_article(language: str) -> str:
    """What becomes of an outlet's “The” in the usual words: by the language they are in."""
    return article_in(language if has_words(language) else ENGLISH)


def said_in(language: str) -> str:
    """The English name of the language that `usual_words` answers in."""
    code = language if has_words(language) else ENGLISH
    return BY_CODE[code].name if code in BY_CODE else code


def separators(said: Mapping[str, str]) -> tuple[str, str]:
    """What stands between names, and between the last two, spaces included: (", ", " and "), ("、", " и ").

    Without a word for "and" the last two are parted like all others.
    """
    between, last = said["name_separator"], said["and_word"]
    comma = between if between.endswith("、") else f"{between} " if between else " "
    if not last:
        return comma, comma
    lead = "" if last[0] in ",،;" else " "
    return comma, f"{lead}{last}{'' if last in _JOINS_NEXT else ' '}"


def _base(language: str) -> str:
    return language.split("-")[0]
