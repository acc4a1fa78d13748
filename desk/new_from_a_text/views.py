"""The page "New from a text": paste or upload a text, confirm what was recognised, create the draft.

Nothing is stored between the two steps: the second form carries the text and the findings, signed.
"""

import hashlib
import json
import uuid
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html

from articles.acts import ActRefused
from articles.models.article import Article
from desk.headline import UNOPENED, may_open
from desk.models.sent_form import SentForm
from desk.new_from_a_text.confirmation import CarriedText, Confirmation
from desk.new_from_a_text.forms import SourceForm
from desk.pages import SENT_BEFORE, draw, form_address
from intake.drafts import create
from intake.drafts.load_knowledge import load_knowledge
from intake.drafts.new_piece import CannotTake, NewPiece, new_piece
from intake.drafts.report import report_on
from intake.recognition.source import recognise_file, recognise_pasted
from intake.sources.manuscript import CannotRead, as_html
from prose.forms.unsaved import is_to_be_done

SALT = "articles.admin.intake"  # of signatures: another one would refuse the forms that are open


def new_from_a_text(request: HttpRequest) -> HttpResponse:
    """Show the first step, read the text that it posts, or create the draft that the second step posts."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method == "POST" and "carried" in request.POST:
        return _create_draft(request, user)
    form = SourceForm(request.POST or None, request.FILES or None, label_suffix="")
    if not is_to_be_done(request) or not form.is_valid():
        return _draw_step(request, {"form": form})
    try:
        carried, piece = _read(form, user)
    except CannotRead as error:
        form.add_error(None, str(error))
        return _draw_step(request, {"form": form})
    if article := create.article_made_from(carried.sha256):
        form.add_error(None, _same_text_error(article, user))
        return _draw_step(request, {"form": form})
    return _draw_step(request, {"confirmation": Confirmation(carried, user, piece=piece)})


def _read(form: SourceForm, user: User) -> tuple[CarriedText, NewPiece]:
    """Recognise the posted text. Raises CannotRead."""
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    content = file.read() if file else text.encode("utf-8", "replace")
    knowledge = load_knowledge()
    recognition = recognise_file(file.name, content, knowledge) if file else recognise_pasted(text, knowledge)
    piece = new_piece(recognition, knowledge, is_archive=False)
    at = timezone.now()
    similar = create.similar_articles(piece)
    alike = [article for article in similar if may_open(user, article)]
    unopened = [f"This looks like {UNOPENED}."] if len(alike) < len(similar) else []
    carried = CarriedText(
        body=as_html(recognition.body),
        sha256=hashlib.sha256(content).hexdigest(),
        file_name=file.name if file else "pasted",
        recognised=report_on(recognition),
        warnings=[*unopened, *recognition.doubts, *recognition.remarks, *recognition.warnings],
        alike=[[str(article), create.address_of(article, at)] for article in alike],
    )
    return carried, piece


def _create_draft(request: HttpRequest, user: User) -> HttpResponse:
    """Create the confirmed piece and open its form, or show the second step again with its errors."""
    try:
        carried = CarriedText(**signing.loads(request.POST["carried"], salt=SALT))
    except signing.BadSignature:
        form = SourceForm(label_suffix="")
        messages.error(request, "What was read could not be carried over. Paste the text once more.")
        return _draw_step(request, {"form": form})
    if repeated := _answer_to_repeat(request, user, carried):
        return repeated
    confirmation = Confirmation(carried, user, typed=request.POST)
    if not is_to_be_done(request) or not confirmation.is_valid():
        return _draw_step(request, {"confirmation": confirmation})
    try:
        article = _create_article(confirmation, user, _key_of(request, user))
    except (CannotTake, ActRefused) as error:
        return _draw_step(request, {"confirmation": confirmation, "refusal": str(error)})
    except ValidationError as error:
        return _draw_step(request, {"confirmation": confirmation, "refusal": " ".join(error.messages)})
    except IntegrityError:
        if repeated := _answer_to_repeat(request, user, carried):  # sent twice at the same moment
            return repeated
        refusal = "Someone made the same record in the same moment. Look again."
        return _draw_step(request, {"confirmation": confirmation, "refusal": refusal})
    messages.success(request, f"“{article}” is on the desk as a draft.")
    return HttpResponseRedirect(form_address(article.pk))


def _answer_to_repeat(request: HttpRequest, user: User, carried: CarriedText) -> HttpResponse | None:
    """For a text that made a piece already: the piece if this very form made it, else the form with a link to it."""
    article = create.article_made_from(carried.sha256)
    if article is None:
        return None
    if SentForm.objects.filter(key=_key_of(request, user), article=article).exists():
        messages.info(request, SENT_BEFORE)
        return HttpResponseRedirect(form_address(article.pk))
    confirmation = Confirmation(carried, user, typed=request.POST)
    confirmation.is_valid()
    return _draw_step(request, {"confirmation": confirmation, "refusal": _same_text_error(article, user)})


def _key_of(request: HttpRequest, user: User) -> uuid.UUID:
    """A key of all that the form sends: the same form sent again has the same."""
    sent = sorted(
        (name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken"
    )
    return uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([user.pk, sent]))


@transaction.atomic
def _create_article(confirmation: Confirmation, user: User, key: uuid.UUID) -> Article:
    carried = confirmation.carried
    revision = create.create(
        confirmation.new_piece(),
        by=user,
        at=timezone.now(),
        sha256=carried.sha256,
        file_name=carried.file_name,
        report=carried.recognised,
    )
    SentForm.objects.create(key=key, article=revision.article)
    return revision.article


def _same_text_error(article: Article, user: User) -> str:
    """Error for a text that an article was made from already."""
    if not may_open(user, article):
        return f"This very text is on the desk already: {UNOPENED}."
    return format_html(
        'This very text is on the desk already: <a href="{}">{}</a>.',
        create.address_of(article, timezone.now()),
        article,
    )


def _draw_step(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    confirmation = context.get("confirmation")
    template = f"admin/articles/intake/{'confirm' if confirmation else 'source'}.html"
    if confirmation:
        context = {
            **context,
            "carried": signing.dumps(asdict(confirmation.carried), salt=SALT, compress=True),
        }
    return draw(request, template, context, title="New from a text")
