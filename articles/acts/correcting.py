"""Correcting a live piece: text and notice in one edition, made from the live version, never from a draft.

The change goes into the versions that wait too: as it is made, or by a decision afterwards.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from articles.acts.binding import bind
from articles.acts.drafting import append
from articles.acts.editions import close_editions, open_edition, reprint
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.ledger import Actor, enter, record
from articles.acts.notices import NoticeDraft, issue, issue_with
from articles.acts.publishing import demand_no_blockers
from articles.corrections import CORRECTABLE, HOLDS, Carried, Decisions, carry, find_lack
from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import Proof, local_day, make_proof, tombstone_with_notice
from articles.snapshot import SCHEMA, Content, clean_changes, content_hash, content_of, restore
from articles.states import Act, Form
from articles.timeline import Timeline


@transaction.atomic
def correct(
    article: Article,
    *,
    changes: Mapping[str, str],
    notice: NoticeDraft,
    by: Actor,
    at: dt.datetime,
    base: int | None = None,
    decisions: Decisions | None = None,
    reason: str = "",
) -> Edition:
    """Change the live text (`changes`: new headline, dek, body) with a notice; without changes issue the notice only.

    The change is carried by words into a scheduled version, which is printed again with the notice, and into a waiting
    draft. `decisions`: whose words stay in a passage of the scheduled version that says something else; without them
    CannotPublish. In the draft such passages stay open: it is not published until they are decided.
    Of a piece that is down only the notices can be added to.
    `base`: the number of the version that the changes were made to, None for a program: another correction that went
    out meanwhile would be undone below its own notice.
    """
    timeline = enter(Act.CORRECT, article, by=by, at=at)
    live, coming = timeline.current, timeline.coming
    if live is None:
        raise CannotPublish("Only a live piece can be corrected.")
    if live.form != Form.PIECE:
        return _add_notice(article, timeline, changes, notice, by=by, reason=reason)
    if base is not None and base != live.revision.number:
        raise ActRefused(
            f"Version {live.revision.number} has gone out meanwhile. Look at it, then correct again."
        )
    proof = correction_proof(live, changes, notice, timeline=timeline)
    checklist = demand_no_blockers(Act.CORRECT, proof, timeline, change=notice)
    kept = KeptVersions(live.revision, coming.revision if coming else None)
    if proof.edition.revision.pk is None:
        kept = keep_corrected(article, live, coming, proof.facts.content, decisions, by=by, at=at)
    revision = proof.edition.revision = kept.corrected
    entry = record(
        Act.CORRECT,
        article,
        timeline,
        by=by,
        revision=revision,
        reason=reason,
        checklist=checklist,
        after={"version": revision.number, "notice": notice.kind, "amends": notice.amends} | kept.as_json(),
    )
    fact = issue_with(proof, notice, entry=entry)
    close_editions(timeline.before(coming), at=at, entry=entry)
    edition = open_edition(proof, entry, until=coming)
    if coming:
        reprint(timeline.without_current(edition), entry, scheduled=kept.scheduled, adding=(fact,))
    return edition


def _add_notice(
    article: Article,
    timeline: Timeline,
    changes: Mapping[str, str],
    notice: NoticeDraft,
    *,
    by: Actor,
    reason: str,
) -> Edition:
    """Print the notice in the place of a piece again, with one more notice, or with an addition to one."""
    stone, last = timeline.current, timeline.latest_piece
    if changes:
        raise ActRefused("The text of this piece is down: only its notice can be added to.")
    if stone is None or last is None:
        raise ActRefused("There is no notice to add to.")
    after: dict[str, object] = {"notice": notice.kind, "amends": notice.amends}
    entry = record(Act.CORRECT, article, timeline, by=by, revision=last.revision, reason=reason, after=after)
    fact = issue(notice, entry=entry, on=local_day(last.revision, timeline.at))
    close_editions((stone,), at=timeline.at, entry=entry)
    return bind(tombstone_with_notice(stone, last, fact, at=timeline.at), entry)


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


WITH_CORRECTION = "with the correction"
"""Ends the label of a version into which a correction was carried."""


@dataclass(frozen=True)
class KeptVersions:
    """The versions that a correction leaves: the corrected one, and what is scheduled from now on.

    `holds`: pairs of version numbers; the first has the second's changes. `decided`: see `Carried.decisions`.
    """

    corrected: Revision
    scheduled: Revision | None = None
    holds: tuple[tuple[int, int], ...] = ()
    decided: tuple[dict[str, str], ...] = ()

    def as_json(self) -> dict[str, object]:
        """Members of the ledger entry."""
        members = {HOLDS: self.holds, "decided": self.decided}
        return {name: value for name, value in members.items() if value}


def keep_corrected(
    article: Article,
    live: Edition,
    coming: Edition | None,
    content: Content,
    decisions: Decisions | None,
    *,
    by: Actor,
    at: dt.datetime,
) -> KeptVersions:
    """Append the corrected version, and the scheduled one and the draft with the same change.

    What was saved last stays last. Raises CannotPublish if a passage of the scheduled version is not decided.
    """
    before = content_of(live.revision)
    head = DeskState.objects.get(article=article).head_number
    draft = Revision.objects.get(article=article, number=head)
    scheduled = coming.revision if coming and coming.revision_id != live.revision_id else None
    carried = carry(before, content, content_of(scheduled), decisions) if scheduled else None
    if carried and carried.passages:
        raise CannotPublish(
            "The scheduled version says something else in the same place: decide below which words stay in it."
        )
    is_draft_scheduled = scheduled is not None and scheduled.pk == draft.pk
    last = scheduled
    if scheduled and carried and not is_draft_scheduled and _is_changed(carried, scheduled):
        last = _append_carried(scheduled, carried, "Scheduled version", by=by, at=at)
    corrected = append(article, content, parent=live.revision, by=by, at=at, label="Correction")
    head_version = corrected
    holds = []
    if scheduled and carried and is_draft_scheduled:
        head_version = last = _append_carried(scheduled, carried, "Scheduled version", by=by, at=at)
    elif draft.pk != live.revision_id:
        in_draft = carry(before, content, content_of(draft))
        head_version = _append_carried(draft, in_draft, "Draft", by=by, at=at)
        holds += [] if in_draft.passages else [(head_version.number, corrected.number)]
    if last:
        holds.append((last.number, corrected.number))
    restore(head_version)
    decided = tuple(carried.decisions()) if carried else ()
    is_same = coming is not None and scheduled is None
    return KeptVersions(corrected, corrected if is_same else last, tuple(holds), decided)


def _is_changed(carried: Carried, waiting: Revision) -> bool:
    return content_hash(carried.content) != content_hash(content_of(waiting))


def _append_carried(
    waiting: Revision, carried: Carried, what: str, *, by: Actor, at: dt.datetime
) -> Revision:
    label = f"{what}, without all of the correction" if carried.passages else f"{what}, {WITH_CORRECTION}"
    return append(waiting.article, carried.content, parent=waiting, by=by, at=at, label=label)


@transaction.atomic
def settle_correction(
    article: Article,
    *,
    revision: Revision,
    decisions: Decisions,
    by: Actor,
    at: dt.datetime,
    reason: str = "",
) -> Revision:
    """Carry what readers were told into the newest version, with the decision on every passage that is open.

    `decisions`: key of each open passage -> a value of `Stays`. Returns the version that has it all: `revision` itself
    if its own words stay everywhere. Raises ActRefused if something is still open, or nothing is to be decided.
    """
    timeline = enter(Act.SETTLE_CORRECTION, article, by=by, at=at)
    if timeline.desk is None or timeline.desk.head_number != revision.number:
        raise ActRefused("Another version was saved meanwhile. Look again.")
    lack = find_lack(revision, timeline)
    if lack is None:
        raise ActRefused(
            "Nothing is to be decided: the newest version has everything that readers were told."
        )
    carried = lack.carried_into(revision, decisions)
    if carried.passages:
        raise ActRefused("Decide for every passage which words stay.")
    settled = revision
    if _is_changed(carried, revision):
        settled = _append_carried(revision, carried, "Draft", by=by, at=at)
        restore(settled)
    told = {notice.entry.revision.number for notice in lack.notices if notice.entry.revision}
    holds = tuple((settled.number, part) for part in sorted({*told, lack.live.number}))
    kept = KeptVersions(settled, None, holds, tuple(carried.decisions()))
    record(
        Act.SETTLE_CORRECTION, article, timeline, by=by, revision=settled, reason=reason,
        after={"version": settled.number, "notices": [notice.pk for notice in lack.notices]} | kept.as_json(),
    )  # fmt: skip
    return settled
