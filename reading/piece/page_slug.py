"""Slugs of pages of the site in addresses of one word: none that another page begins with."""

from django.urls.converters import SlugConverter

from articles.addresses import KEPT_FOR_THE_SITE


class PageSlug(SlugConverter):
    """A slug: "about" in "/about/". "/admin/" is none, so that nobody but the desk answers there."""

    def to_python(self, value: str) -> str:
        if value in KEPT_FOR_THE_SITE:
            raise ValueError(value)
        return value
