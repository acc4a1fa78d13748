"""Ways on from a piece: more by its authors, and related pieces, of its series and on its topics, the newest first.

They follow from what the edition says and from what is listed at the instant of reading, never from who reads. They
have pieces in its language alone.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.prepared_query import Prepared
from articles.querysets import WRITTEN_ROLES
from articles.shown_profiles import credits_of, parts_of, topic_uses
from articles.states import Form
from authors.models import Author
from prose.languages import base
from prose.models.former_slugs import keys_by_slug
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine
from prose.text_language.marking import marked_text
from reading.kept import while_marked
from reading.lists.rows import ListRow, lasting_rows
from reading.piece.recent import ListedPiece, RecentPieces, in_lists, listed_piece, places, recent_pieces
from reading.piece.series import PartOfSeries
from reading.site import Site
from reading.words.page_words import words_for

MORE_BY = 3
RELATED = 4
DEPTH = 2 * (MORE_BY + RELATED) + 4
"""Pieces of a list that are kept: those shown, those that are named above, itself, its neighbours, translations."""


@dataclass(frozen=True)
class WaysOn:
    """Lists below a piece. `more_by`: by its authors; `title`: "More by Ida Quay"; `related`: parts
    of its series that do not stand beside it, then pieces on its topics.
    """

    more_by: list[ListRow]
    related: list[ListRow]
    title: PrintedLine = field(default_factory=list)
    author_path: str = ""

    def __len__(self) -> int:
        return len(self.more_by) + len(self.related)


NOTHING = WaysOn([], [])


class _Newest:
    """The newest pieces of an author, a topic or a series, in lists and in one language.

    Kept while the press mark stays, for all pages of pieces that name the same. `named(key)`: the condition for their
    editions. `recently`: those of a key among the pieces that are in memory.
    """

    def __init__(
        self, named: Callable[[Any], Q], recently: Callable[[RecentPieces, int], list[ListedPiece]] | None
    ) -> None:
        def of_desk(at: Any, language: Any, key: Any) -> QuerySet[Edition, Any]:
            return places(in_lists(at, language).filter(named(key)), DEPTH)

        def of_house(at: Any, language: Any, key: Any, house: Any) -> QuerySet[Edition, Any]:
            return places(in_lists(at, language).published_under(house).filter(named(key)), DEPTH)

        slots: dict[str, type] = {"at": dt.datetime, "language": str, "key": int}
        self._of_desk: Prepared[Any] = Prepared(of_desk, **slots)
        self._of_house: Prepared[Any] = Prepared(of_house, house=int, **slots)
        self._recently = recently

    def of(self, key: int, language: str, site: Site, at: dt.datetime) -> list[ListedPiece]:
        """Those of the house of a page and of the houses that share a parent with it."""
        house = 0 if site.is_whole_desk else site.line[-1]
        if self._recently:
            recent = recent_pieces(language, house, at)
            found = self._recently(recent, key)
            if recent.is_all or len(found) >= DEPTH:
                return found[:DEPTH]

        def load() -> list[ListedPiece]:
            asked: dict[str, Any] = {"at": at, "language": language, "key": key}
            rows = self._of_house(house=house, **asked) if house else self._of_desk(**asked)
            return [listed_piece(row) for row in rows]

        return while_marked(at, ("newest", id(self), key, language, house), load)


def ways_on(edition: Edition, site: Site, at: dt.datetime, part: PartOfSeries | None = None) -> WaysOn:
    """The ways on from an edition, stored or a proof. One without authors, topics and series costs no query.

    `part`: its place in a series, whose neighbours stand elsewhere on the page.
    """
    authors: list[int] = edition.printed.get("authors", [])
    topics = [topic["slug"] for topic in edition.printed.get("topics", [])]
    if edition.form != Form.PIECE or not (authors or topics or part):
        return NOTHING

    def newest(kept: _Newest, keys: Iterable[int]) -> list[ListedPiece]:
        return [place for key in keys for place in kept.of(key, base(edition.language), site, at)]

    beside = {neighbour.article for neighbour in part.neighbours} if part else set()
    here = _Here(edition.article_id, edition.translation_group or edition.uuid, beside)
    more_by = here.first(newest(_BY, _authors_today(authors, at)), MORE_BY)
    here.beside.update(place.article for place in more_by)
    parts = here.first(newest(_IN, [part.series] if part else ()), RELATED)
    here.beside.update(place.article for place in parts)
    related = (parts + here.first(newest(_ON, _topics_today(topics, at)), RELATED))[:RELATED]
    rows = lasting_rows([place.identity for place in more_by + related])
    names = edition.printed["names"]
    is_alone = len(names) == 1
    return WaysOn(
        rows[: len(more_by)],
        rows[len(more_by) :],
        _title(edition, names[0]["name"] if is_alone else ""),
        names[0].get("href", "") if is_alone else "",
    )


class _Here(NamedTuple):
    """A piece on whose page others are named: not itself, nor its translations, nor those that stand `beside` it."""

    article: int
    group: uuid.UUID
    beside: set[int]

    def first(self, places: list[ListedPiece], number: int) -> list[ListedPiece]:
        """The newest of some pieces, each once."""
        others = {
            place.article: place
            for place in places
            if place.article != self.article
            and place.group != self.group
            and place.article not in self.beside
        }
        ordered = sorted(others.values(), key=lambda place: (place.ordered_at, place.article), reverse=True)
        return ordered[:number]


def _title(edition: Edition, name: str) -> PrintedLine:
    """ "More by Ida Quay", the name in the language in which the byline has it; "" stands for several authors."""
    words = words_for(edition.language)
    phrase = PagePhrase(
        words.by_name["more_by" if name else "more_by_them"], words.language, edition.language
    )
    like = [span for line in edition.printed["bylines"] for span in line]
    return phrase.fill({"name": marked_text(name, edition.language, like)}) if name else phrase.line


def _is_by(author: int) -> Q:
    """Condition for editions by somebody, or by a record merged into theirs."""
    return Q(pk__in=credits_of(author).filter(role__in=WRITTEN_ROLES).values("edition"))


def _is_on(topic: int) -> Q:
    return Q(pk__in=topic_uses(topic).values("edition"))


def _is_in(series: int) -> Q:
    return Q(pk__in=parts_of(series).values("edition"))


def _authors_today(authors: Sequence[int], at: dt.datetime) -> list[int]:
    """The keys of people, each by that of the record into which it was merged."""
    merged = Author.objects.exclude(merged_into=None).order_by().values_list("pk", "merged_into")
    today: Any = while_marked(at, "merged authors", lambda: dict(merged)) if authors else {}
    return list(dict.fromkeys(today.get(author, author) for author in authors))


def _topics_today(slugs: Sequence[str], at: dt.datetime) -> list[int]:
    """The keys of the topics that have or had these slugs, or into which those were merged."""
    # Known keys: PostgreSQL would else guess that half of all pieces are on the topic, and read them in their order.
    today = while_marked(at, "keys of topics", lambda: dict(keys_by_slug(Topic))) if slugs else {}
    return list(dict.fromkeys(today[slug] for slug in slugs if slug in today))


_BY = _Newest(_is_by, lambda recent, author: recent.by_author.get(author, []))
_ON = _Newest(_is_on, lambda recent, topic: recent.by_topic.get(topic, []))
_IN = _Newest(_is_in, None)
