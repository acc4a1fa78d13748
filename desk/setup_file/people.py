"""Authors from a desk file."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from authors.models import Appointment, Author, AuthorLink
from authors.models.appointment import clean_body_names
from desk.setup_file.reading import Entry
from desk.setup_file.settling import Desk, chosen, free_address
from disclaimers.models import Disclaimer, Institution
from prose.typography import clean_line

_AUTHOR = (
    "display_name", "form", "native_name", "name_order", "sort_name", "courtesy", "courtesy_from",
    "courtesy_until", "rank", "retired_on", "suffix", "biography", "website",
)  # fmt: skip


def load(desk: Desk, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Each by their web address, or by name."""
    for entry in entries["author"]:
        _author(desk, entry)


def _author(desk: Desk, entry: Entry) -> None:
    name = clean_line(entry.values["display_name"])
    if slug := entry.values.get("slug"):
        found = Author.objects.filter(slug=slug).first()
    else:
        same = Author.objects.filter(display_name__iexact=name)[:2]
        if len(same) > 1:
            desk.say(entry, "display_name", f"there are several people called {name}; add the slug of one.")
            return
        found = same.first()
        slug = free_address(name, Author)
    author = desk.settle(entry, found or Author(slug=slug), chosen(entry, *_AUTHOR))
    if author is None:
        return
    for order, row in enumerate(entry.inner["link"], start=1):
        link = AuthorLink.objects.filter(author=author, label=row.values["label"]).first()
        values = {**chosen(row, "label", "url"), "order": order}
        desk.settle(row, link or AuthorLink(author=author), values)
    for row in entry.inner["appointment"]:
        _appointment(desk, row, author)


def _appointment(desk: Desk, entry: Entry, author: Author) -> None:
    """A post is the same while its place, title and first day are."""
    institution = desk.the(entry, "institution", Institution)
    if entry.values.get("institution") and not institution:
        return
    known = {
        "institution": institution,
        "organisation": clean_line(entry.values.get("organisation", "")),
        "title": clean_line(entry.values["title"]),
        "from_on": entry.values.get("from_on"),
    }
    same = {key: value for key, value in known.items() if value is not None}
    without = {f"{key}__isnull": True for key, value in known.items() if value is None}
    found = Appointment.objects.filter(author=author, **same, **without).first()
    values = chosen(entry, "unit", "until_on")
    if disclaimer := desk.the(entry, "disclaimer", Disclaimer):
        if disclaimer.scope != Disclaimer.Scope.EMPLOYMENT:
            desk.say(entry, "disclaimer", f"“{disclaimer}” is said by an institution, not for a post.")
            return
        values["disclaimer"] = disclaimer
    post = desk.settle(entry, found or Appointment(author=author, **known), values)
    if post:
        _bodies(desk, entry, post)


def _bodies(desk: Desk, entry: Entry, post: Appointment) -> None:
    """The chain of bodies is one value: a file that writes it writes the whole of it."""
    try:
        names = clean_body_names(entry.values.get("bodies", post.body_names), post.disclaimer)
    except ValidationError as error:
        for sentence in error.messages:
            desk.say(entry, "bodies", sentence)
        return
    counted = desk.tally.changed if post.set_bodies(names) else desk.tally.unchanged
    if "bodies" in entry.values:
        counted["author.appointment.bodies"] += 1
