"""Questions before a text goes out: each is seldom meant, and is asked until the editor confirms it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Subquery
from django.utils.text import capfirst

from articles.checklist.answers import asked_before_they_came
from articles.checklist.corrected import undone
from articles.checklist.days import facts_of_a_period
from articles.checklist.names import names_of_others
from articles.checklist.obstacles import Obstacle
from articles.checklist.rights import offered_and_reserved
from articles.models.appearance import OURS_FROM_ELSEWHERE
from articles.models.edition import Edition, EditionByline
from articles.press.proof import Proof
from articles.press.relations import is_by_others
from articles.rights.naming import named_for
from articles.rights.rule import LINK
from articles.rights.sources import source_keys
from articles.timeline import Timeline
from authors.models import Appointment, Author
from pictures.credit_lines import photo_credits
from prose.dates import day_in_words
from prose.html.text import plain_text
from prose.quotation_marks import in_quotes

LONG_NOTE = 120
"""Words up to which a text beside an article of others is taken for our own note on it."""


def questions(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Questions to whoever publishes: of people nobody knows, a picture's credit, a headline changed in silence."""
    yield from _silent_people(proof, timeline)
    yield from names_of_others(proof, timeline)
    yield from asked_before_they_came(proof)
    for line in photo_credits(plain_text(proof.facts.content["body"])):
        sentence = (
            f"The text has the line “{line}”, which looks like the credit of a picture. Is it to be printed?"
        )
        yield Obstacle("photo_credit", sentence, "body")
    yield from _long_quotation(proof)
    yield from _word_for_word(proof, timeline)
    yield from _no_way_to_the_text(proof)
    yield from _before_its_source(proof)
    yield from offered_and_reserved(proof, timeline)
    yield from _first_day_past(proof, timeline)
    yield from facts_of_a_period(proof, timeline)
    yield from _changed_in_place(proof, timeline)
    yield from undone(proof, timeline)


def _long_quotation(proof: Proof) -> Iterator[Obstacle]:
    """Ask about a long text that stands beside an article of others in which somebody is quoted."""
    content, words = proof.facts.content, proof.edition.word_count
    if words <= LONG_NOTE or not is_by_others(content):
        return
    if any(
        row["relation"] in OURS_FROM_ELSEWHERE and row["expert_role"] == "quoted"
        for row in content["appearances"]
    ):
        sentence = (
            f"Somebody is quoted in an article of others, and the text here has {words} words. Is it our own note? "
            "The outlet’s article itself needs the outlet’s permission."
        )
        yield Obstacle("long_quotation", sentence, "body")


def _word_for_word(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask, before readers have it, about a text that an outlet lets nobody edit."""
    if timeline.latest_piece or proof.edition.mode == LINK:
        return
    is_translated = " It is said to be a translation." if proof.facts.content["source_language"] else ""
    for permission in proof.facts.allowed.in_force:
        if not permission.may_be_edited:
            sentence = (
                f"{permission.whose}: we may not edit the text. Is it word for word theirs?{is_translated}"
            )
            yield Obstacle("word_for_word", sentence, "body")


def _no_way_to_the_text(proof: Proof) -> Iterator[Obstacle]:
    """Ask about a page that has neither the text nor a link to it."""
    if proof.edition.mode == LINK and not proof.edition.printed["read_more"]:
        sentence = (
            "The page has neither the text nor a link to it: "
            "no place here has an address at which the whole text can be read."
        )
        yield Obstacle("no_link", sentence, "appearances")


def _before_its_source(proof: Proof) -> Iterator[Obstacle]:
    """Ask about a page that readers get before the piece from which it is made, if that is scheduled."""
    begins, zone = proof.edition.live_from, ZoneInfo(proof.facts.time_zone)
    for key in source_keys(proof.facts.content):
        editions = Edition.objects.filter(article=key).select_related("article")
        first = editions.not_emptied().order_by("live_from").first()
        if first and first.live_from > begins:
            day = day_in_words(first.live_from.astimezone(zone).date())
            name = capfirst(named_for(proof.facts.names.institution, first.article, first.headline))
            sentence = f"{name}, from which this is made, goes out on {day}: readers get this one first. Is that meant?"
            yield Obstacle("before_its_source", sentence)


def _first_day_past(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about a piece that readers have not had and that carries an earlier day; one from the archive is meant so."""
    facts = proof.facts
    day = facts.content["first_published_on"]
    is_new = timeline.latest_piece is None and not facts.content["is_archive"]
    if is_new and day and dt.date.fromisoformat(day) < facts.live_on:
        sentence = (
            f"Readers have not had this piece here, and it is to carry {day_in_words(dt.date.fromisoformat(day))} "
            "as its day of first publication: it stands at that day in lists and the feed."
        )
        yield Obstacle("first_day_past", sentence, "first_published_on")


def _silent_people(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about people of whom the page says nothing: those that are new here, and those whose last post has ended.

    A bio that stands beside one name may speak of several: "Ida Quay and Nora Quill count ships."
    """
    people, rows = proof.facts.names.people, proof.facts.content["bylines"]
    bios = " ".join(row["bio"] for row in rows).casefold()
    silent = [
        person
        for row in rows
        if (person := people.get(row["author_id"]))
        and not (row["bio"] or person.appointment or _is_named(bios, person.name, row["name"]))
    ]
    before = timeline.latest_piece.printed["records"]["people"] if timeline.latest_piece else {}
    silent = [person for person in silent if str(person.id) not in before]
    if not silent:
        return
    day = proof.facts.counted_on
    credited, posts = EditionByline.objects.filter(author=OuterRef("pk")), Appointment.objects.past(day)
    last = posts.filter(author=OuterRef("pk")).order_by("-until_on")
    authors = Author.objects.annotate(is_known=Exists(credited), last_post=Subquery(last.values("pk")[:1]))
    known: dict[int, Any] = authors.in_bulk([person.id for person in silent])
    ended_posts = Appointment.objects.select_related("institution").in_bulk(
        [author.last_post for author in known.values() if author.last_post]
    )
    for person in silent:
        author = known[person.id]
        if author.last_post:
            post = ended_posts[author.last_post]
            ended = day_in_words(post.until_on or day)
            sentence = (
                f"{person.name}: the last post on record, {post.in_words}, ended on {ended}, "
                "and no bio on this page says who this is now: are readers told?"
            )
            yield Obstacle("post_ended", sentence, "bylines")
        elif not author.is_known:
            sentence = (
                f"{person.name} is new here, has no post, and no bio on this page names them: "
                "are readers told who this is?"
            )
            yield Obstacle("new_person", sentence, "bylines")


def _is_named(bios: str, *names: str) -> bool:
    return any(name and name.casefold() in bios for name in names)


def _changed_in_place(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about another headline or address of a live page where no notice tells readers of it."""
    before, edition = timeline.current, proof.edition
    is_told = any(notice.id is None for notice in proof.facts.notices)
    if before is None or before != timeline.latest_piece or is_told:
        return
    if before.headline != edition.headline:
        sentence = (
            f"The headline of a live page changes, from {in_quotes(before.headline)} to {in_quotes(edition.headline)}, "
            "and no notice tells readers."
        )
        yield Obstacle("headline_changes", sentence, "headline")
    if before.permalink.path != edition.permalink.path:
        sentence = (
            f"The web address changes from {before.permalink.path} to {edition.permalink.path}. "
            "The old one will lead to the new one."
        )
        yield Obstacle("address_changes", sentence, "slug")
