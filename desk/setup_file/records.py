"""Save the records of a desk file: set an entry's values, validate as a form does, save, count, collect problems."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from desk.setup_file.entries import Entry, Problem
from prose.slugs import free_slug

M = TypeVar("M", bound=models.Model)


@dataclass
class Tally:
    """Counts, by table, of the records that a file created, changed or left as they were, and notes for the user."""

    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


class Loader:
    """Saves a file's records and keeps the problems and counts so far. `refused`: records that did not validate."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.problems: list[Problem] = []
        self.refused: set[tuple[type[models.Model], str]] = set()

    def save(
        self,
        entry: Entry,
        record: M,
        values: Mapping[str, Any],
        *,
        names: Mapping[str, str] | None = None,
        code: str = "",
        counted_as: str = "",
    ) -> M | None:
        """Set the values on an existing or new record, validate it, and save it if it is new or differs.

        Returns None if it does not validate; the problems are kept. `names`: model field -> the file's key, if they
        differ. `code`: the code by which other entries refer to the record. `counted_as`: the name in the tally, if
        it is not the entry's table.
        """
        table = counted_as or entry.table
        is_new = record.pk is None
        before = None if is_new else _columns(record)
        for name, value in values.items():
            setattr(record, name, value)
        try:
            record.full_clean()
        except ValidationError as error:
            self._add_errors(entry, record, error, names or {})
            self.refused.add((type(record), code))
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

    def find(self, entry: Entry, name: str, model: type[M], code: str | None = None) -> M | None:
        """The record whose code is the entry's value `name`, or `code`. Adds a problem if there is no such record."""
        code = entry.values.get(name) if code is None else code
        if not code:
            return None
        record = model._default_manager.filter(code=code).first()
        # A record of this file that was refused has a problem of its own already.
        if record is None and (model, code) not in self.refused:
            self.add_problem(entry, name, f"there is no {model._meta.verbose_name} with the code “{code}”.")
        return record

    def add_problem(self, entry: Entry, name: str, sentence: str) -> None:
        self.problems.append(entry.problem(name, sentence))

    def _add_errors(
        self, entry: Entry, record: models.Model, error: ValidationError, names: Mapping[str, str]
    ) -> None:
        for name, errors in error.error_dict.items():
            key = "" if name == NON_FIELD_ERRORS else names.get(name, name)
            for field_error in errors:
                if field_error.code == "invalid_choice":
                    self.add_problem(entry, key, _invalid_choice(record, name))
                else:
                    self.problems += [entry.problem(key, sentence) for sentence in field_error.messages]


def _invalid_choice(record: models.Model, name: str) -> str:
    """Error sentence that lists the field's choices; Django's own does not."""
    choices = [str(code) for code, _ in record._meta.get_field(name).flatchoices if code]  # type: ignore[union-attr]
    return f"“{getattr(record, name)}” is not known here; known are {', '.join(choices)}."


def _columns(record: models.Model) -> dict[str, Any]:
    return {column.attname: getattr(record, column.attname) for column in record._meta.concrete_fields}


def new_slug(name: str, model: type[models.Model]) -> str:
    """A slug for a new record of this name that no other record of the model has."""
    return free_slug(
        name,
        fallback=uuid.uuid4(),
        taken=lambda slug: model._default_manager.filter(slug=slug).exists(),
    )


def values_for(entry: Entry, *keys: str) -> dict[str, Any]:
    """The entry's values of these keys, without the keys that it lacks."""
    return {key: entry.values[key] for key in keys if key in entry.values}
