"""Load licences, disclaimers with their wordings, and standing notices from a desk file."""

import datetime as dt
from collections.abc import Mapping, Sequence

from articles.models.article import PinnedWording
from articles.models.edition import Edition
from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.records import Loader, values_for
from desk.updates.old_texts import in_a_gap, past_its_end
from disclaimers.models import Disclaimer, Institution, Kind, Licence, StandingNotice, UsualLicence, Wording


def load_wordings(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load licences, standing notices and disclaimers. Institutions and kinds must exist already."""
    for entry in entries["licence"]:
        code = entry.values["code"]
        known = match(Licence, [code], Licence.objects.filter(code=code))
        values = values_for(entry, "name", "version", "url", "allows_republication")
        loader.save(entry, known, Licence(code=code), values, code=code)
    for entry in entries["kind"]:
        _load_usual_licences(loader, entry)
    for entry in entries["institution"]:
        for row in entry.inner["standing_notice"]:
            _load_notice(loader, row, str(entry.values["code"]))
    for entry in entries["disclaimer"]:
        _load_disclaimer(loader, entry)


def _load_usual_licences(loader: Loader, entry: Entry) -> None:
    """Load a content type's usual licences. Institution and first day identify one."""
    code = entry.values["code"]
    kind = Kind.objects.standing().filter(code=code).first()
    rows = sorted(entry.inner["usual_licence"], key=lambda row: row.values.get("from_on", dt.date.min))
    for row in rows if kind else ():
        licence, institution = (
            loader.find(row, "licence", Licence),
            loader.find(row, "institution", Institution),
        )
        if licence is None or (row.values.get("institution") and institution is None):
            continue
        identity = {"kind": kind, "institution": institution, "from_on": row.values.get("from_on")}
        names = [code, row.values.get("institution"), row.values.get("from_on")]
        known = match(UsualLicence, names, UsualLicence.objects.filter(**identity))
        values = {"licence": licence, **values_for(row, "until_on")}
        loader.save(row, known, UsualLicence(**identity, licence=licence), values)


def _load_notice(loader: Loader, entry: Entry, code: str) -> None:
    """Load a standing notice. Its institution, purpose, language, pages and first day identify it."""
    institution = Institution.objects.standing().filter(code=code).first()
    if institution is None:  # refused, or merged into another: that has been told
        return
    identity = {
        "institution": institution,
        "purpose": entry.values.get("purpose", StandingNotice.Purpose.LEGAL),
        "language": entry.values.get("language", ""),
        "is_for_archive": entry.values.get("is_for_archive", False),
        "shown_from": entry.values.get("shown_from"),
    }
    names = [code, *list(identity.values())[1:]]
    known = match(StandingNotice, names, StandingNotice.objects.filter(**identity))
    loader.save(entry, known, StandingNotice(**identity), values_for(entry, "text", "shown_until"))


def _load_disclaimer(loader: Loader, entry: Entry) -> None:
    institution = loader.find(entry, "institution", Institution)
    codes = entry.values.get("kinds", [])
    kinds = [kind for code in codes if (kind := loader.find(entry, "kinds", Kind, code))]
    if not institution:
        return
    code = entry.values["code"]
    known = match(Disclaimer, [code], Disclaimer.objects.filter(code=code))
    if known.record and institution.code != entry.values["institution"]:
        loader.leave(entry, "", f"“{code}” stays as it is: its institution was merged into “{institution}”.")
        loader.tally.unchanged[entry.table] += 1
        return
    values = values_for(entry, "scope", "placement", "language", "condition", "order", "replaces_parents")
    own = {"institution": institution, **values}
    disclaimer = loader.save(entry, known, Disclaimer(code=code), own, code=code)
    if disclaimer is None:
        return
    if "kinds" in entry.values:
        now = sorted(disclaimer.kinds.values_list("code", flat=True))
        if loader.may_set_rows(entry, known, "kinds", now, sorted(codes)):
            disclaimer.kinds.set(kinds)
    # In order of time: a wording that gets an end makes room for the next one.
    for row in sorted(entry.inner["wording"], key=lambda row: row.values.get("in_force_from", dt.date.min)):
        _load_wording(loader, row, disclaimer)


def _load_wording(loader: Loader, entry: Entry, disclaimer: Disclaimer) -> None:
    """Load a wording. Its disclaimer, language and first day identify it; its text may not change once printed."""
    identity = {
        "disclaimer": disclaimer,
        "language": entry.values.get("language", "en"),
        "in_force_from": entry.values.get("in_force_from"),
    }
    names = [disclaimer.code, identity["language"], identity["in_force_from"]]
    known = match(Wording, names, Wording.objects.filter(**identity))
    text, wording = entry.values["text"], known.record
    is_changed = wording and wording.text != Wording._meta.get_field("text").to_python(text)
    is_own = wording and known.is_free("text", wording.text)
    if wording and is_changed and is_own and _is_in_use(wording):
        loader.add_problem(
            entry,
            "text",
            "pages already print the text of this day, and they keep it; "
            "give the new text an in_force_from of its own and the old one an in_force_until.",
        )
        return
    ended = wording.in_force_until if wording else None
    values = {"text": text, **values_for(entry, "in_force_until")}
    if saved := loader.save(entry, known, Wording(**identity), values):
        gap = "" if wording else in_a_gap(saved)
        kept = "" if saved.in_force_until == ended else past_its_end(saved)
        loader.tally.notes += filter(None, (gap, kept))


def _is_in_use(wording: Wording) -> bool:
    """True if an edition prints the wording, or a manuscript pins it."""
    is_printed = Edition.objects.saying(wording.pk).exists()
    return is_printed or PinnedWording.objects.filter(wording=wording).exists()
