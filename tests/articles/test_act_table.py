"""Every act in every state by every person: allowed where the table and the person's rights say so."""

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from articles import acts
from articles.models import Article, LedgerEntry
from articles.states import ACTS, ANY, ANY_WORK, DOWN, RIGHTS_ACTS, Act, Public, Rule, Work, allows
from tests.articles.pieces import HOUR, change
from tests.articles.standings import attempt, bring_to
from tests.factories import ArticleFactory, saved

pytestmark = pytest.mark.long

AUTHORS = {
    *(Act.SAVE_DRAFT, Act.LABEL, Act.HAND_IN, Act.TAKE_BACK, Act.TAKE_WRITING, Act.SPIKE, Act.UNSPIKE),
    *(Act.SHARE, Act.STOP_SHARING, Act.SIGN_OFF),
}
MAY = {
    "ada": AUTHORS,
    "eve": {
        *AUTHORS,
        Act.TAKE_OVER,
        Act.RETURN,
        Act.APPROVE,
        Act.PUBLISH,
        Act.SCHEDULE,
        Act.RESCHEDULE,
        Act.SWAP,
        Act.UNSCHEDULE,
        Act.REPRINT,
        Act.CORRECT,
        Act.SETTLE_CORRECTION,
        *RIGHTS_ACTS,
    },
    "paul": set(Act),
    "ann": set(Act),
    "sam": set(),
}


STANDINGS = [
    (Public.NEVER, False, Work.DRAFTING),
    (Public.SCHEDULED, True, Work.DRAFTING),
    (Public.LIVE, False, Work.DRAFTING),
    (Public.LIVE, True, Work.DRAFTING),
    (Public.UNPUBLISHED, False, Work.DRAFTING),
    (Public.UNPUBLISHED, True, Work.DRAFTING),
    (Public.WITHDRAWN, False, Work.DRAFTING),
    (Public.RETRACTED, False, Work.DRAFTING),
    (Public.NEVER, False, Work.IN_REVIEW),
    (Public.SCHEDULED, True, Work.IN_REVIEW),
    (Public.LIVE, False, Work.IN_REVIEW),
    (Public.NEVER, False, Work.CHANGES_REQUESTED),
    (Public.NEVER, False, Work.SPIKED),
    (Public.LIVE, True, Work.CHANGES_REQUESTED),
]


NEEDS_NO_CORRECTION = set(Act) - {Act.SETTLE_CORRECTION}
"""Acts that are tried on a piece as it is: a decision on a correction needs one that the draft lacks."""


def may_ever(act: Act, name: str) -> bool:
    return act in MAY[name] and (act != Act.TAKE_BACK or name == "ada")


def is_possible(act: Act, standing) -> bool:
    state, coming, work = standing
    return allows(act, state, work, has_coming=coming)


def may(act: Act, name: str, standing) -> bool:
    return may_ever(act, name) and is_possible(act, standing)


def is_left_to_another(act: Act, name: str, standing) -> bool:
    """Whether the answer would show nothing that another one does not show.

    What is refused for two reasons is tried with each of them alone. In the first standing that allows an act, and in
    the first that does not, everybody else tries it; in later ones, people with the same answer take turns.
    """
    has_right, is_here = may_ever(act, name), is_possible(act, standing)
    if not has_right and not is_here:
        return True
    earlier = [each for each in STANDINGS[: STANDINGS.index(standing)] if is_possible(act, each) == is_here]
    alike = [each for each in MAY if may_ever(act, each) == has_right]
    turn = alike[(sorted(Act).index(act) + len(earlier)) % len(alike)]
    return bool(earlier) and turn != name


