"""What the checklist stops, and what it warns of."""

import datetime as dt

import pytest

from articles import acts
from articles.models import Edition, Revision
from tests.articles.pieces import HOUR, change
from tests.factories import AppearanceFactory, ArticleFactory, published


class TestChecklist:
    @pytest.mark.parametrize(
        ("facts", "field"),
        [({"headline": ""}, "headline"), ({"body": ""}, "body"), ({"body": "<p> </p>"}, "body")],
    )
    def test_nothing_goes_out_without_headline_and_text(self, desk, now, facts, field):
        with pytest.raises(acts.CannotPublish) as refusal:
            published(at=now, **facts)
        assert [item.field for item in refusal.value.checklist.blockers] == [field]
        assert not Edition.objects.exists()

    def test_an_unsafe_address_of_an_outlet_stops_the_piece(self, desk, now):
        article = AppearanceFactory().article
        article.appearances.update(url="javascript:alert(1)")
        with pytest.raises(acts.CannotPublish, match="cannot be printed"):
            published(article, at=now)

    def test_another_pieces_address_stops_the_piece(self, desk, now):
        taken = published(at=now).permalink.path.split("/")[2]
        with pytest.raises(acts.CannotPublish, match="Choose another"):
            published(at=now, slug=taken)

    def test_an_hour_that_has_passed_cannot_be_scheduled(self, desk, now):
        with pytest.raises(acts.CannotPublish, match="has passed"):
            published(at=now, live_from=now - HOUR)

    def test_the_same_version_cannot_be_published_twice(self, desk, now):
        edition = published(at=now)
        with pytest.raises(acts.CannotPublish, match="already have this version"):
            published(edition.article, at=now + HOUR)

    def test_what_is_missing_is_warned_of_and_kept_in_the_ledger(self, desk, now):
        article = ArticleFactory(dek="")
        AppearanceFactory(article=article, outlet=None, url="", published_on=None)
        edition = published(article, at=now)
        codes = {row["code"] for row in edition.entry.checklist}
        assert codes == {"no_byline", "no_dek", "no_outlet"}

    def test_a_missing_disclaimer_is_warned_of(self, desk, now):
        desk.disclaimers.get().wordings.update(in_force_until=dt.date(2001, 1, 1))
        assert "no_disclaimer" in {row["code"] for row in published(at=now).entry.checklist}

    def test_a_first_day_that_lies_ahead_stops_the_piece(self, desk, now):
        with pytest.raises(acts.CannotPublish, match="lies ahead"):
            published(at=now, first_published_on=dt.date(2062, 1, 1))
        assert published(at=now, first_published_on=dt.date(2026, 3, 10))

    def test_a_first_day_that_readers_know_stays_and_another_is_warned_of(self, desk, now):
        first = published(at=now, first_published_on=dt.date(2018, 7, 9))
        again = published(change(first.article, first_published_on=dt.date(2017, 7, 9)), at=now + HOUR)
        assert again.first_published_on == dt.date(2018, 7, 9)
        assert "first_day_stays" in {row["code"] for row in again.entry.checklist}

    def test_a_correction_before_a_scheduled_version_is_warned_that_it_will_not_last(self, desk, now):
        first = published(at=now)
        published(change(first.article, dek="For later."), at=now, live_from=now + 3 * HOUR)
        between = published(change(first.article, dek="Urgent."), at=now + HOUR)
        assert "older_version_coming" in {row["code"] for row in between.entry.checklist}

    def test_an_act_overtaken_by_a_later_one_is_refused_and_undoes_nothing(self, desk, now):
        first = published(at=now + HOUR)
        change(first.article, dek="Too late.")
        with pytest.raises(acts.ActRefused, match="at the same moment"):
            published(first.article, at=now)
        assert Revision.objects.count() == 2  # the text itself was saved
