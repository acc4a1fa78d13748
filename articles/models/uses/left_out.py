"""PlacesLeftOut: the surfaces on which a piece is not shown, a flag each: fields of `Article`."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from articles.states import Surface


class PlacesLeftOut(models.Model):
    """Flags that keep a piece from a surface. Its page, and links to it, stay in any case."""

    is_left_out_of_home = models.BooleanField("left out of front pages", default=False)
    is_left_out_of_lists = models.BooleanField(
        "left out of lists", default=False, help_text="Those of people, outlets, topics and months."
    )
    is_left_out_of_search = models.BooleanField("left out of the search of this site", default=False)
    is_left_out_of_feeds = models.BooleanField(
        "left out of feeds",
        default=False,
        help_text="Once it was in a feed, a link stands there for 90 days in place of its text.",
    )
    is_left_out_of_sitemap = models.BooleanField("left out of the sitemap", default=False)
    is_left_out_of_robots = models.BooleanField(
        "left out of search engines", default=False, help_text="They are asked not to list the page."
    )

    class Meta:
        abstract = True


def left_out_of(content: Mapping[str, Any]) -> list[Surface]:
    """The surfaces that a version's content leaves out."""
    return [surface for surface in Surface if content.get(f"is_left_out_of_{surface.value}")]
