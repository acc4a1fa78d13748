"""Laying editions on the timeline: what ends, what begins, and what follows when a permission changes by the clock.

Only acts call this. One rule holds throughout: what lies ahead is ended or emptied first, then the new is bound.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Unpack

from django.core.serializers.json import DjangoJSONEncoder

from articles.acts.binding import bind, close, end_anew
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.notice import Notice
from articles.press.facts import NoticeFact, notice_fact
from articles.press.proof import Proof, ProofOptions, make_proof
from articles.rights.on_record import load_permissions
from articles.rights.rule import combine_permissions
from articles.snapshot import upgraded
from articles.states import Form
from articles.timeline import Timeline
from disclaimers.models import Institution


def end(editions: Iterable[Edition], *, at: dt.datetime, entry: LedgerEntry) -> None:
    """Readers get none of these from an instant on; one that has not begun by then is emptied."""
    for edition in editions:
        if edition.live_until is None or edition.live_until > at or edition.live_from >= at:
            close(edition, at=at, entry=entry)


def lay(sheet: Proof, entry: LedgerEntry, *, until: Edition | None = None) -> Edition:
    """Bind a proof, and after it an edition for each instant at which a permission shows more or less of it.

    `until`: the scheduled edition that takes over. The first edition is given back.
    """
    chain = _chain(sheet, until)
    last = (until.live_from, until.entry) if until else None
    ends = (*((one.edition.live_from, entry) for one in chain[1:]), last)
    first, *_ = [bind(one, entry, ends=end) for one, end in zip(chain, ends, strict=True)]
    return first


def lay_down_anew(edition: Edition, entry: LedgerEntry, *, at: dt.datetime, until: Edition | None) -> None:
    """Take back an edition's end that lies ahead, and lay down what its permissions let follow it."""
    content = upgraded(edition.revision)
    institution = Institution.objects.get(pk=content["institution"])
    standing = combine_permissions(
        load_permissions(content, edition.article_id, institution), max(at, edition.live_from)
    )
    change = _before(standing.changes_at, until) if edition.form == Form.PIECE else None
    if change:
        end_anew(edition, (change, entry))
        lay(_following(edition, change), entry, until=until)
    else:
        end_anew(edition, (until.live_from, until.entry) if until else None)


def _chain(sheet: Proof, until: Edition | None) -> list[Proof]:
    """A proof, and what follows it by the clock alone until a scheduled edition takes over."""
    chain = [sheet]
    while change := _before(chain[-1].facts.allowed.changes_at, until):
        chain.append(_following(chain[-1].edition, change))
    return chain


def _following(edition: Edition, at: dt.datetime) -> Proof:
    sheet = make_proof(edition.revision, at=at, live_from=at, after=edition)
    sheet.edition.is_following = True
    return sheet


def reprint(
    standing: Timeline, entry: LedgerEntry, *, sheet: Proof | None = None, **choices: Unpack[ProofOptions]
) -> Edition | None:
    """Print the live edition and the scheduled one again from the facts of now; those that say the same stay.

    `sheet`: the proof of the live one, where the act has made it. The new live edition is given back, else the new
    scheduled one, or None where nothing changes for readers.
    """
    current, coming = standing.current, standing.coming
    opened = None
    if current and current.form == Form.PIECE:
        sheet = sheet or make_proof(current.revision, at=standing.at, standing=standing, **choices)
        if differs(current, sheet.edition):
            end(standing.before(coming), at=standing.at, entry=entry)
            opened = lay(sheet, entry, until=coming)
        elif not _is_chain(standing.following(current), _chain(sheet, coming)[1:]):
            end(standing.following(current), at=standing.at, entry=entry)
            lay_down_anew(current, entry, at=standing.at, until=coming)
    if coming:
        choices["adding"] = (*choices.get("adding", ()), *_notices(coming))
        choices["is_material"] = (
            coming.modified_at == coming.live_from
        )  # as it was declared, not as this act is
        sheet = make_proof(
            coming.revision,
            at=standing.at,
            live_from=coming.live_from,
            after=opened or current or standing.latest,
            **choices,
        )
        if not _is_chain((coming, *standing.following(coming)), _chain(sheet, None)):
            end((coming, *standing.following(coming)), at=coming.live_from, entry=entry)
            relaid = lay(sheet, entry)
            opened = opened or relaid
    return opened


def _is_chain(laid: Sequence[Edition], chain: Sequence[Proof]) -> bool:
    """Whether readers would find in a chain, instant by instant, what is laid down already."""
    return len(laid) == len(chain) and all(
        (was.live_from, was.permalink_id) == (sheet.edition.live_from, sheet.edition.permalink_id)
        and not differs(was, sheet.edition)
        for was, sheet in zip(laid, chain, strict=True)
    )


def differs(before: Edition, sheet: Edition) -> bool:
    """Whether readers would see another page: all that is printed counts, but not what it was printed from."""
    columns = ("mode", "search_policy", "kicker", "headline", "dek", "body", "endnotes", "outlet_line")
    return _said(before) != _said(sheet) or any(
        getattr(before, name) != getattr(sheet, name) for name in columns
    )


def _said(edition: Edition) -> dict[str, object]:
    """What readers see beside the text, in the form in which the database keeps it."""
    behind = ("records", "rights", "authors", "notice_ids")
    shown = {
        name: [row["text"] for row in value] if name == "wordings" else value
        for name, value in edition.printed.items()
        if name not in behind and value
    }
    said: dict[str, object] = json.loads(json.dumps(shown, cls=DjangoJSONEncoder))
    return said


def _notices(edition: Edition) -> tuple[NoticeFact, ...]:
    rows = Notice.objects.filter(pk__in=edition.printed.get("notice_ids", [])).select_related("successor")
    return tuple(notice_fact(row) for row in rows)


def _before(instant: dt.datetime | None, until: Edition | None) -> dt.datetime | None:
    """An instant that comes before a scheduled edition takes over."""
    return instant if instant and (until is None or instant < until.live_from) else None
