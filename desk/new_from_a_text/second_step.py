"""The second step of "New from a text": show what was recognised, and create the draft as it is confirmed."""

import datetime as dt
import json
import uuid
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import BadRequest, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html

from articles.acts import ActRefused
from articles.models.article import Article
from articles.models.revision import Revision
from articles.states import Act
from desk.headline import UNOPENED, may_open
from desk.margin.from_file import REFUSED, TAKEN, keep_margin
from desk.models import BroughtText, SentForm
from desk.new_from_a_text.carried_text import CarriedText
from desk.new_from_a_text.confirmation import Confirmation
from desk.new_from_a_text.margin_form import ACCEPTED, PROPOSALS
from desk.new_from_a_text.pictures import draft_pictures
from desk.pages import SENT_BEFORE, DeskPage, draw, form_address
from intake.drafts import create
from intake.drafts.new_piece import CannotTake
from intake.drafts.pictures import with_pictures
from prose.forms.unsaved import is_to_be_done
from prose.html.clean import clean_html
from prose.quotation_marks import in_quotes

NOT_CARRIED = "What was read in the text could not be carried over. Paste the text once more."
SALT = "articles.admin.intake"  # of signatures: another one would refuse the forms that are open


def create_draft(request: HttpRequest, user: User) -> HttpResponse:
    """Create the confirmed piece and open its form, or show the second step again with its errors.

    Raises BadRequest for what this desk did not sign, or signed before it was brought up to date.
    """
    try:
        carried = CarriedText(**signing.loads(request.POST["carried"], salt=SALT))
    except (signing.BadSignature, TypeError) as error:
        raise BadRequest(NOT_CARRIED) from error
    if repeated := _answer_to_repeat(request, user, carried):
        return repeated
    confirmation = Confirmation(carried, user, typed=request.POST)
    if not is_to_be_done(request) or not confirmation.is_valid():
        return draw_step(request, {"confirmation": confirmation})
    try:
        article = _create_article(confirmation, user, _key_of(request, user))
    except (CannotTake, ActRefused, ValidationError, IntegrityError) as error:
        if repeated := _answer_to_repeat(request, user, carried):  # sent twice at the same moment
            return repeated
        return draw_step(request, {"confirmation": confirmation, "refusal": _refusal(error)})
    BroughtText.objects.filter(brought_by=user, read__carried__sha256=carried.sha256).delete()
    messages.success(request, f"{in_quotes(article)} is on the desk as a draft.")
    return HttpResponseRedirect(form_address(article.pk))


def _refusal(error: Exception) -> str:
    if isinstance(error, IntegrityError):
        return "Someone made the same record in the same moment. Look again."
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


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
    return draw_step(request, {"confirmation": confirmation, "refusal": same_text_error(article, user)})


def _key_of(request: HttpRequest, user: User) -> uuid.UUID:
    """A key of all that the form sends: the same form sent again has the same."""
    sent = sorted(
        (name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken"
    )
    return uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([user.pk, sent]))


@transaction.atomic
def _create_article(confirmation: Confirmation, user: User, key: uuid.UUID) -> Article:
    carried, at = confirmation.carried, timezone.now()
    rows = confirmation.picture_rows
    kept = [(row.picture, row.form.cleaned_data) for row in rows if row.is_kept]
    revision = create.create(
        with_pictures(
            confirmation.new_piece(),
            draft_pictures(carried.text, kept, user),
            left_out=[row.picture.key for row in rows if not row.is_kept],
            by=user,
            at=at,
        ),
        by=user,
        at=at,
        sha256=carried.sha256,
        file_name=carried.file_name,
        report=carried.recognised,
    )
    SentForm.objects.create(key=key, article=revision.article)
    _keep_margin(confirmation, revision, at)
    return revision.article


def _keep_margin(confirmation: Confirmation, revision: Revision, at: dt.datetime) -> None:
    """Keep the text's comments, and its tracked changes where they are to be proposals, beside the new piece."""
    carried, stance = confirmation.carried, confirmation.stance
    proposed = stance == PROPOSALS
    keep_margin(
        revision,
        file_name=carried.file_name,
        comments=carried.comments,
        stance=TAKEN if stance == ACCEPTED else REFUSED,
        at=at,
        before={"body": clean_html(carried.refused)} if proposed else {},
        after={"body": clean_html(carried.body)} if proposed else {},
        changes=carried.changes,
    )


def same_text_error(article: Article, user: User) -> str:
    """Error for a text that an article was made from already."""
    if not may_open(user, article):
        return f"This very text is on the desk already: {UNOPENED}."
    if create.is_in_trash(article):
        return format_html(
            'This very text is on the desk already, in the trash: <a href="{}">{}</a>. '
            '<a href="{}">Put it back from the trash</a>',
            form_address(article.pk),
            article,
            DeskPage.ACT.address(article.pk, Act.UNSPIKE.value),
        )
    return format_html(
        'This very text is on the desk already: <a href="{}">{}</a>.',
        create.address_of(article, timezone.now()),
        article,
    )


def draw_step(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    confirmation = context.get("confirmation")
    template = f"admin/articles/intake/{'confirm' if confirmation else 'source'}.html"
    if confirmation:
        context = {
            **context,
            "carried": signing.dumps(asdict(confirmation.carried), salt=SALT, compress=True),
        }
    return draw(request, template, context, title="New from a text")
