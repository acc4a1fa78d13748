"""Topics that were doubles before the database refused them are merged by the migration, and none is lost."""

from importlib import import_module

import pytest
from django.db import connection

from articles.models import RecordMerge, Topic
from articles.models.edition import EditionTopic
from tests.factories import ArticleFactory, published

MIGRATION = import_module("articles.migrations.0007_merge_topics_of_one_name")


@pytest.fixture
def without_constraints(desk):
    """The table as it was before; the test's own transaction takes the change back."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX one_topic_of_a_name")
        cursor.execute("ALTER TABLE articles_topic DROP CONSTRAINT a_topic_has_no_comma")
        cursor.execute("ALTER TABLE articles_merge ALTER moved SET DEFAULT '{}'")


def put_constraints_back() -> None:
    constraints = Topic._meta.constraints
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor(atomic=False) as editor:
        for constraint in constraints:
            editor.execute(constraint.create_sql(Topic, editor))


def test_doubles_are_merged_into_the_oldest_and_commas_taken_out(without_constraints, client, clock):
    names = [
        "Ports",
        "ports",
        "PORTS ",
        "Ports, ships",
        "Ports / ships",
        "Ｐorts",
        "Tides",
        ",",
        "Havens; bays",
    ]
    topics = {name: Topic.objects.create(name=name) for name in names}
    clock(None)
    with connection.schema_editor(atomic=False) as editor:
        MIGRATION.merge_topics(None, editor)
    for topic in topics.values():
        topic.refresh_from_db()
    roots = {name: topic.root.name for name, topic in topics.items()}
    number = topics["Ports, ships"].pk
    assert roots == {
        "Ports": "Ports",
        "ports": "Ports",
        "PORTS ": "Ports",
        "Ｐorts": "Ports",
        "Ports, ships": f"Ports / ships ({number})",
        "Ports / ships": f"Ports / ships ({number})",
        "Tides": "Tides",
        ",": f"Topic {topics[','].pk}",
        "Havens; bays": "Havens / bays",
    }
    assert RecordMerge.objects.filter(noun="topic", by=None).count() == 4
    put_constraints_back()


def test_the_address_of_a_double_leads_on(without_constraints, client, now, clock):
    article = ArticleFactory(topics=["Ports"])
    double = Topic.objects.create(name="ports")
    edition = published(article, at=now)
    EditionTopic.objects.create(content_object=edition, tag=double)  # readers know the address of the double
    clock(None)
    with connection.schema_editor(atomic=False) as editor:
        MIGRATION.merge_topics(None, editor)
    response = client.get(f"/topics/{double.slug}/")
    assert (response.status_code, response.headers["Location"]) == (301, "/topics/ports/")
