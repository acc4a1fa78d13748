"""Acts on the sample's pieces after they are saved: permissions, notices, updates, and ways off the public site."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User

from articles import acts
from articles.acts.ledger import Clock
from articles.acts.rights import Grant
from articles.models import Appearance, Article, Notice
from articles.timeline import load_timeline
from disclaimers.models import Licence
from outlets.models import StandingPermission
from thinktank.sample.open_accounts import EDITOR, PUBLISHER
from thinktank.sample.pieces import SamplePiece

Accounts = Mapping[str, User]
"""User name -> user."""


def record_permissions(piece: SamplePiece, article: Article, accounts: Accounts, clock: Clock) -> None:
    """Record the permission of each place as the file gives it; places without `rights` get no record."""
    appearances = article.appearances.select_related("outlet").order_by("order")
    for place, appearance in zip(piece.appearances, appearances, strict=True):
        if place.rights:
            _record_permission(place.rights, appearance, by=accounts[EDITOR], at=clock())


def _record_permission(rights: Mapping[str, Any], place: Appearance, *, by: User, at: dt.datetime) -> None:
    terms = dict(rights)
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
    """The grant with these terms. `ends_in_days` counts from today: the sample shows a permission near its end."""
    if terms.pop("standing", False):
        on = place.published_on or at.date()
        standing = StandingPermission.objects.in_force(on).get(outlet=place.outlet)
        return Grant.by_standing_permission(standing, on=on)
    if days := terms.pop("ends_in_days", 0):
        terms["valid_until"] = at.date() + dt.timedelta(days=days)
    return Grant(**terms)


def apply_later_acts(piece: SamplePiece, article: Article, accounts: Accounts, clock: Clock) -> None:
    """Publish the piece's notices, save its unpublished update, and take it from readers, as its file says."""
    for row in piece.notices:
        _publish_notice(article, row, by=accounts[PUBLISHER], at=clock())
    if piece.changes:
        article.refresh_from_db()
        article.body = replace_passages(article.body, piece.changes)
        article.save()
        acts.save_draft(article, by=accounts[EDITOR], at=clock())
    if piece.state == "unpublished":
        acts.unpublish(article, by=accounts[PUBLISHER], at=clock(), reason=piece.reason)
    if piece.state == "taken down":
        acts.take_down(
            article, **piece.taken_down, by=accounts[PUBLISHER], at=clock(), reason=piece.reason
        )  # fmt: skip
    if piece.state == "retracted":
        acts.retract(
            article, **piece.retraction, by=accounts[PUBLISHER], at=clock(), reason=piece.reason
        )  # fmt: skip


def _publish_notice(article: Article, row: Mapping[str, Any], *, by: User, at: dt.datetime) -> None:
    """Publish a notice with its changes of the text. `amends = true` adds it to the piece's latest notice."""
    words = {
        name: row[name] for name in ("kind", "text", "wrong", "right", "outlet_corrected_on") if name in row
    }
    if row.get("amends"):
        words["amends"] = Notice.objects.filter(article=article).latest("id").pk
    live = load_timeline(article.pk, at).current
    assert live is not None  # noqa: S101 - only live pieces have notices in the sample
    passages = [(each["old"], each["new"]) for each in row.get("change", [])]
    changes = {"body": replace_passages(str(live.revision.content["body"]), passages)} if passages else {}
    acts.correct(article, changes=changes, notice=acts.NoticeDraft(**words), by=by, at=at)


def replace_passages(body: str, passages: Iterable[tuple[str, str]]) -> str:
    """Replace each (old, new) passage in the body. Raises ValueError if it lacks an old one."""
    for old, new in passages:
        if old not in body:
            raise ValueError(f"“{old}” does not stand in this text.")
        body = body.replace(old, new)
    return body
