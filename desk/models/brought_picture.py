"""BroughtPicture: a picture of a brought text, as it was read, until the text has become a draft."""

from dataclasses import asdict
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from desk.models.brought_text import BroughtText
from pictures.files.read import ReadPicture, read_answer
from pictures.models.picture_file import FileFormat
from prose.fields import LineField


class BroughtPicture(models.Model):
    """One picture, for the figure with this key. It goes when its text does.

    `content`: the bytes that the text held, until they are read; then there are the `facts` of a
    `pictures.files.read.ReadPicture` and its two files, or the `problem`, a sentence.
    """

    text = models.ForeignKey(BroughtText, models.CASCADE, related_name="pictures")
    key = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    file_name = LineField(max_length=255, blank=True)
    content = models.BinaryField(null=True)
    facts = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    master = models.BinaryField(null=True)
    smallest = models.BinaryField(null=True)
    problem = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["text", "number"]
        constraints = [
            models.UniqueConstraint(fields=["text", "key"], name="one_picture_of_a_key_in_a_text"),
            models.CheckConstraint(
                condition=Q(content__isnull=True) | Q(facts__isnull=True, master__isnull=True, problem=""),
                name="a_picture_that_was_read_keeps_no_upload",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name or f"picture {self.number}"

    def keep(self, read: ReadPicture | str) -> None:
        """Keep what was read in place of the bytes, or the sentence why nothing was."""
        self.content = None
        if isinstance(read, str):
            self.problem = read
        else:
            values = asdict(read)
            self.master, self.smallest = values.pop("master"), values.pop("smallest")
            self.facts = {**values, "master_bytes": len(read.master)}
        self.save()

    def read(self) -> ReadPicture:
        """The picture that was kept."""
        assert self.facts is not None  # noqa: S101 - whoever asks has seen that it was read
        return read_answer(dict(self.facts), bytes(self.master or b"") + bytes(self.smallest or b""))

    @property
    def media_type(self) -> str:
        """Media type of `smallest`."""
        facts: dict[str, Any] = self.facts or {}
        return FileFormat(facts["fallback_format"]).media_type
