"""What a page says of people: bylines, bio lines, who a part is by, and where an author's own disclaimer stands."""

from collections.abc import Iterable
from typing import Any

from articles.press.facts import Facts, PrintedWording
from articles.press.names import Person
from articles.rights.rule import FULL
from disclaimers import joining
from prose import printed_line, slots
from prose.html.headings import headings
from prose.printed_line import PrintedLine, Span

_ROLES = ("author", "interviewer", "interviewee", "editor", "translator", "contributor", "signatory")
_POSITIONS = {role: "byline" if role == "author" else f"{role}_line" for role in _ROLES}


def bylines(facts: Facts) -> list[PrintedLine]:
    """One line for each role, in the order roles are first credited; names keep their order.

    Who wrote one part of a round-up stands below its heading, not here.
    """
    roles = dict.fromkeys(row["role"] for row in facts.content["bylines"])
    if facts.content["source_language"] and "names" in slots.names_in(facts.phrase("translated_from")):
        roles.pop("translator", None)  # named at the foot, with the language
    lines = (
        printed_line.fill(facts.phrase(_POSITIONS[role]), {"names": named(facts, in_role(facts, role))})
        for role in roles
    )
    return [line for line in lines if line]


def credited(facts: Facts, role: str) -> list[dict[str, Any]]:
    """Everyone credited in a role, in their order."""
    return [row for row in facts.content["bylines"] if row["role"] == role]


def in_role(facts: Facts, role: str) -> list[dict[str, Any]]:
    """Those credited at the head of the page; nobody is lost whose part is not shown."""
    parts = _parts(facts)
    return [row for row in credited(facts, role) if row["section"] not in parts]


def makers(facts: Facts) -> PrintedLine:
    """Who made a piece of which everyone signs a part, for lists: they show no headings."""
    roles = dict.fromkeys(row["role"] for row in facts.content["bylines"])
    rows = credited(facts, next(iter(roles))) if roles else []
    return (
        printed_line.fill(facts.phrase(_POSITIONS[rows[0]["role"]]), {"names": named(facts, rows)})
        if rows
        else []
    )


def _parts(facts: Facts) -> set[str]:
    """The headings below which somebody's name stands: only of a text that is shown whole."""
    if facts.allowed.mode != FULL or not any(row["section"] for row in facts.content["bylines"]):
        return set()
    return headings(facts.content["body"])


def named(facts: Facts, rows: Iterable[dict[str, Any]]) -> PrintedLine:
    """Names as bylines print them, joined as the house joins names; nothing for nobody."""
    between, last = joining.separators(facts.names.style.templates)
    return printed_line.join([_name(facts, row, "byline_name") for row in rows], last, between=between)


def _name(facts: Facts, row: dict[str, Any], position: str) -> PrintedLine:
    """One name with the titles the house prints, linked to its page; a post is no part of the link."""
    person = facts.names.people.get(row["author_id"])
    if person is None:
        return [{"text": row["name"]}]
    return printed_line.one_link(printed_line.fill(facts.phrase(position), _titles(person))) or _plain(person)


def _titles(person: Person) -> dict[str, PrintedLine]:
    href = f"/authors/{person.slug}/"
    facts = {
        "name": person.name,
        "courtesy": person.courtesy,
        "rank": person.rank,
        "suffix": person.suffix,
        "native_name": person.native_name,
    }
    linked: dict[str, PrintedLine] = {
        slot: [Span(text=text, href=href)] if text else [] for slot, text in facts.items()
    }
    return linked | {"post": [Span(text=person.appointment)] if person.appointment else []}


def _plain(person: Person) -> PrintedLine:
    return [{"text": person.name, "href": f"/authors/{person.slug}/"}]


def names(facts: Facts) -> list[dict[str, str]]:
    """Who wrote it, for feeds and metadata: names without templates, authors only."""
    found = []
    for row in facts.content["bylines"]:
        if row["role"] == "author":
            person = facts.names.people.get(row["author_id"])
            found.append({"name": _with_suffix(person), "href": f"/authors/{person.slug}/"} if person else {
                "name": row["name"], "href": ""})  # fmt: skip
    return found


def author_keys(facts: Facts) -> list[int]:
    """Which authors with a record here it credits: a later edition sees from this who came."""
    rows = facts.content["bylines"]
    return [row["author_id"] for row in rows if row["role"] == "author" and row["author_id"]]


def _with_suffix(person: Person) -> str:
    return f"{person.name}, {person.suffix}" if person.suffix else person.name


def bios(facts: Facts) -> list[str]:
    """What is written for this piece, word for word; else the post held when it was published."""
    lines = []
    for row in facts.content["bylines"]:
        person = facts.names.people.get(row["author_id"])
        if row["bio"]:
            lines.append(row["bio"])
        elif person and person.appointment:
            called = printed_line.text(_name(facts, row, "bio_name"))
            values = {"author": [Span(text=called)], "appointment": [Span(text=person.appointment)]}
            lines.append(printed_line.text(printed_line.fill(facts.phrase("bio_line"), values)))
    return [line for line in lines if line]


def section_credits(facts: Facts) -> dict[str, PrintedLine]:
    """Who wrote the part under a heading, by the heading's words (wording.md E16)."""
    shown = _parts(facts)
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in facts.content["bylines"]:
        if row["section"] in shown:
            parts.setdefault(row["section"], []).append(row)
    return {heading: named(facts, rows) for heading, rows in parts.items()}


def placed(facts: Facts, wording: PrintedWording) -> str:
    """ "head" or "foot": an author's employment line may go where the author's rank goes."""
    if wording.placement != "rank":
        return wording.placement
    person = facts.names.people.get(wording.author)
    return (
        "head" if person and person.rank and "rank" in slots.names_in(facts.phrase("byline_name")) else "foot"
    )
