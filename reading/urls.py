"""Public addresses. They must not change: links, feeds and printed editions use them."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter

from reading import colours, front_page, style_page
from reading.cards import views as cards
from reading.citing import views as citing
from reading.citing.files import FORMATS
from reading.documents import serving as documents_serving
from reading.feeds import feeds_page
from reading.feeds import views as feeds
from reading.feeds.archive import MonthConverter
from reading.feeds.kinds import KINDS
from reading.indexes import archive, corrections, houses, kind
from reading.indexes import views as indexes
from reading.institutions import views as institutions
from reading.languages.addresses import LanguageConverter
from reading.languages.routes import in_each_language
from reading.pictures import serving
from reading.piece import views as piece
from reading.piece.page_slug import PageSlug
from reading.profiles import press
from reading.profiles import views as profiles
from reading.search import views as search
from reading.sitemaps import robots
from reading.sitemaps import views as sitemaps

register_converter(MonthConverter, "month")
register_converter(PageSlug, "page")
register_converter(LanguageConverter, "language")


def feed_paths(folder: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    """The addresses of a feed and of its archives by month, one for each format; that of RSS has the name."""
    has_archive = "corrections/" not in folder
    archives = [
        path(f"{folder}feed-<month:month>.{kind.ending}", view, {"ending": kind.ending})
        for kind in KINDS
        if has_archive
    ]
    return archives + [
        path(
            f"{folder}feed.{ending}",
            view,
            {"ending": ending},
            name=name if ending == "rss" else f"{name}-{ending}",
        )
        for ending, _, _ in KINDS
    ]


fronts = [
    path("", front_page.home, name="home"),
    *feed_paths("", feeds.site, "feed"),
    *feed_paths("corrections/", feeds.corrections, "corrections-feed"),
    path("houses/<slug:slug>/", front_page.house, name="house"),
    *feed_paths("houses/<slug:slug>/", feeds.house, "house-feed"),
    *feed_paths("houses/<slug:slug>/corrections/", feeds.house_corrections, "house-corrections-feed"),
    path("kinds/<slug:code>/", kind.kind, name="kind"),
    *feed_paths("kinds/<slug:code>/", feeds.kind, "kind-feed"),
    path("feeds/", feeds_page.feeds_page, name="feeds"),
]
site = [
    path("opensearch.xml", search.description, name="opensearch"),
    *feed_paths("languages/<slug:code>/", feeds.language, "language-feed"),
    path("feeds.opml", feeds_page.opml_file, name="opml"),
    path("colours/<slug:colour>.css", colours.colours, name="colours"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemaps"),
    path("sitemap-<slug:part>.xml", sitemaps.part, name="sitemap"),
    path("style/", style_page.style, name="style"),
]
articles = [
    path("articles/<slug:slug>/", piece.article, name="article"),
    path("articles/<slug:slug>/republish/", piece.republish, name="republish"),
    path("articles/<slug:slug>/cite/", citing.cite, name="cite"),
    *(
        path(
            f"articles/<slug:slug>/citation.{ending}",
            citing.citation,
            {"ending": ending},
            name=f"citation-{ending}",
        )
        for ending in FORMATS
    ),
    path("cards/<uuid:piece>/<slug:words>.png", cards.card, name="card"),
]
authors = [
    path("authors/<slug:slug>/", profiles.author, name="author"),
    path("authors/<slug:slug>/press/", press.press, name="author-press"),
    *feed_paths("authors/<slug:slug>/", feeds.author, "author-feed"),
]
outlets = [
    path("outlets/<slug:slug>/", profiles.outlet, name="outlet"),
    *feed_paths("outlets/<slug:slug>/", feeds.outlet, "outlet-feed"),
]
topics = [
    path("topics/<slug:slug>/", profiles.topic, name="topic"),
    *feed_paths("topics/<slug:slug>/", feeds.topic, "topic-feed"),
]
series = [
    path("series/<slug:slug>/", profiles.series, name="series"),
    *feed_paths("series/<slug:slug>/", feeds.series, "series-feed"),
]
lists = [
    path("authors/", indexes.people, name="people"),
    path("outlets/", indexes.outlets, name="outlets"),
    path("topics/", indexes.topics, name="topics"),
    path("series/", indexes.series, name="all-series"),
    path("archive/", archive.archive, name="archive"),
    path("archive/undated/", archive.undated, name="archive-undated"),
    path("archive/<int:year>/", archive.year, name="archive-year"),
    path("archive/<int:year>/<int:month>/", archive.month, name="archive-month"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("houses/", houses.houses, name="houses"),
    path("houses/<slug:slug>/about/", institutions.about, name="house-about"),
    path("houses/<slug:slug>/corrections/", corrections.house_corrections, name="house-corrections"),
]
searching = [
    path("search/", search.search_page, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
]
pictures = [path("pictures/<path:file>", serving.picture_file, name="picture-file")]
documents = [path("files/<path:file>", documents_serving.document_file, name="document-file")]

read_in_languages = [*fronts, *authors, *outlets, *topics, *series, *lists, *searching]
urlpatterns = [
    *articles,  # first, because most readers ask for them: routes are tried in turn
    *read_in_languages,
    *site,
    *pictures,
    *documents,
    *in_each_language(read_in_languages),
    path("<page:slug>/", piece.page, name="page"),  # the last: all other addresses of one word come first
]
