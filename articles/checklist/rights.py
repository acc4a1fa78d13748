"""Checks of rights: permissions that are missing, terms that a version breaks, claims that contradict each other."""

from collections.abc import Iterator

from articles.checklist.obstacles import Obstacle
from articles.models.appearance import ANOTHER_TEXT, not_in_its_place
from articles.models.edition import Edition
from articles.models.rights import RightsRecord
from articles.press.lines.places import readable_elsewhere
from articles.press.printed_wording import why_withheld
from articles.press.proof import Proof
from articles.rights.rule import FULL, LINK, SHOWN_AS_AGREED, SHOWN_IN_FULL, SOURCE_GONE, shows_more
from articles.rights.sources import load_allowed
from articles.snapshot import content_of
from articles.states import PUBLISHING, Act
from articles.timeline import Timeline
from disclaimers.models import Institution
from disclaimers.reservations import reserves_rights
from outlets.models.permission import SearchPolicy


def blockers(act: Act, proof: Proof, timeline: Timeline, *, without_text: bool) -> Iterator[Obstacle]:
    """What the rights of others forbid, and what the page would claim against itself."""
    yield from _missing_permissions(act, proof, without_text=without_text)
    yield from _edited_text(act, proof, timeline)
    yield from _contradicting_claims(proof)
    if act != Act.CORRECT:  # it changes neither the text that is fixed nor what contradicts it
        yield from _against_its_condition(proof)


def _missing_permissions(act: Act, proof: Proof, *, without_text: bool) -> Iterator[Obstacle]:
    """Block a page under an embargo, and a page without text unless the editor accepts that."""
    allowed = proof.facts.allowed
    if allowed.embargo and act != Act.CORRECT:
        yield Obstacle("embargo", f"There is an embargo. {allowed.embargo.in_words}.", "appearances")
    if act in PUBLISHING | {Act.CORRECT} and allowed.is_headline_hidden:
        yield Obstacle(
            "source_hidden",
            "It is made from a piece that was taken down with its headline: nothing of it may be shown. Bring that "
            "piece back first.",
        )
        return
    if act in PUBLISHING and not without_text:
        rest = "headline, dek and link" if readable_elsewhere(proof.facts.content) else "headline and dek"
        for permission in allowed.missing:
            if permission.state in SOURCE_GONE:
                settle = "Bring that piece back first, or publish the headline"
            else:
                settle = f"Settle it, or publish {rest}"
            sentence = f"{permission.in_words}. {settle} without the text."
            place = "" if permission.source else permission.appearance
            yield Obstacle("permission_missing", sentence, "appearances", place=place)


