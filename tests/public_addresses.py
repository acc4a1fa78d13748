"""Every address of the readers' door, for sweeps, and what each answers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client

from articles.models import Article, Permalink, Series, Topic
from authors.models import Author
from disclaimers.models import Institution, Kind
from documents.models import DocumentFile
from outlets.models import Outlet
from pictures.models import PictureFile
from reading.urls import urlpatterns
from tests.conftest import NOW

IN_A_LANGUAGE = "<language:language>/"
"""Begins the routes of the pages in each language; the sweeps read them in English."""


def is_swept(route: str) -> bool:
    """False for feeds in a language in all formats but RSS, and for their archives: they have the same pieces."""
    return IN_A_LANGUAGE not in route or not ("feed-" in route or route.endswith((".atom", ".json")))


def every_slug() -> dict[str, Iterable[Any]]:
    """Every slug on the desk, live or not, by the folder in which it stands."""
    articles = {
        *(path.strip("/").rpartition("/")[2] for path in Permalink.objects.values_list("path", flat=True)),
        *Article.objects.exclude(slug="").values_list("slug", flat=True),
    }
    return {
        "articles": sorted(articles),
        "<page:slug>": sorted(articles),
        "authors": Author.objects.values_list("slug", flat=True),
        "outlets": Outlet.objects.values_list("slug", flat=True),
        "topics": Topic.objects.values_list("slug", flat=True),
        "series": Series.objects.values_list("slug", flat=True),
        "houses": Institution.objects.values_list("slug", flat=True),
        "kinds": Kind.objects.values_list("code", flat=True),
        "languages": {code.partition("-")[0] for code in Article.objects.values_list("language", flat=True)},
        "cards": Article.objects.values_list("uuid", flat=True),
        "pictures": [f"{name}/480.jpeg" for name in PictureFile.objects.values_list("name", flat=True)],
        "colours": ["1d4a5c"],
        "files": [f"{name}/a-file.pdf" for name in DocumentFile.objects.values_list("name", flat=True)],
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


def addresses(slugs: Mapping[str, Iterable[Any]] | None = None) -> Iterable[str]:
    """Every public address there can be: each pattern with each of the slugs, by default all of the desk."""
    slugs = every_slug() if slugs is None else slugs
    for pattern in filter(is_swept, map(str, (each.pattern for each in urlpatterns))):
        route = pattern.replace("<month:month>", f"{NOW:%Y-%m}")
        prefix, route = ("/en", route.removeprefix(IN_A_LANGUAGE)) if IN_A_LANGUAGE in route else ("", route)
        if "<" not in route:
            yield f"{prefix}/{route}"
            continue
        for slug in slugs[route.partition("/")[0]]:
            address = re.sub(
                "<(slug:slug|page:slug|slug:code|slug:colour|slug:part|uuid:piece|path:file|int:year)>",
                str(slug),
                route,
            )
            yield f"{prefix}/" + address.replace("<slug:words>", "0").replace("<int:month>", f"{NOW:%m}")


@dataclass(frozen=True)
class Answer:
    """What an address answers. `has_cookies`: whether it sets any; `queries`: the SQL that it took, if it was noted."""

    status: int
    headers: dict[str, str]
    page: str
    has_cookies: bool
    queries: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """All of it, headers included."""
        return f"{self.status} {self.headers} {self.page}"

    @property
    def is_page(self) -> bool:
        """Whether it is a page to read, of whatever status."""
        return "html" in self.headers["Content-Type"] and self.status not in (301, 302)


def visit(client: Client, address: str) -> Answer:
    """Ask for an address."""
    answer = client.get(address)
    page = answer.content.decode(errors="replace")
    return Answer(answer.status_code, dict(answer.headers), page, bool(answer.cookies))


def everything(client: Client) -> dict[str, str]:
    """What each address says, headers included."""
    return {address: visit(client, address).said for address in addresses()}
