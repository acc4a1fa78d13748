"""Editions on a piece's timeline: which end, which begin, and which follow when a permission changes by the clock.

Only acts call this. What lies ahead is ended or emptied before new editions are bound, so that none overlap.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Unpack

from django.core.serializers.json import DjangoJSONEncoder

from articles.acts.binding import bind, close, move_end
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.press.facts import NoticeFact, printed_notices
from articles.press.proof import Proof, ProofOptions, make_proof
from articles.rights.sources import load_allowed
from articles.snapshot import content_of
from articles.states import Form
from articles.timeline import Timeline, load_timeline
from disclaimers.models import Institution
from prose.html.figures import with_figures


def close_editions(editions: Iterable[Edition], *, at: dt.datetime, entry: LedgerEntry) -> None:
    """End the editions at an instant, those that have ended before excepted; one that has not begun is emptied."""
    for edition in editions:
        if edition.live_until is None or edition.live_until > at or edition.live_from >= at:
            close(edition, at=at, entry=entry)


def open_edition(proof: Proof, entry: LedgerEntry, *, until: Edition | None = None) -> Edition:
    """Bind a proof, and after it an edition for each instant at which a permission shows more or less of the text.

    `until`: the scheduled edition that takes over. Returns the first edition.
    """
    return _bind_chain([proof, *_followers(proof, until)], entry, until)[0]


def reopen_edition(edition: Edition, entry: LedgerEntry, *, at: dt.datetime, until: Edition | None) -> None:
    """Take back an edition's end that lies ahead, and bind the editions that its permissions let follow it."""
    content = content_of(edition.revision)
    institution = Institution.objects.that_stands_for(content["institution"])
    allowed = load_allowed(content, edition.article_id, institution, max(at, edition.live_from))
    changes_at = allowed.changes_at if edition.form == Form.PIECE else None
    _continue(edition, _proofs_after(edition, changes_at, until), entry, until)


def call_off(timeline: Timeline, entry: LedgerEntry) -> Timeline:
    """Empty the scheduled edition, which stays on record, and let the live one go on; return the timeline after it."""
    coming = timeline.coming
    if coming is None:
        return timeline
    close_editions((coming, *timeline.following(coming)), at=coming.live_from, entry=entry)
    before = timeline.before(coming)
    if before and before[-1].live_until == coming.live_from:
        reopen_edition(before[-1], entry, at=timeline.at, until=None)
    return replace(load_timeline(coming.article_id, timeline.at), desk=timeline.desk)


def _continue(
    edition: Edition, followers: Sequence[Proof], entry: LedgerEntry, until: Edition | None
) -> None:
    """Move an edition's end to where the first of its followers, else the scheduled edition, begins."""
    if followers:
        move_end(edition, (followers[0].edition.live_from, entry))
        _bind_chain(followers, entry, until)
    else:
        move_end(edition, (until.live_from, until.entry) if until else None)


def _bind_chain(chain: Sequence[Proof], entry: LedgerEntry, until: Edition | None) -> list[Edition]:
    """Bind proofs so that each ends where the next begins, the last one where `until` does."""
    last = (until.live_from, until.entry) if until else None
    ends = (*((proof.edition.live_from, entry) for proof in chain[1:]), last)
    return [bind(proof, entry, ends=end) for proof, end in zip(chain, ends, strict=True)]


def _followers(proof: Proof, until: Edition | None) -> list[Proof]:
    return _proofs_after(proof.edition, proof.facts.allowed.changes_at, until)


def _proofs_after(edition: Edition, changes_at: dt.datetime | None, until: Edition | None) -> list[Proof]:
    """Print what follows an edition by the clock alone, until a scheduled edition takes over.

    Where readers would see no difference the edition before goes on.
    """
    proofs = []
    while changes_at and (until is None or changes_at < until.live_from):
        proof = make_proof(edition.revision, at=changes_at, live_from=changes_at, after=edition)
        changes_at = proof.facts.allowed.changes_at
        if differs(edition, proof.edition):
            proof.edition.is_following = True
            if _text(proof.edition) == _text(edition):  # only a line or a picture beside the text has changed
                proof.edition.modified_at = edition.modified_at
            proofs.append(proof)
            edition = proof.edition
    return proofs


def _text(edition: Edition) -> str:
    """The text of a page without its figures."""
    return with_figures(edition.body, lambda figure: "")


def reprint(
    timeline: Timeline,
    entry: LedgerEntry,
    *,
    proof: Proof | None = None,
    scheduled: Revision | None = None,
    **options: Unpack[ProofOptions],
) -> Edition | None:
    """Print the live edition and the scheduled one again from today's facts; an edition that would not change stays.

    `proof`: the proof of the live edition, if the act has made it. `scheduled`: the version that is scheduled from now
    on, if it is another. Returns the new live edition, else the new scheduled one, or None if nothing changes for
    readers.
    """
    current, coming = timeline.current, timeline.coming
    opened = None
    if current and current.form == Form.PIECE:
        proof = proof or make_proof(current.revision, at=timeline.at, timeline=timeline, **options)
        opened = _reprint_current(current, proof, timeline, entry)
    if coming:
        previous = opened or current or timeline.latest
        version = scheduled or coming.revision
        reprinted = _reprint_coming(coming, version, previous, timeline, entry, options)
        opened = opened or reprinted
    return opened


