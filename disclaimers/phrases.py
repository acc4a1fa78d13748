"""Phrases: the text printed at each position of a page, the usual one or the house style's own.

The usual phrases come from this app's own message catalogues (`locale/`), where a position's name is the context of
its English text. A language without a catalogue has the English ones; `has_usual_phrases` tells.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from django.utils import translation

from disclaimers.models.institution import Institution
from disclaimers.models.style import HouseStyle, default_outlet_article
from disclaimers.positions import NOTHING, POSITIONS
from prose.languages import BY_CODE

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "de", "ru", "ar", "ko")
"""Languages with usual phrases; a regional form ("en-GB") has those of its language."""

_JOINS_NEXT = frozenset("و")  # the Arabic “and” is joined to the next word


def has_usual_phrases(language: str) -> bool:
    """True if the usual phrases exist in this language."""
    return _base(language) in LANGUAGES


def usual_phrase(position: str, language: str) -> str:
    """The usual phrase at a position; "" if usually nothing is printed there."""
    return usual_phrases(language)[position]


@lru_cache(maxsize=64)
def usual_phrases(language: str) -> Mapping[str, str]:
    """The usual phrase of every position, looked up once for each language."""
    english = {name: position.usual for name, position in POSITIONS.items()}
    base = _base(language)
    if base == ENGLISH or base not in LANGUAGES:
        return MappingProxyType(english)
    with translation.override(base):
        phrases = {name: translation.pgettext(name, text) if text else "" for name, text in english.items()}
    return MappingProxyType(phrases)


def styles_of(lineage: Sequence[Institution]) -> list[HouseStyle]:
    """All styles of these houses, with their phrases."""
    return list(HouseStyle.objects.filter(institution__in=lineage).prefetch_related("phrases"))


def styles_for(
    lineage: Sequence[Institution], language: str, on: dt.date, among: Sequence[HouseStyle] | None = None
) -> list[HouseStyle]:
    """The styles in use on a day for pages in a language: of each house of the line that has one, nearest first.

    "en" serves "en-GB". A language without styles and without usual phrases takes those in the usual language of the
    nearest house with one. All are in one language. `among`: the styles of these houses, where they are loaded.
    """
    styles_of_all_days = styles_of(lineage) if among is None else among
    rows = {(row.institution_id, row.language): row for row in styles_of_all_days if row.is_in_use(on)}
    styles = [rows.get((house.pk, language)) or rows.get((house.pk, _base(language))) for house in lineage]
    if not any(styles) and not has_usual_phrases(language):
        styles = [rows.get((house.pk, house.usual_language)) for house in lineage]
    first = next(filter(None, styles), None)
    return [style for style in styles if style and first and _base(style.language) == _base(first.language)]


def phrases_for(styles: Sequence[HouseStyle], language: str) -> dict[str, str]:
    """The phrase of every position: of the first style that has one, else the usual one; "" if nothing prints there.

    `styles`: of a house and of those above it, nearest first. With a style the usual phrases are those of its
    language, so that a page never mixes two languages.
    """
    phrases = dict(usual_phrases(styles[0].language if styles else language))
    for style in reversed(styles):
        phrases |= {phrase.position: printed_text(phrase.text) for phrase in style.phrases.all()}
    return phrases


def printed_text(text: str) -> str:
    """The text that a phrase prints: "" for the sign that stands for nothing."""
    return "" if text == NOTHING else text


def usual_outlet_article(language: str) -> str:
    """The default for `HouseStyle.outlet_article` in the language that the usual phrases are in."""
    return default_outlet_article(language if has_usual_phrases(language) else ENGLISH)


def usual_language_name(language: str) -> str:
    """English name of the language that the usual phrases are in: its own, or English."""
    code = language if has_usual_phrases(language) else ENGLISH
    return BY_CODE[code].name if code in BY_CODE else code


def separators(phrases: Mapping[str, str]) -> tuple[str, str]:
    """Separators between names and between the last two, with their spaces: (", ", " and "), ("、", " и ").

    Without a word for "and" both are the same.
    """
    between, last = phrases["name_separator"], phrases["and_word"]
    comma = between if between.endswith("、") else f"{between} " if between else " "
    if not last:
        return comma, comma
    lead = "" if last[0] in ",،;" else " "
    return comma, f"{lead}{last}{'' if last in _JOINS_NEXT else ' '}"


_STRONGER = {",": ";", "،": "؛", "、": "；", "，": "；"}


def separators_for(names: Iterable[str], phrases: Mapping[str, str]) -> tuple[str, str]:
    """The separators between these names: semicolons where a name in a longer list has a comma of its own.

    "Ida Quay, Tidal College; Bo Cove, Strait Academy and Cy Delta".
    """
    between, last = separators(phrases)
    listed, comma = list(names), between.strip()
    if len(listed) < 3 or comma not in _STRONGER or not any(comma in name for name in listed):
        return between, last
    stronger = _STRONGER[comma]
    space = "" if stronger == "；" else " "
    return f"{stronger}{space}", last.replace(comma, stronger)


def _base(language: str) -> str:
    return language.split("-")[0]
