"""Checks before an act: what stops it, and what is worth a look."""

from collections.abc import Iterator

from django.utils.text import get_text_list

from articles.checklist import rights
from articles.checklist.answers import denied_and_disclosed
from articles.checklist.approvals import missing_sign_offs
from articles.checklist.corrected import corrections_left_out, older_base
from articles.checklist.documents import DocumentChecks
from articles.checklist.embeds import embeds_without_words
from articles.checklist.gaps import gap
from articles.checklist.misfits import misfits
from articles.checklist.names import unplaced_names
from articles.checklist.obstacles import Checklist, Obstacle
from articles.checklist.own_links import links_that_lead_nowhere
from articles.checklist.pictures import PictureChecks
from articles.checklist.questions import questions
from articles.checklist.starting_text import words_left
from articles.models.appearance import NEEDS_NO_OUTLET
from articles.press.answers import SUBJECTS
from articles.press.printed_wording import speaks_of_authors
from articles.press.proof import Proof
from articles.press.relations import credited_rows
from articles.press.site_page import KEPT, is_kept_for_the_site, is_site_page
from articles.rights.rule import LINK
from articles.states import PUBLISHING, TO_AN_HOUR, Act
from articles.timeline import Timeline
from disclaimers.models import HouseStyle, Institution
from disclaimers.phrases import has_usual_phrases
from prose.dates import day_in_words
from prose.errors import ProseError
from prose.html.clean import unsafe_links
from prose.html.text import word_count
from prose.languages import base
from prose.links import check_url

_GOING_OUT = PUBLISHING | {Act.CORRECT, Act.PUT_BACK, Act.REPRINT}


def check(
    act: Act,
    proof: Proof | None,
    timeline: Timeline,
    *,
    is_declared: bool = False,
    without_text: bool = False,
) -> Checklist:
    """The checklist for an act that publishes a proof or hands it in; empty for all other acts.

    `is_declared`: the editor said what changed, or that it is minor. `without_text`: the editor accepts that no text
    goes out.
    """
    if proof is None or act not in _GOING_OUT | {Act.HAND_IN}:
        return Checklist()
    library = (PictureChecks(proof), DocumentChecks(proof))
    stops = [stop for each in library for stop in each.blockers()]
    hints = [hint for each in library for hint in each.warnings()]
    if act == Act.HAND_IN:
        left_out = corrections_left_out(act, proof, timeline)
        looks = (*_warnings(proof, timeline), *stops, *hints)
        return Checklist(tuple(_incomplete(proof)), (*left_out, *looks, *questions(proof, timeline)))
    blockers = (
        *_blockers(act, proof, timeline),
        *_undeclared_change(act, proof, timeline, is_declared=is_declared),
        *corrections_left_out(act, proof, timeline),
        *rights.blockers(act, proof, timeline, without_text=without_text),
        *(stops if act in PUBLISHING else ()),
    )
    warnings = (
        *_warnings(proof, timeline),
        *_open_questions(proof),
        *denied_and_disclosed(proof),
        *rights.dropped_places(proof, timeline),
        *rights.exceptions_from_nothing(proof),
        *rights.cut_text(act, proof, timeline),
        *_unsaid(proof, timeline),
        *hints,
        *(missing_sign_offs(proof) if act in PUBLISHING else ()),
    )
    asked = (
        tuple(questions(proof, timeline)) if act in (PUBLISHING | {Act.REPRINT}) - {Act.RESCHEDULE} else ()
    )
    return Checklist(blockers, (*warnings, *older_base(proof, timeline)), asked)


