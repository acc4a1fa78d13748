"""Accounts that work for some houses only: their pieces and records in lists, forms, acts and imports, no others."""

import io
import uuid
from typing import Any

import pytest
from django.contrib.admin.sites import site as admin_site
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles import acts
from articles.acts.errors import ActRefused
from articles.models import Article, Batch
from articles.states import ACTS, Act
from desk.pages import DeskPage
from desk.templatetags.desk_header import mark_for
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import HouseMember, Institution, KindLabel, Wording
from pictures.models import Logo
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    PictureFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    saved,
)

pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def mill(desk: Institution) -> Institution:
    """A house that has nothing to do with the first one."""
    return InstitutionFactory(code="mill", name="Mill Pond Society")


@pytest.fixture
def theirs(desk: Institution, mill: Institution) -> Article:
    """A live piece of the other house with a change that waits, and a place with a permission."""
    article: Article = AppearanceFactory(article__institution=mill, article__headline="A live sluice").article
    BylineFactory(article=article)
    published(article, at=NOW)
    article.headline = "A secret sluice"
    article.save()
    saved(article, at=NOW)
    return article


@pytest.fixture
def limited(publisher: User, desk: Institution) -> User:
    """Paul, who works for the desk's first house and its centres only."""
    HouseMember.objects.create(user=publisher, institution=desk)
    return publisher


@pytest.fixture
def paul(limited: User, client: Client) -> Client:
    client.force_login(limited)
    return client


def test_an_account_without_houses_works_for_all_and_an_administrator_always_does(
    desk, mill, editor, administrator
):
    assert set(open_to(editor)) == {desk, mill}
    HouseMember.objects.create(user=administrator, institution=desk)
    assert set(open_to(administrator)) == {desk, mill}
    assert not is_limited(administrator)


def test_a_house_opens_its_centres_too_and_nothing_above_it(desk, mill, editor):
    centre = InstitutionFactory(parent=InstitutionFactory(parent=desk))
    HouseMember.objects.create(user=editor, institution=centre.parent)
    assert set(open_to(editor)) == {centre, centre.parent}


def desk_addresses(article: Article) -> list[str]:
    """Every page of the desk about a piece."""
    place = article.appearances.get()
    edition = article.editions.first()
    arguments: dict[DeskPage, list[tuple[Any, ...]]] = {
        DeskPage.ACT: [(article.pk, act.value) for act in Act],
        DeskPage.ACT_PREVIEW: [(article.pk, act.value) for act in Act],
        DeskPage.RIGHTS: [(article.pk, place.key)],
        DeskPage.VERSION: [(article.pk, 1)],
        DeskPage.LABEL: [(article.pk, 1)],
        DeskPage.KEPT: [(article.pk, 1)],
        DeskPage.SENT_BACK: [(article.pk, 1)],
        DeskPage.WORD_COPY: [(article.pk, 1)],
        DeskPage.WEB_COPY: [(article.pk, 1)],
        DeskPage.BRING_BACK: [(article.pk, 1)],
        DeskPage.STOOD_PAGE: [(article.pk, edition.pk)],
        DeskPage.LAID_OVER: [(article.pk, uuid.uuid4())],
    }
    return [
        page.address(*args)
        for page in DeskPage
        if "<int:object_id>" in page.value
        for args in arguments.get(page, [(article.pk,)])
    ] + [reverse("admin:articles_article_change", args=[article.pk])]


def test_no_page_of_the_desk_about_a_piece_of_another_house_opens(paul, theirs):
    for address in desk_addresses(theirs):
        for send in (paul.get, paul.post):
            answer = send(address)
            assert answer.status_code in (302, 403, 404, 405), (address, answer.status_code)
            assert b"sluice" not in answer.content, address


def test_no_list_search_or_picker_of_the_desk_names_a_piece_of_another_house(paul, theirs, desk):
    own = published(ArticleFactory(institution=desk, headline="Our sluice gate"), at=NOW)
    lists = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin_site._registry
    ]
    picker = reverse("admin:autocomplete")
    picked = "?app_label=articles&model_name=article&field_name=translation_of&term=sluice"
    shown = ""
    for address in [reverse("admin:index"), DeskPage.PERMISSIONS.address(), *lists, f"{picker}{picked}"]:
        for query in ("", "?q=sluice") if address in lists else ("",):
            page = paul.get(f"{address}{query}").content.decode()
            shown += page
            assert "live sluice" not in page, address
            assert "secret sluice" not in page, address
    assert own.headline in shown


@pytest.mark.parametrize("act", [Act.UNPUBLISH, Act.TAKE_DOWN, Act.SAVE_DRAFT])
def test_an_act_on_a_piece_of_another_house_is_refused_and_names_the_house(act, limited, theirs):
    sentence = "This account does not work for Mill Pond Society"
    calls = {
        Act.UNPUBLISH: lambda: acts.unpublish(theirs, by=limited, at=NOW, reason="Mine now."),
        Act.TAKE_DOWN: lambda: acts.take_down(
            theirs, because="rights", sentence="x", keep_headline=True, by=limited, at=NOW, reason="Mine now."
        ),
        Act.SAVE_DRAFT: lambda: acts.save_draft(theirs, by=limited, at=NOW),
    }
    with pytest.raises(ActRefused, match=sentence):
        calls[act]()
    assert not limited.has_perm(ACTS[act].permission, theirs)