def _edited_text(act: Act, proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Block another text of a page that readers have had, where an outlet lets nobody edit it."""
    before, edition = timeline.latest_piece, proof.edition
    if (
        act == Act.REPRINT
        or before is None
        or before.revision_id == edition.revision_id
        or edition.mode == LINK
    ):
        return
    if content_of(before.revision)["body"] == proof.facts.content["body"]:
        return
    for permission in proof.facts.allowed.in_force:
        if not permission.may_be_edited:
            sentence = (
                f"{permission.whose}: we may not edit the text, and this version changes it. "
                "Take back the change, or record with the permission that we may."
            )
            yield Obstacle("edits_not_allowed", sentence, "body")


def _against_its_condition(proof: Proof) -> Iterator[Obstacle]:
    """Block a disclaimer that was fixed for the piece by hand and that something recorded contradicts."""
    for wording in proof.facts.wordings:
        if why := why_withheld(wording.condition, proof.facts.content):
            sentence = f"“{wording.text}” is fixed for this piece. {why} One of the two is wrong."
            yield Obstacle("condition_not_met", sentence, "pinned_wordings")


def _contradicting_claims(proof: Proof) -> Iterator[Obstacle]:
    """Block a line that reserves all rights beside a licence."""
    printed, licence = proof.edition.printed, proof.facts.licence
    lines = {
        "copyright_line": [printed["copyright"]],
        "appearances": printed["credits"],
        "pinned_wordings": [row["text"] for row in printed["wordings"]],
    }
    for field, texts in lines.items():
        for text in texts if licence else ():
            if reserves_rights(text):
                sentence = (
                    f"The page says “{text}” beside the licence {licence.name}: one of the two is wrong."  # type: ignore[union-attr]
                )
                yield Obstacle("reserved_and_licensed", sentence, field)


def exceptions_from_nothing(proof: Proof) -> Iterator[Obstacle]:
    """Warn of exceptions from a licence where none counts: neither one of the piece nor a usual one of its type."""
    exceptions = proof.facts.content["licence_exceptions"]
    if exceptions and proof.facts.licence is None:
        sentence = (
            f"“{exceptions}” is excepted from a licence, and the piece is under none: it is not printed."
        )
        yield Obstacle("exceptions_from_nothing", sentence, "licence_exceptions")


def dropped_places(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Warn when removing or changing an appearance would show more text than its permission allowed."""
    content, edition, before = proof.facts.content, proof.edition, timeline.latest_piece
    named = {(row["key"], row["outlet_id"], row["outlet_name"]) for row in content["appearances"]}
    for record in RightsRecord.objects.filter(article=edition.article_id).select_related("outlet"):
        is_open = record.state in SHOWN_IN_FULL or (record.state in SHOWN_AS_AGREED and record.mode == FULL)
        if not is_open and (str(record.appearance_key), record.outlet_id, record.outlet_name) not in named:
            sentence = f"{record}: that is on record, and this version no longer names that place."
            yield Obstacle("permission_left_behind", sentence, "appearances")
        for row in content["appearances"]:
            is_of_it = row["key"] == str(record.appearance_key) and row["relation"] in ANOTHER_TEXT
            if is_of_it and record.search_policy == SearchPolicy.CANONICAL:
                yield Obstacle("not_in_its_place", not_in_its_place(row["relation"]), "appearances")
    if before is None or before.revision_id == edition.revision_id:
        return
    old_content = content_of(before.revision)
    institution = Institution.objects.that_stands_for(old_content["institution"])
    before_allowed = load_allowed(old_content, edition.article_id, institution, edition.live_from)
    if shows_more(edition.mode, before_allowed.mode):
        sentence = (
            "It shows more of the text than the version before may, "
            "because what it says of its places or its source changed."
        )
        yield Obstacle("shows_more", sentence, "appearances")


def cut_text(act: Act, proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Warn of an act that is not about permissions and shows less of the text than readers have now, or had."""
    before = timeline.latest_piece if act == Act.PUT_BACK else timeline.current
    if act in (Act.CORRECT, Act.PUT_BACK) and before and shows_more(before.mode, proof.edition.mode):
        why = " ".join(f"{each.in_words}." for each in proof.facts.allowed.missing)
        when = "than before" if act == Act.PUT_BACK else "than now"
        yield Obstacle("shows_less", f"Readers will get less of the text {when}. {why}", "appearances")


def offered_and_reserved(proof: Proof, timeline: Timeline) -> Iterator[Obstacle]:
    """Ask about a page that newly offers a text for republication beside words that reserve all rights in it.

    Words of the piece and of its permissions are meant. A house that reserves all rights in its own line and offers
    its pieces on terms says so on every page.
    """
    terms, before = proof.edition.printed["republication"], timeline.latest_piece
    reservation = next(filter(reserves_rights, _lines_of_the_piece(proof.edition)), "")
    had_both = (
        before and before.printed["republication"] and any(map(reserves_rights, _lines_of_the_piece(before)))
    )
    if terms and reservation and not had_both and not proof.facts.licence:  # beside one, it is blocked
        offer = f" on the terms “{terms['terms'].rstrip('.')}”" if terms["terms"] else ""
        sentence = (
            f"The page says “{reservation}” and offers the text for republication{offer}. Is that meant?"
        )
        yield Obstacle("offered_and_reserved", sentence, "copyright_line")


def _lines_of_the_piece(edition: Edition) -> list[str]:
    """The lines of a page that reserve rights in other words than the house's own: written here, or required."""
    printed = edition.printed
    own_line = printed["copyright"] if content_of(edition.revision)["copyright_line"] else ""
    written = [row["text"] for row in printed["wordings"] if not row["wording"]]
    return [own_line, *printed["credits"], *written]
