"""The article form as one screen: its parts with their words and rows, and where the piece stands in a few words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.formats import date_format

from articles.models.article import Article
from articles.models.topic import parse_topics
from articles.states import Act, Public
from articles.timeline import Timeline
from desk.acts.buttons import Button
from desk.manuscript.fieldsets import PARTS, TEXT, FormPart
from desk.manuscript.parts import words_of
from desk.rights.record import permissions_of

MAIN_ACTS = (Act.SWAP, Act.PUBLISH, Act.HAND_IN)
"""Acts for the bar itself, the first that applies; the others are in the menu beside the state."""


@dataclass(frozen=True)
class ShownPart:
    """A part as the form draws it. `fieldset` and `formset` are the admin's, None where the part has none."""

    part: FormPart
    words: str
    fieldset: Any
    formset: Any

    @property
    def is_open(self) -> bool:
        """True if something in it has to be settled."""
        of_fields = self.fieldset is not None and self.fieldset.form.errors.keys() & set(self.part.fields)
        rows = self.formset.formset if self.formset else None
        return bool(of_fields) or bool(
            rows and rows.is_bound and (rows.non_form_errors() or any(rows.errors))
        )


def parts_of(adminform: Any, formsets: Iterable[Any]) -> list[ShownPart]:
    """The parts of a form that is drawn, in order."""
    by_prefix = {each.formset.prefix: each for each in formsets}
    rows = {prefix: standing_rows(each.formset) for prefix, each in by_prefix.items()}
    article: Article = adminform.form.instance
    _show_permissions(article, rows.get("appearances", ()))
    words = words_of(article, _all_rows(rows), _topics_in(adminform.form))
    fieldsets = iter(list(adminform)[TEXT + 1 :])
    return [
        ShownPart(part, words[part.code], next(fieldsets) if part.fields else None, by_prefix.get(part.rows))
        for part in PARTS
    ]


def words_of_typed(article: Article) -> dict[str, str]:
    """The words of each part of a piece as it was just written, for the panel."""
    rows = {name: list(getattr(article, name).all()) for name in _all_rows({})}
    _show_permissions(article, rows["appearances"])
    return words_of(article, rows, [str(topic) for topic in article.tags.all()])


def standing_rows(formset: Any) -> list[Any]:
    """Rows of a formset that are filled and stay, as typed. A row with an error stands open, and needs no words."""
    return [form.instance for form in formset.forms if _stays(form)]


def _stays(form: Any) -> bool:
    if not form.is_bound:
        return bool(form.instance.pk)
    return (
        form.is_valid()
        and bool(form.instance.pk or form.has_changed())
        and not form.cleaned_data.get(DELETION_FIELD_NAME)
    )


def main_act(buttons: Iterable[Button]) -> Button | None:
    """The act that the bar shows beside Save."""
    by_act = {button.act: button for button in buttons if button.saves_first}
    return next((by_act[act] for act in MAIN_ACTS if act in by_act), None)


def state_in_words(standing: Timeline, newest: int, work: str) -> str:
    """Where the piece stands, for a button: "Live since 3 March 2026, changed since"."""
    current, coming = standing.current, standing.coming
    match standing.public:
        case Public.NEVER:
            words = work or ("Draft" if newest else "Not saved yet")
        case Public.SCHEDULED:
            words = ""
        case public:
            words = str(public).capitalize()
            words += f" since {_day(standing.since)}" if standing.since else ""
    if coming:
        words = f"{words}, scheduled" if words else "Scheduled"
        words += f" for {date_format(timezone.localtime(coming.live_from), 'j F, H:i')}"
    elif current and current.form == "piece" and current.revision.number != newest:
        words += ", changed since"
    return words


def _day(instant: Any) -> str:
    return date_format(timezone.localtime(instant), "j F Y")


def _all_rows(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {part.rows: rows.get(part.rows, []) for part in PARTS if part.rows}


def _show_permissions(article: Article, places: Iterable[Any]) -> None:
    """Give each place its permission, loaded once for all of them."""
    saved = [place for place in places if place.pk]
    found = permissions_of(article, saved, timezone.now())
    for place in saved:
        place.shown_permission = found.get(str(place.key))


def _topics_in(form: Any) -> list[str]:
    """Topics as the form shows them; those of a reader, who has no fields, as they are on record."""
    if "tags" not in form.fields:
        return [str(topic) for topic in form.instance.tags.all()] if form.instance.pk else []
    shown = form["tags"].value() or ""
    return shown if isinstance(shown, list) else parse_topics(shown)
