"""Form behind "Retract": who retracts the piece, and why, for readers."""

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.removal import proof_of_retraction
from articles.checklist import Checklist
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.states import Act
from articles.timeline import Timeline
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from desk.widgets import write_in
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes

MAX_WHO_CHARS = 300


class RetractForm(ActForm):
    """The notice of a retraction. The page keeps the title, marked, and the attribution; the text goes."""

    confirm = "Retract it now"
    has_preview = False
    shows_typed_page = True
    template = "admin/articles/article/retract.html"

    issued_by = forms.CharField(
        label="Who retracts it", max_length=MAX_WHO_CHARS,
        help_text="As readers are told: the institution, the authors, or both.",
        error_messages={"required": "Say who retracts it."},
    )  # fmt: skip
    text = PlainFormField(
        label="Why, as readers are told", max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What cannot be relied on, and how it came to light. No blame.",
        error_messages={"required": "Say why it is retracted."},
    )  # fmt: skip
    reason = PlainFormField(
        label="For the history only", required=False, max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        write_in(self, ("issued_by", "text"), self.article.language)

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return standing.latest_piece.revision if standing.latest_piece else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        """The institution, as the page names it."""
        last = standing.latest_piece
        return {"issued_by": last.printed["records"]["institution_name"] if last else ""}

    @cached_property
    def hides_headline(self) -> bool:
        """True if a notice stands there now without the headline, which the retraction shows again."""
        current, last = self.standing.current, self.standing.latest_piece
        return current is not None and last is not None and current.headline != last.headline

    def typed_page(self) -> Edition | None:
        last = self.standing.latest_piece
        if last is None:
            return None
        values = self.cleaned_data
        draft = NoticeDraft(NoticeKind.RETRACTION, values["text"], issued_by=values["issued_by"])
        notice = draft.fact(self.day_of(self.standing.at))
        return proof_of_retraction(last, self.standing, notice).edition

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """Empty: a piece can always be retracted."""
        return Checklist()

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        values = self.cleaned_data
        acts.retract(
            self.article,
            text=values["text"],
            issued_by=values["issued_by"],
            by=by,
            at=at,
            reason=values["reason"],
        )
        what, since = in_quotes(self.article), self.hour(at)
        return f"{what} has been retracted since {since}. Its page says so, and keeps its attribution."
