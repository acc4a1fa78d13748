"""Items kept in memory: an edition is never rewritten, so its item changes only with what the house says around it.

To make an item takes three quarters of the time of a feed, and each piece stands in a dozen feeds in three formats.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from reading.feeds.channel import FeedItem

MOST_BYTES = 16_000_000
"""Of the texts of all kept items together, in each process."""
SizedItem = tuple[FeedItem, int]


class KeptItems:
    """Items with their sizes by all that they are made from; those that were not asked for longest go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._items: OrderedDict[Hashable, SizedItem] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], SizedItem]) -> SizedItem:
        """The item of a key, made if it is not kept."""
        with self._lock:
            kept = self._items.get(key)
            if kept is not None:
                self._items.move_to_end(key)
                return kept
        made = make()
        with self._lock:
            if key not in self._items:
                self._items[key] = made
                self._bytes += made[1]
            while self._bytes > self._most_bytes:
                _, (_, size) = self._items.popitem(last=False)
                self._bytes -= size
        return made


KEPT = KeptItems()
