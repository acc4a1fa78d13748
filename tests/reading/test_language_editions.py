"""The site in each language: lists with its pieces alone, links that stay in it, the same page in the others."""

import datetime as dt
import re

import pytest
from django.db import connection
from lxml import etree, html

from articles.acts import NoticeDraft, correct, unpublish
from disclaimers.models import FooterLink, Institution
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    OutletFactory,
    published,
)

LISTS = [
    "/", "/authors/ida-quay/", "/outlets/lantern/", "/topics/ports/", "/kinds/memo/", f"/archive/{NOW:%Y}/",
    f"/archive/{NOW:%Y/%m}/", "/houses/weir/",
]  # fmt: skip
INDEXES = [
    "/authors/",
    "/outlets/",
    "/topics/",
    "/archive/",
    "/corrections/",
    "/houses/",
    "/feeds/",
    "/search/",
]
EVERY = [*LISTS, *INDEXES]
WORDS = {"en": "The Harbour Wakes", "de": "Der Hafen erwacht", "fr": "Le port s’éveille"}


@pytest.fixture
def desk_of_three(site, desk):
    """A piece in English with its German translation, and a French piece of another author, all of a centre."""
    centre = InstitutionFactory(parent=desk, code="weir", name="Weir Unit")
    kind, outlet = KindFactory(code="memo", label="Memo"), OutletFactory(name="Lantern", slug="lantern")
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    nils = AuthorFactory(display_name="Nils Brack", slug="nils-brack")
    pieces = {}
    for language, author in (("en", ida), ("de", ida), ("fr", nils)):
        facts = {"translation_of": pieces["en"], "source_language": "en"} if language == "de" else {}
        piece = ArticleFactory(
            institution=centre,
            language=language,
            kind=kind,
            headline=WORDS[language],
            slug=f"piece-{language}",
            topics=["Ports"],
            **facts,
        )
        AppearanceFactory(article=piece, outlet=outlet)
        BylineFactory(article=piece, author=author)
        published(piece, at=NOW)
        pieces[language] = piece
    return pieces


def page(site, address):
    return html.fromstring(site.get(address).content.decode())


def headlines(site, address) -> list[str]:
    return [each.text_content() for each in page(site, address).xpath('//li[@class="listed"]//h2')]


def ways(site, address) -> dict[str, str]:
    """The addresses of the switch by the names of the languages."""
    return {a.text: a.get("href") for a in page(site, address).xpath('//nav[@class="languages"]//a')}


def hreflang(site, address) -> dict[str, str]:
    links = page(site, address).xpath('//link[@rel="alternate"][@hreflang]')
    return {link.get("hreflang"): link.get("href") for link in links}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_the_pieces_in_its_language_alone(site, desk_of_three, path):
    assert headlines(site, path) == [WORDS["en"]]
    assert headlines(site, f"/de{path}") == [WORDS["de"]]
    assert headlines(site, f"/fr{path}") == ([] if "ida-quay" in path else [WORDS["fr"]])


@pytest.mark.parametrize("path", EVERY)
def test_every_link_on_a_page_stays_in_its_language(site, desk_of_three, path):
    """But those that name another language, and pieces, which have one address."""
    assert site.get(f"/de{path}").status_code == 200
    document = page(site, f"/de{path}")
    assert document.get("lang") == "de"
    links = document.xpath("//a[not(@hreflang)]/@href | //form/@action | //input/@data-suggestions")
    own = {link for link in links if link.startswith("/") and not link.startswith("/articles/")}
    of_languages = {f"/{code}/feed.{ending}" for code in WORDS for ending in ("rss", "atom", "json")}
    assert {link for link in own if not link.startswith("/de/")} <= {"/feeds.opml", "/fr/", *of_languages}
    other = page(site, path)
    foreign = [link for link in other.xpath("//a[not(@hreflang)]/@href") if link.startswith(("/de/", "/en/"))]
    assert not foreign or path == "/feeds/"
    assert WORDS["fr"] not in other.text_content()
    assert WORDS["fr"] not in document.text_content()


def test_a_page_leads_to_itself_in_the_languages_that_it_has(site, desk_of_three, settings):
    assert ways(site, "/topics/ports/") == {"Deutsch": "/de/topics/ports/", "Français": "/fr/topics/ports/"}
    assert ways(site, "/de/topics/ports/") == {"English": "/topics/ports/", "Français": "/fr/topics/ports/"}
    assert ways(site, "/authors/ida-quay/") == {"Deutsch": "/de/authors/ida-quay/", "Français": "/fr/"}
    assert ways(site, "/articles/piece-en/") == {"Deutsch": "/articles/piece-de/", "Français": "/fr/"}
    root = settings.SITE_URL
    both = {"en": f"{root}/authors/ida-quay/", "de": f"{root}/de/authors/ida-quay/"}
    assert hreflang(site, "/authors/ida-quay/") == both | {"x-default": both["en"]}
    assert hreflang(site, "/de/authors/ida-quay/") == both | {"x-default": both["en"]}
    assert hreflang(site, "/fr/authors/ida-quay/") == {}  # there is nothing to find


