"""Correcting a live piece: text and notice in one edition, made from the live version, never from a draft."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from articles.acts.drafting import append
from articles.acts.editions import close_editions, open_edition, reprint
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue_with
from articles.acts.publishing import demand_no_blockers
from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import Proof, local_day, make_proof
from articles.snapshot import SCHEMA, Content, clean_changes, content_hash, content_of, restore
from articles.states import Act
from articles.timeline import Timeline
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
    """Change the live text (`changes`: new headline, dek, body) with a notice; without changes issue the notice only.

    The change is carried into a waiting draft if the draft still has the wrong words; else the draft stays and the
    checklist warns before it is published. A scheduled version is printed again with the notice.
    """
    timeline = enter(Act.CORRECT, article, by=by, at=at)
    live, coming = timeline.current, timeline.coming
    if live is None:
        raise CannotPublish("Only a live piece can be corrected.")
    proof = correction_proof(live, changes, notice, timeline=timeline)
    checklist = demand_no_blockers(Act.CORRECT, proof, timeline, change=notice)
    if proof.edition.revision.pk is None:
        proof.edition.revision = _keep(article, live.revision, proof.facts.content, by=by, at=at)
    revision = proof.edition.revision
    entry = record(
        Act.CORRECT,
        article,
        timeline,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        after={"version": revision.number, "notice": notice.kind, "amends": notice.amends},
    )
    fact = issue_with(proof, notice, entry=entry)
    close_editions(timeline.before(coming), at=at, entry=entry)
    edition = open_edition(proof, entry, until=coming)
    if coming:
        reprint(timeline.without_current(edition), entry, adding=(fact,))
    return edition


def correction_proof(
    live: Edition, changes: Mapping[str, str], notice: NoticeDraft, *, timeline: Timeline
) -> Proof:
    """The edition that a correction makes; its revision is not stored yet, or the live one if the text stays."""
    if unknown := set(changes) - set(CORRECTABLE):
        raise ActRefused(f"A correction changes headline, dek and text, not {', '.join(sorted(unknown))}.")
    revision, content = live.revision, content_of(live.revision) | clean_changes(changes)
    if content_hash(content) != revision.content_hash:
        revision = Revision(
            article_id=live.article_id, number=revision.number, schema=SCHEMA, content=content
        )
    fact = notice.fact(local_day(revision, timeline.at))
    return make_proof(revision, at=timeline.at, timeline=timeline, adding=(fact,))


def _keep(article: Article, live: Revision, content: Content, *, by: Actor, at: dt.datetime) -> Revision:
    """Append the corrected version after the live one, and the waiting draft, if there is one, with the same change."""
    desk = DeskState.objects.get(article=article)
    draft = Revision.objects.get(article=article, number=desk.head_number)
    revision = append(article, content, parent=live, by=by, at=at, label="Correction")
    if draft.pk == live.pk:
        restore(revision)
        return revision
    waiting, before = content_of(draft), content_of(live)
    carried = {
        field: carried_over(before[field], content[field], waiting[field]) if field == "body"
        else _line_carried_over(before[field], content[field], waiting[field])
        for field in CORRECTABLE if content[field] != before[field]
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
