"""Questions of the conflict page: carried in its form until they are answered, and applied to what is typed there."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from django.http import QueryDict

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField
from desk.versions.form_values import CHECKED, canonical
from desk.versions.merging import Question
from desk.versions.row_merging import DELETED, ORDER
from prose.html.merge import carried_over

ASKED = "asked"  # the hidden field with the questions
SINCE = "asked_since"  # the hidden field with the number of the version that the questions started from
MINE, THEIRS, BOTH = "mine", "theirs", "both"
MOST_ASKED = 500

_FIELDS: dict[str, ManuscriptField] = {field.name: field for field in FIELDS}
_ROW_FIELDS = {(rows.name, field.name): field for rows in ROWS for field in rows.fields}


def answer_name(number: int) -> str:
    """Name of the form's field for the answer to a question."""
    return f"answer-{number}"


def as_asked(questions: Sequence[Question]) -> str:
    """The questions as the form carries them."""
    return json.dumps([asdict(question) for question in questions], ensure_ascii=False)


def asked_in(post: QueryDict) -> list[Question]:
    """The questions that a form carries; none if they are unreadable."""
    try:
        return [Question(**{name: str(text) for name, text in member.items()}) for member in _asked(post)]
    except (TypeError, AttributeError):
        return []


def _asked(post: QueryDict) -> list[dict[str, str]]:
    try:
        asked = json.loads(post.get(ASKED) or "[]")
    except (ValueError, RecursionError):
        return []
    return asked[:MOST_ASKED] if isinstance(asked, list) else []


def with_answers(typed: QueryDict) -> tuple[QueryDict, list[Question]]:
    """The form with the answers applied, and the questions that stay.

    A question stays if it has no answer, or if the passage that the answer would replace was changed since.
    """
    post, still_open = typed.copy(), []
    for number, question in enumerate(asked_in(typed)):
        answer = typed.get(answer_name(number), "")
        post.pop(answer_name(number), None)
        is_settled = answer == MINE or (answer in (THEIRS, BOTH) and _apply(post, question, answer))
        if not is_settled:
            still_open.append(question)
    return post, still_open


def field_of(name: str) -> tuple[str, ManuscriptField | None]:
    """The rows' name ("" for the piece itself) and the field of a form's field, as in "bylines-2-bio"."""
    if name in _FIELDS:
        return "", _FIELDS[name]
    prefix, _, rest = name.partition("-")
    return prefix, _ROW_FIELDS.get((prefix, rest.rpartition("-")[2]))


def is_both_possible(question: Question) -> bool:
    """True for passages of a body that can stand one after the other."""
    _, field = field_of(question.name)
    return field is not None and field.kind == "prose" and bool(question.mine and question.theirs)


def _apply(post: QueryDict, question: Question, answer: str) -> bool:
    """Put the newer version's value in the place of the typed one; False if that is not there any more."""
    rows, field = field_of(question.name)
    if question.name.endswith(f"-{ORDER}"):
        for place, number in enumerate(question.theirs.split(","), start=1):
            post[f"{rows}-{number}-order"] = str(place)
        return True
    if question.name.endswith(f"-{DELETED}"):
        post.pop(question.name, None)
        if question.theirs:
            post[question.name] = CHECKED
        return True
    if field is None:
        return True
    standing = canonical(field, post.get(question.name, ""))
    if field.kind == "prose":
        wanted = question.theirs if answer == THEIRS else question.mine + question.theirs
        changed = carried_over(question.mine, wanted, standing)
        post[question.name] = standing if changed is None else changed
        return changed is not None
    if standing not in (canonical(field, question.mine), canonical(field, question.theirs)):
        return False
    post[question.name] = question.theirs
    return True
