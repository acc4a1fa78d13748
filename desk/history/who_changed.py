"""The page "Who last changed what": a version's text, fields and rows, each with who changed it last, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from articles.manuscript_fields import ROWS
from articles.models.revision import Revision
from desk.pages import draw, find_article
from desk.versions.attribution import Attribution, attribute
from desk.versions.content import labelled_texts, row_texts
from prose.keys import as_key

AT_ONCE = 40  # versions in memory at a time


@dataclass(frozen=True)
class Changed:
    """A field or a row with its text, and the version that changed it last. `label`: empty below the first row."""

    label: str
    text: str
    version: Revision


def who_changed(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the newest version, or `?version=3`, with who last changed each of its parts."""
    article = find_article(request, object_id)
    versions = Revision.objects.filter(article=article).order_by("number").select_related("saved_by")
    if text := request.GET.get("version", ""):
        versions = versions.filter(number__lte=as_key(text) or 0)
    attribution = attribute(versions.iterator(chunk_size=AT_ONCE))
    if attribution.newest is None:
        raise Http404
    context = {
        "revision": attribution.newest,
        "passages": list(attribution.passages),
        "fields": list(_fields(attribution)),
    }
    return draw(
        request, "admin/articles/article/who_changed.html", context,
        title="Who last changed what", article=article,
    )  # fmt: skip


def _fields(attribution: Attribution) -> Iterator[Changed]:
    """The fields that say something or were emptied, and all rows, in the desk's order."""
    by_name = {rows.name: rows for rows in ROWS}
    for line in labelled_texts(attribution.content):
        if rows := by_name.get(line.name):
            texts = row_texts(rows, attribution.content)
            for number, (text, version) in enumerate(zip(texts, attribution.rows[rows.name], strict=True)):
                yield Changed("" if number else line.label, text, version)
        elif line.name in attribution.fields:
            version = attribution.fields[line.name]
            if line.text or version.number > 1:
                yield Changed(line.label, line.text or "(nothing any more)", version)
