"""A portrait on a person's page at the desk, a logo on an outlet's and an institution's."""

import json
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from disclaimers.models import HouseMember, Institution
from pictures.models import Logo, Picture
from prose.quotation_marks import in_quotes
from tests.browsers import logged_in
from tests.desk.pages import fields_of, text_of
from tests.factories import AuthorFactory, InstitutionFactory, OutletFactory, PictureFactory


def record_of(answer: Any, name: str) -> dict[str, Any]:
    """What the page knows of the picture that is chosen in a field."""
    [field] = html.fromstring(answer.content.decode()).xpath(f"//select[@name='{name}']")
    record: dict[str, Any] = json.loads(field.get("data-record"))
    return record


def test_an_editor_chooses_a_portrait_and_sees_it_with_its_permission(desk: Institution, eve: Client) -> None:
    author, picture = AuthorFactory(), PictureFactory(cleared=False)
    page = reverse("admin:authors_author_change", args=[author.pk])
    typed = {"portrait": str(picture.pk), "portrait_alt": "Ida Quay at a desk."}
    answer = eve.post(page, fields_of(eve.get(page), "author_form") | typed, follow=True)
    assert f"Readers do not see the picture {in_quotes(picture)} yet" in text_of(answer)
    author.refresh_from_db()
    assert (author.portrait, author.portrait_alt) == (picture, "Ida Quay at a desk.")
    record = record_of(eve.get(page), "portrait")
    assert record["address"] == f"/admin/pictures/picture/file/{picture.files.get().name}/480.jpeg"
    assert record["permission"] == {"words": "Nothing on record", "mark": "stop"}


def test_a_logo_is_one_row_on_the_page_of_its_outlet_and_of_its_institution(
    desk: Institution, administrator: User
) -> None:
    client, mark = logged_in(administrator), PictureFactory(title="Mark", cleared=False)
    for record, noun in ((OutletFactory(), "outlets_outlet"), (desk, "disclaimers_institution")):
        page = reverse(f"admin:{noun}_change", args=[record.pk])
        filled = fields_of(client.get(page), f"{noun.partition('_')[2]}_form")
        chosen = {"logo-TOTAL_FORMS": "1", "logo-0-picture": str(mark.pk)}
        answer = client.post(page, filled | chosen, follow=True)
        assert "Readers do not see the picture “Mark” yet" in text_of(answer)
        record.refresh_from_db()
        assert record.logo.picture == mark
        assert record_of(client.get(page), "logo-0-picture")["key"] == mark.pk


def test_pictures_of_other_houses_are_no_choice_and_the_one_that_stands_stays(
    desk: Institution, editor: User
) -> None:
    HouseMember.objects.create(user=editor, institution=desk)
    theirs: Picture = PictureFactory(institution=InstitutionFactory())
    outlet, client = OutletFactory(), logged_in(editor)
    page = reverse("admin:outlets_outlet_change", args=[outlet.pk])
    chosen = {"logo-TOTAL_FORMS": "1", "logo-0-picture": str(theirs.pk)}
    answer = client.post(page, fields_of(client.get(page), "outlet_form") | chosen)
    assert (answer.status_code, Logo.objects.count()) == (200, 0)
    Logo.objects.create(outlet=outlet, picture=theirs)
    answer = client.post(page, fields_of(client.get(page), "outlet_form") | {"gloss": "the hill"})
    assert answer.status_code == 302, text_of(answer)
