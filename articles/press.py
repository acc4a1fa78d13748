"""A proof: the edition that publishing a revision would make, not stored. Acts bind it, previews show it."""

import datetime as dt
from dataclasses import dataclass

from articles.facts import Choice, Facts, facts
from articles.models.edition import Edition, Permalink
from articles.models.revision import Revision
from articles.printing import print_
from articles.timeline import Timeline, timeline
from prose.slugs import free_slug


@dataclass(frozen=True)
class Proof:
    """An unsaved edition, the facts it was printed from, and the words search will read."""

    edition: Edition
    facts: Facts
    plain_text: str


def proof(
    revision: Revision,
    *,
    at: dt.datetime,
    live_from: dt.datetime | None = None,
    names: Choice = "pinned",
    wordings: Choice = "pinned",
) -> Proof:
    """Print a revision as it would go out at `live_from` (now, when None), seen from `at`."""
    standing = timeline(revision.article_id, at)
    known = facts(
        revision, live_from=live_from or at, previous=standing.latest, names=names, wordings=wordings
    )
    printed = print_(known)
    edition = Edition(
        article_id=revision.article_id,
        uuid=revision.article.uuid,
        revision=revision,
        live_from=live_from or at,
        permalink=_permalink(revision, known, standing),
        **printed.columns,
    )
    return Proof(edition, known, printed.plain_text)


def _permalink(revision: Revision, known: Facts, standing: Timeline) -> Permalink:
    """The address asked for; else the one it has; else a free one made from the headline."""
    before = standing.latest or standing.coming
    asked = known.content["slug"]
    if before and asked in ("", before.permalink.slug):
        return before.permalink
    article = revision.article
    others = Permalink.objects.exclude(article_id=article.pk)
    slug = asked or free_slug(
        known.content["headline"],
        fallback=article.uuid,
        taken=lambda candidate: others.filter(slug=candidate).exists(),
    )
    own = Permalink.objects.filter(slug=slug).first()
    return own or Permalink(slug=slug, article=article)
