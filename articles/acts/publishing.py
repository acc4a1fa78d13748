"""What brings a piece before readers and takes it away: publish (now or later), unpublish, re-issue."""

import datetime as dt

from django.db import transaction

from articles.acts.binding import bind, close
from articles.acts.errors import CannotPublish
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.checklist import Checklist, check
from articles.facts import Choice
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press import Proof, proof
from articles.states import Act
from articles.timeline import Timeline


@transaction.atomic
def publish(
    article: Article,
    *,
    revision: Revision,
    by: Actor,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    reason: str = "",
) -> Edition:
    """Give readers this version from now on, or from `live_from` on: then it is scheduled, and nothing need run.

    The version that is live until then ends in the same transaction. Raises CannotPublish with the checklist.
    """
    act = Act.PUBLISH if live_from is None else Act.SCHEDULE
    standing = enter(act, article, by=by, at=at)
    if revision.article_id != article.pk:
        raise CannotPublish("This version belongs to another piece.")
    sheet = proof(revision, at=at, live_from=live_from)
    checklist = _passed(act, sheet, standing)
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
        },
    )
    if standing.current:
        close(standing.current, at=sheet.edition.live_from, entry=entry)
    return bind(sheet, entry, until=standing.coming)


@transaction.atomic
def unpublish(article: Article, *, by: Actor, at: dt.datetime, reason: str) -> None:
    """Take a piece from readers now; its address answers 410. A scheduled version is called off with it."""
    demand_reason(Act.UNPUBLISH, reason)
    standing = enter(Act.UNPUBLISH, article, by=by, at=at)
    entry = record(Act.UNPUBLISH, article, standing, by=by, reason=reason)
    for edition in (standing.coming, standing.current):
        if edition:
            close(edition, at=at, entry=entry)


@transaction.atomic
def reissue(
    article: Article,
    *,
    wordings: Choice = "pinned",
    names: Choice = "pinned",
    by: Actor,
    at: dt.datetime,
    reason: str,
) -> Edition:
    """Print the live version again, with current names or wordings where asked. Its text stays as it is."""
    demand_reason(Act.REISSUE, reason)
    standing = enter(Act.REISSUE, article, by=by, at=at)
    if standing.current is None:
        raise CannotPublish("Only a live piece can be re-issued.")
    revision = standing.current.revision
    sheet = proof(revision, at=at, names=names, wordings=wordings)
    checklist = _passed(Act.REISSUE, sheet, standing)
    entry = record(
        Act.REISSUE,
        article,
        standing,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        after={"version": revision.number, "wordings": wordings, "names": names},
    )
    close(standing.current, at=at, entry=entry)
    return bind(sheet, entry)


def _passed(act: Act, sheet: Proof, standing: Timeline) -> Checklist:
    checklist = check(act, sheet, standing)
    if checklist.blockers:
        raise CannotPublish(" ".join(item.sentence for item in checklist.blockers), checklist)
    return checklist
