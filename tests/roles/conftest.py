"""A desk on which every address leads somewhere."""

import uuid
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from articles.models import Appearance, Article
from articles.models.batch import Batch
from articles.models.grouping.series import Series
from articles.models.rights import Reprint
from articles.models.topic import Topic
from desk.models import BroughtPicture, BroughtText, Buffer
from desk.new_from_a_text.line import LINE
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    AuthorFactory,
    BylineFactory,
    DocumentFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    StandingNoticeFactory,
    published,
)
from tests.kept import kept
from tests.roles.table import Line
from website.models import Arrangement, Menu, OldAddress

CAST = {"author": "ada", "editor": "eve", "publisher": "paul", "administrator": "ann", "account": "sam"}
OUTSIDER = "olga"  # logged in, but no account of the desk: not `is_staff`
Words = dict[str, Any]


class Addresses:
    """The addresses of a desk: for whom, and about whose piece."""

    def __init__(self, pieces: dict[str, Words]) -> None:
        self.pieces = pieces

    def of(self, line: Line, role: str) -> str:
        """The line's address for a role. A reader has no pieces: the own one is somebody else's."""
        whose = role if line.owner == "own" and role in self.pieces else "other"
        return line.address.format(**self.pieces[whose], **_row(line.address))


def _row(address: str) -> Words:
    """A record of the model that an admin address names, as `row`."""
    if "{row}" not in address:
        return {}
    app, name = address.split("/")[2:4]
    return {"row": apps.get_model(app, name)._default_manager.order_by("pk").values_list("pk", flat=True)[0]}


@kept
def pieces_by_owner(desk: Institution) -> dict[str, Words]:
    """A published piece for each role that has an account, and one by somebody else; a row in every list."""
    StandingNoticeFactory(institution=desk)
    Menu.objects.create(institution=desk)
    OldAddress.objects.create(path="/fax", is_gone=True)
    Arrangement.objects.create(institution=desk)
    User.objects.create_user(OUTSIDER)
    owners = {role: User.objects.get(username=name) for role, name in CAST.items()} | {"other": None}
    somebody = User.objects.create_user("somebody")
    pieces = {
        role: {**_words(_piece(user)), "text": _text(user or somebody)} for role, user in owners.items()
    }
    for role, user in owners.items():
        pieces[role] |= _kept_by(user or somebody, pieces[role]["piece"])
        pieces[role]["laid"] = _laid_text(user or somebody, pieces[role]["piece"])
    file = PictureFactory(added_by=somebody).files.get()
    report = DocumentFactory(added_by=somebody).files.get()
    files = {"file": file.name, "report": report.name}
    pieces = {role: words | files for role, words in pieces.items()}
    author = AuthorFactory()
    AppointmentFactory(author=author)
    Reprint.objects.create(
        article_id=pieces["other"]["piece"], outlet=OutletFactory(), reprinted_on=NOW.date()
    )
    Batch.objects.create(author=author, reason="She has married.", made_at=NOW)
    return pieces


@pytest.fixture
def addresses(pieces_by_owner: dict[str, Words]) -> Addresses:
    return Addresses(pieces_by_owner)


def _piece(user: User | None) -> Appearance:
    place: Appearance = AppearanceFactory(
        article__topics=["tides"], article__series="Tides", article__licence=LicenceFactory()
    )
    BylineFactory(article=place.article, author=AuthorFactory(user=user))
    return place


def _text(user: User) -> uuid.UUID:
    """A text that this account has brought in, with a picture."""
    text = BroughtText.objects.create(
        brought_by=user, brought_at=NOW, content=b"A text.", state=BroughtText.Stage.STOPPED
    )
    facts = {"fallback_format": "jpeg"}
    BroughtPicture.objects.create(text=text, key=uuid.uuid4(), number=1, facts=facts, smallest=b"\xff\xd8")
    return text.pk


def _laid_text(user: User, piece: int) -> uuid.UUID:
    """A manuscript that this account has brought to be laid over the piece."""
    text = BroughtText.objects.create(
        brought_by=user,
        brought_at=NOW,
        content=b"Its second version\n\nOther words of it.\n",
        article_id=piece,
    )
    LINE.go_on(NOW)
    return text.pk


def _kept_by(user: User, piece: int) -> Words:
    """Text that this account has typed and not saved, at the piece and at a new one."""
    typed = {"address": "/admin/", "fields": [["headline", "Typed"]], "files": []}
    at_piece = Buffer.objects.create(article_id=piece, person=user, typed=typed, kept_at=NOW)
    at_new = Buffer.objects.create(form_key=uuid.uuid4(), person=user, typed=typed, kept_at=NOW)
    return {"kept": at_piece.pk, "kept_new": at_new.pk}


def _words(place: Appearance) -> Words:
    article: Article = place.article
    edition = published(article, at=NOW)
    return {
        "piece": article.pk,
        "key": place.key,
        "edition": edition.pk,
        "slug": edition.permalink.path.split("/")[2],
        "lasting_name": str(edition.uuid),
        "author": article.bylines.get().author.slug,
        "outlet": place.outlet.slug,
        "topic": Topic.objects.get(name="tides").slug,
        "series": Series.objects.get(name="Tides").slug,
        "house": article.institution.code,
    }
