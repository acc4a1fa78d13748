"""The frozen form: complete, stable, and able to bring a manuscript back."""

import datetime as dt
import json
import uuid

import pytest
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from articles import acts
from articles.manuscript_fields import FIELDS
from articles.models import Appearance, Article, Byline, Disclosure, PinnedWording, Revision
from articles.press.proof import make_proof
from articles.snapshot import compose, content_hash, content_of, restore
from articles.states import Surface
from disclaimers.models import Wording
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    saved,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=5))
def test_absence_and_emptiness_hash_alike_and_order_does_not_matter(content):
    reordered = dict(reversed(content.items()))
    assert content_hash(reordered) == content_hash(content)
    assert content_hash(content | {"a field of the future": ""}) == content_hash(
        {k: v for k, v in content.items() if k != "a field of the future"}
    )


def full_article(desk) -> Article:
    """A manuscript with every field filled in."""
    texts = {field.name: f"A {field.name}" for field in FIELDS if field.kind in ("line", "paragraphs")}
    article = ArticleFactory(**texts | {
        "topics": ["Ports", "韓国"], "slug": "an-address", "is_archive": True,
        "first_published_on": dt.date(2019, 5, 1), "language": "de", "kind": KindFactory(code="op-ed"),
        "source_language": "en", "translation_of": ArticleFactory(), "translation_extent": "summary",
        "made_from": ArticleFactory(), "made_as": "excerpt", "has_no_licence": True,
        "has_more_places": True, "series_place": 3, "copyright_basis": "named", "copyright_holders": "One\nTwo",
        "copyright_year": 2018, "licence": LicenceFactory(),
        "body": '<p>Text<span data-footnote="">Note</span></p>',
        **{f"is_left_out_of_{surface.value}": True for surface in Surface},
        "lead_picture": PictureFactory(), "lead_is_decorative": True, "lead_crop": "16:9",
    })  # fmt: skip
    BylineFactory(
        article=article, role="author", bio="Ida minds the harbour.", section="Her part",
        no_copyright_reason="A work of the state", no_republication=True,
    )  # fmt: skip
    Byline.objects.create(article=article, order=99, role="translator", name="Kim Pier")
    AppearanceFactory(
        article=article, relation="version", headline="Their Headline", precision="month", language="de",
        expert_role="quoted", is_removed=True, work="report", editors="Bo", writers="Ida", chapter="3",
        access="paid", medium="print", section="Money", issue="May issue",
        page="13", is_retracted=True, retracted_on=dt.date(2021, 5, 3), retraction_url="https://lantern.example/why",
    )  # fmt: skip
    Appearance.objects.create(
        article=article,
        order=99,
        relation="forthcoming",
        outlet_name="Some Gazette",
        planned_on=dt.date(2026, 5, 1),
    )
    AppearanceFactory(
        article=article, order=100, relation="also", precision="year", counted_on=dt.date(2020, 6, 11),
    )  # fmt: skip
    Disclosure.objects.create(
        article=article, author=AuthorFactory(), subject="ai", text="A text.", tool="A tool", task="A task",
        checked_by="Eve",
    )  # fmt: skip
    Disclosure.objects.create(article=article, subject="funding", answer="none", asked=["Bo Pier"])
    PinnedWording.objects.create(article=article, wording=Wording.objects.get(), own_text="Its own words.")
    return article


def test_restoring_a_version_brings_back_the_very_content(desk, now):
    article = full_article(desk)
    first = saved(article, at=now)
    article.bylines.all().delete()
    article.appearances.all().delete()
    article.pinned_wordings.all().delete()
    article.disclosures.all().delete()
    article.tags.clear()
    Article.objects.filter(pk=article.pk).update(
        headline="", dek="", body="", slug="", is_archive=False, first_published_on=None, copyright_line="",
        language="en", kind=KindFactory(code="commentary"),
    )  # fmt: skip
    second = saved(article, at=now)
    assert second.content_hash != first.content_hash
    third = saved(restore(first), at=now)
    assert (third.number, third.content_hash, third.content) == (3, first.content_hash, first.content)


ROWS = (Byline, Appearance, Disclosure, PinnedWording)
NOT_CONTENT = {"id", "uuid", "article", "order", "key"}


def editable(model) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.name not in NOT_CONTENT]


def test_every_editable_field_of_a_manuscript_and_its_rows_is_in_the_snapshot(desk):
    content = compose(full_article(desk))
    for field in editable(Article):
        kept = content[field.name] if field.name in content else content[field.attname]
        assert kept not in (None, "", []), field.name
    for name, model in zip(("bylines", "appearances", "disclosures", "pinned_wordings"), ROWS, strict=True):
        kept = {
            key for row in content[name] for key, value in row.items() if value not in (None, "")
        } - NOT_CONTENT
        assert {field.attname for field in editable(model)} == kept


