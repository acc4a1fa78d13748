"""Base class of the forms on acts' pages: their fields, and the one act call that confirming makes."""

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone

from articles.checklist import Checklist, Obstacle, check
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import Proof, make_proof
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.local_time import hour_in_both_zones
from desk.amounts import part_in_words
from desk.pages import form_address

MAX_REASON_CHARS = 2000


class ActForm(forms.Form):
    """Form of one act on one piece."""

    confirm = "Confirm"  # the button's label
    template = "admin/articles/article/act.html"
    what_happens = "admin/articles/article/_what_happens.html"  # a fragment: what confirming does
    has_preview = True  # the act gives readers another page, which a frame shows as the form is filled in
    shows_typed_page = False  # the frame waits for a button: what is typed is too long for an address

    is_proposed = False  # True for a form as it is opened, filled with its initial values

    # The version that the page showed, so that no other one goes out unseen.
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
        """The version that the act takes, here the live one; None if there is nothing to do."""
        return standing.current.revision if standing.current else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        """Initial values of the fields."""
        return {}

    def proof(self, revision: Revision) -> Proof | None:
        """The edition that the act would make with the chosen values; None if it makes no page."""
        return self._proof_with(revision, self.proof_options()) if self.has_preview else None

    def chosen_revision(self, revision: Revision) -> Revision:
        """The version that goes out: that of the page, where the form does not let choose another."""
        return revision

    @cached_property
    def shown_proof(self) -> Proof | None:
        """The edition that the act would make of what can be read of the form; None if it makes no page."""
        if self.revision is None:
            return None
        if self.is_valid():
            return self.proof(self.revision)
        return self._proof_with(self.revision, self.readable_options()) if self.has_preview else None

    def _proof_with(self, revision: Revision, options: dict[str, Any]) -> Proof:
        return make_proof(
            self.chosen_revision(revision), at=self.standing.at, timeline=self.standing, **options
        )

    def proof_options(self) -> dict[str, Any]:
        """Arguments of `make_proof` for the chosen values. The form must be valid."""
        return {}

    def readable_options(self) -> dict[str, Any]:
        """Arguments of `make_proof` for the values of a form with errors, as far as they can be read."""
        return {}

    def preview_options(self) -> dict[str, Any]:
        """Arguments of `make_proof` for the page that a preview shows, whatever is typed."""
        return self.proof_options() if self.is_valid() else self.readable_options()

    def typed_page(self) -> Edition | None:
        """The page that the act would make, for a preview by POST. The form must be valid."""
        proof = self.proof(self.revision) if self.revision else None
        return proof.edition if proof else None

    @property
    def standing_then(self) -> Timeline:
        """The piece's timeline as the act finds it, once what the form calls off is called off."""
        return self.standing

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """Obstacles to the act with the chosen values. The form must be valid."""
        return check(act, self.shown_proof, self.standing)

    def warnings(self, act: Act, revision: Revision) -> tuple[Obstacle, ...]:
        """The warnings, for a form with errors too: they are no reason to look less."""
        return check(act, self.shown_proof, self.standing_then).warnings

    @property
    def part_shown(self) -> str:
        """The sentence on the part of the text that readers get, at the hour that is chosen; "" for the whole piece."""
        proof = self.shown_proof
        part = part_in_words(proof) if proof else ""
        if proof is None or not part:
            return ""
        begins = proof.edition.live_from
        who = f"On {self.hour(begins)} readers" if begins > self.standing.at else "Readers"
        return f"{who} get {part}."

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        """Perform the act. Return a sentence for the user: what was done, and from when on."""
        raise NotImplementedError

    def leads_to(self) -> str:
        """The address of the page that follows the act: the piece's form."""
        return form_address(self.article.pk)

    def day_of(self, instant: dt.datetime) -> dt.date:
        """The day of an instant by the institution's clock: notices are dated so."""
        return instant.astimezone(self.article.institution.zone).date()

    def hour(self, instant: dt.datetime) -> str:
        """The instant in words, in the desk's zone and the institution's."""
        return hour_in_both_zones(
            instant, timezone.get_current_timezone_name(), self.article.institution.zone_name
        )
