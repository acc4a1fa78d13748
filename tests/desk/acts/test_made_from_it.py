"""What is made from a piece, on the pages of the acts that take its text from readers."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from disclaimers.models import HouseMember, Institution
from tests.conftest import NOW
from tests.desk.pages import act_page, change_page, fields_of, text_of
from tests.factories import ArticleFactory, InstitutionFactory, published

pytestmark = pytest.mark.long

LATER = NOW.replace(year=NOW.year + 40)


@pytest.mark.parametrize("act", ["unpublish", "take_down", "retract"])
def test_what_is_made_from_a_text_is_named_before_it_loses_its_text_and_after(
    paul: Client, desk: Institution, act: str
) -> None:
    source = ArticleFactory(headline="The Harbour Wakes")
    published(source, at=NOW)
    piece = ArticleFactory(headline="Der Hafen", language="de", source_language="en", translation_of=source)
    published(piece, at=NOW)
    page = paul.get(act_page(source, act))
    assert "These are made from it." in text_of(page)
    address = change_page(piece) if act == "unpublish" else act_page(piece, act)
    assert f'<a href="{address}" lang="de">Der Hafen</a>' in page.content.decode()
    why = {
        "because": "rights",
        "sentence": "Gone.",
        "text": "Not so.",
        "issued_by": "We",
        "reason": "A letter",
    }
    done = text_of(paul.post(act_page(source, act), fields_of(page, "act-form") | why, follow=True))
    assert "Made from it and printed again: “Der Hafen” – readers get the headline alone." in done


def test_the_headline_of_a_scheduled_piece_of_another_house_is_not_told(
    paul: Client, desk: Institution, publisher: User
) -> None:
    source = ArticleFactory()
    published(source, at=NOW)
    theirs = ArticleFactory(
        made_from=source, made_as="version", headline="Of theirs", institution=InstitutionFactory()
    )
    published(theirs, at=NOW, live_from=LATER)
    HouseMember.objects.create(user=publisher, institution=desk)
    words = text_of(paul.get(act_page(source, "unpublish")))
    assert "a piece you may not open, scheduled for" in words
    assert "Of theirs" not in words
