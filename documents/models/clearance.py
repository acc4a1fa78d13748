"""DocumentClearance: the licence or the permission under which readers may have a document."""

from django.db import models

from documents.models.document import Document
from pictures.models.clearance import ClearanceQuerySet, ClearanceTerms


class DocumentClearance(ClearanceTerms):
    """One licence or permission for a document."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="clearances")

    objects = ClearanceQuerySet["DocumentClearance"].as_manager()

    class Meta(ClearanceTerms.Meta):
        verbose_name = "licence or permission for a file"
        verbose_name_plural = "licences and permissions for files"
        ordering = ["document", "id"]
