"""Days on which something changed that a page prints: names, posts, labels, styles, texts, licences.

A date that is known to a month or a year only may hold such a day: then the page is true of a part of it.
"""

import datetime as dt
from functools import reduce

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from articles.snapshot import Content
from authors.models import Appointment, Author, AuthorName
from disclaimers.models import HouseStyle, Institution, InstitutionName, KindLabel, UsualLicence, Wording
from outlets.models import FormerName, OutletName

_PERIOD = ("from_on", "until_on")


def days_of_change(
    content: Content, institution: Institution, first: dt.date, last: dt.date, *, of_outlets_only: bool
) -> list[dt.date]:
    """The days after `first`, up to `last`, with one query.

    `of_outlets_only`: for a piece whose own day is known; then only the outlets' names are those of their days.
    """
    rows = _of_outlets(content)
    if not of_outlets_only:
        rows += [*_of_people(content), *_of_houses(content, institution)]
    days = [
        some.order_by().filter(**{f"{field}__gt": first, f"{field}__lte": last}).values_list(F(field))
        for some, fields in rows
        for field in fields
    ]
    found = reduce(lambda one, other: one.union(other), days)
    return sorted(day for (day,) in found)


_Rows = list[tuple[QuerySet, tuple[str, ...]]]  # type: ignore[type-arg]
"""Rows and the fields that hold a day on which one of them begins or ends to be true."""


def _of_outlets(content: Content) -> _Rows:
    keys = {row["outlet_id"] for row in content["appearances"] if row["outlet_id"]}
    merged = {"outlet__in": keys}, {"outlet__merged__in": keys}
    return [
        (model.objects.filter(**which), _PERIOD) for model in (FormerName, OutletName) for which in merged
    ]


def _of_people(content: Content) -> _Rows:
    credited = {
        row["author_id"] for row in (*content["bylines"], *content["disclosures"]) if row["author_id"]
    }
    people = Author.objects.filter(pk__in=credited).values(root=Coalesce("merged_into", "pk"))
    posts = Appointment.objects.of(credited)
    return [
        (posts, _PERIOD),
        (AuthorName.objects.filter(author__in=people), _PERIOD),
        (Author.objects.filter(pk__in=people), ("retired_on", "courtesy_from", "courtesy_until")),
        (InstitutionName.objects.filter(institution__in=posts.values("institution")), _PERIOD),
        (Wording.objects.filter(disclaimer__in=posts.values("disclaimer")), _IN_FORCE),
    ]


def _of_houses(content: Content, institution: Institution) -> _Rows:
    houses, kind = institution.lineage(), content["kind"]
    return [
        (InstitutionName.objects.filter(institution__in=houses), _PERIOD),
        (HouseStyle.objects.filter(institution__in=houses), _PERIOD),
        (Wording.objects.filter(disclaimer__institution__in=houses), _IN_FORCE),
        (KindLabel.objects.filter(kind=kind), _PERIOD),
        (UsualLicence.objects.filter(kind=kind), _PERIOD),
    ]


_IN_FORCE = ("in_force_from", "in_force_until")
