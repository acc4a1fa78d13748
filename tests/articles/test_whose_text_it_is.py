"""Text that came from others and our own claims: copyright, licence, reservation, and the right to edit."""

import datetime as dt

import pytest
from lxml import etree

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.rights import Grant
from articles.models import Article
from articles.press.reasons import explain
from disclaimers.models import HouseStyle, UsualLicence
from disclaimers.reservations import reserves_rights, without_reservation
from outlets.models import Outlet
from tests.articles.pieces import change
from tests.articles.rights import HOUR
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    published,
    saved,
    say,
)

BY_LICENCE = {"state": "by_licence", "granted_on": None, "evidence": ""}


def inbound(**terms: object) -> Article:
    """A piece of 2020 that came from the Lantern."""
    place = AppearanceFactory(outlet=Outlet.objects.first() or OutletFactory(name="Lantern"), rights=terms)
    BylineFactory(article=place.article)
    return place.article


def copyright_of(article: Article) -> str:
    return str(published(article, at=NOW).printed["copyright"])


@pytest.mark.parametrize(
    "relation", ["original", "first", "crossposted", "version", "translation", "excerpt"]
)
def test_inbound_text_is_not_claimed_for_the_house(desk, relation):
    article = inbound()
    article.appearances.update(relation=relation)
    assert copyright_of(article) == ""


@pytest.mark.parametrize("state", ["granted", "by_licence", "unknown"])
def test_inbound_text_is_not_claimed_however_it_may_be_shown(desk, state):
    licence = LicenceFactory() if state == "by_licence" else None
    assert copyright_of(inbound(state=state, licence=licence)) == ""


def test_the_house_claims_what_is_its_own_and_what_somebody_says_is(desk):
    ours = f"© 2026 {desk.copyright_holder}. All rights reserved."
    assert copyright_of(ArticleFactory()) == ours
    also = AppearanceFactory(relation="also", rights=False).article
    assert copyright_of(also) == ours
    assert copyright_of(inbound(state="not_needed")) == ours
    said = inbound()
    Article.objects.filter(pk=said.pk).update(copyright_basis="ours")
    assert copyright_of(said) == ours


def test_the_holder_that_a_permission_names_is_claimed_with_the_year_it_ran_there_and_nothing_reserved(desk):
    assert copyright_of(inbound(holder="Lantern Media Ltd.")) == "© 2020 Lantern Media Ltd."
    article = inbound(holder="Lantern Media Ltd.")
    article.appearances.update(published_on=None)
    assert copyright_of(article) == "© Lantern Media Ltd."
    assert copyright_of(inbound(holder="Lantern Media Ltd.", mode="link")) == ""


def test_the_licence_under_which_a_text_came_is_named_and_nothing_is_claimed_beside_it(desk):
    edition = published(inbound(**BY_LICENCE, licence=LicenceFactory()), at=NOW)
    assert "CC BY-ND 4.0" in edition.printed["licence"][-1]["text"]
    assert edition.printed["copyright"] == ""
    why = next(line.why for line in explain(edition) if line.part == "Licence")
    assert why.startswith("The licence under which the text came from The Lantern")


def test_permission_licence_and_holder_are_recorded_in_one_act(desk, editor):
    article = inbound(state="requested")
    saved(article, at=NOW)
    grant = Grant(
        granted_on=NOW.date(), evidence="mail", licence=LicenceFactory(), holder="Lantern Media", edits_allowed=False
    )  # fmt: skip
    record = acts.grant_rights(article.appearances.get(), grant, by=editor, at=NOW)
    assert (record.licence.code, record.holder, record.edits_allowed) == (
        "cc-by-nd-4",
        "Lantern Media",
        False,
    )


@pytest.mark.parametrize("others", [False, True])
def test_a_feed_claims_for_its_channel_only_what_all_its_items_claim(desk, client, monkeypatch, others):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    published(at=NOW)
    if others:
        published(inbound(), at=NOW)
    channel = etree.fromstring(client.get("/feed.rss").content).find("channel")
    ours = f"© 2026 {desk.copyright_holder}. All rights reserved."
    assert channel.findtext("copyright") == (None if others else ours)


