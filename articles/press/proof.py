"""A proof: the edition that publishing a revision would make, not stored. Acts bind it, previews show it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from articles.addresses import article_path
from articles.models.edition import Edition, Permalink
from articles.models.revision import Revision
from articles.press.columns import print_columns, tombstone_words
from articles.press.facts import Facts, NoticeFact, Pinning, load_facts
from articles.rights.rule import Allowed
from articles.snapshot import upgraded
from articles.states import Form
from articles.timeline import Timeline, load_timeline
from disclaimers.models import Institution
from prose.slugs import free_slug


class ProofOptions(TypedDict, total=False):
    """What a proof may be told beside its instant; see `articles.press.facts.facts`."""

    names: Pinning
    wordings: Pinning
    is_material: bool
    adding: tuple[NoticeFact, ...]
    corrected: frozenset[int]


@dataclass(frozen=True)
class Proof:
    """An unsaved edition, the facts it was printed from, and the words search will read."""

    edition: Edition
    facts: Facts
    plain_text: str


def make_proof(
    revision: Revision,
    *,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    after: Edition | None = None,
    standing: Timeline | None = None,
    **choices: Unpack[ProofOptions],
) -> Proof:
    """Print a revision as it would go out at `live_from` (now, when None), seen from `at`.

    `after`: the edition that readers have until then, where it is not yet the newest on record. `standing`: where the
    piece stands at `at`, from an act that has read it under its lock.
    """
    if after is None and standing is None:
        standing = load_timeline(revision.article_id, at)
    before = after or (standing.latest if standing else None)
    begins = live_from or at
    known = load_facts(revision, live_from=begins, previous=before, **choices)
    printed = print_columns(known)
    edition = Edition(
        article_id=revision.article_id,
        uuid=before.uuid if before else revision.article.uuid,
        revision=revision,
        live_from=begins,
        permalink=_permalink(revision, known, before or (standing.coming if standing else None)),
        **printed.columns,
    )
    return Proof(edition, known, printed.plain_text)


def _permalink(revision: Revision, known: Facts, before: Edition | None) -> Permalink:
    """The address asked for; else the one it has; else a free one made from the headline."""
    asked = known.content["slug"]
    if before and (not asked or before.permalink.path == article_path(asked)):
        return before.permalink
    article = revision.article
    others = Permalink.objects.exclude(article_id=article.pk)
    slug = asked or free_slug(
        known.content["headline"],
        fallback=article.uuid,
        taken=lambda candidate: others.filter(path=article_path(candidate)).exists(),
    )
    path = article_path(slug)
    return Permalink.objects.filter(path=path).first() or Permalink(path=path, article=article)


def tombstone(
    last: Edition, told: NoticeFact, *, at: dt.datetime, because: str, keep_headline: bool
) -> Proof:
    """What stands in the place of a piece that was taken down: its notice, at its address, under its lasting name."""
    known = replace(
        load_facts(last.revision, live_from=at, previous=last), notices=(told,), allowed=Allowed(mode="link")
    )
    words = tombstone_words(known, because)
    headline = last.headline if keep_headline else last.kicker or "Withdrawn"
    edition = Edition(
        article_id=last.article_id,
        uuid=last.uuid,
        revision=last.revision,
        form=Form.WITHDRAWAL,
        live_from=at,
        permalink=last.permalink,
        language=last.language,
        mode="link",
        search_policy="noindex",
        kicker=last.kicker,
        headline=headline,
        first_published_on=last.first_published_on,
        first_published_at=last.first_published_at,
        modified_at=at,
        ordered_at=last.ordered_at,
        printed=words,
    )
    return Proof(
        edition, replace(known, content={**known.content, "bylines": [], "appearances": []}, topics=()), ""
    )


def local_day(edition: Edition, at: dt.datetime) -> dt.date:
    """The day an instant falls on where the piece is published."""
    institution = Institution.objects.get(pk=upgraded(edition.revision)["institution"])
    return at.astimezone(ZoneInfo(institution.time_zone)).date()
