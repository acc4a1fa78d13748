"""Settling one entry: a record found or made takes the entry's values, is checked as a form would, and saved."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from desk.setup_file.reading import Entry, Problem
from prose.slugs import free_slug

M = TypeVar("M", bound=models.Model)


@dataclass
class Tally:
    """What a file did: counts by table of what it made, changed and found as it says."""

    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


class Desk:
    """The records a file speaks of, while it is loaded: what went wrong so far, and what was settled."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.problems: list[Problem] = []
        self.refused: set[tuple[type[models.Model], str]] = set()

    def settle(
        self,
        entry: Entry,
        record: M,
        values: Mapping[str, Any],
        *,
        names: Mapping[str, str] | None = None,
        key: str = "",
        counted_as: str = "",
    ) -> M | None:
        """Give a found or new record these values, check it as a form would, and save what differs.

        `names`: the file's key for a model field that is called otherwise. `key`: the code others point at it by.
        `counted_as`: where the entry's table is not what the record is. None when it was refused.
        """
        table = counted_as or entry.table
        is_new = record.pk is None
        before = None if is_new else _columns(record)
        for name, value in values.items():
            setattr(record, name, value)
        try:
            record.full_clean()
        except ValidationError as error:
            self._refuse(entry, record, error, names or {})
            self.refused.add((type(record), key))
            return None
        if is_new:
            record.save()
            self.tally.created[table] += 1
        elif _columns(record) != before:
            record.save()
            self.tally.changed[table] += 1
        else:
            self.tally.unchanged[table] += 1
        return record

    def the(self, entry: Entry, name: str, model: type[M], code: str | None = None) -> M | None:
        """The record whose code an entry names; a problem when there is none."""
        code = entry.values.get(name) if code is None else code
        if not code:
            return None
        found = model._default_manager.filter(code=code).first()
        # One that this file describes and that was refused has its own problem already.
        if found is None and (model, code) not in self.refused:
            self.say(entry, name, f"there is no {model._meta.verbose_name} with the code “{code}”.")
        return found

    def say(self, entry: Entry, name: str, sentence: str) -> None:
        self.problems.append(entry.problem(name, sentence))

    def _refuse(
        self, entry: Entry, record: models.Model, error: ValidationError, names: Mapping[str, str]
    ) -> None:
        for name, errors in error.error_dict.items():
            key = "" if name == NON_FIELD_ERRORS else names.get(name, name)
            for one in errors:
                if one.code == "invalid_choice":
                    self.say(entry, key, _choices(record, name))
                else:
                    self.problems += [entry.problem(key, sentence) for sentence in one.messages]


def _choices(record: models.Model, name: str) -> str:
    """What may stand in a field with choices; Django's own sentence leaves that open."""
    known = [str(code) for code, _ in record._meta.get_field(name).flatchoices if code]  # type: ignore[union-attr]
    return f"“{getattr(record, name)}” is not known here; known are {', '.join(known)}."


def _columns(record: models.Model) -> dict[str, Any]:
    return {column.attname: getattr(record, column.attname) for column in record._meta.concrete_fields}


def free_address(name: str, model: type[models.Model]) -> str:
    """The last part of a web address for a new record of this name; no other record of the model has it."""
    return free_slug(
        name,
        fallback=uuid.uuid4(),
        taken=lambda slug: model._default_manager.filter(slug=slug).exists(),
    )


def chosen(entry: Entry, *keys: str) -> dict[str, Any]:
    """The entry's values for these keys, where it has them."""
    return {key: entry.values[key] for key in keys if key in entry.values}
