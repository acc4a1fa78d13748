"""The pinned-wording story: a piece from December, a new text at New Year, a correction in January.

Everything around the piece changes, and its page goes on saying what it said; until somebody has it printed again,
and says why. The page "What stood here, and why" answers for each of those days.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from articles import acts
from articles.models import Article, Edition
from articles.renewed import Renewable, Renewed
from authors.models import Author
from disclaimers.models import Institution, Kind
from disclaimers.new_text import NewTextForm
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    KindLabelFactory,
    WordingFactory,
    published,
)

OLD_TEXT = "{kind} speaks for its {authors:author|authors}."
NEW_TEXT = "The Harbour Institute takes no side; this {kind} is its author’s own."
NEW_YEAR = dt.date(2024, 1, 1)


def at_noon(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 17, tzinfo=dt.UTC)  # noon in New York


@pytest.fixture
def day_by_day(clock: Callable[[dt.datetime], None]) -> Callable[[dt.datetime], dt.datetime]:
    """Let the desk's clock reach a day."""

    def reach(at: dt.datetime) -> dt.datetime:
        clock(at)
        return at

    return reach


def said_on(client: Client, article: Article, on: str) -> Iterator[dict[str, Any]]:
    """Each part of a day: its hours, its sentence, and what the page said there by part, with the reasons."""
    address = reverse("admin:articles_article_stood", args=[article.pk])
    page = html.fromstring(client.get(f"{address}?on={on}").content.decode())
    for part in page.xpath("//section[contains(@class, 'stretch')]"):
        told = {}
        for line in part.xpath(".//div[@class='reason']"):
            name, text, why = (" ".join(cell.text_content().split()) for cell in line)
            told[name] = (text, why)
        yield {"hours": part.findtext("h3"), "words": part.find("p").text_content(), **told}


def the_whole(client: Client, article: Article, on: str) -> dict[str, Any]:
    (only,) = said_on(client, article, on)
    assert only["hours"] == "The whole day"
    return only


