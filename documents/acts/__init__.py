"""Acts on documents: the only way their files come and go. Each runs in one transaction."""

from documents.acts.adding import DocumentFacts, add_document, replace_file
from documents.acts.removing import remove_document

__all__ = ["DocumentFacts", "add_document", "remove_document", "replace_file"]
