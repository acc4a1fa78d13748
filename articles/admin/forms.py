"""The article form and its rows: what is typed is cleaned or refused with a sentence, never lost."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.called import called
from articles.admin.widgets import TopicsInput
from articles.models.article import Article
from articles.models.edition import Permalink
from articles.models.topic import Topic
from articles.querysets import User
from articles.topics import parse, topics_named

MAX_TOPIC_CHARS = 100
UNPLACED = 32_000  # the place of a row that was given none, until its list is complete


class TopicsField(forms.CharField):
    """Topics as a list of names, in order of writing."""

    widget = TopicsInput

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else [str(topic) for topic in value]

    def to_python(self, value: Any) -> Any:
        names = parse(value or "")
        if long := next((name for name in names if len(name) > MAX_TOPIC_CHARS), None):
            raise ValidationError(
                f"A topic has at most {MAX_TOPIC_CHARS} characters: “{long[:40]}…” has more."
            )
        return names

    def run_validators(self, value: Any) -> None:
        """Names have been checked one by one."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return sorted(map(str, initial or [])) != sorted(parse(data or ""))


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The manuscript's own fields; bylines and other rows have forms of their own."""

    refusal = ""  # set for a form that is shown again and must not be saved as it is
    user: User = AnonymousUser()  # set to whoever fills the form in, to name no piece they may not open

    tags = TopicsField(
        label="Topics", required=False, help_text="Separated by commas. New ones are made when you save."
    )

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007 - the admin's fieldsets name them
        widgets = {"headline": forms.Textarea(attrs={"rows": 2}), "dek": forms.Textarea(attrs={"rows": 2})}

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        owner = (
            Permalink.objects.filter(slug=slug).exclude(article=self.instance.pk).select_related("article")
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
            self.cleaned_data["tags"] = topics_named(Topic, self.cleaned_data["tags"])
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

    def clean(self) -> None:
        super().clean()
        rows = [form for form in self.forms if hasattr(form, "cleaned_data")]
        last = max((place for form in rows if (place := form.instance.order) != UNPLACED), default=0)
        for form in rows:
            if form.instance.order == UNPLACED:
                last += 1
                form.instance.order = last


class BylineForm(RowForm):
    """Someone credited: a person with a record here, or a name."""

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        if not found.get("author") and not found.get("name") and not self.errors:
            self.add_error("author", "Choose a person, or open “Name, role, bio” and write a name.")
        elif found.get("author") and found.get("name"):
            self.add_error("name", "Choose a person or write a name, one of the two.")
        return found


class AppearanceForm(RowForm):
    """A place where the piece ran."""

    def clean(self) -> dict[str, Any] | None:
        found = super().clean() or self.cleaned_data
        if found.get("outlet") and found.get("outlet_name"):
            self.add_error("outlet_name", "Choose an outlet or write its name, not both.")
        return found