def test_languages_stand_in_one_order_however_the_database_counts(site, desk):
    for language in ("ko", "fr", "ar", "ru", "de", "en"):
        published(ArticleFactory(language=language, headline=language), at=NOW)
    for way in ("enable_sort", "enable_hashagg"):
        with connection.cursor() as cursor:
            cursor.execute(f"SET enable_sort = on; SET enable_hashagg = on; SET {way} = off")
        assert [*hreflang(site, "/")] == ["ar", "de", "en", "fr", "ko", "ru", "x-default"], way


def test_one_entry_a_piece_offers_its_translations_beside_it(site, desk_of_three):
    (beside,) = page(site, "/").xpath('//p[@class="in-languages"]/a')
    assert (beside.text, beside.get("href")) == ("Deutsch", "/articles/piece-de/")
    (back,) = page(site, "/de/").xpath('//p[@class="in-languages"]/a')
    assert (back.text, back.get("lang")) == ("English", "en")


def test_an_empty_list_says_in_which_languages_there_is_something(site, desk_of_three):
    document = page(site, "/fr/authors/ida-quay/")
    assert document.find(".//h1").text_content() == "Ida Quay"
    (elsewhere,) = document.xpath('//p[@class="elsewhere"]')
    assert [" ".join(a.text_content().split()) for a in elsewhere.iter("a")] == ["English 1", "Deutsch 1"]
    assert document.xpath('//meta[@name="robots"]/@content') == ["noindex"]


def test_a_page_with_nothing_denies_nothing_that_stands_elsewhere(site, desk_of_three, clock, monkeypatch):
    """A correction in another language, a piece that has the word in another language, a piece that is gone."""
    words = NoticeDraft("correction", wrong="It woke.", right="It slept.")
    later = NOW + dt.timedelta(minutes=1)
    clock(later)
    monkeypatch.setattr("reading.public_view.now", lambda: later)
    correct(desk_of_three["en"], changes={"dek": "Anew."}, notice=words, by=None, at=later)
    assert "Rien ici pour le moment." in page(site, "/fr/corrections/").text_content()
    found = page(site, "/search/?q=Hafen").text_content()
    assert "Nothing was found for these words." in found
    assert "Der Hafen" in page(site, "/search/?q=Hafen&language=all").text_content()
    unpublish(desk_of_three["fr"], by=None, at=later, reason="Another day.")
    assert "Rien ici pour le moment." in page(site, "/fr/").text_content()


def test_the_usual_language_has_one_address_and_one_that_nobody_read_has_none(site, desk_of_three, settings):
    assert page(site, "/en/topics/ports/").xpath('//link[@rel="canonical"]/@href') == [
        f"{settings.SITE_URL}/topics/ports/"
    ]
    saved = ArticleFactory(language="ko", headline="비밀")
    assert saved
    for path in ("/ko/", "/ko/topics/ports/", "/ko/feed.rss", "/xx/", "/de-AT/"):
        assert site.get(path).status_code == 404, path
    missing = site.get("/de/nowhere/")
    assert (missing.status_code, html.fromstring(missing.content.decode()).get("lang")) == (404, "de")


def test_a_house_of_another_language_has_its_own_without_a_prefix(site, desk_of_three):
    Institution.objects.filter(code="weir").update(default_language="de")
    assert headlines(site, "/houses/weir/") == [WORDS["de"]]
    assert headlines(site, "/en/houses/weir/") == [WORDS["en"]]
    document = page(site, "/houses/weir/")
    assert "/houses/weir/" in document.xpath("//header//a/@href")
    assert "/de/topics/" in document.xpath("//nav//a/@href")


def test_a_link_at_the_foot_stands_on_pages_in_its_language(site, desk, desk_of_three):
    for label, language in (("Imprint", ""), ("Impressum", "de"), ("Funding", "en")):
        FooterLink.objects.create(
            institution=desk, label=label, language=language, url=f"https://harbour.example/{label}"
        )

    def foot(address: str) -> list[str]:
        links = page(site, address).xpath('//ul[@class="foot-links"]//a[starts-with(@href, "https:")]')
        return [link.text_content() for link in links]

    assert foot("/topics/ports/") == ["Imprint", "Funding"]
    assert foot("/de/topics/ports/") == ["Imprint", "Impressum"]


