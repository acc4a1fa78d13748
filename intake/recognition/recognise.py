"""Manuscript and knowledge in, recognition out: pure.

Nothing is lost, because what nobody recognises is the body. Nothing is invented, because every value comes from a
line of the source or from the desk's own records.
"""

from dataclasses import replace

from disclaimers.joining import LANGUAGES
from intake.findings import Certainty, Day, Evidence, Found, Ran, Recognition
from intake.knowledge import Knowledge, KnownInstitution, KnownStyle
from intake.lines.language_of_text import language_of
from intake.recognition import merging, second_pass, stated
from intake.recognition.cautions import worth_a_look
from intake.recognition.foot import Foot, take_foot
from intake.recognition.head import read_head
from intake.recognition.own_words import attributions_compared, kind_compared, pinned, rights_found
from intake.recognition.remaining import Sheet
from intake.recognition.top import Top, take_last_date, take_top
from intake.sources.manuscript import Manuscript

Lines = tuple[Evidence, ...]
_ELSEWHERE = (
    "media",
    "news",
    "press",
    "op-ed",
    "oped",
    "medien",
    "presse",
    "gastbeitrag",
    "médias",
    "prensa",
)
"""Words in the label of a content type for pieces that ran elsewhere: a lone date there may be the outlet's."""
_USUAL = tuple(KnownStyle(language) for language in LANGUAGES)
"""The usual words of every language that has some: a page printed by such a desk is read back."""


def recognise(
    manuscript: Manuscript, knowledge: Knowledge, *, institution: str = "", kind: str = ""
) -> Recognition:
    """Take a manuscript apart. `institution` and `kind` are codes somebody gave; they outrank what the text says."""
    sheet = Sheet(manuscript.blocks)
    foot = take_foot(sheet, knowledge, _styles(knowledge, None))
    publisher = _publisher(foot, knowledge, institution)
    house = knowledge.institution(publisher.value) if publisher else None
    styles = _styles(knowledge, house)
    top = take_top(sheet, read_head(sheet.lines, knowledge, styles))
    take_last_date(sheet, top, styles)
    found_kind = _kind(top, foot, house, kind)
    found = _gathered(sheet, top, foot, knowledge)
    day, warnings = _our_day(top, found_kind, found.ran, knowledge)
    found = replace(
        found,
        institution=publisher,
        language=_language(manuscript, house),
        published_on=day,
        body=sheet.body(),
        left_out=manuscript.left_out,
        remarks=manuscript.remarks,
    )
    found = _compared(found, found_kind, house, foot, knowledge)
    return replace(found, warnings=(*top.warnings, *warnings, *worth_a_look(found, knowledge)))


def _gathered(sheet: Sheet, top: Top, foot: Foot, knowledge: Knowledge) -> Recognition:
    """What top and end say, each thing once."""
    said = [*top.stated, *foot.stated]
    mentions = [*top.mentions, *stated.mentions(said)]
    credits = [*top.credited, *foot.credited, *stated.credits(mentions, said, knowledge)]
    people = second_pass.with_shared_bios(sheet, merging.people(credits, foot.bios))
    return Recognition(
        headline=top.headline,
        dek=top.dek,
        ran=second_pass.with_what_leads_on(sheet, merging.places(mentions), knowledge),
        people=second_pass.with_sections(sheet.lines, people, knowledge),
        licence=stated.licensed(mentions, said),
        translation=stated.translation(said),
        notes=stated.notes(said),
        disclosures=stated.disclosures(said),
        embargo=stated.embargo(said),
        other_versions=stated.versions(said),
        has_more_places=merging.has_more(mentions),
    )


def _compared(
    found: Recognition, kind: Found[str] | None, house: KnownInstitution | None, foot: Foot, knowledge: Knowledge
) -> Recognition:  # fmt: skip
    """The same, with the differences between the source's words and those the desk would print."""
    printed_in = found.language.value if found.language else ""
    found = replace(
        found,
        kind=kind_compared(kind, house.code if house else "", printed_in, knowledge),
    )
    found = attributions_compared(found, house, knowledge)
    return replace(
        found,
        wordings=pinned(foot.wordings, found, knowledge),
        rights=rights_found(foot.rights, found, house, knowledge),
    )


def _styles(knowledge: Knowledge, house: KnownInstitution | None) -> list[KnownStyle]:
    """The publisher's own joining words where it is known, else everybody's; then the usual ones."""
    own = list(house.styles) if house else [style for one in knowledge.institutions for style in one.styles]
    return [*own, *_USUAL]


def _publisher(foot: Foot, knowledge: Knowledge, given: str) -> Found[str] | None:
    """Who publishes: as given, else whose disclaimer or rights stand at the end, else the desk's own institution."""
    if given:
        return Found(given, Certainty.KNOWN, ())
    said = [(match.wording.institution, lines) for match, _, lines in foot.wordings]
    if foot.rights:
        holder = foot.rights[0].holder.casefold()
        said += [
            (known.code, foot.rights[1])
            for known in knowledge.institutions
            if holder in {name.casefold() for name in (known.holder, *known.names) if name}
        ]
    codes = {code for code, _ in said}
    for code, lines in said:  # a centre also prints its parent's words: the one that stands below the others
        known = knowledge.institution(code)
        if known and codes - {code} <= set(known.above):
            return Found(code, Certainty.DERIVED, lines)
    if said:
        return Found(said[0][0], Certainty.ASSUMED, said[0][1])
    return Found(knowledge.home.code, Certainty.ASSUMED, ()) if knowledge.home else None


def _kind(top: Top, foot: Foot, house: KnownInstitution | None, given: str) -> Found[str] | None:
    """The content type: as given, else the label above, else the word a disclaimer opens with, else the usual one."""
    if given:
        return Found(given, Certainty.KNOWN, top.kind.evidence if top.kind else ())
    if top.kind:
        return top.kind
    for match, _, lines in foot.wordings:
        if match.kind:
            return Found(match.kind.code, Certainty.DERIVED, lines)
    if house and house.default_kind:
        return Found(house.default_kind, Certainty.ASSUMED, ())
    return None


def _our_day(
    top: Top, kind: Found[str] | None, ran: tuple[Found[Ran], ...], knowledge: Knowledge
) -> tuple[Found[Day] | None, list[str]]:
    """A date without an outlet is ours; only assumed where it could as well be the day it ran elsewhere."""
    if not top.day:
        return None, []
    known = knowledge.kind(kind.value) if kind else None
    elsewhere = any(
        word in label.casefold() for label in (known.labels if known else ()) for word in _ELSEWHERE
    )
    if not elsewhere and all(one.value.day for one in ran):
        return top.day, []
    said = " ".join(line.text for line in top.day.evidence)
    warning = f"“{said}” was taken for the day it was published here; it could be the day it ran elsewhere."
    return replace(top.day, certainty=Certainty.ASSUMED), [warning]


def _language(manuscript: Manuscript, house: KnownInstitution | None) -> Found[str] | None:
    told = language_of(" ".join(block.text for block in manuscript.blocks))
    usual = house.language if house else ""
    if told and usual.split("-")[0] == told:
        return Found(usual, Certainty.DERIVED, ())
    if told:
        return Found(told, Certainty.DERIVED, ())
    return Found(usual, Certainty.ASSUMED, ()) if usual else None