def try_every_act(article: Article, people, now, should, of=NEEDS_NO_CORRECTION, standing=None) -> None:
    """Every act by every person, each in a transaction of its own that is rolled back."""
    entries = LedgerEntry.objects.count()
    for act, person in product(sorted(of), people):
        if standing and is_left_to_another(act, person.username, standing):
            continue
        point = transaction.savepoint()
        try:
            attempt(act, Article.objects.get(pk=article.pk), person, now + HOUR)
            happened = True
        except acts.ActRefused:
            happened = False
        assert happened == should(act, person), (act, person.username)
        assert LedgerEntry.objects.count() == entries + happened
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda standing: "-".join(map(str, standing)))
def test_every_act_obeys_the_table_and_the_persons_rights_in_every_state(
    standing, author_user, editor, publisher, administrator, stranger, now
):
    state, coming, work = standing
    article = bring_to(state, coming=coming, work=work, by=author_user, now=now)
    people = (author_user, editor, publisher, administrator, stranger)

    def should(act, person) -> bool:
        return may(act, person.username, standing)

    try_every_act(article, people, now, should, standing=standing)


def test_everybody_tries_every_act_where_it_is_possible_and_somebody_with_the_right_tries_it_everywhere():
    tried = {
        (act, name, standing)
        for act, name, standing in product(NEEDS_NO_CORRECTION, MAY, STANDINGS)
        if not is_left_to_another(act, name, standing)
    }
    possible = {(act, name) for act, name, standing in tried if is_possible(act, standing)}
    assert possible == {*product(NEEDS_NO_CORRECTION, MAY)}
    with_right = {(act, standing) for act, name, standing in tried if may_ever(act, name)}
    assert with_right == {*product(NEEDS_NO_CORRECTION, STANDINGS)}


@pytest.mark.parametrize(("state", "coming", "work"), STANDINGS)
def test_a_correction_that_a_draft_lacks_is_decided_where_the_table_and_the_persons_rights_say_so(
    state, coming, work, author_user, editor, publisher, administrator, stranger, now
):
    article = bring_to(state, coming=coming, work=work, by=author_user, now=now, is_corrected=True)

    def should(act, person) -> bool:
        return act in MAY[person.username] and allows(act, state, work, has_coming=coming)

    people = (author_user, editor, publisher, administrator, stranger)
    try_every_act(article, people, now, should, of={Act.SETTLE_CORRECTION})


def test_what_an_editor_has_taken_over_is_not_taken_back_and_not_taken_over_twice(
    author_user, editor, publisher, now
):
    article = bring_to(
        Public.NEVER, coming=False, work=Work.IN_REVIEW, by=author_user, editor=editor, now=now
    )

    def should(act, person) -> bool:
        is_barred = act == Act.TAKE_BACK or (act == Act.TAKE_OVER and person == editor)
        in_table = allows(act, Public.NEVER, Work.IN_REVIEW, has_coming=False)
        return act in MAY[person.username] and in_table and not is_barred

    try_every_act(article, (author_user, editor, publisher), now, should)


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
        "Publish", "articles.publish_article", ANY - DOWN, allowed_from_work=frozenset({Work.APPROVED})
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
    assert publish.allows(public, Work.APPROVED, has_coming=False) == (public not in DOWN)
    assert not publish.allows(public, Work.DRAFTING, has_coming=False)
    assert spike.allows(public, Work.DRAFTING, has_coming=False) == (public == Public.NEVER)


def test_each_act_of_the_desk_leads_the_work_where_the_table_says():
    leads = {act: rule.leads_to_work for act, rule in ACTS.items() if rule.leads_to_work}
    assert leads == {
        Act.HAND_IN: Work.IN_REVIEW,
        Act.TAKE_BACK: Work.DRAFTING,
        Act.TAKE_OVER: Work.IN_REVIEW,
        Act.RETURN: Work.CHANGES_REQUESTED,
        Act.PUBLISH: Work.DRAFTING,
        Act.SCHEDULE: Work.DRAFTING,
        Act.SWAP: Work.DRAFTING,
        Act.SPIKE: Work.SPIKED,
        Act.UNSPIKE: Work.DRAFTING,
    }
