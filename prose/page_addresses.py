"""Addresses of pages: a path of this site, or an address on the web, in the one form in which they are kept."""

import re
from urllib.parse import quote

from django.conf import settings

from prose.errors import ProseError
from prose.links import check_url

_PATH = re.compile(r"/(?:[!-.0-~][!-~]*)?")


def page_address(written: str) -> str:
    """The kept form of an address of a page: a path of this site, or an address on the web.

    An address of this site with its host is kept as its path. Raises ProseError for anything else.
    """
    here = settings.SITE_URL
    path = written.strip()
    if path == here or path.startswith(f"{here}/"):
        path = path.removeprefix(here) or "/"
    if path.startswith("/"):
        path = quote(path, safe="/%?#=&;:@!$'()*+,~-._[]\\")
        if not _PATH.fullmatch(path) or "\\" in path:
            raise ProseError("A path of this site starts with one slash, like /topics/ports/.")
        return path
    if not path.startswith(("http://", "https://")):
        raise ProseError(
            "Write a path of this site, like /topics/ports/, or an address on the web, like https://example.org/page."
        )
    return check_url(path)


def is_page_address(address: str) -> bool:
    """True for an address in its kept form: a program may have stored what no form accepts."""
    try:
        return page_address(address) == address
    except ProseError:
        return False
