"""Parts of an article page that follow today's data: translations and the institution's standing notices.

Most pieces have no translations, and their pages should not pay for them: the page's own query says if there can be
any, which are loaded only then. The notices come with the house (`reading.site`).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, QuerySet, When
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from articles.models.edition import Edition
from articles.states import Form
from disclaimers.phrases import ENGLISH, PagePhrases
from disclaimers.standing import SiteNotice
from prose import printed_line
from prose.languages import base, serves
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, Span
from reading.site import Site

StandingNotices = tuple[tuple[SiteNotice, ...], tuple[SiteNotice, ...]]
"""Notices above a piece, and those below it."""

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
class Alongside:
    """The translations and notices of an article page at one instant."""

    versions: tuple[LanguageVersion, ...] = ()
    above: tuple[SiteNotice, ...] = ()
    below: tuple[SiteNotice, ...] = ()


def annotations() -> dict[str, Any]:
    """Annotations for a query of editions that save `load_alongside` a query."""
    group = Coalesce(OuterRef("translation_group"), OuterRef("uuid"))
    return {"has_translations": Exists(Edition.objects.filter(translation_group=group))}


def load_alongside(edition: Edition, site: Site, at: dt.datetime) -> Alongside:
    """Translations, and notices of its house, as of an instant. An edition without `annotations` costs one query."""
    may_have_versions = vars(edition).get("has_translations", True) or edition.translation_group
    return Alongside(
        _versions(edition, at) if may_have_versions else (), *standing_notices(edition, site, at)
    )


def standing_notices(edition: Edition, site: Site, at: dt.datetime) -> StandingNotices:
    """The notices above a piece, about an older site, and those below it, on its page and in every copy of it."""
    notices = list(_notices(edition, site, at))
    above = tuple(notice for notice in notices if notice.purpose == "archive")
    return above, tuple(notice for notice in notices if notice not in above)


def other_versions(edition: Edition, versions: tuple[LanguageVersion, ...]) -> PrintedLine:
    """ "Also available in German and French (summary)", in the words the edition was printed with."""
    phrases = printed_phrases(edition)
    phrase = phrases["other_versions"]
    names = [_language_name(version, phrase) for version in versions]
    return phrase.fill({"languages": phrases.join(names)})


def printed_phrases(edition: Edition) -> PagePhrases:
    """The house style's phrase for every position, as frozen in the edition."""
    return PagePhrases.of_edition(edition.printed["records"]["style"], edition.language)


def _language_name(version: LanguageVersion, phrase: PagePhrase) -> PrintedLine:
    """A link to a version in the words of the sentence that lists it: "French (summary)"."""
    (name,) = printed_line.language_name(version.language, phrase.spoken, phrase.page)
    link = Span(**name | {"href": version.path, "hreflang": version.language})
    if version.extent != SUMMARY:
        return [link]
    spoken = base(phrase.spoken) if base(phrase.spoken) in _SUMMARY_WORD else ENGLISH
    mark = "" if serves(spoken, phrase.page) else spoken
    return [link, *printed_line.words(f" ({_SUMMARY_WORD[spoken]})", mark)]


def _versions(edition: Edition, at: dt.datetime) -> tuple[LanguageVersion, ...]:
    """The live original and translations that show a text, without this piece, one for each language; one query."""
    group = edition.translation_group or edition.uuid
    listed = Edition.objects.listed(at).with_text().filter(form=Form.PIECE).order_by()
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


def _notices(edition: Edition, site: Site, at: dt.datetime) -> Iterator[SiteNotice]:
    """Notices of the house and those above it for its today, in the piece's language.

    Archive notices stand on archive pieces only.
    """
    today = at.astimezone(site.zone).date()
    for notice in site.notices:
        if notice.is_on_page(edition.language, is_archive=edition.printed["is_archive"], on=today):
            yield notice
