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

from articles.models import Appearance, Byline, Disclosure, Revision
from articles.models.rights import State
from articles.press.columns import print_columns
from articles.press.facts import Facts, LicenceFact, NoticeFact, PrintedWording
from articles.press.names import Names, Person, Style, Venue
from articles.press.relations import ORIGINALS
from articles.rights.rule import Permission, combine_permissions
from articles.snapshot import Content, upgraded
from disclaimers import joining
from disclaimers.joining import LANGUAGES
from outlets.models import Outlet
from prose.dates import without_year

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
BODY = "<p>Olva metru kash.</p><h2>Tirra</h2><p>Sunna plek drod.</p>"

_NAMINGS = [
    ("Hill", "The", "separable"), ("Lantern", "The", "separable"), ("Observa", "The", "separable"),
    ("Skerrow Kanto", "The", "inseparable"), ("Zeitlupe", "Die", "foreign"), ("Abeille", "L’", "foreign"),
    ("Phare", "Le", "foreign"), ("Ushio Shimbun", "", "none"), ("Dorna Inc.", "", "none"),
    ("K.T. Tidemark", "", "none"), ("Velvik", "", "none"),
]  # fmt: skip
SAID = (
    "bylines", "dates", "source", "editors_note", "notices", "attributions", "translated_from", "read_more", "card",
    "credits", "bios", "disclosures", "copyright", "licence",
)  # fmt: skip
"""What an edition keeps in words, by name."""


class Piece:
    """Facts with the page printed from them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.columns = print_columns(facts).columns
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


def _maybe(rng: Random, *words: str) -> str:
    """One of these words, or nothing."""
    return rng.choice(["", *words])


def _any_day(rng: Random) -> dt.date:
    return dt.date(2010, 1, 1) + dt.timedelta(days=rng.randrange(5800))


def _perhaps_a_day(rng: Random) -> dt.date | None:
    return _any_day(rng) if rng.random() < 0.7 else None


def _day(rng: Random) -> tuple[str | None, str]:
    """A day as an appearance keeps it, with what is known of it."""
    precision = rng.choice(["day", "month", "year", "month-day"])
    day = _perhaps_a_day(rng)
    if day and precision == "month-day":
        day = without_year(day)
    return (day.isoformat() if day else None), precision


def _venue(rng: Random, pk: int) -> Venue:
    """An outlet, with or without an earlier name; no two of its names are alike."""
    now, once = rng.sample(_NAMINGS, 2)
    return Venue(
        pk, f"outlet-{pk}", *now,
        type=rng.choice(Outlet.Type.values),
        descriptor=_maybe(rng, "dax drumma"),
        gloss=_maybe(rng, "Gluma Vee"),
        is_italic=rng.random() < 0.5,
        former=((*once, "", _any_day(rng).isoformat()),) if rng.random() < 0.4 else (),
    )  # fmt: skip


def _person(rng: Random, pk: int) -> Person:
    """Somebody with the titles of the day."""
    return Person(
        pk,
        f"person-{pk}",
        rng.choice(["Ida Quay", "Sim Haneul", "Bo Cove", "Rask Quorum"]),
        appointment=_maybe(rng, "marn felk, Quorva", "marn felk, Quorva Ltd."),
        courtesy=_maybe(rng, "Ambassa"),
        rank=_maybe(rng, "Kolnel", "Kolnel (rt.)"),
        suffix=_maybe(rng, "Jr.", "Dkt"),
        native_name=_maybe(rng, "Ίδα"),
    )


def _appearance(rng: Random, outlets: int, original_day: tuple[str | None, str]) -> dict[str, Any]:
    """A place, as the database's guards would let it stand."""
    relation = rng.choice(Appearance.Relation.values)
    is_known = relation != "rerun" and rng.random() < 0.9
    has_record = is_known and rng.random() < 0.8
    day, precision = original_day if relation in ORIGINALS else _day(rng)
    if relation == "rerun" and not day:
        day, precision = "2011-05-26", "day"
    is_forthcoming = relation == "forthcoming"
    return {
        "key": None, "relation": relation,
        "outlet_id": rng.randint(1, outlets) if has_record else None,
        "outlet_name": "Nomen Grun" if is_known and not has_record else "",
        "expert_role": rng.choice(["wrote", "wrote", "wrote", "quoted", "interviewed"]),
        "headline": _maybe(rng, "Kelm Aste"),
        "url": _maybe(rng, "https://a.example/one", "https://b.example/two"),
        "is_removed": rng.random() < 0.3,
        "access": _maybe(rng, "open", "registration", "paid"),
        "published_on": None if is_forthcoming else day,
        "precision": "day" if is_forthcoming else precision,
        "planned_on": rng.choice([None, "2027-01-05"]) if is_forthcoming else None,
        "medium": _maybe(rng, "print", "online"),
        "section": _maybe(rng, "Sekka"),
        "issue": _maybe(rng, "Issa 4"),
        "page": _maybe(rng, "B7"),
        "language": _maybe(rng, "en", "de", "zh-Hans"),
    }  # fmt: skip


