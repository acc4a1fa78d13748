"""A page of an earlier release is printed again with its own terms: only what the reason names changes."""

import datetime as dt
from typing import Any

import pytest

from articles.models import Article, Edition
from articles.press.comparison import changed_sentences
from articles.press.proof import make_proof
from articles.renewed import NOTHING, Renewable, Renewed
from disclaimers.models import Institution, Licence, UsualLicence
from tests.articles.pieces import HOUR
from tests.factories import ArticleFactory, BylineFactory, LicenceFactory, published, say


def of_an_earlier_release(page: Edition) -> Edition:
    """The page as a release printed it that kept neither terms nor, apart, who made a piece."""
    kept_later = ("terms", "creators")
    page.printed = {name: value for name, value in page.printed.items() if name not in kept_later}
    return page


def again(page: Edition, at: dt.datetime, renewed: Renewed = NOTHING) -> Edition:
    return make_proof(page.revision, at=at, after=page, renewed=renewed).edition


def differences(page: Edition, at: dt.datetime, renewed: Renewed = NOTHING) -> set[str]:
    return {change.where for change in changed_sentences(page, again(page, at, renewed))}


def piece(**facts: Any) -> Article:
    return BylineFactory(article=ArticleFactory(**facts)).article


@pytest.mark.parametrize("url", ["https://licences.example/by-nd/4.0", ""])
def test_the_licence_of_an_earlier_release_keeps_its_printed_name_and_its_offer(desk, now, url):
    say("Under {licence}[ ({exceptions} excepted)], as it says.", at="licence_line")
    licence = LicenceFactory(url=url)
    article = piece(licence=licence, licence_exceptions="pictures")
    page = of_an_earlier_release(published(article, at=now))
    Licence.objects.update(name="CC BY-ND (renamed)", url="https://elsewhere.example/")
    assert differences(page, now + HOUR) == set()
    assert again(page, now + HOUR).printed["licence"] == page.printed["licence"]
    assert "Licence" in differences(page, now + HOUR, Renewed.of(Renewable.LICENCE))


def test_a_usual_licence_that_began_later_is_not_on_a_page_of_an_earlier_release(desk, now):
    article = piece()
    page = of_an_earlier_release(published(article, at=now))
    UsualLicence.objects.create(kind=article.kind, licence=LicenceFactory())
    assert differences(page, now + HOUR) == set()
    assert "Licence" in differences(page, now + HOUR, Renewed.of(Renewable.LICENCE))


@pytest.mark.parametrize("offered", [True, False])
def test_the_offer_of_an_earlier_release_stays_as_it_was_made(desk, now, offered):
    Institution.objects.update(offers_republication=offered, republication_terms="Ask us first.")
    page = of_an_earlier_release(published(piece(), at=now))
    assert bool(page.printed["republication"]) is offered
    Institution.objects.update(offers_republication=not offered, republication_terms="Ask nobody.")
    assert differences(page, now + HOUR) == set()
    assert "Republishing" in differences(page, now + HOUR, Renewed.of(Renewable.REPUBLICATION))


@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize("allowed", [True, False])
def test_what_a_licence_allows_stays_as_printed_until_the_terms_for_others_are_read_anew(
    desk, now, allowed, is_old
):
    licence = LicenceFactory(allows_republication=allowed)
    page = published(ArticleFactory(licence=licence), at=now)
    page = of_an_earlier_release(page) if is_old else page
    Licence.objects.update(allows_republication=not allowed)

    def offers(*subjects: Renewable) -> bool:
        return bool(again(page, now + HOUR, Renewed.of(*subjects)).printed["republication"])

    assert offers() == offers(Renewable.PEOPLE) == offers(Renewable.LICENCE) == allowed
    assert offers(Renewable.REPUBLICATION) != allowed
