"""The library's pages: their addresses, and who may open which picture."""

from enum import Enum
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from desk.pages import draw
from disclaimers.lineage import is_limited, open_to
from pictures.files.renditions import widths_of
from pictures.models import Picture, PictureFile
from prose.keys import as_key

SMALL, LARGE = 480, 960


class PicturePage(Enum):
    """A page of the library beside Django's own: its route below /admin/pictures/picture/."""

    FILE = "file/<str:name>/<int:width>.<str:file_format>"
    REPLACE = "<int:object_id>/replace/"
    CHOOSE = "choose/"
    UPLOAD = "upload/"

    @property
    def url_name(self) -> str:
        return f"pictures_picture_{self.name.lower()}"

    def address(self, *args: object) -> str:
        """The page's address, for the arguments of its route in order."""
        return reverse(f"admin:{self.url_name}", args=args)


def library_address() -> str:
    return reverse("admin:pictures_picture_changelist")


def picture_address(picture: Picture) -> str:
    return reverse("admin:pictures_picture_change", args=[picture.pk])


def file_address(file: PictureFile, wanted: int = SMALL) -> str:
    """The desk's address of a rendition at least so wide; of the widest if none is."""
    widths = widths_of(file.width)
    width = next((each for each in widths if each >= wanted), widths[-1])
    return PicturePage.FILE.address(file.name, width, file.fallback_format)


def newest_file(picture: Picture) -> PictureFile:
    """The file that the next pages print; the first of those that were loaded along."""
    return next(iter(picture.files.all()))


def user_of(request: HttpRequest, permission: str) -> User:
    """The user, who has the permission. Raises PermissionDenied."""
    if not isinstance(request.user, User) or not request.user.has_perm(permission):
        raise PermissionDenied
    return request.user


def may_change(user: Any, picture: Picture) -> bool:
    """True for whoever may change pictures, of the houses of their account alone, and for who added this one.

    The latter until a licence or permission stands on record: it was given for what the picture is and says.
    """
    may = user.has_perm("pictures.change_picture") or (
        picture.added_by_id == user.pk
        and user.has_perm("pictures.add_picture")
        and not picture.clearances.exists()
    )
    if picture.institution_id is None:
        return may and not is_limited(user)
    return may and open_to(user).filter(pk=picture.institution_id).exists()


def find_picture(user: Any, object_id: object) -> Picture:
    """The picture with this key. Raises Http404 if the user may not see it."""
    picture = Picture.objects.visible_to(user).filter(pk=as_key(object_id) or 0).first()
    if picture is None:
        raise Http404
    return picture


def draw_about(
    request: HttpRequest, name: str, context: dict[str, Any], *, title: str, picture: Picture | None = None
) -> HttpResponse:
    """A page of the library: `templates/admin/pictures/picture/<name>.html`."""
    context = {"list_address": library_address(), "picture": picture, **context}
    return draw(request, f"admin/pictures/picture/{name}.html", context, title=title, opts=Picture._meta)
