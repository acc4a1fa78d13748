"""People on a page: bylines, credits of parts, and the place of an author's own disclaimer."""

from collections.abc import Iterable
from typing import Any

from articles.press.disclaimers import PrintedWording
from articles.press.facts import Facts
from articles.press.names import Person, author_rows, credited_person, person_on_page
from articles.press.relations import claim, credited_rows, places_with_claim
from articles.rights.rule import FULL
from disclaimers.phrases import separators
from prose import printed_line, slots
from prose.html.headings import headings
from prose.printed_line import PrintedLine, Span, words
from prose.text_language.recognition import language_to_mark

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


def other_bylines(facts: Facts) -> list[PrintedLine]:
    """The same without the line of the authors, whom the credit of a republished copy names."""
    lines = _by_role(facts)
    lines.pop("author", None)
    return [line for line in (*lines.values(), _subjects(facts)) if line]


def makers_by_role(facts: Facts) -> list[PrintedLine]:
    """The lines without people who are only quoted or interviewed."""
    return [line for line in _by_role(facts).values() if line]


def _by_role(facts: Facts) -> dict[str, PrintedLine]:
    roles = dict.fromkeys(row["role"] for row in credited_rows(facts.content))
    roles.pop("subject", None)
    if facts.content["source_language"] and "names" in slots.names_in(facts.phrase("translated_from")):
        roles.pop("translator", None)  # printed at the foot, with the language
    return {
        role: printed_line.fill(
            facts.phrase(_POSITIONS[role]), {"names": join_names(facts, head_rows(facts, role))}
        )
        for role in roles
    }


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
    names = [_name(facts, people) for people in under_one_name(rows)]
    return printed_line.join(names, last, between=between)


def under_one_name(rows: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Bylines by the name that they print: people of record who share a pen name stand together, each other alone."""
    groups: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for place, row in enumerate(rows):
        shared = row["name"] if row["author_id"] else ""
        groups.setdefault((shared, 0) if shared else ("", place), []).append(row)
    return list(groups.values())


def _name(facts: Facts, rows: list[dict[str, Any]]) -> PrintedLine:
    """One name with the titles of the house style, linked to the author's page; the post is not part of the link.

    A name that several people share leads to none of their pages.
    """
    row = rows[0]
    person = credited_person(facts.names, row)
    if person is None or len({each["author_id"] for each in rows}) > 1:
        return words(row["name"], language_to_mark(row["name"], facts.names.language))
    return name_of(facts, person, "byline_name", post_of(person))


def name_of(facts: Facts, person: Person, position: str, post: PrintedLine) -> PrintedLine:
    """The phrase of a position with the name in it, linked; where it lacks what the phrase demands, the name alone.

    The name takes the place of a native name that the phrase demands and that is not on record.
    """
    phrase, values = facts.phrase(position), _titles(facts, person) | {"post": post}
    if not values["native_name"] and "name" not in slots.names_in(phrase):
        values["native_name"] = values["name"]
    line = printed_line.fill(phrase, values)
    return printed_line.one_link(line) or word_of(person, "name", href=_address(person))


def _titles(facts: Facts, person: Person) -> dict[str, PrintedLine]:
    """The name and its titles, all linked; the page's own word says that a rank is that of somebody retired."""
    href = _address(person)
    linked = {
        slot: word_of(person, slot, href=href)
        for slot in ("name", "courtesy", "rank", "suffix", "native_name")
    }
    if person.is_retired and linked["rank"] and (retired := facts.phrase("retired_word")):
        linked["rank"] = [*linked["rank"], Span(text=f" {retired}", href=href)]
    return linked


def word_of(person: Person, member: str, *, href: str = "") -> PrintedLine:
    """One word of a person's record, marked with its language if it is not the page's."""
    return words(getattr(person, member), person.languages.get(member, ""), href=href)


def _address(person: Person) -> str:
    return f"/authors/{person.slug}/"


def post_of(person: Person) -> PrintedLine:
    """The post in words: "senior adviser, Office of the Tides Chair, Harbour"."""
    if not person.title:  # frozen before a post had parts
        return words(person.appointment)
    parts = [part for name in ("title", "unit", "house") if (part := word_of(person, name))]
    return printed_line.join(parts, ", ")


def author_names(facts: Facts) -> list[dict[str, str]]:
    """Names and addresses of the authors for feeds and metadata: as bylines print them, without the post."""
    return [_author_name(facts, rows) for rows in under_one_name(author_rows(facts.content))]


def _author_name(facts: Facts, rows: list[dict[str, Any]]) -> dict[str, str]:
    person = credited_person(facts.names, rows[0])
    if person is None or len({row["author_id"] for row in rows}) > 1:
        return {"name": rows[0]["name"], "href": ""}
    return {"name": printed_line.text(name_alone(facts, person)), "href": _address(person)}


def name_alone(facts: Facts, person: Person) -> PrintedLine:
    """The name with the titles that a byline prints, without the post and without a link."""
    return printed_line.without_links(name_of(facts, person, "byline_name", []))


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
    person = person_on_page(facts.names, facts.content, wording.author)
    prints_ranks = "rank" in slots.names_in(facts.phrase("byline_name"))
    return "head" if person and person.rank and prints_ranks else "foot"
