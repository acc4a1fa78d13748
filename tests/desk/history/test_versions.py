"""History holds every version; any two are compared, and any one is brought back."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import acts
from articles.acts.versions.labelling import labels_of
from articles.models import Article, Byline, LedgerEntry, Revision
from desk.versions import body_sentences
from pictures.acts import remove_picture
from tests.conftest import NOW
from tests.desk.pages import change_page, fields_of, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    PictureFactory,
    published,
    saved,
)
from tests.kept import kept

pytestmark = pytest.mark.long

BODY = (
    '<p>The dues rose in the <a href="https://a.example/dues">north</a>.</p>'
    '<p>Nobody<span data-footnote="">See the ledger of 1911.</span> paid.</p>'
)


def page(article: Article, name: str, *args: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


@kept
def piece(desk: Any) -> Article:
    """A piece with a byline in three versions: Eve's first, Paul's second, Eve's third."""
    eve = User.objects.get(username="eve")
    article: Article = ArticleFactory(
        headline="Tides of paper", dek="On forms", body=BODY, topics=["Harbours"]
    )
    BylineFactory(article=article, order=1, author=AuthorFactory(display_name="Ida Quay"))
    saved(article, at=NOW, by=eve)
    body = BODY.replace("rose", "fell").replace("1911", "1912").replace("a.example", "b.example")
    Article.objects.filter(pk=article.pk).update(body=body, dek="On old forms")
    acts.save_draft(Article.objects.get(pk=article.pk), by=User.objects.get(username="paul"), at=NOW)
    BylineFactory(article=article, order=2, author=None, name="Mats Holm")
    Article.objects.filter(pk=article.pk).update(headline="Tides of ink")
    acts.save_draft(Article.objects.get(pk=article.pk), by=eve, at=NOW)
    return article


def test_history_lists_every_version_the_one_a_correction_saves_for_a_draft_included(
    eve: Client, desk: Any, clock: Any
) -> None:
    article = published(
        at=NOW, article=ArticleFactory(headline="Tides", body="<p>Forty ships.</p><p>They wait.</p>")
    ).article
    Article.objects.filter(pk=article.pk).update(dek="A waiting draft")
    acts.save_draft(Article.objects.get(pk=article.pk), by=None, at=NOW)
    words = acts.NoticeDraft("correction", wrong="We wrote forty.", right="There were four.")
    acts.correct(
        article, changes={"body": "<p>Four ships.</p><p>They wait.</p>"}, notice=words, by=None, at=NOW
    )
    assert Revision.objects.filter(article=article).count() == 4
    history = eve.get(page(article, "history"))
    for number in range(1, 5):
        assert page(article, "version", number) in history.content.decode()
    assert "Draft, with the correction" in text_of(history)


def test_any_two_versions_are_compared_by_words_rows_links_and_notes(eve: Client, piece: Article) -> None:
    answer = eve.get(page(piece, "compare"), {"old": "3", "new": "1"})
    html = answer.content.decode()
    for marked in (
        "<del>rose</del><ins>fell</ins>",
        "<del>1911.</del><ins>1912.</ins>",
        "<del>paper</del><ins>ink</ins>",
        "<ins>Mats Holm",
        "The link on “north” now leads to <ins>https://b.example/dues</ins>, no longer to <del>https://a.example",
        "Note 1 says something else.",
    ):
        assert marked in html, marked
    assert "Ida Quay" not in html
    assert "Harbours" not in text_of(answer)


