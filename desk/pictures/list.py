"""The library's list: a card for each picture."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone

from desk.library.filters import ClearanceFilter, HouseFilter, SourceFilter, UseFilter
from desk.library.pages import newest_file, record_address
from desk.library.permission import LibraryPermission, permission_of
from desk.pictures.pages import file_address
from desk.pictures.uses import in_use, numbers_of_uses
from pictures.models import Picture, PictureFile


@dataclass(frozen=True)
class Card:
    """A picture in the list: what one chooses it by."""

    picture: Picture
    file: PictureFile
    address: str
    thumbnail: str
    credit: str
    permission: LibraryPermission
    uses: int


def cards_of(pictures: list[Picture]) -> list[Card]:
    """Cards of pictures, in four queries."""
    prefetch_related_objects(pictures, "files", "clearances")
    today, uses = timezone.localdate(), numbers_of_uses(pictures)
    return [
        Card(
            picture=picture,
            file=(file := newest_file(picture)),
            address=record_address(picture),
            thumbnail=file_address(file),
            credit=picture.printed_credit,
            permission=permission_of(picture.clearances.all(), today),
            uses=uses[picture.pk],
        )
        for picture in pictures
    ]


class PictureUseFilter(UseFilter):
    """Filter by whether something uses the picture."""

    in_use = in_use()


class ListedPictures(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with the list page: its filters and search."""

    list_filter = [ClearanceFilter, PictureUseFilter, HouseFilter, SourceFilter]
    search_fields = [
        *("title", "description", "shown_words", "credit", "creator", "source", "people", "place"),
        "files__upload_name",
    ]
    search_help_text = "Name, what it shows, credit, people, place or the name of its file."
    list_per_page = 48
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist: Any = super().get_changelist_instance(request)
        changelist.result_list = list(changelist.result_list)
        changelist.cards = cards_of(changelist.result_list)
        return changelist
