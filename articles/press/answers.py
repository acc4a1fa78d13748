"""Answers of authors to the questions about funding, interests and AI: who was asked, and who was not. Pure.

An answer of "all authors" is theirs who stood in the byline when it was given: its row keeps them as `asked`, keys of
people and names without a record. Whoever comes to the byline later has not been asked. A piece without authors is
answered for by who signed it, contributed to it or asked the questions.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.press.relations import credited_rows, each_once
from articles.snapshot import Content

Asked = list[int | str]
"""Somebody on record by their key, anybody else by the name in the byline."""

SUBJECTS = {"funding": "funding", "interest": "interests of their own", "ai": "their use of AI"}
"""Subject of a disclosure -> its words in a sentence about authors."""


def identity(row: dict[str, Any]) -> int | str:
    """The person of a byline: the key of their record, else the name."""
    who: int | str = row["author_id"] or row["name"]
    return who


_ANSWERING = ("author", "signatory", "contributor", "interviewer")
"""Roles: the people in a byline with the first of them that it has answer for the piece."""


def answering_rows(content: Content) -> list[dict[str, Any]]:
    """The bylines of those who answer as "all authors", each once."""
    rows = credited_rows(content)
    role = answering_role(row["role"] for row in rows)
    return each_once(row for row in rows if row["role"] == role)


def answering_role(roles: Iterable[str]) -> str:
    """The role of those in a byline who answer for the piece; "" if it has none of them."""
    return min(set(roles) & set(_ANSWERING), key=_ANSWERING.index, default="")


def authors_of(content: Content) -> Asked:
    """Those who answer as "all authors"."""
    return [identity(row) for row in answering_rows(content)]


def asked_by(answer: dict[str, Any], content: Content) -> Asked:
    """Those whose answer a row is; that of all authors is all its authors' in a version of an earlier release."""
    asked: Asked | None = answer["asked"]
    if answer["author_id"]:  # for a page, `asked` has the record that stands for one that was merged
        return [answer["author_id"], *(asked or ())]
    return authors_of(content) if asked is None else asked


def not_asked(content: Content, subject: str) -> list[dict[str, Any]]:
    """The bylines of those who answer for the piece and were not asked about a subject."""
    answers = [row for row in content["disclosures"] if row["subject"] == subject]
    asked = {who for row in answers for who in asked_by(row, content)}
    return [row for row in answering_rows(content) if identity(row) not in asked]


def is_answer_of_others(content: Content, subject: str) -> bool:
    """True if nobody in the byline answers for the piece any more, and somebody who was in it did."""
    answers = [row for row in content["disclosures"] if row["subject"] == subject]
    return not answering_rows(content) and any(asked_by(row, content) for row in answers)


def came_later(content: Content) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """(subject, bylines of authors who came to the byline after all authors were asked about it)."""
    for subject in SUBJECTS:
        for_all = any(row["subject"] == subject and not row["author_id"] for row in content["disclosures"])
        if for_all and (rows := not_asked(content, subject)):
            yield subject, rows


def with_asked(content: Content, before: Content) -> Content:
    """The content in which each new answer of all authors says whose it is. `before`: the version before it.

    An answer that an earlier release kept stays that of the authors whom the piece had then.
    """
    answers = [row | {"asked": _asked_now(row, content, before)} for row in content["disclosures"]]
    return content | {"disclosures": answers}


def _asked_now(row: dict[str, Any], content: Content, before: Content) -> Asked | None:
    if row["author_id"] or row["asked"] is not None:
        return None if row["author_id"] else row["asked"]
    now = authors_of(content)
    if not any(_is_same(row, old) for old in before["disclosures"]):
        return now
    then = authors_of(before)
    return None if _is_within(now, then) else then


def _is_same(row: dict[str, Any], old: dict[str, Any]) -> bool:
    """True if an earlier release kept the same answer of all authors, without their names."""
    is_unnamed = not old["author_id"] and old["asked"] is None
    return is_unnamed and (row["subject"], row["answer"]) == (old["subject"], old["answer"])


def _is_within(some: Iterable[int | str], others: Iterable[int | str]) -> bool:
    return set(some) <= set(others)
