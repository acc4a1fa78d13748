"""The label of a content type today, from rows that come as JSON within another query."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from disclaimers.labels import label_of_kind
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind, KindLabel
from prose.dates import day_of
from prose.names.forms import ChosenForm, PageForms

_COLUMNS = ("language", "label", "institution_id", "from_on", "until_on")


def label_rows(kind: OuterRef) -> QuerySet[KindLabel, Any]:
    """The labels of a content type of an outer query, for `label_from_rows`."""
    columns = JSONObject(**{name: name for name in _COLUMNS})
    return KindLabel.objects.filter(kind=kind).order_by("pk").values(form=columns)


def label_from_rows(
    page: PageForms, kind: Kind, rows: Sequence[Mapping[str, Any]], line: Sequence[int]
) -> ChosenForm[str]:
    """The label on a page of a house. `line`: keys of the house and of those above it, nearest first."""
    days = ("from_on", "until_on")
    labels = [KindLabel(**{**row, **{name: day_of(row[name]) for name in days}}) for row in rows]
    in_use = [label for label in labels if label.is_in_use(page.on)]
    return label_of_kind(page, kind, in_use, [Institution(pk=key) for key in line]).value
