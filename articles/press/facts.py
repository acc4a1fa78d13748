"""Facts of a revision for print: its content, and what the desk's records say of those it names.

`facts` loads, `printing.print_` turns them into an edition's fields.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from django.db.models import DateTimeField, Func

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.models.revision import Revision
from articles.models.topic import Topic
from articles.press import names as records
from articles.press.batch_cache import cached
from articles.press.disclaimers import PrintedWording
from articles.press.disclaimers import wordings as _wordings
from articles.press.names import Names
from articles.rights.on_record import load_permissions
from articles.rights.rule import NOTHING_NEEDED, Allowed, combine_permissions
from articles.snapshot import Content, upgraded
from disclaimers.models import Institution, Licence
from prose.dates import known_day, noon

Pinning = Literal["pinned", "current"]

__all__ = ["Facts", "LicenceFact", "NoticeFact", "Pinning", "PrintedWording", "load_facts"]


@dataclass(frozen=True)
class NoticeFact:
    """A notice as values; `href` and `title` lead to the piece that supersedes this one."""

    id: int | None
    kind: str
    issued_on: dt.date
    text: str = ""
    wrong: str = ""
    right: str = ""
    outlet_corrected_on: dt.date | None = None
    amends: int | None = None
    href: str = ""
    title: str = ""


@dataclass(frozen=True)
class LicenceFact:
    """A licence as printed: its name with its version."""

    name: str
    url: str
    allows_republication: bool


@dataclass(frozen=True)
class Facts:
    """All that `print_` needs. Days are the institution's own; instants are aware."""

    content: Content
    names: Names
    wordings: tuple[PrintedWording, ...]
    topics: tuple[tuple[str, str], ...]
    live_from: dt.datetime
    first_published_on: dt.date | None
    first_published_at: dt.datetime | None
    modified_at: dt.datetime | None
    time_zone: str
    allowed: Allowed = NOTHING_NEEDED
    notices: tuple[NoticeFact, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    licence: LicenceFact | None = None
    translation_group: str | None = None
    owed: tuple[str, ...] = ()
    offers_republication: bool = False
    republication_terms: str = ""

    def phrase(self, position: str) -> str:
        """The house's words at a position (disclaimers.positions); empty where nothing is printed."""
        return self.names.style.templates.get(position, "")

    @property
    def live_on(self) -> dt.date:
        """The institution's own day on which readers get the piece."""
        return _day_of(self.live_from, self.time_zone)

    @property
    def outlet_on(self) -> dt.date | None:
        """The earliest day on which it is known to have run elsewhere."""
        return _outlet_day(self.content)


def load_facts(
    revision: Revision,
    *,
    live_from: dt.datetime,
    previous: Edition | None = None,
    names: Pinning = "pinned",
    wordings: Pinning = "pinned",
    is_material: bool = True,
    adding: tuple[NoticeFact, ...] = (),
    corrected: frozenset[int] = frozenset(),
) -> Facts:
    """Load what printing needs. `previous`: the piece's newest edition that readers have seen, if any.

    `is_material`: whether readers are told that the text changed. `adding`: notices that are about to be issued.
    `corrected`: wordings in which a slip was put right, said anew although all others stay as they were.
    """
    content = upgraded(revision)
    institution = cached(
        ("institution", content["institution"]),
        lambda: Institution.objects.select_related("parent").get(pk=content["institution"]),
    )
    first_on, first_at = _first_published(content, institution, live_from, previous)
    live_on = _day_of(live_from, institution.time_zone)
    counted_on = first_on or _outlet_day(content) or live_on
    known = records.current(content, institution, counted_on)
    if previous and names == "pinned":
        known = records.pinned(known, previous)
    said = _wordings(
        content,
        institution,
        known,
        counted_on if wordings == "pinned" else live_on,
        previous if wordings == "pinned" else None,
        corrected,
    )
    return Facts(
        content=content,
        names=known,
        wordings=said.printed,
        topics=_topics(content, previous if names == "pinned" else None),
        live_from=live_from,
        first_published_on=first_on,
        first_published_at=first_at,
        modified_at=_modified(previous, live_from, is_material=is_material),
        time_zone=institution.time_zone,
        allowed=combine_permissions(load_permissions(content, revision.article_id, institution), live_from),
        notices=_notices(previous, adding),
        replaced=_replaced(revision.article_id),
        licence=_licence(content),
        translation_group=_translation_group(content),
        owed=said.owed,
        offers_republication=institution.offers_republication,
        republication_terms=institution.republication_terms,
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


def _modified(previous: Edition | None, live_from: dt.datetime, *, is_material: bool) -> dt.datetime | None:
    if previous is None:
        return None
    return live_from if is_material else previous.modified_at


def _outlet_day(content: Content) -> dt.date | None:
    days = (
        known_day(dt.date.fromisoformat(row["published_on"]), row["precision"])
        for row in content["appearances"]
        if row["published_on"]
    )
    return min((day for day in days if day), default=None)


def _notices(previous: Edition | None, adding: tuple[NoticeFact, ...]) -> tuple[NoticeFact, ...]:
    """Those that readers have had on this page, and those that are being issued with it."""
    had = previous.printed.get("notice_ids", []) if previous else []
    rows = Notice.objects.filter(pk__in=had).select_related("successor") if had else ()
    return (
        *(notice_fact(row) for row in rows),
        *(one for one in adding if one.id is None or one.id not in had),
    )


def notice_fact(row: Notice) -> NoticeFact:
    """A notice on record as a value."""
    return NoticeFact(
        row.pk, row.kind, row.issued_on, row.text, row.wrong, row.right, row.outlet_corrected_on, row.amends_id,
        *address_and_headline(row.successor),
    )  # fmt: skip


def _replaced(article_id: int) -> tuple[tuple[str, str], ...]:
    """Address and headline of the pieces that this one supersedes, by the notices on them."""
    rows = Article.objects.filter(notices__successor=article_id).distinct()
    return tuple(address_and_headline(row) for row in rows)


def address_and_headline(article: Article | None) -> tuple[str, str]:
    """Where the piece that supersedes this one stands, and the headline that readers have had of it last."""
    now = Func(function="desk_now", output_field=DateTimeField())
    had = article and article.editions.not_emptied().filter(live_from__lte=now).select_related("permalink")
    edition = had.order_by("-live_from").first() if had else None
    return (edition.permalink.path, edition.headline) if edition else ("", "")


def _licence(content: Content) -> LicenceFact | None:
    row = Licence.objects.filter(pk=content["licence_id"]).first() if content["licence_id"] else None
    return LicenceFact(str(row), row.url, row.allows_republication) if row else None


def _translation_group(content: Content) -> str | None:
    """The lasting name of the piece that this one, or the one it translates, is a translation of."""
    origin = (
        Article.objects.filter(pk=content["translation_of_id"]).first()
        if content["translation_of_id"]
        else None
    )
    seen: set[int] = set()
    while origin and origin.translation_of_id and origin.pk not in seen:
        seen.add(origin.pk)
        origin = origin.translation_of
    return str(origin.uuid) if origin else None


def _topics(content: Content, previous: Edition | None) -> tuple[tuple[str, str], ...]:
    """Name and web address of each topic; a topic the page has named before keeps its name there."""
    rows = Topic.objects.filter(slug__in=content["topics"]).values_list("slug", "name")
    said = {row["slug"]: row["name"] for row in previous.printed["topics"]} if previous else {}
    return tuple(sorted((said.get(slug, name), slug) for slug, name in rows))
