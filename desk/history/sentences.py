"""Sentences for a piece's history: each act in words and who did it, and the hours of its editions."""

import datetime as dt

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.notice import NoticeKind
from articles.renewed import Renewed
from articles.states import RIGHTS_ACTS, Act, Form
from desk.history.approvals import approval_sentence
from desk.laid_over.origin import origin_words
from desk.renewed_words import in_words
from desk.rights.sentences import rights_sentence
from prose.dates import hour_in_words
from prose.quotation_marks import in_quotes

RESTORED = "Restored from version"
"""Begins the label of a version that brought an older one back."""


_CAUSES = {
    "source": "the piece that it is made from changed",
    "picture": "a permission for a picture changed",
    "document": "a permission for a file changed",
    "counts_days_again": "the days of its institution begin in another time zone",
}
"""Member of a re-issue's entry -> why the page was printed again."""


def who(entry: LedgerEntry) -> str:
    """The user whose act it was, the reader of a shared link, or "a program"."""
    if entry.act == Act.SIGN_OFF and entry.actor is None:
        return str(entry.after.get("reader", ""))
    return entry.actor.get_username() if entry.actor else "a program"


def sentence(entry: LedgerEntry) -> str:
    """A ledger entry in words, as in "Published version 3"."""
    number = entry.after.get("version") or (entry.revision.number if entry.revision else None)
    match entry.act:
        case Act.SAVE_DRAFT:
            back = ", and so put the piece back from the trash" if "work" in entry.after else ""
            return (
                f"Saved version {number}{back}{_restored(entry) or _copy_source(entry) or _saved_as(entry)}"
            )
        case Act.LABEL:
            return _label_words(entry, number)
        case Act.HAND_IN:
            return f"Handed in version {number}"
        case Act.TAKE_BACK:
            return "Took the piece back from the desk"
        case Act.TAKE_OVER:
            return "Took the piece over"
        case Act.TAKE_WRITING:
            return f"Took over the writing from {entry.after.get('from')}"
        case Act.RETURN:
            return f"Returned version {number} to its author"
        case Act.SHARE | Act.STOP_SHARING | Act.APPROVE | Act.SIGN_OFF:
            return approval_sentence(entry)
        case Act.SPIKE:
            return "Moved the piece to the trash"
        case Act.UNSPIKE:
            return "Put the piece back from the trash"
        case Act.PUBLISH:
            return f"Published version {number}{_with_notice(entry)}{_called_off(entry)}"
        case Act.SCHEDULE:
            return f"Scheduled version {number}{_for_hour(entry)}{_with_notice(entry)}"
        case Act.RESCHEDULE:
            return f"Rescheduled version {number}{_for_hour(entry)}"
        case Act.SWAP:
            return f"Scheduled version {number}{_for_hour(entry)}{_with_notice(entry)}{_called_off(entry)}"
        case Act.UNSCHEDULE:
            return f"Called off the scheduled version {number}"
        case Act.UNPUBLISH:
            return "Took the piece from readers"
        case Act.REISSUE:
            causes = "".join(f", because {cause}" for key, cause in _CAUSES.items() if entry.after.get(key))
            return f"Printed version {number} again{_with_current(entry)}{causes}"
        case Act.REPRINT:
            return f"Printed the scheduled version {number} again{_for_hour(entry)}"
        case Act.CORRECT:
            where = f", in version {number}" if "version" in entry.after else ", in the place of the piece"
            return f"{_correction(entry)}{where}{_decided(entry)}"
        case Act.SETTLE_CORRECTION:
            return f"Put what readers were told into version {number}{_decided(entry)}"
        case Act.TAKE_DOWN:
            return (
                f"Took the piece down{_because(entry)}; readers are told: “{entry.after.get('sentence', '')}”"
            )
        case Act.RETRACT:
            return (
                f"Retracted the piece; readers are told: “{entry.after.get('text', '')}” "
                f"({entry.after.get('issued_by', '')})"
            )
        case Act.PUT_BACK:
            return f"Put the piece back, with version {number}"
    return rights_sentence(entry) if entry.act in RIGHTS_ACTS else entry.get_act_display()


def _restored(entry: LedgerEntry) -> str:
    """The label of a version that brought an older one back."""
    label = entry.revision.label if entry.revision else ""
    return f", {label[:1].lower()}{label[1:]}" if label.startswith(RESTORED) else ""


