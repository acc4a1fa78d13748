"""Refusals of the database's own guards, each with a sentence of its own: triggers that keep what readers have had.

The desk asks before it saves or deletes; a guard speaks where something was published between the form and its POST, or
where a deletion would take a printed row along.
"""

from dataclasses import dataclass

from django.db import IntegrityError

from desk.unsaved.trouble import causes

_CHECK_VIOLATION = "23514"  # SQLSTATE (PostgreSQL manual, appendix A)
_RAISED = "exec_stmt_raise"  # PostgreSQL's function behind RAISE in PL/pgSQL: a plain constraint has another


@dataclass(frozen=True)
class Refusal:
    """One refusal: the name of the guard, for the log, and its sentence."""

    guard: str
    sentence: str


def refusal_of(error: BaseException | None) -> Refusal | None:
    """The refusal behind an error or one that it comes from; None if it is something else, such as a bug."""
    for cause in causes(error):
        report = getattr(cause.__cause__, "diag", None)
        is_guard = report and (report.sqlstate, report.source_function) == (_CHECK_VIOLATION, _RAISED)
        if isinstance(cause, IntegrityError) and is_guard:
            return Refusal(report.constraint_name or "a guard", report.message_primary or "")
    return None
