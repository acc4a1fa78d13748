"""Names in bylines that readers may take for somebody else's, or cannot place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
    asked = [
        (row, person)
        for row in proof.facts.content["bylines"]
        if row["name"] and (person := people.get(row["author_id"]))
        if not (latest and _printed_so(latest, row))
    ]
    holders = _holders(row["name"] for row, _ in asked)
    for row, person in asked:
        if holders[row["name"].upper()] - {person.id}:
            sentence = (
                f"“{row['name']}” is printed for {person.name}, and somebody else on record has that name: "
                "are readers to see it so?"
            )
            yield Obstacle("name_of_another", sentence, "bylines")


def unplaced_names(proof: Proof) -> Iterator[Obstacle]:
    """Warn of names without a record, and of a pen name that no bio on the page explains."""
    bios = " ".join(proof.edition.printed["bios"]).casefold()
    holders = _holders(row["name"] for row in proof.facts.content["bylines"] if not row["author_id"])
    for row in proof.facts.content["bylines"]:
        if sentence := _unplaced(proof, row, bios, holders):
            yield Obstacle("name_only" if not row["author_id"] else "pen_name", sentence, "bylines")


def _unplaced(proof: Proof, row: dict[str, Any], bios: str, holders: Mapping[str, set[int]]) -> str:
    name, person = row["name"], proof.facts.names.people.get(row["author_id"])
    if person is None:
        if holders[name.upper()]:
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


def _holders(names: Iterable[str]) -> Mapping[str, set[int]]:
    """Keys of the people who have these names today, in another language, or had them once, by the names in capitals.

    One query, however many names there are.
    """
    wanted, words = set(names), ("display_name", "native_name", "names__display_name")
    holders = defaultdict[str, set[int]](set)
    if not wanted:
        return holders
    named = Q.create([(f"{word}__iexact", name) for word in words for name in wanted], connector=Q.OR)
    for key, *own in Author.objects.filter(named, merged_into=None).values_list("pk", *words):
        for name in filter(None, own):
            holders[name.upper()].add(key)
    return holders
