"""An outlet retracts what ran there: our piece stays and says so, in one wording on every surface."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from articles import acts
from articles.models import Appearance, Article
from disclaimers.models import HouseStyle, Institution
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import AppearanceFactory, ArticleFactory, OutletFactory, published, saved, say
from tests.reading.feeds.test_events import entry_of
from tests.reading.metadata.reading_back import ReadHead

LATER = NOW + dt.timedelta(hours=1)
THERE, NOTE = "https://lantern.example/a-crisis", "https://lantern.example/why"
SAID = "The Lantern has since retracted it (May 3, 2021)."
SENTENCES = {
    "en": SAID,
    "en-GB": "The Lantern has since retracted it (3 May 2021).",
    "fr": "Rétracté depuis\u00a0: The Lantern, 3 mai 2021",
    "de": "Inzwischen zurückgezogen: The Lantern, 3. Mai 2021",
    "ru": "Впоследствии отозвано: The Lantern, 3 мая 2021 г.",
    "ar": "سحبته الجهة الناشرة لاحقًا: The Lantern، 3 مايو، 2021.",
    "ko": "이후 철회: The Lantern, 2021년 5월 3일",
}


def reprint(**facts: Any) -> Article:
    """A piece that ran in the Lantern first."""
    article = ArticleFactory(headline="Harbour", slug="harbour", body="<p>Ships came in.</p>", **facts)
    lantern = OutletFactory(name="Lantern", article="The", slug="lantern")
    AppearanceFactory(article=article, outlet=lantern, url=THERE)
    return article


def retracted(piece: Article, **facts: Any) -> None:
    known = {"is_retracted": True, "retracted_on": dt.date(2021, 5, 3), "retraction_url": NOTE}
    piece.appearances.update(**known | facts)


def attributions(client: Any) -> list[Any]:
    page = html.fromstring(client.get("/articles/harbour/").content.decode())
    lines = page.xpath("//article//p[@class='attribution']")
    return lines[: len(lines) // 2] if len(lines) > 1 else lines  # above the text; below it they stand again


@pytest.fixture
def gone(site, clock, reading_at) -> Article:
    """A piece that is out, and whose original was retracted since; published again as a slip."""
    piece = reprint()
    published(piece, at=NOW)
    clock(LATER)
    retracted(piece)
    acts.publish(piece, revision=saved(piece, at=LATER), by=None, at=LATER, change="minor")
    reading_at(LATER)
    return piece


@pytest.mark.parametrize("language", SENTENCES)
def test_the_sentence_stands_beside_the_attribution_in_the_language_of_the_page(language, site):
    piece = reprint(language=language)
    retracted(piece)
    lines = published(piece, at=NOW).printed["attributions"]
    assert "".join(span["text"] for span in lines[1]) == SENTENCES[language]
    assert [line.text_content() for line in attributions(site)][1:] == [SENTENCES[language]]
    assert [span["href"] for span in lines[1] if "href" in span] == [NOTE]


def test_without_a_day_or_a_note_it_says_as_much_as_is_known(site):
    piece = reprint()
    retracted(piece, retracted_on=None, retraction_url="")
    published(piece, at=NOW)
    line = attributions(site)[1]
    assert line.text_content() == "The Lantern has since retracted it."
    assert line.xpath("a/@href") == [THERE]
    piece.appearances.update(is_removed=True)
    published(piece, at=NOW)
    assert attributions(site)[1].xpath("a/@href") == ["/outlets/lantern/"]


def test_a_sentence_written_for_the_piece_does_not_silence_it(site):
    piece = reprint(attribution_override="It ran in the Lantern.")
    retracted(piece)
    published(piece, at=NOW)
    assert [line.text_content() for line in attributions(site)][:2] == ["It ran in the Lantern.", SAID]


@pytest.mark.parametrize("at", ["head", "foot", "both"])
def test_it_stands_above_the_text_wherever_a_house_has_its_attributions(at, site):
    HouseStyle.objects.update(attribution_at=at)
    piece = reprint()
    retracted(piece)
    published(piece, at=NOW)
    page = html.fromstring(site.get("/articles/harbour/").content.decode())
    (text,) = page.xpath("//article//div[contains(@class, 'body')]")
    lines = [line for line in page.xpath("//article//p[@class='attribution']") if line.text_content() == SAID]
    above = [line for line in lines if text in line.xpath("following::div")]
    assert len(above) == 1
    assert len(lines) == (1 if at == "head" else 2)


def test_each_outlet_says_it_behind_its_own_sentence_and_an_unnamed_one_nothing(site):
    piece = reprint()
    AppearanceFactory(article=piece, outlet=None, outlet_name="Beacon", relation="also", order=9)
    AppearanceFactory(article=piece, outlet=None, outlet_name="", relation="also", order=10)
    retracted(piece, retracted_on=None)
    edition = published(piece, at=NOW)
    lines = ["".join(span["text"] for span in line) for line in edition.printed["attributions"]]
    said = [(before, line) for before, line in pairwise(lines) if "retracted" in line]
    assert [line for _, line in said] == [
        "The Lantern has since retracted it.",
        "Beacon has since retracted it.",
    ]
    assert ["Lantern" in said[0][0], "Beacon" in said[1][0]] == [True, True]


def test_subscribers_hear_of_it_under_the_same_id_and_day_with_the_link_marked(gone, site, clock, reading_at):
    """feeds.md 1.5: same id and day, `updated` moves, a note, and `via` stays."""
    now = entry_of(site, gone)
    reading_at(NOW)
    before = entry_of(site, gone)
    assert (now.id, now.published, now.title, now.link, now.place) == (
        before.id, before.published, "Harbour", before.link, before.place
    )  # fmt: skip
    assert now.updated > before.updated
    assert now.via == before.via == (THERE,)
    assert SAID in html.fromstring(now.text).text_content()
    assert "Ships came in." in now.text
    reading_at(LATER)
    titles = {ending: _via_title(site, ending) for ending in ("rss", "atom")}
    assert titles == {"rss": SAID, "atom": SAID}
    (original,) = site.get("/feed.json").json()["items"][0]["_desk"]["originals"]
    assert original == {
        "outlet": "The Lantern", "url": THERE, "date": "2020-06-11", "status": "retracted", "retraction": SAID
    }  # fmt: skip


def _via_title(client: Any, ending: str) -> str:
    from_xml = html.fromstring(client.get(f"/feed.{ending}").content)
    return str(from_xml.xpath("//*[@rel='via']/@title")[0])


def test_a_later_slip_is_no_news_again(gone, site, clock, reading_at):
    before = entry_of(site, gone).updated
    later = LATER + dt.timedelta(hours=1)
    clock(later)
    gone.body = "<p>Ships came in again.</p>"
    gone.save()
    acts.publish(gone, revision=saved(gone, at=later), by=None, at=later, change="minor")
    reading_at(later)
    assert entry_of(site, gone).updated == before


def test_programs_and_references_say_it_of_the_original_and_not_of_our_page(gone, site):
    article = ReadHead(site.get("/articles/harbour/")).things()["OpinionNewsArticle"]
    assert article["isBasedOn"][0]["creativeWorkStatus"] == "Retracted"
    assert "creativeWorkStatus" not in article
    assert article["creditText"].endswith(SAID)
    cited = site.get("/articles/harbour/cite/").content.decode()
    assert cited.count("[Retracted.]") == 3  # the original in three styles
    ours, original = "/articles/harbour/citation", "?of=1"
    for ending, mark in (
        ("bib", f"note = {{{SAID}}}"),
        ("ris", f"N1  - {SAID}"),
        ("json", '"status": "retracted"'),
    ):
        assert mark not in site.get(f"{ours}.{ending}").content.decode(), ending
        assert mark in site.get(f"{ours}.{ending}{original}").content.decode(), ending


def test_the_copy_to_republish_says_it_too(site):
    Institution.objects.update(offers_republication=True)
    piece = reprint(copyright_basis="ours")
    retracted(piece)
    piece.rights.update(may_be_passed_on=True)
    published(piece, at=NOW)
    page = html.fromstring(site.get("/articles/harbour/republish/").content.decode())
    (view,) = page.find_class("republish-view")
    assert SAID in view.text_content()


def test_a_house_has_its_own_words_for_it_or_none(site):
    say("Note: {outlet} took it back[ on {date}].", at="outlet_retraction")
    piece = reprint()
    retracted(piece)
    published(piece, at=NOW)
    assert attributions(site)[1].text_content() == "Note: the Lantern took it back on May 3, 2021."


def test_a_house_that_is_silent_about_it_has_no_news_of_it(site, clock, reading_at):
    say("-", at="outlet_retraction")
    piece = reprint()
    retracted(piece)
    edition = published(piece, at=NOW)
    assert len(edition.printed["attributions"]) == 1
    article = ReadHead(site.get("/articles/harbour/")).things()["OpinionNewsArticle"]
    assert "creativeWorkStatus" not in article["isBasedOn"][0]
    clock(LATER)
    piece.headline = "Harbour, Again"
    piece.save()
    acts.publish(piece, revision=saved(piece, at=LATER), by=None, at=LATER, change="minor")
    reading_at(LATER)
    item = site.get("/feed.json").json()["items"][0]
    assert (item["title"], "date_modified" in item) == ("Harbour, Again", False)
    assert _via_title(site, "rss") == "The Lantern"


def test_an_editor_says_so_in_the_form_and_contradictions_are_named(editor, desk):
    piece = reprint()
    saved(piece, at=NOW)
    client, address = logged_in(editor), f"/admin/articles/article/{piece.pk}/change/"
    typed = fields_of(client.get(address), "article_form")
    refused = client.post(address, typed | {"appearances-0-retracted_on": "2021-05-03"})
    assert "There is a day or a note of a retraction" in text_of(refused)
    ahead = {"appearances-0-is_retracted": "on", "appearances-0-retracted_on": "2099-05-03"}
    assert "they have not retracted it yet" in text_of(client.post(address, typed | ahead))
    right = ahead | {"appearances-0-retracted_on": "2021-05-03", "appearances-0-retraction_url": NOTE}
    client.post(address, typed | right)
    place = Appearance.objects.get()
    assert (place.is_retracted, place.retracted_on, place.retraction_url) == (True, dt.date(2021, 5, 3), NOTE)
    compared = text_of(client.get(f"{address.replace('change', 'compare')}", {"old": "1", "new": "2"}))
    assert "retracted there" in compared
    assert "retracted on 2021-05-03" in compared
    assert f"their note: {NOTE}" in compared
