"""Checks of the files that a piece carries: credits, permissions, and what PDFs say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles.checklist.library import LibraryUse, ends_soon
from articles.checklist.obstacles import Obstacle
from articles.press.proof import Proof
from articles.rights.clearances import document_clearances
from articles.rights.rule import FULL
from articles.used_documents import carries_documents, used_documents
from documents.models import Document, DocumentFile
from documents.models.document_file import DocumentFormat
from prose.languages import BY_CODE, serves
from prose.quotation_marks import in_quotes
from prose.typography import clean_line

FIELD = "attachments"


@dataclass(frozen=True)
class DocumentChecks:
    """Obstacles of the files of a proof, and hints on them."""

    proof: Proof

    @cached_property
    def used(self) -> list[LibraryUse]:
        """The files in the order of the manuscript, each once."""
        content = self.proof.facts.content
        if not carries_documents(content):
            return []
        facts = {fact.id: fact for fact in self.proof.facts.documents}
        return [
            LibraryUse("file", record, facts.get(key), f"The file {in_quotes(record)}", FIELD)
            for key, record in self._records.items()
            if record
        ]

    @cached_property
    def _records(self) -> dict[int, Document | None]:
        """The files in the order of the manuscript, by their keys; None for one that was deleted."""
        content = self.proof.facts.content
        records = {record.pk: record for record in used_documents(content)}
        return {row["document_id"]: records.get(row["document_id"]) for row in content["attachments"]}

    def blockers(self) -> Iterator[Obstacle]:
        """Facts that a file lacks before readers get it; none get it where they do not get the whole text."""
        for use in self.used if self._is_whole else ():
            yield from use.blockers(self.proof.facts.live_on)
        if carries_documents(self.proof.facts.content) and None in self._records.values():
            sentence = "A file of this piece is no longer in the library. Take it out, or choose another."
            yield Obstacle("file_gone", sentence, FIELD)

    def warnings(self) -> Iterator[Obstacle]:
        """Files that soon may not be shown any more, and PDFs that say of themselves what the library does not."""
        if self.used and not self._is_whole:
            sentence = "Readers do not get the whole text, so its files do not go out with it either."
            yield Obstacle("files_left_out", sentence, FIELD)
            return
        content, article = self.proof.facts.content, self.proof.edition.article_id
        shown = [use for use in self.used if use.fact]
        rows = document_clearances(content, article) if shown else ()
        ends = ends_soon(rows, "document", self.proof.facts.live_on)
        for use in shown:
            yield from use.ending(ends)
            says = self._pdfs.get(use.fact.file_id) if use.fact else None
            yield from () if says is None else _of_pdf(use, says)

    @property
    def _is_whole(self) -> bool:
        return self.proof.facts.allowed.mode == FULL

    @cached_property
    def _pdfs(self) -> dict[int, dict[str, Any]]:
        """Statements of the PDFs about themselves, by the key of the file."""
        keys = [fact.file_id for fact in self.proof.facts.documents]
        rows = DocumentFile.objects.filter(pk__in=keys, file_format=DocumentFormat.PDF)
        return dict(rows.values_list("pk", "statements")) if keys else {}


def _of_pdf(use: LibraryUse, says: dict[str, Any]) -> Iterator[Obstacle]:
    """Warn of a PDF that names itself otherwise, or in which programs that read aloud do not find their way."""
    title, language = clean_line(str(says.get("title") or "")), str(says.get("language") or "")
    if not title:
        sentence = (
            f"{use.name} is a PDF without a title of its own: a window that shows it is named by its address."
        )
        yield Obstacle("pdf_without_title", sentence, FIELD)
    elif title.casefold() != str(use.record).casefold():
        sentence = f"{use.name} calls itself {in_quotes(title)}: readers of the PDF see that."
        yield Obstacle("pdf_named_otherwise", sentence, FIELD)
    if not language:
        sentence = (
            f"{use.name} is a PDF that does not say its language: programs that read aloud must guess it."
        )
        yield Obstacle("pdf_without_language", sentence, FIELD)
    elif use.record.language and not serves(language, use.record.language):
        named = BY_CODE[language].name if language in BY_CODE else language
        sentence = f"{use.name} says that it is in another language than the library does: {named}."
        yield Obstacle("pdf_in_another_language", sentence, FIELD)
    if not says.get("is_tagged"):
        sentence = (
            f"{use.name} is a PDF without tags: programs that read aloud find no headings and lists in it."
        )
        yield Obstacle("untagged_pdf", sentence, FIELD)
