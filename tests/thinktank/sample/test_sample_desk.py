"""`sample_desk`: an empty desk becomes an invented institute's, through the acts; any other desk is left alone."""

import datetime as dt
import json
import stat
from collections import Counter

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from articles.models import Article, Edition, LedgerEntry, Revision
from articles.models.edition import EditionPicture
from articles.states import Form, Public
from articles.timeline import load_timeline
from authors.models import Author
from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from disclaimers.models import Institution
from outlets.models import Outlet
from pictures.models import Clearance, Picture
from prose.html.text import word_count
from prose.printed_line import text
from tests.thinktank.sample.ticking import AFTER, LOADED_AT
from thinktank.sample.open_accounts import GROUP_OF
from thinktank.sample.pieces import DESK

pytestmark = pytest.mark.long


def public(at):
    return {article.headline: load_timeline(article.pk, at).public for article in Article.objects.all()}


def test_every_piece_stands_where_its_file_says(sample):
    pieces, _, _ = sample
    standing = list(public(AFTER).values())
    assert standing.count(Public.LIVE) == pieces["live"] == 33
    assert standing.count(Public.UNPUBLISHED) == pieces["unpublished"] == 1
    assert standing.count(Public.WITHDRAWN) == pieces["taken down"] == 1
    assert standing.count(Public.RETRACTED) == pieces["retracted"] == 1
    assert standing.count(Public.SCHEDULED) == pieces["scheduled"] == 2
    assert standing.count(Public.NEVER) == pieces["draft"] == 4


def test_pieces_carry_their_age_in_our_first_date_and_never_in_the_hour_they_went_live(sample):
    live = Edition.objects.live(AFTER)
    assert all(LOADED_AT <= edition.live_from < AFTER for edition in live)
    days = [edition.first_published_on for edition in live if edition.first_published_on]
    assert (min(days).year, max(days).year) == (2014, 2026)
    archive = live.filter(first_published_on=None)
    assert archive.count() == 2
    assert {edition.ordered_at.year for edition in archive} == {2015, 2017}


def test_every_act_is_in_the_ledger_in_the_name_of_an_account(sample):
    acts = Counter(LedgerEntry.objects.values_list("act", flat=True))
    assert Revision.objects.count() == 44
    assert acts["save_draft"] == 43
    assert acts["publish"] + acts["schedule"] == 38
    assert (acts["correct"], acts["take_down"], acts["retract"], acts["request_rights"]) == (3, 1, 1, 1)
    assert acts["grant_rights"] == 8
    assert set(LedgerEntry.objects.values_list("actor__username", flat=True)) == {
        "sample-author", "sample-editor", "sample-publisher",
    }  # fmt: skip


def test_an_update_that_is_not_out_does_not_show(sample):
    edition = Edition.objects.live(AFTER).get(headline="Dredging the data")
    newest = edition.article.revisions.first()
    assert newest.number == 2
    assert "biscuit tin" in newest.content["body"]
    assert "biscuit tin" not in edition.body


def test_scheduled_pieces_appear_at_the_full_hour_of_their_institution(sample):
    coming = Edition.objects.coming(AFTER).order_by("live_from")
    assert [edition.headline for edition in coming] == [
        "Who signs for the seabed?",
        "Was ein Winterfahrplan verspricht",
    ]
    for edition in coming:
        assert not Edition.objects.live(edition.live_from - dt.timedelta(seconds=1)).filter(pk=edition.pk)
        assert Edition.objects.live(edition.live_from).filter(pk=edition.pk)
        assert (edition.live_from.minute, edition.live_from.second) == (0, 0)


def test_the_change_of_wording_shows_in_what_pages_say(sample):
    def said(headline):
        edition = Edition.objects.live(AFTER).get(headline=headline)
        return [wording["text"] for wording in edition.printed["wordings"]]

    before = said("A small country’s guide to being asked")
    after = said("Insuring the last house on the spit")
    assert before[0].startswith("Commentary: the judgement given here is that of its author.")
    assert "by the authors alone" in after[0]
    german = said("Wem gehört der Deich?")
    assert len(german) == 2
    assert "sieben Gemeinden" in german[0]
    assert "fünf Gemeinden" in said("Der letzte Fahrplan auf Papier")[0]


def test_a_page_speaks_one_language(sample):
    edition = Edition.objects.live(AFTER).get(headline="Sprachschulen sind Infrastruktur")
    assert edition.kicker == "Aus der Presse"
    assert edition.byline == "Von Katrin Wiebe · Aus dem Englischen von Tobias Renner"
    assert edition.dateline == "9. September 2021 · Zuerst veröffentlicht: Ferrylight, 24. August 2021"
    assert edition.printed["copyright"] == ""  # the text came from Ferrylight


def test_pages_show_what_permissions_allow(sample):
    live = Edition.objects.live(AFTER)
    shown = Counter(edition.mode for edition in live.filter(form=Form.PIECE))
    assert shown == {"full": 31, "excerpt": 1, "link": 1}
    excerpt = live.get(mode="excerpt")
    assert word_count(excerpt.body) == 120
    assert not live.get(headline="The Keepers’ Ledger").body
    held = {row["state"] for edition in live for row in edition.printed["rights"]}
    assert held == {"granted", "requested", "not_needed", "by_licence", "unknown"}
    standing = live.get(headline="Let the Bus Wait for the Boat").printed["rights"][0]
    assert "granted by standing permission of 3 March 2021" in standing["in_words"]


