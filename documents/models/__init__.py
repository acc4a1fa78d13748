"""Files of pieces: what is known of them, their bytes, and the licences and permissions for them."""

from documents.models.clearance import DocumentClearance
from documents.models.document import Document
from documents.models.document_file import DocumentFile

__all__ = ["Document", "DocumentClearance", "DocumentFile"]
