"""Batches of pages to print again, begun and carried out."""

import datetime as dt

from articles.acts import batches
from articles.models import Batch, BatchItem, Edition
from tests.factories import BylineFactory, published

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
State = BatchItem.State


def pieces_of(author, how_many, at):
    """Live pieces of a person, oldest first."""
    return [published(BylineFactory(author=author).article, at=at).article for _ in range(how_many)]


def renamed(author, name="Ida Harbour"):
    author.display_name = name
    author.save()
    return author


def begun(at, by, pieces=None, **chosen):
    return batches.begin(
        Batch(**{"reason": "She married", "renewed": ["people"], "by": by, **chosen}), at=at, pieces=pieces
    )


def carried_out(batch, at):
    """Run to the end with a clock that stands; how many pieces ended in each state."""
    batches.run(batch, clock=lambda: at)
    return states(batch)


def states(batch):
    found = list(batch.items.values_list("state", flat=True))
    return {state: found.count(state) for state in dict.fromkeys(found)}


def live(article, at):
    return Edition.objects.live(at).get(article=article)
