"""LoadedRecord: what a desk file said of a record when it was last loaded, so that later changes by people are seen."""

from django.db import models


class LoadedRecord(models.Model):
    """One record of a desk file, by its model and by what names it in the file.

    `key`: its primary key; the record may be gone. `values`: the field's names with the values that the file gave,
    as stored. A field whose value is another one now was changed by somebody.
    """

    model = models.CharField(max_length=60)
    identity = models.CharField(max_length=600)
    key = models.BigIntegerField()
    values = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["model", "identity"], name="one_memory_of_a_loaded_record"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.identity}"
