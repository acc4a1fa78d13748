"""What the press would print for a piece that is not made yet: recognised values in, the desk's own words out.

The same printing functions as for a page, so that a text's own words count as other words only where they are.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from articles.press import claims
from articles.press.facts import Facts
from articles.press.names import Names, Person, Style
from articles.press.places import attributions
from articles.snapshot import empty_content
from disclaimers import joining
from intake.knowledge import Knowledge, KnownInstitution, KnownStyle
from intake.rows import Credit, Place, name_alone
from prose import printed_line

_LONG_AGO = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)


def attribution(
    places: Sequence[Place],
    credits: Sequence[Credit],
    language: str,
    house: KnownInstitution | None,
    knowledge: Knowledge,
    *,
    has_more: bool,
) -> str:
    """All sentences that would say where it ran, in one line."""
    content = empty_content() | {
        "appearances": [_row(place) for place in places],
        "bylines": [_byline(credit) for credit in credits],
        "has_more_places": has_more,
        "attribution_override": "",
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
    """The line made from a year and holders; without them the house's own for the day of publication."""
    content = empty_content() | {
        "copyright_line": "",
        "bylines": [],
        "copyright_basis": "named" if holders else "house",
        "copyright_year": year,
        "copyright_holders": "\n".join(holders),
        "language": language,
    }
    return claims.copyright_line(_facts(content, language, house, knowledge, first_on))


def style_of(house: KnownInstitution | None, language: str) -> KnownStyle:
    """The house style that a page in a language is printed in, or the usual words."""
    codes = (language, language.split("-")[0])
    own = house.styles if house else ()
    if found := next((style for code in codes for style in own if style.language == code), None):
        return found
    if joining.has_words(language) or not house:
        return KnownStyle(language, outlet_article=joining.usual_article(language))
    usual = (style for style in own if style.language == house.language)
    return next(usual, KnownStyle(language, outlet_article=joining.usual_article(language)))


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
        people={one.key: Person(one.key, "", one.name, suffix=one.suffix) for one in knowledge.authors},
        venues={outlet.key: outlet.naming for outlet in knowledge.outlets},
        institution_name=house.names[0] if house else "",
    )
    return Facts(content, names, (), (), _LONG_AGO, first_on, None, None, "UTC")


def _row(place: Place) -> dict[str, Any]:
    return {
        "relation": place.relation,
        "expert_role": place.expert_role,
        "outlet_id": place.outlet,
        "outlet_name": "" if place.outlet else name_alone(place),
        "headline": place.headline,
        "url": "",
        "is_removed": False,
        "access": place.access,
        "published_on": place.published_on.isoformat() if place.published_on else "",
        "precision": place.precision,
        "planned_on": place.planned_on.isoformat() if place.planned_on else "",
        "medium": place.medium,
        "section": place.section,
        "issue": place.issue,
        "page": place.page,
        "language": place.language,
    }


def _byline(credit: Credit) -> dict[str, Any]:
    return {"role": credit.role, "author_id": credit.author, "name": credit.name, "section": credit.section}
