"""Pages composed from facts give the facts back; nothing is lost, nothing is invented."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.findings import Certainty, FoundDay
from intake.lines.language import language_of_text
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from intake.sources.manuscript import CannotRead
from prose import slots
from prose.dates import in_words
from tests.intake.harbour import (
    AUTHORS,
    BODY,
    HARBOUR_WORDING,
    KNOWLEDGE,
    STRAIT_WORDING,
    characters_kept,
    characters_of,
    page,
    read,
)

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2025, 12, 31))
HEADLINES = st.sampled_from(
    [
        "Why the Ferry Waits",
        "Who Pays for the Pier?",
        "Dredging: A Love Story",
        "“Not One Knot” and Other Promises",
    ]
)
DEKS = st.sampled_from(
    ["", "The port is quiet, and that is the trouble with it.", "A pier is a promise, says the mayor."]
)
# (as said in a label, as said in a sentence, key)
PLACES = st.sampled_from(
    [("Lantern", "the Lantern", 1), ("The Evening Lantern", "The Evening Lantern", 1), ("Die Buoy", "Die Buoy", 2),
     ("Tidal Affairs", "Tidal Affairs", 3), ("Gull Gazette", "the Gull Gazette", None)]
)  # fmt: skip
ATTRIBUTIONS = st.sampled_from(
    [("This article was originally published in {}.", "original"), ("First published in {}", "first"),
     ("This op-ed originally appeared in {}.", "original"),
     ("A version of this essay first appeared in {}.", "version"),
     ("Republished with permission from {}.", "original"), ("This piece was also published by {}.", "also"),
     ("", "original")]
)  # fmt: skip
TYPOGRAPHY = st.sampled_from(
    [str, lambda text: text.replace("'", "’").replace("-", "‐"), lambda text: text.replace(" ", "\xa0", 2)]
)


@dataclass(frozen=True)
class Facts:
    """What a page says."""

    kind: str
    headline: str
    dek: str
    place: tuple[str, str, int | None] | None
    their_day: dt.date | None
    our_day: dt.date | None
    attribution: tuple[str, str]
    authors: tuple[int, ...]
    with_bio: bool
    wording: int
    year: int


FACTS = st.builds(
    Facts,
    kind=st.sampled_from(["", "essay", "elsewhere"]),
    headline=HEADLINES,
    dek=DEKS,
    place=st.none() | PLACES,
    their_day=st.none() | DAYS,
    our_day=st.none() | DAYS,
    attribution=ATTRIBUTIONS,
    authors=st.lists(st.sampled_from([1, 2, 3]), unique=True, max_size=3).map(tuple),
    with_bio=st.booleans(),
    wording=st.sampled_from([0, 1, 2]),
    year=st.integers(1990, 2025),
)


def top(facts: Facts) -> list[str]:
    """The known forms that stand above the text, in no order yet."""
    lines = []
    if facts.our_day:
        lines.append(f"Published on {in_words(facts.our_day, 'en')}")
    if facts.place and facts.their_day:
        lines.append(f"published by\n{facts.place[0]}\n on {in_words(facts.their_day, 'en')}")
    if facts.place and not facts.their_day:
        lines.append(f"Source: {facts.place[0]}")
    names = [KNOWLEDGE.authors[key - 1].name for key in facts.authors]
    if names and not facts.with_bio:
        lines.append("By " + ", ".join(names[:-1]) + (" and " if names[1:] else "") + names[-1])
    return lines


def bottom(facts: Facts) -> list[str]:
    """The known forms that stand below the text, in no order yet."""
    lines = []
    if facts.place and facts.attribution[0]:
        lines.append(facts.attribution[0].format(facts.place[1]))
    if facts.wording == 1:
        lines.append(HARBOUR_WORDING)
    if facts.wording == 2:
        number = max(len(facts.authors), 1)
        lines.append(slots.fill(STRAIT_WORDING, {"kind": "Essay"}, authors=number))
        lines.append(f"© {facts.year} by the Strait Forum. No rights given away.")
    return lines


def bios(facts: Facts) -> list[str]:
    if not facts.with_bio:
        return []
    return [
        f"{KNOWLEDGE.authors[key - 1].name} is keeper of pier {key} at the Tidal College."
        for key in facts.authors
    ]


@settings(max_examples=80, deadline=None)
@given(facts=FACTS, typography=TYPOGRAPHY, data=st.data())
def test_a_page_composed_of_facts_in_any_order_gives_the_facts_back(facts, typography, data):
    above = data.draw(st.permutations(top(facts)))
    below = data.draw(st.permutations(bottom(facts) + bios(facts)))
    label = {"essay": "Essay", "elsewhere": "seen elsewhere in the media", "": ""}[facts.kind]
    dek = facts.dek if above else ""
    text = page(*map(typography, [label, facts.headline, dek, *above, *BODY, *below]))
    found = recognise(read_text(text), KNOWLEDGE)

    assert found.headline.value == " ".join(typography(facts.headline).split())
    assert (found.dek.value if found.dek else "") == dek
    kind = facts.kind or ("essay" if facts.wording == 2 else None)
    assert (found.kind.value if found.kind else None) == kind
    assert (found.published_on.value if found.published_on else None) == (
        FoundDay(facts.our_day) if facts.our_day else None
    )
    assert [block.text for block in found.body] == [
        " ".join(paragraph.split()) for paragraph in map(typography, BODY)
    ]
    assert {one.value.author for one in found.people} == set(facts.authors)
    assert (
        {one.value.bio for one in found.people if one.value.bio} == set(bios(facts))
        if typography is str
        else True
    )
    assert [one.value.wording for one in found.wordings] == ([facts.wording] if facts.wording else [])
    assert (found.copyright.value.year if found.copyright else None) == (
        str(facts.year) if facts.wording == 2 else None
    )
    assert found.institution.value == ("strait" if facts.wording == 2 else "harbour")
    assert bool(found.places) is (facts.place is not None)
    if facts.place:
        ran = found.places[0].value
        assert len(found.places) == 1
        assert ran.outlet == facts.place[2]
        assert ran.day == (FoundDay(facts.their_day) if facts.their_day else None)
        assert ran.relation == (facts.attribution[1] if facts.attribution[0] else "original")
    assert characters_kept(found) == characters_of(read_text(text))


PIECES = st.sampled_from(
    ["Essay", "Essay\nLetter", "May 5, 2019", "June 6, 2019", "February 30, 2019It is late.", "May 5, 2019It is late.",
     "Published on February 30, 2019", "Published on May 2019", "Source: Getty Images", "Source: Lantern",
     "By Ida Quay",
     "By the Way", "Ida Quay", "Lantern", "Lantern, May 5, 2019", "published by", "on May 5, 2019",
     "This article was originally published in", "the Lantern.", "© 2018 Strait Forum", "© 2019 Strait Forum",
     HARBOUR_WORDING, HARBOUR_WORDING + " © 2018 Harbour Institute", BODY[0] + " " + HARBOUR_WORDING, *BODY,
     "Ida Quay is a captain. She sails.", "She is fond of tea.", "About the author", "***", "1. One", "- two",
     "A study first published in the Lantern in 2017 says so.", "Via the Lantern | Ida Quay | May 5, 2019"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(PIECES | st.text(max_size=60), min_size=1, max_size=12), blank=st.booleans())
def test_nothing_is_lost_and_nothing_invented_whatever_stands_where(lines, blank):
    text = ("\n\n" if blank else "\n").join(lines)
    try:
        manuscript = read_text(text)
    except CannotRead:
        return
    assert characters_kept(recognise(manuscript, KNOWLEDGE)) == characters_of(manuscript)


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


def test_a_date_run_together_with_the_first_sentence_is_ours_and_leaves_it():
    found = read("Why the Ferry Waits\nJuly 9, 2018" + BODY[0], *BODY[1:])
    assert found.published_on.value == FoundDay(dt.date(2018, 7, 9))
    assert found.published_on.certainty is Certainty.KNOWN
    assert found.body[0].text == BODY[0]
    assert found.headline.value == "Why the Ferry Waits"


def test_a_day_that_never_was_stays_in_the_text_with_a_warning():
    for line in (
        "Published on February 30, 2019",
        "February 30, 2019",
        "published by Lantern on June 31, 2020",
    ):
        found = read("Why the Ferry Waits", line, *BODY)
        assert found.published_on is None
        assert found.places == ()
        assert found.body[0].text == line
        assert any("2019" in warning or "2020" in warning for warning in found.warnings)


def test_a_lone_date_under_a_label_of_other_media_is_only_assumed_to_be_ours():
    found = read("seen elsewhere in the media", "Who Pays?", "Published on March 1, 2019", *BODY)
    assert found.published_on.certainty is Certainty.ASSUMED
    assert found.published_on.value == FoundDay(dt.date(2019, 3, 1))
    assert found.places == ()
    assert (
        read("Essay", "Who Pays?", "Published on March 1, 2019", *BODY).published_on.certainty
        is Certainty.KNOWN
    )


def test_an_outlet_the_text_only_mentions_is_no_appearance():
    assert read("Who Pays?", *BODY).places == ()
    last = "A study of ferries was first published in the Lantern in 2017."
    assert read("Who Pays?", *BODY, last, HARBOUR_WORDING).places == ()


def test_a_picture_credit_is_no_outlet():
    found = read("Who Pays?", "Source: Getty Images", *BODY)
    assert found.places == ()
    assert found.body[0].text == "Source: Getty Images"


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
    assert any("reads like a disclaimer" in warning for warning in found.warnings)


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


def test_of_two_dates_above_the_text_the_first_counts_and_the_other_stays():
    found = read("Who Pays?", "Published on March 1, 2019", "Updated on March 4, 2019", *BODY)
    assert found.published_on.value == FoundDay(dt.date(2019, 3, 1))
    assert found.body[0].text == "Updated on March 4, 2019"
    assert any("second date" in warning for warning in found.warnings)


def test_several_lines_about_one_outlet_are_one_appearance_with_all_they_say():
    sentence = "This article was originally published in the Lantern on June 11, 2020."
    (ran,) = read("Who Pays?", "Source: Lantern", *BODY, sentence).places
    assert (ran.value.outlet, ran.value.day) == (1, FoundDay(dt.date(2020, 6, 11)))
    assert [line.text for line in ran.evidence] == ["Source: Lantern", sentence]


@pytest.mark.parametrize(
    "line",
    [
        "By the Editorial Board",
        "June 5, 2020 – 5 min read",
        "Published in haste",
        "June 5, 2020 in Harbour Town",
    ],
)
def test_a_line_that_only_opens_like_a_byline_or_a_date_is_no_dek(line):
    found = read("Who Pays?", line, "By Ida Quay", *BODY)
    assert found.headline.value == "Who Pays?"
    assert found.dek is None
    assert found.body[0].text == line
    assert any(line in warning for warning in found.warnings)


def test_an_hour_behind_a_date_leaves_the_day_a_day():
    for line in (
        "June 5, 2020, 9:30 a.m. EST",
        "Published on June 5, 2020 at 09:30",
        "5. Juni 2020, 9.30 Uhr",
    ):
        found = read("Who Pays?", line, *BODY)
        assert found.published_on.value == FoundDay(dt.date(2020, 6, 5))
        assert found.published_on.evidence[0].text == line


def test_a_label_in_other_letters_is_told():
    assert read("ESSAY", "Who Pays?", *BODY).kind.difference == "“ESSAY” instead of “Essay”"
    assert read("Essay:", "Who Pays?", *BODY).kind.difference == ""
    assert read("Who Pays?", "Essay | June 5, 2020", *BODY).kind.difference == ""


@pytest.mark.parametrize(
    "headline", ["By 2030 the Port Will Close", "Von der Krise zur Chance", "May 5, 2019 Was Cold"]
)
def test_a_headline_may_open_like_a_byline_or_a_date(headline):
    assert read(headline, "June 5, 2020", *BODY).headline.value == headline


def test_a_label_the_desk_does_not_know_is_no_headline():
    found = read("Trade Winds", "Who Pays?", "A pier is a promise.", "March 1, 2019", *BODY)
    assert (found.headline.value, found.dek.value) == ("Who Pays?", "A pier is a promise.")
    assert found.body[0].text == "Trade Winds"
    assert any("Trade Winds" in warning for warning in found.warnings)


def test_a_sentence_is_no_headline():
    found = read(*BODY)
    assert found.headline is None
    assert [block.text for block in found.body] == list(BODY)
    assert "No headline was found." in found.warnings


@pytest.mark.parametrize(
    "line", ["By Ida Quay via the Lantern", "Ida Quay for The Lantern", "by Ida Quay in Lantern"]
)
def test_an_outlet_hung_on_the_byline_is_where_it_ran(line):
    found = read("Who Pays?", line, *BODY)
    assert [person.value.author for person in found.people] == [1]
    assert [ran.value.outlet for ran in found.places] == [1]


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


def test_what_was_given_outranks_what_the_text_says():
    found = recognise(
        read_text(page("Essay", "Who Pays?", *BODY)), KNOWLEDGE, institution="strait", kind="letter"
    )
    assert (found.institution.value, found.kind.value) == ("strait", "letter")


def test_the_house_sentence_is_compared_with_the_texts_own():
    assert (
        read("Who Pays?", *BODY, "This article was originally published in the Lantern.").places[0].difference
        == ""
    )
    told = (
        read("Who Pays?", *BODY, "This essay was originally published in the Lantern.").places[0].difference
    )
    assert told == "“essay” instead of “article”"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The harbour is the oldest of the ports, and it is not the one that they wanted to have."),
        (
            "de",
            "Der Hafen ist der älteste von allen, und er ist nicht der, den sie für die Stadt haben wollten.",
        ),
        (
            "fr",
            "Le port est le plus ancien de la côte, et il ne sera pas celui que les pilotes voulaient pour la ville.",
        ),
        (
            "es",
            "El puerto es el más antiguo de la costa, y no es el que los prácticos querían para la ciudad.",
        ),
        (
            "ru",
            "Гавань старше всех на побережье, и это не та, что они хотели для города, но она не хуже, как и все.",
        ),
        (
            "ar",
            "هذا الميناء من أقدم الموانئ في المدينة ولا يعرف أحد ما كان على الساحل من قبل في هذه الأيام التي مضت",
        ),
        ("ko", "이 항구는 해안에서 가장 오래된 항구이며 도시가 바라던 항구는 아니었다."),
    ],
)
def test_the_language_of_a_text_is_told_in_the_languages_of_the_pages(language, sentence):
    assert read("Headline", *[sentence] * 3).language.value == language
    assert language_of_text(sentence.split(" ")[0]) == ""
