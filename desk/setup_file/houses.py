"""Load institutions with their house styles, and content types, from a desk file."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.names import load_names
from desk.setup_file.records import Loader, values_for
from desk.setup_file.tables import INSTITUTION, STYLE
from disclaimers.models import FooterLink, HouseStyle, Institution, Kind, KindLabel, Phrase
from disclaimers.positions import POSITIONS

_SET_SEPARATELY = {"parent", "default_kind", "home"}


def load_houses(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load kinds, then institutions, then labels: each refers to the ones before."""
    for entry in entries["kind"]:
        code = entry.values["code"]
        known = match(Kind, [code], Kind.objects.filter(code=code))
        values = values_for(entry, "label", "name_language", "genre", "starting_text")
        loader.save(entry, known, Kind(code=code), values, code=code)
    for entry in _parents_first(entries["institution"]):
        _load_institution(loader, entry)
    _set_home(loader, entries["institution"])
    for entry in entries["kind"]:
        _load_labels(loader, entry)


def _parents_first(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Order institutions so that a parent precedes its centres, whatever their order in the file."""
    waiting = list(entries)
    while waiting:
        codes = {entry.values["code"] for entry in waiting}
        ready = [entry for entry in waiting if entry.values.get("parent") not in codes] or waiting
        yield from ready
        waiting = [entry for entry in waiting if entry not in ready]


def _load_institution(loader: Loader, entry: Entry) -> None:
    """Load an institution with its house styles and footer links."""
    code = entry.values["code"]
    values = values_for(entry, *(INSTITUTION.keys() - _SET_SEPARATELY))
    if parent := loader.find(entry, "parent", Institution):
        values["parent"] = parent
    if kind := loader.find(entry, "default_kind", Kind):
        values["default_kind"] = kind
    known = match(Institution, [code], Institution.objects.filter(code=code))
    institution = loader.save(entry, known, Institution(code=code), values, code=code)
    if institution is None:
        return
    load_names(loader, entry, institution, code)
    if default_style := values_for(entry, *STYLE):
        _load_style(loader, entry, institution, institution.usual_language, default_style)
    for row in entry.inner["style"]:
        _load_style(loader, row, institution, row.values["language"], values_for(row, *STYLE))
    for order, row in enumerate(entry.inner["footer_link"], start=1):
        label = row.values["label"]
        links = FooterLink.objects.filter(institution=institution, label=label)
        link = match(FooterLink, [code, label], links)
        values = {**values_for(row, "label", "url", "language"), "order": order}
        loader.save(row, link, FooterLink(institution=institution), values)


def _load_style(
    loader: Loader, entry: Entry, institution: Institution, language: str, values: dict[str, object]
) -> None:
    rows = HouseStyle.objects.present().filter(institution=institution, language=language)
    known = match(HouseStyle, [institution.code, language], rows)
    new = HouseStyle(institution=institution, language=language)
    options = {key: value for key, value in values.items() if key not in POSITIONS}
    if (style := loader.save(entry, known, new, options, counted_as="institution.style")) is None:
        return
    for position in filter(values.__contains__, POSITIONS):
        _load_phrase(loader, entry, style, position, str(values[position]))


def _load_phrase(loader: Loader, entry: Entry, style: HouseStyle, position: str, text: str) -> None:
    """Set the house's words for one position; an empty text deletes them, and the default words apply."""
    identity = [style.institution.code, style.language, position]
    known = match(Phrase, identity, style.phrases.filter(position=position))
    new, names = Phrase(style=style, position=position), {"text": position}
    if text:
        loader.save(entry, known, new, {"text": text}, names=names, counted_as="institution.phrase")
    elif known.record and loader.may_set(entry, known, "text", text, position):
        known.forget()
        known.record.delete()
        loader.tally.changed["institution.phrase"] += 1


def _set_home(loader: Loader, entries: Sequence[Entry]) -> None:
    """Mark the site's own institution: the one with `home = true`, or the first if the desk has none yet."""
    marked = [entry for entry in entries if entry.values.get("home")]
    for entry in marked[1:]:
        loader.add_problem(entry, "home", "only one institution can be the site's own.")
    home = Institution.objects.home().first()
    candidate = next(iter(marked or entries), None)
    if candidate is None or (home and not marked):
        return
    institution = Institution.objects.standing().filter(code=candidate.values["code"]).first()
    if institution is None or institution == home:
        return
    if home and _was_home_before(institution):
        loader.leave(candidate, "home", f"“{home.name}” is the site's own institution now, and stays so.")
        return
    if home:
        problem = f"“{home.name}” is the site's own institution already; change it in the desk."
        loader.add_problem(candidate, "home", problem)
        return
    Institution.objects.filter(pk=institution.pk).update(is_home=True)
    _remember_home(institution)
    if not marked:
        loader.tally.notes.append(f"“{institution.name}” is now the site's own institution: there was none.")


def _remember_home(institution: Institution) -> None:
    known = match(Institution, [institution.code], Institution.objects.none())
    known.taken["home"] = True
    known.keep_taken()


def _was_home_before(institution: Institution) -> bool:
    """True if an earlier load made it the site's own: somebody has chosen another one since."""
    return bool((match(Institution, [institution.code], Institution.objects.none()).last or {}).get("home"))


def _load_labels(loader: Loader, entry: Entry) -> None:
    """Load a kind's other labels. Language, institution and first day identify a label."""
    kind = Kind.objects.standing().filter(code=entry.values["code"]).first()
    rows = sorted(entry.inner["other_label"], key=lambda row: row.values.get("from_on", dt.date.min))
    for row in rows if kind else ():
        institution = loader.find(row, "institution", Institution)
        if row.values.get("institution") and not institution:
            continue
        identity = {
            "kind": kind,
            "language": row.values["language"],
            "institution": institution,
            "from_on": row.values.get("from_on"),
        }
        names = [
            entry.values["code"],
            *(row.values.get(key) for key in ("language", "institution", "from_on")),
        ]
        known = match(KindLabel, names, KindLabel.objects.filter(**identity))
        loader.save(row, known, KindLabel(**identity), values_for(row, "label", "until_on"))
