"""Files of a page: `Edition.printed["documents"]`. A page that may not show the whole text has none of them."""

import uuid
from typing import Any

from articles.press.facts import Facts
from articles.press.pinned.documents import DocumentFact
from articles.rights.rule import FULL
from prose import printed_line
from prose.languages import serves
from prose.printed_line import PrintedLine, words
from prose.slugs import slug_for
from prose.text_language.recognition import language_to_mark


def documents(facts: Facts) -> list[dict[str, Any]]:
    """The files in the order of the manuscript, without those that may not be shown.

    None go with an excerpt or a link: a report may hold the very text.
    """
    shown = {fact.id: fact for fact in facts.documents} if facts.allowed.mode == FULL else {}
    rows = (row for row in facts.content["attachments"] if row["document_id"] in shown)
    return [_printed(shown[row["document_id"]], row, facts.language) for row in rows]


def _printed(fact: DocumentFact, row: dict[str, Any], page: str) -> dict[str, Any]:
    """One file. The name that the piece gives it goes before its own."""
    title = words(row["title"], language_to_mark(row["title"], page)) or _own_title(fact, page)
    slug = slug_for(printed_line.text(title), fallback=uuid.UUID(fact.uuid), language=fact.language or page)
    return fact.as_json | {
        "kind": row["file_kind"],
        "title": title,
        "download_name": f"{slug}.{fact.format}",
    }


def _own_title(fact: DocumentFact, page: str) -> PrintedLine:
    is_foreign = fact.language and not serves(fact.language, page)
    mark = fact.language if is_foreign else language_to_mark(fact.own_title, page)
    return words(fact.own_title, mark)
