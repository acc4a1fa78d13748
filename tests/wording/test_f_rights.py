"""Table F: who holds the rights, under which licence, and who may print it again."""

import datetime as dt

import pytest

from articles.acts import CannotPublish
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, LicenceFactory, published, say
from tests.wording.page import FOREIGN_TIDES, LANTERN, SKERROW, out, ran

WORK = "Work of an officer of the republic"


@pytest.fixture
def home(desk) -> Institution:
    """The institution, under a plain name."""
    Institution.objects.update(name="Harbour Institute", copyright_holder="The Harbour Institute")
    return Institution.objects.get()


def signed(*names: str, **facts):
    article = ArticleFactory(**facts)
    for name in names:
        BylineFactory(article=article, author__display_name=name)
    return article


def rights_of(seen, line: str) -> None:
    """The copyright line of the page is the one the feed item gives its programs."""
    seen.says("copyright", *([line] if line else []))
    assert seen.fed("dc:rights") == ([line] if line else [])


def test_f01_year_holder_reservation(read, home):
    """Year of first publication, holder as named then, reservation: three facts, frozen with the page."""
    article = ArticleFactory(first_published_on=dt.date(2018, 7, 9))
    rights_of(read(article), "© 2018 The Harbour Institute. All rights reserved.")
    institution = article.institution
    institution.copyright_holder = "Harbour & Partners"
    institution.save()
    article.dek = "Said again."
    article.save()
    rights_of(read(article, at=LATER), "© 2018 The Harbour Institute. All rights reserved.")


LATER = dt.datetime(2026, 3, 12, 9, 0, tzinfo=dt.UTC)


def test_f02_the_holder_is_not_the_publisher(read, home):
    """The piece may name who holds the rights, one or several, with a year of its own."""
    held = {"copyright_basis": "named", "copyright_year": 2024}
    rights_of(
        read(out(copyright_holders="The Fund for Small Ports", **held)),
        "© 2024 The Fund for Small Ports. All rights reserved.",
    )
    rights_of(
        read(out(copyright_holders="Ida Quay\nThe Tidal College", **held)),
        "© 2024 Ida Quay and The Tidal College. All rights reserved.",
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Copyright: The Harbour Institute, March 2004"),
        ("fr", "Copyright: The Harbour Institute, mars 2004"),
        ("ru", "Copyright: The Harbour Institute, март 2004 г."),
    ],
)
def test_f03_the_month_in_the_pages_language(read, home, language, line):
    """A house may print the month of the claim: in the page's language, and only where it is known."""
    home.house_styles.update(language=language)
    say("Copyright: {holder}[, {month}]", at="copyright_format", language=language)
    rights_of(read(out(language=language, first_published_on=dt.date(2004, 3, 3))), line)
    rights_of(read(out(language=language, is_archive=True)), "Copyright: The Harbour Institute")


def test_f04_ours_although_an_outlet_ran_it(read, home):
    """What came from an outlet is claimed for the house only where the piece says so, whoever hosted it."""
    read(ran(SKERROW)).says("copyright")
    seen = read(ran(LANTERN, relation="first", article__copyright_basis="ours"))
    rights_of(seen, "© 2026 The Harbour Institute. All rights reserved.")
    assert "Lantern" not in seen.edition.printed["copyright"]
    rights_of(
        read(ran(FOREIGN_TIDES, rights={"mode": "link"})), ""
    )  # of a text we may not show we claim nothing


def test_f05_no_copyright_in_a_government_work(read, home):
    """No copyright is claimed, with the reason; one author's part without it leaves the others' claim as it is."""
    rights_of(read(out(copyright_basis="none", copyright_reason=WORK)), f"No copyright is claimed: {WORK}.")
    article = signed("Ida Quay")
    BylineFactory(article=article, author=AuthorFactory(display_name="Bo Cove"), no_copyright_reason=WORK)
    rights_of(
        read(article),
        "© 2026 The Harbour Institute. All rights reserved. "
        f"No copyright is claimed for the contribution of Bo Cove: {WORK}.",
    )


