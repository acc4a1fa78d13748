"""A scheduled piece prints no fact that has ended before it goes out: whoever changes the fact prints it again."""

import datetime as dt
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from articles.acts import scheduled_pages
from articles.models import Article, Edition, LedgerEntry, Topic
from articles.press.reasons import explain
from authors.models import Author
from desk.history.sentences import sentence
from disclaimers.models import HouseStyle, Institution, Kind, Licence, Wording
from outlets.models import Outlet
from tests.articles.pieces import change
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.desk.updates.pages import HOUR
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    BylineFactory,
    InstitutionFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    WordingFactory,
    published,
    say,
)
from tests.kept import kept

pytestmark = [pytest.mark.usefixtures("an_hour_later"), pytest.mark.long]
APRIL = dt.datetime(2026, 4, 1, 13, 0, tzinfo=dt.UTC)


def changes(browser: Client, record: Model, **typed: Any) -> Any:
    """Send a record's own form with other values."""
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    form = fields_of(browser.get(address), f"{record._meta.model_name}_form")
    usual = {"renaming": "slip", "_continue": "1"}
    page = browser.post(address, form | usual | typed, follow=True)
    assert page.redirect_chain, text_of(page)
    return page


def coming(article: Article, now: dt.datetime) -> Edition:
    return Edition.objects.coming(now + 2 * HOUR).get(article=article)


@kept
def piece(desk: Institution, ida: Author) -> Article:
    """Scheduled for April, with every kind of fact that may end before: of its person, its outlet and its house."""
    say("[{rank} ][{courtesy} ]{name}", at="byline_name")
    Author.objects.filter(pk=ida.pk).update(rank="Colonel", courtesy="Ambassador")
    AppointmentFactory(author=ida, from_on=dt.date(2019, 9, 1))
    article: Article = BylineFactory(
        author=ida,
        article__licence=LicenceFactory(),
        article__topics=["Ports"],
        article__copyright_basis="ours",
    ).article
    AppearanceFactory(article=article, outlet=OutletFactory(name="Lantern"), published_on=None)
    published(article, at=NOW, live_from=APRIL)
    return article


def everything(edition: Edition) -> str:
    lines = " / ".join(line.text for line in explain(edition))
    return f"{lines} / {[topic['name'] for topic in edition.printed['topics']]}"


