"""What permissions allow, and what their acts do to pages at once, later, and by the clock."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import acts
from articles.acts.rights import Grant
from articles.models import Edition, LedgerEntry, RightsRecord
from articles.rights.rule import (
    EXCERPT,
    FULL,
    LINK,
    SETTLED,
    SHOWN_AS_AGREED,
    Permission,
    combine_permissions,
)
from articles.timeline import load_timeline
from outlets.models import StandingPermission
from prose.html.text import word_count
from tests.factories import AppearanceFactory, OutletFactory, published, saved

HOUR = dt.timedelta(hours=1)
NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
STATES = sorted({*SETTLED, "to_request", "requested", "refused", "expired", "withdrawn"})
LONG = "".join(f"<p>{' '.join(f'word{n}{i}' for i in range(20))}</p>" for n in range(10))

days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
instants = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))
permissions = st.builds(
    Permission,
    outlet=st.just("The Lantern"),
    state=st.sampled_from(STATES),
    mode=st.sampled_from([FULL, LINK]),
    embargo_until=st.none() | instants,
    valid_until=st.none() | days,
    search_policy=st.sampled_from(["index", "noindex", "canonical"]),
    zone=st.just("America/New_York"),
)


@given(st.lists(permissions, max_size=4), instants)
def test_a_text_is_shown_only_if_every_permission_shows_it_at_that_instant(several, at):
    found = combine_permissions(several, at)
    shown = [
        one.state not in SHOWN_AS_AGREED or (one.mode == FULL and not (one.ends_at and one.ends_at <= at))
        for one in several
        if one.state in SETTLED and not (one.embargo_until and at < one.embargo_until)
    ]
    assert (found.mode == FULL) == (len(shown) == len(several) and all(shown))


@given(st.lists(permissions, max_size=4), instants, instants)
def test_nothing_changes_between_two_instants_that_a_permission_names(several, at, later):
    found = combine_permissions(several, at)
    if at <= later and (found.changes_at is None or later < found.changes_at):
        assert combine_permissions(several, later).mode == found.mode


@given(permissions)
def test_a_permission_says_itself_in_one_line(permission):
    line = permission.in_words
    assert line.startswith("The Lantern: ")
    assert "  " not in line
    assert "None" not in line


def live(article, at) -> Edition:
    return Edition.objects.live(at).get(article=article)


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


def test_the_end_of_a_permission_is_laid_down_when_the_piece_is_published(desk, now):
    article = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)}).article
    edition = published(article, at=now)
    ends = dt.datetime(2026, 4, 1, tzinfo=ZoneInfo("America/New_York"))
    assert edition.live_until == ends
    after = live(article, ends)
    assert (after.mode, after.body, after.is_following) == (LINK, "", True)
    assert after.permalink == edition.permalink
    standing = load_timeline(article.pk, now)
    assert (standing.public, standing.coming, standing.following(edition)) == ("live", None, (after,))


def test_an_extension_moves_the_end_and_a_withdrawal_closes_the_text_now(desk, editor, now):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    article = place.article
    edition = published(article, at=now)
    acts.extend_rights(place, valid_until=dt.date(2026, 6, 1), by=editor, at=now)
    edition.refresh_from_db()
    assert edition.live_until == dt.datetime(2026, 6, 1, tzinfo=ZoneInfo("America/New_York"))
    assert live(article, edition.live_until).mode == LINK
    acts.extend_rights(place, valid_until=None, by=editor, at=now)
    edition.refresh_from_db()
    assert edition.live_until is None
    acts.withdraw_rights(place, by=editor, at=now + HOUR, reason="They sold the archive")
    assert live(article, now + HOUR).mode == LINK
    assert load_timeline(article.pk, now + HOUR).public == "live"


def test_a_permission_that_has_run_out_can_be_extended_and_the_text_comes_back(desk, editor, now, clock):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    published(place.article, at=now)
    later = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    clock(later)
    assert live(place.article, later).mode == LINK
    acts.extend_rights(place, valid_until=dt.date(2026, 8, 1), by=editor, at=later)
    assert live(place.article, later).mode == FULL
    assert live(place.article, dt.datetime(2026, 8, 2, tzinfo=dt.UTC)).mode == LINK


def test_a_scheduled_update_obeys_a_permission_that_changed_meanwhile(desk, editor, now):
    place = AppearanceFactory()
    article = place.article
    published(article, at=now)
    article.dek = "Another."
    article.save()
    published(article, at=now, live_from=now + 5 * HOUR)
    acts.refuse_rights(place, by=editor, at=now + HOUR)
    assert [live(article, now + hours * HOUR).mode for hours in (2, 6)] == [LINK, LINK]
    acts.grant_rights(place, Grant(granted_on=now.date(), evidence="mail 8"), by=editor, at=now + 2 * HOUR)
    assert [live(article, now + hours * HOUR).mode for hours in (3, 6)] == [FULL, FULL]
    assert live(article, now + 6 * HOUR).dek == "Another."


def test_calling_off_an_update_lays_the_end_of_the_permission_down_again(desk, editor, now):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    article = place.article
    first = published(article, at=now)
    article.dek = "Another."
    article.save()
    published(article, at=now, live_from=now + 5 * HOUR)
    ends = dt.datetime(2026, 4, 1, tzinfo=ZoneInfo("America/New_York"))
    assert [live(article, at).mode for at in (now + 6 * HOUR, ends)] == [FULL, LINK]
    acts.unschedule(article, by=editor, at=now + HOUR)
    assert live(article, now + 6 * HOUR) == first
    assert live(article, ends).mode == LINK


def test_an_embargo_stops_publication_and_holds_a_later_grant_back(desk, editor, now):
    until = now + 48 * HOUR
    held = {"embargo_until": until, "embargo_zone": "Europe/Berlin"}
    with pytest.raises(acts.CannotPublish, match=r"embargo.*Europe/Berlin"):
        published(AppearanceFactory(rights=held).article, at=now)
    assert published(AppearanceFactory(rights=held).article, at=now, live_from=until)
    place = AppearanceFactory(rights=False)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    grant = Grant(granted_on=now.date(), evidence="mail 9", **held)
    acts.grant_rights(place, grant, by=editor, at=now + HOUR)
    assert [live(article, at).mode for at in (now + HOUR, until)] == [LINK, FULL]


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
    assert (rights.valid_until, rights.outlet_terms) == (dt.date(2026, 3, 24), "Two weeks, with credit.")
    edition = published(place.article, at=now)
    assert edition.printed["credits"] == ["Courtesy of The Lantern."]
    assert edition.printed["rights"][0]["in_words"] == (
        f"{outlet}: granted by standing permission of March 3, 2024: excerpt of 3 words, until March 24, 2026"
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


@pytest.mark.parametrize("end", ["withdrawn", "shortened", "an excerpt"])
def test_what_opens_by_the_clock_obeys_what_became_of_the_permission_meanwhile(desk, editor, now, end):
    place = AppearanceFactory(rights=False, article__body=LONG)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    held = {"embargo_until": now + 48 * HOUR, "embargo_zone": "Europe/Berlin", "evidence": "mail"}
    acts.grant_rights(place, Grant(granted_on=now.date(), **held), by=editor, at=now + HOUR)
    ends = dt.date(2026, 3, 14)
    match end:
        case "withdrawn":
            acts.withdraw_rights(place, by=editor, at=now + 2 * HOUR, reason="A letter")
        case "shortened":
            acts.extend_rights(place, valid_until=ends, by=editor, at=now + 2 * HOUR)
        case _:
            terms = Grant(granted_on=now.date(), mode=EXCERPT, excerpt_words=3, **held)
            acts.grant_rights(place, terms, by=editor, at=now + 2 * HOUR)
    opened, later = live(article, now + 49 * HOUR), live(article, now + 480 * HOUR)
    modes = {"withdrawn": (LINK, LINK), "shortened": (FULL, LINK), "an excerpt": (EXCERPT, EXCERPT)}
    assert (opened.mode, later.mode) == modes[end]


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


def test_an_embargo_that_shows_nothing_else_does_not_run_into_the_scheduled_version(desk, editor, now):
    article = AppearanceFactory(rights=False).article
    place = AppearanceFactory(article=article, relation="version", url="https://lantern.example/b")
    first = acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    article.dek = "Another."
    article.save()
    acts.publish(
        article, revision=saved(article, at=now), by=None, at=now, live_from=now + 30 * HOUR,
        change="minor", without_text=True,
    )  # fmt: skip
    held = {"embargo_until": now + 3 * HOUR, "embargo_zone": "Europe/Berlin", "evidence": "mail"}
    acts.grant_rights(place, Grant(granted_on=now.date(), **held), by=editor, at=now + HOUR)
    assert live(article, now + 2 * HOUR) == first
    assert [live(article, now + hours * HOUR).dek for hours in (4, 31)] == [first.dek, "Another."]


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
