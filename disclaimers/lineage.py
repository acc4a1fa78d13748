"""Lines of houses in queries: an institution with those above it or below it, and those that an account works for.

The SQL functions `house_lineage` and `houses_under` (created by a migration) walk the line in the database, so that a
public page needs no query a floor.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateField,
    DateTimeField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from disclaimers.models.institution import INHERITED, Institution, InstitutionQuerySet
from disclaimers.models.member import HouseMember

DeskUser = AbstractBaseUser | AnonymousUser | PermissionsMixin
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


class DayAt(Func):
    """The day at an instant in a time zone: `DayAt(at, zone_of(key))`."""

    template = "(%(expressions)s)::date"
    arg_joiner = "::timestamptz AT TIME ZONE "
    output_field = DateField()

    def __init__(self, at: dt.datetime, zone: Any, **extra: Any) -> None:
        super().__init__(Value(at, DateTimeField()) if isinstance(at, dt.datetime) else at, zone, **extra)


class _Place(Func):
    function = "array_position"
    output_field = IntegerField()


def open_to(user: DeskUser) -> InstitutionQuerySet:
    """The houses that a user may work for: all, or those of their account's list with their centres.

    Administrators keep the whole desk.
    """
    if getattr(user, "is_superuser", False):
        return Institution.objects.all()
    own = HouseMember.objects.filter(user=user.pk)
    is_theirs = own.filter(IsOneOf(OuterRef("pk"), Under("institution")))
    return Institution.objects.filter(~Exists(own) | Exists(is_theirs))


def is_limited(user: DeskUser) -> bool:
    """True if a user may work for some houses of the desk only."""
    return not getattr(user, "is_superuser", False) and HouseMember.objects.filter(user=user.pk).exists()


def line_of(house: House) -> InstitutionQuerySet:
    """The institution and those above it, nearest first."""
    line = Lineage(house)
    # An annotation, because an ordering cannot refer to an outer query.
    rows = Institution.objects.filter(IsOneOf(F("pk"), line)).annotate(place=_Place(line, F("pk")))
    return rows.order_by("place")


def zone_of(house: House) -> Coalesce:
    """The name of the time zone by which an institution counts its days, as an expression."""
    stated = line_of(house).exclude(time_zone="").values("time_zone")[:1]
    return Coalesce(Subquery(stated), Value(INHERITED["time_zone"]))
