"""The page behind "This was a slip": correct a printed disclaimer text, with the number of pages that carry it."""

import datetime as dt
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from articles import acts
from articles.acts.scheduled_pages import ReprintedPage
from articles.models.edition import Edition
from articles.states import ACTS, Act
from desk.pages import draw, require
from desk.printed_records.changes import Pages, print_scheduled_again
from disclaimers.admin.wording import WordingAdmin
from disclaimers.models import Wording, WordingCorrection
from disclaimers.slips import correct_slip
from prose.forms.text_fields import PlainFormField
from prose.forms.unsaved import is_to_be_done

MAY_CORRECT = "disclaimers.add_wordingcorrection"
_LARGE = {"rows": 6, "class": "vLargeTextField"}


class SlipForm(forms.Form):
    """The corrected text and the reason."""

    text = PlainFormField(label="What it should say", widget=forms.Textarea(attrs=_LARGE))
    reason = forms.CharField(
        label="What the slip was",
        widget=forms.Textarea(attrs=_LARGE | {"rows": 2}),
        max_length=2000,
        help_text="Kept with both texts. Readers do not see it.",
    )

    def save(self, wording: Wording, request: HttpRequest, at: dt.datetime) -> WordingCorrection | None:
        """Correct the text. If its record refuses, show the errors at the fields and change nothing."""
        try:
            return correct_slip(wording, **self.cleaned_data, by=cast("User", request.user), at=at)
        except ValidationError as refused:
            self.add_error(None, refused)
            return None


def slip_label(model_admin: WordingAdmin, request: HttpRequest, wording: Wording) -> str:
    """Label of the link on the text's page; "" if there is nothing to correct or the user may not."""
    may_correct = request.user.has_perm(MAY_CORRECT) and model_admin.has_change_permission(request, wording)
    if not may_correct or not Edition.objects.saying(wording.pk).exists():
        return ""
    return f"This was a slip: correct it on {_pages(_live_pages(wording.pk, timezone.now()))}"


def wording_slip(model_admin: WordingAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """GET: the form. POST: correct the text and go on to the pages that carry it."""
    require(request, MAY_CORRECT)
    wording = Wording.objects.select_related("disclaimer").filter(pk=object_id).first()
    if wording is None:
        raise Http404
    if not model_admin.has_change_permission(request, wording):
        raise PermissionDenied
    if not Edition.objects.saying(wording.pk).exists():
        messages.info(request, "No reader has had this text: it can be changed here.")
        return HttpResponseRedirect(_wording_address(wording))
    at = timezone.now()
    form = SlipForm(request.POST or None, initial={"text": wording.text})
    if is_to_be_done(request) and form.is_valid():
        with acts.changing_records():
            correction = form.save(wording, request, at)
            pages = _print_scheduled(request, correction) if correction else []
        if correction:
            model_admin.log_change(request, wording, f"Corrected a slip: {correction.reason}")
            return _redirect(request, correction, at, pages)
    context = {
        "subtitle": str(wording.disclaimer),
        "wording": wording,
        "form": form,
        "pages": _pages(_live_pages(wording.pk, at)),
        "coming": _scheduled_pages(wording.pk, at),
        "back": _wording_address(wording),
    }
    template = "admin/disclaimers/wording/slip.html"
    return draw(request, template, context, title="This was a slip", opts=Wording._meta)


def _print_scheduled(request: HttpRequest, correction: WordingCorrection) -> Pages:
    reason = f"A slip in a disclaimer text was corrected: {correction.reason}"
    return print_scheduled_again(request, correction.wording, reason)


def _redirect(
    request: HttpRequest, correction: WordingCorrection, at: dt.datetime, pages: Pages
) -> HttpResponse:
    """Redirect to the update page if there are pages to update and the user may; else to the text's own page."""
    live = _live_pages(correction.wording_id, at)
    again = [page.edition.pk for page in pages if isinstance(page, ReprintedPage)]
    scheduled = Edition.objects.saying(correction.wording_id).coming(at).exclude(pk__in=again)
    coming = scheduled.exclude(article__in=Edition.objects.live(at).values("article")).count()
    sentence = f"The text is corrected. It still stands as it was on {_pages(live)}"
    sentence += f" and on {coming} more that {'is' if coming == 1 else 'are'} scheduled." if coming else "."
    nowhere = "" if again else " No page says it now."
    messages.success(request, sentence if live or coming else f"The text is corrected.{nowhere}")
    if (live or coming) and request.user.has_perm(ACTS[Act.REISSUE].permission):
        chosen = urlencode({"wording": correction.wording_id, "correction": correction.pk})
        return HttpResponseRedirect(f"{reverse('admin:articles_update_pages')}?{chosen}")
    return HttpResponseRedirect(_wording_address(correction.wording))


def _wording_address(wording: Wording) -> str:
    return reverse("admin:disclaimers_wording_change", args=[wording.pk])


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"


def _live_pages(wording: int, at: dt.datetime) -> int:
    return Edition.objects.saying(wording).live(at).count()


def _scheduled_pages(wording: int, at: dt.datetime) -> int:
    return Edition.objects.saying(wording).coming(at).count()
