"""A one-time link by which an empty desk gets its first administrator.

Only the token's hash is kept, in DESK_HOME. The link ends when it is used or when any administrator exists.
"""

import hashlib
import hmac
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods


class FirstAdministratorForm(UserCreationForm):  # type: ignore[type-arg]
    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "email")
        help_texts = {"email": "Where the desk can reach you. Nothing is sent now."}


def has_administrator() -> bool:
    return get_user_model().objects.filter(is_superuser=True, is_active=True).exists()


def issue_token() -> str:
    """A new token of 32 bytes; the one before it, if any, ends."""
    token = secrets.token_urlsafe(32)
    kept = _kept()
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(_hash(token))
    return token


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """The form that makes the first administrator, and nothing but 404 without the right token."""
    if not _opens(token) or has_administrator():
        raise Http404("This link is not valid, or no longer.")
    form = FirstAdministratorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, _make_administrator(form), backend="django.contrib.auth.backends.ModelBackend")
        return redirect("admin:index")
    return render(request, "welcome/first_administrator.html", {"form": form})


@transaction.atomic
def _make_administrator(form: FirstAdministratorForm) -> User:
    """Save the person and use the token up: whoever removes the file has it, a second one gets 404."""
    user: User = form.save(commit=False)
    user.is_staff = user.is_superuser = True
    user.save()
    try:
        _kept().unlink()
    except FileNotFoundError:
        raise Http404("This link has just been used.") from None
    return user


def _opens(token: str) -> bool:
    try:
        return hmac.compare_digest(_kept().read_text(), _hash(token))
    except FileNotFoundError:
        return False


def _kept() -> Path:
    return settings.DESK_HOME / "welcome-token"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
