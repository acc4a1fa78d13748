"""The desk's pages about pieces: their addresses, and the shell that every page of the desk is drawn in."""

import datetime as dt
from enum import Enum
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from prose.keys import as_key
from reading.pictures.doors import PictureDoor
from reading.piece.article import article_document
from reading.site import house_of, load_house_by_key

SENT_BEFORE = "This form had made a piece before: here it is. There is no second one."


class DeskPage(Enum):
    """A page about one piece or all pieces: its route below /admin/articles/article/.

    `ArticleAdmin.get_urls` makes the URLs from this list and gives each page its view, by `desk_views`.
    """

    PERMISSIONS = "permissions/"
    VIEWS = "views/"
    OWN_PAGES = "own-pages/"
    INTAKE = "new-from-a-text/"
    LAY_OVER = "<int:object_id>/lay-over/"
    LAID_OVER = "<int:object_id>/lay-over/<uuid:key>/"
    BROUGHT_TEXT = "new-from-a-text/<uuid:key>/"
    BROUGHT_PICTURE = "new-from-a-text/<uuid:key>/picture/<int:number>/"
    ADD_PREVIEW = "add/preview/"
    ADD_EFFECTIVE = "add/effective/"
    ADD_KEEP = "add/keep/"
    ADD_KEPT = "add/kept/<int:key>/"
    TYPED_PREVIEW = "<int:object_id>/typed/"
    KEEP = "<int:object_id>/keep/"
    TAKE_WRITING = "<int:object_id>/take-over/"
    KEPT = "<int:object_id>/kept/<int:key>/"
    EFFECTIVE = "<int:object_id>/effective/"
    PREVIEW = "<int:object_id>/preview/"
    PREVIEWS = "<int:object_id>/previews/"
    PREVIEW_CARD = "<int:object_id>/preview/card.png"
    ACT_PREVIEW = "<int:object_id>/act/<str:name>/preview/"
    ACT = "<int:object_id>/act/<str:name>/"
    RIGHTS = "<int:object_id>/rights/<uuid:key>/"
    ONE_CHANGE = "<int:object_id>/one-change/"
    HISTORY = "<path:object_id>/history/"  # replaces Django's own history page
    VERSION = "<int:object_id>/version/<int:number>/"
    LABEL = "<int:object_id>/version/<int:number>/label/"
    WORD_COPY = "<int:object_id>/version/<int:number>/word/"
    WEB_COPY = "<int:object_id>/version/<int:number>/web-page/"
    COMPARE = "<int:object_id>/compare/"
    WHO_CHANGED = "<int:object_id>/who-changed-what/"
    DUPLICATE = "<int:object_id>/duplicate/"
    BRING_BACK = "<int:object_id>/version/<int:number>/bring-back/"
    SHARING = "<int:object_id>/sharing/"
    SENT_BACK = "<int:object_id>/sharing/file/<int:number>/"
    STOOD = "<int:object_id>/stood/"
    STOOD_PAGE = "<int:object_id>/stood/<int:edition_id>/"

    @property
    def url_name(self) -> str:
        return f"articles_article_{self.name.lower()}"

    def address(self, *args: object) -> str:
        """The page's address, for the arguments of its route in order."""
        return reverse(f"admin:{self.url_name}", args=args)


_SHOWING = (
    *(DeskPage.PERMISSIONS, DeskPage.PREVIEW, DeskPage.VERSION, DeskPage.COMPARE, DeskPage.WHO_CHANGED),
    *(DeskPage.PREVIEWS, DeskPage.PREVIEW_CARD),
    *(DeskPage.STOOD, DeskPage.STOOD_PAGE, DeskPage.BROUGHT_PICTURE, DeskPage.SENT_BACK),
    *(DeskPage.WORD_COPY, DeskPage.WEB_COPY),
)
ONLY_SHOW = (
    *(page.url_name for page in _SHOWING),
    "_history",
    "_picture_file",
    "_picture_choose",
    "_document_file",
    "_hand_out",
    *("arrangement_preview", "arrangement_on_a_day", "arrangement_shown_page"),
    DeskPage.OWN_PAGES.url_name,
)
"""Names of routes, or their ends, whose pages take no form: the desk's own, and the history of every record."""


def form_address(article_id: int) -> str:
    """The address of the form in which a piece is written."""
    return reverse("admin:articles_article_change", args=[article_id])


def find_article(request: HttpRequest, object_id: object) -> Article:
    """The piece with this key, its institution loaded. Raise Http404 if the user may not open it."""
    visible = Article.objects.visible_to(request.user).select_related("institution")
    article = visible.filter(pk=as_key(object_id) or 0).first()
    if article is None:
        raise Http404
    return article


def find_version(article: Article, number: object = "") -> Revision:
    """The saved version of this number, as an address has it, or the newest for "". Raise Http404 if there is none."""
    versions = Revision.objects.filter(article=article).select_related("saved_by")
    if number != "":
        versions = versions.filter(number=as_key(number) or 0)
    revision = versions.first()
    if revision is None:
        raise Http404
    revision.article = article
    return revision


def file_to_save(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A file that is saved and not shown, and kept in no cache: nothing of it runs at the desk's address."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def require(request: HttpRequest, permission: str, article: Article | None = None) -> None:
    """Raise PermissionDenied unless the user has the permission, for this piece where one is given."""
    if not request.user.has_perm(permission, article):
        raise PermissionDenied


def draw(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    article: Article | None = None,
    opts: Any = Article._meta,
) -> TemplateResponse:
    """A page of the desk: the admin site's context, a title, and the piece it is about where it is about one.

    `opts` is the model whose list the breadcrumbs lead to.
    """
    request.current_app = admin.site.name
    shell: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": title,
        "opts": opts,
    }
    if article:
        shell |= {
            "subtitle": str(article),
            "original": article,
            "change_address": form_address(article.pk),
        }
    return TemplateResponse(request, template, shell | context)


def public_page(edition: Edition, at: dt.datetime | None = None) -> HttpResponse:
    """The page that readers get for an edition, as a response that is neither cached nor indexed."""
    instant = at or edition.live_from
    site = load_house_by_key(house_of(edition), instant)
    response = HttpResponse(article_document(edition, site, instant, pictures_here()))
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def pictures_here() -> PictureDoor:
    """The desk's own addresses of pictures and files, which readers may not have yet, or no longer."""
    index = reverse("admin:index")
    return PictureDoor(
        folder=f"{index}pictures/picture/file/", files=f"{index}documents/document/file/", names_files=False
    )
