"""Author, outlet and topic pages: today's facts about the subject and its pieces. Only for subjects of live pieces.

A profile takes one query, with its links and posts; the list of its pieces takes another.
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
from authors.models import Appointment, Author, AuthorLink, posts_to_show
from disclaimers.models.institution import Institution
from outlets.models import FormerName, Outlet
from outlets.naming import OutletNaming
from prose.links import is_safe_href
from reading.paging import Listing
from reading.prepared_query import Prepared
from reading.site import Link


@dataclass(frozen=True)
class Profile:
    """A page about a person, outlet or topic. `subject`: the record; `listing`, `fed` and `of` select its pieces."""

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
    """A person with today's posts, or the last one here; None unless a live piece credits them."""
    person = _author.first(slug=slug, at=at, today=today)
    if person is None:
        return None
    own = [Link("Web site", person.website)] if person.website else []
    current, last = posts_to_show([_post(**row) for row in getattr(person, "shown_posts", ())], today)
    return Profile(
        path=f"/authors/{slug}/",
        name=person.titled_name_on(today),
        native_name=person.native_name,
        subject=person,
        listing=_BY_AUTHOR,
        fed=lambda at, author: _feed_of(at, _credits(author)),
        of={"at": at, "author": person.pk},
        about=person.biography,
        posts=tuple(post.in_words for post in current),
        former_post=last.in_words if last else "",
        links=_safe([*own, *(Link(**link) for link in getattr(person, "shown_links", ()))]),
    )


def outlet(slug: str, at: dt.datetime) -> Profile | None:
    """An outlet; None unless a live piece ran there."""
    place = _outlet.first(slug=slug, at=at)
    if place is None:
        return None
    return Profile(
        path=f"/outlets/{slug}/",
        name=place.full_name,
        native_name=place.native_name,
        former_names=tuple(OutletNaming(**former).full for former in getattr(place, "shown_names", ())),
        subject=place,
        listing=_IN_OUTLET,
        fed=lambda at, outlet: _feed_of(at, _places(outlet)),
        of={"at": at, "outlet": place.pk},
        links=_safe([Link("Web site", place.url)] if place.url else []),
    )


def topic(slug: str, at: dt.datetime) -> Profile | None:
    """A topic; None unless a live piece has it."""
    subject = _topic.first(slug=slug, at=at)
    if subject is None:
        return None
    of = {"at": at, "topic": subject.pk}
    return Profile(
        path=f"/topics/{slug}/",
        name=subject.name,
        subject=subject,
        listing=_ON_TOPIC,
        fed=lambda at, topic: _feed_of(at, _topic_uses(topic)),
        of=of,
    )


def _author_query(slug: str, at: dt.datetime, today: dt.date) -> QuerySet[Author]:
    links = AuthorLink.objects.filter(author=OuterRef("pk")).order_by("order", "id")
    own = Appointment.objects.filter(author=OuterRef("pk"))
    posts = (own.current(today) | own.here().past(today)).order_by(F("from_on").desc(nulls_last=True), "id")
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
    names = FormerName.objects.filter(outlet=OuterRef("pk")).order_by("-until_on")
    former = JSONObject(name="name", article="article", rule="article_rule")
    return Outlet.objects.filter(Exists(named), slug=slug).annotate(
        shown_names=ArraySubquery(names.values(former=former))
    )


def _topic_query(slug: str, at: dt.datetime) -> QuerySet[Topic]:
    named = EditionTopic.objects.filter(tag=OuterRef("pk"), content_object__in=_listed_keys(at))
    rows: QuerySet[Topic] = Topic.objects.filter(Exists(named), slug=slug)
    return rows


def _listed_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.listed(at).order_by().only("pk")


def _naming(editions: EditionQuerySet, rows: QuerySet[Any]) -> EditionQuerySet:
    """Editions that have one of these rows (bylines, outlets or topic uses)."""
    # Through a subquery, so that a person credited twice on a piece does not list it twice.
    return editions.filter(pk__in=rows.values("edition"))


def _feed_of(at: dt.datetime, rows: QuerySet[Any]) -> EditionQuerySet:
    """The same for a feed, which also carries notices of pieces taken down whose last version had such a row."""
    before = Edition.objects.not_emptied().filter(
        article=OuterRef("article"), live_from__lt=OuterRef("live_from"), form=Form.PIECE
    )
    replaced = Subquery(before.order_by("-live_from").values("pk")[:1])
    notices = Edition.objects.in_feeds(at).exclude(form=Form.PIECE).order_by()
    notices = notices.annotate(replaced=replaced).filter(replaced__in=rows.values("edition"))
    return Edition.objects.in_feeds(at).filter(pk__in=rows.values("edition").union(notices.values("pk")))


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
    """A post from the JSON that the query returns, with days as "2020-06-11"."""
    return Appointment(
        institution=Institution(name=name, short_name=short_name or "") if name else None,
        from_on=dt.date.fromisoformat(from_on) if from_on else None,
        until_on=dt.date.fromisoformat(until_on) if until_on else None,
        **words,
    )


def _safe(links: list[Link]) -> tuple[Link, ...]:
    """Links with safe addresses: a program may have stored one that no form accepts."""
    return tuple(link for link in links if is_safe_href(link.url))


_author = Prepared(_author_query, slug=str, at=dt.datetime, today=dt.date)
_outlet = Prepared(_outlet_query, slug=str, at=dt.datetime)
_topic = Prepared(_topic_query, slug=str, at=dt.datetime)
_BY_AUTHOR = Listing(_by_author, at=dt.datetime, author=int)
_IN_OUTLET = Listing(_in_outlet, at=dt.datetime, outlet=int)
_ON_TOPIC = Listing(_on_topic, at=dt.datetime, topic=int)
