"""Lines that follow from an author's post: the posts of the piece's day decide, also when a page is printed again."""

import datetime as dt

import pytest

from articles import acts
from articles.press.reasons import explain
from articles.renewed import Renewable, Renewed
from disclaimers.models import Wording
from tests.articles.pieces import HOUR, change
from tests.factories import (
    AppointmentFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    KindFactory,
    WordingFactory,
    published,
)

JULY_2018, LEFT = dt.date(2018, 7, 9), dt.date(2020, 1, 1)
TEXTS = Renewed.of(Renewable.DISCLAIMERS)
LATER = 48 * HOUR


@pytest.fixture
def colonel(desk):
    """A colonel of the harbour guard until 2020, with the line of that post; since then at a college, without one."""
    person = AuthorFactory(display_name="Ida Quay", rank="Colonel")
    line = DisclaimerFactory(institution=desk, scope="employment")
    WordingFactory(disclaimer=line, text="{author} does not speak for the guard.")
    AppointmentFactory(author=person, organisation="the harbour guard", until_on=LEFT, disclaimer=line)
    AppointmentFactory(author=person, from_on=LEFT)
    return person


def texts(edition):
    return [row["text"] for row in edition.printed["wordings"]]


def a_new_text_from_today(now):
    wording = Wording.objects.exclude(text__contains="guard").get()
    Wording.objects.filter(pk=wording.pk).update(in_force_until=now.date())
    WordingFactory(disclaimer=wording.disclaimer, text="Nobody speaks here.", in_force_from=now.date())


@pytest.mark.parametrize("which", [TEXTS, "the institution's alone"])
def test_a_reissue_with_texts_of_today_keeps_the_line_of_the_post_of_the_piece_s_day(
    desk, colonel, now, which
):
    piece = BylineFactory(author=colonel, article__first_published_on=JULY_2018).article
    page = published(piece, at=now)
    assert texts(page)[-1] == "Ida Quay does not speak for the guard."
    a_new_text_from_today(now)
    code = page.printed["wordings"][0]["disclaimer"]
    renewed = which if which == TEXTS else Renewed.of(Renewable.DISCLAIMERS, keys=[code])
    again = acts.reissue(piece, renewed=renewed, by=None, at=now + LATER, reason="One text")
    assert texts(again) == ["Nobody speaks here.", "Ida Quay does not speak for the guard."]
    whys = [line.why for line in explain(again) if line.part == "Disclaimer"]
    assert "Chosen for 12 March 2026, the day it was printed again" in whys[0]
    held = "on 9 July 2018, the day of first publication" if which == TEXTS else "that day"
    assert f"by the post held {held}." in whys[1]


def test_a_reissue_with_texts_of_today_brings_no_line_to_a_piece_from_before_the_post(desk, now):
    person = AuthorFactory(display_name="Ida Quay")
    piece = BylineFactory(author=person, article__first_published_on=JULY_2018).article
    published(piece, at=now)
    line = DisclaimerFactory(institution=desk, scope="employment")
    WordingFactory(disclaimer=line, text="{author} does not speak for the guard.")
    AppointmentFactory(author=person, from_on=LEFT, disclaimer=line)
    a_new_text_from_today(now)
    again = acts.reissue(piece, renewed=TEXTS, by=None, at=now + LATER, reason="One text")
    assert texts(again) == ["Nobody speaks here."]


@pytest.mark.parametrize("moved", ["institution", "kind", "language"])
def test_a_version_of_another_house_type_or_language_takes_no_text_over(desk, now, moved):
    page = published(at=now)
    elsewhere = InstitutionFactory()
    WordingFactory(disclaimer=DisclaimerFactory(institution=elsewhere), text="Elsewhere speaks.")
    WordingFactory(disclaimer=desk.disclaimers.get(), language="fr", text="Le port ne dit rien.")
    brief = KindFactory(code="brief")
    only = DisclaimerFactory(institution=desk)
    only.kinds.set([brief])
    WordingFactory(disclaimer=only, text="Briefs are short.")
    new = {"institution": elsewhere, "kind": brief, "language": "fr"}[moved]
    version = published(change(page.article, **{moved: new}), at=now + HOUR)
    assert {
        "institution": "Elsewhere speaks.",
        "kind": "Briefs are short.",
        "language": "Le port ne dit rien.",
    }[moved] in texts(version)