def test_a_piece_cannot_be_moved_to_a_house_that_is_not_ones_own_nor_begun_there(paul, limited, desk, mill):
    article = ArticleFactory(institution=desk, headline="Ours")
    saved(article, at=NOW, by=limited)
    change = reverse("admin:articles_article_change", args=[article.pk])
    form = fields_of(paul.get(change), "article_form")
    page = paul.post(change, form | {"institution": str(mill.pk)})
    assert page.status_code == 200
    assert "Select a valid choice" in text_of(page)
    article.institution = mill
    article.save()
    with pytest.raises(ActRefused, match="does not work for Mill Pond Society"):
        acts.save_draft(article, by=limited, at=NOW)
    begun = ArticleFactory(institution=mill)
    with pytest.raises(ActRefused, match="does not work for Mill Pond Society"):
        acts.save_draft(begun, by=limited, at=NOW)


def test_a_text_brought_in_for_another_house_is_refused(limited, mill, tmp_path):
    file = tmp_path / "sluice.txt"
    file.write_text("A sluice\n\nIt opens.\n\nIt shuts.\n")
    out = io.StringIO()
    kind = Institution.objects.home().get().default_kind.code
    with pytest.raises(SystemExit):
        call_command(
            "intake", str(file), "--kind", kind, "--institution", "mill", "--by", limited.username, stdout=out
        )
    assert "does not work for Mill Pond Society" in out.getvalue()
    assert not Article.objects.filter(institution=mill).exists()


def test_updates_of_published_pages_leave_pieces_of_other_houses_alone(limited, theirs, paul):
    new = f"{reverse('admin:articles_update_pages')}?institution={theirs.institution_id}&renewed=names"
    assert "sluice" not in paul.get(new).content.decode()
    others = Batch.objects.create(institution=theirs.institution, reason="Ours.", made_at=NOW)
    others.items.create(article=theirs)
    assert paul.get(reverse("admin:articles_batch_change", args=[others.pk])).status_code == 404
    assert "Ours." not in paul.get(reverse("admin:articles_batch_changelist")).content.decode()


def test_records_of_another_house_are_shown_and_not_changed(paul, desk, mill):
    foreign = [
        mill,
        HouseStyleFactory(institution=mill),
        DisclaimerFactory(institution=mill),
        WordingFactory(disclaimer=DisclaimerFactory(institution=mill)),
        StandingNoticeFactory(institution=mill),
    ]
    for record in foreign:
        name = f"{record._meta.app_label}_{record._meta.model_name}"
        change = reverse(f"admin:{name}_change", args=[record.pk])
        assert paul.get(change).status_code == 200
        assert b'name="_save"' not in paul.get(change).content, name
        assert paul.post(change, {}).status_code == 403, name
        assert (
            paul.post(reverse(f"admin:{name}_delete", args=[record.pk]), {"post": "yes"}).status_code == 403
        ), name
    for page in ("new_text", "slip"):
        address = reverse(f"admin:disclaimers_wording_{page}", args=[foreign[3].pk])
        assert paul.get(address).status_code == 403, page
    own = reverse("admin:disclaimers_institution_change", args=[desk.pk])
    assert b'name="_save"' in paul.get(own).content
    assert paul.get(reverse("admin:disclaimers_institution_add")).status_code == 403


def test_a_record_for_another_house_is_refused_in_a_sentence(paul, mill):
    add = reverse("admin:disclaimers_standingnotice_add")
    form = fields_of(paul.get(add), "standingnotice_form")
    page = paul.post(add, form | {"institution": str(mill.pk), "text": "Of the mill."})
    assert "Your account does not work for this institution." in text_of(page)
    add = reverse("admin:disclaimers_wording_add")
    form = fields_of(paul.get(add), "wording_form")
    page = paul.post(
        add, form | {"disclaimer": str(DisclaimerFactory(institution=mill).pk), "text": "Of the mill."}
    )
    assert "Your account does not work for this institution." in text_of(page)
    assert not Wording.objects.filter(text="Of the mill.").exists()


def test_labels_of_a_common_content_type_are_changed_for_ones_own_houses_alone(paul, desk, mill):
    kind = desk.default_kind
    theirs = KindLabel.objects.create(kind=kind, language="en", institution=mill, label="Mill notes")
    change = reverse("admin:disclaimers_kind_change", args=[kind.pk])
    page = paul.get(change)
    assert "Mill notes" not in page.content.decode()
    form = fields_of(page, "kind_form") | {
        "label": "Changed for all", "labels-TOTAL_FORMS": "1", "labels-0-language": "en",
        "labels-0-institution": str(desk.pk), "labels-0-label": "Harbour notes",
    }  # fmt: skip
    assert paul.post(change, form).status_code == 302
    kind.refresh_from_db()
    assert kind.label == "Commentary"
    assert {label.label for label in kind.labels.all()} == {"Mill notes", "Harbour notes"}
    assert theirs in kind.labels.all()


def test_an_administrator_says_on_the_account_for_which_houses_it_works(
    administrator, publisher, client, desk
):
    client.force_login(administrator)
    change = reverse("admin:auth_user_change", args=[publisher.pk])
    form = fields_of(client.get(change), "user_form")
    answer = client.post(change, form | {"houses-TOTAL_FORMS": "1", "houses-0-institution": str(desk.pk)})
    assert answer.status_code == 302, text_of(answer)
    assert is_limited(publisher)
    assert "None: for all" in text_of(client.get(change))


def test_the_header_has_the_mark_of_the_one_house_that_an_account_works_for(
    limited: User, administrator: User, desk: Institution, mill: Institution, now: Any
) -> None:
    assert mark_for(limited, now) is None, "it has no logo"
    picture = PictureFactory()
    for house in (desk, mill):
        Logo.objects.create(institution=house, picture=picture)
    InstitutionFactory(code="centre", name="A centre", parent=desk)
    mark = mark_for(limited, now)
    assert mark
    assert mark.address in logged_in(limited).get("/admin/").content.decode()
    assert mark_for(administrator, now) is None, "they are several"
