"""Why a page says what it says: each line of an edition with its rule and its days, from what the edition froze."""

import datetime as dt
from typing import Any

import pytest

from articles import acts
from articles.acts import NoticeDraft
from articles.models import Article, Edition
from articles.press.frozen import ExplainedLine
from articles.press.proof import make_proof
from articles.press.reasons import explain, explain_amount
from disclaimers.models import Institution, Wording
from tests.factories import (
    AppearanceFactory,
    AppointmentBodyFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    FormerNameFactory,
    LicenceFactory,
    OutletFactory,
    WordingFactory,
    published,
    saved,
    say,
)

TOLD = "Chosen for 10 March 2026, the day of first publication:"


def part(edition: Edition, name: str) -> list[ExplainedLine]:
    return [line for line in explain(edition) if line.part == name]


def only(edition: Edition, name: str) -> ExplainedLine:
    (found,) = part(edition, name)
    return found


def laden(desk: Institution) -> Article:
    """A piece that says something in nearly every part of its page."""
    say("{rank} {name}, {post}", at="byline_name")
    say("With permission of {grantor}.", at="permission_line")
    say("{outlet}", at="listing")
    say("First seen in {outlet}", at="card")
    article = ArticleFactory(
        editors_note="We asked two people.", editing_note="Edited for length.", source_language="ko",
        licence=LicenceFactory(), licence_exceptions="Pictures are not covered.", copyright_basis="ours",
    )  # fmt: skip
    guard = DisclaimerFactory(institution=desk, code="guard", scope="employment")
    WordingFactory(disclaimer=guard, text="{author} speaks in no way for {bodies}.")
    ida = AuthorFactory(display_name="Ida Quay", rank="Colonel")
    post = AppointmentFactory(author=ida, from_on=dt.date(2025, 9, 1), disclaimer=guard)
    AppointmentBodyFactory(appointment=post, name="the Harbour Guard")
    BylineFactory(article=article, author=ida, order=1)
    BylineFactory(article=article, author=AuthorFactory(), order=2, bio="Bo Birch counts ships.")
    article.disclosures.create(subject="funding", text="the Tidal Fund")
    outlet = OutletFactory(name="Evening Lantern")
    FormerNameFactory(outlet=outlet, name="Lantern Gazette", until_on=dt.date(2024, 1, 1))
    AppearanceFactory(article=article, outlet=outlet, rights={
        "granted_by": "Ola Wick", "credit": "By kind leave of the Lantern.", "may_be_passed_on": True})  # fmt: skip
    return article


def test_a_disclaimer_says_for_which_day_it_was_chosen_and_since_when_its_text_is_in_force(
    desk: Institution, now: dt.datetime
) -> None:
    line = only(published(at=now), "Disclaimer")
    assert line.why == f"{TOLD} the text in force from 1 January 2000."


def test_a_copyright_line_is_told_with_whose_it_is_and_its_year(desk: Institution, now: dt.datetime) -> None:
    told = {line.part: line for line in explain(published(at=now))}
    assert told["Copyright"].why.startswith(
        "Held by the institution, as it was named then; 2026 is the year of"
    )


def test_every_part_of_a_laden_page_is_told_with_its_reason(desk: Institution, now: dt.datetime) -> None:
    told = {line.part: line for line in explain(published(laden(desk), at=now))}
    assert told["Byline"].why == (
        "House style of " + desk.name + ", English. Titles as worn on 10 March 2026, the day of first "
        "publication. Ida Quay: the post held on 10 March 2026, the day of first publication, from 1 September 2025."
    )
    assert told["Where it ran"].why.endswith(
        "“Lantern Gazette” was the name of Evening Lantern on 11 June 2020."
    )
    assert (
        "“Commentary” is what this content type was called on 10 March 2026" in told["Above the headline"].why
    )
    assert told["Copyright"].text.endswith(f"{desk.copyright_holder}.")  # no reservation beside a licence
    assert told["How it was edited"].why == "Written for this piece, word for word."
    expected = {"Editor’s note", "Translation", "Disclosure", "Credit", "Licence", "Bio", "Date", "Source",
                "In lists", "On shared cards", "Credit of a republished copy"}  # fmt: skip
    assert expected <= told.keys()


def test_a_bio_written_for_the_piece_and_one_made_from_a_post_are_told_apart(
    desk: Institution, now: dt.datetime
) -> None:
    made, written = part(published(laden(desk), at=now), "Bio")
    assert made.why.startswith("Ida Quay: the post held on 10 March 2026")
    assert (written.text, written.why) == ("Bo Birch counts ships.", "Written for this piece, word for word.")


