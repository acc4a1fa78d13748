"""Open passages of a correction on an act's page: the words of both sides, and the answer to each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from articles.corrections import Carried, OpenPassage, Stays
from articles.manuscript_fields import FIELDS
from prose.html.comparison import compared_bodies, compared_lines

_LABELS = {field.name: field for field in FIELDS}


@dataclass(frozen=True)
class ShownPassage:
    """One passage with the name of its answer; each side as HTML with what it changed. `stays`: the answer so far."""

    name: str
    label: str
    waiting: SafeString
    corrected: SafeString
    stays: str


def shown_passages(carried: Carried, answers: Mapping[str, str]) -> list[ShownPassage]:
    """All passages of a merge, decided or not, in the order of the fields."""
    passages = [*carried.passages, *(passage for passage, _ in carried.decided)]
    return [_shown(passage, answers.get(passage.key, "")) for passage in passages]


def answers_in(typed: Mapping[str, str]) -> dict[str, str]:
    """The answers among what was typed in a form: key of a passage -> a value of `Stays`."""
    return {
        name: value for name, value in typed.items() if name.startswith("passage-") and value in set(Stays)
    }


def _shown(passage: OpenPassage, stays: str) -> ShownPassage:
    compared = compared_bodies if passage.field == "body" else compared_lines
    waiting, corrected = (
        SafeString(mark_safe(compared(passage.before, side)))  # noqa: S308 - bodies are cleaned, lines escaped
        for side in (passage.waiting, passage.corrected)
    )
    return ShownPassage(passage.key, _LABELS[passage.field].label, waiting, corrected, stays)
