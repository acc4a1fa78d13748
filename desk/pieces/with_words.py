"""The condition for manuscripts that have the words of a search in their texts."""

import datetime as dt
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q

from articles.indexing import configurations_of_texts
from articles.models.edition import Edition, EditionText
from prose.text_language.search_query import Query, parse


def has_words(typed: str, at: dt.datetime) -> Q:
    """Condition for manuscripts with these words: in the text that readers have or will have, or in a first draft."""
    query, configurations = parse(typed), sorted(configurations_of_texts())
    if not query:
        return Q(pk=None)
    drafts = ~Exists(Edition.objects.filter(article=OuterRef("pk")))
    in_draft = Q(*(Q(body__icontains=term) for terms in query.alternatives[:1] for term in terms))
    for term in query.without:
        in_draft &= ~Q(body__icontains=term)
    found = Q(drafts) & in_draft
    if configurations:
        texts = EditionText.objects.filter(edition__in=Edition.objects.not_ended(at).order_by())
        found |= Q(pk__in=texts.filter(vector=_matched_by(query, configurations)).values("edition__article"))
    return found


def _matched_by(query: Query, configurations: list[str]) -> SearchQuery:
    def tried(words: str) -> SearchQuery:
        return reduce(
            or_, (SearchQuery(words, config=name, search_type="websearch") for name in configurations)
        )

    return tried(query.wanted) & ~tried(query.barred) if query.without else tried(query.wanted)
