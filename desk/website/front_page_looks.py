"""Looks at front pages: at an arrangement before readers have it, and at what they had on a day."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from desk.acts.local_time import YEARS, instant_from_form, moment_in_words
from desk.pages import draw, pictures_here
from desk.widgets import HourInput
from disclaimers.models import Institution
from prose.forms.day_input import DayInput
from prose.forms.zone_field import zone_label
from prose.keys import as_key
from prose.languages import CHOICES
from reading.front.document import front_page_document
from website.models.front_page import Arrangement

TEMPLATE = "admin/website/arrangement/look.html"


class FrontPageDayForm(forms.Form):
    """A house, a language and an hour."""

    house = forms.ModelChoiceField(Institution.objects.filter(merged_into=None), label="Institution")
    language = forms.ChoiceField(label="In", choices=[("", "its usual language"), *CHOICES], required=False)
    day = forms.DateField(label="Day", widget=DayInput)
    time = forms.TimeField(label="Time", widget=HourInput)
    which = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if {"day", "time"} <= values.keys():
            zone = timezone.get_current_timezone_name()
            values["at"] = instant_from_form(self, values["day"], values["time"], zone)
        return values


def preview(request: HttpRequest, object_id: int) -> HttpResponse:
    """An arrangement as readers will have it, or as they had it last."""
    _require(request)
    arrangement = _find(object_id)
    at = timezone.now()
    begins = max(arrangement.live_from, at) if arrangement.live_from else at
    context = {
        "page_address": f"{reverse('admin:website_arrangement_shown_page')}?{urlencode({'front': object_id})}",
        "sentence": _what_is_shown(arrangement, begins, at),
        "change_address": reverse("admin:website_arrangement_change", args=[object_id]),
        "arrangement": arrangement,
    }
    return draw(request, TEMPLATE, context, title=f"Preview: {arrangement}", opts=Arrangement._meta)


def front_page_on_a_day(request: HttpRequest) -> HttpResponse:
    """The front page that readers had at an hour of a day, whatever stands there now."""
    _require(request)
    at = timezone.now()
    home = Institution.objects.home().first()
    usual = {"house": home and home.pk, "day": timezone.localdate(at), "time": timezone.localtime(at).time()}
    form = FrontPageDayForm(request.GET if "day" in request.GET else None, initial=usual)
    context: dict[str, Any] = {
        "day_form": form,
        "zone": zone_label(timezone.get_current_timezone_name(), at.year),
    }
    if form.is_bound and form.is_valid():
        shown = form.cleaned_data["at"]
        chosen = {
            "house": form.cleaned_data["house"].pk,
            "language": form.cleaned_data["language"],
            "at": shown.isoformat(),
        }
        words = moment_in_words(shown, timezone.get_current_timezone_name())
        context["page_address"] = f"{reverse('admin:website_arrangement_shown_page')}?{urlencode(chosen)}"
        context["sentence"] = (
            f"As readers had it on {words}." if shown <= at else f"As readers will have it on {words}."
        )
    return draw(request, TEMPLATE, context, title="A front page on a day", opts=Arrangement._meta)


def shown_page(request: HttpRequest) -> HttpResponse:
    """The public page for a frame: of `?front=`, or of `?house=&language=&at=`. Raises Http404."""
    _require(request)
    if "front" in request.GET:
        arrangement = _find(request.GET["front"])
        at = timezone.now()
        at = max(arrangement.live_from, at) if arrangement.live_from else at
        document = front_page_document(
            arrangement.institution_id, arrangement.language, at, pictures_here(), arrangement.pk
        )
    else:
        house = Institution.objects.filter(pk=as_key(request.GET.get("house", "")) or 0).first()
        language = request.GET.get("language", "")
        if house is None or language not in ("", *dict(CHOICES)):
            raise Http404
        document = front_page_document(
            house.pk, language, _instant(request.GET.get("at", "")), pictures_here()
        )
    response = HttpResponse(document)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _require(request: HttpRequest) -> None:
    """Front pages of other days show pieces that are gone or have yet to come: for those who see every piece."""
    seen = ("website.view_arrangement", "articles.view_every_article")
    if not all(request.user.has_perm(permission) for permission in seen):
        raise PermissionDenied


def _find(key: object) -> Arrangement:
    arrangement = Arrangement.objects.filter(pk=as_key(key) or 0).select_related("institution").first()
    if arrangement is None:
        raise Http404
    return arrangement


def _instant(text: str) -> dt.datetime:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError as problem:
        raise Http404 from problem
    if at.tzinfo is None or at.year not in YEARS:
        raise Http404
    return at


def _what_is_shown(arrangement: Arrangement, begins: dt.datetime, at: dt.datetime) -> str:
    words = moment_in_words(begins, timezone.get_current_timezone_name())
    if arrangement.live_from is None:
        return "A draft. It is drawn with the pieces that readers have now."
    if arrangement.live_from <= at:
        return "Readers have it, or have had it. It is drawn with the pieces that they have now."
    return f"Readers see it from {words}. It is drawn with the pieces that they will have then."
