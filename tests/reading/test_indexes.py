"""Indexes: who and what listed pieces name, in the order of the page's alphabet; the archive; corrections; houses."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from lxml import html

from articles import acts
from articles.models import Topic
from articles.models.topic import TopicName
from authors.models import Author, AuthorName
from reading.indexes import entries
from reading.indexes import newest as newest_pieces
from reading.indexes.letters import letter_of, sort_key
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved


def lines(site, address: str) -> list[str]:
    """Letters and entries of an index, top to bottom."""
    answer = site.get(address)
    assert answer.status_code == 200, address
    page = html.fromstring(answer.content.decode())
    found = page.xpath(
        '//main//*[@class="letter-name" or @class="entry" or ancestor::ul[@class="narrower"]][self::h2 or self::li]'
    )
    return [
        " ".join((line.xpath("string(h2 | a)") + " " + line.xpath("string(span[@class='number'])")).split())
        or line.text
        for line in found
    ]


@pytest.mark.parametrize(
    ("language", "names", "letters"),
    [
        ("sv", ["Andersson", "Zorn", "Ångström", "Öberg"], "AZÅÖ"),
        ("de", ["Ångström", "Öberg", "Ohm", "Zorn"], "AOOZ"),
        ("ru", ["Ёлка", "Жук", "Ида", "Йод", "Quay"], "ЕЖИЙQ"),
        ("ko", ["김", "까치", "심하늘", "Quay"], "ㄱㄱㅅQ"),
        ("en", ["3M", "“Quay”", "Wu", "习近平", "Xu", "Ида", "أحمد"], "#QWXXИا"),
        ("tr", ["Ilgaz", "İnce"], "Iİ"),
    ],
)
def test_each_alphabet_has_its_order_and_its_letters(language, names, letters):
    shuffled = names[1:] + names[:1]
    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == names
    assert "".join(letter_of(name, language) for name in names) == letters


def test_indexes_hold_who_and_what_listed_pieces_name_and_no_one_else(site, desk, clock):
    first = ArticleFactory(topics=["Ports", "Ferries"])
    for name in ("Ida Quay", "Åke Ångström"):
        BylineFactory(article=first, author__display_name=name, author__sort_name="")
    AppearanceFactory(article=first, outlet__name="Hill", outlet__article="The")
    published(first, at=NOW)
    second = ArticleFactory(topics=["Ports"])
    BylineFactory(article=second, author=Author.objects.get(display_name="Ida Quay"))
    published(second, at=NOW)
    draft = ArticleFactory(topics=["Secrets"])
    BylineFactory(article=draft, author__display_name="Nobody Yet")
    saved(draft, at=NOW)
    Topic.objects.filter(name="Ferries").update(
        parent=Topic.objects.get(name="Ports"), introduction="To sea."
    )
    assert lines(site, "/authors/") == ["A", "Åke Ångström 1", "Q", "Ida Quay 2"]
    assert lines(site, "/outlets/") == ["H", "The Hill 1"]
    assert lines(site, "/topics/") == ["P", "Ports 2", "Ferries 1"]
    page = html.fromstring(site.get("/topics/ferries/").content.decode())
    assert page.xpath('//p[@class="index-above"]/a/@href') == ["/topics/", "/topics/ports/"]
    assert page.xpath('string(//p[@class="biography"])') == "To sea."
    assert site.get("/topics/ports/").content.decode().count('href="/topics/ferries/"') == 1
    ida = Author.objects.get(display_name="Ida Quay")
    AuthorName.objects.create(author=ida, language="ru", display_name="Ида Кей")
    ferries = Topic.objects.get(name="Ferries")
    TopicName.objects.create(topic=ferries, language="ru", name="Паромы", introduction="В море.")
    third = ArticleFactory(topics=["Ports"], language="ru")
    BylineFactory(article=third, author=ida)
    BylineFactory(article=third, author=Author.objects.get(display_name="Åke Ångström"))
    published(third, at=NOW)
    assert lines(site, "/ru/authors/") == ["К", "Ида Кей 1", "A", "Åke Ångström 1"]
    assert lines(site, "/authors/") == ["A", "Åke Ångström 1", "Q", "Ida Quay 2"]
    assert "В море." in site.get("/ru/topics/ferries/").content.decode()


def test_an_index_without_entries_says_so_and_a_long_one_has_a_page_for_each_letter(site, clock, monkeypatch):
    for address in ("/authors/", "/outlets/", "/topics/", "/archive/", "/corrections/"):
        page = html.fromstring(site.get(address).content.decode())
        assert page.find_class("empty"), address
        assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"], address
    published(topics=["Ports", "Ferries", "#1"], at=NOW)
    monkeypatch.setattr(entries, "MOST_ON_A_PAGE", 1)
    assert lines(site, "/topics/") == ["#", "#1 1"]
    assert lines(site, "/topics/?letter=P") == ["P", "Ports 1"]
    links = html.fromstring(site.get("/topics/").content.decode()).xpath('//nav[@class="jump"]//a/@href')
    assert links == ["?letter=%23", "?letter=F", "?letter=P"]
    for made_up in ("x", "", "%00", "²", "p" * 10_000, "%ED%A0%80"):
        assert site.get(f"/topics/?letter={made_up}").status_code in (200, 404)


def test_the_archive_has_years_and_months_with_their_numbers(site, clock):
    for day in (dt.date(2019, 12, 31), dt.date(2020, 3, 1), dt.date(2020, 3, 31), dt.date(2020, 11, 2)):
        published(headline=f"Of {day}", is_archive=True, first_published_on=day, at=NOW)
    published(headline="Of no day", is_archive=True, at=NOW)
    assert lines(site, "/archive/") == [
        "2020",
        "March 2",
        "November 1",
        "2019",
        "December 1",
        "No known day 1",
    ]
    pages = {
        "/archive/2020/": ["Of 2020-11-02", "Of 2020-03-31", "Of 2020-03-01"],
        "/archive/2020/03/": ["Of 2020-03-31", "Of 2020-03-01"],
        "/archive/2019/12/": ["Of 2019-12-31"],
        "/archive/undated/": ["Of no day"],
    }
    for address, headlines in pages.items():
        page = html.fromstring(site.get(address).content.decode())
        assert page.xpath('//ol[@class="list"]//h2/a/text()') == headlines, address
        assert page.xpath('//p[@class="where"]/text()') == [f"Pieces: {len(headlines)}"], address
    for nothing in ("2018", "2020/04", "2020/13", "2020/0", "99999999999999999999", "1900/1", "0"):
        assert site.get(f"/archive/{nothing}/").status_code == 404, nothing
    otherwise = {"/archive/2020/3/": "/archive/2020/03/", "/en/archive/02020/?x=1": "/en/archive/2020/?x=1"}
    for spelled, address in otherwise.items():
        answer = site.get(spelled)
        assert (answer.status_code, answer.headers["Location"]) == (301, address)


def test_the_page_of_corrections_says_what_each_notice_says(site, desk, clock):
    published(headline="Untouched", at=NOW)
    retracted = published(headline="It was not so", at=NOW).article
    acts.retract(retracted, text="The figures were wrong.", issued_by="the authors", by=None, at=NOW)
    page = html.fromstring(site.get("/corrections/").content.decode())
    assert len(page.find_class("listed")) == 1
    assert "The figures were wrong." in page.xpath("string(//main)")
    assert page.xpath('//main//a[contains(@href, "feed")]/@href') == ["/corrections/feed.rss"]
    houses = html.fromstring(site.get("/houses/").content.decode())
    front, about = houses.xpath('//ul[contains(@class, "houses")]//a/@href')
    assert front == "/"
    assert about.endswith("/about/")
    assert houses.xpath('//span[@class="number"]/text()') == ["2"]


def test_topics_have_two_levels(desk, clock):
    ports, ferries, piers = (Topic.objects.create(name=name) for name in ("Ports", "Ferries", "Piers"))
    ferries.parent = ports
    ferries.full_clean()
    ferries.save()
    for topic, parent, why in (
        (piers, ferries, "belongs to “Ports” itself"),
        (ports, piers, "Other topics belong to this one"),
        (piers, piers, "does not belong to itself"),
    ):
        topic.refresh_from_db()
        parent.refresh_from_db()
        topic.parent = parent
        with pytest.raises(ValidationError, match=why):
            topic.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            topic.save()


@pytest.mark.parametrize(("address", "queries"), [("/series/", 3), ("/outlets/", 3), ("/topics/", 4)])
def test_an_index_takes_three_queries_and_that_of_topics_one_for_their_newest_pieces(
    site, clock, django_assert_num_queries, address, queries
):
    article = ArticleFactory(topics=["Ports", "Ferries", "Piers"], series="Tides")
    AppearanceFactory(article=article)
    published(article, at=NOW)
    with django_assert_num_queries(
        queries
    ):  # the face, the numbers, the names; once in a while, when nothing is kept
        site.get(address)


def newest(site, address: str = "/topics/") -> dict[str, list[tuple[str, str, str]]]:
    """By the name of a topic in the index: headline, address and day of the pieces below it."""
    page = html.fromstring(site.get(address).content.decode())
    return {
        entry.xpath("string(a)"): [
            (
                item.xpath("string(a)"),
                item.xpath("string(a/@href)"),
                item.xpath('string(*[@class="day"])'),
            )
            for item in entry.xpath('ul[@class="newest"]/li')
        ]
        for entry in page.find_class("entry")
    }


def test_the_index_of_topics_shows_the_two_newest_listed_pieces_of_each_in_the_language_that_is_read(
    site, desk, clock
):
    for day in (1, 3, 2):
        published(
            headline=f"Of the {day}",
            slug=f"of-{day}",
            topics=["Ports"],
            is_archive=True,
            first_published_on=dt.date(2020, 5, day),
            at=NOW,
        )
    original = ArticleFactory(headline="Bread", slug="bread", topics=["Bread"])
    published(original, at=NOW)
    for code, headline in (("en-GB", "Bread, as British print it"), ("de", "Brot")):
        published(
            ArticleFactory(headline=headline, language=code, topics=["Bread"], translation_of=original),
            at=NOW,
        )
    published(headline="Left out", topics=["Ports"], is_left_out_of_lists=True, at=NOW)
    saved(ArticleFactory(headline="A draft", topics=["Ports"]), at=NOW)
    found = newest(site)
    assert found["Ports"] == [
        ("Of the 3", "/articles/of-3/", "May 3, 2020"),
        ("Of the 2", "/articles/of-2/", "May 2, 2020"),
    ]
    assert len(found["Bread"]) == 1, "translations and versions of a piece are no further pieces"
    assert [headline for headline, *_ in newest(site, "/de/topics/")["Bread"]] == ["Brot"]


def test_an_index_of_many_topics_shows_one_piece_of_each(site, clock, monkeypatch):
    for number in range(2):
        published(headline=f"Piece {number}", topics=["Ports", "Bread"], at=NOW)
    monkeypatch.setattr(newest_pieces, "MOST_TOPICS", 1)
    assert {name: len(pieces) for name, pieces in newest(site).items()} == {"Ports": 1, "Bread": 1}
