"""Headlines of one house that pages and messages of another might say: where records or pieces touch both."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import acts
from articles.models import Article, LedgerEntry, Reprint
from disclaimers.lineage import open_to
from disclaimers.models import HouseMember, Institution
from tests.conftest import NOW
from tests.desk.pages import ADD, act_page, fields_of, form_of, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    PictureFactory,
    published,
    saved,
)

pytestmark = [pytest.mark.django_db, pytest.mark.long]
SECRET = "Sluices of tomorrow"


@pytest.fixture
def mill(desk: Institution) -> Institution:
    """A house that has nothing to do with the first one."""
    house: Institution = InstitutionFactory(code="mill", name="Mill Pond Society")
    return house


@pytest.fixture
def limited(publisher: User, desk: Institution, client: Client) -> Client:
    """Paul's browser; he works for the desk's first house only."""
    HouseMember.objects.create(user=publisher, institution=desk)
    client.force_login(publisher)
    return client


def scheduled(**facts: Any) -> Article:
    """A piece with the secret headline that comes tomorrow."""
    piece = ArticleFactory(headline=SECRET, **facts)
    author = AuthorFactory(display_name="Nora Quill")
    BylineFactory(article=piece, author=author)
    return published(piece, at=NOW, live_from=timezone.now() + dt.timedelta(days=1)).article


def test_a_shared_record_names_no_scheduled_page_of_another_house(limited: Client, mill: Institution) -> None:
    author = scheduled(institution=mill).bylines.get().author
    change = reverse("admin:authors_author_change", args=[author.pk])
    page = limited.get(change)
    renamed = fields_of(page, "author_form") | {"display_name": "Nora Quills", "renaming": "slip"}
    after = text_of(limited.post(change, renamed, follow=True))
    assert "1 scheduled page that your account may not open was printed again too." in after
    assert SECRET not in text_of(page) + after


def test_a_picture_of_another_house_cannot_be_chosen(limited: Client, mill: Institution) -> None:
    theirs, shared = PictureFactory(title=SECRET, institution=mill), PictureFactory()
    form = form_of(limited) | {"headline": "Ships", "_continue": "Save"}
    refused = limited.post(ADD, form | {"lead_picture": theirs.pk})
    assert "belongs to a house that your account does not work for" in text_of(refused)
    assert SECRET not in text_of(refused)
    assert limited.post(ADD, form | {"lead_picture": shared.pk}).status_code == 302


def test_a_permission_is_given_for_no_piece_of_another_house_and_stays_with_one_that_has_it(
    limited: Client, desk: Institution, mill: Institution
) -> None:
    piece = scheduled(institution=mill)
    theirs, ours = PictureFactory(institution=mill), PictureFactory(institution=desk)
    theirs.clearances.update(only_for=piece.uuid)
    change = reverse("admin:pictures_picture_change", args=[ours.pk])
    form = fields_of(limited.get(change), "picture_form")
    refused = limited.post(change, form | {"clearances-0-only_for": piece.pk})
    assert "a piece that your account may open" in text_of(refused)
    assert ours.clearances.get().only_for is None
    ours.clearances.update(only_for=piece.uuid)
    page = limited.get(change)
    kept = fields_of(page, "picture_form") | {"clearances-0-terms": "Once.", "_continue": "Save"}
    after = limited.post(change, kept, follow=True)
    assert (ours.clearances.get().only_for, ours.clearances.get().terms) == (piece.uuid, "Once.")
    assert SECRET not in text_of(refused) + text_of(page) + text_of(after)


def test_an_act_names_no_scheduled_page_of_another_house_that_is_made_from_the_piece(
    limited: Client, desk: Institution, mill: Institution
) -> None:
    source = published(at=NOW, institution=desk).article
    scheduled(institution=mill, translation_of=source, source_language="en", language="de")
    address = act_page(source, "retract")
    sent = fields_of(limited.get(address), "act-form") | {"text": "The figures cannot be found again."}
    after = text_of(limited.post(address, sent, follow=True))
    assert "Made from it and printed again: a piece you may not open" in after
    assert SECRET not in after


def test_no_refusal_and_no_question_names_a_source_of_another_house(
    limited: Client, desk: Institution, mill: Institution
) -> None:
    unread = ArticleFactory(institution=mill, headline=SECRET)
    AppearanceFactory(article=unread, rights=False)
    saved(unread, at=NOW)
    coming = scheduled(institution=mill)
    for source, said in (
        (unread, "for a piece of another house"),
        (coming, "A piece of another house, from"),
    ):
        piece = ArticleFactory(institution=desk, translation_of=source, source_language="en", language="de")
        saved(piece, at=NOW)
        asked = text_of(limited.get(act_page(piece, "publish")))
        assert said in asked
        assert SECRET not in asked


def test_no_reason_in_a_piece_s_history_names_another_house_s_piece_or_says_its_editors_words(
    limited: Client, publisher: User, desk: Institution, mill: Institution
) -> None:
    source = published(BylineFactory(article__institution=mill).article, at=NOW).article
    piece = ArticleFactory(institution=desk, translation_of=source, source_language="en", language="de")
    published(BylineFactory(article=piece).article, at=NOW)
    Article.objects.filter(pk=source.pk).update(headline=SECRET)
    acts.take_down(
        source, because="legal", sentence="Not ours to show.", by=None, at=NOW, reason=f"About {SECRET}"
    )
    entry = LedgerEntry.objects.filter(article=piece, after__source=source.pk).get()
    assert entry.reason == "It is made from a piece of another house: take down."
    assert SECRET not in text_of(limited.get(reverse("admin:articles_article_history", args=[piece.pk])))


def test_no_picker_shows_the_headline_behind_a_key_that_somebody_sends(
    limited: Client, desk: Institution, mill: Institution
) -> None:
    secret = ArticleFactory(institution=mill, headline=SECRET)
    saved(secret, at=NOW)
    correct = act_page(published(at=NOW, institution=desk).article, "correct")
    superseded = {"kind": "superseded", "successor": str(secret.pk), "text": "A newer one."}
    reprint = reverse("admin:articles_reprint_add")
    sent = fields_of(limited.get(reprint), "reprint_form") | {
        "article": str(secret.pk),
        "outlet_name": "Gull",
    }
    pages = [
        limited.get(f"{reverse('admin:articles_update_pages')}?article={secret.pk}&renewed=people"),
        limited.get(f"{reprint}?article={secret.pk}"),
        limited.post(reprint, sent),
        limited.post(correct, fields_of(limited.get(correct), "act-form") | superseded),
    ]
    for page in pages:
        assert page.status_code == 200
        assert SECRET not in page.content.decode(), page.request["PATH_INFO"]
    assert not Reprint.objects.exists()


def test_the_only_house_of_an_account_stays_or_the_account_would_work_for_every_house(
    publisher: User, client: Client, desk: Institution, mill: Institution
) -> None:
    HouseMember.objects.create(user=publisher, institution=mill)
    client.force_login(publisher)
    delete = reverse("admin:disclaimers_institution_delete", args=[mill.pk])
    assert "1 account that works for one institution names it." in text_of(client.get(delete))
    client.post(delete, {"post": "yes"})
    assert set(open_to(publisher)) == {mill}
