"""Institutions with their house styles, and content types, from a desk file."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from desk.setup_file.reading import Entry
from desk.setup_file.settling import Desk, chosen
from desk.setup_file.tables import INSTITUTION, STYLE
from disclaimers.models import FooterLink, HouseStyle, Institution, Kind, KindLabel, Phrase
from disclaimers.positions import POSITIONS

_POINTERS = {"parent", "default_kind", "home"}


def load(desk: Desk, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Kinds and institutions first, then everything that points at them."""
    for entry in entries["kind"]:
        code = entry.values["code"]
        found = Kind.objects.filter(code=code).first() or Kind(code=code)
        desk.settle(entry, found, chosen(entry, "label"), key=code)
    for entry in _parents_first(entries["institution"]):
        _institution(desk, entry)
    _see_to_a_home(desk, entries["institution"])
    for entry in entries["kind"]:
        _labels(desk, entry)


def _parents_first(entries: Sequence[Entry]) -> Iterator[Entry]:
    """A centre may stand above its parent in the file."""
    waiting = list(entries)
    while waiting:
        codes = {entry.values["code"] for entry in waiting}
        ready = [entry for entry in waiting if entry.values.get("parent") not in codes] or waiting
        yield from ready
        waiting = [entry for entry in waiting if entry not in ready]


def _institution(desk: Desk, entry: Entry) -> None:
    """An institution with its styles by language and its footer."""
    code = entry.values["code"]
    values = chosen(entry, *(INSTITUTION.keys() - _POINTERS))
    if parent := desk.the(entry, "parent", Institution):
        values["parent"] = parent
    if kind := desk.the(entry, "default_kind", Kind):
        values["default_kind"] = kind
    found = Institution.objects.filter(code=code).first() or Institution(code=code)
    institution = desk.settle(entry, found, values, key=code)
    if institution is None:
        return
    if usual := chosen(entry, *STYLE):
        _style(desk, entry, institution, institution.default_language, usual)
    for row in entry.inner["style"]:
        _style(desk, row, institution, row.values["language"], chosen(row, *STYLE))
    for order, row in enumerate(entry.inner["footer_link"], start=1):
        link = FooterLink.objects.filter(institution=institution, label=row.values["label"]).first()
        link = link or FooterLink(institution=institution)
        desk.settle(row, link, {**chosen(row, "label", "url"), "order": order})


def _style(
    desk: Desk, entry: Entry, institution: Institution, language: str, values: dict[str, object]
) -> None:
    found = HouseStyle.objects.filter(institution=institution, language=language).first()
    style = found or HouseStyle(institution=institution, language=language)
    options = {key: value for key, value in values.items() if key not in POSITIONS}
    if (settled := desk.settle(entry, style, options, counted_as="institution.style")) is None:
        return
    for position in filter(values.__contains__, POSITIONS):
        _phrase(desk, entry, settled, position, str(values[position]))


def _phrase(desk: Desk, entry: Entry, style: HouseStyle, position: str, text: str) -> None:
    """The house's words for one position; an empty text goes back to the usual ones."""
    phrase = style.phrases.filter(position=position).first()
    if text:
        new = phrase or Phrase(style=style, position=position)
        desk.settle(entry, new, {"text": text}, names={"text": position}, counted_as="institution.phrase")
    elif phrase:
        phrase.delete()
        desk.tally.changed["institution.phrase"] += 1


def _see_to_a_home(desk: Desk, entries: Sequence[Entry]) -> None:
    """The institution whose site this is: the one that says so, else, on a desk without one, the first."""
    said = [entry for entry in entries if entry.values.get("home")]
    for entry in said[1:]:
        desk.say(entry, "home", "only one institution can be the site's own.")
    home = Institution.objects.home().first()
    if not said and home:
        return
    wanted = next(iter(said or entries), None)
    institution = wanted and Institution.objects.filter(code=wanted.values["code"]).first()
    if not wanted or not institution or institution == home:
        return
    if home:
        desk.say(
            wanted, "home", f"“{home.name}” is the site's own institution already; change it in the desk."
        )
        return
    Institution.objects.filter(pk=institution.pk).update(is_home=True)
    if not said:
        desk.tally.notes.append(f"“{institution.name}” is now the site's own institution: there was none.")


def _labels(desk: Desk, entry: Entry) -> None:
    """A label is known by its language, its institution and its first day."""
    kind = Kind.objects.filter(code=entry.values["code"]).first()
    rows = sorted(entry.inner["other_label"], key=lambda row: row.values.get("from_on", dt.date.min))
    for row in rows if kind else ():
        institution = desk.the(row, "institution", Institution)
        if row.values.get("institution") and not institution:
            continue
        known = {"kind": kind, "language": row.values["language"], "institution": institution}
        known["from_on"] = row.values.get("from_on")
        found = KindLabel.objects.filter(**known).first() or KindLabel(**known)
        desk.settle(row, found, chosen(row, "label", "until_on"))
