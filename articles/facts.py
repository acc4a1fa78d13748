"""Facts of a revision for print: its content, and what the desk's records say of those it names.

`facts` loads, `printing.print_` turns them into an edition's fields. Records as used are frozen with the edition
(`printed["records"]`), and a later edition of the same piece takes them from there: renaming a person, an outlet
or a house style changes no page until somebody re-issues it with current names.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal
from zoneinfo import ZoneInfo

from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.models.topic import Topic
from articles.snapshot import Content, upgraded
from authors.models import Appointment, Author
from disclaimers.choosing import DisclaimerFact, WordingFact, choose
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, KindLabel, Wording
from disclaimers.models.style import SLOTS
from outlets.models import Outlet
from prose import slots
from prose.dates import noon

Choice = Literal["pinned", "current"]


@dataclass(frozen=True)
class Person:
    """An author as printed: `appointment` is the post held on the day that counts, in words."""

    id: int
    slug: str
    name: str
    appointment: str = ""


@dataclass(frozen=True)
class Venue:
    """An outlet as printed; `rule` as in outlets.attribution."""

    id: int
    slug: str
    name: str
    article: str = ""
    rule: str = "none"


@dataclass(frozen=True)
class Style:
    """One house style's templates and words, by the field names of disclaimers.HouseStyle."""

    templates: dict[str, str]
    and_word: str = "and"
    noun: str = "article"
    outlet_article: str = "lower-case"
    outlet_date_replaces_ours: bool = False
    reservation: str = ""


@dataclass(frozen=True)
class PrintedWording:
    """One disclaimer's text, its slots filled; `wording` is None for a piece's own words."""

    text: str
    language: str
    wording: int | None = None
    disclaimer: str = ""


@dataclass(frozen=True)
class Records:
    """What institution, kind, people and outlets were called when the piece was printed."""

    institution: int
    kind: int
    language: str
    kind_label: str
    holder: str
    style: Style
    people: dict[int, Person]
    venues: dict[int, Venue]


@dataclass(frozen=True)
class Facts:
    """All that `print_` needs. Days are the institution's own; instants are aware."""

    content: Content
    records: Records
    wordings: tuple[PrintedWording, ...]
    topics: tuple[tuple[str, str], ...]
    live_from: dt.datetime
    first_published_on: dt.date | None
    first_published_at: dt.datetime | None
    modified_at: dt.datetime | None
    time_zone: str


def facts(
    revision: Revision,
    *,
    live_from: dt.datetime,
    previous: Edition | None = None,
    names: Choice = "pinned",
    wordings: Choice = "pinned",
) -> Facts:
    """Load what printing needs. `previous`: the piece's newest edition that readers have seen, if any."""
    content = upgraded(revision)
    institution = Institution.objects.select_related("parent").get(pk=content["institution"])
    first_on, first_at = _first_published(content, institution, live_from, previous)
    counted_on = first_on or _outlet_day(content) or live_from.astimezone(_zone(institution)).date()
    chosen_on = counted_on if wordings == "pinned" else live_from.astimezone(_zone(institution)).date()
    records = _records(content, institution, counted_on)
    if previous and names == "pinned":
        records = _pinned(records, previous)
    return Facts(
        content=content,
        records=records,
        wordings=_wordings(
            content, institution, records, chosen_on, previous if wordings == "pinned" else None
        ),
        topics=_topics(content),
        live_from=live_from,
        first_published_on=first_on,
        first_published_at=first_at,
        modified_at=live_from if previous else None,
        time_zone=institution.time_zone,
    )


def frozen(records: Records) -> dict[str, Any]:
    """Records as JSON values, for `printed["records"]`."""
    return asdict(records)


def _zone(institution: Institution) -> dt.tzinfo:
    return ZoneInfo(institution.time_zone)


def _first_published(
    content: Content, institution: Institution, live_from: dt.datetime, previous: Edition | None
) -> tuple[dt.date | None, dt.datetime | None]:
    """Set once: what the first edition said stays; a day that was unknown may be learned later."""
    if previous and previous.first_published_on:
        return previous.first_published_on, previous.first_published_at
    if stated := content["first_published_on"]:
        day = dt.date.fromisoformat(stated)
        return day, noon(day, institution.time_zone)
    if content["is_archive"]:
        return None, None
    return live_from.astimezone(_zone(institution)).date(), live_from


def _outlet_day(content: Content) -> dt.date | None:
    days = [row["published_on"] for row in content["appearances"] if row["published_on"]]
    return dt.date.fromisoformat(min(days)) if days else None


def _records(content: Content, institution: Institution, on: dt.date) -> Records:
    return Records(
        institution=institution.pk,
        kind=content["kind"],
        language=content["language"],
        kind_label=_kind_label(content, institution),
        holder=institution.copyright_holder,
        style=_style(institution, content["language"]),
        people=_people((row["author_id"] for row in content["bylines"]), on),
        venues=_venues(row["outlet_id"] for row in content["appearances"]),
    )


def _kind_label(content: Content, institution: Institution) -> str:
    """The institution's own label in the piece's language, else the language's, else the kind's."""
    labels = KindLabel.objects.filter(kind=content["kind"], language=content["language"])
    found = {label.institution_id: label.label for label in labels}
    if own := found.get(institution.pk) or found.get(None):
        return own
    return Kind.objects.values_list("label", flat=True).get(pk=content["kind"])