def _copy_source(entry: LedgerEntry) -> str:
    """The piece that a new one was copied from, by the headline that it had then."""
    source = entry.after.get("copied_from")
    return f", copied from version {source['version']} of {in_quotes(source['headline'])}" if source else ""


def _saved_as(entry: LedgerEntry) -> str:
    """The manuscript or the label with which a version was saved."""
    label = entry.revision.label if entry.revision else ""
    return origin_words(entry.after) or (f": {label}" if label else "")


def _label_words(entry: LedgerEntry, number: object) -> str:
    label, before = entry.after.get("label"), entry.after.get("former_label")
    if not label:
        return f"Took the label “{before}” from version {number}"
    return f"Labelled version {number} “{label}”{f', no longer “{before}”' if before else ''}"


def _decided(entry: LedgerEntry) -> str:
    """The decisions on passages that the correction and a waiting version said differently."""
    sides = {
        "waiting": "the waiting words stay", "corrected": "the corrected words stay",
        "written": "both stay, joined by hand",
    }  # fmt: skip
    answers = [sides.get(str(row.get("stays")), "") for row in entry.after.get("decided", ())]
    return f"; decided: {', '.join(filter(None, answers))}" if any(answers) else ""


def _for_hour(entry: LedgerEntry) -> str:
    begins = parse_datetime(str(entry.after.get("live_from", "")))
    return f" for {_hour(begins)}" if begins else ""


def _called_off(entry: LedgerEntry) -> str:
    number = entry.after.get("called_off")
    return f", in place of the scheduled version {number}" if number else ""


def _with_notice(entry: LedgerEntry) -> str:
    """The kind of change that readers were told of, and how much of the text they got."""
    change = entry.after.get("change")
    notice = {None: "", "minor": ", as a minor change"}.get(change)
    if notice is None:
        notice = f", with {_a(_kind(str(change)))}"
    amount = {"link": ", without its text", "excerpt": ", as an excerpt"}.get(
        str(entry.after.get("mode")), ""
    )
    return f"{notice}{amount}"


def _with_current(entry: LedgerEntry) -> str:
    """The subjects that were read anew; entries of earlier releases say it by two words and a list of slips."""
    if (codes := entry.after.get("renewed")) is not None:
        return f" with today’s {in_words(Renewed(frozenset(codes)))}" if codes else ""
    labels = {"names": "names", "wordings": "disclaimer texts"}
    current = [label for key, label in labels.items() if entry.after.get(key) == "current"]
    slips = ", with a slip in a disclaimer text put right" if entry.after.get("corrected") else ""
    return (f" with today’s {' and '.join(current)}" if current else "") + slips


def _correction(entry: LedgerEntry) -> str:
    """The act of a notice in words, with the notice's words."""
    verb = "Added to" if entry.after.get("amends") else "Issued"
    words = " ".join(
        part for notice in entry.notices.all() for part in (notice.text, notice.wrong, notice.right) if part
    )
    return f"{verb} {_a(_kind(str(entry.after.get('notice', ''))))}{f' (“{words}”)' if words else ''}"


def _kind(code: str) -> str:
    label = str(NoticeKind(code).label) if code in NoticeKind.values else "notice"
    return {"superseded": "word that another piece takes its place"}.get(code, label[:1].lower() + label[1:])


def _a(noun: str) -> str:
    if noun.startswith("word "):
        return noun
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def _because(entry: LedgerEntry) -> str:
    reasons = {
        "legal": "for legal reasons", "safety": "for somebody’s safety", "rights": "for rights of others in it",
        "privacy": "for somebody’s privacy", "review": "for a review",
    }  # fmt: skip
    reason = reasons.get(str(entry.after.get("because")))
    return f" {reason}" if reason else ""


def _hour(instant: dt.datetime) -> str:
    return hour_in_words(instant, timezone.get_current_timezone())


def live_in_words(edition: Edition, at: dt.datetime) -> str:
    """The hours of an edition, after "Version 3" or after the words for the notice that readers had in its place."""
    begins, ends = edition.live_from, edition.live_until
    if begins > at:
        return f"will be live from {_hour(begins)}"
    is_over = ends is not None and ends <= at
    verb = {(True, True): "was live from", (True, False): "has been live since",
            (False, True): "from", (False, False): "since"}[edition.form == Form.PIECE, is_over]  # fmt: skip
    until = (f" to {_hour(ends)}" if is_over else f", until {_hour(ends)}") if ends else ""
    return f"{verb} {_hour(begins)}{until}"
