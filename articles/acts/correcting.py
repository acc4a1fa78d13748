"""Correcting a live piece: text and notice in one edition, made from what readers have, never from a draft."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from articles.acts.drafting import append
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.laying import end, lay, reprint
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue
from articles.acts.publishing import passed
from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import Proof, make_proof
from articles.snapshot import Content, cleaned, content_hash, restore, upgraded
from articles.states import Act
from prose.html.merge import carried_over

CORRECTABLE = ("headline", "dek", "body")


@transaction.atomic
def correct(
    article: Article,
    *,
    changes: Mapping[str, str],
    notice: NoticeDraft,
    by: Actor,
    at: dt.datetime,
    reason: str = "",
) -> Edition:
    """Change the live text (`changes`: new headline, dek, body) and say so; or, without changes, only say it.

    A draft that waits is carried along where it still says what was wrong, else it stays as it is and is flagged
    when somebody wants to publish it. A scheduled version is printed again with the notice.
    """
    standing = enter(Act.CORRECT, article, by=by, at=at)
    live = standing.current
    if live is None:
        raise CannotPublish("Only a live piece can be corrected.")
    sheet, content = correction_proof(live, changes, notice, at=at)
    checklist = passed(Act.CORRECT, sheet, standing, change=notice)
    revision = live.revision
    if content_hash(content) != live.revision.content_hash:
        revision = _keep(article, live.revision, content, by=by, at=at)
    entry = record(
        Act.CORRECT,
        article,
        standing,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        after={"version": revision.number, "notice": notice.kind, "amends": notice.amends},
    )
    told = issue(article, notice, entry=entry, on=sheet.facts.live_on)
    final = make_proof(revision, at=at, adding=(told,))
    end(standing.before(standing.coming), at=at, entry=entry)
    edition = lay(final, entry, until=standing.coming)
    if standing.coming:
        reprint(standing.without_current(edition), entry, adding=(told,))
    return edition


def correction_proof(
    live: Edition, changes: Mapping[str, str], notice: NoticeDraft, *, at: dt.datetime
) -> tuple[Proof, Content]:
    """What the act would print, and the content it would keep."""
    if unknown := set(changes) - set(CORRECTABLE):
        raise ActRefused(f"A correction changes headline, dek and text, not {', '.join(sorted(unknown))}.")
    content = upgraded(live.revision) | cleaned(changes)
    draft = Revision(
        article=live.article, number=live.revision.number, schema=live.revision.schema, content=content
    )
    told = notice.fact(make_proof(live.revision, at=at).facts.live_on)
    return make_proof(draft, at=at, adding=(told,)), content


def _keep(article: Article, live: Revision, content: Content, *, by: Actor, at: dt.datetime) -> Revision:
    """A version of its own after the live one; then the draft that waits, if there is one, with the same change."""
    desk = DeskState.objects.get(article=article)
    draft = Revision.objects.get(article=article, number=desk.head_number)
    revision = append(article, content, parent=live, by=by, at=at, label="Correction")
    if draft.pk == live.pk:
        restore(revision)
        return revision
    waiting, was, now = upgraded(draft), upgraded(live), content
    carried = {
        field: carried_over(was[field], now[field], waiting[field]) if field == "body"
        else _line_carried_over(was[field], now[field], waiting[field])
        for field in CORRECTABLE if now[field] != was[field]
    }  # fmt: skip
    is_whole = None not in carried.values()
    waiting |= {field: text for field, text in carried.items() if text is not None}
    merged = append(
        article, waiting, parent=revision if is_whole else draft, by=by, at=at,
        label="Draft, with the correction" if is_whole else "Draft, without all of the correction",
    )  # fmt: skip
    restore(merged)
    return revision


def _line_carried_over(old: str, new: str, other: str) -> str | None:
    return new if other in (old, new) else None
