"""Templates allowed at a position, and the messages for others."""

import pytest
from django.core.exceptions import ValidationError

from disclaimers.models import Phrase
from disclaimers.positions import NEEDED, NOTHING, POSITIONS, problems
from prose import slots
from tests.factories import HouseStyleFactory


@pytest.mark.parametrize("name", POSITIONS)
def test_a_slot_that_a_position_does_not_know_is_named(name):
    assert any("{weather}" in sentence for sentence in problems(name, "Printed in {weather}."))


@pytest.mark.parametrize("name", POSITIONS)
def test_every_slot_of_a_position_may_stand_there(name):
    text = "Printed " + " ".join(f"{{{slot}}}" for slot in sorted(POSITIONS[name].slots)) + "."
    assert problems(name, text) == []


@pytest.mark.parametrize("position", POSITIONS.values(), ids=POSITIONS)
def test_the_usual_words_are_legal_themselves(position):
    assert not position.usual or problems(position.name, position.usual) == []


@pytest.mark.parametrize("name", POSITIONS)
def test_nothing_may_be_printed_anywhere_but_where_sentences_need_a_word(name):
    assert bool(problems(name, NOTHING)) == (name in NEEDED)
    used = {slot for position in POSITIONS.values() for slot in slots.required_names(position.usual)}
    assert {"noun", "preposition"} <= used


@pytest.mark.parametrize(
    "text",
    ["[{outlet}]: ", "Source: [{outlet}]", "Source[: {outlet}]", "[{outlet}].", "by [{outlet}], [{date}]"],
)
def test_a_line_that_could_print_an_empty_label_is_refused(text):
    (sentence,) = problems("outlet_dateline", text)
    assert sentence.startswith("Without a value for its words in braces this would print “")


@pytest.mark.parametrize(
    "text",
    ["[Source: {outlet}]", "[{outlet}][, {date}]", "It ran elsewhere[, {date}].", "Elsewhere", "{outlet}:"],
)
def test_a_line_that_vanishes_whole_or_is_complete_without_its_slots_is_legal(text):
    assert problems("outlet_dateline", text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [("byline", "By our staff"), ("editor_line", "Edited in house"), ("correction_line", "Corrected {date}")],
)
def test_a_line_for_names_or_a_notices_words_must_hold_them(name, text):
    assert any("must hold" in sentence for sentence in problems(name, text))


@pytest.mark.django_db
def test_a_phrase_is_refused_at_its_text():
    phrase = Phrase(style=HouseStyleFactory(), position="kicker", text="{weather}")
    with pytest.raises(ValidationError) as error:
        phrase.full_clean()
    assert list(error.value.message_dict) == ["text"]


@pytest.mark.django_db
def test_a_phrase_needs_a_position_that_exists():
    with pytest.raises(ValidationError, match="weather"):
        Phrase(style=HouseStyleFactory(), position="weather", text="Fair").full_clean()
