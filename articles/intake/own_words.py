"""Where the source's words are not the ones the desk would print: the source's stay, and the difference is told."""

import datetime as dt
from dataclasses import replace

from articles.intake.differences import difference
from articles.intake.disclaimers import Match
from articles.intake.found import Certainty, Evidence, Found, Pinned, Ran, Recognition, Rights
from articles.intake.knowledge import Knowledge, KnownInstitution, KnownStyle
from outlets.attribution import OutletName, in_sentence
from prose import slots
from prose.dates import in_words
from prose.typography import fold

Lines = tuple[Evidence, ...]


def pinned(
    matches: list[tuple[Match, str, Lines]], found: Recognition, knowledge: Knowledge
) -> tuple[Found[Pinned], ...]:
    """The disclaimers found: the known text where it prints the same words on this piece, else the piece's own."""
    return tuple(
        Found(
            Pinned(match.wording.key, text, "" if _prints(match, text, found, knowledge) else text),
            Certainty.KNOWN,
            lines,
            match.difference(text),
        )
        for match, text, lines in matches
    )


def _prints(match: Match, text: str, found: Recognition, knowledge: Knowledge) -> bool:
    """Whether the known text, filled for this piece, says the same but for typography."""
    kind = knowledge.kind(found.kind.value) if found.kind else None
    house = found.institution.value if found.institution else ""
    language = found.language.value if found.language else ""
    label = kind.label_for(house, language) if kind else ""
    authors = sum(person.value.role == "author" for person in found.people)
    return fold(slots.fill(match.wording.text, {"kind": label}, authors=authors)) == fold(text)


def kind_compared(
    found: Found[str] | None, house: str, language: str, knowledge: Knowledge
) -> Found[str] | None:
    """The content type, with the difference between the text's label and the one that will print."""
    kind = knowledge.kind(found.value) if found else None
    if not found or not kind or not found.evidence:
        return found
    label, said = kind.label_for(house, language), found.evidence[0].text.rstrip(": ")
    is_the_label = fold(label).casefold() == fold(said).casefold()
    return replace(found, difference=difference(label, said) if is_the_label else "")


def attributions_compared(
    found: Recognition, house: KnownInstitution | None, knowledge: Knowledge
) -> tuple[Found[Ran], ...]:
    """Where it ran, with the difference between the text's own sentence and the one the house will print."""
    style = style_of(house, found.language.value if found.language else "")
    return tuple(
        replace(ran, difference=_sentence_difference(ran.value, style, knowledge)) for ran in found.ran
    )


def _sentence_difference(ran: Ran, style: KnownStyle | None, knowledge: Knowledge) -> str:
    template = dict(style.attributions).get(ran.relation, "") if style else ""
    if not ran.sentence or not style or not template:
        return ""
    known = next(
        (outlet.name for outlet in knowledge.outlets if outlet.key == ran.outlet), OutletName(ran.name)
    )
    day = in_words(ran.day.on, style.language, ran.day.precision) if ran.day else ""
    outlet = "".join(in_sentence(known, style.outlet_article))
    printed = slots.fill(template, {"noun": style.noun, "outlet": outlet, "date": day})
    if not ran.outlet and ran.article:
        printed = printed.replace(outlet, f"{ran.article} {outlet}")
    return difference(printed, ran.sentence)


def other_wordings_in_force(found: Recognition, knowledge: Knowledge) -> list[str]:
    """A sentence for each disclaimer found that was not the text of the day, where that day is known."""
    on = found.published_on.value.on if found.published_on else None
    known = {wording.key: wording for wording in knowledge.wordings}
    return [
        f"The disclaimer on this piece was not the text in force on {on.isoformat()}; the one found is kept."
        for one in found.wordings
        if on and not known[one.value.wording].is_in_force(on)
    ]


def rights_found(
    rights: tuple[Rights, Lines] | None, found: Recognition, house: KnownInstitution | None
) -> Found[Rights] | None:
    """The copyright line, with its difference from the one the house would compose for that year."""
    if not rights:
        return None
    style = style_of(house, found.language.value if found.language else "")
    ours = composed(rights[0].year, house, style)
    said = rights[0].line
    if not ours:
        return Found(rights[0], Certainty.KNOWN, rights[1], "the house prints no copyright line")
    return Found(
        rights[0], Certainty.KNOWN, rights[1], difference(ours, said) if fold(ours) != fold(said) else ""
    )


def composed(year: str, house: KnownInstitution | None, style: KnownStyle | None) -> str:
    """The line the house would print for a year; empty without a format."""
    if not house or not style or not style.copyright_format:
        return ""
    values = {"year": year, "holder": house.holder, "reservation": style.reservation}
    return slots.fill(style.copyright_format, values)


def own_copyright_line(found: Recognition) -> str:
    """The line to keep on the piece: only where the house would print another, for its words or for its year."""
    if not found.rights:
        return ""
    day: dt.date | None = found.published_on.value.on if found.published_on else None
    same_year = day is not None and found.rights.value.year == str(day.year)
    return "" if same_year and not found.rights.difference else found.rights.value.line


def style_of(house: KnownInstitution | None, language: str) -> KnownStyle | None:
    """The house style in a language, else the one in the institution's usual language, else its first."""
    if not house:
        return None
    for wanted in (language, language.split("-")[0], house.language):
        for style in house.styles:
            if style.language == wanted:
                return style
    return next(iter(house.styles), None)
