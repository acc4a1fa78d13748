"""Pictures of a piece: what its page prints of them, which files readers may have, and when a permission ends."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from articles import acts
from articles.checklist import check
from articles.models import Article, LedgerEntry, PictureUse
from articles.press.proof import make_proof
from articles.renewed import Renewable, Renewed
from articles.shown_pictures import ever_shown_files, shown_files
from articles.states import Act
from articles.timeline import load_timeline
from pictures.models import Picture
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    LicenceFactory,
    PictureFactory,
    file_of,
    published,
    saved,
)

LATER = NOW + dt.timedelta(hours=1)
TEXT = "<p>Ships came in.</p>{}<p>Ships went out.</p>"


def figure(picture: Picture, alt: str = ' alt="Cranes"', caption: str = "") -> str:
    return f'<figure data-picture="{picture.uuid}"><img{alt}>{caption}</figure>'


def piece_with(*figures: Picture, **facts: object) -> Article:
    return ArticleFactory(body=TEXT.format("".join(map(figure, figures))), **facts)


def names(at: dt.datetime) -> set[str]:
    return set(shown_files(at).values_list("name", flat=True))


def test_a_page_prints_its_lead_picture_and_its_figures(desk):
    lead, quay = PictureFactory(credit="Ida Quay/Lantern"), PictureFactory(creator="Nora Quill", source="dpa")
    piece = piece_with(quay, lead_picture=lead, lead_alt="A port", lead_caption="At noon.", lead_crop="16:9")
    edition = published(piece, at=NOW)
    edition.refresh_from_db()
    assert edition.printed["lead"] == {
        "picture": str(lead.uuid), "alt": "A port", "caption": "At noon.", "crop": "16:9",
    }  # fmt: skip
    rows = edition.printed["pictures"]
    assert [rows[str(one.uuid)]["credit"] for one in (lead, quay)] == [
        [{"text": "Ida Quay/Lantern"}],
        [{"text": "Nora Quill/dpa"}],
    ]
    assert rows[str(quay.uuid)] | {"credit": []} == {
        "file": quay.files.get().name, "width": 2000, "height": 1250, "format": "jpeg",
        "widths": [480, 960, 1440, 1920], "credit": [], "licence": [], "licence_id": None, "focus": [50, 50],
        "may_be_passed_on": False, "description": "Two cranes at a quay.", "language": "en",
    }  # fmt: skip
    assert figure(quay) in edition.body
    shown = edition.pictures.values_list("order", "place", "picture", "file__picture")
    assert list(shown) == [(1, "lead", lead.pk, lead.pk), (2, "figure", quay.pk, quay.pk)]


def test_readers_have_the_files_of_a_live_page_alone(desk, clock):
    lead, quay, unused = PictureFactory(), PictureFactory(), PictureFactory()
    piece = piece_with(quay, lead_picture=lead, lead_alt="A port")
    published(piece, at=NOW, live_from=LATER)
    assert names(NOW) == set()
    assert names(LATER) == {lead.files.get().name, quay.files.get().name}
    clock(LATER)
    piece.lead_picture, piece.lead_alt = None, ""
    piece.save()
    published(piece, at=LATER)
    assert names(LATER) == {quay.files.get().name}
    end = LATER + dt.timedelta(hours=1)
    clock(end)
    acts.take_down(piece, because="rights", sentence="So.", by=None, at=end, reason="So.")
    assert names(end) == set()
    assert ever_shown_files(end).get() == quay.files.get()
    assert not unused.edition_uses.exists()


def test_a_newer_file_waits_for_a_reissue(desk, clock):
    quay = PictureFactory(credit="Ida Quay")
    edition = published(piece_with(quay), at=NOW)
    first = quay.files.get()
    file_of(quay, 3000, 1500)
    Picture.objects.update(credit="Ida Quay/Lantern")
    piece = edition.article
    clock(LATER)
    piece.body += "<p>And more.</p>"
    piece.save()
    published(piece, at=LATER)
    assert names(LATER) == {first.name}
    renewed = Renewed.of(Renewable.PICTURES, keys=[quay.uuid])
    again = acts.reissue(piece, renewed=renewed, by=None, at=LATER, reason="A better file.")
    row = again.printed["pictures"][str(quay.uuid)]
    assert (row["width"], row["credit"]) == (3000, [{"text": "Ida Quay/Lantern"}])
    assert names(LATER) == {row["file"]} != {first.name}


def test_a_page_ends_showing_a_picture_when_its_permission_does(desk):
    until = dt.date(2026, 3, 20)
    licence = LicenceFactory()
    quay = PictureFactory(cleared={"until_on": until})
    free = PictureFactory(cleared={"state": "by_licence", "licence": licence, "may_be_passed_on": True})
    piece = piece_with(quay, free, lead_picture=quay, lead_alt="A port")
    first = published(piece, at=NOW)
    midnight = dt.datetime(2026, 3, 20, 4, 0, tzinfo=dt.UTC)  # in New York
    second = piece.editions.get(live_from=midnight)
    assert (second.is_following, second.modified_at) == (True, None)
    assert names(midnight - dt.timedelta(seconds=1)) == {quay.files.get().name, free.files.get().name}
    assert names(midnight) == {free.files.get().name}
    assert (second.printed["lead"], list(second.printed["pictures"])) == ({}, [str(free.uuid)])
    assert str(quay.uuid) not in second.body
    row = second.printed["pictures"][str(free.uuid)]
    assert (row["licence"], row["may_be_passed_on"]) == ([{"text": str(licence), "href": licence.url}], True)
    assert first.printed["pictures"].keys() == {str(quay.uuid), str(free.uuid)}


def test_a_permission_for_another_piece_or_another_day_shows_nothing(desk):
    quay = PictureFactory(cleared=False)
    piece = piece_with(quay, lead_picture=quay, lead_alt="A port")
    quay.clearances.create(state="granted", evidence="Mail", only_for=ArticleFactory().uuid)
    quay.clearances.create(
        state="granted", evidence="Mail", only_for=piece.uuid, from_on=dt.date(2026, 3, 11)
    )
    edition = make_proof(saved(piece, at=NOW), at=NOW).edition
    assert (edition.printed["lead"], edition.printed["pictures"]) == ({}, {})
    assert str(quay.uuid) not in edition.body
    tomorrow = NOW + dt.timedelta(days=1)
    published(piece, at=NOW, live_from=tomorrow)
    assert names(tomorrow) == {quay.files.get().name}


def test_an_excerpt_shows_the_figures_of_its_words_and_no_lead_picture(desk):
    early, late, lead = PictureFactory(), PictureFactory(), PictureFactory()
    piece = ArticleFactory(
        body=f"<p>Ships came in.</p>{figure(early)}<p>Ships went out.</p>{figure(late)}",
        lead_picture=lead,
        lead_alt="x",
    )
    AppearanceFactory(article=piece, rights={"mode": "excerpt", "excerpt_words": 5})
    edition = published(piece, at=NOW)
    assert edition.printed["lead"] == {}
    assert list(edition.printed["pictures"]) == [str(early.uuid)]
    assert [row.picture for row in edition.pictures.all()] == [early]


def test_a_manuscript_says_which_pictures_it_uses(desk):
    lead, quay = PictureFactory(), PictureFactory()
    piece = piece_with(quay, quay, lead_picture=lead, lead_alt="A port")
    saved(piece, at=NOW)
    assert {(use.picture, use.place) for use in piece.picture_uses.all()} == {
        (lead, "lead"),
        (quay, "figure"),
    }
    piece.body = "<p>Ships.</p>"
    piece.save()
    saved(piece, at=NOW)
    assert [use.picture for use in PictureUse.objects.all()] == [lead]


def clear(picture: Picture, at: dt.datetime) -> list[Article]:
    with acts.changing_records():
        return acts.clear(picture, by=None, at=at, reason="The agency wrote.")


def test_a_withdrawn_permission_leaves_live_and_scheduled_pages_in_the_same_transaction(desk, clock):
    quay = PictureFactory(cleared={"state": "granted", "evidence": "Mail"})
    live, scheduled = piece_with(quay), piece_with(lead_picture=quay, lead_alt="A port")
    untouched = published(piece_with(PictureFactory()), at=NOW)
    published(live, at=NOW)
    published(scheduled, at=NOW, live_from=LATER + dt.timedelta(days=1))
    quay.clearances.update(state="withdrawn")
    clock(LATER)
    assert set(clear(quay, LATER)) == {live, scheduled}
    assert names(LATER) == {row.file.name for row in untouched.pictures.all()}
    assert not scheduled.editions.coming(LATER).get().printed["lead"]
    entry = LedgerEntry.objects.filter(article=live).latest("id")
    assert (entry.reason, entry.after["picture"]) == ("The agency wrote.", str(quay.uuid))
    assert live.editions.live(LATER).get().modified_at is None
    quay.clearances.update(state="granted")
    clock(LATER + dt.timedelta(hours=1))
    assert set(clear(quay, LATER + dt.timedelta(hours=1))) == {live, scheduled}
    assert quay.files.get().name in names(LATER + dt.timedelta(hours=1))
    count = LedgerEntry.objects.count()
    assert clear(quay, LATER + dt.timedelta(hours=1)) == []
    assert LedgerEntry.objects.count() == count


def test_a_later_end_of_a_permission_moves_the_edition_that_follows(desk, clock):
    quay = PictureFactory(cleared={"until_on": dt.date(2026, 3, 20)})
    piece = piece_with(quay)
    published(piece, at=NOW)
    quay.clearances.update(until_on=dt.date(2026, 4, 20))
    clock(LATER)
    assert clear(quay, LATER) == [piece]
    following = piece.editions.not_emptied().filter(is_following=True)
    assert [edition.live_from for edition in following] == [dt.datetime(2026, 4, 20, 4, 0, tzinfo=dt.UTC)]


def codes(piece: Article) -> tuple[list[str], list[str]]:
    """Codes of what stands in the way of the piece's pictures, and of what is worth a look."""
    timeline = load_timeline(piece.pk, NOW)
    checklist = check(Act.PUBLISH, make_proof(saved(piece, at=NOW), at=NOW), timeline)
    warned = {"picture_too_small", "no_description", "picture_ends_soon"}
    return [one.code for one in checklist.blockers], [
        one.code for one in checklist.warnings if one.code in warned
    ]


