"""Where pages are updated, and what the tests of these pages share."""

import datetime as dt

from django.contrib.auth.models import User
from django.urls import reverse

from articles.acts import batches
from articles.models import Batch, Edition
from authors.models import Author
from tests.factories import BylineFactory, published

HOUR = dt.timedelta(hours=1)
JSON = {"accept": "application/json"}


def new() -> str:
    return reverse("admin:articles_update_pages")


def page_of(batch: Batch) -> str:
    return reverse("admin:articles_batch_change", args=[batch.pk])


def pieces_of(author: Author, how_many: int, at: dt.datetime) -> list[Edition]:
    return [published(BylineFactory(author=author).article, at=at) for _ in range(how_many)]


def renamed(author: Author) -> Author:
    author.display_name = "Ida Harbour"
    author.save()
    return author


def begun(author: Author, by: User, at: dt.datetime) -> Batch:
    batch = Batch(author=author, renewed=["people"], reason="She married", by=by)
    return batches.begin(batch, at=at)


def bylines(at: dt.datetime) -> set[str]:
    return set(Edition.objects.live(at).values_list("byline", flat=True))