def test_a_piece_from_december_says_in_spring_what_it_said_in_december(
    desk: Institution, publisher: User, day_by_day: Callable[[dt.datetime], dt.datetime]
) -> None:
    paul = Client()
    paul.force_login(publisher)

    # In 2023 the house says its old sentence, the label is "Commentary", and Ida Quay is at the Tidal College.
    disclaimer = desk.disclaimers.get()
    disclaimer.wordings.all().delete()
    WordingFactory(disclaimer=disclaimer, text=OLD_TEXT, in_force_from=dt.date(2020, 6, 1))
    kind = Kind.objects.get(code="commentary")
    KindLabelFactory(kind=kind, label="Commentary", until_on=NEW_YEAR)
    ida: Author = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=ida, title="senior fellow", from_on=dt.date(2019, 9, 1), until_on=NEW_YEAR)

    december = day_by_day(at_noon(2023, 12, 12))
    article = ArticleFactory(kind=kind, headline="Tides of paper", body="<p>Forty ships came.</p>")
    BylineFactory(article=article, author=ida)
    first = published(article, at=december, by=publisher)

    # At New Year everything changes: the sentence, the label, and where she works.
    new_year = day_by_day(at_noon(2024, 1, 1))
    new_text = NewTextForm({"day": NEW_YEAR, "text": NEW_TEXT}, old=disclaimer.wordings.get())
    assert new_text.is_valid()
    new_text.save()
    KindLabelFactory(kind=kind, label="Opinion", from_on=NEW_YEAR)
    AppointmentFactory(author=ida, title="director", organisation="the Gull Bureau", from_on=NEW_YEAR)
    newer = published(
        BylineFactory(article__kind=kind, author=ida).article, at=new_year, by=publisher
    ).article

    # In January a number in the old piece turns out to be wrong.
    january = day_by_day(at_noon(2024, 1, 15))
    words = acts.NoticeDraft("correction", wrong="We wrote forty ships.", right="There were fourteen.")
    body = {"body": "<p>Fourteen ships came.</p>"}
    corrected = acts.correct(article, changes=body, notice=words, by=publisher, at=january)

    # In February somebody decides, with a reason, that the page shall say the new sentence.
    february = day_by_day(at_noon(2024, 2, 1))
    reissued = acts.reissue(
        article,
        renewed=Renewed.of(Renewable.DISCLAIMERS),
        by=publisher,
        at=february,
        reason="The board wants one sentence everywhere",
    )

    # In March it is unpublished.
    acts.unpublish(article, by=publisher, at=day_by_day(at_noon(2024, 3, 1)), reason="Replaced by a book")

    # The day before: nothing. The day itself: nothing until noon, then the page.
    assert (
        "Nothing yet: readers first get it here on 12 December 2023, 12:00"
        in the_whole(paul, article, "2023-12-11")["words"]
    )
    nothing, page = said_on(paul, article, "2023-12-12")
    assert (nothing["hours"], page["hours"]) == ("Until 12:00", "From 12:00")

    # In December, and just as much on New Year's Day, it says the old sentence under the old label.
    for on in ("2023-12-31", "2024-01-01", "2024-01-14"):
        page = the_whole(paul, article, on)
        assert page["Disclaimer"] == (
            "Commentary speaks for its author.",
            "Chosen for 12 December 2023, the day of first publication: the text in force from 1 June 2020.",
        )
        assert page["Above the headline"][0] == "Commentary"
        assert "Correction" not in page

    # A piece that is new on New Year's Day says the new sentence, under the new label, from the new post.
    fresh = the_whole(paul, newer, "2024-01-02")
    assert fresh["Disclaimer"] == (
        "The Harbour Institute takes no side; this Opinion is its author’s own.",
        "Chosen for 1 January 2024, the day of first publication: the text in force from 1 January 2024.",
    )
    assert fresh["Bio"][0] == "Ida Quay is director of the Gull Bureau."

    # The correction changes the text and says so. Sentence, label, post and first day stay those of December.
    before, after = said_on(paul, article, "2024-01-15")
    assert "Correction" not in before
    assert after["Correction"][0] == (
        "Correction, January 15, 2024: We wrote forty ships. There were fourteen."
    )
    assert after["Correction"][1].startswith("Issued on 15 January 2024; it stays with the page.")
    for name in ("Disclaimer", "Above the headline", "Byline", "Bio", "Date", "Copyright"):
        assert after[name] == before[name], name
    assert after["Bio"] == (
        "Ida Quay is a senior fellow at the Tidal College.",
        "Ida Quay: the post held on 12 December 2023, the day of first publication, from 1 September 2019 until 1 "
        f"January 2024. House style of {desk.name}, English.",
    )
    assert after["Date"][0] == "December 12, 2023"
    assert after["Copyright"][0].startswith("© 2023 ")

    # From February on the page says the new sentence, for it was printed again with it: and the page says so too.
    page = the_whole(paul, article, "2024-02-02")
    assert page["words"] == (
        "The piece, from 1 February 2024, 12:00. Printed version 2 again with today’s disclaimer texts, by paul: "
        "“The board wants one sentence everywhere”."
    )
    assert page["Disclaimer"] == (
        "The Harbour Institute takes no side; this Commentary is its author’s own.",
        "Chosen for 1 February 2024, the day it was printed again: the text in force from 1 January 2024.",
    )
    assert page["Bio"][0] == "Ida Quay is a senior fellow at the Tidal College."
    assert "Correction" in page

    # Since March nothing stands there, and the page says who took it away and why.
    _, gone = said_on(paul, article, "2024-03-01")
    assert gone["words"] == (
        "Nothing: it ended on 1 March 2024, 12:00. Took the piece from readers, by paul: “Replaced by a book”."
    )
    assert "Replaced by a book" in the_whole(paul, article, "2025-06-01")["words"]

    # And the frames hold the very pages: three editions, each as it was printed.
    for edition, number in ((first, "Forty"), (corrected, "Fourteen"), (reissued, "Fourteen")):
        frame = reverse("admin:articles_article_stood_page", args=[article.pk, edition.pk])
        drawn = paul.get(frame).content.decode()
        assert f"{number} ships came." in drawn
        assert edition.printed["wordings"][0]["text"] in drawn
    assert Edition.objects.filter(article=article).count() == 3
