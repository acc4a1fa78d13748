"""What pieces lack, as conditions in SQL: the filter "what is missing" and the column of that name.

The checklist reads one saved version and says more; these agree with it about whole lists, by the words of the
manuscript as it stands.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
)

from articles.checklist.gaps import gap
from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.rights import RightsRecord
from articles.rights.rule import LINK, SHOWN_AS_AGREED
from desk.rights.lists import LISTS, held_back

BLOCKED = "blocked"
_SHORT = 2000
"""Bytes from which on a body is taken to have words, so that nothing long is read."""


@dataclass(frozen=True)
class MissingPart:
    """One thing that pieces can lack: its sentence, and short words for a column."""

    code: str
    sentence: str
    words: str


LACKS = (
    MissingPart("no_permission", f"{LISTS['missing']}, or there is an embargo", "held back by permission"),
    MissingPart("no_headline", gap("no_headline").sentence, "no headline"),
    MissingPart("no_body", gap("no_body").sentence, "no text"),
    MissingPart("no_dek", gap("no_dek").sentence.partition(":")[0], "no dek"),
    MissingPart("no_byline", gap("no_byline").sentence, "nobody credited"),
    MissingPart("no_lead", "There is no lead picture", "no lead picture"),
    MissingPart("no_lead_alt", "The lead picture has no text alternative", "lead picture without words"),
)
CHOICES = (
    (BLOCKED, "Cannot go out: no headline, text, permission, or words for the lead picture"),
    *((lack.code, lack.sentence.rstrip(".")) for lack in LACKS),
)


def lacking(articles: QuerySet[Article], code: str, at: dt.datetime) -> QuerySet[Article]:
    """Pieces that lack something, by its code in `CHOICES`; all pieces for any other code."""
    return articles.filter(_where(code, at)) if code in dict(CHOICES) else articles


def with_lacks(articles: QuerySet[Article], at: dt.datetime) -> QuerySet[Article]:
    """Annotate what each piece lacks, for `lacks_in_words`."""
    facts: Any = {
        f"lacks_{lack.code}": ExpressionWrapper(_where(lack.code, at), BooleanField()) for lack in LACKS
    }
    return articles.annotate(**facts)


def lacks_in_words(article: Any) -> str:
    """ "no dek, no lead picture"; empty for a piece that lacks nothing of these."""
    return ", ".join(lack.words for lack in LACKS if getattr(article, f"lacks_{lack.code}"))


def _where(code: str, at: dt.datetime) -> Q:
    match code:
        case "no_permission":
            return Q(Exists(held_back(Appearance.objects.filter(article=OuterRef("pk")), at)))
        case "no_headline":
            return Q(headline="")
        case "no_body":
            return _without_words()
        case "no_dek":
            return Q(dek="")
        case "no_byline":
            return ~Q(Exists(Byline.objects.filter(article=OuterRef("pk"))))
        case "no_lead":
            return Q(lead_picture=None)
        case "no_lead_alt":
            return Q(lead_picture__isnull=False, lead_alt="", lead_is_decorative=False)
    # A page that may show nothing but a link needs no text.
    link_only = RightsRecord.objects.filter(article=OuterRef("pk"), mode=LINK, state__in=SHOWN_AS_AGREED)
    no_text = _where("no_body", at) & ~Q(Exists(link_only))
    return no_text | _where("no_headline", at) | _where("no_lead_alt", at) | _where("no_permission", at)


def _without_words() -> Q:
    """No body, or a short one in which nothing is left once its markup is taken out."""
    length: Any = Func(F("body"), function="octet_length", output_field=IntegerField())
    is_short = Q(_Less(length, _SHORT))
    return Q(body="") | is_short & ~Q(_BeginsWithWords(F("body"))) & ~Q(_HasWords(F("body")))


class _Less(Func):
    template = "(%(expressions)s)"
    arg_joiner = " < "
    output_field = BooleanField()


class _BeginsWithWords(Func):
    """True for nearly all texts, and ten times as fast as the exact answer."""

    template = r"(%(expressions)s ~ '(^|>)[^<&]*\w')"
    output_field = BooleanField()


class _HasWords(Func):
    template = r"(regexp_replace(%(expressions)s, '<[^>]*>|&nbsp;', '', 'g') ~ '\w')"
    output_field = BooleanField()
