"""Author, outlet, topic and series pages: today's facts about the subject and its pieces.

Only for subjects that a published edition named. Once all their pieces are gone, the page stays with the name and an
empty list: its address was public.

A profile takes one query, with its links and posts; the list of its pieces takes another.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, HttpResponsePermanentRedirect

from articles.models.topic import Topic
from authors.models import (
    Appointment,
    Author,
    posts_to_show,
)
from authors.naming import native_language
from disclaimers.models.institution import Institution
from outlets.models import Outlet
from pictures.today import TodaysPicture, todays_picture
from prose import printed_line
from prose.dates import day_of
from prose.links import is_safe_href
from prose.printed_line import PrintedLine
from prose.text_language.recognition import language_of_name
from reading.addresses.leading_on import redirect_for_good
from reading.addresses.moved import moved_to
from reading.fed_pieces import FeedListing
from reading.kept import while_marked
from reading.languages.addresses import without_language
from reading.lists.paging import Listing
from reading.page import NoPage
from reading.pictures.faces import logo_html, portrait_alt, portrait_html
from reading.profiles import queries
from reading.profiles.names import ProfileNames
from reading.site import Link, Site


@dataclass(frozen=True)
class Profile:
    """A page about a person, outlet, topic or series.

    `subject`: the record. `listing` and `fed`, called with `of`, give the pieces of its list and of its feed; `apart`
    those by others that quote or interview the person, None if there are none. `heading`: the name with its language
    marked; `in_sentence`: the name inside a sentence, "the Hill"; `plain_name`: that of a person without titles.
    `face`: today's portrait or logo, `picture` the same as HTML. `broader`, `narrower`: paths and names of a topic's
    neighbours.
    """

    path: str
    name: str
    subject: Any
    listing: Listing
    fed: FeedListing
    of: dict[str, Any]
    heading: PrintedLine = field(default_factory=list)
    in_sentence: str = ""
    plain_name: str = ""
    native_name: str = ""
    native_language: str = ""
    about: str = ""
    about_language: str = ""
    posts: tuple[PrintedLine, ...] = ()
    former_post: PrintedLine = field(default_factory=list)
    earlier_posts: tuple[PrintedLine, ...] = ()
    former_names: tuple[PrintedLine, ...] = ()
    gloss_language: str = ""
    links: tuple[Link, ...] = ()
    apart: Listing | None = None
    face: TodaysPicture | None = None
    picture: str = ""
    broader: tuple[tuple[str, PrintedLine], ...] = ()
    narrower: tuple[tuple[str, PrintedLine], ...] = ()
    says_more: bool = True

    @property
    def has_pieces(self) -> bool:
        """True for a person of whom a list shows a piece."""
        return bool(getattr(self.subject, "is_shown", False))

    @property
    def name_only(self) -> "Profile":
        """The profile without its facts, for a subject whose pieces are all gone."""
        facts: dict[str, Any] = {
            "says_more": False,
            "posts": (),
            "former_names": (),
            "links": (),
            "former_post": [],
            "earlier_posts": (),
            "picture": "",
            "broader": (),
            "narrower": (),
        }
        return replace(self, native_name="", about="", **facts)


def named(profile: Profile, site: Site) -> Profile:
    """The profile with its names as the pages of the house `site` print them today, in the language that is read."""
    subject, today = profile.subject, profile.of["at"].astimezone(site.zone).date()
    names = ProfileNames(site, today)
    rows = getattr(subject, "shown_names", [])
    facts: dict[str, Any] = {}
    if isinstance(subject, Author):
        heading = names.person(subject, rows)
        facts["plain_name"] = names.plain_person(subject, rows).value
        posts = list(map(_post, getattr(subject, "shown_posts", ())))
        current, last = posts_to_show(posts, today)
        facts["posts"] = tuple(names.post(post, vars(post)) for post in current)
        facts["former_post"] = names.post(last, vars(last)) if last else []
        past = [post for post in posts if post.is_past(today) and post is not last]
        facts["earlier_posts"] = tuple(names.past_post(post, vars(post)) for post in past)
        facts["native_language"] = native_language(subject) if subject.native_name else ""
        facts["about_language"] = subject.biography_language or site.home_language
    elif isinstance(subject, Outlet):
        heading, facts["in_sentence"] = names.outlet(subject, getattr(subject, "shown_former", []), rows)
        facts["former_names"] = names.former(subject, getattr(subject, "shown_former", []))
        facts["native_language"] = language_of_name(subject.language, subject.native_name)
        facts["about_language"] = subject.name_language or site.home_language
        facts["gloss_language"] = language_of_name(subject.name_language, subject.gloss, site.home_language)
    else:
        heading = names.grouping(subject, rows)
        about = subject.introduction_on(names.page, rows)
        facts |= {"about": about.value, "about_language": about.language or site.language}
        facts["broader"] = _neighbours(names, getattr(subject, "broader", ()))
        facts["narrower"] = _neighbours(names, getattr(subject, "narrower_topics", ()))
    name = printed_line.text(heading)
    if profile.face and isinstance(subject, Author):
        facts["picture"] = portrait_html(
            profile.face, portrait_alt(subject, name, site.language), site.language
        )
    elif profile.face:
        facts["picture"] = logo_html(profile.face, name, site.language)
    is_repeated = profile.native_name in name
    return replace(
        profile,
        **{"in_sentence": name, **facts},
        name=name,
        heading=heading,
        native_name="" if is_repeated else profile.native_name,
    )


def _neighbours(names: ProfileNames, rows: Iterable[dict[str, Any]]) -> tuple[tuple[str, PrintedLine], ...]:
    """Paths and names of topics that a query returned as JSON."""
    topics = ((Topic(name=row["name"], name_language=row["name_language"]), row) for row in rows)
    return tuple((f"/topics/{row['slug']}/", names.grouping(topic, row["names"])) for topic, row in topics)


def author(slug: str, at: dt.datetime, today: dt.date) -> Profile | None:
    """A person with today's posts, or the last one here; None if no piece ever credited them."""
    person = _record("person", today, lambda: queries.AUTHOR(slug=slug, at=at, today=today), at, slug)
    if person is None:
        return None
    own = [Link("", person.website)] if person.website else []
    return Profile(
        path=f"/authors/{slug}/",
        name=person.display_name,
        native_name=person.native_name,
        subject=person,
        listing=queries.BY_AUTHOR,
        fed=queries.FED_BY_AUTHOR,
        of={"at": at, "author": person.pk},
        about=person.biography,
        links=_safe([*own, *(Link(**link) for link in getattr(person, "shown_links", ()))]),
        face=_face_of(person),
        apart=queries.ABOUT_AUTHOR if getattr(person, "is_subject", False) else None,
    )


