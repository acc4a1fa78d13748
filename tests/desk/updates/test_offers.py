"""What leads to “Update published pages”: a new name, and a slip put right."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from articles.models import Batch, Edition
from authors.models import Author
from disclaimers.models import Wording
from pictures.models import Logo
from tests.desk.pages import fields_of, text_of
from tests.desk.updates.pages import HOUR, new, page_of, pieces_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    FormerNameFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    published,
)

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("an_hour_later")]


class TestTheOffers:
    def renames(self, browser: Client, row: Model, **typed: str) -> Any:
        address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
        form = fields_of(browser.get(address), f"{row._meta.model_name}_form")
        return browser.post(address, form | {"renaming": "slip"} | typed | {"_continue": "1"}, follow=True)

    def test_a_person_s_new_name_leads_to_their_pages(
        self, paul: Client, ida: Author, now: dt.datetime
    ) -> None:
        pieces_of(ida, 2, now)
        page = self.renames(paul, ida, display_name="Ida Harbour")
        assert "2 published pages keep the name as printed." in text_of(page)
        assert f'href="{new()}?author={ida.pk}"' in page.content.decode()

    def test_an_outlet_s_new_name_leads_to_its_pages(self, paul: Client, now: dt.datetime, desk: Any) -> None:
        place = AppearanceFactory(outlet=OutletFactory(name="Lantern"))
        published(place.article, at=now)
        page = self.renames(paul, place.outlet, name="Harbour Lantern")
        assert "1 published page keeps the outlet’s name as printed." in text_of(page)
        assert f'href="{new()}?outlet={place.outlet.pk}"' in page.content.decode()
        paul.post(f"{new()}?outlet={place.outlet.pk}", {"reason": "It was renamed"})
        paul.post(page_of(Batch.objects.get()), {"wish": "go_on"})
        said = Edition.objects.live(now + HOUR).get().printed["attributions"]
        assert "in the Harbour Lantern" in "".join(run["text"] for run in said[0])

    @pytest.mark.parametrize(
        ("noun", "typed", "what"),
        [
            ("topic", {"name": "Ports at sea"}, "the topic’s name"),
            ("kind", {"label": "Harbour note"}, "the words"),
            ("licence", {"name": "Harbour licence"}, "the licence’s name and address"),
        ],
    )
    def test_a_renamed_topic_content_type_or_licence_leads_to_its_pages(
        self, noun: str, typed: dict[str, str], what: str, paul: Client, now: dt.datetime, desk: Any
    ) -> None:
        article = published(ArticleFactory(topics=["Ports"], licence=LicenceFactory()), at=now).article
        row = article.tags.get() if noun == "topic" else getattr(article, noun)
        page = self.renames(paul, row, **typed)
        assert f"1 published page keeps {what} as printed. Update published pages" in text_of(page)
        assert f'href="{new()}?{noun}={row.pk}"' in page.content.decode()

    def test_a_licence_of_a_picture_leads_to_its_pages_and_is_new_at_once_on_a_logo(
        self, paul: Client, now: dt.datetime, desk: Any
    ) -> None:
        quay = PictureFactory(cleared={"state": "by_licence", "licence": LicenceFactory()})
        published(ArticleFactory(lead_picture=quay, lead_alt="A port"), at=now)
        Logo.objects.create(institution=desk, picture=quay)
        licence = quay.clearances.get().licence
        said = text_of(self.renames(paul, licence, url="https://quay.example/terms"))
        assert "1 published page keeps the licence’s name and address as printed." in said
        assert "A portrait or a logo is under it: those show today’s facts" in said
        merging = paul.get(reverse("admin:disclaimers_licence_merge", args=[licence.pk]))
        assert "1 piece names" in text_of(merging)

    def test_a_former_name_does_so_too_and_other_facts_do_not(
        self, paul: Client, now: dt.datetime, desk: Any
    ) -> None:
        place = AppearanceFactory(outlet=OutletFactory(name="Lantern"))
        published(place.article, at=now)
        former = FormerNameFactory(outlet=place.outlet)
        assert "as printed" not in text_of(self.renames(paul, place.outlet, terms="Ask first."))
        assert "as printed" in text_of(
            self.renames(paul, place.outlet, **{"former_names-0-name": f"{former.name} Post"})
        )

    def test_who_may_not_update_pages_is_told_and_not_led_there(self, eve: Client, now: dt.datetime) -> None:
        place = AppearanceFactory(outlet=OutletFactory(name="Lantern"))
        published(place.article, at=now)
        page = self.renames(eve, place.outlet, name="Harbour Lantern")
        assert "1 published page keeps the outlet’s name as printed." in text_of(page)
        assert new() not in page.content.decode()

    def test_a_slip_put_right_leads_to_the_pages_that_say_it(self, paul: Client, now: dt.datetime) -> None:
        edition, wording = published(at=now), Wording.objects.get()
        address = reverse("admin:disclaimers_wording_slip", args=[wording.pk])
        sent = paul.post(address, {"text": "Harbour keeps out of it.", "reason": "Too long"})
        assert urlsplit(sent.url).path == new()
        assert "Disclaimer, then Harbour keeps out of it." in text_of(paul.get(sent.url))
        begins = paul.post(sent.url, {"reason": "Too long"})
        paul.post(begins.url, {"wish": "go_on"})
        page = Edition.objects.live(now + HOUR).get(article=edition.article)
        assert [row["text"] for row in page.printed["wordings"]] == ["Harbour keeps out of it."]
