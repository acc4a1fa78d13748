"""Refusals of the database's own guards, each with a sentence of its own: triggers that keep what readers have had.

The desk asks before it saves or deletes; a guard speaks where something was published between the form and its POST, or
where a deletion would take a printed row along.
"""

from dataclasses import dataclass

from django.db import IntegrityError
from psycopg.errors import CheckViolation

from desk.unsaved.trouble import causes

_RAISED = "exec_stmt_raise"  # PostgreSQL's function behind RAISE in PL/pgSQL: a plain constraint has another


@dataclass(frozen=True)
class GuardRefusal:
    """One refusal: the name of the guard, for the log, and its sentence."""

    guard: str
    sentence: str


def refusal_of(error: BaseException | None) -> GuardRefusal | None:
    """The refusal behind an error or one that it comes from; None if it is something else, such as a bug."""
    for cause in causes(error):
        refused = cause.__cause__
        if not isinstance(cause, IntegrityError) or not isinstance(refused, CheckViolation):
            continue
        if refused.diag.source_function == _RAISED:
            return GuardRefusal(refused.diag.constraint_name or "a guard", refused.diag.message_primary or "")
    return None