def test_a_search_finds_the_language_of_its_page_unless_others_are_asked_for(site, desk_of_three):
    assert headlines(site, "/search/?topic=ports") == [WORDS["en"]]
    assert headlines(site, "/de/search/?topic=ports") == [WORDS["de"]]
    everywhere = "search/?topic=ports&language=all"
    assert set(headlines(site, f"/{everywhere}")) == {WORDS["en"], WORDS["fr"]}
    assert set(headlines(site, f"/de/{everywhere}")) == {WORDS["de"], WORDS["fr"]}
    results = page(site, f"/{everywhere}")
    assert results.xpath('//p[@class="in-languages"]/a/@href') == ["/articles/piece-de/"]
    assert results.xpath('string(//p[@class="search-count"])') == "Results: 2"
    values = results.xpath('//aside//a[contains(@href, "language=") and contains(@href, "topic=ports")]')
    numbers = {a.xpath("string(bdi)"): a.xpath("string(span)") for a in values}
    assert {numbers[name] for name in ("English", "Deutsch", "Français")} == {"1"}
    assert headlines(site, "/search/?topic=ports&language=fr") == [WORDS["fr"]]
    (wider,) = page(site, "/search/?q=Hafen").xpath('//p[@class="search-note"]/a/@href')
    assert headlines(site, wider) == [WORDS["de"]]
    assert site.get("/search/suggestions/?q=Hafen").json()[1] == []
    assert site.get("/de/search/suggestions/?q=Hafen").json()[1] == [WORDS["de"]]


def test_a_feed_below_a_language_has_its_pieces_alone(site, desk_of_three, settings):
    def items(address):
        return [item.findtext("title") for item in etree.fromstring(site.get(address).content).iter("item")]

    for folder in ("/", "/topics/ports/", "/outlets/lantern/", "/kinds/memo/", "/houses/weir/"):
        assert set(items(f"{folder}feed.rss")) == set(WORDS.values()), folder
        assert items(f"/de{folder}feed.rss") == [WORDS["de"]], folder
        assert items(f"/de{folder}feed-{NOW:%Y-%m}.rss") == [WORDS["de"]], folder
    assert items("/en/authors/ida-quay/feed.rss") == [WORDS["en"]]
    assert page(site, "/de/topics/ports/").xpath('//link[@type="application/rss+xml"]/@href') == [
        "/de/feed.rss", "/de/topics/ports/feed.rss",
    ]  # fmt: skip


def test_a_desk_of_one_language_shows_no_languages_and_asks_for_none(site, desk, django_assert_num_queries):
    published(ArticleFactory(), at=NOW)
    document = page(site, "/")
    assert not document.find_class("languages")
    assert not document.xpath("//link[@hreflang]")
    with django_assert_num_queries(3):  # house, arrangement, rows: inside a transaction nothing is kept
        site.get("/")


def test_sitemaps_name_the_pages_that_have_something_in_each_language(site, desk_of_three, settings):
    def listed(part):
        addresses = re.findall(r"<loc>(.*?)</loc>", site.get(f"/sitemap-{part}.xml").content.decode())
        return {address.removeprefix(settings.SITE_URL) for address in addresses}

    ida, nils = "/authors/ida-quay/", "/authors/nils-brack/"
    assert listed("authors") == {ida, f"/de{ida}", f"/fr{nils}"}
    home = Institution.objects.home().get()
    everywhere = {"/", "/houses/weir/", "/houses/weir/about/", f"/houses/{home.code}/about/"}
    everywhere |= {"/archive/", "/houses/", "/authors/", "/topics/", "/outlets/", "/kinds/memo/"}
    assert listed("pages") == {f"{prefix}{path}" for prefix in ("", "/de", "/fr") for path in everywhere}
    for path in [*listed("authors"), *listed("pages")]:
        (canonical,) = page(site, path).xpath('//link[@rel="canonical"]/@href')
        assert canonical == f"{settings.SITE_URL}{path}"
        assert "noindex" not in page(site, path).xpath('//meta[@name="robots"]/@content')


def test_the_page_of_a_missing_address_offers_pieces_in_its_language_alone(site, desk_of_three):
    """It finds pieces by the words of the address."""
    missing = site.get("/de/der-hafen-erwacht")
    assert WORDS["de"] in missing.content.decode()
    assert WORDS["de"] not in html.fromstring(site.get("/der-hafen-erwacht").content.decode()).xpath(
        "string(//main)"
    )
