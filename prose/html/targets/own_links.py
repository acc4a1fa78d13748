"""Links of a body to this desk's own pages: they name whose page it is, because addresses change.

Stored are "piece:<uuid>", "author:<slug>" and "outlet:<slug>". When a text is printed, each becomes the address of that
day, or plain words where readers have no such page.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_OWN = re.compile(
    r"piece:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:author|outlet):[a-z0-9]+(?:-[a-z0-9]+)*",
    re.ASCII,
)
_MOST_CHARS = 200
# A link of a cleaned body: links stand in no link, and attribute values hold no bare quote.
_LINK = re.compile(
    r'<a href="(?P<href>(?:piece|author|outlet):[^"]*)"(?P<rest>(?:[^>"]|"[^"]*")*)>(?P<words>.*?)</a>',
    re.DOTALL,
)
SCHEMES = frozenset({"piece", "author", "outlet"})


class OwnLink(NamedTuple):
    """A link to a page of ours; `words`: the HTML that it stands on."""

    href: str
    words: str

    @property
    def kind(self) -> str:
        """ "piece", "author" or "outlet"."""
        return self.href.partition(":")[0]

    @property
    def key(self) -> str:
        """The uuid of a piece, the slug of others."""
        return self.href.partition(":")[2]


def is_own_href(href: str) -> bool:
    """True for an address that names a page of ours."""
    return len(href) <= _MOST_CHARS and _OWN.fullmatch(href) is not None


def own_links(html: str) -> list[OwnLink]:
    """The links of a cleaned body to pages of ours, in order; those of its notes and captions too."""
    return [OwnLink(match["href"], match["words"]) for match in _LINK.finditer(html)]


def with_own_links(html: str, addresses: Mapping[str, str]) -> str:
    """A cleaned body in which each link to a page of ours has the address given for its href, or is plain words."""

    def link_of_the_day(match: re.Match[str]) -> str:
        address = addresses.get(match["href"], "")
        return f'<a href="{address}"{match["rest"]}>{match["words"]}</a>' if address else match["words"]

    return _LINK.sub(link_of_the_day, html)
