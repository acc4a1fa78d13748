"""Texts with conditions: a house line prints only while nothing recorded contradicts it, never as a mere denial."""

import pytest

from articles import acts
from articles.models import Article
from articles.press.reasons import explain
from disclaimers.models import Disclaimer
from tests.articles.rights import HOUR
from tests.conftest import NOW
from tests.factories import (
    ArticleFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    WordingFactory,
    published,
)

LINE = "No sponsor paid for this."


@pytest.fixture
def sponsors(desk) -> Disclaimer:
    """The house says so where all authors said that they have no funding to disclose."""
    line = DisclaimerFactory(institution=desk, code="sponsors", condition="no_funding")
    WordingFactory(disclaimer=line, text=LINE)
    return line


def texts_of(article: Article, at=NOW) -> list[str]:
    return [row["text"] for row in published(article, at=at).printed["wordings"]]


def by_two() -> Article:
    article = BylineFactory().article
    BylineFactory(article=article)
    return article


@pytest.mark.parametrize(
    ("answers", "is_printed", "why"),
    [
        ([], False, "Nobody has asked the authors about funding."),
        (["all"], True, ""),
        (["first"], False, "Not all authors were asked about funding."),
        (["first", "second"], True, ""),
        (["all", "disclosed"], False, "Something is disclosed about funding."),
    ],
)
def test_a_condition_on_an_answer_is_met_by_everybodys_answer_and_by_no_silence(
    sponsors, answers, is_printed, why
):
    article = by_two()
    people = [byline.author for byline in article.bylines.order_by("order")]
    for answer in answers:
        author = {"first": people[0], "second": people[1]}.get(answer)
        if answer == "disclosed":
            article.disclosures.create(subject="funding", author=people[0], text="The Tide Fund.")
        else:
            article.disclosures.create(subject="funding", answer="none", author=author)
    edition = published(article, at=NOW)
    assert (LINE in [row["text"] for row in edition.printed["wordings"]]) == is_printed
    told = [line for line in explain(edition) if line.text == LINE]
    assert len(told) == 1
    if is_printed:
        assert (
            "only where all authors said that they have no funding to disclose: so it is here" in told[0].why
        )
    else:
        assert told[0].part == "Disclaimer, not printed"
        assert told[0].why.endswith(why)


def test_a_condition_is_looked_at_again_in_every_version_of_a_page(sponsors):
    article = by_two()
    assert LINE not in texts_of(article)
    article.disclosures.create(subject="funding", answer="none")
    assert LINE in texts_of(article, at=NOW + HOUR)
    article.disclosures.update(answer="disclosed", text="The Tide Fund.")
    assert LINE not in texts_of(article, at=NOW + 2 * HOUR)


def test_another_answer_than_the_one_asked_for_does_not_count(sponsors):
    article = by_two()
    article.disclosures.create(subject="ai", answer="none")
    assert LINE not in texts_of(article)


@pytest.mark.parametrize(("condition", "with_authors"), [("authors", True), ("no_authors", False)])
def test_a_text_for_pieces_with_authors_and_one_for_those_without(desk, condition, with_authors):
    line = DisclaimerFactory(institution=desk, condition=condition)
    WordingFactory(disclaimer=line, text="These are the views of the authors alone.")
    signed, unsigned = BylineFactory().article, ArticleFactory()
    BylineFactory(article=unsigned, role="editor")
    assert ("These are the views of the authors alone." in texts_of(signed)) == with_authors
    assert ("These are the views of the authors alone." in texts_of(unsigned)) != with_authors


def test_a_disclaimer_whose_condition_is_not_met_does_not_take_the_place_of_its_parents(desk, sponsors):
    centre = InstitutionFactory(parent=desk)
    own = DisclaimerFactory(institution=centre, condition="no_ai", replaces_parents=True)
    WordingFactory(disclaimer=own, text="Written without machines.")
    article = ArticleFactory(institution=centre)
    assert len(texts_of(article)) == 1
    article.disclosures.create(subject="ai", answer="none")
    assert "Written without machines." in texts_of(article, at=NOW + HOUR)


def test_a_disclaimer_that_is_not_printed_owes_no_text_in_the_pieces_language(desk, sponsors):
    type(desk).objects.update(missing_wording="block")
    Disclaimer.objects.exclude(pk=sponsors.pk).update(condition="no_ai")
    assert texts_of(BylineFactory(article__language="ko").article) == []


def test_a_text_fixed_by_hand_that_something_recorded_contradicts_stops_the_piece(sponsors):
    article = by_two()
    article.pinned_wordings.create(wording=sponsors.wordings.get())
    with pytest.raises(acts.CannotPublish, match=r"is fixed for this piece. Nobody has asked"):
        published(article, at=NOW)
    article.disclosures.create(subject="funding", answer="none")
    assert texts_of(article) == [LINE]


def test_a_text_that_speaks_of_the_authors_is_withheld_while_nobody_signs(desk):
    claim = "It is the view of {authors:the author|the authors} alone."
    line = DisclaimerFactory(institution=desk, code="alone")
    WordingFactory(disclaimer=line, text=claim)
    article = ArticleFactory()
    BylineFactory(article=article, role="editor")
    edition = published(article, at=NOW)
    assert "alone" not in {row["disclaimer"] for row in edition.printed["wordings"]}
    told = [row["sentence"] for row in edition.entry.checklist if row["code"] == "disclaimer_not_printed"]
    why = "It speaks of the authors, and the byline names none."
    assert told == [f"“It is the view of the authors alone.” is not printed. {why}"]
    assert [line.why for line in explain(edition) if line.part == "Disclaimer, not printed"] == [
        f"It prints only where there is somebody of whom it speaks. {why}"
    ]
    BylineFactory(article=article)
    assert "It is the view of the author alone." in texts_of(article, at=NOW + HOUR)
    article.bylines.filter(role="author").delete()
    assert not any("alone" in text for text in texts_of(article, at=NOW + 2 * HOUR))


def test_a_text_that_speaks_of_the_authors_is_withheld_from_an_unsigned_piece_for_which_it_is_fixed(desk):
    line = WordingFactory(disclaimer__institution=desk, text="So {authors:says|say} who signed.")
    article = ArticleFactory()
    article.pinned_wordings.create(wording=line)
    edition = published(article, at=NOW)
    assert edition.printed["wordings"] == []
    assert "disclaimer_not_printed" in {row["code"] for row in edition.entry.checklist}
    BylineFactory(article=article)
    assert texts_of(article, at=NOW + HOUR) == ["So says who signed."]


def test_an_unsigned_piece_keeps_the_parents_text_where_its_centres_speaks_of_authors(desk):
    centre = InstitutionFactory(parent=desk)
    own = DisclaimerFactory(institution=centre, replaces_parents=True)
    WordingFactory(disclaimer=own, text="{authors:One|Several} wrote this.")
    assert texts_of(ArticleFactory(institution=centre)) == [
        "Commentary here speaks for itself, not for Harbour."
    ]
    assert texts_of(BylineFactory(article__institution=centre).article) == ["One wrote this."]


def test_conditions_stand_in_plain_words_with_an_example_on_the_disclaimers_page(
    sponsors, administrator, client
):
    client.force_login(administrator)
    page = client.get(f"/admin/disclaimers/disclaimer/{sponsors.pk}/change/").content.decode()
    assert "only where all authors said that they have no funding to disclose" in page
    assert "Example: “No sponsor paid for this”" in page
