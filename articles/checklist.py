"""What stands in the way of an act: blockers and warnings as values. Buttons show them, acts obey them."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models.revision import Revision
from articles.models.rights import RightsRecord
from articles.press.proof import Proof
from articles.rights.on_record import load_permissions
from articles.rights.rule import FULL, LINK, SHOWN_AS_AGREED, SHOWN_IN_FULL, combine_permissions, shows_more
from articles.snapshot import upgraded
from articles.states import Act
from articles.timeline import Timeline
from disclaimers import joining
from disclaimers.models import HouseStyle, Institution
from prose.dates import in_words
from prose.errors import ProseError
from prose.html.clean import unsafe_links
from prose.html.text import word_count
from prose.links import check_url

_GOING_OUT = frozenset({Act.PUBLISH, Act.SCHEDULE, Act.CORRECT, Act.PUT_BACK})


@dataclass(frozen=True)
class Obstacle:
    """One thing to say; `field` is the form field where it can be mended, or empty."""

    code: str
    sentence: str
    field: str = ""


@dataclass(frozen=True)
class Checklist:
    """Blockers stop an act, warnings are read before it."""

    blockers: tuple[Obstacle, ...] = ()
    warnings: tuple[Obstacle, ...] = ()

    def recorded(self) -> list[dict[str, str]]:
        """For the ledger: what was known when the act happened."""
        marked = [("blocker", item) for item in self.blockers] + [("warning", item) for item in self.warnings]
        return [{"weight": weight, "code": item.code, "sentence": item.sentence} for weight, item in marked]


def check(
    act: Act,
    proof: Proof | None,
    standing: Timeline,
    *,
    is_declared: bool = False,
    without_text: bool = False,
) -> Checklist:
    """The checklist for an act on this proof of a piece that stands so.

    `is_declared`: somebody said what changed, or that it is minor; `without_text`: that no text goes out.
    """
    if proof is None or act not in _GOING_OUT:
        return Checklist()
    blockers = (
        *_blockers(act, proof, standing),
        *_undeclared(act, proof, standing, is_declared=is_declared),
        *_rights(act, proof, without_text=without_text),
    )
    warnings = (*_warnings(proof, standing), *_unasked(proof), *_left_behind(proof, standing))
    return Checklist(blockers, (*warnings, *_older_base(proof, standing)))


def _blockers(act: Act, proof: Proof, standing: Timeline) -> Iterator[Obstacle]:
    content, edition = proof.facts.content, proof.edition
    if not content["headline"]:
        yield Obstacle("no_headline", "There is no headline.", "headline")
    if not word_count(content["body"]) and edition.mode != LINK:
        yield Obstacle("no_body", "There is no text.", "body")
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
    if edition.permalink.article_id != edition.article_id:
        sentence = f"Another piece has the web address “{content['slug']}”. Choose another."
        yield Obstacle("address_taken", sentence, "slug")
    if act == Act.SCHEDULE and edition.live_from <= standing.at:
        yield Obstacle("in_the_past", "That hour has passed. Choose one that lies ahead.", "live_from")
    first = proof.facts.first_published_on
    if first and first > proof.facts.live_on:
        sentence = f"It cannot have been first published on {in_words(first, 'en')}: that day lies ahead."
        yield Obstacle("first_day_ahead", sentence, "first_published_on")
    current = standing.current
    if act == Act.PUBLISH and current and current.revision_id == edition.revision_id:
        yield Obstacle("already_live", "Readers already have this version.")


def _warnings(proof: Proof, standing: Timeline) -> Iterator[Obstacle]:
    content, printed = proof.facts.content, proof.edition.printed
    if coming := standing.coming:
        sentence = (
            f"The scheduled version {coming.revision.number} takes over later, without what is changed now."
        )
        yield Obstacle("older_version_coming", sentence)
    first, stated = proof.facts.first_published_on, content["first_published_on"]
    if first and stated and stated != first.isoformat():
        sentence = f"Readers have it as first published on {in_words(first, 'en')}: that day stays."
        yield Obstacle("first_day_stays", sentence, "first_published_on")
    if not content["bylines"]:
        yield Obstacle("no_byline", "No one is credited.", "bylines")
    for row in content["bylines"]:
        if not row["author_id"]:
            yield Obstacle(
                "name_only", f"{row['name']} has no record here, so no page of their own.", "bylines"
            )
    if not content["dek"]:
        yield Obstacle(
            "no_dek", "There is no dek: lists and shared links will show the headline alone.", "dek"
        )
    if not proof.facts.wordings:
        yield Obstacle(
            "no_disclaimer", "No disclaimer is in force for this piece on its day.", "pinned_wordings"
        )
    for row in content["appearances"]:
        if not (row["outlet_id"] or row["outlet_name"]):
            yield Obstacle(
                "no_outlet",
                "It ran elsewhere, but no outlet is named: nothing is printed of it.",
                "appearances",
            )
        elif not row["outlet_id"]:
            yield Obstacle("outlet_name_only", f"{row['outlet_name']} has no record here.", "appearances")
    if (printed["attributions"] or printed["dates"]) and not _has_joining_words(content["language"]):
        sentence = "There is no house style in this piece’s language: joining words print in another."
        yield Obstacle("no_house_style", sentence, "language")


def _has_joining_words(language: str) -> bool:
    """The usual words, or those of a house style."""
    codes = (language, language.split("-")[0])
    return joining.has_words(language) or HouseStyle.objects.filter(language__in=codes).exists()


def _undeclared(act: Act, proof: Proof, standing: Timeline, *, is_declared: bool) -> Iterator[Obstacle]:
    """A page that readers have had never changes without a word of somebody's."""
    before, sheet = standing.latest_piece, proof.edition
    if act not in (Act.PUBLISH, Act.SCHEDULE) or before is None or is_declared:
        return
    if any(getattr(before, name) != getattr(sheet, name) for name in ("headline", "dek", "body", "endnotes")):
        yield Obstacle(
            "say_what_changed", "Readers have had this piece: say what changed, or that it is minor."
        )


