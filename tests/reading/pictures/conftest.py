"""Pieces with pictures, and pictures of pieces in every state."""

import datetime as dt

from articles import acts
from articles.models import Edition
from disclaimers.models import Institution
from pictures.models import PictureFile
from tests.conftest import NOW, set_clock
from tests.factories import ArticleFactory, PictureFactory, published, saved
from tests.kept import kept

SECOND = dt.timedelta(seconds=1)
COMING, LATER = NOW + dt.timedelta(hours=1), NOW + dt.timedelta(minutes=1)
GONE = {"by": None, "at": LATER, "reason": "Published in error."}


NEVER = ("unused", "draft", "handed-in", "unsaved", "called-off", "trash")
ONCE = ("unpublished", "taken-down", "retracted", "barred", "changed")
TO_COME = ("scheduled", "update")
STILL = ("live", "put-back")
PARTS = ("", "bytes=0-0", "bytes=-1")
CARDS_LATER = ("live", "put-back", "retracted", "barred", "changed", "updated")
"""Pieces that have a card after the acts: those with a page that lists show. "unpublished" and others have none."""


def address(file: PictureFile, width: int = 480, file_format: str = "jpeg") -> str:
    return f"/pictures/{file.name}/{width}.{file_format}"


def piece_with(*pictures, lead=None, **facts):
    """A piece with figures, and perhaps a lead picture, whose text alternatives are written."""
    figures = "".join(
        f'<figure data-picture="{picture.uuid}"><img alt="Cranes"><figcaption>At noon.</figcaption></figure>'
        for picture in pictures
    )
    named = {"lead_picture": lead, "lead_alt": "A port at night"} if lead else {}
    body = f"<p>Ships came in.</p>{figures}<p>Ships went out.</p>"
    return ArticleFactory(
        **{"body": body, "headline": "The Harbour Wakes", "slug": "harbour"} | named | facts
    )


def with_picture(slug: str, **facts: object):
    return piece_with(PictureFactory(title=slug), slug=slug, **facts)


@kept
def states(desk: Institution) -> dict[str, PictureFile]:
    """One picture for each state of a piece."""
    PictureFactory(title="unused")
    for name in (*ONCE, "put back", "live"):
        published(with_picture(name.replace(" ", "-")), at=NOW)
    saved(with_picture("draft"), at=NOW)
    handed_in = with_picture("handed-in")
    saved(handed_in, at=NOW)
    acts.hand_in(handed_in, by=None, at=NOW)
    updated = piece_with(slug="updated")
    published(updated, at=NOW)
    updated.body = with_picture("update").body
    updated.save()
    published(updated, at=NOW, live_from=COMING)
    with_picture("unsaved")
    published(with_picture("scheduled"), at=NOW, live_from=COMING)
    called_off = with_picture("called-off")
    published(called_off, at=NOW, live_from=COMING)
    acts.unschedule(called_off, by=None, at=NOW)
    trash = with_picture("trash")
    saved(trash, at=NOW)
    acts.spike(trash, by=None, at=NOW, reason="No.")
    set_clock(LATER)
    pieces = {edition.article.slug: edition.article for edition in Edition.objects.select_related("article")}
    acts.unpublish(pieces["unpublished"], **GONE)
    acts.take_down(pieces["taken-down"], because="rights", sentence="So.", **GONE)
    acts.retract(pieces["retracted"], text="It was not so.", issued_by="the authors", by=None, at=LATER)
    acts.take_down(pieces["put-back"], because="rights", sentence="So.", **GONE)
    acts.put_back(pieces["put-back"], by=None, at=LATER, reason="It was right.", sentence="It is back.")
    barred = PictureFile.objects.get(picture__title="barred").picture
    barred.clearances.update(state="withdrawn")
    with acts.changing_records():
        acts.clear(barred, by=None, at=LATER, reason="Asked for.")
    pieces["changed"].body = "<p>Ships came in.</p>"
    pieces["changed"].save()
    published(pieces["changed"], at=LATER)
    return {file.picture.title: file for file in PictureFile.objects.select_related("picture")}
