"""People on a page: bylines, credits of parts, and the place of an author's own disclaimer."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from articles.press.facts import Facts
from articles.press.names import Person, author_rows, credited_person, person_on_page
from articles.press.printed_wording import PrintedWording
from articles.press.relations import claim, credited_rows, each_once, places_with_claim
from articles.rights.rule import FULL
from prose import printed_line
from prose.html.headings import heading_key, headings
from prose.printed_line import PrintedLine, words

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
_MAKING = ("contributor", "signatory", "interviewer")
_SPEAKING = (*_MAKING, "interviewee")
MOST_IN_BRIEF = 6
"""Names of one role in a description, which search engines cut after some 150 characters."""
_POSITIONS = {role: "byline" if role == "author" else f"{role}_line" for role in _ROLES}


def bylines(facts: Facts) -> list[PrintedLine]:
    """One line for each role, in the order roles are first credited; names keep their order.

    Authors of one part of a round-up are printed below its heading instead. People who are quoted or interviewed come
    last, where no sentence names them: theirs is no byline.
    """
    return [line for line in (*makers_by_role(facts).values(), _subjects(facts)) if line]


def other_bylines(facts: Facts) -> list[PrintedLine]:
    """The same without those whom the credit of a republished copy names: its authors, or all where it has none."""
    if not author_rows(facts.content):
        return []
    lines = makers_by_role(facts) | {"subject": _subjects(facts)}
    return [line for role, line in lines.items() if line and role != "author"]


def in_brief(facts: Facts) -> str:
    """Who speaks in a round-up, a letter or an interview, for its description; "" where `author_names` says it all."""
    rows = credited_rows(facts.content)
    if not _parts(facts) and not any(row["role"] in _SPEAKING for row in rows):
        return ""
    others = facts.phrase("others_word")
    lines = []
    for role in dict.fromkeys(row["role"] for row in rows if row["role"] in ("author", *_SPEAKING)):
        named = rows_in_role(facts, role)
        is_cut = bool(others) and len(named) > MOST_IN_BRIEF
        names = join_names(facts, named[:MOST_IN_BRIEF] if is_cut else named, is_open=is_cut)
        lines.append(_role_line(facts, role, names))
    return " · ".join(printed_line.text(line) for line in lines if line)


def makers_by_role(facts: Facts, *, with_parts: bool = False) -> dict[str, PrintedLine]:
    """The same by role, without people who are only quoted or interviewed.

    `with_parts`: for places that show no headings, such as lists; people credited below one are named too.
    """
    roles = dict.fromkeys(row["role"] for row in credited_rows(facts.content))
    roles.pop("subject", None)
    if facts.content["source_language"] and "names" in facts.phrase("translated_from").slots:
        roles.pop("translator", None)  # printed at the foot, with the language
    rows_of = rows_in_role if with_parts else head_rows
    lines = {role: _role_line(facts, role, join_names(facts, rows_of(facts, role))) for role in roles}
    return {role: line for role, line in lines.items() if line}


def _role_line(facts: Facts, role: str, names: PrintedLine) -> PrintedLine:
    """ "Interview by Ida Quay and Bo Cove": names with the house's words for their role."""
    return facts.phrase(_POSITIONS[role]).fill({"names": names})


def _subjects(facts: Facts) -> PrintedLine:
    if _are_subjects_named(facts):
        return []
    return _role_line(facts, "subject", join_names(facts, rows_in_role(facts, "subject")))


def _are_subjects_named(facts: Facts) -> bool:
    """True if a sentence on where it ran names those who are quoted or interviewed there."""
    claims = {claim(row) for row in places_with_claim(facts.content, "quoted", "interviewed")}
    return not facts.content["attribution_override"] and any(
        "names" in facts.phrase(f"{each}_attribution").slots for each in claims
    )


def rows_in_role(facts: Facts, role: str) -> list[dict[str, Any]]:
    """All bylines with a role, in their order."""
    return each_once(row for row in credited_rows(facts.content) if row["role"] == role)


def head_rows(facts: Facts, role: str) -> list[dict[str, Any]]:
    """Bylines with a role for the head of the page: all except those printed below a heading."""
    parts = _parts(facts)
    rows = (row for row in credited_rows(facts.content) if row["role"] == role)
    return each_once(row for row in rows if heading_key(row["section"]) not in parts)


def makers(facts: Facts) -> PrintedLine:
    """Everyone in the role credited first, for lists: they show no headings, so they need the names of the parts."""
    bylines = credited_rows(facts.content)
    if not bylines:
        return []
    role = bylines[0]["role"]
    if role == "subject":
        return []  # named in the sentence on where it ran, else in the bylines
    return _role_line(facts, role, join_names(facts, rows_in_role(facts, role)))