def _reprint_current(
    current: Edition, proof: Proof, timeline: Timeline, entry: LedgerEntry
) -> Edition | None:
    """Replace the live edition by its proof if they differ; else only what follows it, if that does."""
    if differs(current, proof.edition):
        close_editions(timeline.before(timeline.coming), at=timeline.at, entry=entry)
        return open_edition(proof, entry, until=timeline.coming)
    bound = timeline.following(current)
    followers = _proofs_after(current, proof.facts.allowed.changes_at, timeline.coming)
    if not _is_bound(followers, bound):
        close_editions(bound, at=timeline.at, entry=entry)
        _continue(current, followers, entry, timeline.coming)
    return None


def _reprint_coming(
    coming: Edition,
    version: Revision,
    previous: Edition | None,
    timeline: Timeline,
    entry: LedgerEntry,
    options: ProofOptions,
) -> Edition | None:
    """Replace the scheduled edition and what follows it, if readers would see a difference or it is another version."""
    chain = _coming_again(coming, version, previous, timeline, options)
    bound = (coming, *timeline.following(coming))
    return (
        None
        if version.pk == coming.revision_id and _is_bound(chain, bound)
        else _replace_coming(chain, bound, entry)
    )


def _coming_again(
    coming: Edition,
    version: Revision,
    previous: Edition | None,
    timeline: Timeline,
    options: ProofOptions,
) -> list[Proof]:
    """Print a version in the place of the scheduled edition, and what follows it."""
    options = {**options, **as_scheduled(coming, options.get("adding", ()))}
    proof = make_proof(version, at=timeline.at, live_from=coming.live_from, after=previous, **options)
    return [proof, *_followers(proof, None)]


def _replace_coming(chain: Sequence[Proof], bound: Sequence[Edition], entry: LedgerEntry) -> Edition:
    close_editions(bound, at=bound[0].live_from, entry=entry)
    return _bind_chain(chain, entry, None)[0]


@dataclass(frozen=True)
class ComingAgain:
    """The scheduled pages of a piece, printed again from today's records; `replace` stores it."""

    proof: Proof
    _chain: tuple[Proof, ...]
    _bound: tuple[Edition, ...]

    def replace(self, entry: LedgerEntry) -> Edition:
        return _replace_coming(self._chain, self._bound, entry)


def coming_again(timeline: Timeline) -> ComingAgain | None:
    """Print what is scheduled again; None if neither its page nor the reasons of its lines change.

    Readers have not had it, so its reasons are kept true as well: the days of a post, the period of a text.
    """
    coming = timeline.coming
    if coming is None:
        return None
    chain = _coming_again(coming, coming.revision, timeline.current or timeline.latest, timeline, {})
    bound = (coming, *timeline.following(coming))
    is_same = _is_bound(chain, bound) and _reasons(coming) == _reasons(chain[0].edition)
    return None if is_same else ComingAgain(chain[0], tuple(chain), bound)


def _reasons(edition: Edition) -> object:
    """The reasons for the lines of a page, as the database returns it."""
    behind = {name: edition.printed[name] for name in ("records", "wordings", "rights")}
    return json.loads(json.dumps(behind, cls=DjangoJSONEncoder))


def _is_bound(chain: Sequence[Proof], bound: Sequence[Edition]) -> bool:
    """True if the editions bound already show readers the same as the chain, instant by instant."""
    return len(bound) == len(chain) and all(
        (edition.live_from, edition.permalink_id) == (proof.edition.live_from, proof.edition.permalink_id)
        and not differs(edition, proof.edition)
        for edition, proof in zip(bound, chain, strict=True)
    )


def differs(edition: Edition, other: Edition) -> bool:
    """True if readers would see a difference: everything printed counts, the facts behind it do not."""
    columns = (
        "mode", "search_policy", "left_out_of", "kicker", "headline", "dek", "body", "endnotes", "outlet_line",
    )  # fmt: skip
    lines, others = _visible_lines(edition), _visible_lines(other)
    if (
        not lines.keys() & others.keys() & {"cited"}
    ):  # a page of an earlier release keeps no facts for programs
        lines.pop("cited", None), others.pop("cited", None)
    return lines != others or any(getattr(edition, name) != getattr(other, name) for name in columns)


def _visible_lines(edition: Edition) -> dict[str, object]:
    """`Edition.printed` without what readers do not see, as the database returns it."""
    behind = (
        "records", "rights", "authors", "other_bylines", "notice_ids", "claims_for_house", "withheld_wordings", "terms",
        "readers_since",
    )  # fmt: skip
    shown = {
        name: [row["text"] for row in value] if name == "wordings" else value
        for name, value in edition.printed.items()
        if name not in behind and value
    }
    lines: dict[str, object] = json.loads(json.dumps(shown, cls=DjangoJSONEncoder))
    return lines


def as_scheduled(coming: Edition, adding: tuple[NoticeFact, ...] = ()) -> ProofOptions:
    """Options to print a scheduled edition again, with the notices and the kind of change decided for it."""
    return {
        "adding": (*adding, *printed_notices(coming)),
        "is_material": coming.modified_at == coming.live_from,
    }
