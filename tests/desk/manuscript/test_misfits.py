"""A text in another language than its field, people of another house, a language without style: one click each."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article
from desk.manuscript.one_change import misfits_of
from disclaimers.models import HouseStyle, Institution
from tests.desk.pages import ADD, act_page, change_page, fields_of, form_of, text_of
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    BylineFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    PictureFactory,
    saved,
    say,
)

TEXTS = {
    "en": "The harbour keeps a book of the boats that come in, and nobody reads it until there is a storm and "
    "they ask which of them have not come back.",
    "de": "Der Hafen führt ein Buch über die Boote, die hereinkommen, und niemand liest es, bis ein Sturm kommt und "
    "man fragt, welche von ihnen nicht zurück sind.",
    "fr": "Le port tient un livre des bateaux qui entrent, et personne ne le lit avant que la tempête ne vienne et "
    "que l’on demande lesquels ne sont pas rentrés.",
    "ru": "Гавань ведёт книгу о лодках, которые приходят, и никто её не читает, пока не придёт буря и не спросят, "
    "какие из них не вернулись.",
    "ar": "يسجل الميناء في كتاب كل القوارب التي تدخل إليه، ولا يقرأه أحد حتى تأتي العاصفة ويسأل الناس من لم يعد.",
    "ko": "항구는 들어오는 배를 장부에 적지만 폭풍이 와서 돌아오지 않은 배를 물을 때까지 아무도 그것을 읽지 않는다.",
}

NORWEGIAN = (
    "Og så er det en av de som ikke vet hva det er, men han har det for seg selv, og vi kan bare si at det var slik "
    "for oss også."
)


def piece(now: dt.datetime, language: str, text: str, **facts: Any) -> Article:
    article = ArticleFactory(language=language, body=f"<p>{text}</p>", **facts)
    saved(article, at=now)
    return article


def shown(client: Client, article: Article) -> str:
    return text_of(client.get(change_page(article)))


def doubts(article: Article) -> str:
    """The sentences that its form shows above the fields; what shows them is tried by the clicks below."""
    return " ".join(doubt.sentence for doubt in misfits_of(article, article.revisions.first()))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("told", TEXTS)
@pytest.mark.parametrize("said", TEXTS)
def test_a_text_plainly_in_another_language_than_its_field_is_warned_of_and_no_other(
    said: str, told: str, now: dt.datetime
) -> None:
    words = doubts(piece(now, said, TEXTS[told], headline=TEXTS[told][:60], dek=""))
    assert ("the piece is said to be in" in words) == (said != told)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("text", ["Ja.", "Hafen, Hafen.", "OK 12 34", "", "Kapitän Peter Müller, Emden"])
def test_a_text_too_short_to_tell_is_left_alone(text: str, now: dt.datetime) -> None:
    assert "said to be in" not in doubts(piece(now, "en", text))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("said", "told"), [("nb", NORWEGIAN), ("da", NORWEGIAN), ("en-GB", TEXTS["en"])])
def test_neighbours_and_regional_forms_are_no_other_language(said: str, told: str, now: dt.datetime) -> None:
    assert "The text is in" not in doubts(piece(now, said, told))


def test_one_click_on_the_form_changes_the_language_and_loses_nothing_typed(
    eve: Client, now: dt.datetime
) -> None:
    article = piece(now, "en", TEXTS["de"])
    page = eve.get(change_page(article))
    assert (
        '<button type="submit" class="button offer" name="_set" value="language=de">It is in German'
        in page.content.decode()
    )
    typed = fields_of(page) | {"dek": "Just typed.", "_set": "language=de"}
    done = eve.post(change_page(article), typed)
    assert done["Location"].endswith("/change/")
    article.refresh_from_db()
    assert (article.language, article.dek) == ("de", "Just typed.")
    assert "said to be in" not in shown(eve, article)


def test_one_click_on_the_page_of_an_act_changes_the_language_in_a_version_of_its_own(
    eve: Client, now: dt.datetime
) -> None:
    article = piece(now, "en", TEXTS["fr"])
    page = eve.get(act_page(article, "publish"))
    assert "The text is in French, and the piece is said to be in English." in text_of(page)
    form = fields_of(page, "one-change")
    done = eve.post(f"/admin/articles/article/{article.pk}/one-change/", form | {"_set": "language=fr"})
    assert done["Location"] == act_page(article, "publish")
    assert "Language changed: version 2." in text_of(eve.get(done["Location"]))
    assert "is said to be" not in text_of(eve.get(act_page(article, "publish")))


@pytest.mark.long
@pytest.mark.parametrize(
    "sent", ["language=xx", "headline=Gone", "institution=99999", "institution=x", "language", ""]
)
def test_a_click_that_nobody_offered_changes_nothing(sent: str, eve: Client, now: dt.datetime) -> None:
    article = piece(now, "en", TEXTS["en"])
    address = f"/admin/articles/article/{article.pk}/one-change/"
    assert eve.post(address, {"_set": sent, "act": "nonsense"}).status_code == 302
    assert article.revisions.count() == 1
    eve.post(change_page(article), form_of(eve, article) | {"_set": sent})
    article.refresh_from_db()
    assert (article.language, article.headline != "Gone") == ("en", True)


def test_one_click_takes_the_library_s_description_as_the_words_of_the_lead_picture(
    eve: Client, now: dt.datetime
) -> None:
    article = piece(now, "en", TEXTS["en"], lead_picture=PictureFactory(description='A "quay" & two cranes'))
    page = eve.get(act_page(article, "publish"))
    assert "It shows:" in text_of(page)
    sent = fields_of(page, "one-change") | {"_set": 'lead_alt=A "quay" & two cranes'}
    done = eve.post(f"/admin/articles/article/{article.pk}/one-change/", sent, follow=True)
    assert "has no text alternative" not in text_of(done)
    assert article.revisions.first().content["lead_alt"] == 'A "quay" & two cranes'


def test_a_piece_of_one_house_by_people_of_another_is_warned_of_with_a_click_to_theirs(
    eve: Client, desk: Institution, now: dt.datetime
) -> None:
    mill = InstitutionFactory(short_name="Mill")
    article = piece(now, "en", TEXTS["en"])
    post = AppointmentFactory(institution=mill, organisation="")
    BylineFactory(article=article, author=post.author)
    saved(article, at=now)
    words = shown(eve, article)
    assert f"This is a piece of Harbour, and {post.author} is of Mill. It is a piece of Mill" in words
    eve.post(change_page(article), form_of(eve, article) | {"_set": f"institution={mill.pk}"})
    article.refresh_from_db()
    assert article.institution == mill
    assert "This is a piece of" not in shown(eve, article)


@pytest.mark.parametrize("where", ["here", "centre", "parent", "past", "elsewhere", "translator"])
def test_people_of_the_house_or_its_line_are_no_misfit(
    where: str, desk: Institution, now: dt.datetime
) -> None:
    houses = {"here": desk, "centre": InstitutionFactory(parent=desk), "parent": InstitutionFactory()}
    house = houses.get(where, InstitutionFactory(short_name="Mill"))
    if where == "parent":
        desk.parent = house
        desk.save()
    facts = {
        "past": {"until_on": dt.date(2020, 1, 1)},
        "elsewhere": {"institution": None, "organisation": "College"},
    }
    post = AppointmentFactory(**{"institution": house, "organisation": "", **facts.get(where, {})})
    article = piece(now, "en", TEXTS["en"])
    BylineFactory(
        article=article, author=post.author, role="translator" if where == "translator" else "author"
    )
    saved(article, at=now)
    assert "This is a piece of" not in doubts(article)


def test_a_part_of_a_round_up_that_the_text_does_not_have_once_is_warned_of(
    eve: Client, now: dt.datetime
) -> None:
    body = f"<h2>North</h2><p>{TEXTS['en']}</p><h2>Response</h2><p>Yes.</p><h2>Response</h2><p>No.</p>"
    article = ArticleFactory(body=body)
    for part in ("north", "South", "Response"):
        BylineFactory(article=article, author=None, name="Bo Cove", section=part)
    saved(article, at=now)
    page = shown(eve, article)
    assert "The text has no heading “South”: who is credited with that part is named above the text." in page
    assert "The heading “Response” stands 2 times in the text, and the byline credits 1:" in page
    assert "no heading “north”" not in page


def test_a_language_without_house_style_is_warned_of_with_a_click_that_makes_one(
    paul: Client, desk: Institution, now: dt.datetime
) -> None:
    article = piece(now, "de", TEXTS["de"])
    page = paul.get(change_page(article))
    warning = "Harbour has no house style for pages in German: the usual words print"
    assert f"{warning}, without a copyright line." in text_of(page)
    say("-", at="copyright_format")
    assert f"{warning}." in shown(paul, article)
    address = f"/admin/disclaimers/housestyle/add/?institution={desk.pk}&amp;language=de"
    assert address in page.content.decode()
    form = paul.get(address.replace("&amp;", "&"))
    assert 'placeholder="Übersetzung: {names}"' in form.content.decode()
    filled = fields_of(form, "housestyle_form")
    assert (filled["institution"], filled["language"]) == ([str(desk.pk)], ["de"])
    HouseStyleFactory(institution=desk, language="de")
    assert "no house style" not in shown(paul, article)
    HouseStyle.objects.all().delete()
    assert "no house style" not in shown(paul, article), (
        "a house without any style is told by the first steps"
    )


def test_new_pieces_start_with_the_house_and_language_of_who_writes(
    ada: Client, eve: Client, author_user: User, editor: User, desk: Institution, now: dt.datetime
) -> None:
    essay = KindFactory(code="essay")
    mill = InstitutionFactory(short_name="Mill", default_language="de", default_kind=essay)
    post = AppointmentFactory(
        author__user=author_user, institution=mill, organisation="", from_on=dt.date(2020, 1, 1)
    )
    AppointmentFactory(author=post.author, institution=InstitutionFactory(), organisation="", from_on=None)
    AppointmentFactory(author__user=editor, institution=mill, organisation="", until_on=dt.date(2020, 1, 1))

    def start(client: Client) -> tuple[str, ...]:
        form = fields_of(client.get(ADD))
        return tuple(form[name][0] for name in ("institution", "kind", "language"))

    assert start(ada) == (str(mill.pk), str(essay.pk), "de")
    assert start(eve) == (str(desk.pk), str(desk.default_kind_id), "en")
    article = ArticleFactory(institution=mill, language="ru")
    BylineFactory(article=article, author=author_user.author)  # type: ignore[attr-defined]
    assert start(ada)[2] == "ru"
