"""Forms of the page "Update published pages": which pages, what is brought up to date, and why."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.models.article import Article
from articles.models.batch import Batch, BatchItem
from articles.models.topic import Topic
from articles.querysets import User
from authors.models import Author
from desk.acts.act_form import MAX_REASON_CHARS
from desk.renewed_words import CHOICES, subjects_for
from disclaimers.models import Institution, Kind, Licence, Wording, WordingCorrection
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from prose.forms.pickers import ManyPicker, Picker
from prose.forms.text_fields import PlainFormField

SELECTIONS = (
    "author", "outlet", "topic", "kind", "licence", "picture", "document", "wording", "institution", "article",
)  # fmt: skip


def _picker(model: Any, name: str, label: str) -> "forms.ModelChoiceField[Any]":
    widget = Picker(Batch._meta.get_field(name), admin.site)
    return forms.ModelChoiceField(model.objects.all(), label=label, required=False, widget=widget)


class SelectionForm(forms.Form):
    """The pages, chosen in one way, and what of them is printed as of today."""

    author = _picker(Author, "author", "All of a person")
    outlet = _picker(Outlet, "outlet", "or all that ran in an outlet")
    topic = _picker(Topic, "topic", "or all about a topic")
    kind = _picker(Kind, "kind", "or all of a content type")
    licence = _picker(Licence, "licence", "or all with a licence, of the text, a picture or a file")
    picture = _picker(Picture, "picture", "or all that show a picture")
    document = _picker(Document, "document", "or all with a file")
    wording = _picker(Wording, "wording", "or all with a disclaimer text")
    institution = _picker(Institution, "institution", "or all of an institution")
    article = forms.ModelMultipleChoiceField(
        Article.objects.all(),
        label="or these pieces",
        required=False,
        widget=ManyPicker(BatchItem._meta.get_field("article"), admin.site),
    )
    correction = forms.ModelChoiceField(
        WordingCorrection.objects.all(), required=False, widget=forms.HiddenInput
    )
    renewed = forms.MultipleChoiceField(
        label="Brought up to date",
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nothing else changes on the pages. Of a person, an outlet, a topic, a licence, a picture, a file or "
        "a text chosen above: of that one alone. Left open: what the choice above is about.",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        visible = Article.objects.visible_to(user).values("pk")
        self.fields["article"].queryset = Article.objects.filter(pk__in=visible)  # type: ignore[attr-defined]
        self.fields["picture"].queryset = Picture.objects.visible_to(user)  # type: ignore[attr-defined]
        self.fields["document"].queryset = Document.objects.visible_to(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        chosen = [name for name in SELECTIONS if values.get(name)]
        if len(chosen) > 1:
            raise ValidationError("Choose the pages in one way, not in several.")
        if not chosen and not self.errors:
            raise ValidationError("Choose which pages.")
        slip = values.get("correction")
        if slip and slip.wording != values.get("wording"):
            raise ValidationError("That slip was put right in another text.")
        if values.get("article") and not values.get("renewed") and "renewed" not in self.errors:
            self.add_error("renewed", "Choose what is brought up to date on these pieces.")
        return values

    def batch(self) -> Batch:
        """The selection as a batch that is not stored."""
        values = self.cleaned_data
        batch = Batch(**{name: values[name] for name in (*SELECTIONS[:-1], "correction")})
        renewed = subjects_for(batch.record, values["renewed"], batch.correction)
        batch.renewed = sorted(renewed.codes)
        return batch

    def pieces(self) -> list[int] | None:
        """Keys of the pieces that were chosen one by one; None for any other selection."""
        chosen = [article.pk for article in self.cleaned_data["article"]]
        return chosen or None


class ReasonForm(forms.Form):
    """The reason, asked for last; for a slip that was put right it is the one given then."""

    reason = PlainFormField(
        label="Why",
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the history of every piece; readers do not see it.",
    )
