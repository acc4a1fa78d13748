"""Records that the generated pieces use: one institution with its authors, outlets and topics."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from articles.acts import save_draft
from articles.models import Article, Byline, Topic
from articles.press.facts import Facts, load_facts
from articles.press.printed_wording import PrintedWording
from authors.models import Appointment, Author, sort_name_of
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Phrase, Wording
from outlets.models import Outlet
from outlets.naming import ArticleRule
from prose.slugs import slug_for
from thinktank.bench.texts import Writer

AUTHORS, OUTLETS, TOPICS = 200, 60, 300


@dataclass(frozen=True)
class Cast:
    """The records, and the press's facts of one example draft.

    The facts of a generated piece are copies of the example's, with the piece's own values. `wordings` are those that
    the facts require, with their slots not yet filled.
    """

    institution: Institution
    kinds: list[Kind]
    authors: list[Author]
    outlets: list[Outlet]
    topics: list[Topic]
    example: Facts
    wordings: list[PrintedWording]


def cast(writer: Writer, clock: Callable[[], dt.datetime]) -> Cast:
    """Get or create the records. The writer must be a new one, so that it gives the same names each time."""
    institution = Institution.objects.filter(code="bench").first() or _create_institution()
    authors = [_author(number, writer.name(), institution) for number in range(1, AUTHORS + 1)]
    outlets = [_outlet(number, writer.name()) for number in range(1, OUTLETS + 1)]
    topics = [_topic(number, writer.title(2)) for number in range(1, TOPICS + 1)]
    kinds = list(Kind.objects.order_by("id"))
    example = _example_facts(
        institution, kinds[0], clock()
    )  # the clock is read here because creating the rows takes time
    texts = Wording.objects.in_bulk([wording.wording for wording in example.wordings])
    wordings = [replace(wording, text=texts[wording.wording or 0].text) for wording in example.wordings]
    return Cast(institution, kinds, authors, outlets, topics, example, wordings)


def _create_institution() -> Institution:
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
    phrases = {
        "outlet_dateline": "published by {outlet} on {date}",
        "source_line": "Source: {outlet}",
        "reservation": "All rights reserved.",
        "copyright_format": "© {year} {holder}. {reservation}",
    }
    Phrase.objects.bulk_create(
        Phrase(style=style, position=name, text=text) for name, text in phrases.items()
    )
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


def _example_facts(institution: Institution, kind: Kind, at: dt.datetime) -> Facts:
    """The press's facts of an example article, a signed draft: texts of authors print on it."""
    article = Article.objects.filter(headline="Pattern").first() or Article.objects.create(
        institution=institution, kind=kind, headline="Pattern", body="<p>Pattern.</p>"
    )
    Byline.objects.get_or_create(article=article, name="Pattern")
    return load_facts(save_draft(article, by=None, at=at), live_from=at)
