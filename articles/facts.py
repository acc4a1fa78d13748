"""Facts of a revision for print: its content, and what the desk's records say of those it names.

`facts` loads, `printing.print_` turns them into an edition's fields.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal
from zoneinfo import ZoneInfo

from articles import records
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.models.topic import Topic
from articles.records import Records
from articles.snapshot import Content, upgraded
from disclaimers.choosing import DisclaimerFact, WordingFact, choose
from disclaimers.models import Disclaimer, Institution, Wording
from prose import slots
from prose.dates import noon

Choice = Literal["pinned", "current"]


@dataclass(frozen=True)
class PrintedWording:
    """One disclaimer's text, its slots filled; `wording` is None for a piece's own words."""

    text: str
    language: str
    wording: int | None = None
    disclaimer: str = ""


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

    @property
    def live_on(self) -> dt.date:
        """The institution's own day on which readers get the piece."""
        return _day_of(self.live_from, self.time_zone)

    @property
    def outlet_on(self) -> dt.date | None:
        """The earliest day on which it is known to have run elsewhere."""
        return _outlet_day(self.content)


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
    live_on = _day_of(live_from, institution.time_zone)
    counted_on = first_on or _outlet_day(content) or live_on
    chosen_on = counted_on if wordings == "pinned" else live_on
    known = records.current(content, institution, counted_on)
    if previous and names == "pinned":
        known = records.pinned(known, previous)
    return Facts(
        content=content,
        records=known,
        wordings=_wordings(
            content, institution, known, chosen_on, previous if wordings == "pinned" else None
        ),
        topics=_topics(content, previous if names == "pinned" else None),
        live_from=live_from,
        first_published_on=first_on,
        first_published_at=first_at,
        modified_at=live_from if previous else None,
        time_zone=institution.time_zone,
    )


def _day_of(instant: dt.datetime, time_zone: str) -> dt.date:
    return instant.astimezone(ZoneInfo(time_zone)).date()


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
    return _day_of(live_from, institution.time_zone), live_from


def _outlet_day(content: Content) -> dt.date | None:
    days = [row["published_on"] for row in content["appearances"] if row["published_on"]]
    return dt.date.fromisoformat(min(days)) if days else None


def _wordings(
    content: Content, institution: Institution, known: Records, on: dt.date, previous: Edition | None
) -> tuple[PrintedWording, ...]:
    """Fixed by hand, else as the page has said since it was first published, else by the rule."""
    authors = sum(row["role"] == "author" for row in content["bylines"])
    said = [PrintedWording(**row) for row in previous.printed.get("wordings", [])] if previous else []
    if pins := content["pinned_wordings"]:
        return _fixed(pins, {wording.wording: wording for wording in said}, known, authors)
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
        PrintedWording(_said(text.text, known, authors), text.language, text.id, one.disclaimer.code)
        for one in chosen
        if (text := one.wording)
    )


def _fixed(
    pins: list[dict[str, Any]], said: dict[int | None, PrintedWording], known: Records, authors: int
) -> tuple[PrintedWording, ...]:
    """Wordings chosen for this piece: its own words, else as already printed, else the text as it stands."""
    ids = [pin["wording_id"] for pin in pins if pin["wording_id"]]
    rows = Wording.objects.select_related("disclaimer").in_bulk(ids)
    fixed = []
    for pin in pins:
        row = rows.get(pin["wording_id"])
        if row is None:
            fixed.append(PrintedWording(pin["own_text"], known.language))
        elif not pin["own_text"] and row.pk in said:
            fixed.append(said[row.pk])
        else:
            text = pin["own_text"] or _said(row.text, known, authors)
            fixed.append(PrintedWording(text, row.language, row.pk, row.disclaimer.code))
    return tuple(fixed)


def _said(template: str, known: Records, authors: int) -> str:
    return slots.fill(template, {"kind": known.kind_label}, authors=authors)


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
            scope=row.scope,
            placement=row.placement,
            missing=row.institution.missing_wording,
            usual_language=row.institution.default_language,
        )
        for row in rows.prefetch_related("wordings", "kinds")
    ]


def _topics(content: Content, previous: Edition | None) -> tuple[tuple[str, str], ...]:
    """Name and web address of each topic; a topic the page has named before keeps its name there."""
    rows = Topic.objects.filter(slug__in=content["topics"]).values_list("slug", "name")
    said = {row["slug"]: row["name"] for row in previous.printed["topics"]} if previous else {}
    return tuple(sorted((said.get(slug, name), slug) for slug, name in rows))
