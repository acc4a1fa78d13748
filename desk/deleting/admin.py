"""Admin mixin for records that are deleted while nothing uses them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from articles.acts.merging.records import NOUNS
from articles.models.grouping.series import Series
from articles.models.rights import Reprint
from articles.models.topic import Topic
from authors.models import Author
from desk.deleting.uses import delete_texts, goes_along, uses_of
from desk.merging.views import address_of
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, StandingNotice, Wording
from outlets.models import Outlet
from website.models.front_page import Arrangement
from website.models.menu import Menu
from website.models.old_address import OldAddress

INSTEAD: dict[type[models.Model], str] = {
    Author: "If another record stands for the same person, merge this one into it.",
    Outlet: "If there is another record of the same outlet, merge this one into it.",
    Topic: "If there is another topic for the same, merge this one into it.",
    Series: "If there is another record of the same series, merge this one into it.",
    Kind: "A mistyped label is corrected on its own page. If there is another record of the same type, merge this one "
    "into it.",
    Institution: "A mistyped name is corrected on its own page. If there is another record of the same institution, "
    "merge this one into it.",
    Disclaimer: "It says no more once its texts have their last day. A slip in a text is corrected on the text’s "
    "own page. If there is another record of the same one, merge this one into it.",
    Wording: "Give it its last day, or correct a slip in it on its own page.",
    Licence: "Pieces keep the licence they went out with. If there is another record of the same one, merge this one "
    "into it.",
    User: "Close it instead: take away “May log in” on its page. The history keeps its name.",
}
"""For records that stay: what can be done instead."""
SAYS: dict[type[models.Model], str] = {
    HouseStyle: "Pages that readers have keep their words. What is printed from now on in this language has the "
    "words of the parent institution, or the usual ones.",
    StandingNotice: "It disappears at once from every page that shows it now. To end it on a day, give it that day "
    "instead.",
    Arrangement: "Readers have never had it: their front page stays as it is.",
    Menu: "Pages show the menu of the house above it instead, or the usual one, at once.",
    OldAddress: "Who comes by it is told, from now on, that there is no such page.",
    Reprint: "Readers see nothing of reprints.",
    Group: "Accounts in it may no longer do what only this group allowed.",
}
"""For records that pages do not keep: what becomes of the pages."""
DELETABLE = (*INSTEAD, *SAYS)


class DeletedWhileUnused(admin.ModelAdmin):  # type: ignore[type-arg]
    """Whoever may change a record may delete it while nothing uses it. Put it before the model's own admin class."""

    delete_confirmation_template: ClassVar[str] = "admin/delete_unused.html"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Deleted lines, counts, missing permissions, and the uses that keep the record, as Django takes them."""
        along = [line for record in objs for line in goes_along(record)]
        return along, {}, set(), [line for record in objs for line in uses_of(record)]

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_texts(obj)
        super().delete_model(request, obj)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        says = SAYS.get(self.model, "Nothing that readers had names it, and no piece does.")
        record = self.get_object(request, object_id) if self.model in NOUNS.values() else None
        extra = {
            "says": says,
            "instead": INSTEAD.get(self.model, ""),
            "merge_address": address_of(record, "merge") if record else "",
            "list_address": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
        }
        return super().delete_view(request, object_id, {**extra, **(extra_context or {})})
