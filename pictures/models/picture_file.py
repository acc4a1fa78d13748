"""PictureFile: one uploaded file of a picture. StoredFile: one of the files made from it, at full size or smaller.

A row comes first and its file follows: what was made stands in the row until a worker has written it to the storage,
so that a process killed at any moment leaves neither a row without a file nor a file without a row.
"""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from pictures.models.kept_file import KeptFile, KeptFileQuerySet
from pictures.models.kept_file import random_name as random_name  # the first migration names it here
from pictures.models.picture import Picture


class FileFormat(models.TextChoices):
    """Formats in which files are kept and served."""

    AVIF = "avif", "AVIF"
    JPEG = "jpeg", "JPEG"
    PNG = "png", "PNG"

    @property
    def media_type(self) -> str:
        return f"image/{self.value}"


class PictureFileQuerySet(KeptFileQuerySet["PictureFile"]):
    def alike(self, look: int, within: int) -> Self:
        """Files whose look differs from another in so many bits at most (see `pictures.files.look`)."""
        bits = models.Func(
            F("look"), models.Value(look, models.BigIntegerField()),
            template="bit_count((%(expressions)s)::bit(64))", arg_joiner=" # ", output_field=models.BigIntegerField(),
        )  # fmt: skip
        return self.alias(bits=bits).filter(bits__lte=within)


class PictureFile(KeptFile):
    """A picture as it was uploaded, described; of the upload itself nothing is kept.

    `statements`: what it said of its picture, as fields of `pictures.files.metadata.Found`.
    """

    FILE_OF = "picture"

    picture = models.ForeignKey(Picture, models.PROTECT, related_name="files")
    look = models.BigIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    fallback_format = models.CharField(max_length=4, choices=FileFormat.choices)

    objects = PictureFileQuerySet.as_manager()

    class Meta(KeptFile.Meta):
        ordering = ["picture", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["picture", "number"], name="one_file_of_a_number"),
            models.CheckConstraint(condition=Q(width__gte=1) & Q(height__gte=1), name="a_picture_has_pixels"),
        ]
        triggers = [pgtrigger.ReadOnly(name="picture_files_stay")]

    def __str__(self) -> str:
        return f"{self.picture}, file {self.number} ({self.width} × {self.height})"


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    def to_make(self) -> Self:
        """Renditions that are not made yet, small ones first."""
        return self.filter(stored_at=None, content=None).order_by("width", "id")

    def to_store(self) -> Self:
        """Files that are made and not in the storage yet."""
        return self.filter(content__isnull=False).order_by("id")


class StoredFile(models.Model):
    """A file made from an upload, so many pixels wide. `content` holds it until it is in the storage.

    The master is the picture at full size, from which renditions are made. Readers never get it.
    """

    file = models.ForeignKey(PictureFile, models.PROTECT, related_name="stored")
    is_master = models.BooleanField(default=False)
    width = models.PositiveIntegerField()
    file_format = models.CharField(max_length=4, choices=FileFormat.choices)
    size = models.PositiveIntegerField("bytes", null=True)
    content = models.BinaryField(null=True)
    stored_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["file", "is_master", "width", "file_format"], name="one_stored_file_of_a_kind"
            ),
            models.UniqueConstraint(fields=["file"], condition=Q(is_master=True), name="one_master"),
            models.CheckConstraint(
                condition=Q(stored_at__isnull=True) | Q(content__isnull=True),
                name="a_stored_file_is_no_longer_in_its_row",
            ),
            models.CheckConstraint(
                condition=Q(size__isnull=False) | Q(stored_at__isnull=True, content__isnull=True),
                name="a_made_file_has_its_size",
            ),
        ]
        indexes = [
            models.Index(
                fields=["width", "id"], condition=Q(stored_at__isnull=True), name="files_not_stored_yet"
            )
        ]
        triggers = [
            pgtrigger.ReadOnly(name="stored_files_stay", fields=["file", "is_master", "width", "file_format"])
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def path(self) -> str:
        """Name in the storage: "pictures/<name>/960.avif", "pictures/<name>/master.png"."""
        return f"pictures/{self.file.name}/{'master' if self.is_master else self.width}.{self.file_format}"


class FileToRemove(models.Model):
    """A file whose row is gone: a worker takes it out of the storage, then this row goes too."""

    path = models.CharField(max_length=200, unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.path
