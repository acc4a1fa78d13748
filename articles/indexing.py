"""Search text of an edition: written when it is bound, rebuilt by `manage.py reindex`.

It is made from the printed edition alone, so it holds no word that readers do not get: of an excerpt the excerpt, of a
piece taken down nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import TextField, Value
from django.db.models.expressions import CombinedExpression

from articles.models.edition import Edition, EditionByline, EditionOutlet, EditionText, EditionTopic
from articles.querysets import SUBJECT_ROLES
from articles.states import Form
from prose import printed_line
from prose.html.allowed import NOTE_MARK
from prose.html.text import plain_text
from prose.html.tree import inner_html, parse_printed, take_out
from prose.languages import search_configuration
from prose.text_language.search_words import fold, index_words


@dataclass(frozen=True)
class Named:
    """Keys of the records that an edition names: who made it, where it ran, its topics."""

    people: list[int]
    outlets: list[int]
    topics: list[int]


def named_in(
    credits: Iterable[EditionByline], places: Iterable[EditionOutlet], topics: Iterable[EditionTopic]
) -> Named:
    """The keys in the rows of an edition."""
    makers = (row.author_id for row in credits if row.role not in SUBJECT_ROLES)
    return Named(
        list(dict.fromkeys(makers)),
        list(dict.fromkeys(row.outlet_id for row in places)),
        [row.tag_id for row in topics],
    )


def index(edition: Edition, named: Named) -> None:
    """Write the search text of an edition that has just been bound."""
    if edition.form != Form.WITHDRAWAL:
        search_text(edition, named).save(force_insert=True)


@transaction.atomic
def reindex(edition: Edition) -> None:
    """Write an edition's search text anew."""
    EditionText.objects.filter(edition=edition).delete()
    index(edition, _keys_of(edition))


def search_text(edition: Edition, named: Named) -> EditionText:
    """The search text of an edition, not stored: headlines weigh most, then names and topics, then text, then notes."""
    configuration = search_configuration(edition.language)
    text, notes = _body(edition), _notes(edition)
    headlines = [edition.headline, *_headlines_elsewhere(edition)]
    names = _names(edition)
    head = _vector(configuration, A=headlines, B=[edition.dek, *names])
    return EditionText(
        edition=edition,
        ordered_at=edition.ordered_at,
        plain_text="\n\n".join(part for part in (text, notes) if part),
        configuration=configuration,
        vector=head + _vector(configuration, C=[text], D=[notes]),
        head=head,
        title=" ".join(fold(" ".join([*headlines, *names])).split()),
        kind=edition.printed["records"]["kind"],
        people=named.people,
        outlets=named.outlets,
        topics=named.topics,
    )


def _vector(configuration: str, **texts: Iterable[str]) -> CombinedExpression:
    first, second = (
        SearchVector(
            Value(index_words("\n".join(filter(None, some))), output_field=TextField()),
            weight=weight,
            config=configuration,
        )
        for weight, some in texts.items()
    )
    return first + second


def _body(edition: Edition) -> str:
    """The text as printed, without the marks of notes."""
    if NOTE_MARK not in edition.body:
        return plain_text(edition.body)
    body = parse_printed(edition.body)
    for mark in [each for each in body.iter("sup") if each.get("class") == NOTE_MARK]:
        take_out(mark)
    return plain_text(inner_html(body))


def _notes(edition: Edition) -> str:
    notes = parse_printed(edition.endnotes)
    for back in [link for link in notes.iter("a") if link.get("class") == "backref"]:
        take_out(back)
    return plain_text(inner_html(notes))


def _headlines_elsewhere(edition: Edition) -> list[str]:
    """Headlines under which it ran in outlets, as far as its page prints them."""
    return [span["title"] for span in _attribution_spans(edition) if span.get("title")]


def _names(edition: Edition) -> list[str]:
    """Names of people, outlets and topics, and the line above the headline, as the page prints them."""
    outlets = [
        span["text"] for span in _attribution_spans(edition) if span.get("href") or span.get("is_title")
    ]
    topics = [topic["name"] for topic in edition.printed["topics"]]
    return [edition.byline, edition.outlet_line, *outlets, *topics, edition.kicker]


def _attribution_spans(edition: Edition) -> list[printed_line.Span]:
    return [span for line in edition.printed["attributions"] for span in line]


def _keys_of(edition: Edition) -> Named:
    return named_in(edition.bylines.all(), edition.outlets.all(), edition.topic_uses.all())


def configurations_of_texts() -> frozenset[str]:
    """The text search configurations of all search texts."""
    return frozenset(EditionText.objects.values_list("configuration", flat=True).distinct())
