"""The page that compares any two saved versions of a piece."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.pages import DeskPage, draw, find_article
from desk.versions.comparison import compared_contents
from prose.keys import as_key


def compare_versions(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what differs between two versions, `?old=3&new=5`, from the older to the newer."""
    article = find_article(request, object_id)
    numbers = {number for name in ("old", "new") if (number := as_key(request.GET.get(name, "")))}
    if len(numbers) < 2:
        messages.warning(request, "Choose two versions to compare.")
        return HttpResponseRedirect(DeskPage.HISTORY.address(article.pk))
    versions = Revision.objects.filter(article=article, number__in=numbers).select_related("saved_by")
    sides = sorted(versions, key=lambda version: version.number)
    if len(sides) < 2:
        raise Http404
    old, new = sides
    context = {
        "old": old,
        "versions": sides,
        "newest": Revision.objects.filter(article=article).values_list("number", flat=True).first(),
        "compared": compared_contents(content_of(old), content_of(new)),
        "may_change": request.user.has_perm("articles.change_article", article),
    }
    title = f"Versions {old.number} and {new.number}"
    return draw(request, "admin/articles/article/compare.html", context, title=title, article=article)
