"""Checks of what authors answered: who came after the answer, and sentences that deny what somebody disclosed."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import get_text_list

from articles.checklist.obstacles import Obstacle, Offer
from articles.press.answers import SUBJECTS, came_later
from articles.press.printed_wording import SUBJECT_OF_CONDITION
from articles.press.proof import Proof
from articles.snapshot import Content
from disclaimers.denials import denied_in

ASKED = "asked"
"""The field of an offer that lets an answer be that of all authors in the byline.

Its value is the subject, a colon and the number of the version: nobody speaks for an author whom the page did not name.
"""
_A_CONDITION = "With a condition, a disclaimer prints only where nobody discloses anything about it."


def asked_before_they_came(proof: Proof) -> Iterator[Obstacle]:
    """Ask about authors who came to the byline after all authors had answered."""
    for subject, rows in came_later(proof.facts.content):
        names = get_text_list([_name(proof, row) for row in rows], "and")
        are = "is" if len(rows) == 1 else "are"
        sentence = (
            f"{names} {are} in the byline only since all authors were asked about {SUBJECTS[subject]}. "
            f"Until the piece says that they were asked too, {_until_then(proof.facts.content, subject)}."
        )
        offer = Offer("They were asked too", ASKED, f"{subject}:{proof.edition.revision.number}")
        yield Obstacle("asked_before_they_came", sentence, "disclosures", offers=(offer,))


def denied_and_disclosed(proof: Proof) -> Iterator[Obstacle]:
    """Warn of a sentence that denies what somebody discloses on the same page, without being tied to their answers."""
    content = proof.facts.content
    for row in content["disclosures"]:
        if row["answer"] != "disclosed":
            continue
        disclosed = row["text"] or ", ".join(filter(None, (row["tool"], row["task"])))
        for field, text, advice in _own_words(proof):
            if row["subject"] in denied_in(text):
                sentence = (
                    f"The page says “{text}” beside what is disclosed about {SUBJECTS[row['subject']]}: “{disclosed}”. "
                    f"If both cannot be true, change one of them. {advice}"
                )
                yield Obstacle("denied_and_disclosed", sentence.strip(), field)


def _own_words(proof: Proof) -> Iterator[tuple[str, str, str]]:
    """(field, text, advice) of the sentences that are printed whatever the authors answered."""
    content = proof.facts.content
    for wording in proof.facts.wordings:
        if wording.condition not in SUBJECT_OF_CONDITION:
            yield "pinned_wordings", wording.text, _A_CONDITION if wording.disclaimer else ""
    for field in ("editors_note", "editing_note"):
        if content[field]:
            yield field, content[field], ""


def _name(proof: Proof, row: dict[str, Any]) -> str:
    person = proof.facts.names.people.get(row["author_id"])
    return str(row["name"] or (person.name if person else ""))


def _until_then(content: Content, subject: str) -> str:
    for row in content["disclosures"]:
        if row["subject"] == subject and row["answer"] == "disclosed":
            return "the page names only the others beside what is disclosed"
    return "the page does not say that there is nothing to disclose"
