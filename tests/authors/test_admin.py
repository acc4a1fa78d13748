"""Authors in the admin: the form, posts with their bodies, messages after a renaming."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from lxml import html

from authors.models import Appointment, Author
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    WordingFactory,
    published,
)
from tests.kept import kept

pytestmark = pytest.mark.long

ADD = reverse("admin:authors_author_add")


def change_of(author: Author) -> str:
    return reverse("admin:authors_author_change", args=[author.pk])


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def eve(editor: User) -> Client:
    return browser_of(editor)


def saved_with(client: Client, author: Author, **values: str) -> str:
    """The words of the page that follows a save."""
    page = client.get(change_of(author))
    response = client.post(change_of(author), fields_of(page, "author_form") | {"renaming": "slip"} | values)
    assert response.status_code == 302, text_of(response)
    return " ".join(
        item.text_content().strip()
        for item in html.fromstring(client.get(response["Location"]).content.decode()).xpath(
            "//ul[@class='messagelist']/li"
        )
    )


def test_every_new_fact_about_a_person_can_be_written(eve):
    facts = {
        "display_name": "Sim Haneul", "native_name": "심하늘", "name_order": "family-first",
        "courtesy": "Ambassador", "courtesy_from": "2019-01-01", "courtesy_until": "2022-01-01",
        "rank": "Colonel", "retired_on": "2020-05-01", "suffix": "Ph.D.",
    }  # fmt: skip
    response = eve.post(ADD, fields_of(eve.get(ADD), "author_form") | facts)
    assert response.status_code == 302, text_of(response)
    author = Author.objects.get()
    assert {name: str(getattr(author, name)) for name in facts} == facts
    assert author.sort_name == "Sim Haneul"


def test_a_person_is_found_in_their_own_script(eve):
    AuthorFactory(display_name="Sim Haneul", native_name="심하늘")
    AuthorFactory(display_name="Bo Berg")
    found = text_of(eve.get(reverse("admin:authors_author_changelist"), {"q": "심하늘"}))
    assert "Sim Haneul" in found
    assert "Bo Berg" not in found


def test_contradictory_facts_are_form_errors_and_nothing_typed_is_lost(eve):
    form = fields_of(eve.get(ADD), "author_form") | {"display_name": "Bo Berg", "retired_on": "2020-05-01"}
    response = eve.post(ADD, form)
    assert "needs a rank" in text_of(response)
    assert fields_of(response, "author_form")["retired_on"] == ["2020-05-01"]


def test_the_bodies_of_a_post_are_one_text_with_one_body_a_line(eve):
    post = AppointmentFactory()
    post.set_bodies(["Harbour Police", "Ministry of Tides"])
    field = "appointments-0-body_names"
    assert fields_of(eve.get(change_of(post.author)), "author_form")[field] == [
        "Harbour Police\nMinistry of Tides"
    ]
    saved_with(eve, post.author, **{field: "Kingdom of Quay\r\n\r\n  Harbour  Police \r\nMinistry of Tides"})
    assert post.body_names == ["Kingdom of Quay", "Harbour Police", "Ministry of Tides"]
    saved_with(eve, post.author, **{field: "Ministry of Tides\nHarbour Police"})
    assert post.body_names == ["Ministry of Tides", "Harbour Police"]
    saved_with(eve, post.author, **{field: ""})
    assert post.body_names == []


def test_a_new_post_is_saved_with_its_bodies(eve):
    author = AuthorFactory()
    saved_with(
        eve,
        author,
        **{
            "appointments-TOTAL_FORMS": "1",
            "appointments-0-title": "analyst",
            "appointments-0-organisation": "the Navy of Quay",
            "appointments-0-body_names": "Navy of Quay\nKingdom of Quay",
        },
    )
    assert Appointment.objects.get().body_names == ["Navy of Quay", "Kingdom of Quay"]


def test_a_chain_that_says_one_body_twice_is_refused_beside_its_field_and_stays_as_typed(eve):
    post = AppointmentFactory()
    field = "appointments-0-body_names"
    form = fields_of(eve.get(change_of(post.author)), "author_form") | {field: "Navy\nNavy"}
    response = eve.post(change_of(post.author), form)
    assert "“Navy” is named twice." in text_of(response)
    assert fields_of(response, "author_form")[field] == ["Navy\nNavy"]
    assert post.body_names == []


def test_a_text_that_names_bodies_is_not_left_without(eve):
    post = AppointmentFactory()
    disclaimer = WordingFactory(
        text="{author} does not speak for {bodies}.", disclaimer__scope="employment"
    ).disclaimer
    form = fields_of(eve.get(change_of(post.author)), "author_form")
    form |= {"appointments-0-disclaimer": str(disclaimer.pk)}
    assert "write at least one" in text_of(eve.post(change_of(post.author), form))
    saved_with(eve, post.author, **form | {"appointments-0-body_names": "Navy of Quay"})
    post.refresh_from_db()
    assert (post.disclaimer, post.body_names) == (disclaimer, ["Navy of Quay"])


def test_who_may_only_look_sees_the_bodies_and_changes_none(stranger):
    post = AppointmentFactory()
    post.set_bodies(["Harbour Police", "Ministry of Tides"])
    stranger.user_permissions.set(Permission.objects.filter(codename__in=["view_author", "view_appointment"]))
    sam = browser_of(stranger)
    page = sam.get(change_of(post.author)).content.decode()
    assert "Harbour Police<br>Ministry of Tides" in page
    assert sam.post(change_of(post.author), {"appointments-0-body_names": ""}).status_code == 403
    assert post.body_names == ["Harbour Police", "Ministry of Tides"]


def test_a_text_of_a_million_lines_is_refused_at_once(eve):
    post = AppointmentFactory()
    form = fields_of(eve.get(change_of(post.author)), "author_form")
    form |= {"appointments-0-body_names": "a\n" * 1_000_000}
    assert "20 at most" in text_of(eve.post(change_of(post.author), form))


def test_only_texts_that_follow_from_an_employment_are_offered_for_a_post(eve):
    post = AppointmentFactory()
    employment = WordingFactory(text="Not for {bodies}.", disclaimer__scope="employment").disclaimer
    WordingFactory()
    page = html.fromstring(eve.get(change_of(post.author)).content.decode())
    offered = page.xpath("//select[@name='appointments-0-disclaimer']/option/@value")
    assert offered == ["", str(employment.pk)]


def test_the_list_says_who_is_a_former_colleague(eve):
    AppointmentFactory(
        title="fellow", organisation="", institution=InstitutionFactory(short_name="Tide House"),
        until_on=dt.date(2020, 1, 1),
    )  # fmt: skip
    assert "former fellow, Tide House" in text_of(eve.get(reverse("admin:authors_author_changelist")))


@kept
def ida(desk) -> Author:
    """Ida is credited on one live page and one scheduled page, twice on each."""
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    for start in (None, NOW + dt.timedelta(days=9999)):
        article = ArticleFactory()
        BylineFactory(article=article, author=ida)
        BylineFactory(article=article, author=ida, role="translator")
        published(article, at=NOW, live_from=start)
    return ida


@pytest.mark.parametrize(
    ("field", "value"),
    [("display_name", "Ida Quay-Holm"), ("suffix", "Ph.D."), ("native_name", "Ида Кей"), ("rank", "Colonel")],
)
def test_after_a_renaming_the_pages_that_keep_the_printed_name_are_counted(eve, ida, field, value):
    assert "1 published page keeps the name as printed." in saved_with(eve, ida, **{field: value})


def test_no_message_if_no_page_names_the_person_or_the_name_is_unchanged(eve, ida):
    other = AuthorFactory()
    assert "as printed" not in saved_with(eve, other, display_name="Somebody Else")
    assert "as printed" not in saved_with(eve, ida, biography="Ida Quay writes.")


def test_the_message_leads_to_the_pieces_or_to_their_update(eve, publisher, ida):
    def way(client: Client, name: str) -> str:
        page = client.get(change_of(ida))
        after = client.post(
            change_of(ida),
            fields_of(page, "author_form") | {"display_name": name, "renaming": "slip"},
            follow=True,
        )
        return html.fromstring(after.content.decode()).xpath(
            "//ul[@class='messagelist']//a[contains(., 'ieces') or contains(., 'pages')]/@href"
        )[0]

    listed = way(eve, 'Ida "Quay" Holm')
    assert listed == "/admin/articles/article/?q=Ida+%22Quay%22+Holm"
    assert (
        len(html.fromstring(eve.get(listed).content.decode()).xpath("//table//th/a[contains(., 'Harbour')]"))
        == 2
    )

    paul = browser_of(publisher)
    assert way(paul, "Ida Quay") == f"/admin/articles/batch/new/?author={ida.pk}"
