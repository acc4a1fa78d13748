"""Records: what institution, content type, people and outlets are called, as the press takes them.

Names as used are frozen with each edition (`printed["records"]`), and a later edition of the same piece takes
them from there: renaming a person, an outlet or a house style changes no page until somebody re-issues it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from articles.models.edition import Edition
from articles.press.batch_cache import cached
from articles.snapshot import Content
from authors.models import Appointment, Author
from disclaimers import joining
from disclaimers.models import HouseStyle, Institution, Kind, KindLabel
from outlets.models import Outlet
from outlets.naming import OutletNaming


@dataclass(frozen=True)
class Person:
    """An author as of the day that counts: titles worn then, `appointment` the post held then, in words.

    `since` and `until` are the post's days (ISO, empty where not known), for saying why it prints.
    """

    id: int
    slug: str
    name: str
    appointment: str = ""
    courtesy: str = ""
    rank: str = ""
    suffix: str = ""
    native_name: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Style:
    """The words of every position (disclaimers.positions) and one house's choices; `of` says whose they are."""

    templates: dict[str, str]
    outlet_article: str = "lower-case"
    outlet_date_replaces_ours: bool = False
    italicises_outlets: bool = False
    attribution_at: str = "foot"
    of: str = ""


@dataclass(frozen=True)
class Names:
    """What institution, kind, people and outlets were called when the piece was printed."""

    institution: int
    kind: int
    language: str
    kind_label: str
    holder: str
    style: Style
    people: dict[int, Person]
    venues: dict[int, OutletNaming]
    institution_name: str = ""


def current(content: Content, institution: Institution, on: dt.date) -> Names:
    """The desk's records of today; posts are those held on the day that counts."""
    return Names(
        institution=institution.pk,
        kind=content["kind"],
        language=content["language"],
        kind_label=cached(
            ("kind label", institution.pk, content["kind"], content["language"], on),
            lambda: _kind_label(content, institution, on),
        ),
        holder=institution.copyright_holder,
        style=cached(
            ("style", institution.pk, content["language"]), lambda: _style(institution, content["language"])
        ),
        people=_people((row["author_id"] for row in (*content["bylines"], *content["disclosures"])), on),
        venues=_venues(row["outlet_id"] for row in content["appearances"]),
        institution_name=institution.name,
    )


def _kind_label(content: Content, institution: Institution, on: dt.date) -> str:
    """The institution's own label of that day in the piece's language, else the language's, else the kind's."""
    kind = content["kind"]
    labels = KindLabel.objects.in_use(on).filter(kind=kind, language=content["language"])
    found = {label.institution_id: label.label for label in labels}
    if own := found.get(institution.pk) or found.get(None):
        return own
    # A type that is gone has left its label on the pages it was printed on (`pinned`).
    usual = cached(
        ("kind", kind), lambda: Kind.objects.filter(pk=kind).values_list("label", flat=True).first()
    )
    return usual or ""


def _style(institution: Institution, language: str) -> Style:
    """The nearest institution's style in the language, else the language's usual words.

    Where there are none either, the nearest institution's style in its own usual language, else English words.
    """
    lineage = institution.lineage()
    rows = {
        (style.institution_id, style.language): style
        for style in HouseStyle.objects.filter(institution__in=lineage).prefetch_related("phrases")
    }
    codes = dict.fromkeys((language, language.split("-")[0]))
    found = [rows.get((one.pk, code)) for code in codes for one in lineage]
    if not joining.has_words(language):
        found += [rows.get((one.pk, one.default_language)) for one in lineage]
    row = next(filter(None, found), None)
    choices = row or HouseStyle(language=language, outlet_article=joining.usual_article(language))
    return Style(
        templates=joining.words(row, language),
        outlet_article=choices.outlet_article,
        outlet_date_replaces_ours=choices.outlet_date_replaces_ours,
        italicises_outlets=choices.italicises_outlets,
        attribution_at=choices.attribution_at,
        of=_whose(row, lineage, language),
    )


def _whose(row: HouseStyle | None, lineage: list[Institution], language: str) -> str:
    """ "Harbour Institute, English", or "the usual words, English"."""
    if row is None:
        return f"the usual words, {joining.said_in(language)}"
    name = next(one.name for one in lineage if one.pk == row.institution_id)
    return f"{name}, {row.get_language_display()}"


def _people(ids: Iterable[int | None], on: dt.date) -> dict[int, Person]:
    wanted = {pk for pk in ids if pk}
    posts: dict[int, Appointment] = {}
    for post in Appointment.objects.filter(author__in=wanted).held(on).select_related("institution"):
        posts.setdefault(post.author_id, post)
    return {
        author.pk: _person(author, posts.get(author.pk), on)
        for author in Author.objects.filter(pk__in=wanted)
    }


def _person(author: Author, post: Appointment | None, on: dt.date) -> Person:
    return Person(
        author.pk,
        author.slug,
        author.display_name,
        appointment=post.in_words if post else "",
        courtesy=author.courtesy_on(on),
        rank=author.rank_on(on),
        suffix=author.suffix,
        native_name=author.native_name,
        since=post.from_on.isoformat() if post and post.from_on else "",
        until=post.until_on.isoformat() if post and post.until_on else "",
    )


def _venues(ids: Iterable[int | None]) -> dict[int, OutletNaming]:
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    rows = Outlet.objects.filter(pk__in=wanted).prefetch_related("former_names")
    return {row.pk: row.naming for row in rows}


def pinned(now: Names, previous: Edition) -> Names:
    """The records an earlier edition was printed with, completed by those it did not name."""
    old = previous.printed.get("records")
    if not old:
        return now
    people = {int(pk): Person(**row) for pk, row in old["people"].items()}
    venues = {int(pk): OutletNaming.from_json(row) for pk, row in old["venues"].items()}
    kept = replace(
        now,
        people={pk: people.get(pk, person) for pk, person in now.people.items()},
        venues={pk: venues.get(pk, venue) for pk, venue in now.venues.items()},
    )
    same_house = (old["institution"], old["language"]) == (now.institution, now.language)
    if same_house:
        kept = replace(
            kept,
            style=_style_as_frozen(now.style, old["style"]),
            holder=old["holder"],
            institution_name=old.get("institution_name", now.institution_name),
        )
    if same_house and old["kind"] == now.kind:
        kept = replace(kept, kind_label=old["kind_label"])
    return kept


def _style_as_frozen(now: Style, old: dict[str, Any]) -> Style:
    """An edition's style; three of its words once stood beside the templates, one under another name."""
    known = {field.name for field in fields(Style)}
    choices = {key: value for key, value in old.items() if key in known}
    beside = {"and_word": "and_word", "noun": "attribution_noun", "reservation": "reservation"}
    words = {position: old[key] for key, position in beside.items() if key in old}
    choices["templates"] = now.templates | old.get("templates", {}) | words
    return replace(now, **choices)


def frozen(records: Names) -> dict[str, Any]:
    """Records as JSON values, for `printed["records"]`."""
    return asdict(records)
