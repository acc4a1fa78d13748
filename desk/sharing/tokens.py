"""Secrets of shared links: the token in an address, its hash at rest, and the proof that a form was drawn by us."""

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

from desk.models.shared_link import SharedLink

_BYTES = 32
_COOKIE = "shared-piece"


def new_token() -> str:
    """A token for an address: 32 random bytes, 43 characters."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """SHA-256 of a token, as hex. A fast hash does: the token has 256 random bits, and nobody guesses it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def form_proof(link: SharedLink) -> str:
    """The value in each form of a link's page: who sends it has had the page, and not only the cookie."""
    return salted_hmac("desk.sharing.form", f"{link.pk}{link.token_hash}", algorithm="sha256").hexdigest()


def is_ours(link: SharedLink, proof: str) -> bool:
    return constant_time_compare(proof, form_proof(link))


def cookie_name() -> str:
    """With the prefix a browser takes it by https alone (RFC 6265bis, section 4.1.3)."""
    return f"__Secure-{_COOKIE}" if settings.HTTPS else _COOKIE


def token_in(request: HttpRequest) -> str:
    return request.COOKIES.get(cookie_name(), "")


def keep_token(response: HttpResponseBase, token: str, *, path: str, seconds: int) -> None:
    """Set the cookie for one link's pages alone. Lax: the way there begins in somebody's mail."""
    response.set_cookie(
        cookie_name(), token, max_age=seconds, path=path, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )
