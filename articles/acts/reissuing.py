"""Reissuing: print published pages again, the only way in which a changed name or disclaimer reaches them."""

import datetime as dt

from django.db import transaction

from articles.acts.editions import differs, reprint
from articles.acts.errors import CannotPublish
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.checklist import Checklist, Obstacle
from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.facts import Pinning
from articles.press.proof import ProofOptions, make_proof
from articles.states import Act


class NothingToChange(CannotPublish):
    """The printed page would not change."""

    def __init__(self) -> None:
        blocker = Obstacle("nothing_changes", "Nothing would change on the page.")
        super().__init__(blocker.sentence, Checklist((blocker,)))


@transaction.atomic
def reissue(
    article: Article,
    *,
    wordings: Pinning = "pinned",
    names: Pinning = "pinned",
    corrected: frozenset[int] = frozenset(),
    by: Actor,
    at: dt.datetime,
    reason: str,
) -> Edition:
    """Print the live version and the scheduled one again, with today's names or wordings if asked for.

    The text stays. `corrected`: keys of disclaimer texts in which a slip was corrected. Raises NothingToChange if
    readers would see no difference.
    """
    demand_reason(Act.REISSUE, reason)
    timeline = enter(Act.REISSUE, article, by=by, at=at)
    current, coming = timeline.current, timeline.coming
    options = _options(names, wordings, corrected)
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
        after={
            "version": printed.number if printed else None,
            "wordings": wordings,
            "names": names,
            "corrected": sorted(corrected),
        },
    )
    opened = reprint(timeline, entry, proof=proof, **options)
    if opened is None:  # the entry is rolled back with the transaction
        raise NothingToChange
    return opened


def preview_reissue(
    edition: Edition,
    *,
    wordings: Pinning = "pinned",
    names: Pinning = "pinned",
    corrected: frozenset[int] = frozenset(),
    at: dt.datetime,
) -> Edition | None:
    """The edition that `reissue` would make of a live or scheduled one, not stored; None if nothing would change."""
    options = _options(names, wordings, corrected)
    if edition.live_from > at:
        proof = make_proof(edition.revision, at=at, live_from=edition.live_from, **options)
    else:
        proof = make_proof(edition.revision, at=at, after=edition, **options)
    return proof.edition if differs(edition, proof.edition) else None


def _options(names: Pinning, wordings: Pinning, corrected: frozenset[int]) -> ProofOptions:
    return {"names": names, "wordings": wordings, "corrected": corrected, "is_material": False}
