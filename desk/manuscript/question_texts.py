"""Questions of the conflict page in words: their labels, and both sides with what each of them changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from articles.manuscript_fields import ROWS, ManuscriptField, ManuscriptRows
from desk.linking.shown import with_todays_links
from desk.manuscript.questions import answer_name, field_of, is_both_possible
from desk.versions.content import value_text
from desk.versions.merging import Question
from desk.versions.row_merging import DELETED, ORDER
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.comparison import compared_bodies, compared_lines

_BY_WORDS = frozenset({"line", "paragraphs"})
_ROWS = {rows.name: rows for rows in ROWS}


@dataclass(frozen=True)
class ShownQuestion:
    """A question with the names of its form field and anchor. `mine`, `theirs`, `base` are HTML or plain text."""

    question: Question
    number: int
    label: str
    mine: str
    theirs: str
    base: str = ""

    @property
    def name(self) -> str:
        return answer_name(self.number)

    @property
    def has_both(self) -> bool:
        return is_both_possible(self.question)


def shown_questions(questions: Sequence[Question], post: QueryDict) -> list[ShownQuestion]:
    """The questions about a form that is shown again."""
    return [_shown(question, number, post) for number, question in enumerate(questions)]


def _shown(question: Question, number: int, post: QueryDict) -> ShownQuestion:
    name, field = field_of(question.name)
    rows = _ROWS.get(name)
    if rows and question.name.endswith(f"-{ORDER}"):
        sides = [_order(rows, side, post) for side in (question.mine, question.theirs)]
        return ShownQuestion(question, number, f"{rows.label}: order", *sides)
    if rows and question.name.endswith(f"-{DELETED}"):
        row = _row(rows, question.name.split("-")[1], post)
        sides = ["(removed)" if side else row for side in (question.mine, question.theirs)]
        return ShownQuestion(question, number, f"{rows.label}: {row}", *sides)
    if field is None:
        return ShownQuestion(question, number, question.name, question.mine, question.theirs)
    label = field.label if rows is None else _row_label(rows, field, question.name, post)
    sides = [
        _side(field, rows, question.base, side) for side in (question.mine, question.theirs, question.base)
    ]
    return ShownQuestion(question, number, label, *sides)


def _side(field: ManuscriptField, rows: ManuscriptRows | None, base: str, side: str) -> str:
    """One side's text; in prose with what that side changed."""
    if field.kind == "prose":
        try:
            return with_todays_links(compared_bodies(clean_html(base), clean_html(side)))
        except ProseError:
            return side
    if field.kind in _BY_WORDS and base:
        return SafeString(mark_safe(compared_lines(base, side)))  # noqa: S308 - escaped
    return value_text(field, side, rows) if side else ""


def _row_label(rows: ManuscriptRows, field: ManuscriptField, name: str, post: QueryDict) -> str:
    verbose = str(rows.model._meta.get_field(field.name).verbose_name)
    return f"{rows.label}: {_row(rows, name.split('-')[1], post)}, {verbose}"


def _row(rows: ManuscriptRows, number: str, post: QueryDict) -> str:
    """The first value of a row that says something: its person, outlet or subject."""
    for field in rows.fields:
        if (value := post.get(f"{rows.name}-{number}-{field.name}", "")) and field.kind != "row key":
            return value_text(field, value, rows)
    return f"row {number}"


def _order(rows: ManuscriptRows, numbers: str, post: QueryDict) -> str:
    return ", ".join(_row(rows, number, post) for number in numbers.split(",") if number)
