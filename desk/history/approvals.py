"""Sentences for approvals and shared links, in the history of a piece."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models.ledger import LedgerEntry
from articles.states import Act
from prose.dates import hour_in_words

_RESPECTS = {"legal": ", for the law", "editorial": ", as an editor"}


def approval_sentence(entry: LedgerEntry) -> str:
    """An entry of approving or sharing, as in "Signed off version 3 through a shared link"."""
    after, number = entry.after, entry.after.get("version")
    match entry.act:
        case Act.APPROVE:
            return f"Approved version {number}{_RESPECTS.get(str(after.get('kind')), '')}"
        case Act.SIGN_OFF:
            return f"Signed off version {number}{' through a shared link' if after.get('through') else ''}"
        case Act.STOP_SHARING:
            return f"Ended the link of {after.get('reader')}"
    what = f"version {number}" if number else "the draft"
    until = parse_datetime(str(after.get("until", "")))
    ends = f", until {hour_in_words(until, timezone.get_current_timezone())}" if until else ""
    asks = ", and asked for a sign-off" if after.get("asks_sign_off") else ""
    return f"Shared {what} with {after.get('reader')} by a link{ends}{asks}"
