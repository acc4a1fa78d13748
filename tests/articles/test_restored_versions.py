"""A version that is brought back is printed as it would have been, whatever schema it was stored in."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.models import Article, Edition, Revision
from articles.models.desk import DeskState
from articles.models.grouping.series import series_named
from articles.models.topic import Topic
from articles.press.proof import make_proof
from articles.snapshot import SCHEMA, content_hash, content_of, restore
from disclaimers.models import Institution, Wording
from tests.articles.random_pieces import RandomPieces
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    saved,
)

pytestmark = pytest.mark.long

EXAMPLES = Path(__file__).parent / "snapshots"
NOT_PRINTED = {"id", "revision", "entry", "recorded_at", "closed_by", "house"}
RECORDS = {
    "author_id": AuthorFactory, "outlet_id": OutletFactory, "licence_id": LicenceFactory, "kind": KindFactory,
    "translation_of_id": ArticleFactory,
}  # fmt: skip


def printed(revision: Revision, at: Any) -> dict[str, Any]:
    """Everything that readers would get of a version."""
    edition = make_proof(revision, at=at).edition
    columns = [field for field in Edition._meta.concrete_fields if field.name not in NOT_PRINTED]
    for row in edition.printed["rights"]:
        row["appearance"] = None  # a place of the first schema had no lasting key: it gets one
    values = {field.name: getattr(edition, field.attname) for field in columns}
    return values | {"path": edition.permalink.path}


def with_records(value: Any, name: str = "") -> Any:
    """An example with keys of records that exist, one for each key in it."""
    if isinstance(value, dict):
        return {member: with_records(of, member) for member, of in value.items()}
    if isinstance(value, list):
        return [with_records(row) for row in value]
    if name == "institution":
        return Institution.objects.home().get().pk
    if name == "wording_id" and value:
        return Wording.objects.get().pk
    return RECORDS[name]().pk if name in RECORDS and value else value


def test_whatever_was_edited_since_a_version_that_is_brought_back_prints_as_it_did(desk, now):
    random_pieces = RandomPieces(29)
    for _ in range(5):
        article = random_pieces.piece()
        saved(article, at=now)
        for _ in range(3):
            random_pieces.edit(article)
            saved(article, at=now)
        versions = list(Revision.objects.filter(article=article).select_related("article").order_by("number"))
        for version in random_pieces.chance.sample(versions, min(2, len(versions))):
            before = printed(version, now)
            again = saved(restore(version), at=now)
            assert again.content_hash == version.content_hash
            assert printed(again, now) == before


def test_there_is_an_example_of_every_schema_and_none_of_another():
    """A higher number in `articles.snapshot.SCHEMA` needs its example, so that what is stored today can be read."""
    assert sorted(file.name for file in EXAMPLES.iterdir()) == sorted(
        f"schema-{number}.json" for number in range(1, SCHEMA + 1)
    )


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_version_of_each_schema_is_brought_back_whole_and_prints_the_same(desk, now, schema):
    article = ArticleFactory(headline="Another")
    saved(article, at=now)
    stored = with_records(json.loads((EXAMPLES / f"schema-{schema}.json").read_text(encoding="utf-8")))
    for slug in stored["topics"]:
        Topic.objects.create(name=slug, slug=slug)
    if name := stored.get("series"):
        series_named(name, language=stored["language"])
    version = Revision.objects.create(
        article=article,
        number=2,
        saved_at=now,
        schema=schema,
        content=stored,
        content_hash=content_hash(stored),
    )
    before = printed(version, now)
    DeskState.objects.filter(article=article).update(head_number=2)
    Article.objects.filter(pk=article.pk).update(headline="A third")
    saved(article, at=now)
    again = saved(restore(Revision.objects.get(pk=version.pk)), at=now)
    assert (again.number, again.schema) == (4, SCHEMA)
    assert again.content_hash == content_hash(content_of(version))
    assert printed(again, now) == before
