"""What stands around a piece and is pinned to nothing: its versions in other languages, its institution's notices.

Both are as of the instant of reading. Most pieces have neither, and their page should not wait for it: the page's own
query brings the notices, and whether there can be another version; those are looked up where there can.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    DateField,
    DateTimeField,
    Exists,
    F,
    Func,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, JSONObject

from articles.models.edition import Edition, Permalink
from disclaimers import joining
from disclaimers.models.institution import Institution
from disclaimers.models.notice import StandingNotice
from prose import printed_line
from prose.languages import direction, name_in
from prose.printed_line import PrintedLine, Span

SUMMARY = "summary"
_SUMMARY_WORD = {
    "en": "summary", "fr": "résumé", "de": "Zusammenfassung", "ru": "краткое изложение", "ar": "ملخص", "ko": "요약",
}  # fmt: skip


@dataclass(frozen=True)
class Version:
    """The piece in another language, as readers find it now. `extent`: "whole" or "summary"."""

    language: str
    path: str
    extent: str
    search_policy: str
    is_original: bool

    @property
    def is_alternate(self) -> bool:
        """Whether search engines may take it for the same page in another language."""
        return self.extent != SUMMARY and self.search_policy == "index"


@dataclass(frozen=True)
class Notice:
    """A standing notice; `language` is empty where it is not known which it is written in."""

    text: str
    purpose: str
    language: str

    @property
    def direction(self) -> str:
        return direction(self.language) if self.language else "auto"


@dataclass(frozen=True)
class Surroundings:
    versions: tuple[Version, ...] = ()
    notices: tuple[Notice, ...] = ()


def expressions(at: dt.datetime) -> dict[str, Any]:
    """What a query of editions is annotated with, so that `surroundings` finds it."""
    group = Coalesce(OuterRef("translation_group"), OuterRef("uuid"))
    return {
        "has_translations": Exists(Edition.objects.filter(translation_group=group)),
        "standing": ArraySubquery(_standing(at)),
    }


def surroundings(edition: Edition, at: dt.datetime) -> Surroundings:
    """As of an instant. An edition that was not loaded with `expressions`, or is a proof, costs a few queries more."""
    found = vars(edition) if "standing" in vars(edition) else _loaded(at)
    may_have = found["has_translations"] or edition.translation_group
    return Surroundings(
        _versions(edition, at) if may_have else (),
        tuple(_notices(edition, found["standing"])),
    )


def other_versions(edition: Edition, versions: tuple[Version, ...]) -> PrintedLine:
    """ "Also available in German and French (summary)", in the words the edition was printed with."""
    language, said = edition.language, words(edition)
    between, last = joining.separators(said)
    named = [_named(version, language) for version in versions]
    return printed_line.fill(
        said["other_versions"], {"languages": printed_line.join(named, last, between=between)}
    )


def words(edition: Edition) -> Mapping[str, str]:
    """The words of every position as the edition froze them; an early one lacks some, and had one beside the rest."""
    style = edition.printed["records"]["style"]
    beside = {"and_word": style["and_word"]} if "and_word" in style else {}
    return {**joining.usual_words(edition.language), **style.get("templates", {}), **beside}


def _named(version: Version, language: str) -> PrintedLine:
    name = Span(text=name_in(version.language, language), href=version.path, hreflang=version.language)
    base = language.split("-")[0]
    if version.extent != SUMMARY:
        return [name]
    return [name, Span(text=f" ({_SUMMARY_WORD.get(base, _SUMMARY_WORD['en'])})")]


def _loaded(at: dt.datetime) -> dict[str, Any]:
    return {
        "has_translations": True,
        "standing": [row["said"] for row in _standing(at)],
    }


def _versions(edition: Edition, at: dt.datetime) -> tuple[Version, ...]:
    """The original and its live translations but for this piece, one for a language; in one query."""
    group, listed = edition.translation_group or edition.uuid, Edition.objects.listed(at).order_by()
    # By way of the piece, whose lasting name the database looks up at once.
    original = listed.filter(article__uuid=group).exclude(article=edition.article_id)
    translations = listed.filter(translation_group=group).exclude(article=edition.article_id)
    rows = _facts(original).union(_facts(translations)).order_by("rank", "language", "article_id")
    first_of: dict[str, Version] = {}
    for row in rows:
        path, extent = Permalink(slug=row["slug"]).path, row["extent"] or "whole"
        version = Version(row["language"], path, extent, row["search_policy"], is_original=not row["rank"])
        first_of.setdefault(version.language, version)
    return tuple(first_of.values())


def _facts(editions: QuerySet[Edition]) -> Any:
    """What a version is known by; the original ranks first."""
    return editions.values(
        "language",
        "search_policy",
        "article_id",
        slug=F("permalink__slug"),
        extent=KT("printed__translation_extent"),
        rank=Case(When(translation_group__isnull=True, then=0), default=1),
    )


def _standing(at: dt.datetime) -> QuerySet[StandingNotice, Any]:
    """Every notice shown on the house's own day; there are few, and `_notices` sees whose they are."""
    zone = Institution.objects.home().order_by().values("time_zone")[:1]
    local = Func(
        Subquery(zone), Value(at, DateTimeField()), function="timezone", output_field=DateTimeField()
    )
    today: Any = Cast(local, DateField())
    facts = JSONObject(
        institution="institution_id",
        purpose="purpose",
        language="language",
        is_for_archive="is_for_archive",
        text="text",
    )
    rows = StandingNotice.objects.shown(today).order_by("-shown_from", "id")
    return rows.values(said=facts)


def _lineage(own: int | None, rows: list[dict[str, Any]]) -> list[int]:
    """The institution and those above it; looked up only where a notice of another one could be meant."""
    if own is None or all(row["institution"] == own for row in rows):
        return [own] if own else []
    above = dict(Institution.objects.filter(parent__isnull=False).order_by().values_list("pk", "parent"))
    lineage = [own]
    while (one := above.get(lineage[-1])) is not None and one not in lineage:
        lineage.append(one)
    return lineage


def _notices(edition: Edition, rows: list[dict[str, Any]]) -> list[Notice]:
    """Those of the piece's institution and the ones above it, in its language, for pieces of its kind of origin."""
    if not rows:
        return []
    printed = edition.printed
    lineage = _lineage(printed.get("records", {}).get("institution"), rows)
    languages = {"", edition.language, edition.language.split("-")[0]}
    return [
        Notice(row["text"], row["purpose"], row["language"])
        for row in rows
        if row["institution"] in lineage
        and row["language"] in languages
        and (printed.get("is_archive") or not row["is_for_archive"])
    ]
