"""The sample desk onto an empty one, through the same acts as anybody's: its pieces carry their age in
`first_published_on`, never in the hour they went live here.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import transaction

from articles import acts
from articles.desk_file.loading import load as load_desk
from articles.models import Appearance, Article, Byline, Revision, Topic
from articles.sample.accounts import AUTHOR, EDITOR, PUBLISHER, keep_passwords, make_accounts
from articles.sample.pieces import DESK, PLACES, Piece, read_pieces
from articles.topics import topics_named
from authors.models import Author
from disclaimers.models import Institution, Kind
from outlets.models import Outlet

OWN_AUTHOR = "Katrin Wiebe"
"""Whom the sample author's account belongs to: her manuscripts are the ones that account may open."""


class DeskNotEmpty(Exception):
    """There are articles here; a sample is never mixed into somebody's work."""


@transaction.atomic
def load_sample(
    *, clock: Callable[[], dt.datetime], passwords_to: Path, progress: Callable[[int, int], None]
) -> tuple[Counter[str], dict[str, str]]:
    """Make the sample desk; all of it or nothing. Counts of pieces by place, and the accounts' passwords.

    `clock` is read for each act, so that a piece taken down was up before. Raises `DeskNotEmpty`.
    """
    if Article.objects.exists():
        raise DeskNotEmpty("This desk has articles already. The sample desk is made on an empty one only.")
    load_desk(DESK.read_text(encoding="utf-8"))
    accounts, passwords = make_accounts()
    Author.objects.filter(display_name=OWN_AUTHOR).update(user=accounts[AUTHOR])
    pieces = sorted(read_pieces(), key=lambda piece: PLACES.index(piece.place))
    made: list[tuple[Piece, Article]] = []
    for number, piece in enumerate(pieces, start=1):
        made.append((piece, _bring_in(piece, accounts, clock)))
        progress(number, len(pieces))
    for piece, article in made:
        _go_on(piece, article, accounts, clock())
    keep_passwords(passwords, passwords_to)
    return Counter(piece.place for piece in pieces), passwords


def _bring_in(piece: Piece, accounts: Mapping[str, User], clock: Callable[[], dt.datetime]) -> Article:
    """Write the manuscript down, save it, and publish or schedule it where its file says so."""
    article = _manuscript(piece)
    writer = accounts[AUTHOR if piece.bylines[0]["author"] == OWN_AUTHOR else EDITOR]
    revision = acts.save_draft(article, by=writer, at=clock(), base=0)
    if piece.place == "draft":
        return article
    at = clock()
    live_from = _hour(piece, article.institution, at) if piece.place == "scheduled" else None
    acts.publish(article, revision=revision, by=accounts[PUBLISHER], at=at, live_from=live_from)
    return article


def _go_on(piece: Piece, article: Article, accounts: Mapping[str, User], at: dt.datetime) -> None:
    """What happened after publication: an update that is not out yet, or the piece was taken down."""
    if piece.changes:
        _change(article, piece.changes, by=accounts[EDITOR], at=at)
    if piece.place == "unpublished":
        acts.unpublish(article, by=accounts[PUBLISHER], at=at, reason=piece.reason)


def _manuscript(piece: Piece) -> Article:
    article = Article(
        institution=Institution.objects.get(code=piece.institution),
        kind=Kind.objects.get(code=piece.kind),
        language=piece.language,
        headline=piece.headline,
        dek=piece.dek,
        body=piece.body,
        is_archive=piece.is_archive,
        first_published_on=piece.first_published_on,
    )
    article.full_clean()
    article.save()
    for order, row in enumerate(piece.bylines, start=1):
        _keep(
            Byline(
                article=article,
                order=order,
                role=row.get("role", "author"),
                author=Author.objects.get(display_name=row["author"]),
                bio=row.get("bio", ""),
            )
        )
    for order, ran in enumerate(piece.appearances, start=1):
        _keep(
            Appearance(
                article=article,
                order=order,
                relation=ran.relation,
                outlet=Outlet.objects.get(name=ran.outlet),
                headline=ran.headline,
                url=ran.url,
                published_on=ran.on,
                precision=ran.precision,
                language=ran.language,
            )
        )
    article.tags.set(topics_named(Topic, piece.topics))
    return article


def _keep(row: Byline | Appearance) -> None:
    row.full_clean()
    row.save()


def _change(article: Article, changes: tuple[tuple[str, str], ...], *, by: User, at: dt.datetime) -> Revision:
    for old, new in changes:
        if old not in article.body:
            raise ValueError(f"“{old}” does not stand in “{article}”.")
        article.body = article.body.replace(old, new)
    article.save()
    return acts.save_draft(article, by=by, at=at)


def _hour(piece: Piece, institution: Institution, at: dt.datetime) -> dt.datetime:
    """The full hour, some days from now, by the institution's clock."""
    zone = ZoneInfo(institution.time_zone)
    day = at.astimezone(zone).date() + dt.timedelta(days=piece.in_days)
    return dt.datetime.combine(day, dt.time(piece.at_hour), tzinfo=zone)
