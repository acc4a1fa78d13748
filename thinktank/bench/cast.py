"""Who and what the generated desk's pieces are drawn from: one institute, its people, outlets and topics."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from articles.acts import save_draft
from articles.models import Article, Topic
from articles.press.facts import Facts, PrintedWording, load_facts
from authors.models import Appointment, Author, sort_name_of
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Phrase, Wording
from outlets.models import Outlet
from outlets.naming import ArticleRule
from prose.slugs import slug_for
from thinktank.bench.texts import Writer

AUTHORS, OUTLETS, TOPICS = 200, 60, 300


@dataclass(frozen=True)
class Cast:
    """The records, and the facts of one piece saved by the acts: the others' differ only in what is theirs.

    `wordings`: what those facts say must be printed, with its slots still open.
    """

    institution: Institution
    kinds: list[Kind]
    authors: list[Author]
    outlets: list[Outlet]
    topics: list[Topic]
    pattern: Facts
    wordings: list[PrintedWording]


def cast(writer: Writer, clock: Callable[[], dt.datetime]) -> Cast:
    """The desk's records, made on first use. The writer must be a fresh one, so that names are the same again."""
    institution = Institution.objects.filter(code="bench").first() or _house()
    authors = [_author(number, writer.name(), institution) for number in range(1, AUTHORS + 1)]
    outlets = [_outlet(number, writer.name()) for number in range(1, OUTLETS + 1)]
    topics = [_topic(number, writer.title(2)) for number in range(1, TOPICS + 1)]
    kinds = list(Kind.objects.order_by("id"))
    pattern = _pattern(institution, kinds[0], clock())  # read late: the rows above take their time
    texts = Wording.objects.in_bulk([wording.wording for wording in pattern.wordings])
    wordings = [replace(one, text=texts[one.wording or 0].text) for one in pattern.wordings]
    return Cast(institution, kinds, authors, outlets, topics, pattern, wordings)


def _house() -> Institution:
    kind = Kind.objects.create(code="commentary", label="Commentary")
    Kind.objects.create(code="in-the-press", label="In the press")
    institution = Institution.objects.create(
        code="bench",
        name="Bench Institute",
        is_home=True,
        strapline="Generated, to be measured",
        time_zone="Europe/Berlin",
        copyright_holder="Bench Institute",
        errors_contact="errors@bench.example",
        default_kind=kind,
    )
    style = HouseStyle.objects.create(institution=institution, language="en")
    said = {
        "outlet_dateline": "published by {outlet} on {date}",
        "source_line": "Source: {outlet}",
        "reservation": "All rights reserved.",
        "copyright_format": "© {year} {holder}. {reservation}",
    }
    Phrase.objects.bulk_create(Phrase(style=style, position=name, text=text) for name, text in said.items())
    disclaimer = Disclaimer.objects.create(code="bench-position", institution=institution)
    Wording.objects.create(
        disclaimer=disclaimer,
        in_force_from=dt.date(2000, 1, 1),
        text="{kind} says what {authors:its author thinks|its authors think}, not what the institute does.",
    )
    return institution


def _author(number: int, name: str, institution: Institution) -> Author:
    slug = f"{slug_for(name, fallback=uuid.uuid4())}-{number}"
    author, is_new = Author.objects.get_or_create(
        slug=slug, defaults={"display_name": name, "sort_name": sort_name_of(name)}
    )
    if is_new:
        Appointment.objects.create(author=author, title="fellow", institution=institution)
    return author


def _outlet(number: int, name: str) -> Outlet:
    slug = f"{slug_for(name, fallback=uuid.uuid4())}-{number}"
    separable = {"article": "The", "article_rule": ArticleRule.SEPARABLE} if number % 2 else {}
    values = {"name": f"{name} {number}", "url": f"https://{slug}.example", **separable}
    return Outlet.objects.get_or_create(slug=slug, defaults=values)[0]


def _topic(number: int, name: str) -> Topic:
    slug = f"{slug_for(name, fallback=uuid.uuid4())}-{number}"
    topic: Topic = Topic.objects.get_or_create(slug=slug, defaults={"name": f"{name} {number}"})[0]
    return topic


def _pattern(institution: Institution, kind: Kind, at: dt.datetime) -> Facts:
    """Facts as the press loads them; the article they are taken from stays a draft."""
    article = Article.objects.filter(headline="Pattern").first() or Article.objects.create(
        institution=institution, kind=kind, headline="Pattern", body="<p>Pattern.</p>"
    )
    return load_facts(save_draft(article, by=None, at=at), live_from=at)
