"""Random rows and records of a piece, each legal by itself. Their words are made up (see `tests.wording.legal`)."""

import datetime as dt
from random import Random
from typing import Any

from articles.models import Appearance, Byline, Disclosure
from articles.models.appearance import ORIGINALS
from articles.models.rights import RightsState
from articles.press.facts import NoticeFact
from articles.press.names import Person
from articles.rights.rule import Permission
from outlets.models import Outlet
from outlets.naming import FormerNaming, OutletNaming
from prose.dates import without_year

_NAMINGS = [
    ("Hill", "The", "separable"), ("Lantern", "The", "separable"), ("Observa", "The", "separable"),
    ("Skerrow Kanto", "The", "inseparable"), ("Zeitlupe", "Die", "foreign"), ("Abeille", "L’", "foreign"),
    ("Phare", "Le", "foreign"), ("Ushio Shimbun", "", "none"), ("Dorna Inc.", "", "none"),
    ("K.T. Tidemark", "", "none"), ("Velvik", "", "none"),
]  # fmt: skip


def maybe(rng: Random, *words: str) -> str:
    """One of these words, or nothing."""
    return rng.choice(["", *words])


def any_day(rng: Random) -> dt.date:
    return dt.date(2010, 1, 1) + dt.timedelta(days=rng.randrange(5800))


def perhaps_a_day(rng: Random) -> dt.date | None:
    return any_day(rng) if rng.random() < 0.7 else None


def a_day(rng: Random) -> tuple[str | None, str]:
    """A day as an appearance keeps it, with what is known of it."""
    precision = rng.choice(["day", "month", "year", "month-day"])
    day = perhaps_a_day(rng)
    if day and precision == "month-day":
        day = without_year(day)
    return (day.isoformat() if day else None), precision


def a_venue(rng: Random, pk: int) -> OutletNaming:
    """An outlet, with or without an earlier name; no two of its names are alike."""
    now, once = rng.sample(_NAMINGS, 2)
    return OutletNaming(
        *now, id=pk, slug=f"outlet-{pk}",
        type=rng.choice(Outlet.Type.values),
        descriptor=maybe(rng, "dax drumma"),
        gloss=maybe(rng, "Gluma Vee"),
        is_italic=rng.random() < 0.5,
        former=(FormerNaming(*once, "", any_day(rng).isoformat()),) if rng.random() < 0.4 else (),
    )  # fmt: skip


def a_person(rng: Random, pk: int) -> Person:
    """Somebody with the titles of the day."""
    return Person(
        pk,
        f"person-{pk}",
        rng.choice(["Ida Quay", "Sim Haneul", "Bo Cove", "Rask Quorum"]),
        appointment=maybe(rng, "marn felk, Quorva", "marn felk, Quorva Ltd."),
        courtesy=maybe(rng, "Ambassa"),
        rank=maybe(rng, "Kolnel", "Kolnel (rt.)"),
        suffix=maybe(rng, "Jr.", "Dkt"),
        native_name=maybe(rng, "Ίδα"),
    )


