"""Topics by their names: made once, found again however they are written."""

import pytest

from articles.models import Topic
from articles.models.topic import topics_named


@pytest.mark.parametrize("name", ["Ports", "ΟΔΟΣ", "İskele", "STRAẞE", "Straße", "ǅ", "韓国"])
def test_a_topic_typed_again_is_the_one_there_is(name, db):
    first = topics_named([name])
    assert topics_named([name]) == first
    assert Topic.objects.count() == 1


def test_a_topic_is_found_in_capitals_too(db):
    assert topics_named(["Ports"]) == topics_named(["PORTS"])


def test_a_topic_created_by_another_request_meanwhile_is_taken(db, monkeypatch):
    theirs = topics_named(["Ports"])
    look = Topic._default_manager.alias
    monkeypatch.setattr(Topic._default_manager, "alias", lambda **named: look(**named).none())
    assert topics_named(["Ports"]) == theirs
