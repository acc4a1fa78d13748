"""Names of the institution, content type, people and outlets as printed in an edition.

They are frozen with each edition as `printed["records"]`, and the next edition of the piece takes them from there
(`press.pinned_names`): renaming a person, an outlet or a house style changes no page until it is reissued.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.press.batch_cache import get_or_load
from articles.press.relations import credited_rows
from articles.snapshot import Content
from authors.models import Appointment, Author
from disclaimers.inheritance import Inherited, nearest
from disclaimers.models import HouseStyle, Institution, Kind, KindLabel
from disclaimers.phrases import phrases_for, styles_for, usual_language_name, usual_outlet_article
from outlets.models import Outlet
from outlets.naming import OutletNaming


@dataclass(frozen=True)
class Person:
    """An author with the titles and the post held on the day that counts.

    `appointment`: the post in words; `since` and `until`: its days (ISO, empty if not known).
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
    """A house style: the phrase of every position (disclaimers.positions) and the house's choices.

    `of`: whose style it is, in words, with the house above that fills what it leaves open.
    """

    templates: dict[str, str]
    outlet_article: str = "lower-case"
    outlet_date_replaces_ours: bool = False
    italicises_outlets: bool = False
    attribution_at: str = "foot"
    of: str = ""


@dataclass(frozen=True)
class Names:
    """All names a page prints; people and venues by their keys.

    `above`: names of the institutions above the publisher, nearest first, by their codes. `inherited`: by the name of
    a fact ("kind_label", "holder", "terms") the institution above that states it; none for the publisher's own.
    """

    institution: int
    kind: int
    language: str
    kind_label: str
    holder: str
    style: Style
    people: dict[int, Person]
    venues: dict[int, OutletNaming]
    institution_name: str = ""
    above: dict[str, str] = field(default_factory=dict)
    inherited: dict[str, str] = field(default_factory=dict)


def current_names(content: Content, institution: Institution, on: dt.date) -> Names:
    """Load today's names; titles, posts and the content type's label are those of the day `on`."""
    language = content["language"]
    label = get_or_load(
        ("kind label", institution.pk, content["kind"], language, on),
        lambda: _kind_label(content, institution, on),
    )
    holder = institution.inherited("copyright_holder")
    stated = {"kind_label": label, "holder": holder, "terms": institution.inherited("republication_terms")}
    return Names(
        institution=institution.pk,
        kind=content["kind"],
        language=language,
        kind_label=label.value,
        holder=holder.value,
        style=get_or_load(("style", institution.pk, language), lambda: _style(institution, language)),
        people=_people((row["author_id"] for row in (*content["bylines"], *content["disclosures"])), on),
        venues=_venues(row["outlet_id"] for row in content["appearances"]),
        institution_name=institution.name,
        above={house.code: house.name for house in institution.lineage()[1:]},
        inherited={
            fact: one.house.name for fact, one in stated.items() if one.house and one.house != institution
        },
    )


def author_rows(content: Content) -> list[dict[str, Any]]:
    """Bylines of the authors, without editors, translators, people who are only quoted, and other roles."""
    return [row for row in credited_rows(content) if row["role"] == "author"]


def author_keys(content: Content) -> list[int]:
    """Keys of the authors who have a record here."""
    return [row["author_id"] for row in author_rows(content) if row["author_id"]]


def _kind_label(content: Content, institution: Institution, on: dt.date) -> Inherited[str, Institution]:
    """The content type's label on a day: of the nearest institution with one, else the language's, else the type's."""
    kind = content["kind"]
    rows = KindLabel.objects.in_use(on).filter(kind=kind, language=content["language"])
    labels = {row.institution_id: row.label for row in rows}
    label = nearest(institution.lineage(), lambda house: labels.get(house.pk), labels.get(None, ""))
    if label.value:
        return label
    # None for a deleted type: pages printed before keep its label (`press.pinned_names`).
    usual = get_or_load(
        ("kind", kind), lambda: Kind.objects.filter(pk=kind).values_list("label", flat=True).first()
    )
    return Inherited(usual or "")


def _style(institution: Institution, language: str) -> Style:
    """The style of the nearest house with one in the language, completed by those above it; else the usual words."""
    lineage = institution.lineage()
    styles = styles_for(lineage, language)
    choices = (
        styles[0] if styles else HouseStyle(language=language, outlet_article=usual_outlet_article(language))
    )
    return Style(
        templates=phrases_for(styles, language),
        outlet_article=choices.outlet_article,
        outlet_date_replaces_ours=choices.outlet_date_replaces_ours,
        italicises_outlets=choices.italicises_outlets,
        attribution_at=choices.attribution_at,
        of=_style_name(styles, lineage, language),
    )


def _style_name(styles: list[HouseStyle], lineage: list[Institution], language: str) -> str:
    """ "Harbour Centre, English; where it says nothing, Harbour Institute, English"; or "the usual words, English"."""
    houses = {house.pk: house.name for house in lineage}
    names: list[str] = []
    positions: set[str] = set()
    for style in styles:
        own = {phrase.position for phrase in style.phrases.all()}
        if not names or own - positions:
            names.append(f"{houses[style.institution_id]}, {style.get_language_display()}")
        positions |= own
    return "; where it says nothing, ".join(names) or f"the usual words, {usual_language_name(language)}"


def _people(keys: Iterable[int | None], on: dt.date) -> dict[int, Person]:
    wanted = {key for key in keys if key}
    authors = {
        author.pk: author.merged_into or author
        for author in Author.objects.filter(pk__in=wanted).select_related("merged_into")
    }
    posts: dict[int, Appointment] = {}
    held = Appointment.objects.filter(author__in={author.pk for author in authors.values()})
    for post in held.current(on).select_related("institution"):
        posts.setdefault(post.author_id, post)
    return {key: _person(author, posts.get(author.pk), on) for key, author in authors.items()}


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


def _venues(keys: Iterable[int | None]) -> dict[int, OutletNaming]:
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    rows = Outlet.objects.filter(pk__in=wanted).select_related("merged_into").prefetch_related("former_names")
    return {outlet.pk: (outlet.merged_into or outlet).naming for outlet in rows}
