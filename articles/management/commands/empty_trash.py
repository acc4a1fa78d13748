"""`manage.py empty_trash`: delete for good what has been in the trash for 30 days."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from articles.acts import ActRefused
from articles.acts.trash import due, empty, hindrance


@dataclass
class EmptyingResult:
    """What a run has done: lasting names of emptied pieces, and why others stay."""

    emptied: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


class Command(BaseCommand):
    help = (
        "Delete the pieces that have been in the trash for 30 days, with their versions and their history. Each goes "
        "in a transaction of its own; one line without a word of its text stays on record."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be deleted, and delete nothing"
        )
        parser.add_argument("--json", action="store_true", help="print JSON, also to a terminal")

    def handle(self, *args: Any, dry_run: bool, json: bool, **options: Any) -> None:
        result = _would_empty() if dry_run else _empty()
        if self.stdout.isatty() and not json:
            self.stdout.write("\n".join(_in_words(result, dry_run=dry_run)))
        else:
            self.stdout.write(_as_json(result, dry_run=dry_run))


def _would_empty() -> EmptyingResult:
    result = EmptyingResult()
    for desk in due(timezone.now()).select_related("article"):
        if sentence := hindrance(desk.article):
            result.refused[str(desk.article.uuid)] = sentence
        else:
            result.emptied.append(str(desk.article.uuid))
    return result


def _empty() -> EmptyingResult:
    result = EmptyingResult()
    for article_id, uuid in list(due(timezone.now()).values_list("article_id", "article__uuid")):
        try:
            line = empty(article_id, at=timezone.now())
        except ActRefused as refused:
            result.refused[str(uuid)] = str(refused)
        else:
            if line:
                result.emptied.append(str(uuid))
    return result


def _in_words(result: EmptyingResult, *, dry_run: bool) -> list[str]:
    count = len(result.emptied)
    pieces = "1 piece" if count == 1 else f"{count} pieces"
    verb = "would be deleted" if dry_run else "deleted for good"
    return [
        f"{pieces} {verb}." if count else "Nothing has been in the trash for 30 days.",
        *(f"{uuid}: {sentence}" for uuid, sentence in result.refused.items()),
    ]


def _as_json(result: EmptyingResult, *, dry_run: bool) -> str:
    return json.dumps(
        {"dry_run": dry_run, "emptied": result.emptied, "refused": result.refused}, ensure_ascii=False
    )
