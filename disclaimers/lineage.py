"""Lines of houses in queries: an institution with those above it, or with those below it.

The SQL functions `house_lineage` and `houses_under` (created by a migration) walk the line in the database, so that a
public page needs no query a floor.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Func, IntegerField

from disclaimers.models.institution import Institution, InstitutionQuerySet

House = Any
"""The key of an institution, or an expression for it."""


class Lineage(Func):
    """Keys of an institution and those above it, nearest first; NULL for none."""

    function = "house_lineage"
    output_field = ArrayField(BigIntegerField())


class Under(Func):
    """Keys of an institution and its centres, and theirs."""

    function = "houses_under"
    output_field = ArrayField(BigIntegerField())


class IsOneOf(Func):
    """Condition: `IsOneOf(F("house"), Under(key))` is true if the value is in the array."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class _Place(Func):
    function = "array_position"
    output_field = IntegerField()


def line_of(house: House) -> InstitutionQuerySet:
    """The institution and those above it, nearest first."""
    line = Lineage(house)
    # An annotation, because an ordering cannot refer to an outer query.
    rows = Institution.objects.filter(IsOneOf(F("pk"), line)).annotate(place=_Place(line, F("pk")))
    return rows.order_by("place")
