"""Forms behind "Take down" and "Put back". Both act at once; taking down asks for a sentence to readers."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.html import format_html

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.removal import proof_of_withdrawal
from articles.checklist import Checklist
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.models.revision import Revision
from articles.press.facts import NoticeFact
from articles.states import Act, TakenDownFor
from articles.timeline import Timeline
from desk import named_elsewhere
from desk.acts.act_form import MAX_REASON_CHARS, ActForm
from desk.amounts import amount_in_words
from desk.widgets import write_in
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes

ADDRESS_STAYS = "The web address stays either way, with its words: {}. Links and feeds must reach the notice."


class TakeDownForm(ActForm):
    """Why, and a sentence to readers: short enough to fill in on a phone."""

    confirm = "Take it down now"
    has_preview = False
    shows_typed_page = True
    template = "admin/articles/article/take_down.html"

    because = forms.ChoiceField(
        label="Because of",
        choices=[
            ("", "Choose…"),
            (TakenDownFor.LEGAL, "The law: a court or a claim demands it"),
            (TakenDownFor.SAFETY, "Somebody’s safety"),
            (TakenDownFor.RIGHTS, "Rights of others in it"),
            (TakenDownFor.PRIVACY, "Somebody’s privacy"),
            (TakenDownFor.REVIEW, "A review: it is looked at again, and may come back or be retracted"),
        ],
        error_messages={"required": "Say why it is taken down."},
    )
    sentence = PlainFormField(
        label="Readers are told", max_length=MAX_REASON_CHARS, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = PlainFormField(
        label="Why, for the history only",
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    keep_headline = forms.BooleanField(label="The headline may stay", required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        write_in(self, ("sentence",), self.article.language)
        if last := self.standing.latest_piece:
            self.fields["keep_headline"].help_text = ADDRESS_STAYS.format(last.permalink.path)

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return standing.latest_piece.revision if standing.latest_piece else None

    def typed_page(self) -> Edition | None:
        last = self.standing.latest_piece
        if last is None:
            return None
        values = self.cleaned_data
        notice = NoticeDraft(NoticeKind.WITHDRAWAL, values["sentence"]).fact(self.day_of(self.standing.at))
        because, keep_headline = values["because"], values["keep_headline"]
        return proof_of_withdrawal(
            last, self.standing, notice, because=because, keep_headline=keep_headline
        ).edition

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """Empty: a piece can always be taken down."""
        return Checklist()

    def call(self, revision: Revision, *, by: User, at: datetime) -> str:
        values = self.cleaned_data
        acts.take_down(
            self.article, because=values["because"], sentence=values["sentence"], by=by, at=at,
            reason=values["reason"], keep_headline=values["keep_headline"],
        )  # fmt: skip
        done = f"{in_quotes(self.article)} was taken down on {self.hour(at)}. The notice stands in its place."
        last = self.standing.latest_piece
        elsewhere = named_elsewhere.sentence(last, by, at) if last and not values["keep_headline"] else ""
        return format_html("{} {}", done, elsewhere) if elsewhere else done


class PutBackForm(ActForm):
    """Which version comes back: the one that readers had, or the newest."""

    confirm = "Put it back now"
    template = "admin/articles/article/put_back.html"

    sentence = PlainFormField(
        label="Readers are told", required=False, max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="An editor’s note above the text.",
        error_messages={"required": "Readers know that it was retracted: write what they are told."},
    )  # fmt: skip
    shown_version = forms.TypedChoiceField(label="Which text", coerce=int, widget=forms.RadioSelect)
    reason = PlainFormField(
        label="Why, for the history only",
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.newest = self.article.revisions.first()
        last = self.subject(self.standing, self.newest)
        choices = [(last.number, f"What readers had: version {last.number}")] if last else []
        if last and self.newest and self.newest.number != last.number:
            choices.append((self.newest.number, f"What was saved last: version {self.newest.number}"))
        self.fields["shown_version"].choices = choices  # type: ignore[attr-defined]

        if self.standing.was_retracted:
            self.fields["sentence"].required = True

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        return standing.latest_piece.revision if standing.latest_piece else None

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        last = cls.subject(standing, None)
        return {"shown_version": last.number} if last else {}

    def proof_options(self) -> dict[str, Any]:
        return {"after": self.standing.latest_piece, "adding": self._adding(self.cleaned_data)}

    def readable_options(self) -> dict[str, Any]:
        return {"after": self.standing.latest_piece}

    def _adding(self, values: dict[str, Any]) -> tuple[NoticeFact, ...]:
        """The note for readers, as it prints."""
        if not (sentence := values.get("sentence")):
            return ()
        return (NoticeDraft(NoticeKind.NOTE, sentence).fact(self.day_of(self.standing.at)),)

    def chosen_revision(self, revision: Revision) -> Revision:
        """The version to put back."""
        is_newest = self.newest and self.newest.number == self.cleaned_data.get("shown_version")
        return self.newest if is_newest and self.newest else revision

    def call(self, revision: Revision, *, by: User, at: datetime) -> str:
        edition = acts.put_back(
            self.article,
            by=by,
            at=at,
            reason=self.cleaned_data["reason"],
            revision=self.chosen_revision(revision),
            sentence=self.cleaned_data["sentence"],
        )
        amount, since = amount_in_words(edition), self.hour(edition.live_from)
        return f"{in_quotes(edition.headline)} is back: readers have had {amount} again since {since}."
