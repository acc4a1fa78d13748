"""Table H: translations, and pages in languages other than English."""

import datetime as dt
import re

import pytest

from articles.models import Byline
from disclaimers.models import HouseStyle, Wording
from disclaimers.phrases import usual_phrases
from prose.languages import direction
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, KindLabelFactory, say
from tests.wording.page import lines_of, out, outlet, printed, ran

USHIO = {"name": "Ushio Shimbun", "article": "", "article_rule": "none"}
JULY_9 = dt.date(2000, 7, 9)
MAY = dt.date(2016, 5, 19)
MONTHS = {"march", "may"}
_WORD = re.compile(r"(?<![{|\w])[^\W\d_]{2,}(?![}|\w])")


def test_h01_original_language_outlet_date_and_translator(read):
    """A translation names the language it comes from, who translated it, and where and when the original ran."""
    say("This {noun} originally appeared in {outlet}[ on {date}].", at="attribution")
    article = ran(USHIO, article__source_language="ko", language="ko")
    BylineFactory(article=article, author=None, name="Cy Delta", role="translator")
    seen = read(article)
    seen.says("translated_from", "Translated from Korean by Cy Delta.")
    seen.says("attributions", "This article originally appeared in Ushio Shimbun on June 11, 2020.")
    assert [link.get("hreflang") for link in seen.links("Ushio Shimbun")] == ["ko"]


def test_h02_a_day_without_its_year(read):
    """Where only day and month are known, only they print, for programs too."""
    say("This {noun} originally appeared[ on {date}] in {outlet}.", at="attribution")
    seen = read(ran(USHIO, published_on=JULY_9, precision="month-day"))
    seen.says("attributions", "This article originally appeared on July 9 in Ushio Shimbun.")
    (line,) = seen.edition.printed["attributions"]
    assert [run["datetime"] for run in line if "datetime" in run] == ["07-09"]
    seen.hides("2000")


def test_h03_nobody_knows_who_translated_it(read):
    """Without a translator the language is named all the same, and nobody is made up."""
    seen = read(out(source_language="de"))
    seen.says("translated_from", "Translated from German.")
    seen.hides("ranslated by", " by ")


def test_h04_the_versions_in_other_languages(read):
    """Versions lead to each other once both are live, named in the reader's language; a summary is named as one."""
    origin = out(ArticleFactory(headline="The Harbour Wakes"))
    about = {"source_language": "en", "translation_of": origin.article}
    whole = out(language="de", headline="Der Hafen erwacht", **about)
    summary = out(language="ru", headline="Гавань проснулась", translation_extent="summary", **about)
    assert summary.printed["translation_extent"] == "summary"
    assert whole.translation_group == summary.translation_group == str(origin.uuid)
    seen = read(origin)
    assert "Also available in German and Russian (summary)" in seen.page
    assert {link.get("hreflang"): link.get("href") for link in seen.document.xpath("//main//a[@hreflang]")} == {
        "de": whole.permalink.path, "ru": summary.permalink.path,
    }  # fmt: skip
    assert "Andere Sprachen: Englisch und Russisch (Zusammenfassung)" in read(whole).page
    assert seen.document.xpath("//head/link[@rel='alternate']/@hreflang") == ["en", "de", "x-default"]


def test_h05_one_outlet_in_two_languages(read):
    """An outlet with two languages has two appearances, each with the language it ran in."""
    article = ran(USHIO, language="ko")
    place = article.appearances.get()
    AppearanceFactory(
        article=article, outlet=place.outlet, relation="translation", language="de", published_on=None,
        url="https://lantern.example/deutsch",
    )  # fmt: skip
    seen = read(article)
    seen.says(
        "attributions",
        "This article was originally published in Ushio Shimbun.",
        "A translation of this article into German was published in Ushio Shimbun.",
    )
    assert [link.get("hreflang") for link in seen.links("Ushio Shimbun")] == ["ko", "de"]
    assert seen.edition.outlets.count() == 2


@pytest.mark.parametrize("language", ["fr", "de", "ru", "ar", "ko"])
def test_h06_no_half_english_page(read, language):
    """Every joining word, month and label around a text is in the text's language, and its direction is too."""
    HouseStyle.objects.all().delete()
    article = ArticleFactory(
        headline="Ἄλφα", dek="Βῆτα", body="<p>Γάμμα</p>", language=language, source_language="it"
    )
    KindLabelFactory(kind=article.kind, language=language, label="Δέλτα")
    Wording.objects.update(language=language, text="Ἔψιλον")
    for role in Byline.Role.values:
        BylineFactory(article=article, author=None, name="Ζῆτα", role=role)
    for order, relation in enumerate(("original", "version", "also", "translation", "forthcoming")):
        day = None if relation == "forthcoming" else MAY
        place = {"name": f"Ἦτα {order}", "article": "", "article_rule": "none"}
        AppearanceFactory(
            article=article, relation=relation, outlet=outlet(place, slug=relation), medium="print", page="7",
            published_on=day, url="", language="en" if relation == "translation" else "",
        )  # fmt: skip
    seen = read(article)
    article_element = seen.document.xpath("//article")[0]
    assert (article_element.get("lang"), article_element.get("dir")) == (language, direction(language))
    said = " ".join([*lines_of(article_element), *seen.feed])
    english = {word.lower() for line in usual_phrases("en").values() for word in _WORD.findall(line)}
    spoken = {word.lower() for line in usual_phrases(language).values() for word in _WORD.findall(line)}
    assert {word.lower() for word in _WORD.findall(said)} & (english | MONTHS) - spoken == set()
    for name in ("attributions", "translated_from", "bylines"):
        seen.says(name, *printed(seen.edition, name))
    assert len(printed(seen.edition, "attributions")) == 5