def _style(institution: Institution, language: str) -> Style:
    """The nearest institution's style in the language, else the nearest in any, else the built-in words."""
    lineage = institution.lineage()
    rows = {
        (style.institution_id, style.language): style
        for style in HouseStyle.objects.filter(institution__in=lineage)
    }
    languages = (language, language.split("-")[0])
    exact = (rows.get((one.pk, code)) for code in dict.fromkeys(languages) for one in lineage)
    usual = (rows.get((one.pk, one.default_language)) for one in lineage)
    row = next((style for style in (*exact, *usual) if style), None) or HouseStyle(language=language)
    return Style(
        templates={name: getattr(row, name) for name in SLOTS},
        and_word=row.and_word,
        noun=row.attribution_noun,
        outlet_article=row.outlet_article,
        outlet_date_replaces_ours=row.outlet_date_replaces_ours,
        reservation=row.reservation,
    )


def _people(ids: Iterable[int | None], on: dt.date) -> dict[int, Person]:
    wanted = {pk for pk in ids if pk}
    posts: dict[int, str] = {}
    for post in Appointment.objects.filter(author__in=wanted).held(on).select_related("institution"):
        posts.setdefault(post.author_id, post.in_words)
    return {
        author.pk: Person(author.pk, author.slug, author.printed_name, posts.get(author.pk, ""))
        for author in Author.objects.filter(pk__in=wanted)
    }


def _venues(ids: Iterable[int | None]) -> dict[int, Venue]:
    rows = Outlet.objects.filter(pk__in={pk for pk in ids if pk})
    return {row.pk: Venue(row.pk, row.slug, row.name, row.article, row.article_rule) for row in rows}


def _pinned(current: Records, previous: Edition) -> Records:
    """The records an earlier edition was printed with, completed by those it did not name."""
    old = previous.printed.get("records")
    if not old:
        return current
    people = {int(pk): Person(**row) for pk, row in old["people"].items()}
    venues = {int(pk): Venue(**row) for pk, row in old["venues"].items()}
    pinned = replace(
        current,
        people={pk: people.get(pk, person) for pk, person in current.people.items()},
        venues={pk: venues.get(pk, venue) for pk, venue in current.venues.items()},
    )
    same_house = (old["institution"], old["language"]) == (current.institution, current.language)
    if same_house:
        known = {field.name for field in fields(Style)}
        style = {key: value for key, value in old["style"].items() if key in known}
        templates = current.style.templates | style.pop("templates", {})
        pinned = replace(pinned, style=Style(templates=templates, **style), holder=old["holder"])
    if same_house and old["kind"] == current.kind:
        pinned = replace(pinned, kind_label=old["kind_label"])
    return pinned


def _wordings(
    content: Content, institution: Institution, records: Records, on: dt.date, previous: Edition | None
) -> tuple[PrintedWording, ...]:
    """Fixed by hand, else as the page has said since it was first published, else by the rule."""
    authors = sum(row["role"] == "author" for row in content["bylines"])
    said = [PrintedWording(**row) for row in previous.printed.get("wordings", [])] if previous else []
    if pins := content["pinned_wordings"]:
        return _fixed(pins, {wording.wording: wording for wording in said}, records, authors)
    if previous:
        return tuple(said)
    lineage = institution.lineage()
    chosen = choose(
        disclaimer_facts(lineage),
        lineage=[one.code for one in lineage],
        kind=str(content["kind"]),
        language=content["language"],
        on=on,
    )
    return tuple(
        PrintedWording(_said(text.text, records, authors), text.language, text.id, disclaimer.code)
        for disclaimer, text in chosen
    )


def _fixed(
    pins: list[dict[str, Any]], said: dict[int | None, PrintedWording], records: Records, authors: int
) -> tuple[PrintedWording, ...]:
    """Wordings chosen for this piece: its own words, else as already printed, else the text as it stands."""
    ids = [pin["wording_id"] for pin in pins if pin["wording_id"]]
    rows = Wording.objects.select_related("disclaimer").in_bulk(ids)
    fixed = []
    for pin in pins:
        row = rows.get(pin["wording_id"])
        if row is None:
            fixed.append(PrintedWording(pin["own_text"], records.language))
        elif not pin["own_text"] and row.pk in said:
            fixed.append(said[row.pk])
        else:
            text = pin["own_text"] or _said(row.text, records, authors)
            fixed.append(PrintedWording(text, row.language, row.pk, row.disclaimer.code))
    return tuple(fixed)


def _said(template: str, records: Records, authors: int) -> str:
    return slots.fill(template, {"kind": records.kind_label}, authors=authors)


def disclaimer_facts(lineage: Iterable[Institution]) -> list[DisclaimerFact]:
    """The disclaimers of these institutions as values for the choosing rule; kinds by their primary key."""
    rows = Disclaimer.objects.filter(institution__in=list(lineage)).select_related("institution")
    return [
        DisclaimerFact(
            code=row.code,
            institution=row.institution.code,
            wordings=[
                WordingFact(text.pk, text.language, text.text, text.in_force_from, text.in_force_until)
                for text in row.wordings.all()
            ],
            kinds=frozenset(str(kind.pk) for kind in row.kinds.all()),
            language=row.language,
            order=row.order,
            replaces_parents=row.replaces_parents,
        )
        for row in rows.prefetch_related("wordings", "kinds")
    ]


def _topics(content: Content) -> tuple[tuple[str, str], ...]:
    rows = Topic.objects.filter(name__in=content["topics"]).order_by("name")
    return tuple(rows.values_list("name", "slug"))
