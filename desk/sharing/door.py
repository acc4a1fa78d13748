"""The door of shared links: a piece for one person without an account, and what they send back.

Nobody's login is looked at here, and nothing is kept in a session. The token comes once, in the address of the link; it
goes into a cookie for this link's pages alone, so that no address of these pages holds it.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.snapshot import content_of
from desk.documents.serving import send_document
from desk.export.copies import word_copy_of
from desk.models import SentBackFile, SharedLink
from desk.pictures.serving import send_picture
from desk.sharing.handed_in import compared_with_file
from desk.sharing.receiving import SentByReader, receive
from desk.sharing.shown import (
    Closed,
    ShownPiece,
    count_asked,
    count_opening,
    find_by_key,
    find_by_token,
    load_shown,
    now,
    resting,
    who_shared,
)
from desk.sharing.tokens import form_proof, keep_token, token_in
from desk.versions.comparison import ComparedField, compared_contents
from documents.models import DocumentFile
from prose.keys import as_key
from reading.page import Head, draw
from reading.pictures.doors import PictureDoor
from reading.piece.article import article_document

_COMPARED = frozenset({"headline", "kicker", "dek", "body", "bylines", "disclosures", "editors_note"})
"""Parts of a version in which an outside reader sees what has changed: those that the page prints as words."""


def _door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: draw the page of a link that opens nothing, and keep every page from caches, indexes and referrers."""

    def respond(request: HttpRequest, **path: Any) -> HttpResponse:
        try:
            response = view(request, **path)
        except Closed as closed:
            response = _closed_page(closed)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_vary_headers(response, ["Cookie"])
        response.holds_typed = True  # type: ignore[attr-defined]  # the desk's own pages are for accounts
        return response

    return respond


@_door
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The address of a link: put its token into a cookie, and go on to the page, whose address is no secret."""
    shown = _counted(find_by_token(token))
    link, at = shown.link, shown.at
    path = _path_of(link)
    response = HttpResponseRedirect(path)
    keep_token(response, token, path=path, seconds=int((link.expires_at - at).total_seconds()))
    return response


@csrf_exempt  # the page's forms have a proof of their own: CSRF tokens belong to logins
@_door
@require_http_methods(["GET", "HEAD", "POST"])
def shared_page(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The piece as publishing would print it, and what its reader may do; a POST sends a comment, a word or a file."""
    shown = _shown(request, key) if request.method == "POST" else _page(request, key)
    sent = SentByReader()
    if request.method == "POST":
        sent = receive(request, shown)
        if sent.is_done:
            return HttpResponseRedirect(f"{request.path}?done={sent.what}#your-part")
        if shown.link.rests_until(shown.at):
            raise resting(shown.site, shown.link, shown.at, sent.typed)
        count_asked(shown.link, shown.at)
    elif request.method == "GET":
        count_opening(shown.link, shown.at)
    page = _document(shown, sent, str(request.GET.get("done", "")), _door_of(shown.link))
    return HttpResponse(page, status=sent.status)


