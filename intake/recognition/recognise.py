"""Recognise a manuscript: manuscript and knowledge in, recognition out; no database.

Nothing is lost: a line that no recogniser takes is the body. Nothing is invented: every value comes from a line of
the source or from the desk's own records.
"""

from collections.abc import Sequence
from dataclasses import replace

from disclaimers.phrases import LANGUAGES
from intake.findings import Certainty, EvidenceLines, Finding, FoundDay, FoundPlace, Recognition
from intake.knowledge import Knowledge, KnownInstitution, KnownKind, KnownStyle
from intake.lines.days.dates import date_at_start
from intake.recognition import merging, second_pass
from intake.recognition.cautions import cautions_on, doubts_on
from intake.recognition.claimed.day import day_with_claims
from intake.recognition.claimed.headline import headline_with_claims
from intake.recognition.claimed.language import language_with_claims
from intake.recognition.claimed.people import people_with_claims
from intake.recognition.claimed.place import places_with_claims
from intake.recognition.foot import FootFindings, take_foot
from intake.recognition.head import HeadFindings, take_head
from intake.recognition.own_words import (
    copyright_with_difference,
    kind_with_difference,
    with_attribution_difference,
    wordings_with_difference,
)
from intake.recognition.remaining import Remaining
from intake.recognition.template import take_template
from intake.sources.claims import Claimed, claims_of
from intake.sources.manuscript import Hint, LeftOut, Manuscript

RAN_THEN = "day on which it ran elsewhere"
_ELSEWHERE = (
    "media", "news", "press", "op-ed", "oped", "medien", "presse", "gastbeitrag", "médias", "prensa",
)  # fmt: skip
"""Words in the label of a content type for pieces that ran elsewhere: a lone date there may be the outlet's."""
_USUAL_STYLES = tuple(KnownStyle(language) for language in LANGUAGES)
"""The usual words of every language that has some: a page printed by such a desk is read back."""


def recognise(
    manuscript: Manuscript, knowledge: Knowledge, *, institution: str = "", kind: str = ""
) -> Recognition:
    """Recognise a manuscript. `institution` and `kind` are codes that outrank what the text says."""
    manuscript = _by_its_words(manuscript)
    remaining = Remaining(manuscript.blocks)
    slip = take_template(remaining)
    foot = take_foot(remaining, knowledge, _styles(knowledge, None))
    publisher = _publisher(foot, knowledge, institution)
    house = knowledge.institution(publisher.value) if publisher else None
    is_page = bool(claims_of(manuscript.claims, Claimed.HEADLINE))
    head = take_head(remaining, knowledge, _styles(knowledge, house), is_page=is_page)
    found_kind = _kind(head, foot, house, kind)
    recognition = _merge(remaining, head, foot, knowledge)
    day, warnings = _day(head, found_kind, recognition.places, knowledge)
    recognition, doubts = _with_claims(
        replace(recognition, published_on=day), manuscript, remaining, knowledge
    )
    beside = remaining.take_beside()
    language, on_language = language_with_claims(manuscript, house)
    recognition = replace(
        recognition,
        institution=publisher,
        language=language,
        body=remaining.body(),
        left_out=(*manuscript.left_out, *slip, *head.left_out, *beside),
        pictures=manuscript.pictures,
        remarks=manuscript.remarks,
        mark=manuscript.mark,
        margin=manuscript.margin,
        doubts=(*manuscript.doubts, *head.doubts, *doubts, *on_language),
    )
    recognition = _with_differences(recognition, found_kind, house, foot, knowledge)
    return replace(
        recognition,
        doubts=(*recognition.doubts, *doubts_on(recognition)),
        warnings=(*head.warnings, *warnings, *cautions_on(recognition, knowledge)),
    )


def _by_its_words(manuscript: Manuscript) -> Manuscript:
    """The manuscript without the word of a style or a class on bylines: whoever made it may mean anything by that."""
    blocks = (
        replace(block, hint=Hint.NONE) if block.hint is Hint.BYLINE else block for block in manuscript.blocks
    )
    return replace(manuscript, blocks=tuple(blocks))


def _with_claims(
    recognition: Recognition, manuscript: Manuscript, remaining: Remaining, knowledge: Knowledge
) -> tuple[Recognition, list[str]]:
    """Weigh what was read against what the source says of itself outside its text; returns doubts, too."""
    claims = manuscript.claims
    headline, on_headline = headline_with_claims(recognition.headline, claims)
    people, on_people = people_with_claims(recognition.people, manuscript, remaining, knowledge)
    day, on_day = day_with_claims(recognition.published_on, claims, remaining)
    places, on_places = places_with_claims(recognition.places, claims, day, knowledge)
    if day and places and not recognition.places:  # the page stood on a site that is not known to be ours
        day = replace(day, certainty=Certainty.ASSUMED)
    recognition = replace(recognition, headline=headline, people=people, published_on=day, places=places)
    return recognition, [*on_headline, *on_people, *on_day, *on_places]


