"""Acts: each locks the article, checks, changes, and writes one ledger entry, in one transaction."""

from articles.acts.approving.signing import OutsideReader, approve, share, sign_off, stop_sharing
from articles.acts.clearing import clear, count_days_again
from articles.acts.correcting import correct, settle_correction
from articles.acts.drafting import save_draft
from articles.acts.errors import ActRefused, CannotPublish, StaleBase
from articles.acts.handing_in import hand_in, return_piece, take_back, take_over
from articles.acts.locks import changing_records
from articles.acts.merging.records import merge, undo_merge
from articles.acts.notices import NoticeDraft
from articles.acts.publishing import publish
from articles.acts.reissuing import reissue
from articles.acts.removal import put_back, retract, take_down, unpublish
from articles.acts.rights import (
    extend_rights,
    grant_rights,
    refuse_rights,
    request_rights,
    settle_rights,
    withdraw_rights,
)
from articles.acts.scheduled_pages import after_record_change, reprint_scheduled
from articles.acts.scheduling import reschedule, swap_scheduled, unschedule
from articles.acts.trash import spike, unspike
from articles.acts.versions.duplicating import duplicate
from articles.acts.versions.labelling import label_version
from articles.acts.writing import take_writing

__all__ = [
    "ActRefused",
    "CannotPublish",
    "NoticeDraft",
    "OutsideReader",
    "StaleBase",
    "after_record_change",
    "approve",
    "changing_records",
    "clear",
    "correct",
    "count_days_again",
    "duplicate",
    "extend_rights",
    "grant_rights",
    "hand_in",
    "label_version",
    "merge",
    "publish",
    "put_back",
    "refuse_rights",
    "reissue",
    "reprint_scheduled",
    "request_rights",
    "reschedule",
    "retract",
    "return_piece",
    "save_draft",
    "settle_correction",
    "settle_rights",
    "share",
    "sign_off",
    "spike",
    "stop_sharing",
    "swap_scheduled",
    "take_back",
    "take_down",
    "take_over",
    "take_writing",
    "undo_merge",
    "unpublish",
    "unschedule",
    "unspike",
    "withdraw_rights",
]
