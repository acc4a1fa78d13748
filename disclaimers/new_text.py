"""Admin page that gives a disclaimer a new text from a day on and ends the old text on that day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from disclaimers.models import Wording
from prose.forms.day_input import DayInput
from prose.forms.text_fields import PlainFormField
from prose.forms.unsaved import is_to_be_done


@dataclass(frozen=True)
class PageWithText:
    """A published page that carries a text, with the day for which it does; `address` leads to its piece."""

    headline: str
    day: dt.date
    address: str


class NewTextForm(forms.Form):
    """The first day and the new text; it also shows the errors of both records."""

    day = forms.DateField(
        label="In force from",
        widget=DayInput,
        help_text="The old text ends on this day.",
    )
    text = PlainFormField(label="Text", widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}))

    def __init__(self, *args: Any, old: Wording, **kwargs: Any) -> None:
        self.old = old
        super().__init__(*args, **kwargs)

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if self.old.in_force_from and day <= self.old.in_force_from:
            raise ValidationError(f"The old text began on {self.old.in_force_from}; choose a later day.")
        if self.old.in_force_until and day > self.old.in_force_until:
            raise ValidationError(f"The old text ended on {self.old.in_force_until} already.")
        return day

    def save(self) -> Wording:
        """End the old text and create the new one. Raises ValidationError, and then changes nothing."""
        day, old = self.cleaned_data["day"], self.old
        with transaction.atomic():
            until, old.in_force_until = old.in_force_until, day
            old.full_clean()
            old.save(update_fields=["in_force_until"])
            new = Wording(
                disclaimer=old.disclaimer,
                language=old.language,
                text=self.cleaned_data["text"],
                in_force_from=day,
                in_force_until=until if until and until > day else None,
            )
            new.full_clean()
            new.save()
        return new


def new_text(model_admin: Any, request: HttpRequest, object_id: int) -> HttpResponse:
    """View of the page "New text from a day"."""
    old = Wording.objects.select_related("disclaimer").filter(pk=object_id).first()
    if not (model_admin.has_add_permission(request) and model_admin.has_change_permission(request, old)):
        raise PermissionDenied
    if old is None:
        raise Http404
    form = NewTextForm(
        request.POST if request.method == "POST" else None, old=old, initial={"text": old.text}
    )
    asked: Any = ()
    if is_to_be_done(request) and form.is_valid():
        day = form.cleaned_data["day"]
        if request.POST.get("seen", "") != day.isoformat():
            asked = model_admin.pages_that_keep(old, day)
    if is_to_be_done(request) and form.is_valid() and not asked:
        try:
            with model_admin.in_one_step():
                new = form.save()
                model_admin.after_new_text(request, old, new)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(request, f"The new text is in force from {new.in_force_from}.")
            return HttpResponseRedirect(reverse("admin:disclaimers_wording_change", args=[new.pk]))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "New text from a day",
        "subtitle": str(old.disclaimer),
        "opts": model_admin.opts,
        "old": old,
        "form": form,
        "asked": asked,
    }
    return TemplateResponse(request, "admin/disclaimers/wording/new_text.html", context)
