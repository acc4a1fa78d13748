"""Two institutions become one: a mistyped record that pieces, centres and accounts use leads to the right one."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from articles import acts
from articles.acts.merging import belongings
from articles.models import Article, Edition
from articles.press.comparison import changed_sentences
from articles.press.where_printed import editions_printing
from articles.renewed import Renewable, Renewed
from disclaimers.lineage import open_to
from disclaimers.models import (
    FooterLink,
    HouseMember,
    HouseStyle,
    Institution,
    InstitutionName,
    KindLabel,
    UsualLicence,
)
from tests.articles.pieces import HOUR, change
from tests.browsers import logged_in
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    saved,
)

CHANGE = dt.date(2014, 5, 1)
House = Institution


@pytest.fixture
def two(desk: House) -> tuple[House, House]:
    """A mistyped institution and the right one, beside the desk's first."""
    return (
        InstitutionFactory(code="gower-huose", name="Gower Huose", short_name="", parent=None),
        InstitutionFactory(code="gower", name="Gower House", short_name="", parent=None),
    )


@pytest.fixture
def page(two: tuple[House, House], now: dt.datetime) -> Edition:
    """A live page of the mistyped institution."""
    HouseStyleFactory(institution=two[0])
    return published(ArticleFactory(institution=two[0]), at=now)


def test_a_used_institution_is_merged_and_its_pages_stay_until_a_reissue_names_it(
    two: Any, page: Edition, now: Any, publisher: Any
) -> None:
    gone, kept = two
    acts.merge(gone, kept, by=publisher, at=now)
    article = Article.objects.get()
    assert article.institution == kept, "the manuscript names the one that stands"
    assert kept.house_styles.count() == 1
    change(article, body="<p>Ships came in late.</p>")
    again = acts.publish(
        article, revision=saved(article, at=now + HOUR), by=None, at=now + HOUR, change="minor"
    )
    assert {row.where for row in changed_sentences(page, again)} == {"In the text"}
    assert (page.house, again.house) == (gone.pk, kept.pk)
    assert set(editions_printing(kept)) == {page, again}
    renewed = acts.reissue(
        article,
        renewed=Renewed.of(Renewable.INSTITUTION),
        by=publisher,
        at=now + 2 * HOUR,
        reason="One institution",
    )
    assert "Gower Huose" in str(again.printed["records"])
    assert renewed.printed["records"]["institution_name"] == "Gower House"
    assert renewed.printed["records"]["holder"] == "Gower House"


def test_the_addresses_of_a_merged_institution_lead_to_the_one_that_stands(
    two: Any, page: Edition, client: Client, now: Any, publisher: Any
) -> None:
    gone, kept = two
    acts.merge(gone, kept, by=publisher, at=now)
    for rest in ("", "feed.rss", "corrections/feed.rss"):
        moved = client.get(f"/houses/gower-huose/{rest}")
        assert (moved.status_code, moved.headers["Location"]) == (301, f"/houses/gower/{rest}")
        assert client.get(f"/houses/gower/{rest}").status_code == 200
    earlier = client.get("/houses/gower-huose/?before=2026-03-01")
    assert earlier.headers["Location"] == "/houses/gower/?before=2026-03-01", "the page that was asked for"
    listed = client.get("/houses/gower/").content.decode()
    assert page.headline in listed
    assert "Gower Huose" not in listed, "the pieces of both are its own"
    assert "<item>" in client.get("/houses/gower/feed.rss").content.decode()
    face = client.get(page.permalink.path).content.decode()
    assert 'content="Gower House"' in face, "og:site_name is of today"
    assert "© 2026 Gower Huose" in face, "what was printed stays"