def may_be_copied(seen) -> bool:
    """Whether page and structured value offer the piece to others; both must agree."""
    offered = bool(seen.edition.printed["republication"])
    path = f"{seen.edition.permalink.path}republish/"
    assert bool(seen.document.xpath(f"//a[@href='{path}']")) == offered
    return offered


def test_f06_a_licence_and_its_conditions(read, home):
    """A licence is named and linked; whoever prints the piece again gets the credit it asks for, ready made."""
    seen = read(signed("Ida Quay", "Bo Cove", licence=LicenceFactory()))
    seen.says("licence", "Licensed under CC BY-ND 4.0")
    assert [link.get("href") for link in seen.links("CC BY-ND 4.0")] == ["https://licences.example/by-nd/4.0"]
    assert may_be_copied(seen)
    assert seen.edition.printed["republication"]["credit"] == "By Ida Quay and Bo Cove, Harbour Institute"


def test_f07_a_licence_with_its_version(read, home):
    """The version is part of the licence: two versions are two licences, and an old page keeps the older."""
    old = LicenceFactory(
        code="cc-by-nc-nd-3", name="CC BY-NC-ND", version="3.0", url="https://licences.example/by-nc-nd/3.0"
    )
    new = LicenceFactory(
        code="cc-by-nc-nd-4", name="CC BY-NC-ND", version="4.0", url="https://licences.example/by-nc-nd/4.0"
    )
    for licence in (old, new):
        read(out(licence=licence)).says("licence", f"Licensed under CC BY-NC-ND {licence.version}")


def test_f08_the_text_but_not_the_picture_and_not_against_an_author(read, home):
    """What the licence does not cover is said beside it; an author who objects keeps the piece from being offered."""
    article = signed("Ida Quay", licence=LicenceFactory(), licence_exceptions="Pictures are not covered.")
    seen = read(article)
    seen.says("licence", "Licensed under CC BY-ND 4.0. Pictures are not covered.")
    assert may_be_copied(seen)
    BylineFactory(article=article, author=AuthorFactory(display_name="Bo Cove"), no_republication=True)
    assert not may_be_copied(read(article, at=LATER))


def test_f09_free_to_republish_without_a_licence(read, home, client):
    """An institution may offer its pieces on terms in its own words, without naming a licence."""
    terms = "Print it whole, and say that it is ours."
    Institution.objects.update(offers_republication=True, republication_terms=terms)
    seen = read(signed("Ida Quay"))
    assert may_be_copied(seen)
    seen.says("licence")
    assert seen.edition.printed["republication"]["terms"] == terms
    assert terms in client.get(f"{seen.edition.permalink.path}republish/").content.decode()


def test_f10_only_with_permission(read, home):
    """Where nothing is offered, the page says whom to ask."""
    seen = read(signed("Ida Quay"))
    assert not may_be_copied(seen)
    assert seen.document.xpath("//footer//a/@href[contains(., 'permissions@harbour.example')]")


def test_f11_what_is_reprinted_is_not_passed_on(read, home):
    """A piece that we hold by another's leave is not offered to third parties, unless that leave says so."""
    Institution.objects.update(offers_republication=True)
    assert not may_be_copied(read(ran(LANTERN)))
    assert may_be_copied(read(ran(FOREIGN_TIDES, rights={"may_be_passed_on": True})))


def test_f12_an_embargo(read, home):
    """Before the embargo ends, in its own time zone, nothing goes out; scheduled for its end, the piece then does."""
    until = dt.datetime(2026, 3, 11, 5, 0, tzinfo=dt.UTC)
    article = ran(LANTERN, rights={"embargo_until": until, "embargo_zone": "Europe/Berlin"})
    with pytest.raises(CannotPublish, match=r"06:00 \(Berlin time\)"):
        read(article)
    edition = published(article, at=NOW, live_from=until)
    before = read(edition, at=until - dt.timedelta(seconds=1))
    assert (before.status, before.item) == (404, None)
    after = read(edition, at=until)
    assert after.status == 200
    after.shows("Ships came in.")
