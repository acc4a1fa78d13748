"""Topics by their names: made once, found again however they are written."""

import pytest

from articles.models import Topic
from articles.topics import topics_named


@pytest.mark.parametrize("name", ["Ports", "ΟΔΟΣ", "İskele", "STRAẞE", "Straße", "ǅ", "韓国"])
def test_a_topic_typed_again_is_the_one_there_is(name, db):
    first = topics_named(Topic, [name])
    assert topics_named(Topic, [name]) == first
    assert Topic.objects.count() == 1


def test_a_topic_is_found_in_capitals_too(db):
    assert topics_named(Topic, ["Ports"]) == topics_named(Topic, ["PORTS"])


def test_a_topic_that_somebody_makes_meanwhile_is_taken(db, monkeypatch):
    theirs = topics_named(Topic, ["Ports"])
    look = Topic._default_manager.alias
    monkeypatch.setattr(Topic._default_manager, "alias", lambda **named: look(**named).none())
    assert topics_named(Topic, ["Ports"]) == theirs
