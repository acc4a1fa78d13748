"""Names that a page was printed with, for its next edition; those that are read anew come from today's records."""

from dataclasses import fields, replace
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names, Person, Style
from articles.renewed import NOTHING, Renewable, Renewed
from disclaimers.phrases import PagePhrases
from outlets.naming import OutletNaming

_OF_THE_NAME = frozenset(
    {"id", "slug", "name", "suffix", "native_name", "forms", "form", "name_order", "sort_name"}
)
"""Members of `Person` that belong to the name; all others belong to titles and posts."""

_SUBJECTS = {
    "kind_label": Renewable.LABEL,
    "labels": Renewable.LABEL,
    "genre": Renewable.LABEL,
    "style": Renewable.STYLE,
    "terms": Renewable.REPUBLICATION,
}
"""Members of `Names`, and facts in `Names.inherited`, that do not belong to the institution's own names."""


def pinned_names(today: Names, previous: Edition, renewed: Renewed = NOTHING) -> Names:
    """The names that `previous` was printed with, completed by today's for what it did not name."""
    frozen = previous.printed["records"]
    if frozen["language"] != today.language:  # what is frozen are the forms of another language
        return today
    people = {int(pk): Person(**row) for pk, row in frozen["people"].items()}
    venues = {int(pk): OutletNaming.from_json(row) for pk, row in frozen["venues"].items()}
    names = replace(
        today,
        people={pk: _person(pk, person, people.get(pk), renewed) for pk, person in today.people.items()},
        venues={
            pk: venue if _covers(renewed, Renewable.OUTLETS, pk, venue.id) else venues.get(pk, venue)
            for pk, venue in today.venues.items()
        },
    )
    if frozen["institution"] != today.institution:
        return names
    kept = {
        name: frozen[name]
        for name in _words(names)
        if name in frozen and not _is_renewed(name, frozen, today, renewed)
    }
    if not renewed.covers(Renewable.STYLE):
        kept["style"] = pinned_style(today.style, frozen["style"], today.language)
    return replace(
        names,
        **kept,
        inherited=_notes("inherited", frozen, today, renewed),
        languages=_notes("languages", frozen, today, renewed),
    )


def _is_renewed(fact: str, frozen: dict[str, Any], today: Names, renewed: Renewed) -> bool:
    if fact in ("kind_label", "labels", "genre") and frozen["kind"] != today.kind:
        return True
    return renewed.covers(_SUBJECTS.get(fact, Renewable.INSTITUTION))


def _notes(member: str, frozen: dict[str, Any], today: Names, renewed: Renewed) -> dict[str, str]:
    """`Names.inherited` or `Names.languages` with what was noted of each frozen fact."""
    was: dict[str, str] = frozen.get(member, {})
    kept = {fact: note for fact, note in was.items() if not _is_renewed(fact, frozen, today, renewed)}
    notes: dict[str, str] = getattr(today, member)
    return kept | {fact: note for fact, note in notes.items() if _is_renewed(fact, frozen, today, renewed)}


def pinned_style(today: Style, frozen: dict[str, Any], language: str) -> Style:
    """The style as it was frozen for a page in `language`; a position that it does not know prints in today's words."""
    templates = frozen["templates"]
    new = {position: code for position, code in today.languages.items() if position not in templates}
    own = PagePhrases.of_edition(frozen, language).languages
    return Style(
        **frozen
        | {
            "templates": today.templates | templates,
            "languages": new | {position: code for position, code in own.items() if position in templates},
        }
    )


def _words(names: Names) -> list[str]:
    """The members that are plain words of the institution and its like, not of people, venues or style."""
    others = {"institution", "kind", "language", "style", "people", "venues", "inherited", "languages", "on"}
    return [field.name for field in fields(names) if field.name not in others]


def _person(key: int, today: Person, printed: Person | None, renewed: Renewed) -> Person:
    if printed is None:
        return today
    names, posts = (
        _covers(renewed, subject, key, today.id) for subject in (Renewable.PEOPLE, Renewable.POSTS)
    )

    def is_anew(member: str) -> bool:
        return names if member in _OF_THE_NAME else posts

    anew = {
        field.name: getattr(today, field.name)
        for field in fields(Person)
        if is_anew(field.name) and field.name != "languages"
    }
    kept = {member: code for member, code in printed.languages.items() if not is_anew(member)}
    new = {member: code for member, code in today.languages.items() if is_anew(member)}
    return replace(printed, **anew, languages=kept | new)


def _covers(renewed: Renewed, subject: Renewable, *keys: int) -> bool:
    """True if the record that a piece names is read anew, or the one that it was merged into."""
    return any(renewed.covers(subject, key) for key in keys)