@pytest.mark.parametrize(
    ("model", "field", "value", "expected"),
    [
        ("article", "headline", "A Sentinel Headline", "A Sentinel Headline"),
        ("article", "dek", "A sentinel dek", "A sentinel dek"),
        ("article", "body", "<p>A sentinel body</p>", "A sentinel body"),
        ("article", "slug", "sentinel-slug", "sentinel-slug"),
        ("article", "language", "fr", '"fr"'),
        ("article", "first_published_on", dt.date(2011, 2, 3), "2011-02-03"),
        ("article", "copyright_line", "© Sentinel", "© Sentinel"),
        ("bylines", "name", "Sentinel Name", "Sentinel Name"),
        ("bylines", "bio", "A sentinel bio.", "A sentinel bio."),
        ("bylines", "role", "translator", "Translated by"),
        ("appearances", "outlet_name", "Sentinel Gazette", "Sentinel Gazette"),
        ("appearances", "headline", "Sentinel headline there", "Sentinel headline there"),
        ("appearances", "url", "https://sentinel.example/x", "https://sentinel.example/x"),
        ("appearances", "published_on", dt.date(2012, 3, 4), "2012-03-04"),
        ("appearances", "precision", "year", '"2020"'),
        ("appearances", "relation", "version", "A version of this article"),
        ("appearances", "language", "ja", '"ja"'),
        ("pinned_wordings", "own_text", "Sentinel own words.", "Sentinel own words."),
    ],
)
def test_every_editable_field_is_printed_somewhere(desk, now, model, field, value, expected):
    """One sentinel at a time in an otherwise plain piece: without it the words are absent, with it they print."""
    article = ArticleFactory(is_archive=True)
    rows = {
        "bylines": Byline.objects.create(article=article, name="Somebody"),
        "appearances": Appearance.objects.create(
            article=article,
            outlet_name="A Paper",
            published_on=dt.date(2020, 6, 11),
            url="https://paper.example/1",
        ),
        "pinned_wordings": PinnedWording.objects.create(article=article, own_text="Words."),
    }
    assert expected not in words(article, now)
    row = rows.get(model, article)
    setattr(row, field, value)
    row.save()
    assert expected in words(article, now)


def words(article: Article, now: dt.datetime) -> str:
    """Everything an edition of the manuscript would hold, as text (the records it was printed from left out)."""
    edition = make_proof(Revision(article=article, content=compose(article)), at=now).edition
    printed = {key: value for key, value in edition.printed.items() if key != "records"}
    columns = (edition.language, edition.headline, edition.dek, edition.body, edition.permalink.path)
    return json.dumps([printed, *columns, str(edition.first_published_on)], ensure_ascii=False)


@pytest.mark.parametrize("nasty", ["a\x00b", "a\x07b", "a\ud800b", "a\u202eb", "a\ufeffb"])
def test_what_no_page_may_hold_is_cleaned_at_this_door(desk, now, nasty):
    article = ArticleFactory()
    article.headline = article.dek = nasty
    article.body = f"<p>{nasty}</p><script>alert(1)</script>"
    content = compose(article)
    assert (content["headline"], content["dek"], content["body"]) == ("ab", "ab", "<p>ab</p>")


def test_a_revision_of_an_older_schema_is_read_with_todays_defaults(desk, now):
    revision = saved(ArticleFactory(), at=now)
    old = {k: v for k, v in revision.content.items() if k in ("institution", "kind", "headline", "body")}
    revision.content = old | {"bylines": [{"author_id": AuthorFactory().pk}]}
    content = content_of(revision)
    assert content["bylines"][0]["role"] == "author"
    assert content["appearances"] == content["topics"] == []
    assert content_hash(content) == content_hash(revision.content)


def test_two_articles_of_one_content_have_names_of_their_own(desk, now):
    one, two = (ArticleFactory(headline="Same") for _ in range(2))
    assert saved(one, at=now).content_hash == saved(two, at=now).content_hash
    assert isinstance(one.uuid, uuid.UUID)
    assert one.uuid != two.uuid


def test_a_rows_change_alone_makes_a_version(desk, now):
    article = ArticleFactory()
    saved(article, at=now)
    for make in (
        lambda: BylineFactory(article=article),
        lambda: AppearanceFactory(article=article, outlet=OutletFactory()),
        lambda: PinnedWording.objects.create(article=article, own_text="Words."),
        lambda: article.tags.add("Ports"),
    ):
        before = article.revisions.count()
        make()
        acts.save_draft(article, by=None, at=now)
        assert article.revisions.count() == before + 1
