"""Manuscripts that an author sends back, and what an editor does with one."""

from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from articles.models import Article, Revision
from desk.export.piece import load_piece
from desk.export.word.file import word_file
from desk.pages import DeskPage
from tests.conftest import NOW


def came_back(revision: Revision, *words: tuple[str, str], **changes: Any) -> bytes:
    """The Word copy of a version in which its author wrote other words, and changed members of the exported piece."""
    piece = load_piece(revision, NOW)
    body = piece.body
    for old, new in words:
        assert old in body
        body = body.replace(old, new)
    return word_file(replace(piece, body=body, **changes))


def laid(
    browser: Client, article: Article, content: bytes | str, name: str = "second.docx"
) -> tuple[str, Any]:
    """The address and the page on which a file, or a pasted text, is compared with the draft."""
    sent = {"text": content} if isinstance(content, str) else {"file": SimpleUploadedFile(name, content)}
    answer = browser.post(DeskPage.LAY_OVER.address(article.pk), sent)
    assert answer.status_code == 302, answer.content.decode()
    address = answer.headers["Location"]
    return address, browser.get(address)


def choices_of(page: Any) -> dict[str, Any]:
    """What a browser without scripts would send from the page's form."""
    (form,) = html.fromstring(page.content.decode()).xpath("//form[@class='laid-form']")
    sent: dict[str, Any] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent
