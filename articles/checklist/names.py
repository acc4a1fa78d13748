"""Names in bylines that readers may take for somebody else's, or cannot place."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from articles.checklist.obstacles import Obstacle
from articles.models.edition import Edition
from articles.press.lines.bios import is_another_name
from articles.press.proof import Proof
from articles.snapshot import content_of
from articles.timeline import Timeline
from authors.models import Author


def names_of_others(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about a name that is printed for one person and on record as another's; once, not on every change."""
    people, latest = proof.facts.names.people, timeline.latest_piece
    for row in proof.facts.content["bylines"]:
        person = people.get(row["author_id"])
        if not person or not row["name"] or (latest and _printed_so(latest, row)):
            continue
        if _on_record(row["name"]).exclude(pk=person.id).exists():
            sentence = (
                f"“{row['name']}” is printed for {person.name}, and somebody else on record has that name: "
                "are readers to see it so?"
            )
            yield Obstacle("name_of_another", sentence, "bylines")


def unplaced_names(proof: Proof) -> Iterator[Obstacle]:
    """Warn of names without a record, and of a pen name that no bio on the page explains."""
    bios = " ".join(proof.edition.printed["bios"]).casefold()
    for row in proof.facts.content["bylines"]:
        if sentence := _unplaced(proof, row, bios):
            yield Obstacle("name_only" if not row["author_id"] else "pen_name", sentence, "bylines")


def _unplaced(proof: Proof, row: dict[str, Any], bios: str) -> str:
    name, person = row["name"], proof.facts.names.people.get(row["author_id"])
    if person is None:
        if _on_record(name).exists():
            return (
                f"{name} is written as a name only, and somebody on record has that name: is it that person?"
            )
        return f"{name} has no record here, so no page of their own."
    if is_another_name(name, person) and person.name.casefold() not in bios:
        return (
            f"The byline says “{name}” for {person.name}, and no bio on this page says so: "
            "only their own page tells readers who it is."
        )
    return ""


def _printed_so(edition: Edition, row: dict[str, Any]) -> bool:
    """True if readers have had this name of this person."""
    rows = content_of(edition.revision)["bylines"]
    return any((had["author_id"], had["name"]) == (row["author_id"], row["name"]) for had in rows)


def _on_record(name: str) -> Any:
    """People who have this name today, in another language, or had it once."""
    words = ("display_name", "native_name", "names__display_name")
    named = Q.create([(f"{word}__iexact", name) for word in words], connector=Q.OR)
    return Author.objects.filter(named, merged_into=None)