def _byline(rng: Random, persons: int) -> dict[str, Any]:
    """A credit for somebody with a record, or with a name only."""
    has_record = rng.random() < 0.6
    return {
        "role": rng.choice(Byline.Role.values),
        "author_id": rng.randint(1, persons) if has_record else None,
        "name": "" if has_record else "Edda Pierro",
        "bio": _maybe(rng, "Edda grent solk."),
        "section": "Tirra" if rng.random() < 0.1 else "",
        "no_copyright_reason": rng.choice(["Rezza novu.", "Rezza novu"]) if rng.random() < 0.2 else "",
        "no_republication": rng.random() < 0.3,
    }


def _disclosure(rng: Random, persons: int) -> dict[str, Any]:
    """An answer with the words it needs, or none."""
    row = {
        "author_id": rng.choice([None, rng.randint(1, persons)]), "subject": rng.choice(Disclosure.Subject.values),
        "answer": rng.choice(["none", "disclosed"]), "text": "", "tool": "", "task": "", "checked_by": "",
    }  # fmt: skip
    if row["answer"] == "none":
        return row
    if row["subject"] == "ai" and rng.random() < 0.6:
        return row | {
            "tool": "Zorbo",
            "task": "plimming",
            "checked_by": _maybe(rng, "Edda Pierro", "Bo Cove, Jr."),
        }
    return row | {"text": "Fundo grallis."}


def _permission(rng: Random) -> Permission:
    """What is on record for a place."""
    mode = rng.choice(["full", "excerpt", "link"])
    return Permission(
        outlet="Velvik",
        state=rng.choice([*State.values, "granted", "granted"]),
        mode=mode,
        excerpt_words=rng.randint(1, 9) if mode == "excerpt" else None,
        credit=_maybe(rng, "Kredda Velvik."),
        granted_by=_maybe(rng, "Ola Wickra", "Velvik Ltd."),
        granted_on=_perhaps_a_day(rng),
        search_policy=rng.choice(["index", "noindex", "canonical"]),
        may_be_passed_on=rng.random() < 0.5,
        address="https://a.example/one",
    )


def _notice(rng: Random, pk: int) -> NoticeFact:
    """A dated word about the piece; an amendment belongs to the first."""
    kind = rng.choice(["correction", "clarification", "update", "note", "withdrawal", "superseded"])
    is_correction = kind == "correction"
    leads = kind == "superseded" and rng.random() < 0.5
    return NoticeFact(
        pk,
        kind,
        _any_day(rng),
        text=_maybe(rng, "Blenna.") if is_correction or leads else "Blenna.",
        wrong="Fellda." if is_correction else "",
        right="Rikka." if is_correction else "",
        outlet_corrected_on=_perhaps_a_day(rng) if is_correction else None,
        amends=1 if pk > 1 and rng.random() < 0.5 else None,
        href="/articles/suksessa/" if leads else "",
        title="Suksessa" if leads else "",
    )


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
        templates=joining.words(None, language) | rng.choice([OWN, {}]),
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
    original_day = _day(rng)
    content = {
        "institution": 1, "kind": 1, "language": language, "headline": "Arkhe", "dek": "Dekka.", "body": BODY,
        "series": _maybe(rng, "Serra"), "region": _maybe(rng, "Regga"),
        "editors_note": _maybe(rng, "Notta velu."),
        "source_language": _maybe(rng, *(code for code in ("it", "ko", "ru") if code != language)),
        "has_more_places": rng.random() < 0.4,
        "licence_exceptions": _maybe(rng, "Exeppa.") if has_licence else "",
        "bylines": [_byline(rng, persons) for _ in range(rng.randrange(5))],
        "appearances": [_appearance(rng, outlets, original_day) for _ in range(rng.randrange(5))],
        "disclosures": [_disclosure(rng, persons) for _ in range(rng.randrange(3))],
    }  # fmt: skip
    return upgraded(Revision(content=content | rng.choice(_COPYRIGHTS), schema=2))


def facts_of(rng: Random, language: str) -> Facts:
    """Everything a desk can know of a piece in a language."""
    venues = [_venue(rng, pk) for pk in range(1, rng.randint(1, 3) + 1)]
    persons = [_person(rng, pk) for pk in range(1, rng.randint(1, 2) + 1)]
    has_licence = rng.random() < 0.5
    first_on = _perhaps_a_day(rng)
    return Facts(
        content=_content(rng, language, len(venues), len(persons), has_licence=has_licence),
        names=Names(
            institution=1, kind=1, language=language, kind_label="Kindra", holder=_maybe(rng, "Holda", "Holda Ltd."),
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
        allowed=combine_permissions([_permission(rng) for _ in range(rng.randrange(3))], NOW),
        notices=tuple(_notice(rng, pk) for pk in range(1, rng.randrange(3) + 1)),
        licence=LicenceFact("CC QX 4.0", _maybe(rng, "https://licences.example/4"), True) if has_licence else None,
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
