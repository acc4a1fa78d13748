"""Lines that the press would print for a piece that does not exist yet.

They come from the same printing functions as a page, so that a difference in the source's words is a real one.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from articles.manuscript_fields import APPEARANCES, BYLINES, ManuscriptRows
from articles.press.facts import Facts
from articles.press.lines import claims
from articles.press.lines.places import attributions
from articles.press.names import Names, Person, Style
from articles.snapshot import empty_content
from disclaimers.phrases import has_usual_phrases, usual_outlet_article
from intake.findings import Recognition
from intake.knowledge import Knowledge, KnownInstitution, KnownStyle
from intake.rows import appearance_attributes, byline_attributes, places_on_record
from prose import printed_line
from prose.languages import base

_LONG_AGO = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)


def attribution(recognition: Recognition, house: KnownInstitution | None, knowledge: Knowledge) -> str:
    """All sentences on where the piece ran, in one line."""
    places = places_on_record(place.value for place in recognition.places)
    language = recognition.language_code
    content = empty_content() | {
        # The address would only be a link: what is compared are words.
        "appearances": [_row(APPEARANCES, appearance_attributes(place) | {"url": ""}) for place in places],
        "bylines": [_row(BYLINES, byline_attributes(person.value)) for person in recognition.people],
        "has_more_places": bool(recognition.has_more_places),
        "language": language,
    }
    facts = _facts(content, language, house, knowledge)
    return " ".join(printed_line.text(line) for line in attributions(facts))


def copyright_line(
    first_on: dt.date | None,
    language: str,
    house: KnownInstitution | None,
    knowledge: Knowledge,
    *,
    year: int | None = None,
    holders: Sequence[str] = (),
) -> str:
    """The copyright line of these holders in a year; without them the house's own, of the day of publication."""
    content = empty_content() | {
        "copyright_basis": "named" if holders else "house",
        "copyright_year": year,
        "copyright_holders": "\n".join(holders),
        "language": language,
    }
    return printed_line.text(claims.copyright_line(_facts(content, language, house, knowledge, first_on)))


def style_of(house: KnownInstitution | None, language: str) -> KnownStyle:
    """The house style of a page in a language, or the usual words."""
    codes = (language, base(language))
    own = house.styles if house else ()
    if style := next((style for code in codes for style in own if style.language == code), None):
        return style
    usual = KnownStyle(language, outlet_article=usual_outlet_article(language))
    if has_usual_phrases(language) or not house:
        return usual
    return next((style for style in own if style.language == house.language), usual)


def _row(rows: ManuscriptRows, attributes: dict[str, Any]) -> dict[str, Any]:
    """A row as a revision's content holds it."""
    values = {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in attributes.items()
    }
    return {field.key: field.empty for field in rows.fields} | values


def _facts(
    content: dict[str, Any],
    language: str,
    house: KnownInstitution | None,
    knowledge: Knowledge,
    first_on: dt.date | None = None,
) -> Facts:
    style = style_of(house, language)
    names = Names(
        institution=house.key if house else 0,
        kind=0,
        language=language,
        kind_label="",
        holder=house.holder if house else "",
        style=Style(style.words, style.outlet_article),
        people={
            author.key: Person(author.key, "", author.name, suffix=author.suffix)
            for author in knowledge.authors
        },
        venues={outlet.key: outlet.naming for outlet in knowledge.outlets},
        institution_name=house.names[0] if house else "",
    )
    return Facts(content, names, (), (), _LONG_AGO, first_on, None, None, "UTC")
