"""Sentences for ledger entries of acts on permissions, with all changes of the record."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from articles.models.ledger import LedgerEntry
from articles.models.rights import RightsRecord, RightsState
from articles.states import Act
from outlets.models import Outlet
from prose.dates import day_in_words, hour_in_words, zone_in_words

_SENTENCES = {
    Act.REQUEST_RIGHTS: "Asked {outlet} for permission",
    Act.GRANT_RIGHTS: "Recorded permission of {outlet}",
    Act.REFUSE_RIGHTS: "Recorded that {outlet} refused permission",
    Act.WITHDRAW_RIGHTS: "Recorded that {outlet} withdrew its permission",
    Act.EXTEND_RIGHTS: "Extended the permission of {outlet}",
}
_LEFT_OUT = frozenset({"outlet", "outlet_name", "outlet_terms", "article"})


def rights_sentence(entry: LedgerEntry) -> str:
    """An entry in words, as in "Recorded permission of The Lantern (words of the excerpt: 150)"."""
    before, after = entry.after.get("before") or {}, entry.after.get("after") or {}
    outlet = _outlet(after or before)
    if entry.act == Act.SETTLE_RIGHTS:
        state = dict(RightsState.choices).get(after.get("state", ""), "settled")
        sentence = f"Settled the permission of {outlet}: {str(state).lower()}"
    else:
        sentence = _SENTENCES[Act(entry.act)].format(outlet=outlet)
    changes = "; ".join(_changes(before, after))
    return f"{sentence} ({changes})" if changes else sentence


def _outlet(record: dict[str, Any]) -> str:
    outlet = Outlet.objects.filter(pk=record.get("outlet") or 0).first()
    return str(outlet) if outlet else record.get("outlet_name") or "an outlet that is not known"


def _changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """Each changed field of the record with its new value, or "old → new" if it had one before; the state’s old one."""
    for field in RightsRecord._meta.concrete_fields:
        old, new = before.get(field.name), after.get(field.name)
        if field.name in _LEFT_OUT or old == new or (not before and new == field.get_default()):
            continue
        label = str(field.verbose_name).lower()
        if field.name == "state":  # the act says the new one
            if old:
                yield f"before: {_value(field, old)}"
        elif field.name == "standing" and new:  # it is called so
            yield _value(field, new).replace("Standing", "standing", 1)
        elif new in (None, "", False) and not isinstance(new, bool):
            yield f"{label}: no more {_value(field, old)}"
        elif old in (None, "") or isinstance(new, bool):
            yield f"{label}: {_value(field, new)}"
        else:
            yield f"{label}: {_value(field, old)} → {_value(field, new)}"


def _value(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if choices := dict(field.flatchoices):
        return str(choices.get(value, value)).lower()
    if isinstance(field, models.DateTimeField) and (instant := parse_datetime(str(value))):
        return hour_in_words(instant, timezone.get_current_timezone())
    if isinstance(field, models.DateField) and (day := parse_date(str(value))):
        return day_in_words(day)
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    if field.name == "embargo_zone":
        return zone_in_words(str(value))
    return f"“{value}”" if isinstance(value, str) else str(value)
