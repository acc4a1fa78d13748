"""Builders of pictures with their files, without a decoder."""

import datetime as dt
from typing import Any

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from pictures.files.renditions import widths_of
from pictures.models import Clearance, Picture, PictureFile, StoredFile


def file_of(picture: Picture, width: int = 2000, height: int = 1250, **facts: Any) -> PictureFile:
    """One more file of a picture, without a decoder: the rows of all its sizes, and a content of the smallest."""
    number = picture.files.count() + 1
    usual = {"digest": f"{picture.pk}-{number}", "look": number, "fallback_format": "jpeg"}
    added = {"added_by": picture.added_by, "added_at": picture.added_at}
    file = PictureFile.objects.create(
        picture=picture, number=number, width=width, height=height, **{**usual, **added, **facts}
    )
    rows = [
        StoredFile(file=file, width=size, file_format=to)
        for size in widths_of(width)
        for to in ("avif", file.fallback_format)
    ]
    rows[1].content, rows[1].size = b"a small picture", 15
    StoredFile.objects.bulk_create(
        [StoredFile(file=file, is_master=True, width=width, file_format="png"), *rows]
    )
    return file


class PictureFactory(DjangoModelFactory[Picture]):
    """A picture of ours with one file of 2000 × 1250 pixels, `size` another; it may be shown everywhere."""

    class Meta:
        model = Picture
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Quay {n}")
    description = "Two cranes at a quay."
    creator = "Nora Quill"
    source_kind = "own"
    language = "en"
    added_at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    added_by = factory.LazyFunction(lambda: User.objects.get_or_create(username="librarian")[0])

    @factory.post_generation
    def size(self, create: bool, pixels: Any, **kwargs: Any) -> None:
        file_of(self, *(pixels or (2000, 1250)))  # type: ignore[arg-type]

    @factory.post_generation
    def cleared(self, create: bool, terms: Any, **kwargs: Any) -> None:
        """No permission is needed, or what `cleared={…}` says; `cleared=False`: none is on record."""
        if terms is not False:
            Clearance.objects.create(picture=self, **{"state": "not_needed", **(terms or {})})