@_door
@require_safe
def changes_page(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The changes since the version that stood when the link was made, or since a file that its reader sent back."""
    shown = _page(request, key)
    old, file = shown.link.first_shown, _read_file(shown, request.GET.get("file", ""))
    fields: list[ComparedField] = []
    if shown.shows_all and file:
        fields = compared_with_file(file, shown)
    elif shown.shows_all:
        fields = compared_contents(content_of(old), content_of(shown.revision))
    context: dict[str, Any] = {
        "shown": shown,
        "old": old,
        "file": file,
        "file_sent": shown.hour(file.at) if file else "",
        "old_saved": shown.hour(old.saved_at),
        "compared": [field for field in fields if field.name in _COMPARED],
        "page_address": _path_of(shown.link),
    }
    head = Head(title="What has changed", language="en")
    return HttpResponse(draw("sharing/changes.html", site=shown.site, head=head, **context))


@_door
@require_safe
def shared_word_copy(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The version that the page shows as a Word file. Raises Http404 if it is a part, or no words are asked for."""
    shown = _page(request, key)
    if not shown.may_be_taken_along:
        raise Http404
    if request.method == "GET":
        count_opening(shown.link, shown.at)
    return word_copy_of(shown.revision, shown.at, pictures=_files_on(shown, "pictures"))


@_door
@require_safe
def shared_picture(
    request: HttpRequest, key: uuid.UUID, name: str, width: int, file_format: str
) -> HttpResponse:
    """A picture that the page shows. Raises Http404 for every other, of the same piece too."""
    shown = _shown(request, key)
    if name not in _files_on(shown, "pictures"):
        raise Http404
    return send_picture(name, width, file_format)


@_door
@require_safe
def shared_file(request: HttpRequest, key: uuid.UUID, name: str, download_name: str) -> HttpResponse:
    """A file that the page carries, to be saved. Raises Http404 for every other."""
    shown = _shown(request, key)
    row = DocumentFile.objects.filter(name=name).first() if name in _files_on(shown, "files") else None
    if row is None:
        raise Http404
    return send_document(row)


def _read_file(shown: ShownPiece, number: str) -> SentBackFile | None:
    """A file that this reader sent back and that the desk has read. Raises Http404 for any other number."""
    if not number:
        return None
    files = shown.link.files.filter(handed_in__isnull=False).defer("content")
    return get_object_or_404(files, pk=as_key(number) or 0)


def _shown(request: HttpRequest, key: uuid.UUID) -> ShownPiece:
    return load_shown(find_by_key(key, token_in(request)), now())


def _page(request: HttpRequest, key: uuid.UUID) -> ShownPiece:
    return _counted(find_by_key(key, token_in(request)))


def _counted(link: SharedLink | None) -> ShownPiece:
    """The piece for one more page of a link, which counts."""
    shown = load_shown(link, now(), is_page=True)
    count_asked(shown.link, shown.at)
    return shown


def _files_on(shown: ShownPiece, folder: str) -> set[str]:
    """The names of the files that the page draws: these go out by the link, and no others.

    Not those whose addresses stand on it: its reader writes on it too.
    """
    door = _door_of(shown.link)
    _document(shown, SentByReader(), "", door)
    return {name for name_of, name in door.asked if name_of == folder}


@dataclass(frozen=True)
class _RememberingDoor(PictureDoor):
    """A door that knows which files it was asked for: ("pictures" or "files", name)."""

    asked: set[tuple[str, str]] = field(default_factory=set, compare=False)

    def address(self, file: str, width: int, file_format: str) -> str:
        self.asked.add(("pictures", file))
        return super().address(file, width, file_format)

    def file_address(self, file: str, download_name: str) -> str:
        self.asked.add(("files", file))
        return super().file_address(file, download_name)


def _document(shown: ShownPiece, sent: SentByReader, done: str, door: PictureDoor) -> str:
    around: dict[str, Any] = {
        "shown": shown,
        "link": shown.link,
        "sharer": who_shared(shown.link),
        "sent": sent.ready_for(shown),
        "done": done,
        "proof": form_proof(shown.link),
        "page_address": _path_of(shown.link),
        "comments": list(shown.link.comments.select_related("revision")),
        "files": list(shown.link.files.defer("content")),
    }
    return article_document(
        shown.edition, shown.site, shown.at, door, template="sharing/piece.html", **around
    )


def _path_of(link: SharedLink) -> str:
    return reverse("shared_page", args=[link.pk])


def _door_of(link: SharedLink) -> _RememberingDoor:
    path = _path_of(link)
    return _RememberingDoor(folder=f"{path}pictures/", files=f"{path}files/")


def _closed_page(closed: Closed) -> HttpResponse:
    head = Head(title=closed.title, language="en")
    page = draw("sharing/closed.html", site=closed.site, head=head, closed=closed)
    response = HttpResponse(page, status=closed.status)
    if closed.again_after:
        response.headers["Retry-After"] = str(closed.again_after)
    return response