def test_a_feed_reserves_nothing_for_a_channel_with_an_item_under_a_licence(desk, client, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    published(ArticleFactory(licence=LicenceFactory()), at=NOW)
    assert "All rights reserved" not in client.get("/feed.rss").content.decode()


FORMATS = {
    "© {year} {holder}. {reservation}": "© 2026 Harbour",
    "© {year} {holder}[. {reservation}]": "© 2026 Harbour",
    "© {year} {holder}. All rights reserved.": "© 2026 Harbour.",
    "© {year} {holder}, all rights reserved": "© 2026 Harbour",
}


@pytest.mark.parametrize("template", FORMATS)
def test_all_rights_reserved_never_stands_beside_a_licence_however_the_house_style_says_it(desk, template):
    type(desk).objects.update(copyright_holder="Harbour")
    say(template, at="copyright_format")
    line = copyright_of(ArticleFactory(licence=LicenceFactory()))
    assert line.rstrip(".") == FORMATS[template].rstrip(".")


@pytest.mark.parametrize("field", ["copyright_line", "credit", "wording"])
def test_a_line_that_reserves_all_rights_beside_a_licence_stops_the_piece(desk, field):
    line = "© 2020 Lantern Media. All Rights Reserved."
    article = inbound(credit=line) if field == "credit" else ArticleFactory()
    if field == "wording":
        article.pinned_wordings.create(own_text=line)
    Article.objects.filter(pk=article.pk).update(
        licence=LicenceFactory(), copyright_line=line if field == "copyright_line" else ""
    )
    with pytest.raises(acts.CannotPublish, match=r"All Rights Reserved.*beside the licence CC BY-ND 4.0"):
        published(article, at=NOW)


def test_a_piece_that_reserves_all_rights_in_what_its_house_offers_is_asked_about_once(desk):
    say("© {year} {holder}. {reservation}", at="copyright_format")
    say("All rights reserved.", at="reservation")
    type(desk).objects.update(offers_republication=True, republication_terms="Say where it is from.")
    ordinary = published(ArticleFactory(), at=NOW)  # what the house says on every page is no question
    assert "All rights reserved." in ordinary.printed["copyright"]
    assert "offered_and_reserved" not in {row["code"] for row in ordinary.entry.checklist}
    article = ArticleFactory(copyright_line="© 2026 Ida Quay. All rights reserved.")
    asked = {row["code"]: row["sentence"] for row in published(article, at=NOW).entry.checklist}
    assert asked["offered_and_reserved"] == (
        "The page says “© 2026 Ida Quay. All rights reserved.” and offers the text for republication on the terms "
        "“Say where it is from”. Is that meant?"
    )
    later = published(change(article, dek="Another."), at=NOW + HOUR)
    assert "offered_and_reserved" not in {row["code"] for row in later.entry.checklist}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("© 2026 Harbour. All rights reserved.", "© 2026 Harbour."),
        ("© 2026 Hafen. Alle Rechte vorbehalten.", "© 2026 Hafen."),
        ("© 2026 Port, tous droits réservés.", "© 2026 Port"),
        ("© Порт, 2026. Все права защищены.", "© Порт, 2026."),
        ("Rights are a long story.", "Rights are a long story."),
    ],
)
def test_reservations_are_known_in_the_usual_languages(text, rest):
    assert without_reservation(text) == rest
    assert reserves_rights(text) == (text != rest)


# The usual licence of a content type ------------------------------------------------------------------------


@pytest.fixture
def briefing(desk):
    """A content type whose pieces go out under a licence from 2026 on."""
    kind = KindFactory(code="briefing")
    UsualLicence.objects.create(kind=kind, licence=LicenceFactory(), from_on=dt.date(2026, 1, 1))
    return kind


def licence_of(edition) -> str:
    return "".join(span["text"] for span in edition.printed["licence"])


def test_a_content_type_has_a_usual_licence_from_a_day_on(desk, briefing):
    edition = published(ArticleFactory(kind=briefing), at=NOW)
    assert licence_of(edition) == "Licensed under CC BY-ND 4.0"
    assert "reserved" not in edition.printed["copyright"]
    why = next(line.why for line in explain(edition) if line.part == "Licence")
    assert why.startswith("The usual licence of this content type")
    old = ArticleFactory(kind=briefing, first_published_on=dt.date(2025, 12, 31))
    assert licence_of(published(old, at=NOW)) == ""
    assert licence_of(published(ArticleFactory(kind=KindFactory(code="speech")), at=NOW)) == ""


