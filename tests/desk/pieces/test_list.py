"""The list, the front page and the history: right words, few queries, nobody else's pieces."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import acts
from articles.models import Article
from tests.desk.acts.test_views import pieces_in_every_standing
from tests.desk.pages import change_page, text_of
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved

pytestmark = pytest.mark.long

LIST = "/admin/articles/article/"


def listed(response: Any) -> dict[str, str]:
    """Headline -> where it stands."""
    rows = html.fromstring(response.content.decode()).xpath("//table[@id='result_list']/tbody/tr")
    return {
        row.xpath("string(.//*[contains(@class, 'field-headline_or_none')])").strip(): row.xpath(
            "string(.//*[contains(@class, 'field-standing')])"
        )
        for row in rows
    }


def test_the_list_says_in_words_where_each_piece_stands(eve: Client, now: dt.datetime) -> None:
    pieces = pieces_in_every_standing(now)
    changed = published(at=now).article
    Article.objects.filter(pk=changed.pk).update(dek="Other")
    acts.save_draft(changed, by=None, at=now)
    words = listed(eve.get(LIST))
    day = timezone.localtime(now + dt.timedelta(days=1500), ZoneInfo("America/New_York"))
    coming = f"scheduled for {day.day} {day:%B %Y, %H:%M}"
    assert {name: words[str(piece)] for name, piece in pieces.items()} == {
        "draft": "never published",
        "live": "live",
        "scheduled": coming,
        "live and scheduled": f"live, unpublished changes, {coming}",
        "gone": "unpublished",
    }
    assert words[str(changed)] == "live, unpublished changes"


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ("never", {"draft"}),
        ("live", {"live", "live and scheduled"}),
        ("changes", {"live and scheduled"}),
        ("scheduled", {"scheduled", "live and scheduled"}),
        ("unpublished", {"gone"}),
        ("nonsense", {"draft", "live", "scheduled", "live and scheduled", "gone"}),
    ],
)
def test_the_list_narrows_to_a_standing(
    standing: str, expected: set[str], eve: Client, now: dt.datetime
) -> None:
    pieces = pieces_in_every_standing(now)
    found = listed(eve.get(LIST, {"standing": standing}))
    assert set(found) == {str(pieces[name]) for name in expected}


def test_the_list_narrows_by_kind_institution_language_and_topic(eve: Client, now: dt.datetime) -> None:
    wanted = ArticleFactory(language="de", topics=["Häfen"], kind__code="essay")
    ArticleFactory(language="en", topics=["Other"])
    topic = wanted.tags.get().slug
    for query in (
        {"language": "de"},
        {"topic": topic},
        {"kind__id__exact": wanted.kind_id},
        {"q": wanted.headline},
    ):
        assert list(listed(eve.get(LIST, query))) == [str(wanted)], query


@pytest.mark.parametrize(
    "query", [{"q": "\x00"}, {"topic": "\x00"}, {"language": "\x00"}, {"standing": "\x00"}, {"p": "x"}]
)
def test_a_query_that_makes_no_sense_gives_a_list_or_an_empty_one(query: dict[str, str], eve: Client) -> None:
    ArticleFactory()
    assert eve.get(LIST, query).status_code in (200, 302)


def test_the_list_takes_as_many_queries_for_forty_pieces_as_for_two(
    eve: Client, now: dt.datetime, django_assert_max_num_queries: Any
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            article = BylineFactory(article__topics=["One"]).article
            saved(article, at=now)

    fill(40)
    with django_assert_max_num_queries(18):
        assert len(listed(eve.get(LIST))) == 40


def test_authors_see_only_their_own(ada: Client, author_user: User, now: dt.datetime) -> None:
    mine = BylineFactory(author=AuthorFactory(user=author_user)).article
    ArticleFactory(headline="Somebody else’s")
    assert list(listed(ada.get(LIST))) == [str(mine)]


def test_nothing_is_deleted_or_edited_from_the_list(eve: Client, administrator: User, as_user: Any) -> None:
    article = ArticleFactory()
    for client in (eve, as_user(administrator)):
        page = client.get(LIST).content.decode()
        assert "delete_selected" not in page
        assert "form-0-" not in page
        client.post(LIST, {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"})
        assert client.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.count() == 1


def test_my_desk_opens_for_somebody_without_any_right(stranger: User, as_user: Any) -> None:
    assert as_user(stranger).get("/admin/").status_code == 200


def test_the_history_tells_everything_newest_first_and_shows_every_version(
    eve: Client, now: dt.datetime
) -> None:
    both = pieces_in_every_standing(now)["live and scheduled"]
    acts.unpublish(both, by=None, at=timezone.now(), reason="Named the wrong harbour")
    page = eve.get(f"{LIST}{both.pk}/history/")
    words = text_of(page)
    order = [
        "Took the piece from readers",
        "Scheduled version 2",
        "Saved version 2",
        "Published version 1",
        "Saved version 1",
    ]
    assert sorted(order, key=words.index) == order
    assert "Named the wrong harbour" in words
    assert "was live from" in words
    version = eve.get(f"{LIST}{both.pk}/version/2/")
    assert "New" in text_of(version)
    assert eve.get(f"{LIST}{both.pk}/version/3/").status_code == 404


def test_the_words_of_the_workshop_do_not_show(paul: Client, now: dt.datetime) -> None:
    article = published(BylineFactory().article, at=now).article
    pages = ["/admin/", LIST, change_page(article), f"{LIST}{article.pk}/history/", f"{LIST}add/"]
    pages += [f"{LIST}{article.pk}/act/{act}/" for act in ("publish", "schedule", "unpublish", "reissue")]
    for page in pages:
        words = f" {text_of(paul.get(page)).lower()} "
        words = words.replace("print edition", "").replace("online edition", "")  # an outlet's own
        for word in (
            " press ",
            " act ",
            " revision",
            " edition",
            " slug",
            " ledger",
            " appearance",
            " wording",
            " intake",
        ):
            assert word not in words, (page, word)
