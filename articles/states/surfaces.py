"""Surfaces: places, beside its own page, in which a piece is shown unless its editors leave it out of there."""

from enum import StrEnum


class Surface(StrEnum):
    """A place that shows pieces; `Edition.objects.shown_in` asks for those that it may show."""

    HOME = "home"
    LISTS = "lists"
    SEARCH = "search"
    FEEDS = "feeds"
    SITEMAP = "sitemap"
    ROBOTS = "robots"

    @property
    def in_words(self) -> str:
        """The surface after "not shown in", for editors."""
        return _SURFACE_IN_WORDS[self]


_SURFACE_IN_WORDS = {
    Surface.HOME: "front pages",
    Surface.LISTS: "lists",
    Surface.SEARCH: "the search of this site",
    Surface.FEEDS: "feeds",
    Surface.SITEMAP: "the sitemap",
    Surface.ROBOTS: "search engines",
}