def test_all_that_a_merged_institution_had_goes_along_and_comes_back_with_the_undo(
    two: Any, now: Any, publisher: Any, editor: Any
) -> None:
    gone, kept = two
    kind, owner = KindFactory(code="essay"), {"institution": gone}
    rows: list[Any] = [
        InstitutionFactory(parent=gone),
        InstitutionName.objects.create(language="de", name="Gower-Haus", **owner),
        InstitutionName.objects.create(language="en", name="Gower Forum", until_on=CHANGE, **owner),
        HouseStyle.objects.create(language="de", **owner),
        KindLabel.objects.create(kind=kind, language="de", label="Aufsatz", **owner),
        UsualLicence.objects.create(kind=kind, licence=LicenceFactory(), **owner),
        DisclaimerFactory(**owner),
        StandingNoticeFactory(**owner),
        FooterLink.objects.create(label="Imprint", url="https://gower.example/imprint", **owner),
        AppointmentFactory(organisation="", **owner),
        HouseMember.objects.create(user=editor, **owner),
        ArticleFactory(**owner),
    ]

    def owners() -> list[int]:
        for row in rows:
            row.refresh_from_db()
        return [getattr(row, "parent_id" if isinstance(row, House) else "institution_id") for row in rows]

    assert len(belongings.in_words(gone, kept)) == len(rows)
    merged = acts.merge(gone, kept, by=publisher, at=now)
    assert set(owners()) == {kept.pk}
    assert set(open_to(editor).standing()) == {kept, rows[0]}
    acts.undo_merge(merged, by=publisher, at=now + HOUR)
    assert set(owners()) == {gone.pk}
    assert set(open_to(editor)) == {gone, rows[0]}


def test_what_both_institutions_say_alike_is_kept_once(two: Any, now: Any, publisher: Any) -> None:
    for house in two:
        HouseStyleFactory(institution=house)
        KindLabel.objects.create(kind=KindFactory(), language="de", label="Kommentar", institution=house)
        WordingFactory(disclaimer=DisclaimerFactory(institution=house), text="We take no side.")
        FooterLink.objects.create(label="Imprint", url="https://gower.example", institution=house)
        HouseMember.objects.create(user=publisher, institution=house)
    gone, kept = two
    acts.merge(gone, kept, by=publisher, at=now)
    page = published(ArticleFactory(institution=kept), at=now)
    assert [row["text"] for row in page.printed["wordings"]] == ["We take no side."]
    assert kept.footer_links.count() == kept.house_styles.count() == 1


@pytest.mark.parametrize("model", [InstitutionName, HouseStyle, KindLabel, UsualLicence])
def test_two_institutions_that_say_different_things_for_one_day_are_not_merged_and_both_are_named(
    model: Any, two: Any, now: Any, publisher: Any
) -> None:
    gone, kept = two
    first, second = {
        InstitutionName: ({"language": "de", "name": "Gower-Haus"}, {"language": "de", "name": "Haus Gower"}),
        HouseStyle: ({"language": "de"}, {"language": "de", "italicises_outlets": True}),
        KindLabel: (
            {"language": "de", "label": "Kommentar", "kind": KindFactory()},
            {"language": "de", "label": "Gastbeitrag", "kind": KindFactory()},
        ),
        UsualLicence: (
            {"licence": LicenceFactory(), "kind": KindFactory()},
            {"licence": LicenceFactory(code="other", name="Other"), "kind": KindFactory()},
        ),
    }[model]
    one = model.objects.create(institution=gone, **first)
    model.objects.create(institution=kept, from_on=CHANGE, **second)
    with pytest.raises(acts.ActRefused, match=r"For the same days “Gower Huose” has .*1 May 2014.*Delete"):
        acts.merge(gone, kept, by=publisher, at=now)
    model.objects.filter(pk=one.pk).update(until_on=CHANGE)
    acts.merge(gone, kept, by=publisher, at=now)
    assert model.objects.filter(institution=kept).count() == 2


