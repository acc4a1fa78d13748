"""What a submitted form held, as a value that travels through a page as one hidden field and comes back."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

FIELD = "_typed"  # the hidden field
CSRF_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a name
SECRETS = ("password", "passwd", "secret", "token")
WITHOUT_FIELDS = ("login", "logout", "password_change")  # names of routes
QUESTIONS = "_delete"  # ends of names of routes: nothing is typed there
LOOKS = ("_preview", "_effective")  # they show what was typed as a page, and change nothing


@dataclass(frozen=True)
class Typed:
    """Names and values of a form in their order, the address it was sent to, and the names of files left behind.

    No passwords and no tokens are among the fields: see `is_secret`.
    """

    address: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()

    @classmethod
    def sent_by(cls, request: HttpRequest) -> Self | None:
        """What this POST to a form of the desk typed; None for other requests, and for forms with passwords.

        A POST that only carries what was typed earlier gives that. Raises BadRequest if it cannot be read.
        """
        if request.method != "POST" or not _is_editors_form(request) or not is_from_own_page(request):
            return None
        if FIELD in request.POST:
            return cls.carried_by(request)
        fields = [
            (name, value) for name, values in request.POST.lists() for value in values if not is_secret(name)
        ]
        files = [file.name for name in request.FILES for file in request.FILES.getlist(name)]
        return cls(request.get_full_path(), tuple(fields), tuple(map(str, files)))

    @classmethod
    def carried_by(cls, request: HttpRequest) -> Self | None:
        """What the hidden field of this POST holds, if there is one. Raises BadRequest if it cannot be read."""
        text = request.POST.get(FIELD, "")
        if request.method != "POST" or not text:
            return None
        try:
            return cls._read(json.loads(text))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise BadRequest("What was typed could not be read.") from error

    @classmethod
    def _read(cls, found: Any) -> Self:
        fields = tuple((_clean(name), _clean(value)) for name, value in found["fields"])
        files = tuple(map(_clean, found["files"]))
        if not url_has_allowed_host_and_scheme(address := _clean(found["address"]), None):
            raise ValueError(address)
        if len(fields) > (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or len(fields)):
            raise ValueError(len(fields))
        return cls(address, tuple(field for field in fields if not is_secret(field[0])), files)

    def as_text(self) -> str:
        """As JSON, the value of the hidden field: exact to the line break, which bare fields are not."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def as_post(self) -> QueryDict:
        post = QueryDict(mutable=True)
        for name, value in self.fields:
            post.appendlist(name, value)
        post._mutable = False
        return post


def is_look(request: HttpRequest) -> bool:
    """True for an address that only shows what was typed as a page: it may be carried out, and is never a form."""
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith(LOOKS)


def is_secret(name: str) -> bool:
    """True for fields that never travel: passwords, and the CSRF token of the page that was sent."""
    return any(word in name.lower() for word in SECRETS)


def is_from_own_page(request: HttpRequest) -> bool:
    """False if a browser sent it from a page of another site: no stranger puts words into a form of the desk.

    Browsers name the origin of every POST; programs that name none have no page.
    """
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    return origin is None or origin == own or origin in settings.CSRF_TRUSTED_ORIGINS


def _is_editors_form(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or not request.path.startswith(reverse("admin:index")):
        return False
    name = match.url_name or ""
    return name not in WITHOUT_FIELDS and not name.endswith(QUESTIONS)


def _clean(text: object) -> str:
    """The text without halves of surrogate pairs, which JSON can hold and nothing else can. Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError(text)
    return text.encode("utf-8", "replace").decode()
