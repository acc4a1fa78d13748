"""The form behind "Publish", and what it shares with those behind "Schedule": the notice of a change, text or none."""

import datetime as dt
from typing import Any, TypedDict

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.publishing import Confirmed, DeclaredChange
from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.press.lines.places import readable_elsewhere
from articles.rights.sources import load_allowed
from articles.snapshot import content_of
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.act_form import ActForm
from desk.amounts import amount_in_words
from prose.forms.day_input import DayInput
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes

MAX_NOTICE_CHARS = 2000
MINOR = "minor"
_ROWS = forms.Textarea(attrs={"rows": 2})
_CHANGES = [
    (MINOR, "It is minor: readers are told nothing"),
    (NoticeKind.CORRECTION, "Correction: something was wrong"),
    (NoticeKind.CLARIFICATION, "Clarification: something could be misread"),
    (NoticeKind.UPDATE, "Update: something has happened since"),
]
OF_A_CHANGE = ("change", "wrong", "right", "outlet_corrected_on", "text")


class Choices(TypedDict):
    """Arguments of the acts that publish a version."""

    change: DeclaredChange
    without_text: bool
    confirmed: Confirmed


class PublishingForm(ActForm):
    """Fields that "Publish" and "Schedule" share: they take the newest version.

    If readers have had a page, the user writes a notice of what changed or declares the change minor.
    """

    change = forms.ChoiceField(
        label="What has changed", required=False, choices=_CHANGES, widget=forms.RadioSelect
    )
    wrong = PlainFormField(
        label="What was wrong", required=False, max_length=MAX_NOTICE_CHARS, widget=_ROWS,
        help_text="For a correction. Readers see it.",
    )  # fmt: skip
    right = PlainFormField(
        label="What is right", required=False, max_length=MAX_NOTICE_CHARS, widget=_ROWS,
        help_text="For a correction. Readers see it.",
    )  # fmt: skip
    outlet_corrected_on = forms.DateField(
        label="The outlet corrected its own on", required=False, widget=DayInput,
        help_text="Only if it has corrected its own.",
    )  # fmt: skip
    text = PlainFormField(
        label="What readers are told", required=False, max_length=MAX_NOTICE_CHARS, widget=_ROWS,
        help_text="For a clarification or an update; a correction may add to what was wrong and right.",
    )  # fmt: skip
    without_text = forms.BooleanField(label="", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.standing.latest_piece is None:
            for name in OF_A_CHANGE:
                del self.fields[name]
        elif self.revision and not content_of(self.revision)["appearances"]:
            del self.fields["outlet_corrected_on"]
        if label := self._offer_without_text():
            self.fields["without_text"].label = label
        else:
            del self.fields["without_text"]

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return newest

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        change, has_words = values.get("change"), any(values.get(name) for name in ("wrong", "right", "text"))
        if change == NoticeKind.CORRECTION:
            for name in ("wrong", "right"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, "A correction says what was wrong and what is right.")
        elif change in (NoticeKind.CLARIFICATION, NoticeKind.UPDATE):
            self._check_text(values)
        elif has_words and change == MINOR:
            self.add_error("change", "It is said to be minor, and there are words for readers: which is it?")
        elif has_words and "change" not in self.errors:
            self.add_error("change", "There are words for readers: say what they are.")
        return values

    def _check_text(self, values: dict[str, Any]) -> None:
        if not values.get("text") and "text" not in self.errors:
            self.add_error("text", "Write what readers are told.")
        if values.get("wrong") or values.get("right"):
            self.add_error(
                "change", "“What was wrong” and “what is right” belong to a correction: which is it?"
            )

    def declared_change(self) -> DeclaredChange:
        """The change as the act takes it: "minor", a notice, or None if nothing was chosen."""
        values = self.cleaned_data
        match values.get("change"):
            case "minor":
                return "minor"
            case kind if kind:
                return NoticeDraft(
                    kind, values["text"], values["wrong"], values["right"], values.get("outlet_corrected_on")
                )
        return None

    def proof_options(self) -> dict[str, Any]:
        change = self.declared_change()
        if isinstance(change, NoticeDraft):
            goes_out = self.cleaned_data.get("live_from") or self.standing.at
            return {"adding": (change.fact(self.day_of(goes_out)),)}
        return {"is_material": False} if change == "minor" else {}

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """A change that is not declared is an obstacle only once the form was sent."""
        return check(
            act,
            self.shown_proof,
            self.standing_then,
            is_declared=self.is_proposed or self.declared_change() is not None,
            without_text=self.cleaned_data.get("without_text", False),
        )

    @property
    def standing_then(self) -> Timeline:
        return self.standing.without_coming() if self.cleaned_data.get("calls_off") else self.standing

    @property
    def confirmed(self) -> frozenset[str]:
        """Codes of the questions that were on the page when the user confirmed them."""
        return frozenset(str(self.data.get("confirmed", "")).split())

    def choices(self) -> "Choices":
        """What is typed, as the acts take it."""
        return {
            "change": self.declared_change(),
            "without_text": self.cleaned_data.get("without_text", False),
            "confirmed": self.confirmed,
        }

    def _offer_without_text(self) -> str:
        """The label of the box, if a permission is missing or may end before the version goes out; else ""."""
        if self.revision is None:
            return ""
        content, article = content_of(self.revision), self.article
        needed = load_allowed(content, article.pk, article.institution, self.standing.at)
        if needed.is_source_gone:
            return "Publish the headline, without the text until readers have that piece again"
        if needed.changes_at is None and needed.is_settled:
            return ""
        if readable_elsewhere(content):
            return "Publish headline, dek and link, without the text until permission is settled"
        return "Publish headline and dek, without text or link until permission is settled"


class PublishForm(PublishingForm):
    confirm = "Publish now"
    calls_off = forms.BooleanField(required=False)

    field_order = ("version", "calls_off", *OF_A_CHANGE, "without_text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if coming := self.standing.coming:
            hour = self.hour(coming.live_from)
            self.fields[
                "calls_off"
            ].label = f"Call off the scheduled version {coming.revision.number} of {hour}"
        else:
            del self.fields["calls_off"]

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        return {"calls_off": True} if standing.coming else {}

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        calls_off = self.cleaned_data.get("calls_off", False)
        edition = acts.publish(
            self.article, revision=revision, by=by, at=at, calls_off=calls_off, **self.choices()
        )
        amount, since = amount_in_words(edition), self.hour(edition.live_from)
        instead = " What was scheduled is called off." if calls_off else ""
        return f"{in_quotes(edition.headline)} is live: readers have had {amount} since {since}.{instead}"
