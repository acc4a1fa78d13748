"""What stands around a piece and is pinned to nothing: its versions in other languages, its institution's notices.

Both are as of the day of reading. The article page loads them with itself, in one query; for a proof, which is in no
database, they are loaded by the same expressions.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, DateTimeField, F, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, JSONObject

from articles import runs
from articles.models.edition import Edition, Permalink
from articles.runs import Line, Run
from disclaimers import joining
from disclaimers.models.institution import Institution
from disclaimers.models.notice import StandingNotice
from prose.languages import direction, name_in

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
        "translations": ArraySubquery(_said(_translations(at, group, OuterRef("article")))),
        "original": ArraySubquery(_said(_original(at, OuterRef("translation_group")))),
        "standing": ArraySubquery(_standing(at)),
        "parents": ArraySubquery(_parents()),
    }


def surroundings(edition: Edition) -> Surroundings:
    """Of an edition that was loaded with `expressions`; else of one read as it begins."""
    found = vars(edition) if "standing" in vars(edition) else _loaded(edition)
    versions = [_version(**row) for row in (*found["original"], *found["translations"])]
    first_of = {version.language: version for version in reversed(versions)}
    return Surroundings(
        tuple(version for version in versions if first_of[version.language] is version),
        tuple(_notices(edition, found["standing"], found["parents"])) if found["standing"] else (),
    )


def other_versions(edition: Edition, versions: tuple[Version, ...]) -> Line:
    """ "Also available in German and French (summary)", in the words the edition was printed with."""
    language, said = edition.language, words(edition)
    between, last = joining.separators(said)
    named = [_named(version, language) for version in versions]
    return runs.fill(said["other_versions"], {"languages": runs.joined(named, last, between=between)})


def words(edition: Edition) -> Mapping[str, str]:
    """The words of every position as the edition froze them; an early one lacks some, and had one beside the rest."""
    style = edition.printed["records"]["style"]
    beside = {"and_word": style["and_word"]} if "and_word" in style else {}
    return {**joining.usual_words(edition.language), **style.get("templates", {}), **beside}


def _named(version: Version, language: str) -> Line:
    name = Run(text=name_in(version.language, language), href=version.path, hreflang=version.language)
    base = language.split("-")[0]
    if version.extent != SUMMARY:
        return [name]
    return [name, Run(text=f" ({_SUMMARY_WORD.get(base, _SUMMARY_WORD['en'])})")]


def _version(*, slug: str, extent: str | None, **facts: Any) -> Version:
    return Version(path=Permalink(slug=slug).path, extent=extent or "whole", **facts)


def _loaded(edition: Edition) -> dict[str, Any]:
    at, group = edition.live_from, edition.translation_group
    if isinstance(group, str):
        group = UUID(group)
    translations = _translations(at, Value(group or edition.uuid), edition.article_id)
    return {
        "translations": [row["said"] for row in _said(translations)],
        "original": [row["said"] for row in _said(_original(at, group))] if group else [],
        "standing": [row["said"] for row in _standing(at)],
        "parents": [row["said"] for row in _parents()],
    }


def _translations(at: dt.datetime, group: Any, article: Any) -> QuerySet[Edition]:
    rows = Edition.objects.listed(at).filter(translation_group=group).exclude(article=article)
    return rows.order_by("language", "article_id")


def _original(at: dt.datetime, group: Any) -> QuerySet[Edition]:
    # By way of the piece, whose lasting name the database looks up at once.
    return Edition.objects.listed(at).filter(article__uuid=group).order_by()


def _said(editions: QuerySet[Edition]) -> QuerySet[Edition, Any]:
    facts = JSONObject(
        language="language",
        slug="permalink__slug",
        extent=KT("printed__translation_extent"),
        search_policy="search_policy",
        is_original=Q(translation_group__isnull=True),
    )
    return editions.values(said=facts)


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


def _parents() -> QuerySet[Institution, Any]:
    below = Institution.objects.filter(parent__isnull=False).order_by()
    return below.values(said=JSONObject(id=F("pk"), parent=F("parent_id")))


def _notices(edition: Edition, rows: list[dict[str, Any]], parents: list[dict[str, int]]) -> list[Notice]:
    """Those of the piece's institution and the ones above it, in its language, for pieces of its kind of origin."""
    printed, above = edition.printed, {row["id"]: row["parent"] for row in parents}
    lineage: list[int] = []
    one = printed.get("records", {}).get("institution")
    while one is not None and one not in lineage:
        lineage.append(one)
        one = above.get(one)
    languages = {"", edition.language, edition.language.split("-")[0]}
    return [
        Notice(row["text"], row["purpose"], row["language"])
        for row in rows
        if row["institution"] in lineage
        and row["language"] in languages
        and (printed.get("is_archive") or not row["is_for_archive"])
    ]