def test_one_person_with_one_post_at_both_institutions_is_asked_about(
    two: Any, now: Any, publisher: Any
) -> None:
    gone, kept = two
    post = AppointmentFactory(institution=gone, organisation="", title="fellow")
    twin = AppointmentFactory(
        author=post.author, institution=kept, organisation="", title="Fellow", from_on=CHANGE
    )
    with pytest.raises(acts.ActRefused, match=f"{post.author}, Fellow, Gower House, from 1 May 2014"):
        acts.merge(gone, kept, by=publisher, at=now)
    twin.delete()
    acts.merge(gone, kept, by=publisher, at=now)


def test_no_institution_is_merged_into_one_below_it_and_the_first_house_stays(
    two: Any, desk: House, now: Any, publisher: Any
) -> None:
    above, below = two
    House.objects.filter(pk=below.pk).update(parent=InstitutionFactory(parent=above))
    below.refresh_from_db()
    with pytest.raises(acts.ActRefused, match="stands below “Gower Huose”"):
        acts.merge(above, below, by=publisher, at=now)
    with pytest.raises(acts.ActRefused, match="this site’s own institution"):
        acts.merge(desk, above, by=publisher, at=now)
    acts.merge(below, above, by=publisher, at=now)
    assert below.pk not in [row.pk for row in House.objects.standing()]


def test_an_account_merges_only_institutions_that_it_works_for(
    two: Any, now: Any, publisher: Any, editor: Any
) -> None:
    HouseMember.objects.create(user=publisher, institution=two[0])
    for one, other in (two, two[::-1]):
        with pytest.raises(acts.ActRefused, match="does not work for Gower House"):
            acts.merge(one, other, by=publisher, at=now)
    with pytest.raises(acts.ActRefused, match="You may not merge institutions"):
        acts.merge(*two, by=editor, at=now)


def test_an_account_takes_apart_only_what_it_works_for_and_only_once(
    two: Any, desk: House, now: Any, publisher: Any
) -> None:
    gone, kept = two
    merged = acts.merge(gone, kept, by=None, at=now)
    HouseMember.objects.create(user=publisher, institution=desk)
    with pytest.raises(acts.ActRefused, match="does not work for Gower House"):
        acts.undo_merge(merged, by=publisher, at=now)
    for page in (f"{gone.pk}/unmerge/", f"{kept.pk}/merge/"):
        assert logged_in(publisher).post(f"/admin/disclaimers/institution/{page}").status_code == 403
    acts.undo_merge(merged, by=None, at=now)
    with pytest.raises(acts.ActRefused, match="taken apart already"):
        acts.undo_merge(merged, by=None, at=now)


def test_facts_that_stay_behind_and_links_that_would_hide_the_parents_are_named(
    two: Any, desk: House, now: Any, publisher: Any
) -> None:
    gone, kept = two
    FooterLink.objects.create(label="Imprint", url="https://harbour.example", institution=desk)
    FooterLink.objects.create(label="Press", url="https://gower.example", institution=gone)
    House.objects.filter(pk=kept.pk).update(parent=desk, copyright_holder="")
    House.objects.filter(pk=gone.pk).update(time_zone="Europe/Berlin", default_language="de")
    for house in two:
        house.refresh_from_db()
    assert belongings.left_behind(gone, kept) == [
        "footer link: Press",
        "time zone: Europe/Berlin",
        "copyright holder: Gower Huose",
        "usual language: German",
    ]
    acts.merge(gone, kept, by=publisher, at=now)
    assert not kept.footer_links.exists()


def test_an_undo_that_would_give_two_things_for_one_day_is_refused_with_a_sentence(
    two: Any, now: Any, publisher: Any
) -> None:
    gone, kept = two
    KindLabel.objects.create(kind=KindFactory(), language="de", label="Kommentar", institution=gone)
    merged = acts.merge(gone, kept, by=publisher, at=now)
    KindLabel.objects.create(kind=KindFactory(), language="de", label="Gastbeitrag", institution=gone)
    with pytest.raises(acts.ActRefused, match="look at both pages"):
        acts.undo_merge(merged, by=publisher, at=now + HOUR)
