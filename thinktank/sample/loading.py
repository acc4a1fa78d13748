"""The sample desk onto an empty one, through the same acts as anybody's: its pieces carry their age in
`first_published_on`, never in the hour they went live here.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from articles import acts
from articles.acts.batches import Clock
from articles.models import Article
from authors.models import Author
from desk.setup_file.loading import load as load_desk
from disclaimers.models import Institution
from thinktank.sample.accounts import keep_passwords, make_accounts
from thinktank.sample.afterwards import Accounts, go_on, put_permissions_on_record
from thinktank.sample.manuscripts import manuscript
from thinktank.sample.open_accounts import AUTHOR, EDITOR, PUBLISHER
from thinktank.sample.pieces import DESK, PLACES, Piece, read_pieces

OWN_AUTHOR = "Katrin Wiebe"
"""Whom the sample author's account belongs to: her manuscripts are the ones that account may open."""


class DeskNotEmpty(Exception):
    """There are articles here; a sample is never mixed into somebody's work."""


@transaction.atomic
def load_sample(
    *, clock: Clock, passwords_to: Path, progress: Callable[[int, int], None]
) -> tuple[Counter[str], dict[str, str]]:
    """Make the sample desk; all of it or nothing. Counts of pieces by place, and the accounts' passwords.

    `clock` is read for each act, so that a piece taken down was up before. Raises `DeskNotEmpty`.
    """
    if Article.objects.exists():
        raise DeskNotEmpty("This desk has articles already. The sample desk is made on an empty one only.")
    load_desk(DESK.read_text(encoding="utf-8"))
    accounts, passwords = make_accounts()
    Author.objects.filter(display_name=OWN_AUTHOR).update(user=accounts[AUTHOR])
    # A translation is written down after the piece that it translates.
    pieces = sorted(read_pieces(), key=lambda piece: (PLACES.index(piece.place), bool(piece.translation_of)))
    made: dict[str, Article] = {}
    for number, piece in enumerate(pieces, start=1):
        original = made[piece.translation_of] if piece.translation_of else None
        made[piece.name] = _bring_in(piece, original, accounts, clock)
        progress(number, len(pieces))
    for piece in pieces:
        go_on(piece, made[piece.name], accounts, clock)
    keep_passwords(passwords, passwords_to)
    return Counter(piece.place for piece in pieces), passwords


def _bring_in(piece: Piece, original: Article | None, accounts: Accounts, clock: Clock) -> Article:
    """Write the manuscript down, save it, settle its permissions; publish or schedule it where its file says so."""
    article = manuscript(piece, original)
    is_hers = any(row.get("author") == OWN_AUTHOR for row in piece.bylines[:1])
    revision = acts.save_draft(article, by=accounts[AUTHOR if is_hers else EDITOR], at=clock(), base=0)
    put_permissions_on_record(piece, article, accounts, clock)
    if piece.place == "draft":
        return article
    at = clock()
    live_from = _hour(piece, article.institution, at) if piece.place == "scheduled" else None
    acts.publish(
        article, revision=revision, by=accounts[PUBLISHER], at=at, live_from=live_from,
        without_text=piece.without_text,
    )  # fmt: skip
    return article


def _hour(piece: Piece, institution: Institution, at: dt.datetime) -> dt.datetime:
    """The full hour, some days from now, by the institution's clock."""
    zone = ZoneInfo(institution.time_zone)
    day = at.astimezone(zone).date() + dt.timedelta(days=piece.in_days)
    return dt.datetime.combine(day, dt.time(piece.at_hour), tzinfo=zone)
