"""Three-way merge of a manuscript's fields: the version started from, what was typed, and the newest version.

What only one side changed is taken; prose and lines are merged word by word. The rest are questions.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.manuscript_fields import ManuscriptField
from desk.versions.form_values import Values, canonical
from prose.html.merge import merge_bodies
from prose.three_way import MergedText, Passage
from prose.words import merge_words


@dataclass(frozen=True)
class Question:
    """A place that both sides changed differently: a field's name in the form, and the texts of both sides.

    For a body they are the passages in question, else the whole value.
    """

    name: str
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merge:
    """Values for the form, and what has to be asked about them."""

    values: Values
    questions: tuple[Question, ...] = ()


def merge_fields(
    fields: Iterable[ManuscriptField], base: Values, mine: Values, theirs: Values, *, prefix: str = ""
) -> Merge:
    """Merge the fields of a manuscript or of one row. Values that only the typed form has stay as they are.

    `prefix`: what comes before the names of the row's fields in the form.
    """
    values, questions = dict(mine), []
    for field in fields:
        if field.kind == "row key" or field.kind == "topics":
            continue
        before, saved = base[field.name], theirs[field.name]
        merged = merge_value(
            field, before, mine.get(field.name, "" if field.kind == "flag" else before), saved
        )
        values[field.name] = merged.text
        questions += [
            Question(prefix + field.name, conflict.base, conflict.mine, conflict.theirs)
            for conflict in merged.conflicts
        ]
    return Merge(values, tuple(questions))


def merge_value(field: ManuscriptField, base: str, mine: str, theirs: str) -> MergedText:
    """Merge one value. A value that nobody else changed stays as it was typed."""
    before, typed, saved = (canonical(field, value) for value in (base, mine, theirs))
    if saved in (before, typed):
        return MergedText(mine)
    if typed == before:
        return MergedText(theirs)
    match field.kind:
        case "people":  # follows from other fields: nothing to be asked about
            return MergedText(mine)
        case "prose":
            return merge_bodies(before, typed, saved)
        case "line" | "paragraphs":
            return merge_words(before, typed, saved)
    return MergedText(mine, (Passage(base, mine, theirs),))
