"""What the pages behind "Publish" and "Schedule" ask: what readers are told of a change, what goes out without a
permission, and from when on."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib.auth.models import User

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.publishing import DeclaredChange
from articles.checklist import Checklist, check
from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.rights.on_record import load_permissions
from articles.rights.rule import SETTLED
from articles.snapshot import content_of
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.act_form import ActForm
from desk.acts.local_time import instant_from_form
from desk.widgets import HourInput
from prose.forms.day_input import DayInput
from prose.forms.text_fields import PlainFormField

MAX_NOTICE_CHARS = 2000
MINOR = "minor"
_ROWS = forms.Textarea(attrs={"rows": 2})
_CHANGES = [
    (MINOR, "It is minor: readers are told nothing"),
    (NoticeKind.CORRECTION, "Correction: something was wrong"),
    (NoticeKind.CLARIFICATION, "Clarification: something could be misread"),
    (NoticeKind.UPDATE, "Update: something has happened since"),
]
_OF_A_CHANGE = ("change", "wrong", "right", "outlet_corrected_on", "text")


class GoingOut(ActForm):
    """The newest version goes to readers. Over a page they have had, somebody says what changed or that it is minor."""

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
        label="The outlet corrected it on", required=False, widget=DayInput,
        help_text="Only if it has corrected its own.",
    )  # fmt: skip
    text = PlainFormField(
        label="What readers are told", required=False, max_length=MAX_NOTICE_CHARS, widget=_ROWS,
        help_text="For a clarification or an update; a correction may add to what was wrong and right.",
    )  # fmt: skip
    without_text = forms.BooleanField(
        label="Publish headline, dek and link, without the text until permission is settled", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.standing.latest_piece is None:
            for name in _OF_A_CHANGE:
                del self.fields[name]
        if not self._may_lack_permission():
            del self.fields["without_text"]

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return newest

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        change, said = found.get("change"), [name for name in ("wrong", "right", "text") if found.get(name)]
        if change == NoticeKind.CORRECTION:
            for name in ("wrong", "right"):
                if not found.get(name) and name not in self.errors:
                    self.add_error(name, "A correction says what was wrong and what is right.")
        elif change in (NoticeKind.CLARIFICATION, NoticeKind.UPDATE):
            self._needs_text(found)
        elif said and change == MINOR:
            self.add_error("change", "It is said to be minor, and there are words for readers: which is it?")
        elif said and "change" not in self.errors:
            self.add_error("change", "There are words for readers: say what they are.")
        return found

    def _needs_text(self, found: dict[str, Any]) -> None:
        if not found.get("text") and "text" not in self.errors:
            self.add_error("text", "Write what readers are told.")
        if found.get("wrong") or found.get("right"):
            self.add_error(
                "change", "“What was wrong” and “what is right” belong to a correction: which is it?"
            )

    def said_change(self) -> DeclaredChange:
        """What the act is told of the change."""
        found = self.cleaned_data
        match found.get("change"):
            case "minor":
                return "minor"
            case kind if kind:
                return NoticeDraft(
                    kind, found["text"], found["wrong"], found["right"], found.get("outlet_corrected_on")
                )
        return None

    def proof_options(self) -> dict[str, Any]:
        change = self.said_change()
        if isinstance(change, NoticeDraft):
            zone = ZoneInfo(self.article.institution.time_zone)
            goes_out = self.cleaned_data.get("live_from") or self.standing.at
            return {"adding": (change.fact(goes_out.astimezone(zone).date()),)}
        return {"is_material": False} if change == "minor" else {}

    def checked(self, act: Act, revision: Revision) -> Checklist:
        """Opened, the page asks what has changed without calling it an obstacle."""
        return check(
            act,
            self.sheet(revision),
            self.standing,
            is_declared=self.is_proposed or self.said_change() is not None,
            without_text=self.cleaned_data.get("without_text", False),
        )

    def publish(
        self, revision: Revision, *, by: User, at: dt.datetime, live_from: dt.datetime | None = None
    ) -> Edition:
        """The one call."""
        return acts.publish(
            self.article,
            revision=revision,
            by=by,
            at=at,
            live_from=live_from,
            change=self.said_change(),
            without_text=self.cleaned_data.get("without_text", False),
        )

    def _may_lack_permission(self) -> bool:
        """Whether one is missing now, or may run out before the version goes out."""
        if self.revision is None:
            return False
        article = self.article
        needed = load_permissions(content_of(self.revision), article.pk, article.institution)
        return any(one.ends_at or one.at(self.standing.at).state not in SETTLED for one in needed)


class PublishForm(GoingOut):
    confirm = "Publish now"

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        edition = self.publish(revision, by=by, at=at)
        since = self.hour(edition.live_from)
        return f"“{edition.headline}” is live: readers have had {_what(edition)} since {since}."


class ScheduleForm(GoingOut):
    """A day and an hour in a named zone; one that clocks skip is refused, one they show twice is asked about."""

    confirm = "Schedule"
    day = forms.DateField(label="Day", widget=DayInput)
    time = forms.TimeField(label="Time", widget=HourInput)
    zone = forms.ChoiceField(label="Time zone")
    which = forms.CharField(label="Which of the two", required=False, widget=forms.HiddenInput)

    field_order = ("version", "day", "time", "zone", "which", *_OF_A_CHANGE, "without_text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = dict.fromkeys([settings.TIME_ZONE, self.article.institution.time_zone])
        self.fields["zone"].choices = [(zone, zone) for zone in zones]  # type: ignore[attr-defined]

    @classmethod
    def proposal(cls, article: Any, standing: Timeline) -> dict[str, Any]:
        """Tomorrow morning at nine, in the desk's zone."""
        tomorrow = standing.at.astimezone(ZoneInfo(settings.TIME_ZONE)).date() + dt.timedelta(days=1)
        return {"day": tomorrow, "time": dt.time(9), "zone": settings.TIME_ZONE}

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if {"day", "time", "zone"} <= found.keys():
            found["live_from"] = instant_from_form(self, found["day"], found["time"], found["zone"])
        return found

    def proof_options(self) -> dict[str, Any]:
        return {"live_from": self.cleaned_data["live_from"], **super().proof_options()}

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        edition = self.publish(revision, by=by, at=at, live_from=self.cleaned_data["live_from"])
        begins = self.hour(edition.live_from)
        return f"“{edition.headline}” is scheduled: readers get {_what(edition)} on {begins}."


def _what(edition: Edition) -> str:
    """How much of it they get: what the permissions allow."""
    return {"full": "it", "excerpt": "its excerpt"}.get(
        edition.mode, "headline, dek and link, without the text,"
    )
