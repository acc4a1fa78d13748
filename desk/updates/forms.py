"""Forms of the page "Update published pages": which pages, what is brought up to date, and why."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.models.article import Article
from articles.models.batch import Batch, BatchItem
from authors.models import Author
from desk.acts.act_form import MAX_REASON_CHARS
from disclaimers.models import Institution, Wording, WordingCorrection
from outlets.models import Outlet
from prose.forms.pickers import ManyPicker, Picker
from prose.forms.text_fields import PlainFormField

SELECTIONS = ("author", "outlet", "wording", "institution", "article")


def _picker(model: Any, name: str, label: str) -> "forms.ModelChoiceField[Any]":
    widget = Picker(Batch._meta.get_field(name), admin.site)
    return forms.ModelChoiceField(model.objects.all(), label=label, required=False, widget=widget)


class SelectionForm(forms.Form):
    """The pages, chosen in one way, and what of them is printed as of today."""

    author = _picker(Author, "author", "All of a person")
    outlet = _picker(Outlet, "outlet", "or all that ran in an outlet")
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
    names = forms.ChoiceField(
        label="Names",
        choices=Batch.Choice.choices,
        required=False,
        help_text="Of people, outlets and content types, and the words of the house style.",
    )
    wordings = forms.ChoiceField(
        label="Disclaimer texts",
        choices=Batch.Choice.choices,
        required=False,
        help_text="Of today: those in force now, in place of those the page was first published with.",
    )

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
        return values

    def batch(self) -> Batch:
        """The selection as a batch that is not stored."""
        values = self.cleaned_data
        rows = {name: values[name] for name in (*SELECTIONS[:-1], "correction")}
        usual = usual_choices(rows)
        return Batch(**rows, **{name: values[name] or usual[name] for name in usual})

    def pieces(self) -> list[int] | None:
        """Keys of the pieces that were chosen one by one; None for any other selection."""
        chosen = [article.pk for article in self.cleaned_data["article"]]
        return chosen or None


class ReasonForm(forms.Form):
    """The reason, asked for last."""

    reason = PlainFormField(
        label="Why",
        max_length=MAX_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the history of every piece; readers do not see it.",
    )


def usual_choices(selection: Any) -> dict[str, str]:
    """Initial values: a slip keeps names and wordings, a text takes today's wordings, all others today's names."""
    if selection.get("correction"):
        return {"names": "pinned", "wordings": "pinned"}
    if selection.get("wording"):
        return {"names": "pinned", "wordings": "current"}
    return {"names": "current", "wordings": "pinned"}
