"""Facts on the page of an institution: its text, the houses above and below it, its rules, its people and topics."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from django.db.models import Q

from articles.shown_profiles import is_house_shown
from disclaimers.models.institution import POLICIES, Institution
from disclaimers.models.institution_name import InstitutionName
from prose.names.forms import ChosenForm, NameForm, NameForms, WordsOfForm
from prose.printed_line import PrintedLine, words
from reading.indexes import making
from reading.indexes.entries import IndexEntry
from reading.indexes.letters import sort_key
from reading.kept import while_marked
from reading.profiles.names import ProfileNames
from reading.site import Link, Site, load_houses
from reading.words.page_words import words_for

MOST_NAMES = 12
"""People, or topics, that the page names: those with the most pieces."""


@dataclass(frozen=True)
class NamedHouse:
    """A house above or below. `path`: its page here, else its web site, else ""; `site`: its face, if it has a page."""

    name: PrintedLine
    path: str
    site: Site | None = None


@dataclass(frozen=True)
class InstitutionFacts:
    """Facts that the page says. `former_names`: the last one first."""

    about: ChosenForm[str]
    former_names: tuple[PrintedLine, ...]
    above: tuple[NamedHouse, ...]
    centres: tuple[NamedHouse, ...]
    policies: tuple[Link, ...]
    people: tuple[IndexEntry, ...]
    topics: tuple[IndexEntry, ...]


def institution_facts(site: Site, at: dt.datetime) -> InstitutionFacts:
    """The facts of a house in the language that is read, made anew when readers may see something else."""
    today = at.astimezone(site.zone).date()
    key = ("institution", site.house, site.language, today)
    (facts,) = while_marked(at, key, lambda: (_facts(site, at, today),))
    return facts


def _facts(site: Site, at: dt.datetime, today: dt.date) -> InstitutionFacts:
    names = ProfileNames(site, today)
    forms = _forms(site)
    above, centres = _around(site, at)
    return InstitutionFacts(
        about=names.page.word("about", forms),
        former_names=_former_names(forms, names),
        above=above,
        centres=centres,
        policies=_policies(site),
        people=_most_named(making.people_entries(at, names, site.house), site),
        topics=_most_named(making.topic_entries(at, names, site.house), site),
    )


def _forms(site: Site) -> NameForms:
    """Names and texts in all languages; the own text is in the language of the own name."""
    own = Institution.objects.only("name", "about").get(pk=site.house)
    rows = InstitutionName.objects.filter(institution=site.house).order_by("language", "from_on", "id")
    others: list[NameForm[WordsOfForm]] = [
        NameForm({"name": row.name, "about": row.about}, row.language, row.from_on, row.until_on)
        for row in rows
    ]
    language = site.in_languages.forms[0].language
    return NameForms(NameForm({"name": own.name, "about": own.about}, language), tuple(others))


def _former_names(forms: NameForms, names: ProfileNames) -> tuple[PrintedLine, ...]:
    """The names in its own language that it no longer has."""
    ended = [
        form
        for form in forms.others
        if form.language == forms.own.language and form.until_on and form.until_on <= names.today
    ]
    ended.sort(key=lambda form: form.until_on or dt.date.min, reverse=True)
    chosen = (names.page.original(form.value["name"], form.language) for form in ended)
    return tuple(words(form.value, form.language) for form in chosen)


def _policies(site: Site) -> tuple[Link, ...]:
    """The pages that say how the house works, as far as it or a house above it has such."""
    words_of_ours = words_for(site.language).by_name
    return tuple(Link(words_of_ours[name], getattr(site, name)) for name in POLICIES if getattr(site, name))


def _around(site: Site, at: dt.datetime) -> tuple[tuple[NamedHouse, ...], tuple[NamedHouse, ...]]:
    """The houses above, nearest first, and the centres directly below that have published something, by name."""
    near = Institution.objects.filter(is_house_shown(at)).order_by()
    near = near.filter(Q(pk__in=site.line[1:]) | Q(parent__in=site.keys))
    faces = load_houses(near.values_list("pk", flat=True), at)
    above = []
    for key, house in zip(site.line[1:], site.above, strict=True):
        name = house.on_page(site.language)
        face = faces.get(key)
        above.append(
            NamedHouse(words(name.value, name.language), face.about_path if face else house.url, face)
        )
    below = {face.house: face for face in faces.values() if face.house not in site.line}
    centres = sorted(below.values(), key=lambda face: sort_key(face.name, site.language))
    return tuple(above), tuple(_centre(face, site) for face in centres)


def _centre(face: Site, site: Site) -> NamedHouse:
    name = face.in_languages.on_page(site.language)
    return NamedHouse(words(name.value, name.language), face.about_path, face)


def _most_named(entries: Iterable[IndexEntry], site: Site) -> tuple[IndexEntry, ...]:
    """The entries with the most pieces, in the order of the alphabet."""
    most = nsmallest(MOST_NAMES, entries, key=lambda entry: (-entry.number, entry.path))
    return tuple(sorted(most, key=lambda entry: sort_key(entry.sorted_as, site.language)))
