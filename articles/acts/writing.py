"""Taking over the writing from somebody who has the piece open: it is on record, and forbids nobody anything."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor, enter, record
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.states import Act


@transaction.atomic
def take_writing(article: Article, *, from_whom: User, by: Actor, at: dt.datetime) -> LedgerEntry:
    """Note that one person goes on writing in the place of another; the history names both."""
    timeline = enter(Act.TAKE_WRITING, article, by=by, at=at)
    if from_whom == by:
        raise ActRefused("You cannot take over the writing from yourself.")
    return record(Act.TAKE_WRITING, article, timeline, by=by, after={"from": from_whom.get_username()})