def an_appearance(rng: Random, outlets: int, original_day: tuple[str | None, str]) -> dict[str, Any]:
    """A place, as the database's guards would let it stand."""
    relation = rng.choice(Appearance.Relation.values)
    is_known = relation != "rerun" and rng.random() < 0.9
    has_record = is_known and rng.random() < 0.8
    day, precision = original_day if relation in ORIGINALS else a_day(rng)
    if relation == "rerun" and not day:
        day, precision = "2011-05-26", "day"
    is_forthcoming = relation == "forthcoming"
    return {
        "key": None, "relation": relation,
        "outlet_id": rng.randint(1, outlets) if has_record else None,
        "outlet_name": "Nomen Grun" if is_known and not has_record else "",
        "expert_role": rng.choice(["wrote", "wrote", "wrote", "quoted", "interviewed"]),
        "headline": maybe(rng, "Kelm Aste"),
        "url": maybe(rng, "https://a.example/one", "https://b.example/two"),
        "is_removed": rng.random() < 0.3,
        **a_retraction(rng, relation),
        "access": maybe(rng, "open", "registration", "paid"),
        "published_on": None if is_forthcoming else day,
        "precision": "day" if is_forthcoming else precision,
        "planned_on": rng.choice([None, "2027-01-05"]) if is_forthcoming else None,
        "medium": maybe(rng, "print", "online"),
        "section": maybe(rng, "Sekka"),
        "issue": maybe(rng, "Issa 4"),
        "page": maybe(rng, "B7"), "work": rng.choice(["book", "report", "article"]),
        "writers": maybe(rng, "Wanda Torr"), "editors": maybe(rng, "Edo Torr"), "chapter": maybe(rng, "7"),
        "language": maybe(rng, "en", "de", "zh-Hans"),
    }  # fmt: skip


def a_retraction(rng: Random, relation: str) -> dict[str, Any]:
    """Whether the outlet has retracted what ran there, since when, and where it says so."""
    has_one = relation not in ("forthcoming", "rerun") and rng.random() < 0.2
    return {
        "is_retracted": has_one,
        "retracted_on": rng.choice([None, "2021-05-03"]) if has_one else None,
        "retraction_url": maybe(rng, "https://a.example/why") if has_one else "",
    }


def a_byline(rng: Random, persons: int) -> dict[str, Any]:
    """A credit for somebody with a record, with a name only, or with a record under another name."""
    has_record = rng.random() < 0.6
    return {
        "role": rng.choice(Byline.Role.values),
        "author_id": rng.randint(1, persons) if has_record else None,
        "name": "" if has_record and rng.random() < 0.7 else "Edda Pierro",
        "bio": maybe(rng, "Edda grent solk."),
        "section": "Tirra" if rng.random() < 0.1 else "",
        "no_copyright_reason": rng.choice(["Rezza novu.", "Rezza novu"]) if rng.random() < 0.2 else "",
        "no_republication": rng.random() < 0.3,
    }


def a_disclosure(rng: Random, persons: int) -> dict[str, Any]:
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
            "checked_by": maybe(rng, "Edda Pierro", "Bo Cove, Jr."),
        }
    return row | {"text": "Fundo grallis."}


def a_permission(rng: Random) -> Permission:
    """What is on record for a place."""
    mode = rng.choice(["full", "excerpt", "link"])
    return Permission(
        outlet="Velvik",
        state=rng.choice([*RightsState.values, "granted", "granted"]),
        mode=mode,
        excerpt_words=rng.randint(1, 9) if mode == "excerpt" else None,
        credit=maybe(rng, "Kredda Velvik."),
        granted_by=maybe(rng, "Ola Wickra", "Velvik Ltd."),
        granted_on=perhaps_a_day(rng),
        search_policy=rng.choice(["index", "noindex", "canonical"]),
        may_be_passed_on=rng.random() < 0.5,
        address="https://a.example/one",
    )


def a_notice(rng: Random, pk: int) -> NoticeFact:
    """A dated word about the piece; an amendment belongs to the first."""
    kind = rng.choice(["correction", "clarification", "update", "note", "withdrawal", "superseded"])
    is_correction = kind == "correction"
    leads = kind == "superseded" and rng.random() < 0.5
    return NoticeFact(
        pk,
        kind,
        any_day(rng),
        text=maybe(rng, "Blenna.") if is_correction or leads else "Blenna.",
        wrong="Fellda." if is_correction else "",
        right="Rikka." if is_correction else "",
        outlet_corrected_on=perhaps_a_day(rng) if is_correction else None,
        amends=1 if pk > 1 and rng.random() < 0.5 else None,
        href="/articles/suksessa/" if leads else "",
        title="Suksessa" if leads else "",
    )
