"""Addresses of searches on the measured desk: two words of a headline, by relevance and by date."""

from django.utils import timezone

from articles.models import Edition
from articles.states import Surface
from reading.search.filters import Filters, address

ASKED_FOR = 2_000
"""Searches for as many pairs of words, which is more than are answered: each is asked for once."""
AGAIN = 20


def search_addresses(size: int) -> dict[str, list[str]]:
    """Paths of searches for the first and last word of headlines from all years, by the names of the table."""
    shown = Edition.objects.shown_in(Surface.SEARCH, timezone.now()).values_list("headline", flat=True)
    words = [headline.split() for headline in shown[:: max(1, size // ASKED_FOR)]]
    pairs = [f"{first} {last}" for first, *_, last in words]
    return {
        "two words": [address(pair, Filters()) for pair in pairs],
        "two words, again": [address(pair, Filters()) for pair in pairs[:AGAIN]],
        "by date": [address(pair, Filters(), "date") for pair in pairs],
        "suggestions": [f"/search/suggestions/?q={first[:4]}" for first, *_ in words],
    }
