"""Shared links: one person reads one piece for some days, and nothing else opens."""

import datetime as dt
import logging
import re
import uuid

from django.contrib.auth.models import User
from django.test import Client

from articles import acts
from articles.models import LedgerEntry
from articles.states import Act
from desk.models import SharedLink
from desk.pages import DeskPage
from tests.articles.pieces import change
from tests.browsers import logged_in
from tests.desk.sharing.links import FIELDS, made, opened, typed
from tests.factories import AppearanceFactory, ArticleFactory, PictureFactory, published, saved


def test_the_page_is_that_of_publishing_and_no_cache_index_or_referrer_gets_it(piece, eve, at):
    token_address = made(eve, piece)
    reader, address = opened(token_address)
    page = reader.get(address)
    assert "Shared" not in page.headers.get("Set-Cookie", "")
    assert page.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert token_address not in page.content.decode()
    preview = eve.get(DeskPage.PREVIEW.address(piece.pk)).content.decode()
    printed = re.compile(r"<article.*</article>", re.S)
    assert printed.search(page.content.decode())[0] == printed.search(preview)[0]
    assert "Report an error" in preview
    assert "Report an error" not in page.content.decode()
    banner = page.content.decode().partition("<main")[0]
    assert "Not published." in banner
    assert "Ida Quay" in banner
    assert "version 1" in banner
    link = SharedLink.objects.get()
    assert (link.opened, link.token_hash in token_address) == (1, False)
    assert str(link.pk) in address
    reader.head(address)
    assert SharedLink.objects.get().opened == 1


def test_a_link_flipped_in_any_byte_or_of_another_piece_opens_nothing_and_says_no_more(piece, eve, at, now):
    address = made(eve, piece)
    other = ArticleFactory()
    saved(other, at=now)
    _, others_page = opened(made(eve, other))
    reader, page = opened(address)
    unknown = Client().get("/shared/no-such-token/")
    assert unknown.status_code == 404
    for place in range(len("/shared/"), len(address) - 1):
        flipped = chr(ord(address[place]) ^ 1)
        answer = Client().get(
            f"{address[:place]}{flipped if flipped.isalnum() else 'x'}{address[place + 1 :]}"
        )
        assert (answer.status_code, answer.content) == (404, unknown.content)
    # The cookie of one link, at the page of another; and no cookie.
    reader.cookies["shared-piece"]["path"] = "/"
    assert reader.get(others_page).content == Client().get(page).content == unknown.content
    assert reader.get(page).status_code == 200


def test_a_link_ends_when_it_is_ended_or_its_days_are_over_or_the_piece_is_put_aside_or_live(
    piece, eve, at, now
):
    def title(address):
        answer = Client().get(address)
        return answer.status_code, re.search(r"<h1>(.*?)</h1>", answer.content.decode())[1]

    address, other = made(eve, piece), made(eve, piece)
    reader, page = opened(address)
    runs_out, link = SharedLink.objects.all()
    days = dt.timedelta(days=7)
    SharedLink.objects.filter(pk=runs_out.pk).update(made_at=at() - days, expires_at=at())
    eve.post(DeskPage.SHARING.address(piece.pk), {"end": str(link.pk)})
    assert title(address) == (410, "This link has been ended")
    assert reader.get(page).status_code == 410
    assert title(other) == (410, "This link has run out")
    renewed = eve.post(DeskPage.SHARING.address(piece.pk), {"renew": str(link.pk)})
    again = re.search(r"/shared/[\w-]{43}/", renewed.content.decode())[0]
    assert title(address)[0] == 404
    opened(again)
    acts.spike(piece, by=None, at=at())
    assert title(again) == (410, "This piece was put aside")
    acts.unspike(piece, by=None, at=at())
    edition = published(piece, at=at())
    assert title(again) == (200, "This piece is live")
    assert edition.permalink.path in Client().get(again).content.decode()
    saved(change(piece, dek="An update."), at=at())
    reader, page = opened(again)
    assert "An earlier version is public" in reader.get(page).content.decode()
    acts.take_down(piece, because="legal", sentence="Gone.", by=None, at=at(), reason="asked")
    assert title(again) == (410, "This piece was taken down")


