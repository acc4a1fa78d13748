"""The faces of houses as pages last showed them, for a page that cannot ask the database. Each process has its own.

Readers' pages alone are remembered by their address: the desk's previews show addresses of pieces that nobody has read.
"""

import re
from dataclasses import replace

from reading.site import Site

MOST_PAGES = 5000
_houses: dict[int, Site] = {}
_pages: dict[str, tuple[int, str]] = {}
"""(key of the house, language) by the address of a page; its feed is found by how its address begins."""
_PAGE = re.compile(r"/[^/]+/[^/]+/")


def keep_face(site: Site, path: str, language: str) -> None:
    """Remember the face of the page at an address, "" for a page without one of its own.

    Without its logo and its menu: whether they may still be shown is what the database knows.
    """
    if not site.house:
        return
    _houses[site.house] = replace(site, logo=None, at=None)
    if path:
        if len(_pages) >= MOST_PAGES:
            _pages.clear()
        _pages[path] = site.house, language


def last_face(path: str) -> tuple[Site | None, str]:
    """The face and the language that a page at this address, or else the desk's first house, had last; None if none."""
    page = _PAGE.match(path)
    for address in (path, page[0] if page else ""):
        if known := _pages.get(address):
            return _houses[known[0]], known[1]
    home = next((site for site in _houses.values() if site.path == "/"), None)
    return home, home.language if home else "en"


def forget_faces() -> None:
    """Forget them all."""
    _houses.clear()
    _pages.clear()