@pytest.mark.parametrize(
    "facts",
    [{"has_no_licence": True}, {"copyright_basis": "none", "copyright_reason": "A work of the state"}],
)
def test_a_piece_may_be_under_no_licence_although_its_type_has_one(desk, briefing, facts):
    assert licence_of(published(ArticleFactory(kind=briefing, **facts), at=NOW)) == ""


def test_a_text_of_others_does_not_come_under_the_usual_licence(desk, briefing):
    article = inbound()
    Article.objects.filter(pk=article.pk).update(kind=briefing)
    assert licence_of(published(article, at=NOW)) == ""


def test_a_centre_has_the_usual_licence_of_its_parent_and_another_house_has_not(desk, briefing):
    UsualLicence.objects.update(institution=desk)
    centre, stranger = InstitutionFactory(parent=desk), InstitutionFactory()
    for house, line in ((centre, "Licensed under CC BY-ND 4.0"), (stranger, "")):
        assert licence_of(published(ArticleFactory(kind=briefing, institution=house), at=NOW)) == line


def test_another_usual_licence_changes_no_page_until_it_is_reissued(desk, briefing):
    article = ArticleFactory(kind=briefing)
    published(article, at=NOW)
    UsualLicence.objects.update(licence=LicenceFactory(code="cc-by-4", name="CC BY", version="4.0"))
    later = NOW + HOUR
    note = NoticeDraft("update", "There is more.")
    edition = acts.correct(article, changes={}, notice=note, by=None, at=later)
    assert licence_of(edition) == "Licensed under CC BY-ND 4.0"


def test_two_usual_licences_of_one_day_are_refused_with_a_sentence(desk, briefing, administrator, client):
    client.force_login(administrator)
    address = f"/admin/disclaimers/kind/{briefing.pk}/change/"
    form = {"label": "Briefing", "code": "briefing", "labels-TOTAL_FORMS": 0, "labels-INITIAL_FORMS": 0}
    licence = LicenceFactory()
    for count in range(2):
        form |= {f"usual_licences-{count}-licence": licence.pk, f"usual_licences-{count}-id": ""}
    form |= {"usual_licences-TOTAL_FORMS": 2, "usual_licences-INITIAL_FORMS": 0}
    UsualLicence.objects.all().delete()
    answer = client.post(address, form)
    assert "Another licence is the usual one of this content type" in answer.content.decode()


# We may not edit --------------------------------------------------------------------------------------------


def test_a_text_that_may_not_be_edited_is_asked_about_before_readers_have_it(desk):
    article = inbound(edits_allowed=False)
    with pytest.raises(acts.CannotPublish) as refused:
        acts.publish(article, revision=saved(article, at=NOW), by=None, at=NOW, confirmed=frozenset())
    asked = {each.code: each.sentence for each in refused.value.checklist.questions}
    assert asked["word_for_word"] == "The Lantern: we may not edit the text. Is it word for word theirs?"


def test_a_text_that_may_not_be_edited_is_neither_changed_nor_corrected(desk):
    article = inbound(edits_allowed=False)
    published(article, at=NOW)
    Article.objects.filter(pk=article.pk).update(body="<p>Ships came in, loudly.</p>")
    with pytest.raises(
        acts.CannotPublish, match="The Lantern: we may not edit the text, and this version changes"
    ):
        published(article, at=NOW + HOUR)
    note = NoticeDraft("correction", wrong="Quiet.", right="Loud.")
    with pytest.raises(acts.CannotPublish, match="we may not edit the text"):
        acts.correct(article, changes={"body": "<p>Ships.</p>"}, notice=note, by=None, at=NOW + HOUR)
    assert acts.correct(article, changes={"dek": "Louder."}, notice=note, by=None, at=NOW + HOUR)


def test_a_house_without_a_copyright_line_names_the_holder_of_a_permission_all_the_same(desk):
    HouseStyle.objects.get().phrases.filter(position="copyright_format").delete()
    assert copyright_of(inbound(holder="Lantern Media")) == "© 2020 Lantern Media"


def test_exceptions_from_a_licence_that_is_not_there_are_warned_of(desk):
    licensed = published(licence=LicenceFactory(), licence_exceptions="Maps", at=NOW)
    bare = published(licence_exceptions="Maps", at=NOW)
    codes = [{row["code"] for row in edition.entry.checklist} for edition in (licensed, bare)]
    assert ["exceptions_from_nothing" in each for each in codes] == [False, True]
