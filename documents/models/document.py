"""Document: a report, a transcript or data in the library, whatever files it has had."""

from pictures.models.credited import Credited, CreditedQuerySet
from prose.fields import LineField
from prose.names.dated import name_language_field


class DocumentQuerySet(CreditedQuerySet["Document"]):
    """Documents of the library."""


class Document(Credited):
    """A file of the library, as editors and readers call it. `language`: that of its text, and of its name."""

    title = LineField("name of the file", max_length=200, help_text="As readers see it.")
    creator = LineField("written or made by", max_length=200, blank=True)
    language = name_language_field("it is in")

    objects = DocumentQuerySet.as_manager()

    class Meta(Credited.Meta):
        verbose_name = "file"

    def __str__(self) -> str:
        return self.title
