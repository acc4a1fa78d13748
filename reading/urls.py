"""Public addresses. They must not change: links, feeds and printed editions use them."""

from django.urls import path

from reading import front_page, robots, style_page
from reading.cards import views as cards
from reading.documents import serving as documents_serving
from reading.feeds import views as feeds
from reading.pictures import serving
from reading.piece import views as piece
from reading.profiles import views as profiles

site = [
    path("", front_page.home, name="home"),
    path("feed.rss", feeds.site, name="feed"),
    path("corrections/feed.rss", feeds.corrections, name="corrections-feed"),
    path("houses/<slug:code>/", front_page.house, name="house"),
    path("houses/<slug:code>/feed.rss", feeds.house, name="house-feed"),
    path("houses/<slug:code>/corrections/feed.rss", feeds.house_corrections, name="house-corrections-feed"),
    path("robots.txt", robots.robots, name="robots"),
    path("style/", style_page.style, name="style"),
]
articles = [
    path("articles/<slug:slug>/", piece.article, name="article"),
    path("articles/<slug:slug>/republish/", piece.republish, name="republish"),
    path("cards/<uuid:piece>/<slug:words>.png", cards.card, name="card"),
]
authors = [
    path("authors/<slug:slug>/", profiles.author, name="author"),
    path("authors/<slug:slug>/feed.rss", feeds.author, name="author-feed"),
]
outlets = [
    path("outlets/<slug:slug>/", profiles.outlet, name="outlet"),
    path("outlets/<slug:slug>/feed.rss", feeds.outlet, name="outlet-feed"),
]
topics = [
    path("topics/<slug:slug>/", profiles.topic, name="topic"),
    path("topics/<slug:slug>/feed.rss", feeds.topic, name="topic-feed"),
]
pictures = [path("pictures/<path:file>", serving.picture_file, name="picture-file")]
documents = [path("files/<path:file>", documents_serving.document_file, name="document-file")]

urlpatterns = [*site, *articles, *authors, *outlets, *topics, *pictures, *documents]