_FROM = {"renaming": "day", "renamed_on": "2026-03-20"}
KINDS: dict[str, tuple[type[Model], dict[str, Any], str, str]] = {
    "post": (Author, {"appointments-0-until_on": "2026-03-20"}, "the Tidal College", ""),
    "title": (Author, {"courtesy_until": "2026-03-20"}, "Ambassador", "Colonel Ida Quay"),
    "rank": (Author, {"retired_on": "2026-03-20"}, "Colonel Ambassador", "Colonel (ret.) Ambassador"),
    "outlet's name": (Outlet, {"name": "Beacon"}, "the Lantern", "the Beacon"),
    "outlet's name from a day": (Outlet, _FROM | {"name": "Beacon"}, "the Lantern", "the Beacon"),
    "label": (Kind, {"label": "Opinion"}, "Commentary", "Opinion"),
    "label from a day": (Kind, _FROM | {"label": "Opinion"}, "Commentary", "Opinion"),
    "disclaimer text": (Wording, {"in_force_until": "2026-03-20"}, "speaks for itself", ""),
    "licence": (Licence, {"version": "5.0"}, "CC BY-ND 4.0", "CC BY-ND 5.0"),
    "holder": (Institution, {"copyright_holder": "Tidal Forum"}, "© 2026 Harbour", "© 2026 Tidal Forum"),
    "name from a day": (Author, _FROM | {"display_name": "Ida Moor"}, "Ida Quay", "Ida Moor"),
    "house style": (HouseStyle, {"source_line": "From {outlet}"}, "Source: ", "From "),
    "topic": (Topic, {"name": "Quays"}, "Ports", "Quays"),
}
"""Kind of fact -> the record whose form is sent, what is typed there, what the page says before and after."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_that_ends_before_the_piece_goes_out_leaves_the_scheduled_page_with_the_save(
    paul: Client, piece: Article, now: dt.datetime, kind: str
) -> None:
    model, typed, before, after = KINDS[kind]
    record = model._default_manager.get()
    old = coming(piece, now)
    assert before in everything(old)
    page = changes(paul, record, **typed)
    new = coming(piece, now)
    assert before not in everything(new)
    assert after in everything(new)
    assert new.live_from == old.live_from
    said = text_of(page)
    assert (
        f"Printed again, scheduled for Wednesday 1 April 2026, 09:00 (New York time): “{new.headline}”"
        in said
    )
    entry = LedgerEntry.objects.get(act="reprint")
    record.refresh_from_db()
    assert (new.entry, old.pk) == (entry, entry.closed.get().pk)
    assert entry.reason == f"{str(model._meta.verbose_name).capitalize()} “{record}” was changed"
    assert entry.reason in text_of(paul.get("/admin/"))
    assert entry.reason in text_of(paul.get(reverse("admin:articles_article_history", args=[piece.pk])))


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_record_lists_the_scheduled_pieces_that_print_it(
    paul: Client, piece: Article, now: dt.datetime, kind: str
) -> None:
    record = KINDS[kind][0]._default_manager.get()
    address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    said = "Scheduled pieces that print this They have not gone out: a save here prints them again. "
    assert said + piece.headline in text_of(paul.get(address))


def test_a_house_style_that_is_deleted_leaves_the_scheduled_page_in_the_words_that_print_then(
    paul: Client, piece: Article, now: dt.datetime
) -> None:
    assert coming(piece, now).printed["copyright"]
    style = HouseStyle.objects.get()
    address = reverse("admin:disclaimers_housestyle_delete", args=[style.pk])
    page = paul.post(address, {"post": "yes"}, follow=True)
    assert (
        f"Printed again, scheduled for Wednesday 1 April 2026, 09:00 (New York time): “{piece.headline}”"
        in text_of(page)
    )
    assert not coming(piece, now).printed["copyright"]


def test_permissions_of_published_pages_end_with_the_days_of_the_time_zone_that_the_house_has_now(
    paul: Client, desk: Institution, now: dt.datetime
) -> None:
    centre, away = (
        InstitutionFactory(time_zone=zone, parent=parent) for zone, parent in (("", desk), ("UTC", None))
    )
    quay = PictureFactory(cleared={"until_on": dt.date(2026, 3, 20)})
    pieces = [
        published(ArticleFactory(institution=house, lead_picture=quay, lead_alt="A quay"), at=now).article
        for house in (desk, centre, away)
    ]
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 3, 20)})
    pieces.append(published(place.article, at=now).article)

    def ends() -> list[dt.datetime]:
        rows = (piece.editions.not_emptied().get(is_following=True) for piece in pieces)
        return [edition.live_from for edition in rows]

    midnights = [dt.datetime(2026, 3, 20, hour, tzinfo=dt.UTC) for hour in (0, 4)]
    assert ends() == [midnights[1], midnights[1], midnights[0], midnights[1]]
    page = changes(paul, desk, time_zone="Asia/Tokyo")
    in_tokyo = dt.datetime(2026, 3, 19, 15, tzinfo=dt.UTC)
    assert ends() == [in_tokyo, in_tokyo, midnights[0], in_tokyo]
    assert "3 published pages change at another hour now" in text_of(page)
    entry = LedgerEntry.objects.filter(article=pieces[0]).latest("id")
    assert sentence(entry).endswith("because the days of its institution begin in another time zone")


def test_a_save_that_changes_nothing_printed_prints_nothing_again(
    paul: Client, piece: Article, ida: Author, now: dt.datetime
) -> None:
    old = coming(piece, now)
    page = changes(paul, ida, biography="She counts ships.")
    assert "Printed again" not in text_of(page)
    assert coming(piece, now) == old
    assert not LedgerEntry.objects.filter(act="reprint").exists()


def test_a_scheduled_update_keeps_the_names_that_readers_have_had(
    paul: Client, ida: Author, desk: Institution, now: dt.datetime
) -> None:
    article = BylineFactory(author=ida).article
    published(article, at=now)
    published(change(article, dek="Later."), at=now, live_from=APRIL)
    page = changes(paul, ida, display_name="Ida Harbour")
    assert "Printed again" not in text_of(page)
    assert "1 published page keeps the name as printed." in text_of(page)
    assert coming(article, now).byline == "Ida Quay"


def test_a_condition_added_to_a_text_later_holds_for_scheduled_pages_and_not_for_the_live_one(
    paul: Client, desk: Institution, piece: Article, now: dt.datetime
) -> None:
    updated = BylineFactory().article
    published(updated, at=now)
    published(change(updated, dek="Later."), at=now, live_from=APRIL)
    line = desk.disclaimers.get()

    def printed() -> list[int]:
        live = Edition.objects.live(now + 2 * HOUR).get(article=updated)
        editions = (live, coming(updated, now), coming(piece, now))
        return [len(edition.printed["wordings"]) for edition in editions]

    assert printed() == [1, 1, 1]
    page = changes(paul, line, condition="no_funding")
    assert printed() == [1, 0, 0]
    assert "is not printed. Nobody has asked the authors about funding." in text_of(page)
    reasons = LedgerEntry.objects.filter(act="reprint").values_list("reason", flat=True)
    assert list(reasons) == [f"Disclaimer “{line}” was changed"] * 2
    changes(paul, line, condition="")
    assert printed() == [1, 1, 1]


def test_an_obstacle_that_a_changed_record_makes_is_told_with_the_save(
    paul: Client, desk: Institution, piece: Article, now: dt.datetime
) -> None:
    Wording.objects.update(in_force_until=dt.date(2026, 3, 20))
    disclaimer = desk.disclaimers.get()
    WordingFactory(disclaimer=disclaimer, language="fr", text="Le port ne dit rien.")
    changes(paul, disclaimer, order=2)
    page = changes(paul, desk, missing_wording="block")
    said = "Look at it before it goes out. The disclaimer “{}” must stand here, and it has no text"
    assert said.format(disclaimer.code) in text_of(page)


def test_a_page_that_cannot_be_printed_again_is_named_and_the_save_stands(
    paul: Client, ida: Author, piece: Article, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise KeyError("a member that an old page lacks")

    monkeypatch.setattr(scheduled_pages, "coming_again", broken)
    page = changes(paul, ida, display_name="Ida Harbour")
    assert f"“{piece.headline}” is scheduled and could not be printed again" in text_of(page)
    ida.refresh_from_db()
    assert ida.display_name == "Ida Harbour"
    assert coming(piece, now).byline.endswith("Ida Quay")
