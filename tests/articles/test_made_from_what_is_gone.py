"""Rights follow what is made from a text, also where the text is gone: headlines, drafts, and pieces that come back."""

import pytest

from articles import acts
from articles.models import Article, LedgerEntry
from articles.rights.rule import FULL, LINK
from tests.articles.rights import HOUR, LONG, live
from tests.articles.test_made_from_others import MAKING, made_from, source_of
from tests.factories import ArticleFactory, BylineFactory, published, saved

pytestmark = pytest.mark.long


@pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)
def test_a_headline_that_may_not_stay_takes_those_of_what_is_made_from_it_along(desk, now, make):
    source = source_of()
    published(source, at=now)
    piece = make(source)
    BylineFactory(article=piece)
    further = made_from(piece)
    before = [published(each, at=now) for each in (piece, further)]
    acts.take_down(
        source, because="privacy", sentence="By order.", by=None, at=now + HOUR, reason="A letter",
        keep_headline=False,
    )  # fmt: skip
    for page, was in zip((piece, further), before, strict=True):
        hidden = live(page, now + HOUR)
        assert hidden.headline in ("No longer published", "Nicht mehr veröffentlicht")
        assert (hidden.dek, hidden.body, hidden.byline, hidden.search_policy) == ("", "", "", "noindex")
        assert hidden.permalink == was.permalink
        assert hidden.bylines.count() == 0
        assert was.headline not in str({**hidden.printed, "rights": [], "records": {}, "terms": {}})
        with pytest.raises(acts.CannotPublish, match="nothing of it may be shown"):
            acts.publish(
                page, revision=saved(page, at=now), by=None, at=now + HOUR, without_text=True, change="minor"
            )
    acts.put_back(source, by=None, at=now + 2 * HOUR, reason="Settled")
    for page, was in zip((piece, further), before, strict=True):
        back = live(page, now + 2 * HOUR)
        assert (back.headline, back.body, back.byline) == (was.headline, was.body, was.byline)
        assert [row["text"] for row in back.printed["wordings"]] == [
            row["text"] for row in was.printed["wordings"]
        ]
        assert back.search_policy == was.search_policy


@pytest.mark.parametrize("goes_first", ["the piece", "its source"])
@pytest.mark.parametrize("act", ["retract", "take_down"])
def test_a_notice_in_the_place_of_a_made_piece_says_no_headline_and_no_name_that_may_not_stay(
    desk, now, act, goes_first
):
    source = source_of()
    published(source, at=now)
    piece = made_from(source)
    BylineFactory(article=piece, author__display_name="Nora Quill")
    was = published(piece, at=now)

    def remove(at):
        if act == "retract":
            acts.retract(piece, text="It was not so.", issued_by="The house", by=None, at=at)
        else:
            acts.take_down(piece, because="review", sentence="We look.", by=None, at=at, reason="A letter")

    def hide(at):
        acts.take_down(
            source, because="privacy", sentence="By order.", by=None, at=at, reason="A letter", keep_headline=False
        )  # fmt: skip

    order = (remove, hide) if goes_first == "the piece" else (hide, remove)
    for hours, step in enumerate(order, start=1):
        step(now + hours * HOUR)
    stone = live(piece, now + 2 * HOUR)
    said = str({**vars(stone), "printed": {**stone.printed, "rights": [], "records": {}, "terms": {}}})
    assert was.headline not in said
    assert "Nora Quill" not in said
    assert (stone.byline, stone.bylines.count(), stone.search_policy) == ("", 0, "noindex")
    assert [row["kind"] for row in stone.printed["notices"]] == [
        "retraction" if act == "retract" else "withdrawal"
    ]
    acts.put_back(source, by=None, at=now + 3 * HOUR, reason="Settled")
    back = live(piece, now + 3 * HOUR)
    if act == "retract":
        assert was.headline in back.headline
        assert back.byline == was.byline
    else:
        assert back == stone


def test_a_draft_of_a_made_piece_is_checked_when_it_is_published_after_its_source_went_down(desk, now):
    source = source_of()
    published(source, at=now)
    drafts = [make(source) for make in MAKING.values()]
    versions = [saved(draft, at=now) for draft in drafts]
    acts.take_down(source, because="legal", sentence="By order.", by=None, at=now, reason="A letter")
    for draft, version in zip(drafts, versions, strict=True):
        with pytest.raises(acts.CannotPublish, match="taken down"):
            acts.publish(draft, revision=version, by=None, at=now + HOUR)


def test_a_draft_that_adds_a_source_bounds_what_is_made_from_it_in_the_same_save(desk, now):
    """The page is made from a piece that readers have never had: its newest version counts."""
    down = source_of()
    published(down, at=now)
    acts.take_down(down, because="legal", sentence="By order.", by=None, at=now, reason="A letter")
    between = ArticleFactory(body=LONG)
    saved(between, at=now)
    page = made_from(between)
    assert published(page, at=now).mode == FULL
    Article.objects.filter(pk=between.pk).update(made_from=down, made_as="excerpt")
    saved(between, at=now + HOUR)
    assert live(page, now + HOUR).mode == LINK
    entry = LedgerEntry.objects.filter(article=page).latest("at")
    assert entry.after["source"] == between.pk
    Article.objects.filter(pk=between.pk).update(made_from=None, made_as="")
    saved(between, at=now + 2 * HOUR)
    assert live(page, now + 2 * HOUR).mode == FULL


def test_a_piece_that_is_put_back_after_its_source_went_down_warns_that_its_text_stays_away(desk, now):
    source = source_of()
    published(source, at=now)
    piece = made_from(source)
    published(piece, at=now)
    at = now + HOUR
    acts.take_down(piece, because="review", sentence="Under review.", by=None, at=at, reason="A letter")
    acts.take_down(source, because="legal", sentence="By order.", by=None, at=at, reason="A letter")
    back = acts.put_back(piece, by=None, at=now + 2 * HOUR, reason="Settled")
    assert back.mode == LINK
    (said,) = [row["sentence"] for row in back.entry.checklist if row["code"] == "shows_less"]
    assert said.startswith("Readers will get less of the text than before.")
