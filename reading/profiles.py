"""Author, outlet and topic pages: today's facts about the subject and its pieces.

Only for subjects that a published edition named. Once all their pieces are gone, the page stays with the name and an
empty list: its address was public.

A profile takes one query, with its links and posts; the list of its pieces takes another.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponsePermanentRedirect

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.topic import Topic
from articles.querysets import SUBJECT_ROLES, EditionQuerySet, with_merged
from authors.models import Appointment, Author, AuthorLink, posts_to_show
from disclaimers.models.institution import Institution
from outlets.models import FormerName, Outlet
from outlets.naming import OutletNaming
from prose.links import is_safe_href
from reading.fed_pieces import fed_pieces
from reading.page import NoPage
from reading.paging import Listing
from reading.prepared_query import Prepared
from reading.site import Link, Site

LED_ON_FOR = 300
"""Seconds for which a browser may follow a merged profile by itself: merging can be undone."""

Key = int | OuterRef
"""The key of a record, or a reference to it in an outer query. Records merged into it count as it does."""


@dataclass(frozen=True)
class Profile:
    """A page about a person, outlet or topic.

    `subject`: the record. `listing` and `fed`, called with `of`, give the pieces of its list and of its feed; `apart`
    those by others that quote or interview the person, None if there are none.
    """

    path: str
    name: str
    subject: Any
    listing: Listing
    fed: Prepared[Edition]
    of: dict[str, Any]
    native_name: str = ""
    about: str = ""
    posts: tuple[str, ...] = ()
    former_post: str = ""
    former_names: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    apart: Listing | None = None

    @property
    def name_only(self) -> "Profile":
        """The profile without its facts, for a subject whose pieces are all gone."""
        facts: dict[str, Any] = {"posts": (), "former_names": (), "links": ()}
        return replace(self, native_name="", about="", former_post="", **facts)


def author(slug: str, at: dt.datetime, today: dt.date) -> Profile | None:
    """A person with today's posts, or the last one here; None if no piece ever credited them."""
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
        fed=_fed_by_author,
        of={"at": at, "author": person.pk},
        about=person.biography,
        posts=tuple(post.in_words for post in current),
        former_post=last.in_words if last else "",
        links=_safe([*own, *(Link(**link) for link in getattr(person, "shown_links", ()))]),
        apart=_ABOUT_AUTHOR if getattr(person, "is_subject", False) else None,
    )


def outlet(slug: str, at: dt.datetime) -> Profile | None:
    """An outlet; None if no piece ever ran there."""
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
        fed=_fed_in_outlet,
        of={"at": at, "outlet": place.pk},
        links=_safe([Link("Web site", place.url)] if place.url else []),
    )


def topic(slug: str, at: dt.datetime) -> Profile | None:
    """A topic; None if no piece ever had it."""
    subject = _topic.first(slug=slug, at=at)
    if subject is None:
        return None
    of = {"at": at, "topic": subject.pk}
    return Profile(
        path=f"/topics/{slug}/",
        name=subject.name,
        subject=subject,
        listing=_ON_TOPIC,
        fed=_fed_on_topic,
        of=of,
    )


def moved_to(noun: str, slug: str) -> str | None:
    """The path of the profile that a merged one leads to. `noun`: "authors", "outlets" or "topics"."""
    model: Any = {"authors": Author, "outlets": Outlet, "topics": Topic}[noun]
    kept = model._default_manager.filter(slug=slug).values_list("merged_into__slug", flat=True).first()
    return f"/{noun}/{kept}/" if kept else None


def lead_on(request: HttpRequest, site: Site) -> HttpResponsePermanentRedirect:
    """Redirect "/topics/harbors/feed.rss" to the feed of the topic it was merged into. Raise NoPage if not."""
    _, noun, slug, rest = request.path.split("/", 3)
    path = moved_to(noun, slug)
    if path is None:
        raise NoPage(site)
    response = HttpResponsePermanentRedirect(f"{path}{rest}")
    response.headers["Cache-Control"] = f"public, max-age={LED_ON_FOR}"
    return response


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
    named = Exists(_credits(OuterRef("pk")).filter(edition__in=_begun_keys(at)))
    quoted = _credits(OuterRef("pk")).filter(role__in=SUBJECT_ROLES, edition__in=_begun_keys(at))
    return Author.objects.filter(named, slug=slug, merged_into=None).annotate(
        is_subject=Exists(quoted),
        shown_links=ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
        shown_posts=ArraySubquery(posts.values(post=post)),
    )


def _outlet_query(slug: str, at: dt.datetime) -> QuerySet[Outlet]:
    named = _places(OuterRef("pk")).filter(edition__in=_begun_keys(at))
    names = FormerName.objects.filter(outlet=OuterRef("pk")).order_by("-until_on")
    former = JSONObject(name="name", article="article", rule="article_rule")
    return Outlet.objects.filter(Exists(named), slug=slug, merged_into=None).annotate(
        shown_names=ArraySubquery(names.values(former=former))
    )


def _topic_query(slug: str, at: dt.datetime) -> QuerySet[Topic]:
    named = _topic_uses(OuterRef("pk")).filter(content_object__in=_begun_keys(at))
    rows: QuerySet[Topic] = Topic.objects.filter(Exists(named), slug=slug, merged_into=None)
    return rows


def _begun_keys(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.ever_live(at).only("pk")


def _naming(editions: EditionQuerySet, rows: QuerySet[Any]) -> EditionQuerySet:
    """Editions that have one of these rows (bylines, outlets or topic uses)."""
    # Through a subquery, so that a person credited twice on a piece does not list it twice.
    return editions.filter(pk__in=rows.values("edition"))


def _credits(author: Key) -> QuerySet[EditionByline]:
    return EditionByline.objects.order_by().filter(with_merged(EditionByline, "author", author))


def _own_credits(author: Key) -> QuerySet[EditionByline]:
    """Those for work on a piece, not for being quoted or interviewed in it."""
    return _credits(author).exclude(role__in=SUBJECT_ROLES)


def _places(outlet: Key) -> QuerySet[EditionOutlet]:
    return EditionOutlet.objects.order_by().filter(with_merged(EditionOutlet, "outlet", outlet))


def _topic_uses(topic: Key) -> QuerySet[EditionTopic, Any]:
    rows = EditionTopic.objects.filter(with_merged(EditionTopic, "tag", topic)).annotate(
        edition=F("content_object")
    )
    named: QuerySet[EditionTopic, Any] = rows
    return named


def _by_author(at: dt.datetime, author: int) -> EditionQuerySet:
    return _naming(Edition.objects.listed(at), _own_credits(author))


def _about_author(at: dt.datetime, author: int) -> EditionQuerySet:
    about = _naming(Edition.objects.listed(at), _credits(author))
    return about.exclude(pk__in=_own_credits(author).values("edition"))


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
_fed_by_author = Prepared(lambda at, author: fed_pieces(at, _own_credits(author)), at=dt.datetime, author=int)
_fed_in_outlet = Prepared(lambda at, outlet: fed_pieces(at, _places(outlet)), at=dt.datetime, outlet=int)
_fed_on_topic = Prepared(lambda at, topic: fed_pieces(at, _topic_uses(topic)), at=dt.datetime, topic=int)
_BY_AUTHOR = Listing(_by_author, at=dt.datetime, author=int)
_ABOUT_AUTHOR = Listing(_about_author, at=dt.datetime, author=int)
_IN_OUTLET = Listing(_in_outlet, at=dt.datetime, outlet=int)
_ON_TOPIC = Listing(_on_topic, at=dt.datetime, topic=int)
