"""Load the sample desk into an empty one, with the same acts that editors use.

A piece's age is in `first_published_on`; it goes live at the moment of loading.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from django.db import transaction

from articles import acts
from articles.acts.ledger import Clock
from articles.models import Article
from authors.models import Author
from desk.setup_file.loading import load_desk_file
from disclaimers.models import Institution
from documents.models import Document
from pictures.models import Picture
from thinktank.sample.accounts import keep_passwords, make_accounts
from thinktank.sample.documents import add_documents
from thinktank.sample.front_pages import arrange_front_pages, make_menu
from thinktank.sample.later_acts import Accounts, apply_later_acts, record_permissions
from thinktank.sample.manuscripts import create_manuscript
from thinktank.sample.open_accounts import AUTHOR, EDITOR, PUBLISHER
from thinktank.sample.pictures import add_pictures
from thinktank.sample.pieces import DESK, STATES, SamplePiece, read_pieces

OWN_AUTHOR = "Katrin Wiebe"
"""The author whose record belongs to the sample author's account. The account may open her manuscripts."""


class DeskNotEmpty(Exception):
    """The desk has pieces already, and the sample is never mixed with real ones."""


@transaction.atomic
def load_sample(
    *, clock: Clock, passwords_to: Path, progress: Callable[[int, int], None]
) -> tuple[Counter[str], dict[str, str]]:
    """Load the whole sample in one transaction.

    Returns the number of pieces by state, and the passwords by user name. `clock` is read for each act, so that a
    piece is live before it is taken down. Raises `DeskNotEmpty`.
    """
    if Article.objects.exists():
        raise DeskNotEmpty("This desk has pieces already. The sample desk is made on an empty one only.")
    load_desk_file(DESK.read_text(encoding="utf-8"))
    accounts, passwords = make_accounts()
    Author.objects.filter(display_name=OWN_AUTHOR).update(user=accounts[AUTHOR])
    pictures = add_pictures(accounts[EDITOR], clock)
    documents = add_documents(accounts[EDITOR], clock)
    # A translation comes after the piece that it translates.
    pieces = sorted(read_pieces(), key=lambda piece: (STATES.index(piece.state), bool(piece.translation_of)))
    articles: dict[str, Article] = {}
    for number, piece in enumerate(pieces, start=1):
        original = articles[piece.translation_of] if piece.translation_of else None
        articles[piece.name] = _create_article(piece, original, pictures, documents, accounts, clock)
        progress(number, len(pieces))
    for piece in pieces:
        apply_later_acts(piece, articles[piece.name], accounts, clock)
    make_menu(articles)
    arrange_front_pages(articles, clock())
    keep_passwords(passwords, passwords_to)
    return Counter(piece.state for piece in pieces), passwords


def _create_article(
    piece: SamplePiece,
    original: Article | None,
    pictures: Mapping[str, Picture],
    documents: Mapping[str, Document],
    accounts: Accounts,
    clock: Clock,
) -> Article:
    """Create the manuscript, save its first version and permissions, and publish or schedule it unless a draft."""
    article = create_manuscript(piece, original, pictures, documents)
    is_hers = any(row.get("author") == OWN_AUTHOR for row in piece.bylines[:1])
    revision = acts.save_draft(article, by=accounts[AUTHOR if is_hers else EDITOR], at=clock(), base=0)
    record_permissions(piece, article, accounts, clock)
    if piece.state == "draft":
        return article
    at = clock()
    live_from = _hour(piece, article.institution, at) if piece.state == "scheduled" else None
    acts.publish(
        article, revision=revision, by=accounts[PUBLISHER], at=at, live_from=live_from,
        without_text=piece.without_text,
    )  # fmt: skip
    return article


def _hour(piece: SamplePiece, institution: Institution, at: dt.datetime) -> dt.datetime:
    """The piece's hour, `in_days` days from now, in the institution's time zone."""
    zone = institution.zone
    day = at.astimezone(zone).date() + dt.timedelta(days=piece.in_days)
    return dt.datetime.combine(day, dt.time(piece.at_hour), tzinfo=zone)
