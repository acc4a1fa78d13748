"""Sentences on what an act on a permission would print or block, for one that is only tried."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from articles.checklist.rights import blockers
from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.comparison import IN_THE_TEXT, SHOWS, changed_sentences
from articles.press.proof import Proof, make_proof
from articles.states import Act, Public
from articles.timeline import Timeline
from desk.acts.local_time import moment_in_words
from desk.amounts import amount, part_in_words
from desk.previews.looks import where_indexed


@dataclass(frozen=True)
class PageNow:
    """The page that readers get, or would get: the live one, the scheduled one, or a proof of what was saved last."""

    edition: Edition
    proof: Proof | None


def page_now(article: Article, timeline: Timeline) -> PageNow | None:
    """The page as the permissions on record print it; None of a piece that was never saved."""
    if edition := timeline.current or timeline.coming:
        return PageNow(edition, None)
    newest = article.revisions.first()
    proof = make_proof(newest, at=timeline.at, timeline=timeline) if newest else None
    return PageNow(proof.edition, proof) if proof else None


def trial_sentences(article: Article, before: PageNow | None, timeline: Timeline) -> Iterator[str]:
    """Sentences on the page before and after an act that was tried. `timeline`: as the act left it."""
    after = page_now(article, timeline)
    if before is None or after is None:
        return
    if after.proof:
        yield from _if_published(after.proof, timeline)
    for change in changed_sentences(before.edition, after.edition):
        if change.where not in (SHOWS, IN_THE_TEXT):  # the amount of text is said already
            yield f"{change.in_words}."
    indexed = where_indexed(after.edition)
    if indexed != where_indexed(before.edition):
        yield indexed or "Search engines may list our page."


def _if_published(proof: Proof, timeline: Timeline) -> Iterator[str]:
    """How much readers would get of a piece that they have not, and which rights still hold it back."""
    yield f"Published now, it would show {part_in_words(proof) or amount(proof.edition)}."
    if changes := proof.facts.allowed.changes_at:
        yield f"That would change on {moment_in_words(changes, timezone.get_current_timezone_name())}."
    if timeline.public in (Public.NEVER, Public.UNPUBLISHED):
        held_back = list(blockers(Act.PUBLISH, proof, timeline, without_text=False))
        for obstacle in held_back:
            yield f"It could not be published so: {obstacle.sentence}"
        if not held_back:
            yield "No right of others would keep it from being published."
