"""What brings a piece before readers: publish, now or later."""

import datetime as dt
from typing import Literal

from django.db import transaction

from articles.acts.errors import CannotPublish
from articles.acts.laying import end, lay, reprint
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue
from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.facts import NoticeFact
from articles.press.proof import Proof, make_proof
from articles.states import Act
from articles.timeline import Timeline

DeclaredChange = Literal["minor"] | NoticeDraft | None
"""What readers are told of a change to a page they have had: nothing, for it is minor, or a notice."""


@transaction.atomic
def publish(
    article: Article,
    *,
    revision: Revision,
    by: Actor,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    change: DeclaredChange = None,
    without_text: bool = False,
    reason: str = "",
) -> Edition:
    """Give readers this version from now on, or from `live_from` on: then it is scheduled, and nothing need run.

    `change`: needed where readers have had the piece and would see another; `without_text`: somebody said that it
    goes out as headline, dek and link because a permission is missing. Raises CannotPublish with the checklist.
    """
    act = Act.PUBLISH if live_from is None else Act.SCHEDULE
    standing = enter(act, article, by=by, at=at)
    if revision.article_id != article.pk:
        raise CannotPublish("This version belongs to another piece.")
    sheet = drawn(revision, at=at, live_from=live_from, change=change)
    checklist = passed(act, sheet, standing, change=change, without_text=without_text)
    entry = record(
        act,
        article,
        standing,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        after={
            "version": revision.number,
            "live_from": sheet.edition.live_from,
            "first_published_on": sheet.edition.first_published_on,
            "change": change.kind if isinstance(change, NoticeDraft) else change,
            "mode": sheet.edition.mode,
        },
    )
    told: tuple[NoticeFact, ...] = ()
    if isinstance(change, NoticeDraft):
        told = (issue(article, change, entry=entry, on=sheet.facts.live_on),)
        sheet = make_proof(revision, at=at, live_from=live_from, adding=told)
    until = standing.coming if live_from is None else None
    end(standing.before(until), at=sheet.edition.live_from, entry=entry)
    edition = lay(sheet, entry, until=until)
    if until:
        reprint(standing.without_current(edition), entry, adding=told)
    return edition


def drawn(
    revision: Revision, *, at: dt.datetime, live_from: dt.datetime | None, change: DeclaredChange
) -> Proof:
    """The proof of an act before anything is on record: a notice is printed as if it were."""
    sheet = make_proof(revision, at=at, live_from=live_from, is_material=change != "minor")
    if not isinstance(change, NoticeDraft):
        return sheet
    return make_proof(revision, at=at, live_from=live_from, adding=(change.fact(sheet.facts.live_on),))


def passed(
    act: Act, sheet: Proof, standing: Timeline, *, change: DeclaredChange = None, without_text: bool = False
) -> Checklist:
    """The checklist of an act that nothing stands in the way of; raises CannotPublish where something does."""
    checklist = check(act, sheet, standing, is_declared=change is not None, without_text=without_text)
    if checklist.blockers:
        raise CannotPublish(" ".join(item.sentence for item in checklist.blockers), checklist)
    return checklist
