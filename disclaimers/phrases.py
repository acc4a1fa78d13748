"""Phrases: the text printed at each position of a page, the usual one or the house style's own.

The usual phrases come from this app's own message catalogues (`locale/`), where a position's name is the context of
its English text. A language without a catalogue has the English ones; `has_usual_phrases` tells.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.utils import translation

from disclaimers.models.institution import Institution
from disclaimers.models.style import HouseStyle, default_outlet_article
from disclaimers.positions import NOTHING, POSITIONS
from prose import printed_line
from prose.languages import BY_CODE, base, serves
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, words

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "de", "ru", "ar", "ko")
"""Languages with usual phrases; a regional form ("en-GB") has those of its language."""

_JOINS_NEXT = frozenset("و")  # the Arabic “and” is joined to the next word
_STRONGER = {",": ";", "،": "؛", "、": "；", "，": "；"}
_BY_NAME = {language.name: language.code for language in BY_CODE.values()}


@dataclass(frozen=True)
class PagePhrases:
    """The phrases of a page in the language `page`: templates by position.

    `languages`: those of templates that are not in the page's language, by position.
    """

    templates: Mapping[str, str]
    page: str
    languages: Mapping[str, str]

    def __getitem__(self, position: str) -> PagePhrase:
        return PagePhrase(self.templates.get(position, ""), self.languages.get(position, ""), self.page)

    @classmethod
    def of_edition(cls, style: Mapping[str, Any], page: str) -> "PagePhrases":
        """The phrases of a frozen style. A position that it does not know yet has the usual words."""
        usual, templates = usual_on_page(page), style["templates"]
        languages = style["languages"] if "languages" in style else _languages_of_old(style, page)
        new = {position: code for position, code in usual.languages.items() if position not in templates}
        return cls({**usual.templates, **templates}, page, {**new, **languages})

    def join(
        self, lines: Sequence[PrintedLine], *, word: str = "and_word", is_open: bool = False
    ) -> PrintedLine:
        """ "A, B and C"; an open list ends "A, B and others". `word`: position of the word between the last two.

        Where a line of a longer list has a comma of its own, semicolons stand between them: "Ida Quay, Tidal College;
        Bo Cove, Strait Academy and Cy Delta".
        """
        listed = [line for line in lines if line]
        between, last = separators(self.templates, word)
        stronger = _STRONGER.get(between.strip())
        if (
            len(listed) > 2
            and stronger
            and any(between.strip() in printed_line.text(line) for line in listed)
        ):
            last = last.replace(between.strip(), stronger)
            between = stronger if stronger == "；" else f"{stronger} "
        if is_open and (others := self["others_word"]):
            return [
                *printed_line.join(listed, between, between=between),
                *words(f" {others.text}", others.mark),
            ]
        return printed_line.join(listed, *words(last, self[word].mark), between=between)


def has_usual_phrases(language: str) -> bool:
    """True if the usual phrases exist in this language."""
    return base(language) in LANGUAGES


def usual_phrase(position: str, language: str) -> str:
    """The usual phrase at a position; "" if usually nothing is printed there."""
    return usual_phrases(language)[position]


@lru_cache(maxsize=64)
def usual_phrases(language: str) -> Mapping[str, str]:
    """The usual phrase of every position, looked up once for each language."""
    english = {name: position.usual for name, position in POSITIONS.items()}
    spoken = base(language)
    if spoken == ENGLISH or spoken not in LANGUAGES:
        return MappingProxyType(english)
    with translation.override(spoken):
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
    styles = [rows.get((house.pk, language)) or rows.get((house.pk, base(language))) for house in lineage]
    if not any(styles) and not has_usual_phrases(language):
        styles = [rows.get((house.pk, house.usual_language)) for house in lineage]
    first = next(filter(None, styles), None)
    return [style for style in styles if style and first and base(style.language) == base(first.language)]


def phrases_for(styles: Sequence[HouseStyle], language: str) -> dict[str, str]:
    """The phrase of every position: of the first style that has one, else the usual one; "" if nothing prints there.

    `styles`: of a house and of those above it, nearest first. With a style the usual phrases are those of its
    language, so that a page mixes two languages only where that has no usual ones.
    """
    return dict(phrases_on_page(styles, language).templates)


def phrases_on_page(styles: Sequence[HouseStyle], language: str) -> PagePhrases:
    """The same with their languages, for a page in `language`."""
    usual = usual_phrases(styles[0].language if styles else language)
    languages = dict.fromkeys(usual, _usual_language(styles[0].language if styles else language))
    own = {phrase.position: (phrase, style) for style in reversed(styles) for phrase in style.phrases.all()}
    return PagePhrases(
        {**usual, **{position: printed_text(phrase.text) for position, (phrase, _) in own.items()}},
        language,
        _foreign(languages | {position: style.language for position, (_, style) in own.items()}, language),
    )


@lru_cache(maxsize=64)
def usual_on_page(language: str) -> PagePhrases:
    """The usual phrases for a page in a language: its own, or the English ones."""
    return phrases_on_page((), language)


def _foreign(languages: Mapping[str, str], page: str) -> dict[str, str]:
    return {position: code for position, code in languages.items() if code and not serves(code, page)}


def _usual_language(language: str) -> str:
    """Code of the language that the usual phrases for a page in `language` are in."""
    return language if has_usual_phrases(language) else ENGLISH


def _languages_of_old(style: Mapping[str, Any], page: str) -> dict[str, str]:
    """The languages of a style that was frozen without them: its name ends with that of its own."""
    if has_usual_phrases(page):
        return {}
    own, english = _BY_NAME.get(style.get("of", "").rpartition(", ")[2], ""), usual_phrases(ENGLISH)
    return _foreign(
        {
            position: ENGLISH if text == english.get(position) else own
            for position, text in style["templates"].items()
        },
        page,
    )


def printed_text(text: str) -> str:
    """The text that a phrase prints: "" for the sign that stands for nothing."""
    return "" if text == NOTHING else text


def usual_outlet_article(language: str) -> str:
    """The default for `HouseStyle.outlet_article` in the language that the usual phrases are in."""
    return default_outlet_article(_usual_language(language))


def usual_language_name(language: str) -> str:
    """English name of the language that the usual phrases are in: its own, or English."""
    code = _usual_language(language)
    return BY_CODE[code].name if code in BY_CODE else code


def separators(phrases: Mapping[str, str], word: str = "and_word") -> tuple[str, str]:
    """Separators between names and between the last two, with their spaces: (", ", " and "), ("、", " и ").

    Without a word for "and" both are the same. `word`: position of another word, such as "or".
    """
    between, last = phrases["name_separator"], phrases[word]
    comma = between if between.endswith("、") else f"{between} " if between else " "
    if not last:
        return comma, comma
    lead = "" if last[0] in ",،;" else " "
    return comma, f"{lead}{last}{'' if last in _JOINS_NEXT else ' '}"
