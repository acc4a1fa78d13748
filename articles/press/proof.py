"""Proof: the edition that publishing a revision would make, not stored. Acts bind it, previews show it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from articles.addresses import article_path
from articles.models.edition import Edition, Permalink
from articles.models.revision import Revision
from articles.press.columns import print_columns, print_tombstone
from articles.press.facts import Facts, NoticeFact, load_facts
from articles.renewed import Renewed
from articles.rights.rule import Allowed
from articles.snapshot import content_of
from articles.states import Form
from articles.timeline import Timeline, load_timeline
from disclaimers.models import Institution
from prose.slugs import free_slug


class ProofOptions(TypedDict, total=False):
    """Choices for a proof beside its instant; see `articles.press.facts.load_facts`."""

    renewed: Renewed
    is_material: bool
    adding: tuple[NoticeFact, ...]


@dataclass(frozen=True)
class Proof:
    """An unsaved edition, the facts it was printed from, and the text for search."""

    edition: Edition
    facts: Facts
    plain_text: str


def make_proof(
    revision: Revision,
    *,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    after: Edition | None = None,
    timeline: Timeline | None = None,
    **options: Unpack[ProofOptions],
) -> Proof:
    """Print a revision as it would go out at `live_from` (None: at once), seen from the instant `at`.

    `after`: the edition that readers have until then, if it is not the newest on record. `timeline`: the piece's
    timeline at `at`, if the caller has loaded it.
    """
    if after is None and timeline is None:
        timeline = load_timeline(revision.article_id, at)
    previous = after or (timeline.latest if timeline else None)
    begins = live_from or at
    facts = load_facts(revision, live_from=begins, previous=previous, **options)
    printed = print_columns(facts)
    edition = Edition(
        article_id=revision.article_id,
        uuid=previous.uuid if previous else revision.article.uuid,
        revision=revision,
        live_from=begins,
        permalink=_permalink(revision, facts, previous or (timeline.coming if timeline else None)),
        **printed.columns,
    )
    return Proof(edition, facts, printed.plain_text)


def _permalink(revision: Revision, facts: Facts, previous: Edition | None) -> Permalink:
    """The address asked for; else that of `previous`; else a free one made from the headline."""
    asked = facts.content["slug"]
    if previous and (not asked or previous.permalink.path == article_path(asked)):
        return previous.permalink
    article = revision.article
    others = Permalink.objects.exclude(article_id=article.pk)
    slug = asked or free_slug(
        facts.content["headline"],
        fallback=article.uuid,
        language=facts.content["language"],
        taken=lambda candidate: others.filter(path=article_path(candidate)).exists(),
    )
    path = article_path(slug)
    return Permalink.objects.filter(path=path).first() or Permalink(path=path, article=article)


def make_tombstone(
    last: Edition, notice: NoticeFact, *, at: dt.datetime, because: str, keep_headline: bool
) -> Proof:
    """Print the notice that replaces a piece that is taken down, at the address of its last edition."""
    facts = replace(
        load_facts(last.revision, live_from=at, previous=last),
        notices=(notice,),
        allowed=Allowed(mode="link"),
    )
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
        headline=last.headline if keep_headline else last.kicker or facts.phrase("unpublished_title"),
        first_published_on=last.first_published_on,
        first_published_at=last.first_published_at,
        modified_at=at,
        ordered_at=last.ordered_at,
        printed=print_tombstone(facts, because),
    )
    nameless = {**facts.content, "bylines": [], "appearances": []}
    return Proof(edition, replace(facts, content=nameless, topics=()), "")


def local_day(revision: Revision, at: dt.datetime) -> dt.date:
    """The day of an instant in the time zone of the revision's institution."""
    institution = Institution.objects.get(pk=content_of(revision)["institution"])
    return at.astimezone(institution.zone).date()
