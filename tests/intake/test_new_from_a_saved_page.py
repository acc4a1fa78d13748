""" "New from a text" with a saved page: evidence is named, what is left out is listed, two sentences are a choice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from tests.factories import OutletFactory
from tests.intake.harbour import BODY
from tests.intake.saved_pages.layouts import LAYOUTS
from tests.intake.saved_pages.pieces import PIECES
from tests.intake.test_new_from_a_text import PAGE, eve, fields_of, made, read, text_of  # noqa: F401

pytestmark = pytest.mark.django_db
PIECE = PIECES[0]
NEWSROOM = next(layout for layout in LAYOUTS if layout.name == "newsroom")


def brought_in(client, page):
    answer = client.post(PAGE, {"file": SimpleUploadedFile("page.html", page.encode())})
    assert answer.status_code == 200
    return answer


def test_a_saved_page_shows_where_each_value_stood_and_lists_what_it_left_out(eve):  # noqa: F811
    answer = brought_in(eve, NEWSROOM.wrap(PIECE))
    fields, shown = fields_of(answer), text_of(answer)
    assert fields["piece-headline"] == PIECE.headline
    assert fields["piece-first_published_on"] == PIECE.day.isoformat()
    assert [fields[f"people-{number}-name"] for number in (0, 1)] == list(PIECE.authors)
    assert "JSON-LD headline" in shown
    (listed,) = html.fromstring(answer.content.decode()).xpath(
        "//details[summary[starts-with(text(), 'Left out')]]"
    )
    assert "312 partners" in listed.text_content()
    assert made(eve, answer).body.count("<p>") == len(PIECE.paragraphs)


SENTENCE = "This commentary originally appeared in The Lantern, May 3, 2021."


@pytest.mark.parametrize(("choice", "printed"), [(None, ""), ("house", ""), ("own", SENTENCE)])
def test_the_desks_sentence_on_where_it_ran_is_the_default_and_the_texts_own_a_choice(eve, choice, printed):  # noqa: F811
    OutletFactory(name="Lantern", article="The", article_rule="separable")
    answer = read(eve, "\n\n".join(("Who Pays?", "By Ida Quay", *BODY, SENTENCE)))
    assert fields_of(answer)["piece-own_sentence"] == "house"
    changes = {} if choice is None else {"piece__own_sentence": choice}
    assert made(eve, answer, **changes).attribution_override == printed


def test_a_text_without_a_sentence_of_its_own_offers_no_choice(eve):  # noqa: F811
    answer = read(eve, "\n\n".join(("Who Pays?", "By Ida Quay", *BODY)))
    assert "piece-own_sentence" not in fields_of(answer)
