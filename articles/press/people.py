"""People on a page: bylines, bio lines, credits of parts, and the place of an author's own disclaimer."""

from collections.abc import Iterable
from typing import Any

from articles.press.disclaimers import PrintedWording
from articles.press.facts import Facts
from articles.press.names import Person, author_rows
from articles.press.relations import claim, credited_rows, places_with_claim
from articles.rights.rule import FULL
from disclaimers.phrases import separators
from prose import printed_line, slots
from prose.dates import in_words
from prose.html.headings import headings
from prose.printed_line import PrintedLine, Span

_ROLES = (
    "author",
    "interviewer",
    "interviewee",
    "editor",
    "translator",
    "contributor",
    "signatory",
    "subject",
)
_POSITIONS = {role: "byline" if role == "author" else f"{role}_line" for role in _ROLES}


def bylines(facts: Facts) -> list[PrintedLine]:
    """One line for each role, in the order roles are first credited; names keep their order.

    Authors of one part of a round-up are printed below its heading instead. People who are quoted or interviewed come
    last, where no sentence names them: theirs is no byline.
    """
    return [line for line in (*makers_by_role(facts), _subjects(facts)) if line]


def makers_by_role(facts: Facts) -> list[PrintedLine]:
    """The same without people who are only quoted or interviewed."""
    roles = dict.fromkeys(row["role"] for row in credited_rows(facts.content))
    roles.pop("subject", None)
    if facts.content["source_language"] and "names" in slots.names_in(facts.phrase("translated_from")):
        roles.pop("translator", None)  # printed at the foot, with the language
    lines = (
        printed_line.fill(
            facts.phrase(_POSITIONS[role]), {"names": join_names(facts, head_rows(facts, role))}
        )
        for role in roles
    )
    return [line for line in lines if line]


def _subjects(facts: Facts) -> PrintedLine:
    if _are_subjects_named(facts):
        return []
    names = join_names(facts, rows_in_role(facts, "subject"))
    return printed_line.fill(facts.phrase("subject_line"), {"names": names})


def _are_subjects_named(facts: Facts) -> bool:
    """True if a sentence on where it ran names those who are quoted or interviewed there."""
    claims = {claim(row) for row in places_with_claim(facts.content, "quoted", "interviewed")}
    return not facts.content["attribution_override"] and any(
        "names" in slots.names_in(facts.phrase(f"{each}_attribution")) for each in claims
    )


def rows_in_role(facts: Facts, role: str) -> list[dict[str, Any]]:
    """All bylines with a role, in their order."""
    return [row for row in credited_rows(facts.content) if row["role"] == role]


def head_rows(facts: Facts, role: str) -> list[dict[str, Any]]:
    """Bylines with a role for the head of the page: all except those printed below a heading."""
    parts = _parts(facts)
    return [row for row in rows_in_role(facts, role) if row["section"] not in parts]


def makers(facts: Facts) -> PrintedLine:
    """Everyone in the role credited first, for lists: they show no headings, so they need the names of the parts."""
    bylines = credited_rows(facts.content)
    if not bylines:
        return []
    role = bylines[0]["role"]
    if role == "subject":
        return []  # named in the sentence on where it ran, else in the bylines
    rows = rows_in_role(facts, role)
    return printed_line.fill(facts.phrase(_POSITIONS[role]), {"names": join_names(facts, rows)})


def _parts(facts: Facts) -> set[str]:
    """Headings with a credit below them; none unless the text is shown whole."""
    if facts.allowed.mode != FULL or not any(row["section"] for row in facts.content["bylines"]):
        return set()
    return headings(facts.content["body"])


def join_names(facts: Facts, rows: Iterable[dict[str, Any]]) -> PrintedLine:
    """The names of bylines in one line, joined in the house style; [] for no rows."""
    between, last = separators(facts.names.style.templates)
    return printed_line.join([_name(facts, row, "byline_name") for row in rows], last, between=between)


def _name(facts: Facts, row: dict[str, Any], position: str) -> PrintedLine:
    """One name with the titles of the house style, linked to the author's page; the post is not part of the link."""
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


def author_names(facts: Facts) -> list[dict[str, str]]:
    """Names and addresses of the authors, without titles, for feeds and metadata."""
    return [_author_name(facts.names.people.get(row["author_id"]), row) for row in author_rows(facts.content)]


def _author_name(person: Person | None, row: dict[str, Any]) -> dict[str, str]:
    if person is None:
        return {"name": row["name"], "href": ""}
    return {"name": _with_suffix(person), "href": f"/authors/{person.slug}/"}


def _with_suffix(person: Person) -> str:
    return f"{person.name}, {person.suffix}" if person.suffix else person.name


def bios(facts: Facts) -> list[str]:
    """One line for each byline: the bio written for this piece, else one made from the post; none without either.

    A bio says what somebody is. Where the post had ended before readers first got the piece here, as in a piece of 2018
    that is typed in today, it says of which day it speaks.
    """
    lines = []
    for row in facts.content["bylines"]:
        person = facts.names.people.get(row["author_id"])
        if row["bio"]:
            lines.append(row["bio"])
        elif person and person.appointment:
            name = printed_line.text(_name(facts, row, "bio_name"))
            values = {"author": [Span(text=name)], "appointment": [Span(text=person.appointment)]}
            line = printed_line.text(printed_line.fill(facts.phrase("bio_line"), values))
            lines.append(_with_day(line, facts) if _had_ended(person, facts) else line)
    return [line for line in lines if line]


def _had_ended(person: Person, facts: Facts) -> bool:
    """True if the post of the day that counts was over when readers first got the piece."""
    since = facts.readers_since
    return bool(since and person.until and person.until <= since.isoformat())


def _with_day(line: str, facts: Facts) -> str:
    """ "Ida Quay is a fellow (July 9, 2018)." """
    if not line:
        return ""
    stop = line[-1] if line[-1] in ".。।" else ""
    day = in_words(facts.counted_on, facts.content["language"])
    return f"{line.removesuffix(stop)} ({day}){stop}"


def section_credits(facts: Facts) -> dict[str, PrintedLine]:
    """Names of those credited with a part, by the words of its heading (docs/wording-rows.md E16)."""
    shown = _parts(facts)
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in facts.content["bylines"]:
        if row["section"] in shown:
            parts.setdefault(row["section"], []).append(row)
    return {heading: join_names(facts, rows) for heading, rows in parts.items()}


def wording_position(facts: Facts, wording: PrintedWording) -> str:
    """ "head" or "foot": an author's employment disclaimer may be placed with the author's rank."""
    if wording.placement != "rank":
        return wording.placement
    person = facts.names.people.get(wording.author)
    prints_ranks = "rank" in slots.names_in(facts.phrase("byline_name"))
    return "head" if person and person.rank and prints_ranks else "foot"
