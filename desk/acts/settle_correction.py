"""Form behind "Decide on a correction": the passages that a draft and a correction say differently, side by side."""

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.corrections import Carried, Lack, find_lack
from articles.models.revision import Revision
from articles.snapshot import content_of
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from desk.acts.passages import EDITOR_MEDIA, ShownPassage, answers_in, shown_passages
from desk.versions.comparison import ComparedField, compared_contents
from prose.forms.text_fields import PlainFormField


class SettleCorrectionForm(ActForm):
    """The answers to the passages, which the page draws itself, and a word for the history."""

    confirm = "Put it into the draft"
    has_preview = False
    template = "admin/articles/article/settle_correction.html"

    reason = PlainFormField(
        label="For the history", required=False, max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Readers do not see it.",
    )  # fmt: skip

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return newest

    @cached_property
    def lack(self) -> Lack | None:
        """What the newest version lacks of what readers were told."""
        return find_lack(self.revision, self.standing) if self.revision else None

    @cached_property
    def answers(self) -> dict[str, str]:
        undecided = self.lack.carried_into(self.revision) if self.lack and self.revision else None
        return answers_in(self.data, undecided.passages) if undecided else {}

    @cached_property
    def carried(self) -> Carried | None:
        """The newest version with the correction, as far as it is clear or decided."""
        return self.lack.carried_into(self.revision, self.answers) if self.lack and self.revision else None

    @property
    def passages(self) -> list[ShownPassage]:
        return shown_passages(self.carried, self.data) if self.carried else []

    @property
    def media(self) -> Any:
        return super().media + EDITOR_MEDIA

    @property
    def changes(self) -> list[ComparedField]:
        """What changes in the draft without a question."""
        if not self.carried or not self.revision:
            return []
        return compared_contents(content_of(self.revision), self.carried.content)

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        settled = acts.settle_correction(
            self.article, revision=revision, decisions=self.answers, by=by, at=at,
            reason=self.cleaned_data["reason"],
        )  # fmt: skip
        return f"It is decided: version {settled.number} has what readers were told, and may go out."
