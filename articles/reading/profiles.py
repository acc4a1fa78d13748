"""Author, outlet and topic pages: today's facts, for those that a live listed edition names, and the pieces.

A profile is one query, its lists of links and posts included; its pieces are the next.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from articles.house import Link
from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.topic import Topic
from articles.querysets import EditionQuerySet
from authors.models import Appointment, Author, AuthorLink
from disclaimers.models.institution import Institution
from outlets.models import Outlet
from prose.links import is_safe_href


@dataclass(frozen=True)
class Profile:
    """A page about somebody or something: `path` of the page, `subject` as its template draws it."""

    path: str
    name: str
    about: str
    subject: Any
    editions: EditionQuerySet
    posts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def author(slug: str, at: dt.datetime, today: dt.date) -> Profile | None:
    """A person with the posts held today; None unless a live piece credits them."""
    links = AuthorLink.objects.filter(author=OuterRef("pk")).order_by("order", "id")
    posts = Appointment.objects.filter(author=OuterRef("pk")).held(today).order_by("-from_on", "id")
    found = _named(Author.objects.filter(slug=slug), EditionByline, "edition", "author", at).annotate(
        shown_links=ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
        shown_posts=ArraySubquery(
            posts.values(
                post=JSONObject(
                    title="title",
                    unit="unit",
                    organisation="organisation",
                    name="institution__name",
                    short_name="institution__short_name",
                )
            )
        ),
    )
    person = found.first()
    if person is None:
        return None
    own = [Link("Web site", person.website)] if person.website else []
    return Profile(
        path=f"/authors/{slug}/",
        name=" ".join(part for part in (person.courtesy, person.printed_name) if part),
        about=person.biography,
        subject=person,
        editions=_naming(EditionByline.objects.filter(author=person).values("edition"), at),
        posts=tuple(_in_words(**post) for post in person.shown_posts),
        links=_safe([*own, *(Link(**link) for link in person.shown_links)]),
    )


def outlet(slug: str, at: dt.datetime) -> Profile | None:
    """A place where pieces ran; None unless a live piece names it."""
    place = _named(Outlet.objects.filter(slug=slug), EditionOutlet, "edition", "outlet", at).first()
    if place is None:
        return None
    return Profile(
        path=f"/outlets/{slug}/",
        name=place.naming.full,
        about="",
        subject=place,
        editions=_naming(EditionOutlet.objects.filter(outlet=place).values("edition"), at),
        links=_safe([Link("Web site", place.url)] if place.url else []),
    )


def topic(slug: str, at: dt.datetime) -> Profile | None:
    """What pieces are about; None unless a live piece is."""
    subject = _named(Topic.objects.filter(slug=slug), EditionTopic, "content_object", "tag", at).first()
    if subject is None:
        return None
    uses = EditionTopic.objects.filter(tag=subject).values("content_object")
    return Profile(f"/topics/{slug}/", subject.name, "", subject, _naming(uses, at))


def _named(
    rows: QuerySet[Any], through: type[Model], edition: str, named: str, at: dt.datetime
) -> QuerySet[Any]:
    """Only what a live listed edition names through one of its rows."""
    listed = Edition.objects.listed(at).order_by().values("pk")
    uses = through._default_manager.filter(**{named: OuterRef("pk"), f"{edition}__in": listed})
    return rows.filter(Exists(uses))


def _naming(editions: QuerySet[Any, Any], at: dt.datetime) -> EditionQuerySet:
    """Each listed edition once, however often it names the subject."""
    return Edition.objects.listed(at).filter(pk__in=editions)


def _in_words(*, name: str | None, short_name: str | None, **post: str) -> str:
    place = Institution(name=name, short_name=short_name or "") if name else None
    return Appointment(institution=place, **post).in_words


def _safe(links: list[Link]) -> tuple[Link, ...]:
    """A program may have stored what no form would take."""
    return tuple(link for link in links if is_safe_href(link.url))
