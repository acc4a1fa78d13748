"""The slugs of a piece and of what its versions name, by the folder in which their pages stand."""

from collections.abc import Iterable
from typing import Any

from articles.models import Series, Topic
from authors.models import Author
from disclaimers.models import Institution, Kind
from documents.models import DocumentFile
from outlets.models import Outlet
from pictures.models import PictureFile
from tests.conftest import NOW
from tests.leaks.lives import Life


def slugs_of(life: Life) -> dict[str, Iterable[Any]]:
    """As `tests.public_addresses.addresses` takes them, for the versions that matter now."""
    words = [*life.known.values()]

    def named(part: str) -> list[str]:
        return [f"{word} {part}" for word in words]

    files = PictureFile.objects.filter(picture__title__in=named("title"))
    documents = DocumentFile.objects.filter(document__title__in=named("title"))
    return {
        "articles": [life.article.slug],
        "<page:slug>": [life.article.slug],
        "authors": Author.objects.filter(display_name__in=named("author")).values_list("slug", flat=True),
        "outlets": Outlet.objects.filter(name__in=named("outlet")).values_list("slug", flat=True),
        "topics": Topic.objects.filter(name__in=named("topic")).values_list("slug", flat=True),
        "series": Series.objects.filter(name__in=named("series")).values_list("slug", flat=True),
        "houses": Institution.objects.values_list("code", flat=True),
        "kinds": Kind.objects.filter(label__in=named("kind")).values_list("code", flat=True),
        "languages": ["en", "de"],
        "cards": [life.article.uuid],
        "pictures": [f"{name}/480.jpeg" for name in files.values_list("name", flat=True)],
        "colours": [],
        "files": [f"{name}/a-file.pdf" for name in documents.values_list("name", flat=True)],
        "archive": [NOW.year],
        "sitemap-<slug:part>.xml": [
            "news",
            "authors",
            "outlets",
            "topics",
            "series",
            "pages",
            f"{NOW:%Y-%m}",
        ],
    }
