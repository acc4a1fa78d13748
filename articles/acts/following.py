"""Following: pages made from a piece show no more than it may, from the same instant and in the same transaction."""

from django.db import transaction
from django.db.models import Q
from django.utils.text import capfirst

from articles.acts.binding import bind
from articles.acts.editions import close_editions, reprint
from articles.acts.errors import ActRefused
from articles.acts.ledger import load_desk_state, record
from articles.acts.locks import lock, pieces_made_from
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.press.facts import printed_notices
from articles.press.proof import IS_HIDDEN, tombstone_again
from articles.rights.naming import is_open_to, named_for
from articles.states import ACTS, Act, Form
from articles.timeline import Timeline, load_timeline


def follow(cause: LedgerEntry) -> None:
    """Print again what is made from the piece of a ledger entry, over any number of steps, if its act changes it.

    Each such piece gets an entry of its own, which names the cause. Raises ActRefused if one of them was changed by a
    later act meanwhile.
    """
    for key in pieces_made_from(cause.article_id, cause.at):
        _print_again(lock(key), cause)


@transaction.atomic
def _print_again(piece: Article, cause: LedgerEntry) -> None:
    try:
        load_desk_state(Act.REISSUE, piece, cause.at)
    except ActRefused as refused:
        name = capfirst(named_for(cause.article.institution_id, piece))
        raise ActRefused(f"{name} is made from this piece. {refused}") from refused
    timeline = load_timeline(piece.pk, cause.at)
    printed = timeline.current or timeline.coming
    entry = record(
        Act.REISSUE,
        piece,
        timeline,
        by=cause.actor,
        revision=printed.revision if printed else None,
        reason=_reason_for(piece, cause),
        after={
            "version": printed.revision.number if printed else None,
            "source": cause.article_id,
            "source_entry": cause.pk,
        },
    )
    reprint(timeline, entry)
    if printed and printed.form != Form.PIECE:
        _print_tombstone_again(load_timeline(piece.pk, cause.at), entry)
    if not Edition.objects.filter(Q(entry=entry) | Q(closed_by=entry)).exists():
        transaction.set_rollback(True)  # nothing changes for readers: no entry either


def _print_tombstone_again(timeline: Timeline, entry: LedgerEntry) -> None:
    """Print the notice in the place of a piece again if its headline may not stand there any more, or may again."""
    stone, last, coming = timeline.current, timeline.latest_piece, timeline.coming
    if stone is None or last is None:
        return
    proof = tombstone_again(stone, last, printed_notices(stone), at=timeline.at)
    is_hidden, was_hidden = (each.printed.get(IS_HIDDEN, False) for each in (proof.edition, stone))
    if is_hidden != was_hidden and proof.edition.headline != stone.headline:
        close_editions((stone,), at=timeline.at, entry=entry)
        bind(proof, entry, ends=(coming.live_from, coming.entry) if coming else None)


def _reason_for(piece: Article, cause: LedgerEntry) -> str:
    """Why the piece is printed again; another house’s piece is not named, and its editors’ words stay theirs."""
    source, act = cause.article, ACTS[Act(cause.act)].label.lower()
    words = cause.reason if is_open_to(piece.institution_id, source) else ""
    return f"It is made from {named_for(piece.institution_id, source)}: {act}. {words}".strip()
