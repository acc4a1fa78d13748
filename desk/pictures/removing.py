"""Deleting a picture: one that nothing uses goes with all its files; of a used one the page says where it stands."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from desk.deleting.admin import DeletedWhileUnused
from desk.deleting.uses import goes_along
from desk.pictures.uses import uses_in_words
from pictures import acts
from pictures.models import Picture

SAYS = "No piece has shown it, and it is no portrait and no logo. Its files go too."
INSTEAD = (
    "Take it out of its pieces and records first. What readers have had stays on record: withdraw its permission "
    "instead, and no page shows it any more."
)


class RemovedByActs(DeletedWhileUnused):
    """Whoever may change a picture may delete it while nothing uses it. Put it before the model's own admin class."""

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> Any:
        """Deleted lines, counts, missing permissions, and the uses that keep the picture, as Django takes them."""
        pictures, at = list(objs), timezone.now()
        along = [line for picture in pictures for line in goes_along(picture)]
        kept = [line for picture in pictures for line in uses_in_words(picture, request.user, at)]
        return along, {}, set(), kept

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        acts.remove_picture(obj)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        words = {"says": SAYS, "instead": INSTEAD, **(extra_context or {})}
        return super().delete_view(request, object_id, words)
