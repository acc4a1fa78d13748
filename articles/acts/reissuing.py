"""Printing pages again from today's records: the only way in which a changed name or text reaches them."""

import datetime as dt

from django.db import transaction

from articles.acts.errors import CannotPublish
from articles.acts.laying import differs, reprint
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.checklist import Checklist, Obstacle
from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.facts import Pinning
from articles.press.proof import ProofOptions, make_proof
from articles.states import Act


class NothingToChange(CannotPublish):
    """The page would say what it says."""

    def __init__(self) -> None:
        nothing = Obstacle("nothing_changes", "Nothing would change on the page.")
        super().__init__(nothing.sentence, Checklist((nothing,)))


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
    """Print the live version and the scheduled one again, with current names or wordings where asked.

    Their text stays as it is. `corrected`: keys of disclaimer texts in which a slip was put right. Raises
    NothingToChange where readers would be told what they are told.
    """
    demand_reason(Act.REISSUE, reason)
    standing = enter(Act.REISSUE, article, by=by, at=at)
    current, coming = standing.current, standing.coming
    choices: ProofOptions = {
        "names": names, "wordings": wordings, "corrected": corrected, "is_material": False
    }  # fmt: skip
    sheet = make_proof(current.revision, at=at, standing=standing, **choices) if current else None
    if current and sheet and not coming and not differs(current, sheet.edition):
        raise NothingToChange
    edition = current or coming
    printed = edition.revision if edition else None
    entry = record(
        Act.REISSUE,
        article,
        standing,
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
    opened = reprint(standing, entry, sheet=sheet, **choices)
    if opened is None:  # and with the transaction goes the entry
        raise NothingToChange
    return opened


def preview_reissue(
    live: Edition,
    *,
    wordings: Pinning = "pinned",
    names: Pinning = "pinned",
    corrected: frozenset[int] = frozenset(),
    at: dt.datetime,
) -> Edition | None:
    """What the act would make of a live page or a scheduled one, not stored; None where it would say the same."""
    choices: ProofOptions = {
        "names": names, "wordings": wordings, "corrected": corrected, "is_material": False
    }  # fmt: skip
    if live.live_from > at:
        sheet = make_proof(live.revision, at=at, live_from=live.live_from, **choices).edition
    else:
        sheet = make_proof(live.revision, at=at, after=live, **choices).edition
    return sheet if differs(live, sheet) else None
