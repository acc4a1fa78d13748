"""Those who write most on a topic, below the first page of its pieces."""

import datetime as dt
from dataclasses import dataclass
from heapq import nsmallest

from articles.models.edition import Edition, EditionByline
from articles.models.topic import Topic
from articles.querysets import WRITTEN_ROLES
from articles.shown_profiles import topic_uses
from articles.states import Surface
from authors.naming import person_words
from prose.printed_line import PrintedLine, words
from reading.kept import while_marked
from reading.lists.paging import Page
from reading.profiles.counting import credited
from reading.profiles.names import ProfileNames
from reading.profiles.subjects import Profile
from reading.site import Site

MOST_WRITERS = 6
"""People whom the page of a topic names."""


@dataclass(frozen=True)
class TopicWriter:
    """Somebody and the number of their listed pieces on a topic."""

    path: str
    name: PrintedLine
    number: int


def writers_below(profile: Profile, site: Site, page: Page) -> tuple[TopicWriter, ...]:
    """Those who have written most on a topic, the one with the most pieces first; nobody on other pages.

    They have written for the house of the page, or for houses that share a parent with it. A topic with one writer
    names none: the list of the pieces says who it is. Kept while the press mark stays, and for a day.
    """
    if not (isinstance(profile.subject, Topic) and page.is_first and page.editions):
        return ()
    topic, at = profile.subject.pk, profile.of["at"]
    names = ProfileNames(site, at.astimezone(site.zone).date())
    key = ("writers on", topic, site.house, site.language, names.today)
    return while_marked(at, key, lambda: _writers(topic, at, names))


def _writers(topic: int, at: dt.datetime, names: ProfileNames) -> tuple[TopicWriter, ...]:
    site = names.site
    listed = Edition.objects.shown_in(Surface.LISTS, at).order_by().in_language(site.read_in)
    if not site.is_whole_desk:
        listed = listed.published_under(site.line[-1])
    on_topic = listed.filter(pk__in=topic_uses(topic).values("edition"))
    people, numbers = credited(EditionByline.objects.filter(edition__in=on_topic, role__in=WRITTEN_ROLES))
    if len(numbers) < 2:
        return ()
    most = nsmallest(MOST_WRITERS, people, key=lambda person: (-numbers[person.pk], person.slug))
    return tuple(
        TopicWriter(f"/authors/{person.slug}/", words(name.value, name.language), numbers[person.pk])
        for person in most
        for name in [person_words(names.page, person, vars(person)["shown_names"])["name"]]
    )
