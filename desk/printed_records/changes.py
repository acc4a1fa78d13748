"""Effects of a changed record on pages: scheduled ones are printed again, published ones keep what they say.

Every door that changes a person, an outlet, an institution or their words calls the two functions below.
"""

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import acts
from articles.acts.scheduled_pages import ReprintedPage, UnprintedPage
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.press.where_printed import editions_printing, is_on_faces
from articles.querysets import User as DeskUser
from articles.states import ACTS, Act
from authors.models import Author
from desk.acts.local_time import moment_in_words
from desk.pages import form_address
from disclaimers.models import Institution, Kind, Licence, Wording
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from prose.quotation_marks import in_quotes

_UNPRINTED = (
    '<a href="{}">{}</a> is scheduled and could not be printed again: it keeps the old facts. '
    "The server’s log says why."
)
SHOWN = 8  # scheduled pages listed on a record's page
Pages = Sequence[ReprintedPage | UnprintedPage]
_SELECTIONS: dict[type[Model], str] = {
    Author: "author",
    Outlet: "outlet",
    Topic: "topic",
    Kind: "kind",
    Licence: "licence",
    Picture: "picture",
    Document: "document",
    Wording: "wording",
    Institution: "institution",
}
"""Records whose pages can be updated together -> the field of "Update published pages" that chooses them."""


def print_scheduled_again(request: HttpRequest, record: Model, reason: str = "") -> Pages:
    """Print the scheduled pages again that the changed record changes; say which and where, and return them.

    Call it in the transaction of the save. `reason`: for the history of the pieces, if there is a better one than
    the record's name.
    """
    usual = f"{str(record._meta.verbose_name).capitalize()} “{record}” was changed"
    pages = acts.after_record_change(
        record, by=cast("User", request.user), clock=timezone.now, reason=reason or usual
    )
    tell_reprinted(request, pages)
    if isinstance(record, Institution):
        _count_days_again(request, record, reason or usual)
    return pages


def _count_days_again(request: HttpRequest, house: Institution, reason: str) -> None:
    """Let the permissions for published pages begin and end with the days of the house, whatever its zone is now."""
    user, at = cast("User", request.user), timezone.now()
    if count := len(acts.count_days_again(house, by=user, at=at, reason=reason)):
        changes = "published page changes" if count == 1 else "published pages change"
        sentence = (
            f"{count} {changes} at another hour now: the days of permissions are days of this time zone."
        )
        messages.info(request, sentence)


def tell_reprinted(request: HttpRequest, pages: Pages) -> None:
    """One message for each scheduled page: which places of it changed, and what now stands in its way.

    Pages of houses for which the account does not work are counted and not named.
    """
    keys = [_piece(page) for page in pages]
    visible = set(Article.objects.visible_to(request.user).filter(pk__in=keys).values_list("pk", flat=True))
    if others := len(set(keys) - visible):
        was = (
            "page that your account may not open was"
            if others == 1
            else "pages that your account may not open were"
        )
        messages.info(request, f"{others} scheduled {was} printed again too.")
    for page in pages:
        if _piece(page) not in visible:
            continue
        if isinstance(page, UnprintedPage):
            sentence = format_html(
                _UNPRINTED, form_address(page.article.pk), in_quotes(page.article.headline)
            )
            messages.error(request, sentence)
        else:
            tell = messages.warning if page.obstacles else messages.info
            tell(request, _in_words(page))


def _piece(page: ReprintedPage | UnprintedPage) -> int:
    return page.article.pk if isinstance(page, UnprintedPage) else page.edition.article_id


def _in_words(page: ReprintedPage) -> SafeString:
    edition = page.edition
    hour = moment_in_words(edition.live_from, timezone.get_current_timezone_name())
    places = (
        ", ".join(dict.fromkeys(change.where for change in page.changes)) or "only the reasons of its lines"
    )
    sentence = format_html(
        'Printed again, scheduled for {}: <a href="{}">{}</a> ({}).',
        hour, form_address(edition.article_id), in_quotes(edition.headline), places,
    )  # fmt: skip
    asked = format_html_join("", " {}", ((obstacle.sentence,) for obstacle in page.obstacles))
    return format_html("{} Look at it before it goes out.{}", sentence, asked) if asked else sentence


def say_which_pages_keep(request: HttpRequest, record: Model, *, of: Any = None) -> None:
    """Count the pieces that readers have with the record's old name, and link to their update.

    `of`: the record that has just been merged into this one, and whose pages are counted.
    """
    live = editions_printing(of or record).live(timezone.now())
    count = live.values("article").distinct().count()
    if count:
        _say_how_many_keep(request, record, count)
    if is_on_faces(of or record):
        what = (
            "It is a portrait or a logo"
            if isinstance(record, Picture)
            else "A portrait or a logo is under it"
        )
        messages.info(request, f"{what}: those show today’s facts, and have the change already.")


def _say_how_many_keep(request: HttpRequest, record: Model, count: int) -> None:
    pages = "published page keeps" if count == 1 else "published pages keep"
    sentence = f"{count} {pages} {_what(record)} as printed."
    if link := _link(request, record):
        address, label = link
        sentence = format_html('{} <a href="{}">{}</a>', sentence, address, label)
    messages.info(request, sentence)


def _what(record: Model) -> str:
    if isinstance(record, Author):
        return "the name"
    if isinstance(record, Picture):
        return "file, credit and licence"
    if isinstance(record, Licence):
        return "the licence’s name and address"
    if isinstance(record, Document):
        return "file, name, credit and licence"
    return "the words" if isinstance(record, Kind | Wording) else f"the {record._meta.verbose_name}’s name"


def _link(request: HttpRequest, record: Model) -> tuple[str, str] | None:
    """Address and label of the page that updates them; without that permission, of a person's pieces."""
    chosen = _SELECTIONS.get(type(record))
    if chosen and request.user.has_perm(ACTS[Act.REISSUE].permission):
        return (
            f"{reverse('admin:articles_update_pages')}?{urlencode({chosen: record.pk})}",
            "Update published pages",
        )
    if isinstance(record, Author) and request.user.has_perm("articles.view_article"):
        query = urlencode({"q": record.display_name})
        return f"{reverse('admin:articles_article_changelist')}?{query}", "See this person’s pieces"
    return None


def scheduled_pages(record: Model, user: DeskUser) -> list[Edition]:
    """The first of the scheduled pages that print a record and that a user may open, the next one first."""
    visible = Article.objects.visible_to(user).values("pk")
    coming = (
        editions_printing(record).coming(timezone.now()).filter(article__in=visible).order_by("live_from")
    )
    return list(coming.only("headline", "article_id", "live_from")[: SHOWN + 1])