def _parts(facts: Facts) -> Counter[str]:
    """Headings with a credit below them, and how often each stands in the text; none unless it is shown whole."""
    sections = {heading_key(row["section"]) for row in credited_rows(facts.content) if row["section"]}
    if facts.allowed.mode != FULL or not sections:
        return Counter()
    found = headings(facts.content["body"])
    return Counter({key: count for key, count in found.items() if key in sections})


def join_names(facts: Facts, rows: Iterable[dict[str, Any]], *, is_open: bool = False) -> PrintedLine:
    """The names of bylines in one line, joined in the house style; [] for no rows.

    `is_open`: the list is not complete, and says so.
    """
    return facts.phrases.join([_name(facts, people) for people in under_one_name(rows)], is_open=is_open)


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
        return facts.name(row["name"])
    return name_of(facts, person, "byline_name", post_of(person))


def name_of(facts: Facts, person: Person, position: str, post: PrintedLine) -> PrintedLine:
    """The phrase of a position with the name in it, linked; where it lacks what the phrase demands, the name alone.

    The name takes the place of a native name that the phrase demands and that is not on record.
    """
    phrase, values = facts.phrase(position), _titles(facts, person) | {"post": post}
    if not values["native_name"] and "name" not in phrase.slots:
        values["native_name"] = values["name"]
    return printed_line.one_link(phrase.fill(values)) or word_of(person, "name", href=_address(person))


def _titles(facts: Facts, person: Person) -> dict[str, PrintedLine]:
    """The name and its titles, all linked; the page's own word says that a rank is that of somebody retired."""
    href = _address(person)
    linked = {
        slot: word_of(person, slot, href=href)
        for slot in ("name", "courtesy", "rank", "suffix", "native_name")
    }
    if person.is_retired and linked["rank"] and (retired := facts.phrase("retired_word")):
        linked["rank"] = [*linked["rank"], *words(f" {retired.text}", retired.mark, href=href)]
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


def creators(facts: Facts) -> list[str]:
    """The names of its authors; of a piece without one, of who signed it or asked the questions, else of its editors.

    Who is asked in an interview did not make it (DCMI, "an entity responsible for making the resource").
    """
    return [_author_name(facts, some)["name"] for some in under_one_name(maker_rows(facts))]


def maker_rows(facts: Facts) -> list[dict[str, Any]]:
    """The bylines of those who made it: see `creators`."""
    of_roles = (
        author_rows(facts.content),
        each_once(row for row in credited_rows(facts.content) if row["role"] in _MAKING),
        rows_in_role(facts, "editor"),
    )
    return next(filter(None, of_roles), [])


def _author_name(facts: Facts, rows: list[dict[str, Any]]) -> dict[str, str]:
    person = credited_person(facts.names, rows[0])
    if person is None or len({row["author_id"] for row in rows}) > 1:
        return {"name": rows[0]["name"], "href": ""}
    return {"name": printed_line.text(name_alone(facts, person)), "href": _address(person)}


def name_alone(facts: Facts, person: Person) -> PrintedLine:
    """The name with the titles that a byline prints, without the post and without a link."""
    return printed_line.without_links(name_of(facts, person, "byline_name", []))


def section_credits(facts: Facts) -> dict[str, list[PrintedLine]]:
    """Who is credited with a part, by the key of its heading: one line for each heading of these words.

    Where several headings have the same words ("Response"), the first row belongs to the first, and so on.
    """
    credits: dict[str, list[PrintedLine]] = {}
    for key, count in _parts(facts).items():
        rows = [row for row in credited_rows(facts.content) if heading_key(row["section"]) == key]
        shared = [[row] for row in rows[: count - 1]] + [rows[count - 1 :]]
        credits[key] = [_part_line(facts, each_once(some)) for some in shared if some]
    return credits


def _part_line(facts: Facts, rows: list[dict[str, Any]]) -> PrintedLine:
    """Those who wrote a part by their names alone, others with the words for their role."""
    writers = [row for row in rows if row["role"] in ("author", "contributor")]
    others = {
        row["role"]: [one for one in rows if one["role"] == row["role"]] for row in rows if row not in writers
    }
    lines = [join_names(facts, writers)]
    lines += [_role_line(facts, role, join_names(facts, some)) for role, some in others.items()]
    return printed_line.join([line for line in lines if line], " · ", between=" · ")


def wording_position(facts: Facts, wording: PrintedWording) -> str:
    """ "head" or "foot": an author's employment disclaimer may be placed with the author's rank."""
    if wording.placement != "rank":
        return wording.placement
    person = person_on_page(facts.names, facts.content, wording.author)
    prints_ranks = "rank" in facts.phrase("byline_name").slots
    return "head" if person and person.rank and prints_ranks else "foot"
