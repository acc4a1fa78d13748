"""Tells the outlets' pages, which stand below and know no articles, which pages keep a name as it was printed."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.models.edition import Edition
from articles.states import ACTS, Act
from outlets.admin import AFTER_RENAMING
from outlets.models import Outlet


def say_which_pages_keep_the_name(request: HttpRequest, outlet: Outlet) -> None:
    """Say how many pieces, live or scheduled, go on naming it as printed; lead those who may to their update."""
    count = _pieces_naming(outlet)
    if not count:
        return
    keep = "published page keeps" if count == 1 else "published pages keep"
    said = f"{count} {keep} the outlet’s name as printed."
    if request.user.has_perm(ACTS[Act.REISSUE].permission):
        address = f"{reverse('admin:articles_update_pages')}?{urlencode({'outlet': outlet.pk})}"
        said = format_html('{} <a href="{}">Update published pages</a>', said, address)
    messages.info(request, said)


def _pieces_naming(outlet: Outlet) -> int:
    at = timezone.now()
    standing = Edition.objects.live(at) | Edition.objects.coming(at)
    return standing.filter(outlets__outlet=outlet).values("article").distinct().count()


AFTER_RENAMING.append(say_which_pages_keep_the_name)