def test_the_checklist_looks_at_pictures(desk):
    assert codes(piece_with(PictureFactory())) == ([], [])
    bare = PictureFactory(cleared=False, creator="", source_kind="person", description="")
    assert codes(ArticleFactory(body=figure(bare, alt="") + "<p>Ships.</p>")) == (
        ["no_alt", "no_picture_credit", "picture_not_cleared"],
        [],
    )
    long = ArticleFactory(body=figure(PictureFactory(), alt=f' alt="{"x" * 1001}"') + "<p>Ships.</p>")
    assert codes(long)[0] == ["alt_too_long"]
    small = PictureFactory(size=(800, 500), description="", cleared={"until_on": dt.date(2026, 4, 2)})
    small.clearances.create(state="not_needed", from_on=dt.date(2026, 4, 1), until_on=dt.date(2026, 4, 5))
    everything = ["picture_too_small", "no_description", "picture_ends_soon"]
    assert codes(ArticleFactory(lead_picture=small, lead_is_decorative=True)) == ([], everything)
    assert codes(piece_with(small)) == ([], everything[1:])
    assert codes(ArticleFactory(lead_picture=small))[0] == ["no_alt"]


def test_words_that_a_picture_shows_are_said_beside_it_and_in_the_language_of_the_piece(desk):
    def warned(picture: Picture, **facts: object) -> list[str]:
        piece = ArticleFactory(**facts)
        timeline = load_timeline(piece.pk, NOW)
        rows = check(Act.PUBLISH, make_proof(saved(piece, at=NOW), at=NOW), timeline).warnings
        return [row.code for row in rows if row.code.endswith("words_in_picture")]

    chart, sign = (
        PictureFactory(shown_words="Dues by year\n1911–1920"),
        PictureFactory(shown_words="Порт закрыт"),
    )
    lead, missing = {"lead_picture": chart}, ["words_in_picture"]
    assert warned(chart, **lead, lead_alt="A chart: dues by year.") == missing
    assert warned(chart, **lead, lead_is_decorative=True) == missing
    assert warned(chart, **lead, lead_alt="A chart.", lead_caption="“Dues by Year”, 1911–1920") == []
    body = TEXT.format(figure(chart, ' alt="Dues by year, 1911–1920"') + figure(chart))
    assert warned(chart, body=body) == missing, "the second of the two says nothing"
    foreign = {"lead_picture": sign, "lead_alt": "Порт закрыт"}
    assert warned(sign, **foreign) == ["foreign_words_in_picture"]
    assert warned(sign, **foreign, language="ru") == []


def test_a_picture_is_not_both_described_and_decorative(desk):
    piece = ArticleFactory(lead_picture=PictureFactory(), lead_alt="Cranes", lead_is_decorative=True)
    with pytest.raises(ValidationError, match="one of the two"):
        piece.full_clean()


def test_no_picture_stands_on_a_page_that_may_not_say_what_it_is_of(desk, clock):
    source, quay = published(at=NOW).article, PictureFactory()
    made = piece_with(quay, lead_picture=quay, lead_alt="A port", made_from=source, made_as="excerpt")
    published(made, at=NOW)
    assert names(NOW) == {quay.files.get().name}
    clock(LATER)
    acts.take_down(
        source, because="legal", sentence="So.", by=None, at=LATER, reason="So.", keep_headline=False
    )
    assert names(LATER) == set()
    hidden = made.editions.live(LATER).get()
    assert (hidden.printed["lead"], hidden.printed["pictures"]) == ({}, {})
    retracted = published(piece_with(PictureFactory()), at=LATER).article
    assert names(LATER)
    end = LATER + dt.timedelta(hours=1)
    clock(end)
    acts.retract(retracted, text="So.", issued_by="the authors", by=None, at=end)
    assert names(end) == set()