def outlet(slug: str, at: dt.datetime, today: dt.date) -> Profile | None:
    """An outlet; None if no piece ever ran there."""
    place = _record("outlet", today, lambda: queries.OUTLET(slug=slug, at=at), at, slug)
    if place is None:
        return None
    return Profile(
        path=f"/outlets/{slug}/",
        name=place.full_name,
        native_name=place.native_name,
        about=place.about,
        subject=place,
        listing=queries.IN_OUTLET,
        fed=queries.FED_IN_OUTLET,
        of={"at": at, "outlet": place.pk},
        links=_safe([Link("", place.url)] if place.url else []),
        face=_face_of(place),
    )


def topic(slug: str, at: dt.datetime) -> Profile | None:
    """A topic; None if no piece ever had it."""
    subject = _record("topic", None, lambda: queries.TOPIC(slug=slug, at=at), at, slug)
    if subject is None:
        return None
    of = {"at": at, "topic": subject.pk}
    return Profile(
        path=f"/topics/{slug}/",
        name=subject.name,
        subject=subject,
        listing=queries.ON_TOPIC,
        fed=queries.FED_ON_TOPIC,
        of=of,
    )


def series(slug: str, at: dt.datetime) -> Profile | None:
    """A series; None if no piece was ever a part of it."""
    subject = _record("series", None, lambda: queries.SERIES(slug=slug, at=at), at, slug)
    if subject is None:
        return None
    return Profile(
        path=f"/series/{slug}/",
        name=subject.name,
        subject=subject,
        listing=queries.IN_SERIES,
        fed=queries.FED_IN_SERIES,
        of={"at": at, "series": subject.pk},
    )


def _record(
    noun: str, today: dt.date | None, load: Callable[[], list[Any]], at: dt.datetime, slug: str
) -> Any:
    """A record with all that its page takes of it, kept while the press mark stays; None if there is none.

    `today`: the day, if what was loaded depends on it.
    """
    return next(iter(while_marked(at, (noun, slug, today), load)), None)


def lead_on(request: HttpRequest, site: Site) -> HttpResponsePermanentRedirect:
    """Redirect "/topics/harbors/feed.rss" to the feed of the topic that stands there now. Raise NoPage if none does."""
    language, here = without_language(request.path)
    _, noun, slug, rest = here.split("/", 3)
    path = moved_to(noun, slug, site.at) if site.at else None
    if path is None:
        raise NoPage(site)
    return redirect_for_good(f"{language}{path}{rest}")


def _face_of(record: Any) -> TodaysPicture | None:
    """The portrait or the logo that its query loaded, while the page says more than the name."""
    return todays_picture(record.face, record.face_day) if record.has_face else None


def _post(row: dict[str, Any]) -> Appointment:
    """A post from the JSON that the query returns, with the rows of its words and of its house's names."""
    name, short_name, language = row["name"], row["short_name"] or "", row["house_language"] or ""
    post = Appointment(
        title=row["title"],
        unit=row["unit"],
        organisation=row["organisation"],
        name_language=row["post_language"],
        institution=Institution(name=name, short_name=short_name, name_language=language) if name else None,
        from_on=day_of(row["from_on"]),
        until_on=day_of(row["until_on"]),
    )
    vars(post).update(words=row["words"], house_names=row["house_names"])
    return post


def _safe(links: list[Link]) -> tuple[Link, ...]:
    """Links with safe addresses: a program may have stored one that no form accepts."""
    return tuple(link for link in links if is_safe_href(link.url))
