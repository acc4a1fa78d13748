"""Save the records of a desk file: set what nobody has changed since, validate as a form does, count, report."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from desk.setup_file.entries import Entry, Problem
from desk.setup_file.memory import Match, as_stored
from disclaimers.models import Institution
from prose.models.former_slugs import is_slug_taken
from prose.slugs import free_slug

M = TypeVar("M", bound=models.Model)


@dataclass
class Tally:
    """Counts, by table, of the records that a file created, changed or left as they were.

    `notes` are for the user; `left` names what somebody changed since the last load and the file does not change back.
    """

    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)


class Loader:
    """Saves a file's records and keeps the problems and counts so far. `refused`: records that did not validate.

    `overwrites`: the file also sets what somebody changed in the desk, and makes again what was deleted.
    """

    def __init__(self, *, overwrites: bool = False) -> None:
        self.tally = Tally()
        self.problems: list[Problem] = []
        self.refused: set[tuple[type[models.Model], str]] = set()
        self.overwrites = overwrites

    def save(
        self,
        entry: Entry,
        match: Match[M],
        new: M,
        values: Mapping[str, Any],
        *,
        names: Mapping[str, str] | None = None,
        code: str = "",
        counted_as: str = "",
    ) -> M | None:
        """Set the values on the matched record or on the new one, validate it, and save it if it is new or differs.

        Fields that somebody changed since the last load stay. Returns None for a record that is left alone as a whole,
        or does not validate; the problems are kept. `names`: model field -> the file's key, if they differ. `code`: the
        code by which other entries refer to the record. `counted_as`: the name in the tally, if it is not the table's.
        """
        table = counted_as or entry.table
        if match.is_gone and not self.overwrites:
            self.leave(entry, "", f"{_noun(match)} was deleted in the desk, and stays so.")
            self.tally.unchanged[table] += 1
            return None
        record, keys = match.record or new, names or {}
        if getattr(record, "merged_into_id", None):
            self.leave(entry, "", f"“{record}” was merged into “{record.merged_into}”.")  # type: ignore[attr-defined]
            self.tally.unchanged[table] += 1
            return None
        before = None if match.record is None else _columns(record)
        taken = [
            name for name in values if self.may_set(entry, match, name, values[name], keys.get(name, name))
        ]
        for name in taken:
            setattr(record, name, values[name])
        try:
            record.full_clean()
        except ValidationError as error:
            self._add_errors(entry, record, error, keys)
            self.refused.add((type(record), code))
            return None
        if _columns(record) != before:
            record.save()
        counted = self.tally.created if before is None else self.tally.changed
        (self.tally.unchanged if _columns(record) == before else counted)[table] += 1
        match.taken |= {name: as_stored(_column(record, name)) for name in taken}
        match.keep(record)
        return record

    def may_set(self, entry: Entry, match: Match[Any], name: str, value: Any, key: str) -> bool:
        """True if the file may set the field; False if somebody has changed it since, which is reported."""
        record = match.record
        if record is None or self.overwrites:
            return True
        current, wanted = _column(record, name), _as_column(record, name, value)
        if wanted == current or match.is_free(name, as_stored(current)):
            return True
        self.leave(
            entry, key, f"“{_in_words(record, name)}” stays: somebody wrote it since, or before this file."
        )
        return False

    def may_set_rows(
        self, entry: Entry, match: Match[Any], name: str, now: list[str], wanted: list[str]
    ) -> bool:
        """The same for a list of rows, given by their names; what the file sets is remembered."""
        if (
            not self.overwrites
            and match.record is not None
            and now != wanted
            and not match.is_free(name, now)
        ):
            stays = ", ".join(now) or "none"
            self.leave(entry, name, f"“{stays}” stays: somebody chose it since, or before this file.")
            return False
        match.taken[name] = wanted
        match.keep_taken()
        return True

    def leave(self, entry: Entry, key: str, sentence: str) -> None:
        self.tally.left.append(entry.problem(key, sentence))

    def find(self, entry: Entry, name: str, model: type[M], code: str | None = None) -> M | None:
        """The record whose code is the entry's value `name`, or `code`. Adds a problem if there is no such record.

        For one that was merged into another it is the other.
        """
        code = entry.values.get(name) if code is None else code
        if not code:
            return None
        record = model._default_manager.filter(code=code).first()
        # A record of this file that was refused has a problem of its own already.
        if record is None and (model, code) not in self.refused:
            self.add_problem(entry, name, f"there is no {model._meta.verbose_name} with the code “{code}”.")
        return getattr(record, "merged_into", None) or record

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


def _noun(match: Match[Any]) -> str:
    """ "this person"."""
    return f"this {match.model._meta.verbose_name}"


def _as_column(record: models.Model, name: str, value: Any) -> Any:
    """A value of the file as the record's column holds it."""
    if isinstance(value, models.Model):
        return value.pk
    return record._meta.get_field(name).to_python(value)  # type: ignore[union-attr]


def _column(record: models.Model, name: str) -> Any:
    return getattr(record, record._meta.get_field(name).attname)  # type: ignore[union-attr]


def _in_words(record: models.Model, name: str) -> str:
    """The field's present value in a sentence, cut where it is long."""
    words = str(getattr(record, name))
    return words if len(words) <= 60 else f"{words[:59]}…"


def _columns(record: models.Model) -> dict[str, Any]:
    return {column.attname: getattr(record, column.attname) for column in record._meta.concrete_fields}


def new_slug(name: str, model: type[models.Model], language: str = "") -> str:
    """A slug for a new record of this name that no other record of the model has; spelled as the desk spells."""
    return free_slug(
        name,
        fallback=uuid.uuid4(),
        language=language or Institution.objects.home_language(),
        taken=is_slug_taken(model),
    )


def values_for(entry: Entry, *keys: str) -> dict[str, Any]:
    """The entry's values of these keys, without the keys that it lacks."""
    return {key: entry.values[key] for key in keys if key in entry.values}
