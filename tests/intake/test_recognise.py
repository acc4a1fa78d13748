"""Pages composed from facts give the facts back; nothing is lost, nothing is invented."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.findings import FoundDay
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from intake.sources.manuscript import CannotRead
from prose import slots
from prose.dates import in_words
from prose.text_language.recognition import language_of_text
from tests.conftest import examples
from tests.intake.harbour import (
    BODY,
    HARBOUR_WORDING,
    KNOWLEDGE,
    STRAIT_WORDING,
    characters_kept,
    characters_of,
    page,
    read,
)

pytestmark = pytest.mark.long

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


@settings(max_examples=examples(80), deadline=None)
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


@settings(max_examples=examples(120), deadline=None)
@given(lines=st.lists(PIECES | st.text(max_size=60), min_size=1, max_size=12), blank=st.booleans())
def test_nothing_is_lost_and_nothing_invented_whatever_stands_where(lines, blank):
    text = ("\n\n" if blank else "\n").join(lines)
    try:
        manuscript = read_text(text)
    except CannotRead:
        return
    assert characters_kept(recognise(manuscript, KNOWLEDGE)) == characters_of(manuscript)


def test_what_was_given_outranks_what_the_text_says():
    found = recognise(
        read_text(page("Essay", "Who Pays?", *BODY)), KNOWLEDGE, institution="strait", kind="letter"
    )
    assert (found.institution.value, found.kind.value) == ("strait", "letter")


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
