"""What was done about the sample's pieces beside writing them: permissions, notices, updates, taking down."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User

from articles import acts
from articles.acts.batches import Clock
from articles.acts.rights import Grant
from articles.models import Appearance, Article, Notice
from articles.timeline import load_timeline
from disclaimers.models import Licence
from outlets.models import StandingPermission
from thinktank.sample.open_accounts import EDITOR, PUBLISHER
from thinktank.sample.pieces import Piece, Ran

Accounts = Mapping[str, User]


def put_permissions_on_record(piece: Piece, article: Article, accounts: Accounts, clock: Clock) -> None:
    """Ask, record, settle: what the file says of each place. A place it says nothing of has nothing on record."""
    places = article.appearances.select_related("outlet").order_by("order")
    for ran, place in zip(piece.appearances, places, strict=True):
        if ran.rights:
            _permission(ran, place, by=accounts[EDITOR], at=clock())


def _permission(ran: Ran, place: Appearance, *, by: User, at: dt.datetime) -> None:
    terms = dict(ran.rights)
    match terms.pop("state", "granted"):
        case "granted":
            acts.grant_rights(place, _grant(terms, place, at), by=by, at=at)
        case "requested":
            acts.request_rights(place, by=by, at=at, on=at.date() - dt.timedelta(days=terms["days_ago"]))
        case state:
            if code := terms.pop("licence", ""):
                terms["licence"] = Licence.objects.get(code=code)
            acts.settle_rights(place, state=state, by=by, at=at, **terms)


def _grant(terms: dict[str, Any], place: Appearance, at: dt.datetime) -> Grant:
    """`ends_in_days` counts from the day the desk is made, so that the sample shows an end that is near."""
    if terms.pop("standing", False):
        on = place.published_on or at.date()
        standing = StandingPermission.objects.in_force(on).get(outlet=place.outlet)
        return Grant.by_standing_permission(standing, on=on)
    if days := terms.pop("ends_in_days", 0):
        terms["valid_until"] = at.date() + dt.timedelta(days=days)
    return Grant(**terms)


def go_on(piece: Piece, article: Article, accounts: Accounts, clock: Clock) -> None:
    """What happened after publication: what readers were told of it, an update that is not out yet, its end."""
    for row in piece.notices:
        _tell(article, row, by=accounts[PUBLISHER], at=clock())
    if piece.changes:
        article.refresh_from_db()
        article.body = changed(article.body, piece.changes)
        article.save()
        acts.save_draft(article, by=accounts[EDITOR], at=clock())
    if piece.place == "unpublished":
        acts.unpublish(article, by=accounts[PUBLISHER], at=clock(), reason=piece.reason)
    if piece.place == "taken down":
        acts.take_down(
            article, **piece.taken_down, by=accounts[PUBLISHER], at=clock(), reason=piece.reason
        )  # fmt: skip


def _tell(article: Article, row: Mapping[str, Any], *, by: User, at: dt.datetime) -> None:
    """A notice, with the passages of the text it changes; `amends = true` adds to the piece's latest notice."""
    words = {
        name: row[name] for name in ("kind", "text", "wrong", "right", "outlet_corrected_on") if name in row
    }
    if row.get("amends"):
        words["amends"] = Notice.objects.filter(article=article).latest("id").pk
    live = load_timeline(article.pk, at).current
    assert live is not None  # noqa: S101 - only live pieces have notices in the sample
    passages = [(each["old"], each["new"]) for each in row.get("change", [])]
    changes = {"body": changed(str(live.revision.content["body"]), passages)} if passages else {}
    acts.correct(article, changes=changes, notice=acts.NoticeDraft(**words), by=by, at=at)


def changed(body: str, passages: Iterable[tuple[str, str]]) -> str:
    """The text with each passage replaced; raises ValueError where one does not stand in it."""
    for old, new in passages:
        if old not in body:
            raise ValueError(f"“{old}” does not stand in this text.")
        body = body.replace(old, new)
    return body
