"""The verbs: what each changes, what it leaves in the ledger, and every one it refuses."""

import datetime as dt
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Article, DeskState, Edition, LedgerEntry, Revision, Topic
from articles.states import ACTS, RIGHTS_ACTS, Act, Public, allows
from articles.timeline import load_timeline
from disclaimers.models import Kind
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    KindFactory,
    published,
    saved,
)

HOUR = dt.timedelta(hours=1)
MINUTE = HOUR / 60


def change(article: Article, **facts) -> Article:
    Article.objects.filter(pk=article.pk).update(**facts)
    return article


def live(at):
    return Edition.objects.live(at)


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
        assert second.permalink.slug == "another-address"
        assert first.article.permalinks.count() == 2

    def test_two_pieces_of_one_headline_get_two_addresses(self, desk, now):
        slugs = [published(at=now, headline="Ports").permalink.slug for _ in range(3)]
        assert slugs == ["ports", "ports-2", "ports-3"]


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
        taken = published(at=now).permalink.slug
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
            edition.article, names="current", by=publisher, at=now + 2 * HOUR, reason="It was renamed"
        )
        assert topics(again) == (["New Harbour"], 1)

    def test_a_content_type_that_is_gone_leaves_its_label_on_its_pages(self, desk, publisher, now):
        edition = published(at=now, kind=KindFactory(code="dispatch"))
        saved(change(edition.article, kind=KindFactory()), at=now)
        Kind.objects.get(code="dispatch").delete()
        desk.disclaimers.get().wordings.update(text="New words.")
        again = acts.reissue(
            edition.article, wordings="current", by=publisher, at=now + HOUR, reason="New words"
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
            acts.reissue(article, by=publisher, at=now + 2 * HOUR, reason="She married")
        again = acts.reissue(article, names="current", by=publisher, at=now + 2 * HOUR, reason="She married")
        assert again.byline == "Ida Harbour"
        assert again.revision == update.revision

    def test_a_later_wording_reaches_a_page_only_by_a_reissue_with_current_wordings(
        self, desk, publisher, now
    ):
        edition = published(at=now)
        wording = desk.disclaimers.get().wordings.get()
        wording.text = "Harbour takes no sides."
        wording.save()
        update = published(change(edition.article, dek="Another."), at=now + HOUR)
        assert update.printed["wordings"] == edition.printed["wordings"]
        again = acts.reissue(
            edition.article, wordings="current", by=publisher, at=now + 2 * HOUR, reason="A slip"
        )
        assert [row["text"] for row in again.printed["wordings"]] == ["Harbour takes no sides."]

    def test_a_scheduled_piece_is_printed_again_with_what_changed_meanwhile(self, desk, publisher, now):
        author = AuthorFactory(display_name="Ida Quay")
        article = BylineFactory(author=author).article
        coming = published(article, at=now, live_from=now + 5 * HOUR)
        author.display_name = "Ida Harbour"
        author.save()
        again = acts.reissue(article, by=publisher, at=now + HOUR, reason="She married")
        assert (again.byline, again.live_from, again.permalink) == (
            "Ida Harbour",
            coming.live_from,
            coming.permalink,
        )
        with pytest.raises(acts.CannotPublish, match="Nothing would change"):
            acts.reissue(article, by=publisher, at=now + 2 * HOUR, reason="Again")
        assert LedgerEntry.objects.filter(act="reissue").count() == 1

    def test_a_scheduled_update_that_is_printed_again_keeps_its_own_address(self, desk, publisher, now):
        author = AuthorFactory(display_name="Ida Quay")
        article = BylineFactory(author=author).article
        published(article, at=now)
        published(change(article, slug="another-address"), at=now, live_from=now + 5 * HOUR)
        author.display_name = "Ida Harbour"
        author.save()
        acts.reissue(article, names="current", by=publisher, at=now + HOUR, reason="She married")
        later = live(now + 6 * HOUR).get()
        assert (later.byline, later.permalink.slug) == ("Ida Harbour", "another-address")
        assert live(now + HOUR).get().permalink.slug != "another-address"

    @pytest.mark.parametrize("act", ["reissue", "unpublish"])
    def test_what_readers_must_trust_needs_a_reason(self, desk, publisher, now, act):
        edition = published(at=now)
        with pytest.raises(acts.ActRefused, match="say why"):
            getattr(acts, act)(edition.article, by=publisher, at=now, reason=" ")


MAY = {
    "ada": {Act.SAVE_DRAFT},
    "eve": {Act.SAVE_DRAFT, Act.PUBLISH, Act.SCHEDULE, Act.UNSCHEDULE, Act.CORRECT, *RIGHTS_ACTS},
    "paul": set(Act),
    "ann": set(Act),
    "sam": set(),
}


def bring_to(state: Public, *, coming: bool, by, now) -> Article:
    """A piece of Ada's in that public state, with or without a scheduled version."""
    article = BylineFactory(author=AuthorFactory(user=by)).article
    AppearanceFactory(article=article)
    saved(article, at=now)
    if state in (Public.LIVE, Public.UNPUBLISHED, Public.WITHDRAWN):
        published(article, at=now)
    if state == Public.WITHDRAWN:
        acts.take_down(
            article, because="safety", sentence="Taken down.", by=None, at=now + MINUTE, reason="asked"
        )
    if state == Public.UNPUBLISHED:
        acts.unpublish(article, by=None, at=now + MINUTE, reason="in error")
    if coming:
        published(change(article, dek="Later."), at=now + 2 * MINUTE, live_from=now + 5 * HOUR)
    saved(change(article, dek="Now."), at=now + 3 * MINUTE)
    return article


def attempt(act: Act, article: Article, by, at) -> None:
    """Call the act as a door would."""
    newest = article.revisions.first()
    match act:
        case Act.SAVE_DRAFT:
            acts.save_draft(change(article, dek="Tried."), by=by, at=at)
        case Act.PUBLISH:
            acts.publish(article, revision=newest, by=by, at=at, change="minor")
        case Act.SCHEDULE:
            acts.publish(article, revision=newest, by=by, at=at, live_from=at + 2 * HOUR, change="minor")
        case Act.UNSCHEDULE:
            acts.unschedule(article, by=by, at=at)
        case Act.UNPUBLISH:
            acts.unpublish(article, by=by, at=at, reason="tried")
        case Act.REISSUE:
            type(article.institution.disclaimers.get().wordings.get()).objects.update(text="Tried.")
            acts.reissue(article, wordings="current", by=by, at=at, reason="tried")
        case Act.CORRECT:
            words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
            acts.correct(article, changes={"dek": "Three."}, notice=words, by=by, at=at)
        case Act.TAKE_DOWN:
            acts.take_down(article, because="legal", sentence="Gone.", by=by, at=at, reason="tried")
        case Act.PUT_BACK:
            acts.put_back(article, by=by, at=at, reason="tried")
        case _:
            attempt_on_rights(act, article.appearances.get(), by, at)


def attempt_on_rights(act: Act, place: Appearance, by, at) -> None:
    match act:
        case Act.REQUEST_RIGHTS:
            acts.request_rights(place, by=by, at=at, on=at.date())
        case Act.GRANT_RIGHTS:
            acts.grant_rights(place, Grant(granted_on=at.date(), evidence="mail 7"), by=by, at=at)
        case Act.REFUSE_RIGHTS:
            acts.refuse_rights(place, by=by, at=at)
        case Act.WITHDRAW_RIGHTS:
            acts.withdraw_rights(place, by=by, at=at, reason="tried")
        case Act.EXTEND_RIGHTS:
            acts.extend_rights(place, valid_until=dt.date(2030, 1, 1), by=by, at=at)
        case Act.SETTLE_RIGHTS:
            acts.settle_rights(place, state="not_needed", by=by, at=at, reason="tried")


STANDINGS = [
    (Public.NEVER, False),
    (Public.SCHEDULED, True),
    (Public.LIVE, False),
    (Public.LIVE, True),
    (Public.UNPUBLISHED, False),
    (Public.UNPUBLISHED, True),
    (Public.WITHDRAWN, False),
]


@pytest.mark.parametrize(("state", "coming"), STANDINGS)
def test_every_act_obeys_the_table_and_the_persons_rights_in_every_state(
    state,
    coming,
    author_user,
    editor,
    publisher,
    administrator,
    stranger,
    now,
):
    article = bring_to(state, coming=coming, by=author_user, now=now)
    entries = LedgerEntry.objects.count()
    for act, person in product(Act, (author_user, editor, publisher, administrator, stranger)):
        should = act in MAY[person.username] and allows(act, state, has_coming=coming)
        point = transaction.savepoint()
        try:
            attempt(act, Article.objects.get(pk=article.pk), person, now + HOUR)
            happened = True
        except acts.ActRefused:
            happened = False
        assert happened == should, (act, state, coming, person.username)
        assert LedgerEntry.objects.count() == entries + should
        transaction.savepoint_rollback(point)


def test_an_author_may_not_save_anothers_manuscript(desk, author_user, now):
    article = ArticleFactory()
    saved(article, at=now)
    with pytest.raises(acts.ActRefused):
        acts.save_draft(change(article, dek="Mine now."), by=author_user, at=now)
    assert not Article.objects.visible_to(author_user).exists()
    assert not Article.objects.visible_to(AnonymousUser()).exists()


def test_every_act_has_its_row_in_the_table_and_a_permission_that_exists(desk):
    from articles.groups import GROUPS

    granted = {name for names in GROUPS.values() for name in names}
    assert set(ACTS) == set(Act)
    assert {rule.permission for rule in ACTS.values()} <= granted


def test_every_combination_of_state_and_schedule_allows_saving(desk):
    assert all(
        allows(Act.SAVE_DRAFT, state, has_coming=coming) for state, coming in product(Public, (True, False))
    )
