"""What lines beside a text say becomes records of the piece: by file and by the page that confirms them."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command
from django.test import Client

from articles.models import Appearance, RightsRecord
from articles.models.article import Article
from authors.models import Author
from disclaimers.models import HouseStyle, Licence
from disclaimers.phrases import LANGUAGES, usual_phrases
from outlets.models import Outlet
from prose.dates import in_words
from tests.browsers import logged_in
from tests.factories import AuthorFactory, OutletFactory
from tests.intake.harbour import BODY, page
from tests.intake.test_new_from_a_text import fields_of, made, read, text_of

pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def bring_in(desk, now, tmp_path, monkeypatch):
    """Take a text in by file; what the command printed of it."""
    monkeypatch.setattr("intake.management.commands.intake.timezone.now", lambda: now)

    def taken(*parts, options=()):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_text(page(*parts))
        out = io.StringIO()
        call_command("intake", "--archive", *options, str(path), stdout=out)
        return json.loads(out.getvalue())

    return taken


@pytest.fixture
def eve(editor):
    client = Client()
    client.force_login(editor)
    return client


WHOLE = (
    "Who Pays?",
    "By Colonel (ret.) Mats Holm and Edda J. Moor, Ph.D.",
    "Editor’s note: This essay opens a series.",
    *BODY,
    "This essay originally appeared in Korean on May 20 in Deungdae (New Lighthouse). It was translated from Korean by "
    "Pilar Oar.",
    "Transcript has been lightly edited.",
    "Use of AI: The author used TideWriter for translation; checked by Pilar Oar.",
    "© 2018 by Mats Holm and Edda Moor",
    "Licensed under CC BY-ND 4.0. The licence applies to the text and not to the picture.",
)


def test_a_file_keeps_every_line_that_says_something_as_a_record(bring_in):
    Licence.objects.create(code="by-nd-4", name="CC BY-ND", version="4.0")
    taken = bring_in(*WHOLE)
    assert taken["status"] == "created", taken["warnings"]
    article = Article.objects.get()
    (ran,) = article.appearances.all()
    assert (ran.relation, ran.outlet_name, ran.language) == ("original", "Deungdae", "ko")
    assert (ran.published_on, ran.precision) == (dt.date(2000, 5, 20), "month-day")
    assert (article.source_language, article.editors_note) == ("ko", "This essay opens a series.")
    assert article.editing_note == "Transcript has been lightly edited."
    assert [(row.role, row.name) for row in article.bylines.all()] == [
        ("author", "Mats Holm"), ("author", "Edda J. Moor"), ("translator", "Pilar Oar")]  # fmt: skip
    assert (article.copyright_basis, article.copyright_holders, article.copyright_year) == (
        "named", "Mats Holm\nEdda Moor", 2018)  # fmt: skip
    assert str(article.licence) == "CC BY-ND 4.0"
    assert article.licence_exceptions.startswith("The licence applies to the text")
    (disclosed,) = article.disclosures.all()
    assert (disclosed.tool, disclosed.task, disclosed.checked_by) == (
        "TideWriter",
        "translation",
        "Pilar Oar",
    )
    assert article.body.count("<p>") == len(BODY)


def test_the_desks_sentence_is_the_default_and_the_text_s_own_is_a_choice(bring_in, desk):
    OutletFactory(name="Lantern", article="The", article_rule="separable")
    said = "This essay was first seen by readers; it originally appeared in the Lantern."
    own = "This commentary originally appeared in The Lantern, May 3, 2021."
    taken = bring_in("Who Pays?", *BODY, said, own)
    article = Article.objects.get()
    assert article.attribution_override == ""
    assert taken["recognised"]["attribution_override"]["value"] == own
    assert taken["recognised"]["attribution_override"]["difference"]
    assert said in article.body
    bring_in("Who Waits?", *BODY, said, own, options=["--own-sentences"])
    assert Article.objects.latest("pk").attribution_override == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_usual_words_print_is_read_back_and_needs_no_words_of_its_own(bring_in, desk, language):
    HouseStyle.objects.all().delete()
    type(desk).objects.update(default_language=language)
    outlet = OutletFactory(name="Lantern", article="", article_rule="none")
    words = usual_phrases(language)
    for relation in ("attribution", "version_attribution", "also_attribution", "first_attribution"):
        sentence = words[relation].replace("[", "").replace("]", "")
        for slot, text in {
            "noun": words["attribution_noun"],
            "outlet": "Lantern",
            "preposition": words["preposition_in"],
            "date": in_words(dt.date(2021, 5, 3), language),
        }.items():
            sentence = sentence.replace(f"{{{slot}}}", text)
        taken = bring_in(f"Who Pays {relation}?", *BODY, sentence)
        article = Article.objects.latest("id")
        (ran,) = article.appearances.all()
        assert (ran.outlet, ran.published_on) == (outlet, dt.date(2021, 5, 3)), sentence
        assert ran.relation == {"attribution": "original"}.get(
            relation, relation.removesuffix("_attribution")
        )
        if taken["recognised"]["language"]["value"] == language:
            assert article.attribution_override == "", (sentence, article.attribution_override)


def test_the_credit_that_a_book_demands_is_filled_into_its_permission(bring_in, publisher):
    credit = "Reprinted by permission of Gull Press"
    bring_in("Who Pays?", *BODY, f"Excerpted from “The Tides” by Bo Pier (Gull Press, 2019). {credit}.")
    (place,) = Appearance.objects.all()
    assert (place.writers, place.headline) == ("Bo Pier", "The Tides")
    record = RightsRecord.objects.get(appearance_key=place.key)
    assert (record.credit, record.state) == (credit, "unknown")
    form = logged_in(publisher).get(
        f"/admin/articles/article/{place.article_id}/rights/{place.key}/?act=grant_rights"
    )
    assert credit in form.content.decode()


def test_a_dated_correction_stays_word_for_word_below_the_text_until_somebody_issues_it(bring_in):
    line = "Correction, May 3, 2020: The pier was built in 1911, not 1921."
    taken = bring_in("Who Pays?", *BODY, line)
    assert Article.objects.get().body.endswith(f"<p>{line}</p>")
    (note,) = taken["recognised"]["notes"]
    assert (note["value"]["wrong"], note["value"]["date"]) == ("1921", "2020-05-03")
    assert any("below the text" in warning for warning in taken["warnings"])


def test_a_licence_without_a_record_stays_in_the_text_and_is_reported(bring_in):
    line = "Licensed under CC BY-SA 4.0."
    taken = bring_in("Who Pays?", *BODY, line)
    assert Article.objects.get().body.endswith(f"<p>{line}</p>")
    assert any("CC BY-SA 4.0 is no licence of this desk" in warning for warning in taken["warnings"])


def test_of_originals_on_different_days_the_earliest_is_one(bring_in):
    for name in ("Lantern", "Tidal Affairs"):
        OutletFactory(name=name, article="", article_rule="none", slug=name.lower().replace(" ", "-"))
    bring_in(
        "Who Pays?",
        *BODY,
        "Originally published in Tidal Affairs on May 5, 2020, and in Lantern on May 3, 2020.",
    )
    rows = Article.objects.get().appearances.all()
    assert [(str(row.outlet), row.relation) for row in rows] == [
        ("Tidal Affairs", "also"),
        ("Lantern", "original"),
    ]


def test_a_text_under_embargo_is_not_put_before_readers(desk, now, tmp_path, monkeypatch):
    monkeypatch.setattr("intake.management.commands.intake.timezone.now", lambda: now)
    path, out = tmp_path / "a.txt", io.StringIO()
    path.write_text(page("Embargoed until 12 May 2096, 09:00 CET", "Who Pays?", "By Mats Holm", *BODY))
    call_command("intake", "--publish", str(path), stdout=out)
    taken = json.loads(out.getvalue())
    assert any("under an embargo" in warning for warning in taken["warnings"])
    assert "/admin/" in taken["url"]


def test_the_page_shows_what_was_recognised_and_keeps_what_was_confirmed(eve):
    Licence.objects.create(code="by-nd-4", name="CC BY-ND", version="4.0")
    response = read(eve, page(*WHOLE))
    shown = text_of(response)
    for words in ("Editor’s note", "Deungdae", "New Lighthouse", "What is disclosed", "TideWriter"):
        assert words in shown or words in response.content.decode()
    article = made(
        eve,
        response,
        places__0__make="on",
        people__0__make="on",
        people__1__make="on",
        piece__is_archive="on",
    )
    (ran,) = article.appearances.all()
    assert (ran.outlet.gloss, ran.language, ran.precision) == ("New Lighthouse", "ko", "month-day")
    assert (article.source_language, str(article.licence), article.copyright_year) == (
        "ko",
        "CC BY-ND 4.0",
        2018,
    )
    assert article.editors_note == "This essay opens a series."
    assert article.disclosures.get().tool == "TideWriter"
    assert {(row.display_name, row.rank, row.suffix) for row in Author.objects.all()} == {
        ("Mats Holm", "Colonel", ""), ("Edda J. Moor", "", "Ph.D.")}  # fmt: skip


def test_section_issue_page_and_the_rest_can_be_corrected_on_the_page(eve):
    OutletFactory(name="Lantern", article="The", article_rule="separable")
    text = page(
        "Who Pays?",
        *BODY,
        "Originally published in the Weekend section of the Lantern, p. 13, on May 3, 2020.",
    )
    article = made(eve, read(eve, text), places__0__section="Harbour", places__0__medium="print")
    (ran,) = article.appearances.all()
    assert (ran.section, ran.page, ran.medium, ran.outlet) == ("Harbour", "13", "print", Outlet.objects.get())


def test_what_contradicts_itself_is_said_beside_its_field_and_nothing_is_made(eve):
    AuthorFactory()
    typed = fields_of(read(eve, page(*WHOLE))) | {"piece-copyright_basis": "none"}
    answer = eve.post("/admin/articles/article/new-from-a-text/", typed)
    assert answer.status_code == 200
    assert "copyright" in text_of(answer)
    assert not Article.objects.exists()
    typed = fields_of(read(eve, page(*WHOLE))) | {"disclosed-0-tool": "", "disclosed-0-task": ""}
    answer = eve.post("/admin/articles/article/new-from-a-text/", typed)
    assert "Name the tool" in text_of(answer)
    assert not Article.objects.exists()


def test_an_excerpt_of_a_book_is_kept_with_its_editors_chapter_publisher_and_year(eve):
    line = "Excerpted from the book The Tides, edited by Bo Pier, chapter 3, p. 12–30 (Gull Press, 2019)."
    response = read(eve, page("Who Pays?", "By Ida Quay", *BODY, line))
    place = made(eve, response).appearances.get()
    assert (place.relation, place.headline, place.editors) == ("excerpted", "The Tides", "Bo Pier")
    assert (place.work, place.chapter, place.page, place.outlet_name) == ("book", "3", "12–30", "Gull Press")
    assert (place.published_on, place.precision) == (dt.date(2019, 1, 1), "year")
    assert place.article.attribution_override == ""


def test_a_file_keeps_the_work_of_which_it_is_an_excerpt_and_tells_of_the_credit_that_it_demands(bring_in):
    line = "Excerpted from “The Tides” (Gull Press, 2019). Reprinted by permission of Gull Press."
    taken = bring_in("Who Pays?", "By Ida Quay", *BODY, line)
    place = Article.objects.get().appearances.get()
    assert (place.relation, place.headline, place.outlet_name) == ("excerpted", "The Tides", "Gull Press")
    assert "Reprinted by permission of Gull Press" in json.dumps(taken, ensure_ascii=False)