def _merge(remaining: Remaining, head: HeadFindings, foot: FootFindings, knowledge: Knowledge) -> Recognition:
    """Findings of head and foot, each thing once, completed by the second pass."""
    statements = [*head.statements, *foot.statements]
    mentions = [*head.mentions, *merging.mentions(statements)]
    credits = [*head.credits, *foot.credits, *merging.side_credits(mentions, statements, knowledge)]
    people = second_pass.with_shared_bios(remaining, merging.people(credits, foot.bios))
    return Recognition(
        headline=head.headline,
        dek=head.dek,
        places=second_pass.with_access(remaining, merging.places(mentions), knowledge),
        people=second_pass.with_sections(remaining.lines, people, knowledge),
        licence=merging.licence(mentions, statements),
        translation=merging.translation(statements),
        notes=merging.notes(statements),
        disclosures=merging.disclosures(statements),
        embargo=merging.embargo(statements),
        other_versions=merging.other_versions(statements),
        has_more_places=merging.has_more(mentions),
    )


def _with_differences(
    recognition: Recognition,
    kind: Finding[str] | None,
    house: KnownInstitution | None,
    foot: FootFindings,
    knowledge: Knowledge,
) -> Recognition:
    """Add kind, disclaimers and copyright, and the differences between the source's words and the desk's."""
    language = recognition.language.value if recognition.language else ""
    recognition = replace(
        recognition, kind=kind_with_difference(kind, house.code if house else "", language, knowledge)
    )
    recognition = with_attribution_difference(recognition, house, knowledge)
    return replace(
        recognition,
        wordings=wordings_with_difference(foot.wordings, recognition, knowledge),
        copyright=copyright_with_difference(foot.copyright, recognition, house, knowledge),
    )


def _styles(knowledge: Knowledge, house: KnownInstitution | None) -> list[KnownStyle]:
    """The publisher's own styles where it is known, else those of all institutions; then the usual ones."""
    institutions = [house] if house else knowledge.institutions
    own = [style for institution in institutions for style in institution.styles]
    return [*own, *_USUAL_STYLES]


def _publisher(foot: FootFindings, knowledge: Knowledge, given: str) -> Finding[str] | None:
    """The institution: as given, else that of a disclaimer or copyright in the foot, else the desk's own."""
    if given:
        return Finding(given, Certainty.KNOWN, ())
    claims = [(match.wording.institution, lines) for match, _, lines in foot.wordings]
    if foot.copyright:
        claims += _institutions_of_holder(foot.copyright[0].holder, foot.copyright[1], knowledge)
    codes = {code for code, _ in claims}
    for code, lines in claims:  # a centre also prints its parent's words: the one below the others publishes
        institution = knowledge.institution(code)
        if institution and codes - {code} <= set(institution.above):
            return Finding(code, Certainty.DERIVED, lines)
    if claims:
        return Finding(claims[0][0], Certainty.ASSUMED, claims[0][1])
    return Finding(knowledge.home.code, Certainty.ASSUMED, ()) if knowledge.home else None


def _institutions_of_holder(
    holder: str, lines: EvidenceLines, knowledge: Knowledge
) -> list[tuple[str, EvidenceLines]]:
    wanted = holder.casefold()
    return [
        (institution.code, lines)
        for institution in knowledge.institutions
        if wanted in {name.casefold() for name in (institution.holder, *institution.names) if name}
    ]


def _kind(
    head: HeadFindings, foot: FootFindings, house: KnownInstitution | None, given: str
) -> Finding[str] | None:
    """The content type: as given, else the head's label, else a word of a disclaimer, else the house's usual one."""
    if given:
        return Finding(given, Certainty.KNOWN, head.kind.evidence if head.kind else ())
    if head.kind:
        return head.kind
    for match, _, lines in foot.wordings:
        if match.kind:
            return Finding(match.kind.code, Certainty.DERIVED, lines)
    if house and house.default_kind:
        return Finding(house.default_kind, Certainty.ASSUMED, ())
    return None


def _day(
    head: HeadFindings, kind: Finding[str] | None, places: Sequence[Finding[FoundPlace]], knowledge: Knowledge
) -> tuple[Finding[FoundDay] | None, list[str]]:
    """The day of publication here, with warnings; only assumed where it could be the day it ran elsewhere."""
    if not head.day:
        return None, []
    if _is_lone(head.day) and any(_ran_then(place.value, head.day.value) for place in places):
        head.left_out += [LeftOut(RAN_THEN, line.text, line.line) for line in head.day.evidence]
        return None, []
    is_from_elsewhere = _is_from_elsewhere(knowledge.kind(kind.value) if kind else None)
    if not is_from_elsewhere and all(place.value.day for place in places):
        return head.day, []
    words = " ".join(line.text for line in head.day.evidence)
    warning = f"“{words}” was taken for the day it was published here; it could be the day it ran elsewhere."
    return replace(head.day, certainty=Certainty.ASSUMED), [warning]


def _is_lone(day: Finding[FoundDay]) -> bool:
    """True for a day without a word of what happened on it."""
    words = " ".join(line.text for line in day.evidence).strip(" ,;–—")
    found = date_at_start(words)
    return found is not None and found[1].strip(" ,;–—") == words


def _ran_then(place: FoundPlace, day: FoundDay) -> bool:
    """True if the text says that the piece itself ran there on this day."""
    return place.relation == "original" and place.published_on == day.on and place.precision == day.precision


def _is_from_elsewhere(kind: KnownKind | None) -> bool:
    labels = kind.labels if kind else ()
    return any(word in label.casefold() for label in labels for word in _ELSEWHERE)
