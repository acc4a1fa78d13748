"""Bio lines: one for each byline, written for the piece or made from the post of the day that counts."""

from articles.press.facts import Facts
from articles.press.lines import people
from articles.press.names import Person
from articles.press.relations import precision_of
from prose import printed_line
from prose.dates import Precision, in_words
from prose.languages import base, serves
from prose.names import english
from prose.printed_line import PrintedLine, Span, words


def bios(facts: Facts) -> list[PrintedLine]:
    """One line for each person: the bio written for this piece, else one made from the post; none without either.

    A bio says what somebody is. Where the post had ended before readers first got the piece here, as in a piece of 2018
    that is typed in today, it says of which day it speaks.
    """
    lines = []
    for row in facts.content["bylines"]:
        person = facts.names.people.get(row["author_id"])
        if row["bio"]:
            lines.append(words(row["bio"]))
        elif person and person.appointment:
            line = _made_from_the_post(facts, person, row["name"])
            lines.append(_with_day(line, facts) if _had_ended(person, facts) else line)
        elif person and is_another_name(row["name"], person) and facts.phrase("bio_line"):
            lines.append(_name(facts, person, row["name"]))
    by_text = {printed_line.text(line): line for line in reversed(lines) if line}
    return list(reversed(by_text.values()))


def is_another_name(printed: str, person: Person) -> bool:
    """True if a byline's own name does not let readers see who it is: "I. Marlow" of Ida Quay.

    "Ida" and "Ambassador Ida Quay" do: one of the two names holds the other.
    """
    one, other = printed.casefold(), person.name.casefold()
    return bool(one) and one not in other and other not in one


def _name(facts: Facts, person: Person, printed: str) -> PrintedLine:
    """The person's own name, and behind it the other one that the byline prints: "Ida Quay (here as I. Marlow)"."""
    name = printed_line.without_links(people.name_of(facts, person, "bio_name", []))
    if not is_another_name(printed, person):
        return name
    here = people.word_of(person.printed_as(printed, facts.names.language), "name")
    return facts.phrase("bio_name_here").fill({"name": name, "printed": here}) or name


def _made_from_the_post(facts: Facts, person: Person, printed: str) -> PrintedLine:
    """ "Amara Dell is a research fellow with the Africa Programme at Gower House." """
    phrase, post = facts.phrase("bio_line"), people.post_of(person)
    parts = _parts_of_post(facts, person, phrase.spoken)
    return phrase.fill({"author": _name(facts, person, printed), "appointment": post, **parts})


def _had_ended(person: Person, facts: Facts) -> bool:
    """True if the post of the day that counts was over when readers first got the piece."""
    since = facts.readers_since
    return bool(since and person.until and person.until <= since.isoformat())


def _with_day(line: PrintedLine, facts: Facts) -> PrintedLine:
    """ "Ida Quay is a fellow (July 9, 2018).", or "(2018)" where no more is known of the day there."""
    if not line:
        return []
    *others, last = line
    stop = last["text"][-1] if last["text"][-1] in ".。।" else ""
    is_theirs = facts.first_published_on is None and facts.outlet_on is not None
    precision = precision_of(facts.content, facts.counted_on) if is_theirs else Precision.DAY
    day = in_words(facts.counted_on, last.get("within") or facts.language, precision)
    before = Span(**last | {"text": last["text"].removesuffix(stop)})
    behind = Span(text=f" ({day}){stop}")
    if "within" in last:
        behind |= {"lang": last["within"], "within": last["within"]}
    return printed_line.merged([*others, before, behind])


def _parts_of_post(facts: Facts, person: Person, sentence: str) -> dict[str, PrintedLine]:
    """Title, unit and house of a post, and the same as they stand in a `sentence`: in English with small words."""
    parts = {part: people.word_of(person, part) for part in ("title", "unit", "house")}
    title, unit, house = parts["title"] or words(person.appointment), parts["unit"], parts["house"]
    before = {"a_title": "", "in_unit": "", "in_house": ""}
    if {base(sentence), *(base(span.get("lang") or facts.language) for span in title)} == {"en"}:
        said = printed_line.text(title)
        before = {
            "a_title": english.indefinite(said),
            "in_unit": english.before_place(printed_line.text(unit), english.preposition(said, "with")),
            "in_house": english.before_place(
                printed_line.text(house), "at" if unit else english.preposition(said, "at")
            ),
        }
    spoken = {"a_title": title, "in_unit": unit, "in_house": house}
    mark = "" if serves(sentence, facts.language) else sentence
    in_sentence = {slot: [*words(before[slot], mark), *line] if line else [] for slot, line in spoken.items()}
    return parts | {"title": title} | in_sentence
