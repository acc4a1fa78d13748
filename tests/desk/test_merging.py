"""The pages that merge records, and what the desk offers afterwards."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles import acts
from articles.models import Article, RecordMerge, Topic
from articles.models.topic import topics_named
from disclaimers.models import KindLabel
from tests.desk.pages import change_page, fields_of, form_of, text_of
from tests.desk.test_nouns import picked
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long

SAME_NAME = "There is a topic “Ports” already. Merge this one into it"


@pytest.fixture
def topics(desk: Any) -> tuple[Topic, Topic]:
    diplomacy, ports = topics_named(["Diplomacy", "Ports"])
    return diplomacy, ports


def rename(client: Client, topic: Topic, name: str) -> Any:
    change = reverse("admin:articles_topic_change", args=[topic.pk])
    return client.post(change, fields_of(client.get(change), "topic_form") | {"name": name})


@pytest.mark.parametrize("name", ["ports", "PORTS", "Ports ", "Ｐorts"])
def test_renaming_a_topic_to_the_name_of_another_is_refused_with_a_way_to_merge(
    name: str, eve: Client, topics: tuple[Topic, Topic], now: dt.datetime
) -> None:
    diplomacy, ports = topics
    article = ArticleFactory(topics=["Ports"])
    saved(article, at=now)
    refused = rename(eve, diplomacy, name)
    assert SAME_NAME in text_of(refused)
    assert f"/admin/articles/topic/{diplomacy.pk}/merge/?into={ports.pk}" in refused.content.decode()
    eve.post(change_page(article), form_of(eve, article) | {"_continue": "1"})
    assert article.revisions.count() == 1
    assert list(article.tags.all()) == [ports]


def test_a_comma_in_a_topic_is_refused_with_a_sentence(eve: Client, topics: tuple[Topic, Topic]) -> None:
    said = text_of(rename(eve, topics[0], "Talks, treaties"))
    assert "A topic has no comma and no semicolon: they separate topics." in said


def test_a_topic_may_change_the_case_of_its_own_name(eve: Client, topics: tuple[Topic, Topic]) -> None:
    assert rename(eve, topics[0], "DIPLOMACY").status_code == 302


def test_two_topics_are_merged_and_taken_apart_on_their_pages(
    eve: Client, topics: tuple[Topic, Topic], now: dt.datetime
) -> None:
    diplomacy, ports = topics
    article = ArticleFactory(topics=["Diplomacy"])
    saved(article, at=now)
    merge = reverse("admin:articles_topic_merge", args=[diplomacy.pk])
    form = fields_of(eve.get(merge, {"into": ports.pk}), "act-form")
    assert form["kept"] == [str(ports.pk)]
    assert "1 piece names “Diplomacy” now." in text_of(eve.get(merge))
    assert "No piece names “Ports”." in text_of(
        eve.get(reverse("admin:articles_topic_merge", args=[ports.pk]))
    )
    done = text_of(eve.post(merge, form, follow=True))
    assert "“Diplomacy” is merged into “Ports”." in done
    opened = form_of(eve, article)
    assert opened["tags"] == ["Ports"]
    eve.post(change_page(article), opened | {"_continue": "1"})
    assert article.revisions.count() == 1, "nothing was typed, so nothing is saved"
    assert picked(eve, "o", "articletopic", "tag") == ["Ports"]
    change = reverse("admin:articles_topic_change", args=[diplomacy.pk])
    assert "Merged into Ports by eve" in text_of(eve.get(change))
    undo = reverse("admin:articles_topic_unmerge", args=[diplomacy.pk])
    assert "“Diplomacy” and “Ports” are two again." in text_of(eve.post(undo, follow=True))
    assert "Merged into" not in text_of(eve.get(change))
    assert form_of(eve, article)["tags"] == ["Diplomacy"]


@pytest.mark.parametrize("noun", ["author", "outlet"])
def test_people_and_outlets_are_merged_on_the_same_page(noun: str, eve: Client, desk: Any) -> None:
    make, app = {"author": (AuthorFactory, "authors"), "outlet": (OutletFactory, "outlets")}[noun]
    gone, kept = make(), make()
    merge = reverse(f"admin:{app}_{noun}_merge", args=[gone.pk])
    assert not {"it", "its"} & set(text_of(eve.get(merge)).split()), "a person is no thing"
    missing = text_of(eve.post(merge, {}))
    assert "Choose the one that stays." in missing
    assert "choose one that does" in text_of(eve.post(merge, {"kept": gone.pk}))
    assert eve.post(merge, {"kept": kept.pk}).status_code == 302
    gone.refresh_from_db()
    assert gone.merged_into == kept
    assert RecordMerge.objects.get().by.username == "eve"  # type: ignore[union-attr]


@pytest.mark.parametrize("make", [AuthorFactory, OutletFactory, InstitutionFactory])
def test_a_list_says_what_was_merged_into_what_and_narrows_to_it(
    make: Any, paul: Client, publisher: Any, desk: Any
) -> None:
    gone, kept = make(), make()
    records = reverse(f"admin:{gone._meta.app_label}_{gone._meta.model_name}_changelist")
    assert "merged" not in text_of(paul.get(records)).lower()
    acts.merge(gone, kept, by=publisher, at=timezone.now())
    every, stand = (text_of(paul.get(records, query)) for query in ({}, {"merged": "no"}))
    assert "Merged into" in every
    assert str(gone) in every
    assert str(gone) not in stand
    rows = html.fromstring(paul.get(records, {"merged": "yes"}).content).xpath(
        "//*[@id='result_list']/tbody/tr"
    )
    assert [(str(gone) in row.text_content(), str(kept) in row.text_content()) for row in rows] == [
        (True, True)
    ]


def test_what_goes_along_is_named_before_and_the_picker_shows_the_kept_name(
    eve: Client, desk: Any, now: dt.datetime
) -> None:
    gone, kept = AuthorFactory(display_name="I. Quay"), AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=gone, title="director")
    published(article := BylineFactory(author=gone).article, at=now)
    merge = reverse("admin:authors_author_merge", args=[gone.pk])
    asked = eve.post(merge, {"kept": kept.pk})
    assert "post: director, the Tidal College" in text_of(asked)
    assert not RecordMerge.objects.exists()
    assert "post: director" in text_of(eve.get(merge, {"into": kept.pk}))
    done = text_of(eve.post(merge, fields_of(asked, "act-form"), follow=True))
    assert "1 published page keeps the name as printed." in done
    assert "director" in eve.get(reverse("admin:authors_author_change", args=[kept.pk])).content.decode()
    form = eve.get(change_page(article)).content.decode()
    assert f'value="{gone.pk}"' in form, "a save changes nothing"
    assert ">Ida Quay</option>" in form
    assert ">I. Quay</option>" not in form


def test_authors_merge_nothing(ada: Client, topics: tuple[Topic, Topic]) -> None:
    diplomacy, ports = topics
    for page in ("merge", "unmerge"):
        address = reverse(f"admin:articles_topic_{page}", args=[diplomacy.pk])
        assert ada.post(address, {"kept": ports.pk}).status_code == 403
    assert not RecordMerge.objects.exists()
    assert not Article.objects.exists()


def test_a_mistyped_institution_is_merged_on_its_page_which_says_what_stands_in_the_way(
    paul: Client, eve: Client, desk: Any, now: dt.datetime
) -> None:
    gone = InstitutionFactory(name="Gower Huose")
    article = ArticleFactory(institution=gone)
    saved(article, at=now)
    merge = reverse("admin:disclaimers_institution_merge", args=[gone.pk])
    for house, label in ((gone, "Kommentar"), (desk, "Gastbeitrag")):
        row = KindLabel.objects.create(kind=article.kind, language="de", label=label, institution=house)
    refused = text_of(paul.post(merge, {"kept": str(desk.pk)}))
    assert "For the same days “Gower Huose” has the content type’s label" in refused
    row.delete()
    seen = text_of(paul.post(merge, {"kept": str(desk.pk)}))
    assert "1 manuscript" in seen
    assert "Kommentar" in seen
    assert paul.post(merge, {"kept": str(desk.pk), "seen": str(desk.pk)}).status_code == 302
    form = eve.get(change_page(article))
    assert form_of(eve, article)["institution"] == [str(desk.pk)]
    offered = html.fromstring(form.content.decode()).xpath("//select[@name='institution']/option/@value")
    assert str(gone.pk) not in offered
    assert picked(paul, "h", "article", "institution") == [desk.name]
    assert paul.post(reverse("admin:disclaimers_institution_unmerge", args=[gone.pk])).status_code == 302
    assert Article.objects.get().institution == gone


@pytest.mark.parametrize("name", ["kind", "licence"])
def test_a_mistyped_type_or_licence_is_merged_and_no_form_offers_it_any_more(
    name: str, paul: Client, eve: Client, desk: Any, now: dt.datetime
) -> None:
    make = {"kind": KindFactory, "licence": LicenceFactory}[name]
    gone, kept = make(code="wrong"), make(code="right", **({"name": "CC BY"} if name == "licence" else {}))
    article = ArticleFactory(**{name: gone})
    saved(article, at=now)
    merge = reverse(f"admin:disclaimers_{name}_merge", args=[gone.pk])
    seen = paul.post(merge, {"kept": str(kept.pk)})
    assert "1 manuscript" in text_of(seen)
    assert paul.post(merge, {"kept": str(kept.pk), "seen": str(kept.pk)}).status_code == 302
    form = eve.get(change_page(article))
    assert form_of(eve, article)[name] == [str(kept.pk)]
    offered = html.fromstring(form.content.decode()).xpath(f"//select[@name='{name}']/option/@value")
    assert str(gone.pk) not in offered
    change = reverse(f"admin:disclaimers_{name}_change", args=[gone.pk])
    assert "Merged into" in text_of(paul.get(change))
    assert paul.post(reverse(f"admin:disclaimers_{name}_unmerge", args=[gone.pk])).status_code == 302
    assert Article.objects.filter(**{name: gone}).count() == 1
