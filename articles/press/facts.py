"""Facts to print a revision from: its content, the names of those it mentions, notices, wordings and permissions.

`load_facts` reads the database; `columns.print_columns` turns the facts into an edition's fields.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.models.revision import Revision
from articles.press.batch_cache import get_or_load
from articles.press.disclaimers import load_wordings
from articles.press.names import Names, PrintedTopic
from articles.press.other_pieces import address_and_headline, translation_group
from articles.press.own_pages import own_pages
from articles.press.pinned.documents import DocumentFact
from articles.press.pinned.library import rows_to_keep
from articles.press.pinned.names import pinned_names
from articles.press.pinned.pictures import PictureFact
from articles.press.pinned.terms import LicenceFact, pinned_successors, pinned_terms
from articles.press.pinned.topics import pinned_topics
from articles.press.printed_wording import Days, PrintedWording
from articles.press.records.documents import load_documents
from articles.press.records.merged import load_merged
from articles.press.records.names import current_names, forms_of, institution_to_print, load_topics
from articles.press.records.pictures import load_pictures
from articles.press.records.series import SeriesPart, load_part
from articles.press.records.terms import load_terms
from articles.press.relations import first_day_there, retracted_there
from articles.renewed import NOTHING, Renewable, Renewed
from articles.rights.rule import NOTHING_NEEDED, Allowed
from articles.rights.sources import load_allowed
from articles.snapshot import Content, content_of
from disclaimers.models import Institution
from disclaimers.phrases import PagePhrases
from prose.dates import noon
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, words
from prose.text_language.recognition import language_to_mark


@dataclass(frozen=True)
class NoticeFact:
    """A notice as values; `id` is None before it is on record, `amends`: the id of an earlier notice.

    `href` and `title` lead to the piece that supersedes this one.
    """

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
    issued_by: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything that `print_columns` needs. Days are the institution's own; instants are aware.

    `supersedes`: (address, headline) of the pieces that this one replaces. `made_from`: the same of the piece of which
    it is an excerpt or a new version; empty while readers do not have that one. `owed`: codes of disclaimers that must
    be printed and have no text in the piece's language. `pictures`, `documents`: those of the version that may show.
    `own_pages`: addresses of our own pages that the text links to, by the links' hrefs; those that readers have.
    """

    content: Content
    names: Names
    wordings: tuple[PrintedWording, ...]
    topics: tuple[PrintedTopic, ...]
    live_from: dt.datetime
    first_published_on: dt.date | None
    first_published_at: dt.datetime | None
    modified_at: dt.datetime | None
    time_zone: str
    readers_since: dt.date | None = None
    allowed: Allowed = NOTHING_NEEDED
    notices: tuple[NoticeFact, ...] = ()
    supersedes: tuple[tuple[str, str], ...] = ()
    licence: LicenceFact | None = None
    takes_usual_licence: bool = False
    translation_group: str | None = None
    owed: tuple[str, ...] = ()
    withheld: tuple[tuple[PrintedWording, str], ...] = ()
    offers_republication: bool = False
    republication_terms: str = ""
    made_from: tuple[str, str] = ("", "")
    pictures: tuple[PictureFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    part: SeriesPart | None = None
    own_pages: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.names.language

    @property
    def phrases(self) -> PagePhrases:
        """The house style's words for every position (disclaimers.positions)."""
        return self.names.phrases

    def phrase(self, position: str) -> PagePhrase:
        """The house style's words for a position; empty if nothing is printed there."""
        return self.phrases[position]

    def name(self, text: str, *, href: str = "") -> PrintedLine:
        """A name of which no record says the language: marked where its letters are not the page's."""
        return words(text, language_to_mark(text, self.language), href=href)

    @property
    def counted_on(self) -> dt.date:
        """The day that counts: posts, titles, names, labels and texts are those of this day."""
        return _counted_on(self.first_published_on, self.content, self.live_on)

    @property
    def live_on(self) -> dt.date:
        """The institution's own day on which readers get the piece."""
        return _day_of(self.live_from, self.time_zone)

    @property
    def outlet_on(self) -> dt.date | None:
        """The earliest day on which it is known to have run elsewhere."""
        return first_day_there(self.content)


def load_facts(
    revision: Revision,
    *,
    live_from: dt.datetime,
    at: dt.datetime | None = None,
    previous: Edition | None = None,
    renewed: Renewed = NOTHING,
    is_material: bool = True,
    adding: tuple[NoticeFact, ...] = (),
) -> Facts:
    """Load the facts to print a revision from.

    `at`: the instant of the act (None: `live_from`); disclaimer texts that are read anew are those in force on its day,
    on the scheduled page as on the live one.
    `previous`: the newest edition that readers have had; what it took from records stays, except for what is `renewed`.
    `is_material`: True if the page says that its text changed. `adding`: notices that are about to be issued.
    """
    merged = load_merged()
    content = merged.of_version(content_of(revision))
    previous = merged.of_page(previous) if previous else None
    institution = get_or_load(
        ("institution", content["institution"]),
        lambda: institution_to_print(content["institution"]),
    )
    first_on, first_at = _first_published(content, institution, live_from, previous)
    live_on = _day_of(live_from, institution.zone_name)
    counted_on = _counted_on(first_on, content, live_on)
    page = forms_of(content, institution, counted_on)
    names = current_names(content, institution, page)
    if previous:
        names = pinned_names(names, previous, renewed)
    days = Days(counted_on, _day_of(at or live_from, institution.zone_name))
    is_same_version = previous is not None and revision.pk is not None and previous.revision_id == revision.pk
    chosen = load_wordings(
        content, institution, names, days, previous=previous, renewed=renewed, is_same_version=is_same_version
    )
    allowed = load_allowed(content, revision.article_id, institution, live_from)
    terms = load_terms(
        content, institution, allowed, counted_on, article_id=revision.article_id, at=live_from
    )
    if previous:
        terms = pinned_terms(terms, previous, renewed, names=names, is_same_version=is_same_version)
    keeps_links = is_same_version and not renewed.covers(Renewable.OTHER_PIECES)
    kept = partial(rows_to_keep, previous, names.language, renewed)
    return Facts(
        content=content,
        names=names,
        wordings=chosen.printed,
        withheld=chosen.withheld,
        topics=pinned_topics(load_topics(content, page), previous, renewed, content["language"]),
        part=load_part(content),
        live_from=live_from,
        first_published_on=first_on,
        first_published_at=first_at,
        modified_at=_modified_at(
            previous, live_from, is_material=is_material or _is_newly_retracted(content, previous)
        ),
        time_zone=institution.zone_name,
        readers_since=_readers_since(previous, live_on, counted_on),
        allowed=allowed,
        notices=_notices(previous, adding, renewed),
        supersedes=terms.supersedes,
        made_from=terms.made_from,
        licence=terms.licence,
        takes_usual_licence=terms.takes_usual_licence,
        translation_group=translation_group(content),
        owed=chosen.owed,
        offers_republication=terms.offers_republication,
        republication_terms=terms.republication_terms,
        pictures=tuple(load_pictures(content, revision.article_id, live_on, keep=kept(Renewable.PICTURES))),
        documents=tuple(
            load_documents(content, revision.article_id, live_on, keep=kept(Renewable.DOCUMENTS))
        ),
        # A scheduled page links to what readers have now: what they are to have by then may be called off.
        own_pages=own_pages(
            content["body"], min(at or live_from, live_from), previous if keeps_links else None
        ),
    )


def _readers_since(previous: Edition | None, live_on: dt.date, counted_on: dt.date) -> dt.date:
    """The day on which readers first get the piece from this desk; the day that counts may be years before it.

    Editions of earlier releases do not know it: for them it is the day that counts.
    """
    if previous is None:
        return live_on
    written = previous.printed.get("readers_since")
    return dt.date.fromisoformat(written) if written else counted_on


def _counted_on(first_on: dt.date | None, content: Content, live_on: dt.date) -> dt.date:
    """The day of first publication here, else the day there, else the day on which it goes out."""
    return first_on or first_day_there(content) or live_on


def _day_of(instant: dt.datetime, time_zone: str) -> dt.date:
    return instant.astimezone(ZoneInfo(time_zone)).date()


def _first_published(
    content: Content, institution: Institution, live_from: dt.datetime, previous: Edition | None
) -> tuple[dt.date | None, dt.datetime | None]:
    """The first edition's day and instant stay; a day that was not known may be added later."""
    if previous and previous.first_published_on:
        return previous.first_published_on, previous.first_published_at
    if stated := content["first_published_on"]:
        day = dt.date.fromisoformat(stated)
        return day, noon(day, institution.zone_name)
    if content["is_archive"]:
        return None, None
    return _day_of(live_from, institution.zone_name), live_from


def _modified_at(
    previous: Edition | None, live_from: dt.datetime, *, is_material: bool
) -> dt.datetime | None:
    if previous is None:
        return None
    return live_from if is_material else previous.modified_at


def _is_newly_retracted(content: Content, previous: Edition | None) -> bool:
    """True if an outlet has retracted what ran there since the last edition: subscribers must hear of it."""
    places = previous.printed.get("cited", {}).get("places", ()) if previous else ()
    said = sum("retraction" in place for place in places)
    return len(retracted_there(content)) > said


def _notices(
    previous: Edition | None, adding: tuple[NoticeFact, ...], renewed: Renewed
) -> tuple[NoticeFact, ...]:
    """The notices printed on the page so far, and those that are issued with it."""
    printed = printed_notices(previous, renewed) if previous else ()
    known = {notice.id for notice in printed}
    return (*printed, *(notice for notice in adding if notice.id is None or notice.id not in known))


def printed_notices(edition: Edition, renewed: Renewed = NOTHING) -> tuple[NoticeFact, ...]:
    """The notices that an edition prints; a piece that takes its place is named as it was printed."""
    keys = edition.printed["notice_ids"]
    rows = Notice.objects.filter(pk__in=keys).select_related("successor") if keys else ()
    successors = pinned_successors(edition, renewed)
    return tuple(
        replace(fact, href=successors[fact.id][0], title=successors[fact.id][1])
        if fact.id in successors
        else fact
        for fact in map(notice_fact, rows)
    )


def notice_fact(row: Notice) -> NoticeFact:
    """A notice on record as values."""
    return NoticeFact(
        row.pk, row.kind, row.issued_on, row.text, row.wrong, row.right, row.outlet_corrected_on, row.amends_id,
        *address_and_headline(row.successor), row.issued_by,
    )  # fmt: skip
