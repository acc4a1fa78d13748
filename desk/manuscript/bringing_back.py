"""Bringing an older version back: its content goes through the piece's form and is saved as a new version."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.history.sentences import RESTORED
from desk.manuscript.conflict import form_of_version, newest_number, says_the_same
from desk.manuscript.preview import Previewed
from desk.manuscript.saving import BASE, update_saving
from desk.pages import DeskPage, draw, find_article, find_version, form_address, require
from desk.versions.comparison import compared_contents
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

WITH_CHANGES = ", with changes"
RESTORES = "restores"  # the hidden field with the number of the version that the form brings back


class BringsBack(Previewed):
    """ModelAdmin with a page that brings a saved version back."""

    def bring_back(self, request: HttpRequest, object_id: int, number: int) -> HttpResponse:
        """Show what would change; on POST save the version's content under every check of a save.

        A form that the checks refuse is shown with the older content in it, as if it had been typed.
        """
        article = find_article(request, object_id)
        require(request, "articles.change_article", article)
        revision = find_version(article, number)
        if is_to_be_done(request):
            return self._bring_back(request, article, revision)
        newest = Revision.objects.get(article=article, number=newest_number(article.pk))
        context = {
            "revision": revision,
            "newest": newest,
            "compared": compared_contents(content_of(newest), content_of(revision)),
        }
        title = f"Bring version {number} back"
        return draw(request, "admin/articles/article/bring_back.html", context, title=title, article=article)

    def _bring_back(self, request: HttpRequest, article: Article, revision: Revision) -> HttpResponse:
        number = as_key(request.POST.get(BASE, ""))
        base = Revision.objects.filter(article=article, number=number or 0).first()
        if base is None:
            messages.warning(request, "Look once more: this page did not say what it compares with.")
            return HttpResponseRedirect(DeskPage.BRING_BACK.address(article.pk, revision.number))
        post = form_of_version(revision, article, base)
        post.update({BASE: str(base.number), RESTORES: str(revision.number), "_continue": "Save"})
        request.POST = post  # type: ignore[assignment]
        return self.changeform_view(request, str(article.pk), form_address(article.pk))

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        number = as_key(request.POST.get(RESTORES, ""))
        if restored := Revision.objects.filter(article=article, number=number or 0).first():
            # A form that was refused or merged first may say something else by now.
            is_whole = says_the_same(request.POST, content_of(restored))
            update_saving(request, label=f"{RESTORED} {number}{'' if is_whole else WITH_CHANGES}")
        super().save_version(request, article, base=base, at=at)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["restores"] = as_key(request.POST.get(RESTORES, ""))
        return super().render_change_form(request, context, *args, **kwargs)