def test_a_line_confined_to_one_author_names_whom_it_speaks_for(desk: Institution, now: dt.datetime) -> None:
    lines = part(published(laden(desk), at=now), "Disclaimer")
    (guard,) = [line for line in lines if "Harbour Guard" in line.text]
    assert guard.why.endswith("It speaks for Ida Quay alone, by the post held that day.")


def test_required_words_and_permission_are_told_with_the_permission(
    desk: Institution, now: dt.datetime
) -> None:
    permission, required = part(published(laden(desk), at=now), "Credit")
    assert "granted by Ola Wick on 12 June 2020 (the full text may be shown)" in permission.why
    assert required.text == "By kind leave of the Lantern."
    assert required.why.startswith("Words that the permission asks for. ")


def test_a_proof_and_the_edition_made_of_it_give_the_same_reasons(
    desk: Institution, now: dt.datetime
) -> None:
    article = laden(desk)
    sheet = make_proof(saved(article, at=now), at=now).edition
    kept = Edition.objects.get(pk=published(article, at=now).pk)
    assert explain(sheet) == explain(kept)
    assert explain_amount(sheet) == explain_amount(kept)


def test_everything_that_is_printed_has_a_reason_and_nothing_else_is_listed(
    desk: Institution, now: dt.datetime
) -> None:
    edition = published(laden(desk), at=now)
    lines = explain(edition)
    assert all(line.text and line.why.endswith(".") and "  " not in line.why for line in lines)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("rights", "text", "why"),
    [
        ({}, "The full text", "granted on 12 June 2020 (the full text may be shown)."),
        ({"mode": "excerpt", "excerpt_words": 3}, "An excerpt", "(an excerpt of 3 words may be shown)."),
        (
            {"state": "withdrawn"},
            "No text, only a link to it",
            "permission withdrawn (only a link may be shown).",
        ),
    ],
)
def test_how_much_of_the_text_is_shown_is_told_with_the_permission(
    rights: dict[str, Any], text: str, why: str, desk: Institution, now: dt.datetime
) -> None:
    revision = saved(AppearanceFactory(rights=rights).article, at=now)
    told = explain_amount(make_proof(revision, at=now).edition)
    assert told.text == text
    assert told.why.endswith(why)


def test_a_piece_of_our_own_needs_nobody_s_permission(desk: Institution, now: dt.datetime) -> None:
    assert explain_amount(published(at=now)).why == "No permission of others is needed."


def test_a_correction_says_when_it_was_issued_and_what_amended_it(
    desk: Institution, now: dt.datetime
) -> None:
    article = published(at=now).article
    words = NoticeDraft("correction", wrong="We wrote forty.", right="There were four.")
    first = acts.correct(article, changes={}, notice=words, by=None, at=now + dt.timedelta(seconds=1))
    later = NoticeDraft("correction", text="There were five.", amends=first.printed["notice_ids"][0])
    edition = acts.correct(article, changes={}, notice=later, by=None, at=now + dt.timedelta(seconds=2))
    issued, amended = part(edition, "Correction")
    assert issued.why.startswith("Issued on 10 March 2026; it stays with the page.")
    assert amended.why.startswith("Amends the notice of 10 March 2026.")


def test_where_a_piece_was_taken_down_only_the_notice_is_told(desk: Institution, now: dt.datetime) -> None:
    article = published(laden(desk), at=now).article
    notice = acts.take_down(
        article, because="legal", sentence="A court forbids it.", by=None, at=now + dt.timedelta(seconds=1),
        reason="Order 12",
    )  # fmt: skip
    (line,) = explain(notice)
    assert "A court forbids it." in line.text
    assert explain_amount(notice) == ExplainedLine("Text", "No text: a notice", "Taken down (legal).")


def test_a_text_in_another_language_says_so(desk: Institution, now: dt.datetime) -> None:
    line = only(published(language="fr", at=now), "Disclaimer")
    assert line.language == "en"
    assert line.why.endswith("It has no text in the page’s language.")


def test_own_words_on_a_piece_are_told_as_such(desk: Institution, now: dt.datetime) -> None:
    article = AppearanceFactory(
        article__copyright_line="© 1990 Ada Alder", article__attribution_override="Seen in a paper."
    ).article
    article.pinned_wordings.create(own_text="Her view.")
    edition = published(article, at=now)
    assert only(edition, "Copyright").why == "The piece’s own copyright line, word for word."
    assert only(edition, "Disclaimer").why == "Written for this piece in place of the institution’s text."
    assert only(edition, "Where it ran").why.startswith("Written for this piece in place of the sentence")


def test_a_text_fixed_by_hand_is_told_as_such(desk: Institution, now: dt.datetime) -> None:
    article = ArticleFactory()
    wording = Wording.objects.get()
    article.pinned_wordings.create(wording=wording)
    line = only(published(article, at=now), "Disclaimer")
    assert line.why == "Fixed for this piece by hand."
