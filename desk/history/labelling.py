"""Labels of versions: the page that gives one, and the field beside Save."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles import acts
from articles.acts.versions.labelling import MAX_LABEL_CHARS, labels_of
from articles.models.revision import Revision
from desk.pages import DeskPage, draw, find_article, find_version, require
from prose.forms.unsaved import is_to_be_done
from prose.typography import clean_line

FIELD = "version_label"
"""The field of the page and of the piece's form: empty in a form that gives no label."""


def label_page(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """Ask for a version's label; on POST give it. An empty one takes the label away."""
    article = find_article(request, object_id)
    require(request, "articles.change_article", article)
    revision = find_version(article, number)
    text = request.POST.get(FIELD, "")
    problem = _too_long(text)
    if is_to_be_done(request) and FIELD in request.POST and not problem:
        entry = acts.label_version(revision, text=text, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _in_words(number, clean_line(text), is_new=entry is not None))
        return HttpResponseRedirect(DeskPage.HISTORY.address(article.pk))
    context = {
        "revision": revision,
        "label": text or labels_of(article.pk).get(revision.pk, ""),
        "problem": problem,
        "longest": MAX_LABEL_CHARS,
    }
    title = f"Label of version {number}"
    return draw(request, "admin/articles/article/label.html", context, title=title, article=article)


def label_saved(request: HttpRequest, revision: Revision, at: dt.datetime) -> None:
    """Give a version that was just saved the label that was typed beside Save; too long a one is cut."""
    if text := clean_line(request.POST.get(FIELD, "")):
        acts.label_version(revision, text=text, by=request.user, at=at)  # type: ignore[arg-type]


def _too_long(text: str) -> str:
    if len(clean_line(text)) <= MAX_LABEL_CHARS:
        return ""
    return f"A label has {MAX_LABEL_CHARS} characters at most, this one has {len(clean_line(text))}."


def _in_words(number: int, label: str, *, is_new: bool) -> str:
    if not is_new:
        return f"Version {number} is labelled as before."
    return f"Version {number} is labelled “{label}”." if label else f"Version {number} has no label any more."
