"""Table I: who paid, who has an interest, and which machine helped."""

import pytest

from articles.checklist import check
from articles.models import Disclosure
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import load_timeline
from disclaimers.models import FooterLink, Institution
from tests.conftest import NOW
from tests.factories import AuthorFactory, BylineFactory, WordingFactory, saved, say
from tests.wording.page import out

POLICY = "Whoever pays Harbour has no say in what it finds."


def asked(article, subject: str, **answer) -> None:
    """What authors said when they were asked."""
    Disclosure.objects.create(article=article, subject=subject, **answer)


def test_i01_funders_have_no_say(read):
    """A standing policy is a text of the house, with its dates, and a page of the site that every piece leads to."""
    home = Institution.objects.home().get()
    WordingFactory(disclaimer__institution=home, disclaimer__order=1, disclaimer__code="z", text=POLICY)
    FooterLink.objects.create(institution=home, label="Who pays us", url="https://harbour.example/funders")
    seen = read(out())
    seen.says("wordings", "Commentary here speaks for itself, not for Harbour.", POLICY)
    assert seen.document.xpath("//footer//a[.='Who pays us']/@href") == ["https://harbour.example/funders"]


def test_i02_who_paid_for_this_piece(read):
    """Each funder of a piece has a line, in their order, below the text."""
    article = BylineFactory().article
    asked(article, "funding", text="The Small Ports Fund paid for the boat.", order=1)
    asked(article, "funding", text="The Tidal College paid for the charts.", order=2)
    read(article).says(
        "disclosures",
        "Funding: The Small Ports Fund paid for the boat.",
        "Funding: The Tidal College paid for the charts.",
    )


def warnings(article) -> list[str]:
    """What the checklist says beforehand."""
    sheet = make_proof(saved(article, at=NOW), at=NOW)
    found = check(Act.PUBLISH, sheet, load_timeline(article.pk, NOW)).warnings
    return [item.sentence for item in found if item.code == "not_asked"]


def test_i03_an_authors_own_interest(read):
    """A disclosed interest prints, with whose it is; asked-and-none prints nothing; not asked is said to the editor."""
    say("{author} discloses: {text}", at="interest_line")
    ida = AuthorFactory(display_name="Ida Quay")
    article = BylineFactory(author=ida).article
    assert warnings(article) == [
        "Nobody has asked the authors about funding, interests of their own or their use of AI."
    ]
    asked(article, "interest", author=ida, text="she owns a ferry.")
    asked(article, "funding", answer="none")
    seen = read(article)
    seen.says("disclosures", "Ida Quay discloses: she owns a ferry.")
    assert warnings(article) == ["Nobody has asked the authors about their use of AI."]


@pytest.mark.parametrize(
    ("checked", "line"),
    [
        ("Bo Cove", "Use of AI by Ida Quay: Tidewriter 2, finding tables; checked by Bo Cove."),
        ("", "Use of AI by Ida Quay: Tidewriter 2, finding tables."),
    ],
)
def test_i04_use_of_ai(read, checked, line):
    """Tool, task and who checked the result are facts of their own, and so is whose use it was."""
    article = BylineFactory(author__display_name="Ida Quay").article
    asked(article, "ai", tool="Tidewriter 2", task="finding tables", checked_by=checked)
    seen = read(article)
    seen.says("disclosures", line)
    assert seen.edition.dateline == "March 10, 2026"
