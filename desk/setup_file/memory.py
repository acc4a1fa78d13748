"""What earlier loads set: it tells which records and fields somebody has renamed, changed or deleted since."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models

from desk.models.loaded import LoadedRecord

M = TypeVar("M", bound=models.Model)
LoadedValues = dict[str, Any]


@dataclass
class Match(Generic[M]):
    """The record that an entry of the file means; `record` is None if there is none yet.

    `is_gone`: an earlier load made it, and somebody deleted it. `last`: the values that the file gave it last, None
    if no load has seen it.
    """

    model: type[M]
    identity: str
    record: M | None
    is_gone: bool = False
    last: LoadedValues | None = None
    taken: LoadedValues = field(default_factory=dict)

    def is_free(self, name: str, current: Any) -> bool:
        """True if the file may set a field: its value is the file's own, or nobody has written one."""
        if self.last is not None and name in self.last:
            return bool(self.last[name] == current)
        return current in (None, "", [], self._default(name))

    def keep(self, record: M) -> None:
        """Remember the record and what the file gave it."""
        LoadedRecord.objects.update_or_create(
            model=record._meta.label,
            identity=self.identity,
            defaults={"key": record.pk, "values": {**(self.last or {}), **self.taken}},
        )

    def keep_taken(self) -> None:
        """Remember what was taken after the record was kept."""
        memory = LoadedRecord.objects.filter(model=self.model._meta.label, identity=self.identity)
        memory.update(values={**(self.last or {}), **self.taken})

    def forget(self) -> None:
        LoadedRecord.objects.filter(model=self.model._meta.label, identity=self.identity).delete()

    def _default(self, name: str) -> Any:
        column = next((each for each in self.model._meta.concrete_fields if each.name == name), None)
        return as_stored(column.get_default()) if column else None


def match(model: type[M], identity: Iterable[Any], query: "models.QuerySet[M]") -> Match[M]:
    """The record that an earlier load made of this identity, however it is called now; else the first of the query."""
    named = "|".join("" if part is None else str(part) for part in identity)[:600]
    memory = LoadedRecord.objects.filter(model=model._meta.label, identity=named).first()
    known = model._default_manager.filter(pk=memory.key).first() if memory else None
    if memory and known:
        return Match(model, named, known, last=memory.values)
    record = query.first()
    return Match(model, named, record, is_gone=memory is not None and record is None)


def as_stored(value: Any) -> Any:
    """A column's value as JSON."""
    return value.isoformat() if isinstance(value, dt.date) else value