def test_pages_show_pictures_and_the_library_has_something_to_look_after(sample):
    live = Edition.objects.live(AFTER)
    shown = Counter(EditionPicture.objects.filter(edition__in=live).values_list("place", flat=True))
    assert shown == {"lead": 10, "figure": 3}
    [figure] = live.get(headline="Let the Bus Wait for the Boat").pictures.filter(place="figure")
    assert f'data-picture="{figure.picture.uuid}"' in figure.edition.body
    assert not Author.objects.filter(form="person", portrait=None)
    assert not Outlet.objects.filter(logo=None)
    assert not Institution.objects.filter(logo=None)
    [unanswered] = Picture.objects.filter(clearances=None)
    assert not unanswered.uses.exists()
    ends = Clearance.objects.exclude(until_on=None).order_by("until_on")
    assert [(end.until_on - LOADED_AT.date()).days for end in ends] == [45, 400]
    edition = live.get(headline="Counting empty houses honestly")
    [following] = load_timeline(edition.article_id, AFTER).following(edition)
    assert edition.printed["lead"]
    assert not following.printed["lead"]
    assert not live.get(mode="excerpt").printed["lead"]


def test_a_permission_that_ends_soon_has_its_end_laid_down(sample):
    edition = Edition.objects.live(AFTER).get(headline="Why the Night Ferry Still Matters")
    [following] = load_timeline(edition.article_id, AFTER).following(edition)
    assert following.is_following
    assert following.mode == "link"
    assert dt.timedelta(days=14) < following.live_from - LOADED_AT < dt.timedelta(days=21)


def test_a_piece_names_outlet_and_content_type_as_they_were_called_then(sample):
    edition = Edition.objects.live(AFTER).get(headline="The Census Form Nobody Fears")
    assert edition.kicker == "Elsewhere"
    assert "Narrows Review" in edition.dateline


def test_what_a_post_must_have_said_is_said_while_it_is_held_and_not_after(sample):
    def said(headline):
        edition = Edition.objects.live(AFTER).get(headline=headline)
        return [row["text"] for row in edition.printed["wordings"] if row["author"]]

    assert said("The Price of a Ship That Waits") == [
        "Samuel Thorne writes in a personal capacity. Nothing here speaks for the Port of Marholm, "
        "the Harbour Board or the District of Vennsund."
    ]
    assert len(said("Evidence on the depth of the channel")) == 2
    assert said("Dredging the data") == []


def test_notices_stand_on_the_page_the_later_words_below_the_earlier(sample):
    live = Edition.objects.live(AFTER)
    [correction] = live.get(headline="Let the Bus Wait for the Boat").printed["notices"]
    assert correction["kind"] == "correction"
    assert len(correction["amendments"]) == 1
    gone = live.get(form=Form.WITHDRAWAL)
    assert gone.printed["because"] == "privacy"
    assert not gone.body
    retracted = live.get(form=Form.RETRACTION)
    assert retracted.headline == "Retracted: The boat that pays for itself"
    assert "by Oswin Hale and the Strait Institute" in text(retracted.printed["notices"][0]["line"])
    assert "Row Fourteen" in text(retracted.printed["attributions"][0])


def test_one_piece_is_linked_with_its_four_translations(sample):
    original = Article.objects.get(headline="The right to a paper form")
    group = Edition.objects.live(AFTER).filter(translation_group=original.uuid)
    assert {edition.language for edition in group} == {"fr", "ko", "ar", "ru"}
    said = {row["language"] for row in group.get(language="ko").printed["wordings"]}
    assert said == {"en"}


def test_every_author_and_every_outlet_has_a_page_with_something_on_it(sample):
    live = Edition.objects.live(AFTER)
    assert set(Author.objects.all()) == set(Author.objects.filter(edition_bylines__edition__in=live))
    assert set(Outlet.objects.all()) == set(Outlet.objects.filter(edition_outlets__edition__in=live))
    assert Institution.objects.home().get().code == "strait"


def test_the_accounts_can_log_in_and_stand_in_their_groups(sample):
    _, passwords, file = sample
    assert json.loads(file.read_text()) == passwords
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(passwords) == set(GROUP_OF)
    for username, group in GROUP_OF.items():
        user = authenticate(username=username, password=passwords[username])
        assert user is not None
        assert user.is_staff
        assert list(user.groups.values_list("name", flat=True)) == ([group] if group else [])
        assert user.is_superuser == (not group)
    assert len(set(passwords.values())) == 4
    assert min(map(len, passwords.values())) >= 16


def test_the_authors_account_sees_its_own_manuscripts_and_no_others(sample):
    mine = Article.objects.visible_to(User.objects.get(username="sample-author"))
    assert 3 <= mine.count() < Article.objects.count()


def test_the_desk_file_fits_the_sample_again_but_no_text_that_pages_print_can_be_reworded(sample):
    text = DESK.read_text()
    assert load_desk_file(text).changed == {}
    with pytest.raises(DeskFileError) as caught:
        load_desk_file(text.replace("takes no side in matters", "takes no part in matters"))
    assert [problem.field for problem in caught.value.problems] == ["disclaimer.wording.text"]
