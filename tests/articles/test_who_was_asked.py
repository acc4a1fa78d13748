"""Texts with conditions, by who was asked: an answer of all authors is theirs who were in the byline, nobody else's."""

import pytest
from django.core.exceptions import ValidationError

from articles import acts
from articles.acts.drafting import append
from articles.checklist import check
from articles.models import Article
from articles.press.proof import make_proof
from articles.snapshot import content_hash, content_of
from articles.states import Act
from articles.timeline import load_timeline
from desk.manuscript.row_forms.bylines import AskedField
from disclaimers.denials import denied_in
from tests.articles.rights import HOUR
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import act_page, change_page, fields_of, form_of, row, rows
from tests.factories import AuthorFactory, BylineFactory, DisclaimerFactory, WordingFactory, published
from tests.kept import kept

LINE = "No sponsor paid for this."


@kept
def asked(desk) -> Article:
    """A piece of two authors, of whom all were asked; the house says so."""
    line = DisclaimerFactory(institution=desk, code="sponsors", condition="no_funding")
    WordingFactory(disclaimer=line, text=LINE)
    article = BylineFactory(author__display_name="Ida Quay", bio="Ida Quay counts ships.").article
    BylineFactory(article=article, author=None, name="Bo Pier", bio="Bo Pier too.")
    article.disclosures.create(subject="funding", answer="none")
    acts.save_draft(article, by=None, at=NOW)
    return article


def draft(article: Article, at=NOW):
    return make_proof(acts.save_draft(article, by=None, at=at), at=at)


def denies(article: Article) -> bool:
    return LINE in [row["text"] for row in draft(article).edition.printed["wordings"]]


def asked_about(article: Article) -> list[str]:
    proof = draft(article)
    checklist = check(Act.PUBLISH, proof, load_timeline(article.pk, NOW))
    return [each.sentence for each in checklist.questions if each.code == "asked_before_they_came"]


def add(article: Article, name: str = "Nora Quill"):
    return BylineFactory(article=article, author__display_name=name, bio=f"{name} counts too.")


def exchange(article: Article) -> None:
    article.bylines.filter(name="Bo Pier").update(author=AuthorFactory(display_name="Nora Quill"), name="")


def remove_and_add(article: Article) -> None:
    article.bylines.filter(name="Bo Pier").delete()
    add(article)


@pytest.mark.parametrize("come", [add, exchange, remove_and_add])
def test_an_author_who_came_after_the_answer_was_not_asked(asked, come):
    assert denies(asked)
    assert asked_about(asked) == []
    come(asked)
    assert not denies(asked)
    assert asked_about(asked) == [
        "Nora Quill is in the byline only since all authors were asked about funding. Until the piece says that they "
        "were asked too, the page does not say that there is nothing to disclose."
    ]
    asked.disclosures.create(
        subject="funding", answer="none", author=asked.bylines.get(author__display_name="Nora Quill").author
    )
    assert denies(asked)
    assert asked_about(asked) == []


def test_an_author_who_left_leaves_the_answer_of_the_others_and_whoever_was_asked_may_come_back(asked):
    row = asked.bylines.get(name="Bo Pier")
    row.delete()
    assert denies(asked)
    BylineFactory(article=asked, author=None, name="Bo Pier")
    assert denies(asked)


def test_an_answer_of_authors_who_all_left_is_nobodys_denial(asked):
    asked.bylines.all().delete()
    assert not denies(asked)
    asked.disclosures.update(asked=[])
    assert denies(asked), "the house itself may say so of a statement without a byline"


def test_nobody_was_asked_by_an_answer_that_was_given_before_there_were_authors(asked):
    asked.bylines.all().delete()
    asked.disclosures.update(asked=None)
    acts.save_draft(asked, by=None, at=NOW)
    add(asked)
    assert not denies(asked)


def test_a_person_who_was_merged_was_asked_under_both_records(asked, administrator):
    gone = asked.bylines.exclude(author=None).get().author
    stands = AuthorFactory(display_name="Ida Q. Quay")
    acts.merge(gone, stands, by=administrator, at=NOW)
    assert denies(asked)
    asked.bylines.filter(author=gone).update(author=stands)
    assert denies(asked)


