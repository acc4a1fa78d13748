"""Fill the library with the sample's files: papers and a table."""

import csv
import datetime as dt
import tomllib
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.acts.ledger import Clock
from disclaimers.models import Licence
from documents.acts import DocumentFacts, add_document
from documents.files.__main__ import answer
from documents.files.read import ReadDocument
from documents.models import Document, DocumentClearance
from thinktank.sample.papers import paper

FACTS = Path(__file__).parent / "documents.toml"


def add_documents(by: User, clock: Clock) -> dict[str, Document]:
    """Add all files to the library. Returns them by their names in documents.toml."""
    rows = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    return {name: _add(name, facts, by, clock()) for name, facts in rows.items()}


def _add(name: str, facts: dict[str, Any], by: User, at: dt.datetime) -> Document:
    """Add a file with its licence or permission. It is ours, so it is read in this process."""
    clearance = facts.pop("clearance")
    paragraphs, rows = facts.pop("paragraphs", []), facts.pop("rows", [])
    known = {"language": "en", "source_kind": "own", **facts}
    if paragraphs:
        ending, content = "pdf", paper(known["title"], known["language"], paragraphs, author=known["creator"])
    else:
        ending, content = "csv", _table(rows)
    read = ReadDocument(**answer(content, ending))
    upload_name = f"{name}.{ending}"
    document = add_document(DocumentFacts(**known), read, content, upload_name=upload_name, by=by, at=at)
    _clear(document, clearance)
    return document


def _table(rows: list[list[str]]) -> bytes:
    written = StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def _clear(document: Document, terms: Mapping[str, Any]) -> None:
    known = dict(terms)
    if code := known.pop("licence", ""):
        known["licence"] = Licence.objects.get(code=code)
    clearance = DocumentClearance(document=document, **known)
    clearance.full_clean()
    clearance.save()