def test_what_moved_is_called_moved_and_pictures_notes_and_topics_have_sentences(
    eve: Client, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = PictureFactory()
    figure = f'<figure data-picture="{picture.uuid}"><img alt="A quay"><figcaption>Dusk</figcaption></figure>'
    first, note = "<p>Forty ships lie at anchor.</p>", '<span data-footnote="">So.</span>'
    second = f"<p>The tide{note} is out, and the quay lies dry until the evening.</p>"
    article = ArticleFactory(body=f"{first}{second}{figure}", topics=["Harbours"])
    for order, name in enumerate(("Ida Quay", "Mats Holm", "Bo Pier"), start=1):
        BylineFactory(article=article, order=order, author=None, name=name)
    saved(article, at=NOW)
    body = second.replace(note, "") + first + figure.replace("Dusk", "Dawn")
    Article.objects.filter(pk=article.pk).update(body=body)
    article.bylines.filter(name="Bo Pier").update(order=0)
    article.tags.set(["Ports"])
    saved(Article.objects.get(pk=article.pk), at=NOW)
    monkeypatch.setattr(body_sentences, "moved_blocks", pytest.fail)  # they are looked for once for a page
    said = text_of(eve.get(page(article, "compare"), {"old": "1", "new": "newest"}))
    for sentence in (
        "“The tide is out, and the quay lies dry until the evening.” was moved further up and changed.",
        "Note 1 was removed.",
        "The picture “Dawn” got another caption.", "Bo Pier was moved before Ida Quay.",
        "“Ports” was added.", "“Harbours” was removed.",
    ):  # fmt: skip
        assert sentence in said, (sentence, said)


def test_a_version_has_a_label_from_saving_or_later_and_the_history_says_whose(
    eve: Client, ada: Client, piece: Article
) -> None:
    kept = fields_of(eve.get(change_page(piece)))
    eve.post(
        change_page(piece), kept | {"headline": "Tides", "version_label": "As sent out", "_continue": "1"}
    )
    eve.post(page(piece, "label", 2), {"version_label": "x" * 81})
    answer = eve.post(page(piece, "label", 2), {"version_label": " as sent  to the lawyer "}, follow=True)
    said = text_of(answer)
    assert "Labelled version 4 “As sent out” (read it), by eve" in said
    assert "Labelled version 2 “as sent to the lawyer” (read it), by eve" in said
    only = eve.get(page(piece, "history"), {"labelled": ""}).content.decode()
    assert re.findall(r'name="old" value="(\d)"', only) == ["4", "2"]
    eve.post(page(piece, "label", 2), {"version_label": ""})
    assert labels_of(piece.pk) == {Revision.objects.get(article=piece, number=4).pk: "As sent out"}
    assert ada.post(page(piece, "label", 2), {"version_label": "Mine"}).status_code in (403, 404)


@pytest.mark.parametrize(
    "query", [{}, {"old": "1"}, {"old": "1", "new": "1"}, {"old": "x'", "new": "9" * 30}]
)
def test_a_comparison_of_nothing_leads_back_to_the_history(
    query: dict[str, str], eve: Client, piece: Article
) -> None:
    answer = eve.get(page(piece, "compare"), query, follow=True)
    assert "Choose two versions to compare." in text_of(answer)
    assert eve.get(page(piece, "compare"), {"old": "1", "new": "77"}).status_code == 404


def test_a_version_that_is_brought_back_is_a_new_draft(eve: Client, piece: Article, editor: User) -> None:
    shown = eve.get(page(piece, "bring_back", 1))
    assert "<del>fell</del><ins>rose</ins>" in shown.content.decode()
    answer = eve.post(page(piece, "bring_back", 1), {"base": "3"}, follow=True)
    assert "Restored from version 1: saved as version 4." in text_of(answer)
    first, newest = (Revision.objects.get(article=piece, number=number) for number in (1, 4))
    assert newest.content_hash == first.content_hash
    assert (newest.label, newest.saved_by) == ("Restored from version 1", editor)
    assert [line.author and str(line.author) for line in Byline.objects.filter(article=piece)] == ["Ida Quay"]
    assert "Saved version 4, restored from version 1" in text_of(eve.get(page(piece, "history")))


def test_bringing_back_what_is_there_changes_nothing(eve: Client, piece: Article) -> None:
    assert "there is nothing to bring back" in text_of(eve.get(page(piece, "bring_back", 3)))
    eve.post(page(piece, "bring_back", 3), {"base": "3"})
    assert Revision.objects.count() == 3


def test_a_version_is_brought_back_under_the_checks_of_a_save(eve: Client, piece: Article) -> None:
    other = ArticleFactory(headline="Another")
    for article in (other, piece):
        AppearanceFactory(article=article, outlet=OutletFactory(), url="https://lantern.example/one")
    acts.save_draft(piece, by=None, at=NOW)
    saved(other, at=NOW)
    piece.appearances.all().delete()
    acts.save_draft(Article.objects.get(pk=piece.pk), by=None, at=NOW)
    refused = eve.post(page(piece, "bring_back", 4), {"base": "5"})
    assert refused.status_code == 200
    assert Revision.objects.filter(article=piece).count() == 5
    kept = fields_of(refused)
    assert kept["appearances-0-url"] == ["https://lantern.example/one"]
    answer = eve.post(
        change_page(piece), kept | {"appearances-0-url": "https://lantern.example/two", "_continue": "1"}
    )
    assert answer.status_code == 302, text_of(answer)
    assert Revision.objects.get(article=piece, number=6).label == "Restored from version 4, with changes"


def test_bringing_back_while_somebody_saves_is_a_conflict(eve: Client, piece: Article) -> None:
    Article.objects.filter(pk=piece.pk).update(slug="tides-of-ink")
    acts.save_draft(Article.objects.get(pk=piece.pk), by=None, at=NOW)
    conflict = eve.post(page(piece, "bring_back", 1), {"base": "3"})
    assert conflict.status_code == 409
    kept = fields_of(conflict)
    assert (kept["slug"], kept["headline"]) == (["tides-of-ink"], ["Tides of paper"])
    assert eve.post(change_page(piece), kept | {"_continue": "1"}).status_code == 302
    newest = Revision.objects.get(article=piece, number=5)
    assert (newest.label, newest.content["headline"]) == (
        "Restored from version 1, with changes",
        "Tides of paper",
    )


def test_only_who_may_change_a_piece_brings_a_version_back(
    ada: Client, eve: Client, piece: Article, as_user: Any, stranger: User
) -> None:
    assert ada.get(page(piece, "bring_back", 1)).status_code in (403, 404)
    assert ada.post(page(piece, "bring_back", 1), {"base": "3"}).status_code in (403, 404)
    assert as_user(stranger).get(page(piece, "compare")).status_code in (302, 403, 404)
    assert eve.get(page(piece, "bring_back", 77)).status_code == 404
    for base in ("", "x", "77"):
        assert eve.post(page(piece, "bring_back", 1), {"base": base}).status_code == 302
    assert Revision.objects.count() == 3


def test_the_desk_has_one_clock_and_every_page_names_it(
    eve: Client, piece: Article, settings: Any, desk: Any
) -> None:
    """9:00 UTC is 5:00 in New York, the home institution's zone; a zone of the desk's own goes before."""
    pages = [
        change_page(piece), page(piece, "history"), page(piece, "version", 1), page(piece, "bring_back", 1),
        page(piece, "compare") + "?old=1&new=2", "/admin/", "/admin/articles/article/",
    ]  # fmt: skip
    for own_zone, zone, hour in (
        ("", "New York time", "05:00"),
        ("Europe/Berlin", "Berlin time", "10:00"),
    ):
        settings.DESK_TIME_ZONE = own_zone
        for address in pages:
            words = text_of(eve.get(address))
            assert f"Times are in {zone}" in words, address
            hours = set(re.findall(r"\b\d\d:\d\d\b", words))
            if hours:
                assert hour in hours, (address, hours)
                assert "09:00" not in hours, (address, hours)
                assert "UTC" not in words, address
    assert LedgerEntry.objects.filter(article=piece).count() == 3


def test_a_picture_of_the_text_is_read_and_compared_in_words(eve: Client, desk: Any) -> None:
    picture = PictureFactory()
    figure = f'<figure data-picture="{picture.uuid}"><img alt="A quay"></figure>'
    article = ArticleFactory(body=f"<p>Forty ships.</p>{figure}")
    saved(article, at=NOW)
    Article.objects.update(body=article.body.replace("A quay", "A long quay"))
    acts.save_draft(Article.objects.get(), by=None, at=NOW)
    version = eve.get(page(article, "version", 2)).content.decode()
    compared = eve.get(page(article, "compare"), {"old": 1, "new": 2}).content.decode()
    assert "Picture</span> [text alternative: A long quay; as wide as the text; uncropped]" in version
    assert "Picture</span> [text alternative: A <ins>long </ins>quay; as wide" in compared


def test_a_version_comes_back_with_its_lead_picture_or_says_that_it_is_gone(
    eve: Client, piece: Article
) -> None:
    kept, gone = PictureFactory(title="Old quay"), PictureFactory(title="Pier")
    for lead in (kept, gone, None):
        piece.refresh_from_db()
        piece.lead_picture, piece.lead_alt = lead, "A quay" if lead else ""
        piece.save()
        saved(piece, at=NOW)
    remove_picture(gone)
    back = eve.post(page(piece, "bring_back", 4), {"base": "6"}, follow=True)
    piece.refresh_from_db()
    assert (piece.lead_picture, piece.lead_alt) == (kept, "A quay"), text_of(back)
    refused = eve.post(page(piece, "bring_back", 5), {"base": "7"}, follow=True)
    assert "Lead picture: The picture that stood here was deleted from the library" in text_of(refused)
    assert "a picture that was deleted" in text_of(eve.get(page(piece, "version", 5)))
    assert "Crop of the lead picture" in text_of(eve.get(page(piece, "version", 5)))
    assert "Crop of the lead picture" not in text_of(eve.get(page(piece, "version", 6)))


def test_a_new_piece_is_made_from_one_without_what_is_true_of_that_one_alone(
    eve: Client, ada: Client, piece: Article
) -> None:
    AppearanceFactory(article=piece, outlet=OutletFactory())
    Article.objects.filter(pk=piece.pk).update(slug="tides-of-ink", first_published_on=NOW.date())
    saved(Article.objects.get(pk=piece.pk), at=NOW)
    assert ada.get(page(piece, "duplicate")).status_code == 404
    assert "Not copied:" in text_of(eve.get(page(piece, "duplicate")))
    answer = eve.post(page(piece, "duplicate"), follow=True)
    copy = Article.objects.exclude(pk=piece.pk).get()
    assert "This is the new piece." in text_of(answer)
    piece.refresh_from_db()
    assert (copy.headline, copy.body) == (piece.headline, piece.body)
    assert (copy.slug, copy.first_published_on) == ("", None)
    assert [str(row) for row in copy.bylines.all()] == [str(row) for row in piece.bylines.all()]
    assert (list(copy.tags.names()), copy.appearances.count()) == (["Harbours"], 0)
    history = text_of(eve.get(page(copy, "history")))
    assert "Saved version 1, copied from version 4 of “Tides of ink”" in history
    assert text_of(eve.get(reverse("admin:articles_article_changelist"))).count("Tides of ink (copy)") == 1