def test_a_scheduled_page_denies_nothing_for_whom_it_takes_in_later(asked, clock):
    published(asked, at=NOW, live_from=NOW + HOUR)
    add(asked)
    revision = acts.save_draft(asked, by=None, at=NOW)
    acts.swap_scheduled(asked, revision=revision, by=None, at=NOW, reason="")
    coming = load_timeline(asked.pk, NOW).coming
    assert LINE not in [row["text"] for row in coming.printed["wordings"]]


def test_what_all_disclosed_names_only_those_who_said_so(asked):
    asked.disclosures.update(subject="ai", answer="disclosed", tool="Scribe", task="a first draft")
    add(asked)
    (text,) = draft(asked).edition.printed["disclosures"]
    assert "Ida Quay and Bo Pier" in text
    assert "Nora Quill" not in text


def test_a_version_of_an_earlier_release_says_it_for_the_authors_it_had(asked):
    newest = asked.revisions.first()
    old = content_of(newest) | {
        "disclosures": [row | {"asked": None} for row in newest.content["disclosures"]]
    }
    asked.disclosures.update(asked=None)
    append(asked, old, parent=newest, by=None, at=NOW)
    assert content_hash(acts.save_draft(asked, by=None, at=NOW).content) == content_hash(old)
    assert denies(asked)
    add(asked)
    assert not denies(asked)


def test_one_click_says_that_those_who_came_later_were_asked_too(asked, client, publisher):
    client.force_login(publisher)
    add(asked)
    acts.save_draft(asked, by=None, at=NOW)
    page, address = act_page(asked, "publish"), f"/admin/articles/article/{asked.pk}/one-change/"
    assert "They were asked too" in client.get(page).content.decode()
    add(asked, "Cy Mole")
    acts.save_draft(asked, by=None, at=NOW)
    stale = client.post(address, {"act": "publish", "_set": "asked=funding:2"}, follow=True)
    assert "the piece has been changed since" in stale.content.decode()
    assert len(asked_about(asked)) == 1, "the page named Nora Quill alone"
    client.post(address, {"act": "publish", "_set": "asked=funding:3"})
    assert denies(asked)
    assert asked_about(asked) == []


@pytest.mark.parametrize("role", ["interviewer", "signatory", "contributor"])
def test_of_a_piece_without_authors_whoever_answers_in_their_place_was_asked_and_nobody_later(asked, role):
    asked.bylines.update(role=role)
    asked.disclosures.create(subject="ai", answer="disclosed", tool="Scribe", task="a first draft")
    acts.save_draft(asked, by=None, at=NOW)
    asked.bylines.filter(name="Bo Pier").delete()
    BylineFactory(article=asked, role=role, author__display_name="Nora Quill", bio="Nora Quill counts.")
    (text,) = draft(asked).edition.printed["disclosures"]
    assert ("Ida Quay" in text, "Nora Quill" in text) == (True, False)
    assert not denies(asked)
    assert len(asked_about(asked)) == 2
    asked.bylines.exclude(author__display_name="Nora Quill").delete()
    assert draft(asked).edition.printed["disclosures"] == []


@pytest.mark.parametrize(
    "sent",
    [
        '["\\u0000"]',
        '["\\ud800"]',
        '["\\u202eb"]',
        "[" * 5000,
        f"[{'9' * 5000}]",
        f"[{'9' * 30}]",
        "[true]",
        "[-1]",
        "{}",
        "7",
    ],
)
def test_who_was_asked_is_refused_with_a_sentence_where_a_form_was_sent_damaged(sent):
    with pytest.raises(ValidationError, match="sent damaged"):
        AskedField(required=False).clean(sent)
    assert AskedField(required=False).clean('[7, "Bo Pier"]') == [7, "Bo Pier"]


def test_one_click_for_an_answer_that_is_not_there_changes_nothing_and_says_so(asked, publisher):
    paul, address = logged_in(publisher), f"/admin/articles/article/{asked.pk}/one-change/"
    for value in ("asked=:1", "asked=ai:1", "asked=fund\x00ing:1", "asked=nothing:1"):
        page = paul.post(address, {"act": "publish", "_set": value}, follow=True)
        assert (
            "Nothing was changed: the answer of all authors is not there any more." in page.content.decode()
        )


