"""A byline may be both a person and the name as printed here: it counts as theirs, and the page calls them so.

The bio says who it is, by the person's own name of the day.
"""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from articles import acts
from articles.acts.scheduled_pages import reprint_scheduled
from articles.models import Byline, Disclosure
from articles.press.reasons import explain
from authors.models import AuthorName
from disclaimers.models import Disclaimer
from tests.conftest import NOW
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    WordingFactory,
    published,
    saved,
    say,
)
from tests.wording.page import LANTERN, outlet

LATER = NOW + dt.timedelta(hours=1)


def quay(**facts: Any) -> Any:
    person = AuthorFactory(**{"display_name": "Ida Quay", "slug": "ida-quay", "suffix": "Ph.D."} | facts)
    AppointmentFactory(author=person, title="research fellow", organisation="Tidal College")
    return person


def test_a_byline_of_both_prints_the_name_and_counts_as_the_persons(read, desk, client):
    """Facts have languages: byline, link, head, feed, profile and bio of a pen name."""
    article = BylineFactory(author=quay(courtesy="Ambassador"), name="I. Marlow").article
    say("[{courtesy} ]{name}[, {suffix}][, {post}]", at="byline_name")
    seen = read(article)
    seen.says("bylines", "I. Marlow, research fellow, Tidal College")
    seen.says("bios", "Ida Quay, Ph.D. (here as I. Marlow) is a research fellow at Tidal College.")
    assert [link.get("href") for link in seen.links("I. Marlow")] == ["/authors/ida-quay/"]
    assert seen.fed("dc:creator") == ["I. Marlow"]
    assert seen.document.xpath("string(//meta[@name='author']/@content)") == "I. Marlow"
    profile = client.get("/authors/ida-quay/").content.decode()
    assert article.headline in profile
    assert "I. Marlow" in profile


@pytest.mark.parametrize(
    ("printed", "bio"),
    [
        ("Ida", "Ida Quay, Ph.D. is"),
        ("Ambassador Ida Quay", "Ida Quay, Ph.D. is"),
        ("Ida Kay", "Ida Quay, Ph.D. (here as Ida Kay) is"),
        ("Ида Кей", "Ida Quay, Ph.D. (here as Ида Кей) is"),
        ("آيدا كاي", "Ida Quay, Ph.D. (here as آيدا كاي) is"),
    ],
)
def test_the_bio_names_both_where_the_name_as_printed_hides_the_person(read, desk, printed, bio):
    seen = read(BylineFactory(author=quay(), name=printed).article)
    seen.says("bylines", printed)
    (line,) = seen.edition.printed["bios"]
    assert line.startswith(bio)
    if not printed.isascii():
        (name,) = seen.document.xpath("//p[@class='byline']/a")
        assert name.get("lang").startswith("und-")


def test_a_person_without_a_post_is_still_told_of_and_one_with_a_bio_is_left_to_it(read, desk):
    article = BylineFactory(author__display_name="Ben Sound", name="B. Shoal").article
    BylineFactory(article=article, author=quay(), name="I. Marlow", bio="I. Marlow counts ships.")
    read(article).says("bios", "Ben Sound (here as B. Shoal)", "I. Marlow counts ships.")


def test_all_that_a_page_says_of_a_person_uses_the_name_as_printed_here(read, desk):
    """Sentences on where it ran, disclosures and employment disclaimers call them as the byline does."""
    person = quay(rank="Colonel", retired_on=dt.date(2020, 1, 1))
    line = DisclaimerFactory(scope=Disclaimer.Scope.EMPLOYMENT)
    WordingFactory(disclaimer=line, text="{author} writes in private.")
    person.appointments.update(disclaimer=line)
    article = BylineFactory(author=person, name="I. Marlow").article
    Disclosure.objects.create(article=article, author=person, subject="ai", tool="Zorbo", task="a list")
    article.appearances.create(outlet=outlet(LANTERN), relation="also", expert_role="quoted", order=1)
    seen = read(article)
    assert "I. Marlow is quoted in The Lantern." in " ".join(seen.page).replace("the Lantern", "The Lantern")
    assert "I. Marlow writes in private." in seen.page
    assert "Use of AI by I. Marlow: Zorbo, a list." in seen.page
    assert "Ida Quay" not in " ".join(line for line in seen.page if "(here as" not in line)


