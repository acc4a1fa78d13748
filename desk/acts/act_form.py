"""The base form of acts' pages: what a page asks, and the one act call that confirming makes."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User

from articles.checklist import Checklist, check
from articles.models.article import Article
from articles.models.revision import Revision
from articles.press.proof import Proof, make_proof
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.local_time import hour_in_both_zones

MAX_REASON_CHARS = 2000


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
        if not self.has_preview:
            return None
        return make_proof(revision, at=self.standing.at, timeline=self.standing, **self.proof_options())

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
        return hour_in_both_zones(instant, settings.TIME_ZONE, self.article.institution.time_zone)
