""" "New from a text": one page in two steps. Paste or upload; look at what was recognised; make the draft.

Between the steps nothing is stored: the text and what was found in it travel with the form, signed.
"""

import hashlib
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
from desk.new_from_a_text.confirmation import Carried, Confirmation
from desk.new_from_a_text.forms import SourceForm
from desk.pages import draw, form_address
from intake.drafts import create
from intake.drafts.create import address_of
from intake.drafts.load_knowledge import load_knowledge
from intake.drafts.new_piece import CannotTake, NewPiece, new_piece
from intake.drafts.report import report_on
from intake.recognition.recognise import recognise
from intake.sources.manuscript import CannotRead, as_html
from intake.sources.read import read_file, read_pasted

SALT = "desk.new_from_a_text.views"


def new_from_a_text(request: HttpRequest) -> HttpResponse:
    """Both steps, by what the form brings: nothing, a text to read, or a confirmed piece."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method == "POST" and "carried" in request.POST:
        return _confirmed(request, user)
    form = SourceForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method != "POST" or not form.is_valid():
        return _drawn(request, {"form": form})
    try:
        carried, piece = _read(form, user)
    except CannotRead as error:
        form.add_error(None, str(error))
        return _drawn(request, {"form": form})
    if known := create.article_made_from(carried.sha256):
        form.add_error(None, _taken_already(known, user))
        return _drawn(request, {"form": form})
    return _drawn(request, {"confirmation": Confirmation(carried, user, piece=piece)})


def _read(form: SourceForm, user: User) -> tuple[Carried, NewPiece]:
    """The text taken apart."""
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    content = file.read() if file else text.encode("utf-8", "replace")
    manuscript = read_file(file.name, content) if file else read_pasted(text)
    knowledge = load_knowledge()
    found = recognise(manuscript, knowledge)
    piece = new_piece(found, knowledge, is_archive=False)
    at = timezone.now()
    doubles = create.similar_articles(piece)
    alike = [one for one in doubles if may_open(user, one)]
    unopened = [f"This looks like {UNOPENED}."] if len(alike) < len(doubles) else []
    carried = Carried(
        body=as_html(found.body),
        sha256=hashlib.sha256(content).hexdigest(),
        file_name=file.name if file else "pasted",
        recognised=report_on(found),
        warnings=[*unopened, *found.remarks, *found.warnings],
        alike=[[str(one), address_of(one, at)] for one in alike],
    )
    return carried, piece


def _confirmed(request: HttpRequest, user: User) -> HttpResponse:
    try:
        carried = Carried(**signing.loads(request.POST["carried"], salt=SALT))
    except signing.BadSignature:
        form = SourceForm(label_suffix="")
        messages.error(request, "What was read could not be carried over. Paste the text once more.")
        return _drawn(request, {"form": form})
    confirmation = Confirmation(carried, user, typed=request.POST)
    if not confirmation.is_valid():
        return _drawn(request, {"confirmation": confirmation})
    try:
        article = _made(confirmation, user)
    except (CannotTake, ActRefused) as error:
        return _drawn(request, {"confirmation": confirmation, "refusal": str(error)})
    except ValidationError as error:
        return _drawn(request, {"confirmation": confirmation, "refusal": " ".join(error.messages)})
    except IntegrityError:
        refusal = "Someone brought in the same text, or made the same record, in the same moment. Look again."
        return _drawn(request, {"confirmation": confirmation, "refusal": refusal})
    messages.success(request, f"“{article}” is on the desk as a draft.")
    return HttpResponseRedirect(form_address(article.pk))


@transaction.atomic
def _made(confirmation: Confirmation, user: User) -> Article:
    carried = confirmation.carried
    revision = create.create(
        confirmation.new_piece(),
        by=user,
        at=timezone.now(),
        sha256=carried.sha256,
        file_name=carried.file_name,
        report=carried.recognised,
    )
    return revision.article


def _taken_already(known: Article, user: User) -> str:
    if not may_open(user, known):
        return f"This very text is on the desk already: {UNOPENED}."
    return format_html(
        'This very text is on the desk already: <a href="{}">{}</a>.',
        address_of(known, timezone.now()),
        known,
    )


def _drawn(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    confirmation = context.get("confirmation")
    template = f"admin/articles/intake/{'confirm' if confirmation else 'source'}.html"
    if confirmation:
        context = {
            **context,
            "carried": signing.dumps(asdict(confirmation.carried), salt=SALT, compress=True),
        }
    return draw(request, template, context, title="New from a text")
