"""The message after renaming a person or an outlet: how many published pages keep the old name."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.models.edition import Edition, EditionByline, EditionOutlet
from articles.querysets import with_merged
from articles.states import ACTS, Act
from authors.models import Author
from outlets.models import Outlet


def say_which_pages_keep_the_name(request: HttpRequest, record: Author | Outlet, *, of: Any = None) -> None:
    """Count the pieces, live or scheduled, that were printed with the old name, and link to their update.

    `of`: the record that has just been merged into this one, and whose pages are counted.
    """
    count = _count_pages(of or record)
    if not count:
        return
    pages = "published page keeps" if count == 1 else "published pages keep"
    name = "outlet’s name" if isinstance(record, Outlet) else "name"
    sentence = f"{count} {pages} the {name} as printed."
    if link := _link(request, record):
        address, label = link
        sentence = format_html('{} <a href="{}">{}</a>', sentence, address, label)
    messages.info(request, sentence)


def _count_pages(record: Author | Outlet) -> int:
    at = timezone.now()
    editions = Edition.objects.live(at) | Edition.objects.coming(at)
    model, field = (EditionOutlet, "outlet") if isinstance(record, Outlet) else (EditionByline, "author")
    rows: Any = model._default_manager.filter(with_merged(model, field, record.pk))
    return editions.filter(pk__in=rows.values("edition")).values("article").distinct().count()


def _link(request: HttpRequest, record: Author | Outlet) -> tuple[str, str] | None:
    """Address and label of the page that updates them; without that permission, of a person's pieces."""
    if request.user.has_perm(ACTS[Act.REISSUE].permission):
        query = urlencode({"outlet" if isinstance(record, Outlet) else "author": record.pk})
        return f"{reverse('admin:articles_update_pages')}?{query}", "Update published pages"
    if isinstance(record, Author) and request.user.has_perm("articles.view_article"):
        query = urlencode({"q": record.display_name})
        return f"{reverse('admin:articles_article_changelist')}?{query}", "See this person’s pieces"
    return None
