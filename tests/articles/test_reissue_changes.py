"""A re-issue changes exactly the words that its reason names, whatever has changed in the records meanwhile."""

import json
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.reissuing import preview_reissue
from articles.models import Edition
from articles.press.comparison import NO_SENTENCES, changed_sentences, sentence_members
from articles.renewed import NOTHING, Renewable, Renewed
from authors.models import Author
from disclaimers.models import HouseStyle, Kind, Phrase, Wording
from disclaimers.slips import correct_slip
from documents.models import Document
from pictures.models import Picture
from tests.articles.pieces import HOUR, change
from tests.conftest import examples
from tests.factories import (
    AppearanceFactory,
    AppointmentBodyFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    DocumentFactory,
    HouseStyleFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    WordingFactory,
    published,
    say,
)

pytestmark = pytest.mark.long
LANGUAGES = ("en", "de")


def old(subject: str) -> str:
    return f"Quold{subject.replace('_', '')}"


def new(subject: str) -> str:
    return f"Qunew{subject.replace('_', '')}"


def a_page(desk: Any, now: Any, language: str) -> Edition:
    """A page that prints a word of every subject, as of before all records change."""
    marks = {subject: old(subject) for subject in Renewable}
    type(desk).objects.filter(pk=desk.pk).update(
        name=marks["institution"], copyright_holder=marks["institution"], default_language=language,
        offers_republication=True, republication_terms=marks["republication"],
    )  # fmt: skip
    desk.refresh_from_db()
    if not HouseStyle.objects.filter(institution=desk, language=language).exists():
        HouseStyleFactory(institution=desk, language=language)
    for position in ("source_line", "outlet_dateline"):
        say(f"{marks['style']} {{outlet}}", at=position, language=language)
    say("{names}, {institution}", at="credit", language=language)
    say("By leave of {outlet}.", at="permission_line", language=language)
    kind = KindFactory(code="commentary")
    Kind.objects.filter(pk=kind.pk).update(label=marks["label"])
    Wording.objects.update(
        language=language, text=f"{marks['slips']} {{kind}} speaks for {{authors:one|several}}."
    )
    WordingFactory(
        disclaimer=DisclaimerFactory(institution=desk),
        language=language,
        text=f"{marks['disclaimers']} {{kind}}.",
    )
    ida = AuthorFactory(display_name=f"Ida {marks['people']}")
    employment = DisclaimerFactory(institution=desk, scope="employment")
    WordingFactory(disclaimer=employment, language=language, text="{author} does not speak for {bodies}.")
    post = AppointmentFactory(author=ida, title=f"{marks['posts']} fellow", disclaimer=employment)
    AppointmentBodyFactory(appointment=post, name=f"the {marks['posts']} Bureau")
    licence = LicenceFactory(name=marks["licence"])
    outlet = OutletFactory(name=marks["outlets"])
    older = published(headline=marks["other_pieces"], at=now)
    article = ArticleFactory(
        language=language, licence=licence, topics=[marks["topics"]], lead_alt="Cranes",
        lead_picture=PictureFactory(credit=marks["pictures"]),
    )  # fmt: skip
    article.attachments.create(document=DocumentFactory(credit=marks["documents"]), order=1)
    BylineFactory(author=ida, article=article)
    AppearanceFactory(
        article=article,
        outlet=outlet,
        published_on=None,
        rights={"may_be_passed_on": True, "granted_by": "Ola"},
    )
    saved = acts.save_draft(article, by=None, at=now)
    successor = NoticeDraft("superseded", "Newer:", successor=article.pk)
    acts.correct(older.article, changes={}, notice=successor, by=None, at=now + HOUR / 4)
    return acts.publish(article, revision=saved, by=None, at=now + HOUR / 2)


