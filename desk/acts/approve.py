"""Form behind "Approve": an editor's word, or the law's, that one exact text may go out."""

import datetime as dt

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.models.approval import ApprovalKind
from articles.models.revision import Revision
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes

_BY_ACCOUNTS = (ApprovalKind.EDITORIAL, ApprovalKind.LEGAL)


class ApproveForm(ActForm):
    """Approves the newest version. Readers get nothing by it, and a later change needs an approval of its own."""

    confirm = "Approve this text"
    has_preview = False
    what_happens = "admin/articles/article/_approve_happens.html"

    kind = forms.ChoiceField(
        label="You approve it",
        choices=[(kind.value, kind.label) for kind in _BY_ACCOUNTS],
        initial=ApprovalKind.EDITORIAL.value,
    )
    reason = PlainFormField(
        label="A word about it",
        required=False,
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return newest

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        values = self.cleaned_data
        kind = ApprovalKind(values["kind"])
        acts.approve(self.article, revision=revision, kind=kind, by=by, at=at, words=values["reason"])
        what = f"version {revision.number} of {in_quotes(self.article)}"
        return f"You have approved {what}. Once it is changed, this no longer counts."
