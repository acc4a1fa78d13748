"""The article form and what its rows share: what is typed is cleaned or refused with a sentence, never lost."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.addresses import article_path
from articles.models.article import Article
from articles.models.edition import Permalink
from articles.models.topic import MAX_TOPIC_CHARS, parse_topics, topics_named
from articles.querysets import User
from desk.headline import called, may_open
from desk.widgets import TopicsInput
from prose.forms.text_fields import LineFormField

MAX_WORD_CHARS = 100
MAY_SAY_SO = "articles.publish_article"
UNPLACED = 32_000  # the place of a row that was given none, until its list is complete


class TopicsField(forms.CharField):
    """Topics as a list of names, in order of writing."""

    widget = TopicsInput

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else [str(topic) for topic in value]

    def to_python(self, value: Any) -> Any:
        names = parse_topics(value or "")
        if long := next((name for name in names if len(name) > MAX_TOPIC_CHARS), None):
            raise ValidationError(
                f"A topic has at most {MAX_TOPIC_CHARS} characters: “{long[:40]}…” has more."
            )
        return names

    def run_validators(self, value: Any) -> None:
        """Names have been checked one by one."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return sorted(map(str, initial or [])) != sorted(parse_topics(data or ""))


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The manuscript's own fields; bylines and other rows have forms of their own."""

    refusal = ""  # set for a form that is shown again and must not be saved as it is
    user: User = AnonymousUser()  # set to whoever fills the form in, to name no piece they may not open

    tags = TopicsField(
        label="Topics", required=False, help_text="Separated by commas. New ones are made when you save."
    )

    another_piece = LineFormField(
        label="This is another piece, because",
        required=False,
        max_length=MAX_WORD_CHARS,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="An editor’s word, kept with the saved version and your name. Readers do not see it.",
    )

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007 - the admin's fieldsets name them
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2}),
            "dek": forms.Textarea(attrs={"rows": 2}),
            "editors_note": forms.Textarea(attrs={"rows": 3}),
            "copyright_holders": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "translation_of" in self.fields:
            field: Any = self.fields["translation_of"]
            field.label_from_instance = self._called

    def _called(self, article: Article) -> str:
        return called(article, self.user, timezone.now())

    def clean_translation_of(self) -> Article | None:
        origin: Article | None = self.cleaned_data["translation_of"]
        if origin and "translation_of" in self.changed_data and not may_open(self.user, origin):
            raise ValidationError("This piece does not exist, or your account may not open it.")
        return origin

    def clean_another_piece(self) -> str:
        """Heard by the rows, which know only the piece: they find out whether the word is needed."""
        word: str = self.cleaned_data["another_piece"]
        self.instance.another_piece = word if self.user.has_perm(MAY_SAY_SO) else ""  # type: ignore[union-attr]
        return word

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        owner = (
            Permalink.objects.filter(path=article_path(slug))
            .exclude(article=self.instance.pk)
            .select_related("article")
        )
        if slug and (taken := owner.first()):
            whose = called(taken.article, self.user, timezone.now())
            raise ValidationError(f"This web address belongs to {whose}. Choose another.")
        return slug

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(self.refusal)
        return super().clean()

    def _save_m2m(self) -> None:
        # Topics come into being only now, when everything typed has been found good.
        if isinstance(self.cleaned_data.get("tags"), list):
            self.cleaned_data["tags"] = topics_named(self.cleaned_data["tags"])
        super()._save_m2m()  # type: ignore[misc]


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row of an ordered list: its place alone makes no row, an empty place means the end."""

    order = forms.IntegerField(label="Place", required=False, min_value=0, max_value=9999)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["order"] = self.fields["order"].initial = None

    @cached_property
    def changed_data(self) -> list[str]:
        changed: list[str] = super().changed_data
        return [] if self.instance.pk is None and changed == ["order"] else changed

    def clean_order(self) -> int:
        order: int | None = self.cleaned_data["order"]
        return UNPLACED if order is None else order


class RowFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Gives rows without a place the places after all others, in the order of the page."""

    user: User = AnonymousUser()  # set to whoever fills the form in

    def said(self) -> list[Any]:
        """The forms of rows that are kept and make sense by themselves, to be held against each other."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not self._should_delete_form(form)  # type: ignore[attr-defined]
            and (form.instance.pk is not None or form.has_changed())
        ]

    def clean(self) -> None:
        super().clean()
        rows = [form for form in self.forms if hasattr(form, "cleaned_data")]
        last = max((place for form in rows if (place := form.instance.order) != UNPLACED), default=0)
        for form in rows:
            if form.instance.order == UNPLACED:
                last += 1
                form.instance.order = last
