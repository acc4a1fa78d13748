"""Ours is an excerpt of theirs: the work, its editors, publisher, year and chapter, in the language of the page."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Edition
from articles.models.appearance import Relation
from disclaimers.models import HouseStyle
from tests.factories import AppearanceFactory, ArticleFactory, OutletFactory, published, saved

FACTS = {
    "headline": "The Tides", "writers": "Nora Quill", "chapter": "3", "editors": "Bo Pier", "page": "12–30",
    "precision": "year",
}  # fmt: skip


def excerpt(language: str = "en", **facts) -> Appearance:
    terms = FACTS | {"published_on": dt.date(2019, 1, 1), "rights": {"credit": "Courtesy of Gull."}} | facts
    outlet = terms.pop("outlet", None) or OutletFactory(
        name="Gull Press", type="book publisher", article="", article_rule="none"
    )
    article = ArticleFactory(language=language)
    return AppearanceFactory(article=article, relation="excerpted", outlet=outlet, url="", **terms)


def sentences(edition: Edition) -> list[str]:
    return ["".join(span["text"] for span in line) for line in edition.printed["attributions"]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Excerpted from the book The Tides, by Nora Quill, edited by Bo Pier, chapter 3, p. 12–30 "
            "(Gull Press, 2019).",
        ),
        (
            "fr",
            "Extrait du livre The Tides, par Nora Quill, sous la direction de Bo Pier, chapitre 3, p. 12–30 "
            "(Gull Press, 2019).",
        ),
        (
            "de",
            "Auszug aus dem Buch The Tides, von Nora Quill, herausgegeben von Bo Pier, Kapitel 3, S. 12–30 "
            "(Gull Press, 2019)",
        ),
        (
            "ru",
            "Отрывок из книги The Tides, авт.: Nora Quill, редактор: Bo Pier, глава 3, с. 12–30 (Gull Press, 2019)",
        ),
        (
            "ar",
            "مقتطف من كتاب The Tides، تأليف Nora Quill، تحرير Bo Pier، الفصل 3، ص 12–30 (Gull Press، 2019).",
        ),
        ("ko", "책 The Tides(Nora Quill 지음)(Bo Pier 엮음), 장: 3, 12–30쪽에서 발췌 (Gull Press, 2019)"),
    ],
)
def test_an_excerpt_of_a_work_says_of_which_in_the_language_of_the_page(desk, now, language, sentence):
    HouseStyle.objects.all().delete()
    edition = published(excerpt(language).article, at=now)
    assert sentences(edition) == [sentence]
    assert {"text": "The Tides", "is_title": True} in edition.printed["attributions"][0]
    assert "Courtesy of Gull." in edition.printed["credits"]


@pytest.mark.parametrize(("work", "words"), [("report", "the report"), ("article", "the article")])
def test_an_excerpt_names_the_kind_of_its_work_and_leaves_out_what_is_not_known(desk, now, work, words):
    place = excerpt(work=work, chapter="", writers="", editors="", page="", published_on=None)
    assert sentences(published(place.article, at=now)) == [f"Excerpted from {words} The Tides (Gull Press)."]


def test_an_excerpt_needs_no_publisher_and_links_to_its_work(desk, now):
    article = ArticleFactory()
    AppearanceFactory(
        article=article, relation="excerpted", outlet=None, headline="The Tides", url="https://gull.example/tides",
        language="de", published_on=None, rights={"state": "not_needed", "granted_on": None},
    )  # fmt: skip
    edition = published(article, at=now)
    assert sentences(edition) == ["Excerpted from the book The Tides."]
    (title,) = (span for span in edition.printed["attributions"][0] if "href" in span)
    assert (title["href"], title["lang"]) == ("https://gull.example/tides", "de")
    assert "no_outlet" not in {row["code"] for row in edition.entry.checklist}


def test_excerpts_of_two_works_are_two_sentences(desk, now):
    place = excerpt(chapter="", writers="", editors="", page="")
    AppearanceFactory(
        article=place.article, relation="excerpted", outlet=None, headline="The Nets", published_on=None
    )
    first, second = sentences(published(place.article, at=now))
    assert "The Tides" in first
    assert "The Nets" in second


def test_an_excerpt_of_theirs_needs_permission_and_is_never_sent_to(desk, now):
    place = excerpt(rights=False)
    revision = saved(place.article, at=now)
    with pytest.raises(acts.CannotPublish, match="permission to be asked for"):
        acts.publish(place.article, revision=revision, by=None, at=now)
    terms = Grant(granted_on=now.date(), evidence="Mail 7", search_policy="canonical")
    with pytest.raises(acts.ActRefused, match="“Ours is an excerpt of it”, which is another text"):
        acts.grant_rights(place, terms, by=None, at=now)


def test_a_list_does_not_say_that_an_excerpt_ran_in_the_work(desk, now):
    assert published(excerpt().article, at=now).outlet_line == ""


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"relation": Relation.EXCERPTED}, "headline"),
        ({"relation": Relation.ALSO, "chapter": "3"}, "chapter"),
        ({"relation": Relation.ALSO, "editors": "Bo Pier"}, "editors"),
    ],
)
def test_the_facts_of_an_excerpt_and_its_relation_go_together(desk, facts, field):
    with pytest.raises(ValidationError) as refused:
        Appearance(article=ArticleFactory(), outlet_name="Gull", **facts).clean()
    assert list(refused.value.message_dict) == [field]
