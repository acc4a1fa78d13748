"""The page "Views": keep the list as it is under a name, rename and share views, remove them."""

from typing import Any, cast

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.html import format_html

from desk.models import SavedView
from desk.models.saved_view import MAX_NAME_CHARS
from desk.pages import DeskPage, draw, require
from desk.pieces.addresses import views_for, what_is_meant
from desk.pieces.held import HeldByView, held_by
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key
from prose.quotation_marks import in_quotes
from prose.typography import clean_line

MOST = 30
NAMELESS = "Give the view a name."
TOO_MANY = f"You have {MOST} views already: remove one first."


def views_page(request: HttpRequest) -> HttpResponse:
    """Show the user's views and those of others; `?keep=` has the filters of a list that is to become one.

    POST keeps a new view, or changes or removes one of the user's own.
    """
    require(request, "articles.view_article")
    asked = request.POST.get("keep", request.GET.get("keep"))
    held = held_by(request, QueryDict(asked)) if asked is not None else HeldByView("")
    problem = "" if request.method == "POST" else held.refusal
    if is_to_be_done(request):
        key = as_key(request.POST.get("view", ""))
        own = SavedView.objects.filter(person=request.user.pk, pk=key).first() if key else None
        if own and "_remove" in request.POST:
            return _remove(request, own)
        if own or "_keep" in request.POST:
            view, problem = _changed(request, own, held)
            if not problem:
                messages.success(request, f"{in_quotes(view)} is kept.")
                return HttpResponseRedirect(view.address)
        elif key:
            messages.warning(
                request, "That view is no longer there, or it is somebody else’s. Nothing was changed."
            )
    return _draw(request, held, problem)


def _changed(request: HttpRequest, own: SavedView | None, held: HeldByView) -> tuple[SavedView, str]:
    """A new view, or one of the user's own as the form has it, and the sentence why it was not saved."""
    view = own or SavedView(person_id=cast(int, request.user.pk))
    if own is None or "_as_shown" in request.POST:
        if held.refusal:
            return view, held.refusal
        view.query, view.meant = held.query, what_is_meant(QueryDict(held.query))
    return view, _save(request, view)


def _save(request: HttpRequest, view: SavedView) -> str:
    """Save what the form says of a view. The sentence that says why not; "" if it is done."""
    view.name = clean_line(request.POST.get("name", ""))
    view.is_shared = "shared" in request.POST
    view.is_default = "default" in request.POST
    if not view.name:
        return NAMELESS
    if len(view.name) > MAX_NAME_CHARS:
        return f"The name of a view has {MAX_NAME_CHARS} characters at most; this one has {len(view.name)}."
    others = SavedView.objects.filter(person=request.user.pk).exclude(pk=view.pk)
    if view.pk is None and others.count() >= MOST:
        return TOO_MANY
    try:
        with transaction.atomic():
            if view.is_default:
                others.filter(is_default=True).update(is_default=False)
            view.save()
    except IntegrityError:
        return f"You have a view called {in_quotes(view)} already: choose another name."
    return ""


def _remove(request: HttpRequest, view: SavedView) -> HttpResponse:
    """Remove a view. Its filters stay in the address that the message leads to."""
    address = f"{DeskPage.VIEWS.address()}?{_encoded(view.query)}"
    view.delete()
    sentence = format_html(
        '{} is removed. No piece has changed. <a href="{}">Keep it again</a>', in_quotes(view), address
    )
    messages.success(request, sentence)
    return HttpResponseRedirect(DeskPage.VIEWS.address())


def _encoded(query: str) -> str:
    asked = QueryDict(mutable=True)
    asked["keep"] = query
    return asked.urlencode()


def _draw(request: HttpRequest, held: HeldByView, problem: str) -> HttpResponse:
    views = views_for(request.user)
    typed = {name: request.POST.get(name, "") for name in ("name", "view", "shared", "default")}
    context: dict[str, Any] = {
        "own": [view for view in views if view.person_id == request.user.pk],
        "shared": [view for view in views if view.person_id != request.user.pk],
        "keep": held.query,
        "held": held.words,
        "is_new": not held.refusal and (bool(held.query) or "keep" in request.GET or "_keep" in request.POST),
        "problem": problem,
        "typed": typed if problem else {},
        "longest": MAX_NAME_CHARS,
    }
    return draw(request, "admin/pieces/views.html", context, title="Views")
