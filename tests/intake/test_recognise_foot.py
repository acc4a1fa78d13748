"""Lines below a text become its bios, disclaimers and appearances, or stay in it."""

import datetime as dt

import pytest

from intake.findings import Certainty, FoundDay
from prose import slots
from tests.intake.harbour import (
    AUTHORS,
    BODY,
    HARBOUR_WORDING,
    STRAIT_WORDING,
    read,
)


@pytest.mark.parametrize("author", AUTHORS, ids=lambda author: author.name)
def test_a_byline_that_only_the_bio_gives_is_derived_and_the_bio_is_kept_word_for_word(author):
    name = f"{author.courtesy} {author.name}".strip()
    bio = (
        f"{name} is a senior pilot at the Tidal College.  The {name.split()[-1]} papers are hers. She swims."
    )
    found = read("Why the Ferry Waits", *BODY, bio, HARBOUR_WORDING)
    (person,) = found.people
    assert person.value.author == author.key
    assert person.certainty is Certainty.DERIVED
    assert person.value.bio == " ".join(bio.split())


def test_an_outlet_the_text_only_mentions_is_no_appearance():
    assert read("Who Pays?", *BODY).places == ()
    last = "A study of ferries was first published in the Lantern in 2017."
    assert read("Who Pays?", *BODY, last, HARBOUR_WORDING).places == ()


def test_a_changed_word_in_a_disclaimer_is_told_and_the_own_words_are_kept():
    said = HARBOUR_WORDING.replace("need not be shared", "may not be shared")
    (wording,) = read("Who Pays?", *BODY, said).wordings
    assert wording.value.wording == 1
    assert wording.value.own_text == said
    assert wording.difference == "“may” instead of “need”"


def test_typography_alone_is_no_difference():
    said = HARBOUR_WORDING.replace(" ", "\xa0", 3).replace("-", "–")
    (wording,) = read("Who Pays?", *BODY, said).wordings
    assert wording.value.own_text == wording.difference == ""


def test_a_disclaimer_printed_twice_is_pinned_once():
    found = read("Who Pays?", *BODY, HARBOUR_WORDING, HARBOUR_WORDING)
    assert len(found.wordings) == 1
    assert [block.text for block in found.body] == list(BODY)


def test_a_disclaimer_out_of_force_on_the_day_stays_pinned_and_is_reported():
    said = slots.fill(STRAIT_WORDING, {"kind": "Essay"}, authors=1)
    found = read("Who Pays?", "May 5, 2025", "By Ida Quay", *BODY, said)
    assert found.wordings[0].value == found.wordings[0].value.__class__(2, said, "")
    assert any("not the text in force on 2025-05-05" in warning for warning in found.warnings)


def test_an_unknown_writer_is_offered_but_a_person_the_text_is_about_is_not():
    bio = "Mats Holm is a research fellow at the Tidal College."
    (person,) = read("Who Pays?", *BODY, bio, HARBOUR_WORDING).people
    assert (person.value.name, person.value.author, person.value.bio) == ("Mats Holm", None, bio)
    found = read("Who Pays?", "For Holm the pier is home.", *BODY, bio, HARBOUR_WORDING)
    assert found.people == ()
    assert found.body[-1].text == bio


def test_a_disclaimer_the_desk_does_not_know_stays_in_the_text_and_hides_no_bio():
    bio = "Ida Quay is a captain."
    strange = "The views in this paper are solely those of the author."
    found = read("Who Pays?", *BODY, "About the author", bio, strange)
    assert found.people[0].value.bio == bio
    assert found.people[0].evidence[0].text == "About the author"
    assert [block.text for block in found.body] == [*BODY, strange]
    assert any("reads like a disclaimer" in doubt for doubt in found.doubts)


def test_a_bio_may_go_on_in_a_second_paragraph():
    found = read(
        "Who Pays?", *BODY, "Ida Quay is a captain.", "Commodore Quay sails. She swims.", HARBOUR_WORDING
    )
    assert found.people[0].value.bio == "Ida Quay is a captain. Commodore Quay sails. She swims."
    found = read("Who Pays?", *BODY, "Ida Quay is a captain.", "All captains swim.", HARBOUR_WORDING)
    assert found.people == ()


