"""Web addresses: validation, those of pages here and elsewhere in their kept form, and comparison of two."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ValidationError

from prose.errors import ProseError
from prose.limits import MAX_URL_CHARS

_FORBIDDEN = re.compile(
    '[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff<>"\\\\^`{|}\ud800-\udfff]'
)
_PORTS = {"http": "80", "https": "443"}
_HOST = re.compile(r"(?:[\w-]+\.)*[\w-]+\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:[^\s@:/?#]+@[\w.-]+(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_PATH = re.compile(r"/(?:[!-.0-~][!-~]*)?")
_ANCHOR = re.compile(r"#[^\s<>\"#]+")


def check_url(url: str) -> str:
    """The address as stored: trimmed, scheme and host in lower case.

    Raises ``ProseError`` for anything but http(s) with a host, for a user name or password, for characters that an
    address may not hold, and for more than ``MAX_URL_CHARS`` characters.
    """
    url = url.strip(" \t\r\n")
    if len(url) > MAX_URL_CHARS:
        raise ProseError(
            f"This address is too long: {len(url)} characters, at most {MAX_URL_CHARS} are kept."
        )
    if _FORBIDDEN.search(url):
        raise ProseError(
            "This address holds a space or another character that does not belong in an address."
        )
    parts = _split(url)
    host = parts.netloc.rpartition(":")[0] if re.search(r":\d*$", parts.netloc) else parts.netloc
    if not _HOST.fullmatch(host):
        raise ProseError(
            "This address names no website. Write it in full, for example https://example.org/page."
        )
    return urlunsplit(parts._replace(netloc=parts.netloc.lower()))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_is_sane = parts.port is None or 0 < parts.port < 65536
    except ValueError as error:
        raise ProseError("This is not a complete web address.") from error
    if parts.scheme not in _PORTS:
        raise ProseError("A web address starts with https:// or http://.")
    if "@" in parts.netloc:
        raise ProseError("This address carries a user name or password. Remove what stands before the @.")
    if not port_is_sane:
        raise ProseError("This is not a complete web address.")
    return parts


def validate_url(url: str) -> None:
    """``check_url`` as a Django validator: raises ValidationError."""
    try:
        check_url(url)
    except ProseError as error:
        raise ValidationError(str(error), code="address") from error


def is_safe_href(href: str) -> bool:
    """True if a link in a body may have this address: a web or mail address, or an anchor on the same page."""
    if len(href) > MAX_URL_CHARS or _FORBIDDEN.search(href):
        return False
    if _ANCHOR.fullmatch(href) or _MAILTO.fullmatch(href):
        return True
    try:
        check_url(href)
    except ProseError:
        return False
    return True


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


def comparable_url(url: str) -> str:
    """The address without the parts in which equal pages differ, only for comparison; not validated.

    Repeated until nothing changes, because removing one part may expose a space or another slash at the end.
    """
    while (shorter := _reduce(url.strip())) != url:
        url = shorter
    return url


def _reduce(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    place = f"{host}:{port}" if port and str(port) != _PORTS.get(parts.scheme) else host
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith("utm_")
    ]
    return urlunsplit((parts.scheme, place, parts.path.rstrip("/"), urlencode(query), ""))
