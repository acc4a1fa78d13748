"""Which disclaimer texts a page carries, and what becomes of them when its authors change."""

import datetime as dt

import pytest

from articles import acts
from articles.models import Article, Edition, PinnedWording
from disclaimers.models import Disclaimer, Institution, Wording
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    WordingFactory,
    published,
)

HOUR = dt.timedelta(hours=1)


def texts(edition: Edition) -> list[str]:
    return [row["text"] for row in edition.printed["wordings"]]


def serving(desk: Institution, name: str, *bodies: str, **post) -> AppointmentFactory:
    """An officer whose posts must be disclaimed, in an ordered chain of bodies."""
    line, _ = Disclaimer.objects.get_or_create(
        code="officers", defaults={"institution": desk, "scope": "employment"}
    )
    if not line.wordings.exists():
        WordingFactory(disclaimer=line, text="{author} does not speak for {bodies}.")
    post = AppointmentFactory(author=AuthorFactory(display_name=name), disclaimer=line, **post)
    post.set_bodies(bodies)
    return post


def test_an_authors_employment_line_names_the_author_and_the_chain_in_its_order(desk, now):
    post = serving(desk, "Ida Quay", "the Navy", "the Ministry", "the Government")
    article = BylineFactory(author=post.author).article
    BylineFactory(article=article)
    assert texts(published(article, at=now))[1:] == [
        "Ida Quay does not speak for the Navy, the Ministry or the Government."
    ]


def test_it_ends_with_the_appointment_and_stays_on_what_was_published_before(desk, now):
    post = serving(desk, "Ida Quay", "the Navy", until_on=dt.date(2026, 3, 11))
    before = published(BylineFactory(author=post.author).article, at=now)
    after = published(BylineFactory(author=post.author).article, at=now + 48 * HOUR)
    assert (len(texts(before)), len(texts(after))) == (2, 1)
    Article.objects.filter(pk=before.article_id).update(dek="Another.")
    assert texts(published(before.article, at=now + 72 * HOUR)) == texts(before)


def test_a_text_fixed_by_hand_replaces_the_institutions_and_no_employment_line(desk, now):
    post = serving(desk, "Ida Quay", "the Navy")
    article = BylineFactory(author=post.author).article
    PinnedWording.objects.create(article=article, own_text="Our own words.")
    expected = ["Our own words.", "Ida Quay does not speak for the Navy."]
    edition = published(article, at=now)
    assert texts(edition) == expected
    Article.objects.filter(pk=article.pk).update(dek="Another.")
    assert texts(published(article, at=now + HOUR)) == expected


@pytest.mark.parametrize(
    "title", ["officer", "senior fellow"], ids=["lacked by the kept one", "held by both"]
)
def test_a_merged_author_s_line_stays_with_its_bodies_on_pieces_of_either_name(desk, now, editor, title):
    post = serving(desk, "I. Quay", "the Navy", title=title)
    kept = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=kept)  # a senior fellow without a disclaimer
    before = published(BylineFactory(author=post.author).article, at=now)
    acts.merge(post.author, kept, by=editor, at=now)
    for author in (post.author, kept):
        after = published(BylineFactory(author=author).article, at=now)
        assert texts(after)[1:] == ["Ida Quay does not speak for the Navy."]
    BylineFactory(article=before.article)
    assert texts(published(before.article, at=now + HOUR))[1:] == ["I. Quay does not speak for the Navy."]


def test_an_author_who_comes_brings_their_line_and_one_who_goes_takes_it_away(desk, now):
    ida, kim = serving(desk, "Ida Quay", "the Navy"), serving(desk, "Kim Pier", "the Customs")
    article = BylineFactory(author=ida.author).article
    published(article, at=now)
    BylineFactory(article=article, author=kim.author)
    both = published(article, at=now + HOUR)
    assert texts(both)[1:] == [
        "Ida Quay does not speak for the Navy.",
        "Kim Pier does not speak for the Customs.",
    ]
    article.bylines.filter(author=ida.author).delete()
    assert texts(published(article, at=now + 2 * HOUR))[1:] == ["Kim Pier does not speak for the Customs."]


def test_a_text_that_agrees_with_the_number_of_authors_goes_on_agreeing(desk, now):
    Wording.objects.update(text="{kind} speaks for its {authors:author|authors}, not for us.")
    article = BylineFactory().article
    assert "its author," in texts(published(article, at=now))[0]
    BylineFactory(article=article)
    assert "its authors," in texts(published(article, at=now + HOUR))[0]


@pytest.mark.parametrize(("policy", "goes_out"), [("original", True), ("block", False)])
def test_a_missing_translation_prints_the_original_marked_or_stops_the_piece(desk, now, policy, goes_out):
    Institution.objects.filter(pk=desk.pk).update(missing_wording=policy)
    if goes_out:
        (row,) = published(ArticleFactory(language="ko"), at=now).printed["wordings"]
        assert (row["language"], "speaks for itself" in row["text"]) == ("en", True)
        return
    with pytest.raises(acts.CannotPublish, match="no text in this piece’s language"):
        published(ArticleFactory(language="ko"), at=now)


def test_why_a_text_stands_on_a_page_is_kept_with_it(desk, now):
    wording = Wording.objects.get()
    (row,) = published(at=now).printed["wordings"]
    assert (row["whose"], row["begins"], row["until"], row["chosen_for"]) == (
        desk.code, wording.in_force_from.isoformat(), "", "2026-03-10",
    )  # fmt: skip


def test_a_disclaimer_of_a_later_text_leaves_a_page_as_it_was(desk, now):
    DisclaimerFactory(institution=desk)
    edition = published(at=now)
    WordingFactory(disclaimer=DisclaimerFactory(institution=desk), text="New.")
    Article.objects.filter(pk=edition.article_id).update(dek="Another.")
    assert texts(published(edition.article, at=now + HOUR)) == texts(edition)
