"""The day that counts, where only a month or a year is known: what changed within it is asked about and chosen."""

import datetime as dt

import pytest
from django.utils import timezone

from articles import acts
from articles.checklist import check
from articles.checklist.days import facts_of_a_period
from articles.models import Article
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import load_timeline
from disclaimers.models import InstitutionName
from outlets.models import FormerName
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import act_page, change_page, form_of, row
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    BylineFactory,
    DisclaimerFactory,
    OutletFactory,
    WordingFactory,
    published,
)

JULY, NEXT = dt.date(2014, 7, 1), dt.date(2015, 1, 1)


@pytest.fixture
def archived(desk) -> Article:
    """A piece by Ida Quay from the archive that ran in the Lantern in 2014; no day is known."""
    article = BylineFactory(
        author__display_name="Ida Quay", article__is_archive=True, article__headline="Tides"
    ).article
    AppearanceFactory(
        article=article,
        outlet=OutletFactory(name="Lantern"),
        published_on=dt.date(2014, 1, 1),
        precision="year",
    )
    return article


def checked(article: Article):
    proof = make_proof(acts.save_draft(article, by=None, at=NOW), at=NOW)
    questions = check(Act.PUBLISH, proof, load_timeline(article.pk, NOW)).questions
    return proof, [each for each in questions if each.code == "facts_of_a_period"]


def post(article: Article, **fields) -> None:
    AppointmentFactory(
        author=article.bylines.get().author, institution=article.institution, organisation="", **fields
    )


def a_post_began(article):
    post(article, title="fellow", until_on=JULY)
    post(article, title="director", from_on=JULY)


def the_outlet_was_renamed(article):
    FormerName.objects.create(outlet=article.appearances.get().outlet, name="Candle", until_on=JULY)


def the_house_was_renamed(article):
    post(article, title="fellow")
    InstitutionName.objects.create(
        institution=article.institution,
        language="en",
        name="Gower Forum",
        short_name="Gower",
        copyright_holder="Gower Forum",
        until_on=JULY,
    )


def a_text_began(article):
    line = DisclaimerFactory(institution=article.institution)
    WordingFactory(disclaimer=line, text="Before.", in_force_until=JULY)
    WordingFactory(disclaimer=line, text="After.", in_force_from=JULY)


@pytest.mark.long
@pytest.mark.parametrize(
    "change", [a_post_began, the_outlet_was_renamed, the_house_was_renamed, a_text_began]
)
def test_what_changed_in_the_year_in_which_it_ran_is_asked_about_and_one_click_chooses(
    archived, publisher, change
):
    change(archived)
    first, (question,) = checked(archived)
    assert question.sentence.startswith(
        "It ran elsewhere in 2014, on a day that is not known. Until 30 June 2014 the page says "
    )
    assert [offer.label for offer in question.offers] == [
        "As from 1 January 2014 to 30 June 2014", "As from 1 July 2014 to 31 December 2014",
    ]  # fmt: skip
    paul = logged_in(publisher)
    assert (
        "As from 1 July 2014 to 31 December 2014" in paul.get(act_page(archived, "publish")).content.decode()
    )
    page = f"/admin/articles/article/{archived.pk}/one-change/"
    for offer, is_same in zip(question.offers, (True, False), strict=True):
        paul.post(page, {"_set": f"{offer.field}={offer.value}"})
        chosen, asked = checked(archived)
        assert asked == []
        assert (lines(chosen) == lines(first)) == is_same
    assert chosen.facts.counted_on == JULY
    archived.appearances.update(counted_on=None, precision="day", published_on=dt.date(2014, 8, 2))
    assert checked(archived)[1] == []


def lines(proof) -> list[object]:
    printed = proof.edition.printed
    return [printed[name] for name in ("bios", "attributions", "copyright")] + [
        row["text"] for row in printed["wordings"]
    ]


def test_what_changed_in_another_year_or_says_nothing_here_is_not_asked_about(archived):
    post(archived, title="fellow", until_on=NEXT)
    post(archived, title="director", from_on=NEXT)
    AppointmentFactory(from_on=JULY, title="of somebody else")
    DisclaimerFactory()
    the_outlet_was_renamed(archived)
    archived.appearances.update(relation="also", outlet=None, outlet_name="Lantern")
    proof, asked = checked(archived)
    assert asked == []
    assert proof.facts.counted_on == dt.date(2014, 1, 1)


