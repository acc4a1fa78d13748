"""The page "New from a text": paste or upload a text, confirm what was recognised, create the draft.

The text waits in a line to be read, outside the threads of the web server, and is kept for a day. The second form
carries what was read, signed.
"""

import hashlib
import uuid
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone

from desk.first_steps.before import before_the_first_piece
from desk.models import BroughtPicture, BroughtText
from desk.new_from_a_text.carried_text import CarriedText
from desk.new_from_a_text.confirmation import Confirmation
from desk.new_from_a_text.limits import PROMPT_SECONDS
from desk.new_from_a_text.line import LINE, stop
from desk.new_from_a_text.line_page import draw_line
from desk.new_from_a_text.second_step import create_draft, draw_step, same_text_error
from desk.new_from_a_text.source_form import SourceForm
from desk.pages import DeskPage
from intake.drafts import create
from prose.forms.unsaved import is_to_be_done


def new_from_a_text(request: HttpRequest) -> HttpResponse:
    """Show the first step, bring the text that it posts, or create the draft that the second step posts."""
    user = _writer(request)
    if request.method == "GET" and (first := before_the_first_piece(request)):
        return first
    if request.method == "POST" and "carried" in request.POST:
        return create_draft(request, user)
    form = SourceForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method != "POST":
        LINE.reader.warm_up()
    if not is_to_be_done(request) or not form.is_valid():
        return draw_step(request, {"form": form})
    content, file_name = form.content()
    if article := create.article_made_from(hashlib.sha256(content).hexdigest()):
        form.add_error(None, same_text_error(article, user))
        return draw_step(request, {"form": form})
    text = LINE.bring(content, file_name, by=user, at=timezone.now())
    LINE.wait(text, PROMPT_SECONDS)
    if text.is_in_line:
        return HttpResponseRedirect(DeskPage.BROUGHT_TEXT.address(text.pk))
    if text.read is None:
        form.add_error(None, text.refusal)
        return draw_step(request, {"form": form})
    return _draw_confirmation(request, user, text)


def brought_text(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """GET: how far the reading of a text is, then what was read in it. POST: stop the reading, or read it again."""
    user = _writer(request)
    texts = BroughtText.objects.filter(brought_by=user, article=None).defer("content")
    text = get_object_or_404(texts, pk=key)
    if is_to_be_done(request):
        return steer(request, text, DeskPage.BROUGHT_TEXT.address(text.pk))
    go_on(text)
    return _draw_confirmation(request, user, text) if text.read else draw_line(request, text)


def steer(request: HttpRequest, text: BroughtText, address: str) -> HttpResponse:
    """Stop the reading of a text, or have it read again, as the button of its page says; then back to that page."""
    if "stop" in request.POST:
        stop(text)
    else:
        LINE.again(text, timezone.now())
    return HttpResponseRedirect(address)


def go_on(text: BroughtText) -> None:
    """Let the line go on, for whoever looks at a text that is in it."""
    if text.is_in_line:
        LINE.go_on(timezone.now())
        text.refresh_from_db(fields=["state", "read", "refusal", "begun_at"])


def brought_picture(request: HttpRequest, key: uuid.UUID, number: int) -> HttpResponse:
    """A picture of a text, small, for whoever brought it. Raises Http404 once the text has become a draft."""
    rows = BroughtPicture.objects.filter(text__brought_by=_writer(request), smallest__isnull=False)
    row = get_object_or_404(rows.only("smallest", "facts"), text=key, number=number)
    response = HttpResponse(bytes(row.smallest or b""), content_type=row.media_type)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _writer(request: HttpRequest) -> User:
    """The user, who may make pieces. Raises PermissionDenied."""
    if not isinstance(request.user, User) or not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    return request.user


def _draw_confirmation(request: HttpRequest, user: User, text: BroughtText) -> HttpResponse:
    values: dict[str, Any] = text.read or {}
    carried = CarriedText(**values["carried"])
    return draw_step(request, {"confirmation": Confirmation(carried, user, initial=values["initial"])})
