"""Load authors with their links and appointments from a desk file."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from authors.models import Appointment, Author, AuthorLink
from authors.models.appointment import clean_body_names
from desk.setup_file.entries import Entry
from desk.setup_file.records import Loader, new_slug, values_for
from disclaimers.models import Disclaimer, Institution
from prose.typography import clean_line

_AUTHOR_FIELDS = (
    "display_name", "form", "native_name", "name_order", "sort_name", "courtesy", "courtesy_from",
    "courtesy_until", "rank", "retired_on", "suffix", "biography", "website",
)  # fmt: skip


def load_authors(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each author. Their slug identifies them, or else their name."""
    for entry in entries["author"]:
        _load_author(loader, entry)


def _load_author(loader: Loader, entry: Entry) -> None:
    name = clean_line(entry.values["display_name"])
    if slug := entry.values.get("slug"):
        record = Author.objects.filter(slug=slug).first()
    else:
        namesakes = Author.objects.filter(display_name__iexact=name)[:2]
        if len(namesakes) > 1:
            problem = f"there are several people called {name}; add the slug of one."
            loader.add_problem(entry, "display_name", problem)
            return
        record = namesakes.first()
        slug = new_slug(name, Author)
    author = loader.save(entry, record or Author(slug=slug), values_for(entry, *_AUTHOR_FIELDS))
    if author is None:
        return
    for order, row in enumerate(entry.inner["link"], start=1):
        link = AuthorLink.objects.filter(author=author, label=row.values["label"]).first()
        values = {**values_for(row, "label", "url"), "order": order}
        loader.save(row, link or AuthorLink(author=author), values)
    for row in entry.inner["appointment"]:
        _load_appointment(loader, row, author)


def _load_appointment(loader: Loader, entry: Entry, author: Author) -> None:
    """Load an appointment. Its institution or organisation, title and first day identify it."""
    institution = loader.find(entry, "institution", Institution)
    if entry.values.get("institution") and not institution:
        return
    identity = {
        "institution": institution,
        "organisation": clean_line(entry.values.get("organisation", "")),
        "title": clean_line(entry.values["title"]),
        "from_on": entry.values.get("from_on"),
    }
    equal = {key: value for key, value in identity.items() if value is not None}
    empty = {f"{key}__isnull": True for key, value in identity.items() if value is None}
    record = Appointment.objects.filter(author=author, **equal, **empty).first()
    values = values_for(entry, "unit", "until_on")
    if disclaimer := loader.find(entry, "disclaimer", Disclaimer):
        if disclaimer.scope != Disclaimer.Scope.EMPLOYMENT:
            problem = f"“{disclaimer}” is said by an institution, not for a post."
            loader.add_problem(entry, "disclaimer", problem)
            return
        values["disclaimer"] = disclaimer
    appointment = loader.save(entry, record or Appointment(author=author, **identity), values)
    if appointment:
        _load_bodies(loader, entry, appointment)


def _load_bodies(loader: Loader, entry: Entry, appointment: Appointment) -> None:
    """Replace the chain of bodies, if the file has one, by the file's whole chain."""
    try:
        names = clean_body_names(entry.values.get("bodies", appointment.body_names), appointment.disclaimer)
    except ValidationError as error:
        for sentence in error.messages:
            loader.add_problem(entry, "bodies", sentence)
        return
    counted = loader.tally.changed if appointment.set_bodies(names) else loader.tally.unchanged
    if "bodies" in entry.values:
        counted["author.appointment.bodies"] += 1
