"""Load the names of records by day and language from a desk file, and the words of posts in other languages."""

import datetime as dt

from django.db import models

from authors.models import Appointment, AppointmentWords, Author, AuthorName
from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.records import Loader, values_for
from desk.setup_file.tables import NAMES
from disclaimers.models import Institution, InstitutionName
from outlets.models import Outlet, OutletName

_MODELS: dict[type[models.Model], tuple[type[models.Model], str]] = {
    Author: (AuthorName, "author"),
    Institution: (InstitutionName, "institution"),
    Outlet: (OutletName, "outlet"),
}
"""The model of a record's names, and its field that points at the record."""


def load_names(loader: Loader, entry: Entry, record: Author | Institution | Outlet, whose: str) -> None:
    """Load the other names of a record. Language and first day identify a name; `whose` identifies the record."""
    model, owner = _MODELS[type(record)]
    # In order of time: a name whose end moves to an earlier day makes room for the next one.
    for row in sorted(entry.inner["other_name"], key=lambda row: row.values.get("from_on", dt.date.min)):
        language, from_on = row.values["language"], row.values.get("from_on")
        identity = {owner: record, "language": language}
        rows = model._default_manager.filter(**identity)
        same_day = rows.filter(from_on=from_on) if from_on else rows.filter(from_on__isnull=True)
        known = match(model, [whose, language, from_on], same_day)
        keys = NAMES[entry.table].keys.keys() - {"language", "from_on"}
        loader.save(row, known, model(**identity, from_on=from_on), values_for(row, *keys))


def load_words(loader: Loader, entry: Entry, post: Appointment, identity: str) -> None:
    """Load the words of a post in other languages; the language identifies them."""
    for row in entry.inner["other_words"]:
        of_post = {"appointment": post, "language": row.values["language"]}
        known = match(
            AppointmentWords, [identity, row.values["language"]], AppointmentWords.objects.filter(**of_post)
        )
        loader.save(row, known, AppointmentWords(**of_post), values_for(row, "title", "unit", "organisation"))
