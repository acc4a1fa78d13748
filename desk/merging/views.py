"""The page that merges a record into another: GET says what will happen, POST does it; a second POST undoes it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles import acts
from articles.acts.merging import belongings
from articles.acts.merging.records import hindrance, noun_of
from articles.models.appearance import Appearance
from articles.models.article import Article, ArticleTopic
from articles.models.byline import Byline
from articles.models.grouping.series import EditionSeries, Series
from articles.models.merge import RecordMerge
from articles.models.topic import Topic
from articles.models.uses.picture_use import PictureUse
from articles.press.where_printed import editions_printing
from articles.querysets import with_merged
from authors.models import Author
from desk.pages import draw, require
from desk.printed_records.changes import print_scheduled_again, say_which_pages_keep
from disclaimers.models import Disclaimer, Institution, Licence, Wording
from outlets.models import Outlet
from pictures.models import Clearance
from prose.forms.pickers import Picker
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

_FIELDS: dict[str, tuple[type[models.Model], str, str]] = {
    "topic": (ArticleTopic, "tag", "content_object"),
    "series": (EditionSeries, "series", "edition__article"),
    "person": (Byline, "author", "article"),
    "outlet": (Appearance, "outlet", "article"),
    "kind": (Article, "kind", "pk"),
    "licence": (Article, "licence", "pk"),
    "disclaimer": (Wording, "disclaimer", "pk"),
    "institution": (Article, "institution", "pk"),
}
"""Rows of a piece that name each kind of record: their model, the field (a picker asks by it), that of the piece."""


class MergeForm(forms.Form):
    """The record that stays."""

    def __init__(self, *args: Any, record: models.Model, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model, name, _ = _FIELDS[noun_of(type(record))]
        others = type(record)._default_manager.filter(merged_into=None).exclude(pk=record.pk)
        self.fields["kept"] = forms.ModelChoiceField(
            others,
            label="Merge into",
            widget=Picker(model._meta.get_field(name), admin.site),
            error_messages={
                "required": "Choose the one that stays.",
                "invalid_choice": "This is no other record that stands for itself: choose one that does.",
            },
        )


def address_of(record: models.Model, page: str) -> str:
    """The address of a record's page "change", "merge" or "unmerge"."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk])


def merge_page(request: HttpRequest, model: type[models.Model], object_id: int) -> HttpResponse:
    """View of the page that merges a record into another."""
    record = _find(request, model, object_id)
    typed = request.POST if request.method == "POST" else None
    form = MergeForm(typed, record=record, initial={"kept": as_key(request.GET.get("into", ""))})
    kept, goes_along = _what_goes_along(form, record)
    refusal = hindrance(record, kept) if kept else ""  # type: ignore[arg-type]
    is_seen = not goes_along or request.POST.get("seen") == str(kept.pk if kept else "")
    if kept and not refusal and is_to_be_done(request) and is_seen:
        try:
            with acts.changing_records():
                acts.merge(record, kept, by=_user(request), at=timezone.now())  # type: ignore[arg-type]
                print_scheduled_again(request, kept)
        except acts.ActRefused as refused:
            refusal = str(refused)
        else:
            said = (
                '“{}” is merged into “{}”. For a day this can be undone on <a href="{}">the page of “{}”</a>.'
            )
            messages.success(request, format_html(said, record, kept, address_of(record, "change"), record))
            if not isinstance(kept, Topic | Series):
                say_which_pages_keep(request, kept, of=record)
            return HttpResponseRedirect(address_of(kept, "change"))
    context = {"form": form, "record": record, "refusal": refusal, "noun": model._meta.verbose_name}
    stays = belongings.left_behind(record, kept) if kept and kept != record else []
    context |= {"kept": kept, "goes_along": goes_along, "stays": stays, "pieces": _count_pieces(record)}
    context["has_page"] = isinstance(record, Topic | Series | Author | Outlet | Institution)
    context["back"] = address_of(record, "change")
    return draw(request, "admin/merge.html", context, title=f"Merge “{record}”", opts=model._meta)


def _count_pieces(record: models.Model) -> int:
    """Number of pieces that name the record, or one that was merged into it; of a disclaimer, that print it."""
    if isinstance(record, Disclaimer):
        return editions_printing(record).values("article").distinct().count()
    model, name, piece = _FIELDS[noun_of(type(record))]
    rows = model._default_manager.filter(with_merged(model, name, record.pk) | _with_pictures_under(record))
    return rows.values(piece).distinct().count()


def _with_pictures_under(record: models.Model) -> models.Q:
    """Condition for pieces that use a picture under a licence; of any other record none."""
    if not isinstance(record, Licence):
        return models.Q(pk__in=())
    under_it = Clearance.objects.filter(with_merged(Clearance, "licence", record.pk)).values("picture")
    return models.Q(pk__in=PictureUse.objects.filter(picture__in=under_it).values("article"))


def _what_goes_along(form: MergeForm, record: models.Model) -> tuple[Any, list[str]]:
    """The record that stays, if one has been chosen, and what it would get, in words."""
    if form.is_bound:
        kept = form.cleaned_data["kept"] if form.is_valid() else None
    else:
        kept = type(record)._default_manager.filter(pk=form.initial["kept"] or 0, merged_into=None).first()
    return kept, belongings.in_words(record, kept) if kept and kept != record else []


def unmerge(request: HttpRequest, model: type[models.Model], object_id: int) -> HttpResponse:
    """Undo the merge of a record."""
    record = _find(request, model, object_id)
    merged = RecordMerge.objects.filter(noun=noun_of(model), gone=record.pk, undone_at=None).first()
    if merged is None:
        raise Http404
    if not is_to_be_done(request):  # by GET: the session had ended when the button was pressed
        return HttpResponseRedirect(address_of(record, "change"))
    kept = record.merged_into  # type: ignore[attr-defined]
    try:
        with acts.changing_records():
            acts.undo_merge(merged, by=_user(request), at=timezone.now())
            for one in filter(None, (record, kept)):
                print_scheduled_again(request, one)
    except acts.ActRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"“{record}” and “{kept}” are two again.")
    return HttpResponseRedirect(address_of(record, "change"))


def _find(request: HttpRequest, model: type[models.Model], object_id: int) -> models.Model:
    """The record with this key, for a user who may change it. Raise Http404 or PermissionDenied."""
    require(request, f"{model._meta.app_label}.change_{model._meta.model_name}")
    record = model._default_manager.filter(pk=object_id).first()
    if record is None:
        raise Http404
    if not admin.site.get_model_admin(model).has_change_permission(request, record):
        raise PermissionDenied
    return record


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - admin_view asks for a login
    return request.user
