"""Rows of licences and permissions on the page of a picture or a file."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms.models import ModelChoiceField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from articles.acts.clearing import clear
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.rights import Reprint
from desk.library.pages import Shelf, user_of
from desk.pages import form_address
from desk.widgets import keep_shown
from disclaimers.models import Licence
from pictures.models.clearance import ClearanceState
from prose.fields import LineField, PlainField
from prose.forms.day_input import DayInput
from prose.forms.deleted_rows import RowsThatMayBeDeleted
from prose.forms.pickers import Picker
from prose.quotation_marks import in_quotes

CLOSED = "a piece that your account may not open"
_A_PIECE = Reprint._meta.get_field("article")
"""A foreign key to pieces, by which the admin's search knows what is searched: a clearance has only a piece's uuid."""


class OnlyForField(ModelChoiceField):  # type: ignore[type-arg]
    """A piece that a user may open, chosen by typing; its value is the piece's uuid."""

    def __init__(self, user: Any, **kwargs: Any) -> None:
        self.visible = Article.objects.visible_to(user)
        refusal = {"invalid_choice": "Select a valid choice: a piece that your account may open."}
        super().__init__(self._with(None), required=False, error_messages=refusal, **kwargs)
        vars(self)["label_from_instance"] = self._label  # the picker leaves a field's own alone

    def keep(self, own: uuid.UUID | None) -> None:
        """Offer the piece that a row has, too: it stays there, whoever saves the row."""
        self.queryset = self._with(own)

    def _with(self, own: uuid.UUID | None) -> QuerySet[Article]:
        offered = Q(pk__in=self.visible.values("pk"))
        return Article.objects.filter(offered | Q(uuid=own) if own else offered)

    def _label(self, article: Any) -> str:
        return str(article) if self.visible.filter(pk=article.pk).exists() else CLOSED

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, uuid.UUID):
            return Article.objects.filter(uuid=value).values_list("pk", flat=True).first()
        return super().prepare_value(value)

    def clean(self, value: Any) -> uuid.UUID | None:
        article = super().clean(value)
        return article.uuid if article else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


class ClearanceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A licence or permission. What a form opened earlier shows never undoes what was changed since.

    The form knows what it showed (hidden first values): a row that nobody touched in it is not written, and one that
    was touched in two windows is refused.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_for: Any = self.fields["only_for"]
        only_for.keep(self.instance.only_for)

    def clean_only_for(self) -> uuid.UUID | None:
        """Keep the uuid of a piece that is gone: without it the permission would be one for every piece."""
        chosen: uuid.UUID | None = self.cleaned_data["only_for"]
        was: uuid.UUID | None = self.initial.get("only_for")
        is_gone = was is not None and not Article.objects.filter(uuid=was).exists()
        return was if chosen is None and is_gone else chosen

    def clean(self) -> dict[str, Any] | None:
        if self.instance.pk and self.has_changed() and any(map(self._was_changed_since, self)):
            raise ValidationError(
                f"This permission was changed since this page was opened: it is now “{self._state_now()}”. "
                "Open the page again, and change it there."
            )
        return super().clean()

    def _was_changed_since(self, bound: forms.BoundField) -> bool:
        """True if the field's value on record is another than the one that this form has shown."""
        field, key = bound.field, bound.html_initial_name
        shown = field.hidden_widget().value_from_datadict(self.data, self.files, key)
        return shown is not None and field.has_changed(self.initial.get(bound.name), shown)

    def _state_now(self) -> str:
        return str(ClearanceState(self.initial["state"]).label)


class TermsInline(admin.StackedInline):  # type: ignore[type-arg]
    """Each with its state, its days and where it is on record. The first is open on a record that has none."""

    form = ClearanceForm
    formset = RowsThatMayBeDeleted
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
        PlainField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
    }
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("state", "licence"),
                    "evidence",
                    ("from_on", "until_on"),
                    "only_for",
                    "may_be_passed_on",
                ]
            },
        ),
        (
            "Who gave it, and on which terms",
            {"fields": ["granted_by", ("asked_on", "granted_on"), "terms"], "classes": ["collapse"]},
        ),
    ]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj is None or obj.clearances.exists() else 1

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The field, which knows what it showed."""
        field = self._field(db_field, request, **kwargs)
        keep_shown(field)
        return field

    def _field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A search for the piece; licences that stand, without links to add or change one."""
        if db_field.name == "only_for":
            return OnlyForField(
                request.user,
                label=capfirst(db_field.verbose_name),
                help_text="Empty: for every piece. Type some words of its headline.",
                widget=Picker(_A_PIECE, self.admin_site),
            )
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "licence":
            used = self.model._default_manager.filter(licence=OuterRef("pk"))
            field.queryset = Licence.objects.filter(Q(merged_into=None) | Exists(used))
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
        return field


def print_cleared(request: HttpRequest, record: Any) -> None:
    """Print pages again after a changed permission, and name the pieces of which readers have another page now.

    Call it in the transaction of the save, under `changing_records`.
    """
    reason = f"A licence or permission for the {record._meta.verbose_name} {in_quotes(record)} was changed"
    at, user = timezone.now(), user_of(request, Shelf(type(record)).may("view"))
    changed = {piece.pk for piece in clear(record, by=user, at=at, reason=reason)}
    pages = Edition.objects.filter(article__in=changed).not_ended(at).order_by().values("pk")
    with_it = set(record.edition_uses.filter(edition__in=pages).values_list("edition__article", flat=True))
    for words, keys in (("without", changed - with_it), ("with", with_it)):
        if names := _named(keys, user):
            listed = format_html_join(", ", "{}", ((name,) for name in names))
            messages.info(request, format_html("Printed again {} it: {}.", words, listed))


def _named(keys: set[int], user: User) -> list[str]:
    """Links to pieces, and the number of those that a user may not open."""
    visible = Article.objects.visible_to(user).filter(pk__in=keys)
    names: list[str] = [
        format_html('<a href="{}">{}</a>', form_address(piece.pk), in_quotes(piece)) for piece in visible
    ]
    if others := len(keys) - len(names):
        names.append(format_html("{}", f"{others} of other houses or people"))
    return names
