"""Checks that no version undoes what readers were told: the corrections on the page, and the notice going out."""

from collections.abc import Iterator, Sequence

from django.utils.text import get_text_list

from articles.checklist.obstacles import Obstacle
from articles.corrections import carry, find_lack, undone_corrections, versions_within
from articles.models.notice import Notice
from articles.press.proof import Proof
from articles.snapshot import content_hash, content_of
from articles.states import Act
from articles.timeline import Timeline
from prose.dates import day_in_words


def corrections_left_out(act: Act, proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Block a version without a change that a notice on its page tells of, and a notice that a later version belies."""
    revision = proof.edition.revision
    if act == Act.CORRECT:  # it starts from what readers have, and carries the change into what waits
        return
    if lack := find_lack(revision, timeline):
        sentence = (
            f"Version {revision.number} would undo what readers were told: it lacks {_named(lack.notices)}. "
            "Decide first which words stay."
        )
        yield Obstacle("lacks_correction", sentence, act=Act.SETTLE_CORRECTION)
    if _is_belied(act, proof, timeline) and timeline.coming:
        sentence = (
            f"The scheduled version {timeline.coming.revision.number} would print this notice above a text without "
            "the change. Call it off, or schedule a version that has the change in its place."
        )
        yield Obstacle("scheduled_lacks_change", sentence)


def undone(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about a version that has corrected words as they were before."""
    if notices := undone_corrections(proof.edition.revision, timeline):
        sentence = (
            f"This version has words as they were before {_named(notices)}, and the page goes on telling readers "
            "of it."
        )
        yield Obstacle("correction_undone", sentence, "body")


def older_base(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Warn of a version not made from the live one: publishing it would undo the live one's changes."""
    live, revision = timeline.current, proof.edition.revision
    if live is None or revision.pk is None or live.revision_id == revision.pk:
        return
    if live.revision_id in versions_within(revision):
        return
    sentence = (
        f"Version {revision.number} was not made from version {live.revision.number}, which readers have: "
        "publishing it undoes what that version changed. Compare the two first."
    )
    yield Obstacle("older_base", sentence)


def _is_belied(act: Act, proof: Proof, timeline: Timeline) -> bool:
    """True if a notice goes out now with a change that the scheduled version, which stays, does not have."""
    before, coming = timeline.latest_piece, timeline.coming
    is_told = any(notice.id is None for notice in proof.facts.notices)
    if act != Act.PUBLISH or not is_told or before is None or coming is None:
        return False
    waiting = content_of(coming.revision)
    carried = carry(content_of(before.revision), proof.facts.content, waiting)
    return bool(carried.passages) or content_hash(carried.content) != content_hash(waiting)


def _named(notices: Sequence[Notice]) -> str:
    """ "the correction of 11 March 2026 and the update of 2 May 2026"."""
    named = [
        f"the {notice.get_kind_display().lower()} of {day_in_words(notice.issued_on)}" for notice in notices
    ]
    return get_text_list(named, "and")
