"""How a save becomes a version, and what happens to one that comes too late."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import acts
from articles.models import Article, Revision, Topic
from tests.desk.pages import ADD, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, OutletFactory, saved

pytestmark = pytest.mark.long


def test_a_new_piece_is_one_version_with_its_rows_and_topics(eve: Client, editor: User) -> None:
    person, outlet = AuthorFactory(), OutletFactory()
    form = form_of(eve) | {
        "headline": "Tides of paper",
        "dek": "On forms.",
        "body": "<p>Paper comes in.</p>",
        "tags": "Harbours, paper ; Harbours",
        **rows("bylines", 1),
        **row("bylines", 0, author=person.pk, role="author"),
        **rows("appearances", 1),
        **row(
            "appearances",
            0,
            outlet=outlet.pk,
            relation="original",
            published_on="2025-02-03",
            precision="day",
            expert_role="wrote",
        ),
    }
    response = eve.post(ADD, form | {"_continue": "Save"})
    assert response.status_code == 302, text_of(response)
    revision = Revision.objects.get()
    assert (revision.number, revision.saved_by) == (1, editor)
    content = revision.content
    assert content["topics"] == ["harbours", "paper"]
    (line,) = content["bylines"]
    assert (line["role"], line["author_id"], line["name"], line["bio"]) == ("author", person.pk, "", "")
    assert content["appearances"][0]["published_on"] == "2025-02-03"


def test_saving_without_a_change_appends_nothing(eve: Client, now: Any) -> None:
    article = BylineFactory(article__topics=["Harbours"], article__headline="A").article
    saved(article, at=now)
    response = eve.post(change_page(article), form_of(eve, article) | {"_continue": "Save"})
    assert response.status_code == 302, text_of(response)
    assert Revision.objects.count() == 1


def test_what_is_filled_in_comes_from_the_home_institution(eve: Client, desk: Any) -> None:
    form = form_of(eve)
    assert form["institution"] == [str(desk.pk)]
    assert form["kind"] == [str(desk.default_kind_id)]
    assert form["language"] == [desk.usual_language]


def test_a_save_on_an_older_version_changes_nothing_and_shows_both(
    eve: Client, now: Any, publisher: User
) -> None:
    article = ArticleFactory(headline="First", dek="Same dek")
    saved(article, at=now)
    form = form_of(eve, article)
    Article.objects.filter(pk=article.pk).update(headline="Paul’s headline")
    acts.save_draft(Article.objects.get(pk=article.pk), by=publisher, at=now)

    response = eve.post(change_page(article), form | {"headline": "Eve’s headline", "_continue": "Save"})

    assert response.status_code == 409
    words = text_of(response)
    assert "Eve’s headline" in words
    assert "Paul’s headline" in words
    assert "paul" in words
    article.refresh_from_db()
    assert article.headline == "Paul’s headline"
    assert Revision.objects.count() == 2
    kept = fields_of(response)
    assert kept["headline"] == ["Eve’s headline"]
    assert kept["base"] == ["2"]


def test_a_save_on_an_older_version_says_whether_the_newer_one_is_the_users_own(
    eve: Client, now: Any, editor: User, publisher: User
) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    form = form_of(eve, article) | {"headline": "Typed here", "_continue": "Save"}

    article.headline = "Typed in another window"
    article.save()
    acts.save_draft(article, by=editor, at=now)
    own = text_of(eve.post(change_page(article), form))
    assert "You saved this piece in another window while you were writing" in own
    assert own.count("You saved version 2 in another window") == 2
    assert "Someone else saved" not in own
    assert "Someone saved" not in own

    article.headline = "Typed by Paul"
    article.save()
    acts.save_draft(article, by=publisher, at=now)
    other = text_of(eve.post(change_page(article), form))
    assert "Someone else saved this piece while you were writing" in other
    assert "Version 3 was saved by paul" in other
    assert "another window" not in other

    article.headline = "Typed by Eve on top of Paul's"
    article.save()
    acts.save_draft(article, by=editor, at=now)
    both = text_of(eve.post(change_page(article), form))
    assert "Someone else saved this piece while you were writing" in both
    assert "another window" not in both


@pytest.mark.parametrize("base", ["", "0", "7", "-1", "1'", "9" * 40])
def test_a_base_that_is_not_the_newest_version_saves_nothing(base: str, eve: Client, now: Any) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    response = eve.post(change_page(article), form_of(eve, article) | {"base": base, "headline": "Other"})
    assert response.status_code == 409
    article.refresh_from_db()
    assert article.headline == "First"


def test_an_error_in_a_stale_form_still_shows_the_newer_text_first(eve: Client, now: Any) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    form = form_of(eve, article)
    Article.objects.filter(pk=article.pk).update(headline="Second")
    acts.save_draft(article, by=None, at=now)
    response = eve.post(change_page(article), form | {"slug": "Not A Slug", "headline": "Mine"})
    assert response.status_code == 409
    assert "Second" in text_of(response)
    assert fields_of(response)["slug"] == ["Not A Slug"]


def test_a_save_locks_the_piece_before_anything_is_read_from_it(
    eve: Client, now: Any, django_assert_max_num_queries: Any
) -> None:
    article = BylineFactory().article
    saved(article, at=now)
    form = form_of(eve, article)
    with django_assert_max_num_queries(90) as asked:
        eve.post(change_page(article), form | {"headline": "Other", "_continue": "1"})
    tables = ('"articles_article"', '"articles_revision"', '"articles_byline"', '"articles_deskstate"')
    first = next(
        row["sql"] for row in asked.captured_queries if any(f"FROM {table}" in row["sql"] for table in tables)
    )
    assert 'FOR NO KEY UPDATE OF "articles_article"' in first


def test_state_stands_in_no_form(eve: Client, now: Any) -> None:
    article = ArticleFactory()
    saved(article, at=now)
    names = {name.rpartition("-")[2] for name in form_of(eve, article)}
    assert names.isdisjoint({"uuid", "head_number", "saved_at", "desk", "live_from", "live_until", "state"})


def test_an_author_saves_their_own_new_piece_and_finds_it_again(ada: Client, author_user: User) -> None:
    form = form_of(ada) | {"headline": "Mine", "body": "<p>Text.</p>", "_continue": "Save"}
    form |= {**rows("bylines", 1), **row("bylines", 0, author=AuthorFactory().pk, role="author")}
    response = ada.post(ADD, form, follow=True)
    assert response.status_code == 200
    assert fields_of(response)["headline"] == ["Mine"]
    assert Revision.objects.get().saved_by == author_user


def test_an_author_cannot_open_or_save_another_persons_piece(ada: Client, now: Any) -> None:
    article = ArticleFactory(headline="Not Ada’s")
    saved(article, at=now)
    assert ada.get(change_page(article)).status_code in (302, 403)
    assert ada.post(change_page(article), {"base": "1", "headline": "Taken"}).status_code in (403, 404)
    assert Article.objects.get().headline == "Not Ada’s"


def test_a_topic_of_other_case_is_the_same_topic(eve: Client) -> None:
    Topic.objects.create(name="Harbours")
    eve.post(ADD, form_of(eve) | {"headline": "A", "tags": "harbours"})
    assert list(Topic.objects.values_list("name", flat=True)) == ["Harbours"]


def test_rows_keep_the_order_that_was_typed_and_new_ones_come_last(eve: Client) -> None:
    people = [AuthorFactory() for _ in range(3)]
    form = form_of(eve) | {"headline": "A", **rows("bylines", 3)}
    for number, (person, order) in enumerate(zip(people, ["2", "", "1"], strict=True)):
        form |= row("bylines", number, author=person.pk, role="author", order=order)
    response = eve.post(ADD, form)
    assert response.status_code == 302, text_of(response)
    printed = [line["author_id"] for line in Revision.objects.get().content["bylines"]]
    assert printed == [people[2].pk, people[0].pk, people[1].pk]


def test_a_save_says_which_version_it_made(eve: Client, now: Any) -> None:
    piece = ArticleFactory()
    saved(piece, at=now)
    changed = form_of(eve, piece) | {"dek": "Another dek"}
    assert "Saved as version 2." in text_of(
        eve.post(change_page(piece), changed | {"_continue": "1"}, follow=True)
    )
    same = form_of(eve, piece) | {"_continue": "1"}
    assert "Nothing has changed since version 2." in text_of(eve.post(change_page(piece), same, follow=True))


def test_a_piece_that_is_not_theirs_is_not_called_deleted(ada: Client) -> None:
    said = text_of(ada.get(change_page(ArticleFactory()), follow=True))
    assert "does not exist, or your account may not open it" in said
    assert "deleted" not in said


def test_a_change_sent_twice_is_saved_once_and_no_conflict_with_oneself(eve: Client, now: Any) -> None:
    article = BylineFactory(article__topics=["Harbours"], article__headline="A").article
    saved(article, at=now)
    form = form_of(eve, article) | {"headline": "Sent, and the answer lost", "_continue": "Save"}
    assert eve.post(change_page(article), form).status_code == 302
    again = eve.post(change_page(article), form, follow=True)
    assert again.status_code == 200
    assert "Nothing has changed since version 2." in text_of(again)
    assert Revision.objects.filter(article=article).count() == 2


def test_the_answers_of_a_conflict_sent_twice_are_saved_once(eve: Client, now: Any, publisher: User) -> None:
    article = ArticleFactory(headline="First")
    saved(article, at=now)
    form = form_of(eve, article) | {"headline": "Eve’s", "_continue": "Save"}
    article.headline = "Paul’s"
    article.save()
    acts.save_draft(article, by=publisher, at=now)
    answered = fields_of(eve.post(change_page(article), form)) | {"answer-0": "mine", "_continue": "Save"}
    for _ in range(2):
        assert eve.post(change_page(article), answered).status_code == 302
    assert Revision.objects.filter(article=article).count() == 3
