"""Codings in which text is sent (RFC 9110 §8.4.1): which one a client takes, and the bytes in it."""

import gzip
import re
import zlib
from functools import lru_cache
from importlib.metadata import version

import brotli

QUALITY = 5  # a page of 20 KB takes half a millisecond; more costs more time than it saves on the wire
_KEPT = 32  # documents in memory in one coding, each with its own bytes: a feed has at most 512 KB
_NOT_REFUSED = r"\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))"  # "br", but not "br;q=0"
_ACCEPTS = {coding: re.compile(rf"\b{coding}{_NOT_REFUSED}") for coding in ("br", "gzip")}
MADE_BY = {
    "": "",
    "br": f"brotli {version('brotli')} {QUALITY}",
    "gzip": f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
}
"""The programs on which the bytes in each coding depend."""


def accepts(coding: str, accept_encoding: str) -> bool:
    """True if a client that says so takes a coding."""
    return bool(_ACCEPTS[coding].search(accept_encoding))


def best_coding(accept_encoding: str) -> str:
    """The coding for a client: "br", "gzip" or "" for the bytes as they are."""
    return next((coding for coding in _ACCEPTS if accepts(coding, accept_encoding)), "")


@lru_cache(maxsize=_KEPT)
def encode(content: bytes, coding: str) -> bytes:
    """The content in a coding; the same bytes each time, so that they can have a strong ETag."""
    if coding == "br":
        return bytes(brotli.compress(content, quality=QUALITY))
    return gzip.compress(content, mtime=0) if coding == "gzip" else content
