"""Facts on the page of an institution: its text, the houses above and below it, its rules, its people and topics."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from articles.shown_profiles import is_house_shown
from disclaimers.models.institution import POLICIES, Institution
from disclaimers.models.institution_name import InstitutionName
from prose.names.forms import ChosenForm, NameForm, NameForms, WordsOfForm, forms_from_json
from prose.printed_line import PrintedLine, words
from reading.indexes import making
from reading.indexes.entries import IndexEntry
from reading.indexes.letters import sort_key
from reading.kept import days_everywhere, while_marked
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
    key = ("institution", site.house, site.language, days_everywhere(at))
    (facts,) = while_marked(at, key, lambda: (_facts(site, at, today),))
    return facts


def _facts(site: Site, at: dt.datetime, today: dt.date) -> InstitutionFacts:
    names = ProfileNames(site, today)
    record = _record(site, at)
    forms = _forms(record, site)
    above, centres = _around(site, at, vars(record)["near"])
    return InstitutionFacts(
        about=names.page.word("about", forms),
        former_names=_former_names(forms, names),
        above=above,
        centres=centres,
        policies=_policies(site),
        people=making.most_named(making.people_entries(at, names, site.house), site.language, MOST_NAMES),
        topics=making.most_named(making.topic_entries(at, names, site.house), site.language, MOST_NAMES),
    )


def _record(site: Site, at: dt.datetime) -> Institution:
    """The record with its names as JSON, and the keys of the houses near it that have published something."""
    names = InstitutionName.objects.filter(institution=OuterRef("pk")).order_by("language", "from_on", "id")
    columns = {name: name for name in ("name", "about", "language", "from_on", "until_on")}
    near = Institution.objects.filter(is_house_shown(at)).order_by()
    near = near.filter(Q(pk__in=site.line[1:]) | Q(parent__in=site.keys))
    return Institution.objects.annotate(
        shown_names=ArraySubquery(names.values(form=JSONObject(**columns))),
        near=ArraySubquery(near.values("pk")),
    ).get(pk=site.house)


def _forms(record: Institution, site: Site) -> NameForms:
    """Names and texts in all languages; the own text is in the language of the own name."""
    own: NameForm[WordsOfForm] = NameForm(
        {"name": record.name, "about": record.about}, site.in_languages.forms[0].language
    )
    return NameForms(own, forms_from_json(vars(record)["shown_names"]))


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


def _around(
    site: Site, at: dt.datetime, near: list[int]
) -> tuple[tuple[NamedHouse, ...], tuple[NamedHouse, ...]]:
    """The houses above, nearest first, and the centres directly below that have published something, by name."""
    faces = load_houses(near, at)
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
