"""One click that changes one thing of a piece, beside the sentence on the checklist that asks for it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone

from articles import acts
from articles.checklist.answers import ASKED
from articles.checklist.days import COUNTED
from articles.checklist.misfits import MAY_BE_CHANGED, misfits
from articles.checklist.obstacles import Obstacle
from articles.checklist.pictures import DESCRIBED
from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.revision import Revision
from articles.press.answers import SUBJECTS
from articles.snapshot import content_of
from articles.states import Act
from desk.pages import DeskPage, find_article, form_address, require
from disclaimers.lineage import open_to
from prose.dates import first_day
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

SET = "_set"  # the button's name; its value is "language=de"


def with_one_change(post: QueryDict) -> QueryDict:
    """The form as typed, with the change of its button, which also saves it."""
    name, _, value = str(post.get(SET, "")).partition("=")
    changed = post.copy()
    del changed[SET]
    if name in MAY_BE_CHANGED:
        changed[name] = value
        changed["_continue"] = "1"
    return changed


def _changed_field(article: Article, name: str, value: str, by: Any) -> str:
    """Write another value into a field of the piece; return the field's name in words.

    Raises ValidationError for a value that the field does not take, or a house that is not open to the user.
    """
    field: Any = Article._meta.get_field(name)
    if name == "institution" and not open_to(by).standing().filter(pk=as_key(value) or 0).exists():
        raise ValidationError("your account may not work for this institution.")
    setattr(article, field.attname, field.clean(value, article))
    article.save(update_fields=[name])
    return str(field.verbose_name.capitalize())


def _asked_again(article: Article, name: str, value: str, by: Any) -> str:
    """Let the answers of all authors about a subject be given anew, by those who are in the byline now."""
    subject, _, number = value.partition(":")
    if not DeskState.objects.filter(article=article, head_number=as_key(number) or 0).exists():
        raise ValidationError("the piece has been changed since. Look at the question again.")
    answers = article.disclosures.filter(subject=subject if subject in SUBJECTS else "", author=None)
    if not answers.update(asked=None):
        raise ValidationError("the answer of all authors is not there any more. Look at the question again.")
    return "Who was asked"


def _counted_as(article: Article, name: str, value: str, by: Any) -> str:
    """Choose the day that counts for a place, and for all others of which the same month or year is known."""
    key, _, day = value.partition(":")
    periods = {place: _period(place) for place in article.appearances.filter(published_on__isnull=False)}
    period = next((period for place, period in periods.items() if str(place.key) == key), None)
    if period is None:
        raise ValidationError("the place is not there any more. Look at the question again.")
    field: Any = Appearance._meta.get_field(COUNTED)
    for place in periods:
        if periods[place] == period:
            place.counted_on = field.clean(day, place)
            if place.counted_on > timezone.localdate():
                raise ValidationError("this day lies ahead: it has not run there yet.")
            place.clean()
            place.save(update_fields=[COUNTED])
    return "The day that counts"


def _period(place: Any) -> tuple[dt.date, str]:
    """The first day of the month or year in which it ran there, and which of the two is known."""
    return first_day(place.published_on, place.precision), place.precision


_CHANGES = {
    **dict.fromkeys(MAY_BE_CHANGED, _changed_field),
    DESCRIBED: _changed_field,
    ASKED: _asked_again,
    COUNTED: _counted_as,
}
"""What an offer changes, by its field."""


def misfits_of(article: Article, newest: Revision | None) -> Sequence[Obstacle]:
    """The doubts about the newest version of a piece on record."""
    if newest is None:
        return ()
    on = article.first_published_on or timezone.localdate()
    return tuple(misfits(content_of(newest), article.institution, on))


def one_change(request: HttpRequest, object_id: int) -> HttpResponse:
    """View that saves a new version with one field changed, and leads back to the act whose page asked."""
    article = find_article(request, object_id)
    require(request, "articles.change_article", article)
    act = request.POST.get("act", "")
    back = DeskPage.ACT.address(article.pk, act) if act in {each.value for each in Act} else ""
    name, _, value = str(request.POST.get(SET, "")).partition("=")
    if is_to_be_done(request) and name in _CHANGES:
        try:
            what, version = _change(article, name, value, request.user)
        except (ValidationError, acts.ActRefused) as refused:
            said = "; ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused)
            messages.error(request, f"Nothing was changed: {said}")
        else:
            messages.success(request, f"{what} changed: version {version.number}.")
    return HttpResponseRedirect(back or form_address(article.pk))


@transaction.atomic
def _change(article: Article, name: str, value: str, by: Any) -> tuple[str, Revision]:
    locked = Article.objects.locked().get(pk=article.pk)
    what = _CHANGES[name](locked, name, value, by)
    return what, acts.save_draft(locked, by=by, at=timezone.now())
