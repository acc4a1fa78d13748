"""Forms behind "Unschedule" and "Unpublish", which ask for little more than a reason."""

import datetime as dt

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.models.revision import Revision
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes


class UnscheduleForm(ActForm):
    confirm = "Call it off"
    has_preview = False
    reason = PlainFormField(
        label="Why", required=False, max_length=MAX_REASON_CHARS, widget=forms.Textarea(attrs={"rows": 2})
    )

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return standing.coming.revision if standing.coming else None

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.unschedule(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return f"{in_quotes(self.article)} is no longer scheduled: it was called off on {self.hour(at)}."


class UnpublishForm(ActForm):
    confirm = "Take it from readers now"
    has_preview = False
    reason = PlainFormField(
        label="Why",
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the history; readers do not see it.",
    )

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.unpublish(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return f"{in_quotes(self.article)} was taken from readers on {self.hour(at)}."
