"""KeptFile: the row of an uploaded file, whatever it holds."""

import secrets
from base64 import b32encode
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from prose.fields import LineField

NAME_BITS = 128
Row = TypeVar("Row", bound=models.Model)


def random_name() -> str:
    """A name that nobody guesses: 128 random bits as 26 lower-case letters and digits (RFC 4648, base 32)."""
    return b32encode(secrets.token_bytes(NAME_BITS // 8)).decode().rstrip("=").lower()


class KeptFileQuerySet(models.QuerySet[Row]):
    """Files of records of the library."""

    def current(self) -> Self:
        """Of each record the file that was added last."""
        owner = self.model.FILE_OF  # type: ignore[attr-defined]
        same = {owner: models.OuterRef(owner), "number__gt": models.OuterRef("number")}
        return self.filter(~models.Exists(type(self)(self.model).filter(**same)))


class KeptFile(models.Model):
    """A file as it was uploaded, described. It is never changed: a better one is another row with the next number.

    `digest`: SHA-256 of the upload, in hexadecimal. `name` is a part of every address of its files. `statements`: what
    the upload said of itself.
    """

    FILE_OF: ClassVar[str]
    """The name of the key to the record whose file it is."""

    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=26, unique=True, default=random_name)
    digest = models.CharField(max_length=64, db_index=True)
    upload_name = LineField(max_length=255, blank=True)
    statements = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()
