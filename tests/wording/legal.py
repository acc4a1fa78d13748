"""Random facts of a piece, all of them legal, as the press takes them: no database, so hundreds in seconds.

Every word that stands for a fact is made up and unlike the joining words of any language: what is left of a printed
line is the house's own. Hypothesis draws one seeded generator for each piece, which is much faster than drawing its
hundred facts one by one.
"""

import datetime as dt
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

from articles.models import Revision
from articles.press.columns import print_columns
from articles.press.facts import Facts, LicenceFact
from articles.press.names import Names, Style
from articles.press.printed_wording import PrintedWording
from articles.rights.rule import combine_permissions
from articles.snapshot import Content, content_of
from disclaimers.phrases import LANGUAGES, phrases_for
from tests.wording.legal_rows import (
    a_byline,
    a_day,
    a_disclosure,
    a_notice,
    a_permission,
    a_person,
    a_venue,
    an_appearance,
    maybe,
    perhaps_a_day,
)

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
BODY = "<p>Olva metru kash.</p><h2>Tirra</h2><p>Sunna plek drod.</p>"

SAID = (
    "bylines", "dates", "source", "editors_note", "notices", "attributions", "translated_from", "read_more", "card",
    "credits", "bios", "disclosures", "copyright", "licence",
)  # fmt: skip
"""What an edition keeps in words, by name."""


class Piece:
    """Facts with the page printed from them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.columns = print_columns(facts)
        self.rows: list[dict[str, Any]] = facts.content["appearances"]

    def __repr__(self) -> str:
        return "\n".join([self.facts.content["language"], *self.lines(), *map(repr, self.rows)])

    def said(self, name: str) -> list[str]:
        """A structured value's lines."""
        return [line for line in _lines(self.columns["printed"][name]) if line]

    def lines(self) -> list[str]:
        """Every line that is printed around the text."""
        bare = [self.columns[name] for name in ("kicker", "byline", "dateline", "outlet_line")]
        return [line for line in [*bare, *(line for name in SAID for line in self.said(name))] if line]


def _lines(value: Any) -> Iterator[str]:
    """Of a text, a line of runs, a notice, or a list of these."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _lines([value["line"], *value["amendments"]])
    elif value and isinstance(value[0], dict) and "text" in value[0]:
        yield "".join(run["text"] for run in value)
    else:
        yield from (line for one in value for line in _lines(one))


OWN = {
    "outlet_dateline": "{outlet}[ · {date}]",
    "source_line": "{outlet}",
    "listing": "{outlet}[, {date}]",
    "card": "{outlet}",
    "kicker": "{kind}[ – {outlet}][ / {series}][ / {region}]",
    "byline_name": "[{courtesy} ][{rank} ]{name}[, {suffix}][ ({native_name})][, {post}]",
    "permission_line": "© {grantor}[ · {date}].",
    "copyright_format": "© {year} {holder}[, {month}][. {reservation}]",
    "reservation": "Rezerva.",
}
"""A house's own words in no language, for positions at which usually nothing is printed, and for two others."""


def _style(rng: Random, language: str) -> Style:
    """The usual words of a language, with or without a house's own where these are silent."""
    return Style(
        templates=phrases_for([], language) | rng.choice([OWN, {}]),
        outlet_article=rng.choice(["lower-case", "as-styled"]) if language == "en" else "as-styled",
        outlet_date_replaces_ours=rng.random() < 0.3,
        italicises_outlets=rng.random() < 0.5,
        attribution_at=rng.choice(["head", "foot", "both"]),
    )


_COPYRIGHTS = [
    {"copyright_basis": "house"},
    {"copyright_basis": "house", "copyright_year": 2014},
    {"copyright_basis": "named", "copyright_holders": "Holda Fundo"},
    {"copyright_basis": "named", "copyright_holders": "Holda Fundo\nQuorva Ltd.", "copyright_year": 2014},
    {"copyright_basis": "none", "copyright_reason": "Rezza novu."},
    {"copyright_basis": "none", "copyright_reason": "Rezza novu"},
]


def _content(rng: Random, language: str, outlets: int, persons: int, *, has_licence: bool) -> Content:
    """What an editor could have written of the piece."""
    original_day = a_day(rng)
    content = {
        "institution": 1, "kind": 1, "language": language, "headline": "Arkhe", "dek": "Dekka.", "body": BODY,
        "series": maybe(rng, "Serra"), "region": maybe(rng, "Regga"),
        "editors_note": maybe(rng, "Notta velu."),
        "source_language": maybe(rng, *(code for code in ("it", "ko", "ru") if code != language)),
        "has_more_places": rng.random() < 0.4,
        "licence_exceptions": maybe(rng, "Exeppa.") if has_licence else "",
        "bylines": [a_byline(rng, persons) for _ in range(rng.randrange(5))],
        "appearances": [an_appearance(rng, outlets, original_day) for _ in range(rng.randrange(5))],
        "disclosures": [a_disclosure(rng, persons) for _ in range(rng.randrange(3))],
    }  # fmt: skip
    return content_of(Revision(content=content | rng.choice(_COPYRIGHTS), schema=2))


def facts_of(rng: Random, language: str) -> Facts:
    """Everything a desk can know of a piece in a language."""
    venues = [a_venue(rng, pk) for pk in range(1, rng.randint(1, 3) + 1)]
    persons = [a_person(rng, pk) for pk in range(1, rng.randint(1, 2) + 1)]
    has_licence = rng.random() < 0.5
    first_on = perhaps_a_day(rng)
    return Facts(
        content=_content(rng, language, len(venues), len(persons), has_licence=has_licence),
        names=Names(
            institution=1, kind=1, language=language, kind_label="Kindra", holder=maybe(rng, "Holda", "Holda Ltd."),
            style=_style(rng, language), people={one.id: one for one in persons},
            venues={one.id: one for one in venues}, institution_name="Harbria",
        ),
        wordings=(PrintedWording("Wordda.", language),),
        topics=(),
        live_from=NOW,
        first_published_on=first_on,
        first_published_at=NOW if first_on else None,
        modified_at=None,
        time_zone="UTC",
        allowed=combine_permissions([a_permission(rng) for _ in range(rng.randrange(3))], NOW),
        notices=tuple(a_notice(rng, pk) for pk in range(1, rng.randrange(3) + 1)),
        licence=LicenceFact("CC QX 4.0", maybe(rng, "https://licences.example/4"), True) if has_licence else None,
        offers_republication=rng.random() < 0.5,
    )  # fmt: skip


def pieces(*languages: str) -> st.SearchStrategy[Piece]:
    """A piece in one of these languages (without any: of all that have words), with everything known of it, printed."""
    return st.builds(
        lambda rng, language: Piece(facts_of(rng, language)),
        st.randoms(use_true_random=True),
        st.sampled_from(languages or LANGUAGES),
    )


WORD = re.compile(r"[a-zß-ɏ]+(?:[’'][a-zß-ɏ]+)*|[а-яё]+|[\u0621-\u06d3]+|[\uac00-\ud7a3]+")


def words_of(text: str) -> set[str]:
    """The words of a text or a template, in small letters, each of one script; what stands in braces is none."""
    return set(WORD.findall(re.sub(r"\{(?!authors:)[^{}]*\}|authors:", "\x00", text).lower()))
