"""What each button's page asks, and the one act call its confirmation makes.

A module with forms of its own puts them into `FORMS` by `@asks(Act.…)` and is imported by `desk.admin`.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.contrib.auth.models import User

from articles import acts
from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.facts import Pinning
from articles.press.proof import Proof, make_proof
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.local_time import said_for
from prose.forms.text_fields import PlainFormField

MAX_REASON_CHARS = 2000


FORMS: "dict[Act, type[ActForm]]" = {}
"""The acts on a piece that have a page of their own, with what it asks."""

Asking = TypeVar("Asking", bound="ActForm")


def asks(act: Act) -> Callable[[type[Asking]], type[Asking]]:
    """Make a form the one that an act's page asks."""

    def listed(form: type[Asking]) -> type[Asking]:
        FORMS[act] = form
        return form

    return listed


class ActForm(forms.Form):
    """`version`: the number of the version this page showed, so that no other goes out unseen.

    `template` draws the page; `what_happens` is the one that says what confirming does, drawn with `page`;
    `has_preview`: whether readers get another page by it, shown in a frame.
    """

    confirm = "Confirm"
    template = "admin/articles/article/act.html"
    what_happens = "admin/articles/article/_what_happens.html"
    has_preview = True

    is_proposed = False  # set for a form as it is opened: nobody has said anything yet

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        article: Article,
        standing: Timeline,
        revision: Revision | None = None,
        **kwargs: Any,
    ) -> None:
        self.article, self.standing, self.revision = article, standing, revision
        super().__init__(*args, **kwargs)

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        """The version this is about: the live one, unless a form says otherwise. None: there is nothing to do."""
        return standing.current.revision if standing.current else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        """What the fields hold when the page is opened."""
        return {}

    def sheet(self, revision: Revision) -> Proof | None:
        """What readers would get by what is chosen here; None where they get no page."""
        return make_proof(revision, at=self.standing.at, **self.proof_options()) if self.has_preview else None

    def proof_options(self) -> dict[str, Any]:
        """Arguments of `press.proof` for what is asked here."""
        return {}

    def checked(self, act: Act, revision: Revision) -> Checklist:
        """What stands in the way of what is chosen here; asked of a form that is valid."""
        return check(act, self.sheet(revision), self.standing)

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        """Do it, and say in a sentence what has been done and from when on."""
        raise NotImplementedError

    def hour(self, instant: dt.datetime) -> str:
        """An instant in words, in the desk's zone and the institution's."""
        return said_for(instant, settings.TIME_ZONE, self.article.institution.time_zone)


@asks(Act.UNSCHEDULE)
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


@asks(Act.UNPUBLISH)
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


@asks(Act.REISSUE)
class ReissueForm(UnpublishForm):
    confirm = "Print it again now"
    has_preview = True
    names = forms.BooleanField(
        label="Use today’s names",
        required=False,
        help_text="Of people, outlets, content type and house style; else those of the live page stay.",
    )
    wordings = forms.BooleanField(
        label="Use today’s disclaimer texts",
        required=False,
        help_text="Those in force today in place of those the page was first published with.",
    )

    field_order = ("version", "names", "wordings", "reason")

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        return {"names": True}

    def choices(self) -> dict[str, Pinning]:
        return {
            name: "current" if self.cleaned_data.get(name) else "pinned" for name in ("names", "wordings")
        }

    def proof_options(self) -> dict[str, Any]:
        return dict(self.choices())

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
        since = self.hour(edition.live_from)
        return f"“{edition.headline}” has been printed again: readers have had the new page since {since}."
