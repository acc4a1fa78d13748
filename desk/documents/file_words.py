"""A file as the desk names it, and its statements as its page shows them."""

from django.template.defaultfilters import filesizeformat

from desk.library.file_words import FileWords, statements
from documents.models import Document, DocumentFile
from documents.models.document_file import DocumentFormat
from documents.offers import known_language
from prose.languages import BY_CODE

_FIELDS = {
    "title": ("Its title", "title"),
    "author": ("Author", "creator"),
    "program": ("Made with", ""),
    "along": ("It also holds", ""),
}


def in_words(file: DocumentFile) -> str:
    """ "PDF, 12 pages, 1.3 MB"."""
    pages = f"{file.pages:,} page{'' if file.pages == 1 else 's'}" if file.pages else ""
    words = (str(DocumentFormat(file.file_format).label), pages, filesizeformat(file.size))
    return ", ".join(filter(None, words))


def words_of_file(file: DocumentFile, document: Document) -> list[FileWords]:
    """Statements of the file about itself; readers can see them too."""
    words = [each for _, each in statements(file.statements, document, _FIELDS)]
    if tag := str(file.statements.get("language", "")):
        code = known_language(tag)
        name = BY_CODE[code].name if code else tag
        words.insert(
            1, FileWords("Its language", name, "language", "" if code == document.language else code)
        )
    return words


def doubts_of(file: DocumentFile) -> list[str]:
    """Sentences about what makes a PDF hard to read for some."""
    if file.file_format != DocumentFormat.PDF:
        return []
    doubts = (
        ("title", "It has no title of its own: a reader’s window shows the name of the file."),
        ("language", "It does not say its language: a screen reader may read it in a wrong voice."),
        ("is_tagged", "It is not tagged: a screen reader finds no headings, lists and tables in it."),
    )
    return [sentence for name, sentence in doubts if not file.statements.get(name)]
