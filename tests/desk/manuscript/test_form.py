"""Every fact of a piece on its form: it is kept as typed, and what contradicts comes back as a sentence."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from articles.models import Appearance, Article, Disclosure, Revision
from articles.models.appearance import Relation
from tests.desk.pages import ADD, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    published,
    saved,
)

pytestmark = [pytest.mark.usefixtures("blank_form"), pytest.mark.long]

Typed = dict[str, Any]
KEPT = {"dek": "A dek that must not be lost"}


def place(number: int, **values: Any) -> Typed:
    """A row of a place as a browser sends it."""
    usual = {"relation": "original", "precision": "day", "expert_role": "wrote"}
    return row("appearances", number, **(usual | values))


def add(client: Client, typed: Typed) -> Any:
    form = form_of(client) | {"headline": "A headline", "body": "<p>Text.</p>"} | KEPT | typed
    return client.post(ADD, form | {"_continue": "Save"})


def refused(client: Client, typed: Typed) -> str:
    """The words of a form that came back with everything in it."""
    response = add(client, typed)
    assert response.status_code == 200, "it was saved"
    kept = fields_of(response)
    for name, value in {**KEPT, **typed}.items():
        if value not in ("", False) and not name.endswith("_FORMS"):
            assert kept.get(name) == [str(value)], name
    assert Article.objects.count() == 0
    return text_of(response)


def test_every_fact_is_kept_and_comes_back(eve: Client, now: dt.datetime) -> None:
    origin, licence, person = ArticleFactory(language="ko"), LicenceFactory(), AuthorFactory()
    outlet, quay = OutletFactory(), PictureFactory(title="The old quay")
    saved(origin, at=now)
    facts: Typed = {
        "series": "Slow ports", "region": "The North", "editors_note": "First of three.",
        "editing_note": "This talk was shortened.", "source_language": "ko", "translation_of": origin.pk,
        "translation_extent": "summary", "made_from": origin.pk, "made_as": "excerpt",
        "has_more_places": "on", "attribution_override": "Ran in many papers.",
        "copyright_basis": "named", "copyright_holders": "Ida Quay", "copyright_year": "2019",
        "licence": licence.pk, "licence_exceptions": "Maps are not covered.",
        "lead_picture": quay.pk, "lead_alt": "Two cranes", "lead_caption": "At noon.", "lead_crop": "3:2",
        **rows("bylines", 1),
        **row(
            "bylines", 0, author=person.pk, role="author", section="Part one",
            no_copyright_reason="Public service", no_republication="on",
        ),
        **rows("appearances", 1),
        **place(
            0, relation="also", outlet=outlet.pk, headline="There", url="https://lantern.example/a",
            published_on="2020-05-06", precision="month", medium="print", section="Opinion",
            issue="May issue", page="7", language="de", access="paid", is_removed="on",
        ),
        **rows("disclosures", 1),
        **row("disclosures", 0, subject="ai", answer="disclosed", tool="Parrot", task="spelling", author=person.pk,
              checked_by="Bo Birch"),
    }  # fmt: skip
    response = add(eve, facts)
    assert response.status_code == 302, text_of(response)
    content = Revision.objects.exclude(article=origin).get().content
    assert (content["series"], content["copyright_year"]) == ("Slow ports", 2019)
    assert content["translation_of_id"] == origin.pk
    (printed,) = content["appearances"]
    assert (printed["medium"], printed["page"], printed["is_removed"]) == ("print", "7", True)
    (line,) = content["bylines"]
    assert (line["section"], line["no_republication"]) == ("Part one", True)
    assert content["disclosures"][0]["checked_by"] == "Bo Birch"
    article = Article.objects.exclude(pk=origin.pk).get()
    form = form_of(eve, article)
    for name, value in facts.items():
        if not name.endswith("_FORMS"):
            assert form[name] == [str(value)], name
    again = eve.post(change_page(article), form | {"_continue": "Save"})
    assert again.status_code == 302, text_of(again)
    assert Revision.objects.filter(article=article).count() == 1
    version = text_of(eve.get(f"/admin/articles/article/{article.pk}/version/1/"))
    for words in (
        "Slow ports",
        "The old quay",
        "As a photograph, 3:2",
        "A summary of it",
        "2020-05 ·",
        "p. 7",
        "Parrot",
        "no copyright in their part",
    ):
        assert words in version, words


CONTRADICTIONS: list[tuple[Typed, str]] = [
    ({**rows("appearances", 1), **place(0, url="https://lantern.example/a")}, "Choose the outlet, or open"),
    ({**rows("appearances", 1), **place(0, outlet_name="The Gull", outlet_unknown="on")}, "it is named: The Gull"),
    (
        {**rows("appearances", 1), **place(0, relation="forthcoming", outlet_name="Gull", published_on="2020-03-04")},
        "It will run there, and it ran there on 4 March 2020",
    ),
    (
        {**rows("appearances", 1), **place(0, outlet_name="The Gull", planned_on="2031-03-04")},
        "A planned date belongs to a piece that will run there, and here it is said: “It was originally published",
    ),
    (
        {**rows("appearances", 1), **place(0, outlet_name="The Gull", published_on="2031-03-04")},
        "4 March 2031 lies ahead",
    ),
    ({**rows("appearances", 1), **place(0, relation="rerun", published_on="")}, "Say when we published it before."),
    (
        {**rows("appearances", 1), **place(0, relation="rerun", outlet_name="Gull", published_on="2020-03-04")},
        "ran in no outlet",
    ),
    (
        {**rows("appearances", 1), **place(0, outlet_name="The Gull", language="ko")},
        "The original there is in Korean, and this piece is in English",
    ),
    (
        {**rows("appearances", 2), **place(0, outlet_name="Gull", published_on="2020-03-04"),
         **place(1, relation="first", outlet_name="Heron", published_on="2020-03-05")},
        "Two places claim to be where it was first: Gull (4 March 2020) and Heron (5 March 2020)",
    ),
    (
        {**rows("appearances", 2), **place(0, outlet_name="Gull", published_on="2020-03-04"),
         **place(1, outlet_name="Heron")},
        "Gull (4 March 2020) and Heron (no date)",
    ),
    ({"lead_alt": "Cranes", "lead_is_decorative": "on"}, "There is a text alternative, and the picture is said to be"),
    ({"has_more_places": "on"}, "The list of places is said to go on (“and others”), but there is none"),
    ({"has_more_places": "on", **rows("appearances", 1), **place(0, outlet_name="Gull")}, "(“and others”)"),
    ({"source_language": "en"}, "It is translated from the language it is in"),
    (
        {**rows("bylines", 1), **row("bylines", 0, role="translator", name="Bo Birch")},
        "Bo Birch is credited as translator, but the piece is said to be no translation",
    ),
    ({"copyright_basis": "named"}, "Write who holds the copyright"),
    ({"copyright_holders": "Ida Quay"}, "said to be not theirs"),
    ({"copyright_basis": "none"}, "Say why there is no copyright"),
    ({"licence_exceptions": "Maps", "has_no_licence": "on"}, "Exceptions are named, and it is said to be under no"),
    (
        {**rows("disclosures", 1), **row("disclosures", 0, subject="funding", answer="none", text="A grant")},
        "contradict each other",
    ),
    ({**rows("disclosures", 1), **row("disclosures", 0, subject="interest", answer="disclosed", tool="Parrot")},
     "belong to the use of AI"),
    (
        {**rows("disclosures", 2), **row("disclosures", 0, subject="funding", answer="none"),
         **row("disclosures", 1, subject="funding", answer="disclosed", text="A grant")},
        "Funding, all authors: one row says that there is nothing to disclose",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "sentence"), CONTRADICTIONS, ids=[said for _, said in CONTRADICTIONS])
def test_what_contradicts_is_said_and_nothing_typed_is_lost(typed: Typed, sentence: str, eve: Client) -> None:
    assert sentence in refused(eve, typed)


def test_a_translation_of_our_own_piece_needs_its_language(eve: Client, now: dt.datetime) -> None:
    origin = ArticleFactory(language="ko")
    saved(origin, at=now)
    assert "say from which language" in text_of(add(eve, {"translation_of": origin.pk}))


DAYS = [
    (("", "day"), ("", "day")),
    (("2020-03-04", "day"), ("2020-03-04", "day")),
    (("2020-03-04", "day"), ("2020-03-05", "day")),
    (("2020-03-04", "day"), ("2020-03-04", "month")),
    (("2020-03-04", "month-day"), ("2020-03-04", "month-day")),
]


@pytest.mark.parametrize("relations", [("original", "original"), ("original", "first")])
def test_two_originals_are_saved_exactly_if_they_ran_on_one_known_day(
    relations: tuple[str, str], eve: Client
) -> None:
    for (day, precision), (other, its) in DAYS:
        Appearance.objects.all().delete()
        response = add(eve, {
            **rows("appearances", 2),
            **place(0, relation=relations[0], outlet_name="Gull", published_on=day, precision=precision),
            **place(1, relation=relations[1], outlet_name="Heron", published_on=other, precision=its),
        })  # fmt: skip
        is_one_day = bool(day) and (day, precision) == (other, its) and precision == "day"
        assert response.status_code == (302 if is_one_day else 200), (day, precision, other, its)


def test_two_originals_of_one_day_can_be_told_apart_again(eve: Client, now: dt.datetime) -> None:
    """The database minds only at the end of a save: both days may change at once, and one row may go."""
    article = ArticleFactory()
    for name in ("Gull", "Heron"):
        AppearanceFactory(article=article, outlet=None, outlet_name=name)
    saved(article, at=now)
    moved = {f"appearances-{n}-published_on": "2021-01-02" for n in (0, 1)}
    assert (
        eve.post(change_page(article), form_of(eve, article) | moved | {"_continue": "Save"}).status_code
        == 302
    )
    parted = form_of(eve, article) | {"appearances-0-published_on": "2019-01-02", "_continue": "Save"}
    assert "Two places claim" in text_of(eve.post(change_page(article), parted))
    assert eve.post(change_page(article), parted | {"appearances-1-DELETE": "on"}).status_code == 302


def test_an_outlet_nobody_knows_is_said_once_and_stays_said(eve: Client) -> None:
    unknown = {**rows("appearances", 1), **place(0, url="https://lantern.example/a", outlet_unknown="on")}
    assert add(eve, unknown).status_code == 302
    article = Article.objects.get()
    form = form_of(eve, article)
    assert form["appearances-0-outlet_unknown"] == ["on"]
    assert eve.post(change_page(article), form | {"dek": "x", "_continue": "Save"}).status_code == 302


def test_a_day_without_its_year_keeps_no_year(eve: Client) -> None:
    typed = place(0, relation="also", outlet_name="Gull", published_on="2020-02-29", precision="month-day")
    add(eve, {**rows("appearances", 1), **typed})
    assert Appearance.objects.get().published_on == dt.date(2000, 2, 29)


def test_every_relation_can_be_said(eve: Client) -> None:
    for relation in Relation:
        names = {} if relation == Relation.RERUN else {"outlet_name": "Gull", "headline": "The Tides"}
        day = {} if relation == Relation.FORTHCOMING else {"published_on": "2020-03-04"}
        typed = {**rows("appearances", 1), **place(0, relation=relation.value, **names, **day)}
        assert add(eve, typed).status_code == 302, relation


def test_asked_and_nothing_to_disclose_is_a_row(eve: Client) -> None:
    add(eve, {**rows("disclosures", 1), **row("disclosures", 0, subject="funding", answer="none")})
    assert Disclosure.objects.get().answer == "none"


def test_a_late_save_keeps_every_fact_that_was_typed(eve: Client, now: dt.datetime) -> None:
    article = ArticleFactory(headline="First")
    AppearanceFactory(article=article, outlet=None, outlet_name="", rights=False)
    saved(article, at=now)
    form = form_of(eve, article)
    article.dek = "Somebody else’s"
    article.save()
    AppearanceFactory(article=article, outlet=None, outlet_name="", relation="also", rights=False, order=9)
    saved(article, at=now)
    typed = {
        "series": "Slow ports", "source_language": "ko", "editors_note": "A note.",
        **rows("disclosures", 1), **row("disclosures", 0, subject="funding", answer="none"),
    }  # fmt: skip
    conflict = eve.post(change_page(article), form | typed)
    assert conflict.status_code == 409
    merged = fields_of(conflict)
    names = ("series", "source_language", "editors_note", "disclosures-0-answer", "dek")
    assert [*map(merged.get, names)] == [["Slow ports"], ["ko"], ["A note."], ["none"], ["Somebody else’s"]]
    kept = eve.post(change_page(article), merged | {"_continue": "Save"})
    assert kept.status_code == 302, text_of(kept)
    content = Revision.objects.filter(article=article).first().content  # type: ignore[union-attr]
    assert (content["series"], len(content["appearances"])) == ("Slow ports", 2)
    assert content["disclosures"][0]["answer"] == "none"


def test_an_author_is_not_told_what_somebody_else_s_piece_is_called(
    ada: Client, author_user: Any, now: dt.datetime
) -> None:
    secret = ArticleFactory(headline="Zephyr dossier", language="ko")
    saved(secret, at=now)
    refusal = add(ada, {"translation_of": secret.pk, "source_language": "ko"})
    assert "does not exist, or your account may not open it" in text_of(refusal)
    assert "Zephyr" not in refusal.content.decode()
    own = BylineFactory(
        author__user=author_user, article__translation_of=secret, article__source_language="ko"
    ).article
    saved(own, at=now)
    assert "Zephyr" not in ada.get(change_page(own)).content.decode()
    version = f"/admin/articles/article/{own.pk}/version/1/"
    assert "Zephyr" not in ada.get(version).content.decode()
    published(secret, at=now)
    assert "Zephyr dossier" in text_of(ada.get(version))
