"""Around a piece in six languages: our words in its language and direction, and nothing of another unmarked."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree, html

from articles import acts
from authors.models import Author
from disclaimers.models import FooterLink, Institution
from disclaimers.phrases import LANGUAGES, usual_phrases
from prose.languages import direction
from reading.words.page_words import words_for
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    KindLabelFactory,
    LicenceFactory,
    OutletFactory,
    StandingNoticeFactory,
    published,
)

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
OTHERS = [code for code in LANGUAGES if code != "en"]
TEXT = {
    "fr": "Le port attend", "de": "Der Hafen wartet", "ru": "Порт ждёт", "ar": "الميناء ينتظر", "ko": "항구가 기다린다",
}  # fmt: skip


@pytest.fixture(params=OTHERS)
def language(request) -> str:
    return str(request.param)


@pytest.fixture
def piece(site, desk, language):
    """A piece of a house that works in the language, with a foreign name in every place that takes one."""
    house = InstitutionFactory(
        code="tide", name="Tide House", name_language="en", default_language=language, short_name="",
        strapline=TEXT[language], url="https://tide.example", offers_republication=True, parent=None,
    )  # fmt: skip
    FooterLink.objects.create(institution=house, label=TEXT[language], url="https://tide.example/imprint")
    StandingNoticeFactory(institution=house, language=language, text=TEXT[language])
    kind = KindFactory(code="tide", label="Comment")
    KindLabelFactory(kind=kind, language=language, label=TEXT[language])
    article = ArticleFactory(
        institution=house, language=language, kind=kind, headline=TEXT[language], dek=TEXT[language],
        body=f"<p>{TEXT[language]}.</p>", licence=LicenceFactory(),
    )  # fmt: skip
    BylineFactory(
        article=article, author=AuthorFactory(display_name="Ida Quay", slug="ida-quay"), bio=TEXT[language]
    )
    outlet = OutletFactory(name="Harbour Post", article="The", language="en", slug="post")
    AppearanceFactory(article=article, outlet=outlet, headline="", rights={"may_be_passed_on": True})
    return published(article, at=NOW)


def english_words(language: str) -> set[str]:
    """Words that the desk itself says in English and not in the language."""
    texts = [*words_for("en").by_name.values(), *usual_phrases("en").values()]
    own = " ".join([*words_for(language).by_name.values(), *usual_phrases(language).values()])
    return _tokens(" ".join(texts)) - _tokens(own)


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", re.sub(r"\{[^{}]*\}", " ", text).lower()))


def spoken(root: Any, language: str) -> Iterator[tuple[str, str, str]]:
    """(language, direction, text) of each piece of text below an element, as `lang` and `dir` around it say."""
    for text in root.xpath(".//text()[normalize-space()]"):
        parent = text.getparent().getparent() if text.is_tail else text.getparent()
        around = [parent, *parent.iterancestors()]
        own = next((element.get("lang") for element in around if element.get("lang") is not None), language)
        way = next((element.get("dir") for element in around if element.get("dir")), direction(language))
        yield own, way, str(text)


def check_page(page: Any, language: str, where: str) -> None:
    assert (page.get("lang"), page.get("dir")) == (language, direction(language)), where
    english = english_words(language)
    for own, way, text in spoken(page.find("body"), language):
        if "://" in text or "@" in text:
            continue
        if own == language:
            assert not _tokens(text) & english, f"{where}: English on a page in {language}: {text!r}"
            assert way in (direction(language), "auto"), f"{where}: {text!r} runs {way}"
        elif own == "en":
            assert way == "ltr", f"{where}: {text!r} runs {way}"


def document(site: Any, address: str) -> Any:
    return html.fromstring(site.get(address).content.decode())


def test_no_word_of_ours_is_english_on_a_page_in_another_language(site, piece, language):
    path = piece.permalink.path
    Author.objects.update(website="https://quay.example")
    for address in (path, f"{path}republish/", "/houses/tide/", "/authors/ida-quay/"):
        check_page(document(site, address), language, address)


def test_the_house_and_the_people_are_marked_where_their_names_are_in_another_language(site, piece, language):
    page = document(site, piece.permalink.path)
    marked = {text.strip(): own for own, _, text in spoken(page.find("body"), language)}
    assert marked["Tide House"] == "en"
    assert marked["Ida Quay"] == "en"


@pytest.mark.long
@pytest.mark.parametrize("act", ["unpublish", "take_down"])
def test_a_piece_that_is_gone_says_so_in_its_own_language(act, site, piece, language, clock, reading_at):
    later = NOW.replace(minute=30)
    clock(later)
    reading_at(later)
    more = (
        {"because": "rights", "sentence": TEXT[language], "keep_headline": True} if act == "take_down" else {}
    )
    getattr(acts, act)(piece.article, by=None, at=later, reason="In error.", **more)
    check_page(document(site, piece.permalink.path), language, act)


def test_a_page_that_does_not_exist_says_so_in_the_language_of_the_desk(site, desk, language):
    Institution.objects.filter(pk=desk.pk).update(
        default_language=language, name_language=language, name=TEXT[language]
    )
    Institution.objects.filter(pk=desk.pk).update(strapline="")
    check_page(document(site, "/nothing/"), language, "404")


def test_a_feed_is_titled_in_the_houses_language_and_its_items_are_marked(site, piece, language):
    for address in ("/houses/tide/feed.rss", "/authors/ida-quay/feed.rss"):
        channel = etree.fromstring(site.get(address).content).find("channel")
        assert channel.findtext("language") == language
        assert not _tokens(channel.findtext("description")) & english_words(language)
        for item in channel.findall("item"):
            (content,) = html.fragments_fromstring(item.findtext(CONTENT))
            assert (content.get("lang"), content.get("dir")) == (language, direction(language))
            for own, way, text in spoken(content, language):
                if own == language and "://" not in text:
                    assert not _tokens(text) & english_words(language), text
                    assert way == direction(language)


def test_a_foreign_headline_in_a_list_is_marked_with_its_language_and_runs_its_way(
    site, piece, language, desk
):
    """In a search of all languages, on a page in the desk's."""
    published(AppearanceFactory(outlet=piece.outlets.get().outlet, article__institution=desk).article, at=NOW)
    rows = document(site, "/search/?outlet=post&language=all").xpath('//li[@class="listed"]')
    marked = {row.findtext(".//h2/a"): (row.get("lang"), row.get("dir")) for row in rows}
    expected = direction(language) if direction(language) != "ltr" else None
    assert marked[TEXT[language]] == (language, expected)
    assert (None, None) in marked.values()
