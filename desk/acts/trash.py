"""Forms behind "Move to trash" and "Put back from the trash"."""

import datetime as dt

from django import forms
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.html import format_html

from articles import acts
from articles.acts.trash import KEPT_FOR
from articles.models.revision import Revision
from articles.states import Act
from desk.acts.act_form import MAX_REASON_CHARS
from desk.acts.hand_in import HandingForm
from desk.pages import DeskPage
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes


class SpikeForm(HandingForm):
    confirm = "Move it to the trash"
    reason = PlainFormField(
        label="Why", required=False, max_length=MAX_REASON_CHARS, widget=forms.Textarea(attrs={"rows": 2})
    )

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.spike(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return format_html(
            '{} is in the trash, and stays there until {}. <button type="submit" class="undo" form="undo"'
            ' formaction="{}" name="version" value="{}">Put it back</button>',
            in_quotes(self.article),
            self.hour(at + KEPT_FOR),
            DeskPage.ACT.address(self.article.pk, Act.UNSPIKE.value),
            revision.number,
        )

    def leads_to(self) -> str:
        return reverse("admin:articles_article_changelist")


class UnspikeForm(HandingForm):
    confirm = "Put it back"

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.unspike(self.article, by=by, at=at)
        return f"{in_quotes(self.article)} is out of the trash, and stands where it stood before."
