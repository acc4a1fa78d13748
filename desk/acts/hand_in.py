"""Forms behind "Hand in", "Take back", "Take it over" and "Return": each with a word to the other side."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.checklist import Checklist, check
from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes


def _word(label: str, help_text: str = "", *, required: bool = False) -> PlainFormField:
    return PlainFormField(
        label=label, help_text=help_text, required=required, max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class HandingForm(ActForm):
    """A draft on its way between author and desk: it takes the newest version, and readers get nothing of it."""

    has_preview = False
    what_happens = "admin/articles/article/_handing_happens.html"

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return newest


class HandInForm(HandingForm):
    confirm = "Hand it in"
    reason = _word("A word to the desk", "What is urgent, what is open, when you can be reached.")

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        proof = make_proof(revision, at=self.standing.at, timeline=self.standing)
        return check(act, proof, self.standing)

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.hand_in(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return f"{in_quotes(self.article)} is handed in: it waits for an editor."


class TakeBackForm(HandingForm):
    confirm = "Take it back"
    reason = _word("Why")

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.take_back(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return f"{in_quotes(self.article)} is with you again, and no longer waits for an editor."


class TakeOverForm(HandingForm):
    confirm = "Take it over"
    reason = _word("A word to its author")

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.take_over(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        return f"You have taken {in_quotes(self.article)} over: it stands under “With me” on your desk."


class ReturnForm(HandingForm):
    confirm = "Return it"
    reason = _word("A word to its author", "What is to be done. They read it on their desk.", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Say what is to be done."

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        acts.return_piece(self.article, by=by, at=at, reason=self.cleaned_data["reason"])
        desk = self.standing.desk
        who = desk.handed_in_by if desk and desk.handed_in_by else "its author"
        return f"{in_quotes(self.article)} is returned to {who}, with your word."
