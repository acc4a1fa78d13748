"""Table C: what stands above the headline, and what it says of the piece."""

import pytest

from disclaimers.models import Kind
from tests.factories import BylineFactory, InstitutionFactory, KindFactory, KindLabelFactory, say
from tests.wording.page import FOREIGN_TIDES, LANTERN, SALT_LINE, SKERROW, out, ran


def above(seen) -> str:
    """The kicker; the column, the page's first line and the feed item agree on it."""
    seen.says("kicker", seen.edition.kicker)
    assert seen.page[0] == seen.edition.kicker
    return seen.edition.kicker


def test_c01_the_code_of_a_type_is_not_its_label(read):
    """A type keeps its code; what is printed may differ from one institution to the next."""
    kind = KindFactory(code="media", label="In the media")
    centre = InstitutionFactory(name="Harbour Centre")
    KindLabelFactory(kind=kind, institution=centre, label="Elsewhere")
    assert above(read(out(kind=kind))) == "In the media"
    assert above(read(out(kind=kind, institution=centre))) == "Elsewhere"
    assert Kind.objects.get(label="In the media").code == "media"


def test_c02_in_the_news(read):
    """An item about our people in the news has a label of its own, and says what they did there."""
    article = ran(LANTERN, expert_role="quoted", article__kind=KindFactory(code="news", label="In the News"))
    seen = read(article)
    assert above(seen) == "In the News"
    seen.says("attributions", "Ida Quay is quoted in the Lantern, June 11, 2020.")
    seen.hides("originally", "Source")


def test_c03_wrote_was_quoted_was_interviewed(read):
    """Under one kicker the page says what our expert did there, by name, and calls only their own work published."""
    kind = KindFactory(code="news", label="In the News")
    said = {
        "wrote": "This article was originally published in the Lantern.",
        "quoted": "Ida Quay is quoted in Foreign Tides, June 11, 2020.",
        "interviewed": "Ida Quay was interviewed on Salt Line, June 11, 2020.",
    }
    for cast, (role, sentence) in zip((LANTERN, FOREIGN_TIDES, SALT_LINE), said.items(), strict=True):
        seen = read(ran(cast, expert_role=role, article__kind=kind))
        assert above(seen) == "In the News"
        seen.says("attributions", sentence)
        assert bool(seen.edition.printed["originals"]) == (role == "wrote")
    asked = ran(SKERROW, expert_role="interviewed", article__kind=kind)
    asked.bylines.update(role="interviewer")
    BylineFactory(article=asked, author=None, name="Bo Cove", role="interviewee")
    read(asked).says("attributions", "Bo Cove was interviewed in The Skerrow Review, June 11, 2020.")


def test_c04_commentary(read):
    """The plainest label is the type's own."""
    seen = read(out())
    assert above(seen) == "Commentary"
    assert seen.edition.article.kind.code == "commentary"


def test_c05_an_op_ed_by_whatever_name(read):
    """A type may be called one thing above the headline and another in a sentence; its code stays apart from both."""
    say("opinion piece", at="attribution_noun")
    seen = read(ran(LANTERN, article__kind=KindFactory(code="op-ed", label="Op-Ed")))
    assert above(seen) == "Op-Ed"
    seen.says("attributions", "This opinion piece was originally published in the Lantern.")


def test_c06_the_kicker_carries_the_outlet(read):
    """A house may set the outlet beside the type; without an outlet nothing is left dangling."""
    say("{kind}[ – {outlet}]", at="kicker")
    assert above(read(ran(FOREIGN_TIDES))) == "Commentary – Foreign Tides"
    assert above(read(ran(LANTERN))) == "Commentary – Lantern"
    assert above(read(out())) == "Commentary"


@pytest.mark.parametrize(
    ("series", "region", "kicker"),
    [
        ("Night Ferries", "", "Commentary in Night Ferries"),
        ("", "Northern Isles", "Commentary / Northern Isles"),
        ("Night Ferries", "Northern Isles", "Commentary in Night Ferries / Northern Isles"),
        ("", "", "Commentary"),
    ],
)
def test_c07_the_kicker_carries_series_and_region(read, series, region, kicker):
    """A house may name the series or the region beside the type."""
    say("{kind}[ in {series}][ / {region}]", at="kicker")
    assert above(read(out(series=series, region=region))) == kicker


def test_c08_the_kicker_in_the_pages_language(read):
    """Each language has its own label for a type, and a page takes that of its language."""
    kind = KindFactory(code="media", label="In the media")
    KindLabelFactory(kind=kind, language="ru", label="О нас пишут")
    KindLabelFactory(kind=kind, language="de", label="In den Medien")
    for language, label in [("ru", "О нас пишут"), ("de", "In den Medien"), ("en", "In the media")]:
        assert above(read(out(kind=kind, language=language))) == label
