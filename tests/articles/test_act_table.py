"""Every act in every state by every person: allowed where the table and the person's rights say so."""

import datetime as dt
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Article, LedgerEntry
from articles.states import ACTS, ANY, ANY_WORK, RIGHTS_ACTS, Act, Public, Rule, Work, allows
from tests.articles.pieces import HOUR, MINUTE, change
from tests.factories import AppearanceFactory, ArticleFactory, AuthorFactory, BylineFactory, published, saved

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


REVIEW = {
    "submit": Rule(
        "Submit", "articles.change_article", ANY,
        allowed_from_work=frozenset({Work.DRAFTING, Work.CHANGES_REQUESTED}), leads_to_work=Work.IN_REVIEW,
    ),
    "request changes": Rule(
        "Request changes", "articles.publish_article", ANY, needs_reason=True,
        allowed_from_work=frozenset({Work.IN_REVIEW, Work.APPROVED}), leads_to_work=Work.CHANGES_REQUESTED,
    ),
    "approve": Rule(
        "Approve", "articles.publish_article", ANY,
        allowed_from_work=frozenset({Work.IN_REVIEW}), leads_to_work=Work.APPROVED,
    ),
    "publish": Rule(
        "Publish", "articles.publish_article", ANY - {Public.WITHDRAWN}, allowed_from_work=frozenset({Work.APPROVED})
    ),
    "spike": Rule(
        "Spike", "articles.publish_article", frozenset({Public.NEVER}),
        allowed_from_work=ANY_WORK - {Work.SPIKED}, leads_to_work=Work.SPIKED,
    ),
}  # fmt: skip
"""A table of its own that uses the second axis, the work on the draft."""


@pytest.mark.parametrize(
    ("work", "allowed"),
    [
        (Work.DRAFTING, {"submit": Work.IN_REVIEW, "spike": Work.SPIKED}),
        (
            Work.IN_REVIEW,
            {"request changes": Work.CHANGES_REQUESTED, "approve": Work.APPROVED, "spike": Work.SPIKED},
        ),
        (Work.CHANGES_REQUESTED, {"submit": Work.IN_REVIEW, "spike": Work.SPIKED}),
        (
            Work.APPROVED,
            {"request changes": Work.CHANGES_REQUESTED, "publish": Work.APPROVED, "spike": Work.SPIKED},
        ),
        (Work.SPIKED, {}),
    ],
)
def test_a_rule_may_name_states_of_the_work_and_the_state_it_leads_to(work, allowed):
    assert {
        name: rule.work_after(work)
        for name, rule in REVIEW.items()
        if rule.allows(Public.NEVER, work, has_coming=False)
    } == allowed


@pytest.mark.parametrize("public", Public)
def test_both_axes_must_allow_an_act(public):
    publish, spike = REVIEW["publish"], REVIEW["spike"]
    assert publish.allows(public, Work.APPROVED, has_coming=False) == (public != Public.WITHDRAWN)
    assert not publish.allows(public, Work.DRAFTING, has_coming=False)
    assert spike.allows(public, Work.DRAFTING, has_coming=False) == (public == Public.NEVER)


def test_no_act_of_the_desk_asks_for_a_state_of_the_work_yet():
    assert all(
        allows(act, public, work, has_coming=coming) == allows(act, public, has_coming=coming)
        for act, public, work, coming in product(Act, Public, Work, (True, False))
    )
    assert {rule.leads_to_work for rule in ACTS.values()} == {None}
