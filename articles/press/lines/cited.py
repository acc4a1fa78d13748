"""Facts of a page for programs and citations: people with their names apart, places, who holds the copyright, genre.

They say in parts what the lines of the page say in words, and nothing that the page does not.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from articles.press.facts import Facts
from articles.press.lines import outlet_names, people
from articles.press.lines.claims import copyright_claim
from articles.press.lines.places import SENTENCES, retraction_there
from articles.press.names import Person, credited_person
from articles.press.relations import PlaceRow, claim, credited_rows, day_there, places_with_claim
from authors.split_names import NameParts, name_parts, parts_without_record
from outlets import attribution
from prose import printed_line
from prose.dates import iso
from prose.printed_line import PrintedLine

_THERE = (
    "headline",
    "section",
    "issue",
    "page",
    "medium",
    "access",
    "language",
    "work",
    "writers",
    "editors",
    "chapter",
)


def cited_facts(facts: Facts, lines: Iterable[PrintedLine], rights: str) -> dict[str, Any]:
    """The row `printed["cited"]`.

    `lines`: those that name people, and `rights`, the copyright line: no post and no holder is told that they do not
    print.
    """
    year, holders = copyright_claim(facts)
    words = "\n".join(map(printed_line.text, lines))
    named = [name for name in map(printed_line.text, holders) if name and name in rights]
    return {
        "genre": facts.names.genre,
        "people": _people(facts, words),
        "places": [_place(facts, row) for row in places_with_claim(facts.content, *SENTENCES)],
        "copyright": {"year": year if str(year) in rights else None, "holders": named},
    }


def _people(facts: Facts, words: str) -> list[dict[str, Any]]:
    makers = people.maker_rows(facts)
    rows = []
    for role in dict.fromkeys(row["role"] for row in credited_rows(facts.content)):
        for group in people.under_one_name(people.rows_in_role(facts, role)):
            rows.append(_person(facts, group, words) | {"role": role, "is_maker": group[0] in makers})
    return rows


def _person(facts: Facts, group: list[dict[str, Any]], words: str) -> dict[str, Any]:
    """One name; people who share a pen name are one, and nobody's page."""
    person = credited_person(facts.names, group[0])
    if person is None or len({row["author_id"] for row in group}) > 1:
        return _row(group[0]["name"], parts_without_record(group[0]["name"]))
    posts = {"job": person.title, "house": person.house}
    return _row(person.name, _parts(person)) | {
        "path": f"/authors/{person.slug}/",
        "is_body": person.form == "body",
        **{name: word for name, word in posts.items() if word and word in words},
    }


def _row(name: str, parts: NameParts) -> dict[str, Any]:
    return {"name": name, **{member: value for member, value in asdict(parts).items() if value}}


def _parts(person: Person) -> NameParts:
    return name_parts(
        person.name,
        form=person.form,
        order=person.name_order,
        sort_name=person.sort_name,
        suffix=person.suffix,
    )


def _place(facts: Facts, row: PlaceRow) -> dict[str, Any]:
    """A place where it ran, with what is known of the piece there."""
    naming = outlet_names.naming_of(facts, row)
    facts_there = {name: row[name] for name in _THERE if row[name]}
    day = day_there(row)
    return facts_there | {
        "claim": claim(row),
        "outlet": naming.full,
        "label": attribution.in_label(naming),
        "type": naming.type,
        "path": f"/outlets/{naming.slug}/" if naming.slug else "",
        "url": "" if row["is_removed"] else row["url"],
        "date": iso(day, row["precision"]) if day else "",
        **_retraction(facts, row),
    }


def _retraction(facts: Facts, row: PlaceRow) -> dict[str, str]:
    """The sentence that they have retracted it, also where the house says none; {} where they stand by it."""
    return {"retraction": printed_line.text(retraction_there(facts, row))} if row["is_retracted"] else {}
