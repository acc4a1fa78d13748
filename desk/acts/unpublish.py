"""Forms behind "Unschedule", "Unpublish" and "Reissue", which ask for little more than a reason."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.facts import Pinning
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from prose.forms.text_fields import PlainFormField


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
        return f"“{self.article}” is no longer scheduled: it was called off on {self.hour(at)}."


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
        return f"“{self.article}” was taken from readers on {self.hour(at)}."


class ReissueForm(UnpublishForm):
    confirm = "Print it again now"
    has_preview = True
    names = forms.BooleanField(
        label="Use today’s names",
        required=False,
        help_text="Of people, outlets, content type and house style; else those of the page as it was printed stay.",
    )
    wordings = forms.BooleanField(
        label="Use today’s disclaimer texts",
        required=False,
        help_text="Those in force today in place of those the page was first published with.",
    )

    field_order = ("version", "names", "wordings", "reason")

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        """The live version, or the scheduled one of a piece that is not live."""
        edition = standing.current or standing.coming
        return edition.revision if edition else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        return {"names": True}

    def choices(self) -> dict[str, Pinning]:
        return {
            name: "current" if self.cleaned_data.get(name) else "pinned" for name in ("names", "wordings")
        }

    def proof_options(self) -> dict[str, Any]:
        coming = None if self.standing.current else self.standing.coming
        return {**self.choices(), **({"live_from": coming.live_from} if coming else {})}

    readable_options = proof_options  # two boxes, which are never wrong

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        chosen, reason = self.choices(), self.cleaned_data["reason"]
        edition: Edition = acts.reissue(
            self.article,
            names=chosen["names"],
            wordings=chosen["wordings"],
            by=by,
            at=at,
            reason=reason,
        )
        hour = self.hour(edition.live_from)
        if edition.live_from > at:
            return f"“{edition.headline}” has been printed again: it goes to readers on {hour}, as before."
        return f"“{edition.headline}” has been printed again: readers have had the new page since {hour}."
