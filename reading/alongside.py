"""Parts of an article page that follow today's data: translations and the institution's standing notices.

Most pieces have neither, and their pages should not pay for them: the page's own query brings the notices and says
if there can be translations, which are loaded only then.
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
from django.db.models.functions import Cast, Coalesce, JSONObject, NullIf

from articles.models.edition import Edition
from disclaimers.models.institution import INHERITED, Institution
from disclaimers.models.notice import StandingNotice
from disclaimers.phrases import separators, usual_phrases
from prose import printed_line
from prose.languages import direction, name_in
from prose.printed_line import PrintedLine, Span

SUMMARY = "summary"
_SUMMARY_WORD = {
    "en": "summary", "fr": "résumé", "de": "Zusammenfassung", "ru": "краткое изложение", "ar": "ملخص", "ko": "요약",
}  # fmt: skip


@dataclass(frozen=True)
class LanguageVersion:
    """A live version of the piece in another language. `extent`: "whole" or "summary"."""

    language: str
    path: str
    extent: str
    search_policy: str
    is_original: bool

    @property
    def is_alternate(self) -> bool:
        """True if search engines may treat it as the same page in another language."""
        return self.extent != SUMMARY and self.search_policy == "index"


@dataclass(frozen=True)
class SiteNotice:
    """A standing notice of the institution; `language` is empty where it is not known."""

    text: str
    purpose: str
    language: str

    @property
    def direction(self) -> str:
        return direction(self.language) if self.language else "auto"


@dataclass(frozen=True)
class Alongside:
    """The translations and notices of an article page at one instant."""

    versions: tuple[LanguageVersion, ...] = ()
    notices: tuple[SiteNotice, ...] = ()


def annotations(at: dt.datetime) -> dict[str, Any]:
    """Annotations for a query of editions that save `load_alongside` its own queries."""
    group = Coalesce(OuterRef("translation_group"), OuterRef("uuid"))
    return {
        "has_translations": Exists(Edition.objects.filter(translation_group=group)),
        "standing": ArraySubquery(_standing(at)),
    }


def load_alongside(edition: Edition, at: dt.datetime) -> Alongside:
    """Translations and notices as of an instant. An edition loaded without `annotations` costs extra queries."""
    row = vars(edition) if "standing" in vars(edition) else _load_annotations(at)
    may_have_versions = row["has_translations"] or edition.translation_group
    return Alongside(
        _versions(edition, at) if may_have_versions else (),
        tuple(_notices(edition, row["standing"])),
    )


def other_versions(edition: Edition, versions: tuple[LanguageVersion, ...]) -> PrintedLine:
    """ "Also available in German and French (summary)", in the words the edition was printed with."""
    phrases = printed_phrases(edition)
    between, last = separators(phrases)
    names = [_language_name(version, edition.language) for version in versions]
    return printed_line.fill(
        phrases["other_versions"], {"languages": printed_line.join(names, last, between=between)}
    )


def printed_phrases(edition: Edition) -> Mapping[str, str]:
    """The house style's phrase for every position, as frozen in the edition."""
    return {**usual_phrases(edition.language), **edition.printed["records"]["style"]["templates"]}


def _language_name(version: LanguageVersion, language: str) -> PrintedLine:
    name = Span(text=name_in(version.language, language), href=version.path, hreflang=version.language)
    base = language.split("-")[0]
    if version.extent != SUMMARY:
        return [name]
    return [name, Span(text=f" ({_SUMMARY_WORD.get(base, _SUMMARY_WORD['en'])})")]


def _load_annotations(at: dt.datetime) -> dict[str, Any]:
    return {"has_translations": True, "standing": [row["notice"] for row in _standing(at)]}


def _versions(edition: Edition, at: dt.datetime) -> tuple[LanguageVersion, ...]:
    """The live original and translations, without this piece, one for each language; one query."""
    group, listed = edition.translation_group or edition.uuid, Edition.objects.listed(at).order_by()
    # Through the article: its uuid is indexed.
    original = listed.filter(article__uuid=group).exclude(article=edition.article_id)
    translations = listed.filter(translation_group=group).exclude(article=edition.article_id)
    rows = (
        _version_rows(original).union(_version_rows(translations)).order_by("rank", "language", "article_id")
    )
    by_language: dict[str, LanguageVersion] = {}
    for row in rows:
        extent = row["extent"] or "whole"
        version = LanguageVersion(
            row["language"], row["path"], extent, row["search_policy"], is_original=not row["rank"]
        )
        by_language.setdefault(version.language, version)
    return tuple(by_language.values())


def _version_rows(editions: QuerySet[Edition]) -> Any:
    """Plain values for `LanguageVersion`; the original has rank 0, translations 1."""
    return editions.values(
        "language",
        "search_policy",
        "article_id",
        path=F("permalink__path"),
        extent=KT("printed__translation_extent"),
        rank=Case(When(translation_group__isnull=True, then=0), default=1),
    )


def _standing(at: dt.datetime) -> QuerySet[StandingNotice, Any]:
    """All notices shown today in the home institution's zone; they are few, and `_notices` filters them."""
    own = Coalesce(NullIf("time_zone", Value("")), Value(INHERITED["time_zone"]))
    zone = Institution.objects.home().order_by().values(zone=own)[:1]
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
    rows = StandingNotice.objects.visible(today).order_by(F("shown_from").desc(nulls_last=True), "id")
    return rows.values(notice=facts)


def _lineage(own: int | None, rows: list[dict[str, Any]]) -> list[int]:
    """Keys of the institution and its parents, loaded only if a notice belongs to another institution."""
    if own is None or all(row["institution"] == own for row in rows):
        return [own] if own else []
    above = dict(Institution.objects.filter(parent__isnull=False).order_by().values_list("pk", "parent"))
    lineage = [own]
    while (parent := above.get(lineage[-1])) is not None and parent not in lineage:
        lineage.append(parent)
    return lineage


def _notices(edition: Edition, rows: list[dict[str, Any]]) -> list[SiteNotice]:
    """Notices of the piece's institution and its parents, in its language; archive notices on archive pieces only."""
    if not rows:
        return []
    printed = edition.printed
    lineage = _lineage(printed["records"]["institution"], rows)
    languages = {"", edition.language, edition.language.split("-")[0]}
    return [
        SiteNotice(row["text"], row["purpose"], row["language"])
        for row in rows
        if row["institution"] in lineage
        and row["language"] in languages
        and (printed["is_archive"] or not row["is_for_archive"])
    ]