def test_a_pinned_link_shows_its_version_and_one_that_follows_the_newest(piece, eve, at):
    pinned, follows = made(eve, piece, shows="pinned"), made(eve, piece)
    saved(change(piece, headline="Tides of ink", body="<p>Ink comes in.</p>"), at=at())
    texts = []
    for address in (pinned, follows):
        reader, page = opened(address)
        texts.append(reader.get(page).content.decode())
    assert "Paper" in texts[0]
    assert "Tides of ink" not in texts[0]
    assert "later changes do not show" in texts[0]
    assert "Ink comes in." in texts[1]
    assert "Paper" not in texts[1]
    changes = reader.get(f"{page}changes/").content.decode()
    assert "<del>" in changes
    assert "Tides of" in changes


def test_an_author_sees_the_manuscript_before_permission_and_a_partner_what_readers_get(desk, eve, at, now):
    place = AppearanceFactory(rights=False, article__body="<p>All of the text.</p>")
    saved(place.article, at=now)
    seen = {}
    for kind in ("author", "partner"):
        reader, page = opened(made(eve, place.article, reader=kind))
        seen[kind] = reader.get(page).content.decode() + reader.get(f"{page}changes/").content.decode()
    assert "All of the text." in seen["author"]
    assert "proof of the whole manuscript" in seen["author"]
    assert "All of the text." not in seen["partner"]
    assert reader.get(f"{page}word/").status_code == 404  # the partner's


def test_pictures_of_the_draft_go_out_by_its_link_alone(piece, eve, at, now):
    picture, other = PictureFactory(), PictureFactory()
    saved(change(piece, lead_picture=picture, lead_alt="A quay."), at=at())
    reader, page = opened(made(eve, piece))
    html = reader.get(page).content.decode()
    address = re.search(rf'"({page}pictures/[^" ]+)', html)[1]
    assert reader.get(address).status_code == 200
    assert Client().get(address).status_code == 404
    file = other.files.get().name
    assert reader.get(re.sub(r"pictures/\w+/", f"pictures/{file}/", address)).status_code == 404
    assert Client().get(address.replace(page, "/")).status_code == 404


def test_an_address_that_the_reader_wrote_on_the_page_opens_no_picture(piece, eve, at, now):
    saved(change(piece, lead_picture=PictureFactory(), lead_alt="A quay."), at=at())
    reader, page = opened(made(eve, piece))
    address = re.search(rf'"({page}pictures/[^" ]+)', reader.get(page).content.decode())[1]
    saved(change(piece, lead_picture=None, lead_alt=""), at=at())
    shown = reader.get(page)
    assert reader.post(page, typed(shown, "comment", words=address)).status_code == 302
    assert address in reader.get(page).content.decode()
    assert reader.get(address).status_code == 404


def test_the_token_stands_in_no_log_and_no_public_page_knows_of_the_link(piece, eve, at, now, caplog):
    live = published(at=now)
    public = ["/", "/feed.rss", live.permalink.path, "/sitemap.xml", "/robots.txt"]
    before = [Client().get(path).content for path in public]
    caplog.set_level(logging.DEBUG)
    address = made(eve, piece)
    reader, page = opened(address)
    Client().get(address[:-2])
    reader.post(page, typed(reader.get(page), "comment", words="Hm."))
    token = address.split("/")[2]
    logged = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "/shared/…" in logged
    assert token[:12] not in logged
    assert [Client().get(path).content for path in public] == before


def test_only_who_may_change_the_piece_makes_links_and_a_form_makes_one(piece, eve, author_user, at):
    address, key = DeskPage.SHARING.address(piece.pk), str(uuid.uuid4())
    sent = FIELDS | {"key": key, "make": "Make"}
    assert logged_in(author_user).post(address, sent).status_code == 404
    first, second = eve.post(address, sent), eve.post(address, sent)
    assert "It is shown this once" in first.content.decode()
    assert "made its link before" in second.content.decode()
    assert SharedLink.objects.count() == 1
    assert LedgerEntry.objects.filter(act=Act.SHARE).count() == 1
    User.objects.filter(username="eve").update(is_active=True)
    too_long = eve.post(address, sent | {"key": str(uuid.uuid4()), "days": "91"})
    assert "90" in too_long.content.decode()
    assert SharedLink.objects.count() == 1
