"""Disclosures of the authors, a sentence each (docs/wording-rows.md I)."""

from typing import Any

from articles.press.answers import asked_by, identity
from articles.press.facts import Facts
from articles.press.lines import people, places
from articles.press.names import author_rows, person_on_page
from prose import printed_line
from prose.printed_line import PrintedLine, words


def disclosures(facts: Facts) -> list[PrintedLine]:
    """A sentence for each disclosure; the answer "nothing to disclose" prints none."""
    lines: list[PrintedLine] = []
    for row in facts.content["disclosures"]:
        if row["answer"] != "disclosed":
            continue
        person = person_on_page(facts.names, facts.content, row["author_id"])
        author = people.name_alone(facts, person) if person else _all_authors(facts, row)
        if not author:
            continue
        values = {
            "author": author,
            "text": words(row["text"]),
            "tool": words(row["tool"]),
            "task": words(row["task"]),
            "checker": words(row["checked_by"]),
        }
        phrase = facts.phrase(f"{row['subject']}_line")
        sentence = phrase.fill(values)
        has_text = sentence and "text" in phrase.slots
        parts = [sentence] if has_text else [sentence, words(row["text"])]
        lines.append(printed_line.join([part for part in parts if part], " "))
    return [line for line in lines if line]


def _all_authors(facts: Facts, answer: dict[str, Any]) -> PrintedLine:
    """Those of its authors who were asked; [] if none of them is left.

    Where it has no authors, who signed it, contributed to it or asked the questions; else the institution.
    """
    by_role = (people.rows_in_role(facts, role) for role in ("signatory", "contributor", "interviewer"))
    asked, authors = asked_by(answer, facts.content), author_rows(facts.content)
    rows = [row for row in authors if identity(row) in asked]
    if asked and not rows:  # those who said so are no authors of it any more, and nobody else did
        return []
    rows = rows or next(filter(None, by_role), [])
    return printed_line.without_links(people.join_names(facts, rows)) or places.institution(facts)
