"""Author, outlet and topic pages: today's facts, for those that a live listed edition names, and the pieces.

A profile is one query, its lists of links and posts included; its pieces are the next.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.topic import Topic
from articles.querysets import EditionQuerySet
from articles.states import Form
from authors.models import Appointment, Author, AuthorLink, said_posts
from disclaimers.models.institution import Institution
from outlets.attribution import OutletName
from outlets.models import FormerName, Outlet
from prose.links import is_safe_href
from reading.chrome import Link
from reading.paging import Listing
from reading.prepared_query import Prepared


@dataclass(frozen=True)
class Profile:
    """A page about somebody or something: `subject` is today's record, `listing`, `fed` and `of` say which pieces a
    list and a feed hold."""

    path: str
    name: str
    subject: Any
    listing: Listing
    fed: Callable[..., EditionQuerySet]
    of: dict[str, Any]
    native_name: str = ""
    about: str = ""
    posts: tuple[str, ...] = ()
    former_post: str = ""
    former_names: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def author(slug: str, at: dt.datetime, today: dt.date) -> Profile | None:
    """A person with the posts held today, or the last one here; None unless a live piece credits them."""
    person = _author.first(slug=slug, at=at, today=today)
    if person is None:
        return None
    own = [Link("Web site", person.website)] if person.website else []
    held, former = said_posts([_post(**row) for row in getattr(person, "shown_posts", ())], today)
    return Profile(
        path=f"/authors/{slug}/",
        name=person.titled_name_on(today),
        native_name=person.native_name,
        subject=person,
        listing=_BY_AUTHOR,
        fed=lambda at, author: _fed(at, _credits(author)),
        of={"at": at, "author": person.pk},
        about=person.biography,
        posts=tuple(post.in_words for post in held),
        former_post=former.in_words if former else "",
        links=_safe([*own, *(Link(**link) for link in getattr(person, "shown_links", ()))]),
    )


def outlet(slug: str, at: dt.datetime) -> Profile | None:
    """A place where pieces ran; None unless a live piece names it."""
    place = _outlet.first(slug=slug, at=at)
    if place is None:
        return None
    return Profile(
        path=f"/outlets/{slug}/",
        name=place.naming.full,
        native_name=place.native_name,
        former_names=tuple(
            OutletName(one["name"], one["article"], one["rule"]).full
            for one in getattr(place, "shown_names", ())
        ),
        subject=place,
        listing=_IN_OUTLET,
        fed=lambda at, outlet: _fed(at, _places(outlet)),
        of={"at": at, "outlet": place.pk},
        links=_safe([Link("Web site", place.url)] if place.url else []),
    )


def topic(slug: str, at: dt.datetime) -> Profile | None:
    """What pieces are about; None unless a live piece is."""
    subject = _topic.first(slug=slug, at=at)
    if subject is None:
        return None
    of = {"at": at, "topic": subject.pk}
    return Profile(
        path=f"/topics/{slug}/",
        name=subject.name,
        subject=subject,
        listing=_ON_TOPIC,
        fed=lambda at, topic: _fed(at, _topic_uses(topic)),
        of=of,
    )


def _author_query(slug: str, at: dt.datetime, today: dt.date) -> QuerySet[Author]:
    links = AuthorLink.objects.filter(author=OuterRef("pk")).order_by("order", "id")
    own = Appointment.objects.filter(author=OuterRef("pk"))
    posts = (own.held(today) | own.here().ended(today)).order_by(F("from_on").desc(nulls_last=True), "id")
    post = JSONObject(
        title="title",
        unit="unit",
        organisation="organisation",
        name="institution__name",
        short_name="institution__short_name",
        from_on="from_on",
        until_on="until_on",
    )
    named = Exists(EditionByline.objects.filter(author=OuterRef("pk"), edition__in=_listed_keys(at)))
    return Author.objects.filter(named, slug=slug).annotate(
        shown_links=ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
        shown_posts=ArraySubquery(posts.values(post=post)),
    )


def _outlet_query(slug: str, at: dt.datetime) -> QuerySet[Outlet]:
    named = EditionOutlet.objects.filter(outlet=OuterRef("pk"), edition__in=_listed_keys(at))
    former = FormerName.objects.filter(outlet=OuterRef("pk")).order_by("-until_on")
    called = JSONObject(name="name", article="article", rule="article_rule")
    return Outlet.objects.filter(Exists(named), slug=slug).annotate(
        shown_names=ArraySubquery(former.values(called=called))
    )


def _topic_query(slug: str, at: dt.datetime) -> QuerySet[Topic]:
    named = EditionTopic.objects.filter(tag=OuterRef("pk"), content_object__in=_listed_keys(at))
    rows: QuerySet[Topic] = Topic.objects.filter(Exists(named), slug=slug)
    return rows


def _listed_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.listed(at).order_by().only("pk")


def _naming(editions: EditionQuerySet, rows: QuerySet[Any]) -> EditionQuerySet:
    """Those editions of which there are rows that name somebody or something."""
    # Through a subquery: somebody credited twice has written one piece.
    return editions.filter(pk__in=rows.values("edition"))


def _fed(at: dt.datetime, rows: QuerySet[Any]) -> EditionQuerySet:
    """The same for a feed, where a notice stands in the place of a piece that had such a row."""
    before = Edition.objects.not_emptied().filter(
        article=OuterRef("article"), live_from__lt=OuterRef("live_from"), form=Form.PIECE
    )
    stood_for = Subquery(before.order_by("-live_from").values("pk")[:1])
    told = Edition.objects.fed(at).exclude(form=Form.PIECE).order_by()
    told = told.annotate(stood_for=stood_for).filter(stood_for__in=rows.values("edition"))
    return Edition.objects.fed(at).filter(pk__in=rows.values("edition").union(told.values("pk")))


def _credits(author: int) -> QuerySet[EditionByline]:
    return EditionByline.objects.order_by().filter(author=author)


def _places(outlet: int) -> QuerySet[EditionOutlet]:
    return EditionOutlet.objects.order_by().filter(outlet=outlet)


def _topic_uses(topic: int) -> QuerySet[EditionTopic, Any]:
    rows = EditionTopic.objects.filter(tag=topic).annotate(edition=F("content_object"))
    named: QuerySet[EditionTopic, Any] = rows
    return named


def _by_author(at: dt.datetime, author: int) -> EditionQuerySet:
    return _naming(Edition.objects.listed(at), _credits(author))


def _in_outlet(at: dt.datetime, outlet: int) -> EditionQuerySet:
    return _naming(Edition.objects.listed(at), _places(outlet))


def _on_topic(at: dt.datetime, topic: int) -> EditionQuerySet:
    return _naming(Edition.objects.listed(at), _topic_uses(topic))


def _post(
    *, name: str | None, short_name: str | None, from_on: str | None, until_on: str | None, **words: str
) -> Appointment:
    """A post as the database's JSON gives it: days are written "2020-06-11"."""
    return Appointment(
        institution=Institution(name=name, short_name=short_name or "") if name else None,
        from_on=dt.date.fromisoformat(from_on) if from_on else None,
        until_on=dt.date.fromisoformat(until_on) if until_on else None,
        **words,
    )


def _safe(links: list[Link]) -> tuple[Link, ...]:
    """A program may have stored what no form would take."""
    return tuple(link for link in links if is_safe_href(link.url))


_author = Prepared(_author_query, slug=str, at=dt.datetime, today=dt.date)
_outlet = Prepared(_outlet_query, slug=str, at=dt.datetime)
_topic = Prepared(_topic_query, slug=str, at=dt.datetime)
_BY_AUTHOR = Listing(_by_author, at=dt.datetime, author=int)
_IN_OUTLET = Listing(_in_outlet, at=dt.datetime, outlet=int)
_ON_TOPIC = Listing(_on_topic, at=dt.datetime, topic=int)
