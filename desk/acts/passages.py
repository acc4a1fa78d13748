"""Open passages of a correction on an act's page: the words of both sides, and the answer to each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from articles.corrections import Carried, OpenPassage, Stays
from articles.manuscript_fields import FIELDS
from articles.models.article import Article
from desk.linking.shown import with_todays_links
from prose.forms.body import BodyFormField, BodyWidget
from prose.html.comparison import compared_bodies, compared_lines

_LABELS = {field.name: field for field in FIELDS}

EDITOR_MEDIA = BodyWidget().media
"""What a page needs on which two passages of a body may be joined."""


@dataclass(frozen=True)
class ShownPassage:
    """One passage with the name of its answer; each side as HTML with what it changed. `stays`: the answer so far.

    `words`: the field in which the two can be joined, filled with the waiting side's; `problem`: why these words cannot
    stay.
    """

    name: str
    label: str
    waiting: SafeString
    corrected: SafeString
    stays: str
    words: SafeString
    problem: str


def shown_passages(carried: Carried, typed: Mapping[str, str]) -> list[ShownPassage]:
    """All passages of a merge, decided or not, in the order of the fields."""
    return [_shown(passage, typed) for passage in passages_of(carried)]


def passages_of(carried: Carried) -> list[OpenPassage]:
    """The passages of a merge, decided or not."""
    return [*carried.passages, *(decision.passage for decision in carried.decided)]


def answers_in(typed: Mapping[str, str], passages: Iterable[OpenPassage]) -> dict[str, str]:
    """The decisions (`articles.corrections.Decisions`) typed in a form; words that cannot stay decide nothing."""
    answers: dict[str, str] = {}
    for passage in passages:
        stays = typed.get(passage.key, "")
        if stays == Stays.WRITTEN and not _problem(passage, typed):
            answers[passage.words_key] = _words_field(passage).clean(typed.get(passage.words_key, ""))
        elif stays not in (Stays.WAITING, Stays.CORRECTED):
            continue
        answers[passage.key] = stays
    return answers


def _problem(passage: OpenPassage, typed: Mapping[str, str]) -> str:
    if typed.get(passage.key) != Stays.WRITTEN:
        return ""
    try:
        _words_field(passage).clean(typed.get(passage.words_key, ""))
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _words_field(passage: OpenPassage) -> forms.Field:
    """The field for words that join the two: the editor for a passage of the text, else a line."""
    if passage.field == "body":
        return BodyFormField(error_messages={"required": "Write the words that are to stay."})
    rows = forms.Textarea(attrs={"rows": 2})
    field = Article._meta.get_field(passage.field).formfield(widget=rows)  # type: ignore[union-attr]
    assert isinstance(field, forms.Field)  # noqa: S101 - every correctable field has one
    return field


def _shown(passage: OpenPassage, typed: Mapping[str, str]) -> ShownPassage:
    compared = compared_bodies if passage.field == "body" else compared_lines
    waiting, corrected = (
        with_todays_links(compared(passage.before, side)) for side in (passage.waiting, passage.corrected)
    )
    name = passage.words_key
    attributes = {"id": f"id_{name}", "rows": 4}
    words = _words_field(passage).widget.render(name, typed.get(name, passage.waiting), attributes)
    return ShownPassage(
        passage.key,
        _LABELS[passage.field].label,
        waiting,
        corrected,
        typed.get(passage.key, ""),
        words,
        _problem(passage, typed),
    )