def test_a_date_below_the_text_is_ours_where_none_stands_above():
    bio = "Ida Quay is a captain."
    found = read("Who Pays?", *BODY, bio, "Published on March 1, 2019")
    assert found.published_on.value == FoundDay(dt.date(2019, 3, 1))
    assert found.people[0].value.bio == bio
    found = read("Who Pays?", "May 5, 2018", *BODY, "Published on March 1, 2019")
    assert found.published_on.value == FoundDay(dt.date(2018, 5, 5))
    assert found.body[-1].text == "Published on March 1, 2019"


def test_several_lines_about_one_outlet_are_one_appearance_with_all_they_say():
    sentence = "This article was originally published in the Lantern on June 11, 2020."
    (ran,) = read("Who Pays?", "Source: Lantern", *BODY, sentence).places
    assert (ran.value.outlet, ran.value.day) == (1, FoundDay(dt.date(2020, 6, 11)))
    assert [line.text for line in ran.evidence] == ["Source: Lantern", sentence]


def test_two_bios_give_two_bylines_in_their_order():
    first, second = "Ida Quay is a captain.", "Jón M. Sund teaches knots."
    assert [one.value.bio for one in read("Who Pays?", *BODY, first, second).people] == [first, second]
    assert [one.value.bio for one in read("Who Pays?", *BODY, f"{first} {second}").people] == [first, second]


@pytest.mark.parametrize(
    ("sentence", "outlet", "day", "relation"),
    [
        ("This commentary originally appeared on Tidal Affairs on February 3, 2025.", 3, "2025-02-03", "original"),
        ("Originally published in The Evening Lantern, 3 February 2025.", 1, "2025-02-03", "original"),
        ("A longer version of this article was published in the Lantern on 3rd May 2025.", 1, "2025-05-03", "version"),
        ("Dieser Beitrag ist zuerst am 3. Februar 2025 in der Buoy erschienen.", 2, "2025-02-03", "first"),
        ("Zuerst erschienen in Die Buoy am 3. März 2025.", 2, "2025-03-03", "first"),
        ("Cet article a été publié d’abord dans Tidal Affairs le 3 février 2025.", 3, "2025-02-03", "first"),
        ("Este artículo se publicó primero en Tidal Affairs el 3 de mayo de 2025.", 3, "2025-05-03", "first"),
        ("This article is republished from the Lantern under a Creative Commons license.", 1, None, "original"),
        ("This op-ed first ran in Tidal Affairs and is republished here with their permission.", 3, None, "first"),
        ("Cross-posted from Tidal Affairs.", 3, None, "crossposted"),
    ],
)  # fmt: skip
def test_attribution_sentences_of_every_common_form_are_read(sentence, outlet, day, relation):
    (ran,) = read("Who Pays?", *BODY, sentence).places
    said = ran.value.day.on.isoformat() if ran.value.day else None
    assert (ran.value.outlet, said, ran.value.relation) == (outlet, day, relation)
    assert ran.evidence[0].text == sentence


def test_several_known_outlets_in_one_sentence_are_several_appearances():
    found = read(
        "Who Pays?", *BODY, "This article was originally published in the Lantern and Tidal Affairs."
    )
    assert [ran.value.outlet for ran in found.places] == [1, 3]


def test_the_house_sentence_is_compared_with_the_texts_own():
    assert (
        read("Who Pays?", *BODY, "This article was originally published in the Lantern.").places[0].difference
        == ""
    )
    told = (
        read("Who Pays?", *BODY, "This essay was originally published in the Lantern.").places[0].difference
    )
    assert told == "“essay” instead of “article”"


def test_a_line_that_is_the_bio_of_two_people_is_parted_where_it_names_the_second_credited_one():
    """A person without a record counts, if the byline names them."""
    first = "Ida Quay is a senior pilot at the Tidal College."
    second = "Marta Quill is a geographer in Aal. She swims."
    found = read("Who Pays?", "By Ida Quay and Marta Quill", *BODY, f"{first} {second}", HARBOUR_WORDING)
    assert {person.value.name: person.value.bio for person in found.people} == {
        "Ida Quay": first,
        "Marta Quill": second,
    }
