"""Reissuing: print published pages again, the only way in which a changed name or disclaimer reaches them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import transaction

from articles.acts.editions import differs, reprint
from articles.acts.errors import CannotPublish
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.checklist import Checklist, Obstacle
from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.batch_cache import batch_cache
from articles.press.comparison import SentenceChange, changed_sentences
from articles.press.pinned.library import OF_THE_LIBRARY, rows_of
from articles.press.pinned.terms import licences_on
from articles.press.proof import ProofOptions, make_proof
from articles.press.records.merged import load_merged
from articles.renewed import NOTHING, Renewable, Renewed
from articles.states import Act


class NothingToChange(CannotPublish):
    """The printed page would not change."""

    def __init__(self) -> None:
        blocker = Obstacle("nothing_changes", "Nothing would change on the page.")
        super().__init__(blocker.sentence, Checklist((blocker,)))


@transaction.atomic
def reissue(article: Article, *, renewed: Renewed, by: Actor, at: dt.datetime, reason: str) -> Edition:
    """Print the live version and the scheduled one again, with what is `renewed` read from today's records.

    The text stays, and so does every other word that the page took from records. Raises NothingToChange if readers
    would see no difference.
    """
    demand_reason(Act.REISSUE, reason)
    timeline = enter(Act.REISSUE, article, by=by, at=at)
    current, coming = timeline.current, timeline.coming
    options = _options(renewed)
    proof = make_proof(current.revision, at=at, timeline=timeline, **options) if current else None
    if current and proof and not coming and not differs(current, proof.edition):
        raise NothingToChange
    edition = current or coming
    printed = edition.revision if edition else None
    entry = record(
        Act.REISSUE,
        article,
        timeline,
        by=by,
        revision=printed,
        reason=reason,
        after={"version": printed.number if printed else None, "renewed": sorted(renewed.codes)},
    )
    opened = reprint(timeline, entry, proof=proof, **options)
    if opened is None:  # the entry is rolled back with the transaction
        raise NothingToChange
    return opened


def preview_reissue(edition: Edition, *, renewed: Renewed, at: dt.datetime) -> Edition | None:
    """The edition that `reissue` would make of a live or scheduled one, not stored; None if nothing would change."""
    options = _options(renewed)
    if edition.live_from > at:
        proof = make_proof(edition.revision, at=at, live_from=edition.live_from, **options)
    else:
        proof = make_proof(edition.revision, at=at, after=edition, **options)
    return proof.edition if differs(edition, proof.edition) else None


@dataclass(frozen=True)
class Renewal:
    """One thing of a page that may be read anew, and the sentences that this would change."""

    renewed: Renewed
    changes: tuple[SentenceChange, ...]

    @property
    def code(self) -> str:
        """The one code in `renewed`."""
        return next(iter(self.renewed.codes))


def renewals(edition: Edition, *, at: dt.datetime) -> list[Renewal]:
    """Changes that reading each record of a page anew would make; records without any are left out.

    A scheduled piece that readers have never had is printed from today's records in any case: it has none.
    """
    candidates = list(_candidates(edition))
    with batch_cache():
        before = preview_reissue(edition, renewed=NOTHING, at=at) or edition
        if _changed(before, edition, reduce(or_, candidates, NOTHING), at) is None:
            return []
        pages = [(each, _changed(before, edition, each, at)) for each in candidates]
    return [Renewal(each, tuple(changed_sentences(before, page))) for each, page in pages if page]


def _changed(before: Edition, edition: Edition, renewed: Renewed, at: dt.datetime) -> Edition | None:
    page = preview_reissue(edition, renewed=renewed, at=at) or edition
    return page if differs(before, page) else None


def _candidates(edition: Edition) -> Iterator[Renewed]:
    """Each record that a page was printed from, by itself."""
    records, wordings = edition.printed["records"], edition.printed["wordings"]
    licences = licences_on(load_merged().of_page(edition))
    keys: dict[Renewable, Iterable[object]] = {
        Renewable.PEOPLE: records["people"],
        Renewable.POSTS: records["people"],
        Renewable.OUTLETS: records["venues"],
        **{each: rows_of(edition, each) for each in OF_THE_LIBRARY},
        # The usual licence of the content type may be new to the page.
        Renewable.LICENCE: licences or [""],
        Renewable.TOPICS: [topic["slug"] for topic in edition.printed["topics"]],
        Renewable.DISCLAIMERS: dict.fromkeys(row["disclaimer"] for row in wordings if row["chosen_for"]),
        Renewable.SLIPS: dict.fromkeys(row["wording"] for row in wordings if row["wording"]),
    }
    for subject in Renewable:
        yield from (Renewed.of(subject, keys=[key]) for key in keys.get(subject, ()))
        if subject not in keys:
            yield Renewed.of(subject)


def _options(renewed: Renewed) -> ProofOptions:
    return {"renewed": renewed, "is_material": False}
