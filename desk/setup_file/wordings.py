"""Disclaimers with their texts, standing notices and licences from a desk file."""

from collections.abc import Mapping, Sequence

from articles.models.article import PinnedWording
from articles.models.edition import Edition
from desk.setup_file.reading import Entry
from desk.setup_file.settling import Desk, chosen
from disclaimers.models import Disclaimer, Institution, Kind, Licence, StandingNotice, Wording


def load(desk: Desk, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Institutions and kinds must be there already."""
    for entry in entries["licence"]:
        code = entry.values["code"]
        found = Licence.objects.filter(code=code).first() or Licence(code=code)
        desk.settle(entry, found, chosen(entry, "name", "version", "url", "allows_republication"), key=code)
    for entry in entries["institution"]:
        for row in entry.inner["standing_notice"]:
            _notice(desk, row, str(entry.values["code"]))
    for entry in entries["disclaimer"]:
        _disclaimer(desk, entry)


def _notice(desk: Desk, entry: Entry, code: str) -> None:
    """A notice is known by its institution, purpose, pages and first day."""
    institution = Institution.objects.filter(code=code).first()
    if institution is None:  # it was refused, and that is said already
        return
    known = {
        "institution": institution,
        "purpose": entry.values.get("purpose", StandingNotice.Purpose.LEGAL),
        "language": entry.values.get("language", ""),
        "is_for_archive": entry.values.get("is_for_archive", False),
        "shown_from": entry.values["shown_from"],
    }
    found = StandingNotice.objects.filter(**known).first() or StandingNotice(**known)
    desk.settle(entry, found, chosen(entry, "text", "shown_until"))


def _disclaimer(desk: Desk, entry: Entry) -> None:
    institution = desk.the(entry, "institution", Institution)
    kinds = [kind for code in entry.values.get("kinds", []) if (kind := desk.the(entry, "kinds", Kind, code))]
    if not institution:
        return
    code = entry.values["code"]
    found = Disclaimer.objects.filter(code=code).first() or Disclaimer(code=code)
    values = chosen(entry, "scope", "placement", "language", "order", "replaces_parents")
    disclaimer = desk.settle(entry, found, {"institution": institution, **values}, key=code)
    if disclaimer is None:
        return
    if "kinds" in entry.values:
        disclaimer.kinds.set(kinds)
    # Ends before beginnings: a text that ends makes room for the one that follows it.
    for row in sorted(entry.inner["wording"], key=lambda row: row.values["in_force_from"]):
        _wording(desk, row, disclaimer)


def _wording(desk: Desk, entry: Entry, disclaimer: Disclaimer) -> None:
    known = {
        "disclaimer": disclaimer,
        "language": entry.values.get("language", "en"),
        "in_force_from": entry.values["in_force_from"],
    }
    found = Wording.objects.filter(**known).first()
    text = entry.values["text"]
    if found and found.text != Wording._meta.get_field("text").to_python(text) and _is_in_use(found):
        desk.say(
            entry,
            "text",
            "pages already print the text of this day, and they keep it; "
            "give the new text an in_force_from of its own and the old one an in_force_until.",
        )
        return
    desk.settle(entry, found or Wording(**known), {"text": text, **chosen(entry, "in_force_until")})


def _is_in_use(wording: Wording) -> bool:
    """Whether readers got it, will get it, or a manuscript has it fixed by hand."""
    is_printed = Edition.objects.saying(wording.pk).exists()
    return is_printed or PinnedWording.objects.filter(wording=wording).exists()
