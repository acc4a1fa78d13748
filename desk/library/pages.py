"""The library's pages: who may open and change which record, and the shell of its own pages."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from desk.pages import draw
from disclaimers.lineage import is_limited, open_to
from prose.keys import as_key


@dataclass(frozen=True)
class Shelf:
    """One of the library's shelves: pictures, or other files. `model`: of its records, each with `clearances`."""

    model: Any

    @property
    def name(self) -> str:
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    def may(self, verb: str) -> str:
        """The name of a permission: "pictures.add_picture"."""
        return f"{self.model._meta.app_label}.{verb}_{self.model._meta.model_name}"

    def list_address(self) -> str:
        return reverse(f"admin:{self.name}_changelist")

    def find(self, user: Any, object_id: object) -> Any:
        """The record with this key. Raises Http404 if the user may not see it."""
        record = self.model.objects.visible_to(user).filter(pk=as_key(object_id) or 0).first()
        if record is None:
            raise Http404
        return record

    def draw(
        self, request: HttpRequest, template: str, context: dict[str, Any], *, title: str, record: Any = None
    ) -> HttpResponse:
        """A page of the shelf."""
        shell = {
            "list_address": self.list_address(),
            "list_title": str(self.model._meta.verbose_name_plural).capitalize(),
            "record": record,
            "record_address": record_address(record) if record else "",
        }
        return draw(request, template, {**shell, **context}, title=title, opts=self.model._meta)


def record_address(record: Model) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def user_of(request: HttpRequest, permission: str) -> User:
    """The user, who has the permission. Raises PermissionDenied."""
    if not isinstance(request.user, User) or not request.user.has_perm(permission):
        raise PermissionDenied
    return request.user


def may_change(user: Any, record: Any) -> bool:
    """True for whoever may change such records, of the houses of their account alone, and for who added this one.

    The latter until a licence or permission stands on record: it was given for what the record is and says.
    """
    shelf = Shelf(type(record))
    may = user.has_perm(shelf.may("change")) or (
        record.added_by_id == user.pk and user.has_perm(shelf.may("add")) and not record.clearances.exists()
    )
    if record.institution_id is None:
        return may and not is_limited(user)
    return may and open_to(user).filter(pk=record.institution_id).exists()


def newest_file(record: Any) -> Any:
    """The file that the next pages print; the first of those that were loaded along."""
    return next(iter(record.files.all()))
