"""A one-time link on which the first administrator of a desk creates their account.

DESK_HOME holds a hash of the link's token. The link ends when it is used or when an administrator exists.
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

from disclaimers.models import Institution


class FirstAdministratorForm(UserCreationForm):  # type: ignore[type-arg]
    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "email")
        help_texts = {"email": "Where the desk can reach you. Nothing is sent now."}


def has_administrator() -> bool:
    return get_user_model().objects.filter(is_superuser=True, is_active=True).exists()


def issue_token() -> str:
    """Return a new token of 32 random bytes. An earlier token ends."""
    token = secrets.token_urlsafe(32)
    file = _token_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(_hash(token))
    return token


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Show and process the form for the first administrator. Responds with 404 without a valid token."""
    if not _is_valid(token) or has_administrator():
        raise Http404("This link is not valid, or no longer.")
    form = FirstAdministratorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, _create_administrator(form), backend="django.contrib.auth.backends.ModelBackend")
        return redirect("admin:index" if Institution.objects.exists() else "admin:first_steps")
    response = render(request, "welcome/first_administrator.html", {"form": form})
    # The token in the address is sent nowhere. ("no-referrer" would make browsers send "Origin: null" with the form.)
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


@transaction.atomic
def _create_administrator(form: FirstAdministratorForm) -> User:
    """Save the user, then delete the token's file. Of two requests at once, the one that deletes it succeeds."""
    user: User = form.save(commit=False)
    user.is_staff = user.is_superuser = True
    user.save()
    try:
        _token_file().unlink()
    except FileNotFoundError:
        raise Http404("This link has just been used.") from None
    return user


def _is_valid(token: str) -> bool:
    try:
        return hmac.compare_digest(_token_file().read_text(), _hash(token))
    except FileNotFoundError:
        return False


def _token_file() -> Path:
    return settings.DESK_HOME / "welcome-token"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
