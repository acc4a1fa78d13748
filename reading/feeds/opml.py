"""OPML 2.0 (http://opml.org/spec2.opml): the catalogue of feeds as one file, for programs that take many at once."""

from articles.addresses import absolute
from reading.feeds.catalogue import FeedGroup
from reading.feeds.document import FeedDocument
from reading.feeds.kinds import RSS
from reading.site import Site
from reading.words.page_words import words_for

MEDIA_TYPE = "text/x-opml"


def opml(site: Site, groups: tuple[FeedGroup, ...]) -> bytes:
    """An OPML document: an outline for each group, with an outline for each of its feeds."""
    writer, words = FeedDocument(), words_for(site.language).by_name
    with writer.around("opml", version="2.0"):
        with writer.around("head"):
            writer.element("title", f"{site.name}: {words['feeds']}")
            writer.element("docs", "http://opml.org/spec2.opml")
        with writer.around("body"):
            for group in groups:
                with writer.around("outline", text=words[group.heading]):
                    for feed in group.feeds:
                        writer.element(
                            "outline",
                            type="rss",
                            text=feed.title,
                            title=feed.title,
                            xmlUrl=f"{absolute(feed.path)}feed.{RSS.ending}",
                            htmlUrl=absolute(feed.page),
                        )
    return writer.bytes