def _blockers(act: Act, proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    content, edition = proof.facts.content, proof.edition
    yield from _incomplete(proof)
    for link in unsafe_links(content["body"]):
        yield Obstacle(
            "unsafe_link", f"A link in the text leads to an address we do not print: {link[:80]}", "body"
        )
    for address in filter(None, (row["url"] for row in content["appearances"])):
        try:
            check_url(address)
        except ProseError as error:
            yield Obstacle(
                "unsafe_link", f"The address of an outlet’s piece cannot be printed. {error}", "appearances"
            )
    for code in proof.facts.owed:
        sentence = f"The disclaimer “{code}” must stand here, and it has no text in this piece’s language."
        yield Obstacle("no_wording_in_language", sentence, "pinned_wordings")
    if is_kept_for_the_site(content["slug"], proof.facts.names.genre):
        yield Obstacle("address_kept", KEPT.format(content["slug"]), "slug")
    if edition.permalink.article_id != edition.article_id:
        sentence = f"Another piece has the web address “{content['slug']}”. Choose another."
        yield Obstacle("address_taken", sentence, "slug")
    if act in TO_AN_HOUR and edition.live_from <= timeline.at:
        yield Obstacle("in_the_past", "That hour has passed. Choose one that lies ahead.", "live_from")
    yield from _as_it_is(act, proof, timeline)
    first = proof.facts.first_published_on
    if first and first > proof.facts.live_on:
        sentence = f"It cannot have been first published on {day_in_words(first)}: that day lies ahead."
        yield Obstacle("first_day_ahead", sentence, "first_published_on")


def _as_it_is(act: Act, proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Block an act after which all would be as it is."""
    current, coming, edition = timeline.current, timeline.coming, proof.edition
    if act == Act.PUBLISH and current and current.revision_id == edition.revision_id:
        yield Obstacle("already_live", "Readers already have this version.")
    if act == Act.SWAP and coming and coming.revision_id == edition.revision_id:
        yield Obstacle("already_scheduled", "This version is the scheduled one.")
    if act == Act.RESCHEDULE and coming and coming.live_from == edition.live_from:
        yield Obstacle("same_hour", "It is scheduled for that hour already.", "live_from")


def _incomplete(proof: Proof) -> Iterator[Obstacle]:
    """What a piece must have before anybody else is to look at it."""
    content = proof.facts.content
    if not content["headline"]:
        yield gap("no_headline")
    if not word_count(content["body"]) and proof.edition.mode != LINK:
        yield gap("no_body")


def _warnings(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """What is worth a look, whoever goes on: editors before publishing, authors before they hand it in."""
    yield from _what_stays(proof, timeline)
    if not is_site_page(proof.facts):
        yield from _credits(proof)
        yield from _nothing_printed(proof)
    yield from unplaced_names(proof)
    yield from links_that_lead_nowhere(proof)
    yield from embeds_without_words(proof)
    yield from _unrecorded_outlets(proof)
    yield from _joining_words(proof)
    house = Institution.objects.that_stands_for(proof.facts.content["institution"])
    yield from misfits(proof.facts.content, house, proof.facts.counted_on)
    yield from words_left(proof.facts.content)


def _what_stays(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Warn of a scheduled version that takes over all the same, and of a first day that cannot change any more."""
    if (coming := timeline.coming) and coming.live_from > proof.edition.live_from:
        sentence = (
            f"The scheduled version {coming.revision.number} takes over later, without what is changed now."
        )
        yield Obstacle("older_version_coming", sentence)
    first, stated = proof.facts.first_published_on, proof.facts.content["first_published_on"]
    if first and stated and stated != first.isoformat():
        sentence = f"Readers have it as first published on {day_in_words(first)}: that day stays."
        yield Obstacle("first_day_stays", sentence, "first_published_on")


def _credits(proof: Proof) -> Iterator[Obstacle]:
    """Warn of a byline that names nobody, or nobody who wrote the piece."""
    content = proof.facts.content
    if not content["bylines"]:
        yield gap("no_byline")
    if credited_rows(content) != content["bylines"]:
        sentence = (
            "The byline names people who are quoted or interviewed there: "
            "the piece goes out as one about them, without a byline and without the house’s copyright."
        )
        yield Obstacle("not_the_author", sentence, "bylines")


def _nothing_printed(proof: Proof) -> Iterator[Obstacle]:
    """Warn of a page without a dek or without any disclaimer."""
    if not proof.facts.content["dek"]:
        yield gap("no_dek")
    if not proof.facts.wordings and not proof.facts.withheld:
        sentence = "No disclaimer is in force for this piece on its day."
        yield Obstacle("no_disclaimer", sentence, "pinned_wordings")


def _unrecorded_outlets(proof: Proof) -> Iterator[Obstacle]:
    """Warn of places whose outlet is not named, or has no record."""
    for row in proof.facts.content["appearances"]:
        if row["outlet_id"] or (row["relation"] in NEEDS_NO_OUTLET and not row["outlet_name"]):
            continue
        if row["outlet_name"]:
            yield Obstacle("outlet_name_only", f"{row['outlet_name']} has no record here.", "appearances")
        else:
            sentence = "It ran elsewhere, but no outlet is named: nothing is printed of it."
            yield Obstacle("no_outlet", sentence, "appearances")


def _joining_words(proof: Proof) -> Iterator[Obstacle]:
    """Warn of a page whose lines are joined by words in another language."""
    content, printed = proof.facts.content, proof.edition.printed
    if (printed["attributions"] or printed["dates"]) and not _has_joining_words(content["language"]):
        sentence = "There is no house style in this piece’s language: joining words print in another."
        yield Obstacle("no_house_style", sentence, "language")


def _has_joining_words(language: str) -> bool:
    """True if there are usual words or a house style in the language."""
    codes = (language, base(language))
    return has_usual_phrases(language) or HouseStyle.objects.filter(language__in=codes).exists()


def _undeclared_change(
    act: Act, proof: Proof, timeline: Timeline, *, is_declared: bool
) -> Iterator[Obstacle]:
    """Block a changed text of a page that readers have had, unless the editor declared the change."""
    before, edition = timeline.latest_piece, proof.edition
    if act not in PUBLISHING or before is None or is_declared:
        return
    if any(
        getattr(before, name) != getattr(edition, name) for name in ("headline", "dek", "body", "endnotes")
    ):
        yield Obstacle(
            "say_what_changed", "Readers have had this piece: say what changed, or that it is minor."
        )


def _unsaid(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Warn of a disclaimer that is not printed because it speaks of authors, or that readers have had here so far."""
    before = timeline.latest_piece
    had = {row["wording"] for row in before.printed["wordings"]} if before else set()
    for wording, why in proof.facts.withheld:
        if wording.wording in had or speaks_of_authors(wording.template):
            sentence = f"“{wording.text}” is not printed. {why}"
            yield Obstacle("disclaimer_not_printed", sentence, "pinned_wordings")


def _open_questions(proof: Proof) -> Iterator[Obstacle]:
    """Warn of questions not put to the authors, and of permissions that are not on record."""
    asked = {row["subject"] for row in proof.facts.content["disclosures"]}
    unasked = [question for subject, question in SUBJECTS.items() if subject not in asked]
    if unasked and proof.facts.content["bylines"]:
        yield Obstacle(
            "not_asked", f"Nobody has asked the authors about {get_text_list(unasked, 'or')}.", "disclosures"
        )
    for permission in proof.facts.allowed.permissions:
        if permission.state == "unknown":
            yield Obstacle("permission_unknown", f"{permission.in_words}.", "appearances")
