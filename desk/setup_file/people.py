"""Load authors with their links and appointments from a desk file."""

import uuid
from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from authors.models import Appointment, Author, AuthorLink
from authors.models.appointment import clean_body_names
from desk.setup_file.entries import Entry
from desk.setup_file.memory import Match, match
from desk.setup_file.names import load_names, load_words
from desk.setup_file.records import Loader, new_slug, values_for
from disclaimers.models import Disclaimer, Institution
from prose.models.former_slugs import with_slug
from prose.slugs import slug_for
from prose.typography import clean_line

_AUTHOR_FIELDS = (
    "display_name", "name_language", "form", "native_name", "native_language",
    "name_order", "sort_name", "courtesy", "courtesy_from",
    "courtesy_until", "rank", "retired_on", "suffix", "biography", "biography_language",
    "short_biography", "areas", "spoken_languages", "email", "orcid", "website",
)  # fmt: skip


def load_authors(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each author. Their slug identifies them, or else their name, also one they had when they were loaded."""
    for entry in entries["author"]:
        _load_author(loader, entry)


def _load_author(loader: Loader, entry: Entry) -> None:
    name = clean_line(entry.values["display_name"])
    slug = entry.values.get("slug")
    people = Author.objects.filter(with_slug(Author, [slug])) if slug else _called(name)
    known = match(Author, [slug or name.casefold()], people)
    if known.last is None and people.count() > 1:
        problem = f"there are several people called {name}; add the slug of one."
        loader.add_problem(entry, "display_name", problem)
        return
    new = Author(slug=slug or new_slug(name, Author))
    author = loader.save(entry, known, new, values_for(entry, *_AUTHOR_FIELDS))
    if author is None:
        return
    for order, row in enumerate(entry.inner["link"], start=1):
        links = AuthorLink.objects.filter(author=author, label=row.values["label"])
        link = match(AuthorLink, [known.identity, row.values["label"]], links)
        values = {**values_for(row, "label", "url"), "order": order}
        loader.save(row, link, AuthorLink(author=author), values)
    load_names(loader, entry, author, known.identity)
    for row in entry.inner["appointment"]:
        _load_appointment(loader, row, author, known.identity)


def _called(name: str) -> QuerySet[Author]:
    """People of this name, those that stand for themselves first; else whoever had it when their address was made."""
    namesakes = Author.objects.filter(display_name__iexact=name)
    if namesakes.filter(merged_into=None).exists():
        return namesakes.filter(merged_into=None)
    return (
        namesakes if namesakes.exists() else Author.objects.filter(slug=slug_for(name, fallback=uuid.uuid4()))
    )


def _load_appointment(loader: Loader, entry: Entry, author: Author, whose: str) -> None:
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
    place = entry.values.get("institution") or identity["organisation"]
    known = match(
        Appointment,
        [whose, place, identity["title"], identity["from_on"]],
        Appointment.objects.filter(author=author, **equal, **empty),
    )
    values = values_for(entry, "unit", "until_on", "name_language")
    if disclaimer := loader.find(entry, "disclaimer", Disclaimer):
        if disclaimer.scope != Disclaimer.Scope.EMPLOYMENT:
            problem = f"“{disclaimer}” is said by an institution, not for a post."
            loader.add_problem(entry, "disclaimer", problem)
            return
        values["disclaimer"] = disclaimer
    appointment = loader.save(entry, known, Appointment(author=author, **identity), values)
    if appointment:
        _load_bodies(loader, entry, appointment, known)
        load_words(loader, entry, appointment, known.identity)


def _load_bodies(loader: Loader, entry: Entry, appointment: Appointment, known: Match[Appointment]) -> None:
    """Replace the chain of bodies, if the file has one, by the file's whole chain."""
    try:
        names = clean_body_names(entry.values.get("bodies", appointment.body_names), appointment.disclaimer)
    except ValidationError as error:
        for sentence in error.messages:
            loader.add_problem(entry, "bodies", sentence)
        return
    if "bodies" in entry.values and not loader.may_set_rows(
        entry, known, "bodies", appointment.body_names, names
    ):
        return
    counted = loader.tally.changed if appointment.set_bodies(names) else loader.tally.unchanged
    if "bodies" in entry.values:
        counted["author.appointment.bodies"] += 1