def all_records_change(desk: Any, page: Edition, now: Any) -> None:
    """Every record is called otherwise, as of every day; the text of one disclaimer is another from today on."""
    at = now + HOUR
    desk.name = desk.copyright_holder = new("institution")
    desk.republication_terms = new("republication")
    desk.save()
    for phrase in Phrase.objects.filter(text__contains=old("style")):
        phrase.text = phrase.text.replace(old("style"), new("style"))
        phrase.save()
    for record, field, subject in (
        (Kind.objects.get(), "label", "label"), (Author.objects.get(), "display_name", "people"),
        (page.outlets.get().outlet, "name", "outlets"), (page.tags.get(), "name", "topics"),
        (page.article.licence, "name", "licence"),
    ):  # fmt: skip
        setattr(record, field, getattr(record, field).replace(old(subject), new(subject)))
        record.save()
    post = Author.objects.get().appointments.get()
    post.title = f"{new('posts')} fellow"
    post.save()
    post.set_bodies([f"the {new('posts')} Bureau"])
    Picture.objects.update(credit=new("pictures"))
    Document.objects.update(credit=new("documents"))
    slip = Wording.objects.get(text__startswith=old("slips"))
    correct_slip(slip, text=slip.text.replace(old("slips"), new("slips")), reason="x", by=None, at=at)
    text = Wording.objects.get(text__startswith=old("disclaimers"))
    text.in_force_until = now.date()
    text.save()
    WordingFactory(
        disclaimer=text.disclaimer, language=text.language, in_force_from=now.date(),
        text=text.text.replace(old("disclaimers"), new("disclaimers")),
    )  # fmt: skip
    older = Edition.objects.live(at).exclude(article=page.article).get()
    published(
        change(older.article, headline=new("other_pieces"), slug=older.permalink.path.split("/")[2]), at=at
    )


def sentences(page: Edition) -> str:
    """Every word that readers get."""
    printed = {name: value for name, value in page.printed.items() if name not in NO_SENTENCES}
    printed["wordings"] = [row["text"] for row in page.printed["wordings"]]
    columns = ("kicker", "headline", "dek", "byline", "dateline", "outlet_line", "body", "endnotes")
    values = [printed, page.printed["marked"], *(getattr(page, column) for column in columns)]
    return json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)


def renewed_by(subjects: set[Renewable], page: Edition) -> Renewed:
    """These subjects; a slip is always one of a text."""
    slips = {row["wording"] for row in page.printed["wordings"]} if Renewable.SLIPS in subjects else ()
    others = subjects - {Renewable.SLIPS}
    return (Renewed.of(*others) if others else NOTHING) | Renewed(
        frozenset(f"{Renewable.SLIPS}:{key}" for key in slips)
    )


@pytest.fixture(params=LANGUAGES)
def outdated(clock, desk, now, request) -> Edition:
    """A page of which all records have changed a day later; to show it again in other words writes nothing."""
    page = a_page(desk, now, request.param)
    all_records_change(desk, page, now)
    clock(now + 30 * HOUR)
    return page


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(subjects=st.sets(st.sampled_from(list(Renewable))))
def test_after_a_reissue_only_words_named_by_its_reason_differ(outdated, now, subjects):
    page = Edition.objects.get(pk=outdated.pk)
    before = sentences(page)
    for subject in Renewable:
        assert old(subject) in before, subject
    again = preview_reissue(page, renewed=renewed_by(subjects, page), at=now + 30 * HOUR)
    expected = before
    for subject in subjects | ({Renewable.SLIPS} if Renewable.DISCLAIMERS in subjects else set()):
        expected = expected.replace(old(subject), new(subject))
    assert sentences(again or page) == expected
    told = " ".join(change.becomes for change in changed_sentences(page, again)) if again else ""
    assert {subject for subject in Renewable if new(subject) in told} == {
        subject for subject in Renewable if new(subject) in expected
    }


def test_printed_again_as_it_was_printed_a_page_changes_no_word(clock, desk, now):
    page = a_page(desk, now, "en")
    all_records_change(desk, page, now)
    assert preview_reissue(page, renewed=NOTHING, at=now + 30 * HOUR) is None
    with pytest.raises(acts.CannotPublish, match="Nothing would change"):
        acts.reissue(page.article, renewed=NOTHING, by=None, at=now + 30 * HOUR, reason="x")


def test_every_member_of_a_page_is_compared_or_is_no_sentence(desk, now):
    page = published(at=now)
    assert set(page.printed) == sentence_members() | NO_SENTENCES


def test_a_stored_value_is_compared_member_by_member_and_a_new_order_is_told_whole(desk, now):
    """PostgreSQL gives members back in another order; nothing is ever told as "nothing" becoming "nothing"."""
    members = {"credit": "By Ida Quay", "line": [{"text": "By Ida Quay"}], "terms": "No changes."}
    page, again = (
        Edition(printed={"creators": [], "republication": dict(order)}, mode="full", body="", endnotes="")
        for order in (members.items(), reversed(members.items()))
    )
    assert changed_sentences(page, again) == []
    page.printed["bylines"], again.printed["bylines"] = ["Ida Quay", "Bo Pier"], ["Bo Pier", "Ida Quay"]
    (told,) = changed_sentences(page, again)
    assert (told.was, told.becomes) == ("Ida Quay Bo Pier", "Bo Pier Ida Quay")
