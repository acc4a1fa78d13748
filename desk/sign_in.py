"""The login form. It says why somebody may not log in, and answers too many wrong passwords without another check."""

from contextlib import suppress
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from reading.clients import client_address

PAUSE_SECONDS = 300
MOST_FOR_AN_ACCOUNT = 5  # wrong passwords from one address within the pause, in each worker
MOST_FROM_AN_ADDRESS = 20
TOO_MANY = (
    "Too many wrong passwords. Wait five minutes, then try again; "
    "if you have forgotten yours, an administrator can set a new one."
)
CLOSED = "The password is right, but this account is closed. {whom} can open it again."
NOT_ALLOWED = (
    "The password is right, but this account may not log in to the desk yet. {whom} can allow it: "
    "on the page of the account, “May log in”."
)


def administrators() -> str:
    """Who makes accounts and groups here: "An administrator (ann)"."""
    accounts = User.objects.filter(is_superuser=True, is_active=True).order_by("username")
    names = ", ".join(account.get_full_name() or account.username for account in accounts[:3])
    return f"An administrator ({names})" if names else "An administrator"


class SignInForm(AdminAuthenticationForm):
    """Django's form with a pause, and with a reason for those whose password is right.

    A check costs half a second of processor time, whoever asks for it.
    """

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "This name and this password do not belong together. Capital letters count in both.",
    }

    def confirm_login_allowed(self, user: Any) -> None:
        if not user.is_staff:
            raise ValidationError(NOT_ALLOWED.format(whom=administrators()), code="not_allowed")

    def get_invalid_login_error(self) -> ValidationError:
        """Django takes a closed account for a wrong password; only who knows the password is told of it."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        account = User.objects.filter(username=name, is_active=False).first()
        if account and account.check_password(password or ""):
            return ValidationError(CLOSED.format(whom=administrators()), code="inactive")
        return super().get_invalid_login_error()

    def clean(self) -> dict[str, Any]:
        limits = _limits(self.request, str(self.cleaned_data.get("username", "")))
        if any(cache.get(key, 0) >= most for key, most in limits.items()):
            raise ValidationError(TOO_MANY, code="too_many")
        try:
            return super().clean()
        except ValidationError:
            for key in limits:
                cache.add(key, 0, PAUSE_SECONDS)
                with suppress(ValueError):  # the pause has just ended
                    cache.incr(key)
            raise


def _limits(request: HttpRequest | None, username: str) -> dict[str, int]:
    """Counters of wrong passwords and how far they may go. Names and addresses are kept as hashes only."""
    address = client_address(request) if request else ""
    return {
        _key("account", f"{username.casefold()}\n{address}"): MOST_FOR_AN_ACCOUNT,
        _key("address", address): MOST_FROM_AN_ADDRESS,
    }


def _key(kind: str, value: str) -> str:
    return f"wrong-passwords-{kind}-{salted_hmac('desk.sign_in', value).hexdigest()}"
