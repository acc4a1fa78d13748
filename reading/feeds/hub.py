"""WebSub (W3C): tell a hub which feeds have changed, from an outbox: nothing waits for the hub."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.db import transaction
from django.db.models import F

from articles.addresses import absolute
from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionTopic
from articles.models.feed_news import FeedNews
from articles.models.grouping.series import EditionSeries
from disclaimers.lineage import Lineage
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from prose.languages import base
from reading.feeds.kinds import KINDS

BATCH = 200
WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 1440))
"""Times until the next try, by the number of tries before; the last one holds from then on."""
GIVEN_UP_AFTER = dt.timedelta(days=7)
SECONDS = 10
Post = Callable[[str, str], str]


@dataclass(frozen=True)
class HubReport:
    """What a run has done: the addresses that the hub took, and the problems with others, by address."""

    told: list[str]
    problems: dict[str, str]


def tell_hub(hub: str, at: dt.datetime, post: Post | None = None) -> HubReport:
    """Tell the hub of every feed that has changed until `at`. No transaction is open while the hub is asked."""
    send, news = post or publish, _claimed(at)
    addresses = feeds_of(row.edition_id for row in news)
    answers = {address: send(hub, address) for address in addresses}
    problems = {address: answer for address, answer in answers.items() if answer}
    _note(news, problems, at)
    return HubReport([address for address in addresses if address not in problems], problems)


def publish(hub: str, address: str) -> str:
    """Ask the hub to fetch a feed; "", or why it could not be asked."""
    form = urlencode({"hub.mode": "publish", "hub.url": address, "hub.topic": address}).encode()
    try:
        with urlopen(Request(hub, form), timeout=SECONDS):  # noqa: S310 - the setting takes http and https only
            return ""
    except (URLError, OSError, ValueError) as problem:
        return str(problem) or type(problem).__name__


def feeds_of(keys: Iterable[int]) -> list[str]:
    """The addresses of every feed that has one of these editions, in each format."""
    editions = Edition.objects.filter(pk__in=list(keys))
    folders = {"/", "/corrections/"} if editions else set()
    named = (
        ("authors", EditionByline.objects.filter(edition__in=editions), "author__slug"),
        ("outlets", EditionOutlet.objects.filter(edition__in=editions), "outlet__slug"),
        ("topics", EditionTopic.objects.filter(content_object__in=editions), "tag__slug"),
        ("series", EditionSeries.objects.filter(edition__in=editions), "series__slug"),
    )
    for noun, rows, slug in named:
        folders |= {f"/{noun}/{value}/" for value in rows.order_by().values_list(slug, flat=True) if value}
    kinds = [edition.printed["records"]["kind"] for edition in editions]
    folders |= {
        f"/kinds/{code}/" for code in Kind.objects.filter(pk__in=kinds).values_list("code", flat=True)
    }
    lines = editions.order_by().values_list(Lineage(F("house")), flat=True)
    houses = Institution.objects.filter(pk__in={key for line in lines for key in line or ()}, is_home=False)
    for slug in houses.values_list("slug", flat=True):
        folders |= {f"/houses/{slug}/", f"/houses/{slug}/corrections/"}
    languages = {base(code) for code in editions.values_list("language", flat=True)}
    folders |= {f"/{language}{folder}" for language in languages for folder in folders}
    return [absolute(f"{folder}feed.{kind.ending}") for folder in sorted(folders) for kind in KINDS]


def _claimed(at: dt.datetime) -> list[FeedNews]:
    """The news that are due, put off for a while, so that a second run does not send them at the same time."""
    with transaction.atomic():
        due = FeedNews.objects.filter(sent_at=None, next_try_at__lte=at, due_at__gt=at - GIVEN_UP_AFTER)
        news = list(due.order_by("next_try_at", "id").select_for_update(skip_locked=True)[:BATCH])
        FeedNews.objects.filter(pk__in=[row.pk for row in news]).update(next_try_at=at + WAITS[1])
    return news


def _note(news: list[FeedNews], problems: dict[str, str], at: dt.datetime) -> None:
    """Write down what became of the news. All are told again if one feed could not be: a hub may hear a thing twice."""
    if not problems:
        FeedNews.objects.filter(pk__in=[row.pk for row in news]).update(sent_at=at, problem="")
        return
    for row in news:
        row.next_try_at = at + WAITS[min(row.tries, len(WAITS) - 1)]
        row.tries, row.problem = row.tries + 1, next(iter(problems.values()))
    FeedNews.objects.bulk_update(news, ["next_try_at", "tries", "problem"])