@pytest.mark.parametrize("where", ["own text", "house", "editors_note"])
def test_a_text_that_denies_what_is_disclosed_is_warned_of_with_both_sides(asked, desk, where):
    if where == "own text":
        asked.pinned_wordings.create(own_text=LINE)
    elif where == "house":
        WordingFactory(disclaimer=DisclaimerFactory(institution=desk, code="unpaid"), text=LINE)
    else:
        Article.objects.filter(pk=asked.pk).update(editors_note=LINE)
    asked.disclosures.update(answer="disclosed", text="The Tide Fund paid.")
    checklist = check(Act.PUBLISH, draft(asked), load_timeline(asked.pk, NOW))
    (told,) = [each.sentence for each in checklist.warnings if each.code == "denied_and_disclosed"]
    assert told.startswith(
        f"The page says “{LINE}” beside what is disclosed about funding: “The Tide Fund paid.”."
    )
    asked.disclosures.update(answer="none", text="")
    checklist = check(Act.PUBLISH, draft(asked), load_timeline(asked.pk, NOW))
    assert "denied_and_disclosed" not in {each.code for each in checklist.warnings}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Harbour accepts no outside funding for its commentary.", {"funding"}),
        ("It was not paid for by anybody; the authors have no competing interests.", {"funding", "interest"}),
        ("Kein Sponsor hat diesen Text bezahlt.", {"funding"}),
        ("Geschrieben ohne KI.", {"ai"}),
        ("Aucun financement ; l’auteur ne déclare aucun conflit d’intérêts.", {"funding", "interest"}),
        ("Написано без искусственного интеллекта и без спонсоров.", {"ai", "funding"}),
        ("لا يوجد تضارب في المصالح، ودون تمويل.", {"interest", "funding"}),
        ("저자는 이해상충이 없습니다. AI를 사용하지 않았습니다.", {"interest", "ai"}),
        ("Harbour takes no institutional positions.", set()),
        ("The Tide Fund paid for this. It has an interest in ships.", set()),
    ],
)  # fmt: skip
def test_the_usual_denials_are_found_in_six_languages(text, subjects):
    assert denied_in(text) == subjects


@pytest.mark.long
def test_who_was_asked_is_carried_through_a_form_that_came_too_late(asked, publisher):
    """A colleague adds an author while the answer is typed in another window: keep-both asks nobody for her."""
    paul = logged_in(publisher)
    asked.disclosures.all().delete()
    acts.save_draft(asked, by=None, at=NOW)
    typed = form_of(paul, asked) | rows("disclosures", 1)
    typed |= row("disclosures", 0, subject="funding", answer="none")
    add(asked)
    acts.save_draft(asked, by=None, at=NOW)
    late = paul.post(change_page(asked), typed)
    assert late.status_code == 409
    assert paul.post(change_page(asked), fields_of(late)).status_code == 302
    assert asked.bylines.count() == 3
    assert len(asked.disclosures.get().asked) == 2
    assert not denies(asked)
    again = form_of(paul, asked) | row("disclosures", 0, asked_again="on")
    again |= rows("bylines", 4) | row("bylines", 3, name="Cy Mole", role="author")
    assert paul.post(change_page(asked), again).status_code == 302
    assert len(asked.disclosures.get().asked) == 3, "nobody asked whoever came with the same form"
    assert not denies(asked)
    asked.bylines.filter(name="Cy Mole").delete()
    assert denies(asked)
    late = form_of(paul, asked) | rows("bylines", 4) | row("bylines", 3, name="Cy Mole", role="author")
    late |= row("disclosures", 0, asked_again="on")
    Article.objects.filter(pk=asked.pk).update(dek="Changed meanwhile.")
    acts.save_draft(asked, by=None, at=NOW)
    typed = fields_of(paul.post(change_page(asked), late))
    assert "Cy Mole" not in typed["disclosures-0-asked"][0]
    assert paul.post(change_page(asked), typed).status_code == 302
    assert asked.bylines.filter(name="Cy Mole").exists()
    assert not denies(asked), "nor whoever comes with a form that came too late"
