"""Files that came back through links, and what the desk has made of each: who compared it, which version has it."""

import datetime as dt
from dataclasses import dataclass

from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.states import Act
from desk.history.sentences import who
from desk.laid_over.origin import ORIGIN, in_words
from desk.models import SentBackFile


@dataclass(frozen=True)
class FileTaken:
    """The newest version that has parts of a file; `parts` in words."""

    number: int
    parts: str
    by: str
    at: dt.datetime


def files_of(article: Article) -> list[tuple[SentBackFile, FileTaken | None]]:
    """The files, in the order in which they came, and what was taken of each."""
    files = SentBackFile.objects.filter(link__article=article).defer("content")
    rows = list(files.select_related("link", "compared_by"))
    taken = _taken(article) if rows else {}
    return [(row, taken.get(row.pk)) for row in rows]


def _taken(article: Article) -> dict[int, FileTaken]:
    entries = LedgerEntry.objects.filter(article=article, act=Act.SAVE_DRAFT, after__has_key=ORIGIN)
    taken: dict[int, FileTaken] = {}
    for entry in entries.select_related("actor").order_by("id"):
        facts = entry.after[ORIGIN]
        if key := facts.get("sent_back"):
            taken[key] = FileTaken(entry.after["version"], in_words(facts["parts"]), who(entry), entry.at)
    return taken
