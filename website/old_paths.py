"""Addresses of an earlier site, in the one form in which they are kept and looked up.

Host, capital letters, slashes too many or at the end, percent signs and the order of a query make no difference there.
"""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from django.utils.encoding import repercent_broken_unicode

from prose.errors import ProseError
from prose.fields import KeptField
from prose.links import page_address

MOST_CHARS = 500
MOST_NEW_CHARS = 2000
_MOST_PARAMETERS = 8
_CAMPAIGNS = ("utm_", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid")
"""Beginnings of the names of parameters that programs add to any address."""
_TO_QUOTE = re.compile(r"[%?#\\\s\x00-\x20\x7f]")


def old_path(written: str) -> str:
    """The kept form of an old address: "https://old.example/A%20Crisis.HTML/?b=2&a=1" -> "/a%20crisis.html?a=1&b=2".

    Raises ProseError for what is no path below the front page.
    """
    try:
        parts = urlsplit(written.strip())
    except ValueError as error:
        raise ProseError("This is no address.") from error
    if not parts.path.startswith("/") or (parts.netloc and not parts.scheme):
        raise ProseError("Write the old address from its first slash on, like /commentary/a-crisis.html.")
    if parts.scheme not in ("", "http", "https"):
        raise ProseError("An old address is that of a page: it starts with /, https:// or http://.")
    octets = repercent_broken_unicode(unquote_to_bytes(parts.path.encode("utf-8", "replace")))
    path, query = kept_path(octets.decode()), kept_query(parts.query)
    if path == "/":
        raise ProseError("The front page answers at this address, whatever follows the question mark.")
    kept = f"{path}?{query}" if query else path
    if len(kept) > MOST_CHARS:
        raise ProseError(f"This address is too long: {len(kept)} characters, at most {MOST_CHARS} are kept.")
    return kept


def asked_paths(path: str, query: str) -> list[str]:
    """The kept forms that a request may mean, the nearest first: with its query, with one parameter of it, without.

    `path`: as Django decodes it. Empty for a path that is too long to be on record.
    """
    bare, pairs = kept_path(path), _pairs(query)
    if bare == "/":
        return []
    whole = [urlencode(pairs)] if pairs else []
    single = [urlencode([pair]) for pair in pairs[:_MOST_PARAMETERS]]
    forms = [*(f"{bare}?{part}" for part in dict.fromkeys([*whole, *single])), bare]
    return [form for form in forms if len(form) <= MOST_CHARS]


def kept_path(path: str) -> str:
    """The kept form of a path whose percent signs are decoded."""
    while (folded := unicodedata.normalize("NFC", path).casefold()) != path:
        path = folded
    plain = re.sub("/{2,}", "/", path).rstrip("/") or "/"
    return _TO_QUOTE.sub(lambda match: quote(match[0], safe=""), plain)


def kept_query(query: str) -> str:
    """The kept form of a query: sorted, without what campaigns add."""
    return urlencode(_pairs(query))


def _pairs(query: str) -> list[tuple[str, str]]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return []
    named = ((name.casefold(), value) for name, value in pairs)
    return sorted(pair for pair in named if not pair[0].startswith(_CAMPAIGNS))


class OldPathField(KeptField):
    """An address of an earlier site."""

    in_kept_form = staticmethod(old_path)


class NewAddressField(KeptField):
    """Where an old address leads: a path of this site, or an address on the web."""

    in_kept_form = staticmethod(page_address)
