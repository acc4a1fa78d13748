"""Disclosures of the authors, a sentence each (docs/wording-rows.md I)."""

from typing import Any

from articles.press.answers import answering_rows, asked_by, identity
from articles.press.facts import Facts
from articles.press.lines import people, places
from articles.press.names import person_on_page
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
    """Those who answer for the piece and were asked; the institution where nobody does; [] if none of them is left."""
    asked = asked_by(answer, facts.content)
    rows = [row for row in answering_rows(facts.content) if identity(row) in asked]
    if asked and not rows:  # those who said so are no authors of it any more, and nobody else did
        return []
    return printed_line.without_links(people.join_names(facts, rows)) or places.institution(facts)
