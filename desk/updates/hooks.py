"""Tells the people's pages, which stand below and know no articles, which pages keep a name as it was printed."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.models.edition import Edition
from articles.states import ACTS, Act
from authors.admin import AFTER_RENAMING
from authors.models import Author


def say_who_keeps_the_name(request: HttpRequest, author: Author) -> None:
    """Say how many pieces, live or scheduled, go on with the name they were printed with, and lead to them."""
    count = _pieces_naming(author)
    if not count:
        return
    keep = "published page keeps" if count == 1 else "published pages keep"
    said = f"{count} {keep} the name as printed."
    if request.user.has_perm("articles.view_article"):
        address, label = _way(request, author)
        messages.info(request, format_html('{} <a href="{}">{}</a>', said, address, label))
    else:
        messages.info(request, said)


def _pieces_naming(author: Author) -> int:
    at = timezone.now()
    standing = Edition.objects.live(at) | Edition.objects.coming(at)
    return standing.filter(bylines__author=author).values("article").distinct().count()


def _way(request: HttpRequest, author: Author) -> tuple[str, str]:
    """Where their pages are printed again, for those who may and where there is such a page; else their list."""
    if request.user.has_perm(ACTS[Act.REISSUE].permission):
        try:
            update = reverse("admin:articles_update_pages")
        except NoReverseMatch:
            pass
        else:
            return f"{update}?{urlencode({'author': author.pk})}", "Update published pages"
    query = urlencode({"q": author.display_name})
    return f"{reverse('admin:articles_article_changelist')}?{query}", "See this person’s pieces"


AFTER_RENAMING.append(say_who_keeps_the_name)