def test_a_line_that_demands_the_native_name_is_met_by_the_name_as_printed_here(read, desk):
    say("{native_name}, {post}", at="byline_name")
    article = BylineFactory(author=quay(native_name="Ида Кей"), name="I. Marlow").article
    read(article).says("bylines", "I. Marlow, research fellow, Tidal College")


def test_two_people_under_one_pen_name_are_named_once_and_both_told_of(read, desk, client):
    article = BylineFactory(author=quay(), name="Ellery Pier").article
    other = AuthorFactory(display_name="Ben Sound", slug="ben-sound")
    BylineFactory(article=article, author=other, name="Ellery Pier")
    seen = read(article)
    seen.says("bylines", "Ellery Pier")
    assert not seen.links("Ellery Pier")
    assert seen.fed("dc:creator") == ["Ellery Pier"]
    assert [line.partition(" (")[0] for line in seen.edition.printed["bios"]] == [
        "Ida Quay, Ph.D.",
        "Ben Sound",
    ]
    for slug in ("ida-quay", "ben-sound"):
        assert article.headline in client.get(f"/authors/{slug}/").content.decode()


def test_a_renamed_person_keeps_the_name_as_printed_here_on_a_scheduled_piece(desk):
    person = quay()
    coming = published(
        BylineFactory(author=person, name="I. Marlow").article, at=NOW, live_from=NOW + dt.timedelta(days=9)
    )
    AuthorName.objects.create(author=person, language="en", display_name="Ida Quay", until_on=NOW.date())
    person.display_name = "Ida Holm"
    person.save()
    again = reprint_scheduled(coming.article, by=None, at=LATER, reason="A new name").edition
    assert again.byline == "I. Marlow"
    assert again.printed["bios"] == [
        "Ida Holm, Ph.D. (here as I. Marlow) is a research fellow at Tidal College."
    ]


def test_a_name_on_record_for_somebody_else_is_asked_about_once(desk):
    AuthorFactory(display_name="Nora Quill")
    byline = BylineFactory(author=quay(), name="nora quill")
    revision = saved(byline.article, at=NOW)
    with pytest.raises(acts.CannotPublish) as refused:
        acts.publish(byline.article, revision=revision, by=None, at=NOW, confirmed=frozenset())
    assert refused.value.checklist.asked == {"name_of_another"}
    published(byline.article, at=NOW)
    byline.article.dek = "Another."
    byline.article.save()
    revision = saved(byline.article, at=LATER)
    acts.publish(byline.article, revision=revision, by=None, at=LATER, confirmed=frozenset(), change="minor")


def test_nobody_is_told_that_a_person_on_record_has_no_record(desk):
    AuthorFactory(display_name="Nora Quill")
    article = BylineFactory(author=None, name="Nora Quill").article
    BylineFactory(article=article, author=None, name="Tom Brook")
    BylineFactory(article=article, author=quay(), name="I. Marlow", bio="A bio that tells nothing.")
    checklist = published(article, at=NOW).entry.checklist
    told = [row["sentence"] for row in checklist if row["code"] in ("name_only", "pen_name")]
    assert told[0].startswith("Nora Quill is written as a name only, and somebody on record has that name")
    assert told[1:] == [
        "Tom Brook has no record here, so no page of their own.",
        "The byline says “I. Marlow” for Ida Quay, and no bio on this page says so: "
        "only their own page tells readers who it is.",
    ]


def test_the_reasons_of_a_byline_say_whose_name_it_is(desk):
    edition = published(BylineFactory(author=quay(), name="I. Marlow").article, at=NOW)
    why = {line.part: line.why for line in explain(edition)}
    assert "“I. Marlow” is written on this piece for Ida Quay." in why["Byline"]


def test_a_byline_names_somebody(desk):
    article = ArticleFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Byline.objects.create(article=article)
