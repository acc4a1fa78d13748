"""What the acts on a permission do to the pages of its piece."""

import datetime as dt

import pytest

from articles import acts
from articles.acts.rights import Grant
from articles.models import LedgerEntry, RightsRecord
from articles.rights.rule import EXCERPT, FULL, LINK
from outlets.models import StandingPermission
from prose.html.text import word_count
from tests.articles.rights import HOUR, LONG, live
from tests.factories import AppearanceFactory, OutletFactory, published, saved

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)


def test_what_is_not_settled_goes_out_without_its_text_and_only_on_somebodys_word(desk, now):
    article = AppearanceFactory(rights=False).article
    with pytest.raises(acts.CannotPublish, match="permission to be asked for"):
        published(article, at=now)
    revision = saved(article, at=now)
    edition = acts.publish(article, revision=revision, by=None, at=now, without_text=True)
    assert (edition.mode, edition.body, edition.word_count) == (LINK, "", 0)
    assert edition.printed["read_more"]


def test_a_grant_opens_what_was_prepared_at_once_with_no_retyping(desk, editor, now):
    place = AppearanceFactory(rights=False, article__body=LONG)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    acts.grant_rights(place, Grant(granted_on=now.date(), evidence="mail 7"), by=editor, at=now + HOUR)
    edition = live(article, now + HOUR)
    assert (edition.mode, word_count(edition.body)) == (FULL, 200)
    assert edition.entry.act == "grant_rights"
    assert edition.entry.after["after"]["evidence"] == "mail 7"
    assert edition.modified_at == now + HOUR


def test_an_excerpt_has_its_words_and_not_one_more(desk, now):
    article = AppearanceFactory(rights={"mode": "excerpt", "excerpt_words": 150}, article__body=LONG).article
    edition = published(article, at=now)
    assert (edition.mode, word_count(edition.body)) == (EXCERPT, 150)
    assert "word80" not in edition.text.plain_text


def test_a_standing_permission_is_taken_over_with_its_terms_and_its_end(desk, editor, now):
    outlet = OutletFactory(terms="Two weeks, with credit.")
    standing = StandingPermission.objects.create(
        outlet=outlet, granted_by="Ada of the Lantern", granted_on=dt.date(2024, 3, 3), evidence="contract 3",
        mode="excerpt", excerpt_words=3, credit="Courtesy of The Lantern.", from_on=dt.date(2024, 3, 3),
        valid_days=14,
    )  # fmt: skip
    place = AppearanceFactory(outlet=outlet, rights=False, article__body=LONG)
    grant = Grant.by_standing_permission(standing, on=now.date())
    rights = acts.grant_rights(place, grant, by=editor, at=now)
    assert rights.granted_on == dt.date(2024, 3, 3)
    assert (rights.valid_until, rights.outlet_terms) == (dt.date(2026, 3, 24), "Two weeks, with credit.")
    edition = published(place.article, at=now)
    assert edition.printed["credits"] == ["Courtesy of The Lantern."]
    assert edition.printed["rights"][0]["in_words"] == (
        f"{outlet}: granted by standing permission of 3 March 2024 "
        "(an excerpt of 3 words may be shown), until 24 March 2026"
    )


def test_permission_of_one_outlet_is_none_of_another(desk, now):
    place = AppearanceFactory()
    place.outlet = OutletFactory()
    place.save()
    with pytest.raises(acts.CannotPublish, match="permission to be asked for"):
        published(place.article, at=now)


def test_a_row_typed_anew_that_says_the_same_keeps_its_permission(desk, now):
    place = AppearanceFactory()
    article = place.article
    saved(article, at=now)
    facts = {
        f.attname: getattr(place, f.attname)
        for f in place._meta.concrete_fields
        if f.name not in ("id", "key")
    }
    place.delete()
    again = type(place).objects.create(**facts)
    saved(article, at=now)
    again.refresh_from_db()
    assert again.key == RightsRecord.objects.get().appearance_key


def test_an_archive_piece_is_shown_as_found_and_says_so(desk, now):
    article = AppearanceFactory(rights=False, article__is_archive=True).article
    edition = published(article, at=now)
    assert edition.mode == FULL
    assert "permission_unknown" in {row["code"] for row in edition.entry.checklist}


@pytest.mark.parametrize(
    ("grant", "said"),
    [
        (Grant(evidence="mail"), "on which day"),
        (Grant(granted_on=NOW.date()), "Name the evidence"),
        (Grant(granted_on=NOW.date(), evidence="mail", mode="excerpt"), "number of words"),
        (Grant(granted_on=NOW.date(), evidence="mail", embargo_until=NOW), "time zone"),
        (
            Grant(granted_on=NOW.date(), evidence="mail", valid_until=dt.date(2020, 1, 1)),
            "before it was given",
        ),
    ],
)
def test_contradictory_terms_are_refused_with_what_contradicts_and_change_nothing(
    desk, editor, now, grant, said
):
    place = AppearanceFactory(rights=False)
    with pytest.raises(acts.ActRefused, match=said):
        acts.grant_rights(place, grant, by=editor, at=now)
    assert not RightsRecord.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_a_standing_permission_for_longer_than_time_lasts_is_one_without_an_end(desk, now):
    standing = StandingPermission(granted_by="Ada", mode=FULL, valid_days=2_147_483_647)
    assert Grant.by_standing_permission(standing, on=now.date()).valid_until is None


@pytest.mark.parametrize("dodge", ["relation", "outlet", "is_archive", "row"])
def test_a_place_changed_so_that_a_refused_text_would_open_is_said_on_the_checklist(desk, editor, now, dodge):
    place = AppearanceFactory(rights={"state": "refused"})
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    match dodge:
        case "relation":
            place.delete()
            AppearanceFactory(article=article, outlet=place.outlet, relation="also", rights=False)
        case "outlet":
            type(place).objects.filter(pk=place.pk).update(outlet=OutletFactory(), relation="also")
        case "is_archive":
            type(article).objects.filter(pk=article.pk).update(is_archive=True)
            place.delete()
            AppearanceFactory(article=article, rights=False)
        case _:
            place.delete()
    revision = saved(article, at=now)
    edition = acts.publish(article, revision=revision, by=editor, at=now + HOUR, change="minor")
    assert edition.mode == FULL
    assert {"permission_left_behind", "shows_more"} <= {row["code"] for row in edition.entry.checklist}


def test_what_is_settled_without_permission_passes_on_nothing_that_one_had_allowed(desk, editor, now):
    place = AppearanceFactory(rights={"may_be_passed_on": True})
    acts.withdraw_rights(place, by=editor, at=now, reason="A letter")
    rights = acts.settle_rights(place, state="unknown", by=editor, at=now, reason="Nothing is found")
    assert not rights.may_be_passed_on


def test_a_row_that_names_another_outlet_can_be_asked_about_and_opens_nothing_meanwhile(desk, editor, now):
    place = AppearanceFactory(rights={"state": "refused"}, article__is_archive=True)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    place.outlet = OutletFactory()
    place.save()
    saved(article, at=now)
    rights = acts.request_rights(place, by=editor, at=now + HOUR, on=now.date())
    assert (rights.outlet, RightsRecord.objects.get()) == (place.outlet, rights)
    assert live(article, now + 2 * HOUR).mode == LINK
