"""Refusals with a sentence of their own: by an act, by triggers that keep what readers have had, and by constraints.

The desk asks before it saves or deletes; the database speaks where something was published or saved between the form
and its POST, or where a deletion would take a printed row along.
"""

import re
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import IntegrityError
from django.db.models import BaseConstraint, Model, ProtectedError, RestrictedError
from psycopg import errors

from articles.acts import ActRefused
from desk.unsaved.trouble import causes

_CONTRADICTION = "What this would store contradicts itself or another record."
_USED = "It is used by now, so it cannot be deleted."
_RAISED = "exec_stmt_raise"  # PostgreSQL's function behind RAISE in PL/pgSQL: a plain constraint has another


@dataclass(frozen=True)
class GuardRefusal:
    """One refusal: the name of what refused, for the log, and its sentence."""

    guard: str
    sentence: str


def refusal_of(error: BaseException | None) -> GuardRefusal | None:
    """The refusal behind an error or one that it comes from; None if it is something else, such as a bug."""
    if isinstance(error, ActRefused):  # of a save that prints again what is made from the piece
        return GuardRefusal("an act", str(error))
    for cause in causes(error):
        if isinstance(cause, ProtectedError | RestrictedError):
            return GuardRefusal("a reference", _USED)
        refused = cause.__cause__
        if not isinstance(cause, IntegrityError) or not isinstance(refused, errors.IntegrityError):
            continue
        name = refused.diag.constraint_name or "a guard"
        is_trigger = refused.diag.source_function == _RAISED
        sentence = refused.diag.message_primary if is_trigger else _sentence_of(refused, name)
        return GuardRefusal(name, sentence) if sentence else None
    return None


def _sentence_of(refused: errors.IntegrityError, name: str) -> str:
    """The words of a constraint that two people broke together, each with a form that was right; "" for a bug."""
    if isinstance(refused, errors.ForeignKeyViolation):
        return "Something that this names, or that names this, was changed at the same moment."
    if constraint := _constraints().get(name):
        has_words = constraint.violation_error_message != constraint.default_violation_error_message
        return str(constraint.violation_error_message) if has_words else _CONTRADICTION
    model = _models().get(refused.diag.table_name)
    if model is None or not isinstance(refused, errors.UniqueViolation):
        return ""
    like = _like_this(model, refused.diag.message_detail or "")
    return f"Another {model._meta.verbose_name} {like} was saved at the same moment."


def _like_this(model: type[Model], detail: str) -> str:
    """The values that two rows have in common: "with this web address". PostgreSQL writes "Key (slug)=(tides) …"."""
    columns = re.findall(r"\w+", detail.partition("(")[2].partition(")=(")[0])
    names = [str(field.verbose_name) for field in model._meta.fields if field.column in columns]
    return f"with this {' and '.join(names)}" if names else "like this one"


@cache
def _constraints() -> dict[str, BaseConstraint]:
    """The constraints of all models by their names."""
    return {each.name: each for model in apps.get_models() for each in model._meta.constraints}


@cache
def _models() -> dict[str | None, type[Model]]:
    """The models by their tables."""
    return {model._meta.db_table: model for model in apps.get_models() if not model._meta.proxy}
