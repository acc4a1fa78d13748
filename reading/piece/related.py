"""Ways on from a piece: more by its authors, and related pieces, of its series and on its topics, the newest first.

They follow from what the edition says and from what is listed at the instant of reading, never from who reads. They
have pieces in its language alone.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, Value

from articles.models.edition import Edition, EditionByline, EditionTopic
from articles.models.topic import Topic
from articles.querysets import EditionQuerySet
from articles.shown_profiles import parts_of
from articles.states import Form, Surface
from authors.models import Author
from prose.languages import base
from prose.models.former_slugs import with_slug
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine
from prose.text_language.marking import marked_text
from reading.kept import while_marked
from reading.lists.rows import with_marks
from reading.piece.series import PartOfSeries
from reading.site import Site
from reading.words.page_words import words_for

MORE_BY = 3
RELATED = 4
BY_AUTHORS, IN_SERIES, ON_TOPICS = 1, 2, 3
WRITTEN = ("author", "contributor", "signatory")
"""Roles of those who wrote a piece, not of those who edited or translated it."""
ListRows = list[dict[str, Any]]


@dataclass(frozen=True)
class WaysOn:
    """Lists below a piece. `more_by`: by its authors; `title`: "More by Ida Quay"; `related`: parts
    of its series that do not stand beside it, then pieces on its topics.
    """

    more_by: ListRows
    related: ListRows
    title: PrintedLine = field(default_factory=list)
    author_path: str = ""

    def __len__(self) -> int:
        return len(self.more_by) + len(self.related)


NOTHING = WaysOn([], [])


class NamedOnPage(NamedTuple):
    """Names on a page, as keys: authors, topics by their slugs, its series, and the pieces beside it there."""

    authors: list[int]
    topics: list[str]
    series: int | None
    beside: list[int]


def ways_on(edition: Edition, site: Site, at: dt.datetime, part: PartOfSeries | None = None) -> WaysOn:
    """The ways on from an edition, stored or a proof. One without authors, topics and series costs no query.

    `part`: its place in a series, whose neighbours stand elsewhere on the page.
    """
    authors: list[int] = edition.printed.get("authors", [])
    topics = [topic["slug"] for topic in edition.printed.get("topics", [])]
    if edition.form != Form.PIECE or not (authors or topics or part):
        return NOTHING
    names = [(name["name"], name.get("href", "")) for name in edition.printed["names"]]
    series = part.series if part else None
    beside = [neighbour.article for neighbour in part.neighbours] if part else []
    # A proof names its people, topics and language, which may be others than the live edition's.
    key = ("ways on", edition.article_id, edition.language, *authors, *topics, *names, series, *beside)
    named = NamedOnPage(authors, topics, series, beside)
    return while_marked(at, key, lambda: _ways_on(edition, site, named, at))


def _ways_on(edition: Edition, site: Site, named: NamedOnPage, at: dt.datetime) -> WaysOn:
    others = _others(edition, site, at).exclude(article__in=named.beside)
    # Any: the checker does not know the columns that are no fields of the model.
    found: list[Any] = []
    if named.authors:
        found.append(_newest(others.filter(_is_by(named.authors)), BY_AUTHORS, MORE_BY))
    if named.series:
        parts = others.filter(pk__in=parts_of(named.series).values("edition"))
        found.append(_newest(parts, IN_SERIES, MORE_BY + RELATED))
    if named.topics:
        found.append(_newest(others.filter(_is_on(named.topics)), ON_TOPICS, MORE_BY + RELATED))
    rows = _together(found)
    more_by = [with_marks(row) for row in rows if row["why"] == BY_AUTHORS]
    above = {row["article_id"] for row in more_by}
    related = _each_once(row for row in rows if row["why"] != BY_AUTHORS and row["article_id"] not in above)
    names = edition.printed["names"]
    is_alone = len(names) == 1
    return WaysOn(
        more_by,
        [with_marks(row) for row in related[:RELATED]],
        _title(edition, names[0]["name"] if is_alone else ""),
        names[0].get("href", "") if is_alone else "",
    )


def _each_once(rows: Iterable[dict[str, Any]]) -> ListRows:
    """The rows without a piece's second one."""
    by_piece: dict[int, dict[str, Any]] = {}
    for row in rows:
        by_piece.setdefault(row["article_id"], row)
    return list(by_piece.values())


def _title(edition: Edition, name: str) -> PrintedLine:
    """ "More by Ida Quay", the name in the language in which the byline has it; "" stands for several authors."""
    words = words_for(edition.language)
    phrase = PagePhrase(
        words.by_name["more_by" if name else "more_by_them"], words.language, edition.language
    )
    like = [span for line in edition.printed["bylines"] for span in line]
    return phrase.fill({"name": marked_text(name, edition.language, like)}) if name else phrase.line


def _together(found: list[Any]) -> ListRows:
    """The rows of one query or of both, in their order. A union with one that asks for nothing is refused."""
    first, *others = found
    rows: ListRows = list(first.union(*others, all=True) if others else first)
    rows.sort(key=lambda row: (row["ordered_at"], row["article_id"]), reverse=True)
    return sorted(rows, key=lambda row: row["why"])


def _others(edition: Edition, site: Site, at: dt.datetime) -> EditionQuerySet:
    """Pieces in lists, without this one and its translations, of its house and of those that share a parent with it."""
    group = edition.translation_group or edition.uuid
    listed = Edition.objects.shown_in(Surface.LISTS, at).filter(form=Form.PIECE)
    listed = listed.in_language(base(edition.language))
    if not site.is_whole_desk:
        listed = listed.published_under(site.line[-1])
    return listed.exclude(article=edition.article_id).exclude(Q(uuid=group) | Q(translation_group=group))


def _is_by(authors: list[int]) -> Q:
    """Condition for editions by one of these people, or by a record merged with theirs."""
    people = Author.objects.filter(Q(pk__in=authors) | Q(merged_into__in=authors) | Q(merged__in=authors))
    written = EditionByline.objects.order_by().filter(role__in=WRITTEN)
    return Q(pk__in=written.filter(author__in=people.order_by().values("pk")).values("edition"))


def _is_on(topics: list[str]) -> Q:
    """Condition for editions on one of the topics with these slugs, or on one merged with it."""
    named = Topic.objects.filter(with_slug(Topic, topics)).order_by().values("pk")
    same: QuerySet[Topic] = Topic.objects.filter(
        Q(pk__in=named) | Q(merged_into__in=named) | Q(merged__in=named)
    )
    uses = EditionTopic.objects.filter(tag__in=same.order_by().values("pk"))
    return Q(pk__in=uses.values("content_object"))


def _newest(editions: EditionQuerySet, why: int, number: int) -> QuerySet[Edition, dict[str, Any]]:
    """The newest of some editions as rows of lists."""
    ordered = editions.order_by("-ordered_at", "-article_id")
    chosen = Edition.objects.filter(pk__in=ordered.values("pk")[:number])
    return chosen.order_by().for_list().annotate(why=Value(why))
