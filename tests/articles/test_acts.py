"""What saving, publishing and reissuing change, and what each leaves in the ledger."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from articles import acts
from articles.models import DeskState, Edition, LedgerEntry, Revision, Topic
from articles.renewed import ALL_NAMES, NOTHING, Renewable, Renewed
from articles.states import Public
from articles.timeline import load_timeline
from disclaimers.models import Kind
from disclaimers.slips import correct_slip
from tests.articles.pieces import HOUR, change, live
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, KindFactory, published, saved


class TestSaving:
    def test_a_save_that_changes_something_appends_a_version_and_says_so(self, desk, editor, now):
        article = ArticleFactory()
        first = saved(article, at=now, by=editor)
        second = saved(change(article, headline="Another"), at=now, by=editor)
        assert (first.number, second.number, second.parent) == (1, 2, first)
        assert DeskState.objects.get().head_number == 2
        assert [entry.act for entry in LedgerEntry.objects.all()] == ["save_draft", "save_draft"]

    def test_a_save_that_changes_nothing_appends_nothing(self, desk, editor, now):
        article = ArticleFactory()
        assert saved(article, at=now, by=editor) == saved(article, at=now + HOUR, by=editor)
        assert Revision.objects.count() == LedgerEntry.objects.count() == 1

    def test_a_save_on_a_stale_base_is_refused_and_changes_nothing(self, desk, editor, now):
        article = ArticleFactory()
        saved(article, at=now)
        saved(change(article, headline="Another"), at=now)
        change(article, headline="A third")
        with pytest.raises(acts.StaleBase, match="version 2 while you were working on version 1"):
            acts.save_draft(article, base=1, by=editor, at=now)
        assert Revision.objects.count() == 2

    def test_a_draft_shows_nothing_to_readers(self, desk, now):
        saved(ArticleFactory(), at=now)
        assert not Edition.objects.exists()


class TestPublishing:
    def test_a_published_piece_is_live_from_that_instant(self, desk, editor, now):
        edition = published(at=now, by=editor)
        assert list(live(now)) == list(live(now + 1000 * HOUR)) == [edition]
        assert not live(now - dt.timedelta(microseconds=1)).exists()
        assert edition.entry.actor == editor

    def test_an_update_closes_the_current_edition_and_opens_the_next_without_a_gap(self, desk, now):
        first = published(at=now)
        second = published(change(first.article, dek="Another."), at=now + HOUR)
        first.refresh_from_db()
        assert first.live_until == second.live_from == now + HOUR
        assert first.closed_by == second.entry

    def test_a_scheduled_piece_appears_at_its_second_and_not_before(self, desk, now):
        edition = published(at=now, live_from=now + HOUR)
        assert not live(now + HOUR - dt.timedelta(microseconds=1)).exists()
        assert live(now + HOUR).get() == edition
        assert load_timeline(edition.article_id, now).public == Public.SCHEDULED

    def test_unscheduling_an_update_leaves_the_live_page_live(self, desk, now):
        first = published(at=now)
        published(change(first.article, dek="Another."), at=now, live_from=now + HOUR)
        acts.unschedule(first.article, by=None, at=now)
        assert live(now + 2 * HOUR).get() == first
        assert Edition.objects.ever_live(now + 2 * HOUR).get() == first

    def test_an_update_published_before_a_scheduled_one_ends_where_that_begins(self, desk, now):
        first = published(at=now)
        coming = published(change(first.article, dek="For later."), at=now, live_from=now + 3 * HOUR)
        between = published(change(first.article, dek="Urgent."), at=now + HOUR)
        assert live(now + 2 * HOUR).get() == between
        assert live(now + 3 * HOUR).get() == coming
        acts.unschedule(first.article, by=None, at=now + 2 * HOUR)
        assert live(now + 9 * HOUR).get() == between

    def test_an_unpublished_piece_is_gone_and_its_scheduled_update_called_off(self, desk, publisher, now):
        first = published(at=now)
        published(change(first.article, dek="For later."), at=now, live_from=now + 3 * HOUR)
        acts.unpublish(first.article, by=publisher, at=now + HOUR, reason="Published in error")
        assert not live(now + HOUR).exists()
        assert not live(now + 4 * HOUR).exists()
        assert Edition.objects.ever_live(now + HOUR).get() == first
        assert load_timeline(first.article_id, now + HOUR).public == Public.UNPUBLISHED

    def test_a_piece_published_again_keeps_its_first_date_and_its_address(self, desk, now, clock):
        first = published(at=now)
        acts.unpublish(first.article, by=None, at=now + HOUR, reason="Published in error")
        change(first.article, headline="Renamed")
        again = published(first.article, at=now + 48 * HOUR)
        assert (again.first_published_on, again.permalink) == (first.first_published_on, first.permalink)

    def test_the_day_of_first_publication_is_the_institutions_own(self, desk, clock):
        late = dt.datetime(2026, 3, 11, 2, 30, tzinfo=dt.UTC)  # the evening of the tenth in New York
        assert published(at=late).first_published_on == dt.date(2026, 3, 10)

    def test_the_history_says_which_first_day_an_older_piece_was_given(self, desk, now):
        edition = published(at=now, first_published_on=dt.date(2018, 7, 9))
        assert edition.entry.after["first_published_on"] == dt.date(2018, 7, 9)
        assert LedgerEntry.objects.get(pk=edition.entry.pk).after["first_published_on"] == "2018-07-09"

    def test_a_new_address_is_taken_and_the_old_one_stays_with_the_piece(self, desk, now):
        first = published(at=now)
        second = published(change(first.article, slug="another-address"), at=now + HOUR)
        assert second.permalink.path == "/articles/another-address/"
        assert first.article.permalinks.count() == 2

    def test_two_pieces_of_one_headline_get_two_addresses(self, desk, now):
        paths = [published(at=now, headline="Ports").permalink.path for _ in range(3)]
        assert paths == ["/articles/ports/", "/articles/ports-2/", "/articles/ports-3/"]


class TestReissuing:
    def test_a_renamed_topic_keeps_its_name_on_the_page_until_current_names_are_asked_for(
        self, desk, publisher, now
    ):
        edition = published(at=now, topics=["Old Harbour"])
        topic = Topic.objects.get()
        topic.name = "New Harbour"
        topic.save()

        def topics(edition):
            return [row["name"] for row in edition.printed["topics"]], edition.topic_uses.count()

        assert saved(edition.article, at=now) == edition.revision
        update = published(change(edition.article, dek="Another."), at=now + HOUR)
        assert topics(update) == (["Old Harbour"], 1)
        again = acts.reissue(
            edition.article, renewed=ALL_NAMES, by=publisher, at=now + 2 * HOUR, reason="It was renamed"
        )
        assert topics(again) == (["New Harbour"], 1)

    def test_a_content_type_that_readers_have_had_stays_with_its_label(self, desk, publisher, now):
        edition = published(at=now, kind=KindFactory(code="dispatch"))
        saved(change(edition.article, kind=KindFactory()), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Kind.objects.get(code="dispatch").delete()
        wording = desk.disclaimers.get().wordings.get()
        correct_slip(wording, text="New words.", reason="A slip", by=publisher, at=now)
        again = acts.reissue(
            edition.article,
            renewed=Renewed.of(Renewable.DISCLAIMERS),
            by=publisher,
            at=now + HOUR,
            reason="New words",
        )
        assert again.kicker == "Dispatch"

    def test_renaming_a_person_changes_no_page_until_a_reissue_with_current_names(self, desk, publisher, now):
        author = AuthorFactory(display_name="Ida Quay")
        article = BylineFactory(author=author).article
        first = published(article, at=now)
        author.display_name = "Ida Harbour"
        author.save()
        update = published(change(article, dek="Another."), at=now + HOUR)
        assert first.byline == update.byline == "Ida Quay"
        with pytest.raises(acts.CannotPublish, match="Nothing would change"):
            acts.reissue(article, renewed=NOTHING, by=publisher, at=now + 2 * HOUR, reason="She married")
        again = acts.reissue(
            article, renewed=ALL_NAMES, by=publisher, at=now + 2 * HOUR, reason="She married"
        )
        assert again.byline == "Ida Harbour"
        assert again.revision == update.revision

    def test_a_later_wording_reaches_a_page_only_by_a_reissue_with_current_wordings(
        self, desk, publisher, now
    ):
        edition = published(at=now)
        wording = desk.disclaimers.get().wordings.get()
        correct_slip(wording, text="Harbour takes no sides.", reason="A slip", by=publisher, at=now)
        update = published(change(edition.article, dek="Another."), at=now + HOUR)
        assert update.printed["wordings"] == edition.printed["wordings"]
        again = acts.reissue(
            edition.article,
            renewed=Renewed.of(Renewable.DISCLAIMERS),
            by=publisher,
            at=now + 2 * HOUR,
            reason="A slip",
        )
        assert [row["text"] for row in again.printed["wordings"]] == ["Harbour takes no sides."]

    def test_a_scheduled_piece_is_printed_again_with_what_changed_meanwhile(self, desk, publisher, now):
        author = AuthorFactory(display_name="Ida Quay")
        article = BylineFactory(author=author).article
        coming = published(article, at=now, live_from=now + 5 * HOUR)
        author.display_name = "Ida Harbour"
        author.save()
        again = acts.reissue(article, renewed=NOTHING, by=publisher, at=now + HOUR, reason="She married")
        assert (again.byline, again.live_from, again.permalink) == (
            "Ida Harbour",
            coming.live_from,
            coming.permalink,
        )
        with pytest.raises(acts.CannotPublish, match="Nothing would change"):
            acts.reissue(article, renewed=NOTHING, by=publisher, at=now + 2 * HOUR, reason="Again")
        assert LedgerEntry.objects.filter(act="reissue").count() == 1

    def test_a_scheduled_update_that_is_printed_again_keeps_its_own_address(self, desk, publisher, now):
        author = AuthorFactory(display_name="Ida Quay")
        article = BylineFactory(author=author).article
        published(article, at=now)
        published(change(article, slug="another-address"), at=now, live_from=now + 5 * HOUR)
        author.display_name = "Ida Harbour"
        author.save()
        acts.reissue(article, renewed=ALL_NAMES, by=publisher, at=now + HOUR, reason="She married")
        later = live(now + 6 * HOUR).get()
        assert (later.byline, later.permalink.path) == ("Ida Harbour", "/articles/another-address/")
        assert live(now + HOUR).get().permalink.path != "/articles/another-address/"

    @pytest.mark.parametrize(("act", "more"), [("reissue", {"renewed": ALL_NAMES}), ("unpublish", {})])
    def test_what_readers_must_trust_needs_a_reason(self, desk, publisher, now, act, more):
        edition = published(at=now)
        with pytest.raises(acts.ActRefused, match="say why"):
            getattr(acts, act)(edition.article, **more, by=publisher, at=now, reason=" ")
