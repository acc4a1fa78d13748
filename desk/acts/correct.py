"""Form behind "Correct": the live text to change, and the notice that goes out with it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.utils import timezone

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.correcting import correction_proof
from articles.checklist import Checklist
from articles.corrections import CORRECTABLE, Carried, carry
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import Notice, NoticeKind
from articles.models.revision import Revision
from articles.press.proof import Proof, tombstone_with_notice
from articles.snapshot import Content, clean_changes, content_of
from articles.states import DOWN, Act
from articles.timeline import Timeline
from desk.acts.act_form import ActForm
from desk.acts.passages import ShownPassage, answers_in, shown_passages
from desk.linking.shown import with_todays_links
from desk.widgets import write_in
from prose.dates import day_in_words
from prose.forms.day_input import DayInput
from prose.forms.pickers import Picker
from prose.forms.text_fields import PlainFormField
from prose.quotation_marks import in_quotes

MAX_NOTICE_CHARS = 2000
AMENDS = "amends"
_KINDS = [
    (NoticeKind.CORRECTION, "Correction: something was wrong"),
    (NoticeKind.CLARIFICATION, "Clarification: something could be misread"),
    (NoticeKind.UPDATE, "Update: something has happened since"),
    (NoticeKind.NOTE, "Editor’s note"),
    (NoticeKind.SUPERSESSION, "Another piece takes its place"),
    (AMENDS, "An addition to an earlier notice"),
]
_BELONGS = {
    "wrong": (NoticeKind.CORRECTION,),
    "right": (NoticeKind.CORRECTION,),
    "outlet_corrected_on": (NoticeKind.CORRECTION,),
    "successor": (NoticeKind.SUPERSESSION,),
    "amended": (AMENDS,),
}
"""Fields that only some kinds of notice have. Words typed in a hidden field are an error, so that none are lost."""
_NEEDS = {
    NoticeKind.CORRECTION: ("wrong", "right"),
    NoticeKind.SUPERSESSION: ("successor", "text"),
    AMENDS: ("amended", "text"),
}
_MISSING = {
    "wrong": "Say what was wrong.",
    "right": "Say what is right.",
    "text": "Write what readers are told.",
    "successor": "Choose the piece that takes its place.",
    "amended": "Choose the notice that this adds to.",
}


def _text_field(label: str, help_text: str = "", *, rows: int = 2, required: bool = False) -> PlainFormField:
    return PlainFormField(
        label=label, help_text=help_text, required=required, max_length=MAX_NOTICE_CHARS,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class PieceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A piece, picked by typing its headline; one that was picked is named as readers know it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = Picker(Notice._meta.get_field("successor"), admin.site)
        super().__init__(Article.objects.all(), widget=widget, required=False, **kwargs)
        self.label_from_instance = _live_headline  # type: ignore[method-assign,assignment]


def _live_headline(article: Article) -> str:
    """The headline that readers know: somebody may send the key of a piece that they may not open."""
    live = Edition.objects.filter(article=article).live(timezone.now()).first()
    return live.headline if live else "a piece that readers do not have"


class CorrectForm(ActForm):
    """The live text and a notice for readers. Both go out in one edition."""

    confirm = "Correct the live page now"
    has_preview = False
    shows_typed_page = True
    template = "admin/articles/article/correct.html"

    headline = Article._meta.get_field("headline").formfield(widget=forms.Textarea(attrs={"rows": 2}))
    dek = Article._meta.get_field("dek").formfield(widget=forms.Textarea(attrs={"rows": 2}), help_text="")
    body = Article._meta.get_field("body").formfield()
    kind = forms.ChoiceField(
        label="Kind of notice", choices=_KINDS, widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of notice this is."},
    )  # fmt: skip
    amended = forms.ModelChoiceField(Notice.objects.none(), label="The notice it adds to", required=False)
    wrong = _text_field(
        "What was wrong", "A whole sentence for readers: “An earlier version said that it was 214.”"
    )
    right = _text_field("What is right", "Readers see it.")
    text = _text_field(
        "What readers are told", "Printed after the kind of notice and its date. A correction can do without."
    )
    successor = PieceField(label="The piece that takes its place")
    outlet_corrected_on = forms.DateField(
        label="The outlet corrected its own on", required=False, widget=DayInput,
        help_text="Only if it has corrected its own.",
    )  # fmt: skip
    reason = _text_field("For the history", "Readers do not see it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_down:
            self.confirm = "Add the notice now"
            for name in CORRECTABLE:
                del self.fields[name]
        write_in(self, (*self.texts, "wrong", "right", "text"), self.article.language)
        if self.revision and not content_of(self.revision)["appearances"]:
            del self.fields["outlet_corrected_on"]
        earlier = _amendable(self.standing.current)
        if earlier:
            self.fields["amended"].queryset = Notice.objects.filter(pk__in=earlier)  # type: ignore[attr-defined]
            self.fields["amended"].label_from_instance = _notice_label  # type: ignore[attr-defined]
        else:
            del self.fields["amended"]
            self.fields["kind"].choices = [choice for choice in _KINDS if choice[0] != AMENDS]  # type: ignore[attr-defined]

    @classmethod
    def proposal(cls, article: Article, standing: Timeline) -> dict[str, Any]:
        live = standing.current
        if live is None or standing.public in DOWN:
            return {}
        return {name: content_of(live.revision)[name] for name in CORRECTABLE}

    @property
    def is_down(self) -> bool:
        """True if a notice stands in the place of the piece: there is no text to change, only a notice to add."""
        return self.standing.public in DOWN

    @property
    def texts(self) -> tuple[str, ...]:
        """The fields of the live text that can be changed."""
        return () if self.is_down else CORRECTABLE

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if kind := values.get("kind"):
            for field, sentence in (*self._empty_fields(kind, values), *self._wrong_fields(kind, values)):
                if field not in self.errors:
                    self.add_error(field, sentence)
        return values

    def _empty_fields(self, kind: str, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for field in _NEEDS.get(kind, ("text",)):
            if not values.get(field):
                yield field, _MISSING[field]

    def _wrong_fields(self, kind: str, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Fields that belong to another kind of notice, and a successor that cannot be one."""
        labels = dict(_KINDS)
        for field, kinds in _BELONGS.items():
            if values.get(field) and kind not in kinds:
                owner = labels[kinds[0]].partition(":")[0]
                yield field, f"This belongs to “{owner}”. Empty it, or choose that above."
        successor = values.get("successor")
        if successor and successor.pk == self.article.pk:
            yield "successor", "A piece cannot take its own place."
        elif successor and not Edition.objects.filter(article=successor).ever_live(timezone.now()).exists():
            yield "successor", "Readers have not had that piece yet. Publish it first."

    @property
    def changes(self) -> dict[str, str]:
        """The fields of the live text that were changed, with their new text."""
        live = self._live
        typed = clean_changes({name: self.cleaned_data[name] for name in self.texts})
        return {name: text for name, text in typed.items() if text != live[name]}

    @property
    def notice(self) -> NoticeDraft:
        """The notice as it was typed."""
        values = self.cleaned_data
        amended: Notice | None = values.get("amended")
        return NoticeDraft(
            amended.kind if amended else values["kind"],
            values["text"],
            values["wrong"],
            values["right"],
            values.get("outlet_corrected_on"),
            values["successor"].pk if values["successor"] else None,
            amended.pk if amended else None,
        )

    @property
    def _live(self) -> Content:
        assert self.standing.current is not None  # noqa: S101 - the act table asks for a live piece
        return content_of(self.standing.current.revision)

    @property
    def overtaken(self) -> list[tuple[str, str]]:
        """Label and live text of each field with another text typed, for when the live page changed meanwhile."""
        if not self.is_bound or self.standing.current is None:
            return []
        labels = {name: str(self.fields[name].label).capitalize() for name in self.texts}
        typed = clean_changes({name: self.data.get(name, "") for name in self.texts})
        return [(labels[name], self._shown(name)) for name in self.texts if typed[name] != self._live[name]]

    def _shown(self, name: str) -> str:
        """The live text of a field for a page: HTML of the body, else plain text."""
        return with_todays_links(self._live[name]) if name == "body" else self._live[name]

    @property
    def scheduled(self) -> Carried | None:
        """The scheduled version with the correction, as far as it is clear; None without another one."""
        live, coming = self.standing.current, self.standing.coming
        if live is None or coming is None or coming.revision_id == live.revision_id or not self.is_bound:
            return None
        if self.is_down or not self.is_valid():
            return None
        corrected = self._live | clean_changes(self.changes)
        return carry(self._live, corrected, content_of(coming.revision))

    @property
    def passages(self) -> list[ShownPassage]:
        """What the scheduled version says differently in the corrected place, with the answers so far."""
        return shown_passages(self.scheduled, self.data) if self.scheduled else []

    @property
    def decisions(self) -> dict[str, str]:
        """The answers so far."""
        return answers_in(self.data, self.scheduled.passages) if self.scheduled else {}

    def proof(self, revision: Revision) -> Proof | None:
        live, last = self.standing.current, self.standing.latest_piece
        if live is None or last is None:
            return None
        if self.is_down:
            at = self.standing.at
            return tombstone_with_notice(live, last, self.notice.fact(self.day_of(at)), at=at)
        return correction_proof(live, self.changes, self.notice, timeline=self.standing)

    def checklist(self, act: Act, revision: Revision) -> Checklist:
        """Empty for a notice in the place of a piece: nothing of the piece goes out."""
        return Checklist() if self.is_down else super().checklist(act, revision)

    def call(self, revision: Revision, *, by: User, at: datetime) -> str:
        edition = acts.correct(
            self.article,
            changes=self.changes,
            notice=self.notice,
            decisions=self.decisions,
            base=revision.number,
            by=by,
            at=at,
            reason=self.cleaned_data["reason"],
        )
        if self.is_down:
            return f"The notice is added to: readers have had it since {self.hour(at)}."
        return (
            f"{in_quotes(edition.headline)} is corrected: readers have had the notice since {self.hour(at)}."
        )


def _amendable(live: Edition | None) -> list[int]:
    """Keys of the notices on the live page that are no amendments themselves."""
    on_page = live.printed.get("notice_ids", []) if live else []
    return list(Notice.objects.filter(pk__in=on_page, amends__isnull=True).values_list("pk", flat=True))


def _notice_label(notice: Notice) -> str:
    words = notice.text or notice.right
    return f"{notice.get_kind_display()} of {day_in_words(notice.issued_on)}: {words[:80]}"
