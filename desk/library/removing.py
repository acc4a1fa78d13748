"""Deleting a record of the library: one that nothing uses goes with its files; of a used one the page says where."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone

from desk.deleting.admin import DeletedWhileUnused
from desk.deleting.uses import goes_along
from desk.library.uses import Uses

INSTEAD = (
    "Take it out of its pieces and records first. What readers have had stays on record: withdraw its permission "
    "instead, and no page shows it any more."
)


class RemovedByActs(DeletedWhileUnused):
    """Whoever may change a record may delete it while nothing uses it. Put it before the model's own admin class."""

    uses_of: "ClassVar[staticmethod[..., Uses]]"
    remove: "ClassVar[staticmethod[[Any], None]]"
    what_goes: ClassVar[str]

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> Any:
        """Deleted lines, counts, missing permissions, and the uses that keep the record, as Django takes them."""
        records, at = list(objs), timezone.now()
        along = [line for record in records for line in goes_along(record)]
        kept = [line for record in records for line in self.uses_of(record, request.user, at).in_words()]
        return along, {}, set(), kept

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.remove(obj)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        words = {"says": self.what_goes, "instead": INSTEAD, **(extra_context or {})}
        return super().delete_view(request, object_id, words)