def _rights(act: Act, proof: Proof, *, without_text: bool) -> Iterator[Obstacle]:
    """No more than permissions allow goes out, and not by accident."""
    allowed = proof.facts.allowed
    if allowed.embargo and act != Act.CORRECT:
        yield Obstacle("embargo", f"There is an embargo. {allowed.embargo.in_words}.", "appearances")
    if act in (Act.PUBLISH, Act.SCHEDULE) and not without_text:
        for one in allowed.missing:
            sentence = f"{one.in_words}. Settle it, or publish headline, dek and link without the text."
            yield Obstacle("permission_missing", sentence, "appearances")


def _unasked(proof: Proof) -> Iterator[Obstacle]:
    """Questions to authors that nobody has put; what is owed of disclaimers; what stands as it was found."""
    asked = {row["subject"] for row in proof.facts.content["disclosures"]}
    unasked = [question for subject, question in _QUESTIONS.items() if subject not in asked]
    if unasked and proof.facts.content["bylines"]:
        yield Obstacle(
            "not_asked", f"Nobody has asked the authors about {', '.join(unasked)}.", "disclosures"
        )
    for one in proof.facts.allowed.permissions:
        if one.state == "unknown":
            yield Obstacle("permission_unknown", f"{one.in_words}.", "appearances")


def _left_behind(proof: Proof, standing: Timeline) -> Iterator[Obstacle]:
    """A place that was changed or taken out opens no text unnoticed: what is on record of it no longer counts."""
    content, edition, before = proof.facts.content, proof.edition, standing.latest_piece
    named = {(row["key"], row["outlet_id"], row["outlet_name"]) for row in content["appearances"]}
    for one in RightsRecord.objects.filter(article=edition.article_id).select_related("outlet"):
        is_open = one.state in SHOWN_IN_FULL or (one.state in SHOWN_AS_AGREED and one.mode == FULL)
        if not is_open and (str(one.appearance_key), one.outlet_id, one.outlet_name) not in named:
            sentence = f"{one}: that is on record, and this version no longer names that place."
            yield Obstacle("permission_left_behind", sentence, "appearances")
    if before is None or before.revision_id == edition.revision_id:
        return
    was = upgraded(before.revision)
    institution = Institution.objects.get(pk=was["institution"])
    of_before = combine_permissions(load_permissions(was, edition.article_id, institution), edition.live_from)
    if shows_more(edition.mode, of_before.mode):
        sentence = "It shows more of the text than the version before may, because what it says of its places changed."
        yield Obstacle("shows_more", sentence, "appearances")


_QUESTIONS = {"funding": "funding", "interest": "interests of their own", "ai": "their use of AI"}


def _older_base(proof: Proof, standing: Timeline) -> Iterator[Obstacle]:
    """A version begun before the live one went out would undo what that one changed."""
    live, revision = standing.current, proof.edition.revision
    if live is None or live.revision_id == revision.pk or revision.pk is None:
        return
    parents = dict(Revision.objects.filter(article=live.article_id).values_list("pk", "parent"))
    ancestor: int | None = revision.pk
    while ancestor is not None:
        if ancestor == live.revision_id:
            return
        ancestor = parents.get(ancestor)
    sentence = (
        f"Version {revision.number} was not made from version {live.revision.number}, which readers have: "
        "publishing it undoes what that version changed. Compare the two first."
    )
    yield Obstacle("older_base", sentence)
