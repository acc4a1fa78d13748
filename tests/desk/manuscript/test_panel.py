"""The panel beside the form: what a page made from what is typed would say, and why; nothing of it is kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, Edition, LedgerEntry, Revision, Topic
from articles.press.proof import make_proof
from articles.press.reasons import explain
from desk.history.page_lines import lines_of_page
from disclaimers.models import HouseStyle, Institution
from reading.piece.article import article_document
from reading.site import load_site
from tests.desk.pages import change_page, form_of, row, rows, text_of
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    LicenceFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long

NEW = "/admin/articles/article/add/effective/"


def panel(article: Article, *, part: bool = True) -> str:
    return reverse("admin:articles_article_effective", args=[article.pk]) + ("?part" if part else "")


def lines_of(response: Any) -> list[tuple[str, ...]]:
    """Part, words and reason of each line, as a browser reads them."""
    page = html.fromstring(response.content.decode())
    return [
        tuple(" ".join(cell.text_content().split()) for cell in line)
        for line in page.xpath("//div[@class='reason']")
    ]


def test_the_panel_says_what_publishing_what_is_typed_would_print(eve: Client, now: Any) -> None:
    article = ArticleFactory()
    BylineFactory(article=article)
    AppearanceFactory(article=article)
    saved(article, at=now)
    form = form_of(eve, article) | {
        **rows("bylines", 2),
        **row("bylines", 1, author=AuthorFactory(display_name="Bo Birch").pk, role="author", bio="Bo counts ships."),
    }  # fmt: skip
    before = [model.objects.count() for model in (Revision, LedgerEntry, Topic)]
    answer = eve.post(panel(article), form)
    assert [model.objects.count() for model in (Revision, LedgerEntry, Topic)] == before

    eve.post(change_page(article), form)
    revision = Revision.objects.filter(article=article).latest("number")
    sheet = make_proof(revision, at=timezone.now()).edition
    assert [line[:2] for line in lines_of(answer)] == [(line.part, line.text) for line in explain(sheet)]
    assert "Bo counts ships." in text_of(answer)
    assert "Written for this piece, word for word." in text_of(answer)


def test_the_panel_answers_for_a_piece_that_was_never_saved(eve: Client, desk: Any) -> None:
    answer = eve.post(f"{NEW}?part", form_of(eve) | {"headline": "New", "body": "<p>Words.</p>"})
    assert "in force from 1 January 2000" in text_of(answer)
    assert Article.objects.count() == 0


def test_the_script_gets_a_part_of_a_page_and_the_button_a_whole_one(eve: Client, now: Any) -> None:
    article = published(at=now).article
    form = form_of(eve, article)
    part, whole = eve.post(panel(article), form), eve.post(panel(article, part=False), form)
    assert b"<html" not in part.content
    assert b"<html" in whole.content
    assert lines_of(part) == lines_of(whole)
    assert all("no-store" in answer.headers["Cache-Control"] for answer in (part, whole))


@pytest.mark.parametrize("query", ["", "?part"])
def test_what_has_to_be_mended_first_is_said(query: str, eve: Client, now: Any) -> None:
    article = published(at=now).article
    answer = eve.post(panel(article, part=False) + query, form_of(eve, article) | {"slug": "Not A Slug"})
    assert answer.status_code == 200
    assert "small letters" in text_of(answer)


def test_what_is_typed_is_escaped(eve: Client, now: Any) -> None:
    article = BylineFactory(bio="<b>bold</b> & <script>x</script>").article
    saved(article, at=now)
    answer = eve.post(panel(article), form_of(eve, article))
    assert b"<script>x" not in answer.content
    assert "<b>bold</b> & <script>x</script>" in [line[1] for line in lines_of(answer)]


def test_the_panel_stands_on_the_form_and_its_button_works_without_script(eve: Client, now: Any) -> None:
    article = published(at=now).article
    for address, door in (
        (change_page(article), panel(article, part=False)),
        ("/admin/articles/article/add/", NEW),
    ):
        page = eve.get(address).content.decode()
        assert f'formaction="{door}"' in page
        assert f'data-effective="{door}?part"' in page


def test_the_panel_is_for_those_who_may_write_the_piece(ada: Client, now: Any) -> None:
    article = published(at=now).article
    assert ada.get(panel(article)).status_code == 404
    assert ada.post(panel(article), {"headline": "x"}).status_code in (403, 404)
    assert Client().post(panel(article), {"headline": "x"}).status_code == 403
    assert Edition.objects.count() == 1


OFF_THE_PAGE = {"In lists", "On shared cards", "Credit of a republished copy", "Terms of republication"}
_NOT_AROUND = ("body", "notes", "dek", "report", "republish", "printed-address")
AROUND = f"//main//p[not({' or '.join(f'ancestor-or-self::*[@class={name!r}]' for name in _NOT_AROUND)})]"


@pytest.mark.parametrize("at", ["head", "foot", "both"])
@pytest.mark.parametrize("rights", [{}, {"mode": "excerpt", "excerpt_words": 2}, {"state": "requested"}])
@pytest.mark.parametrize("language", ["en", "fr", "ar", "pl"])
def test_what_is_told_is_every_paragraph_around_the_text_in_its_order(
    language: str, rights: dict[str, Any], at: str, desk: Institution, now: Any
) -> None:
    HouseStyle.objects.update(attribution_at=at)
    StandingNoticeFactory(institution=desk, purpose="archive", text="From the first site.")
    StandingNoticeFactory(institution=desk, purpose="legal", text="Closed for repairs.")
    guard = DisclaimerFactory(institution=desk, scope="employment", placement="head", order=9)
    WordingFactory(disclaimer=guard, text="{author} speaks for nobody else.")
    article = ArticleFactory(
        language=language, source_language="ko", editors_note="We asked.", editing_note="Cut.", is_archive=True,
        licence=LicenceFactory(),
    )  # fmt: skip
    author = AuthorFactory()
    AppointmentFactory(author=author, disclaimer=guard)
    BylineFactory(article=article, author=author)
    BylineFactory(article=article, role="editor", bio="Edits.")
    article.disclosures.create(subject="interest", text="owns a boat")
    AppearanceFactory(article=article, rights={"credit": "By kind leave.", **rights})
    edition = make_proof(saved(article, at=now), at=now).edition
    page = html.fromstring(article_document(edition, load_site(now)))
    printed = [" ".join(line.text_content().split()) for line in page.xpath(AROUND)]
    told = [
        " ".join(line.text.split()) for line in lines_of_page(edition, now) if line.part not in OFF_THE_PAGE
    ]
    assert told == printed


def test_why_a_disclaimer_is_not_printed_stands_beside_each_that_is_not(
    eve: Client, desk: Any, now: Any
) -> None:
    for code in ("sponsors", "donors"):
        one = DisclaimerFactory(institution=desk, code=code, condition="no_funding")
        WordingFactory(disclaimer=one, text=f"No {code}.")
    article = BylineFactory().article
    saved(article, at=now)
    page = html.fromstring(eve.post(panel(article), form_of(eve, article)).content.decode())
    told = page.xpath("//div[dt='Disclaimer, not printed']/dd[contains(@class, 'of-absence')]")
    why = "Nobody has asked the authors about funding."
    assert [each.text_content().endswith(why) for each in told] == [True, True]
