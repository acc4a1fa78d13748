"""The page that makes a new piece from a version of another, and the words about where a piece was copied from."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts
from articles.acts.versions.duplicating import COPIED_FROM
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.states import Act
from desk.models.sent_form import FORM_KEY, SentForm, key_in
from desk.pages import SENT_BEFORE, DeskPage, draw, find_article, find_version, form_address, require
from prose.forms.unsaved import is_to_be_done

NOT_COPIED = (
    "places where it ran and their permissions",
    "its web address and its days",
    "its copyright, translation and sources",
    "what authors disclosed, and editors’ notes",
    "notices and corrections",
)


def duplicate_page(request: HttpRequest, object_id: int) -> HttpResponse:
    """Say what comes along; on POST make the new piece from the newest version, or from `?version=3`."""
    article = find_article(request, object_id)
    require(request, "articles.add_article")
    revision = find_version(article, request.GET.get("version", ""))
    if is_to_be_done(request):
        try:
            return HttpResponseRedirect(form_address(_copy_once(request, revision)))
        except acts.ActRefused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(DeskPage.DUPLICATE.address(article.pk))
    context = {"revision": revision, "not_copied": NOT_COPIED, FORM_KEY: uuid.uuid4()}
    return draw(
        request, "admin/articles/article/duplicate.html", context,
        title="Make a new piece from this one", article=article,
    )  # fmt: skip


def _copy_once(request: HttpRequest, revision: Revision) -> int:
    """The key of the new piece: of the one that this very form has made, if it was sent before."""
    key = key_in(request.POST)
    if made := _made_by_form(request, key):
        return made
    try:
        return _make_copy(request, revision, key)
    except IntegrityError:
        if made := _made_by_form(request, key):  # at the same moment
            return made
        raise


@transaction.atomic
def _make_copy(request: HttpRequest, revision: Revision, key: uuid.UUID | None) -> int:
    """The key of the new piece. Raises IntegrityError if the same form is making one."""
    copy = acts.duplicate(revision, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    if key is not None:
        SentForm.objects.create(key=key, article=copy.article)
    words = "This is the new piece. Its headline is still that of the piece it was copied from."
    messages.success(request, words)
    return copy.article_id


def _made_by_form(request: HttpRequest, key: uuid.UUID | None) -> int | None:
    """The key of the piece that this very form made before: by the first click of two."""
    visible = Article.objects.visible_to(request.user)
    made = SentForm.objects.filter(key=key, article__in=visible.values("pk")).first() if key else None
    if made:
        messages.info(request, SENT_BEFORE)
    return made.article_id if made else None


def with_copies(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Annotate the headline that a copied piece had when it was made, so that the list stays one query."""
    begun = LedgerEntry.objects.filter(article=OuterRef("pk"), revision__number=1, act=Act.SAVE_DRAFT)
    headline = begun.annotate(was=KT(f"after__{COPIED_FROM}__headline")).values("was")[:1]
    return articles.annotate(copied_headline=Subquery(headline))


def marked_as_copy(article: Any) -> str:
    """The headline for a list of the desk; with a mark as long as it is still that of the piece it was copied from."""
    is_copy = article.copied_headline and article.copied_headline == article.headline
    return f"{article} (copy)" if is_copy else str(article)