def test_a_part_of_one_day_is_called_so_and_no_part_reaches_into_days_that_are_told_no_more(archived):
    days = [JULY + dt.timedelta(days=number) for number in range(6)]
    for number, (begins, ends) in enumerate(zip([None, *days], [*days, None], strict=True)):
        post(archived, title=f"fellow of class {number}", from_on=begins, until_on=ends)
    (question,) = checked(archived)[1]
    assert [offer.label for offer in question.offers] == [
        "As from 1 January 2014 to 30 June 2014", *(f"As on {number} July 2014" for number in range(1, 5)),
    ]  # fmt: skip


def test_a_month_holds_only_what_changed_in_it(archived):
    a_post_began(archived)
    archived.appearances.update(precision="month", published_on=dt.date(2014, 7, 1))
    assert checked(archived)[1] == []
    archived.appearances.update(published_on=dt.date(2014, 6, 1))
    assert checked(archived)[1] == []


def test_the_day_typed_for_a_year_is_no_day_of_it(archived):
    a_post_began(archived)
    archived.appearances.update(published_on=dt.date(2014, 12, 31))
    proof, asked = checked(archived)
    assert len(asked) == 1
    assert proof.facts.counted_on == dt.date(2014, 1, 1)


def test_a_piece_whose_own_day_is_known_is_asked_only_for_the_outlets_name(archived):
    Article.objects.update(is_archive=False)
    a_post_began(archived)
    assert checked(archived)[1] == []
    the_outlet_was_renamed(archived)
    ((question,),) = [checked(archived)[1]]
    assert "Candle" in question.sentence
    assert "Lantern" in question.sentence


def test_two_places_of_one_year_are_chosen_together_and_a_page_keeps_what_it_printed(archived, publisher):
    a_post_began(archived)
    AppearanceFactory(
        article=archived, relation="also", outlet=OutletFactory(name="Wharf"), published_on=dt.date(2014, 3, 1),
        precision="year",
    )  # fmt: skip
    (question,) = checked(archived)[1]
    logged_in(publisher).post(
        f"/admin/articles/article/{archived.pk}/one-change/",
        {"_set": f"counted_on={question.offers[1].value}"},
    )
    assert set(archived.appearances.values_list("counted_on", flat=True)) == {JULY}
    edition = published(archived, at=NOW)
    assert "director" in str(edition.printed["bios"])
    assert "2014" in str(edition.printed["attributions"])
    assert "July" not in str(edition.printed["attributions"])


def test_a_date_that_is_known_asks_for_no_days_of_change(archived, django_assert_num_queries):
    """Questions about a known day cost nothing: the one query of days is for a month or a year."""
    archived.appearances.update(precision="day")
    proof, _ = checked(archived)
    timeline = load_timeline(archived.pk, NOW)
    with django_assert_num_queries(0):
        assert list(facts_of_a_period(proof, timeline)) == []


def test_a_change_is_found_behind_others_that_the_page_does_not_print(archived):
    for month in range(1, 7):
        line = DisclaimerFactory(institution=archived.institution, scope="employment")
        WordingFactory(disclaimer=line, in_force_from=dt.date(2014, month, 2))
    post(archived, title="fellow", until_on=JULY)
    post(archived, title="director", from_on=JULY)
    _, (question,) = checked(archived)
    assert [offer.label for offer in question.offers] == [
        "As from 1 January 2014 to 30 June 2014", "As from 1 July 2014 to 31 December 2014",
    ]  # fmt: skip


def test_a_day_that_lies_ahead_is_neither_offered_nor_taken(archived, publisher, monkeypatch):
    """A piece that ran "in 2026", looked at in March: what begins in September was not true of it."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    archived.appearances.update(published_on=dt.date(2026, 1, 1))
    post(archived, title="fellow", until_on=dt.date(2026, 9, 1))
    post(archived, title="director", from_on=dt.date(2026, 9, 1))
    assert checked(archived)[1] == []
    value = f"counted_on={archived.appearances.get().key}:2026-09-01"
    paul = logged_in(publisher)
    page = paul.post(f"/admin/articles/article/{archived.pk}/one-change/", {"_set": value}, follow=True)
    assert "this day lies ahead" in page.content.decode()
    typed = form_of(paul, archived) | row("appearances", 0, counted_on="2026-09-01")
    assert "This day lies ahead" in paul.post(change_page(archived), typed).content.decode()
